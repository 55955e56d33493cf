"""Reads personnummer and coordination numbers (samordningsnummer) in what people write.

Rules of the number: folkbokföringslagen (1991:481) 18 §, lag (2022:1697) om samordningsnummer and
Skatteverket's descriptions. Ten digits are YYMMDD, serial number and check digit; "+" instead of
"-" from the year in which the person turns 100. A coordination number has the day + 60, and where
the birth date is not known its month may be 00 and its day 60, or 89–91 in a short month.
"""

import re
from collections.abc import Iterator
from datetime import date

import msgspec
from stdnum import luhn

from dialogs.conditions import age
from dialogs.fields.base import Accepted, Refused, Unsure
from dialogs.fields.plain import digits_of, plain

#: "750615, 2383" and "750615 och de fyra sista är 2383" are one number.
_LAST_FOUR = re.compile(
    r"(?<!\d)((?:\d{2})?\d{2}[-./]?\d{2}[-./]?\d{2})(?!\d)"
    r"(?:,? *|[^\d]{0,40}?\b(?:sista|last)\b[^\d]{0,30}?)(\d{4})(?!\d)",
    re.IGNORECASE,
)
_RUN = re.compile(r"\d[\d +./-]*")
_PLUS = re.compile(r"\+ ?\d{4}$")
_SEPARATOR = re.compile(r"- ?\d{4}$")
_BETWEEN = re.compile(r"[ +./-]")
#: A birth date with the last digits hidden: "19990807-XXXX".
_HIDDEN = re.compile(r"(?<!\d)(?:\d{8}|\d{6})[xX*?•]{2}")
#: A date and four characters with a letter among them: "19990807-TF12", as health care in some
#: regions writes a reserve number. What only hides the digits is incomplete instead.
_RESERVE = re.compile(r"(?<!\d)(?:\d{8}|\d{6})[- ]?(?=\w{0,3}[a-z])\w{4}(?!\w)", re.IGNORECASE)
#: Accepted holds twelve digits; Unsure holds one to four that the person must choose from.
PersonnummerOutcome = Accepted | Refused | Unsure


class FoundNumber(msgspec.Struct, frozen=True):
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
    found = find_numbers(text, today)
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


def find_numbers(text: str, today: date) -> tuple[FoundNumber, ...] | Refused:
    """Every valid number in the text, or why there is none."""
    line = _LAST_FOUR.sub(r"\1-\2", plain(text, limit=500))
    found: dict[str, FoundNumber] = {}
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
    if _RESERVE.search(line):
        return Refused("personnummer_reserve")
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


def _read(run: str, digits: str, today: date) -> FoundNumber | Refused:
    short = digits[-10:]
    if len(digits) == 12 and digits.startswith("99"):
        # Stockholm's reserve numbers; nobody is born in the hundreds of 9900.
        return Refused("personnummer_reserve")
    if short.endswith("0000"):
        return Refused("personnummer_incomplete")
    if short[2] >= "2" and luhn.is_valid(short) and digits[:-10] in ("", "16"):
        return Refused("personnummer_is_organisation")
    centuries = [digits[:2]] if len(digits) == 12 else ["20", "19", "18"]
    dated = [
        century + short
        for century in centuries
        if century in ("18", "19", "20") and has_birth_date(century + short)
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
    return FoundNumber(
        born[0],
        older=None if decided or len(born) < 2 else born[1],
        day_first=turned.number if turned else None,
    )


def _day_first(run: str, digits: str, today: date) -> FoundNumber | None:
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
    if not any(has_birth_date(each + turned) for each in centuries):
        return None
    found = _read(run, turned, today)
    return found if isinstance(found, FoundNumber) else None


def _parts(number: str) -> tuple[int, int, int]:
    """Year, month and day of birth; month and day are 0 where a coordination number hides them."""
    year, month, day = int(number[:4]), int(number[4:6]), int(number[6:8])
    return year, month, day - 60 if day >= 60 else day


def has_birth_date(number: str) -> bool:
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
        1850 < int((century + digits)[:4]) <= today.year and has_birth_date(century + digits)
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
