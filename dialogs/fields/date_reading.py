"""Reads one calendar date from bare text: ISO, "2/1-27", "den andra januari", "Jan 7, 2027" …

What is written relative to today ("på fredag") is read by `relative_dates`. As with numbers, the
words that are left when the date is taken out decide how sure the reading is.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from dialogs.fields.calendar_words import (
    MONTHS,
    ORDINALS,
    WEEKDAYS,
    days_in,
    pattern,
)
from dialogs.fields.number_words import value_of
from dialogs.fields.writing import word_set

FIRST_YEAR: Final = 1850
LAST_YEAR: Final = 2199


@dataclass(frozen=True, slots=True)
class DateReading:
    """A date that was written: whole dates (most likely first), or month and day without a year."""

    days: tuple[date, ...] = ()
    #: (month, day); the year is chosen by the field's limits and today.
    yearless: tuple[int, int] | None = None
    #: The weekday that was written with it, 0 = Monday.
    weekday: int | None = None
    #: False: the person must confirm.
    sure: bool = True
    #: "Så snart som möjligt": the first day that the limits allow.
    soon: bool = False


@dataclass(frozen=True, slots=True)
class NoDate:
    """No single date; `reason` names the refusal, and the rest is for its text."""

    reason: str
    day: int = 0
    month: int = 0
    year: int | None = None
    #: The days that a week number or "nästa vecka" covers.
    span: tuple[date, date] | None = None


@dataclass(frozen=True, slots=True)
class _Found:
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

_ISO = re.compile(
    r"(?<![0-9])((?:18|19|20|21)[0-9]{2})[-/. ]([0-9]{1,2})[-/. ]([0-9]{1,2})(?![0-9])"
)
_EIGHT = re.compile(r"(?<![0-9])([0-9]{8})(?![0-9])")
_SIX = re.compile(r"(?<![0-9])([0-9]{6})(?![0-9])")
_SHORT_ISO = re.compile(r"(?<![0-9-])([0-9]{2})-([0-9]{2})-([0-9]{2})(?![0-9-])")
_DASHES = re.compile(r"(?<![0-9-])([0-9]{1,2})-([0-9]{1,2})-((?:18|19|20|21)[0-9]{2})(?![0-9-])")
_DASH = re.compile(r"([0-9]{1,2})-([0-9]{1,2})")
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
#: "tjugo fjärde", "twenty-fourth": one ordinal in two words.
_SPLIT_ORDINAL = re.compile(
    r"\b(tjugo|trettio|twenty|thirty)[ -]"
    r"(?=(?:forst[ae]|andr[ae]|tredje|fjarde|femte|sjatte|sjunde|attonde|nionde"
    r"|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)\b)"
)
#: The year said by where it lies.
_TOLD_YEAR = re.compile(
    r"\b(?:(?P<next>nasta ar|next year)|(?P<this>i ar|detta ar|this year)"
    r"|(?P<last>forra aret|i fjol|ifjol|last year))\b"
)


def _iso(match: re.Match[str]) -> _Found:
    year, month, day = (int(each) for each in match.groups())
    return _Found(match.span(), ((year, month, day),))


def _eight(match: re.Match[str]) -> _Found:
    """20270102, or 02012027 if that is no date."""
    digits = match[1]
    iso = (int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    if 1800 <= iso[0] < 2200 and exists(*iso):
        return _Found(match.span(), (iso,))
    reverse = (int(digits[4:]), int(digits[2:4]), int(digits[:2]))
    if 1800 <= reverse[0] < 2200 and exists(*reverse):
        return _Found(match.span(), (reverse,), sure=False)
    return _Found(match.span(), (iso,))


def _six(match: re.Match[str]) -> _Found:
    """270102 (year first, as in Swedish numbers); if that is no date, day first."""
    first, second, third = (int(match[1][at : at + 2]) for at in (0, 2, 4))
    if exists(2000 + first, second, third):
        return _Found(match.span(), ((first, second, third),), short_year=True)
    return _Found(match.span(), ((third, second, first),), sure=False, short_year=True)


def _short_iso(match: re.Match[str]) -> _Found:
    """27-01-02 is year first; 02-01-27 may be either way."""
    first, second, third = (int(each) for each in match.groups())
    ways = ((first, second, third), (third, second, first))
    real = tuple(each for each in ways if exists(2000 + each[0], *each[1:])) or ways[:1]
    return _Found(match.span(), real, sure=len(real) == 1 and real[0] == ways[0], short_year=True)


def _dashes(match: re.Match[str]) -> _Found:
    day, month, year = (int(each) for each in match.groups())
    return _day_and_month(match.span(), year, month, day)


def _slash(match: re.Match[str]) -> _Found:
    gap = match["gap"]
    found = _day_and_month(match.span(), None, int(match["month"]), int(match["day"]))
    return _with_year(found, match["year"], sure=gap is None or gap.strip() != "")


def _day_and_month(span: tuple[int, int], year: int | None, month: int, day: int) -> _Found:
    """Swedish order, unless only the American one is a date."""
    if month > 12 >= day:
        return _Found(span, ((year, day, month),), sure=False)
    return _Found(span, ((year, month, day),))


def _named(match: re.Match[str]) -> _Found:
    groups = match.groupdict()
    day = int(groups["day"]) if groups["day"] else ORDINALS[groups["word"]]
    if groups.get("monthword"):
        month = ORDINALS[groups["monthword"]]
    else:
        month = MONTHS.get(groups["month"]) or int(groups["month"])
    found = _Found(match.span(), ((None, month, day),))
    if groups.get("yearwords"):
        year = value_of(groups["yearwords"].strip())
        if year is None:
            # What follows is no year after all: leave it to be judged as other words.
            return _Found((match.start(), match.start("yearwords")), found.triples)
        return _Found(match.span(), ((year, month, day),))
    gap = groups["gap"] or ""
    return _with_year(
        found, groups["year"], sure=gap.strip() != "" or len(groups["year"] or "") != 2
    )


def _with_year(found: _Found, year: str | None, *, sure: bool) -> _Found:
    if year is None:
        return found
    number = int(year.strip("'"))
    short = len(year.strip("'")) == 2
    triples = tuple((number, month, day) for _, month, day in found.triples)
    # "2/1 14" may be a time of day: only a full year or a mark before it makes it sure.
    return _Found(found.span, triples, found.sure and (sure or not short), short)


_READERS: Final[tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], _Found]], ...]] = (
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
_NAMED_READERS = _READERS[7:]


def exists(year: int, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= days_in(month, year)


def centuries(short: int, month: int, day: int, today: date) -> tuple[date, ...]:
    """What a date with a two-digit year can be, most likely first.

    The century is clear when one of them is long gone and the other near: 27 said in 2026 is 2027,
    80 is 1980. A year up to 20 years ahead may also be an old person's birth: both.
    """
    days = [
        date(base + short, month, day) for base in (1900, 2000) if exists(base + short, month, day)
    ]
    if len(days) < 2:
        return tuple(days)
    past, later = days
    ahead = later.year - today.year
    if ahead <= 5:
        return (later,)
    return (past, later) if ahead <= 20 else (past,)


_LEFT_OUT: Final = word_set(
    "den the on pa dag dagen datum datumet date ar det blir it is tack please fran och med from "
    "start startdatum klart a an of av vid in vi jag han hon hen skulle vara vill ska skall tankte "
    "tanker flytta flyttar flyttade flytten borja borjar slutar sluta fodd foddes fodelsedag born "
    "om gar bra snalla mycket sa tackar kvall kvallen bitti eftermiddag eftermiddagen formiddag "
    "formiddagen was we i'm i'll hej gallde galler hande skedde ha vilja passar passa lampligt onskar "
    "blir bli"
)
_NEGATIONS: Final = frozenset({"inte", "ej", "not", "icke"})
_WORD = re.compile(r"[a-z']+|[0-9]+|[?]")
_CLOCK = re.compile(r"\b(?:kl|klockan|at)\b\.? ?[0-9]{1,2}(?:[:.][0-9]{2})?")


def judge_rest(rest: str) -> tuple[int | None, bool] | NoDate:
    """What the other words say: a weekday, and whether the reading is sure."""
    weekday: int | None = None
    sure = True
    if _CLOCK.search(rest):
        rest, sure = _CLOCK.sub(" ", rest), False
    for word in _WORD.findall(rest):
        # "mån 11/1", but not "man kan …".
        named = word in WEEKDAYS and (word != "man" or rest.startswith("man "))
        if named and weekday is None:
            weekday = WEEKDAYS[word]
        elif word in _NEGATIONS:
            return NoDate("date_unreadable")
        elif word.isdigit() or word in WEEKDAYS or word in MONTHS or word in ORDINALS:
            return NoDate("date_several")
        elif word not in _LEFT_OUT:
            sure = False
    return weekday, sure


def find_date(text: str) -> _Found | None:
    """The first kind of date that the text holds."""
    readers = _READERS if any(each.isdigit() for each in text) else _NAMED_READERS
    for regex, read in readers:
        match = regex.search(text)
        if match is not None:
            return read(match)
    return None


def _dashed(match: re.Match[str], today: date) -> DateReading | NoDate:
    """ "12-04": month first as in ISO, or day first; and "4-5" may be days. Always confirmed."""
    first, second = int(match[1]), int(match[2])
    days = []
    for month, day in ((second, first), (first, second)):
        years = [each for each in (today.year, today.year + 1) if exists(each, month, day)]
        ahead = [each for year in years if (each := date(year, month, day)) >= today]
        days.extend(ahead[:1])
    return (
        DateReading(tuple(dict.fromkeys(days)), sure=False) if days else NoDate("date_unreadable")
    )


def read_calendar_date(text: str, today: date) -> DateReading | NoDate | None:
    """The calendar date in bare text; None when there is none at all."""
    dashed = _DASH.fullmatch(text)
    if dashed is not None:
        return _dashed(dashed, today)
    text = _SPLIT_ORDINAL.sub(r"\1", text)
    found = find_date(text)
    if found is None:
        return None
    around = text[: found.span[0]] + " " + text[found.span[1] :]
    told = _TOLD_YEAR.search(around)
    if told is not None and all(year is None for year, _, _ in found.triples):
        told_year = today.year + (1 if told["next"] else -1 if told["last"] else 0)
        triples = tuple((told_year, month, day) for _, month, day in found.triples)
        found = _Found(found.span, triples, found.sure)
        around = around[: told.start()] + " " + around[told.end() :]
    rest = judge_rest(around)
    if isinstance(rest, NoDate):
        return rest
    weekday, sure = rest
    days: list[date] = []
    for year, month, day in found.triples:
        if not 1 <= month <= 12:
            return NoDate("date_no_month", day=day, month=month)
        if not 1 <= day <= days_in(month, year if year and year >= 100 else None):
            return NoDate("date_impossible", day=day, month=month, year=year)
        if year is None:
            return DateReading((), (month, day), weekday, sure and found.sure)
        if found.short_year:
            days.extend(centuries(year, month, day, today))
        elif FIRST_YEAR <= year <= LAST_YEAR:
            days.append(date(year, month, day))
    if not days:
        return NoDate("date_impossible" if found.short_year else "date_year", day, month, year)
    return DateReading(tuple(days), None, weekday, sure and found.sure)
