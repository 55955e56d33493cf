"""Reading an update: which account it is from, and what the person did there. No I/O.

Only private chats are heard (threat B11). What is forwarded or edited answers no question.
"""

import re
from collections.abc import Mapping
from typing import Any

import msgspec
from aiogram.enums import ChatType
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message, Update, User
from pydantic import ValidationError

from dialogs.events import Notified, Said
from dialogs.fields.base import Place

_START = re.compile(r"/start(?:@\w+)?(?:\s+(?P<payload>[A-Za-z0-9_-]{1,64}))?\s*", re.ASCII)
#: A command may be followed by the bot's name, as in groups.
_BOT_NAME = re.compile(r"(?<=\w)@\w+")

#: Characters of an account's name that are shown.
_MOST_NAME = 40


class UnreadableUpdateError(Exception):
    """It is not an update as Telegram describes them."""


class Attached(msgspec.Struct, frozen=True):
    """A file that has to be fetched."""

    file_id: str
    name: str
    media_type: str
    #: Bytes, when Telegram knows.
    size: int | None
    caption: str


class Voiced(msgspec.Struct, frozen=True):
    """A voice message that has to be fetched and heard."""

    recording: Attached
    seconds: int


class Started(msgspec.Struct, frozen=True):
    """/start, perhaps from a link: t.me/<bot>?start=<payload>."""

    payload: str | None


class Tapped(msgspec.Struct, frozen=True):
    """A button of one of our messages."""

    query_id: str
    data: str
    #: The message's own number in the chat, and its buttons as (text, data); None when it is too old.
    message_id: int | None
    buttons: tuple[tuple[tuple[str, str], ...], ...] | None


class Foreign(msgspec.Struct, frozen=True):
    """Something in a group or channel."""


class Nothing(msgspec.Struct, frozen=True):
    """Nothing that we have to do with."""


What = Said | Notified | Attached | Voiced | Started | Tapped | Foreign | Nothing


class Heard(msgspec.Struct, frozen=True):
    """One update, read."""

    chat_id: int
    #: What the person's app is set to, e.g. "sv"; empty when unknown.
    language: str
    what: What
    #: The person's own message in the chat.
    message_id: int | None = None
    #: The account's, e.g. "@annaek", or what it calls itself; empty when unknown.
    name: str = ""


def account_of(raw: Mapping[str, Any]) -> str:
    """The chat that an update belongs to, without reading the rest; empty when there is none."""
    for value in raw.values():
        if isinstance(value, dict):
            message = value.get("message")
            inner = message if isinstance(message, dict) else value
            for holder in (inner.get("chat"), value.get("from")):
                if isinstance(holder, dict) and isinstance(holder.get("id"), int):
                    return str(holder["id"])
    return ""


def read_update(content: bytes) -> Heard:
    """Raises UnreadableUpdateError, which holds nothing of the content."""
    try:
        update = Update.model_validate_json(content)
    except ValidationError as error:
        places = {".".join(map(str, each["loc"])) for each in error.errors(include_input=False)}
        raise UnreadableUpdateError(", ".join(sorted(places))) from None
    if update.callback_query is not None:
        return _tapped(update.callback_query)
    if update.edited_message is not None:
        return _edited(update.edited_message)
    if update.message is not None:
        return _message(update.message)
    changed = update.my_chat_member
    if changed is not None and changed.chat.type != ChatType.PRIVATE:
        came = changed.new_chat_member.status in ("member", "administrator")
        return Heard(chat_id=changed.chat.id, language="", what=Foreign() if came else Nothing())
    return Heard(chat_id=0, language="", what=Nothing())


def _tapped(query: CallbackQuery) -> Heard:
    message, language = query.message, query.from_user.language_code or ""
    if message is not None and message.chat.type != ChatType.PRIVATE:
        return Heard(chat_id=message.chat.id, language=language, what=Nothing())
    keyboard = message.reply_markup if isinstance(message, Message) else None
    return Heard(
        chat_id=message.chat.id if message else query.from_user.id,
        language=language,
        name=_name(query.from_user),
        what=Tapped(
            query_id=query.id,
            data=query.data or "",
            message_id=message.message_id if message else None,
            buttons=_buttons(keyboard),
        ),
    )


def _buttons(
    keyboard: InlineKeyboardMarkup | None,
) -> tuple[tuple[tuple[str, str], ...], ...] | None:
    if keyboard is None:
        return None
    rows = (
        tuple((button.text, button.callback_data) for button in row if button.callback_data)
        for row in keyboard.inline_keyboard
    )
    return tuple(row for row in rows if row)


def _edited(message: Message) -> Heard:
    private = message.chat.type == ChatType.PRIVATE
    # A live location is edited by moving.
    is_own = private and message.location is None
    return _heard(message, Notified(text="telegram.edited", params={}) if is_own else Nothing())


def _message(message: Message) -> Heard:
    if message.from_user is not None and message.from_user.is_bot:
        return _heard(message, Nothing())
    if message.chat.type != ChatType.PRIVATE:
        return _heard(message, Foreign())
    return _heard(message, _said(message))


def _heard(message: Message, what: What) -> Heard:
    user = message.from_user
    return Heard(
        chat_id=message.chat.id,
        language=(user.language_code if user else None) or "",
        what=what,
        message_id=message.message_id,
        name=_name(user) if user else "",
    )


def _name(user: User) -> str:
    """The username is unique and holds no sentence, so it comes before what people call themselves."""
    if user.username:
        return f"@{user.username}"
    return "".join(sign for sign in user.full_name if sign.isprintable())[:_MOST_NAME]


def _said(message: Message) -> What:
    if attached := _attached(message):
        return attached
    if message.text is not None:
        return _text(message, message.text)
    if message.location is not None:
        place = Place(lat=message.location.latitude, lon=message.location.longitude)
        return Said(place=place)
    if message.voice is not None:
        voice = message.voice
        recording = Attached(voice.file_id, "", voice.mime_type or "", voice.file_size, "")
        return Voiced(recording, voice.duration)
    if message.video_note is not None:
        return Notified(text="telegram.video_note", params={})
    return Notified(text="telegram.unsupported", params={})


def _text(message: Message, text: str) -> What:
    if message.forward_origin is not None:
        return Notified(text="telegram.forwarded", params={})
    if start := _START.fullmatch(text):
        return Started(payload=start["payload"])
    return Said(text=_BOT_NAME.sub("", text, count=1) if text.startswith("/") else text)


def _attached(message: Message) -> Attached | None:
    caption = message.caption or ""
    if message.photo:
        largest = max(message.photo, key=lambda size: size.width * size.height)
        name = f"bild-{message.message_id}.jpg"
        return Attached(largest.file_id, name, "image/jpeg", largest.file_size, caption)
    file = message.document or message.video or message.audio
    if file is None:
        return None
    name = file.file_name or f"fil-{message.message_id}"
    return Attached(file.file_id, name, file.mime_type or "", file.file_size, caption)
