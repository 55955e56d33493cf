"""How to reach people: telephone numbers, e-mail addresses and postal addresses in Sweden."""

import functools
import re
from collections.abc import Mapping
from types import ModuleType
from typing import TYPE_CHECKING, ClassVar

from dialogs.conditions import Value
from dialogs.fields.base import (
    Accepted,
    Asking,
    FieldType,
    Finding,
    Given,
    LimitKind,
    Outcome,
    Refused,
    Unsure,
)
from dialogs.fields.dictation import hear
from dialogs.fields.mail import EmailType
from dialogs.fields.plain import digits_of, plain
from dialogs.fields.postal import AddressType
from dialogs.fields.settings import flag
from dialogs.fields.within import surely
from dialogs.fields.within_identifiers import phone_spans
from dialogs.messages import Input, Kind
from dialogs.service import Field

if TYPE_CHECKING:
    from phonenumbers import PhoneNumber

HOME_REGION = "SE"

_RUN = re.compile(r"\(?\+?\(?\d[\d ()./-]*")
#: "070,174,06,05" and "070_174_06_05" are one number; a comma with a space is between two.
_OTHER_SEPARATORS = re.compile(r"(?<=\d)[,_](?=\d)")
_SEPARATED = re.compile(r"(?<!\d)\d{2,4}[,_]\d{2,3}(?:[,_]\d{2,3})*(?!\d)")
#: "070 då, 174 06 05": a word between the digits.
_FILLER = re.compile(r"(?<=\d) (?:då|alltså|asså|eh|öh|sen|och sen|och så),? (?=\d)", re.IGNORECASE)
_EXTENSION = re.compile(r"\b(?:anknytning|ankn|ext|extension)\b|\dx\d", re.IGNORECASE)
_LETTER_FOR_DIGIT = re.compile(r"(?<![^\W\d_])[OoIl](?=\d)|(?<=\d)[OoIl](?![^\W\d_])")


class PhoneType(FieldType):
    """A telephone number, stored in E.164 ("+46701740605")."""

    name: ClassVar[str] = "phone"
    LIMITS: ClassVar[Mapping[str, LimitKind]] = {"mobile": LimitKind.FLAG}

    def parse(self, field: Field, given: Given, asking: Asking) -> Outcome:
        return hear(plain(given), lambda text: self._read(field, text))

    def _read(self, field: Field, line: str) -> Outcome:
        line = _FILLER.sub(" ", line)
        if _SEPARATED.search(line):
            line = _OTHER_SEPARATORS.sub(" ", line)
        outcome = self._numbers(field, line)
        doubtful = _LETTER_FOR_DIGIT.search(line) or _EXTENSION.search(line)
        if isinstance(outcome, Accepted) and doubtful:
            # "O70-174 06 05" begins with a letter, and an extension would be lost.
            return Unsure((outcome.value,))
        return outcome

    def _numbers(self, field: Field, line: str) -> Outcome:
        runs = [match.group() for match in _RUN.finditer(line)]
        runs = [run for run in runs if len(digits_of(run)) >= 3]
        if not runs:
            return Refused("phone_format")
        numbers: dict[str, PhoneNumber] = {}
        for run in runs:
            for number in _numbers_in(run):
                numbers.setdefault(_e164(number), number)
        if not numbers:
            return _without_plus(field, runs[0]) or _explain(runs[0])
        usable = [e164 for e164, number in numbers.items() if _suits(field, number)]
        if not usable:
            return _unsuitable(field, next(iter(numbers.values())))
        return Accepted(usable[0]) if len(usable) == 1 else Unsure(tuple(usable[:4]))

    def find(self, field: Field, text: str, asking: Asking) -> tuple[Finding, ...]:
        return surely(self, field, text, asking, phone_spans(text))

    def show(self, field: Field, value: Value, language: str) -> str:
        number = _parsed(str(value))
        return str(value) if number is None else _formatted(number)

    def input(self, field: Field, asking: Asking) -> Input:
        own = field.prefill == "phone"
        return Input(
            kind=Kind.TEXT, max_length=40, autocomplete="tel" if own else None, format="phone"
        )

    def example(self, field: Field, asking: Asking) -> str | None:
        return "070-174 06 05"  # reserved by PTS for use in fiction


@functools.cache
def _library() -> ModuleType:
    """The package phonenumbers, imported at the first number.

    It takes 0.1–0.3 s and some 7 MB, which a process that serves no such question should not pay
    at its start. Its geocoder, carrier and time zone data are packages of their own that stay out.
    """
    import phonenumbers

    return phonenumbers


def _parsed(text: str) -> "PhoneNumber | None":
    """A valid number, or None."""
    library = _library()
    try:
        number: PhoneNumber = library.parse(text, HOME_REGION)
    except library.NumberParseException:
        return None
    return number if library.is_valid_number(number) else None


def _numbers_in(run: str) -> "list[PhoneNumber]":
    whole = _parsed(run)
    if whole is not None:
        return [whole]
    parts = [part for part in re.split("[/ ]", run) if len(digits_of(part)) >= 8]
    return [number for part in (*run.split("/"), *parts) if (number := _parsed(part)) is not None]


def _without_plus(field: Field, run: str) -> Unsure | None:
    """A foreign number whose plus was left out, to be confirmed."""
    digits = digits_of(run)
    if "+" in run or digits.startswith("0") or len(digits) < 10:
        return None
    number = _parsed(f"+{digits}")
    return Unsure((_e164(number),)) if number and _suits(field, number) else None


def _e164(number: "PhoneNumber") -> str:
    library = _library()
    return str(library.format_number(number, library.PhoneNumberFormat.E164))


def _formatted(number: "PhoneNumber") -> str:
    """As written in Sweden, or with its country code when it is foreign."""
    library = _library()
    forms = library.PhoneNumberFormat
    swedish = library.region_code_for_number(number) == HOME_REGION
    return str(library.format_number(number, forms.NATIONAL if swedish else forms.INTERNATIONAL))


def _suits(field: Field, number: "PhoneNumber") -> bool:
    library = _library()
    kinds = library.PhoneNumberType
    kind = library.number_type(number)
    if flag(field, "mobile"):
        # In some countries (the USA) the number does not show which of the two it is.
        return kind in (kinds.MOBILE, kinds.FIXED_LINE_OR_MOBILE)
    return kind not in (kinds.PREMIUM_RATE, kinds.SHARED_COST, kinds.PAGER)


def _unsuitable(field: Field, number: "PhoneNumber") -> Refused:
    library = _library()
    kinds = library.PhoneNumberType
    shown = {"number": _formatted(number)}
    if not flag(field, "mobile"):
        return Refused("phone_premium", shown)
    fixed = library.number_type(number) == kinds.FIXED_LINE
    return Refused("phone_fixed_line" if fixed else "phone_not_mobile", shown)


def _explain(run: str) -> Refused:
    """Why the digits are no number."""
    digits = digits_of(run)
    if not digits.startswith("0") and "+" not in run:
        if len(digits) <= 8:
            return Refused("phone_area_code")
        return Refused("phone_country_code")
    if len(digits) < 8:
        return Refused("phone_short", {"count": len(digits)})
    return Refused("phone_invalid", {"count": len(digits)})


TYPES: tuple[FieldType, ...] = (PhoneType(), EmailType(), AddressType())
