"""Opening hours with Swedish holidays and the change of clocks."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.clock import STOCKHOLM
from dialogs.opening_hours import Hours, OpeningHours, public_holidays

LONG, SHORT = Hours(time(8), time(16, 30)), Hours(time(8), time(15))
OFFICE = OpeningHours(
    week=(LONG, LONG, LONG, LONG, SHORT, None, None), closed=frozenset({date(2026, 11, 25)})
)


def at(moment: str) -> datetime:
    return datetime.fromisoformat(moment).replace(tzinfo=STOCKHOLM)


@pytest.mark.parametrize(
    ("moment", "is_open"),
    [
        ("2026-11-23T07:59", False),
        ("2026-11-23T08:00", True),
        ("2026-11-23T16:29", True),
        ("2026-11-23T16:30", False),
        ("2026-11-27T15:00", False),
        ("2026-11-28T10:00", False),
        # Closed for once.
        ("2026-11-25T10:00", False),
        # Holidays on weekdays: Epiphany, Good Friday, Ascension, Midsummer's Eve, Christmas.
        ("2026-01-06T10:00", False),
        ("2026-04-03T10:00", False),
        ("2026-05-14T10:00", False),
        ("2026-06-19T10:00", False),
        ("2026-12-24T10:00", False),
        ("2026-12-28T10:00", True),
    ],
)
def test_it_is_open_when_the_door_is(moment: str, is_open: bool) -> None:
    assert OFFICE.is_open(at(moment)) is is_open


@pytest.mark.parametrize(
    ("now", "opens"),
    [
        ("2026-11-23T06:00", "2026-11-23T08:00"),
        ("2026-11-23T12:00", "2026-11-24T08:00"),
        ("2026-11-27T16:00", "2026-11-30T08:00"),
        ("2026-11-24T17:00", "2026-11-26T08:00"),
        ("2026-12-23T17:00", "2026-12-28T08:00"),
        # The clocks change in the night to Sunday.
        ("2026-03-27T16:00", "2026-03-30T08:00"),
    ],
)
def test_it_opens_next_on_a_working_day(now: str, opens: str) -> None:
    assert OFFICE.next_opening(at(now)) == at(opens)


def test_what_never_opens_has_no_next_opening() -> None:
    closed = OpeningHours(week=(None,) * 7)
    assert closed.next_opening(at("2026-11-23T12:00")) is None
    assert not closed.is_open(at("2026-11-23T12:00"))


@given(st.datetimes(datetime(2025, 1, 1), datetime(2032, 1, 1)))
def test_the_next_opening_is_ahead_and_open_and_was_not_before(naive: datetime) -> None:
    now = naive.replace(tzinfo=UTC)
    opening = OFFICE.next_opening(now)
    assert opening is not None
    assert opening > now
    assert OFFICE.is_open(opening)
    assert not OFFICE.is_open(opening - timedelta(minutes=1))


@given(st.integers(2020, 2060))
def test_a_year_has_its_sixteen_holidays(year: int) -> None:
    days = public_holidays(year)
    # The national day may fall on Whit Sunday, and Ascension on 1 May.
    assert 15 <= len(days) <= 16
    assert {day.year for day in days} == {year}
