"""What an OpenID provider is asked, and what is believed of a right answer."""

import asyncio
import base64
import json
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from typing import Any

import msgspec
import pytest
from joserfc import jwt
from joserfc.jwk import RSAKey

from actions.eid.oidc.provider import OidcProvider
from actions.eid.port import Complete, Failed, ProviderError
from config.reading import SettingsError
from dialogs.conversation import Person
from tests.bot.browsing import Clock
from tests.eid.contract import ANNA, BO, LOGIN_TEXT, assembly, begun, completed, outcome
from tests.eid.oidc import fake_provider as fake
from tests.eid.oidc.driving import (
    RETURN_URL,
    OidcDriver,
    brought_back,
    driving,
    settings,
    write_key,
)
from tests.eid.oidc.fake_provider import (
    CLIENT_ID,
    COORDINATION,
    LOA3,
    NUMBER,
    Conduct,
    ec_key,
    rsa_key,
)

#: The day is 61: a samordningsnummer.
COORDINATED = "199001612382"
LEVEL = "https://id.oidc.se/claim/coordinationNumberLevel"

Story = Callable[[OidcDriver], Awaitable[None]]


def play(story: Story, **others: str) -> None:
    async def scene() -> None:
        async with driving(**others) as driver:
            await story(driver)
            await driver.provider.close()

    asyncio.run(scene())


async def asked(driver: OidcDriver, **how: Any) -> dict[str, Any]:
    """The parameters that the provider sees."""
    await brought_back(await begun(driver, **how))
    found: dict[str, Any] = driver.remote.requests[-1]
    return found


# ── What is asked ─────────────────────────────────────────────────────────────────────────────


def test_the_request_follows_the_swedish_profile() -> None:
    async def story(driver: OidcDriver) -> None:
        request = await asked(driver)
        assert request["redirect_uri"] == RETURN_URL
        assert request["prompt"] == "login"
        assert request["scope"].split() == [
            "openid",
            "https://id.oidc.se/scope/naturalPersonInfo",
            "https://id.oidc.se/scope/naturalPersonNumber",
        ]
        assert request["acr_values"] == LOA3
        assert request["ui_locales"] == "sv"
        assert "login_hint" not in request
        assert request["claims"] == {
            "id_token": {NUMBER: None, COORDINATION: None, "auth_time": {"essential": True}},
            "userinfo": {"name": None, "given_name": None, "family_name": None},
        }
        message = json.loads(request["https://id.oidc.se/param/userMessage"])
        assert base64.b64decode(message["message"]).decode() == LOGIN_TEXT

    play(story)


def test_every_order_has_its_own_secrets_and_the_address_does_not_tell_the_verifier() -> None:
    async def story(driver: OidcDriver) -> None:
        one, other = await begun(driver), await begun(driver)
        for name in ("state", "nonce", "verifier"):
            assert len(one.details[name]) >= 43  # 256 bits
            assert one.details[name] != other.details[name]
        assert one.details["verifier"] not in str(one.redirect_url)

    play(story)


def test_a_required_person_is_asked_for_by_the_claim_that_holds_their_number() -> None:
    async def story(driver: OidcDriver) -> None:
        for number, claim in ((BO.personnummer, NUMBER), (COORDINATED, COORDINATION)):
            request = await asked(driver, personnummer=number)
            wanted = request["claims"]["id_token"]
            assert wanted[claim] == {"essential": True, "value": number}

    play(story)


def test_a_plain_provider_is_asked_only_for_what_it_knows() -> None:
    async def story(driver: OidcDriver) -> None:
        driver.remote.conduct.metadata = {
            "scopes_supported": ["openid", "profile", "email"],
            "claims_parameter_supported": None,
            "https://id.oidc.se/disco/userMessageSupported": None,
        }
        request = await asked(driver)
        assert request["scope"] == "openid profile"
        assert request["claims"] == {}
        assert request["max_age"] == "0"
        assert not [name for name in request if name.startswith("https://id.oidc.se/")]

    play(story)


# ── Who we are ────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("make", [rsa_key, ec_key])
def test_our_key_proves_who_we_are(tmp_path: Path, make: Callable[[str], Any]) -> None:
    async def story(driver: OidcDriver) -> None:
        driver.remote.client_key = make("ours")
        await completed(driver, await begun(driver))
        assert "private_key_jwt" in await driver.provider.examine()

    play(story, OIDC_CLIENT_KEY=write_key(tmp_path, make("ours")))


@pytest.mark.parametrize("method", ["client_secret_basic", "client_secret_post"])
def test_the_secret_goes_as_the_provider_takes_it(tmp_path: Path, method: str) -> None:
    async def story(driver: OidcDriver) -> None:
        driver.remote.conduct.metadata = {"token_endpoint_auth_methods_supported": [method]}
        await completed(driver, await begun(driver))
        assert method in await driver.provider.examine()

    play(story, OIDC_CLIENT_KEY=write_key(tmp_path, rsa_key("ours")))


def test_no_common_way_to_prove_who_we_are() -> None:
    async def story(driver: OidcDriver) -> None:
        driver.remote.conduct.metadata = {"token_endpoint_auth_methods_supported": ["tls_client"]}
        with pytest.raises(ProviderError, match="tls_client"):
            await driver.provider.examine()
        order = await begun(driver)
        assert await outcome(driver, order, await brought_back(order)) == Failed("failed")

    play(story)


def test_a_key_that_is_none_stops_the_start(tmp_path: Path) -> None:
    broken = tmp_path / "client.pem"
    broken.write_bytes(rsa_key("ours").as_pem(private=False))
    configured = settings("http://127.0.0.1:9", OIDC_CLIENT_KEY=str(broken))
    with pytest.raises(SettingsError, match="OIDC_CLIENT_KEY"):
        OidcProvider(assembly(Clock()), configured)


# ── What is believed ──────────────────────────────────────────────────────────────────────────


async def believed(driver: OidcDriver, conduct: Conduct, person: Person = ANNA) -> Complete:
    driver.remote.conduct = conduct
    return await completed(driver, await begun(driver), person)


@pytest.mark.parametrize("algorithm", ["RS256", "PS256", "ES256"])
def test_each_announced_algorithm(algorithm: str) -> None:
    key: Any = ec_key("two") if algorithm == "ES256" else rsa_key("one")

    async def story(driver: OidcDriver) -> None:
        def sign(claims: Mapping[str, Any]) -> str:
            return fake.sign({**claims, "at_hash": None}, key, algorithm)

        done = await believed(driver, Conduct(claims={"at_hash": None}, sign=sign))
        assert done.evidence.details["jwk"]["kid"] == key.kid

    play(story)


def test_the_number_may_come_from_user_info_plain_or_signed() -> None:
    async def story(driver: OidcDriver) -> None:
        plain = await believed(driver, Conduct(claims={NUMBER: None}))
        assert plain.person == ANNA
        assert plain.evidence.details["user_info"][NUMBER] == ANNA.personnummer

        def sign(claims: Mapping[str, Any]) -> str:
            return fake.sign(claims, ec_key("two"), "ES256")

        signed = await believed(driver, Conduct(claims={NUMBER: None}, sign_info=sign))
        assert signed.person == ANNA
        compact = signed.evidence.details["user_info"]
        assert jwt.decode(compact, ec_key("two")).claims[NUMBER] == ANNA.personnummer

    play(story)


def test_user_info_is_not_asked_for_what_the_id_token_says() -> None:
    async def story(driver: OidcDriver) -> None:
        await believed(driver, Conduct(claims={"name": "Anna Ek"}))
        assert "/userinfo" not in driver.remote.calls

    play(story)


def test_a_coordination_number_is_a_number() -> None:
    async def story(driver: OidcDriver) -> None:
        told = {NUMBER: None, COORDINATION: COORDINATED}
        done = await believed(driver, Conduct(claims=told, info={NUMBER: None}))
        assert done.person.personnummer == COORDINATED
        assert done.evidence.details["number_claim"] == COORDINATION

    play(story)


@pytest.mark.parametrize(
    ("level", "is_known"),
    [
        ("confirmed", True),
        ("probable", False),
        ("uncertain", False),
        ("Confirmed?", False),
        (1, False),
    ],
)
@pytest.mark.parametrize("where", ["claims", "info"])
def test_a_coordination_number_counts_when_the_identity_is_not_told_to_be_unconfirmed(
    where: str, level: object, *, is_known: bool
) -> None:
    """Who it does not count for is told that there is help without e-ID."""

    async def story(driver: OidcDriver) -> None:
        claims = {NUMBER: None, COORDINATION: COORDINATED}
        conduct = Conduct(claims=claims, info={NUMBER: None})
        setattr(conduct, where, {**getattr(conduct, where), LEVEL: level})
        driver.remote.conduct = conduct
        order = await begun(driver)
        answer = await driver.provider.callback(order, await brought_back(order))
        assert isinstance(answer, Complete) if is_known else answer == Failed("no_number")

    play(story)


def test_the_level_of_a_coordination_number_is_asked_for_where_it_is_known() -> None:
    async def story(driver: OidcDriver) -> None:
        driver.remote.conduct.metadata = {"claims_supported": [NUMBER, COORDINATION, LEVEL]}
        assert (await asked(driver))["claims"]["id_token"][LEVEL] is None

    play(story)


def test_the_claims_of_a_provider_with_its_own_names() -> None:
    async def story(driver: OidcDriver) -> None:
        done = await believed(driver, Conduct(claims={"ssn": ANNA.personnummer}))
        assert done.evidence.details["number_claim"] == "ssn"

    play(story, OIDC_PERSONNUMMER_CLAIM="ssn")


def test_a_name_in_parts_is_put_together_and_hidden_signs_are_left_out() -> None:
    async def story(driver: OidcDriver) -> None:
        parts = {"name": None, "given_name": "Anna\u202e", "family_name": " Ek\n von Å"}
        done = await believed(driver, Conduct(info=parts))
        assert done.person.name == "Anna Ek von Å"

    play(story)


@pytest.mark.parametrize("verified", [True, False, None, "true"])
def test_only_verified_contact_details_are_taken(verified: Any) -> None:
    async def story(driver: OidcDriver) -> None:
        told = {
            "email": "anna@example.se",
            "email_verified": verified,
            "phone_number": "+46701740605",
            "phone_number_verified": verified,
        }
        person = (await believed(driver, Conduct(info=told))).person
        expected = ("anna@example.se", "+46701740605") if verified is True else (None, None)
        assert (person.email, person.phone) == expected

    play(story)


def test_our_audience_may_be_in_a_list_when_the_token_is_for_us() -> None:
    async def story(driver: OidcDriver) -> None:
        await believed(driver, Conduct(claims={"aud": [CLIENT_ID]}))
        await believed(driver, Conduct(claims={"aud": [CLIENT_ID, "other"], "azp": CLIENT_ID}))

    play(story)


def test_the_evidence_proves_the_login_by_itself() -> None:
    async def story(driver: OidcDriver) -> None:
        details = (await completed(driver, await begun(driver))).evidence.details
        assert details["issuer"] == driver.remote.issuer
        assert details["acr"] == LOA3
        assert details["number_claim"] == NUMBER
        key = RSAKey.import_key(details["jwk"])
        assert not key.is_private
        assert jwt.decode(details["id_token"], key).claims[NUMBER] == ANNA.personnummer

    play(story)


def test_the_wrong_person_is_refused_even_by_a_provider_that_does_not_care() -> None:
    """Threat A8: sent as a requirement and compared with the answer."""

    async def story(driver: OidcDriver) -> None:
        driver.remote.conduct.metadata = {"claims_parameter_supported": False}
        order = await begun(driver, personnummer=BO.personnummer)
        answer = await outcome(driver, order, await driver.approve(order, ANNA))
        assert answer == Failed("wrong_person")

    play(story)


def test_no_cookie_of_one_login_is_in_the_next() -> None:
    async def story(driver: OidcDriver) -> None:
        for _ in range(2):
            await completed(driver, await begun(driver))
        assert driver.remote.cookies == {}

    play(story)


# ── One use of a code ─────────────────────────────────────────────────────────────────────────


def test_a_code_that_was_used_is_refused() -> None:
    async def story(driver: OidcDriver) -> None:
        order = await begun(driver)
        query = await brought_back(order)
        assert isinstance(await driver.provider.callback(order, query), Complete)
        assert await driver.provider.callback(order, query) == Failed("failed")

    play(story)


def test_a_code_of_another_login_is_refused_by_a_provider_without_pkce() -> None:
    """The nonce refuses it here, whatever the provider lets through."""

    async def story(driver: OidcDriver) -> None:
        mine, other = await begun(driver), await begun(driver)
        stolen, own = await brought_back(other), await brought_back(mine)
        # With the other's verifier, as if PKCE were not checked there.
        details = {**mine.details, "verifier": other.details["verifier"]}
        lax = msgspec.structs.replace(mine, details=details)
        answer = await driver.provider.callback(lax, {**own, "code": stolen["code"]})
        assert answer == Failed("unverified")

    play(story)


# ── Discovery and keys ────────────────────────────────────────────────────────────────────────


def test_the_description_and_the_keys_are_asked_for_once_an_hour() -> None:
    async def story(driver: OidcDriver) -> None:
        for _ in range(3):
            await completed(driver, await begun(driver))
        described = "/.well-known/openid-configuration"
        assert (driver.remote.calls[described], driver.remote.calls["/jwks"]) == (1, 1)
        driver.clock.forward(minutes=61)
        await completed(driver, await begun(driver))
        assert (driver.remote.calls[described], driver.remote.calls["/jwks"]) == (2, 2)

    play(story)


def test_a_new_key_is_fetched_when_it_is_met() -> None:
    async def story(driver: OidcDriver) -> None:
        await completed(driver, await begun(driver))
        new = rsa_key("new")

        def sign(claims: Mapping[str, Any]) -> str:
            return fake.sign(claims, new, "RS256")

        both = [key.as_dict(private=False) for key in (rsa_key("one"), new)]
        await believed(driver, Conduct(keys=both, sign=sign))
        assert driver.remote.calls["/jwks"] == 2

    play(story)


def test_a_key_without_a_name_is_the_one_when_it_is_the_only_one() -> None:
    async def story(driver: OidcDriver) -> None:
        jwk = {name: value for name, value in rsa_key("one").as_dict().items() if name != "kid"}

        def sign(claims: Mapping[str, Any]) -> str:
            return fake.sign(claims, rsa_key("one"), "RS256", kid="")

        await believed(driver, Conduct(keys=[jwk], sign=sign))

    play(story)


def test_a_weak_key_is_no_key() -> None:
    with pytest.warns(UserWarning, match="2048"):
        weak = RSAKey.generate_key(1024, {"kid": "weak"})

    async def story(driver: OidcDriver) -> None:
        driver.remote.conduct = Conduct(
            keys=[weak.as_dict(private=False)],
            sign=lambda claims: fake.sign(claims, weak, "RS256"),
        )
        order = await begun(driver)
        assert await outcome(driver, order, await brought_back(order)) == Failed("unverified")

    with pytest.warns(UserWarning, match="2048"):
        play(story)


@pytest.mark.parametrize(
    "changes",
    [
        {"response_types_supported": ["id_token"]},
        {"token_endpoint": "ftp://127.0.0.1/token"},
        {"jwks_uri": None},
        {"token_endpoint": 7},
    ],
)
def test_a_description_that_cannot_be_used(changes: dict[str, Any]) -> None:
    async def story(driver: OidcDriver) -> None:
        driver.remote.conduct.metadata = changes
        with pytest.raises(ProviderError, match="unverified"):
            await begun(driver)

    play(story)


def test_doctor_hears_of_a_level_that_the_provider_does_not_know() -> None:
    async def story(driver: OidcDriver) -> None:
        with pytest.raises(ProviderError, match="OIDC_ACR"):
            await driver.provider.examine()

    play(story, OIDC_ACR="loa4")


def test_doctor_hears_of_a_provider_without_keys() -> None:
    async def story(driver: OidcDriver) -> None:
        driver.remote.conduct.keys = []
        with pytest.raises(ProviderError, match="no key"):
            await driver.provider.examine()

    play(story)
