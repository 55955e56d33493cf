"""Names, and personnummer with samordningsnummer (coordination numbers).

Rules of the number: folkbokföringslagen (1991:481) 18 §, lag (2022:1697) om samordningsnummer and
Skatteverket's descriptions. Ten digits are YYMMDD, serial number and check digit; "+" instead of
"-" from the year in which the person turns 100. A coordination number has the day + 60, and where
the birth date is not known its month may be 00 and its day 60, or 89–91 in a short month.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import ClassVar

import msgspec
from stdnum import luhn

from dialogs.conditions import Value, age
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
from dialogs.fields.plain import digits_of, plain
from dialogs.fields.settings import crossed, whole
from dialogs.fields.within import surely
from dialogs.fields.within_identifiers import personnummer_spans
from dialogs.messages import Input, Kind
from dialogs.service import Field

#: "750615, 2383" and "750615 och de fyra sista är 2383" are one number.
_RUN = re.compile(r"\d[\d +./-]*")
_LAST_FOUR = re.compile(
    r"(?<!\d)((?:\d{2})?\d{2}[-./]?\d{2}[-./]?\d{2})(?!\d)"
    r"(?:,? *|[^\d]{0,40}?\b(?:sista|last)\b[^\d]{0,30}?)(\d{4})(?!\d)",
    re.IGNORECASE,
)
_PLUS = re.compile(r"\+ ?\d{4}$")
_SEPARATOR = re.compile(r"- ?\d{4}$")
_BETWEEN = re.compile(r"[ +./-]")
#: A birth date with the last digits hidden: "19990807-XXXX".
_HIDDEN = re.compile(r"(?<!\d)(?:\d{8}|\d{6})[xX*?•]{2}")
#: Nobody alive was born in the 1800s, but one wrong key (8 for 9) makes such a number, and the
#: check digit does not cover the century.
_OLD_CENTURY = "18"

#: Accepted holds twelve digits; Unsure holds one to four that the person must choose from.
PersonnummerOutcome = Accepted | Refused | Unsure


class _Found(msgspec.Struct, frozen=True):
    """A valid number, twelve digits."""

    number: str
    #: The same ten digits a hundred years earlier, when nothing written says which it is.
    older: str | None = None
    #: False when another number of the same length stood beside it and was not valid, or when its
    #: date was written day first.
    alone: bool = True
    #: The number that it is if its date was written day first, where it can be.
    day_first: str | None = None


def parse_personnummer(text: str, today: date) -> PersonnummerOutcome:
    """The personnummer or coordination number in a text, as twelve digits.

    Unsure when the text has several, or one and a misspelt one. Never raises. `today` is the date
    in Stockholm: it decides the century of ten digits (the latest that is not in the future) and
    refuses future births.
    """
    found = _find(text, today)
    if isinstance(found, Refused):
        return found
    if len(found) > 1:
        return Unsure(tuple(each.number for each in found[:4]))
    number, turned = found[0].number, found[0].day_first
    if turned:
        return Unsure((number, turned))
    return Accepted(number) if found[0].alone else Unsure((number,))


def is_coordination_number(number: str) -> bool:
    """Whether these twelve digits are a samordningsnummer (day + 60)."""
    return number[6:7] >= "6"


def mask(number: str) -> str:
    """For lists and logs that must not show who it is: "19990807-****"."""
    return f"{number[:8]}-****"


def _find(text: str, today: date) -> tuple[_Found, ...] | Refused:
    """Every valid number in the text, or why there is none."""
    line = _LAST_FOUR.sub(r"\1-\2", plain(text, limit=500))
    found: dict[str, _Found] = {}
    refusals: list[Refused] = []
    lengths = [0]
    spoilt = False
    for run in _runs(line):
        digits = digits_of(run)
        if len(digits) not in (10, 12):
            lengths.append(len(digits))
            if len(digits) in (6, 8) and _is_birth_date(digits, today):
                refusals.append(Refused("personnummer_incomplete"))
            continue
        outcome = _read(run, digits, today)
        if isinstance(outcome, Refused):
            refusals.insert(0, outcome)
            spoilt = True
        else:
            found.setdefault(outcome.number, outcome)
    if len(found) == 1 and spoilt:
        return tuple(msgspec.structs.replace(each, alone=False) for each in found.values())
    if found:
        return tuple(found.values())
    if _HIDDEN.search(_BETWEEN.sub("", line)):
        return Refused("personnummer_incomplete")
    if refusals:
        return refusals[0]
    if max(lengths) >= 6:
        return Refused("personnummer_digits", {"count": max(lengths)})
    return Refused("personnummer_format")


def _runs(line: str) -> Iterator[str]:
    """Stretches of digits; a stretch of wrong length is also looked at word by word."""
    for match in _RUN.finditer(line):
        run = match.group().strip(" +./-")
        words = run.split(" ")
        if len(digits_of(run)) in (10, 12) or len(words) == 1:
            yield run
            continue
        usable = [word for word in words if len(digits_of(word)) in (10, 12)]
        yield from usable or [run]


def _read(run: str, digits: str, today: date) -> _Found | Refused:
    short = digits[-10:]
    if short.endswith("0000"):
        return Refused("personnummer_incomplete")
    if short[2] >= "2" and luhn.is_valid(short) and digits[:-10] in ("", "16"):
        return Refused("personnummer_is_organisation")
    centuries = [digits[:2]] if len(digits) == 12 else ["20", "19", "18"]
    dated = [
        century + short
        for century in centuries
        if century in ("18", "19", "20") and _has_birth_date(century + short)
    ]
    if not dated:
        turned = _day_first(run, digits, today)
        if turned is not None:
            return msgspec.structs.replace(turned, alone=False)
        cut_short = len(digits) == 10 and _is_birth_date(digits[:8], today)
        return Refused("personnummer_incomplete" if cut_short else "personnummer_date")
    if short[6:9] == "000":
        return Refused("personnummer_serial")
    if not luhn.is_valid(short):
        return Refused("personnummer_check_digit")
    born = [number for number in dated if not _is_future(number, today)]
    if len(digits) == 10 and _PLUS.search(run):
        born = [number for number in born if today.year - int(number[:4]) >= 100]
    if not born:
        return Refused("personnummer_future")
    decided = len(digits) == 12 or _PLUS.search(run) or _SEPARATOR.search(run)
    turned = _day_first(run, digits, today) if is_coordination_number(born[0]) else None
    return _Found(
        born[0],
        older=None if decided or len(born) < 2 else born[1],
        day_first=turned.number if turned else None,
    )


def _day_first(run: str, digits: str, today: date) -> _Found | None:
    """The number whose date is written as 150675 or 15061975, if there is one.

    Turning the date does not change the check digit (Luhn), and 150675 also looks like the date of
    a coordination number, so the digits alone do not show the mistake.
    """
    year_length = len(digits) - 8
    day, month, year = digits[:2], digits[2:4], digits[4 : 4 + year_length]
    if not (1 <= int(day) <= 31 and 1 <= int(month) <= 12):
        return None
    turned = year + month + day + digits[-4:]
    centuries = ("",) if len(turned) == 12 else ("20", "19", "18")
    if turned == digits or (len(turned) == 12 and turned[:2] not in ("18", "19", "20")):
        return None
    if not any(_has_birth_date(each + turned) for each in centuries):
        return None
    found = _read(run, turned, today)
    return found if isinstance(found, _Found) else None


def _parts(number: str) -> tuple[int, int, int]:
    """Year, month and day of birth; month and day are 0 where a coordination number hides them."""
    year, month, day = int(number[:4]), int(number[4:6]), int(number[6:8])
    return year, month, day - 60 if day >= 60 else day


def _has_birth_date(number: str) -> bool:
    year, month, day = _parts(number)
    if is_coordination_number(number):
        return month <= 12 and day <= 31
    return _calendar_date(year, month, day) is not None


def _calendar_date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _is_future(number: str, today: date) -> bool:
    return _parts(number) > (today.year, today.month, today.day)


def _is_birth_date(digits: str, today: date) -> bool:
    """Whether six or eight digits are a birth date, so that only the last four are missing."""
    centuries = [""] if len(digits) == 8 else ["19", "20"]
    return any(
        1850 < int((century + digits)[:4]) <= today.year and _has_birth_date(century + digits)
        for century in centuries
    )


def age_span(number: str, today: date) -> tuple[int, int]:
    """Lowest and highest possible age in whole years: they differ when the date is not known."""
    year, month, day = _parts(number)
    born = _calendar_date(year, month, day)
    if born is not None:
        return age(born, today), age(born, today)
    latest = date(year, month, 28) if month else date(year, 12, 31)
    earliest = date(year, month or 1, 1)
    return age(latest, today), age(earliest, today)


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
        found = _find(text, asking.today)
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
    field: Field, found: tuple[_Found, ...], refusal: Refused | None, today: date
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
    fits = _has_birth_date(later) and _outside_limits(field, later, today) is None
    return Unsure((number, later) if fits else (number,))


TYPES: tuple[FieldType, ...] = (NameType(), PersonnummerType())
