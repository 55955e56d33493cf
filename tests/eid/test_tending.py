"""The running server looks after the orders that it has begun (threat A3)."""

import asyncio
from typing import Any, cast

import pytest

from bot import eid_providers


class _Tended:
    """Fails at its first round."""

    name = "tended"

    def __init__(self) -> None:
        self.rounds = 0
        self.went_on = asyncio.Event()

    async def tend(self) -> None:
        self.rounds += 1
        if self.rounds == 1:
            raise ValueError
        self.went_on.set()


def test_a_round_that_fails_does_not_end_the_tending(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(eid_providers, "TEND_EVERY", 0)

    async def run() -> None:
        provider = _Tended()
        tending = asyncio.create_task(eid_providers.tend({"tended": cast("Any", provider)}))
        await provider.went_on.wait()
        tending.cancel()

    asyncio.run(run())
