"""A local server that speaks Telegram's Bot API, with Telegram's own strictness and moods.

It keeps updates until they are acknowledged, refuses what Telegram refuses, and can be told to be
slow, to say 429 or 403, and to deliver twice or in another order.
"""

import asyncio
import json
import random
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from aiohttp import ClientSession, web

TOKEN = "123456:AAtestTESTtestTESTtestTESTtestTEST"
PATIENCE = 20.0

Update = dict[str, Any]


class RefusedCall(Exception):
    """The API's answer to a call that it does not carry out."""

    def __init__(self, status: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.status = status
        self.description = description
        self.parameters = parameters


@dataclass
class Shown:
    """A message of the bot's as the person sees it."""

    message_id: int
    chat_id: int
    text: str
    markup: dict[str, Any] = field(default_factory=dict)

    @property
    def buttons(self) -> list[dict[str, Any]]:
        rows = self.markup.get("inline_keyboard") or self.markup.get("keyboard") or []
        return [button for row in rows for button in row]

    @property
    def labels(self) -> list[str]:
        return [button["text"] for button in self.buttons]


@dataclass
class Call:
    method: str
    arguments: Mapping[str, Any]


class BotApi:
    """The server's state, and what tests look at."""

    def __init__(self, *, first_update: int = 1000) -> None:
        self.url = ""
        self.shown: list[Shown] = []
        self.calls: list[Call] = []
        self.files: dict[str, bytes] = {}
        #: (method, refusal) → the next call of the method is refused so.
        self.refusals: list[tuple[str, RefusedCall]] = []
        self.blocked: set[int] = set()
        #: Decides in which order waiting updates are handed over, and how often.
        self.arrange: Callable[[list[Update]], list[Update]] = lambda updates: updates
        self.webhook: tuple[str, str] | None = None
        self.polls = 0
        self._updates: dict[int, Update] = {}
        self._next_update = first_update
        self._next_message = 1
        self._changed = asyncio.Condition()

    # ── what a test does and asks ────────────────────────────────────────────────────────────

    async def push(self, **content: Any) -> int:
        """A new update. Returns its id."""
        update_id = self._next_update
        self._next_update += 1
        self._updates[update_id] = {"update_id": update_id, **content}
        await self._tell()
        return update_id

    def new_message_id(self) -> int:
        self._next_message += 1
        return self._next_message

    @property
    def unacknowledged(self) -> list[Update]:
        return [self._updates[each] for each in sorted(self._updates)]

    def take_all(self) -> list[Update]:
        """Hands everything over to a test that carries it itself."""
        waiting = self.unacknowledged
        self._updates.clear()
        return waiting

    def refuse_next(self, method: str, status: int, description: str, **parameters: int) -> None:
        self.refusals.append((method, RefusedCall(status, description, **parameters)))

    def flood(self, times: int = 1, *, retry_after: int = 1) -> None:
        for _ in range(times):
            self.refuse_next("sendMessage", 429, "Too Many Requests", retry_after=retry_after)

    def called(self, method: str) -> list[Mapping[str, Any]]:
        return [call.arguments for call in self.calls if call.method == method]

    async def until(self, is_so: Callable[[], Any], what: str = "") -> Any:
        """Waits until `is_so` gives something true."""
        try:
            async with asyncio.timeout(PATIENCE), self._changed:
                while not (found := is_so()):
                    await self._changed.wait()
                return found
        except TimeoutError:
            seen = "\n---\n".join(shown.text for shown in self.shown[-5:])
            raise AssertionError(f"it did not happen: {what}\nlast shown:\n{seen}") from None

    async def until_forever(self, is_so: Callable[[], Any]) -> None:
        """The same for whoever serves and has nothing else to do."""
        async with self._changed:
            await self._changed.wait_for(is_so)

    # ── the server ───────────────────────────────────────────────────────────────────────────

    async def _tell(self) -> None:
        async with self._changed:
            self._changed.notify_all()

    async def answer(self, request: web.Request) -> web.Response:
        method = request.match_info["method"]
        if request.match_info["token"] != TOKEN:
            return _refusal(RefusedCall(401, "Unauthorized"))
        form = await request.post()
        arguments = {name: _plain(str(value)) for name, value in form.items()}
        if method != "getUpdates":
            self.calls.append(Call(method, arguments))
        try:
            for place, (refused, refusal) in enumerate(self.refusals):
                if refused == method:
                    del self.refusals[place]
                    raise refusal
            handler = getattr(self, f"_on_{method.lower()}", None)
            if handler is None:
                raise RefusedCall(404, "Not Found")
            result = await handler(arguments)
        except RefusedCall as refusal:
            return _refusal(refusal)
        finally:
            await self._tell()
        return web.json_response({"ok": True, "result": result})

    async def serve_file(self, request: web.Request) -> web.Response:
        content = self.files.get(request.match_info["path"])
        if request.match_info["token"] != TOKEN or content is None:
            return web.Response(status=404)
        return web.Response(body=content)

    async def _on_getme(self, _: Mapping[str, Any]) -> Any:
        return {"id": 123456, "is_bot": True, "first_name": "Bot", "username": "kramfors_bot"}

    async def _on_getupdates(self, arguments: Mapping[str, Any]) -> Any:
        if self.webhook is not None:
            raise RefusedCall(409, "Conflict: can't use getUpdates method while webhook is active")
        self.polls += 1
        offset = int(arguments.get("offset", 0))
        for update_id in [each for each in self._updates if each < offset]:
            del self._updates[update_id]
        await self._tell()
        if not self._updates:
            with suppress(TimeoutError):
                async with asyncio.timeout(float(arguments.get("timeout", 0))), self._changed:
                    await self._changed.wait_for(lambda: self._updates)
        return self.arrange(self.unacknowledged)[:100]

    async def _on_setwebhook(self, arguments: Mapping[str, Any]) -> Any:
        self.webhook = (str(arguments["url"]), str(arguments.get("secret_token", "")))
        return True

    async def _on_deletewebhook(self, _: Mapping[str, Any]) -> Any:
        self.webhook = None
        return True

    async def _on_setmycommands(self, arguments: Mapping[str, Any]) -> Any:
        for command in arguments["commands"]:
            name, text = command["command"], command["description"]
            if not (1 <= len(name) <= 32 and name.replace("_", "").isalnum() and name.isascii()):
                raise RefusedCall(400, "Bad Request: BOT_COMMAND_INVALID")
            if not 1 <= len(text) <= 256:
                raise RefusedCall(400, "Bad Request: BOT_COMMAND_DESCRIPTION_INVALID")
        return True

    async def _on_sendmessage(self, arguments: Mapping[str, Any]) -> Any:
        chat_id, text = int(arguments["chat_id"]), str(arguments["text"])
        if chat_id in self.blocked:
            raise RefusedCall(403, "Forbidden: bot was blocked by the user")
        if not text.strip():
            raise RefusedCall(400, "Bad Request: message text is empty")
        if len(text.encode("utf-16-le")) // 2 > 4096:
            raise RefusedCall(400, "Bad Request: message is too long")
        markup = arguments.get("reply_markup") or {}
        _check_markup(markup)
        shown = Shown(self.new_message_id(), chat_id, text, markup)
        self.shown.append(shown)
        return _message(shown.message_id, chat_id, text=text)

    async def _on_editmessagereplymarkup(self, arguments: Mapping[str, Any]) -> Any:
        markup = arguments.get("reply_markup") or {}
        _check_markup(markup)
        for shown in self.shown:
            if shown.message_id == int(arguments["message_id"]):
                shown.markup = markup
                return _message(shown.message_id, shown.chat_id, text=shown.text)
        raise RefusedCall(400, "Bad Request: message to edit not found")

    async def _on_answercallbackquery(self, arguments: Mapping[str, Any]) -> Any:
        return bool(arguments["callback_query_id"])

    async def _on_deletemessage(self, arguments: Mapping[str, Any]) -> Any:
        return bool(arguments["message_id"])

    async def _on_getfile(self, arguments: Mapping[str, Any]) -> Any:
        file_id = str(arguments["file_id"])
        content = self.files.get(file_id)
        if content is None:
            raise RefusedCall(400, "Bad Request: wrong file_id or the file is unavailable")
        if len(content) > 20 * 2**20:
            raise RefusedCall(400, "Bad Request: file is too big")
        return {
            "file_id": file_id,
            "file_unique_id": file_id,
            "file_size": len(content),
            "file_path": file_id,
        }

    async def post_to_webhook(self, post: Callable[[Update, str], Any]) -> None:
        """Hands over what waits, again and again until it is taken with a 2xx."""
        assert self.webhook is not None
        while self._updates:
            for update in self.arrange(self.unacknowledged):
                if 200 <= await post(update, self.webhook[1]) < 300:
                    self._updates.pop(update["update_id"], None)


class Person:
    """Somebody with Telegram on the phone, in a private chat with the bot."""

    def __init__(self, api: BotApi, chat_id: int = 70, *, language: str = "sv") -> None:
        self.api = api
        self.chat_id = chat_id
        self.user = {
            "id": chat_id,
            "is_bot": False,
            "first_name": "Kim",
            "language_code": language,
        }

    @property
    def shown(self) -> list[Shown]:
        return [shown for shown in self.api.shown if shown.chat_id == self.chat_id]

    def message(self, **content: Any) -> dict[str, Any]:
        message_id = self.api.new_message_id()
        return {**_message(message_id, self.chat_id, **content), "from": self.user}

    async def writes(self, text: str, **more: Any) -> int:
        return await self.api.push(message=self.message(text=text, **more))

    async def edits(self, text: str) -> int:
        edited = {**self.message(text=text), "edit_date": 1_800_000_001}
        return await self.api.push(edited_message=edited)

    async def shares(self, latitude: float, longitude: float) -> int:
        place = {"latitude": latitude, "longitude": longitude}
        return await self.api.push(message=self.message(location=place))

    async def sends_photo(self, content: bytes, *, caption: str | None = None) -> int:
        file_id = f"photo-{len(self.api.files)}"
        self.api.files[file_id] = content
        sizes = [
            {"file_id": "small", "file_unique_id": "s", "width": 90, "height": 60},
            {
                "file_id": file_id,
                "file_unique_id": file_id,
                "width": 900,
                "height": 600,
                "file_size": len(content),
            },
        ]
        more = {} if caption is None else {"caption": caption}
        return await self.api.push(message=self.message(photo=sizes, **more))

    async def speaks(self, recording: bytes, *, seconds: int = 3) -> int:
        file_id = f"voice-{len(self.api.files)}"
        self.api.files[file_id] = recording
        voice = {
            "file_id": file_id,
            "file_unique_id": file_id,
            "duration": seconds,
            "mime_type": "audio/ogg",
            "file_size": len(recording),
        }
        return await self.api.push(message=self.message(voice=voice))

    async def sends_document(self, name: str, content: bytes, media_type: str) -> int:
        file_id = f"document-{len(self.api.files)}"
        self.api.files[file_id] = content
        document = {
            "file_id": file_id,
            "file_unique_id": file_id,
            "file_name": name,
            "mime_type": media_type,
            "file_size": len(content),
        }
        return await self.api.push(message=self.message(document=document))

    async def presses(self, label: str, *, on: Shown | None = None) -> int:
        """Presses the newest button with `label` in its text, or the one under the message `on`."""
        among = [on] if on is not None else list(reversed(self.shown))
        for shown in among:
            for button in shown.buttons:
                if label in button["text"] and "callback_data" in button:
                    return await self._press(shown, button)
        raise AssertionError(f"no button {label!r} among {[each.labels for each in among[:3]]}")

    async def _press(self, shown: Shown, button: Mapping[str, Any]) -> int:
        held = _message(
            shown.message_id, self.chat_id, text=shown.text, reply_markup=dict(shown.markup)
        )
        query = {
            "id": f"query-{self.api.new_message_id()}",
            "from": self.user,
            "chat_instance": "1",
            "message": held,
            "data": button["callback_data"],
        }
        return await self.api.push(callback_query=query)

    async def hears(self, text: str, *, times: int = 1) -> Shown:
        """Waits until the bot has said something with `text` in it; returns the newest."""

        def said() -> list[Shown]:
            found = [shown for shown in self.shown if text in shown.text]
            return found if len(found) >= times else []

        found: list[Shown] = await self.api.until(said, f"{text!r} is said {times} times")
        return found[-1]


@asynccontextmanager
async def running_bot_api(*, first_update: int = 1000) -> AsyncIterator[BotApi]:
    """The server on a free port."""
    api = BotApi(first_update=first_update)
    app = web.Application(client_max_size=30 * 2**20)
    app.router.add_post("/bot{token}/{method}", api.answer)
    app.router.add_get("/file/bot{token}/{path:.+}", api.serve_file)
    # Nobody waits for a long poll when the test is over.
    runner = web.AppRunner(app, shutdown_timeout=0.1, handler_cancellation=True)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    assert site._server is not None
    port = site._server.sockets[0].getsockname()[1]  # type: ignore[attr-defined]  # asyncio's
    api.url = f"http://127.0.0.1:{port}"
    try:
        yield api
    finally:
        await runner.cleanup()


@asynccontextmanager
async def posting(api: BotApi) -> AsyncIterator[None]:
    """Posts to the webhook that was set, as Telegram does, while inside."""

    async def work() -> None:
        async with ClientSession() as session:

            async def post(update: Update, secret: str) -> int:
                assert api.webhook is not None
                headers = {"X-Telegram-Bot-Api-Secret-Token": secret}
                url = api.webhook[0]
                async with session.post(url, json=update, headers=headers) as response:
                    return response.status

            while True:
                await api.until_forever(lambda: api.webhook and api.unacknowledged)
                await api.post_to_webhook(post)

    task = asyncio.create_task(work())
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


def twice_and_shuffled(seed: int) -> Callable[[list[Update]], list[Update]]:
    """Each update two times, in any order."""
    dice = random.Random(seed)

    def arrange(updates: list[Update]) -> list[Update]:
        several = [*updates, *updates]
        dice.shuffle(several)
        return several

    return arrange


def _message(message_id: int, chat_id: int, **content: Any) -> dict[str, Any]:
    chat = {"id": chat_id, "type": "private", "first_name": "Kim"}
    return {"message_id": message_id, "date": 1_800_000_000, "chat": chat, **content}


def _plain(value: str) -> Any:
    if value[:1] in ("{", "["):
        return json.loads(value)
    return value


def _refusal(refusal: RefusedCall) -> web.Response:
    body: dict[str, Any] = {
        "ok": False,
        "error_code": refusal.status,
        "description": refusal.description,
    }
    if refusal.parameters:
        body["parameters"] = refusal.parameters
    return web.json_response(body, status=refusal.status)


def _check_markup(markup: Mapping[str, Any]) -> None:
    buttons = [button for row in markup.get("inline_keyboard", []) for button in row]
    if len(buttons) > 100:
        raise RefusedCall(400, "Bad Request: too many inline keyboard buttons")
    for button in buttons:
        if not button["text"]:
            raise RefusedCall(400, "Bad Request: text buttons must be non-empty")
        data = button.get("callback_data")
        if data is not None and not 1 <= len(data.encode()) <= 64:
            raise RefusedCall(400, "Bad Request: BUTTON_DATA_INVALID")
        host = urlsplit(button.get("url", "https://a.se")).hostname or ""
        if "." not in host or host.startswith("127."):
            raise RefusedCall(
                400, "Bad Request: inline keyboard button URL is invalid: Wrong HTTP URL"
            )
        if data is None and "url" not in button:
            raise RefusedCall(400, "Bad Request: inline keyboard button must have a payload")
