from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from dialogs.fields.base import Accepted, Given, Refused, Unsure
from tests.dialogs.fields.answering import TODAY, TYPES, answer, asking, field, parse, show

first_days = st.dates(TODAY, TODAY + timedelta(days=700))


@given(first_days, st.integers(0, 600), st.sampled_from(["sv", "en"]))
def test_a_shown_period_reads_as_itself(first: date, length: int, language: str) -> None:
    settings = {"language": language}
    value = {"from": first.isoformat(), "to": (first + timedelta(days=length)).isoformat()}
    assert parse("period", show("period", value, settings), settings) == Accepted(value)


@given(first_days, st.sampled_from(["sv", "en"]))
def test_a_shown_open_period_reads_as_itself(first: date, language: str) -> None:
    settings = {"language": language, "open_ended": True}
    value = {"from": first.isoformat(), "to": None}
    assert parse("period", show("period", value, settings), settings) == Accepted(value)


@given(first_days, st.integers(1, 600))
def test_an_end_before_the_start_is_refused(first: date, length: int) -> None:
    before = first - timedelta(days=length)
    assert isinstance(parse("period", f"{first} - {before}"), Refused)


def test_periods_are_shown_in_full() -> None:
    value = {"from": "2026-06-01", "to": "2026-06-15"}
    assert show("period", value) == "måndag 1 juni 2026 – måndag 15 juni 2026"
    assert show("period", {"from": "2026-06-01", "to": None}) == "måndag 1 juni 2026 – tills vidare"


def test_two_picked_days_are_a_period() -> None:
    picked = Given(choices=("2027-06-01", "2027-06-15"))
    assert answer("period", picked) == Accepted({"from": "2027-06-01", "to": "2027-06-15"})


def test_both_days_count() -> None:
    assert isinstance(parse("period", "1-3 december", {"min_days": 3}), Accepted)
    assert parse("period", "1-3 december", {"max_days": 2}) == Refused(
        "period_too_long", {"max_days": 2, "days": 3}
    )


def test_a_period_over_new_year_is_understood() -> None:
    assert parse("period", "15/12–15/1") == Accepted({"from": "2026-12-15", "to": "2027-01-15"})


def test_the_year_of_the_end_holds_for_the_start() -> None:
    assert parse("period", "från 20 december till 5 januari 2028") == Accepted(
        {"from": "2027-12-20", "to": "2028-01-05"}
    )


def test_one_day_is_confirmed_as_open_or_as_one_day() -> None:
    assert parse("period", "4 december", {"open_ended": True}) == Unsure(
        (
            {"from": "2026-12-04", "to": None},
            {"from": "2026-12-04", "to": "2026-12-04"},
        )
    )


def test_an_example_is_accepted() -> None:
    for settings in ({}, {"min_days": 30}, {"max_days": 3}, {"min": "+30"}):
        example = TYPES["period"].example(field("period", settings), asking())
        assert example is not None
        assert isinstance(parse("period", example, settings), Accepted)


def test_limits_that_nothing_satisfies_are_complained_about() -> None:
    assert TYPES["period"].check(field("period", {"min_days": 5, "max_days": 4}))
