"""LIX: words per sentence plus the share of long words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.lix import lix, sentences, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", 0),
        ("?!", 0),
        ("Vad vill du?", 3),
        ("Vad vill du? Hur gick det?", 3),
        ("Ansökan", 101),
        ("Skriv din adress och ditt postnummer.", 6 + 100 / 6),
    ],
)
def test_lix_adds_sentence_length_and_long_words(text: str, expected: float) -> None:
    assert lix(text) == pytest.approx(expected)


def test_items_of_a_list_count_as_sentences() -> None:
    assert sentences("Du behöver:\nett foto\nett intyg") == 3


def test_a_compound_with_a_hyphen_is_one_word() -> None:
    assert words("e-post, va-avgift") == ["e-post", "va-avgift"]


@given(st.text())
def test_any_text_has_an_index(text: str) -> None:
    assert lix(text) >= 0
