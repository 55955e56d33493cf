"""Browsers, chats and a municipality with a movable clock, for tests of the pages.

A `Browser` does what a person does: opens addresses, fills in the one form that has a button and
presses it. It keeps cookies and follows redirects; no script runs.
"""

import io
import logging
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlsplit

from anyio.from_thread import BlockingPortal
from sqlalchemy import Connection, func, select
from starlette.applications import Starlette
from starlette.testclient import TestClient

from actions.store.tables import audit, metadata
from bot.app import build_app, build_site
from bot.logs import MaskingFormatter
from bot.site import Site
from config.settings import read_settings
from tests.shipped import world_of

START = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
ORIGIN = "http://127.0.0.1:8000"
ANNA = ("199001012385", "Anna Ek")
BO = ("198502122388", "Bo Ek")
EVA = ("196403032391", "Eva Berg")
#: Handles the cases of the schools (config/municipality.yaml).
DANA = ("196801102382", "Dana Demo")
TORE = ("199009232399", "Tore Demo")

SKOLBYTE = [
    "nej", "Kim Ek", "20150314-2380", "bollsta", "Nylands skola", "11 januari", "Vi flyttar",
    "hoppa över", "vi är två", "Bo Ek", "850212-2388", "070-174 06 05", "hoppa över",
    "070 174 06 06", "anna@example.se", "ja",
]  # fmt: skip

T = TypeVar("T")


class Clock:
    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **time: float) -> None:
        self.now += timedelta(**time)


@dataclass
class Form:
    action: str
    fields: dict[str, str] = field(default_factory=dict)
    buttons: list[tuple[str, str]] = field(default_factory=list)
    multipart: bool = False


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self.ids: dict[str, str] = {}
        self.links: list[str] = []
        self._form: Form | None = None
        self._id: str | None = None
        self._area: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        got = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._form = Form(
                got.get("action", ""), multipart="multipart" in got.get("enctype", "")
            )
            self.forms.append(self._form)
        elif tag == "input" and self._form is not None and got.get("name"):
            if got.get("type") not in ("checkbox", "radio", "file"):
                self._form.fields[got["name"]] = got.get("value", "")
        elif tag == "textarea" and self._form is not None:
            self._area = got["name"]
            self._form.fields[got["name"]] = ""
        elif tag == "button" and self._form is not None:
            self._form.buttons.append((got.get("name", ""), got.get("value", "")))
        elif tag == "a":
            self.links.append(got.get("href", ""))
        self._id = got.get("id", self._id)
        if "id" in got:
            self.ids[got["id"]] = ""

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._form = None
        if tag == "textarea":
            self._area = None

    def handle_data(self, data: str) -> None:
        if self._id is not None:
            self.ids[self._id] += data
            self._id = None
        if self._area is not None and self._form is not None:
            self._form.fields[self._area] += data


class Page:
    """An answer, with what a person can do on it."""

    def __init__(self, response: Any) -> None:
        self.response = response
        self.status: int = response.status_code
        self.path = urlsplit(str(response.url)).path
        is_text = "text" in response.headers["content-type"]
        # A space that does not break reads as any other.
        self.text = unescape(response.text).replace("\xa0", " ") if is_text else ""
        reader = _Reader()
        reader.feed(response.text if self.text else "")
        self.forms, self.ids, self.links = reader.forms, reader.ids, reader.links

    def form(self, button: str, value: str | None = None) -> Form:
        for form in self.forms:
            if any(n == button and value in (None, v) for n, v in form.buttons):
                return form
        raise AssertionError(f"no button {button}={value} on {self.path}: {self.text[:2000]}")


class Browser:
    def __init__(self, app: Starlette, portal: BlockingPortal | None = None) -> None:
        self.client = TestClient(app, base_url=ORIGIN, client=("127.0.0.1", 50_000))
        # The server's own loop, to which its connections to others are bound.
        self.client.portal = portal

    def get(self, address: str, **headers: str) -> Page:
        return Page(self.client.get(_path(address), headers=headers))

    def press(self, page: Page, button: str, value: str, **fields: str) -> Page:
        """Fills in the form that has the button and presses it, as Chromium would."""
        form = page.form(button, value)
        return self.post(form.action or page.path, {**form.fields, **fields, button: value})

    def post(self, path: str, fields: dict[str, str], **headers: str) -> Page:
        known = {"origin": "null", "sec-fetch-site": "same-origin", **headers}
        return Page(self.client.post(_path(path), data=fields, headers=known))

    def identify(self, address: str, who: tuple[str, str], **fields: str) -> Page:
        """Logs in at an address with the demo e-ID; the page that follows."""
        form = self.press(self.get(address), "provider", "demo")
        return self.approve(form, who, **fields)

    def approve(self, form: Page, who: tuple[str, str], **fields: str) -> Page:
        given = {"personnummer": who[0], "name": who[1], **fields}
        return self.press(form, "action", "approve", **given)


class Chat:
    """A conversation through the chat API, in a browser."""

    def __init__(
        self, browser: Browser, service: str | None = None, *, language: str = "sv"
    ) -> None:
        self.browser = browser
        wish = {"service": service, "language": language}
        opened = browser.client.post("/api/v1/conversations", json=wish).json()
        self.id, self.token = opened["id"], opened["token"]
        self.access = {"authorization": f"Bearer {self.token}"}
        self.heard: list[dict[str, Any]] = opened["messages"]

    def say(self, text: str) -> list[dict[str, Any]]:
        return self.post({"text": text})

    def choose(self, choice: str) -> list[dict[str, Any]]:
        return self.post({"choice": choice})

    def post(self, body: dict[str, Any]) -> list[dict[str, Any]]:
        """Says anything that the API takes."""
        answer = self.browser.client.post(
            f"/api/v1/conversations/{self.id}/messages",
            json={"id": str(uuid.uuid4()), **body},
            headers=self.access,
        )
        assert answer.status_code == 200, answer.text
        messages: list[dict[str, Any]] = answer.json()["messages"]
        self.heard += messages
        return messages

    def all(self) -> list[dict[str, Any]]:
        answer = self.browser.client.get(
            f"/api/v1/conversations/{self.id}/messages?after=0",
            headers=self.access,
        )
        messages: list[dict[str, Any]] = answer.json()["messages"]
        return messages

    def upload(self, name: str, content: bytes) -> str:
        """The file's id; "" when it is refused."""
        answer = self.browser.client.post(
            f"/api/v1/conversations/{self.id}/files",
            files={"file": (name, content)},
            headers=self.access,
        )
        return str(answer.json().get("file_id", ""))

    def link(self, purpose: str) -> str:
        """The newest link of a kind."""
        for message in reversed(self.all()):
            for link in message.get("links", ()):
                if link["purpose"] == purpose:
                    url: str = link["url"]
                    return url
        raise AssertionError(f"no {purpose} link in {self.all()[-1]}")


class Town:
    """A running municipality."""

    def __init__(
        self, site: Site, app: Starlette, clock: Clock, portal: BlockingPortal | None = None
    ) -> None:
        self.site, self.app, self.clock, self._portal = site, app, clock, portal

    def browser(self) -> Browser:
        return Browser(self.app, self._portal)

    def read(self, act: Any) -> Any:
        with self.site.store._reading.connect() as connection:
            return act(connection)

    def rows(self) -> dict[str, int]:
        """How many rows each table has."""

        def count(connection: Connection) -> dict[str, int]:
            return {
                table.name: connection.execute(select(func.count()).select_from(table)).scalar_one()
                for table in metadata.sorted_tables
            }

        counted: dict[str, int] = self.read(count)
        return counted

    def audited(self, act: str) -> int:
        query = select(func.count()).select_from(audit).where(audit.c.act == act)
        number: int = self.read(lambda c: c.execute(query).scalar_one())
        return number

    def outbox(self) -> list[dict[str, Any]]:
        sent: list[dict[str, Any]] = self.browser().client.get("/demo/outbox.json").json()
        return sent

    def invitation(self, to: str = "+46701740605") -> str:
        for item in self.outbox():
            if item["to"] == to and "/s/" in "".join(item["links"]):
                link: str = next(each for each in item["links"] if "/s/" in each)
                return link
        raise AssertionError(f"no invitation in {self.outbox()}")


@contextmanager
def running_town(folder: Path, **environment: str) -> Iterator[Town]:
    clock = Clock()
    settings = read_settings({"VAR_DIR": str(folder), **environment})
    site = build_site(settings, now=clock, world=world_of(settings))
    app = build_app(site, with_worker=False)
    with TestClient(app, base_url=ORIGIN) as server:
        yield Town(site, app, clock, server.portal)


def filled_in(town: Town, who: tuple[str, str] = ANNA) -> Chat:
    """A filer at the summary of a school change with another guardian."""
    chat = Chat(town.browser(), "skolbyte")
    chat.say(SKOLBYTE[0])
    chat.browser.identify(chat.link("login"), who)
    for text in SKOLBYTE[1:]:
        chat.say(text)
    return chat


def sent(town: Town) -> Chat:
    """As `filled_in`, and frozen for signing."""
    chat = filled_in(town)
    chat.choose("send")
    return chat


def sign(browser: Browser, address: str, who: tuple[str, str]) -> Page:
    """Reviews and signs; the page that follows."""
    page = browser.get(address)
    if "provider" in [name for form in page.forms for name, _ in form.buttons]:
        page = browser.identify(address, who)
    form = browser.press(page, "action", "sign")
    return browser.approve(form, who)


@contextmanager
def everything_logged() -> Iterator[io.StringIO]:
    """All that is logged meanwhile, at every level, as the program's own formatter writes it."""
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    handler.setFormatter(MaskingFormatter("%(name)s %(message)s"))
    root = logging.getLogger()
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    try:
        yield written
    finally:
        root.removeHandler(handler)
        root.setLevel(level)


def _path(address: str) -> str:
    return address.removeprefix(ORIGIN)
