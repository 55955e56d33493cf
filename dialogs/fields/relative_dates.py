"""Reads dates told from today: "i övermorgon", "på fredag", "om två veckor", "vid årsskiftet"."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

from dialogs.conditions import Shift
from dialogs.fields.calendar_words import (
    DAY_NUMBER,
    FEASTS,
    MONTHS,
    ORDINALS,
    WEEKDAYS,
    day_number,
    days_in,
    end_of_month,
    pattern,
)
from dialogs.fields.date_reading import DateReading, NoDate, judge_rest, told_year
from dialogs.fields.feasts import MOVING_FEASTS
from dialogs.fields.number_words import value_of
from dialogs.fields.weeks import monday_of, next_weekday, week_number

_Result = DateReading | NoDate
#: "man" is a person or a husband, unless a date follows.
_WEEKDAY = f"(?P<weekday>(?!man [a-z]){pattern(WEEKDAYS)})\\b\\.?"
_COUNT = "(?P<count>[0-9]{1,4}|[a-z]{1,30}(?: [a-z]{1,10})?)"
_UNIT = (
    "(?P<unit>dagar|dar|dag|days|day|dygn|veckor|vecka|v|weeks|week|manader|manad|man|months|month|ar|"
    "years|year)\\b"
)
_NEAR: Final = {
    "i forrgar": -2, "forrgar": -2, "i gar": -1, "igar": -1, "yesterday": -1, "idag": 0, "i dag": 0,
    "today": 0,
    "ikvall": 0, "i kvall": 0, "i eftermiddag": 0, "tonight": 0,
    "i morse": 0, "imorse": 0, "i formiddags": 0, "this morning": 0,
    "i morgon": 1, "imorgon": 1, "imorn": 1, "i morn": 1, "imorrn": 1, "i morron": 1,
    "imorron": 1, "tomorrow": 1, "i overmorgon": 2, "overmorgon": 2, "iovermorgon": 2,
    "overimorgon": 2, "i overimorgon": 2,
    "the day after tomorrow": 2, "day after tomorrow": 2, "the day before yesterday": -2,
    "day before yesterday": -2,
}  # fmt: skip
#: Its last day depends on the year.
_FEBRUARY: Final = 2
#: A moving feast that lies this near ahead is the one that is meant.
_NEAR_FEAST: Final = timedelta(days=120)


def _near(match: re.Match[str], today: date) -> _Result:
    return DateReading((today + timedelta(days=_NEAR[match["near"]]),))


def _count(text: str) -> int | None:
    return int(text) if text.isdigit() else value_of(text)


def _shifted(match: re.Match[str], today: date, sign: int) -> _Result:
    count = _count(match["count"])
    if count is None or count > 1000:
        return NoDate("date_unreadable")
    return DateReading((_moved(today, sign * count, match["unit"]),))


def _moved(today: date, count: int, unit: str) -> date:
    if unit.startswith("d"):
        return today + timedelta(days=count)
    if unit.startswith(("v", "w")):
        return today + timedelta(weeks=count)
    return Shift(months=count * (1 if unit.startswith("m") else 12)).from_(today)


def _in(match: re.Match[str], today: date) -> _Result:
    reading = _shifted(match, today, 1)
    if isinstance(reading, DateReading) and match[0].startswith("inom"):
        # Within a week is any day of it.
        return DateReading(reading.days, sure=False)
    return reading


def _ago(match: re.Match[str], today: date) -> _Result:
    reading = _shifted(match, today, -1)
    if isinstance(reading, DateReading) and match["unit"].startswith(("ar", "y")):
        # Nobody counts years to the day.
        return DateReading(reading.days, sure=False)
    return reading


def _half_year(match: re.Match[str], today: date) -> _Result:
    return DateReading((Shift(months=6).from_(today),), sure=False)


def _weekday_in_weeks(match: re.Match[str], today: date) -> _Result:
    """ "fredag om två veckor", "fredag nästa vecka": the Friday of that calendar week."""
    weekday = WEEKDAYS[match["weekday"]]
    if match["count"]:
        count = _count(match["count"])
        if count is None or count > 100:
            return NoDate("date_unreadable")
        in_week = monday_of(today) + timedelta(weeks=count, days=weekday)
        counted = next_weekday(weekday, today) + timedelta(weeks=count)
        return DateReading(tuple(dict.fromkeys((in_week, counted))), sure=False)
    weeks = 0 if match["this"] else 1
    return DateReading((monday_of(today) + timedelta(weeks=weeks, days=weekday),))


def _weekday_of_week(match: re.Match[str], today: date) -> _Result:
    """ "måndag v. 42": a week without a year is the next one with that number."""
    monday = week_number(int(match["week"]), match["year"], today)
    if monday is None:
        return NoDate("date_unreadable")
    return DateReading((monday + timedelta(days=WEEKDAYS[match["weekday"]]),))


def _week_only(match: re.Match[str], today: date) -> _Result:
    monday = week_number(int(match["week"]), match["year"], today)
    if monday is None:
        return NoDate("date_unreadable")
    return NoDate("date_week", span=(monday, monday + timedelta(days=6)))


def _this_or_next_week(match: re.Match[str], today: date) -> _Result:
    monday = monday_of(today) + timedelta(weeks=0 if match["this"] else 1)
    return NoDate("date_week", span=(monday, monday + timedelta(days=6)))


def _next_weekday(match: re.Match[str], today: date) -> _Result:
    """ "nästa fredag": the coming one to some, the one of next calendar week to others."""
    weekday = WEEKDAYS[match["weekday"]]
    coming = next_weekday(weekday, today)
    next_week = monday_of(today) + timedelta(weeks=1, days=weekday)
    return DateReading(tuple(dict.fromkeys((coming, next_week))))


def _last_weekday(match: re.Match[str], today: date) -> _Result:
    weekday = WEEKDAYS[match["weekday"]]
    latest = today - timedelta(days=(today.weekday() - weekday - 1) % 7 + 1)
    if match["past"]:
        return DateReading((latest,))
    last_week = monday_of(today) + timedelta(weeks=-1, days=weekday)
    return DateReading(tuple(dict.fromkeys((latest, last_week))))


def _coming_weekday(match: re.Match[str], today: date) -> _Result:
    weekday = WEEKDAYS[match["weekday"]]
    coming = next_weekday(weekday, today)
    if weekday == today.weekday() and not match["coming"]:
        return DateReading((today, coming))
    return DateReading((coming,))


def _feast(match: re.Match[str], today: date) -> _Result:
    month, day = FEASTS[match["feast"]]
    if match["year"]:
        return DateReading((date(int(match["year"]), month, day),))
    told = told_year(match.string, today)
    return (
        DateReading(yearless=(month, day))
        if told is None
        else DateReading((date(told, month, day),))
    )


def _moving_feast(match: re.Match[str], today: date) -> _Result:
    """The feast of the year that is said, or the nearest if that is clear."""
    name = "midsommarafton" if match["feast"] == "midsommar" else match["feast"]
    find = MOVING_FEASTS[name]
    if match["year"]:
        return DateReading((find(int(match["year"])),), sure=name == match["feast"])
    if match["this"]:
        return DateReading((find(today.year),), sure=name == match["feast"])
    days = [find(year) for year in range(today.year - 1, today.year + 3)]
    days.sort(key=lambda each: abs(each - today))
    near = abs(days[0] - today) <= _NEAR_FEAST and days[0] >= today and name == match["feast"]
    # Far away, the limits may tell which.
    return DateReading(tuple(days[: 1 if near else 2]), sure=name == match["feast"])


def _beside_feast(match: re.Match[str], today: date) -> _Result:
    """ "dan före dopparedan", "två dagar efter nyårsdagen": the nearest to come."""
    month, day = FEASTS[match["feast"]]
    count = _count(match["count"]) if match["count"] else 1
    if count is None or count > 100:
        return NoDate("date_unreadable")
    step = timedelta(days=-count if match["side"] in ("fore", "innan", "before") else count)
    days = [date(year, month, day) + step for year in (today.year, today.year + 1)]
    return DateReading((min(each for each in days if each >= today),))


def _eight_days(match: re.Match[str], today: date) -> _Result:
    """ "i dag åtta dagar" is a week from today to those who say so; it may also be eight days."""
    start = next_weekday(WEEKDAYS[match["weekday"]], today) if match["weekday"] else today
    return DateReading((start + timedelta(days=7), start + timedelta(days=8)), sure=False)


def _day_of_next_month(match: re.Match[str], today: date) -> _Result:
    """ "den 1 i nästa månad", "sista i nästa månad"."""
    first = Shift(months=1).from_(today.replace(day=1))
    if match["last"]:
        return DateReading((end_of_month(first),))
    day = day_number(match)
    if not 1 <= day <= days_in(first.month, first.year):
        return NoDate("date_impossible", day=day, month=first.month, year=first.year)
    return DateReading((first.replace(day=day),))


def _weekday_and_day(match: re.Match[str], today: date) -> _Result:
    """ "fredag den 4:e": the coming fourth if it is a Friday; else it is asked which was meant."""
    coming = _day_only(match, today)
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


def _nth_weekday(match: re.Match[str], today: date) -> _Result:
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


def _turn_of_year(match: re.Match[str], today: date) -> _Result:
    return DateReading((date(today.year, 12, 31), date(today.year + 1, 1, 1)), sure=False)


def _turn_of_month(match: re.Match[str], today: date) -> _Result:
    last = end_of_month(today)
    return DateReading((last, last + timedelta(days=1)), sure=False)


def _last_of_month(match: re.Match[str], today: date) -> _Result:
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


def _day_only(match: re.Match[str], today: date) -> _Result:
    """ "den 4:e": this month or next."""
    day = day_number(match)
    first = today.replace(day=1)
    for _ in range(3):
        if 1 <= day <= days_in(first.month, first.year) and first.replace(day=day) >= today:
            return DateReading((first.replace(day=day),), sure=False)
        first = Shift(months=1).from_(first)
    return NoDate("date_unreadable")


def _soon(match: re.Match[str], today: date) -> _Result:
    return DateReading((today,), sure=False, soon=True)


def _no_day(match: re.Match[str], today: date) -> _Result:
    return NoDate("date_day_missing")


_WEEK_NUMBER = (
    r"(?:veckan|vecka|week|v)\.? ?(?P<week>[0-9]{1,2})"
    r"(?:[ ,./-]{1,2}(?P<year>20[0-9]{2}))?(?![0-9])"
)
_NEXT = "(?:nasta|nastkommande|next)"

#: Tried in this order: what is longer and more exact first.
_READERS: Final[tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date], _Result]], ...]] = (
    tuple(
        (re.compile(rf"(?<![a-z0-9]){source}(?![a-z0-9])"), read)
        for source, read in (
            (f"(?:pa |on )?{_WEEKDAY} (?:i )?{_WEEK_NUMBER}", _weekday_of_week),
            (
                f"(?:pa |on )?{_WEEKDAY} "
                "(?:(?:om|in) (?P<count>[0-9]{1,2}|[a-z]{1,12}) (?:veckor|vecka|weeks?)"
                f"|(?:i )?(?:(?P<this>denna|den har|this)|{_NEXT}) (?:vecka|veckan|week))",
                _weekday_in_weeks,
            ),
            (
                f"(?P<count>)(?:(?P<this>denna|den har|this)|{_NEXT}) (?:vecka|veckan|week)s?,? "
                f"(?:pa |on )?{_WEEKDAY}",
                _weekday_in_weeks,
            ),
            (f"{_WEEK_NUMBER},? (?:pa |on )?{_WEEKDAY}", _weekday_of_week),
            (_WEEK_NUMBER, _week_only),
            (
                f"{_COUNT} {_UNIT} (?:from (?:now|today)|fran (?:nu|i ?dag|dagens datum))",
                _in,
            ),
            (
                f"(?:(?:pa )?{_WEEKDAY}|i ?dag|today) (?:om )?(?:atta|8) (?:dagar|dar|days)",
                _eight_days,
            ),
            (
                f"(?:pa |on )?{_WEEKDAY},? (?:den |the ){DAY_NUMBER}(?! [a-z]+ (?:19|20))",
                _weekday_and_day,
            ),
            (
                "(?:den |the )?(?:(?P<last>sista|siste|last)|"
                "(?P<word>forsta|andra|tredje|fjarde|femte|first|second|third|fourth|fifth)) "
                f"{_WEEKDAY} (?:i |in |of )(?P<month>{pattern(MONTHS)})"
                "(?: (?:(?P<year>20[0-9]{2})|(?P<next>nasta ar|next year)))?",
                _nth_weekday,
            ),
            (f"(?:for )?{_COUNT} {_UNIT} (?:sedan|sen|ago)(?: i ?dag| today)?", _ago),
            (f"(?P<near>{pattern(_NEAR)})", _near),
            ("(?:om|in) (?:ett halvar|half a year)", _half_year),
            (f"(?:om|in|inom) (?:exakt |precis |exactly )?{_COUNT} {_UNIT}", _in),
            (f"{_NEXT} {_WEEKDAY}", _next_weekday),
            (f"(?:(?P<past>i) (?=[a-z]+s\\b)|forra |last ){_WEEKDAY}", _last_weekday),
            (
                f"(?P<coming>(?:nu|kommande|coming) )?(?:(?:pa|on|this|den har|denna|kommande|coming) )*{_WEEKDAY}",
                _coming_weekday,
            ),
            (
                f"(?:dan|dagen|the day|day|{_COUNT} (?:dagar|dar|days)) "
                "(?P<side>fore|innan|efter|before|after) "
                f"(?P<feast>{pattern(FEASTS)})",
                _beside_feast,
            ),
            (
                "(?:(?P<last>(?:den )?(?:sista|siste)(?: dagen)?|the last(?: day)?)"
                f"|(?:den |the )?{DAY_NUMBER}(?: dagen| day)?)"
                f" (?:i |of |in )?{_NEXT} (?:manad|manaden|month)",
                _day_of_next_month,
            ),
            (f"(?P<feast>{pattern(FEASTS)})(?: (?P<year>20[0-9]{{2}}))?", _feast),
            (
                f"(?P<feast>{pattern(MOVING_FEASTS)}|midsommar)(?: (?P<year>20[0-9]{{2}})|(?P<this> i ar))?",
                _moving_feast,
            ),
            ("(?:vid )?(?:arsskiftet|arets slut|slutet av aret|new year|nyar)", _turn_of_year),
            ("(?:vid )?manadsskiftet", _turn_of_month),
            (
                "(?:den )?(?:sista|siste|last)(?: dagen| dan)?(?: day)?(?: i| of| in)? "
                f"(?P<month>{pattern(MONTHS)})"
                "(?: (?P<year>20[0-9]{2}))?",
                _last_of_month,
            ),
            (
                "(?:den )?(?:sista|siste)(?: dagen)? (?:i (?:denna )?manaden|dennes)(?P<month>)",
                _last_of_month,
            ),
            (
                "(?:nu|genast|omgaende|snarast|direkt|asap|now|immediately|"
                "sa (?:fort|snart|tidigt) som mojligt|"
                "as soon as possible|snarast mojligt)",
                _soon,
            ),
            (
                f"(?:denna|den har|this|{_NEXT}) (?:manad|manaden|month|ar|year)",
                _no_day,
            ),
            (f"(?:{_NEXT}|(?P<this>denna|den har|this)) (?:vecka|veckan|week)", _this_or_next_week),
            (f"(?:{pattern(MONTHS)})", _no_day),
            (f"(?:den |the ){DAY_NUMBER}", _day_only),
            ("(?P<day>[0-9]{1,2})(?P<word>)(?::[ae]|st|nd|rd|th)", _day_only),
            ("(?:19|20|21)[0-9]{2}(?:-[0-9]{2})?", _no_day),
        )
    )
)


def read_relative_date(text: str, today: date) -> DateReading | NoDate | None:
    """The date in bare text as told from today; None when there is none at all."""
    for regex, read in _READERS:
        match = regex.search(text)
        if match is None:
            continue
        try:
            reading = read(match, today)
        except (ValueError, OverflowError):
            return NoDate("date_unreadable")
        if isinstance(reading, NoDate):
            return reading
        rest = judge_rest(text[: match.start()] + " " + text[match.end() :])
        if isinstance(rest, NoDate):
            return rest
        weekday, sure = rest
        if weekday is not None and "weekday" in regex.groupindex:
            return NoDate("date_several")
        return DateReading(
            reading.days, reading.yearless, weekday, reading.sure and sure, reading.soon
        )
    return None
