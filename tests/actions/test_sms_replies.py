"""Answers to SMS (threat C7): help, stop, start and the link to the number on record; nothing else."""

from typing import Any

import pytest
import yaml
from sqlalchemy import func, select

from actions import signing
from actions.board import board_of
from actions.notify.sms import count_parts
from actions.sms_numbers import is_stopped
from actions.store.tables import audit, cases, drafts, parties, signatures, tickets
from dialogs.command_words import SAID, phrases_of
from dialogs.statuses import Status
from tests.actions.filings import ANNA, BO, CIA, TEXTS, Office
from tests.actions.sms_office import (
    BOS,
    STRANGERS,
    answers,
    asked,
    hear,
    send_due,
    states,
)
from tests.actions.test_effects import at_hand, say
from tests.actions.test_undelivered import asked_in_both_ways
from tests.test_texts import TEXTS as FOLDER

COMMANDS = [phrase for line in SAID.values() for phrase in phrases_of(line)]
SIGNING = [
    "JA", "ja tack", "SIGNERA", "SIGNERA K-7F3K-92QX", "GODKÄNN", "godkänner", "NEJ", "AVBÖJ", "AVSLÅ",
    "skriv under", "jag skriver under", "YES", "SIGN", "APPROVE", "NO", "DECLINE", "status", "ta bort", "1",
    "199001012385", "vem är det?", "vad gäller det?", "kod 123456",
]  # fmt: skip


def snapshot(office: Office) -> dict[str, Any]:
    """All that an SMS must never change."""
    with office.engine.connect() as connection:
        found: dict[str, Any] = {
            table.name: connection.execute(select(func.count()).select_from(table)).scalar_one()
            for table in (signatures, cases, audit)
        }
        columns = (drafts.c.status, drafts.c.version, drafts.c.revision_id, drafts.c.expires_at)
        found["drafts"] = connection.execute(select(*columns)).all()
        columns = (parties.c.state, parties.c.details, parties.c.acted_at)
        found["parties"] = connection.execute(select(*columns).order_by(parties.c.id)).all()
    return found


def test_no_word_of_the_bot_and_no_yes_changes_or_tells_anything(office: Office) -> None:
    """Threat C7, from the party's own number."""
    chat, draft = asked(office)
    send_due(office)
    before, talk = snapshot(office), office.told(chat)
    canaries = (
        ANNA.name, BO.name, "Ek", "skola", draft.reference, "vårdnadshavare", "provtjanst", "0701740600",
    )  # fmt: skip
    for text in [*COMMANDS, *SIGNING]:
        office.clock.pass_(hours=25)  # a new day, so that each is answered
        hear(office, text)
        for said in send_due(office):
            assert len(said) <= 160
            assert [each for each in canaries if each.casefold() in said.casefold()] == [], text
        assert snapshot(office) == before, text
    assert office.told(chat) == talk
    assert office.status(draft) is Status.AWAITING_PARTIES
    assert len(answers(office)) == len(COMMANDS) + len(SIGNING)


@pytest.mark.parametrize(
    ("text", "kind", "language"),
    [
        ("HJÄLP", "sms.help", "sv"),
        ("help", "sms.help", "en"),
        ("JA", "sms.other", "sv"),
        ("yes please", "sms.other", "en"),
        ("stopp", "sms.stop", "sv"),
        ("start", "sms.start", "sv"),
    ],
)
def test_each_word_has_its_answer_in_its_language(
    office: Office, text: str, kind: str, language: str
) -> None:
    asked(office)
    send_due(office)
    hear(office, text)
    (answer,) = office.notices(kind)
    assert (answer["to"], answer["language"], answer["channel"]) == (BOS, language, "sms")
    assert set(answer["params"]) == {"municipality", "phone"}


def test_each_answer_is_one_sms_and_has_room_for_nothing_personal() -> None:
    for language in ("sv", "en"):
        table = yaml.safe_load((FOLDER / language / "sms.yaml").read_text("utf-8"))
        assert set(table) == {
            f"sms.{kind}" for kind in ("help", "stop", "start", "no_link", "other", "unknown")
        }
        for key in table:
            said = TEXTS.say(language, key, municipality="M" * 20, phone="0612-800 00 00").strip()
            assert len(said) <= 160, key
            assert count_parts(said) == 1, key


# ── LÄNK ──────────────────────────────────────────────────────────────────────────────────────


def test_the_link_goes_to_the_number_on_record_at_once_also_at_night(office: Office) -> None:
    _, draft = asked(office)
    send_due(office)
    office.clock.pass_(hours=13)  # 23.00 in Sweden
    hear(office, "LÄNK")
    (sent,) = send_due(office)
    assert "https://e.example.se/s/" in sent
    assert answers(office) == [], "the link is the answer"
    (notice,) = office.notices("reminded")
    assert (notice["to"], notice["channel"]) == (BOS, "sms")
    assert notice["party"] == office.party(draft, BO).id


def test_who_has_mail_too_is_answered_by_sms_alone(office: Office) -> None:
    _, draft = asked_in_both_ways(office)
    send_due(office)
    hear(office, "LÄNK")
    assert [each["channel"] for each in office.notices("reminded")] == ["sms"]
    hear(office, "STOPP")
    send_due(office)
    office.clock.pass_(hours=25)
    office.act(signing.resend, office.party(draft, BO).id)
    assert send_due(office) == []
    assert sorted(each["channel"] for each in office.notices("reminded")) == ["email", "sms", "sms"]
    (row,) = [each for each in office.act(board_of, draft.id, ANNA).parties if not each.is_filer]
    assert not row.is_unreached
    assert not row.wants_no_sms


def test_who_has_signed_or_moved_gets_no_link(office: Office) -> None:
    chat, _ = at_hand(office, {})
    draft = office.sent(BO, CIA, conversation_id=chat)
    office.sign(draft, ANNA)
    send_due(office)
    office.sign(draft, CIA)
    say(office, chat, choice=f"readdress:{office.party(draft, BO).id}")
    say(office, chat, text="070-174 06 77")
    with office.engine.connect() as connection:
        before = connection.execute(select(func.count()).select_from(tickets)).scalar_one()
    for number in (BOS, "+46701740601"):
        hear(office, "LÄNK", number=number)
    with office.engine.connect() as connection:
        assert connection.execute(select(func.count()).select_from(tickets)).scalar_one() == before
    assert answers(office) == ["sms.no_link"] * 2
    hear(office, "LÄNK", number="+46701740677")
    assert len(office.notices("reminded")) == 2, "by the filer, and asked for"


@pytest.mark.parametrize("over", ["withdrawn", "expired", "declined"])
def test_of_a_filing_that_is_over_there_is_no_link(office: Office, over: str) -> None:
    _, draft = asked(office, BO, CIA)
    send_due(office)
    match over:
        case "withdrawn":
            office.act(signing.withdraw, draft.id, person=ANNA)
        case "expired":
            office.clock.pass_(days=60)
        case "declined":
            office.decline(draft, CIA)
    office.clock.pass_(hours=25)
    hear(office, "LÄNK")
    assert office.notices("reminded") == []
    assert answers(office) == ["sms.no_link"]


def test_two_filings_that_wait_are_two_links_within_the_days_three(office: Office) -> None:
    asked(office)
    office.clock.pass_(hours=25)
    asked(office)
    send_due(office)
    hear(office, "LÄNK")
    assert len(office.notices("reminded")) == 1, "two invitations went out just now"
    office.clock.pass_(hours=25)
    hear(office, "NY LÄNK")
    assert len(office.notices("reminded")) == 3


# ── How much ──────────────────────────────────────────────────────────────────────────────────


def test_two_machines_that_answer_each_other_fall_silent(office: Office) -> None:
    asked(office)
    heard = len(send_due(office))
    for _ in range(50):
        hear(office, "Tack för ditt meddelande. Vi svarar så snart vi kan.")
        heard += len(send_due(office))
        office.clock.pass_(minutes=1)
    assert heard == 3


def test_links_asked_for_again_and_again_are_three_sms_a_day(office: Office) -> None:
    asked(office)
    heard = len(send_due(office))
    for _ in range(20):
        hear(office, "LÄNK")
        heard += len(send_due(office))
        office.clock.pass_(minutes=1)
    assert heard == 3
    assert answers(office) == []


@pytest.mark.parametrize("text", ["LÄNK", "STOPP", "JA", "hjälp", "är jag med i något?"])
def test_an_unknown_number_gets_one_neutral_answer_a_day(office: Office, text: str) -> None:
    asked(office)
    for _ in range(5):
        hear(office, text, number=STRANGERS)
        send_due(office)
        office.clock.pass_(hours=2)
    assert answers(office) == ["sms.unknown"]
    office.clock.pass_(hours=24)
    hear(office, text, number=STRANGERS)
    assert answers(office) == ["sms.unknown"] * 2


@pytest.mark.parametrize("number", ["+4790123456", "+46101234567", "+19005550100", "+4671123"])
def test_foreign_and_other_numbers_that_we_never_wrote_to_are_not_answered(
    office: Office, number: str
) -> None:
    hear(office, "HJÄLP", number=number)
    assert answers(office) == []


def test_the_same_sms_again_has_no_second_effect(office: Office) -> None:
    asked(office)
    send_due(office)
    for text in ("hjälp", "LÄNK"):
        for _ in range(3):
            hear(office, text, id=f"same-{text[0]}")
    assert answers(office) == ["sms.help"]
    assert len(office.notices("reminded")) == 1


# ── STOPP ─────────────────────────────────────────────────────────────────────────────────────


def test_after_stop_there_are_no_reminders_and_the_board_says_so(office: Office) -> None:
    chat, draft = at_hand(office, {})
    draft = office.sent(BO, conversation_id=chat)
    office.sign(draft, ANNA)
    send_due(office)
    hear(office, "STOPP")
    (confirmed,) = send_due(office)
    assert "START" in confirmed
    party = office.party(draft, BO)
    told = say(office, chat, text="vem har skrivit under")
    assert "har inte skrivit under och vill inte få sms" in told
    assert "vill inte få sms från oss" in say(office, chat, choice=f"remind:{party.id}")
    assert office.notices("reminded") == []
    assert "kom inte fram" not in office.told(chat)
    say(office, chat, choice=f"readdress:{party.id}")
    assert "vill inte få sms från oss" in say(office, chat, text="0701740600")
    say(office, chat, choice=f"readdress:{party.id}")
    say(office, chat, text="bo@example.se")
    (mail,) = office.notices("reminded")
    assert (mail["channel"], mail["to"]) == ("email", "bo@example.se")
    (row,) = [each for each in office.act(board_of, draft.id, ANNA).parties if not each.is_filer]
    assert not row.wants_no_sms


def test_a_reminder_that_waits_for_the_morning_is_stopped_too(office: Office) -> None:
    chat, draft = asked(office)
    send_due(office)
    office.clock.pass_(hours=13)
    office.act(signing.resend, office.party(draft, BO).id)
    hear(office, "STOPP")
    send_due(office)
    before = office.told(chat)
    office.clock.pass_(hours=10)
    assert send_due(office) == []
    assert states(office, "reminded") == ["dead"]
    assert office.told(chat) == before, "the link arrived before, so nobody is alarmed"
    assert office.notices("undelivered") == []


def test_a_new_filing_for_a_stopped_number_is_told_to_its_filer(office: Office) -> None:
    hear(office, "STOPP")
    send_due(office)
    chat, _ = asked(office)
    assert send_due(office) == []
    told = office.told(chat)
    assert "Jag kunde inte skicka länken till den andra vårdnadshavaren" in told
    assert "vill inte få sms" in told
    assert len(office.notices("undelivered")) == 1


def test_mail_goes_on_after_stop(office: Office) -> None:
    hear(office, "STOPP")
    only_mail = {"andra.phone": None, "andra.email": "bo@example.se"}
    _, draft = asked(office, **only_mail)
    office.act(signing.resend, office.party(draft, BO).id)
    assert [each["channel"] for each in office.notices("reminded")] == ["email"]


def test_after_stop_help_and_the_link_are_still_answered(office: Office) -> None:
    asked(office)
    send_due(office)
    hear(office, "STOPP")
    assert len(send_due(office)) == 1
    hear(office, "LÄNK")
    assert len(send_due(office)) == 1, "it was asked for"
    office.clock.pass_(hours=25)
    hear(office, "HJÄLP")
    assert len(send_due(office)) == 1


def test_start_takes_stop_back(office: Office) -> None:
    _, draft = asked(office)
    send_due(office)
    hear(office, "STOPP")
    office.clock.pass_(minutes=1)
    hear(office, "START")
    send_due(office)
    office.clock.pass_(hours=25)
    office.act(signing.resend, office.party(draft, BO).id)
    assert len(send_due(office)) == 1


def test_what_was_said_last_counts_in_whatever_order_it_comes(office: Office) -> None:
    asked(office)
    now = office.clock.now
    office.clock.pass_(minutes=10)
    hear(office, "START", sent_at=office.clock.now)
    hear(office, "STOPP", sent_at=now)
    assert not _is_stopped(office)
    hear(office, "STOPP", sent_at=office.clock.now.replace(year=2030))
    assert _is_stopped(office)
    office.clock.pass_(minutes=1)
    hear(office, "START")
    assert not _is_stopped(office), "a time in the future is no better than now"


def test_stop_counts_also_when_there_is_no_room_for_its_answer(office: Office) -> None:
    _, draft = asked(office)
    for _ in range(2):
        hear(office, "LÄNK")
        office.clock.pass_(minutes=1)
    send_due(office)
    hear(office, "STOPP")
    assert answers(office) == []
    assert _is_stopped(office)
    assert office.status(draft) is Status.AWAITING_PARTIES


def _is_stopped(office: Office) -> bool:
    return office.act(is_stopped, BOS)
