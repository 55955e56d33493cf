"""Signing through an OpenID provider: what is asked for, and that only the person's own signature
over this very text and revision counts (threats A6, A7)."""

import asyncio
import base64
from collections.abc import Awaitable, Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from actions.eid.bankid.archived import verify_archived
from actions.eid.chains import read_roots
from actions.eid.oidc.provider import OidcProvider
from actions.eid.port import Failed, ProviderError
from actions.evidence_files import EvidenceFile
from config.reading import SettingsError
from tests.bot.browsing import Clock
from tests.eid import pki
from tests.eid.bankid.bank import Bank
from tests.eid.contract import (
    ANNA,
    BO,
    CALLER,
    HIDDEN,
    SIGN_TEXT,
    assembly,
    begun,
    completed,
    outcome,
)
from tests.eid.oidc.driving import OidcDriver, brought_back, settings, signing, write_key
from tests.eid.oidc.fake_provider import (
    COORDINATION,
    EVIDENCE,
    NUMBER,
    SIGN,
    SIGN_REQUEST,
    USER_SIGNATURE,
    Conduct,
    rsa_key,
)

Story = Callable[[OidcDriver], Awaitable[None]]


def play(folder: Path, story: Story, **others: str) -> None:
    async def scene() -> None:
        async with signing(folder, **others) as driver:
            await story(driver)
            await driver.provider.close()

    asyncio.run(scene())


def encoded(text: str | bytes) -> str:
    return base64.b64encode(text.encode() if isinstance(text, str) else text).decode()


def test_the_request_is_signed_and_says_what_to_sign_and_by_whom(tmp_path: Path) -> None:
    async def story(driver: OidcDriver) -> None:
        order = await begun(driver, "sign", personnummer=ANNA.personnummer)
        await brought_back(order)
        request = driver.remote.requests[-1]
        assert request["prompt"] == "login consent"
        assert SIGN in request["scope"].split()
        assert request[SIGN_REQUEST] == {
            "tbs_data": encoded(HIDDEN.encode()),
            "sign_message": {"message": encoded(SIGN_TEXT), "mime_type": "text/plain"},
        }
        needed = {"essential": True}
        assert request["claims"]["id_token"] == {
            "auth_time": needed,
            NUMBER: {"essential": True, "value": ANNA.personnummer},
            USER_SIGNATURE: needed,
            EVIDENCE: needed,
        }
        # Outside the signed request stands nothing that it does not say too, and no secret.
        address = str(order.redirect_url)
        assert order.details["state"] not in address

    play(tmp_path, story)


def test_the_longest_text_still_fits_in_an_address(tmp_path: Path) -> None:
    async def story(driver: OidcDriver) -> None:
        order = await driver.provider.start(
            "sign",
            visible_text="å" * (await driver.provider.longest_text() // 2),
            hidden_data=HIDDEN,
            personnummer=ANNA.personnummer,
            caller=CALLER,
            return_url=driver.return_url,
        )
        assert len(str(order.redirect_url)) < 8_000

    play(tmp_path, story)


def test_the_evidence_proves_the_signature_by_itself(tmp_path: Path) -> None:
    """As an archive is verified, where a BankID signature is one whoever passed it on."""

    async def story(driver: OidcDriver) -> None:
        order = await begun(driver, "sign", personnummer=ANNA.personnummer)
        done = await completed(driver, order)
        assert done.evidence.details["bank"] == "Testbank A AB (publ)"
        file = EvidenceFile(person=done.person, evidence=done.evidence)
        roots = read_roots(tmp_path / "roots.pem")
        signer, at = await asyncio.to_thread(verify_archived, file, roots)
        assert (signer, at) == (ANNA.personnummer, done.evidence.at)

    play(tmp_path, story)


# ── What is no signature ──────────────────────────────────────────────────────────────────────


def made(
    driver: OidcDriver,
    *,
    text: str = SIGN_TEXT,
    hidden: bytes = HIDDEN.encode(),
    function: str = "Signing",
    who: Any = ANNA,
    **vouched: Any,
) -> dict[str, str]:
    """The two claims."""
    by = driver.remote.bank
    assert by is not None
    person = by.person(who.personnummer, who.name)
    signature = by.sign(person, visible=encoded(text), hidden=encoded(hidden), function=function)
    answer = by.vouch(person, signature, **{"at": driver.clock.now, **vouched})
    return {USER_SIGNATURE: signature, EVIDENCE: answer}


FORGERIES: dict[str, Callable[[OidcDriver], dict[str, Any]]] = {
    "none": lambda driver: {USER_SIGNATURE: None},
    "no answer about revocation": lambda driver: {EVIDENCE: None},
    "no base64": lambda driver: {USER_SIGNATURE: "<xml>"},
    "another kind": lambda driver: {USER_SIGNATURE: ["signature"]},
    "no XML signature": lambda driver: {USER_SIGNATURE: encoded("<a/>")},
    "another text": lambda driver: made(driver, text="Jag skänker bort mitt hus."),
    "another revision": lambda driver: made(driver, hidden=HIDDEN.replace("0f", "0e").encode()),
    "a login": lambda driver: made(driver, function="Identification"),
    "somebody else's": lambda driver: made(driver, who=BO),
    "revoked": lambda driver: made(driver, status="revoked"),
    "an old answer": lambda driver: made(driver, at=driver.clock.now - timedelta(minutes=11)),
    "the answer about another": lambda driver: made(driver, nonce=b"n" * 32),
}


@pytest.mark.parametrize("forgery", FORGERIES)
def test_what_is_no_signature_of_this_person_over_this_revision(
    tmp_path: Path, forgery: str
) -> None:
    async def story(driver: OidcDriver) -> None:
        order = await begun(driver, "sign", personnummer=ANNA.personnummer)
        driver.remote.conduct = Conduct(claims=FORGERIES[forgery](driver))
        query = await driver.approve(order, ANNA)
        assert await outcome(driver, order, query) == Failed("unverified")
        driver.remote.conduct = Conduct()
        await completed(driver, await begun(driver, "sign", personnummer=ANNA.personnummer))

    play(tmp_path, story)


def test_a_signature_below_another_root_does_not_count(tmp_path: Path) -> None:
    other = tmp_path / "other.pem"
    stranger = pki.authority(pki.name_of(o="Någon annan", cn="Test BankID Root CA v1 Test"))
    other.write_bytes(stranger.pem)

    async def story(driver: OidcDriver) -> None:
        named = settings(
            driver.remote.issuer,
            OIDC_CLIENT_KEY=str(tmp_path / "client.pem"),
            OIDC_SIGNATURE_CA=str(other),
        )
        provider = OidcProvider(assembly(driver.clock), named)
        order = await provider.start(
            "sign",
            visible_text=SIGN_TEXT,
            hidden_data=HIDDEN,
            personnummer=ANNA.personnummer,
            caller=CALLER,
            return_url=driver.return_url,
        )
        query = await driver.approve(order, ANNA)
        assert await provider.callback(order, query) == Failed("unverified")
        await provider.close()

    play(tmp_path, story)


# ── Who can sign ──────────────────────────────────────────────────────────────────────────────


def test_signing_needs_our_key_and_the_roots(tmp_path: Path) -> None:
    roots = tmp_path / "roots.pem"
    roots.write_bytes(Bank().root.pem)
    for others in (
        {},
        {"OIDC_CLIENT_KEY": write_key(tmp_path, rsa_key("ours"))},
        {"OIDC_SIGNATURE_CA": str(roots)},
    ):
        configured = settings("http://127.0.0.1:9", **others)
        assert not OidcProvider(assembly(Clock()), configured).can_sign


@pytest.mark.parametrize(
    "changes",
    [
        {"scopes_supported": ["openid"]},
        {"claims_supported": [NUMBER, COORDINATION, USER_SIGNATURE]},
        {"request_parameter_supported": False},
        {"claims_parameter_supported": False},
        {"request_object_signing_alg_values_supported": ["ES512"]},
        {"https://id.oidc.se/disco/userMessageSupportedMimeTypes": ["text/markdown"]},
    ],
)
def test_a_provider_that_does_not_announce_signing_is_not_offered(
    tmp_path: Path, changes: dict[str, Any]
) -> None:
    async def story(driver: OidcDriver) -> None:
        driver.remote.conduct.metadata = changes
        with pytest.raises(ProviderError, match="cannot_sign"):
            await begun(driver, "sign", personnummer=ANNA.personnummer)
        assert not driver.provider.can_sign
        with pytest.raises(ProviderError, match="OIDC_SIGNATURE_CA"):
            await driver.provider.examine()
        await completed(driver, await begun(driver))

    play(tmp_path, story)


def test_doctor_hears_that_it_signs(tmp_path: Path) -> None:
    async def story(driver: OidcDriver) -> None:
        assert "logs in and signs" in await driver.provider.examine()

    play(tmp_path, story)


def test_roots_that_are_none_stop_the_start(tmp_path: Path) -> None:
    broken = tmp_path / "roots.pem"
    broken.write_text("no certificate", "utf-8")
    configured = settings("http://127.0.0.1:9", OIDC_SIGNATURE_CA=str(broken))
    with pytest.raises(SettingsError, match="OIDC_SIGNATURE_CA"):
        OidcProvider(assembly(Clock()), configured)


def test_a_login_at_a_provider_that_signs_is_no_signature(tmp_path: Path) -> None:
    """Threat A6: even when the provider sends a signature with it."""

    async def story(driver: OidcDriver) -> None:
        order = await begun(driver)
        driver.remote.conduct = Conduct(claims=made(driver))
        done = await completed(driver, order)
        assert done.evidence.operation == "auth"
        assert done.evidence.hidden_data is None
        assert "signature" not in done.evidence.details

    play(tmp_path, story)
