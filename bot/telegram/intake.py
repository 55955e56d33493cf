"""Taking updates in and handling them: each has exactly one effect, in order within an account.

Receiving stores and commits; only then the update is acknowledged (threat D2). Handling works from
what is stored, so a crash at any point is made good by the next look at the inbox.
"""

import asyncio
import json
import logging
import time
from collections.abc import Coroutine, Mapping, Sequence
from datetime import timedelta
from typing import Any, Final
from weakref import WeakKeyDictionary

from aiogram.methods import AnswerCallbackQuery, DeleteMessage, EditMessageReplyMarkup
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from actions import inbox
from actions.errors import NotSavedError, RefusedError
from actions.inbox import MOST_ATTEMPTS, Claimed, Received
from actions.uploads import receive
from bot.intakes import Forgetting, check_not_abandoned
from bot.site import Site
from bot.telegram.client import attempt, bot_id, bot_of
from bot.telegram.files import FileDelayedError, FileRefusedError, fetch
from bot.telegram.hearing import CHANNEL, Afterwards, Content, carry_out, give_up
from bot.telegram.updates import (
    Attached,
    Heard,
    Tapped,
    UnreadableUpdateError,
    Voiced,
    account_of,
    read_update,
)
from bot.telegram.voices import listen
from dialogs.events import Spoke

log = logging.getLogger(__name__)

#: An update waits so long for an older one that may come on another connection (threat D4).
SETTLE: Final = timedelta(milliseconds=500)
#: Seconds before the second and the third attempt.
RETRY_AFTER: Final = (2.0, 10.0)
#: Seconds between looks when nothing wakes us.
LOOK_EVERY: Final = 2.0
#: Accounts handled at the same time.
_AT_ONCE: Final = 16


class Intake:
    """The inbox of one bot in one process."""

    def __init__(self, site: Site, *, retry_after: Sequence[float] = RETRY_AFTER) -> None:
        self._site = site
        self._bot = bot_of(site)
        self._bot_id = bot_id(site)
        self._retry_after = retry_after
        self._busy: set[str] = set()
        #: Accounts that got something new while they were being handled.
        self._again: set[str] = set()
        #: Not to be tried before this moment of the monotonic clock.
        self._not_before: dict[str, float] = {}
        self._room = asyncio.Semaphore(_AT_ONCE)
        self._woken = asyncio.Event()
        self._forgetting = Forgetting(site)
        self._asides: set[asyncio.Task[None]] = set()

    async def receive(self, updates: Sequence[Mapping[str, Any]]) -> int:
        """Stores updates; returns how many were new. Raises NotSavedError: then none is stored."""
        received = [
            Received(
                update_id=update["update_id"],
                account=account_of(update),
                # Escaped: half of a surrogate pair is no UTF-8, and must not stop the others.
                payload=json.dumps(update).encode("ascii"),
            )
            for update in updates
            if _has_id(update)
        ]
        if not received:
            return 0
        return await self._site.store.write(
            lambda connection: inbox.store(
                self._site.assembly,
                connection,
                channel=CHANNEL,
                bot=self._bot_id,
                received=received,
            )
        )

    def wake(self) -> None:
        """There is something to handle."""
        self._woken.set()

    async def run(self) -> None:
        """Handles until cancelled. A database that is away is waited for."""
        while True:
            self._woken.clear()
            try:
                await self.handle()
                await self._forgetting.forget_old()
            except NotSavedError:
                log.warning("the database is away; Telegram's inbox waits")
            try:
                await asyncio.wait_for(self._woken.wait(), LOOK_EVERY)
            except TimeoutError:
                continue

    async def handle(self) -> int:
        """Handles what is stored and not being handled; returns how many updates that were."""
        waiting = await self._site.store.read(
            lambda connection: inbox.waiting_accounts(connection, bot=self._bot_id)
        )
        now = time.monotonic()
        self._again.update(self._busy.intersection(waiting))
        ready = [
            account
            for account in waiting
            if account not in self._busy and self._not_before.get(account, 0.0) <= now
        ]
        self._busy.update(ready)
        return sum(await asyncio.gather(*(self._handle_account(each) for each in ready)))

    async def _handle_account(self, account_mac: str) -> int:
        handled = 0
        try:
            async with self._room:
                while await self._settled(account_mac):
                    self._again.discard(account_mac)
                    if not await self._handle_next(account_mac):
                        break
                    handled += 1
        except NotSavedError:
            log.warning("an update could not be handled: the database did not take it")
            self._wait(account_mac, self._retry_after[0])
        except Exception:
            # The outermost loop of an account: the others go on.
            log.exception("an account's updates could not be handled")
            self._wait(account_mac, self._retry_after[-1])
        finally:
            self._busy.discard(account_mac)
        return handled

    async def _settled(self, account_mac: str) -> bool:
        """Waits for older updates that may be under way; False when there is nothing to handle."""
        update_id = await self._next(account_mac)
        while update_id is None and account_mac in self._again:
            self._again.discard(account_mac)
            update_id = await self._next(account_mac)
        if update_id is None:
            return False
        awaited = update_id
        settled_at = self._site.assembly.now() - SETTLE
        if await self._site.store.read(
            lambda connection: inbox.has_gap_before(
                connection, bot=self._bot_id, update_id=awaited, settled_at=settled_at
            )
        ):
            await asyncio.sleep(SETTLE.total_seconds())
        return True

    async def _next(self, account_mac: str) -> int | None:
        return await self._site.store.read(
            lambda connection: inbox.next_id(connection, bot=self._bot_id, account_mac=account_mac)
        )

    async def _handle_next(self, account_mac: str) -> bool:
        """Handles the account's oldest update. False: not now."""
        claimed = await self._site.store.write(
            lambda connection: inbox.claim(connection, bot=self._bot_id, account_mac=account_mac)
        )
        if claimed is None:
            return False
        heard: Heard | None = None
        try:
            heard = read_update(inbox.content_of(self._site.assembly, claimed))
            check_not_abandoned(self._site, claimed)
            return await self._handle_claimed(claimed, heard)
        except NotSavedError:
            await self._site.store.write(lambda connection: inbox.forgive(connection, claimed))
            raise
        except Exception as error:
            return await self._fail(claimed, heard, error)

    async def _handle_claimed(self, claimed: Claimed, heard: Heard) -> bool:
        if isinstance(heard.what, Tapped) and claimed.attempt == 1:
            # The button spins until it is answered; an old one can no longer be.
            query = AnswerCallbackQuery(callback_query_id=heard.what.query_id)
            self._aside(attempt(self._bot, query))
        fetched = await self._fetched(claimed, heard)
        afterwards = await self._site.write(
            lambda connection: carry_out(self._site, connection, claimed, heard, fetched)
        )
        if afterwards is not None:
            self._not_before.pop(claimed.account_mac, None)
            self._see_to(heard, afterwards)
        return afterwards is not None

    async def _fetched(self, claimed: Claimed, heard: Heard) -> Content | Spoke | None:
        if isinstance(heard.what, Voiced):
            is_last = claimed.attempt >= MOST_ATTEMPTS
            return await listen(self._site, self._bot, heard, heard.what, is_last=is_last)
        if not isinstance(heard.what, Attached):
            return None
        try:
            content = await fetch(self._bot, heard.what)
            upload = await asyncio.to_thread(
                receive, heard.what.name, heard.what.media_type, content
            )
            return Content(upload=upload)
        except RefusedError as error:
            return Content(refusal=f"telegram.{error.reason}")
        except FileRefusedError as error:
            return Content(refusal=str(error))
        except FileDelayedError:
            if claimed.attempt < MOST_ATTEMPTS:
                raise
            return Content(refusal="telegram.file_failed")

    async def _fail(self, claimed: Claimed, heard: Heard | None, error: Exception) -> bool:
        """One attempt failed: again later, or the update is put aside (threat D5)."""
        if claimed.attempt < MOST_ATTEMPTS:
            quiet = isinstance(error, FileDelayedError | UnreadableUpdateError)
            log.warning(
                "update %d, attempt %d: %s",
                claimed.update_id,
                claimed.attempt,
                type(error).__name__,
                exc_info=None if quiet else error,
            )
            place = min(claimed.attempt, len(self._retry_after)) - 1
            self._wait(claimed.account_mac, self._retry_after[place])
            return False
        log.error(
            "update %d is quarantined: %s", claimed.update_id, type(error).__name__, exc_info=error
        )
        return await self._site.write(
            lambda connection: give_up(self._site, connection, claimed, heard)
        )

    def _wait(self, account_mac: str, seconds: float) -> None:
        self._not_before[account_mac] = time.monotonic() + seconds

    def _see_to(self, heard: Heard, afterwards: Afterwards) -> None:
        """What Telegram should be asked for; it is no loss when it is not done."""
        if afterwards.delete is not None:
            delete = DeleteMessage(chat_id=heard.chat_id, message_id=afterwards.delete)
            self._aside(attempt(self._bot, delete))
        if (
            afterwards.buttons is not None
            and isinstance(heard.what, Tapped)
            and heard.what.message_id is not None
        ):
            rows = [
                [InlineKeyboardButton(text=text, callback_data=data) for text, data in row]
                for row in afterwards.buttons
            ]
            edit = EditMessageReplyMarkup(
                chat_id=heard.chat_id,
                message_id=heard.what.message_id,
                reply_markup=InlineKeyboardMarkup(inline_keyboard=rows),
            )
            self._aside(attempt(self._bot, edit))

    def _aside(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._asides.add(task)
        task.add_done_callback(self._asides.discard)


def _has_id(update: Mapping[str, Any]) -> bool:
    update_id = update.get("update_id")
    return type(update_id) is int and 0 <= update_id < 2**63


_intakes: "WeakKeyDictionary[Site, Intake]" = WeakKeyDictionary()


def intake_of(site: Site) -> Intake:
    """The site's one intake."""
    intake = _intakes.get(site)
    if intake is None:
        intake = _intakes[site] = Intake(site)
    return intake


async def handle_inbox(site: Site) -> int:
    """Handles what is stored; returns how many updates that were. Raises NotSavedError."""
    return await intake_of(site).handle()
