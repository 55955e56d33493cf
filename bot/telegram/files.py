"""Fetching what a person attached.

The address of a file holds the bot's token: it is never stored, passed on or logged.
"""

import asyncio
from typing import Final

from aiogram import Bot
from aiogram.exceptions import (
    AiogramError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramNotFound,
)
from aiohttp import ClientError, ClientResponseError

from bot.telegram.updates import Attached

#: Bytes that getFile serves.
MOST_BYTES: Final = 20 * 2**20
#: Seconds for the whole file.
FETCH_WITHIN: Final = 60


class FileRefusedError(Exception):
    """The file will never come; the text is the key of what to tell."""


class FileDelayedError(Exception):
    """The file did not come now; the next try may succeed."""


async def fetch(bot: Bot, attached: Attached) -> bytes:
    """The bytes of the file. Raises FileRefusedError or FileDelayedError."""
    if attached.size is not None and attached.size > MOST_BYTES:
        raise FileRefusedError("telegram.file_too_big")
    try:
        async with asyncio.timeout(FETCH_WITHIN):
            return await _fetch(bot, attached)
    except (TelegramBadRequest, TelegramNotFound, TelegramForbiddenError) as error:
        too_big = "too big" in error.message.lower()
        raise FileRefusedError(
            "telegram.file_too_big" if too_big else "telegram.file_failed"
        ) from None
    except ClientResponseError as error:
        raise FileDelayedError(f"HTTP {error.status}") from None
    except (AiogramError, ClientError, TimeoutError) as error:
        raise FileDelayedError(type(error).__name__) from None


async def _fetch(bot: Bot, attached: Attached) -> bytes:
    file = await bot.get_file(attached.file_id)
    if not file.file_path:
        raise FileRefusedError("telegram.file_failed")
    url = bot.session.api.file_url(bot.token, file.file_path)
    content = bytearray()
    async for chunk in bot.session.stream_content(url, timeout=FETCH_WITHIN):
        content += chunk
        if len(content) > MOST_BYTES:
            raise FileRefusedError("telegram.file_too_big")
    if not content:
        raise FileRefusedError("telegram.file_empty")
    return bytes(content)
