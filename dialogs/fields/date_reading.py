"""Reads one calendar date from bare text: ISO, "2/1-27", "den andra januari", "Jan 7, 2027" …

What is written relative to today ("på fredag") is read by `relative_dates`. As with numbers, the
words that are left when the date is taken out decide how sure the reading is.
"""

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from dialogs.fields.around import HARMLESS
from dialogs.fields.calendar_words import (
    MONTHS,
    ORDINALS,
    WEEKDAYS,
    days_in,
    pattern,
)
from dialogs.fields.number_words import value_of
from dialogs.fields.writing import word_set
from dialogs.fields.written_dates import WrittenDate, exists, find_date

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


_DASH = re.compile(r"([0-9]{1,2})-([0-9]{1,2})")
#: "tjugo fjärde", "twenty-fourth": one ordinal in two words.
_SPLIT_ORDINAL = re.compile(
    r"\b(tjugo|trettio|twenty|thirty)[ -]"
    r"(?=(?:forst[ae]|andr[ae]|tredje|fjarde|femte|sjatte|sjunde|attonde|nionde"
    r"|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)\b)"
)
#: "den fyra december": the day as a plain number. "en" and "ett" may be articles.
_CARDINAL = re.compile(
    r"\b((?:tjugo|trettio) ?(?:en|ett|tva|tre|fyra|fem|sex|sju|atta|nio)|tva|tre|fyra|fem|sex|sju|atta"
    r"|nio|tio|elva|tolv|tretton|fjorton|femton|sexton|sjutton|arton|aderton|nitton|tjugo|trettio)"
    rf" ({pattern(MONTHS)})(?![a-z])"
)
#: The year said by where it lies.
TOLD_YEAR = re.compile(
    r"\b(?:(?P<next>nasta ar|next year)|(?P<this>i ar|detta ar|this year)"
    r"|(?P<last>forra aret|forra ar|i fjol|ifjol|last year))\b"
)


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


_LEFT_OUT: Final = (
    word_set(
        "den the on pa dag dagen datum datumet date ar det blir it is tack please fran och med from "
        "start startdatum klart a an of av vid in vi jag han hon hen skulle vara vill ska skall tankte "
        "tanker flytta flyttar flyttade flytten borja borjar slutar sluta fodd foddes fodelsedag born "
        "om i gar bra snalla mycket sa tackar kvall kvallen bitti eftermiddag eftermiddagen formiddag "
        "formiddagen was we i'm i'll hej gallde galler hande skedde ha vilja passar passa lampligt onskar "
        "blir bli hade tankt far garna tid for var varit kommer ut har min mitt val morning afternoon "
        "evening exakt precis exactly morgon morgonen raknar nu"
    )
    | HARMLESS
)
_NEGATIONS: Final = frozenset({"inte", "int", "ej", "not", "icke"})
_WORD = re.compile(r"[a-z']+|[0-9]+|[?]")
_CLOCK = re.compile(r"\b(?:kl|klockan|at)\b\.? ?[0-9]{1,2}(?:[:.][0-9]{2})?")


def told_year(text: str, today: date) -> int | None:
    """The year that is said by where it lies ("nästa år"); None when none is."""
    told = TOLD_YEAR.search(text)
    if told is None:
        return None
    return today.year + (1 if told["next"] else -1 if told["last"] else 0)


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
    text = _CARDINAL.sub(lambda match: f"{value_of(match[1])} {match[2]}", text)
    found = find_date(text)
    if found is None:
        return None
    around = text[: found.span[0]] + " " + text[found.span[1] :]
    year_told = told_year(around, today)
    if year_told is not None and all(year is None for year, _, _ in found.triples):
        triples = tuple((year_told, month, day) for _, month, day in found.triples)
        found = WrittenDate(found.span, triples, found.sure)
        around = TOLD_YEAR.sub(" ", around, count=1)
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
