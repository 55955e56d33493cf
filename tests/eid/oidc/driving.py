"""A person at the fake OpenID provider, and the provider under test with it."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import httpx
from joserfc.jwk import ECKey, RSAKey

from actions.eid.oidc.provider import OidcProvider
from actions.eid.port import Order
from config.eid_settings import OidcSettings, read_eid
from dialogs.conversation import Person
from tests.bot.browsing import Clock
from tests.eid.bankid.bank import Bank
from tests.eid.contract import assembly
from tests.eid.oidc.fake_provider import CLIENT_ID, LOA3, SECRET, FakeProvider, rsa_key
from tests.eid.oidc.serving import Serving, serving

RETURN_URL = "http://kommun.test/legitimering/oidc"


def environment(issuer: str, **others: str) -> dict[str, str]:
    return {
        "ARENDEBOT_EID": "oidc",
        "OIDC_ISSUER": issuer,
        "OIDC_CLIENT_ID": CLIENT_ID,
        "OIDC_CLIENT_SECRET": SECRET,
        "OIDC_ACR": LOA3,
        **others,
    }


def settings(issuer: str, **others: str) -> OidcSettings:
    found = read_eid(environment(issuer, **others), production=False).oidc
    assert found is not None
    return found


async def brought_back(order: Order) -> Mapping[str, str]:
    """The query with which the provider sends the browser back."""
    assert order.redirect_url is not None
    async with httpx.AsyncClient() as web:
        answer = await web.get(order.redirect_url)
    assert answer.status_code == 302, answer.text
    return dict(parse_qsl(urlsplit(answer.headers["location"]).query))


class OidcDriver:
    """For the contract, and for what only OpenID providers do."""

    return_url = RETURN_URL

    def __init__(self, server: Serving, **others: str) -> None:
        self.clock = Clock()
        self.server = server
        self.remote = FakeProvider(server.url, self.clock)
        self.settings = settings(server.url, **others)
        self.provider = OidcProvider(assembly(self.clock), self.settings)

    async def approve(self, order: Order, person: Person) -> Mapping[str, str]:
        self.remote.person = person
        return await brought_back(order)

    async def reject(self, order: Order) -> Mapping[str, str]:
        self.remote.conduct.error = "access_denied"
        return await brought_back(order)

    async def stop(self) -> None:
        self.server.stop()


@asynccontextmanager
async def driving(**others: str) -> AsyncIterator[OidcDriver]:
    with serving() as server:
        driver = OidcDriver(server, **others)
        server.start(driver.remote.app)
        yield driver


@asynccontextmanager
async def signing(folder: Path, **others: str) -> AsyncIterator[OidcDriver]:
    """With a provider that passes on BankID signatures."""
    bank = Bank()
    async with driving(**signing_environment(folder, bank), **others) as driver:
        driver.remote.bank = bank
        driver.remote.client_key = rsa_key("ours")
        yield driver


def signing_environment(folder: Path, bank: Bank) -> dict[str, str]:
    """What signing needs besides logging in."""
    roots = folder / "roots.pem"
    roots.write_bytes(bank.root.pem)
    key = write_key(folder, rsa_key("ours"))
    return {"OIDC_CLIENT_KEY": key, "OIDC_SIGNATURE_CA": str(roots)}


def write_key(folder: Path, key: RSAKey | ECKey) -> str:
    """The path of a PEM file with the private key."""
    path = folder / "client.pem"
    path.write_bytes(key.as_pem(private=True))
    return str(path)
