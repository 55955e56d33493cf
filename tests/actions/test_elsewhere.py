"""Two devices with one draft (row 27), and drafts that were deleted and can be had back (row 14)."""

from typing import Any

from actions import drafts, elsewhere
from actions.expiry import sweep
from actions.store.tables import drafts as draft_rows
from actions.turn import TurnRequest, run_turn
from dialogs.conversation import Draft
from dialogs.events import LoggedIn
from tests.actions.filings import ANNA, BO, Office
from tests.actions.test_effects import at_hand, say, take_up

WISH = {"onskemal": "Byta skola"}


def deliver(office: Office) -> list[str]:
    """Lets the worker deliver what was left for other devices; the conversations that were told."""
    told: list[str] = []
    for notice in office.notices():
        if notice["channel"] == elsewhere.CHANNEL:
            told += office.act(elsewhere.deliver, notice)
    return told


def stored(office: Office, draft: Draft) -> dict[str, Any]:
    found = office.act(drafts.load, draft.id).draft
    return {path: answer.value for path, answer in found.answers.items()}


def test_the_other_device_is_told_of_the_answer(office: Office) -> None:
    phone, draft = at_hand(office, WISH)
    computer = office.conversation()
    take_up(office, computer, draft, ANNA)
    say(office, computer, text="ja")
    assert deliver(office) == [phone]
    assert "fortsatt på en annan enhet" in office.told(phone)
    assert "fortsatt på en annan enhet" not in office.told(computer)


def test_one_device_alone_leaves_no_notice(office: Office) -> None:
    phone, _ = at_hand(office, WISH)
    say(office, phone, text="ja")
    say(office, phone, text="ångra")
    assert [each for each in office.notices() if each["channel"] == elsewhere.CHANNEL] == []


def test_both_devices_answer_and_the_newer_answer_wins(office: Office) -> None:
    phone, draft = at_hand(office, {})
    computer = office.conversation()
    take_up(office, computer, draft, ANNA)
    say(office, phone, text="upprepa")
    say(office, computer, text="upprepa")
    say(office, phone, text="Byta skola")
    say(office, computer, text="Byta klass")
    assert stored(office, draft) == {"onskemal": "Byta klass"}
    # And it was one act after another: the newest is taken back, whoever did it.
    assert "Byta skola" in say(office, phone, text="ångra")
    assert stored(office, draft) == {"onskemal": "Byta skola"}


def test_a_deleted_draft_can_be_had_back_for_an_hour(office: Office) -> None:
    phone, draft = at_hand(office, WISH)
    say(office, phone, text="avbryt")
    say(office, phone, choice="delete")
    assert office.column(draft, draft_rows.c.discarded_at) is not None
    office.clock.pass_(minutes=29)
    office.act(sweep)
    assert "tillbaka" in say(office, phone, text="ångra")
    assert office.column(draft, draft_rows.c.discarded_at) is None


def test_who_was_logged_out_meanwhile_logs_in_to_have_it_back(office: Office) -> None:
    phone, draft = at_hand(office, WISH)
    say(office, phone, text="avbryt")
    say(office, phone, choice="delete")
    office.clock.pass_(minutes=50)
    office.act(sweep)
    assert "Logga in igen" in say(office, phone, text="ångra")
    office.act(run_turn, TurnRequest(conversation_id=phone, event=LoggedIn(person=ANNA)))
    assert "tillbaka" in say(office, phone, text="ångra")
    assert office.column(draft, draft_rows.c.discarded_at) is None


def test_after_the_hour_it_is_gone_for_good(office: Office) -> None:
    phone, draft = at_hand(office, WISH)
    say(office, phone, text="avbryt")
    say(office, phone, choice="delete")
    office.clock.pass_(minutes=61)
    office.act(sweep)
    assert office.count(draft_rows) == 0
    office.act(run_turn, TurnRequest(conversation_id=phone, event=LoggedIn(person=ANNA)))
    assert "inte att ångra längre" in say(office, phone, text="ångra")
    assert draft.reference not in say(office, phone, text="mina ärenden")


def test_a_deleted_draft_is_in_no_list_and_in_no_other_hands(office: Office) -> None:
    phone, draft = at_hand(office, WISH)
    computer = office.conversation()
    take_up(office, computer, draft, ANNA)
    stranger = office.conversation()
    take_up(office, stranger, None, BO)
    say(office, phone, text="avbryt")
    say(office, phone, choice="delete")
    assert draft.reference not in say(office, phone, text="mina ärenden")
    assert draft.reference not in say(office, stranger, choice=f"draft:{draft.id}")
    assert deliver(office) == [computer]
    assert "borttaget på en annan enhet" in office.told(computer)
