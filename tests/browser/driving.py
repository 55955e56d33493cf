"""Doing what a person does, in a real browser: the widget, the demo e-ID and the signing pages.

Nothing here waits for a time, only for what a person would wait for: the next question.
"""

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]  # has none
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Locator,
    Page,
    expect,
    sync_playwright,
)

from tests.browser.people import Resident, in_two_months, resident

DESKTOP = (1280, 800)
PHONE = (360, 740)
PATIENCE_MS = 20_000
_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # The browser's own words, as in a date field; a context's locale is only what pages are told.
    "--lang=sv-SE",
]
#: WCAG 2.2 A and AA; the last are not among axe's own choice (target size).
_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@contextmanager
def chromium() -> Iterator[Browser]:
    """The system's Chromium. One at a time: its driver's event loop belongs to the thread."""
    path = shutil.which("chromium")
    assert path, "chromium is missing; see tests/system_packages.sh"
    expect.set_options(timeout=PATIENCE_MS)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=_ARGUMENTS)
        yield browser
        browser.close()


@dataclass
class Troubles:
    """What the browser complained about on its console: also every breach of the CSP."""

    seen: list[str] = field(default_factory=list)

    def watch(self, context: BrowserContext) -> None:
        context.on("console", self._console)
        context.on("weberror", lambda error: self.seen.append(str(error.error)))

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.seen.append(f"{message.text} ({message.location.get('url')})")


def new_person(
    browser: Browser, size: tuple[int, int] = DESKTOP, *, script: bool = True, scheme: str = "light"
) -> BrowserContext:
    """A browser of somebody's own, with a Swedish clock and language."""
    width, height = size
    phone = size == PHONE
    context = browser.new_context(
        viewport={"width": width, "height": height},
        has_touch=phone,
        is_mobile=phone,
        locale="sv-SE",
        timezone_id="Europe/Stockholm",
        reduced_motion="reduce",
        color_scheme="dark" if scheme == "dark" else "light",
        java_script_enabled=script,
    )
    context.set_default_timeout(PATIENCE_MS)
    return context


def accessible(page: Page) -> None:
    """axe finds nothing, and nothing is wider than the window."""
    # The widget's place grows when its script has come; what moves meanwhile is measured wrongly.
    expect(page.locator("arende-chat:not(:defined)")).to_have_count(0)
    results = Axe().run(page, options={"runOnly": {"type": "tag", "values": _RULES}})
    assert results.violations_count == 0, results.generate_report()
    widths = page.evaluate(
        "() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]"
    )
    assert widths[0] <= widths[1], f"{page.url} scrolls sideways: {widths}"


class Widget:
    """The widget on a page, as the person who uses it sees it."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.field = page.locator("arende-chat #answer")
        self.log = page.locator("arende-chat .log")
        self.messages = self.log.locator("ol > li")
        self.status = page.locator("arende-chat .status")

    def asks(self, question: str) -> None:
        """Waits until the newest message of the assistant is this question."""
        expect(self._spoken().last).to_contain_text(question)

    def tells(self, text: str) -> Locator:
        """Waits until somebody has said this."""
        said = self._spoken().filter(has_text=text)
        expect(said.last).to_be_visible()
        return said.last

    def heard(self, text: str) -> Locator:
        """What the person said, as the transcript shows it."""
        return self.messages.and_(self.page.locator(".person")).filter(has_text=text)

    def say(self, text: str) -> None:
        """Writes and sends. What is refused comes back to the field, so its own bubble is awaited."""
        own = self.log.locator("ol > li.person")
        before = own.count()
        self.field.fill(text)
        self.page.locator("arende-chat .row button").click()
        expect(own).to_have_count(before + 1)

    def tap(self, label: str) -> None:
        self.button(label).click()

    def button(self, label: str) -> Locator:
        return self.page.locator("arende-chat").get_by_role("button", name=label, exact=True)

    def choose(self, label: str) -> None:
        """Taps an alternative, whatever stands under its label."""
        choices = self.page.locator("arende-chat .choices button")
        choices.filter(has=self.page.get_by_text(label, exact=True)).click()

    def answer(self, steps: list[tuple[str, str]]) -> None:
        """Question and answer; an answer in brackets is an alternative to tap."""
        for question, answer in steps:
            self.asks(question)
            if answer.startswith("["):
                self.choose(answer.strip("[]"))
            else:
                self.say(answer)

    def follow(self, label: str) -> Page:
        """The newest link of that name, in the new tab where it opens."""
        link = self.log.get_by_role("link", name=label).last
        with self.page.context.expect_page() as opened:
            link.click()
        tab = opened.value
        tab.wait_for_load_state()
        return tab

    def _spoken(self) -> Locator:
        return self.messages.and_(self.page.locator(":not(.person)"))


def open_widget(context: BrowserContext, address: str) -> Widget:
    page = context.new_page()
    page.goto(address)
    widget = Widget(page)
    widget.field.scroll_into_view_if_needed()  # it begins when it is seen
    expect(widget.messages.first).to_be_visible()
    return widget


def identify(page: Page, who: Resident) -> None:
    """From a page with a login button through the demo e-ID."""
    page.get_by_role("button", name="Logga in med demo-legitimation").click()
    approve(page, who)


def approve(page: Page, who: Resident) -> None:
    """The demo e-ID's form, for a login and for a signature."""
    page.get_by_label("Personnummer").fill(who.personnummer)
    page.get_by_label("Namn").fill(who.name)
    page.locator("button[name=action][value=approve]").click()


def sign(page: Page, who: Resident) -> None:
    """From the review page through the demo e-ID to the page after it."""
    page.locator("button[name=action][value=sign]").click()
    approve(page, who)


def log_in_from(widget: Widget, who: Resident) -> None:
    """By the login link of the chat, in a new tab of the same browser."""
    tab = widget.follow("Logga in")
    identify(tab, who)
    expect(tab.get_by_text(f"Inloggad som {who.name}")).to_be_visible()
    tab.close()
    widget.tells(f"du är inloggad som {who.name}")


def school_change(other: Resident, mobile: str, phone: str) -> list[tuple[str, str]]:
    """After the login, until the summary: an answer to each question of `skolbyte`."""
    child = resident("Lo Ek", age=10)
    return [
        ("Vad heter barnet?", child.name),
        ("Vilket personnummer har barnet?", child.personnummer),
        ("Vilken skola går barnet i nu?", "[Bollstaskolan]"),
        ("Vilken skola vill du att barnet ska byta till?", "[Nylands skola]"),
        ("Från vilken dag", in_two_months()),
        ("Varför vill ni byta skola?", "[Vi flyttar]"),
        ("Vill du berätta mer om skälet?", "Vi flyttar till Nyland."),
        ("Vem har vårdnaden om barnet?", "[Vi är två vårdnadshavare]"),
        ("Vad heter den andra vårdnadshavaren?", other.name),
        ("Vilket personnummer har den andra vårdnadshavaren?", other.personnummer),
        ("Vilket mobilnummer har den andra vårdnadshavaren?", mobile),
        ("Vilket telefonnummer når vi dig på?", phone),
        ("Vilken e-postadress har du?", "anna@example.se"),
        ("Bildningsnämnden ansvarar för dina personuppgifter.", "[Ja, jag bekräftar]"),
    ]


REFERENCE = re.compile(r"\b[A-Z]-[0-9A-Z]{4}-[0-9A-Z]{4}\b")
