"""A whole running site for tests: real store, real pages, a clock in hand, and a browser for it."""

import re
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from uuid import uuid4

import httpx

from bot.app import build_app, build_site
from bot.site import Site
from config.settings import Settings, read_settings
from tests.shipped import world_of
from tests.talking import START

KEY = "test-key-0123456789-abcdefghijklmnopqrstuvwxyz"
URL = "http://kommun.test"

Json = dict[str, Any]


class Clock:
    def __init__(self, now: datetime = START) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def pass_(self, **time: float) -> None:
        self.now += timedelta(**time)


#: What a test does with a running site and its clock.
Act = Callable[[Site, Clock], Awaitable[None]]


def settings_for(url: str, var: Path, **overrides: str) -> Settings:
    return read_settings(
        {
            "ARENDEBOT_DATABASE_URL": url,
            "ARENDEBOT_SECRET_KEYS": KEY,
            "ARENDEBOT_PUBLIC_URL": URL,
            "VAR_DIR": str(var),
            **overrides,
        }
    )


@asynccontextmanager
async def running_site(
    settings: Settings, clock: Callable[[], datetime], *, with_worker: bool = False
) -> AsyncIterator[tuple[Site, httpx.ASGITransport]]:
    """The site with its application started, and a way to reach it; stopped afterwards."""
    site = build_site(settings, now=clock, world=world_of(settings))
    app = build_app(site, with_worker=with_worker)
    async with app.router.lifespan_context(app):
        yield site, httpx.ASGITransport(app=app)


def api_client(transport: httpx.AsyncBaseTransport, **headers: str) -> httpx.AsyncClient:
    return httpx.AsyncClient(transport=transport, base_url=f"{URL}/api/v1", headers=headers)


class Chat:
    """A conversation over the chat API. It outlives the server: give it a new transport."""

    def __init__(self, transport: httpx.AsyncBaseTransport) -> None:
        self.transport = transport
        self.id = ""
        self.token = ""
        self.cookies = httpx.Cookies()
        self.last: Json = {}
        self.messages: list[Json] = []

    async def open(self, **body: str) -> Json:
        opened = await self.send("POST", "/conversations", json=body)
        assert opened.status_code == 201, opened.text
        found: Json = opened.json()
        self.id, self.token = found["id"], found["token"]
        self._hear(found["messages"])
        return found

    async def say(self, text: str) -> Json:
        return await self.act(text=text)

    async def tap(self, choice: str) -> Json:
        return await self.act(choice=choice)

    async def act(self, **what: Any) -> Json:
        response = await self.post(**what)
        assert response.status_code == 200, response.text
        found: Json = response.json()
        self._hear(found["messages"])
        return self.last

    async def post(self, **what: Any) -> httpx.Response:
        body = {"id": str(uuid4()), **what}
        return await self.send("POST", f"/conversations/{self.id}/messages", json=body)

    async def read(self, after: int = 0) -> list[Json]:
        response = await self.send(
            "GET", f"/conversations/{self.id}/messages", params={"after": after}
        )
        assert response.status_code == 200, response.text
        found: list[Json] = response.json()["messages"]
        return found

    async def send(self, method: str, path: str, **what: Any) -> httpx.Response:
        headers = {"authorization": f"Bearer {self.token}"} if self.token else {}
        headers |= what.pop("headers", {})
        async with api_client(self.transport, **headers) as client:
            response = await client.request(method, path, **what)
            self.cookies.update(response.cookies)
            return response

    def _hear(self, messages: list[Json]) -> None:
        self.messages = messages
        self.last = messages[-1]

    @property
    def text(self) -> str:
        return "\n".join(message["text"] for message in self.messages)

    def link(self, purpose: str) -> str:
        """The path of the newest link for this."""
        return link_in(self.messages, purpose)


def link_in(messages: list[Json], purpose: str) -> str:
    for message in reversed(messages):
        for link in message.get("links") or ():
            if link["purpose"] == purpose:
                return urlsplit(link["url"]).path
    raise AssertionError(f"no link for {purpose} in {messages}")


class Browser:
    """A person's browser: cookies, forms with their hidden token, and redirects, as far as they stay
    on the site; the address that leads away is in the page's `location`."""

    def __init__(
        self,
        transport: httpx.AsyncBaseTransport,
        cookies: httpx.Cookies | None = None,
        *,
        url: str = URL,
    ) -> None:
        self.transport = transport
        self.url = url
        self.cookies = httpx.Cookies(cookies)
        self.page = httpx.Response(200)

    async def visit(self, path: str) -> httpx.Response:
        return await self._go("GET", path)

    async def submit(self, **fields: str) -> httpx.Response:
        """Sends the form of the page at hand, as its buttons do, to its own address."""
        token = re.search(r'name="form_token" value="([^"]+)"', self.page.text)
        assert token, f"no form on {self.page.url}:\n{self.page.text}"
        data = {"form_token": unescape(token[1]), **fields}
        return await self._go("POST", self.page.url.path, data=data)

    async def identify(self, personnummer: str, name: str) -> httpx.Response:
        """From a page with a login button through the demo e-ID."""
        await self.submit(provider="demo")
        return await self.submit(personnummer=personnummer, name=name, action="approve")

    async def sign(self, personnummer: str, name: str) -> httpx.Response:
        """From the review page through the demo e-ID."""
        await self.submit(action="sign")
        return await self.submit(personnummer=personnummer, name=name, action="approve")

    @property
    def text(self) -> str:
        return unescape(re.sub(r"<[^>]+>", " ", self.page.text))

    async def _go(self, method: str, path: str, **what: Any) -> httpx.Response:
        async with httpx.AsyncClient(
            transport=self.transport, base_url=self.url, cookies=self.cookies
        ) as client:
            self.page = await client.request(method, path, **what)
            while (
                self.page.next_request is not None
                and self.page.next_request.url.host == self.page.url.host
            ):
                self.page = await client.send(self.page.next_request)
            self.cookies = client.cookies
        return self.page
