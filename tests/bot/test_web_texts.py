"""The pages' own texts are whole in both languages, and none is left over."""

import re
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[2]
SOURCES = "".join(
    path.read_text("utf-8")
    for folder, kind in (("bot/web", "*.py"), ("bot/templates", "*.html"), ("actions/eid", "*.py"))
    for path in (ROOT / folder).glob(kind)
)
#: Keys that are put together: an error's reason, a channel, a party's state …
COMPOSED = (
    "web.error.", "web.channel.", "web.party.", "web.eid.", "web.demo.", "web.talk.", "web.language.",
    "web.check.", "web.login_text.",
    "eid.hint.",
)  # fmt: skip


def table(language: str) -> dict[str, str]:
    folder = ROOT / "config" / "texts" / language
    read = [yaml.safe_load((folder / name).read_text("utf-8")) for name in ("web.yaml", "eid.yaml")]
    return {key: text for texts in read for key, text in texts.items()}


def test_both_languages_have_the_same_keys_and_placeholders() -> None:
    swedish, english = table("sv"), table("en")
    assert swedish.keys() == english.keys()
    for key, text in swedish.items():
        placeholders = [sorted(re.findall(r"{(\w+)}", each)) for each in (text, english[key])]
        assert placeholders[0] == placeholders[1], key


def test_every_text_that_a_page_names_exists() -> None:
    named = set(re.findall(r"[\"'](web\.[a-z_.]+[a-z])[\"']", SOURCES))
    assert {key for key in named - {"web.error.refused"} if key not in table("sv")} == set()


def test_every_text_is_used() -> None:
    unused = [key for key in table("sv") if key not in SOURCES and not key.startswith(COMPOSED)]
    assert unused == []


def test_every_purpose_of_a_login_is_said_and_none_is_left_over() -> None:
    purposes = set(re.findall(r'about=[^\n]+ purpose="(\w+)"', SOURCES))
    assert {f"web.login_text.{each}" for each in purposes} == {
        key for key in table("sv") if key.startswith("web.login_text.")
    }


def test_every_error_has_a_title_and_a_text() -> None:
    keys = {key for key in table("sv") if key.startswith("web.error.")}
    for reason in {key.split(".")[2] for key in keys}:
        assert {f"web.error.{reason}.title", f"web.error.{reason}.text"} <= keys
