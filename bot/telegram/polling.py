"""Long polling: asking Telegram for updates, for an installation that it cannot reach.

Asking for what comes after an update is what acknowledges it, so that happens only when the update
is stored (threat D2).
"""

import asyncio
import logging
from collections.abc import Sequence
from typing import Any, Final

from aiogram.exceptions import (
    AiogramError,
    TelegramConflictError,
    TelegramRetryAfter,
    TelegramUnauthorizedError,
)
from aiogram.methods import DeleteWebhook, SetMyCommands

from actions.errors import NotSavedError
from bot.site import Site
from bot.telegram.client import (
    ALLOWED_UPDATES,
    LONGEST_WAIT,
    GetRawUpdates,
    attempt,
    bot_of,
    close,
    commands,
)
from bot.telegram.intake import Intake, intake_of
from dialogs.texts import ENGLISH, SWEDISH

log = logging.getLogger(__name__)

#: Seconds that Telegram holds an empty answer back.
POLL: Final = 25
#: Telegram refuses polling while a webhook is set.
_NO_WEBHOOK: Final = DeleteWebhook(drop_pending_updates=False)
#: Empty answers after which we ask from the beginning: ids may begin anew, lower, after a week.
_FORGET_OFFSET_AFTER: Final = 100


async def run_polling(site: Site) -> None:
    """Receives and handles until cancelled. Trouble with Telegram or the database is waited out."""
    bot = bot_of(site)
    intake = intake_of(site)
    try:
        async with asyncio.TaskGroup() as tasks:
            # What was stored before a restart does not wait for Telegram.
            tasks.create_task(intake.run())
            await attempt(bot, _NO_WEBHOOK)
            tasks.create_task(offer_commands(site))
            await _poll(site, intake)
    finally:
        await close(site)


async def offer_commands(site: Site) -> None:
    """The menu of commands; it works without, since the words can be written."""
    bot = bot_of(site)
    await attempt(bot, SetMyCommands(commands=commands(site, SWEDISH)))
    for language in (SWEDISH, ENGLISH):
        await attempt(bot, SetMyCommands(commands=commands(site, language), language_code=language))


async def _poll(site: Site, intake: Intake) -> None:
    offset: int | None = None
    empty = 0
    wait = 0.0
    while True:
        try:
            updates = await _ask(site, offset)
            await intake.receive(updates)
        except (AiogramError, NotSavedError) as error:
            wait = _pause(error, wait)
            log.warning("Telegram polling: %s, again in %.0f s", type(error).__name__, wait)
            await asyncio.sleep(wait)
            if isinstance(error, TelegramConflictError):
                await attempt(bot_of(site), _NO_WEBHOOK)
            continue
        wait = 0.0
        if updates:
            offset, empty = _after(updates), 0
            intake.wake()
        else:
            empty += 1
            offset = None if empty > _FORGET_OFFSET_AFTER else offset


async def _ask(site: Site, offset: int | None) -> list[dict[str, Any]]:
    method = GetRawUpdates(offset=offset, timeout=POLL, allowed_updates=ALLOWED_UPDATES)
    return await bot_of(site)(method, request_timeout=POLL + 10)


def _after(updates: Sequence[dict[str, Any]]) -> int:
    """What to ask for next: it acknowledges all of `updates`."""
    return 1 + max(int(update.get("update_id", 0)) for update in updates)


def _pause(error: Exception, last: float) -> float:
    """Seconds until the next question."""
    if isinstance(error, TelegramRetryAfter):
        return float(error.retry_after)
    if isinstance(error, TelegramUnauthorizedError):
        return LONGEST_WAIT
    if isinstance(error, TelegramConflictError):
        # A webhook, or another process that polls with the same token and must be stopped.
        return 5.0
    return min(max(last * 2, 1.0), LONGEST_WAIT)
