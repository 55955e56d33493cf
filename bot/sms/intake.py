"""Taking SMS in and answering them: each has exactly one effect.

Receiving stores and commits; only then the SMS is acknowledged (threat D2). Handling works from what
is stored and is one transaction, so a crash at any point is made good by the next look at the inbox.
"""

import asyncio
import hashlib
import logging
import time
from datetime import timedelta
from typing import Final
from weakref import WeakKeyDictionary

import msgspec
from sqlalchemy import Connection

from actions import inbox, sms_replies
from actions.errors import NotSavedError
from actions.inbox import MOST_ATTEMPTS, Claimed, Received
from actions.sms_replies import IncomingSms
from bot.site import Site

log = logging.getLogger(__name__)

#: What the inbox calls us.
BOT: Final = "46elks"
#: Seconds between looks when nothing wakes us, and between removals of what is remembered no longer.
LOOK_EVERY: Final = 5.0
_FORGET_EVERY: Final = 3600.0
#: A crash leaves an attempt counted; only after this it is certain that nobody is still at it.
_ABANDONED_AFTER: Final = timedelta(seconds=60)

_decode = msgspec.json.Decoder(IncomingSms).decode


class SmsIntake:
    """The SMS inbox in one process; several may work on one database."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._one_at_a_time = asyncio.Lock()
        self._forget_at = 0.0

    async def receive(self, sms: IncomingSms) -> bool:
        """Stores an SMS; False when it was stored before. Raises NotSavedError."""
        received = Received(
            update_id=_number_of(sms.id), account=sms.sender, payload=msgspec.json.encode(sms)
        )
        stored = await self._site.store.write(
            lambda connection: inbox.store(
                self._site.assembly, connection, channel="sms", bot=BOT, received=[received]
            )
        )
        return bool(stored)

    async def run(self) -> None:
        """Handles what others have left, until cancelled. A database that is away is waited for."""
        while True:
            try:
                await self.handle()
                await self._forget_old()
            except NotSavedError:
                log.warning("the database is away; the SMS inbox waits")
            except Exception:
                log.exception("the SMS inbox could not be handled; it is looked at again")
            await asyncio.sleep(LOOK_EVERY)

    async def handle(self) -> int:
        """Handles what is stored; returns how many SMS that were. Raises NotSavedError."""
        handled = 0
        async with self._one_at_a_time:
            accounts = await self._site.store.read(
                lambda connection: inbox.waiting_accounts(connection, bot=BOT)
            )
            for account in accounts:
                while await self._handle_next(account):
                    handled += 1
        return handled

    async def _handle_next(self, account_mac: str) -> bool:
        """Handles the number's next SMS. False: there is none, or not now."""
        claimed = await self._site.store.write(
            lambda connection: inbox.claim(connection, bot=BOT, account_mac=account_mac)
        )
        if claimed is None:
            return False
        try:
            if self._was_abandoned(claimed):
                raise _AbandonedError
            sms = _decode(inbox.content_of(self._site.assembly, claimed))
            return await self._site.write(lambda c: self._answer(c, claimed, sms))
        except NotSavedError:
            await self._site.store.write(lambda connection: inbox.forgive(connection, claimed))
            raise
        except Exception as error:
            return await self._fail(claimed, error)

    def _was_abandoned(self, claimed: Claimed) -> bool:
        """Each of its attempts ended without an outcome, i.e. with the process."""
        age = self._site.assembly.now() - claimed.received_at
        return claimed.attempt > MOST_ATTEMPTS and age > _ABANDONED_AFTER

    def _answer(self, connection: Connection, claimed: Claimed, sms: IncomingSms) -> bool:
        if not inbox.is_next(connection, claimed):
            return False  # another process was quicker
        sms_replies.answer(self._site.assembly, connection, sms)
        inbox.finish(connection, claimed, now=self._site.assembly.now())
        return True

    async def _fail(self, claimed: Claimed, error: Exception) -> bool:
        """One attempt failed: at the next look again, or the SMS is put aside (threat D5)."""
        if claimed.attempt < MOST_ATTEMPTS:
            log.warning("an SMS, attempt %d", claimed.attempt, exc_info=error)
            return False
        log.error("SMS %d is quarantined", claimed.update_id, exc_info=error)
        now = self._site.assembly.now()
        await self._site.store.write(lambda c: inbox.quarantine(c, claimed, now=now))
        return True

    async def _forget_old(self) -> None:
        """Once an hour, what no repeat can come of any more."""
        if time.monotonic() < self._forget_at:
            return
        self._forget_at = time.monotonic() + _FORGET_EVERY
        now = self._site.assembly.now()
        await self._site.store.write(lambda c: inbox.forget_handled(c, now=now))


class _AbandonedError(Exception):
    """The SMS has ended the process each time that it was tried."""


def _number_of(sms_id: str) -> int:
    """The gateway's id as the inbox knows ids: 63 bits. Not in the order of sending."""
    return int.from_bytes(hashlib.sha256(sms_id.encode()).digest()[:8]) >> 1


_intakes: "WeakKeyDictionary[Site, SmsIntake]" = WeakKeyDictionary()


def intake_of(site: Site) -> SmsIntake:
    """The site's one intake."""
    intake = _intakes.get(site)
    if intake is None:
        intake = _intakes[site] = SmsIntake(site)
    return intake
