"""What goes out by SMS and mail: short, in both languages, and about nobody and nothing."""

import inspect
import string
from datetime import date
from pathlib import Path

import pytest
import yaml

from actions.notify.notices import Notice, NoticeKind, notice
from actions.notify.rendering import rendered
from actions.notify.sms import count_parts
from dialogs.texts import Texts

TEXTS_DIR = Path(__file__).parents[2] / "config" / "texts"
TABLES: dict[str, dict[str, str]] = {
    language: {
        key: text
        for name in ("notices", "signing")
        for key, text in yaml.safe_load(
            (TEXTS_DIR / language / f"{name}.yaml").read_text("utf-8")
        ).items()
        if key.startswith("notice.")
    }
    for language in ("sv", "en")
}
TEXTS = Texts(TABLES)
MUNICIPALITY = "Örnsköldsviks kommun"
#: Sixty characters, as the longest link that we send.
LINK = "https://ebot.kramfors.se/s/".ljust(60, "x")
REFERENCE = "K-7F3K-92QX"
#: As long as a day is in words.
UNTIL = date(2026, 9, 30)


def a_notice(kind: NoticeKind, language: str = "sv") -> Notice:
    return notice(
        kind,
        language,
        TEXTS,
        municipality=MUNICIPALITY,
        reference=REFERENCE,
        link=LINK,
        until=UNTIL,
    )


EVERY = [(kind, language) for kind in NoticeKind for language in TABLES]


@pytest.mark.parametrize(("kind", "language"), EVERY)
def test_every_sms_fits_in_one_part_with_a_link_of_sixty_characters(
    kind: NoticeKind, language: str
) -> None:
    sms = a_notice(kind, language).sms
    assert sms is not None
    assert len(sms) <= 160
    assert count_parts(sms) == 1


@pytest.mark.parametrize(("kind", "language"), EVERY)
def test_every_notice_names_sender_reference_and_link_and_asks_for_no_codes(
    kind: NoticeKind, language: str
) -> None:
    written = a_notice(kind, language)
    assert written.sms is not None
    for text in (written.text, written.sms):
        for part in (MUNICIPALITY, REFERENCE, LINK):
            assert part in text
        assert {"sv": "aldrig", "en": "never"}[language] in text.casefold()
    assert "\n" not in written.subject
    assert 10 < len(written.subject) < 78


@pytest.mark.parametrize(("kind", "language"), EVERY)
def test_the_link_is_followed_by_white_space_so_that_no_phone_swallows_more(
    kind: NoticeKind, language: str
) -> None:
    written = a_notice(kind, language)
    for text in (written.text, written.sms or ""):
        assert text.partition(LINK)[2][:1].isspace()


def test_there_is_nowhere_to_put_names_or_matters_in_a_citizens_notice() -> None:
    parameters = inspect.signature(notice).parameters
    assert list(parameters)[3:] == ["municipality", "reference", "link", "until"]
    assert parameters["until"].annotation == date | None, "a day, and no text"
    for table in TABLES.values():
        for key, text in table.items():
            allowed = {"municipality", "reference", "link"}
            if key.startswith("notice.extended."):
                allowed |= {"day"}
            if key.startswith(
                ("notice.new_case.", "notice.case_withdrawn.", "notice.case_completed.")
            ):
                allowed = {"service", "reference", "link"}
            if key.startswith("notice.call_human."):
                allowed = {"text", "reference"}
            assert _placeholders(text) <= allowed, key


@pytest.mark.parametrize(("language", "day"), [("sv", "30 september"), ("en", "30 September")])
def test_the_new_last_day_is_told(language: str, day: str) -> None:
    params = {"municipality": MUNICIPALITY, "reference": REFERENCE, "link": LINK}
    payload = {"kind": "extended", "language": language}
    written = rendered({**payload, "params": {**params, "until": "2026-09-30"}}, TEXTS)
    assert day in written.text
    assert written.sms is not None
    assert day in written.sms


def test_an_officer_gets_reference_service_and_link_only() -> None:
    params = {"reference": REFERENCE, "service": "Ansökan om byte av skola", "link": LINK}
    written = rendered({"kind": "new_case", "language": "sv", "params": params}, TEXTS)
    assert written.subject == f"Nytt ärende {REFERENCE}: Ansökan om byte av skola"
    assert LINK in written.text
    assert written.sms is None


def test_no_text_is_missing_or_unused_and_placeholders_agree() -> None:
    used = {f"notice.{kind}.{part}" for kind in NoticeKind for part in ("sms", "subject", "body")}
    to_staff = ("new_case", "case_withdrawn", "case_completed", "call_human")
    used |= {f"notice.{kind}.{part}" for kind in to_staff for part in ("subject", "body")}
    used |= {"notice.footer"}
    for table in TABLES.values():
        assert set(table) == used
    for key in used:
        assert _placeholders(TABLES["sv"][key]) == _placeholders(TABLES["en"][key]), key


def _placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}
