"""The sentences around signing: complete in both languages, and short where they must be."""

import re
import string
from pathlib import Path

import pytest
import yaml

from actions.notify.sms import count_parts

ROOT = Path(__file__).parents[2]
TABLES: dict[str, dict[str, str]] = {
    language: yaml.safe_load((ROOT / "config/texts" / language / "signing.yaml").read_text())
    for language in ("sv", "en")
}
#: The modules that refuse what is about a filing or a file.
_MODULES = (
    "casework",
    "cases",
    "declining",
    "files",
    "freezing",
    "inviting",
    "locked",
    "parties",
    "sending",
    "signers",
    "signing",
    "withdrawing",
)
_REASON = re.compile(r'RefusedError\(\s*"(\w+)"')


def _placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_both_languages_say_the_same_with_the_same_placeholders() -> None:
    assert TABLES["sv"].keys() == TABLES["en"].keys()
    for key, text in TABLES["sv"].items():
        assert _placeholders(text) == _placeholders(TABLES["en"][key]), key


def test_every_refusal_has_a_sentence() -> None:
    reasons = {
        reason
        for module in _MODULES
        for reason in _REASON.findall((ROOT / "actions" / f"{module}.py").read_text("utf-8"))
    }
    assert {"party_is_filer", "wrong_person"} <= reasons
    missing = {each for each in reasons if f"signing.refused.{each}" not in TABLES["sv"]}
    assert missing == set()


@pytest.mark.parametrize("language", list(TABLES))
def test_the_sms_fits_in_one_part(language: str) -> None:
    text = TABLES[language]["notice.reopened.sms"].format(
        municipality="Örnsköldsviks kommun", reference="K-7F3K-92QX", link="x" * 60
    )
    assert len(text) <= 160
    assert count_parts(text) == 1
