"""Earlier filings of the service that is begun: drafts to go on with (row 25), cases to copy (row 38)."""

from collections.abc import Mapping

from sqlalchemy import Connection

from actions.assembly import Assembly
from actions.drafts import load
from actions.turn import TurnRequest, run_turn
from dialogs.conversation import Answer, Draft
from dialogs.events import LoggedIn
from dialogs.statuses import Status
from tests.actions.filings import ANNA, BO, CIA, Office, joint_answers, joint_service
from tests.actions.test_effects import at_hand, say, take_up


def with_draft(office: Office) -> tuple[str, Draft]:
    """Anna has a draft with an answer; her chat has nothing at hand, two days later."""
    chat, draft = at_hand(office, {})
    say(office, chat, text="Byta skola")
    office.clock.pass_(days=2)
    take_up(office, chat, None, ANNA)
    return chat, draft


def with_case(office: Office) -> tuple[str, Draft]:
    """Anna's case has been received; her chat has nothing at hand, a year later."""
    chat = office.conversation()
    draft = office.sent(BO, conversation_id=chat)
    office.sign(draft, ANNA)
    office.sign(draft, BO)
    assert office.status(draft) is Status.RECEIVED
    office.clock.pass_(days=365)
    take_up(office, chat, None, ANNA)
    return chat, draft


def test_a_draft_of_the_same_service_is_offered_with_its_days(office: Office) -> None:
    chat, _ = with_draft(office)
    told = say(office, chat, choice="service:provtjanst")
    assert "Du har redan ett utkast" in told
    assert "Påbörjat måndag 2 mars 2026" in told
    assert "fråga" not in told.partition("Du har redan")[2].casefold()
    resumed = say(office, chat, text="ja")
    assert "Välkommen tillbaka" in resumed
    assert "Byta skola" in resumed


def test_the_empty_draft_that_asked_is_gone_when_the_earlier_goes_on(office: Office) -> None:
    chat, draft = with_draft(office)
    say(office, chat, choice="service:provtjanst")
    say(office, chat, text="1")
    told = say(office, chat, text="mina ärenden")
    assert told.count("Utkast") == 1
    assert draft.reference in told


def test_a_new_draft_may_be_begun_beside_it_and_both_are_told_apart(office: Office) -> None:
    chat, draft = with_draft(office)
    say(office, chat, choice="service:provtjanst")
    asked = say(office, chat, text="nej, börja på ett nytt")
    assert "Vad vill du till Provby kommun?" in asked
    say(office, chat, text="Byta igen")
    told = say(office, chat, text="mina ärenden")
    assert draft.reference in told
    assert "Påbörjat måndag 2 mars 2026" in told
    assert "Påbörjat onsdag 4 mars 2026" in told


def test_who_began_without_login_hears_of_the_earlier_draft_after_it(office: Office) -> None:
    _, _ = with_draft(office)
    other = office.conversation()
    say(office, other, choice="service:provtjanst")
    office.act(run_turn, TurnRequest(conversation_id=other, event=LoggedIn(person=ANNA)))
    told = office.told(other)
    assert "Du har redan ett utkast" in told


def test_nobody_hears_of_somebody_elses_draft(office: Office) -> None:
    with_draft(office)
    chat = office.conversation()
    take_up(office, chat, None, CIA)
    assert "redan" not in say(office, chat, choice="service:provtjanst")


def test_a_sent_case_is_copied_with_consent_and_what_is_new_is_asked(office: Office) -> None:
    chat, draft = with_case(office)
    told = say(office, chat, choice="service:provtjanst")
    assert "Du har skickat in" in told
    copied = say(office, chat, text="ja")
    assert "Jag har fyllt i" in copied
    assert "Har du läst om personuppgifter?" in copied
    summary = say(office, chat, choice="yes", about="samtycke")
    assert "Byta skola" in summary
    assert "Bo Ek" in summary
    assert office.status(draft) is Status.RECEIVED


def test_copied_answers_are_taken_back_by_one_undo(office: Office) -> None:
    chat, _ = with_case(office)
    say(office, chat, choice="service:provtjanst")
    say(office, chat, text="ja")
    say(office, chat, text="ångra")
    told = say(office, chat, text="visa mina svar")
    assert "Byta skola" not in told


def test_a_no_begins_from_the_beginning(office: Office) -> None:
    chat, _ = with_case(office)
    say(office, chat, choice="service:provtjanst")
    assert "Vad vill du till Provby kommun?" in say(office, chat, text="nej")


def test_a_new_version_keeps_what_still_means_the_same(office: Office) -> None:
    chat, _ = with_case(office)
    newer = joint_service(minutes=9)
    office.services[newer.id] = newer
    say(office, chat, choice="service:provtjanst")
    assert "Jag har fyllt i" in say(office, chat, text="ja")


def test_answers_of_the_case_are_unchanged_by_the_copy(office: Office) -> None:
    chat, draft = with_case(office)
    before = office.act(_answers, draft.id)
    say(office, chat, choice="service:provtjanst")
    say(office, chat, text="ja")
    say(office, chat, text="ändra önskemål")
    assert office.act(_answers, draft.id) == before
    assert before["onskemal"].value == joint_answers(BO)["onskemal"]


def _answers(assembly: Assembly, connection: Connection, draft_id: str) -> Mapping[str, Answer]:
    return load(assembly, connection, draft_id).draft.answers
