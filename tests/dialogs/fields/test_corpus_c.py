"""Answers of every type from people who dictate, are old or young, or learn Swedish.

Whoever wrote a row decided its meaning before it was read by a program. `unsure` stands where a
careful person would ask. In `answers_d.tsv` stands what is made of an answer today, also where one
could hope for more; nothing there is silently wrong. `answers_e.tsv` holds a stranger's answers and our
own rounds, half of them written to be misunderstood. `answers_f.tsv` holds the classes that whole filings
showed, each with what must not be taken beside what is.
"""

import json
from collections import Counter
from pathlib import Path

import pytest

from dialogs.fields import FIELD_TYPES
from dialogs.fields.base import Given, Unsure
from dialogs.fields.calendar_words import WEEKDAY_NAMES
from dialogs.fields.reading import read_answer
from tests.dialogs.fields.answering import asking, field, stated

CORPUS = Path(__file__).parents[2] / "corpus"
ROWS = [
    line.split("\t")
    for name in ("answers_c.tsv", "answers_d.tsv", "answers_e.tsv", "answers_f.tsv")
    for line in (CORPUS / name).read_text(encoding="utf-8").split("\n")
    if line and not line.startswith("#")
]


def expected_of(text: str) -> object:
    return text if text == "unsure" or text.startswith("refused:") else json.loads(text)


def given_of(written: str) -> Given:
    return Given(text=written.replace("\\n", "\n"))


@pytest.mark.parametrize(
    ("kind", "settings", "written", "expected"),
    ROWS,
    ids=[f"{number}-{row[0]}" for number, row in enumerate(ROWS, start=2)],
)
def test_each_written_answer_is_understood_as_stated(
    kind: str, settings: str, written: str, expected: str
) -> None:
    said = json.loads(settings)
    asked, situation = field(kind, said), asking(said.get("language", "sv"))
    outcome = read_answer(FIELD_TYPES[kind], asked, given_of(written), situation)
    assert stated(outcome) == expected_of(expected)


def test_no_answer_stands_twice() -> None:
    assert max(Counter(tuple(row[:3]) for row in ROWS).values()) == 1
    assert len(ROWS) >= 1500


@pytest.mark.parametrize("language", ["sv", "en"])
def test_what_is_asked_back_is_told_in_full(language: str) -> None:
    """Candidates can be told apart, and days come with their weekday."""
    for kind, settings, written, expected in ROWS:
        if expected != "unsure":
            continue
        said, type_ = json.loads(settings), FIELD_TYPES[kind]
        asked, situation = field(kind, said), asking(said.get("language", "sv"))
        outcome = read_answer(type_, asked, given_of(written), situation)
        assert isinstance(outcome, Unsure)
        shown = [type_.show(asked, value, language) for value in outcome.candidates]
        assert len(set(shown)) == len(shown), (kind, written, shown)
        if kind in ("date", "period"):
            weekdays = WEEKDAY_NAMES[language]
            assert all(each.split(" ")[0] in weekdays for each in shown), (written, shown)
