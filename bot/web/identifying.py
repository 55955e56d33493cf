"""The e-ID step of a page: start an order, answer it, and act on the verified answer.

Every page that needs to know who somebody is has the same two addresses: its own (`base`), whose
form has `button[name=provider]`, and `base` + "/legitimera", where the order is followed. An order
is bound to the session and to what it is `about`, so that it can serve nothing else (threat A2).
"""

from collections.abc import Callable

import msgspec
from sqlalchemy import Connection
from starlette.responses import Response

from actions.eid import order_limits, returning, web_sessions
from actions.eid.demo import DemoProvider, InvalidDetailsError
from actions.eid.port import Complete, EidProvider, Failed, Operation, Order, Pending, ProviderError
from actions.eid.web_sessions import OpenOrder, WebSession
from actions.errors import NotFoundError, RefusedError
from bot.web import callers, following
from bot.web.following import CALLBACK, STEP, provider_of, record_unbound
from bot.web.rendering import Record, leave, page, redirect, say
from bot.web.security import new_form_token
from bot.web.visits import Visit
from dialogs.texts import base_of

__all__ = ["STEP", "Act", "OnCancel", "Step", "answer", "login_text", "providers", "show", "start"]

#: What to do with a verified answer, in the transaction that uses the order up. Returns a text key
#: to show on the next page, or None. A RefusedError is shown there too, and the login counts.
Act = Callable[[Connection, Complete], str | None]
OnCancel = Callable[[Connection], None]


def only_log_in(_connection: Connection, _done: Complete) -> str | None:
    """The Act of a page that wants to know who it is, and no more."""
    return None


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """Whose e-ID step it is."""

    #: The page's own path.
    base: str
    #: What the order is bound to, e.g. a ticket's MAC.
    about: str
    #: Names `web.login_text.<purpose>`: what one logs in for, as the e-ID app says it (threat A3).
    purpose: str
    #: The conversation that the login is for, if it is for one.
    chat: str = ""


def providers(visit: Visit, *, signing: bool = False) -> list[Record]:
    """The buttons of a login form."""
    return [
        Record(name=provider.name, label=provider.label, leaves=provider.redirects)
        for provider in visit.site.providers.values()
        if provider.can_sign or not signing
    ]


async def start(
    visit: Visit,
    step: Step,
    *,
    provider: str,
    operation: Operation = "auth",
    visible_text: str = "",
    hidden_data: str | None = None,
    personnummer: str | None = None,
) -> Response:
    """Starts an order in a renewed session, and leads to where it is answered; an older one is
    cancelled.

    A provider that cannot be used now is told on the page itself.
    Raises RefusedError "no_provider" or "too_many_orders" (threat A12).
    """
    site = visit.site
    chosen = site.providers.get(provider)
    if chosen is None or (operation == "sign" and not chosen.can_sign):
        raise RefusedError("no_provider")
    now = site.assembly.now()
    recent = web_sessions.recent_orders(visit.state, now)
    if len(recent) >= web_sessions.MOST_ORDERS:
        raise RefusedError("too_many_orders")
    caller = callers.caller_of(site, visit.request)
    return_url, return_token = "", ""
    if not isinstance(chosen, DemoProvider):
        caller = msgspec.structs.replace(
            caller, device_id=visit.remember_device(), language=base_of(visit.language)
        )
        return_url, return_token = await _way_back(visit, chosen, caller.address)
    await _cancel_open(visit)
    try:
        order = await chosen.start(
            operation,
            visible_text=visible_text or login_text(visit, step.purpose),
            hidden_data=hidden_data,
            personnummer=personnummer,
            caller=caller,
            return_url=return_url,
        )
    except ProviderError as error:
        await visit.change(order=None, notice=f"web.eid.{error.reason}")
        return redirect(step.base)
    await visit.renew(
        order=OpenOrder(order=order, about=step.about, base=step.base, return_token=return_token),
        way_back=(return_token, step.base),
        orders_at=(*recent, now),
        notice=None,
    )
    return leave(order.redirect_url) if order.redirect_url else redirect(step.base + STEP)


async def show(visit: Visit, step: Step, act: Act = only_log_in) -> Response:
    """The page of the open order: the demo's form, or what to do in the e-ID app.

    Who comes back from a provider's own pages has said there what they want, and goes on at once:
    the way back belongs to this browser and to this order, and is used once.
    """
    held = _open_order(visit, step)
    if held is None:
        return redirect(step.base)
    provider = provider_of(visit, held.order)
    if isinstance(provider, DemoProvider):
        return _demo_form(visit, held.order)
    if provider.redirects and held.done is not None:
        await _finish(visit, step, held.order, held.done, act)
        return redirect(step.base)
    return await following.show(visit, held)


async def answer(
    visit: Visit, step: Step, act: Act = only_log_in, *, on_cancel: OnCancel | None = None
) -> Response:
    """The form of the open order was sent: approve, cancel, or go on."""
    held = _open_order(visit, step)
    if held is None:
        await record_unbound(visit, step.about)
        return redirect(step.base)
    provider = provider_of(visit, held.order)
    if visit.value("action") == "cancel":
        await provider.cancel(held.order)
        if on_cancel is not None:
            await visit.site.write(on_cancel)
        await visit.change(order=None, notice="web.eid.cancelled")
        return redirect(step.base)
    if isinstance(provider, DemoProvider):
        try:
            provider.approve(
                held.order, personnummer=visit.value("personnummer"), name=visit.value("name")
            )
        except InvalidDetailsError as error:
            return _demo_form(visit, held.order, problem=say(visit, f"web.demo.{error.reason}"))
    progress = await following.look(visit, held)
    match progress:
        case Pending():
            return redirect(step.base + STEP)
        case Failed(reason=reason):
            await following.give_up(visit, held, reason)
        case Complete():
            await _finish(visit, step, held.order, progress, act)
    return redirect(step.base)


async def _finish(visit: Visit, step: Step, order: Order, done: Complete, act: Act) -> None:
    """Uses the order up and acts, in one transaction: of two at once only one does."""
    assembly = visit.site.assembly
    assert visit.session is not None  # it holds the order
    token = visit.session.token
    address = callers.address_of(visit.request, visit.site.settings.trusted_proxies)

    def finish(connection: Connection) -> WebSession | None:
        session = web_sessions.load(assembly, connection, token)
        held = session.state.order if session else None
        if session is None or held is None or held.order.id != order.id:
            return None
        notice = _acted(connection, act, done)
        order_limits.note_completion(assembly, connection, address)
        state = msgspec.structs.replace(
            session.state,
            person=done.person,
            provider=done.evidence.provider,
            order=None,
            orders_at=(),
            notice=notice,
            form_token=new_form_token(assembly),
        )
        if web_sessions.is_anothers(assembly, connection, session.state, done.person):
            state = msgspec.structs.replace(state, chat=None)  # another person's (threat B3)
        is_login = done.evidence.operation == "auth"
        if is_login:
            # Who has come back here has shown that the app was opened from here.
            way_back = "" if held.has_returned else held.return_token
            if way_back:
                number = done.person.personnummer
                returning.note_login(
                    assembly, connection, way_back, chat=step.chat, personnummer=number
                )
            state = msgspec.structs.replace(state, login_of=step.chat, login_way_back=way_back)
        return web_sessions.renew(assembly, connection, session, state, fresh=is_login)

    visit.session = await visit.site.write(finish) or visit.session


def _acted(connection: Connection, act: Act, done: Complete) -> str | None:
    try:
        with connection.begin_nested():
            return act(connection, done)
    except RefusedError as refused:
        return f"web.error.{refused.reason}.text"
    except NotFoundError:
        return "web.error.not_found.text"


async def _cancel_open(visit: Visit) -> None:
    held = visit.state.order
    provider = visit.site.providers.get(held.order.provider) if held else None
    if held is not None and provider is not None:
        await provider.cancel(held.order)


def _open_order(visit: Visit, step: Step) -> OpenOrder | None:
    held = visit.state.order
    return held if held is not None and held.about == step.about else None


async def _way_back(visit: Visit, provider: EidProvider, address: str) -> tuple[str, str]:
    """Counts the start; where the person comes back to, and the secret of that way if it has one.

    A provider that has pages of its own knows one registered address, without a secret.
    Raises RefusedError "too_many_orders".
    """
    assembly = visit.site.assembly

    def prepare(connection: Connection) -> tuple[str, str]:
        order_limits.note_start(assembly, connection, address)
        if provider.redirects:
            return f"{assembly.public_url}{CALLBACK}{provider.name}", ""
        return returning.issue(assembly, connection)

    return await visit.site.store.write(prepare)


def login_text(visit: Visit, purpose: str, **details: str) -> str:
    """What the e-ID app says to who logs in."""
    return say(visit, f"web.login_text.{purpose}", municipality=_asker(visit), **details)


def _asker(visit: Visit) -> str:
    return visit.site.assembly.world().municipality.name


def _demo_form(visit: Visit, order: Order, *, problem: str = "") -> Response:
    """The demo's "app". For a signature the logged-in person is filled in."""
    is_signing = order.operation == "sign"
    person = visit.person if is_signing else None
    number = f"{person.personnummer[:8]}-{person.personnummer[8:]}" if person else ""
    return page(
        visit,
        "eid_demo.html",
        http_status=422 if problem else 200,
        purpose="sign" if is_signing else "login",
        asker=_asker(visit),
        signing_text=order.visible_text if is_signing else "",
        personnummer=visit.value("personnummer") or number,
        name=visit.value("name") or (person.name if person else ""),
        problem=problem,
    )
