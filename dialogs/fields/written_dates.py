"""How calendar dates are written: ISO, "2/1-27", "den andra januari", "Jan 7, 2027" …"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from dialogs.fields.calendar_words import MONTHS, ORDINALS, day_number, days_in, pattern
from dialogs.fields.number_words import value_of


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date in the text: where, and the (year, month, day) that it may be; year None: unknown."""

    span: tuple[int, int]
    triples: tuple[tuple[int | None, int, int], ...]
    sure: bool = True
    #: Two-digit years are completed with their century later.
    short_year: bool = field(default=False)


_MONTH = f"(?P<month>{pattern(MONTHS)})(?![a-z])\\.?"
_ORDINAL = f"(?P<word>{pattern(ORDINALS)})"
_DAY = r"(?P<day>[0-9]{1,2})(?: ?:? ?[ae](?![a-z])|(?:st|nd|rd|th|de|dje|te|nde|tte)(?![a-z]))?\.?"
_YEAR = r"(?P<year>(?:18|19|20|21)[0-9]{2}|'?[0-9]{2})(?![0-9:])"
_SEPARATED_YEAR = rf"(?:(?P<gap>[ ,./'-]{{1,3}}){_YEAR})?"
#: After a month's name the year needs no mark: "4dec26".
_FOLLOWING_YEAR = rf"(?:(?P<gap>,? ar |[ ,./'-]{{0,3}}){_YEAR})?"
_IN_WORDS = (
    r"(?: (?:ar )?(?P<yearwords>(?:nitton|tjugo|tva ?tusen|two thousand|nineteen|twenty)"
    r"[a-z -]{2,40}))?"
)

_CENTURIES: Final = {"nitton": 1900, "nineteen": 1900, "tjugo": 2000, "twenty": 2000}
_ISO = re.compile(
    r"(?<![0-9])((?:18|19|20|21)[0-9]{2})[-/. ]([0-9]{1,2})[-/. ]([0-9]{1,2})(?![0-9])"
)
_EIGHT = re.compile(r"(?<![0-9])([0-9]{8})(?![0-9])")
_SIX = re.compile(r"(?<![0-9])([0-9]{6})(?![0-9])")
_SHORT_ISO = re.compile(r"(?<![0-9-])([0-9]{2})-([0-9]{2})-([0-9]{2})(?![0-9-])")
_DASHES = re.compile(r"(?<![0-9-])([0-9]{1,2})-([0-9]{1,2})-((?:18|19|20|21)[0-9]{2})(?![0-9-])")
_SLASH = re.compile(
    rf"(?<![0-9/.])(?P<day>[0-9]{{1,2}}) ?[/.] ?(?P<month>[0-9]{{1,2}})(?![0-9]){_SEPARATED_YEAR}"
)
_DAY_MONTH = re.compile(
    rf"(?<![0-9a-z/.:])(?:den |the )?(?:{_DAY}|{_ORDINAL})(?: dagen)?(?: of| i)?[ ./-]?{_MONTH}"
    rf"{_FOLLOWING_YEAR}{_IN_WORDS}"
)
_MONTH_DAY = re.compile(
    rf"(?<![a-z]){_MONTH} (?:the |den )?(?:{_DAY}|{_ORDINAL})(?![0-9a-z:])"
    r"(?P<gap>(?:,? ?))(?P<year>(?:18|19|20|21)[0-9]{2})?(?![0-9])"
)
_IN_NUMBERS = re.compile(
    rf"(?<![0-9a-z/.:])(?:den |the )?(?:{_DAY}|{_ORDINAL}) i "
    rf"(?:(?P<month>[0-9]{{1,2}})(?::?[ae])?|(?P<monthword>{pattern(ORDINALS)}))(?![0-9a-z])"
    rf"{_SEPARATED_YEAR}{_IN_WORDS}"
)
#: "2026 december 3".
_YEAR_FIRST = re.compile(
    rf"(?<![0-9])(?P<year>(?:18|19|20|21)[0-9]{{2}})(?P<gap>,? ){_MONTH} {_DAY}(?P<word>)(?![0-9:])"
)
#: "tredje tolfte tjugohundratjugosex".
_TWO_ORDINALS = re.compile(
    rf"(?<![0-9a-z/.:])(?:den |the )?(?P<day>){_ORDINAL} (?:i |den |i den )?"
    rf"(?P<monthword>{pattern(ORDINALS)})(?![0-9a-z]){_SEPARATED_YEAR}{_IN_WORDS}"
)


def _iso(match: re.Match[str]) -> WrittenDate:
    year, month, day = (int(each) for each in match.groups())
    return WrittenDate(match.span(), ((year, month, day),))


def _eight(match: re.Match[str]) -> WrittenDate:
    """20270102, or 02012027 if that is no date."""
    digits = match[1]
    iso = (int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    if 1800 <= iso[0] < 2200 and exists(*iso):
        return WrittenDate(match.span(), (iso,))
    reverse = (int(digits[4:]), int(digits[2:4]), int(digits[:2]))
    if 1800 <= reverse[0] < 2200 and exists(*reverse):
        return WrittenDate(match.span(), (reverse,), sure=False)
    return WrittenDate(match.span(), (iso,))


def _six(match: re.Match[str]) -> WrittenDate:
    """270102 (year first, as in Swedish numbers); if that is no date, day first."""
    first, second, third = (int(match[1][at : at + 2]) for at in (0, 2, 4))
    if exists(2000 + first, second, third):
        return WrittenDate(match.span(), ((first, second, third),), short_year=True)
    return WrittenDate(match.span(), ((third, second, first),), sure=False, short_year=True)


def _short_iso(match: re.Match[str]) -> WrittenDate:
    """27-01-02 is year first; 02-01-27 may be either way."""
    first, second, third = (int(each) for each in match.groups())
    ways = ((first, second, third), (third, second, first))
    real = tuple(each for each in ways if exists(2000 + each[0], *each[1:])) or ways[:1]
    return WrittenDate(
        match.span(), real, sure=len(real) == 1 and real[0] == ways[0], short_year=True
    )


def _dashes(match: re.Match[str]) -> WrittenDate:
    day, month, year = (int(each) for each in match.groups())
    return _day_and_month(match.span(), year, month, day)


def _slash(match: re.Match[str]) -> WrittenDate:
    gap = match["gap"]
    found = _day_and_month(match.span(), None, int(match["month"]), int(match["day"]))
    return _with_year(found, match["year"], sure=gap is None or gap.strip() != "")


def _day_and_month(span: tuple[int, int], year: int | None, month: int, day: int) -> WrittenDate:
    """Swedish order, unless only the American one is a date."""
    if month > 12 >= day:
        return WrittenDate(span, ((year, day, month),), sure=False)
    return WrittenDate(span, ((year, month, day),))


def _spoken_year(words: str) -> int | None:
    """ "tjugohundratjugosju", and "tjugo tjugosju" in two parts."""
    whole = value_of(words)
    century, _, rest = words.partition(" ")
    if century in _CENTURIES and (part := value_of(rest)) is not None and 10 <= part < 100:
        return _CENTURIES[century] + part
    return whole


def _named(match: re.Match[str]) -> WrittenDate:
    groups = match.groupdict()
    day = day_number(match)
    if groups.get("monthword"):
        month = ORDINALS[groups["monthword"]]
    else:
        month = MONTHS.get(groups["month"]) or int(groups["month"])
    found = WrittenDate(match.span(), ((None, month, day),))
    if groups.get("yearwords"):
        spoken = groups["yearwords"].strip()
        year, said = _spoken_year(spoken), match.end()
        while year is None and " " in spoken:
            # "tjugohundratjugosex tack": the words behind the year are no part of it.
            spoken = spoken.rpartition(" ")[0]
            year, said = _spoken_year(spoken), match.start("yearwords") + len(spoken)
        if year is None:
            # What follows is no year after all: leave it to be judged as other words.
            return WrittenDate((match.start(), match.start("yearwords")), found.triples)
        return WrittenDate((match.start(), said), ((year, month, day),))
    gap = groups["gap"] or ""
    return _with_year(
        found, groups["year"], sure=gap.strip() != "" or len(groups["year"] or "") != 2
    )


def _with_year(found: WrittenDate, year: str | None, *, sure: bool) -> WrittenDate:
    if year is None:
        return found
    number = int(year.strip("'"))
    short = len(year.strip("'")) == 2
    triples = tuple((number, month, day) for _, month, day in found.triples)
    # "2/1 14" may be a time of day, "2 maj 30" another day: only a full year, a mark before it or
    # a number that is no day makes it sure.
    sure = sure or not short or number > _LARGEST_DAY
    return WrittenDate(found.span, triples, found.sure and sure, short)


_READERS: Final[tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], WrittenDate]], ...]] = (
    (_ISO, _iso),
    (_EIGHT, _eight),
    (_SIX, _six),
    (_DASHES, _dashes),
    (_SHORT_ISO, _short_iso),
    (_SLASH, _slash),
    (_YEAR_FIRST, _named),
    (_DAY_MONTH, _named),
    (_MONTH_DAY, _named),
    (_IN_NUMBERS, _named),
    (_TWO_ORDINALS, _named),
)
#: Two digits above this are neither a day nor a year to come.
_LARGEST_DAY: Final = 46
_NAMED_READERS = _READERS[7:]


def exists(year: int, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= days_in(month, year)


def find_date(text: str) -> WrittenDate | None:
    """The first kind of date that the text holds."""
    readers = _READERS if any(each.isdigit() for each in text) else _NAMED_READERS
    for regex, read in readers:
        match = regex.search(text)
        if match is not None:
            return read(match)
    return None
