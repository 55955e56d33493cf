"""The assistant's own buttons, written instead of tapped (row 8).

A conversation remembers the labels that it showed last. Who writes one of them means that button,
whatever else the words could mean; and where nothing is asked, a number counts the buttons. The
alternatives of a service's question are not here: its field reads them itself.
"""

from collections.abc import Mapping, Sequence

import msgspec

from dialogs.command_words import fold
from dialogs.events import Said
from dialogs.messages import Message
from dialogs.talk import Talk

#: Buttons beside a question's own alternatives.
_BESIDE = frozenset({"keep", "prefill", "human"})
_LONGEST = 200


def labels_of(messages: Sequence[Message]) -> Mapping[str, str]:
    """The folded labels of the buttons in these messages, with what each stands for."""
    offered: dict[str, str] = {}
    for message in messages:
        of_question = message.input is not None and message.input.field is not None
        for choice in message.choices or ():
            if not of_question or choice.value in _BESIDE:
                offered[fold(choice.label)] = choice.value
    return offered


def as_tapped(talk: Talk, said: Said) -> Said:
    """What was said, as a tap if it is the label of a button that was just shown."""
    offered = talk.conversation.offered
    if not offered or said.choice is not None or not 0 < len(said.text) <= _LONGEST:
        return said
    value = offered.get(fold(said.text))
    if value is None and talk.question is None and talk.conversation.pending is None:
        value = _counted(tuple(offered.values()), said.text.strip().strip("."))
    return said if value is None else msgspec.structs.replace(said, text="", choice=value)


def _counted(values: tuple[str, ...], number: str) -> str | None:
    is_number = number.isascii() and number.isdecimal() and len(number) <= 2
    at = int(number) if is_number else 0
    return values[at - 1] if 1 <= at <= len(values) else None
