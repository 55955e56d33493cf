"""When customer service is open: the hours of each weekday, closed on public holidays.

Public holidays: lag (1989:253) om allmänna helgdagar. Midsummer's, Christmas and New Year's Eve are
closed too, as everywhere (semesterlagen 1977:480, 7 § treats them as Sundays). Swedish clock.
"""

from datetime import date, datetime, time, timedelta
from functools import cache

import msgspec

from dialogs.clock import STOCKHOLM
from dialogs.fields.feasts import MOVING_FEASTS

_MOVING = (
    "langfredagen", "paskdagen", "annandag pask", "kristi himmelsfardsdag", "pingstdagen",
    "midsommarafton", "midsommardagen", "alla helgons dag",
)  # fmt: skip
#: Month and day: New Year, Epiphany, 1 May, the national day, Christmas and New Year's Eve.
_FIXED = ((1, 1), (1, 6), (5, 1), (6, 6), (12, 24), (12, 25), (12, 26), (12, 31))
#: Days ahead that an opening is looked for.
_LOOK_AHEAD = 31


class Hours(msgspec.Struct, frozen=True):
    """From `opens` until `closes`, which is closed already."""

    opens: time
    closes: time


class OpeningHours(msgspec.Struct, frozen=True):
    #: Monday first; None: closed.
    week: tuple[Hours | None, ...]
    #: Further closed days.
    closed: frozenset[date] = frozenset()
    closed_on_holidays: bool = True

    def on(self, day: date) -> Hours | None:
        """The hours of a day; None when it is closed."""
        is_holiday = self.closed_on_holidays and day in public_holidays(day.year)
        if is_holiday or day in self.closed:
            return None
        return self.week[day.weekday()]

    def is_open(self, now: datetime) -> bool:
        """Whether it is open at `now`, an aware time."""
        local = now.astimezone(STOCKHOLM)
        hours = self.on(local.date())
        return hours is not None and hours.opens <= local.time() < hours.closes

    def next_opening(self, now: datetime) -> datetime | None:
        """When it opens next after `now`, by the Swedish clock; None when not within a month."""
        local = now.astimezone(STOCKHOLM)
        for ahead in range(_LOOK_AHEAD + 1):
            day = local.date() + timedelta(days=ahead)
            hours = self.on(day)
            if hours is None:
                continue
            opening = datetime.combine(day, hours.opens, tzinfo=STOCKHOLM)
            if opening > now:
                return opening
        return None


@cache
def public_holidays(year: int) -> frozenset[date]:
    """The days of a year on which no office is open."""
    moving = {MOVING_FEASTS[name](year) for name in _MOVING}
    return frozenset(moving | {date(year, month, day) for month, day in _FIXED})
