from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.conditions import FieldValue, Scope, Shift
from dialogs.fields.base import Accepted, Asking, Given, Refused, Unsure
from dialogs.service import Field
from dialogs.texts import LocalText
from tests.dialogs.fields.answering import TODAY, TYPES, asking, field, parse, show

days = st.dates(date(1850, 1, 1), date(2199, 12, 31))
near_days = st.dates(TODAY - timedelta(days=120), TODAY + timedelta(days=120))


@given(days, st.sampled_from(["sv", "en"]))
def test_a_shown_date_reads_as_itself(day: date, language: str) -> None:
    settings = {"language": language}
    shown = show("date", day.isoformat(), settings)
    assert parse("date", shown, settings) == Accepted(day.isoformat())


@given(days)
def test_full_dates_read_the_same_however_they_are_written(day: date) -> None:
    for written in (
        day.isoformat(),
        f"{day:%Y%m%d}",
        f"{day.day}/{day.month} {day.year}",
        f"{day.day}.{day.month}.{day.year}",
    ):
        assert parse("date", written) == Accepted(day.isoformat()), written


@given(near_days)
def test_a_near_date_needs_no_year(day: date) -> None:
    assert parse("date", f"{day.day}/{day.month}") == Accepted(day.isoformat())


@given(st.integers(0, 40), st.integers(0, 20))
def test_no_day_is_made_up(day: int, month: int) -> None:
    outcome = parse("date", f"{day}/{month} 2027")
    if isinstance(outcome, Accepted):
        assert outcome.value == date(2027, month, day).isoformat()


@given(days, days)
def test_what_is_accepted_is_within_the_limits(low: date, high: date) -> None:
    settings = {"min": low.isoformat(), "max": high.isoformat()}
    for written in ("2/1", "nästa fredag", "350101", "i morgon", "den 5:e"):
        outcome = parse("date", written, settings)
        if isinstance(outcome, Accepted):
            assert low.isoformat() <= outcome.value <= high.isoformat()


def test_dates_are_shown_in_full() -> None:
    assert show("date", "2026-12-04") == "fredag 4 december 2026"
    assert show("date", "2026-12-04", {"language": "en"}) == "Friday 4 December 2026"


def test_next_friday_is_asked_about_until_the_limits_decide() -> None:
    assert parse("date", "nästa fredag") == Unsure(("2026-11-27", "2026-12-04"))
    assert parse("date", "nästa fredag", {"min": "2026-12-01"}) == Accepted("2026-12-04")


def test_an_impossible_date_is_refused_with_the_length_of_the_month() -> None:
    refused = parse("date", "31 februari 2027")
    assert isinstance(refused, Refused)
    assert refused.reason == "date_impossible"
    assert refused.params["last"] == 28
    assert refused.params["month"] == "februari 2027"


def test_a_week_is_refused_with_its_first_and_last_day() -> None:
    refused = parse("date", "v. 42")
    assert isinstance(refused, Refused)
    assert refused.params["first"] == "måndag 18 oktober 2027"
    assert refused.params["last"] == "söndag 24 oktober 2027"


def test_a_day_that_is_too_early_is_refused_and_not_moved_a_year() -> None:
    refused = parse("date", "2 december", {"min": "+61"})
    assert refused == Refused(
        "date_too_early",
        {"given": "onsdag 2 december 2026", "earliest": "lördag 23 januari 2027"},
    )


def test_a_birth_date_without_a_year_is_not_guessed() -> None:
    assert isinstance(parse("date", "5 maj", {"max": "today"}), Unsure)


def test_a_limit_can_be_an_earlier_answer() -> None:
    later = Field(
        id="slut",
        type="date",
        ask=LocalText({"sv": "När?"}),
        limits={"min": FieldValue("start", Shift(days=7))},
    )
    scope = Scope(answers={"start": "2027-03-01"}, facts={}, today=TODAY)
    situation = Asking(language="sv", today=TODAY, scope=scope)
    assert TYPES["date"].parse(later, Given(text="5 mars"), situation) == Refused(
        "date_too_early", {"given": "fredag 5 mars 2027", "earliest": "måndag 8 mars 2027"}
    )
    assert TYPES["date"].input(later, situation).min == "2027-03-08"


@pytest.mark.parametrize("settings", [{}, {"min": "+61"}, {"max": "2020-01-01"}])
def test_an_example_is_accepted(settings: dict[str, str]) -> None:
    example = TYPES["date"].example(field("date", settings), asking())
    assert example is not None
    assert isinstance(parse("date", example, settings), Accepted)


def test_limits_that_nothing_satisfies_are_complained_about() -> None:
    assert TYPES["date"].check(field("date", {"min": "2027-01-01", "max": "2026-01-01"}))
