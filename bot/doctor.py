"""`arendebot doctor`: is everything as it must be? Never prints a secret."""

import asyncio
import sqlite3
from collections.abc import Callable, Iterable
from datetime import datetime

import click
from sqlalchemy import text

from actions.assembly import Assembly
from actions.config_files import ConfigurationFileError
from actions.eid.port import EidProvider, ProviderError
from actions.seal.keys import owner
from actions.store.database import create_engines
from actions.store.sealing import Keyring
from bot.app import WorldInForce, build_sealer, utc_now
from bot.eid_providers import build_providers
from config.settings import Settings
from dialogs.problems import DefinitionErrors
from dialogs.world import World

#: Older libraries can lose a WAL reset when several connections checkpoint (threat E2).
_SAFE_SQLITE = (3, 51, 3)


def examine(settings: Settings) -> int:
    """Prints one line for each thing; exit status 1 if any is wrong."""
    failures = 0
    for name, check in (
        ("definitions", _definitions),
        ("database", _database),
        ("e-ID", _eid),
        ("mail", _mail),
        ("sms", _sms),
        ("telegram", _telegram),
        ("seal", check_seal),
    ):
        try:
            click.echo(f"ok     {name}: {check(settings)}")
        except Exception as error:
            failures += 1
            click.echo(f"WRONG  {name}: {error}")
    return 1 if failures else 0


def _definitions(settings: Settings) -> str:
    try:
        world = WorldInForce(settings)()
    except (DefinitionErrors, ConfigurationFileError) as error:
        raise RuntimeError(str(error)) from None
    return f"{len(world.services)} services"


def _database(settings: Settings) -> str:
    engine, reading = create_engines(settings.database_url)
    try:
        with engine.connect() as connection:
            if connection.dialect.name == "sqlite":
                level = connection.exec_driver_sql("PRAGMA synchronous").scalar()
                note = f"SQLite {sqlite3.sqlite_version}, synchronous={level} (2 is FULL)"
                if sqlite3.sqlite_version_info < _SAFE_SQLITE:
                    note += "; older than 3.51.3, so keep to this one process"
                return note
            for setting in ("fsync", "full_page_writes", "synchronous_commit"):
                value = connection.execute(text(f"SHOW {setting}")).scalar()
                if value == "off":
                    raise RuntimeError(f"{setting} is off: commits can be lost. Turn it on.")
            return "PostgreSQL, commits are durable"
    finally:
        engine.dispose()
        reading.dispose()


def _eid(settings: Settings) -> str:
    assembly = Assembly(
        keyring=Keyring(settings.secret_keys),
        world=_no_world,
        now=utc_now,
        public_url=settings.public_url,
        mode=settings.mode,
    )
    return asyncio.run(_examine_all(build_providers(settings.eid, assembly).values()))


def _no_world() -> World:
    raise AssertionError("an e-ID provider needs no definitions")


async def _examine_all(providers: Iterable[EidProvider]) -> str:
    """What every provider says of itself. Raises RuntimeError for the first that cannot be used."""
    told = []
    for provider in providers:
        try:
            told.append(f"{provider.name}: {await provider.examine()}")
        except ProviderError as error:
            raise RuntimeError(f"{provider.name}: {error}") from error
        finally:
            await provider.close()
    return "; ".join(told)


def _mail(settings: Settings) -> str:
    return "SMTP" if settings.smtp_url else "outbox"


def _sms(settings: Settings) -> str:
    sms = settings.sms
    if sms.provider == "outbox":
        return "outbox"
    told = f"46elks, from {sms.sender}, at most {sms.daily_limit} a day"
    if sms.webhook_secret is None:
        return f"{told}; without ELKS_WEBHOOK_SECRET nobody is told of an SMS that did not arrive"
    can_answer = sms.sender.startswith("+")
    replies = "replies" if can_answer else "no replies, since ELKS_SENDER is no number"
    sources = "listed addresses" if sms.sources else "any address"
    return f"{told}; delivery reports and {replies}, from {sources}"


def _telegram(settings: Settings) -> str:
    if not settings.telegram_token:
        return "not configured"
    return "webhook" if settings.telegram_webhook_secret else "polling"


#: Days before the seal's certificate expires when it is time to order a new one.
_SEAL_EXPIRES_SOON = 60


def check_seal(settings: Settings, *, now: Callable[[], datetime] = utc_now) -> str:
    """Whose the seal is and until when. Raises SettingsError when nothing can be sealed today."""
    sealer = build_sealer(settings, now=now)
    if sealer.is_demo:
        return "a demo seal, which proves nothing"
    certificate = sealer.check_key()
    ends = certificate.not_valid_after_utc
    left = (ends - now()).days
    soon = f", only {left} days: order a new one" if left < _SEAL_EXPIRES_SOON else ""
    return f"{owner(certificate)}, valid until {ends:%Y-%m-%d}{soon}"
