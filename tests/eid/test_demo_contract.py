"""The demo e-ID keeps what every provider promises."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

from actions.eid.demo import DemoProvider
from actions.eid.port import Order
from dialogs.conversation import Person
from tests.bot.browsing import Clock
from tests.eid.contract import RETURN_URL, ProviderContract, assembly


class DemoDriver:
    """Its "app" is a page of ours, so there is no remote party."""

    return_url = RETURN_URL

    def __init__(self) -> None:
        self.clock = Clock()
        self.provider = DemoProvider(assembly(self.clock))

    async def approve(self, order: Order, person: Person) -> Mapping[str, str]:
        self.provider.approve(order, personnummer=person.personnummer, name=person.name)
        return {}


class TestDemo(ProviderContract):
    @asynccontextmanager
    async def driving(self, folder: Path) -> AsyncIterator[DemoDriver]:
        yield DemoDriver()
