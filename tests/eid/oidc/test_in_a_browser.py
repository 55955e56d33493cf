"""A login with a real OpenID provider in a real browser, and the same answer in another one."""

import sqlite3
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.driving import Widget, accessible, chromium, new_person, open_widget
from tests.browser.serving import Server, free_port
from tests.eid.oidc.real_provider import real_provider


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as running:
        yield running


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    port = free_port()
    # A pushed request is good for one login, so that its address cannot be used by two browsers.
    back = f"http://127.0.0.1:{port}/legitimering/oidc"
    with real_provider(back, pushed=False) as remote:
        folder = tmp_path_factory.mktemp("oidc")
        server = Server(port=port, var=folder, environment=remote.environment())
        server.start()
        yield server
        server.stop()


def context_of(browser: Browser, *, script: bool = True) -> BrowserContext:
    context = new_person(browser, script=script)
    # The provider's development pages would load a font from elsewhere.
    context.route("https://fonts.googleapis.com/**", lambda route: route.abort())
    return context


def begin(widget: Widget) -> Page:
    """As far as the page with the login button, in its own tab."""
    widget.say("byta skola")
    widget.asks("Ansökan om byte av skola")
    widget.choose("Ja, börja")
    widget.asks("skyddade personuppgifter")
    widget.choose("Nej")
    widget.asks("Logga in med e-legitimation")
    return widget.follow("Logga in")


def at_the_provider(tab: Page, who: str) -> None:
    """Its login form and its consent."""
    tab.get_by_placeholder("Enter any login").fill(who)
    tab.get_by_placeholder("and password").fill("any")
    tab.get_by_role("button", name="Sign-in").click()
    tab.get_by_role("button", name="Continue").click()


def binding_failures(server: Server) -> int:
    with sqlite3.connect(server.var / "arendebot.db") as database:
        query = "SELECT count(*) FROM audit WHERE act = 'eid.binding_failed'"
        return int(database.execute(query).fetchone()[0])


def test_only_the_browser_that_began_is_logged_in_and_only_once(
    browser: Browser, server: Server
) -> None:
    """Threat A2, with two cookie jars: the way to the provider is sent to somebody else."""
    mine, other = context_of(browser), context_of(browser)
    widget = open_widget(mine, server.url + "/")
    tab = begin(widget)
    asked: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.get_by_role("button", name="Logga in med e-legitimation").click()
    expect(tab.get_by_placeholder("Enter any login")).to_be_visible()

    victim = other.new_page()
    victim.goto(next(each for each in asked if "/auth?" in each))
    at_the_provider(victim, "anna")
    expect(victim.get_by_role("heading", level=1)).to_have_text("Fel webbläsare")
    accessible(victim)
    assert binding_failures(server) == 1
    victim.goto(f"{server.url}/mina-sidor")
    expect(victim.get_by_role("button", name="Logga in med e-legitimation")).to_be_visible()
    expect(widget.log).not_to_contain_text("Anna Ek")

    at_the_provider(tab, "anna")
    expect(tab.get_by_text("Inloggad som Anna Ek")).to_be_visible()
    widget.tells("du är inloggad som Anna Ek")

    again = tab.goto(next(each for each in asked if "/legitimering/oidc?" in each))
    assert again is not None
    assert again.status == 409
    assert binding_failures(server) == 2


def test_without_script_the_way_goes_there_and_back_by_itself(
    browser: Browser, server: Server
) -> None:
    page = context_of(browser, script=False).new_page()
    page.goto(f"{server.url}/mina-sidor")
    page.get_by_role("button", name="Logga in med e-legitimation").click()
    at_the_provider(page, "bo")
    expect(page.get_by_text("Bo Ek").first).to_be_visible()


def test_who_cancels_there_can_try_again(browser: Browser, server: Server) -> None:
    page = context_of(browser).new_page()
    page.goto(f"{server.url}/mina-sidor")
    page.get_by_role("button", name="Logga in med e-legitimation").click()
    page.get_by_role("link", name="[ Cancel ]").click()
    expect(page.get_by_role("alert")).to_contain_text("Inget har gått förlorat")
    accessible(page)
    page.get_by_role("button", name="Logga in med e-legitimation").click()
    at_the_provider(page, "bo")
    expect(page.get_by_text("Bo Ek").first).to_be_visible()
