"""`/e/{ticket}`: log in for a chat (threats A1, A2, A5)."""

from sqlalchemy import Connection
from starlette.responses import Response
from starlette.routing import BaseRoute

from actions import conversations
from actions.eid import handover
from actions.eid.binding import CODE_LIFE
from actions.eid.handover import Asker, Handover
from actions.eid.port import Complete
from actions.errors import RefusedError
from actions.tickets import Ticket
from bot.site import Site
from bot.web import identifying, security
from bot.web.identifying import STEP, Step
from bot.web.rendering import Record, moment, page, redirect, say
from bot.web.visits import Visit, route


def routes(site: Site) -> list[BaseRoute]:
    return [
        route(site, "/e/{ticket}", get=_show, post=_start),
        route(site, "/e/{ticket}" + STEP, get=_show_order, post=_answer),
    ]


async def _show(visit: Visit) -> Response:
    """Who asks; after the login what to do next. Changes nothing of the ticket (threat C2)."""
    assembly = visit.site.assembly
    token = visit.request.path_params["ticket"]
    person = visit.person

    def look(connection: Connection) -> tuple[Ticket, Asker, Handover | None]:
        ticket = handover.find(assembly, connection, token)
        origin = handover.asker(assembly, connection, ticket)
        return ticket, origin, handover.outcome(assembly, connection, ticket, person)

    ticket, origin, outcome = await visit.site.store.read(look)
    if outcome is not None:
        return _done(visit, outcome)
    handover.check_unused(assembly, ticket)
    return page(
        visit,
        "eid_start.html",
        chat=Record(
            channel=say(visit, f"web.channel.{origin.channel}"),
            account=origin.shown_as if origin.channel != "web" else "",
            site=origin.shown_as if origin.channel == "web" else "",
            started=moment(origin.started_at, visit.language),
            number=origin.shown_number,
        ),
        providers=identifying.providers(visit),
        problem=await visit.take_notice(),
    )


def _done(visit: Visit, outcome: Handover) -> Response:
    if outcome.code is None and outcome.channel == "page":
        return redirect("/chat")
    assert visit.person is not None  # only who logged in sees the outcome
    return page(
        visit,
        "eid_done.html",
        same_browser=outcome.code is None,
        code=outcome.code or "",
        minutes=int(CODE_LIFE.total_seconds() // 60),
        channel=say(visit, f"web.channel.{outcome.channel}"),
        back_url="",
        name=visit.person.name,
    )


async def _start(visit: Visit) -> Response:
    ticket = await _usable(visit)
    assembly = visit.site.assembly
    origin = await visit.site.store.read(lambda c: handover.asker(assembly, c, ticket))
    return await identifying.start(
        visit,
        _step(visit, ticket),
        provider=visit.value("provider"),
        visible_text=identifying.login_text(
            visit,
            "chat",
            channel=say(visit, f"web.channel.{origin.channel}"),
            number=origin.shown_number,
        ),
    )


async def _show_order(visit: Visit) -> Response:
    ticket = await _ticket(visit)
    if ticket.used_at is not None:
        return redirect(_path(visit))
    return await identifying.show(visit, _step(visit, ticket), _hand_over(visit, ticket))


async def _answer(visit: Visit) -> Response:
    ticket = await _ticket(visit)
    assembly = visit.site.assembly
    token = visit.request.path_params["ticket"]
    return await identifying.answer(
        visit,
        _step(visit, ticket),
        _hand_over(visit, ticket),
        on_cancel=lambda connection: handover.cancelled(assembly, connection, token=token),
    )


def _hand_over(visit: Visit, ticket: Ticket) -> identifying.Act:
    assembly = visit.site.assembly
    token = visit.request.path_params["ticket"]
    same_browser = _is_chats_browser(visit, ticket.conversation_id)

    def hand_over(connection: Connection, done: Complete) -> str | None:
        handover.complete(assembly, connection, token=token, answer=done, same_browser=same_browser)
        return None

    return hand_over


async def _ticket(visit: Visit) -> Ticket:
    assembly, token = visit.site.assembly, visit.request.path_params["ticket"]
    return await visit.site.store.read(lambda c: handover.find(assembly, c, token))


async def _usable(visit: Visit) -> Ticket:
    ticket = await _ticket(visit)
    handover.check_unused(visit.site.assembly, ticket)
    return ticket


def _is_chats_browser(visit: Visit, conversation_id: str | None) -> bool:
    """The browser holds the cookie that it got when it opened this very chat."""
    if conversation_id is None:
        raise RefusedError("login_used")
    name, value = conversations.browser_binding(visit.site.assembly, conversation_id)
    return security.same(visit.request.cookies.get(name, ""), value)


def _path(visit: Visit) -> str:
    return f"/e/{visit.request.path_params['ticket']}"


def _step(visit: Visit, ticket: Ticket) -> Step:
    chat = ticket.conversation_id or ""
    return Step(base=_path(visit), about=f"login:{ticket.mac}", purpose="chat", chat=chat)
