"""The links that leave the chat: who may follow them, what they tell, and what they say when old."""

from dataclasses import dataclass

import httpx
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.driving import (
    Widget,
    accessible,
    identify,
    log_in_from,
    new_person,
    open_widget,
    school_change,
    sign,
)
from tests.browser.people import Resident, international, new_mobile, resident
from tests.browser.serving import Server

#: What fetches links before a person does.
PREVIEWS = [
    "WhatsApp/2.23.20.0",
    "TelegramBot (like TwitterBot)",
    "facebookexternalhit/1.1",
    "Mozilla/5.0 (compatible; Microsoft-Office; MSOffice 16; SafeLinks)",
]


@dataclass
class Filing:
    """A school change that Anna has signed and Bo has been asked to sign."""

    anna: Resident
    bo: Resident
    #: The link that Bo got.
    link: str
    widget: Widget


def begin(widget: Widget) -> None:
    """As far as the login."""
    widget.say("byta skola")
    widget.asks("Ansökan om byte av skola")
    widget.choose("Ja, börja")
    widget.asks("skyddade personuppgifter")
    widget.choose("Nej")
    widget.asks("Logga in med e-legitimation")


@pytest.fixture
def filing(browser: Browser, server: Server) -> Filing:
    anna, bo, mobile = resident("Anna Ek", age=38), resident("Bo Ek", age=41), new_mobile()
    widget = open_widget(new_person(browser), server.url + "/")
    begin(widget)
    log_in_from(widget, anna)
    widget.answer(school_change(bo, mobile, new_mobile()))
    widget.asks("Stämmer allt?")
    widget.choose("Skicka och skriv under")
    widget.asks("Nu ska du granska")
    tab = widget.follow("Granska och skriv under")
    sign(tab, anna)
    expect(tab.get_by_role("heading", level=1)).to_contain_text("du har")
    tab.close()
    widget.tells("Väntar på flerpartssignering")
    return Filing(anna, bo, server.invitation(international(mobile)), widget)


def open_link(browser: Browser, link: str) -> Page:
    """In somebody's own browser."""
    page = new_person(browser).new_page()
    page.goto(link)
    return page


def test_previews_of_the_link_neither_use_it_up_nor_learn_anything(
    browser: Browser, filing: Filing
) -> None:
    for agent in PREVIEWS:
        for method in ("HEAD", "GET", "GET"):
            seen = httpx.request(method, filing.link, headers={"user-agent": agent})
            assert seen.status_code == 200
            assert "Lo Ek" not in seen.text
            assert "byte av skola" not in seen.text
    page = open_link(browser, filing.link)
    identify(page, filing.bo)
    sign(page, filing.bo)
    filing.widget.tells("Inkommet")


def test_somebody_else_who_logs_in_by_the_link_gets_nothing(
    browser: Browser, filing: Filing
) -> None:
    page = open_link(browser, filing.link)
    identify(page, resident("Nils Nyfiken", age=33))
    expect(page.get_by_role("alert")).to_be_visible()
    expect(page.locator("main")).not_to_contain_text("Lo Ek")
    expect(page.locator("main")).not_to_contain_text("skola")
    expect(page.locator("button[value=sign]")).to_have_count(0)
    accessible(page)
    page.goto(filing.link + "/kvittens")
    expect(page.locator("main")).not_to_contain_text("Lo Ek")


def test_declining_with_a_reason_is_told_to_the_filer(browser: Browser, filing: Filing) -> None:
    page = open_link(browser, filing.link)
    identify(page, filing.bo)
    page.locator("#reason").fill("Vi behöver prata om det först.")
    page.locator("button[value=decline]").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Du har tackat nej")
    accessible(page)
    filing.widget.tells("Vi behöver prata om det först.")
    filing.widget.tells("Avböjt av medsignerande")
    accessible(filing.widget.page)


def test_an_old_link_explains_that_the_case_has_changed(browser: Browser, filing: Filing) -> None:
    widget = filing.widget
    widget.say("ändra")
    widget.choose("Ja, ändra")
    widget.asks("Vilket svar vill du ändra?")
    widget.choose("Skäl")
    widget.asks("Varför vill ni byta skola?")
    widget.choose("Enklare väg till skolan")
    widget.asks("Stämmer allt?")
    page = open_link(browser, filing.link)
    if page.get_by_role("button", name="Logga in med demo-legitimation").count():
        identify(page, filing.bo)
    expect(page.locator("main")).to_contain_text("ändra")
    expect(page.locator("button[value=sign]")).to_have_count(0)
    expect(page.locator("main")).not_to_contain_text("Lo Ek")
    accessible(page)


def test_a_login_in_another_browser_must_be_brought_back_as_a_code(
    browser: Browser, server: Server
) -> None:
    widget = open_widget(new_person(browser), server.url + "/")
    begin(widget)
    link = widget.log.get_by_role("link", name="Logga in").last.get_attribute("href")
    assert link
    page = open_link(browser, link)
    identify(page, resident("Anna Ek", age=38))
    code = page.locator("#code")
    expect(code).to_be_visible()
    accessible(page)
    expect(widget.messages.filter(has_text="du är inloggad")).to_have_count(0)
    widget.say(code.inner_text())
    widget.asks("Vad heter barnet?")
