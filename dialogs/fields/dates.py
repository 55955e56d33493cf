"""The type `date`. Value: an ISO 8601 date, "2026-12-04".

A date without a year is settled by the field's limits and by what is near: see `settle`.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar, Final

from rapidfuzz.distance import OSA

from dialogs.conditions import Value, as_date
from dialogs.fields import settings
from dialogs.fields.around import asks
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
from dialogs.fields.calendar_words import MONTHS, WEEKDAYS, days_in, month_name, pattern, show_day
from dialogs.fields.date_reading import (
    FIRST_YEAR,
    LAST_YEAR,
    DateReading,
    NoDate,
    read_calendar_date,
)
from dialogs.fields.relative_dates import read_relative_date
from dialogs.fields.within import surely
from dialogs.fields.within_calendar import date_spans
from dialogs.fields.writing import short_answer
from dialogs.fields.written_dates import exists
from dialogs.messages import Input, Kind
from dialogs.service import Field
from dialogs.texts import ENGLISH

#: A date without a year that lies this far ahead is confirmed: this year's may be meant.
_FAR_AHEAD: Final = timedelta(days=270)
_TWO_YEARS: Final = timedelta(days=731)
#: Nearer than this (in either direction) the year needs no question.
_NEAR: Final = timedelta(days=120)
#: Month and weekday names that are long enough to be recognised in spite of a mistake.
_LONG_NAMES: Final = tuple(each for each in (*MONTHS, *WEEKDAYS) if len(each) >= 5)
_LONG: Final = 7
#: Readings that a misspelt month can be the reason for.
_MENDABLE: Final = frozenset({"date_day_missing", "date_unreadable"})
_SLASHED = re.compile("([0-9]{1,2})/([0-9]{1,2})((?:/(?:20)?[0-9]{2})?)")
#: "Var fredag" is each of them.
_EVERY = re.compile(r"\bvar (?:[a-z]+dag\b|[0-9]|annan|tredje)")
#: "Vi flyttade 15 februari" is told of a day that has been.
_GONE = re.compile(r"\b(?:flyttade|borjade|slutade|var|hande|skedde|foddes|moved|was)\b")
_LONG_WORD = re.compile(r"[a-z]{5,12}")


@dataclass(frozen=True, slots=True)
class Limits:
    """The first and last day that a field takes."""

    earliest: date | None
    latest: date | None

    def allow(self, day: date) -> bool:
        return (self.earliest is None or day >= self.earliest) and (
            self.latest is None or day <= self.latest
        )


def limits_of(field: Field, asking: Asking) -> Limits:
    return Limits(settings.day(field, "min", asking), settings.day(field, "max", asking))


def read_date(text: str, today: date) -> DateReading | NoDate:
    """The date in bare text, written in any way; misspelt names are tried last."""
    reading = _read(text, today)
    if isinstance(reading, DateReading) or (reading and reading.reason not in _MENDABLE):
        return reading
    mended = _LONG_WORD.sub(_mended, text)
    again = None if mended == text else _read(mended, today)
    if isinstance(again, DateReading):
        return DateReading(again.days, again.yearless, again.weekday, sure=False)
    return reading or again or NoDate("date_unreadable")


#: "Jag kan 7 jan", but not "kan ni 7 jan".
_CAN = re.compile(r"\b(?:jag|vi) kan\b(?! inte| ej)")
#: "fr.o.m. 7 jan": the day alone is asked for.
_FROM = re.compile(r"\b(?:fr?\. ?o\. ?m\.?|fr? o m|fom)(?= )")

#: "I mars, säg den 8:e", "nästa månad den 15": the day after its month.
_MONTH_THEN_DAY = re.compile(
    rf"^(?:i |in )?(?P<month>{pattern(MONTHS)}|(?:nasta|denna|den har) manad),?"
    r"(?: (?:sag|typ|helst|kanske|gissningsvis))? (?:den|the) (?P<day>[0-9]{1,2})(?::?[ae])?"
    r"(?P<rest>$|[ ,.!].*)"
)


def _read(text: str, today: date) -> DateReading | NoDate | None:
    text = _CAN.sub(" ", _FROM.sub("fran", text))
    text = _MONTH_THEN_DAY.sub(r"den \g<day> \g<month>\g<rest>", text)
    reading = read_calendar_date(text, today)
    return read_relative_date(text, today) if reading is None else reading


def _mended(match: re.Match[str]) -> str:
    """ "feburari" → "februari"; the word itself when no name is near."""
    word = match[0]
    if word.startswith("manad"):
        # A month, and no Monday.
        return word
    # Of a short word one wrong letter makes another word: "tiden" is no Tuesday.
    most = 1 if len(word) < _LONG else 2
    near = [each for each in _LONG_NAMES if OSA.distance(word, each, score_cutoff=most) <= most]
    near.sort(key=lambda each: OSA.distance(word, each))
    if not near or near[0][0] != word[0]:
        return word
    return near[0]


def _without_year(reading: DateReading, limits: Limits, today: date) -> DateReading | NoDate:
    """Puts a year on month and day.

    1. Only what the limits allow counts; if that is one day, it is the one.
    2. A limit from today on means the first day after it; one until today the last before it.
    3. Otherwise the nearest, if it is clearly nearer than the others.
    What lies far away is confirmed, since this year's may have been meant.
    """
    month, day = reading.yearless or (1, 1)
    # Eight years can pass between two leap days.
    reach = 9 if (month, day) == (2, 29) else 3
    years = range(today.year - reach, today.year + reach + 1)
    days = [date(year, month, day) for year in years if exists(year, month, day)]
    days.sort(key=lambda each: (abs(each - today), each < today))
    allowed = [each for each in days if limits.allow(each)]
    if not allowed:
        return DateReading((days[0],), None, reading.weekday, reading.sure)
    coming = min((each for each in days if each >= today), default=days[0])
    if limits.earliest is not None and limits.earliest >= today:
        chosen = min(allowed)
        if chosen != coming and chosen - today > _FAR_AHEAD and coming - today < _FAR_AHEAD:
            # The one that was meant is too early: say so instead of jumping a year.
            return DateReading((coming,), None, reading.weekday, reading.sure)
        sure = chosen - today <= _FAR_AHEAD or limits.latest is not None
        return DateReading((chosen,), None, reading.weekday, reading.sure and sure)
    if limits.latest is not None and limits.latest <= today:
        # Without a first day it may be a birth date, whose year cannot be guessed unless it is near.
        sure = limits.earliest is not None or len(allowed) == 1 or today - allowed[0] <= _NEAR
        few = 1 if sure else 2
        return DateReading(tuple(allowed[:few]), None, reading.weekday, reading.sure and sure)
    # Where the last one is no longer allowed, the next is meant and none after it.
    next_only = min(allowed) >= today and allowed[0] - today <= _FAR_AHEAD
    clear = len(allowed) == 1 or abs(allowed[0] - today) <= _NEAR or next_only
    return DateReading(tuple(allowed[: 1 if clear else 2]), None, reading.weekday, reading.sure)


def settle(reading: DateReading | NoDate, limits: Limits, today: date) -> DateReading | NoDate:
    """Whole dates, within the limits if possible; a weekday that does not fit is confirmed."""
    if isinstance(reading, NoDate):
        return reading
    if reading.yearless is not None:
        reading = _without_year(reading, limits, today)
        if isinstance(reading, NoDate):
            return reading
    if not any(FIRST_YEAR <= each.year <= LAST_YEAR for each in reading.days):
        return NoDate("date_year")
    days = tuple(each for each in reading.days if limits.allow(each)) or reading.days[:1]
    near_years = abs(reading.days[-1] - reading.days[0]) < _TWO_YEARS
    if len(days) < len(reading.days) and near_years and days[0] - today > _FAR_AHEAD:
        # Only the limits tell that this year's feast is not meant.
        reading = DateReading(reading.days, None, reading.weekday, sure=False, soon=reading.soon)
    if reading.soon and limits.earliest is not None:
        days = (max(days[0], limits.earliest),)
    if reading.weekday is None or days[0].weekday() == reading.weekday:
        return DateReading(days, None, None, reading.sure)
    fitting = tuple(each for each in days if each.weekday() == reading.weekday)
    if fitting:
        return DateReading(fitting, None, None, reading.sure)
    # "fredag 5 december" when the fifth is a Saturday: the date or the weekday is wrong.
    beside = (reading.weekday - days[0].weekday() + 3) % 7 - 3
    other = days[0] + timedelta(days=beside)
    return DateReading((days[0], other) if limits.allow(other) else days[:1], sure=False)


def refused(no_date: NoDate, limits: Limits, language: str, example: str) -> Refused:
    """The refusal of what is no date, with everything that its text may name."""
    params: dict[str, str | int] = {"example": example}
    if no_date.reason == "date_impossible" and 1 <= no_date.month <= 12:
        year = no_date.year
        if year is not None and year < 100:
            year += 2000
        params["day"] = no_date.day
        params["month"] = month_name(no_date.month, language) + (f" {year}" if year else "")
        params["last"] = days_in(no_date.month, year)
    if no_date.reason == "date_no_month":
        params["month"] = no_date.month
    if no_date.span is not None:
        params["first"] = show_day(no_date.span[0], language)
        params["last"] = show_day(no_date.span[1], language)
    return Refused(no_date.reason, params)


def outside(days: Iterable[date], limits: Limits, language: str) -> Refused | None:
    """The refusal when none of the days is allowed."""
    days = tuple(days)
    if any(limits.allow(each) for each in days):
        return None
    params: dict[str, str | int] = {"given": show_day(days[0], language)}
    if limits.earliest is not None:
        params["earliest"] = show_day(limits.earliest, language)
    if limits.latest is not None:
        params["latest"] = show_day(limits.latest, language)
    early = limits.earliest is not None and days[0] < limits.earliest
    return Refused("date_too_early" if early else "date_too_late", params)


class Date(FieldType):
    """One day."""

    name = "date"
    LIMITS: ClassVar[Mapping[str, LimitKind]] = {"min": LimitKind.DATE, "max": LimitKind.DATE}

    def parse(self, field: Field, given: Given, asking: Asking) -> Outcome:
        text = short_answer(given)
        if isinstance(text, Refused):
            return text
        limits = limits_of(field, asking)
        reading = settle(read_date(text, asking.today), limits, asking.today)
        if isinstance(reading, NoDate):
            return refused(reading, limits, asking.language, self.example(field, asking))
        too_far = outside(reading.days, limits, asking.language)
        if too_far is not None:
            return too_far
        gone = reading.days[0] > asking.today and _GONE.search(text) is not None
        if (
            reading.sure
            and len(reading.days) == 1
            and not gone
            and not _EVERY.search(text)
            and not asks(text)
        ):
            other = _american(text, limits, asking)
            if other is not None and other != reading.days[0]:
                return Unsure((reading.days[0].isoformat(), other.isoformat()))
            return Accepted(reading.days[0].isoformat())
        return Unsure(tuple(each.isoformat() for each in reading.days[:4]))

    def find(self, field: Field, text: str, asking: Asking) -> tuple[Finding, ...]:
        latest = limits_of(field, asking).latest
        past = latest is not None and latest <= asking.today
        return surely(self, field, text, asking, date_spans(text, past=past))

    def show(self, field: Field, value: Value, language: str) -> str:
        day = as_date(value)
        return str(value) if day is None else show_day(day, language)

    def input(self, field: Field, asking: Asking) -> Input:
        limits = limits_of(field, asking)
        return Input(
            kind=Kind.DATE,
            min=limits.earliest.isoformat() if limits.earliest else None,
            max=limits.latest.isoformat() if limits.latest else None,
        )

    def example(self, field: Field, asking: Asking) -> str:
        """A day that would be accepted, in words: "4 december 2026"."""
        return show_day(example_day(field, asking), asking.language).split(" ", 1)[1]

    def check(self, field: Field) -> tuple[str, ...]:
        first, last = as_date(field.limits.get("min")), as_date(field.limits.get("max"))
        if first is not None and last is not None and first > last:
            return (f"min ({first}) is after max ({last}): swap them",)
        return ()


def _american(text: str, limits: Limits, asking: Asking) -> date | None:
    """The day that "12/8" is to an English writer who puts the month first, if it is allowed."""
    match = _SLASHED.fullmatch(text) if asking.language == ENGLISH else None
    if match is None:
        return None
    turned = f"{match[2]}/{match[1]}{match[3]}"
    reading = settle(read_date(turned, asking.today), limits, asking.today)
    if isinstance(reading, NoDate) or not reading.sure or not limits.allow(reading.days[0]):
        return None
    return reading.days[0]


def example_day(field: Field, asking: Asking) -> date:
    """Eleven days from now, or the nearest allowed day."""
    limits = limits_of(field, asking)
    day = asking.today + timedelta(days=11)
    if limits.latest is not None:
        day = min(day, limits.latest)
    return day if limits.earliest is None else max(day, limits.earliest)


TYPES: tuple[FieldType, ...] = (Date(),)
