from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum import luhn

from dialogs.conditions import AgeOf, Scope, as_date
from dialogs.conversation import Person
from dialogs.facts import facts_of
from dialogs.fields.base import Accepted, Outcome, Refused, Unsure
from dialogs.fields.names import with_capitals
from dialogs.fields.personnummer_reading import (
    age_span,
    is_coordination_number,
    mask,
    parse_personnummer,
)
from tests.dialogs.fields.asked import TODAY, TYPES, asking, field, parse, show

#: Serial numbers that Skatteverket uses for test persons.
TEST_SERIALS = ("238", "239", "980", "981", "982", "983")


def numbered(born: date, serial: str, *, coordination: bool = False) -> str:
    day = born.day + 60 if coordination else born.day
    nine = f"{born:%y%m}{day:02d}{serial}"
    return f"{born.year // 100}{nine}{luhn.calc_check_digit(nine)}"


test_numbers = st.builds(
    numbered,
    st.dates(date(1900, 1, 1), TODAY),
    st.sampled_from(TEST_SERIALS),
    coordination=st.booleans(),
)


@given(test_numbers)
def test_a_number_in_its_shown_form_is_itself(number: str) -> None:
    assert parse("personnummer", show("personnummer", number)) == Accepted(number)


@given(test_numbers, st.integers(0, 11), st.integers(1, 9))
def test_one_changed_digit_is_never_accepted(number: str, place: int, step: int) -> None:
    wrong = str((int(number[place]) + step) % 10)
    outcome = parse("personnummer", number[:place] + wrong + number[place + 1 :])
    assert not isinstance(outcome, Accepted)


@given(st.dates(date(1927, 1, 1), TODAY), st.sampled_from(TEST_SERIALS))
def test_ten_digits_with_dash_are_the_latest_that_is_not_in_the_future(
    born: date, serial: str
) -> None:
    number = numbered(born, serial)
    assert parse_personnummer(f"{number[2:8]}-{number[8:]}", TODAY) == Accepted(number)


@pytest.mark.parametrize("serial", TEST_SERIALS)
def test_plus_means_a_hundred_years_or_more(serial: str) -> None:
    number = numbered(date(1926, 5, 2), serial)
    assert parse_personnummer(f"{number[2:8]}+{number[8:]}", TODAY) == Accepted(number)


def test_born_today_is_accepted_and_tomorrow_is_not() -> None:
    today, tomorrow = numbered(TODAY, "238"), numbered(date(2026, 11, 24), "238")
    assert parse_personnummer(today, TODAY) == Accepted(today)
    assert parse_personnummer(tomorrow, TODAY) == Refused("personnummer_future")


def test_a_number_of_the_1800s_is_valid_for_pages_but_confirmed_in_a_dialog() -> None:
    assert parse_personnummer("189001019802", TODAY) == Accepted("189001019802")
    confirm = Unsure(("189001019802", "199001019802"))
    assert parse("personnummer", "189001019802") == confirm


def test_serial_000_is_refused_although_its_check_digit_is_right() -> None:
    assert luhn.is_valid("9901010000")
    assert parse("personnummer", "19990101-0000") == Refused("personnummer_incomplete")
    assert parse("personnummer", "19990807-0007") == Refused("personnummer_serial")
    assert parse("personnummer", "19701063-0001") == Refused("personnummer_serial")


def test_a_coordination_number_is_recognised() -> None:
    assert is_coordination_number("197010632391")
    assert not is_coordination_number("199908072391")


ODD = [
    line
    for line in (Path(__file__).parents[2] / "corpus" / "samordningsnummer.txt")
    .read_text()
    .split("\n")
    if line.isdigit()
]


def test_the_odd_test_numbers_are_those_that_hide_a_part_of_the_birth_date() -> None:
    assert len(ODD) == 170
    assert all(number[4:6] == "00" or number[6:8] == "60" for number in ODD)


@pytest.mark.parametrize("number", ODD)
def test_a_coordination_number_without_month_or_day_is_accepted(number: str) -> None:
    assert parse("personnummer", number) == Accepted(number)
    assert parse("personnummer", show("personnummer", number)) == Accepted(number)
    assert is_coordination_number(number)
    youngest, oldest = age_span(number, TODAY)
    assert 0 <= oldest - youngest <= 1


@pytest.mark.parametrize("number", ODD)
def test_no_age_is_known_of_it_but_between_which_it_is(number: str) -> None:
    facts = facts_of(Person(personnummer=number, name="Alex Ek"), TODAY)
    assert facts["person.coordination_number"] is True
    assert as_date(number) is None
    assert AgeOf("nummer").of(Scope({"nummer": number}, facts, TODAY)) is None
    known = facts["person.age"]
    assert known is None or known == facts["person.age_at_least"] == facts["person.age_at_most"]


@pytest.mark.parametrize(
    "written",
    [
        "19990807-TF12",
        "990807-TF12",
        "19990807TF12",
        "20150314 F123",
        "991234567890",
        "99 1234 567890",
    ],
)
def test_a_reserve_number_is_told_from_a_mistake(written: str) -> None:
    assert parse("personnummer", written) == Refused("personnummer_reserve")


@pytest.mark.parametrize("written", ["19990807-XXXX", "990807-0000", "19990807", "199908070000"])
def test_a_number_without_its_last_four_is_incomplete(written: str) -> None:
    assert parse("personnummer", written) == Refused("personnummer_incomplete")


def test_a_mask_shows_the_birth_date_only() -> None:
    assert mask("199908072391") == "19990807-****"


def test_age_limits_hold_to_the_day() -> None:
    number = numbered(date(2008, 11, 23), "238")
    younger = numbered(date(2008, 11, 24), "238")
    assert parse("personnummer", number, min_age=18) == Accepted(number)
    refused = Refused("personnummer_too_young", {"min": 18})
    assert parse("personnummer", younger, min_age=18) == refused


def test_an_unknown_birth_date_gets_the_benefit_of_the_doubt() -> None:
    nine = "080060238"
    number = f"20{nine}{luhn.calc_check_digit(nine)}"
    assert age_span(number, TODAY) == (17, 18)
    assert parse("personnummer", number, min_age=18) == Accepted(number)
    assert parse("personnummer", number, max_age=17) == Accepted(number)


def test_ten_digits_that_only_fit_as_very_old_are_asked_about() -> None:
    child = numbered(date(2020, 1, 1), "238")
    assert parse("personnummer", child[2:], min_age=18) == Unsure(("19" + child[2:],))


def test_the_limits_decide_between_two_numbers_but_the_person_confirms() -> None:
    child, adult = numbered(date(2020, 1, 1), "238"), "199908072391"
    assert parse("personnummer", f"{child} {adult}", min_age=18) == Unsure((adult,))


def test_a_definition_with_crossed_ages_is_reported() -> None:
    assert TYPES["personnummer"].check(field("personnummer", min_age=20, max_age=18))
    assert not TYPES["personnummer"].check(field("personnummer", min_age=18, max_age=20))


@given(st.text(max_size=300))
def test_no_text_crashes_the_personnummer(written: str) -> None:
    outcome: Outcome = parse("personnummer", written)
    assert isinstance(outcome, Accepted | Refused | Unsure)


@given(st.text(max_size=150))
def test_an_accepted_name_is_kept_when_written_again(written: str) -> None:
    outcome = parse("name", written)
    if isinstance(outcome, Accepted):
        again = parse("name", outcome.value)
        assert not isinstance(again, Refused)
        assert len(outcome.value.split()) >= 2


@pytest.mark.parametrize("name", ["Kim Berg", "Hilma af Klint", "Ronald MacDonald", "van Dyk Per"])
def test_a_name_with_its_own_capitals_is_left_alone(name: str) -> None:
    assert with_capitals(name) == name


def test_only_the_persons_own_name_is_filled_in_by_the_browser() -> None:
    assert TYPES["name"].input(field("name"), asking()).autocomplete is None
