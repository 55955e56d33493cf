"""Our messages as what a Rasa action utters: text, buttons, and the whole message as JSON."""

import json
from collections.abc import Sequence
from typing import Any, Final

import msgspec

from bot.rasa_names import CHOICE
from dialogs.messages import Choice, Kind, Message
from dialogs.texts import Texts

#: Rasa's channels that hand JSON on as it is. The others write it out as text for people to read, or
#: take it for something else (`rasa.core.channels`, `send_custom_json`).
_STRUCTURED_CHANNELS: Final = frozenset({None, "rest", "callback"})


class Button(msgspec.Struct, frozen=True):
    title: str
    payload: str


class Utterance(msgspec.Struct, frozen=True):
    """One message for `dispatcher.utter_message`."""

    text: str
    buttons: tuple[Button, ...] = ()
    #: The JSON beside it; empty for channels that would show it.
    custom: dict[str, Any] = {}


class Reply(msgspec.Struct, frozen=True):
    """What an action answers: what to utter and which slots to set."""

    utterances: tuple[Utterance, ...]
    slots: dict[str, Any] = {}
    #: Rasa is to wait for the person, whatever its policies say.
    then_listen: bool = False


def plain(text: str) -> Reply:
    """A reply of one sentence."""
    return Reply(utterances=(Utterance(text=text),))


def render(
    messages: Sequence[Message], *, texts: Texts, language: str, input_channel: str | None
) -> Reply:
    """The reply that carries these messages over a Rasa channel."""
    structured = input_channel in _STRUCTURED_CHANNELS
    return Reply(
        utterances=tuple(
            _utterance(message, texts=texts, language=language, structured=structured)
            for message in messages
        )
    )


def _utterance(message: Message, *, texts: Texts, language: str, structured: bool) -> Utterance:
    lines = [message.text]
    choices = message.choices or ()
    several = message.input is not None and message.input.kind is Kind.CHOICES
    if several:
        # One button is one answer, so several are chosen in words: "1, 3".
        options = (
            texts.say(language, "rasa.option", number=number, label=_described(choice))
            for number, choice in enumerate(choices, 1)
        )
        lines.append("\n".join(options))
    elif any(choice.description for choice in choices):
        lines.append("\n".join(_described(choice) for choice in choices))
    lines += [
        texts.say(language, "rasa.link", label=link.label, url=link.url)
        for link in message.links or ()
    ]
    field = message.input.field if message.input else None
    return Utterance(
        text="\n\n".join(line for line in lines if line),
        buttons=() if several else tuple(_button(choice, field) for choice in choices),
        custom={"arendebot": msgspec.to_builtins(message)} if structured else {},
    )


def _described(choice: Choice) -> str:
    return f"{choice.label}: {choice.description}" if choice.description else choice.label


def _button(choice: Choice, field: str | None) -> Button:
    """`about` tells which question it answers, so that an old button changes nothing (B11)."""
    said = {"choice": choice.value} | ({"about": field} if field else {})
    written = json.dumps(said, ensure_ascii=False, separators=(",", ":"))
    return Button(title=choice.label, payload=f"/{CHOICE}{written}")
