"""A filing of three parties with BankID in real Chromium: by QR code, by the app on the same phone,
and without script. The bank is a local server that speaks BankID's protocol.
"""

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.driving import (
    DESKTOP,
    PATIENCE_MS,
    PHONE,
    Troubles,
    Widget,
    accessible,
    new_person,
    open_widget,
)
from tests.browser.people import Resident, international, new_mobile, resident
from tests.browser.serving import Server, running_server
from tests.eid.bankid.server import BankidServer, bankid_server
from tests.eid.three_parties import service_folder

ANDROID = "Mozilla/5.0 (Linux; Android 15; Pixel 9) Chrome/130.0.0.0 Mobile Safari/537.36"


@pytest.fixture(scope="module")
def bank(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BankidServer]:
    with bankid_server(tmp_path_factory.mktemp("bank")) as running:
        yield running


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory, bank: BankidServer) -> Iterator[Server]:
    services = service_folder(tmp_path_factory.mktemp("services"))
    environment = {**bank.settings(), "ARENDEBOT_SERVICES_DIR": str(services)}
    with running_server(tmp_path_factory.mktemp("town"), **environment) as running:
        yield running


def bare(who: Resident) -> tuple[str, str]:
    return who.personnummer.replace("-", ""), who.name


def by_qr(page: Page, bank: BankidServer, who: Resident) -> None:
    """The code changes by itself; when the app is done the page goes on by itself."""
    path = page.locator("#qr path")
    first = path.get_attribute("d")
    page.wait_for_function(
        "before => document.querySelector('#qr path').getAttribute('d') != before", arg=first
    )
    accessible(page)
    bank.hint("userSign")
    expect(page.get_by_role("status")).to_contain_text("Skriv in din säkerhetskod")
    expect(page.locator("#qr")).to_be_hidden()
    bank.approve(*bare(who))


def by_app(page: Page, bank: BankidServer, who: Resident) -> None:
    """The app is opened by the link, and leads back to the same browser."""
    link = page.get_by_role("link", name="Öppna BankID på den här enheten")
    address = link.get_attribute("href")
    assert address == (
        f"https://app.bankid.com/?autostarttoken={bank.newest.tokens['auto']}&redirect=null"
    )
    accessible(page)
    order = bank.approve(*bare(who))
    page.goto(order.request["returnUrl"])


def press_bankid(page: Page) -> None:
    page.get_by_role("button", name="BankID").click()


def phone(browser: Browser) -> BrowserContext:
    context = browser.new_context(
        viewport={"width": PHONE[0], "height": PHONE[1]},
        is_mobile=True, has_touch=True, locale="sv-SE", user_agent=ANDROID, reduced_motion="reduce",
    )  # fmt: skip
    context.set_default_timeout(PATIENCE_MS)
    return context


def begin(widget: Widget, bank: BankidServer, anna: Resident) -> None:
    tab = widget.follow("Logga in")
    press_bankid(tab)
    by_qr(tab, bank, anna)
    expect(tab.get_by_text(f"Inloggad som {anna.name}")).to_be_visible()
    tab.close()
    widget.tells(f"du är inloggad som {anna.name}")


def test_three_parties_file_with_bankid(browser: Browser, town: Server, bank: BankidServer) -> None:
    anna, bo, cia = (
        resident(name, age=age) for name, age in (("Anna Ek", 38), ("Bo Ek", 41), ("Cia Ek", 66))
    )
    mobiles = new_mobile(), new_mobile()
    troubles = Troubles()
    annas, bos = new_person(browser, DESKTOP), phone(browser)
    cias = new_person(browser, PHONE, script=False)
    for each in (annas, bos, cias):
        troubles.watch(each)

    widget = open_widget(annas, town.url)
    widget.say("Gemensam ansökan")
    fill_in(widget, bank, anna, (bo, mobiles[0]), (cia, mobiles[1]))
    tab = widget.follow("Skriv under")
    tab.locator("button[name=action][value=sign]").click()
    by_qr(tab, bank, anna)
    expect(tab.get_by_role("heading", level=1)).to_contain_text("skrivit under")
    tab.close()
    widget.tells("Väntar på flerpartssignering")

    # Bo on his phone, with the app on it.
    page = bos.new_page()
    page.goto(town.invitation(international(mobiles[0])))
    press_bankid(page)
    by_app(page, bank, bo)
    page.locator("button[name=action][value=sign]").click()
    by_app(page, bank, bo)
    expect(page.get_by_role("heading", level=1)).to_contain_text("skrivit under")

    # Cia without script, with the code on another device.
    page = cias.new_page()
    page.goto(town.invitation(international(mobiles[1])))
    press_bankid(page)
    without_script(page, bank, cia)
    page.locator("button[name=action][value=sign]").click()
    without_script(page, bank, cia)
    widget.tells("Inkommet")

    assert len(bank.signed_hidden) == 3
    assert len(set(bank.signed_hidden)) == 1
    assert troubles.seen == []
    for context in (annas, bos, cias):
        context.close()


def fill_in(
    widget: Widget, bank: BankidServer, anna: Resident, *others: tuple[Resident, str]
) -> None:
    widget.choose("Ja, börja")
    begin(widget, bank, anna)
    steps = [("Vad söker ni?", "En gemensam brygga")]
    for role, (who, mobile) in zip(("andra", "tredje"), others, strict=True):
        steps += [
            (f"Vad heter den {role} sökanden?", who.name),
            (f"Vilket personnummer har den {role} sökanden?", who.personnummer),
            (f"Vilket mobilnummer har den {role} sökanden?", mobile),
        ]
    widget.answer([*steps, ("Vi sparar uppgifterna", "[Ja, jag bekräftar]")])
    widget.asks("Stämmer allt?")
    widget.page.locator("arende-chat .choices button").filter(has_text="Skicka").click()


def without_script(page: Page, bank: BankidServer, who: Resident) -> None:
    """The page looks again by itself while it shows the code; a button goes on."""
    expect(page.locator(".qr")).to_be_visible()
    bank.approve(*bare(who))
    go_on = page.get_by_role("button", name="Fortsätt")
    expect(go_on).to_be_visible()
    go_on.click()


def test_the_way_back_opened_elsewhere_logs_nobody_in(
    browser: Browser, town: Server, bank: BankidServer
) -> None:
    """Threats A2, A3: two browsers with two cookie jars."""
    anna = resident("Anna Ek", age=38)
    attacker, victim = phone(browser), phone(browser)
    page = attacker.new_page()
    page.goto(f"{town.url}/mina-sidor")
    press_bankid(page)
    order = bank.approve(*bare(anna))
    opened = victim.new_page()
    opened.goto(order.request["returnUrl"])
    expect(opened.get_by_role("heading", level=1)).to_have_text("Fel webbläsare")
    expect(page.get_by_text("öppnades från en annan webbläsare")).to_be_visible()
    for each in (page, opened):
        each.goto(f"{town.url}/mina-sidor")
        expect(each.get_by_role("button", name="BankID")).to_be_visible()
    assert urlsplit(page.url).path == "/mina-sidor"
    attacker.close()
    victim.close()
