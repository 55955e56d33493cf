"""axe in every state of every page, and what it cannot see: large text, wide spacing, few colours."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.driving import DESKTOP, PHONE, accessible, new_person, open_widget
from tests.browser.serving import Server
from tests.browser.tour import Tour

#: The pages that can be opened without having done anything before.
PAGES = (
    "/", "/chat?service=synpunkt", "/tillganglighet", "/mina-sidor", "/kvittens", "/demo/outbox", "/desk",
)  # fmt: skip
#: WCAG 1.4.12: nothing is lost with this.
SPACED = """
* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
p { margin-block-end: 2em !important }"""
#: What stands in the page and in the widget: the style sheet is added to both.
_ADD_STYLE = """(css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    for (const root of [document, document.querySelector("arende-chat")?.shadowRoot])
        if (root) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}"""
#: Elements with text that is cut off and cannot be scrolled to.
_CUT_OFF = """() => {
    const roots = [document, document.querySelector("arende-chat")?.shadowRoot].filter(Boolean);
    return roots.flatMap((root) => [...root.querySelectorAll("button, a, label, p, h1, h2, h3, dd, li")])
        .filter((it) => it.checkVisibility() && getComputedStyle(it).overflowX === "hidden")
        .filter((it) => it.scrollWidth > it.clientWidth + 1 && it.clientWidth > 1)
        .map((it) => it.outerHTML.slice(0, 100));
}"""


@pytest.mark.parametrize(
    ("size", "scheme"),
    [(DESKTOP, "light"), ((320, 640), "dark")],
    ids=["1280-light", "320-dark"],
)
def test_every_state_is_accessible(
    browser: Browser, server: Server, tmp_path: Path, size: tuple[int, int], scheme: str
) -> None:
    seen: list[str] = []

    def see(page: Page, name: str) -> None:
        seen.append(name)
        accessible(page)

    Tour(browser, server, size, scheme, see, tmp_path).take()
    assert len(seen) == len(set(seen)) >= 59


def whole(page: Page) -> None:
    """Nothing is wider than the window, and no text is cut off."""
    widths = page.evaluate(
        "() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]"
    )
    assert widths[0] <= widths[1], page.url
    assert page.evaluate(_CUT_OFF) == []


def test_text_of_twice_the_size_is_whole(browser: Browser, server: Server) -> None:
    """WCAG 1.4.4, also when only the text grows."""
    context = new_person(browser)
    page = context.new_page()
    for path in PAGES:
        page.goto(server.url + path)
        page.evaluate("() => { document.documentElement.style.fontSize = '200%' }")
        whole(page)
    page.goto(server.url)
    page.evaluate("() => { document.documentElement.style.fontSize = '200%' }")
    size = page.locator("arende-chat .panel").evaluate("(it) => getComputedStyle(it).fontSize")
    assert size == "32px"
    context.close()


def test_wide_spacing_is_whole(browser: Browser, server: Server) -> None:
    context = new_person(browser, PHONE)
    page = context.new_page()
    for path in PAGES:
        page.goto(server.url + path)
        page.evaluate(_ADD_STYLE, SPACED)
        whole(page)
    context.close()


def test_few_colours_leave_borders_where_grounds_were(browser: Browser, server: Server) -> None:
    """Forced colours (Windows' high contrast) take all grounds away."""
    context = new_person(browser)
    widget = open_widget(context, server.url + "/")
    widget.page.emulate_media(forced_colors="active")
    widget.say("hdfjkgh")
    widget.tells("Jag förstår inte riktigt")
    for name in (".log li.person", ".log li.bot", ".row button", ".panel"):
        border = widget.page.locator(f"arende-chat {name}").first.evaluate(
            "(it) => getComputedStyle(it).borderTopWidth"
        )
        assert border != "0px", name
    context.close()


def test_nothing_moves_for_those_who_want_less_motion(browser: Browser, server: Server) -> None:
    context = new_person(browser)
    widget = open_widget(context, server.url + "/")
    count = "() => document.querySelector('arende-chat').shadowRoot.querySelector('.typing')"
    still = f"({count})().getAnimations().length + document.getAnimations().length"
    widget.page.evaluate(f"({count})().hidden = false")
    assert widget.page.evaluate(f"() => {still}") == 0
    widget.page.emulate_media(reduced_motion="no-preference")
    assert widget.page.evaluate(f"() => {still}") == 1  # so it would have been seen
    context.close()


def test_what_is_asked_is_tied_to_the_field_that_answers_it(
    browser: Browser, server: Server
) -> None:
    context = new_person(browser)
    widget = open_widget(context, server.url + "/")
    widget.say("synpunkt")
    widget.choose("Ja, börja")
    widget.asks("Vad vill du lämna?")
    expect(widget.field).to_have_accessible_description(re.compile("Vad vill du lämna"))
    expect(widget.field).to_have_accessible_name("Eller skriv ditt svar")
    context.close()
