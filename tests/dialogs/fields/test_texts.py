import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from dialogs.fields.base import Accepted, Refused
from dialogs.fields.texts import LongText, Text
from dialogs.fields.writing import bare, clean_text
from tests.dialogs.fields.answering import asking, field, parse


def test_a_text_is_one_line_with_single_spaces() -> None:
    assert parse("text", "  Torggatan \n 2\t A ") == Accepted("Torggatan 2 A")


def test_a_long_text_keeps_line_breaks_and_inner_spaces() -> None:
    assert parse("long_text", "rad ett\r\n\r\n  rad två ") == Accepted("rad ett\n\n  rad två")


def test_letters_are_composed() -> None:
    assert parse("text", "A\u030asa") == Accepted("Åsa")


def test_what_cannot_be_seen_is_taken_away_but_emoji_stay_whole() -> None:
    assert parse("text", "ab\u202ec\x00d\ufeff") == Accepted("abcd")
    family = "👩\u200d👧"
    assert parse("text", family) == Accepted(family)


def test_a_text_of_nothing_visible_is_empty() -> None:
    for written in ("", "  \n", "\u200b\u2060", "\u200d", "\ud800"):
        assert parse("text", written) == Refused("empty")


def test_the_refusal_of_a_long_text_says_by_how_much() -> None:
    assert parse("text", "å" * 201) == Refused(
        "text_too_long", {"max": 200, "length": 201, "over": 1}
    )
    assert parse("long_text", "å" * 5000) == Accepted("å" * 5000)
    assert isinstance(parse("long_text", "å" * 5001), Refused)


def test_the_control_knows_the_length() -> None:
    assert Text().input(field("text", {"max_length": 40}), asking()).max_length == 40
    assert LongText().input(field("long_text"), asking()).max_length == 5000


def test_a_definition_that_nothing_fits_is_complained_about() -> None:
    assert Text().check(field("text", {"min_length": 300}))
    assert Text().check(field("text", {"min_length": 1})) == ()


@given(st.text(max_size=300))
def test_cleaning_twice_changes_nothing(text: str) -> None:
    once = clean_text(text)
    assert clean_text(once) == once
    assert unicodedata.is_normalized("NFC", once)
    once.encode("utf-8")


@given(st.text(max_size=300))
def test_bare_text_is_on_one_line_without_capitals(text: str) -> None:
    seen = bare(text)
    assert "\n" not in seen
    assert "  " not in seen
    assert not any("A" <= each <= "Z" for each in seen)
