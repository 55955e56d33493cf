"""axe, colour schemes, zoom and languages over the pages that no other test opens."""

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.driving import DESKTOP, PHONE, accessible, identify, new_person, open_widget
from tests.browser.people import DANA, resident
from tests.browser.serving import Server

PAGES = [
    "/",
    "/tillganglighet",
    "/chat",
    "/mina-sidor",
    "/demo/outbox",
    "/desk",
    "/there-is-no-such-page",
]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["1280", "360"])
def test_pages_are_accessible_before_a_login(
    browser: Browser, server: Server, size: tuple[int, int], scheme: str
) -> None:
    context = new_person(browser, size)
    page = context.new_page()
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    for path in PAGES:
        page.goto(server.url + path)
        accessible(page)
    context.close()


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["1280", "360"])
def test_my_pages_and_the_desk_are_accessible_after_a_login(
    browser: Browser, server: Server, size: tuple[int, int]
) -> None:
    context = new_person(browser, size)
    page = context.new_page()
    for path, who in [("/mina-sidor", resident("Ida Ek", age=30)), ("/desk", DANA)]:
        context.clear_cookies()
        page.goto(server.url + path)
        identify(page, who)
        expect(page.get_by_text(who.name).first).to_be_visible()
        accessible(page)
    context.close()


def test_the_widget_is_accessible_in_dark(browser: Browser, server: Server) -> None:
    context = new_person(browser)
    widget = open_widget(context, server.url + "/")
    widget.page.emulate_media(color_scheme="dark")
    widget.tap("Meny")
    accessible(widget.page)
    widget.say("hdfjkgh")
    widget.tells("Jag förstår inte riktigt")
    accessible(widget.page)
    context.close()


def test_the_widget_speaks_english_and_is_marked_so(browser: Browser, server: Server) -> None:
    context = new_person(browser)
    widget = open_widget(context, server.url + "/?lang=en")
    expect(widget.page.locator("html")).to_have_attribute("lang", "en")
    widget.say("my child will change school")
    widget.asks("Apply to change school")
    expect(widget.messages.last).to_have_attribute("lang", "en")
    accessible(widget.page)
    context.close()


def test_four_times_the_size_still_fits_the_width(browser: Browser, server: Server) -> None:
    """WCAG 1.4.10: 1280 pixels at 400 % are 320 wide and 200 high."""
    context = new_person(browser, (320, 200))
    widget = open_widget(context, server.url + "/")
    widget.say("synpunkt")
    widget.choose("Ja, börja")
    widget.asks("Vad vill du lämna?")
    accessible(widget.page)
    for path in ("/chat", "/mina-sidor"):
        widget.page.goto(server.url + path)
        accessible(widget.page)
    context.close()


def test_messages_are_read_out_once_and_politely(browser: Browser, server: Server) -> None:
    """One live region that only grows; what was there before is not read again."""
    context = new_person(browser)
    widget = open_widget(context, server.url + "/")
    expect(widget.log).to_have_attribute("role", "log")
    expect(widget.log).to_have_attribute("aria-live", "polite")
    first = widget.messages.first.element_handle()
    widget.say("synpunkt")
    widget.asks("Lämna en synpunkt")
    assert first.is_visible()
    assert first.evaluate("(item) => item.isConnected")
    context.close()
