"""Whole weeks, weekends, months, half-years and years as periods: "juli och augusti", "hela v. 42".

What can be meant in several ways is given in all of them; the person is asked in any case, because
"nästa vecka" may be five days or seven.
"""

import re
from datetime import date, timedelta
from itertools import pairwise
from typing import Final

from dialogs.conditions import Shift
from dialogs.fields.calendar_words import MONTHS, end_of_month, pattern
from dialogs.fields.weeks import monday_of

#: First and last day.
Days = tuple[date, date]

_WHOLE: Final = "(?:(?:perioden|under|i|pa|hela|all of|the whole of|the whole|in|for|gar|galler) )*"
_TOLD_YEAR: Final = (
    "(?P<year>20[0-9]{2})|(?P<next>nasta ar|next year)|(?P<this>i ar|detta ar|this year)"
)
_RELATIVE: Final = (
    "(?:(?P<next>nasta|nastkommande|kommande|next)|(?P<last>forra|last)|denna|den har|this)"
)
_MONTH: Final = f"(?:{pattern(MONTHS)})"
_MONTHS = re.compile(
    rf"{_WHOLE}(?P<months>{_MONTH}"
    rf"(?:(?:, ?| ?- ?| )(?:(?:och|till(?: och med)?|to|and|t\.? ?o\.? ?m\.?|through) )?(?:hela )?{_MONTH})*)"
    rf"(?: manad)?(?:,? (?:ar )?(?:{_TOLD_YEAR}))?"
)
_EACH_MONTH = re.compile(rf"\b{_MONTH}\b")
_TO = re.compile(r"-| (?:till|to|through|t\.? ?o\.? ?m)\b")
_THIS_OR_NEXT_MONTH = re.compile(rf"{_WHOLE}{_RELATIVE} (?:manad|manaden|month)")
_THIS_OR_NEXT_WEEK = re.compile(rf"{_WHOLE}{_RELATIVE} (?:vecka|veckan|week)")
_WEEKEND = re.compile(
    rf"{_WHOLE}(?:den )?(?:(?P<next>nasta|next)|kommande|denna|den har|this|nu i)? ?"
    r"(?:helgen|helg|veckoslutet|veckoslut|weekend)"
    r"(?:,? (?:lordag|lor|saturday)(?: (?:och|a|and) | ?- ?)(?:sondag|son|sunday))?"
)
_YEAR_ALONE = re.compile(
    rf"{_WHOLE}(?:aret |ar )?"
    r"(?:(?P<half>(?:(?P<first>forsta|first)|andra|second) (?:halvaret|half(?: of)?)) ?)?"
    rf"(?:(?:av |of )?(?:{_TOLD_YEAR}))?"
)
_WEEKS = re.compile(
    rf"{_WHOLE}(?:v|vecka|veckorna|veckor|weeks?)\.? ?(?P<first>[0-9]{{1,2}})"
    r"(?: ?(?:-|till|och|to|and) ?(?:v\.? ?|vecka |week )?(?P<last>[0-9]{1,2}))?"
    r"(?:[ ,]{1,2}(?P<year>20[0-9]{2}))?"
)
#: "I december" may be some day in it.
_SOME_TIME = re.compile(r"(?:i|in|under) (?!hela|the whole)")
_ALL_OF = re.compile(r"(?:i |under )?(?:hela|all of|the whole)\b")
_YEAR_TOLD = re.compile(r"20[0-9]{2}|\b(?:ar|year|nasta|denna|den har|this|next|v|vecka|week)\b")
_BETWEEN_HOLIDAYS: Final = frozenset(
    {"mellandagarna", "mellan jul och nyar", "i mellandagarna", "under mellandagarna"}
    | {"jul och nyar", "over jul och nyar", "between christmas and new year"}
)


def read_whole(text: str, today: date) -> tuple[Days, ...] | None:
    """What the bare text can mean, most likely first; None when it is no whole unit.

    Nothing (an empty tuple) when it is one that does not exist: week 60, October before July.
    """
    if text in _BETWEEN_HOLIDAYS:
        return _mid_winter(today)
    for regex, read in (
        (_MONTHS, _months),
        (_THIS_OR_NEXT_MONTH, _month),
        (_THIS_OR_NEXT_WEEK, _week),
        (_WEEKEND, _weekend),
        (_WEEKS, _weeks),
        (_YEAR_ALONE, _year),
    ):
        match = regex.fullmatch(text)
        found = read(match, today) if match is not None else None
        if found is not None:
            # All of a week is seven days.
            return found[:1] if _ALL_OF.match(text) else found
    return None


def is_exact(text: str) -> bool:
    """Whether whole months are named, or all of something: the days are plain."""
    return _MONTHS.fullmatch(text) is not None and not _SOME_TIME.match(text)


def has_year(text: str) -> bool:
    """Whether the text itself tells the year, or is told from today."""
    return _YEAR_TOLD.search(text) is not None


def _mid_winter(today: date) -> tuple[Days, ...]:
    year = today.year if today <= date(today.year, 12, 30) else today.year + 1
    return (
        (date(year, 12, 27), date(year, 12, 30)),
        (date(year, 12, 25), date(year, 12, 31)),
        (date(year, 12, 24), date(year + 1, 1, 1)),
    )


def _months(match: re.Match[str], today: date) -> tuple[Days, ...]:
    numbers = [MONTHS[word] for word in _EACH_MONTH.findall(match["months"])]
    steps = [later - earlier for earlier, later in pairwise(numbers)]
    is_range = len(numbers) == 2 and _TO.search(match["months"]) is not None
    if not is_range and any(step not in (1, -11) for step in steps):
        # "juni och september" is two periods.
        return ()
    if match["year"]:
        year = int(match["year"])
    elif match["next"]:
        year = today.year + 1
    elif match["this"]:
        year = today.year
    else:
        year = today.year + (numbers[-1] < today.month and numbers[0] <= numbers[-1])
    last_year = year + (numbers[-1] < numbers[0])
    return ((date(year, numbers[0], 1), end_of_month(date(last_year, numbers[-1], 1))),)


def _month(match: re.Match[str], today: date) -> tuple[Days, ...]:
    first = Shift(months=_step(match)).from_(today.replace(day=1))
    return ((first, end_of_month(first)),)


def _week(match: re.Match[str], today: date) -> tuple[Days, ...]:
    return _days_of_week(monday_of(today) + timedelta(weeks=_step(match)))


def _step(match: re.Match[str]) -> int:
    return 1 if match["next"] else -1 if match["last"] else 0


def _days_of_week(monday: date) -> tuple[Days, ...]:
    return ((monday, monday + timedelta(days=6)), (monday, monday + timedelta(days=4)))


def _weekend(match: re.Match[str], today: date) -> tuple[Days, ...]:
    saturday = monday_of(today) + timedelta(days=5)
    coming = (saturday, saturday + timedelta(days=1))
    later = (saturday + timedelta(weeks=1), saturday + timedelta(weeks=1, days=1))
    return (coming, later) if match["next"] else (coming,)


def _year(match: re.Match[str], today: date) -> tuple[Days, ...] | None:
    if not match["half"] and not match["year"] and not match["next"] and not match["this"]:
        return None
    year = int(match["year"]) if match["year"] else today.year + (1 if match["next"] else 0)
    first, last = date(year, 1, 1), date(year, 12, 31)
    if match["half"]:
        first, last = (first, date(year, 6, 30)) if match["first"] else (date(year, 7, 1), last)
        if last < today and not match["year"] and not match["this"]:
            first, last = first.replace(year=year + 1), last.replace(year=year + 1)
    return ((first, last),)


def _weeks(match: re.Match[str], today: date) -> tuple[Days, ...]:
    first, last = int(match["first"]), int(match["last"] or match["first"])
    for each in [int(match["year"])] if match["year"] else range(today.year, today.year + 2):
        try:
            start = date.fromisocalendar(each, first, 1)
            end = date.fromisocalendar(each + (last < first), last, 7)
        except ValueError:
            continue
        if match["year"] or end >= today:
            return ((start, end), (start, end - timedelta(days=2)))
    return ()
