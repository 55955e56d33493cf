"""Chat API v1 (contract, section 3): what the widget speaks. A handler parses, calls and renders."""

import asyncio
import hashlib
from collections.abc import AsyncIterator, Callable, Sequence
from typing import Annotated, TypeVar

import msgspec
from sqlalchemy import Connection
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import BaseRoute, Route
from starlette.types import Receive, Scope, Send

from actions import conversations
from actions.errors import NotFoundError, NotSavedError, RefusedError
from actions.turn import TurnRequest
from actions.uploads import receive
from bot.openapi import openapi_document
from bot.problems import Handler, InvalidRequestError, problem, told
from bot.site import Site
from bot.web import callers
from dialogs.events import Said
from dialogs.fields.base import FileGiven, Place
from dialogs.messages import Message

#: Bodies are small; files have their own route (threat F10).
BODY_LIMIT = 64 * 1024
FILE_LIMIT = 20 * 1024 * 1024
STREAMS_LIMIT = 3
#: Seconds between signs of life on a silent event stream.
KEEP_ALIVE = 15.0
#: Seconds after which a stream looks by itself: another process may have spoken.
LOOK_AGAIN = 3.0

T = TypeVar("T")
#: Why a file is not taken, for the program that sent it.
_WHY = {
    "file_empty": "the file is empty",
    "picture_broken": "the picture is broken and cannot be opened",
    "picture_too_large": "the picture has too many points",
}

Text = Annotated[str, msgspec.Meta(max_length=20_000)]
Short = Annotated[str, msgspec.Meta(min_length=1, max_length=200)]


class NewConversation(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    language: Annotated[str, msgspec.Meta(max_length=20)] = "sv"
    service: Annotated[str, msgspec.Meta(max_length=100)] | None = None


class Location(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    lat: Annotated[float, msgspec.Meta(ge=-90, le=90)]
    lon: Annotated[float, msgspec.Meta(ge=-180, le=180)]


class NewMessage(msgspec.Struct, forbid_unknown_fields=True, frozen=True, omit_defaults=True):
    """What a person did. `id` is the client's own; sent again it has no second effect."""

    id: Annotated[str, msgspec.Meta(min_length=1, max_length=64)]
    text: Text | None = None
    choice: Short | None = None
    choices: Annotated[tuple[Short, ...], msgspec.Meta(max_length=100)] | None = None
    file_ids: Annotated[tuple[Short, ...], msgspec.Meta(max_length=50)] | None = None
    location: Location | None = None


class Messages(msgspec.Struct, frozen=True):
    messages: tuple[Message, ...]


class Opened(msgspec.Struct, frozen=True):
    id: str
    token: str
    messages: tuple[Message, ...]


class StoredFile(msgspec.Struct, frozen=True):
    file_id: str
    name: str
    size: int
    media_type: str


_decode_opening = msgspec.json.Decoder(NewConversation).decode
_decode_message = msgspec.json.Decoder(NewMessage).decode
_encode = msgspec.json.Encoder().encode
_NO_STORE = {"cache-control": "no-store"}


def _json(body: msgspec.Struct, status: int = 200) -> Response:
    return Response(_encode(body), status, _NO_STORE, media_type="application/json")


def routes(site: Site) -> list[BaseRoute]:
    """The API's routes."""
    api = _ChatApi(site)
    base = "/api/v1/conversations"
    own = base + "/{id}"

    def route(path: str, methods: dict[str, Handler]) -> Route:
        return Route(path, _Endpoint(methods, origins=site.settings.allowed_origins))

    return [
        route(own + "/messages", {"POST": api.say, "GET": api.read}),
        route(base, {"POST": api.open}),
        route(own + "/events", {"GET": api.listen}),
        route(own + "/files", {"POST": api.attach}),
        route(own, {"DELETE": api.end}),
        route("/api/v1/openapi.json", {"GET": api.describe}),
    ]


class _Endpoint:
    """One path of the API as a bare ASGI application: every turn passes here.

    Sites that embed the widget call from another origin and get CORS headers; pages and cookies are
    not for them (threat F3). Without an Origin none of that is looked at.
    """

    def __init__(self, methods: dict[str, Handler], *, origins: Sequence[str]) -> None:
        self._methods = {method: told(handler) for method, handler in methods.items()}
        self._for_other_origins = CORSMiddleware(
            self._answer,
            allow_origins=origins,
            allow_methods=[*methods],
            allow_headers=["authorization", "content-type", "last-event-id", "accept-language"],
            allow_credentials=False,
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if any(name == b"origin" for name, _ in scope["headers"]):
            await self._for_other_origins(scope, receive, send)
        else:
            await self._answer(scope, receive, send)

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        handler = self._methods.get(request.method)
        if handler is None:
            allow = {"allow": ", ".join(self._methods)}
            response = problem(request, "method", headers=allow)
        else:
            response = await handler(request)
        await response(scope, receive, send)


class _ChatApi:
    def __init__(self, site: Site) -> None:
        self.site = site
        self.assembly = site.assembly

    async def open(self, request: Request) -> Response:
        body = await _body(request, BODY_LIMIT)
        asked = _parse(_decode_opening, body or b"{}")
        opened = await self.site.open_conversation(
            channel="web",
            language=asked.language[:2].lower(),
            service=asked.service,
            shown_as=callers.embedding_site(self.site, request),
        )
        answer = Opened(
            id=opened.conversation_id,
            token=conversations.token_of(self.assembly, opened.conversation_id),
            messages=opened.answers,
        )
        response = _json(answer, 201)
        name, value = conversations.browser_binding(self.assembly, opened.conversation_id)
        secure = self.assembly.public_url.startswith("https")
        # Not for the API itself, which takes no cookies: only the login page reads it.
        response.set_cookie(
            name, value, path="/", httponly=True, samesite="lax", secure=secure, max_age=86400
        )
        return response

    async def say(self, request: Request) -> Response:
        conversation_id = self._authorised(request)
        said = _parse(_decode_message, await _body(request, BODY_LIMIT))
        result = await self.site.take_turn(
            TurnRequest(
                conversation_id=conversation_id,
                event=await self._event(conversation_id, said),
                message_id=said.id,
                digest=hashlib.sha256(_encode(said)).hexdigest()[:32],
            )
        )
        return _json(Messages(messages=result.answers))

    async def _event(self, conversation_id: str, said: NewMessage) -> Said:
        files: tuple[FileGiven, ...] = ()
        if said.file_ids:
            ids = said.file_ids
            files = await self.site.store.read(
                lambda connection: tuple(
                    self.site.files.describe(
                        self.assembly, connection, file_id, conversation_id=conversation_id
                    )
                    for file_id in ids
                )
            )
        at = said.location
        place = None if at is None else Place(lat=at.lat, lon=at.lon)
        return Said(
            text=said.text or "",
            choice=said.choice,
            choices=said.choices or (),
            files=files,
            place=place,
        )

    async def read(self, request: Request) -> Response:
        conversation_id = self._authorised(request)
        after = _number(request.query_params.get("after", "0"), "after")
        return _json(Messages(messages=await self._after(conversation_id, after)))

    async def _after(self, conversation_id: str, number: int) -> tuple[Message, ...]:
        return await self.site.store.read(
            lambda connection: conversations.messages_after(
                self.assembly, connection, conversation_id, number
            )
        )

    async def listen(self, request: Request) -> Response:
        conversation_id = self._authorised(request)
        last = request.headers.get("last-event-id") or request.query_params.get("after", "0")
        after = _number(last, "Last-Event-ID")
        if self.site.hub.listeners(conversation_id) >= STREAMS_LIMIT:
            return problem(request, "too-many")
        # Read once before answering, so that a missing conversation is a 404 and not a dead stream.
        first = await self._after(conversation_id, after)
        return StreamingResponse(
            self._events(conversation_id, after, first),
            media_type="text/event-stream",
            headers={**_NO_STORE, "x-accel-buffering": "no"},
        )

    async def _events(
        self, conversation_id: str, after: int, messages: tuple[Message, ...]
    ) -> AsyncIterator[bytes]:
        silence = 0.0
        with self.site.hub.listening(conversation_id) as woken:
            yield b"retry: 2000\n\n"
            while True:
                for message in messages:
                    after = message.number
                    yield b"event: message\nid: %d\ndata: %s\n\n" % (after, _encode(message))
                    silence = 0.0
                try:
                    await asyncio.wait_for(woken.wait(), LOOK_AGAIN)
                except TimeoutError:
                    silence += LOOK_AGAIN
                    if silence >= KEEP_ALIVE:
                        silence = 0.0
                        yield b": still here\n\n"
                woken.clear()
                try:
                    messages = await self._after(conversation_id, after)
                except (NotFoundError, NotSavedError):
                    return  # ended, or the database is away: the client connects again and is told

    async def attach(self, request: Request) -> Response:
        conversation_id = self._authorised(request)
        await self.site.store.read(lambda c: conversations.check_open(c, conversation_id))
        length = request.headers.get("content-length", "")
        if length.isdigit() and int(length) > FILE_LIMIT + 10_000:
            raise InvalidRequestError("file: at most 20 MB", status=413)
        async with request.form(max_files=1, max_fields=5) as form:
            upload = form.get("file")
            if upload is None or isinstance(upload, str):
                raise InvalidRequestError("file: a file is expected in the form field `file`")
            content = await upload.read(FILE_LIMIT + 1)
            name, media_type = upload.filename or "", upload.content_type or ""
        if len(content) > FILE_LIMIT:
            raise InvalidRequestError("file: at most 20 MB", status=413)
        if not content:
            raise InvalidRequestError("file: the file is empty")

        try:
            fit = await asyncio.to_thread(receive, name, media_type, content)
        except RefusedError as error:
            raise InvalidRequestError(f"file: {_WHY[error.reason]}") from error

        def save(connection: Connection) -> FileGiven:
            conversations.check_open(connection, conversation_id)
            return self.site.files.save(
                self.assembly,
                connection,
                conversation_id=conversation_id,
                upload=fit,
            )

        given = await self.site.store.write(save)
        stored = StoredFile(
            file_id=given.file_id, name=given.name, size=given.size, media_type=given.media_type
        )
        return _json(stored, 201)

    async def end(self, request: Request) -> Response:
        conversation_id = self._authorised(request)
        await self.site.write(lambda connection: conversations.end(connection, conversation_id))
        return Response(status_code=204, headers=_NO_STORE)

    async def describe(self, request: Request) -> Response:
        return Response(
            msgspec.json.encode(openapi_document(self.assembly.public_url)),
            media_type="application/json",
        )

    def _authorised(self, request: Request) -> str:
        """The conversation's id; raises NotFoundError unless the bearer token is its own."""
        conversation_id: str = request.path_params["id"]
        scheme, _, token = request.headers.get("authorization", "").partition(" ")
        conversations.authorise(
            self.assembly, conversation_id, token if scheme.lower() == "bearer" else ""
        )
        return conversation_id


async def _body(request: Request, limit: int) -> bytes:
    """The whole body. Raises InvalidRequestError when it is longer than `limit` bytes."""
    chunks: list[bytes] = []
    size = 0
    async for chunk in request.stream():
        size += len(chunk)
        if size > limit:
            raise InvalidRequestError(f"body: at most {limit} bytes", status=413)
        chunks.append(chunk)
    return b"".join(chunks)


def _parse(decode: Callable[[bytes], T], body: bytes) -> T:
    try:
        return decode(body)
    except msgspec.ValidationError as error:
        raise InvalidRequestError(str(error)) from None
    except msgspec.DecodeError as error:
        raise InvalidRequestError(f"body: not JSON: {error}", status=400) from None
    except UnicodeDecodeError:
        raise InvalidRequestError("body: not UTF-8", status=400) from None


def _number(text: str, name: str) -> int:
    if not text.isascii() or not text.isdigit() or len(text) > 9:
        raise InvalidRequestError(f"{name}: a message number is expected")
    return int(text)
