"""docs/conversation.md is true: each row is there, and each test that it names exists."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
_ROW = re.compile(r"^\| (\d+) \|.*\| (`\w+`|–) \|$", re.MULTILINE)


def test_each_row_is_there_once() -> None:
    rows = [int(number) for number, _ in _rows()]
    assert rows == list(range(1, 49))


def test_each_test_that_is_named_exists() -> None:
    sources = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("*.py"))
    named = {name.strip("`") for _, name in _rows()} - {"–"}
    missing = {
        name for name in named if not re.search(rf"^(async )?def {name}\(", sources, re.MULTILINE)
    }
    assert missing == set()


def _rows() -> list[tuple[str, str]]:
    return _ROW.findall((ROOT / "docs" / "conversation.md").read_text(encoding="utf-8"))
