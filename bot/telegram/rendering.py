"""One of our messages as Telegram shows it: plain texts of a lawful length, and buttons.

What a button does is found by the message's number and the choice's place, so old buttons stay
recognisable and no answer travels in `callback_data` (at most 64 bytes). Everything that can be
tapped can also be written.
"""

import ipaddress
from collections.abc import Iterator, Sequence
from typing import Final
from urllib.parse import urlsplit

import msgspec
from aiogram.types import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)

from dialogs.messages import Choice, Kind, Link, Message
from dialogs.texts import Texts

#: UTF-16 units, the strictest way to count Telegram's 4 096 characters.
LONGEST_TEXT: Final = 4096
#: Telegram's most for one message.
MOST_BUTTONS: Final = 100
#: Labels longer than this are cut on a phone: then they also stand in the text, numbered.
LONGEST_LABEL: Final = 38
_SHORT_LABEL: Final = 14
#: Not `callback_data` of a choice, which is its place.
SKIP: Final = "skip"
DONE: Final = "done"
TICKED: Final = "☑ "
UNTICKED: Final = "☐ "
CHOSEN: Final = "✓ "
#: Choices that stand beside a question's options.
_NOT_OPTIONS: Final = frozenset({"keep", "prefill"})

Markup = InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove


class Part(msgspec.Struct, frozen=True):
    """One Telegram message."""

    text: str
    markup: Markup | None = None


def render(
    message: Message,
    *,
    texts: Texts,
    language: str,
    link_buttons: bool = True,
    remove_keyboard: bool = False,
) -> tuple[Part, ...]:
    """The Telegram messages that `message` becomes; the last one has the buttons.

    `link_buttons` False: all links stand in the text. `remove_keyboard`: the button for sharing a
    place, of an earlier question, goes away if there is room for saying so.
    """
    links = message.links or ()
    as_buttons = tuple(link for link in links if link_buttons and fits_a_button(link.url))
    in_text = tuple(link for link in links if link not in as_buttons)
    text = _text(message, in_text, texts, language)
    markup = _markup(message, as_buttons, texts, language)
    if markup is None and remove_keyboard:
        markup = ReplyKeyboardRemove(remove_keyboard=True)
    pieces = split(text)
    last = len(pieces) - 1
    return tuple(
        Part(text=piece, markup=markup if place == last else None)
        for place, piece in enumerate(pieces)
    )


def wants_several(message: Message, value: str) -> bool:
    """Whether the choice is one of several to tick off."""
    several = message.input is not None and message.input.kind is Kind.CHOICES
    return several and value not in _NOT_OPTIONS


def fits_a_button(url: str) -> bool:
    """Telegram refuses buttons with addresses that only this machine or network knows."""
    parts = urlsplit(url)
    host = parts.hostname or ""
    if parts.scheme not in ("http", "https") or "." not in host:
        return False
    try:
        return ipaddress.ip_address(host).is_global
    except ValueError:
        return not host.endswith((".local", ".localhost", ".internal", ".test"))


# ── Text ──────────────────────────────────────────────────────────────────────────────────────


def _text(message: Message, links: Sequence[Link], texts: Texts, language: str) -> str:
    paragraphs = []
    if message.progress is not None and not message.problem:
        at, of = message.progress.at, message.progress.of
        paragraphs.append(texts.say(language, "telegram.progress", at=at, of=of))
    if message.sender == "officer":
        paragraphs.append(texts.say(language, "telegram.officer", text=message.text))
    else:
        paragraphs.append(message.text)
    if _must_be_listed(message):
        paragraphs.append("\n".join(_listed(message)))
    if message.input is not None and message.input.kind is Kind.CHOICES and message.choices:
        paragraphs.append(texts.say(language, "telegram.choose_several"))
    paragraphs += [f"{link.label}: {link.url}" for link in links]
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph.strip())


def _must_be_listed(message: Message) -> bool:
    choices = message.choices or ()
    return len(choices) > MOST_BUTTONS - 2 or any(
        choice.description or len(choice.label) > LONGEST_LABEL for choice in choices
    )


def _numbers(message: Message) -> dict[str, int]:
    """The number by which each choice can be written, as the dialog counts them."""
    counted = [
        choice.value
        for choice in message.choices or ()
        if message.input is None or message.input.field is None or choice.value not in _NOT_OPTIONS
    ]
    return {value: number for number, value in enumerate(counted, 1)}


def _listed(message: Message) -> Iterator[str]:
    numbers = _numbers(message)
    for choice in message.choices or ():
        number = numbers.get(choice.value)
        if number is None:
            continue
        description = f" – {choice.description}" if choice.description else ""
        yield f"{number}. {choice.label}{description}"


def split(text: str) -> tuple[str, ...]:
    """Pieces that each fit into one message: cut at a paragraph, else a line, a sentence, a word.

    Nothing is lost but the blanks at a cut. At least one piece, never an empty one.
    """
    pieces = []
    rest = text.strip()
    while _length(rest) > LONGEST_TEXT:
        head = _longest_head(rest)
        cut = next((at for sign in ("\n\n", "\n", ". ", " ") if (at := _cut(head, sign)) > 0), 0)
        at = cut or len(head)
        pieces.append(rest[:at].rstrip())
        rest = rest[at:].lstrip()
    return tuple(piece for piece in (*pieces, rest) if piece) or ("…",)


def _cut(head: str, sign: str) -> int:
    """Where to cut after the last `sign`; 0 when that would leave a very short piece."""
    at = head.rfind(sign)
    return at + len(sign.rstrip(" \n")) if at >= len(head) // 4 else 0


def _longest_head(text: str) -> str:
    head = text[:LONGEST_TEXT]
    while (over := _length(head) - LONGEST_TEXT) > 0:
        head = head[: -((over + 1) // 2)]
    return head


def _length(text: str) -> int:
    return len(text) + sum(sign > "\uffff" for sign in text)


# ── Buttons ───────────────────────────────────────────────────────────────────────────────────


def _markup(message: Message, links: Sequence[Link], texts: Texts, language: str) -> Markup | None:
    asked = message.input
    if asked is not None and asked.kind is Kind.LOCATION and not links:
        return _place_keyboard(message, texts, language)
    rows = [*_choice_rows(message)]
    if asked is not None and asked.field is not None:
        if asked.kind is Kind.CHOICES and message.choices:
            rows.append([_button(message, texts.say(language, "telegram.done"), DONE)])
        if asked.optional:
            rows.append([_button(message, texts.say(language, "button.skip"), SKIP)])
    rows += [[InlineKeyboardButton(text=link.label, url=link.url)] for link in links]
    return InlineKeyboardMarkup(inline_keyboard=rows) if rows else None


def _choice_rows(message: Message) -> list[list[InlineKeyboardButton]]:
    choices = message.choices or ()
    if len(choices) > MOST_BUTTONS - 2:
        return []
    buttons = [
        _button(message, _label(message, choice), str(place))
        for place, choice in enumerate(choices)
    ]
    if len(buttons) <= 3 and all(len(button.text) <= _SHORT_LABEL for button in buttons):
        return [buttons] if buttons else []
    return [[button] for button in buttons]


def _label(message: Message, choice: Choice) -> str:
    label = choice.label.strip() or choice.value
    return UNTICKED + label if wants_several(message, choice.value) else label


def _button(message: Message, text: str, what: str) -> InlineKeyboardButton:
    return InlineKeyboardButton(text=text, callback_data=f"{message.number}:{what}")


def _place_keyboard(message: Message, texts: Texts, language: str) -> ReplyKeyboardMarkup:
    """Buttons that write their text: only such a keyboard can ask for the place."""
    share = texts.say(language, "telegram.share_place")
    rows = [[KeyboardButton(text=f"📍 {share}", request_location=True)]]
    rows += [[KeyboardButton(text=choice.label)] for choice in message.choices or ()]
    if message.input is not None and message.input.optional:
        rows.append([KeyboardButton(text=texts.say(language, "button.skip"))])
    return ReplyKeyboardMarkup(keyboard=rows, resize_keyboard=True, one_time_keyboard=True)
