"""BankID keeps the contract of every provider."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

from actions.eid.bankid.provider import BankidProvider
from actions.eid.port import Order
from config.eid_settings import read_eid
from dialogs.conversation import Person
from tests.bot.browsing import Clock
from tests.eid.bankid.server import BankidServer, bankid_server
from tests.eid.contract import RETURN_URL, PolledProviderContract, assembly


class BankidDriver:
    return_url = RETURN_URL

    def __init__(self, server: BankidServer, clock: Clock) -> None:
        self.server, self.clock = server, clock
        settings = read_eid(server.settings(), production=False).bankid
        assert settings is not None
        self.provider = BankidProvider(assembly(clock), settings)

    async def approve(self, order: Order, person: Person) -> Mapping[str, str]:
        self.server.approve(person.personnummer, person.name, self.server.orders[order.id])
        return {}

    async def reject(self, order: Order) -> Mapping[str, str]:
        self.server.fail("userCancel", self.server.orders[order.id])
        return {}

    async def stop(self) -> None:
        await asyncio.to_thread(self.server.stop)


class TestBankid(PolledProviderContract):
    @asynccontextmanager
    async def driving(self, folder: Path) -> AsyncIterator[BankidDriver]:
        clock = Clock()
        with bankid_server(folder, clock) as server:
            yield BankidDriver(server, clock)
