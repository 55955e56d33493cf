"""Freja keeps the contract of every provider."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

from actions.eid.freja.provider import FrejaProvider
from actions.eid.port import Order
from config.eid_settings import read_eid
from dialogs.conversation import Person
from tests.bot.browsing import Clock
from tests.eid.contract import RETURN_URL, PolledProviderContract, assembly
from tests.eid.freja.server import FrejaServer, freja_server


class FrejaDriver:
    return_url = RETURN_URL

    def __init__(self, server: FrejaServer, clock: Clock) -> None:
        self.server, self.clock = server, clock
        settings = read_eid(server.settings_with_roots(), production=False).freja
        assert settings is not None
        self.provider = FrejaProvider(assembly(clock), settings)

    async def approve(self, order: Order, person: Person) -> Mapping[str, str]:
        transaction = self.server.transactions[order.id]
        self.server.fetch(person.personnummer, transaction)
        self.server.approve(person.personnummer, person.name, transaction)
        return {}

    async def reject(self, order: Order) -> Mapping[str, str]:
        self.server.end("REJECTED", self.server.transactions[order.id])
        return {}

    async def stop(self) -> None:
        await asyncio.to_thread(self.server.stop)


class TestFreja(PolledProviderContract):
    @asynccontextmanager
    async def driving(self, folder: Path) -> AsyncIterator[FrejaDriver]:
        clock = Clock()
        with freja_server(folder, clock) as server:
            yield FrejaDriver(server, clock)
