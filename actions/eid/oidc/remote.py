"""Calls to the provider's own addresses: short, within time, and never led elsewhere (threat D10)."""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from datetime import datetime
from http.cookiejar import CookieJar, DefaultCookiePolicy

import httpx
import msgspec

from actions.clocks import RemoteClock
from actions.eid.port import ProviderError

#: Seconds: to get a connection, and for all that one act of ours takes there.
CONNECT, WHOLE = 3.0, 10.0
#: Bytes of an answer. An ID token with a signature is some 20 kB.
_MOST_BYTES = 500_000


class Answer(msgspec.Struct, frozen=True):
    status: int
    #: Without parameters, in small letters.
    media_type: str
    content: bytes


class UnreachableError(ProviderError):
    """There was no answer, or it was that the server cannot now."""

    def __init__(self) -> None:
        super().__init__("unreachable")


class Remote:
    """One connection pool, begun when it is needed."""

    def __init__(self, now: Callable[[], datetime], *, whole: float = WHOLE) -> None:
        self._whole = whole
        self.clock = RemoteClock(now)
        self._http: httpx.AsyncClient | None = None

    @asynccontextmanager
    async def in_time(self) -> AsyncIterator[None]:
        """All calls inside take no longer than `whole` seconds. Raises ProviderError."""
        try:
            async with asyncio.timeout(self._whole):
                yield
        except TimeoutError as error:
            raise ProviderError("unreachable") from error

    async def get(self, url: str, *, bearer: str = "", accept: str = "application/json") -> Answer:
        """Asks once more when there is no answer: reading changes nothing. Raises ProviderError."""
        headers = {"accept": accept}
        if bearer:
            headers["authorization"] = f"Bearer {bearer}"
        try:
            return await self._call("GET", url, headers=headers)
        except UnreachableError:
            return await self._call("GET", url, headers=headers)

    async def post(
        self, url: str, form: Mapping[str, str], *, headers: Mapping[str, str]
    ) -> Answer:
        """Raises ProviderError."""
        return await self._call(
            "POST", url, headers={"accept": "application/json", **headers}, form=form
        )

    async def close(self) -> None:
        if self._http is not None:
            await self._http.aclose()
            self._http = None

    async def _call(
        self,
        method: str,
        url: str,
        *,
        headers: Mapping[str, str],
        form: Mapping[str, str] | None = None,
    ) -> Answer:
        if self._http is None:
            # No cookies are kept: one person's calls have nothing to do with the next one's.
            self._http = httpx.AsyncClient(
                cookies=CookieJar(DefaultCookiePolicy(allowed_domains=[])),
                timeout=httpx.Timeout(self._whole, connect=min(CONNECT, self._whole)),
                follow_redirects=False,
            )
        content = bytearray()
        asked_at = self.clock.now()
        try:
            async with self._http.stream(method, url, headers=headers, data=form) as answer:
                self.clock.hear(answer.headers.get("date", ""), asked_at=asked_at)
                async for part in answer.aiter_bytes():
                    content += part
                    if len(content) > _MOST_BYTES:
                        raise ProviderError("failed")
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise UnreachableError from error
        if answer.status_code >= 500:
            raise UnreachableError
        media_type = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
        return Answer(answer.status_code, media_type, bytes(content))
