"""Settings of SMS: the gateway, the secret in the addresses that it posts to, and how many may go out."""

import re
from collections.abc import Mapping
from typing import Literal

import msgspec

from config.reading import SettingsError, address, networks

_PATH_SECRET = re.compile("[A-Za-z0-9_-]{32,128}")


class SmsSettings(msgspec.Struct, frozen=True, kw_only=True):
    provider: Literal["outbox", "46elks"]
    #: The base of 46elks's API.
    url: str
    username: str = ""
    password: str = ""
    #: What SMS come from: 3–11 letters and digits, or our number at 46elks, which can be answered.
    sender: str
    #: In the addresses that 46elks posts to. Without it nothing comes in.
    webhook_secret: str | None = None
    #: Networks that 46elks posts from; empty: any.
    sources: tuple[str, ...] = ()
    #: SMS within 24 hours, to all numbers together (threat D12).
    daily_limit: int = 1000


def read_sms(given: Mapping[str, str]) -> SmsSettings:
    """Raises SettingsError."""
    provider = _provider(given)
    return SmsSettings(
        provider=provider,
        url=address(given, "ELKS_URL", "https://api.46elks.com/a1"),
        username=given.get("ELKS_USERNAME", ""),
        password=given.get("ELKS_PASSWORD", ""),
        sender=given.get("ELKS_SENDER", "Kommunen"),
        webhook_secret=_webhook_secret(given),
        sources=networks(given, "ELKS_SOURCES"),
        daily_limit=_daily_limit(given),
    )


def _provider(given: Mapping[str, str]) -> Literal["outbox", "46elks"]:
    provider = given.get("SMS_PROVIDER", "outbox")
    if provider == "outbox":
        return "outbox"
    if provider != "46elks":
        raise SettingsError(f"SMS_PROVIDER: {provider!r} is unknown. Expected outbox or 46elks.")
    for name in ("ELKS_USERNAME", "ELKS_PASSWORD"):
        if name not in given:
            raise SettingsError(f"{name}: missing. SMS_PROVIDER=46elks needs it.")
    return "46elks"


def _webhook_secret(given: Mapping[str, str]) -> str | None:
    secret = given.get("ELKS_WEBHOOK_SECRET")
    if secret is not None and not _PATH_SECRET.fullmatch(secret):
        raise SettingsError(
            "ELKS_WEBHOOK_SECRET: too short or unusable in an address. Expected 32 to 128 "
            "characters of A-Z a-z 0-9 _ -, e.g. from `openssl rand -hex 32`."
        )
    return secret


def _daily_limit(given: Mapping[str, str]) -> int:
    limit = given.get("SMS_DAILY_LIMIT", "1000")
    if not re.fullmatch("[0-9]{1,7}", limit) or int(limit) == 0:
        raise SettingsError(f"SMS_DAILY_LIMIT: {limit!r} is no number of SMS. Expected e.g. 1000.")
    return int(limit)
