"""A provider in use: one loop, one clock, and a caller whose words are always the same."""

import asyncio
from collections.abc import Awaitable
from typing import Any, TypeVar, cast

from actions.assembly import Assembly
from actions.eid.port import Caller, EidProvider, Operation, Order, Progress
from actions.eid.signed_data import hidden_data
from actions.store.sealing import Keyring
from tests.bot.browsing import Clock

HIDDEN = hidden_data("K-YZY9-HW33", "0f" * 32)
TEXT = "Jag skriver under till Kramfors kommun:\nByte av skola. Åäö ”citat”."
RETURN_URL = "https://e.kramfors.se/legitimering/app/nonce"
T = TypeVar("T")


def assembly_of(clock: Clock) -> Assembly:
    """All that a provider needs of it."""
    return Assembly(
        keyring=Keyring(("k" * 40,)),
        world=cast("Any", None),
        now=clock,
        public_url="https://e.kramfors.se",
    )


class ProviderDesk:
    """Starts and follows the orders of one provider."""

    def __init__(self, provider: EidProvider, clock: Clock, *, every: float) -> None:
        """`every`: seconds that must lie between two questions about an order."""
        self.provider, self.clock, self._every = provider, clock, every
        self.loop = asyncio.new_event_loop()

    def run(self, work: Awaitable[T]) -> T:
        return self.loop.run_until_complete(work)

    def start(
        self, operation: Operation = "auth", *, agent: str = "", personnummer: str | None = None
    ) -> Order:
        return self.run(
            self.provider.start(
                operation,
                visible_text=TEXT,
                hidden_data=HIDDEN if operation == "sign" else None,
                personnummer=personnummer,
                caller=Caller(address="192.0.2.7", user_agent=agent, device_id="d" * 32),
                return_url=RETURN_URL,
            )
        )

    def poll(self, order: Order, **how: Any) -> Progress:
        """After the time that must lie between two questions."""
        self.clock.forward(seconds=self._every)
        return self.run(self.provider.poll(order, **how))

    def close(self) -> None:
        self.run(self.provider.close())
        self.loop.close()
