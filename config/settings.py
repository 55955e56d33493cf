"""Settings from the environment and `.env` (contract, section 2), checked once at the start.

Every mistake stops the start with one line that says which name, why, and what is expected.
"""

import os
import re
import secrets
import shlex
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Literal, get_args
from urllib.parse import urlsplit

import msgspec
from dotenv import dotenv_values

from config.eid_settings import EidSettings, read_eid
from config.modes import check_mode
from config.reading import (
    SettingsError,
    address,
    directory,
    file,
    has_fine_port,
    is_web,
    networks,
    words,
)
from config.seal_settings import SealSettings, read_seal
from config.sms_settings import SmsSettings, read_sms

__all__ = ["Settings", "SettingsError", "read_settings"]

ROOT = Path(__file__).resolve().parent

Mode = Literal["demo", "production"]

#: Names that belong to the contract; any other ARENDEBOT_… name is a mistake.
NAMES = frozenset(
    {
        "ARENDEBOT_MODE",
        "ARENDEBOT_PUBLIC_URL",
        "ARENDEBOT_DATABASE_URL",
        "ARENDEBOT_SECRET_KEYS",
        "ARENDEBOT_SERVICES_DIR",
        "ARENDEBOT_MUNICIPALITY",
        "ARENDEBOT_EID",
        "ARENDEBOT_ALLOWED_ORIGINS",
    }
)
DELIVERIES = frozenset({"officers", "email"})
_DATABASES = ("sqlite:", "postgresql:", "postgresql+psycopg:")
_KEY_LENGTH = 32
_BOT_NAME = re.compile("[A-Za-z][A-Za-z0-9_]{4,31}")


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """What the operator decides."""

    mode: Mode
    host: str
    port: int
    public_url: str
    var: Path
    database_url: str
    secret_keys: tuple[str, ...]
    services: Path
    municipality: Path
    eid: EidSettings
    seal: SealSettings
    #: Networks whose forwarding headers are believed (threat A10).
    trusted_proxies: tuple[str, ...] = ()
    #: Where received cases go.
    delivery: frozenset[str]
    #: Sites that may embed the widget; "*" in demo mode.
    allowed_origins: tuple[str, ...]
    telegram_token: str | None
    telegram_api_url: str
    telegram_webhook_secret: str | None
    sms: SmsSettings
    smtp_url: str | None
    mail_from: str
    #: The bot's username without "@", for links to it.
    telegram_bot_name: str | None = None
    #: The command that turns a recording into text, as its arguments; empty: voice is not heard.
    transcriber_command: tuple[str, ...] = ()
    #: Seconds after which a voice message is asked for in writing.
    transcriber_timeout: float = 30.0
    texts: Path = ROOT / "texts"
    guidance: Path = ROOT / "guidance.yaml"


def read_settings(environment: Mapping[str, str] | None = None) -> Settings:
    """Settings from `environment` (default: `.env` under the process's own environment).

    Raises SettingsError.
    """
    if environment is None:
        written = {name: value for name, value in dotenv_values(".env").items() if value}
        environment = {**written, **os.environ}
    given = {name: value.strip() for name, value in environment.items() if value.strip()}
    _refuse_unknown(given)
    mode = _mode(given)
    host = given.get("HOST", "127.0.0.1")
    port = _port(given)
    var = Path(given.get("VAR_DIR", "var")).absolute()
    settings = Settings(
        mode=mode,
        host=host,
        port=port,
        public_url=_public_url(given, mode, host, port),
        var=var,
        database_url=_database_url(given, var),
        secret_keys=_secret_keys(given, mode, var),
        services=directory(given, "ARENDEBOT_SERVICES_DIR", ROOT / "services"),
        municipality=file(given, "ARENDEBOT_MUNICIPALITY", ROOT / "municipality.yaml"),
        eid=read_eid(given, production=mode == "production"),
        seal=read_seal(given),
        trusted_proxies=networks(given, "TRUSTED_PROXIES"),
        delivery=_delivery(given),
        allowed_origins=_origins(given, mode),
        telegram_token=given.get("TELEGRAM_TOKEN"),
        telegram_api_url=address(given, "TELEGRAM_API_URL", "https://api.telegram.org"),
        telegram_webhook_secret=given.get("TELEGRAM_WEBHOOK_SECRET"),
        sms=read_sms(given),
        smtp_url=given.get("SMTP_URL"),
        mail_from=given.get("MAIL_FROM", "no-reply@localhost"),
        telegram_bot_name=_bot_name(given),
        transcriber_command=_transcriber_command(given),
        transcriber_timeout=_seconds(given, "TRANSCRIBER_TIMEOUT", 30.0),
    )
    check_mode(settings, given)
    return settings


def _refuse_unknown(given: Mapping[str, str]) -> None:
    for name in given:
        if name.startswith("ARENDEBOT_") and name not in NAMES:
            known = ", ".join(sorted(NAMES))
            raise SettingsError(f"{name}: there is no such setting. Known are {known}.")


def _mode(given: Mapping[str, str]) -> Mode:
    mode = given.get("ARENDEBOT_MODE", "demo")
    if mode == "demo":
        return "demo"
    if mode == "production":
        return "production"
    expected = " or ".join(get_args(Mode))
    raise SettingsError(f"ARENDEBOT_MODE: {mode!r} is not a mode. Expected {expected}.")


def _port(given: Mapping[str, str]) -> int:
    port = given.get("PORT", "8000")
    if not (port.isascii() and port.isdigit()) or not 0 < int(port) < 65536:
        raise SettingsError(f"PORT: {port!r} is not a port. Expected a number from 1 to 65535.")
    return int(port)


def _public_url(given: Mapping[str, str], mode: Mode, host: str, port: int) -> str:
    default = f"http://{'127.0.0.1' if host in ('0.0.0.0', '::') else host}:{port}"  # noqa: S104
    url = given.get("ARENDEBOT_PUBLIC_URL", default).rstrip("/")
    parts = urlsplit(url)
    url = f"{parts.scheme}://{parts.netloc.lower()}"
    if not is_web(url) or "@" in url or parts.path or parts.query or parts.fragment:
        raise SettingsError(
            "ARENDEBOT_PUBLIC_URL: not the address of a site. Expected e.g. https://e.kramfors.se."
        )
    if mode == "production" and parts.scheme != "https":
        raise SettingsError(
            "ARENDEBOT_PUBLIC_URL: production needs an https address, since links and cookies "
            "carry secrets."
        )
    return url


def _secret_keys(given: Mapping[str, str], mode: Mode, var: Path) -> tuple[str, ...]:
    keys = words(given.get("ARENDEBOT_SECRET_KEYS", ""))
    if not keys and mode == "demo":
        return (_demo_key(var),)
    if not keys:
        raise SettingsError(
            "ARENDEBOT_SECRET_KEYS: missing. Production needs at least one key of "
            f"{_KEY_LENGTH} characters or more, e.g. from `openssl rand -base64 32`."
        )
    for number, key in enumerate(keys, 1):
        is_repeated = key in (key + key)[1:-1]
        if len(key) < _KEY_LENGTH or len(set(key)) < 10 or is_repeated:
            raise SettingsError(
                f"ARENDEBOT_SECRET_KEYS: key {number} is too short or too simple. Expected "
                f"{_KEY_LENGTH} random characters or more."
            )
    return keys


def _demo_key(var: Path) -> str:
    """A key of this installation's own, made once, so that a demo survives restarts."""
    path = var / "demo-secret-key"
    try:
        if path.is_file() and (kept := path.read_text(encoding="ascii").strip()):
            return kept
        var.mkdir(parents=True, exist_ok=True)
        key = secrets.token_urlsafe(_KEY_LENGTH)
        path.touch(mode=0o600)
        path.write_text(key + "\n", encoding="ascii")
    except OSError as error:
        raise SettingsError(
            f"VAR_DIR: {var} cannot be used: {error.strerror}. Expected a folder to write in."
        ) from None
    return key


def _database_url(given: Mapping[str, str], var: Path) -> str:
    """The address, which may hold a password and so is never repeated."""
    url = given.get("ARENDEBOT_DATABASE_URL", f"sqlite:///{var / 'arendebot.db'}")
    if not url.startswith(_DATABASES) or not (url.startswith("sqlite:") or has_fine_port(url)):
        raise SettingsError(
            "ARENDEBOT_DATABASE_URL: not the address of a database that can be used. Expected "
            "sqlite:////path/to/file or postgresql://user:password@host/name."
        )
    return url


def _origins(given: Mapping[str, str], mode: Mode) -> tuple[str, ...]:
    origins = words(given.get("ARENDEBOT_ALLOWED_ORIGINS", "*" if mode == "demo" else ""))
    for each in origins:
        if each != "*" and (not is_web(each) or each.count("/") > 2):
            raise SettingsError(
                f"ARENDEBOT_ALLOWED_ORIGINS: {each!r} is not an origin. Expected https://host."
            )
    return origins


def _delivery(given: Mapping[str, str]) -> frozenset[str]:
    chosen = words(given.get("DELIVERY", "officers,email"))
    expected = ", ".join(sorted(DELIVERIES))
    for each in chosen:
        if each not in DELIVERIES:
            raise SettingsError(
                f"DELIVERY: {each!r} is not a way of delivery in this version. "
                f"Expected of: {expected}."
            )
    return frozenset(chosen)


def _bot_name(given: Mapping[str, str]) -> str | None:
    name = given.get("TELEGRAM_BOT_NAME", "").removeprefix("@")
    if name and not _BOT_NAME.fullmatch(name):
        raise SettingsError(
            f"TELEGRAM_BOT_NAME: {name!r} is not a bot's username. Expected 5 to 32 letters, "
            "digits and _, e.g. kramfors_bot."
        )
    return name or None


def _transcriber_command(given: Mapping[str, str]) -> tuple[str, ...]:
    try:
        command = tuple(shlex.split(given.get("TRANSCRIBER_COMMAND", "")))
    except ValueError as error:
        raise SettingsError(
            f"TRANSCRIBER_COMMAND: {error}. Expected a command as in a shell, e.g. "
            "/usr/local/bin/transcribe {file} {language}."
        ) from None
    if command and shutil.which(command[0]) is None:
        raise SettingsError(
            f"TRANSCRIBER_COMMAND: {command[0]} is no program that can be run. Expected its path."
        )
    return command


def _seconds(given: Mapping[str, str], name: str, default: float) -> float:
    written = given.get(name, str(default))
    if not re.fullmatch(r"\d{1,3}(\.\d+)?", written) or float(written) <= 0:
        raise SettingsError(f"{name}: {written!r} is no time. Expected seconds, e.g. {default:g}.")
    return float(written)
