"""The types `name` and `personnummer`, and the limits of a personnummer."""

from collections.abc import Mapping
from datetime import date
from typing import ClassVar

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
from dialogs.fields.names import NameType
from dialogs.fields.personnummer_reading import (
    FoundNumber,
    age_span,
    find_numbers,
    has_birth_date,
    is_coordination_number,
)
from dialogs.fields.plain import plain
from dialogs.fields.settings import crossed, whole
from dialogs.fields.within import surely
from dialogs.fields.within_identifiers import personnummer_spans
from dialogs.messages import Input, Kind
from dialogs.service import Field

#: Nobody alive was born in the 1800s, but one wrong key (8 for 9) makes such a number, and the
#: check digit does not cover the century.
_OLD_CENTURY = "18"


class PersonnummerType(FieldType):
    """A personnummer or coordination number, stored as twelve digits."""

    name: ClassVar[str] = "personnummer"
    LIMITS: ClassVar[Mapping[str, LimitKind]] = {
        "coordination": LimitKind.FLAG,
        "min_age": LimitKind.INTEGER,
        "max_age": LimitKind.INTEGER,
    }

    def parse(self, field: Field, given: Given, asking: Asking) -> Outcome:
        written = plain(given, limit=500)
        return hear(written, lambda text: self._read(field, text, asking))

    def _read(self, field: Field, text: str, asking: Asking) -> Outcome:
        found = find_numbers(text, asking.today)
        if isinstance(found, Refused):
            return found
        refusals = [_outside_limits(field, each.number, asking.today) for each in found]
        fitting = [each for each, no in zip(found, refusals, strict=True) if no is None]
        if not fitting:
            return _older_or(field, found, refusals[0], asking.today)
        if len(fitting) > 1:
            return Unsure(tuple(each.number for each in fitting[:4]))
        if not fitting[0].alone or len(found) > 1:
            return Unsure((fitting[0].number,))
        turned = fitting[0].day_first
        if turned and _outside_limits(field, turned, asking.today) is None:
            return Unsure((fitting[0].number, turned))
        return _sure_of_century(field, fitting[0].number, asking.today)

    def find(self, field: Field, text: str, asking: Asking) -> tuple[Finding, ...]:
        return surely(self, field, text, asking, personnummer_spans(text))

    def show(self, field: Field, value: Value, language: str) -> str:
        number = str(value)
        return f"{number[:8]}-{number[8:]}"

    def input(self, field: Field, asking: Asking) -> Input:
        return Input(kind=Kind.TEXT, format="personnummer")

    def example(self, field: Field, asking: Asking) -> str | None:
        return "19990807-2391"  # one of Skatteverket's test numbers

    def check(self, field: Field) -> tuple[str, ...]:
        return crossed(field, "min_age", "max_age")


def _outside_limits(field: Field, number: str, today: date) -> Refused | None:
    """Why the field does not take this valid number. A doubtful age is given the benefit."""
    if is_coordination_number(number) and field.limits.get("coordination", True) is False:
        return Refused("coordination_not_accepted")
    youngest, oldest = age_span(number, today)
    low, high = whole(field, "min_age"), whole(field, "max_age")
    if low is not None and oldest < low:
        return Refused("personnummer_too_young", {"min": low})
    if high is not None and youngest > high:
        return Refused("personnummer_too_old", {"max": high})
    return None


def _older_or(
    field: Field, found: tuple[FoundNumber, ...], refusal: Refused | None, today: date
) -> Outcome:
    """Ten digits without separator that only fit as a hundred years older are asked about."""
    older = found[0].older
    if older and len(found) == 1 and _outside_limits(field, older, today) is None:
        return Unsure((older,))
    return refusal or Refused("personnummer_format")


def _sure_of_century(field: Field, number: str, today: date) -> Outcome:
    if not number.startswith(_OLD_CENTURY):
        return Accepted(number)
    later = "19" + number[2:]
    fits = has_birth_date(later) and _outside_limits(field, later, today) is None
    return Unsure((number, later) if fits else (number,))


TYPES: tuple[FieldType, ...] = (NameType(), PersonnummerType())
