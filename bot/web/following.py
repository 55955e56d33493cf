"""Following an open e-ID order: the waiting page, its QR code, and the ways back from the app.

The page works without a script by looking again; `wait.js` looks every second. Looking never acts:
a completed answer is kept in the session until the person's form is sent, or until the browser that
a provider with pages of its own sends back goes on to the page of its order (threats A2, C2).
"""

from collections.abc import Mapping

import msgspec
from sqlalchemy import Connection
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute

from actions.audit import record
from actions.eid import returning, web_sessions
from actions.eid.port import (
    Complete,
    Device,
    EidProvider,
    Failed,
    Order,
    Pending,
    Progress,
    ProviderError,
)
from actions.eid.user_agents import is_in_app, is_mobile
from actions.eid.web_sessions import OpenOrder
from actions.errors import NotFoundError, RefusedError
from bot.site import Site
from bot.web.qr_codes import drawn
from bot.web.rendering import error_page, leave, page, redirect, say
from bot.web.security import PAGE_HEADERS
from bot.web.visits import Visit, route

#: Where an order is followed, after the path of the page that it serves.
STEP = "/legitimera"
#: Where a provider with pages of its own sends the browser back to, before its name.
CALLBACK = "/legitimering/"


def routes(site: Site) -> list[BaseRoute]:
    return [
        route(site, "/legitimering/lage", get=_show_state, is_watching=True),
        route(site, "/legitimering/app/{ticket}", get=_come_back),
        route(site, CALLBACK + "{provider}", get=_called_back),
    ]


def provider_of(visit: Visit, order: Order) -> EidProvider:
    """Raises RefusedError "no_provider" when it is no longer configured."""
    provider = visit.site.providers.get(order.provider)
    if provider is None:
        raise RefusedError("no_provider")
    return provider


async def look(visit: Visit, held: OpenOrder, *, device: Device = "other") -> Progress:
    """How the session's order stands now.

    A provider that does not answer for a moment ends nothing: the person may be at it in the app.
    """
    assembly = visit.site.assembly
    if await _is_void(visit, held.return_token):
        return Failed("other_browser")
    if held.done is None:
        progress = await _asked(provider_of(visit, held.order), held.order, device)
    else:
        progress = held.done
    match progress:
        case Pending(renewed=Order() as newer):
            await _keep(visit, held, order=newer)
        case Complete() if held.done is None:
            if held.app_shown and not held.has_returned and progress.app_elsewhere:
                await record_unbound(visit, held.about)
                return Failed("other_browser")
            held = await _keep(visit, held, done=progress, done_at=assembly.now())
    if isinstance(progress, Complete) and _awaits_return(visit, held):
        return Pending("returning")
    if isinstance(progress, Pending) and held.has_returned and held.order.redirect_url:
        return Pending("checking")
    return progress


async def _asked(provider: EidProvider, order: Order, device: Device) -> Progress:
    try:
        return await provider.poll(order, device=device)
    except ProviderError:
        return Pending("away")


async def _is_void(visit: Visit, token: str) -> bool:
    """Another browser came back by the order's return address, if it has one."""
    assembly = visit.site.assembly
    return await visit.site.store.read(lambda c: returning.is_void(assembly, c, token))


def _awaits_return(visit: Visit, held: OpenOrder) -> bool:
    if not held.app_shown or held.has_returned or held.done_at is None:
        return False
    return visit.site.assembly.now() < held.done_at + returning.RETURN_GRACE


async def _keep(visit: Visit, held: OpenOrder, **changes: object) -> OpenOrder:
    """Stores more about the order that this session holds."""
    newer = msgspec.structs.replace(held, **changes)
    await visit.change(order=newer)
    return newer


async def give_up(visit: Visit, held: OpenOrder, reason: str, *, stays_open: bool = False) -> None:
    """The order has failed, or what came is none of its; the next page says why. An order that
    another tab used stays used."""
    assembly, session = visit.site.assembly, visit.session
    assert session is not None  # it holds the order

    def act(connection: Connection) -> web_sessions.WebSession:
        newest = web_sessions.load(assembly, connection, session.token)
        now_held = newest.state.order if newest else None
        is_same = now_held is not None and now_held.order.id == held.order.id
        used_since = held.done is None and now_held is not None and now_held.done is not None
        if newest is None or not is_same or used_since:
            return newest or session
        order = now_held if stays_open else None
        state = msgspec.structs.replace(newest.state, order=order, notice=f"web.eid.{reason}")
        return web_sessions.store(assembly, connection, newest, state)

    visit.session = await visit.site.store.write(act)


# ── The waiting page ──────────────────────────────────────────────────────────────────────────


async def show(visit: Visit, held: OpenOrder) -> Response:
    """What to do in the e-ID app, and how to go on when that is done."""
    device = _device(visit)
    progress = await look(visit, held, device=device)
    if isinstance(progress, Failed):
        await give_up(visit, held, progress.reason)
        return redirect(held.base)
    pending = progress if isinstance(progress, Pending) else None
    if pending and held.order.redirect_url and not held.has_returned:
        return leave(held.order.redirect_url)  # where this is answered
    app_url = await _way_to_app(visit, held, pending, device)
    provider = provider_of(visit, held.order)
    return page(
        visit,
        "eid_wait.html",
        provider=provider.label,
        is_signing=held.order.operation == "sign",
        hint=_hint(visit, progress, provider),
        qr=drawn(pending.qr) if pending and pending.qr and device == "other" else None,
        app_url=app_url,
        other_device=device == "other",
        can_choose=pending is not None and bool(pending.app_url or pending.qr),
        in_app=bool(app_url) and is_in_app(visit.request.headers.get("user-agent", "")),
        done=pending is None,
    )


async def _way_to_app(
    visit: Visit, held: OpenOrder, pending: Pending | None, device: Device
) -> str:
    """Opens the app on this device. Whoever is given it must come back by the order's own way."""
    if pending is None or not pending.app_url or device == "other":
        return ""
    if not held.app_shown:
        await _keep(visit, visit.state.order or held, app_shown=True)
    return pending.app_url


def _device(visit: Visit) -> Device:
    """As the person chose, else the device that they hold if it is a phone."""
    match visit.request.query_params.get("enhet"):
        case "denna":
            return "this"
        case "annan":
            return "other"
        case _:
            return "this" if is_mobile(visit.request.headers.get("user-agent", "")) else "other"


def _hint(visit: Visit, progress: Progress, provider: EidProvider) -> str:
    hint = progress.hint if isinstance(progress, Pending) else "done"
    return say(visit, f"eid.hint.{hint}", provider=provider.label)


async def _show_state(visit: Visit) -> Response:
    """For the script: the same as the page shows, as JSON."""
    held = visit.state.order
    if held is None:
        return _state("over")
    device = _device(visit)
    progress = await look(visit, held, device=device)
    match progress:
        case Failed(reason=reason):
            await give_up(visit, held, reason)
            return _state("over")
        case Complete():
            return _state("done", hint=_hint(visit, progress, provider_of(visit, held.order)))
    qr = drawn(progress.qr) if progress.qr and device == "other" else None
    return _state(
        "pending",
        hint=_hint(visit, progress, provider_of(visit, held.order)),
        qr=vars(qr) if qr else None,
        app=await _way_to_app(visit, held, progress, device),
    )


def _state(state: str, **more: object) -> Response:
    return JSONResponse({"state": state, **more}, headers=PAGE_HEADERS)


# ── The ways back ─────────────────────────────────────────────────────────────────────────────


async def _come_back(visit: Visit) -> Response:
    """The e-ID app led here. Any browser but the order's own voids the order (threats A2, A3)."""
    token = visit.request.path_params["ticket"]
    held = visit.state.order
    if held is not None and held.return_token == token:
        await _keep(visit, held, has_returned=True)
        return redirect(f"{held.base}{STEP}?enhet=denna")
    known, base = visit.state.way_back
    if known == token:
        # Another tab of this browser was faster, or the person cancelled in the app.
        return error_page(visit, "came_back", status=409, go_on=base)
    assembly = visit.site.assembly
    await visit.site.store.write(lambda c: returning.void(assembly, c, token))
    raise RefusedError("other_browser")


async def _called_back(visit: Visit) -> Response:
    """A provider with pages of its own sent the browser back."""
    held, name = visit.state.order, visit.request.path_params["provider"]
    if name not in visit.site.providers:
        raise NotFoundError("provider")
    if held is None or held.order.provider != name:
        await record_unbound(visit, name)
        # A browser with a session may have begun it, and opens the address once more.
        raise RefusedError("other_browser" if visit.session is None else "login_over")
    query = _query(visit)
    if not provider_of(visit, held.order).is_answer_to(held.order, query):
        await give_up(visit, held, "other_order", stays_open=True)
        return redirect(held.base)
    taken = await _take_return(visit, held)
    if taken is None:
        return redirect(held.base + STEP)
    try:
        progress = await provider_of(visit, held.order).callback(held.order, query)
    except ProviderError as error:
        progress = Failed(error.reason)
    match progress:
        case Complete():
            await _keep(visit, taken, done=progress, done_at=visit.site.assembly.now())
        case Failed(reason=reason):
            await give_up(visit, held, reason)
            return redirect(held.base)
    return redirect(held.base + STEP)


async def _take_return(visit: Visit, held: OpenOrder) -> OpenOrder | None:
    """The order as it is from now on, if it had no answer before: an answer is used once."""
    assembly, session = visit.site.assembly, visit.session
    assert session is not None  # it holds the order

    def act(connection: Connection) -> web_sessions.WebSession | None:
        newest = web_sessions.load(assembly, connection, session.token)
        now_held = newest.state.order if newest else None
        if newest is None or now_held is None or now_held.order.id != held.order.id:
            return None
        if now_held.has_returned:
            return None
        order = msgspec.structs.replace(now_held, has_returned=True)
        state = msgspec.structs.replace(newest.state, order=order)
        return web_sessions.store(assembly, connection, newest, state)

    stored = await visit.site.store.write(act)
    if stored is None:
        return None
    visit.session = stored
    return stored.state.order


def _query(visit: Visit) -> Mapping[str, str]:
    """What stands in the address once; what is repeated is not believed (RFC 6749 §3.1)."""
    given = visit.request.query_params
    return {name: given[name] for name in given if len(given.getlist(name)) == 1}


async def record_unbound(visit: Visit, about: str) -> None:
    """Somebody answers an order that this browser does not hold (threat A2)."""
    assembly = visit.site.assembly
    await visit.site.store.write(
        lambda connection: record(
            assembly, connection, act="eid.binding_failed", person=None, about=about
        )
    )
