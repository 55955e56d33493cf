"""Requests that go to the provider directly (RFC 9126), whenever it takes them."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest
from starlette.responses import JSONResponse, Response

from actions.eid.port import Complete, Failed, Order, ProviderError
from tests.eid.contract import ANNA, CALLER, HIDDEN, begun, completed, outcome
from tests.eid.oidc.driving import OidcDriver, driving, signing
from tests.eid.oidc.fake_provider import CLIENT_ID, SIGN_REQUEST, Conduct

Story = Callable[[OidcDriver], Awaitable[None]]


def play(story: Story, folder: Path | None = None) -> None:
    """In a `folder` the provider passes on signatures too."""

    async def scene() -> None:
        async with signing(folder) if folder else driving() as driver:
            driver.remote.is_pushed_to = True
            await story(driver)
            await driver.provider.close()

    asyncio.run(scene())


async def signed(driver: OidcDriver, text: str) -> Order:
    return await driver.provider.start(
        "sign",
        visible_text=text,
        hidden_data=HIDDEN,
        personnummer=ANNA.personnummer,
        caller=CALLER,
        return_url=driver.return_url,
    )


def test_the_browser_carries_a_reference_and_nothing_else() -> None:
    async def story(driver: OidcDriver) -> None:
        order = await begun(driver)
        query = dict(parse_qsl(urlsplit(str(order.redirect_url)).query))
        assert set(query) == {"client_id", "request_uri"}
        assert query["client_id"] == CLIENT_ID
        done = await completed(driver, order)
        assert done.person.personnummer == ANNA.personnummer
        (asked,) = driver.remote.requests
        assert asked["state"] == order.details["state"]
        assert "client_secret" not in asked

    play(story)


def test_a_text_that_no_address_holds_is_signed_whole(tmp_path: Path) -> None:
    text = "Jag skriver under. " + "å" * 14_900

    async def story(driver: OidcDriver) -> None:
        assert await driver.provider.longest_text() >= len(text.encode())
        order = await signed(driver, text)
        assert len(str(order.redirect_url)) < 300
        done = await outcome(driver, order, await driver.approve(order, ANNA))
        assert isinstance(done, Complete)
        assert done.evidence.visible_text == text
        assert SIGN_REQUEST in driver.remote.requests[-1]

    play(story, tmp_path)


def test_without_it_the_text_is_as_long_as_an_address_allows(tmp_path: Path) -> None:
    async def story(driver: OidcDriver) -> None:
        driver.remote.is_pushed_to = False
        assert await driver.provider.longest_text() == 2_500
        await driver.stop()
        assert await driver.provider.longest_text() == 2_500

    play(story, tmp_path)


@pytest.mark.parametrize(
    ("status", "body"),
    [
        (400, {"error": "invalid_request"}),
        (200, {"request_uri": "urn:a", "expires_in": 60}),
        (201, {"expires_in": 60}),
        (201, {"request_uri": ""}),
        (201, {"request_uri": "u" * 2001}),
        (201, ["urn:a"]),
    ],
)
def test_nothing_starts_when_the_request_is_not_taken(status: int, body: object) -> None:
    async def refuse() -> Response:
        return JSONResponse(body, status)

    async def story(driver: OidcDriver) -> None:
        driver.remote.conduct = Conduct(instead={"/par": refuse})
        with pytest.raises(ProviderError) as refused:
            await begun(driver)
        assert refused.value.reason == "failed"
        assert driver.remote.requests == []

    play(story)


def test_a_provider_that_demands_it_and_says_not_where_is_told_of() -> None:
    async def story(driver: OidcDriver) -> None:
        driver.remote.conduct = Conduct(metadata={"pushed_authorization_request_endpoint": None})
        with pytest.raises(ProviderError) as refused:
            await begun(driver)
        assert refused.value.reason == "unverified"

    play(story)


def test_an_address_without_tls_is_not_pushed_to() -> None:
    async def story(driver: OidcDriver) -> None:
        elsewhere = {"pushed_authorization_request_endpoint": "ftp://eid.example/par"}
        driver.remote.conduct = Conduct(metadata=elsewhere)
        with pytest.raises(ProviderError):
            await begun(driver)

    play(story)


def test_what_is_refused_there_is_a_failed_order_as_ever() -> None:
    async def story(driver: OidcDriver) -> None:
        order = await begun(driver)
        assert isinstance(await outcome(driver, order, await driver.reject(order)), Failed)

    play(story)
