"""A human takes over the conversation and gives it back; messages are answered later (rows 20, 21)."""

from dataclasses import dataclass
from datetime import time

import msgspec
import pytest

from actions import customer_service, worker
from actions.customer_service import HelpRequest
from actions.errors import NotFoundError
from actions.store.tables import help_requests
from actions.turn import TurnRequest, run_turn
from dialogs.events import Said
from dialogs.opening_hours import Hours, OpeningHours
from dialogs.world import Officer
from tests.actions.filings import Office, refusal
from tests.actions.test_effects import at_hand, say

KARIN = Officer(personnummer="197109142385", name="Karin", units=("kundtjanst",))
OTTO = Officer(personnummer="196801102382", name="Otto", units=("kundtjanst",))
QUESTION = "Vad vill du till Provby kommun?"


@pytest.fixture
def desk(office: Office) -> Office:
    """Customer service is open Monday to Friday, 8 to 16; the tests begin on a Monday at 10."""
    day = Hours(time(8), time(16))
    hours = OpeningHours(week=(day,) * 5 + (None, None))
    office.municipality = msgspec.structs.replace(office.municipality, open_hours=hours)
    return office


@dataclass
class Asked:
    chat: str
    request: HelpRequest


def waiting(desk: Office) -> Asked:
    """Anna is asked a question, and waits for a human."""
    chat, _ = at_hand(desk, {})
    say(desk, chat, text="prata med en människa")
    say(desk, chat, text="prata med någon nu")
    (request,) = desk.act(customer_service.queue)
    return Asked(chat, request)


def taken(desk: Office) -> Asked:
    asked = waiting(desk)
    desk.act(customer_service.take_over, asked.request.id, KARIN)
    return asked


def newest(desk: Office, chat: str) -> str:
    return desk.told(chat).rpartition("\n")[2]


def test_who_asks_in_opening_hours_may_wait_and_go_on_meanwhile(desk: Office) -> None:
    chat, _ = at_hand(desk, {})
    assert "här i chatten nu" in say(desk, chat, text="människa")
    told = say(desk, chat, choice="talk_now")
    assert "Jag har sagt till kundtjänst" in told
    assert QUESTION in told
    assert "ensam" in say(desk, chat, text="Byta skola").casefold()
    (request,) = desk.act(customer_service.queue)
    assert (request.kind, request.state) == ("live", "waiting")


def test_asking_twice_is_one_place_in_the_queue(desk: Office) -> None:
    asked = waiting(desk)
    assert "väntar redan" in say(desk, asked.chat, text="människa")
    assert len(desk.act(customer_service.queue)) == 1


def test_who_stops_waiting_is_out_of_the_queue_and_back_at_the_question(desk: Office) -> None:
    asked = waiting(desk)
    assert QUESTION in say(desk, asked.chat, text="sluta vänta")
    assert desk.act(customer_service.queue) == ()
    reason = refusal(lambda: desk.act(customer_service.take_over, asked.request.id, KARIN))
    assert reason == "takeover_taken"


def test_a_human_answers_and_the_person_returns_to_the_same_question(desk: Office) -> None:
    asked = taken(desk)
    assert "Karin på kundtjänst" in desk.told(asked.chat)
    # What the person says now is for Karin: the assistant takes it for no answer.
    assert say(desk, asked.chat, text="Vilken skola ligger närmast?") == ""
    desk.act(customer_service.say, asked.request.id, KARIN, "Det är Nylands skola.")
    assert newest(desk, asked.chat) == "Karin, kundtjänst: Det är Nylands skola."
    desk.act(customer_service.hand_back, asked.request.id, KARIN, note="Lycka till!")
    told = desk.told(asked.chat)
    assert "Karin, kundtjänst: Lycka till!" in told
    assert "Nu svarar jag, den digitala assistenten, igen." in told
    assert newest(desk, asked.chat) == QUESTION
    assert "ensam" in say(desk, asked.chat, text="Byta skola").casefold()


def test_only_one_of_two_gets_the_conversation(desk: Office) -> None:
    asked = taken(desk)
    for act in (customer_service.take_over, customer_service.hand_back):
        assert refusal(lambda act=act: desk.act(act, asked.request.id, OTTO)) == "takeover_taken"
    words = refusal(lambda: desk.act(customer_service.say, asked.request.id, OTTO, "Hej"))
    assert words == "takeover_taken"
    assert "Otto" not in desk.told(asked.chat)


def test_the_person_may_end_the_talk(desk: Office) -> None:
    asked = taken(desk)
    assert QUESTION in say(desk, asked.chat, text="avsluta samtalet")
    words = refusal(lambda: desk.act(customer_service.say, asked.request.id, KARIN, "Hej"))
    assert words == "takeover_ended"
    assert desk.act(customer_service.queue) == ()


def test_buttons_do_not_answer_behind_the_humans_back(desk: Office) -> None:
    asked = taken(desk)
    assert "Nu pratar du med Karin" in say(desk, asked.chat, choice="yes", about="samtycke")
    assert QUESTION in say(desk, asked.chat, choice="takeover:stop")


def test_nothing_empty_is_said(desk: Office) -> None:
    asked = taken(desk)
    words = refusal(lambda: desk.act(customer_service.say, asked.request.id, KARIN, "  "))
    assert words == "takeover_empty"


def test_nobody_waits_for_ever(desk: Office) -> None:
    asked = waiting(desk)
    desk.clock.pass_(minutes=19)
    assert desk.act(customer_service.sweep) == ()
    desk.clock.pass_(minutes=2)
    assert desk.act(customer_service.sweep) == (asked.chat,)
    assert "Ingen på kundtjänst har hunnit svara" in desk.told(asked.chat)
    assert desk.act(customer_service.sweep) == ()
    say(desk, asked.chat, text="lämna ett meddelande")
    say(desk, asked.chat, text="Ring mig i morgon på 0701740605")
    (message,) = desk.act(customer_service.queue)
    assert (message.kind, message.text) == ("message", "Ring mig i morgon på 0701740605")


def test_who_is_not_answered_any_more_is_told(desk: Office) -> None:
    asked = taken(desk)
    desk.clock.pass_(minutes=1)
    say(desk, asked.chat, text="Hallå?")
    desk.clock.pass_(minutes=9)
    assert desk.act(customer_service.sweep) == ()
    desk.clock.pass_(minutes=2)
    desk.act(customer_service.sweep)
    assert "Karin kan inte svara längre" in desk.told(asked.chat)
    assert QUESTION in say(desk, asked.chat, text="fortsätt här")


def test_when_both_are_silent_the_assistant_answers_again(desk: Office) -> None:
    asked = taken(desk)
    desk.clock.pass_(minutes=1)
    desk.act(customer_service.say, asked.request.id, KARIN, "Hej!")
    desk.clock.pass_(minutes=29)
    assert desk.act(customer_service.sweep) == ()
    desk.clock.pass_(minutes=2)
    desk.act(customer_service.sweep)
    assert "Karin har lämnat samtalet" in desk.told(asked.chat)


def test_out_of_hours_a_message_is_taken_and_answered_later(desk: Office) -> None:
    chat, _ = at_hand(desk, {})
    # Friday at 19.
    desk.clock.pass_(days=4, hours=9)
    told = say(desk, chat, text="människa")
    assert "öppnar måndag 9 mars 2026 klockan 8" in told
    assert "nu" not in told.casefold().split()
    say(desk, chat, text="lämna ett meddelande")
    say(desk, chat, text="Får man elda i trädgården?")
    (message,) = desk.act(customer_service.queue)
    desk.clock.pass_(days=2, hours=14)
    desk.act(customer_service.say, message.id, OTTO, "Ja, utom i maj.")
    told = desk.told(chat)
    assert "Otto, kundtjänst, svarar på det du skrev fredag 6 mars 2026" in told
    assert told.endswith("(”Får man elda i trädgården?”): Ja, utom i maj.")
    assert desk.act(customer_service.queue) == ()
    # Nobody has taken the conversation over.
    assert say(desk, chat, text="hej") != ""


def test_deleting_ones_data_deletes_the_requests_too(desk: Office) -> None:
    asked = taken(desk)
    say(desk, asked.chat, text="avsluta samtalet")
    say(desk, asked.chat, text="radera mina uppgifter")
    say(desk, asked.chat, text="ja")
    assert desk.count(help_requests) == 0


def test_what_does_not_exist_is_not_found(desk: Office) -> None:
    with pytest.raises(NotFoundError):
        desk.act(customer_service.take_over, "nothing", KARIN)


def test_the_state_survives_a_restart(desk: Office) -> None:
    asked = taken(desk)
    again = Office(desk.engine)
    again.clock, again.assembly = desk.clock, desk.assembly
    event = Said(text="Är du kvar?")
    result = again.act(run_turn, TurnRequest(conversation_id=asked.chat, event=event))
    assert result.answers == ()
    assert customer_service.LONGEST_SILENCE.total_seconds() > worker.SWEEP_EVERY
