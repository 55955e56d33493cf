"""Feast days that move: Easter and what follows it, midsummer, All Saints, Advent.

Lag (1989:253) om allmänna helgdagar; Easter by the Gregorian rule (Gauss, Meeus).
"""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Final

from dialogs.fields.calendar_words import midsummer_eve


def easter(year: int) -> date:
    """Easter Sunday."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def _from_easter(days: int) -> Callable[[int], date]:
    return lambda year: easter(year) + timedelta(days=days)


def _advent(sunday: int) -> Callable[[int], date]:
    def find(year: int) -> date:
        christmas = date(year, 12, 25)
        fourth = christmas - timedelta(days=christmas.weekday() + 1)
        return fourth - timedelta(weeks=4 - sunday)

    return find


def _all_saints(year: int) -> date:
    """The Saturday of 31 October–6 November."""
    first = date(year, 10, 31)
    return first + timedelta(days=(5 - first.weekday()) % 7)


def _mothers_day(year: int) -> date:
    """The last Sunday in May."""
    last = date(year, 5, 31)
    return last - timedelta(days=(last.weekday() + 1) % 7)


def _fathers_day(year: int) -> date:
    """The second Sunday in November."""
    first = date(year, 11, 1)
    return first + timedelta(days=(6 - first.weekday()) % 7 + 7)


def _midsummer_day(year: int) -> date:
    return midsummer_eve(year) + timedelta(days=1)


#: The day in a year, by bare word.
MOVING_FEASTS: Final[Mapping[str, Callable[[int], date]]] = {
    "skartorsdagen": _from_easter(-3), "skartorsdag": _from_easter(-3),
    "langfredagen": _from_easter(-2), "langfredag": _from_easter(-2),
    "good friday": _from_easter(-2),
    "paskafton": _from_easter(-1), "paskaftonen": _from_easter(-1),
    "paskdagen": _from_easter(0), "paskdag": _from_easter(0), "easter sunday": _from_easter(0),
    "annandag pask": _from_easter(1), "easter monday": _from_easter(1),
    "kristi himmelsfardsdag": _from_easter(39), "kristi himmelsfard": _from_easter(39),
    "kristi himmelfardsdag": _from_easter(39), "kristi himmelfard": _from_easter(39),
    "pingstafton": _from_easter(48), "pingstdagen": _from_easter(49),
    "midsommarafton": midsummer_eve, "midsommaraftonen": midsummer_eve,
    "midsommardagen": _midsummer_day, "midsommardag": _midsummer_day,
    "alla helgons dag": _all_saints, "mors dag": _mothers_day, "fars dag": _fathers_day,
    "forsta advent": _advent(1), "1:a advent": _advent(1), "andra advent": _advent(2),
    "tredje advent": _advent(3), "fjarde advent": _advent(4),
    "forsta sondagen i advent": _advent(1), "andra sondagen i advent": _advent(2),
    "tredje sondagen i advent": _advent(3), "fjarde sondagen i advent": _advent(4),
}  # fmt: skip
