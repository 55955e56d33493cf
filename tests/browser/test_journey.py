"""The whole way of a school change with two guardians, in the widget, on a desktop and a phone."""

from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.driving import (
    DESKTOP,
    PHONE,
    Troubles,
    Widget,
    accessible,
    approve,
    identify,
    log_in_from,
    new_person,
    open_widget,
    school_change,
    sign,
)
from tests.browser.people import Resident, international, new_mobile, resident
from tests.browser.serving import Server


@dataclass
class Family:
    """Two guardians, and the number where the other one gets the link."""

    anna: Resident
    bo: Resident
    mobile: str
    phone: str


@pytest.fixture
def family() -> Family:
    return Family(
        anna=resident("Anna Ek", age=38),
        bo=resident("Bo Ek", age=41),
        mobile=new_mobile(),
        phone=new_mobile(),
    )


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["1280", "360"])
def test_two_guardians_file_a_school_change(
    browser: Browser, server: Server, family: Family, size: tuple[int, int]
) -> None:
    troubles = Troubles()
    annas = new_person(browser, size)
    bos = new_person(browser, size)
    troubles.watch(annas)
    troubles.watch(bos)

    widget = open_widget(annas, server.url + "/")
    accessible(widget.page)
    begin(widget)
    log_in_through_each_page(widget, family.anna)
    for step in school_change(family.bo, family.mobile, family.phone):
        widget.asks(step[0])
        accessible(widget.page)
        widget.answer([step])
    send(widget)
    sign_in_the_tab(widget, family.anna)

    # By push: nothing on this page is touched from here on.
    widget.tells("Väntar på flerpartssignering")
    accessible(widget.page)
    cosign(bos, server, family)
    widget.tells("Inkommet")
    accessible(widget.page)
    assert download_receipt(widget).startswith(b"%PDF-")

    assert troubles.seen == []
    annas.close()
    bos.close()


def begin(widget: Widget) -> None:
    widget.say("mitt barn ska byta skola")
    widget.asks("Ansökan om byte av skola")
    accessible(widget.page)
    widget.choose("Ja, börja")
    widget.asks("skyddade personuppgifter")
    accessible(widget.page)
    widget.choose("Nej")
    widget.asks("Logga in med e-legitimation")
    accessible(widget.page)


def log_in_through_each_page(widget: Widget, who: Resident) -> None:
    """As `log_in_from`, looking at each page on the way."""
    number = widget.tells("ska visa talet").inner_text().split("talet ")[1][:2]
    tab = widget.follow("Logga in")
    expect(tab.locator(".big-number")).to_have_text(number)
    accessible(tab)
    tab.get_by_role("button", name="Logga in med demo-legitimation").click()
    accessible(tab)
    approve(tab, who)
    expect(tab.get_by_text(f"Inloggad som {who.name}")).to_be_visible()
    accessible(tab)
    tab.close()
    widget.tells(f"du är inloggad som {who.name}")


def send(widget: Widget) -> None:
    widget.asks("Stämmer allt?")
    accessible(widget.page)
    widget.choose("Skicka och skriv under")
    widget.asks("Nu ska du granska och skriva under")
    accessible(widget.page)


def sign_in_the_tab(widget: Widget, who: Resident) -> None:
    tab = widget.follow("Granska och skriv under")
    expect(tab.get_by_role("heading", level=1)).to_contain_text("Ansökan om byte av skola")
    accessible(tab)
    tab.locator("button[name=action][value=sign]").click()
    accessible(tab)
    approve(tab, who)
    expect(tab.get_by_text("Nu har 1 av 2 skrivit under.")).to_be_visible()
    accessible(tab)
    tab.close()


def cosign(context: BrowserContext, server: Server, family: Family) -> None:
    """The other guardian opens the link of the SMS in a browser of his own."""
    page = context.new_page()
    page.goto(server.url + "/demo/outbox")
    accessible(page)
    link = server.invitation(international(family.mobile))
    page.get_by_role("link", name=link).click()
    expect(page.locator("main")).not_to_contain_text("Lo Ek")
    accessible(page)
    identify(page, family.bo)
    sees_what_he_signs(page, family)
    accessible(page)
    sign(page, family.bo)
    expect(page.get_by_role("link", name="Visa kvittensen")).to_be_visible()
    accessible(page)


def sees_what_he_signs(page: Page, family: Family) -> None:
    """All that is filed, and nothing of how to reach the other guardian."""
    review = page.locator("main")
    expect(review).to_contain_text("Ärendet gäller barnet Lo Ek, ")
    expect(review).to_contain_text("Vi flyttar till Nyland.")
    expect(review).not_to_contain_text(family.phone)
    expect(review).not_to_contain_text("anna@example.se")


def download_receipt(widget: Widget) -> bytes:
    tab = widget.follow("Hämta kvittens")
    accessible(tab)
    with tab.expect_download() as started:
        tab.locator("main a.button.primary").click()
    content = started.value.path().read_bytes()
    tab.close()
    return content


def test_a_login_in_the_chat_is_shown_without_reloading(browser: Browser, server: Server) -> None:
    context = new_person(browser)
    widget = open_widget(context, server.url + "/")
    widget.page.evaluate("() => (window.untouched = true)")
    widget.say("byta skola")
    widget.choose("Ja, börja")
    widget.asks("skyddade personuppgifter")
    widget.choose("Nej")
    log_in_from(widget, resident("Eva Ek", age=50))
    widget.asks("Vad heter barnet?")
    assert widget.page.evaluate("() => window.untouched") is True
    context.close()
