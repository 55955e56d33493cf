"""The stories in the widget, in a real browser."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, expect

from bot.site import Site
from dialogs.world import World
from tests.browser.driving import Widget, chromium, identify, new_person, open_widget
from tests.browser.people import Resident
from tests.channels.telling import (
    CHOSEN,
    LOGIN_ELSEWHERE,
    content_of,
    filings,
    portable,
    served,
    spoken,
)
from tests.story import Filing, tell
from tests.talking import PEOPLE
from tests.test_stories import EngineTeller

#: A page of the municipality's with the widget on it.
_HOST = """<!doctype html><html lang="sv"><meta charset="utf-8"><title>En sida</title>
<script src="{url}/widget.js" type="module"></script><arende-chat {attributes}></arende-chat></html>"""


class WidgetTeller:
    """Writes, taps and attaches; logs in in a tab of the same browser."""

    def __init__(self, site: Site, context: BrowserContext) -> None:
        self.site = site
        self.context = context
        self.heard: Sequence[str] = ()
        self._widget: Widget | None = None
        self._seen = 0

    def begin(self, **settings: str) -> None:
        url = self.site.assembly.public_url
        attributes = " ".join(f'{name}="{value}"' for name, value in settings.items())
        host = _HOST.format(url=url, attributes=attributes)
        self.context.route(f"{url}/en-sida", lambda route: route.fulfill(body=host))
        self._widget = open_widget(self.context, f"{url}/en-sida")
        self._look()

    def act(self, who: str, what: str) -> None:
        widget = self._widget
        assert widget is not None
        match who:
            case "Inloggad":
                who_ = PEOPLE[what]
                tab = widget.follow("Logga in")
                identify(tab, Resident(who_.name, who_.personnummer))
                expect(tab.get_by_text(f"Inloggad som {who_.name}")).to_be_visible()
                tab.close()
            case _:
                with widget.page.expect_response(
                    lambda response: (
                        response.url.endswith("/messages") and response.request.method == "POST"
                    )
                ):
                    self._do(widget, who, what)
        self._look()

    def filings(self) -> list[Filing]:
        return filings(self.site)

    def _do(self, widget: Widget, who: str, what: str) -> None:
        match who:
            case "Person":
                widget.say(what.replace(" | ", " "))
            case "Knapp":
                buttons = widget.page.locator("arende-chat .composer").get_by_role("button")
                labels = buttons.filter(has=widget.page.get_by_text(what, exact=True))
                labels.or_(buttons.and_(widget.page.get_by_text(what, exact=True))).first.click()
            case "Fil":
                names = [name.strip() for name in what.split(",")]
                files = [
                    {"name": name, "mimeType": content_of(name)[1], "buffer": content_of(name)[0]}
                    for name in names
                ]
                widget.page.locator("arende-chat #files").set_input_files(files)  # type: ignore[arg-type]  # its own type of dict
                widget.page.locator("arende-chat .files ~ button.primary").click()
            case _:
                raise AssertionError(f"{who!r} cannot be done in the widget")

    def _look(self) -> None:
        """Waits until all that was said is on the screen."""
        widget = self._widget
        assert widget is not None
        newest = spoken(self.site)[-1].number
        expect(widget.log.locator(f'ol > li[data-order="{newest}"]')).to_be_visible()
        said = widget.log.locator("ol > li:not(.person)").all()
        new = [each for each in said if float(each.get_attribute("data-order") or 0) > self._seen]
        self.heard = [self._as_seen(each) for each in new]
        self._seen = newest
        if self.heard:
            choices = widget.page.locator("arende-chat .choices button").all()
            labels = [each.locator("span").first.inner_text() for each in choices]
            self.heard[-1] += "".join(f"\n[{label}]" for label in labels)

    def _as_seen(self, item: Locator) -> str:
        """A link without what is said about where it opens."""
        links = [
            each.inner_text().partition("(")[0].strip() for each in item.get_by_role("link").all()
        ]
        return "\n".join([item.inner_text(), *(f"[{label}]" for label in links)])


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as running:
        yield running


@pytest.fixture
def teller(browser: Browser, tmp_path: Path) -> Iterator[WidgetTeller]:
    with ExitStack() as closing:
        site = closing.enter_context(served(tmp_path))
        context = new_person(browser)
        closing.callback(context.close)
        yield WidgetTeller(site, context)


@pytest.mark.parametrize(
    "path", portable(CHOSEN, without=LOGIN_ELSEWHERE), ids=lambda path: path.stem
)
def test_story(path: Path, world: World, teller: WidgetTeller) -> None:
    engine = EngineTeller(world)
    tell(path, engine)
    tell(path, teller)
    assert teller.filings() == engine.filings()
