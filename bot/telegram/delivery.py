"""Sending what the outbox holds for Telegram: a turn's messages, in order, each once if possible.

A turn can be several Telegram messages. How many of them have gone is kept when a later one fails,
so that the next attempt goes on from there; only a crash in between leads to an extra copy.
"""

import asyncio
from datetime import datetime, timedelta
from typing import Any, Final

import msgspec
from aiogram import Bot
from aiogram.exceptions import (
    AiogramError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramRetryAfter,
)
from aiogram.types import LinkPreviewOptions
from sqlalchemy import Connection, Select, and_, select, update

from actions.assembly import Assembly
from actions.conversation_rows import decode_conversation
from actions.notify import Later, Outcome, Refused, Sent, TryAgain
from actions.outbox import LEASE, Leased
from actions.store.tables import conversations, outbox, turns
from actions.turn import decode_messages
from bot.site import Site
from bot.telegram.client import bot_of
from bot.telegram.rendering import Part, render
from dialogs.messages import Kind, Message

#: An earlier turn of the same chat is looked for again after this.
_SOON: Final = timedelta(seconds=1)
#: Whoever took a message to send it and has not come back with an outcome was stopped, most likely
#: after sending it: the chat does not wait for the lease to run out.
_LOST_AFTER: Final = timedelta(seconds=20)
#: A link that logs somebody in must not be fetched by Telegram to draw a preview of it.
_NO_PREVIEW: Final = LinkPreviewOptions(is_disabled=True)


class _Letter(msgspec.Struct, frozen=True):
    """What to send to whom."""

    chat_id: int
    messages: tuple[Message, ...]
    language: str
    #: The place of an earlier question need not be shared any more.
    remove_keyboard: bool = False

    def parts(self, assembly: Assembly, *, link_buttons: bool) -> tuple[Part, ...]:
        texts = assembly.world().texts
        return tuple(
            part
            for message in self.messages
            for part in render(
                message,
                texts=texts,
                language=self.language,
                link_buttons=link_buttons,
                remove_keyboard=self.remove_keyboard,
            )
        )


class TelegramSender:
    """Sends one outbox row at a time. Several calls may run at once."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._bot: Bot = bot_of(site)
        #: Chats that Telegram wants left alone until this moment of the loop's clock.
        self._silent_until: dict[int, float] = {}
        #: Telegram messages of a row that have gone, by the row's id.
        self._gone: dict[str, int] = {}

    async def send(self, leased: Leased) -> Outcome:
        """Sends a turn's messages, or a single text that belongs to no conversation.

        Raises NotSavedError when the database is away.
        """
        if "conversation_id" in leased.payload:
            found = await self._site.store.read(
                lambda connection: _letter(self._site.assembly, connection, leased)
            )
        else:
            found = _direct(self._site.assembly, leased)
        if not isinstance(found, _Letter):
            return found
        silence = self._silent_until.get(found.chat_id, 0.0) - asyncio.get_running_loop().time()
        if silence > 0:
            return Later(reason="Telegram 429", after=timedelta(seconds=silence))
        return await self._send(leased, found)

    async def _send(self, leased: Leased, letter: _Letter) -> Outcome:
        before = max(int(leased.payload.get("gone", 0)), self._gone.get(leased.id, 0))
        parts = letter.parts(self._site.assembly, link_buttons=True)
        plain = letter.parts(self._site.assembly, link_buttons=False)
        for place, part in enumerate(parts[before:], before):
            # The same place in the plain rendering, if links did not need another message there.
            instead = plain[place] if len(plain) == len(parts) else None
            outcome = await self._send_part(letter.chat_id, part, instead)
            if not isinstance(outcome, Sent):
                if place > before:
                    await self._keep_progress(leased, place)
                return outcome
            self._gone[leased.id] = place + 1
        self._gone.pop(leased.id, None)
        return Sent()

    async def _send_part(self, chat_id: int, part: Part, instead: Part | None) -> Outcome:
        try:
            await self._bot.send_message(
                chat_id,
                part.text,
                reply_markup=part.markup,
                link_preview_options=_NO_PREVIEW,
            )
        except TelegramRetryAfter as error:
            loop = asyncio.get_running_loop()
            self._silent_until = {
                chat: until for chat, until in self._silent_until.items() if until > loop.time()
            } | {chat_id: loop.time() + error.retry_after}
            return Later(reason="Telegram 429", after=timedelta(seconds=error.retry_after))
        except TelegramForbiddenError:
            return Refused("Telegram 403: the person has blocked the bot or left")
        except TelegramBadRequest as error:
            # Their sentences name what is wrong and hold nothing of the message.
            is_button = "button" in error.message.lower() or "url" in error.message.lower()
            if is_button and instead is not None and instead != part:
                return await self._send_part(chat_id, instead, None)
            return Refused("Telegram 400")
        except TelegramNotFound:
            return TryAgain("Telegram 404: TELEGRAM_TOKEN or TELEGRAM_API_URL is wrong")
        except TelegramNetworkError:
            return TryAgain("Telegram was not reached or did not answer", maybe_sent=True)
        except AiogramError as error:
            return TryAgain(f"Telegram: {type(error).__name__}")
        return Sent()

    async def _keep_progress(self, leased: Leased, gone: int) -> None:
        """Another process, or this one after a restart, goes on after the first `gone` messages."""
        payload = {**leased.payload, "gone": gone}
        keyring = self._site.assembly.keyring

        def keep(connection: Connection) -> None:
            mine = and_(outbox.c.id == leased.id, outbox.c.fence == leased.fence)
            wrapped = connection.execute(select(outbox.c.key).where(mine)).scalar()
            if wrapped is not None:
                sealed = keyring.row_key(leased.id, wrapped).seal(
                    msgspec.json.encode(payload), "payload"
                )
                connection.execute(update(outbox).where(mine).values(payload=sealed))

        await self._site.store.write(keep)


def _direct(assembly: Assembly, leased: Leased) -> _Letter:
    """A text of ours by its key, for somebody without a conversation."""
    payload = leased.payload
    text = assembly.world().texts.say(payload["language"], payload["text"], **payload["params"])
    return _Letter(
        chat_id=int(payload["chat"]),
        messages=(Message(text=text),),
        language=payload["language"],
    )


def _letter(assembly: Assembly, connection: Connection, leased: Leased) -> _Letter | Outcome:
    """The stored messages of a turn, unless an earlier turn of the chat has to go first."""
    conversation_id = str(leased.payload["conversation_id"])
    number = int(leased.payload["number"])
    row = connection.execute(
        select(
            conversations.c.channel,
            conversations.c.key,
            conversations.c.account,
            conversations.c.state,
        ).where(conversations.c.id == conversation_id)
    ).one_or_none()
    sealed: bytes | None = connection.execute(_messages_of(conversation_id, number)).scalar()
    if row is None or row.account is None or sealed is None:
        # The person had the conversation forgotten: there is nothing left to tell.
        return Sent()
    start = f"{row.channel}:{conversation_id}:"
    if _has_earlier(connection, start, number, now=assembly.now()):
        return Later(reason="an earlier message of the chat is not sent yet", after=_SOON)
    key = assembly.keyring.row_key(conversation_id, row.key)
    before = connection.execute(_turn_before(conversation_id, number)).one_or_none()
    asked_place = before is not None and any(
        message.input is not None and message.input.kind is Kind.LOCATION
        for message in decode_messages(key.open(before.messages, f"turn {before.number}"))
    )
    return _Letter(
        chat_id=int(key.open(row.account, "account")),
        messages=tuple(
            message
            for message in decode_messages(key.open(sealed, f"turn {number}"))
            if message.sender != "person"
        ),
        language=decode_conversation(key.open(row.state, "state")).language,
        remove_keyboard=asked_place,
    )


def _messages_of(conversation_id: str, number: int) -> Select[Any]:
    return select(turns.c.messages).where(
        turns.c.conversation_id == conversation_id, turns.c.number == number
    )


def _turn_before(conversation_id: str, number: int) -> Select[Any]:
    return (
        select(turns.c.number, turns.c.messages)
        .where(turns.c.conversation_id == conversation_id, turns.c.number < number)
        .order_by(turns.c.number.desc())
        .limit(1)
    )


def _has_earlier(connection: Connection, start: str, number: int, *, now: datetime) -> bool:
    """Whether a turn before `number` still waits to be sent; one that was given up does not.

    `start` is the beginning of the intents of the chat's turns.
    """
    pending = connection.execute(
        select(outbox.c.intent, outbox.c.leased_until).where(
            outbox.c.state == "pending", outbox.c.intent.startswith(start, autoescape=True)
        )
    ).all()
    lost = now + LEASE - _LOST_AFTER
    return any(
        int(row.intent.removeprefix(start)) < number
        and not (row.leased_until is not None and now < row.leased_until < lost)
        for row in pending
    )
