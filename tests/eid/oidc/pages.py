"""The real site with the fake OpenID provider, and a person at both.

The site runs in one event loop of its own for a whole module of tests; each test gets a provider
that remembers nothing.
"""

import asyncio
import threading
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast
from urllib.parse import parse_qsl, urlencode, urlsplit

import httpx
from sqlalchemy import func, select

from actions.eid.oidc.provider import OidcProvider
from actions.eid.port import EidProvider
from actions.store.tables import audit
from bot.site import Site
from tests.eid.contract import ANNA
from tests.eid.oidc.driving import environment, settings
from tests.eid.oidc.fake_provider import Conduct, FakeProvider
from tests.eid.oidc.serving import Serving, serving
from tests.servers import Browser, Chat, Clock, running_site, settings_for


@dataclass
class Town:
    site: Site
    transport: httpx.ASGITransport
    clock: Clock
    server: Serving
    remote: FakeProvider

    def begin_anew(self, *, whole: float = 10.0, issuer: str = "", **others: str) -> None:
        """A provider that has asked for nothing yet, and a remote party that behaves.

        `whole`: seconds that it waits for answers; `others`: settings.
        """
        self.clock.pass_(minutes=11)  # what was started before counts no more (threat A12)
        self.remote.conduct = Conduct()
        self.remote.bank = self.remote.client_key = None
        self.remote.person = ANNA
        self.remote.calls.clear()
        self.remote.requests.clear()
        chosen = settings(issuer or self.remote.issuer, **others)
        provider = OidcProvider(self.site.assembly, chosen, whole=whole)
        cast("dict[str, EidProvider]", self.site.providers)["oidc"] = provider

    async def waiting_chat(self) -> Chat:
        """At the login of a school change."""
        chat = Chat(self.transport)
        await chat.open(service="skolbyte")
        await chat.say("nej")
        return chat

    def browser(self, chat: Chat | None = None) -> Browser:
        """A new one, or the chat's own."""
        return Browser(self.transport, chat.cookies if chat else None)

    def text(self, reason: str) -> str:
        return self.site.assembly.world().texts.say("sv", f"web.eid.{reason}")

    async def audited(self, act: str) -> int:
        query = select(func.count()).select_from(audit).where(audit.c.act == act)
        found: int = await self.site.store.read(lambda c: c.execute(query).scalar_one())
        return found


Story = Callable[[Town], Coroutine[Any, Any, None]]
#: Plays a story to its end.
Play = Callable[..., None]


@contextmanager
def stage(folder: Path) -> Iterator[Play]:
    """The site, for many stories one after the other."""
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()

    def wait(what: Coroutine[Any, Any, Any]) -> Any:
        return asyncio.run_coroutine_threadsafe(what, loop).result()

    running = _running_town(folder)
    town: Town = wait(running.__aenter__())

    def play(story: Story, **how: Any) -> None:
        town.begin_anew(**how)
        wait(story(town))

    try:
        yield play
    finally:
        wait(running.__aexit__(None, None, None))
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


@asynccontextmanager
async def _running_town(folder: Path) -> AsyncIterator[Town]:
    clock = Clock()
    with serving() as server:
        remote = FakeProvider(server.url, clock)
        server.start(remote.app)
        url = f"sqlite:///{folder / 'arendebot.db'}"
        configured = settings_for(url, folder, **environment(server.url))
        async with running_site(configured, clock) as (site, transport):
            yield Town(site, transport, clock, server, remote)


async def begin(browser: Browser, link: str) -> str:
    """From a page with login buttons to the address at the provider."""
    await browser.visit(link)
    await browser.submit(provider="oidc")
    return elsewhere(browser)


def elsewhere(browser: Browser) -> str:
    """Where the browser is led, away from the site."""
    location = browser.page.headers.get("location", "")
    assert location, browser.text
    return str(location)


async def answered(address: str) -> Mapping[str, str]:
    """The person answers at the provider; what the browser brings back."""
    async with httpx.AsyncClient() as web:
        answer = await web.get(address)
    assert answer.status_code == 302, answer.text
    return dict(parse_qsl(urlsplit(answer.headers["location"]).query))


async def come_back(browser: Browser, query: Mapping[str, str]) -> httpx.Response:
    """To our own address."""
    return await browser.visit("/legitimering/oidc?" + urlencode(query))


async def log_in(browser: Browser, link: str) -> httpx.Response:
    return await come_back(browser, await answered(await begin(browser, link)))


def is_logged_in(messages: list[dict[str, Any]]) -> bool:
    return any("inloggad som Anna Ek" in str(message["text"]) for message in messages)
