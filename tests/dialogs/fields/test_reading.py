"""Answers that are corrected in the middle, said twice, or of which there are two."""

import pytest

from dialogs.fields.base import Accepted, Refused, Unsure
from tests.dialogs.fields import answering, asked

CORRECTED = [
    ("date", "den 4 nej 5 december", "2026-12-05"),
    ("date", "inte 4 utan 5 december", "2026-12-05"),
    ("date", "fredag, förlåt lördag", "2026-11-28"),
    ("date", "4 December, no wait, 5 December", "2026-12-05"),
    ("time", "klockan 9, nej 10", "10:00"),
    ("integer", "inte tre utan fyra", 4),
    ("money", "500, nej 5000 kr", "5000.00"),
]
TWICE = [
    ("date", "måndag 7 december, alltså 2026-12-07", "2026-12-07"),
    ("time", "14.30 (halv tre)", "14:30"),
    ("integer", "4 st, alltså fyra", 4),
]


@pytest.mark.parametrize(("kind", "written", "meant"), CORRECTED + TWICE)
def test_what_is_said_last_or_again_is_meant(kind: str, written: str, meant: object) -> None:
    assert answering.parse(kind, written) == Accepted(meant)


@pytest.mark.parametrize(
    ("kind", "written", "meant"),
    [
        ("phone", "0701-740605 nej vänta, 0701-74 06 06 ska det vara", "+46701740606"),
        ("name", "Anna Ek, förlåt Annika Ek", "Annika Ek"),
        ("name", "Anna Öberg. Anna Öberg alltså.", "Anna Öberg"),
    ],
)
def test_so_is_a_person_or_a_number(kind: str, written: str, meant: str) -> None:
    assert asked.parse(kind, written) == Accepted(meant)


def test_a_correction_of_a_part_is_asked_about() -> None:
    assert answering.parse("date", "4 december nej 5") == Unsure(("2026-12-05",))


def test_of_two_days_it_is_asked_which() -> None:
    both = Unsure(("2026-11-27", "2026-11-28"))
    assert answering.parse("date", "fredag eller lördag") == both


def test_different_values_are_not_the_same_said_twice() -> None:
    assert isinstance(answering.parse("integer", "3, alltså 4"), Refused)


def test_what_may_be_part_of_the_words_is_written_anew() -> None:
    written = "Strandvägen 2, 872 43 Kramfors, nej 872 42"
    assert isinstance(asked.parse("address", written), Refused)


def test_a_question_is_no_date() -> None:
    assert isinstance(answering.parse("date", "när har ni öppet på fredagar?"), Refused)
