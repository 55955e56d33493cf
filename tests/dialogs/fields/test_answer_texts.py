"""Every refusal of these types has its sentence in both languages, and can fill it in."""

import json
import string
from pathlib import Path

import pytest
import yaml

from dialogs.fields.base import Refused
from tests.dialogs.fields.answering import parse
from tests.dialogs.fields.test_corpus_a import ROWS

ROOT = Path(__file__).parents[3]
LONG = [
    ["date", "{}", "x" * 300, ""],
    ["time", "{}", "10.30 11.30", ""],
    ["money", "{}", "0,125", ""],
    ["date", "{}", "om 500 år", ""],
]


def texts(language: str) -> dict[str, str]:
    path = ROOT / "config" / "texts" / language / "answers.yaml"
    loaded: dict[str, str] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return loaded


def placeholders(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


def refusals(language: str) -> list[Refused]:
    outcomes = [
        parse(kind, written.replace("\\u200b", ""), {**json.loads(settings), "language": language})
        for kind, settings, written, _ in [*ROWS, *LONG]
    ]
    return [each for each in outcomes if isinstance(each, Refused)]


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_refusal_fills_in_its_sentence(language: str) -> None:
    sentences = texts(language)
    for refused in refusals(language):
        sentences[f"refuse.{refused.reason}"].format_map(dict(refused.params))


def test_no_sentence_is_left_over() -> None:
    used = {f"refuse.{each.reason}" for each in refusals("sv")}
    assert set(texts("sv")) == used


def test_both_languages_have_the_same_keys_and_placeholders() -> None:
    swedish, english = texts("sv"), texts("en")
    assert list(swedish) == list(english)
    for key, sentence in swedish.items():
        assert placeholders(sentence) == placeholders(english[key]), key
