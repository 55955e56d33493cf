"""What each mode refuses: that anybody signs as anybody, and that a demo reaches real people (A9)."""

from collections.abc import Mapping
from ipaddress import ip_address
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from config.reading import SettingsError

if TYPE_CHECKING:
    from config.settings import Settings

#: Here anybody can make an e-ID for anybody.
_TEST_EIDS = (".test.bankid.com", ".test.frejaeid.com")
_FEWEST_SECRET_SIGNS = 16


def check_mode(settings: "Settings", given: Mapping[str, str]) -> None:
    """Raises SettingsError. `given` are the settings as they were written."""
    if settings.mode == "demo":
        _check_demo(settings)
    else:
        _check_production(settings, given)


def _check_demo(settings: "Settings") -> None:
    """Nothing real goes out, whatever the e-ID: at most to a test server. The outbox page is open."""
    sms_url = settings.sms.url if settings.sms.provider == "46elks" else None
    for name, url in (("SMTP_URL", settings.smtp_url), ("ELKS_URL", sms_url)):
        if url is not None and not _is_near(url):
            raise SettingsError(
                f"{name}: demo mode sends nothing to real people. Expected a server on this machine, "
                "or ARENDEBOT_MODE=production with a real e-ID."
            )


def _is_near(url: str) -> bool:
    """On this machine, or a neighbour of a test network without a public name."""
    host = urlsplit(url).hostname or ""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        # A number without dots is an address too, to those who look names up.
        return host.endswith(".test") or not ("." in host or host[:1].isdigit())


def _check_production(settings: "Settings", given: Mapping[str, str]) -> None:
    for origin in settings.allowed_origins:
        if not origin.startswith("https://"):
            raise SettingsError(
                "ARENDEBOT_ALLOWED_ORIGINS: production must name the sites that embed the chat. "
                "Expected e.g. https://www.kramfors.se."
            )
    if settings.sms.provider == "outbox":
        raise SettingsError("SMS_PROVIDER: production needs a real gateway. Expected 46elks.")
    for name in ("SMTP_URL", "MAIL_FROM"):
        if name not in given:
            raise SettingsError(f"{name}: missing. Production must be able to send e-mail.")
    if settings.seal.key is None:
        raise SettingsError(
            "SEAL_PKCS12: missing. Production seals its receipts. Expected the path of a PKCS#12 "
            "file, or the SEAL_PKCS11_… settings of a hardware key."
        )
    _check_eids(settings)
    _check_ways(settings)


def _check_eids(settings: "Settings") -> None:
    for name, client in (("BANKID_URL", settings.eid.bankid), ("FREJA_URL", settings.eid.freja)):
        host = "." + (urlsplit(client.url).hostname or "") if client is not None else ""
        if host.endswith(_TEST_EIDS):
            raise SettingsError(
                f"{name}: production refuses the test e-ID, with which anybody could log in as "
                "anybody. Leave it out, or try it with ARENDEBOT_MODE=demo."
            )


def _check_ways(settings: "Settings") -> None:
    """Secrets and what people say go over no open line."""
    for name, url in (
        ("ELKS_URL", settings.sms.url),
        ("TELEGRAM_API_URL", settings.telegram_api_url),
    ):
        if not (url.startswith("https://") or _is_near(url)):
            raise SettingsError(
                f"{name}: production needs an https address, or a server on this machine."
            )
    secret = settings.telegram_webhook_secret
    if secret is not None and len(secret) < _FEWEST_SECRET_SIGNS:
        raise SettingsError(
            f"TELEGRAM_WEBHOOK_SECRET: too short. Expected {_FEWEST_SECRET_SIGNS} characters or "
            "more, e.g. from `openssl rand -hex 32`."
        )
