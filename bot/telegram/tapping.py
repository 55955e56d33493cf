"""What a tapped button means, from the stored message that it belongs to (threat B11)."""

from collections.abc import Sequence

import msgspec

from bot.telegram.rendering import CHOSEN, DONE, SKIP, TICKED, UNTICKED, wants_several
from bot.telegram.updates import Tapped
from dialogs.events import Event, Notified, Said
from dialogs.messages import Message

Buttons = tuple[tuple[tuple[str, str], ...], ...]

#: Choices that mean the same wherever they were shown, also in old messages.
_ANYWHERE = frozenset({"service", "draft", "change", "reopen", "withdraw", "menu", "remove"})
#: No question has this path, so the dialog says that the button is old.
_NO_QUESTION = ""

_OLD = Notified(text="heard.old_button", params={})


class Meant(msgspec.Struct, frozen=True):
    """What a tap leads to: an event, or only other buttons under the message, or both."""

    event: Event | None
    #: The message's buttons after a successful turn; None: as they are.
    buttons: Buttons | None = None


def number_of(tapped: Tapped) -> int | None:
    """The number of the message that the button belongs to."""
    number, colon, _what = tapped.data.partition(":")
    is_number = number.isascii() and number.isdigit() and len(number) <= 9
    return int(number) if colon and is_number else None


def meaning(tapped: Tapped, messages: Sequence[Message]) -> Meant:
    """`messages` are the conversation's from the tapped one on; without it the button is too old."""
    number = number_of(tapped)
    message = next((each for each in messages if each.number == number), None)
    what = tapped.data.partition(":")[2]
    if message is None:
        return Meant(_OLD)
    newest = not any(
        later.number > message.number and (later.choices or later.input) and later.sender == "bot"
        for later in messages
    )
    if what == SKIP:
        return _chosen(message, "skip", tapped, newest)
    if what == DONE:
        return _done(message, tapped) if newest else Meant(_said(message, DONE, newest=False))
    choices = message.choices or ()
    if not (what.isascii() and what.isdigit() and len(what) <= 3 and int(what) < len(choices)):
        return Meant(_OLD)
    value = choices[int(what)].value
    if wants_several(message, value) and tapped.buttons is not None and newest:
        return Meant(None, _toggled(tapped))
    return _chosen(message, value, tapped, newest)


def _chosen(message: Message, value: str, tapped: Tapped, newest: bool) -> Meant:
    event = _said(message, value, newest=newest)
    return Meant(event, _only(tapped) if newest else None)


def _said(message: Message, value: str, *, newest: bool) -> Said:
    field = message.input.field if message.input else None
    if field is None and not newest and value.partition(":")[0] not in _ANYWHERE:
        # Yes or no to something that was asked long ago must not answer what is asked now.
        return Said(choice=value, about=_NO_QUESTION)
    return Said(choice=value, about=field)


def _done(message: Message, tapped: Tapped) -> Meant:
    """Several alternatives are ticked off; the ticks are in the buttons that came with the tap."""
    ticked = {
        data.partition(":")[2]
        for row in tapped.buttons or ()
        for text, data in row
        if text.startswith(TICKED)
    }
    values = tuple(
        choice.value for place, choice in enumerate(message.choices or ()) if str(place) in ticked
    )
    field = message.input.field if message.input else None
    if not values:
        # The dialog decides whether that is an answer here. The word is one in both languages' lists.
        return Meant(Said(text="inga", about=field))
    kept = tuple(
        (CHOSEN + text.removeprefix(TICKED), data)
        for row in tapped.buttons or ()
        for text, data in row
        if text.startswith(TICKED)
    )
    return Meant(Said(choices=values, about=field), tuple((button,) for button in kept))


def _toggled(tapped: Tapped) -> Buttons:
    """Counted from the buttons as the person saw them, so a repeated update does not undo it."""
    return tuple(
        tuple((_flip(text) if data == tapped.data else text, data) for text, data in row)
        for row in tapped.buttons or ()
    )


def _flip(text: str) -> str:
    if text.startswith(TICKED):
        return UNTICKED + text.removeprefix(TICKED)
    return TICKED + text.removeprefix(UNTICKED)


def _only(tapped: Tapped) -> Buttons | None:
    """The chosen button alone, marked: the chat shows afterwards what was answered."""
    for row in tapped.buttons or ():
        for text, data in row:
            if data == tapped.data:
                return (((CHOSEN + text.removeprefix(CHOSEN), data),),)
    return None
