"""In production nothing of the demo can be reached (threat A9)."""

from collections.abc import Iterator

import pytest
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12

from tests.bot.browsing import Town, running_town
from tests.eid import pki
from tests.eid.bankid.server import bankid_server


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    folder = tmp_path_factory.mktemp("production")
    issuer = pki.authority(pki.name_of(o="Provmyndigheten", cn="Seal CA"))
    seal = pki.person("Kramfors", "Kramfors", "kommun", issuer)
    encryption = BestAvailableEncryption(b"password")
    packed = pkcs12.serialize_key_and_certificates(
        b"seal", seal.key, seal.certificate, [issuer.certificate], encryption
    )
    (folder / "seal.p12").write_bytes(packed)
    with (
        bankid_server(tmp_path_factory.mktemp("bank")) as bank,
        running_town(
            folder,
            **bank.settings(),
            ARENDEBOT_MODE="production",
            ARENDEBOT_PUBLIC_URL="https://e.kommun.se",
            ARENDEBOT_SECRET_KEYS="0123456789-abcdefghijklmnopqrstuvwxyz-A",
            SMS_PROVIDER="46elks",
            ELKS_URL="https://127.0.0.1:9",
            ELKS_USERNAME="u",
            ELKS_PASSWORD="p",
            SMTP_URL="smtp://127.0.0.1:9",
            MAIL_FROM="arenden@kommun.se",
            SEAL_PKCS12=str(folder / "seal.p12"),
            SEAL_PKCS12_PASSWORD="password",
        ) as running,
    ):
        yield running


@pytest.mark.parametrize("path", ["/demo/outbox", "/demo/outbox.json", "/demo", "/demo/"])
def test_demo_routes_are_not_there(town: Town, path: str) -> None:
    assert town.browser().get(path).status == 404


def test_a1_the_chats_cookie_can_be_planted_by_no_neighbour_host(town: Town) -> None:
    """A host of the same domain may set cookies for all of it, but none with this prefix."""
    opened = town.browser().client.post("/api/v1/conversations", json={})
    (cookie,) = opened.headers.get_list("set-cookie")
    name, _, rest = cookie.partition("=")
    assert name.startswith("__Host-chat_")
    assert {"Path=/", "Secure", "HttpOnly", "SameSite=lax"} <= set(rest.split("; "))
    assert "domain" not in rest.lower()


def test_no_page_offers_or_takes_the_demo_e_id(town: Town) -> None:
    browser = town.browser()
    browser.client.base_url = "https://e.kommun.se"  # so that its cookies are kept
    page = browser.get("/mina-sidor")
    names = [value for form in page.forms for name, value in form.buttons if name == "provider"]
    assert names == ["bankid"]
    assert "DEMO" not in page.text
    form = page.form("provider", "bankid")
    answer = browser.post("/mina-sidor", {**form.fields, "provider": "demo"})
    assert (answer.status, "Välj e-legitimation" in answer.text) == (409, True)
    assert town.audited("login") == 0
