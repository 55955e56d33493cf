"""How far another clock is from ours, and what `doctor` says of it."""

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest

from actions.clocks import RemoteClock, ahead
from bot.app import utc_now
from bot.doctor import DoubtError, check_clocks, examine
from tests.servers import settings_for

NOON = datetime(2026, 11, 30, 12, 0, tzinfo=UTC)


def seconds(number: float) -> timedelta:
    return timedelta(seconds=number)


@pytest.mark.parametrize(
    ("shown", "asked", "answered", "differs"),
    [
        (0, 0, 0, 0),
        # Cut off to whole seconds, and somewhere on the way there or back.
        (0, 0.9, 0.9, 0),
        (3, 1, 5, 0),
        (10, 1, 5, 5),
        (-40, 0, 0.5, -39),
        (3600, 0, 0, 3600),
    ],
)
def test_a_difference_is_only_what_the_way_and_the_cut_off_seconds_cannot_explain(
    shown: int, asked: float, answered: float, differs: float
) -> None:
    date = format_datetime(NOON + seconds(shown), usegmt=True)
    told = ahead(date, NOON + seconds(asked), NOON + seconds(answered))
    assert told == seconds(differs)


@pytest.mark.parametrize("date", ["", "i dag", "Mon, 99 Nov 2026 12:00:00 GMT"])
def test_an_answer_without_a_date_tells_nothing(date: str) -> None:
    clock = RemoteClock(lambda: NOON)
    clock.hear(date, asked_at=NOON)
    assert clock.ahead is None


def test_clocks_that_agree_are_told_by_whose_they_are() -> None:
    told = check_clocks({"the database": seconds(0), "bankid": seconds(-2)})
    assert told == "this machine agrees with the database and bankid"
    assert "no other clock" in check_clocks({})


@pytest.mark.parametrize(("ahead", "how"), [(2.5, "2 s behind oidc"), (-30, "30 s ahead of oidc")])
def test_more_than_two_seconds_are_doubted(ahead: float, how: str) -> None:
    with pytest.raises(DoubtError, match=how) as doubt:
        check_clocks({"oidc": seconds(ahead), "bankid": seconds(1)})
    assert "NTP" in str(doubt.value)
    assert "bankid" not in str(doubt.value)


def test_more_than_half_a_minute_is_wrong_and_says_what_to_do() -> None:
    with pytest.raises(RuntimeError, match="31 s behind the database, 5 s ahead of oidc") as wrong:
        check_clocks({"the database": seconds(31), "oidc": seconds(-5)})
    assert "NTP" in str(wrong.value)
    assert "on the database's machine" in str(wrong.value)
    assert "refused" in str(wrong.value)


def test_the_databases_clock_is_looked_at(
    database_url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """SQLite has no clock but ours."""
    settings = settings_for(database_url, tmp_path)
    status = examine(settings, now=lambda: utc_now() + seconds(60))
    printed = capsys.readouterr().out
    if database_url.startswith("sqlite"):
        assert (status, "clocks: there is no other clock" in printed) == (0, True)
    else:
        assert (status, "60 s ahead of the database" in printed) == (1, True)
