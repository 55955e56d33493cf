"""`/desk/samtal`: customer service answers in conversations (rows 20 and 21).

For the officers of the unit that is customer service. Works without script; with it, new lines
appear by themselves. What a person answered on a page of their own is never shown here.
"""

from collections.abc import Sequence

import msgspec
from sqlalchemy import Connection, select
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute

from actions import customer_service, drafts
from actions.audit import record
from actions.conversation_rows import decode_conversation, read_conversation
from actions.customer_service import HelpRequest
from actions.errors import NotFoundError, RefusedError
from actions.store.tables import conversations
from actions.transcript import Line, Transcript, transcript_of
from bot.site import Site
from bot.web.desk_access import desk_page, officer_of, serves
from bot.web.rendering import Record, moment, redirect, say
from bot.web.security import PAGE_HEADERS
from bot.web.visits import Visit, route
from dialogs.clock import STOCKHOLM
from dialogs.conversation import Conversation, Draft
from dialogs.journey import walk
from dialogs.logins import has_changed_hands
from dialogs.world import Officer

_BASE = "/desk/samtal"
#: Characters of what an officer writes at once, and lines of the conversation that are shown.
_MOST_TEXT = 4000
_MOST_LINES = 100


class _Talk(msgspec.Struct, frozen=True, kw_only=True):
    """A request with the conversation that it is about."""

    request: HelpRequest
    conversation: Conversation
    draft: Draft | None
    lines: tuple[Line, ...]
    is_mine: bool


def routes(site: Site) -> list[BaseRoute]:
    """Before those of `desk`, which takes any other word for a reference."""
    return [
        route(site, _BASE, get=_show_queue),
        route(site, _BASE + "/{request}", get=_show, post=_act),
        route(site, _BASE + "/{request}/rader", get=_news, is_watching=True),
    ]


def _officer(visit: Visit) -> Officer | None:
    """None before the login. Raises RefusedError "not_officer" for who is not customer service."""
    officer = officer_of(visit)
    if officer is not None and not serves(officer, visit.site.assembly.world()):
        raise RefusedError("not_officer")
    return officer


# ── The queue ─────────────────────────────────────────────────────────────────────────────────


async def _show_queue(visit: Visit) -> Response:
    officer = _officer(visit)
    if officer is None:
        return redirect("/desk")
    assembly = visit.site.assembly
    requests = await visit.site.store.read(lambda c: customer_service.queue(assembly, c))
    return desk_page(
        visit,
        "desk_talks.html",
        officer,
        place="desk-talks",
        live=[_line(visit, each) for each in requests if each.kind == "live"],
        messages=[_line(visit, each) for each in requests if each.kind == "message"],
        notice=await visit.take_notice(),
    )


def _line(visit: Visit, request: HelpRequest) -> Record:
    state = "web.talk.waits" if request.state == "waiting" else "web.talk.answered_by"
    return Record(
        url=f"{_BASE}/{request.id}",
        channel=say(visit, f"web.channel.{request.channel}"),
        asked=moment(request.asked_at, visit.language),
        state=say(visit, state, officer=request.officer),
        text=request.text[:120],
    )


# ── One conversation ──────────────────────────────────────────────────────────────────────────


async def _show(visit: Visit) -> Response:
    officer = _officer(visit)
    if officer is None:
        return redirect("/desk")
    return await _page(visit, officer, notice=await visit.take_notice())


async def _page(
    visit: Visit, officer: Officer, *, notice: str = "", problem: str = "", given: str = ""
) -> Response:
    talk = await _talk(visit, officer)
    request = talk.request
    return desk_page(
        visit,
        "desk_talk.html",
        officer,
        place="desk-talks-part",
        kind=request.kind,
        state="mine" if talk.is_mine and request.state == "taken" else request.state,
        answered_by=request.officer,
        context=_context(visit, talk),
        text=request.text,
        lines=[_said(visit, line) for line in talk.lines],
        newest=talk.lines[-1].message.number if talk.lines else 0,
        news_url=f"{_BASE}/{request.id}/rader",
        most=_MOST_TEXT,
        notice=notice,
        problem=problem,
        given=given,
    )


async def _news(visit: Visit) -> Response:
    """What was said after the line with the number `efter`, for the page's script."""
    officer = _officer(visit)
    if officer is None:
        return redirect("/desk")
    after = visit.request.query_params.get("efter", "")
    number = int(after) if after.isdecimal() and len(after) < 10 else 0
    assembly, request_id = visit.site.assembly, visit.request.path_params["request"]

    # Reads only, and no more than is new: each open page asks every third second.
    def look(connection: Connection) -> tuple[HelpRequest, Conversation, Transcript]:
        request = customer_service.load(assembly, connection, request_id)
        conversation = read_conversation(assembly, connection, request.conversation_id)
        if conversation is None:
            raise NotFoundError("conversation")
        said = transcript_of(assembly, connection, request.conversation_id, after=number)
        return request, conversation, said

    request, conversation, said = await visit.site.store.read(look)
    lines = [vars(_said(visit, line)) for line in _meant(request, conversation, said.lines)]
    return JSONResponse(
        {"lines": lines, "state": request.state},
        headers=dict(PAGE_HEADERS),
    )


async def _act(visit: Visit) -> Response:
    officer = _officer(visit)
    if officer is None:
        return redirect("/desk")
    assembly, request_id = visit.site.assembly, visit.request.path_params["request"]
    text = visit.value("text").strip()[:_MOST_TEXT]
    try:
        match visit.value("action"):
            case "take-over":
                await visit.site.write(
                    lambda c: customer_service.take_over(assembly, c, request_id, officer)
                )
            case "say":
                await visit.site.write(
                    lambda c: customer_service.say(assembly, c, request_id, officer, text)
                )
            case "hand-back":
                await visit.site.write(
                    lambda c: customer_service.hand_back(
                        assembly, c, request_id, officer, note=text
                    )
                )
                await visit.change(notice="web.talk.handed_back")
                return redirect(_BASE)
    except RefusedError as error:
        # What was written is not lost: the page says why it could not be sent.
        problem = say(visit, f"web.talk.{error.reason}")
        return await _page(visit, officer, problem=problem, given=text)
    return redirect(f"{_BASE}/{request_id}#svar")


async def _talk(visit: Visit, officer: Officer) -> _Talk:
    """Raises NotFoundError. That an officer has read a conversation is recorded."""
    assembly, request_id = visit.site.assembly, visit.request.path_params["request"]

    def look(connection: Connection) -> _Talk:
        request = customer_service.load(assembly, connection, request_id)
        row = connection.execute(
            select(conversations).where(conversations.c.id == request.conversation_id)
        ).one_or_none()
        if row is None:
            raise NotFoundError("conversation")
        key = assembly.keyring.row_key(row.id, row.key)
        conversation = decode_conversation(key.open(row.state, "state"))
        draft = None
        if row.draft_id is not None and not _is_over(request, conversation):
            stored = drafts.load_many(assembly, connection, [row.draft_id]).get(row.draft_id)
            draft = stored.draft if stored is not None else None
        record(
            assembly,
            connection,
            act="conversation.read",
            person=officer.personnummer,
            about=request.conversation_id,
        )
        said = transcript_of(assembly, connection, row.id)
        return _Talk(
            request=request,
            conversation=conversation,
            draft=draft,
            lines=_meant(request, conversation, said.lines)[-_MOST_LINES:],
            is_mine=customer_service.is_of(assembly, request, officer),
        )

    return await visit.site.store.write(look)


def _is_over(request: HelpRequest, conversation: Conversation) -> bool:
    """What is said there now is not meant for customer service (threats B3, B8)."""
    return request.state == "done" or has_changed_hands(conversation, request.asked_at)


def _meant(
    request: HelpRequest, conversation: Conversation, lines: Sequence[Line]
) -> tuple[Line, ...]:
    """The lines that the person let customer service read: not those said afterwards, or by another."""
    if has_changed_hands(conversation, request.asked_at):
        return ()
    ended_at = request.ended_at
    return tuple(line for line in lines if ended_at is None or line.at <= ended_at)


def _context(visit: Visit, talk: _Talk) -> list[Record]:
    """Where the person is: channel, language, who, and in which question of which service."""
    rows = [
        ("channel", say(visit, f"web.channel.{talk.request.channel}")),
        ("asked", moment(talk.request.asked_at, visit.language)),
        ("language", say(visit, f"web.language.{talk.conversation.language}")),
    ]
    if _is_over(talk.request, talk.conversation):
        return [Record(name=say(visit, f"web.talk.{name}"), value=value) for name, value in rows]
    person = talk.conversation.person
    rows.append(("person", person.name if person else say(visit, "web.talk.not_logged_in")))
    service = visit.site.assembly.world().services.get(talk.draft.service) if talk.draft else None
    if talk.draft is not None and service is not None:
        today = visit.site.assembly.now().astimezone(STOCKHOLM).date()
        walked = walk(service, talk.draft.answers, facts={}, today=today)
        rows.append(("service", service.title.to(visit.language)))
        rows.append(("reference", talk.draft.reference))
        of = len(walked.questions)
        progress = say(visit, "web.talk.progress", answered=walked.answered, of=of)
        rows.append(("so_far", progress))
        if walked.next is not None:
            rows.append(("question", walked.next.title(visit.language)))
    return [Record(name=say(visit, f"web.talk.{name}"), value=value) for name, value in rows]


def _said(visit: Visit, line: Line) -> Record:
    return Record(
        number=line.message.number,
        sender=line.message.sender,
        who=say(visit, f"web.talk.from_{line.message.sender}"),
        when=moment(line.at, visit.language),
        text=line.message.text,
    )
