"""Which alternative is meant: tapped, numbered, written, misspelt, or none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.messages import Choice
from dialogs.picking import pick, yes_or_no

CHOICES = (
    Choice(value="keep", label="Spara utkastet"),
    Choice(value="delete", label="Ta bort utkastet"),
    Choice(value="continue", label="Fortsätt svara"),
)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Spara utkastet", "keep"),
        ("spara utkastet.", "keep"),
        ("spara utkaset", "keep"),
        ("  TA BORT UTKASTET!", "delete"),
        ("ta bort", "delete"),
        ("fortsätt", "continue"),
        ("keep", "keep"),
        ("2", "delete"),
        ("3.", "continue"),
        ("nr 2", "delete"),
        ("tvåan", "delete"),
        ("2:an tack", "delete"),
        ("alternativ tre", "continue"),
        ("fyran", None),
        ("den andra", None),
        ("4", None),
        ("0", None),
        ("utkastet", None),
        ("", None),
        ("något helt annat", None),
        ("x" * 100, None),
    ],
)
def test_written(text: str, value: str | None) -> None:
    picked = pick(CHOICES, text=text, tapped=None)
    assert (picked.value if picked else None) == value


def test_tapped_button_counts_whatever_is_written() -> None:
    picked = pick(CHOICES, text="ta bort", tapped="keep")
    assert picked is CHOICES[0]
    assert pick(CHOICES, text="ta bort", tapped="of an older question") is None


def test_nothing_is_picked_of_nothing() -> None:
    assert pick((), text="ja", tapped=None) is None


@given(st.text(max_size=80))
def test_no_text_breaks_it(text: str) -> None:
    assert pick(CHOICES, text=text, tapped=None) in (*CHOICES, None)
    assert yes_or_no(text=text, tapped=None) in (True, False, None)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("ja", True),
        ("Ja!", True),
        ("yes", True),
        ("NEJ", False),
        ("no thanks", False),
        ("kanske", None),
    ],
)
def test_yes_and_no(text: str, answer: bool | None) -> None:
    assert yes_or_no(text=text, tapped=None) is answer
