"""A human takes over in a real browser, and the person returns to the same question (row 21)."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.driving import (
    DESKTOP,
    PHONE,
    Troubles,
    accessible,
    identify,
    new_person,
    open_widget,
)
from tests.browser.people import KARIN
from tests.browser.serving import Server, always_open, running_server


@pytest.fixture
def open_office(tmp_path: Path) -> Iterator[Server]:
    with running_server(tmp_path, **always_open(tmp_path)) as running:
        yield running


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["1280", "360"])
def test_an_officer_and_a_citizen_talk_and_the_form_goes_on(
    browser: Browser, open_office: Server, size: tuple[int, int]
) -> None:
    troubles = Troubles()
    citizen, officer = new_person(browser, size), new_person(browser, size)
    for each in (citizen, officer):
        troubles.watch(each)
    widget = open_widget(citizen, open_office.url + "/")
    widget.say("lyktan utanför Torggatan 2 är sönder")
    widget.tap("Ja, börja")
    widget.say("nej")
    widget.asks("Vad gäller det?")
    before = widget.messages.last.inner_text()
    widget.say("prata med en människa")
    widget.tap("Prata med någon nu")
    widget.tells("Jag har sagt till kundtjänst")

    desk = officer.new_page()
    desk.goto(open_office.url + "/desk")
    identify(desk, KARIN)
    desk.get_by_role("link", name="1 väntar").click()
    accessible(desk)
    desk.get_by_role("heading", level=3).get_by_role("link").click()
    accessible(desk)
    desk.get_by_role("button", name="Ta över samtalet").click()
    widget.tells("Karin Demo på kundtjänst")
    accessible(widget.page)

    widget.say("När lagas den?")
    # By itself: nothing on this page is touched.
    expect(desk.locator("#lines li").last).to_contain_text("När lagas den?")
    desk.get_by_label("Skriv till personen").fill("Oftast inom en vecka.")
    desk.get_by_role("button", name="Skicka").click()
    widget.tells("Karin Demo, kundtjänst: Oftast inom en vecka.")
    accessible(desk)
    desk.get_by_role("button", name="Lämna tillbaka till assistenten").click()
    expect(desk.get_by_text("Ingen väntar just nu.")).to_be_visible()
    widget.tells("Nu svarar jag, den digitala assistenten, igen.")
    assert widget.messages.last.inner_text() == before
    assert troubles.seen == []
    citizen.close()
    officer.close()
