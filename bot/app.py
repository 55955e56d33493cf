"""Assembly: puts the one ASGI application together from settings, store, channels and pages."""

import asyncio
import gc
import logging
import signal
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime
from typing import Any

from starlette.applications import Starlette
from starlette.routing import BaseRoute

from actions import elsewhere, outbox
from actions.assembly import Assembly
from actions.catalogue import store_versions
from actions.config_files import ConfigurationFileError
from actions.files import FileStore
from actions.notify import Outcome, Sent
from actions.notify.dispatch import MailDispatch, SmsDispatch, keep_in_outbox
from actions.notify.mail import MailSender
from actions.notify.sms import ElksSender
from actions.seal.keys import SealKeyError
from actions.seal.sealer import Sealer
from actions.store.sealing import Keyring
from actions.store.store import Store
from actions.transcribing import CommandTranscriber
from actions.turn import TurnRequest, run_turns
from actions.worker import Sender, Worker
from actions.worlds import load_world
from bot import chat_api, health, sms
from bot.eid_providers import build_providers, tend
from bot.hub import Hub
from bot.site import Site
from bot.web import pages
from config.settings import Settings, SettingsError
from dialogs.problems import DefinitionErrors
from dialogs.world import World

log = logging.getLogger(__name__)


def utc_now() -> datetime:
    """The one clock."""
    return datetime.now(UTC)


class WorldInForce:
    """The definitions, texts and facts in force; replaced as a whole or not at all."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._world = self._load()

    def __call__(self) -> World:
        return self._world

    def reload(self) -> bool:
        """Reads all files again. A mistake is logged and the world in force stays."""
        try:
            self._world = self._load()
        except (DefinitionErrors, ConfigurationFileError) as error:
            log.error("not reloaded, the earlier definitions stay in force: %s", error)
            return False
        log.info("reloaded %d service definitions", len(self._world.services))
        return True

    def _load(self) -> World:
        return load_world(
            services=self._settings.services,
            municipality=self._settings.municipality,
            texts=self._settings.texts,
            guidance=self._settings.guidance,
        )


def build_site(
    settings: Settings,
    *,
    now: Callable[[], datetime] = utc_now,
    world: Callable[[], World] | None = None,
) -> Site:
    """The parts of one process, not yet started.

    `world`: the definitions in force, when the caller has read them already.
    Raises DefinitionErrors or ConfigurationFileError for files that cannot be used, SettingsError
    for a seal that cannot.
    """
    assembly = Assembly(
        keyring=Keyring(settings.secret_keys),
        world=world or WorldInForce(settings),
        now=now,
        public_url=settings.public_url,
        mode=settings.mode,
        delivery=settings.delivery,
    )
    store: Store[TurnRequest] = Store(
        settings.database_url,
        lambda connection, requests: run_turns(assembly, connection, requests),
    )
    return Site(
        assembly=assembly,
        settings=settings,
        store=store,
        files=FileStore(settings.var / "files"),
        providers=build_providers(settings.eid, assembly),
        hub=Hub(),
        sealer=build_sealer(settings, now=now),
        transcriber=(
            CommandTranscriber(settings.transcriber_command, within=settings.transcriber_timeout)
            if settings.transcriber_command
            else None
        ),
    )


def build_sealer(settings: Settings, *, now: Callable[[], datetime] = utc_now) -> Sealer:
    """What seals receipts, with a key that is good today; a demo's is made when it is needed.

    Raises SettingsError for a key or certificate that cannot be used.
    """
    try:
        sealer = Sealer(settings.seal, folder=settings.var, now=now)
        if not sealer.is_demo:
            sealer.check_key()
    except SealKeyError as error:
        raise SettingsError(str(error)) from None
    return sealer


def build_app(site: Site, *, with_worker: bool = True) -> Starlette:
    """The ASGI application. Its lifespan starts and stops everything."""
    routes: list[BaseRoute] = [*chat_api.routes(site), *pages.routes(site), *health.routes(site)]
    if site.settings.telegram_token and site.settings.telegram_webhook_secret:
        from bot.telegram import webhook_route  # 2.5 s and 165 MB: only when it is configured

        routes.append(webhook_route(site))

    if sms.is_open(site):
        routes += sms.routes(site)

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        async with running(site, with_worker=with_worker):
            yield

    return Starlette(
        routes=routes,
        lifespan=lifespan,
        exception_handlers={404: pages.not_found(site), 500: pages.broken(site)},
    )


def senders(site: Site) -> Mapping[str, Sender]:
    """A sender for each channel of the outbox."""
    settings, assembly = site.settings, site.assembly
    found: dict[str, Sender] = {
        "sms": keep_in_outbox,
        "email": keep_in_outbox,
        elsewhere.CHANNEL: _other_devices(site),
    }
    if settings.smtp_url:
        try:
            mail = MailSender(settings.smtp_url, settings.mail_from)
        except ValueError as error:
            raise SettingsError(str(error)) from None
        found["email"] = MailDispatch(assembly, mail, mail_from=settings.mail_from)
    if settings.sms.provider == "46elks":
        gateway = ElksSender(
            url=settings.sms.url,
            username=settings.sms.username,
            password=settings.sms.password,
            sender=settings.sms.sender,
            report_url=sms.report_url_of(site),
        )
        found["sms"] = SmsDispatch(
            assembly, site.store, gateway, most_a_day=settings.sms.daily_limit
        )
    if settings.telegram_token:
        from bot.telegram import TelegramSender

        found["telegram"] = TelegramSender(site).send
    return found


def _other_devices(site: Site) -> Sender:
    async def tell(message: outbox.Leased) -> Outcome:
        await site.write(lambda c: elsewhere.deliver(site.assembly, c, message.payload))
        return Sent()

    return tell


@asynccontextmanager
async def running(site: Site, *, with_worker: bool) -> AsyncIterator[None]:
    """The store, and the background tasks, while inside."""
    loop = asyncio.get_running_loop()
    site.store.start(committed=lambda notes: _wake(loop, site, notes))
    await _keep_versions(site)
    _keep_from_collector()
    tasks = [asyncio.create_task(tend(site.providers), name="orders")]
    if with_worker:
        worker = Worker(
            site.assembly,
            site.store,
            senders(site),
            files=site.files,
            filled=site.outbox_filled,
            spoken=site.hub.publish_all,
        )
        tasks.append(asyncio.create_task(worker.run(), name="worker"))
    # With the worker: only one process may poll Telegram or tell it where the webhook is.
    if with_worker and site.settings.telegram_token:
        from bot import telegram

        by_webhook = bool(site.settings.telegram_webhook_secret)
        listening = telegram.run_webhook(site) if by_webhook else telegram.run_polling(site)
        tasks.append(asyncio.create_task(listening, name="telegram"))
    if with_worker and sms.is_open(site):
        tasks.append(asyncio.create_task(sms.intake_of(site).run(), name="sms"))
    world = site.assembly.world
    if isinstance(world, WorldInForce):
        with suppress(NotImplementedError, ValueError, RuntimeError):
            # Only in the main thread; a test server in another thread reloads by itself.
            loop.add_signal_handler(signal.SIGHUP, _reload, loop, site, world)
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        for provider in site.providers.values():
            await provider.close()
        await asyncio.to_thread(site.store.stop)
        gc.unfreeze()


def _keep_from_collector() -> None:
    """What is loaded by now stays: the collector need not look through it again and again."""
    gc.unfreeze()  # what a reload has replaced goes
    gc.collect()
    gc.freeze()
    gc.enable()


async def _keep_versions(site: Site) -> None:
    """Drafts of today can be compared with the definitions of tomorrow (row 28)."""
    services = site.assembly.world().services.values()
    await site.store.write(lambda c: store_versions(c, services))


def _reload(loop: asyncio.AbstractEventLoop, site: Site, world: WorldInForce) -> None:
    if world.reload():
        _keep_from_collector()
        task = loop.create_task(_keep_versions(site), name="keep versions")
        task.add_done_callback(_log_failure)


def _log_failure(task: asyncio.Task[None]) -> None:
    if not task.cancelled() and task.exception() is not None:
        log.error("the new definitions are in force but not kept", exc_info=task.exception())


def _wake(loop: asyncio.AbstractEventLoop, site: Site, notes: dict[Any, Any]) -> None:
    """Wakes the worker when a transaction has put something in the outbox."""
    if notes.pop(outbox.FILLED, False):
        with suppress(RuntimeError):  # the loop is closing
            loop.call_soon_threadsafe(site.outbox_filled.set)
