"""Taking SMS in and answering them: each has exactly one effect.

Receiving stores and commits; only then the SMS is acknowledged (threat D2). Handling works from what
is stored and is one transaction, so a crash at any point is made good by the next look at the inbox.
"""

import asyncio
import hashlib
import logging
from typing import Final
from weakref import WeakKeyDictionary

import msgspec
from sqlalchemy import Connection

from actions import inbox, sms_replies
from actions.errors import NotSavedError
from actions.inbox import MOST_ATTEMPTS, Claimed, Received
from actions.sms_replies import IncomingSms
from bot.intakes import Forgetting, check_not_abandoned
from bot.site import Site

log = logging.getLogger(__name__)

#: What the inbox calls us.
BOT: Final = "46elks"
#: Seconds between looks when nothing wakes us.
LOOK_EVERY: Final = 5.0

_decode = msgspec.json.Decoder(IncomingSms).decode


class SmsIntake:
    """The SMS inbox in one process; several may work on one database."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._one_at_a_time = asyncio.Lock()
        self._forgetting = Forgetting(site)

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
                await self._forgetting.forget_old()
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
            check_not_abandoned(self._site, claimed)
            sms = _decode(inbox.content_of(self._site.assembly, claimed))
            return await self._site.write(lambda c: self._answer(c, claimed, sms))
        except NotSavedError:
            await self._site.store.write(lambda connection: inbox.forgive(connection, claimed))
            raise
        except Exception as error:
            return await self._fail(claimed, error)

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
