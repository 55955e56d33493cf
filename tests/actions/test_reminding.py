"""Reminders of abandoned drafts (row 29), and the way of news (row 32)."""

from typing import Any

from sqlalchemy import select

from actions import casework
from actions.expiry import sweep
from actions.reminding import remind
from actions.store.tables import drafts as draft_rows
from actions.turn import TurnRequest, run_turn
from dialogs.conversation import Draft, Person
from dialogs.events import LoggedIn, Said
from dialogs.statuses import Status
from tests.actions.filings import ANNA, OFFICER, Office, joint_answers, joint_service
from tests.actions.test_effects import at_hand, say, take_up
from tests.definitions import a_field


def abandoned(office: Office, *, person: Person | None = ANNA) -> tuple[str, Draft]:
    """A draft with one answer, given by its person in the chat."""
    chat, draft = at_hand(office, {}, person=person)
    say(office, chat, text="Byta skola")
    return chat, draft


def reminded(office: Office, chat: str) -> int:
    return office.told(chat).count("påbörjat ärende som väntar")


def test_after_three_days_and_again_after_fourteen_the_person_is_reminded(office: Office) -> None:
    chat, _ = abandoned(office)
    office.clock.pass_(days=2, hours=23)
    assert office.act(remind) == ()
    office.clock.pass_(hours=2)
    assert office.act(remind) == (chat,)
    assert office.act(remind) == ()
    assert "frågor är kvar" in office.told(chat)
    office.clock.pass_(days=11)
    assert office.act(remind) == (chat,)
    office.clock.pass_(days=30)
    assert office.act(remind) == ()
    assert reminded(office, chat) == 2


def test_one_reminder_comes_when_several_were_missed(office: Office) -> None:
    chat, _ = abandoned(office)
    office.clock.pass_(days=20)
    office.act(remind)
    office.act(remind)
    assert reminded(office, chat) == 1


def test_threat_b5_nobody_is_reminded_of_a_path_that_ended(office: Office) -> None:
    """Who answered that their data are protected is not told about it in an app afterwards."""
    office.services["provtjanst"] = joint_service(
        a_field("skyddad", before_login=True),
        a_field("hjalp", "stop", before_login=True, when={"field": "skyddad", "is": True}),
    )
    chat, _ = at_hand(office, {}, person=None)
    say(office, chat, choice="yes")
    office.clock.pass_(days=4)
    office.act(remind)
    office.clock.pass_(days=11)
    office.act(remind)
    assert reminded(office, chat) == 0


def test_nobody_is_reminded_at_night(office: Office) -> None:
    chat, _ = abandoned(office)
    # 02.00 Swedish winter time.
    office.clock.pass_(days=3, hours=16)
    assert office.act(remind) == ()
    office.clock.pass_(hours=7)
    assert office.act(remind) == (chat,)


def test_going_on_begins_the_time_anew(office: Office) -> None:
    chat, _ = abandoned(office)
    office.clock.pass_(days=3, hours=1)
    office.act(remind)
    office.act(run_turn, TurnRequest(conversation_id=chat, event=LoggedIn(person=ANNA)))
    say(office, chat, text="ja")
    office.clock.pass_(days=2)
    assert office.act(remind) == ()
    office.clock.pass_(days=1, hours=1)
    assert office.act(remind) == (chat,)


def test_who_has_opted_out_is_left_alone_in_every_conversation(office: Office) -> None:
    chat, _ = abandoned(office)
    say(office, chat, text="sluta påminna")
    other, _ = abandoned(office)
    office.clock.pass_(days=4)
    assert office.act(remind) == ()
    office.act(run_turn, TurnRequest(conversation_id=other, event=LoggedIn(person=ANNA)))
    say(office, other, text="påminn mig")
    # The first reminder's time has passed; the second comes.
    office.clock.pass_(days=11)
    assert other in office.act(remind)


def test_the_button_stops_the_reminders_too(office: Office) -> None:
    chat, _ = abandoned(office, person=None)
    office.clock.pass_(days=4)
    office.act(remind)
    assert "påminner dig inte mer" in say(office, chat, choice="reminders:stop")
    office.clock.pass_(days=20)
    assert office.act(remind) == ()


def test_an_empty_a_sent_and_a_deleted_draft_remind_nobody(office: Office) -> None:
    at_hand(office, {})
    chat, sent = at_hand(office, joint_answers())
    say(office, chat, choice="send")
    deleted, _ = abandoned(office)
    say(office, deleted, text="avbryt")
    say(office, deleted, choice="delete")
    office.clock.pass_(days=4)
    assert office.act(remind) == ()
    assert office.status(sent) is Status.AWAITING_SIGNATURE


def test_the_end_is_warned_of_and_put_off_by_one_tap(office: Office) -> None:
    chat, draft = abandoned(office)
    office.clock.pass_(days=84)
    office.act(remind)
    assert "tas bort" in office.told(chat)
    # Logged out long ago, and in the conversation where it was filled in: one tap is enough.
    assert "kvar" in say(office, chat, choice=f"longer:{draft.id}")
    office.clock.pass_(days=20)
    office.act(sweep)
    assert office.count(draft_rows) == 1
    office.clock.pass_(days=71)
    office.act(sweep)
    assert office.count(draft_rows) == 0


def test_nobody_else_puts_it_off(office: Office) -> None:
    _, draft = abandoned(office)
    until = office.column(draft, draft_rows.c.expires_at)
    stranger = office.conversation()
    take_up(office, stranger, None, None)
    office.clock.pass_(days=10)
    assert "finns inte längre" in say(office, stranger, choice=f"longer:{draft.id}")
    assert office.column(draft, draft_rows.c.expires_at) == until


# ── The way of news (row 32) ──────────────────────────────────────────────────────────────────


def news(office: Office, chat: str, *said: dict[str, Any]) -> list[dict[str, Any]]:
    """The notices of a change of status, after these wishes."""
    for each in said:
        office.act(run_turn, TurnRequest(conversation_id=chat, event=Said(**each)))
    draft = office.sent(conversation_id=chat)
    office.sign(draft, ANNA)
    office.act(
        casework.set_status,
        draft.reference,
        Status.IN_PROGRESS,
        officer_personnummer=OFFICER,
        units={"kundtjanst"},
        note="",
    )
    return office.notices("status_changed")


def logged_in(office: Office) -> str:
    chat = office.conversation()
    take_up(office, chat, None, ANNA)
    return chat


def test_news_go_by_mail_to_the_address_of_the_filing_when_nothing_was_chosen(
    office: Office,
) -> None:
    notices = news(office, logged_in(office))
    assert [(each["channel"], each["to"]) for each in notices] == [("email", ANNA.email)]


def test_news_go_by_sms_when_that_was_chosen(office: Office) -> None:
    chat = logged_in(office)
    notices = news(
        office, chat, {"text": "aviseringar"}, {"choice": "push:sms"}, {"text": "070-174 06 05"}
    )
    assert [(each["channel"], each["to"]) for each in notices] == [("sms", "+46701740605")]
    assert "070" in office.told(chat)


def test_only_the_chat_is_told_when_that_was_chosen(office: Office) -> None:
    notices = news(office, logged_in(office), {"text": "aviseringar"}, {"text": "Här i chatten"})
    assert notices == []


def test_a_wrong_number_is_asked_again(office: Office) -> None:
    chat = logged_in(office)
    say(office, chat, text="aviseringar")
    say(office, chat, choice="push:sms")
    assert "för kort" in say(office, chat, text="070-12")
    assert "Du får besked till 070-174 06 05" in say(office, chat, text="0701740605")


def test_who_is_not_logged_in_is_asked_to(office: Office) -> None:
    chat = office.conversation()
    assert "Logga in" in say(office, chat, text="aviseringar")


def test_reminders_go_to_the_chosen_way_too_and_say_nothing_but_the_reference(
    office: Office,
) -> None:
    chat, draft = abandoned(office)
    say(office, chat, text="aviseringar")
    say(office, chat, choice="push:email")
    say(office, chat, text="anna@example.se")
    office.clock.pass_(days=4)
    office.act(remind)
    notice = office.notices("draft_waiting")[0]
    assert notice["to"] == "anna@example.se"
    assert set(notice["params"]) == {"municipality", "reference", "link"}
    with office.engine.connect() as connection:
        assert connection.execute(select(draft_rows.c.id)).scalar() == draft.id
