"""Hearing a voice message: fetched, transcribed, and not kept."""

import logging

from aiogram import Bot
from sqlalchemy import Connection, select

from actions import conversations
from actions.conversation_rows import decode_conversation
from actions.store.tables import conversations as conversation_rows
from actions.transcribing import MOST_SECONDS, NotHeardError
from bot.site import Site
from bot.telegram.files import FileDelayedError, FileRefusedError, fetch
from bot.telegram.hearing import CHANNEL
from bot.telegram.updates import Heard, Voiced
from dialogs.events import Spoke
from dialogs.texts import SWEDISH

log = logging.getLogger(__name__)


async def listen(site: Site, bot: Bot, heard: Heard, voiced: Voiced, *, is_last: bool) -> Spoke:
    """What was said, or why that is not known.

    Raises FileDelayedError when another attempt may help; after the last one there is none.
    """
    if site.transcriber is None:
        return Spoke(why="none")
    if voiced.seconds > MOST_SECONDS:
        return Spoke(why="too_long")
    try:
        recording = await fetch(bot, voiced.recording)
        language = await _language(site, heard)
        text = await site.transcriber.transcribe(
            recording, seconds=voiced.seconds, language=language
        )
        return Spoke(text=text)
    except FileRefusedError:
        return Spoke(why="failed")
    except FileDelayedError:
        if not is_last:
            raise
        return Spoke(why="failed")
    except NotHeardError as error:
        log.warning("a voice message was not heard: %s", error)
        return Spoke(why=error.why)


async def _language(site: Site, heard: Heard) -> str:
    """What the conversation is held in; the app may be set to another language."""
    assembly = site.assembly

    def look(connection: Connection) -> str:
        account = str(heard.chat_id)
        known = conversations.of_account(assembly, connection, channel=CHANNEL, account=account)
        if known is None:
            return SWEDISH
        query = select(conversation_rows).where(conversation_rows.c.id == known)
        row = connection.execute(query).one()
        key = assembly.keyring.row_key(row.id, row.key)
        return decode_conversation(key.open(row.state, "state")).language

    return await site.store.read(look)
