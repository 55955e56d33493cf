"""A whole login with a real OpenID provider, whose authors did not know ours."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path

import pytest

from actions.eid.oidc.client_key import ClientKey
from actions.eid.oidc.provider import OidcProvider
from actions.eid.port import Failed, Progress
from bot.app import utc_now
from config.eid_settings import read_eid
from tests.eid.bankid.bank import Bank
from tests.eid.contract import CALLER, HIDDEN, SIGN_TEXT, assembly
from tests.eid.oidc.driving import RETURN_URL, signing_environment, write_key
from tests.eid.oidc.fake_provider import NUMBER, ec_key
from tests.eid.oidc.pages import begin, come_back, is_logged_in
from tests.eid.oidc.real_provider import PEOPLE, RealProvider, Visitor, real_provider
from tests.servers import Browser, Chat, running_site, settings_for


@pytest.fixture(scope="module", params=[True, False], ids=["pushed", "by the browser"])
def remote(request: pytest.FixtureRequest) -> Iterator[RealProvider]:
    with real_provider(RETURN_URL, pushed=request.param) as running:
        yield running


class Meeting:
    """A chat at its login, the chat's browser, and a person at the provider."""

    def __init__(self, chat: Chat, browser: Browser, visitor: Visitor, doctor: str) -> None:
        self.chat, self.browser, self.visitor = chat, browser, visitor
        self.doctor = doctor


def play(
    folder: Path,
    remote: RealProvider,
    story: Callable[[Meeting], Awaitable[None]],
    **others: str,
) -> None:
    url = f"sqlite:///{folder / 'arendebot.db'}"
    configured = settings_for(url, folder, **remote.environment(**others))

    async def scene() -> None:
        async with running_site(configured, utc_now) as (site, transport):
            chat = Chat(transport)
            await chat.open(service="skolbyte")
            await chat.say("nej")
            visitor = Visitor(remote.issuer)
            doctor = await site.providers["oidc"].examine()
            await story(Meeting(chat, Browser(transport, chat.cookies), visitor, doctor))
            await visitor.close()

    asyncio.run(scene())


async def log_in(meeting: Meeting, who: str = "anna") -> None:
    address = await begin(meeting.browser, meeting.chat.link("login"))
    await come_back(meeting.browser, await meeting.visitor.approve(address, who))


def test_people_log_in_one_after_the_other(tmp_path: Path, remote: RealProvider) -> None:
    """`prompt=login`: on a shared computer the last person's session at the provider is no login."""

    async def story(meeting: Meeting) -> None:
        assert "client_secret_basic" in meeting.doctor
        await log_in(meeting, "bo")
        assert "inloggad som Bo Ek" in str(await meeting.chat.read())
        second = Chat(meeting.browser.transport)
        await second.open(service="skolbyte")
        await second.say("nej")
        browser = Browser(meeting.browser.transport, second.cookies)
        address = await begin(browser, second.link("login"))
        # The same browser at the provider: its login form comes, and `approve` fills it in.
        await come_back(browser, await meeting.visitor.approve(address, "anna"))
        assert is_logged_in(await second.read())

    play(tmp_path, remote, story)


def test_who_aborts_there_comes_back_to_the_login(tmp_path: Path, remote: RealProvider) -> None:
    async def story(meeting: Meeting) -> None:
        before = await meeting.chat.read()
        address = await begin(meeting.browser, meeting.chat.link("login"))
        await come_back(meeting.browser, await meeting.visitor.abort(address))
        assert "Inget har gått förlorat" in meeting.browser.text
        assert await meeting.chat.read() == before
        await log_in(meeting)
        assert is_logged_in(await meeting.chat.read())

    play(tmp_path, remote, story)


def test_our_key_instead_of_a_secret(tmp_path: Path) -> None:
    path = write_key(tmp_path, ec_key("ours"))
    registered = {
        "token_endpoint_auth_method": "private_key_jwt",
        # As docs/eid.md tells the operator to register it.
        "jwks": json.loads(ClientKey.read(Path(path)).public()),
        "userinfo_signed_response_alg": "RS256",
    }

    async def story(meeting: Meeting) -> None:
        await log_in(meeting)
        assert is_logged_in(await meeting.chat.read())
        assert "private_key_jwt" in meeting.doctor

    with real_provider(RETURN_URL, **registered) as remote:
        play(tmp_path, remote, story, OIDC_CLIENT_KEY=path)


@pytest.mark.parametrize("pushed", [True, False])
def test_a_signed_request_is_understood_and_a_login_in_its_place_is_no_signature(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, *, pushed: bool
) -> None:
    """It verifies our request object; it makes no signatures, and then there is none (threat A6).

    A pushed one holds the longest text.
    """
    extra = signing_environment(tmp_path, Bank())
    public = ClientKey.read(Path(extra["OIDC_CLIENT_KEY"])).public()
    registered = {"token_endpoint_auth_method": "private_key_jwt", "jwks": json.loads(public)}

    async def scene(remote: RealProvider) -> Progress:
        configured = read_eid(remote.environment(**extra), production=False).oidc
        assert configured is not None
        provider = OidcProvider(assembly(utc_now), configured)
        text = SIGN_TEXT + "å" * ((await provider.longest_text() - len(SIGN_TEXT.encode())) // 2)
        order = await provider.start(
            "sign",
            visible_text=text,
            hidden_data=HIDDEN,
            personnummer=PEOPLE["anna"][NUMBER],
            caller=CALLER,
            return_url=RETURN_URL,
        )
        visitor = Visitor(remote.issuer)
        try:
            return await provider.callback(
                order, await visitor.approve(str(order.redirect_url), "anna")
            )
        finally:
            await visitor.close()
            await provider.close()

    with real_provider(RETURN_URL, pushed=pushed, **registered) as remote:
        assert asyncio.run(scene(remote)) == Failed("unverified")
    assert "the provider gave no signature" in caplog.text
