"""BankID's relying-party API v6.0 over mutual TLS. Every answer is data from outside."""

import ssl
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, TypeVar

import httpx
import msgspec

from config.eid_settings import BankidSettings
from config.reading import SettingsError

T = TypeVar("T")

#: Seconds: to get a connection, and for a whole call.
_CONNECT, _WHOLE = 3.0, 10.0
#: How long we keep quiet after "too many requests" that does not say it.
_BACK_OFF = timedelta(seconds=10)
#: Bytes of an answer; a signature with its certificates is some 10 kB.
_MOST_BYTES = 1_000_000


class BankidError(Exception):
    """The API refused. `code` is its errorCode, "unreachable" when there was no answer."""

    def __init__(self, code: str, details: str = "") -> None:
        super().__init__(f"{code} {details}".strip())
        self.code = code


class Started(msgspec.Struct, frozen=True, rename="camel"):
    """A started order."""

    order_ref: str
    auto_start_token: str
    qr_start_token: str
    qr_start_secret: str


class User(msgspec.Struct, frozen=True, rename="camel"):
    personal_number: str
    name: str = ""


class DeviceSeen(msgspec.Struct, frozen=True, rename="camel"):
    ip_address: str = ""


class Completion(msgspec.Struct, frozen=True, rename="camel"):
    """What the API says of a completed order. Only the signature in it is believed."""

    user: User
    #: base64 of the XML signature.
    signature: str
    #: base64 of the DER OCSP response.
    ocsp_response: str
    device: DeviceSeen = DeviceSeen()
    bank_id_issue_date: str = ""
    risk: str = ""


class Collected(msgspec.Struct, frozen=True, rename="camel"):
    order_ref: str
    status: str
    hint_code: str = ""
    completion_data: Completion | None = None


class _Refusal(msgspec.Struct, frozen=True, rename="camel"):
    error_code: str = ""
    details: str = ""


class BankidClient:
    """One connection pool with our certificate."""

    def __init__(self, settings: BankidSettings, now: Callable[[], datetime]) -> None:
        self._url = settings.url
        self._context = _tls(settings)
        self._now = now
        self._http: httpx.AsyncClient | None = None
        self._quiet_until: datetime | None = None

    async def start(self, operation: str, request: dict[str, Any]) -> Started:
        """`operation`: auth or sign. Raises BankidError."""
        return _decoded(await self._post(operation, request), Started)

    async def collect(self, order_ref: str) -> Collected:
        """Raises BankidError."""
        return _decoded(await self._post("collect", {"orderRef": order_ref}), Collected)

    async def cancel(self, order_ref: str) -> None:
        """Raises BankidError."""
        await self._post("cancel", {"orderRef": order_ref})

    async def close(self) -> None:
        if self._http is not None:
            await self._http.aclose()
            self._http = None

    async def _post(self, path: str, body: dict[str, Any]) -> bytes:
        if self._quiet_until is not None and self._now() < self._quiet_until:
            raise BankidError("tooManyRequests", "still within the limit's time")
        if self._http is None:
            self._http = httpx.AsyncClient(
                verify=self._context,
                timeout=httpx.Timeout(_WHOLE, connect=_CONNECT),
                follow_redirects=False,
                trust_env=False,
            )
        try:
            answer = await self._http.post(f"{self._url}/{path}", json=body)
        except (httpx.HTTPError, ssl.SSLError) as error:
            raise BankidError("unreachable", type(error).__name__) from error
        if len(answer.content) > _MOST_BYTES:
            raise BankidError("unreadable", "too large")
        if answer.status_code == 200:
            return answer.content
        if answer.status_code == 429:
            self._quiet_until = self._now() + _reset(answer.headers.get("RateLimit-Reset", ""))
            raise BankidError("tooManyRequests")
        raise _refusal(answer)


def _decoded(content: bytes, kind: type[T]) -> T:
    try:
        return msgspec.json.decode(content, type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise BankidError("unreadable", type(error).__name__) from error


def _refusal(answer: httpx.Response) -> BankidError:
    """`details` is for developers and may repeat what we sent, so it is not kept."""
    try:
        code = msgspec.json.decode(answer.content, type=_Refusal).error_code
    except (msgspec.DecodeError, UnicodeDecodeError):
        code = ""
    if not code:
        code = {408: "requestTimeout", 503: "maintenance"}.get(answer.status_code, "internalError")
    return BankidError(code, str(answer.status_code))


def _reset(seconds: str) -> timedelta:
    if seconds.isascii() and seconds.isdigit() and len(seconds) < 5:
        return timedelta(seconds=int(seconds))
    return _BACK_OFF


def _tls(settings: BankidSettings) -> ssl.SSLContext:
    """Trusts BankID's own authority and no other. Raises SettingsError."""
    try:
        context = ssl.create_default_context(cafile=str(settings.ca))
    except (OSError, ssl.SSLError):
        raise SettingsError("BANKID_CA: not a PEM file with certificates.") from None
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    try:
        context.load_cert_chain(settings.client_cert, settings.client_key, password="")
    except (OSError, ssl.SSLError, ValueError):
        raise SettingsError(
            "BANKID_CLIENT_CERT, BANKID_CLIENT_KEY: not a certificate and its own key without "
            "password. Expected two PEM files."
        ) from None
    return context
