"""What people write for texts, numbers, dates, times, periods and choices, line by line."""

import json
from pathlib import Path

import pytest

from dialogs.fields.base import Accepted
from tests.dialogs.fields.answering import TYPES, parse, show, stated

CORPUS = Path(__file__).parents[2] / "corpus" / "answers_a.tsv"
ROWS = [
    line.split("\t")
    for line in CORPUS.read_text(encoding="utf-8").split("\n")
    if line and not line.startswith("#")
]


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
    written = written.replace("\\n", "\n").replace("\\u200b", "\u200b")
    assert stated(parse(kind, written, json.loads(settings))) == expected_of(expected)


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_value_is_shown_so_that_it_reads_as_itself(language: str) -> None:
    for kind, settings, _, expected in ROWS:
        value = expected_of(expected)
        if isinstance(value, str) and (value == "unsure" or value.startswith("refused:")):
            continue
        limits = {**json.loads(settings), "language": language}
        if kind == "choices" and (limits.get("ordered") or value == []):
            continue
        shown = show(kind, value, limits)
        assert parse(kind, shown, limits) == Accepted(value), (kind, shown)


def test_the_corpus_has_every_type_that_asks() -> None:
    assert {row[0] for row in ROWS} == {each.name for each in TYPES.values() if each.asks}
    assert len(ROWS) >= 300
