"""`/svar/{ticket}`: one sensitive question, answered here instead of in a messaging app (B7).

The page shows the question at hand of the chat that gave the link, and nothing else of the draft.
A draft that has an owner is opened by its owner's e-ID only.
"""

import uuid
from urllib.parse import urlsplit

import msgspec
from sqlalchemy import Connection, select
from starlette.responses import Response
from starlette.routing import BaseRoute

from actions import drafts, tickets
from actions.conversation_rows import decode_conversation
from actions.errors import NotFoundError, RefusedError
from actions.store.tables import conversations
from actions.tickets import Ticket
from actions.turn import TurnRequest, TurnResult
from bot.site import Site
from bot.web import identifying
from bot.web.chat_page import CHANNEL, digest, stored_files
from bot.web.identifying import STEP, Step
from bot.web.rendering import page, redirect, say
from bot.web.visits import Visit, route
from dialogs.asking import go_on, say_stop
from dialogs.conversation import Conversation, Draft
from dialogs.engine import Fresh, Known, NeedsKnown, advance
from dialogs.events import Said
from dialogs.logins import as_of
from dialogs.messages import Message
from dialogs.talk import Talk, needs_own_page


class _Asked(msgspec.Struct, frozen=True):
    """The draft and the chat of a link."""

    ticket: Ticket
    conversation: Conversation
    draft: Draft


def routes(site: Site) -> list[BaseRoute]:
    return [
        route(site, "/svar/{ticket}", get=_show, post=_act, files=True),
        route(site, "/svar/{ticket}" + STEP, get=_show_order, post=_identify),
    ]


async def _show(visit: Visit) -> Response:
    notice = visit.state.notice
    text = await visit.take_notice()
    ticket = await _ticket(visit)
    if ticket.used_at is not None and notice == "web.secure.done":
        return _page(visit, None, told=await _why_it_ends(visit, ticket))
    _check(visit, ticket)
    asked = await _asked(visit, ticket)
    if not _may_answer(visit, asked):
        return _login_page(visit, text)
    return _page(visit, _question(visit, asked), problem="")


async def _act(visit: Visit) -> Response:
    ticket = await _ticket(visit)
    if ticket.used_at is not None:
        return redirect(_path(visit))
    _check(visit, ticket)
    if visit.value("provider"):
        return await identifying.start(
            visit, _step(visit, ticket), provider=visit.value("provider")
        )
    asked = await _asked(visit, ticket)
    if not _may_answer(visit, asked):
        return redirect(_path(visit))
    question = _question(visit, asked)
    said = await _said(visit, asked)
    problem = _tried(visit, asked, said)
    if problem:
        return _page(visit, question, problem=problem, given=visit.value("text"))
    result = await _answer(visit, asked, said)
    assembly, now = visit.site.assembly, visit.site.assembly.now()
    await visit.site.store.write(lambda c: tickets.change(assembly, c, asked.ticket, used_at=now))
    following = _next_link(result)
    if following:
        return redirect(following)
    await visit.change(notice="web.secure.done")
    return redirect(_path(visit))


async def _said(visit: Visit, asked: _Asked) -> Said:
    return Said(
        text=visit.value("text"),
        choice=visit.value("choice") or None,
        choices=tuple(str(each) for each in visit.form.getlist("choices"))[:100],
        files=await stored_files(visit, asked.conversation.id),
        secure=True,
    )


def _tried(visit: Visit, asked: _Asked, said: Said) -> str:
    """What is wrong with the answer, or doubtful; empty when the chat will take it.

    The messaging app must not hear why, since that can tell what was written. So the engine is asked
    here first, as if the chat were ours, and what it would do is thrown away.
    """
    turn = advance(
        visit.site.assembly.world(),
        msgspec.structs.replace(asked.conversation, channel=CHANNEL),
        asked.draft,
        said,
        visit.site.assembly.now(),
        Known(fresh=Fresh(draft_id="", reference="")),
    )
    if isinstance(turn, NeedsKnown):
        return ""
    refused = [message.text for message in turn.messages if message.problem]
    if refused:
        return refused[-1]
    pending = turn.conversation.pending
    if pending is None or pending.kind != "confirm" or not turn.messages:
        return ""
    doubt = turn.messages[-1]
    return "\n".join([doubt.text, *(choice.label for choice in doubt.choices or ())])


async def _answer(visit: Visit, asked: _Asked, said: Said) -> TurnResult:
    message_id = visit.value("message_id")[:60] or str(uuid.uuid4())
    return await visit.site.take_turn(
        TurnRequest(
            conversation_id=asked.conversation.id,
            event=said,
            message_id=f"svar {message_id}",
            digest=digest(visit, said.files),
        )
    )


def _next_link(result: TurnResult) -> str:
    """The next question of this kind comes on the same page."""
    for message in result.answers:
        for link in message.links or ():
            if link.purpose == "secure-answer":
                return urlsplit(link.url).path
    return ""


async def _show_order(visit: Visit) -> Response:
    return await identifying.show(visit, _step(visit, await _ticket(visit)))


async def _identify(visit: Visit) -> Response:
    ticket = await _ticket(visit)
    return await identifying.answer(visit, _step(visit, ticket))


# ── What is asked ─────────────────────────────────────────────────────────────────────────────


async def _ticket(visit: Visit) -> Ticket:
    assembly, token = visit.site.assembly, visit.request.path_params["ticket"]
    found = await visit.site.store.read(
        lambda c: tickets.find(assembly, c, purpose="secure-answer", token=token)
    )
    if found is None:
        raise NotFoundError("ticket")
    return found


def _check(visit: Visit, ticket: Ticket) -> None:
    if ticket.used_at is not None:
        raise RefusedError("secure_used")
    if ticket.expires_at <= visit.site.assembly.now():
        raise RefusedError("secure_too_old")


async def _why_it_ends(visit: Visit, ticket: Ticket) -> str:
    """What the messaging app must not hear: the answer of who has protected data; else ""."""
    try:
        asked = await _asked(visit, ticket)
    except (NotFoundError, RefusedError):
        return ""
    if not _may_answer(visit, asked):
        return ""
    talk = _talk(visit, asked)
    stop = talk.walk.stop if talk.service is not None and not talk.locked else None
    if stop is None or not stop.field.limits.get("discreet"):
        return ""
    say_stop(talk, stop)
    return talk.messages[-1].text


async def _asked(visit: Visit, ticket: Ticket) -> _Asked:
    """Raises NotFoundError, or RefusedError "secure_used" when the chat is elsewhere by now."""
    assembly = visit.site.assembly

    def look(connection: Connection) -> _Asked:
        row = connection.execute(
            select(conversations).where(conversations.c.id == ticket.conversation_id)
        ).one_or_none()
        if row is None or ticket.draft_id is None:
            raise NotFoundError("conversation")
        if row.draft_id != ticket.draft_id:
            raise RefusedError("secure_used")
        key = assembly.keyring.row_key(row.id, row.key)
        return _Asked(
            ticket=ticket,
            conversation=decode_conversation(key.open(row.state, "state")),
            draft=drafts.load(assembly, connection, ticket.draft_id).draft,
        )

    return await visit.site.store.read(look)


def _may_answer(visit: Visit, asked: _Asked) -> bool:
    owner = asked.draft.owner
    return owner is None or (visit.person is not None and visit.person.personnummer == owner)


def _question(visit: Visit, asked: _Asked) -> Message:
    """The question at hand, as our own pages ask it. Raises RefusedError when it is answered."""
    talk = _talk(visit, asked)
    if talk.locked:
        raise RefusedError("chat_login")
    question = None if talk.service is None or talk.needs_login else talk.question
    channel = asked.conversation.channel
    if (
        question is None
        or talk.service is None
        or not needs_own_page(channel, talk.service, question.field)
    ):
        raise RefusedError("secure_used")
    go_on(talk)
    return talk.messages[-1]


def _talk(visit: Visit, asked: _Asked) -> Talk:
    """The chat as it would go on here."""
    now = visit.site.assembly.now()
    return Talk(
        visit.site.assembly.world(),
        msgspec.structs.replace(as_of(asked.conversation, now), channel=CHANNEL),
        asked.draft,
        now,
        Known(fresh=Fresh(draft_id="", reference="")),
    )


# ── Pages ─────────────────────────────────────────────────────────────────────────────────────


def _page(
    visit: Visit,
    question: Message | None,
    *,
    problem: str = "",
    given: str = "",
    told: str = "",
) -> Response:
    return page(
        visit,
        "secure_answer.html",
        http_status=422 if problem else 200,
        question=question,
        problem=problem,
        given=given,
        told=told,
        message_id=str(uuid.uuid4()),
    )


def _login_page(visit: Visit, problem: str) -> Response:
    status = 200
    if visit.person is not None:
        problem, status = say(visit, "web.error.wrong_person.text"), 403
    return page(
        visit,
        "eid_start.html",
        http_status=status,
        chat=None,
        reason=say(visit, "web.login.answer"),
        providers=identifying.providers(visit),
        problem=problem,
    )


def _path(visit: Visit) -> str:
    return f"/svar/{visit.request.path_params['ticket']}"


def _step(visit: Visit, ticket: Ticket) -> Step:
    return Step(base=_path(visit), about=f"secure:{ticket.mac}", purpose="answer")
