"""Three parties file with BankID from Telegram: what is asked there, and what in a browser."""

import asyncio
import re
from pathlib import Path

import httpx

from tests.bot.browsing import ANNA, BO, EVA
from tests.browser.serving import Server, running_server
from tests.eid.bankid.server import BankidServer, bankid_server
from tests.eid.three_parties import service_folder
from tests.servers import Browser
from tests.telegram.bot_api_server import Person, running_bot_api
from tests.telegram.running import TOKEN

_LINK = re.compile(r"http://127\.0\.0\.1:\d+(/[es]/\S+)")


def new_browser(town: Server) -> Browser:
    return Browser(httpx.AsyncHTTPTransport(), url=town.url)


async def finish(browser: Browser, bank: BankidServer, who: tuple[str, str]) -> None:
    """The order of the page at hand, approved in the app and gone on with."""
    bank.approve(*who)
    path = browser.page.url.path
    for _ in range(10_000):  # the page looks anew until BankID has been asked again
        await browser.visit(path)
        if "Tryck på knappen för att fortsätta" in browser.text:
            break
    await browser.submit(action="update")


async def sign(browser: Browser, bank: BankidServer, who: tuple[str, str]) -> None:
    await browser.submit(action="sign")
    await finish(browser, bank, who)
    assert "skrivit under" in browser.text


def test_three_parties_file_with_bankid_from_telegram(tmp_path: Path) -> None:
    async def story() -> None:
        for name in ("bank", "services", "town"):
            (tmp_path / name).mkdir()
        async with running_bot_api() as api:
            with (
                bankid_server(tmp_path / "bank") as bank,
                running_server(
                    tmp_path / "town",
                    **bank.settings(),
                    ARENDEBOT_SERVICES_DIR=str(service_folder(tmp_path / "services")),
                    TELEGRAM_TOKEN=TOKEN,
                    TELEGRAM_API_URL=api.url,
                ) as town,
            ):
                await file(Person(api), town, bank)

    asyncio.run(story())


async def file(person: Person, town: Server, bank: BankidServer) -> None:
    person.user["username"] = "kim_ek"
    await person.writes("Gemensam ansökan")
    await person.hears("Jag tror att du vill göra det här: Gemensam ansökan")
    await person.presses("Ja, börja")
    gate = await person.hears("/e/")
    annas = new_browser(town)
    await annas.visit(link_in(gate.text))
    assert "@kim_ek" in annas.text  # who asks for the login (A1)
    await annas.submit(provider="bankid")
    await finish(annas, bank, ANNA)
    code = re.search(r'id="code">(\d{6})<', annas.page.text)
    assert code is not None
    assert all("Anna" not in shown.text for shown in person.shown)  # not before the code (A1)
    await person.writes(code[1])
    await person.hears("du är inloggad som Anna Ek")
    for question, answer in (
        ("Vad söker ni?", "En gemensam brygga"),
        ("Vad heter den andra sökanden?", BO[1]),
        ("Vilket personnummer har den andra sökanden?", BO[0]),
        ("Vilket mobilnummer har den andra sökanden?", "070-174 06 05"),
        ("Vad heter den tredje sökanden?", EVA[1]),
        ("Vilket personnummer har den tredje sökanden?", EVA[0]),
        ("Vilket mobilnummer har den tredje sökanden?", "070-174 06 06"),
        ("Har du läst det?", "ja"),
    ):
        await person.hears(question)
        await person.writes(answer)
    await person.hears("Stämmer allt?")
    await person.presses("Skicka")
    asked = await person.hears("/s/")
    await annas.visit(link_in(asked.text))
    await sign(annas, bank, ANNA)
    await person.hears("Väntar på flerpartssignering")
    for who, mobile in ((BO, "+46701740605"), (EVA, "+46701740606")):
        browser = new_browser(town)
        invitation = await asyncio.to_thread(town.invitation, mobile)
        await browser.visit(link_in(invitation))
        await browser.submit(provider="bankid")
        await finish(browser, bank, who)
        await sign(browser, bank, who)
    await person.hears("har kommit in till kommunen")
    assert len(bank.signed_hidden) == 3
    assert len(set(bank.signed_hidden)) == 1
    said = " ".join(shown.text for shown in person.shown)
    assert [token for token in bank.given_tokens if token in said] == []  # threat A3


def link_in(text: str) -> str:
    """The path of the newest link to a page of ours."""
    return _LINK.findall(text)[-1]
