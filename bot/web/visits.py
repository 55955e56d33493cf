"""One request to a page: its session, its form, and the turning of errors into pages."""

import logging
import re
from collections.abc import Awaitable, Callable
from urllib.parse import parse_qsl

import msgspec
from sqlalchemy import Connection
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from actions.eid import web_sessions
from actions.eid.port import ProviderError
from actions.eid.web_sessions import SessionState, WebSession
from actions.errors import ArendebotError, NotFoundError, NotSavedError, RefusedError
from actions.store.sealing import SealError, new_token
from bot.site import Site
from bot.web import rendering, security
from dialogs.conversation import Person

log = logging.getLogger(__name__)

#: Bytes of a form without files (threat F10).
MOST_FORM_BYTES = 64 * 1024
#: Bytes of a form with files.
MOST_UPLOAD_BYTES = 60 * 1024 * 1024
_MOST_FIELDS = 300
_DEVICE_ID = re.compile(r"[\w-]{20,64}", re.ASCII)
#: 399 days: browsers keep no cookie longer than 400.
_DEVICE_SECONDS = 399 * 24 * 60 * 60

Handler = Callable[["Visit"], Awaitable[Response]]


class ForgedFormError(Exception):
    """The form does not come from a page that we gave to this browser."""


class StaleFormError(Exception):
    """The form is ours, but its session has ended or got a new id since."""


class TooLargeError(Exception):
    """The form holds more than we take."""


class Visit:
    """A request with its session. `session` is None until something must be remembered."""

    def __init__(
        self, site: Site, request: Request, *, cookie: str | None, session: WebSession | None
    ) -> None:
        self.site = site
        self.request = request
        self.session = session
        self.language = rendering.language_of(request, site.assembly.world())
        self.form: FormData = FormData()
        self._cookie = cookie
        self._fresh = cookie or new_token()
        self._has_ended = False
        self._device_id: str | None = None

    # ── the session ──────────────────────────────────────────────────────────────────────────

    @property
    def person(self) -> Person | None:
        return self.session.person if self.session else None

    @property
    def state(self) -> SessionState:
        """The session's state; that of a browser without session is not stored."""
        return self.session.state if self.session else SessionState(form_token=self.form_token)

    @property
    def form_token(self) -> str:
        if self.session is not None:
            return self.session.state.form_token
        return security.token_of_cookie(self.site.assembly, self._fresh)

    async def change(self, **changes: object) -> None:
        """Stores a new state of the session, or begins one."""
        state = msgspec.structs.replace(self.state, **changes)
        assembly, session = self.site.assembly, self.session

        def act(connection: Connection) -> WebSession:
            if session is None:
                return web_sessions.begin(assembly, connection, state)
            return web_sessions.store(assembly, connection, session, state)

        self.session = await self.site.store.write(act)

    async def renew(self, **changes: object) -> None:
        """As `change`, under a new id."""
        state = msgspec.structs.replace(self.state, **changes)
        assembly, session = self.site.assembly, self.session

        def act(connection: Connection) -> WebSession:
            if session is None:
                return web_sessions.begin(assembly, connection, state)
            return web_sessions.renew(assembly, connection, session, state)

        self.session = await self.site.store.write(act)

    async def end(self) -> None:
        """Logs out: nothing of the session remains, nor of the login that it gave to a chat."""
        if self.session is not None:
            session, assembly = self.session, self.site.assembly
            await self.site.write(lambda c: web_sessions.log_out(assembly, c, session))
        self.session = None
        self._has_ended = True

    async def take_notice(self) -> str:
        """The sentence to show once; empty when there is none."""
        key = self.state.notice
        if key is None:
            return ""
        await self.change(notice=None)
        known = self.site.assembly.world().texts.has(key)
        return rendering.say(self, key if known else "web.error.refused.text")

    def remember_device(self) -> str:
        """What tells this browser from others over a long time, for the e-ID provider's own look
        at risk. A cookie of its own, so that it neither lives nor dies with the login."""
        known = self.request.cookies.get(security.device_cookie(self.site.assembly), "")
        self._device_id = known if _DEVICE_ID.fullmatch(known) else new_token()
        return self._device_id

    # ── the form ─────────────────────────────────────────────────────────────────────────────

    def value(self, name: str) -> str:
        """A text field, with line breaks as one character; empty when it is missing."""
        value = self.form.get(name)
        return value.replace("\r\n", "\n") if isinstance(value, str) else ""

    async def read_form(self, *, files: bool) -> None:
        """Raises ForgedFormError, StaleFormError or TooLargeError; nothing was done then."""
        assembly = self.site.assembly
        if not security.comes_from_us(self.request, assembly):
            raise ForgedFormError("another site")
        self.form = await _form(self.request, files=files)
        token = self.value(security.FORM_TOKEN)
        if security.same(token, self.form_token):
            return
        if token and security.was_ours(assembly, token):
            raise StaleFormError
        raise ForgedFormError("form token")

    # ── the answer ───────────────────────────────────────────────────────────────────────────

    def send(self, response: Response) -> Response:
        """The response with the cookies that the browser should have."""
        secure = security.is_https(self.site.assembly)
        name = security.cookie_name(self.site.assembly)
        if self._has_ended:
            response.delete_cookie(name, path="/", httponly=True, samesite="lax", secure=secure)
        else:
            token = self.session.token if self.session else self._fresh
            if token != self._cookie:
                response.set_cookie(
                    name, token, path="/", httponly=True, samesite="lax", secure=secure
                )
        if self._device_id is not None:
            response.set_cookie(
                security.device_cookie(self.site.assembly),
                self._device_id,
                max_age=_DEVICE_SECONDS,
                path="/",
                httponly=True,
                samesite="strict",
                secure=secure,
            )
        chosen = self.request.query_params.get("lang")
        if chosen == self.language:
            response.set_cookie(
                rendering.LANGUAGE_COOKIE,
                chosen,
                path="/",
                httponly=True,
                samesite="lax",
                secure=secure,
                max_age=365 * 86400,
            )
        return response


async def open_visit(site: Site, request: Request, *, is_watching: bool = False) -> Visit:
    """The request with the session that its cookie opens.

    `is_watching`: it is a page's script that looks for news, and no sign of a person (threat A11).
    """
    cookie = request.cookies.get(security.cookie_name(site.assembly))
    if not cookie or len(cookie) > 100:
        return Visit(site, request, cookie=None, session=None)
    assembly = site.assembly
    session = await site.store.read(lambda c: web_sessions.load(assembly, c, cookie))
    if session is not None and (
        session.was_idle
        or (not is_watching and session.seen_at + web_sessions.TOUCH_AFTER <= assembly.now())
    ):
        session = await site.store.write(lambda c: web_sessions.touch(assembly, c, cookie))
    return Visit(site, request, cookie=cookie, session=session)


def stranger(site: Site, request: Request) -> Visit:
    """The request without its session: enough for a page that tells what went wrong."""
    return Visit(site, request, cookie=None, session=None)


def say_not_saved(site: Site, request: Request) -> Response:
    """The database is away, so not even the session can be read."""
    return rendering.error_page(stranger(site, request), "not_saved", status=503)


def route(
    site: Site,
    path: str,
    *,
    get: Handler | None = None,
    post: Handler | None = None,
    files: bool = False,
    is_watching: bool = False,
) -> Route:
    """A page. GET shows and changes nothing of what it is about; POST acts and redirects.

    `is_watching` as for `open_visit`.
    """

    async def endpoint(request: Request) -> Response:
        try:
            visit = await open_visit(site, request, is_watching=is_watching)
        except NotSavedError:
            return say_not_saved(site, request)
        handler = post if request.method == "POST" else get
        assert handler is not None  # the route's methods say which there are
        return visit.send(await _answer(visit, handler, files=files))

    methods = [name for name, given in (("GET", get), ("POST", post)) if given is not None]
    return Route(path, endpoint, methods=methods)


async def _answer(visit: Visit, handler: Handler, *, files: bool) -> Response:
    """What the handler says, or the page that says why it could not."""
    try:
        if visit.request.method == "POST":
            await visit.read_form(files=files)
        return await handler(visit)
    except StaleFormError:
        # Nothing is done; the page as it is now tells what there is to do.
        return rendering.redirect(visit.request.url.path)
    except ForgedFormError:
        return rendering.error_page(visit, "forged", status=403)
    except TooLargeError:
        return rendering.error_page(visit, "too_large", status=413)
    except NotFoundError:
        return await _missing(visit)
    except RefusedError as refused:
        return rendering.error_page(visit, refused.reason, status=_status(refused.reason))
    except ProviderError:
        return rendering.error_page(visit, "provider", status=503)
    except NotSavedError:
        return rendering.error_page(visit, "not_saved", status=503)
    except (ArendebotError, SealError):
        log.exception("a page could not be shown")
        return rendering.error_page(visit, "broken", status=500)


async def _missing(visit: Visit) -> Response:
    """Foreign looks like missing; who tries many references is stopped for a while (threat B2)."""
    if visit.person is not None and "reference" in visit.request.path_params:
        now = visit.site.assembly.now()
        recent = web_sessions.recent_misses(visit.state, now)
        if len(recent) >= web_sessions.MOST_MISSES:
            return rendering.error_page(visit, "too_many_misses", status=429)
        await visit.change(misses_at=(*recent, now))
    return rendering.error_page(visit, "not_found", status=404)


#: Reasons that will never change for this link.
_GONE = frozenset(
    {"login_used", "login_too_old", "voided", "withdrawn", "expired", "declined", "received"}
    | {"sign_too_old", "receipt_too_old", "secure_used", "secure_too_old", "transcript_too_old"}
)
_FORBIDDEN = frozenset({"wrong_person", "not_officer", "not_owner"})


def _status(reason: str) -> int:
    if reason in _GONE:
        return 410
    if reason in _FORBIDDEN:
        return 403
    return 429 if reason == "too_many_orders" else 409


async def _form(request: Request, *, files: bool) -> FormData:
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == "multipart/form-data" and files:
        length = request.headers.get("content-length", "")
        if not length.isdigit() or int(length) > MOST_UPLOAD_BYTES:
            raise TooLargeError
        return await request.form(max_files=20, max_fields=_MOST_FIELDS)
    if kind != "application/x-www-form-urlencoded":
        raise ForgedFormError("content type")
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > MOST_FORM_BYTES:
            raise TooLargeError
    try:
        fields = parse_qsl(
            body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=_MOST_FIELDS
        )
    except ValueError as error:
        raise TooLargeError from error
    return FormData([*fields])
