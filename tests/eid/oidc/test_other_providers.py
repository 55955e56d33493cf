"""What OpenID providers do otherwise than the Swedish profile wants, and may: OpenID Connect Core leaves it
open, or nothing depends on it. Each was met at a provider that we did not write."""

from pathlib import Path
from typing import Any

import msgspec
import pytest
from joserfc.jwk import RSAKey
from starlette.responses import JSONResponse, Response

from actions.eid.oidc.provider import OidcProvider
from actions.eid.port import Failed, ProviderError
from tests.eid.contract import ANNA, assembly, begun, completed, outcome
from tests.eid.oidc import fake_provider as fake
from tests.eid.oidc.driving import OidcDriver, brought_back, settings, write_key
from tests.eid.oidc.fake_provider import LOA2, LOA3, NUMBER, Conduct, ec_key, rsa_key
from tests.eid.oidc.test_provider import asked, believed, play


def test_a_provider_that_does_not_say_what_it_knows_is_asked_for_all() -> None:
    async def story(driver: OidcDriver) -> None:
        driver.remote.conduct.metadata = {"scopes_supported": None}
        assert (await asked(driver))["scope"].split() == ["openid", "profile", *fake.SCOPES[1:]]

    play(story)


def test_a_scope_of_the_settings_is_asked_for() -> None:
    async def story(driver: OidcDriver) -> None:
        assert (await asked(driver))["scope"].split() == [*fake.SCOPES, "nin", "phone"]

    play(story, OIDC_SCOPE="openid nin, phone")


def test_a_description_may_say_null_for_what_there_is_not() -> None:
    async def story(driver: OidcDriver) -> None:
        absent = ("scopes_supported", "claims_parameter_supported", "acr_values_supported")
        described = {**driver.remote.metadata(), **dict.fromkeys(absent)}

        async def describe() -> Response:
            return JSONResponse(described)

        path = "/.well-known/openid-configuration"
        await believed(driver, Conduct(instead={path: describe}))

    play(story)


@pytest.mark.parametrize("level", [None, "1", LOA3, "urn:grn:authn:se:bankid:same-device"])
def test_without_demanded_levels_one_that_is_not_known_to_be_low_will_do(level: str | None) -> None:
    async def story(driver: OidcDriver) -> None:
        assert "acr_values" not in await asked(driver)
        await believed(driver, Conduct(claims={"acr": level}))

    play(story, OIDC_ACR="")


@pytest.mark.parametrize("level", [LOA2, "0", "http://eidas.europa.eu/LoA/low", "uncertified-LoA1"])
def test_a_level_known_to_be_low_needs_a_setting(level: str) -> None:
    """Threat A4: a citizen's login is of level 3, whatever the operator has forgotten to demand."""

    async def story(driver: OidcDriver) -> None:
        driver.remote.conduct.claims = {"acr": level}
        order = await begun(driver)
        assert await outcome(driver, order, await brought_back(order)) == Failed("weak_level")

    play(story, OIDC_ACR="")


def test_a_higher_level_than_the_demanded_one_will_do() -> None:
    async def story(driver: OidcDriver) -> None:
        done = await believed(driver, Conduct(claims={"acr": LOA3.replace("loa3", "loa4")}))
        assert done.evidence.details["acr"].endswith("loa4")

    play(story)


def test_when_the_login_was_may_be_left_out_by_who_does_not_announce_it() -> None:
    async def story(driver: OidcDriver) -> None:
        done = await believed(driver, Conduct(claims={"auth_time": None}))
        assert done.evidence.details["auth_time"] == ""
        assert done.evidence.at == driver.clock.now
        assert "when a login was" in await driver.provider.examine()

    play(story)


@pytest.mark.parametrize(("named", "true"), [("/", ""), ("", "/")])
def test_the_last_slash_of_an_issuer_is_as_its_document_says(named: str, true: str) -> None:
    """Not as OIDC_ISSUER says; from then on it is compared to the letter."""

    async def story(driver: OidcDriver) -> None:
        issuer = driver.remote.issuer
        driver.provider = OidcProvider(assembly(driver.clock), settings(issuer + named))
        whole = {"issuer": issuer + true}
        right = Conduct(
            metadata=whole, claims={"iss": issuer + true}, answer={"iss": issuer + true}
        )
        done = await believed(driver, right)
        assert done.evidence.details["issuer"] == issuer + true
        driver.remote.conduct = Conduct(metadata=whole, answer={"iss": issuer + true})
        driver.remote.conduct.claims = {"iss": issuer + named}
        order = await begun(driver)
        assert await outcome(driver, order, await brought_back(order)) == Failed("unverified")

    play(story)


def test_doctor_hears_whose_document_it_is_that_is_another_ones() -> None:
    async def story(driver: OidcDriver) -> None:
        driver.remote.conduct.metadata = {"issuer": "https://login.example.org"}
        with pytest.raises(ProviderError, match=r"unverified: .*'https://login.example.org'"):
            await driver.provider.examine()

    play(story)


def nameless(key: RSAKey) -> dict[str, Any]:
    return {name: value for name, value in key.as_dict(private=False).items() if name != "kid"}


@pytest.mark.parametrize("kid", ["", "one"])
def test_keys_without_names_are_tried(kid: str) -> None:
    async def story(driver: OidcDriver) -> None:
        both = [nameless(rsa_key("other")), nameless(rsa_key("one"))]
        await believed(
            driver,
            Conduct(keys=both, sign=lambda c: fake.sign(c, rsa_key("one"), "RS256", kid=kid)),
        )

    play(story)


def test_a_key_that_was_exchanged_under_its_old_name_is_fetched() -> None:
    async def story(driver: OidcDriver) -> None:
        await completed(driver, await begun(driver))
        new = {**rsa_key("new").as_dict(private=False), "kid": "one"}
        await believed(
            driver,
            Conduct(keys=[new], sign=lambda c: fake.sign(c, rsa_key("new"), "RS256", kid="one")),
        )
        assert driver.remote.calls["/jwks"] == 2

    play(story)


@pytest.mark.parametrize("left_out", ["iss", "aud"])
def test_signed_user_info_need_not_say_whose_and_for_whom_it_is(left_out: str) -> None:
    async def story(driver: OidcDriver) -> None:
        driver.remote.conduct.sign_info = lambda c: fake.sign(c, ec_key("two"), "ES256")
        driver.remote.conduct.info = {left_out: None}
        driver.remote.conduct.claims = {NUMBER: None}
        assert (await completed(driver, await begun(driver))).person == ANNA

    play(story)


@pytest.mark.parametrize("number", ["19900101-2385", 199001012385])
def test_a_number_may_have_a_hyphen_or_be_no_text(number: object) -> None:
    async def story(driver: OidcDriver) -> None:
        done = await believed(driver, Conduct(claims={NUMBER: number}))
        assert done.person.personnummer == ANNA.personnummer

    play(story)


@pytest.mark.parametrize("listed", [None, ["client_secret_basic", "client_secret_post"]])
@pytest.mark.parametrize("pushed", [False, True])
def test_the_secret_goes_in_the_other_way_where_the_first_is_refused(
    listed: list[str] | None, *, pushed: bool
) -> None:
    """A provider may list both ways, or none, and take one from this client; the next login knows."""

    async def story(driver: OidcDriver) -> None:
        driver.remote.conduct.metadata = {"token_endpoint_auth_methods_supported": listed}
        driver.remote.takes_only = "client_secret_post"
        driver.remote.is_pushed_to = pushed
        await completed(driver, await begun(driver))
        tried = "/par" if pushed else "/token"
        assert driver.remote.calls[tried] == 2
        await completed(driver, await begun(driver))
        assert driver.remote.calls[tried] == 3

    play(story)


def test_our_key_is_used_where_no_way_is_listed_and_there_is_no_secret(tmp_path: Path) -> None:
    async def story(driver: OidcDriver) -> None:
        ours = msgspec.structs.replace(driver.settings, client_secret=None)
        driver.provider = OidcProvider(assembly(driver.clock), ours)
        driver.remote.client_key = rsa_key("ours")
        driver.remote.takes_only = "private_key_jwt"
        listed = "token_endpoint_auth_methods_supported"
        await believed(driver, Conduct(metadata={listed: None}))

    play(story, OIDC_CLIENT_KEY=write_key(tmp_path, rsa_key("ours")))


def test_a_way_that_is_not_listed_is_not_tried() -> None:
    async def story(driver: OidcDriver) -> None:
        listed = ["client_secret_basic"]
        driver.remote.conduct.metadata = {"token_endpoint_auth_methods_supported": listed}
        driver.remote.takes_only = "client_secret_post"
        order = await begun(driver)
        assert await outcome(driver, order, await brought_back(order)) == Failed("failed")
        assert driver.remote.calls["/token"] == 1

    play(story)


def test_an_id_token_that_says_who_it_is_is_enough() -> None:
    """Not all give an access token, or say of what kind it is."""

    async def story(driver: OidcDriver) -> None:
        driver.remote.tokens_left_out = {"access_token", "token_type", "expires_in"}
        await believed(driver, Conduct(claims={"name": "Anna Ek"}))

    play(story)


@pytest.mark.parametrize("path", ["/.well-known/openid-configuration", "/jwks", "/userinfo"])
def test_what_is_only_read_is_asked_for_once_more(path: str) -> None:
    async def story(driver: OidcDriver) -> None:
        async def fail_once() -> Response:
            del driver.remote.conduct.instead[path]
            return Response(status_code=503)

        driver.remote.conduct.claims = {NUMBER: None}
        driver.remote.conduct.instead = {path: fail_once}
        assert (await completed(driver, await begun(driver))).person == ANNA
        assert driver.remote.calls[path] == 2

    play(story)


def test_a_code_is_not_sent_twice() -> None:
    async def story(driver: OidcDriver) -> None:
        async def fail() -> Response:
            return Response(status_code=503)

        driver.remote.conduct.instead = {"/token": fail}
        order = await begun(driver)
        query = await brought_back(order)
        with pytest.raises(ProviderError, match="unreachable"):
            await driver.provider.callback(order, query)
        assert driver.remote.calls["/token"] == 1

    play(story)
