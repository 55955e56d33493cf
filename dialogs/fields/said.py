"""What is said on the way (`information`, `stop`) and what must be agreed to (`consent`)."""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import ClassVar, Final

from dialogs.conditions import Value, as_date
from dialogs.fields.base import (
    Accepted,
    Asking,
    FieldType,
    Given,
    LimitKind,
    Outcome,
    Refused,
    Unsure,
)
from dialogs.fields.calendar_words import show_day
from dialogs.fields.numbers import write_number
from dialogs.fields.writing import plain_words, short_answer, word_set
from dialogs.fields.yes_no_reading import read_yes_no
from dialogs.messages import Choice, Input, Kind
from dialogs.service import Field

CONSENT_LABELS: Final[Mapping[str, str]] = {"sv": "Ja, jag bekräftar", "en": "Yes, I confirm"}
_YES_LABELS: Final[Mapping[str, str]] = {"sv": "Ja", "en": "Yes"}


#: As a sum of money is stored.
_AMOUNT: Final = re.compile(r"-?\d+\.\d\d")


def show_computed(value: Value, language: str) -> str:
    """A computed value (a date, a number) as a person reads it."""
    if isinstance(value, bool):
        return _YES_LABELS.get(language, "Ja") if value else ("No" if language == "en" else "Nej")
    if isinstance(value, str) and _AMOUNT.fullmatch(value):
        value = Decimal(value)
    if isinstance(value, int | Decimal):
        whole = value == int(value)
        return write_number(Decimal(int(value)) if whole else Decimal(value), language)
    day = as_date(value) if isinstance(value, str) and len(value) == 10 else None
    return show_day(day, language) if day else str(value)


class Information(FieldType):
    """Something to know, perhaps with a computed value. Nothing is answered."""

    name = "information"
    asks = False

    def parse(self, field: Field, given: Given, asking: Asking) -> Outcome:
        return Accepted(None)

    def show(self, field: Field, value: Value, language: str) -> str:
        return show_computed(value, language)

    def input(self, field: Field, asking: Asking) -> Input:
        return Input(kind=Kind.NONE)


class Stop(Information):
    """The end of a path: why it ends and what to do instead.

    `discreet`: the person should be able to leave without a trace.
    """

    name = "stop"
    LIMITS: ClassVar[Mapping[str, LimitKind]] = {"discreet": LimitKind.FLAG}


#: Said by people who agree, besides yes.
_AGREEING: Final = word_set(
    "godkanner godkanns accepterar accepteras samtycker bekraftar bekraftas intygar forstar "
    "forstatt last agree accept confirm consent understand understood read godkant accept ok okej "
    "okay klart fine lov lovar"
)
_TRUE: Final = frozenset({"allt", "stammer"})
_YES: Final = frozenset({"ja", "jo", "japp", "yes", "jada", "javisst", "visst", "absolut"})
_HAVING_READ: Final = frozenset({"last", "read"})
_AROUND: Final = word_set(
    "ja jag vi har det detta den att och tack i yes we have this it to and the is that allt "
    "da ar att alltihop villkoren informationen texten ovan harmed tagit del av had all att stammer sant "
    "riktigt uppgifterna riktiga korrekta sanna ratt"
)


_NEGATIONS: Final = frozenset({"inte", "ej", "icke", "not", "nej", "no", "dont", "don"})


class Consent(FieldType):
    """Something that must be agreed to before the case can be sent."""

    name = "consent"

    def parse(self, field: Field, given: Given, asking: Asking) -> Outcome:
        if given.choice == "yes" and not given.text:
            return Accepted(True)
        text = short_answer(given)
        if isinstance(text, Refused):
            return text
        if text == "1":
            # The number of the only alternative.
            return Accepted(True)
        words = set(plain_words(text))
        if words >= _TRUE and words <= _AROUND and "?" not in text:
            return Accepted(True)
        if words & _YES and words <= _YES | _AGREEING | _AROUND and "?" not in text:
            return Accepted(True)
        if words & _AGREEING and words & _NEGATIONS:
            return Refused("consent_needed")
        if words & _AGREEING and words <= _AGREEING | _AROUND and "?" not in text:
            # To have read is not yet to agree, unless a yes goes with it.
            only_read = words & _AGREEING <= _HAVING_READ and words.isdisjoint(_YES)
            return Unsure((True,)) if only_read else Accepted(True)
        meant, sure = read_yes_no(text)
        if not meant and words & _AGREEING and "?" not in text:
            return Unsure((True,))
        if not meant:
            return Refused("consent")
        if sure and meant == (False,):
            return Refused("consent_needed")
        return Accepted(True) if sure and meant == (True,) else Unsure((True,))

    def show(self, field: Field, value: Value, language: str) -> str:
        return _YES_LABELS.get(language, _YES_LABELS["sv"])

    def input(self, field: Field, asking: Asking) -> Input:
        return Input(kind=Kind.CHOICE)

    def choices(self, field: Field, asking: Asking) -> tuple[Choice, ...]:
        return (Choice("yes", CONSENT_LABELS.get(asking.language, CONSENT_LABELS["sv"])),)

    def example(self, field: Field, asking: Asking) -> str:
        return _YES_LABELS.get(asking.language, _YES_LABELS["sv"])


TYPES: tuple[FieldType, ...] = (Information(), Stop(), Consent())
