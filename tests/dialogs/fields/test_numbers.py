from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.fields.base import Accepted, Refused, Unsure
from dialogs.fields.number_words import value_of
from tests.dialogs.fields.answering import TYPES, asking, field, parse, show

NBSP = "\N{NO-BREAK SPACE}"
languages = st.sampled_from(["sv", "en"])
amounts = st.decimals(-(10**9), 10**9, places=2)


@given(st.integers(-(10**14), 10**14), languages)
def test_a_shown_integer_reads_as_itself(number: int, language: str) -> None:
    settings = {"language": language}
    assert parse("integer", show("integer", number, settings), settings) == Accepted(number)


@given(amounts, languages)
def test_a_shown_decimal_reads_as_itself(number: Decimal, language: str) -> None:
    settings = {"language": language, "unit": "m"}
    value = TYPES["decimal"].value(number)  # type: ignore[attr-defined]  # of numbers only
    assert parse("decimal", show("decimal", value, settings), settings) == Accepted(value)


@given(amounts, languages)
def test_a_shown_amount_reads_as_itself(number: Decimal, language: str) -> None:
    settings = {"language": language}
    value = f"{abs(number) if number == 0 else number:.2f}"
    assert parse("money", show("money", value, settings), settings) == Accepted(value)


@given(st.integers(0, 10**15), st.integers(0, 10**15))
def test_two_numbers_are_never_read_as_one(first: int, second: int) -> None:
    assert isinstance(parse("integer", f"{first} eller {second}"), Refused)


def test_amounts_are_shown_as_in_the_language() -> None:
    assert show("money", "1200.50") == f"1{NBSP}200,50{NBSP}kr"
    assert show("money", "1200.00") == f"1{NBSP}200{NBSP}kr"
    assert show("money", "1200.50", {"language": "en"}) == f"SEK{NBSP}1,200.50"


def test_numbers_are_shown_with_their_unit() -> None:
    assert show("decimal", "12.5", {"unit": "m²"}) == f"12,5{NBSP}m²"
    assert show("integer", 12500, {"unit": "km"}) == f"12{NBSP}500{NBSP}km"
    assert show("integer", 2026) == "2026"


def test_an_ambiguous_number_is_asked_about_with_both_readings() -> None:
    assert parse("decimal", "1.200") == Unsure(("1200", "1.2"))


def test_a_limit_that_leaves_one_reading_decides() -> None:
    assert parse("decimal", "1.200", {"min": 100}) == Accepted("1200")


def test_a_refusal_names_the_limit_with_its_unit() -> None:
    refused = parse("integer", "0", {"min": 1, "unit": "år"})
    assert isinstance(refused, Refused)
    assert refused.params["min"] == f"1{NBSP}år"


def test_another_unit_of_the_same_kind_is_converted_and_confirmed_where_it_is_rough() -> None:
    assert parse("decimal", "250 cm", {"unit": "m"}) == Accepted("2.5")
    assert parse("decimal", "45 minuter", {"unit": "timmar"}) == Accepted("0.75")
    assert parse("decimal", "2 dagar", {"unit": "timmar"}) == Unsure(("48",))


def test_decimals_are_never_rounded() -> None:
    assert parse("decimal", "1,26", {"decimals": 1}) == Refused(
        "number_decimals", {"example": "12,5", "min": "", "max": "", "decimals": 1}
    )


@pytest.mark.parametrize("kind", ["integer", "decimal", "money"])
def test_an_example_is_accepted(kind: str) -> None:
    for settings in ({}, {"min": 100}, {"max": 3}, {"min": 5, "max": 6}):
        example = TYPES[kind].example(field(kind, settings), asking())
        assert example is not None
        assert isinstance(parse(kind, example, settings), Accepted)


def test_the_control_knows_the_limits() -> None:
    control = TYPES["decimal"].input(field("decimal", {"min": Decimal("0.5"), "max": 10}), asking())
    assert (control.kind, control.min, control.max) == ("number", 0.5, 10)


def test_limits_that_nothing_satisfies_are_complained_about() -> None:
    assert TYPES["integer"].check(field("integer", {"min": 5, "max": 4}))
    assert TYPES["decimal"].check(field("decimal", {"decimals": 9}))


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("etthundratjugotretusen fyrahundrafemtiosex", 123456),
        ("nittonhundraattio", 1980),
        ("two thousand and five", 2005),
        ("tva miljoner", 2_000_000),
        ("tjugoen", 21),
        ("fem tjugo", None),
        ("tusen tusen", None),
        ("hundra hundra", None),
        ("", None),
    ],
)
def test_number_words_follow_the_grammar(words: str, value: int | None) -> None:
    assert value_of(words) == value
