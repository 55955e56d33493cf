"""The assistant's sentences: the same in all languages, and each key that is said exists."""

import re
from pathlib import Path
from string import Formatter

import pytest
import yaml

from actions.worlds import ConfigurationFileError, read_texts
from dialogs.lix import is_easy
from dialogs.texts import EASY_SWEDISH

ROOT = Path(__file__).parent.parent
TEXTS = ROOT / "config" / "texts"
#: Variants, such as easy Swedish, hold only what they say in another way.
LANGUAGES = sorted(path.name for path in TEXTS.iterdir() if path.is_dir() and "-" not in path.name)
#: `say`, `text` and `choice` with a key that is written out.
_SAID = re.compile(
    r'\b(?:talk|texts?)\.(?:say|text|choice)\(\s*(?:"[^"]*", )?"([a-z_]+(?:\.[a-z_]+)+)"'
)


def tables(language: str) -> dict[str, dict[str, str]]:
    return {
        path.name: yaml.safe_load(path.read_text(encoding="utf-8"))
        for path in sorted((TEXTS / language).glob("*.yaml"))
    }


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_there_are_swedish_and_english() -> None:
    assert LANGUAGES == ["en", "sv"]


def test_each_file_has_the_same_keys_in_all_languages() -> None:
    swedish, english = tables("sv"), tables("en")
    assert swedish.keys() == english.keys()
    for name in swedish:
        assert swedish[name].keys() == english[name].keys(), name


def test_each_sentence_has_the_same_placeholders_in_all_languages() -> None:
    swedish, english = tables("sv"), tables("en")
    different = [
        key
        for name, table in swedish.items()
        for key, text in table.items()
        if placeholders(str(text)) != placeholders(str(english[name][key]))
    ]
    assert different == []


def test_no_sentence_is_empty() -> None:
    empty = [
        key
        for language in LANGUAGES
        for table in tables(language).values()
        for key, text in table.items()
        if not str(text).strip()
    ]
    assert empty == []


def test_every_key_that_the_core_says_exists() -> None:
    texts = read_texts(TEXTS)
    missing = {
        key
        for path in (ROOT / "dialogs").rglob("*.py")
        if path.name != "texts.py"  # its example is no sentence of ours
        for key in _SAID.findall(path.read_text(encoding="utf-8"))
        if not texts.has(key)
    }
    assert missing == set()


def test_sentence_twice_is_refused(tmp_path: Path) -> None:
    (tmp_path / "sv").mkdir()
    for name in ("one", "two"):
        (tmp_path / "sv" / f"{name}.yaml").write_text("hej: Hej\n", encoding="utf-8")
    with pytest.raises(ConfigurationFileError, match="hej"):
        read_texts(tmp_path)


def test_swedish_must_exist(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    with pytest.raises(ConfigurationFileError, match="sv"):
        read_texts(tmp_path)


def test_sentence_without_its_placeholder_is_a_bug() -> None:
    texts = read_texts(TEXTS)
    with pytest.raises(KeyError):
        texts.say("sv", "intro.time")
    with pytest.raises(KeyError):
        texts.say("sv", "no.such.key")
    assert texts.say("tlh", "losing.kept") == texts.say("sv", "losing.kept")


#: What only officers and operators read, which is not made easy.
STAFF = (
    "talk.",
    "talks.",
    "desk.",
    "notice.call_human.",
    "notice.case_withdrawn.",
    "notice.case_completed.",
)


def test_easy_swedish_says_nothing_that_swedish_does_not_say() -> None:
    swedish = {key: text for table in tables("sv").values() for key, text in table.items()}
    for table in tables(EASY_SWEDISH).values():
        for key, text in table.items():
            assert placeholders(text) == placeholders(swedish[key]), key


def test_everything_that_a_citizen_reads_is_easy_in_easy_swedish() -> None:
    """So that the language is offered only when it is complete (row 40)."""
    texts = read_texts(TEXTS)
    keys = [key for table in tables("sv").values() for key in table if not key.startswith(STAFF)]
    hard = [key for key in keys if not is_easy(texts.written(EASY_SWEDISH, key))]
    assert hard == []
