"""Voice messages: what was heard is read back, and counts as written once it is confirmed (row 41).

Whatever was pending when somebody spoke is pending again afterwards: nothing is lost by speaking.
"""

import msgspec

from dialogs.asking import ask, go_on
from dialogs.conversation import Pending
from dialogs.correction_reading import contrary, corrected
from dialogs.events import Said, Spoke
from dialogs.messages import Input, Kind
from dialogs.picking import yes_or_no
from dialogs.statuses import Status
from dialogs.talk import MESSENGERS, Talk
from dialogs.wishing import warn_of_danger

_HIDDEN = "•••"
_MICROPHONE = "🎤"
_YES, _NO = "yes", "no"


def hear_spoken(talk: Talk, spoke: Spoke) -> None:
    """Reads back what was heard, or asks kindly for writing. A human who has taken over reads it as it is."""
    text = spoke.text.strip()
    takeover = talk.conversation.takeover
    if text and takeover is not None and takeover.state == "taken":
        talk.said = f"{_MICROPHONE} {text}"
        warn_of_danger(talk, text)
        return
    question = talk.question
    if question is not None and not talk.needs_login and _is_too_sensitive(talk):
        # Neither echoed nor kept in a third party's app (threat B7).
        talk.said = _HIDDEN
        talk.say("voice.sensitive")
        ask(talk, question)
        return
    if not text:
        talk.said = _MICROPHONE
        _ask_again(talk, f"voice.{spoke.why or 'unclear'}")
        return
    talk.said = f"{_MICROPHONE} {text}"
    warn_of_danger(talk, text)
    waiting = talk.conversation.pending
    values = (text, _earlier(waiting))
    talk.wait_for(Pending(kind="spoken", values=values))
    talk.say(
        "voice.heard",
        text=text,
        choices=(talk.choice(_YES, "voice.yes"), talk.choice(_NO, "voice.no")),
    )


def settle_spoken(talk: Talk, said: Said) -> Said | None:
    """What to hear instead of `said`; None when it is settled.

    Anything but yes and no is the answer written instead, and is heard as such.
    """
    pending = talk.conversation.pending
    if pending is None or pending.kind != "spoken":
        return said
    talk.wait_for(_pending_of(pending.values[1]))
    meant = corrected(said.text) if said.choice is None else None
    agreed = yes_or_no(text=said.text, tapped=said.choice) if meant is None else None
    if agreed:
        return Said(text=str(pending.values[0]))
    if agreed is False:
        _ask_again(talk, "voice.again")
        return None
    if meant is None and said.choice is None:
        meant = contrary(said.text)
    return said if meant is None else Said(text=meant)


def _is_too_sensitive(talk: Talk) -> bool:
    question = talk.question
    in_messenger = talk.conversation.channel in MESSENGERS
    return question is not None and in_messenger and talk.needs_secure_page(question)


def _ask_again(talk: Talk, key: str) -> None:
    """The same question stands; one of the assistant's own that waits is not asked anew."""
    draft = talk.draft
    if draft is not None and draft.status is Status.DRAFT and talk.conversation.pending is None:
        talk.say(key)
        go_on(talk)
    else:
        talk.say(key, input=Input(kind=Kind.TEXT))


def _earlier(waiting: Pending | None) -> object:
    """What waits under the question whether it was heard right; speaking again changes nothing."""
    if waiting is not None and waiting.kind == "spoken":
        return waiting.values[1]
    return msgspec.to_builtins(waiting)


def _pending_of(value: object) -> Pending | None:
    return msgspec.convert(value, Pending | None)
