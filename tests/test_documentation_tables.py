"""The tables of the documentation are true: each row is there, and each test that they name exists."""

import re
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[1]
_ROW = re.compile(r"^\| (\d+) \|.*\| (`\w+`|–) \|$", re.MULTILINE)
_CRITERION = re.compile(r"^\| .*\| (`\w+`|–) \|$", re.MULTILINE)


def test_each_row_of_the_conversation_is_there_once() -> None:
    rows = [int(number) for number, _ in _ROW.findall(document("conversation"))]
    assert rows == list(range(1, 49))


def test_each_test_that_shows_a_row_of_the_conversation_exists() -> None:
    assert missing({name for _, name in _ROW.findall(document("conversation"))}) == set()


def test_each_test_that_shows_a_criterion_of_accessibility_exists() -> None:
    named = _CRITERION.findall(document("accessibility"))
    assert len(named) >= 25
    assert missing(set(named)) == set()


def missing(named: set[str]) -> set[str]:
    names = {name.strip("`") for name in named} - {"–"}
    return {
        name
        for name in names
        if not re.search(rf"^(async )?def {name}\(", _all_tests(), re.MULTILINE)
    }


def document(name: str) -> str:
    return (ROOT / "docs" / f"{name}.md").read_text(encoding="utf-8")


@cache
def _all_tests() -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("*.py"))
