"""What the intakes of all gateways share: giving up what ends the process, and forgetting what is old."""

import time
from datetime import timedelta
from typing import Final

from actions import inbox
from actions.inbox import MOST_ATTEMPTS, Claimed
from bot.site import Site

#: Seconds between removals of what is remembered no longer.
_FORGET_EVERY: Final = 3600.0
#: A crash leaves an attempt counted; only after this it is certain that nobody is still at it.
_ABANDONED_AFTER: Final = timedelta(seconds=60)


class AbandonedError(Exception):
    """What came in has ended the process each time that it was tried."""


def check_not_abandoned(site: Site, claimed: Claimed) -> None:
    """Raises AbandonedError when each attempt ended without an outcome, i.e. with the process."""
    age = site.assembly.now() - claimed.received_at
    if claimed.attempt > MOST_ATTEMPTS and age > _ABANDONED_AFTER:
        raise AbandonedError


class Forgetting:
    """Once an hour, removes from the inbox what no repeat can come of any more."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._due = 0.0

    async def forget_old(self) -> None:
        """Raises NotSavedError."""
        if time.monotonic() < self._due:
            return
        self._due = time.monotonic() + _FORGET_EVERY
        now = self._site.assembly.now()
        await self._site.store.write(lambda c: inbox.forget_handled(c, now=now))
