"""The assistant's own buttons, written instead of tapped (row 8).

A conversation remembers the labels that it showed last. Who writes one of them means that button,
whatever else the words could mean; and where nothing is asked, a number counts the buttons. The
alternatives of a service's question are not here: its field reads them itself.
"""

from collections.abc import Callable, Mapping, Sequence

import msgspec

from dialogs.command_words import fold, phrases_of
from dialogs.events import Said
from dialogs.messages import Message
from dialogs.talk import Talk

#: Buttons beside a question's own alternatives.
_BESIDE = frozenset({"keep", "prefill", "human"})
_LONGEST = 200
#: Questions of the assistant's own whose answers are a few words, and no words of the person's.
_SHORT = frozenset({"push", "cancel", "find", "category"})
_NO = phrases_of("nej|nej tack|nä|no|no thanks")


def labels_of(messages: Sequence[Message]) -> Mapping[str, str]:
    """The folded labels of the buttons in these messages, the newest message's first, with what
    each stands for."""
    offered: dict[str, str] = {}
    for message in reversed(messages):
        of_question = message.input is not None and message.input.field is not None
        for choice in message.choices or ():
            if not of_question or choice.value in _BESIDE:
                offered.setdefault(fold(choice.label), choice.value)
    return offered


def counted_in(messages: Sequence[Message]) -> int:
    """How many of them a number counts: those of the newest message that has any."""
    newest = next((message for message in reversed(messages) if message.choices), None)
    return len(labels_of((newest,))) if newest is not None else 0


def as_tapped(talk: Talk, said: Said) -> Said:
    """What was said, as a tap if it is the label of a button that was just shown."""
    offered = talk.conversation.offered
    if not offered or said.choice is not None or not 0 < len(said.text) <= _LONGEST:
        return said
    written = fold(said.text)
    value = offered.get(written)
    pending = talk.conversation.pending
    if value is None and talk.question is None and pending is None:
        value = _counted(
            tuple(offered.values())[: talk.conversation.counted], said.text.strip().strip(".")
        )
        value = value or _only(offered, lambda label: _begins_with_no(written, label))
        if " " in written:
            value = value or _only(offered, lambda label: f" {written} " in f" {label} ")
    elif value is None and pending is not None and pending.kind in _SHORT and len(written) > 2:
        # "sms" is "Med sms".
        value = _only(offered, lambda label: f" {written} " in f" {label} ")
    return said if value is None else msgspec.structs.replace(said, text="", choice=value)


def _only(offered: Mapping[str, str], fits: Callable[[str], bool]) -> str | None:
    """The one button whose label fits."""
    found = [value for label, value in offered.items() if fits(label)]
    return found[0] if len(found) == 1 else None


def _begins_with_no(written: str, label: str) -> bool:
    return written in _NO and label.split()[0] in _NO


def _counted(values: tuple[str, ...], number: str) -> str | None:
    is_number = number.isascii() and number.isdecimal() and len(number) <= 2
    at = int(number) if is_number else 0
    return values[at - 1] if 1 <= at <= len(values) else None
