"""What people write for names, numbers, contact details, accounts and places, line by line."""

import json
from pathlib import Path

import pytest

from dialogs.fields.base import Accepted, Outcome, Refused, Unsure
from tests.dialogs.fields.asked import TYPES, WRITTEN, parse, show

CORPUS = Path(__file__).parents[2] / "corpus" / "answers_b.tsv"
ROWS = [
    line.split("\t")
    for line in CORPUS.read_text(encoding="utf-8").split("\n")
    if line and not line.startswith("#")
]


def outcome_as_written(outcome: Outcome) -> object:
    match outcome:
        case Accepted(value=value):
            return value
        case Refused(reason=reason):
            return f"refused:{reason}"
        case Unsure():
            return "unsure"


def expected_of(text: str) -> object:
    return text if text == "unsure" or text.startswith("refused:") else json.loads(text)


@pytest.mark.parametrize(
    ("kind", "settings", "written", "expected"),
    ROWS,
    ids=[f"{number}-{row[0]}" for number, row in enumerate(ROWS, start=2)],
)
def test_each_written_answer_is_understood_as_stated(
    kind: str, settings: str, written: str, expected: str
) -> None:
    outcome = parse(kind, written.replace("\\n", "\n"), **json.loads(settings))
    assert outcome_as_written(outcome) == expected_of(expected)


def test_every_value_is_shown_so_that_it_reads_as_itself() -> None:
    for kind, settings, _, expected in ROWS:
        value = expected_of(expected)
        if isinstance(value, str) and (value == "unsure" or value.startswith("refused:")):
            continue
        # An age limit with room for doubt would ask again; the number itself is what must stand.
        limits = {} if kind == "personnummer" else json.loads(settings)
        again = parse(kind, show(kind, value), **limits)
        assert again == Accepted(value), (kind, show(kind, value))


def test_the_corpus_has_every_written_type() -> None:
    assert {row[0] for row in ROWS} == set(WRITTEN)
    assert len(ROWS) >= 300
    assert set(WRITTEN) < set(TYPES)
