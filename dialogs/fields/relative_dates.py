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
    WEEKDAYS,
    pattern,
)
from dialogs.fields.date_reading import TOLD_YEAR, DateReading, NoDate, judge_rest
from dialogs.fields.feasts import MOVING_FEASTS
from dialogs.fields.named_days import (
    DateResult,
    beside_feast,
    day_of_next_month,
    day_only,
    feast,
    last_of_month,
    moving_feast,
    nth_weekday,
    number_in,
    turn_of_month,
    turn_of_year,
    weekday_and_day,
)
from dialogs.fields.weeks import monday_of, next_weekday, week_number

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


def _near(match: re.Match[str], today: date) -> DateResult:
    return DateReading((today + timedelta(days=_NEAR[match["near"]]),))


def _shifted(match: re.Match[str], today: date, sign: int) -> DateResult:
    count = number_in(match["count"])
    if count is None or count > 1000:
        return NoDate("date_unreadable")
    return DateReading((_moved(today, sign * count, match["unit"]),))


def _moved(today: date, count: int, unit: str) -> date:
    if unit.startswith("d"):
        return today + timedelta(days=count)
    if unit.startswith(("v", "w")):
        return today + timedelta(weeks=count)
    return Shift(months=count * (1 if unit.startswith("m") else 12)).from_(today)


def _in(match: re.Match[str], today: date) -> DateResult:
    reading = _shifted(match, today, 1)
    if isinstance(reading, DateReading) and match[0].startswith("inom"):
        # Within a week is any day of it.
        return DateReading(reading.days, sure=False)
    return reading


def _ago(match: re.Match[str], today: date) -> DateResult:
    reading = _shifted(match, today, -1)
    if isinstance(reading, DateReading) and match["unit"].startswith(("ar", "y")):
        # Nobody counts years to the day.
        return DateReading(reading.days, sure=False)
    return reading


def _half_year(match: re.Match[str], today: date) -> DateResult:
    return DateReading((Shift(months=6).from_(today),), sure=False)


def _weekday_in_weeks(match: re.Match[str], today: date) -> DateResult:
    """ "fredag om två veckor", "fredag nästa vecka": the Friday of that calendar week."""
    weekday = WEEKDAYS[match["weekday"]]
    if match["count"]:
        count = number_in(match["count"])
        if count is None or count > 100:
            return NoDate("date_unreadable")
        in_week = monday_of(today) + timedelta(weeks=count, days=weekday)
        counted = next_weekday(weekday, today) + timedelta(weeks=count)
        return DateReading(tuple(dict.fromkeys((in_week, counted))), sure=False)
    weeks = 0 if match["this"] else 1
    return DateReading((monday_of(today) + timedelta(weeks=weeks, days=weekday),))


def _weekday_of_week(match: re.Match[str], today: date) -> DateResult:
    """ "måndag v. 42": a week without a year is the next one with that number."""
    monday = week_number(int(match["week"]), match["year"], today)
    if monday is None:
        return NoDate("date_unreadable")
    return DateReading((monday + timedelta(days=WEEKDAYS[match["weekday"]]),))


def _week_only(match: re.Match[str], today: date) -> DateResult:
    monday = week_number(int(match["week"]), match["year"], today)
    if monday is None:
        return NoDate("date_unreadable")
    return NoDate("date_week", span=(monday, monday + timedelta(days=6)))


def _this_or_next_week(match: re.Match[str], today: date) -> DateResult:
    monday = monday_of(today) + timedelta(weeks=0 if match["this"] else 1)
    return NoDate("date_week", span=(monday, monday + timedelta(days=6)))


def _next_weekday(match: re.Match[str], today: date) -> DateResult:
    """ "nästa fredag": the coming one to some, the one of next calendar week to others."""
    weekday = WEEKDAYS[match["weekday"]]
    coming = next_weekday(weekday, today)
    next_week = monday_of(today) + timedelta(weeks=1, days=weekday)
    return DateReading(tuple(dict.fromkeys((coming, next_week))))


def _last_weekday(match: re.Match[str], today: date) -> DateResult:
    weekday = WEEKDAYS[match["weekday"]]
    latest = today - timedelta(days=(today.weekday() - weekday - 1) % 7 + 1)
    if match["past"]:
        return DateReading((latest,))
    last_week = monday_of(today) + timedelta(weeks=-1, days=weekday)
    return DateReading(tuple(dict.fromkeys((latest, last_week))))


def _coming_weekday(match: re.Match[str], today: date) -> DateResult:
    weekday = WEEKDAYS[match["weekday"]]
    coming = next_weekday(weekday, today)
    if weekday == today.weekday() and not match["coming"]:
        return DateReading((today, coming))
    return DateReading((coming,))


def _eight_days(match: re.Match[str], today: date) -> DateResult:
    """ "i dag åtta dagar" is a week from today to those who say so; it may also be eight days."""
    start = next_weekday(WEEKDAYS[match["weekday"]], today) if match["weekday"] else today
    return DateReading((start + timedelta(days=7), start + timedelta(days=8)), sure=False)


def _soon(match: re.Match[str], today: date) -> DateResult:
    return DateReading((today,), sure=False, soon=True)


def _no_day(match: re.Match[str], today: date) -> DateResult:
    return NoDate("date_day_missing")


_WEEK_NUMBER = (
    r"(?:veckan|vecka|week|v)\.? ?(?P<week>[0-9]{1,2})"
    r"(?:[ ,./-]{1,2}(?P<year>20[0-9]{2}))?(?![0-9])"
)
_NEXT = "(?:nasta|nastkommande|next)"

#: Tried in this order: what is longer and more exact first.
_READERS: Final[tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date], DateResult]], ...]] = (
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
                weekday_and_day,
            ),
            (
                "(?:den |the )?(?:(?P<last>sista|siste|last)|"
                "(?P<word>forsta|andra|tredje|fjarde|femte|first|second|third|fourth|fifth)) "
                f"{_WEEKDAY} (?:i |in |of )(?P<month>{pattern(MONTHS)})"
                "(?: (?:(?P<year>20[0-9]{2})|(?P<next>nasta ar|next year)))?",
                nth_weekday,
            ),
            (f"(?:for )?{_COUNT} {_UNIT} (?:sedan|sen|ago)(?: i ?dag| today)?", _ago),
            (f"(?P<near>{pattern(_NEAR)})", _near),
            ("(?:om|in) (?:ett halvar|half a year)", _half_year),
            (f"(?:om|in|inom) (?:exakt |precis |exactly )?{_COUNT} {_UNIT}", _in),
            (f"{_NEXT} {_WEEKDAY}", _next_weekday),
            (f"(?:(?P<past>i) (?=[a-z]+s\\b)|forra |last ){_WEEKDAY}", _last_weekday),
            (
                "(?P<coming>(?:nu|kommande|coming) )?"
                f"(?:(?:pa|on|this|den har|denna|kommande|coming) )*{_WEEKDAY}",
                _coming_weekday,
            ),
            (
                f"(?:dan|dagen|dag|the day|day|{_COUNT} (?:dagar|dar|days)) "
                "(?P<side>fore|innan|efter|before|after) "
                f"(?P<feast>{pattern(FEASTS)})",
                beside_feast,
            ),
            (
                "(?:(?P<last>(?:den )?(?:sista|siste)(?: dagen)?|the last(?: day)?)"
                f"|(?:den |the )?{DAY_NUMBER}(?: dagen| day)?)"
                f" (?:i |of |in )?{_NEXT} (?:manad|manaden|month)",
                day_of_next_month,
            ),
            (f"(?P<feast>{pattern(FEASTS)})(?: (?P<year>(?:19|20)[0-9]{{2}}))?", feast),
            (
                f"(?P<feast>{pattern(MOVING_FEASTS)}|midsommar)"
                "(?: (?P<year>20[0-9]{2})|(?P<this> i ar)|(?P<next> nasta ar))?",
                moving_feast,
            ),
            ("(?:vid )?(?:arsskiftet|arets slut|slutet av aret|new year|nyar)", turn_of_year),
            ("(?:vid )?manadsskiftet", turn_of_month),
            (
                "(?:den )?(?:sista|siste|last)(?: dagen| dan)?(?: day)?(?: i| of| in)? "
                f"(?P<month>{pattern(MONTHS)})"
                "(?: (?P<year>20[0-9]{2}))?",
                last_of_month,
            ),
            (
                "(?:den )?(?:sista|siste)(?: dagen)? (?:i (?:denna )?manaden|dennes)(?P<month>)",
                last_of_month,
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
            (f"(?:den |the ){DAY_NUMBER}", day_only),
            ("(?P<day>[0-9]{1,2})(?P<word>)(?::[ae]|st|nd|rd|th)", day_only),
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
        around = text[: match.start()] + " " + text[match.end() :]
        rest = judge_rest(TOLD_YEAR.sub(" ", around, count=1) if read is feast else around)
        if isinstance(rest, NoDate):
            return rest
        weekday, sure = rest
        if weekday is not None and "weekday" in regex.groupindex:
            return NoDate("date_several")
        return DateReading(
            reading.days, reading.yearless, weekday, reading.sure and sure, reading.soon
        )
    return None
