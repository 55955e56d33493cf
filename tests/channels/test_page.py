"""The stories on `/chat`, without script."""

import re
from collections.abc import Iterator, Sequence
from html import unescape
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from bot.app import build_app
from bot.site import Site
from dialogs.world import World
from tests.bot.browsing import ORIGIN, Browser, Page
from tests.channels.telling import LOGIN_ELSEWHERE, content_of, filings, portable
from tests.story import Filing, tell
from tests.talking import PEOPLE, START
from tests.telegram.running import a_site
from tests.test_stories import EngineTeller

_ITEM = re.compile(r'<li id="m-(\d+)" class="(\w+)">(.*?)\n  </li>', re.DOTALL)
_LINK = re.compile(r'<a href="([^"]+)"[^>]*>([^<]*)</a>')
#: What stays in one piece on the screen: only its text counts here.
_WHOLE = re.compile(r'<span class="unbroken">([^<]*)</span>')
#: What can be pressed or chosen where one answers: name, value, label.
_CONTROLS = (
    re.compile(r'<button(?: class="primary")? name="(choice|command)" value="([^"]*)">([^<]*)<'),
    re.compile(r'<input type="checkbox" name="(choices)" value="([^"]*)"[^>]*>\s*<label[^>]*>([^<]*)<'),
    re.compile(r'<option value="()([^"]*)">([^<–]*)'),
)  # fmt: skip


class PageTeller:
    """Fills in the forms of the page."""

    def __init__(self, site: Site, browser: Browser) -> None:
        self.site = site
        self.browser = browser
        self.page: Page | None = None
        self.heard: Sequence[str] = ()
        self._links: list[tuple[str, str]] = []
        self._seen = 0

    def begin(self, **settings: str) -> None:
        service = settings.get("service")
        start = self.browser.get(f"/chat?service={service}" if service else "/chat")
        self._look(self.browser.press(start, "action", "new"))

    def act(self, who: str, what: str) -> None:
        match who:
            case "Person":
                self._post(text=what.replace(" | ", "\n"))
            case "Knapp":
                label = {"Hoppa över": "Hoppa över frågan"}.get(what, what)
                found = [each for each in self._controls() if each[2] in (what, label)]
                assert found, f"no {what!r} among {[label for *_, label in self._controls()]}"
                name, value, _ = found[0]
                self._post(**{name or "choice": value})
            case "Inloggad":
                links = [url for url, _ in self._links if "/e/" in url]
                assert links, "nothing to log in with"
                who_ = PEOPLE[what]
                self.browser.identify(links[-1], (who_.personnummer, who_.name))
                self._look(self.browser.get("/chat"))
            case "Fil":
                self._attach([name.strip() for name in what.split(",")])
            case _:
                raise AssertionError(f"{who!r} cannot be done on the page")

    def filings(self) -> list[Filing]:
        return filings(self.site)

    def _post(self, **fields: str) -> None:
        self._look(self.browser.post("/chat", {**self._hidden(), **fields}))

    def _attach(self, names: list[str]) -> None:
        files = [("file", (name, *content_of(name))) for name in names]
        headers = {"origin": "null", "sec-fetch-site": "same-origin"}
        sent = self.browser.client.post("/chat", data=self._hidden(), files=files, headers=headers)
        self._look(Page(sent))

    def _hidden(self) -> dict[str, str]:
        assert self.page is not None
        form = next(form for form in self.page.forms if "message_id" in form.fields)
        return {name: form.fields[name] for name in ("form_token", "message_id")}

    def _answering(self) -> str:
        assert self.page is not None
        text: str = self.page.response.text
        return text.partition('id="svar"')[2]

    def _controls(self) -> list[tuple[str, str, str]]:
        section = self._answering()
        return [
            (name, unescape(value), unescape(label).strip())
            for pattern in _CONTROLS
            for name, value, label in pattern.findall(section)
        ]

    def _look(self, page: Page) -> None:
        assert page.status == 200, page.text
        self.page = page
        items = _ITEM.findall(_WHOLE.sub(r"\1", page.response.text))
        new = [(sender, item) for number, sender, item in items if int(number) > self._seen]
        self._seen = max((int(number) for number, *_ in items), default=0)
        self._links += [pair for _, item in new for pair in _LINK.findall(item)]
        self.heard = [_plain(item) for sender, item in new if sender != "person"]
        labels = "".join(f"\n[{label}]" for name, _, label in self._controls() if name != "command")
        if self.heard:
            self.heard[-1] += labels


def _plain(item: str) -> str:
    marked = _LINK.sub(r"\n[\2]", item)
    return unescape(re.sub(r"<[^>]+>", " ", marked))


@pytest.fixture
def teller(tmp_path: Path) -> Iterator[PageTeller]:
    site = a_site(tmp_path, None, now=lambda: START, public_url=ORIGIN)
    app = build_app(site, with_worker=False)
    with TestClient(app, base_url=ORIGIN):
        yield PageTeller(site, Browser(app))


#: Without script nobody shares a place; and the demo e-ID knows no phone to offer.
NOT_HERE = frozenset(
    [
        "autogiro",
        "enskilt-avlopp",
        "felanmalan",
        "karta",
        "place-in-words",
        "plats-med-koordinater",
        "utomlands-plats",
        "varmepump",
    ]
)


@pytest.mark.parametrize(
    "path", portable(without=LOGIN_ELSEWHERE | NOT_HERE), ids=lambda path: path.stem
)
def test_story(path: Path, world: World, teller: PageTeller) -> None:
    engine = EngineTeller(world)
    tell(path, engine)
    tell(path, teller)
    assert teller.filings() == engine.filings()
