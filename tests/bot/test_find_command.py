"""`arendebot find`: one text, a batch, and the misses of a labelled file."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.cli import main

Find = Callable[..., str]


@pytest.fixture
def find(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Find:
    monkeypatch.setenv("VAR_DIR", str(tmp_path / "var"))

    def run(*arguments: str, lines: str = "") -> str:
        outcome = CliRunner().invoke(main, ["find", *arguments], input=lines)
        assert outcome.exit_code == 0, outcome.output
        return outcome.output

    return run


def test_the_best_service_comes_first(find: Find) -> None:
    assert find("gatlyktan", "är", "sönder").splitlines()[0].split()[1] == "felanmalan"


def test_as_json_with_titles_in_the_language_asked_for(find: Find) -> None:
    best = json.loads(find("--json", "--lang", "en", "byta skola"))[0]
    assert best["service"] == "skolbyte"
    assert best["title"] == "Apply to change school"
    assert 0 < best["score"] <= 1


def test_a_batch_has_one_line_each_and_an_empty_one_for_nothing(find: Find) -> None:
    lines = find("--batch", lines="byta skola\nvad blir det för väder\n\nlyktstolpe trasig\n")
    assert [line.split()[:1] for line in lines.splitlines()] == [
        ["skolbyte"],
        [],
        [],
        ["felanmalan"],
    ]


def test_misses_tell_what_won_and_which_words_were_seen(find: Find, tmp_path: Path) -> None:
    labelled = tmp_path / "missar.tsv"
    labelled.write_text(
        "skolbyte\tbyta skola\nvigsel\txyzzy lyktstolpe\n-\tbygglov\nbygglov\tmin cykel är stulen\n",
        encoding="utf-8",
    )
    told = find("--misses", str(labelled))
    assert "byta skola" not in told
    assert "meant vigsel, found felanmalan" in told
    assert "xyzzy ?" in told
    assert "meant -, found bygglov" in told
    assert "taken for police" in told
    assert "3 of 4 texts missed" in told
