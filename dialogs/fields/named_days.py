"""Days told by a feast or by their place in a month: "dan före dopparedan", "sista i nästa månad"."""

import re
from datetime import date, timedelta
from typing import Final

from dialogs.conditions import Shift
from dialogs.fields.calendar_words import (
    FEASTS,
    MONTHS,
    ORDINALS,
    WEEKDAYS,
    day_number,
    days_in,
    end_of_month,
)
from dialogs.fields.date_reading import DateReading, NoDate, told_year
from dialogs.fields.feasts import MOVING_FEASTS
from dialogs.fields.number_words import value_of

DateResult = DateReading | NoDate
#: Its last day depends on the year.
_FEBRUARY: Final = 2
#: A moving feast that lies this near ahead is the one that is meant.
_NEAR_FEAST: Final = timedelta(days=120)


def number_in(text: str) -> int | None:
    return int(text) if text.isdigit() else value_of(text)


def feast(match: re.Match[str], today: date) -> DateResult:
    month, day = FEASTS[match["feast"]]
    if match["year"]:
        return DateReading((date(int(match["year"]), month, day),))
    told = told_year(match.string, today)
    return (
        DateReading(yearless=(month, day))
        if told is None
        else DateReading((date(told, month, day),))
    )


def moving_feast(match: re.Match[str], today: date) -> DateResult:
    """The feast of the year that is said, or the nearest if that is clear."""
    name = "midsommarafton" if match["feast"] == "midsommar" else match["feast"]
    find = MOVING_FEASTS[name]
    if match["year"]:
        return DateReading((find(int(match["year"])),), sure=name == match["feast"])
    if match["this"] or match["next"]:
        year = today.year + (1 if match["next"] else 0)
        return DateReading((find(year),), sure=name == match["feast"])
    days = [find(year) for year in range(today.year - 1, today.year + 3)]
    days.sort(key=lambda each: abs(each - today))
    near = abs(days[0] - today) <= _NEAR_FEAST and days[0] >= today and name == match["feast"]
    # Far away, the limits may tell which.
    return DateReading(tuple(days[: 1 if near else 2]), sure=name == match["feast"])


def beside_feast(match: re.Match[str], today: date) -> DateResult:
    """ "dan före dopparedan", "två dagar efter nyårsdagen": the nearest to come."""
    month, day = FEASTS[match["feast"]]
    number = number_in(match["count"]) if match["count"] else 1
    if number is None or number > 100:
        return NoDate("date_unreadable")
    step = timedelta(days=-number if match["side"] in ("fore", "innan", "before") else number)
    days = [date(year, month, day) + step for year in (today.year, today.year + 1)]
    return DateReading((min(each for each in days if each >= today),))


def day_of_next_month(match: re.Match[str], today: date) -> DateResult:
    """ "den 1 i nästa månad", "sista i nästa månad"."""
    first = Shift(months=1).from_(today.replace(day=1))
    if match["last"]:
        return DateReading((end_of_month(first),))
    day = day_number(match)
    if not 1 <= day <= days_in(first.month, first.year):
        return NoDate("date_impossible", day=day, month=first.month, year=first.year)
    return DateReading((first.replace(day=day),))


def nth_weekday(match: re.Match[str], today: date) -> DateResult:
    """ "första måndagen i januari", "sista fredagen i mars 2027"."""
    weekday, month = WEEKDAYS[match["weekday"]], MONTHS[match["month"]]

    def find(year: int) -> date:
        first = date(year, month, 1)
        if match["last"]:
            last = end_of_month(first)
            return last - timedelta(days=(last.weekday() - weekday) % 7)
        nth = ORDINALS[match["word"]]
        return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))

    if match["year"]:
        found = find(int(match["year"]))
    elif match["next"]:
        found = find(today.year + 1)
    else:
        found = min(day for day in (find(today.year), find(today.year + 1)) if day >= today)
    return DateReading((found,)) if found.month == month else NoDate("date_unreadable")


def turn_of_year(match: re.Match[str], today: date) -> DateResult:
    return DateReading((date(today.year, 12, 31), date(today.year + 1, 1, 1)), sure=False)


def turn_of_month(match: re.Match[str], today: date) -> DateResult:
    last = end_of_month(today)
    return DateReading((last, last + timedelta(days=1)), sure=False)


def last_of_month(match: re.Match[str], today: date) -> DateResult:
    if not match["month"]:
        return DateReading((end_of_month(today),), sure=False)
    month = MONTHS[match["month"]]
    if match["year"]:
        year = int(match["year"])
        return DateReading((date(year, month, days_in(month, year)),))
    if month == _FEBRUARY:
        days = [date(year, month, days_in(month, year)) for year in (today.year, today.year + 1)]
        return DateReading((min(day for day in days if day >= today),))
    return DateReading(yearless=(month, days_in(month, None)))


def weekday_and_day(match: re.Match[str], today: date) -> DateResult:
    """ "fredag den 4:e": the coming fourth if it is a Friday; else it is asked which was meant."""
    coming = day_only(match, today)
    weekday = WEEKDAYS[match["weekday"]]
    if isinstance(coming, NoDate):
        return coming
    if coming.days[0].weekday() == weekday:
        return DateReading(coming.days)
    day, first = coming.days[0].day, coming.days[0].replace(day=1)
    for _ in range(12):
        first = Shift(months=1).from_(first)
        if day <= days_in(first.month, first.year) and first.replace(day=day).weekday() == weekday:
            return DateReading((coming.days[0], first.replace(day=day)), sure=False)
    return DateReading(coming.days, sure=False)


def day_only(match: re.Match[str], today: date) -> DateResult:
    """ "den 4:e": this month or next."""
    day = day_number(match)
    first = today.replace(day=1)
    for _ in range(3):
        if 1 <= day <= days_in(first.month, first.year) and first.replace(day=day) >= today:
            return DateReading((first.replace(day=day),), sure=False)
        first = Shift(months=1).from_(first)
    return NoDate("date_unreadable")
