"""Threat A11 in the widget: what is on the screen goes with the login, and comes back with it."""

import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from bot.site import Site
from tests.browser.driving import Widget, accessible, identify, new_person, open_widget
from tests.browser.people import Resident, resident
from tests.channels.telling import served
from tests.talking import START

ANNA, BO = resident("Anna Ek", age=36), resident("Bo Ek", age=41)
CANARY = "Kanarina Ek"
CONTINUE = "Fortsätt med e-legitimation"


class Moved:
    """The clock of the server; the browser's is moved beside it."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Moved:
    return Moved()


@pytest.fixture
def site(tmp_path: Path, clock: Moved) -> Iterator[Site]:
    with served(tmp_path, clock) as running:
        yield running


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    person = new_person(browser)
    yield person
    person.close()


def begun(context: BrowserContext, site: Site) -> Widget:
    context.clock.install(time=START)
    return open_widget(context, site.assembly.public_url + "/")


def logged_in(widget: Widget, who: Resident) -> None:
    tab = widget.follow("Logga in")
    identify(tab, who)
    expect(tab.get_by_text(f"Inloggad som {who.name}")).to_be_visible()
    tab.close()


def anna(context: BrowserContext, site: Site) -> Widget:
    """Anna has named her child in a school change."""
    widget = begun(context, site)
    widget.say("byta skola")
    widget.choose("Ja, börja")
    widget.asks("skyddade personuppgifter")
    widget.choose("Nej")
    logged_in(widget, ANNA)
    widget.asks("Vad heter barnet?")
    widget.say(CANARY)
    widget.asks("Vilket personnummer har barnet?")
    widget.field.fill("201503")
    return widget


def pass_(page: Page, clock: Moved, minutes: int) -> None:
    clock.now += timedelta(minutes=minutes)
    page.clock.run_for(minutes * 60_000)


def test_threat_a11_the_screen_is_blank_after_half_an_hour_and_the_login_brings_it_back(
    context: BrowserContext, site: Site, clock: Moved
) -> None:
    widget = anna(context, site)
    pass_(widget.page, clock, 31)
    expect(widget.messages).to_have_count(1)
    expect(widget.messages).to_contain_text("Du är utloggad.")
    expect(widget.field).to_have_value("")
    assert CANARY not in widget.page.locator("arende-chat").inner_text()
    accessible(widget.page)
    widget.tap(CONTINUE)
    widget.tells("Logga in igen, så fortsätter du där du var.")
    logged_in(widget, ANNA)
    expect(widget.heard(CANARY)).to_have_count(1)
    widget.asks("Vilket personnummer har barnet?")
    widget.say("20150314-2380")
    widget.asks("Vilken skola går barnet i nu?")


def test_threat_a11_a_computer_that_wakes_up_shows_nothing_before_the_server_has_answered(
    context: BrowserContext, site: Site, clock: Moved
) -> None:
    widget = anna(context, site)
    clock.now += timedelta(minutes=31)
    context.set_offline(True)
    # As after sleep: much time has passed, and nothing has run meanwhile.
    widget.page.clock.set_system_time(START + timedelta(minutes=31))
    widget.page.evaluate(
        "() => document.dispatchEvent(new Event('visibilitychange', {bubbles: true}))"
    )
    expect(widget.page.locator("arende-chat .panel")).to_have_css("opacity", "0")
    context.set_offline(False)
    widget.page.clock.run_for(10_000)
    expect(widget.messages).to_have_count(1)
    expect(widget.page.locator("arende-chat .panel")).to_have_css("opacity", "1")


def test_threat_a11_the_stream_of_events_tells_nothing_either(
    context: BrowserContext, site: Site, clock: Moved
) -> None:
    widget = anna(context, site)
    session = json.loads(
        widget.page.evaluate(
            "() => Object.values(sessionStorage).find((each) => each.includes('token'))"
        )
    )
    assert CANARY in first_of_stream(site, session)
    clock.now += timedelta(minutes=31)
    told = first_of_stream(site, session)
    assert CANARY not in told
    assert CONTINUE in told


def first_of_stream(site: Site, session: dict[str, str]) -> str:
    """What the stream begins with, from the first message."""
    address = f"{site.assembly.public_url}/api/v1/conversations/{session['id']}/events"
    headers = {"authorization": f"Bearer {session['token']}", "last-event-id": "0"}
    told = ""
    with httpx.stream("GET", address, headers=headers) as response:
        for line in response.iter_lines():
            told += line
            if line.startswith("data:") and ("personnummer har barnet" in line or CONTINUE in line):
                break
    return told


def test_threat_a11_somebody_else_who_logs_in_begins_with_nothing(
    context: BrowserContext, site: Site, clock: Moved
) -> None:
    widget = anna(context, site)
    pass_(widget.page, clock, 31)
    widget.tap(CONTINUE)
    logged_in(widget, BO)
    widget.tells("inloggad som Bo Ek")
    assert CANARY not in widget.page.locator("arende-chat").inner_text()


def test_who_never_logged_in_keeps_all_and_what_is_being_written(
    context: BrowserContext, site: Site, clock: Moved
) -> None:
    widget = begun(context, site)
    widget.say("synpunkt")
    widget.asks("Lämna en synpunkt")
    widget.choose("Ja, börja")
    widget.asks("Vad vill du lämna?")
    widget.field.fill("Det är")
    shown = widget.messages.count()
    pass_(widget.page, clock, 45)
    expect(widget.messages).to_have_count(shown)
    expect(widget.field).to_have_value("Det är")
    expect(widget.field).to_be_focused()
