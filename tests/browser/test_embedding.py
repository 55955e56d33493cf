"""The widget on a municipality's own site: strict policy, hostile style sheet, several pages, events."""

import functools
import http.server
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.driving import PHONE, Troubles, Widget, accessible, new_person
from tests.browser.serving import Server

HOSTILE = """
    html { font-size: 62.5% }
    * { font-family: fantasy; font-size: 7px; line-height: 1; color: #fff; text-transform: uppercase;
        letter-spacing: 1em; text-align: center; visibility: hidden; opacity: .1; direction: ltr }
    button, input { all: unset; display: none }
    h1, a { visibility: visible }
"""


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


class HostSite:
    """A site at another address than the server's, with a strict policy."""

    def __init__(self, folder: Path, address: str, server: str) -> None:
        self.folder = folder
        self.address = address
        self.server = server
        self.policy = f"default-src 'none'; script-src {server}; connect-src {server}"

    def page(self, name: str, body: str, *, head: str = "") -> str:
        """Writes a page and gives its address."""
        (self.folder / f"{name}.html").write_text(
            f"""<!doctype html><html lang="sv"><head><meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="{self.policy}">
            <meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">
            <title>Kommunen</title>{head}</head>
            <body><main><h1>Kommunen</h1></main>{body}</body></html>""",
            encoding="utf-8",
        )
        return f"{self.address}/{name}.html"

    def script(self, query: str = "") -> str:
        return f'<script type="module" src="{self.server}/widget.js{query}"></script>'


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    handler = functools.partial(_Quiet, directory=str(folder))
    site = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=site.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://localhost:{site.server_address[1]}"
    finally:
        site.shutdown()
        thread.join()


@pytest.fixture
def host(server: Server, tmp_path: Path) -> Iterator[HostSite]:
    with serving(tmp_path) as address:
        yield HostSite(tmp_path, address, server.url)


def opened(page: Page, label: str = "Chatta med oss") -> Widget:
    page.get_by_role("button", name=label).click()
    widget = Widget(page)
    expect(widget.field).to_be_visible()
    return widget


def session(page: Page) -> dict[str, Any]:
    """What the tab keeps of the conversation."""
    stored = page.evaluate(
        "() => Object.entries(sessionStorage).find(([name]) => !name.endsWith('open'))[1]"
    )
    return dict(json.loads(stored))


def test_one_line_embeds_it_under_a_strict_policy(browser: Browser, host: HostSite) -> None:
    address = host.page(
        "index", host.script("?launcher&label=Fr%C3%A5ga%20oss&about=Svarar%20direkt")
    )
    context = new_person(browser)
    troubles = Troubles()
    troubles.watch(context)
    page = context.new_page()
    page.goto(address)
    widget = opened(page, "Fråga oss")
    expect(widget.field).to_be_focused()
    expect(page.get_by_text("Svarar direkt")).to_be_visible()
    widget.say("jag vill klaga")
    widget.asks("Lämna en synpunkt")
    widget.choose("Ja, börja")
    widget.asks("Typ: Klagomål")
    widget.choose("Nej, fråga mig i stället")
    widget.asks("Vad vill du lämna?")
    page.keyboard.press("Escape")
    expect(widget.field).to_be_hidden()
    expect(page.get_by_role("button", name="Fråga oss")).to_be_focused()
    assert [each for each in troubles.seen if "data:," not in each] == []
    context.close()


def test_a_page_that_has_its_own_element_gets_no_second(browser: Browser, host: HostSite) -> None:
    address = host.page("index", host.script("?launcher") + "<arende-chat></arende-chat>")
    context = new_person(browser)
    page = context.new_page()
    page.goto(address)
    expect(Widget(page).messages.first).to_be_visible()
    assert page.locator("arende-chat").count() == 1
    context.close()


@pytest.mark.parametrize("language", ["sv", "en"])
def test_it_stands_where_the_page_says_and_speaks_its_language(
    browser: Browser, host: HostSite, language: str
) -> None:
    body = (
        f'{host.script()}<arende-chat launcher position="left" language="{language}"></arende-chat>'
    )
    context = new_person(browser)
    page = context.new_page()
    page.goto(host.page("index", body))
    launcher = page.get_by_role(
        "button", name={"sv": "Chatta med oss", "en": "Chat with us"}[language]
    )
    box = launcher.bounding_box()
    assert box is not None
    assert box["x"] < 100
    launcher.click()
    expect(Widget(page).field).to_be_focused()
    panel = page.locator("arende-chat .panel").bounding_box()
    assert panel is not None
    assert panel["x"] < 100
    context.close()


def test_it_goes_on_in_the_same_place_on_the_next_page(browser: Browser, host: HostSite) -> None:
    host.page("next", host.script("?launcher"))
    address = host.page("index", host.script("?launcher") + '<a href="next.html">Nästa</a>')
    context = new_person(browser)
    page = context.new_page()
    page.goto(address)
    widget = opened(page)
    widget.say("synpunkt")
    widget.asks("Lämna en synpunkt")
    shown = widget.messages.count()
    page.get_by_role("link", name="Nästa").click()
    page.wait_for_url("**/next.html")
    expect(widget.messages).to_have_count(shown)
    expect(widget.field).to_be_visible()
    expect(widget.field).not_to_be_focused()  # the page that was asked for has the focus
    page.keyboard.press("Escape")
    widget.button("Stäng chatten").click()
    page.reload()
    expect(page.get_by_role("button", name="Chatta med oss")).to_be_visible()
    expect(widget.field).to_be_hidden()
    context.close()


def test_what_comes_while_it_is_closed_is_counted_on_the_launcher(
    browser: Browser, host: HostSite
) -> None:
    address = host.page("index", host.script("?launcher"))
    context = new_person(browser)
    page = context.new_page()
    page.goto(address)
    widget = opened(page)
    expect(widget.messages.first).to_be_visible()
    widget.button("Stäng chatten").click()
    page.reload()
    kept = session(page)
    answer = httpx.post(
        f"{host.server}/api/v1/conversations/{kept['id']}/messages",
        headers={"Authorization": f"Bearer {kept['token']}"},
        json={"id": "from-another-tab", "text": "hjälp"},
    )
    unread = len([each for each in answer.json()["messages"] if each["from"] != "person"])
    expect(page.get_by_role("button", name=f"Chatta med oss ({unread} olästa)")).to_be_visible()
    expect(page.locator("arende-chat .badge")).to_have_text(str(unread))
    accessible(page)
    widget = opened(page)
    expect(widget.heard("hjälp")).to_be_visible()
    expect(page.locator("arende-chat .badge")).to_have_count(0)
    context.close()


def test_the_page_is_told_what_happens_but_not_what_is_said(
    browser: Browser, host: HostSite
) -> None:
    body = host.script("?launcher")
    context = new_person(browser)
    page = context.new_page()
    page.add_init_script("""
        window.told = [];
        for (const name of ["start", "open", "close", "message", "filed", "end"])
            addEventListener(`arende-${name}`, (event) => told.push([name, event.detail]));
    """)
    page.goto(host.page("index", body))
    widget = opened(page)
    widget.say("synpunkt")
    widget.choose("Ja, börja")
    for label in ("Förslag", "Kultur och fritid"):
        widget.choose(label)
    widget.asks("Skriv din synpunkt.")
    widget.say("Längre öppettider, hälsar Berit.")
    widget.choose("Nej")
    widget.choose("Ja, jag bekräftar")
    widget.choose("Skicka in ärendet")
    widget.tells("Ärendet har kommit in till kommunen")
    widget.tap("Meny")
    widget.tap("Avsluta och radera samtalet")
    widget.tap("Ja, radera")
    expect(widget.status).to_contain_text("Samtalet är avslutat")
    widget.button("Stäng chatten").click()
    told = page.evaluate("() => window.told")
    names = [name for name, _ in told]
    assert names[0] == "open"
    assert {"start", "message", "filed"} <= set(names)
    assert names[-2:] == ["end", "close"]
    assert ["filed", {"status": "received"}] in told
    assert "Berit" not in json.dumps(told)
    widget = opened(page)  # after an end it begins anew
    widget.asks("Vad vill du göra?")
    expect(widget.heard("Längre öppettider")).to_have_count(0)
    context.close()


@pytest.mark.parametrize("size", [(1280, 800), PHONE], ids=["1280", "360"])
def test_a_hostile_style_sheet_changes_nothing(
    browser: Browser, host: HostSite, size: tuple[int, int]
) -> None:
    (host.folder / "hostile.css").write_text(HOSTILE, encoding="utf-8")
    host.policy += f"; style-src {host.address}"
    address = host.page(
        "index", host.script("?launcher"), head='<link rel="stylesheet" href="hostile.css">'
    )
    context = new_person(browser, size)
    page = context.new_page()
    page.goto(address)
    widget = opened(page)
    widget.say("synpunkt")
    widget.asks("Lämna en synpunkt")
    looks = widget.messages.last.evaluate("""(item) => {
        const { fontSize, letterSpacing, textTransform, textAlign, visibility, fontFamily } =
            getComputedStyle(item);
        return { fontSize, letterSpacing, textTransform, textAlign, visibility, fontFamily };
    }""")
    assert looks.pop("fontFamily").startswith("system-ui")
    assert looks == {
        "fontSize": "16px",
        "letterSpacing": "normal",
        "textTransform": "none",
        "textAlign": "start",
        "visibility": "visible",
    }
    assert page.locator("arende-chat").evaluate("(chat) => getComputedStyle(chat).opacity") == "1"
    field = widget.field.bounding_box()
    assert field is not None
    assert field["height"] >= 44
    context.close()


@pytest.mark.parametrize("own_way", ["", '<a href="/kontakt">Kontakt</a>'])
def test_an_old_browser_gets_a_link_to_the_chats_page(
    browser: Browser, host: HostSite, own_way: str
) -> None:
    address = host.page("index", f"{host.script()}<arende-chat>{own_way}</arende-chat>")
    context = new_person(browser)
    page = context.new_page()
    page.add_init_script("delete Document.prototype.adoptedStyleSheets")
    page.goto(address)
    link = page.locator("arende-chat").get_by_role("link")
    expect(link).to_have_count(1)
    expect(link).to_be_visible()
    expect(link).to_have_attribute("href", "/kontakt" if own_way else f"{host.server}/chat")
    context.close()
