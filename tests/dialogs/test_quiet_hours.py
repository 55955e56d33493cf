"""Quiet hours by the Swedish clock, also when the clocks change."""

from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.clock import STOCKHOLM
from dialogs.quiet_hours import QuietHours, is_quiet, next_waking

NIGHT = QuietHours(time(20), time(8))
NOON = QuietHours(time(12), time(13))


@pytest.mark.parametrize(
    ("at", "quiet"),
    [
        ("2026-11-23T19:59", False),
        ("2026-11-23T20:00", True),
        ("2026-11-24T03:00", True),
        ("2026-11-24T07:59", True),
        ("2026-11-24T08:00", False),
    ],
)
def test_the_night_is_quiet(at: str, quiet: bool) -> None:
    assert is_quiet(NIGHT, datetime.fromisoformat(at).replace(tzinfo=STOCKHOLM)) is quiet


def test_the_night_of_the_change_of_clocks_ends_at_eight_by_the_clock() -> None:
    before = datetime(2026, 3, 28, 22, 0, tzinfo=STOCKHOLM).astimezone(UTC)
    waking = next_waking(NIGHT, before).astimezone(STOCKHOLM)
    assert (waking.date().isoformat(), waking.time()) == ("2026-03-29", time(8))


@given(st.datetimes(datetime(2025, 1, 1), datetime(2028, 1, 1)), st.sampled_from([NIGHT, NOON]))
def test_waking_is_never_quiet_never_earlier_and_at_most_a_day_away(
    naive: datetime, hours: QuietHours
) -> None:
    now = naive.replace(tzinfo=UTC)
    waking = next_waking(hours, now)
    assert not is_quiet(hours, waking)
    assert timedelta(0) <= waking - now <= timedelta(hours=25)
