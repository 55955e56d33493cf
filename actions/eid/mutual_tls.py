"""An e-ID's API over mutual TLS: our certificate, its own authority, and a limit to every call.

What the answers mean is the affair of each API's own client.
"""

import asyncio
import ssl
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TypeVar

import httpx
import msgspec

from actions.clocks import RemoteClock
from config.eid_settings import TlsClient
from config.reading import SettingsError

T = TypeVar("T")

#: Seconds: to get a connection, and for a whole call (threat D10).
CONNECT, WHOLE = 3.0, 10.0
#: How long we keep quiet after "too many requests" that does not say it.
_BACK_OFF = timedelta(seconds=10)
#: Bytes of an answer; a signature with its certificates is some 10 kB.
_MOST_BYTES = 1_000_000
#: Codes of ApiError that say nothing of an order: it can be asked about later.
UNDECIDED = frozenset({"unreachable", "unreadable", "tooManyRequests"})


class ApiError(Exception):
    """The API refused. `code` is its own, or one of UNDECIDED."""

    def __init__(self, code: str, details: str = "") -> None:
        super().__init__(f"{code} {details}".strip())
        self.code = code


class MutualTlsApi:
    """One connection pool with our certificate."""

    def __init__(self, settings: TlsClient, prefix: str, now: Callable[[], datetime]) -> None:
        """`prefix`: of the settings' names, e.g. "BANKID". Raises SettingsError."""
        self._url = settings.url
        self._context = _context(settings, prefix)
        self._now = now
        self.clock = RemoteClock(now)
        self._http: httpx.AsyncClient | None = None
        self._quiet_until: datetime | None = None

    async def post(self, path: str, content: bytes) -> httpx.Response:
        """An answer of any status but 429. Raises ApiError, of UNDECIDED."""
        if self._quiet_until is not None and self._now() < self._quiet_until:
            raise ApiError("tooManyRequests", "still within the limit's time")
        asked_at = self._now()
        answer = await self._answer(path, content)
        self.clock.hear(answer.headers.get("date", ""), asked_at=asked_at)
        if len(answer.content) > _MOST_BYTES:
            raise ApiError("unreadable", "too large")
        if answer.status_code == 429:
            self._quiet_until = self._now() + _reset(answer.headers.get("RateLimit-Reset", ""))
            raise ApiError("tooManyRequests")
        return answer

    async def _answer(self, path: str, content: bytes) -> httpx.Response:
        if self._http is None:
            self._http = httpx.AsyncClient(
                verify=self._context,
                timeout=httpx.Timeout(WHOLE, connect=CONNECT),
                headers={"content-type": "application/json"},
                follow_redirects=False,
                trust_env=False,
            )
        try:
            # httpx's own limit is for each read: who sends a byte now and then never meets it.
            async with asyncio.timeout(WHOLE):
                return await self._http.post(f"{self._url}/{path}", content=content)
        except (httpx.HTTPError, ssl.SSLError, TimeoutError) as error:
            raise ApiError("unreachable", _why(error)) from error

    async def close(self) -> None:
        if self._http is not None:
            await self._http.aclose()
            self._http = None


def decoded(content: bytes, kind: type[T]) -> T:
    """Raises ApiError "unreadable"."""
    try:
        return msgspec.json.decode(content, type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise ApiError("unreadable", type(error).__name__) from error


def _why(error: BaseException) -> str:
    """For the log and `doctor`: what TLS has against a certificate, ours or theirs."""
    cause: BaseException | None = error
    while cause is not None:
        match cause:
            case ssl.SSLCertVerificationError():
                return f"their certificate: {cause.verify_message}"
            case ssl.SSLError() if cause.reason:
                return f"TLS: {cause.reason}"
        cause = cause.__cause__ or cause.__context__
    return type(error).__name__


def _reset(seconds: str) -> timedelta:
    if seconds.isascii() and seconds.isdigit() and len(seconds) < 5:
        return timedelta(seconds=int(seconds))
    return _BACK_OFF


def _context(settings: TlsClient, prefix: str) -> ssl.SSLContext:
    """Trusts the API's own authority, or the very certificate, that the file names and no other.

    Python 3.13 would also demand extensions that a private authority may leave out; they say nothing
    of trust.
    """
    try:
        context = ssl.create_default_context(cafile=str(settings.ca))
    except (OSError, ssl.SSLError):
        raise SettingsError(f"{prefix}_CA: not a PEM file with certificates.") from None
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.verify_flags |= ssl.VERIFY_X509_PARTIAL_CHAIN
    context.verify_flags &= ~ssl.VERIFY_X509_STRICT
    try:
        context.load_cert_chain(settings.client_cert, settings.client_key, password="")
    except (OSError, ssl.SSLError, ValueError):
        raise SettingsError(
            f"{prefix}_CLIENT_CERT, {prefix}_CLIENT_KEY: not a certificate and its own key without "
            "password. Expected two PEM files."
        ) from None
    return context
