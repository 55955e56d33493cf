"""A site with Telegram as its channel: all at once as in production, or step by step."""

import asyncio
import socket
from collections.abc import AsyncIterator, Callable, Coroutine, Sequence
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import uvicorn
from sqlalchemy import Connection, select
from starlette.applications import Starlette

from actions import outbox
from actions.assembly import Assembly
from actions.conversation_rows import decode_conversation
from actions.eid.demo import DemoProvider
from actions.files import FileStore
from actions.notify import Outcome, Sent
from actions.outbox import Leased
from actions.store.sealing import Keyring
from actions.store.store import Store
from actions.store.tables import conversations, drafts
from actions.store.tables import outbox as outbox_rows
from actions.transcribing import Transcriber
from actions.turn import TurnRequest, run_turns
from actions.worker import Worker
from bot.app import build_sealer
from bot.hub import Hub
from bot.site import Site
from bot.telegram import TelegramSender, run_polling, run_webhook, webhook_route
from bot.telegram.client import close
from bot.telegram.intake import Intake
from config.settings import read_settings
from dialogs.conversation import Conversation
from tests.shipped import shipped_world
from tests.telegram.bot_api_server import TOKEN, BotApi, Update

SECRET = "a-secret-of-ours"
_CONFIG = Path(__file__).parents[2] / "config"


def utc_now() -> datetime:
    return datetime.now(UTC)


def a_site(
    var: Path,
    api_url: str | None,
    *,
    now: Callable[[], datetime] = utc_now,
    database_url: str | None = None,
    public_url: str = "http://127.0.0.1:8000",
    secret: str | None = None,
    transcriber: Transcriber | None = None,
) -> Site:
    """Not yet started. The same `var` again is the same installation.

    Without the address of a Bot API it has no Telegram.
    """
    environment = {
        "VAR_DIR": str(var),
        "TELEGRAM_TOKEN": TOKEN if api_url else "",
        "TELEGRAM_API_URL": api_url or "",
        "ARENDEBOT_PUBLIC_URL": public_url,
        "ARENDEBOT_DATABASE_URL": database_url or "",
        "TELEGRAM_WEBHOOK_SECRET": secret or "",
    }
    settings = read_settings(environment)
    world = shipped_world()
    assembly = Assembly(
        keyring=Keyring(settings.secret_keys), world=lambda: world, now=now, public_url=public_url
    )
    store: Store[TurnRequest] = Store(
        settings.database_url,
        lambda connection, requests: run_turns(assembly, connection, requests),
    )
    files = FileStore(var / "files")
    return Site(
        assembly=assembly,
        settings=settings,
        store=store,
        files=files,
        providers={"demo": DemoProvider(assembly)},
        hub=Hub(),
        sealer=build_sealer(settings, now=now),
        transcriber=transcriber,
    )


class Steps:
    """A site without background work: each step is taken by the test."""

    def __init__(self, site: Site, api: BotApi) -> None:
        self.site = site
        self.api = api
        self.intake = Intake(site, retry_after=(0.0,))
        self.sender = TelegramSender(site)
        self.worker = a_worker(site, self.sender)

    async def receive(self, updates: Sequence[Update] | None = None) -> int:
        """Stores the given updates, else all that wait at the server, which forgets them."""
        return await self.intake.receive(self.api.take_all() if updates is None else updates)

    async def handle(self) -> int:
        return await self.intake.handle()

    async def deliver(self) -> None:
        while await self.worker.send_due():
            pass

    async def answer(self) -> None:
        """Everything that the waiting updates lead to."""
        await self.receive()
        await self.handle()
        await self.deliver()

    def conversation(self, chat_id: int = 70) -> Conversation:
        """The account's conversation as it is stored."""
        mac = self.site.assembly.keyring.mac("account telegram", str(chat_id))

        def read(connection: Connection) -> Conversation:
            row = connection.execute(
                select(conversations).where(conversations.c.account_mac == mac)
            ).one()
            key = self.site.assembly.keyring.row_key(row.id, row.key)
            return decode_conversation(key.open(row.state, "state"))

        return self.site.store._read(read)

    def statuses(self) -> list[str]:
        """Of all filings, oldest first."""
        return self.site.store._read(
            lambda c: list(
                c.execute(select(drafts.c.status).order_by(drafts.c.created_at)).scalars()
            )
        )


def a_worker(site: Site, sender: TelegramSender) -> Worker:
    async def keep(_leased: Leased) -> Outcome:
        return Sent()

    senders = {"telegram": sender.send, "email": keep, "sms": keep}
    return Worker(
        site.assembly,
        site.store,
        senders,
        files=site.files,
        filled=site.outbox_filled,
    )


@asynccontextmanager
async def started(site: Site) -> AsyncIterator[None]:
    """The site's store, while inside."""
    loop = asyncio.get_running_loop()

    def wake(notes: dict[Any, Any]) -> None:
        if notes.pop(outbox.FILLED, False):
            loop.call_soon_threadsafe(site.outbox_filled.set)

    site.store.start(committed=wake)
    try:
        yield
    finally:
        site.store.stop()
        await close(site)


@asynccontextmanager
async def stepping(var: Path, api: BotApi, **settings: Any) -> AsyncIterator[Steps]:
    site = a_site(var, api.url, **settings)
    async with started(site):
        yield Steps(site, api)


@asynccontextmanager
async def background(*works: Coroutine[Any, Any, None]) -> AsyncIterator[None]:
    tasks = [asyncio.create_task(work) for work in works]
    try:
        yield
        for task in tasks:
            if task.done():
                task.result()
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def is_anything_pending(site: Site) -> bool:
    pending = select(outbox_rows.c.id).where(outbox_rows.c.state == "pending")
    return await site.store.write(lambda c: c.execute(pending).first() is not None)


async def nothing_pending(site: Site) -> None:
    """Waits until the worker has written down that everything is sent."""
    while await is_anything_pending(site):
        pass


@asynccontextmanager
async def polling(var: Path, api: BotApi) -> AsyncIterator[Site]:
    """The whole channel by long polling."""
    site = a_site(var, api.url)
    async with started(site):
        worker = a_worker(site, TelegramSender(site))
        async with background(worker.run(), run_polling(site)):
            yield site


@asynccontextmanager
async def webhooks(var: Path, api: BotApi) -> AsyncIterator[Site]:
    """The whole channel by webhook, on a real server."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        port = listening.getsockname()[1]
        site = a_site(var, api.url, public_url=f"http://127.0.0.1:{port}", secret=SECRET)
        async with started(site):
            app = Starlette(routes=[webhook_route(site)])
            server = uvicorn.Server(
                uvicorn.Config(app, log_config=None, lifespan="off", access_log=False)
            )
            server.install_signal_handlers = lambda: None  # type: ignore[attr-defined]  # older name
            worker = a_worker(site, TelegramSender(site))
            serving = asyncio.create_task(server.serve(sockets=[listening]))
            try:
                async with background(worker.run(), run_webhook(site)):
                    yield site
            finally:
                server.should_exit = True
                with suppress(asyncio.CancelledError):
                    await serving
