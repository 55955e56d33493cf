"""Coming back from an OpenID provider: only this browser, only once, only in time (threats A2, D10)."""

import asyncio
import base64
import json
from collections.abc import Iterator

import pytest
from starlette.responses import Response

from tests.eid.oidc.fake_provider import Conduct
from tests.eid.oidc.pages import (
    Play,
    Town,
    answered,
    begin,
    come_back,
    elsewhere,
    is_logged_in,
    log_in,
    stage,
)
from tests.servers import Browser, Chat


@pytest.fixture(scope="module")
def play(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Play]:
    with stage(tmp_path_factory.mktemp("town")) as running:
        yield running


async def not_logged_in(chat: Chat, *browsers: Browser) -> None:
    assert not is_logged_in(await chat.read())
    for browser in browsers:
        await browser.visit("/mina-sidor")
        assert 'name="provider"' in browser.page.text


def test_the_answer_in_another_browser_logs_nobody_in(play: Play) -> None:
    async def story(town: Town) -> None:
        chat = await town.waiting_chat()
        mine, other = town.browser(chat), town.browser()
        query = await answered(await begin(mine, chat.link("login")))
        before = await town.audited("eid.binding_failed")
        page = await come_back(other, query)
        assert page.status_code == 409
        assert "en annan webbläsare" in other.text
        assert await town.audited("eid.binding_failed") == before + 1
        assert town.remote.calls.get("/token", 0) == 0
        await not_logged_in(chat, other)

    play(story)


def test_a_browser_with_an_order_of_its_own_does_not_take_another_ones_answer(play: Play) -> None:
    """An attacker's answer in the victim's browser, or the other way about."""

    async def story(town: Town) -> None:
        chat, others = await town.waiting_chat(), await town.waiting_chat()
        mine, other = town.browser(chat), town.browser(others)
        query = await answered(await begin(mine, chat.link("login")))
        await begin(other, others.link("login"))
        await come_back(other, query)
        assert town.text("other_order") in other.text
        assert town.remote.calls.get("/token", 0) == 0
        await not_logged_in(others, other)
        await not_logged_in(chat)

    play(story)


def test_another_ones_code_with_the_own_state_is_no_use(play: Play) -> None:
    """Code injection: PKCE refuses it at the provider, and the nonce here if the provider is lax."""

    async def story(town: Town) -> None:
        chat, others = await town.waiting_chat(), await town.waiting_chat()
        mine, other = town.browser(chat), town.browser(others)
        query = await answered(await begin(mine, chat.link("login")))
        own = await answered(await begin(other, others.link("login")))
        await come_back(other, {**own, "code": query["code"]})
        assert town.text("failed") in other.text
        await not_logged_in(others, other)

    play(story)


def test_the_address_opened_again_logs_nobody_in(play: Play) -> None:
    async def story(town: Town) -> None:
        chat = await town.waiting_chat()
        browser = town.browser(chat)
        query = await answered(await begin(browser, chat.link("login")))
        await come_back(browser, query)
        heard = await chat.read()
        assert is_logged_in(heard)
        before = await town.audited("eid.binding_failed")
        for again, said in ((browser, "redan använt"), (town.browser(), "en annan webbläsare")):
            page = await come_back(again, query)
            assert page.status_code == 409
            assert said in again.text
        assert await town.audited("eid.binding_failed") == before + 2
        assert town.remote.calls["/token"] == 1
        assert await chat.read() == heard

    play(story)


def test_a_code_is_redeemed_once_however_often_the_address_is_opened(play: Play) -> None:
    """A second tap while the answer is checked must not use the code up or void the answer."""

    async def story(town: Town) -> None:
        town.remote.conduct = Conduct(reusable_codes=True)
        chat = await town.waiting_chat()
        browser = town.browser(chat)
        query = await answered(await begin(browser, chat.link("login")))
        path = "/legitimering/oidc?" + "&".join(f"{name}={query[name]}" for name in query)
        twin = Browser(town.transport, browser.cookies)
        await asyncio.gather(browser.visit(path), twin.visit(path))
        assert town.remote.calls["/token"] == 1
        await browser.visit(path)
        assert town.remote.calls["/token"] == 1
        assert is_logged_in(await chat.read())

    play(story)


def test_while_the_answer_is_checked_the_page_does_not_lead_back_to_the_provider(
    play: Play,
) -> None:
    async def story(town: Town) -> None:
        arrived, go_on = asyncio.Event(), asyncio.Event()
        loop = asyncio.get_running_loop()

        async def slowly() -> Response:
            loop.call_soon_threadsafe(arrived.set)
            await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(go_on.wait(), loop))
            return Response("<html>")

        town.remote.conduct = Conduct(instead={"/token": slowly})
        chat = await town.waiting_chat()
        browser = town.browser(chat)
        query = await answered(await begin(browser, chat.link("login")))
        twin = Browser(town.transport, browser.cookies)
        coming = asyncio.create_task(come_back(browser, query))
        await arrived.wait()
        await come_back(twin, query)
        assert "Vi kontrollerar svaret" in twin.text
        assert town.remote.issuer not in twin.page.text
        go_on.set()
        await coming
        assert town.text("failed") in browser.text

    play(story)


def test_a_parameter_that_stands_twice_is_not_believed(play: Play) -> None:
    async def story(town: Town) -> None:
        chat = await town.waiting_chat()
        browser = town.browser(chat)
        for name in ("iss", "state", "code"):
            query = await answered(await begin(browser, chat.link("login")))
            written = "&".join(f"{each}={query[each]}" for each in query)
            await browser.visit(f"/legitimering/oidc?{written}&{name}=https://evil.example")
            reason = "other_order" if name == "state" else "unverified"
            assert town.text(reason) in browser.text
        assert town.remote.calls.get("/token", 0) == 0
        await not_logged_in(chat, browser)

    play(story)


def test_an_answer_that_comes_too_late_does_not_count(play: Play) -> None:
    async def story(town: Town) -> None:
        chat = await town.waiting_chat()
        browser = town.browser(chat)
        query = await answered(await begin(browser, chat.link("login")))
        town.clock.pass_(minutes=16)
        await come_back(browser, query)
        assert "Länken är för gammal" in browser.text  # and where to get a new one
        assert town.remote.calls.get("/token", 0) == 0
        await not_logged_in(chat, browser)

    play(story)


def test_a_new_order_voids_the_older_one_and_stays_open(play: Play) -> None:
    """Two tabs: the older one's answer does not count, and takes nothing from the newer one."""

    async def story(town: Town) -> None:
        chat = await town.waiting_chat()
        browser = town.browser(chat)
        older = await answered(await begin(browser, chat.link("login")))
        newer = await answered(await begin(browser, chat.link("login")))
        await come_back(browser, older)
        assert town.text("other_order") in browser.text
        await not_logged_in(chat, browser)
        await come_back(browser, newer)
        assert is_logged_in(await chat.read())

    play(story)


def test_who_goes_back_without_an_answer_can_begin_again(play: Play) -> None:
    async def story(town: Town) -> None:
        chat = await town.waiting_chat()
        browser = town.browser(chat)
        await begin(browser, chat.link("login"))
        await browser.visit(chat.link("login"))
        assert 'name="provider"' in browser.page.text
        await log_in(browser, chat.link("login"))
        assert is_logged_in(await chat.read())

    play(story)


async def never() -> Response:
    await asyncio.Event().wait()
    raise AssertionError("unreachable")


@pytest.mark.parametrize("path", ["/token", "/userinfo", "/jwks"])
def test_a_provider_that_does_not_answer_is_given_up(play: Play, path: str) -> None:
    async def story(town: Town) -> None:
        town.remote.conduct = Conduct(instead={path: never})
        chat = await town.waiting_chat()
        browser = town.browser(chat)
        await log_in(browser, chat.link("login"))
        assert town.text("unreachable") in browser.text
        assert 'name="provider"' in browser.page.text
        await not_logged_in(chat)
        town.remote.conduct = Conduct()
        # The same provider, with a patience that a busy machine does not try.
        town.begin_anew()
        await log_in(browser, chat.link("login"))
        assert is_logged_in(await chat.read())

    play(story, whole=0.5)


def test_a_provider_that_is_gone_is_told_at_once(play: Play) -> None:
    async def story(town: Town) -> None:
        chat = await town.waiting_chat()
        browser = town.browser(chat)
        town.begin_anew(issuer="http://127.0.0.1:9")
        await browser.visit(chat.link("login"))
        await browser.submit(provider="oidc")
        assert town.text("unreachable") in browser.text
        assert 'name="provider"' in browser.page.text
        await not_logged_in(chat, browser)

    play(story)


def test_the_button_leads_to_the_provider_and_so_does_the_page_of_the_order(play: Play) -> None:
    async def story(town: Town) -> None:
        chat = await town.waiting_chat()
        browser = town.browser(chat)
        page = await browser.visit(chat.link("login"))
        # Else a browser stops at the first redirect to another site.
        assert "form-action 'self' https:" in page.headers["content-security-policy"]
        address = await begin(browser, chat.link("login"))
        assert address.startswith(town.remote.issuer)
        assert browser.page.status_code == 303
        await browser.visit(chat.link("login") + "/legitimera")
        assert elsewhere(browser) == address

    play(story)


def test_the_provider_speaks_the_language_of_the_page(play: Play) -> None:
    async def story(town: Town) -> None:
        chat = await town.waiting_chat()
        browser = town.browser(chat)
        for language, asked, text in (
            ("sv", "sv", "Jag loggar in hos Kramfors kommun"),
            ("en", "en sv", "I log in with Kramfors kommun"),
            ("sv-simple", "sv", "Jag loggar in"),
        ):
            await browser.visit(f"{chat.link('login')}?lang={language}")
            await browser.submit(provider="oidc")
            await answered(elsewhere(browser))
            request = town.remote.requests[-1]
            assert request["ui_locales"] == asked
            message = json.loads(request["https://id.oidc.se/param/userMessage"])["message"]
            assert text in base64.b64decode(message).decode()

    play(story)


def test_nothing_secret_is_logged(play: Play, caplog: pytest.LogCaptureFixture) -> None:
    async def story(town: Town) -> None:
        caplog.set_level("DEBUG")
        for conduct in (Conduct(), Conduct(claims={"nonce": "n"}), Conduct(error="access_denied")):
            town.remote.conduct = conduct
            chat = await town.waiting_chat()
            browser = town.browser(chat)
            query = await answered(await begin(browser, chat.link("login")))
            await come_back(browser, query)
            ours = [each for each in caplog.records if each.name.startswith(("actions", "bot"))]
            told = " ".join(each.getMessage() for each in ours)
            asked = town.remote.requests[-1]
            for secret in (query.get("code", "-"), asked["state"], asked["nonce"], "19900101"):
                assert secret not in told

    play(story)
