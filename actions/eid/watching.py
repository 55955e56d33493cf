"""Following orders in an app: all who look at one share one question to its provider.

A page looks every second and a person may have two; the provider is asked no more often than it
allows. What an order ended with is remembered for whoever looks a moment later.
"""

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

from actions.eid.port import Complete, Failed, Order

#: Orders that are followed at once by this process.
_MOST_WATCHED = 10_000


class Watch:
    """What is known of one order."""

    def __init__(self, hint: str) -> None:
        #: What the provider said last, in its own words.
        self.hint = hint
        self.outcome: Complete | Failed | None = None
        #: The order that replaced it.
        self.renewed: Order | None = None
        #: How many times in a row it could not be known.
        self.outages = 0
        self.lock = asyncio.Lock()
        self.asked_at: datetime | None = None
        #: When somebody wanted to know.
        self.looked_at: datetime | None = None


class Watches:
    """The orders of one provider."""

    def __init__(self, *, every: timedelta, hint: str, now: Callable[[], datetime]) -> None:
        """`every`: between two questions. `hint`: of an order that nobody has asked about."""
        self._every, self._hint, self._now = every, hint, now
        self._known: OrderedDict[str, Watch] = OrderedDict()

    def of(self, order_id: str) -> Watch:
        watch = self._known.get(order_id)
        if watch is None:
            while len(self._known) >= _MOST_WATCHED:
                self._known.popitem(last=False)
            watch = self._known[order_id] = Watch(self._hint)
        return watch

    async def look(self, order_id: str, ask: Callable[[Watch], Awaitable[None]]) -> Watch:
        """Lets `ask` note the news when it is time to. Raises what that raises."""
        watch = self.of(order_id)
        async with watch.lock:
            now = watch.looked_at = self._now()
            is_due = watch.asked_at is None or now - watch.asked_at >= self._every
            if is_due:
                await self._ask(watch, ask)
        return watch

    async def look_unseen(self, order_id: str, ask: Callable[[Watch], Awaitable[None]]) -> Watch:
        """The same for nobody's eyes, and at once."""
        watch = self.of(order_id)
        async with watch.lock:
            await self._ask(watch, ask)
        return watch

    async def _ask(self, watch: Watch, ask: Callable[[Watch], Awaitable[None]]) -> None:
        if watch.outcome is None and watch.renewed is None:
            watch.asked_at = self._now()
            await ask(watch)
