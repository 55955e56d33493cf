"""Every refusal of the identifying types has its sentence in both languages, and none is left over."""

import re
import string
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[3]
MODULES = [
    "people",
    "personnummer_reading",
    "names",
    "contact",
    "mail",
    "postal",
    "accounts",
    "banks",
    "places",
    "locations",
    "vehicles",
    "attachments",
]
SOURCE = "\n".join(
    (ROOT / "dialogs" / "fields" / f"{module}.py").read_text(encoding="utf-8") for module in MODULES
)
REASONS = set(
    re.findall(r'(?:Refused|WrongAccount)\(\s*"(\w+)"', SOURCE)
    + [
        reason
        for pair in re.findall(r'Refused\("(\w+)" if [^)]* else "(\w+)"', SOURCE)
        for reason in pair
    ]
)


def texts(language: str) -> dict[str, str]:
    path = ROOT / "config" / "texts" / language / "identifiers.yaml"
    loaded: dict[str, str] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return loaded


def placeholders(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_refusal_has_a_sentence_and_no_sentence_is_unused(language: str) -> None:
    refusals = {key.removeprefix("refuse.") for key in texts(language) if key[:6] == "refuse"}
    assert refusals == REASONS


def test_both_languages_have_the_same_keys_and_placeholders() -> None:
    swedish, english = texts("sv"), texts("en")
    assert list(swedish) == list(english)
    for key, sentence in swedish.items():
        assert placeholders(sentence) == placeholders(english[key]), key
