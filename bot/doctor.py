"""`arendebot doctor`: is everything as it must be? Never prints a secret."""

import asyncio
import sqlite3
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, timedelta

import click
from sqlalchemy import text

from actions.assembly import Assembly
from actions.clocks import between
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


#: What was seen of other clocks on the way: by whose they are, how much ahead of ours.
Clocks = dict[str, timedelta]


class DoubtError(Exception):
    """It works, and somebody should look at it."""


def examine(settings: Settings, *, now: Callable[[], datetime] = utc_now) -> int:
    """Prints one line for each thing; exit status 1 if any is wrong."""
    failures = 0
    clocks: Clocks = {}
    checks: Mapping[str, Callable[[], str]] = {
        "definitions": lambda: _definitions(settings),
        "database": lambda: _database(settings, clocks, now),
        "e-ID": lambda: _eid(settings, clocks, now),
        "clocks": lambda: check_clocks(clocks),
        "mail": lambda: _mail(settings),
        "sms": lambda: _sms(settings),
        "telegram": lambda: _telegram(settings),
        "seal": lambda: check_seal(settings),
    }
    for name, check in checks.items():
        try:
            click.echo(f"ok     {name}: {check()}")
        except DoubtError as doubt:
            click.echo(f"WARN   {name}: {doubt}")
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


def _database(settings: Settings, clocks: Clocks, now: Callable[[], datetime]) -> str:
    engine, reading = create_engines(settings.database_url)
    try:
        with engine.connect() as connection:
            if connection.dialect.name == "sqlite":
                level = connection.exec_driver_sql("PRAGMA synchronous").scalar()
                note = f"SQLite {sqlite3.sqlite_version}, synchronous={level} (2 is FULL)"
                if sqlite3.sqlite_version_info < _SAFE_SQLITE:
                    note += "; older than 3.51.3, so keep to this one process"
                return note  # its clock is ours
            asked_at = now()
            shown = connection.execute(text("SELECT clock_timestamp()")).scalar_one()
            clocks["the database"] = between(shown, shown, asked_at, now())
            for setting in ("fsync", "full_page_writes", "synchronous_commit"):
                value = connection.execute(text(f"SHOW {setting}")).scalar()
                if value == "off":
                    raise RuntimeError(f"{setting} is off: commits can be lost. Turn it on.")
            return "PostgreSQL, commits are durable"
    finally:
        engine.dispose()
        reading.dispose()


def _eid(settings: Settings, clocks: Clocks, now: Callable[[], datetime]) -> str:
    assembly = Assembly(
        keyring=Keyring(settings.secret_keys),
        world=_no_world,
        now=now,
        public_url=settings.public_url,
        mode=settings.mode,
    )
    providers = build_providers(settings.eid, assembly).values()
    told = asyncio.run(_examine_all(providers, clocks))
    if not any(provider.can_sign for provider in providers):
        raise DoubtError(
            f"{told}. NOBODY CAN SIGN, so what needs a signature cannot be sent: "
            "add an e-ID that signs to ARENDEBOT_EID."
        )
    return told


def _no_world() -> World:
    raise AssertionError("an e-ID provider needs no definitions")


async def _examine_all(providers: Iterable[EidProvider], clocks: Clocks) -> str:
    """What every provider says of itself. Raises RuntimeError for the first that cannot be used."""
    told = []
    for provider in providers:
        try:
            told.append(f"{provider.name}: {await provider.examine()}")
        except ProviderError as error:
            raise RuntimeError(f"{provider.name}: {error}") from error
        finally:
            if provider.clock_ahead is not None:
                clocks[provider.name] = provider.clock_ahead
            await provider.close()
    return "; ".join(told)


#: Differences that are looked at, and that hurt: e-IDs refuse what is a minute off, and a minute holds
#: both clocks and the way between them.
_CLOCKS_DIFFER, _CLOCKS_HURT = timedelta(seconds=2), timedelta(seconds=30)


def check_clocks(clocks: Mapping[str, timedelta]) -> str:
    """Raises DoubtError for a difference of more than two seconds, RuntimeError for one of more than 30."""
    if not clocks:
        return "there is no other clock to compare with"
    differing = {whose: ahead for whose, ahead in clocks.items() if abs(ahead) > _CLOCKS_DIFFER}
    if not differing:
        return f"this machine agrees with {' and '.join(clocks)}"
    told = ", ".join(
        f"{abs(ahead).total_seconds():.0f} s {'behind' if ahead > timedelta(0) else 'ahead of'} {whose}"
        for whose, ahead in differing.items()
    )
    advice = "Let NTP set the clock (timedatectl shows whether it does)"
    if "the database" in differing:
        advice += ", here and on the database's machine"
    if max(abs(ahead) for ahead in differing.values()) <= _CLOCKS_HURT:
        raise DoubtError(f"this machine is {told}. {advice}.")
    raise RuntimeError(
        f"this machine is {told}. {advice}: logins and signatures are refused when it is a minute off."
    )


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
