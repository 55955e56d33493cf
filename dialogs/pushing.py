"""Where a person wants to hear that something has happened to a case (row 32)."""

from dialogs.asking import go_on
from dialogs.conditions import Scope
from dialogs.conversation import Pending
from dialogs.effects import ChoosePush
from dialogs.events import Said
from dialogs.fields import FIELD_TYPES
from dialogs.fields.base import Accepted, Asking, FieldType, Given, Refused
from dialogs.messages import Choice, Input, Kind
from dialogs.picking import pick
from dialogs.service import Field
from dialogs.talk import MESSENGERS, Talk
from dialogs.texts import LocalText

#: With fewer digits it is no attempt at a number.
_FEWEST_DIGITS = 4
_FIELD_TYPE = {"email": "email", "sms": "phone"}


def ask_where(talk: Talk, _rest: str = "") -> None:
    """Asks for the way. Only who is logged in has cases to hear of."""
    if talk.person is None:
        talk.say("push.login", links=(talk.login_link(),), number=talk.fresh.shown_number)
        return
    talk.wait_for(Pending(kind="push"))
    talk.say("push.ask", choices=_ways(talk))


def settle_push(talk: Talk, pending: Pending, said: Said) -> bool:
    """The person was asked where, or for the address."""
    if talk.person is None:
        return False
    if pending.about is None:
        picked = pick(_ways(talk), text=said.text, tapped=said.choice)
        return picked is not None and _choose(talk, picked.value.removeprefix("push:"))
    return _take_address(talk, pending.about, said)


def _ways(talk: Talk) -> tuple[Choice, ...]:
    return tuple(talk.choice(f"push:{way}", f"push.{way}") for way in ("chat", "email", "sms"))


def _choose(talk: Talk, way: str) -> bool:
    person = talk.person
    known = None if person is None else {"email": person.email, "sms": person.phone}.get(way)
    if way == "chat":
        _done(talk, ChoosePush(way="chat"))
    elif talk.conversation.channel in MESSENGERS and not known:
        # An address is nothing to write in a third party's app.
        talk.wait_for(None)
        talk.say("push.not_here")
        go_on(talk)
    else:
        talk.wait_for(Pending(kind="push", about=way))
        choices = (Choice(value=known, label=_shown(talk, way, known)),) if known else ()
        talk.say(f"push.ask_{way}", choices=choices, input=Input(kind=Kind.TEXT))
    return True


def _take_address(talk: Talk, way: str, said: Said) -> bool:
    read = read_address(talk, way, said.choice or said.text)
    if read is None:
        return False
    if isinstance(read, Refused):
        why = talk.refusal(read.reason, read.params)
        talk.add(why, input=Input(kind=Kind.TEXT), problem=True)
    else:
        to, shown = read
        _done(talk, ChoosePush(way="email" if way == "email" else "sms", to=to), shown=shown)
    return True


def read_address(talk: Talk, way: str, text: str) -> tuple[str, str] | Refused | None:
    """A number or an address, as kept and as shown; why it is none; None when it is something else."""
    field, kind = _field(way)
    asking = Asking(
        language=talk.language,
        today=talk.today,
        scope=Scope(answers={}, facts={}, today=talk.today, prefix=""),
    )
    outcome = kind.parse(field, Given(text=text), asking)
    if isinstance(outcome, Accepted) and isinstance(outcome.value, str):
        return outcome.value, kind.show(field, outcome.value, talk.language)
    is_meant = "@" in text or sum(map(str.isdigit, text)) >= _FEWEST_DIGITS
    return outcome if isinstance(outcome, Refused) and is_meant else None


def _shown(talk: Talk, way: str, address: str) -> str:
    """An address that is known, as a person writes it."""
    field, kind = _field(way)
    return kind.show(field, address, talk.language)


def _field(way: str) -> tuple[Field, FieldType]:
    """The field that an address of this way would answer."""
    kind = FIELD_TYPES[_FIELD_TYPE[way]]
    return Field(id=way, type=kind.name, ask=LocalText({"sv": ""})), kind


def _done(talk: Talk, effect: ChoosePush, *, shown: str = "") -> None:
    talk.wait_for(None)
    talk.effects.append(effect)
    talk.say(f"push.done_{effect.way}", to=shown)
    go_on(talk)
