"""`/s/…` with OpenID providers: who can sign there does, who cannot is told how else to sign."""

from collections.abc import Iterator
from pathlib import Path
from typing import cast
from urllib.parse import urlsplit

import pytest
from cryptography import x509

from actions.eid.demo import DemoProvider
from actions.eid.port import EidProvider
from actions.seal.checking import carried
from bot.verifying import verify_file
from dialogs.conversation import Person
from tests.bot.browsing import DANA, SKOLBYTE
from tests.eid.bankid.bank import Bank
from tests.eid.contract import BO
from tests.eid.oidc.driving import signing_environment
from tests.eid.oidc.fake_provider import USER_SIGNATURE, Conduct, rsa_key
from tests.eid.oidc.pages import Play, Town, answered, come_back, elsewhere, log_in, stage
from tests.servers import Browser, Chat


@pytest.fixture(scope="module")
def play(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Play]:
    with stage(tmp_path_factory.mktemp("town")) as running:
        yield running


async def sent(town: Town) -> tuple[Chat, Browser]:
    """A filing that its filer, logged in at the OpenID provider, is about to sign."""
    chat = Chat(town.transport)
    await chat.open(service="skolbyte")
    await chat.say(SKOLBYTE[0])
    browser = town.browser(chat)
    await log_in(browser, chat.link("login"))
    for text in SKOLBYTE[1:]:
        await chat.say(text)
    await chat.tap("send")
    await browser.visit(chat.link("sign"))
    assert "Det här är din ansökan" in browser.text
    return chat, browser


async def sign(browser: Browser) -> None:
    await browser.submit(action="sign")
    await come_back(browser, await answered(elsewhere(browser)))


async def invitation(town: Town, to: str) -> str:
    """The path of the newest link to sign that was sent there."""
    outbox = (await town.browser().visit("/demo/outbox.json")).json()
    links = [link for item in outbox if item["to"] == to for link in item["links"]]
    return urlsplit(str(next(link for link in links if "/s/" in link))).path


def test_both_parties_sign_and_the_archive_proves_it(
    play: Play, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    async def story(town: Town) -> None:
        town.remote.bank, town.remote.client_key = Bank(), rsa_key("ours")
        chat, browser = await sent(town)
        await sign(browser)
        assert "Väntar på flerpartssignering" in str(await chat.read())

        town.remote.person = BO
        other = town.browser()
        await log_in(other, await invitation(town, "+46701740605"))
        await sign(other)
        assert "inkommet" in other.text

        town.remote.person = Person(personnummer=DANA[0], name=DANA[1])
        officer = town.browser()
        await log_in(officer, "/desk")
        reference = (await chat.read())[-1]["case"]["reference"]
        archive = await officer.visit(f"/desk/{reference}/arkiv.pdf")
        (tmp_path / "arkiv.pdf").write_bytes(archive.content)

    environment = signing_environment(tmp_path, Bank())
    play(story, **environment)
    roots = Path(environment["OIDC_SIGNATURE_CA"])
    archive = tmp_path / "arkiv.pdf"
    seals = [x509.load_der_x509_certificate(each) for each in carried(archive.read_bytes())]
    assert verify_file(archive, {"oidc": roots}, seals) == 0
    assert "verified      Bo Ek, 198502122388, by oidc" in capsys.readouterr().out
    assert verify_file(archive, {"bankid": roots}, seals) == 1


def test_a_refused_signature_leaves_the_review_and_can_be_tried_again(
    play: Play, tmp_path: Path
) -> None:
    async def story(town: Town) -> None:
        town.remote.bank, town.remote.client_key = Bank(), rsa_key("ours")
        chat, browser = await sent(town)
        for conduct, reason in (
            (Conduct(claims={USER_SIGNATURE: None}), "unverified"),
            (Conduct(error="access_denied"), "cancelled"),
        ):
            town.remote.conduct = conduct
            await sign(browser)
            assert town.text(reason) in browser.text
            assert "Det här är din ansökan" in browser.text
        town.remote.conduct = Conduct()
        await sign(browser)
        assert "Väntar på flerpartssignering" in str(await chat.read())

    play(story, **signing_environment(tmp_path, Bank()))


def test_who_logged_in_where_nobody_can_sign_is_told_with_what_to_sign(play: Play) -> None:
    async def story(town: Town) -> None:
        providers = cast("dict[str, EidProvider]", town.site.providers)
        providers["demo"] = DemoProvider(town.site.assembly)
        try:
            chat, browser = await sent(town)
            assert "e-legitimation går bara att logga in med." in browser.text
            assert "Skriv under med demo-legitimation" in browser.text
            assert 'name="sign_with"' not in browser.page.text
            await browser.submit(sign_with="oidc")
            assert "Det här är din ansökan" in browser.text
            await browser.submit(action="sign")
            await browser.submit(personnummer="199001012385", name="Anna Ek", action="approve")
            assert "Väntar på flerpartssignering" in str(await chat.read())
        finally:
            del providers["demo"]

    play(story)


def test_where_nobody_can_sign_the_page_says_so_and_how_to_go_on(play: Play) -> None:
    async def story(town: Town) -> None:
        chat, browser = await sent(town)
        before = await chat.read()
        assert "Det finns ingen e-legitimation här som du kan skriva under med" in browser.text
        assert "Kontakta oss" in browser.text
        assert 'value="sign"' not in browser.page.text
        for fields in ({"action": "sign"}, {"sign_with": "oidc"}, {"sign_with": "demo"}):
            page = await browser.submit(**fields)
            assert page.status_code == 200
            assert "Det finns ingen e-legitimation här som du kan skriva under med" in browser.text
        assert await chat.read() == before

    play(story)
