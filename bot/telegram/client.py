"""Telegram's Bot API, called through aiogram; one client for each site."""

import asyncio
import logging
from typing import Any, Final
from weakref import WeakKeyDictionary

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import AiogramError, TelegramRetryAfter
from aiogram.methods.base import TelegramMethod
from aiogram.types import BotCommand
from aiogram.utils.token import TokenValidationError

from bot.site import Site
from config.settings import SettingsError
from dialogs.texts import ENGLISH, SWEDISH

log = logging.getLogger(__name__)

#: Seconds for a call (threat D10).
ANSWER_WITHIN: Final = 10
#: What we ask to be told. A channel's posts are not among it.
ALLOWED_UPDATES: Final = ["message", "edited_message", "callback_query", "my_chat_member"]
LONGEST_WAIT: Final = 60.0

#: Telegram's command → our text's key. A command is one of the plain words that always work.
_COMMANDS: Final = {
    SWEDISH: {
        "hjalp": "help",
        "tillbaka": "back",
        "andra": "change",
        "spara": "save",
        "avbryt": "cancel",
        "mina_arenden": "cases",
        "manniska": "human",
        "english": "language",
    },
    ENGLISH: {
        "help": "help",
        "back": "back",
        "change": "change",
        "save": "save",
        "cancel": "cancel",
        "my_cases": "cases",
        "human": "human",
        "svenska": "language",
    },
}


class GetRawUpdates(TelegramMethod[list[dict[str, Any]]]):
    """`getUpdates` without reading what is in the updates.

    One that cannot be read would otherwise take the whole answer with it, again and again.
    """

    __returning__ = list[dict[str, Any]]
    __api_method__ = "getUpdates"

    offset: int | None = None
    timeout: int | None = None
    allowed_updates: list[str] | None = None


_clients: "WeakKeyDictionary[Site, Bot]" = WeakKeyDictionary()


def bot_of(site: Site) -> Bot:
    """The site's client. Raises SettingsError when its token cannot be one."""
    bot = _clients.get(site)
    if bot is None:
        api = TelegramAPIServer.from_base(site.settings.telegram_api_url)
        try:
            bot = Bot(
                site.settings.telegram_token or "",
                session=AiohttpSession(api=api, timeout=ANSWER_WITHIN),
            )
        except TokenValidationError:
            raise SettingsError(
                "TELEGRAM_TOKEN: not a bot token. Expected 123456:ABC… as @BotFather gives it."
            ) from None
        _clients[site] = bot
    return bot


def bot_id(site: Site) -> str:
    """Tells the updates of one bot from those of another after the token was exchanged."""
    return str(bot_of(site).id)


async def close(site: Site) -> None:
    """Closes the site's connections to Telegram."""
    bot = _clients.get(site)
    if bot is not None:
        await bot.session.close()


async def insist(bot: Bot, method: TelegramMethod[Any]) -> None:
    """Calls until Telegram says yes: for what must be in place before anything works."""
    wait = 1.0
    while True:
        try:
            await bot(method)
        except TelegramRetryAfter as error:
            wait = float(error.retry_after)
        except AiogramError as error:
            log.warning("Telegram: %s: %s", method.__api_method__, type(error).__name__)
        else:
            return
        await asyncio.sleep(wait)
        wait = min(wait * 2, LONGEST_WAIT)


async def attempt(bot: Bot, method: TelegramMethod[Any]) -> None:
    """Calls once: for what is good to have, but nothing depends on."""
    try:
        await bot(method)
    except AiogramError as error:
        log.info("Telegram: %s: %s", method.__api_method__, type(error).__name__)


def commands(site: Site, language: str) -> list[BotCommand]:
    """The menu of commands beside the text field."""
    texts = site.assembly.world().texts
    return [
        BotCommand(command=command, description=texts.say(language, f"telegram.command.{key}"))
        for command, key in _COMMANDS[language].items()
    ]
