"""Parties who sign one at a time: whose turn it is, and what the others may do meanwhile."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from actions import conversations, expiry, signing, tickets
from actions.board import later_requests_of, requests_of
from actions.errors import NotFoundError
from actions.inviting import own_link
from actions.store.tables import tickets as ticket_rows
from dialogs.conversation import Draft, Person
from dialogs.statuses import Status
from tests.actions.filings import ANNA, BO, CIA, DAN, Office, joint_service, refusal
from tests.actions.test_board import asked
from tests.actions.test_effects import say, take_up


@pytest.fixture
def in_order(office: Office) -> Office:
    """The joint service, signed one at a time."""
    office.services["provtjanst"] = joint_service(signing_order="sequence")
    return office


def states(office: Office, draft: Draft) -> list[str]:
    return [party.state for party in office.parties(draft)]


def invited(office: Office) -> list[str]:
    return sorted(each["to"] for each in office.notices("invited"))


def test_parties_are_asked_one_at_a_time_in_the_order_of_the_questions(in_order: Office) -> None:
    office = in_order
    draft = office.sent(BO, CIA, DAN)
    office.sign(draft, ANNA)
    assert states(office, draft) == ["signed", "invited", "waiting", "waiting"]
    assert invited(office) == ["+46701740600"]
    office.sign(draft, BO)
    assert states(office, draft) == ["signed", "signed", "invited", "waiting"]
    assert invited(office) == ["+46701740600", "+46701740601"]
    office.sign(draft, CIA)
    assert office.deliveries(draft) == 0
    assert office.sign(draft, DAN).status is Status.RECEIVED
    assert len(invited(office)) == 3
    assert office.deliveries(draft) == 3


def test_a_repeated_signature_asks_nobody_anew(in_order: Office) -> None:
    office = in_order
    draft = office.sent(BO, CIA, DAN)
    office.sign(draft, ANNA)
    office.sign(draft, BO)
    before = office.notices()
    assert office.sign(draft, BO).repeated
    assert office.notices() == before
    assert states(office, draft) == ["signed", "signed", "invited", "waiting"]


def test_whose_turn_it_is_not_is_told_so_and_changes_nothing(in_order: Office) -> None:
    office = in_order
    draft = office.sent(BO, CIA)
    office.sign(draft, ANNA)
    party, revision_id = office.party(draft, CIA), office.revision_id(draft)
    for act in (
        lambda: office.sign(draft, CIA),
        lambda: office.decline(draft, CIA),
        lambda: office.act(signing.review, party.id, revision_id),
        lambda: office.act(own_link, draft.id, CIA),
    ):
        assert refusal(act) == "not_your_turn"
    assert states(office, draft) == ["signed", "invited", "waiting"]
    assert office.status(draft) is Status.AWAITING_PARTIES


def test_a_no_stops_it_and_who_was_never_asked_hears_nothing(in_order: Office) -> None:
    office = in_order
    draft = office.sent(BO, CIA, DAN)
    office.sign(draft, ANNA)
    office.sign(draft, BO)
    office.decline(draft, CIA)
    assert office.status(draft) is Status.DECLINED
    assert {each["to"] for each in office.notices("declined")} == {ANNA.email, "+46701740600"}
    assert refusal(lambda: office.sign(draft, DAN)) == "declined"
    assert invited(office) == ["+46701740600", "+46701740601"]


def test_only_who_is_on_turn_is_reminded_or_gets_another_number(in_order: Office) -> None:
    office = in_order
    chat, draft = asked(office)
    later = office.party(draft, CIA)
    assert refusal(lambda: office.act(signing.resend, later.id)) == "nobody_to_remind"
    office.act(signing.resend, office.party(draft, BO).id)
    board = say(office, chat, text="vem har skrivit under?")
    assert "Cia Berg (en till) får sin länk när den före har skrivit under" in board
    say(office, chat, choice=f"readdress:{office.party(draft, BO).id}")
    office.clock.pass_(minutes=1)
    say(office, chat, text="0701740699")
    assert office.party(draft, BO).phone == "+46701740699"
    office.sign(draft, BO)
    office.act(signing.resend, later.id)
    assert {each["to"] for each in office.notices("reminded")} == {
        "+46701740600", "+46701740601", "+46701740699",
    }  # fmt: skip


def test_the_chat_says_whose_turn_it_is_by_role(in_order: Office) -> None:
    office = in_order
    chat, draft = asked(office)
    told = office.told(chat)
    assert "De andra skriver under en i taget" in told
    assert "Näst på tur är den andra vårdnadshavaren" in told
    assert "1 av 3 har skrivit under" in told
    office.sign(draft, BO)
    told = office.told(chat)
    assert "Nu har 2 av 3 skrivit under" in told
    assert "Näst på tur är en till" in told
    for person in (BO, CIA):
        assert person.name not in told
    take_up(office, chat, None, ANNA)
    assert "2 av 3 har skrivit under. Väntar på: en till." in say(office, chat, text="mina ärenden")


def test_the_status_names_all_who_are_awaited_when_all_were_asked_at_once(office: Office) -> None:
    chat, draft = asked(office)
    said = say(office, chat, text="mina ärenden")
    assert "Väntar på: den andra vårdnadshavaren, en till." in said
    office.sign(draft, BO)
    assert "Väntar på: en till." in say(office, chat, text="mina ärenden")


def test_a_change_starts_from_the_beginning_and_asks_in_order_again(in_order: Office) -> None:
    office = in_order
    draft = office.sent(BO, CIA)
    office.sign(draft, ANNA)
    office.sign(draft, BO)
    old = office.party(draft, CIA), office.revision_id(draft)
    reopened = office.act(signing.reopen, draft)
    assert len(office.notices("reopened")) == 2
    office.act(signing.send, reopened, ANNA)
    assert refusal(lambda: office.act(signing.review, old[0].id, old[1])) == "voided"
    office.sign(draft, ANNA)
    assert states(office, draft) == ["signed", "invited", "waiting"]
    assert [each["to"] for each in office.notices("changed")] == ["+46701740600"]
    office.sign(draft, BO)
    office.sign(draft, CIA)
    assert office.status(draft) is Status.RECEIVED


def test_the_order_is_the_one_of_when_it_was_sent(office: Office) -> None:
    """The definition is changed while people sign: what was sent goes on as it began."""
    draft = office.sent(BO, CIA)
    office.services["provtjanst"] = joint_service(signing_order="sequence")
    office.sign(draft, ANNA)
    assert states(office, draft) == ["signed", "invited", "invited"]


def test_time_that_runs_out_for_one_ends_it_for_all(in_order: Office) -> None:
    office = in_order
    draft = office.sent(BO, CIA)
    office.sign(draft, ANNA)
    office.clock.pass_(days=31)
    assert office.act(expiry.sweep).expired == 1
    assert {each["to"] for each in office.notices("expired")} == {ANNA.email, "+46701740600"}


def test_own_pages_list_what_is_to_be_signed_now_and_later(in_order: Office) -> None:
    office = in_order
    draft = office.sent(BO, CIA)

    def waiting(person: Person) -> tuple[list[str], list[str]]:
        now = office.act(requests_of, person)
        later = office.act(later_requests_of, person)
        return [each.draft_id for each in now], [each.draft_id for each in later]

    assert waiting(BO) == waiting(CIA) == ([], []), "the filer has not sent it to anybody yet"
    office.sign(draft, ANNA)
    assert (waiting(BO), waiting(CIA)) == (([draft.id], []), ([], [draft.id]))
    assert waiting(ANNA) == waiting(DAN) == ([], [])
    office.sign(draft, BO)
    assert (waiting(BO), waiting(CIA)) == (([], []), ([draft.id], []))
    office.act(signing.withdraw, draft.id, person=ANNA)
    assert waiting(CIA) == ([], [])


def test_nobody_but_filer_and_parties_gets_a_link(office: Office) -> None:
    draft = office.sent(BO)
    office.sign(draft, ANNA)
    with pytest.raises(NotFoundError):
        office.act(own_link, draft.id, DAN)
    for person in (ANNA, BO):
        token = office.act(own_link, draft.id, person).rpartition("/")[2]
        ticket = office.act(tickets.find, purpose="sign", token=token)
        assert ticket is not None
        assert ticket.party_id == office.party(draft, person).id


# ── More time ─────────────────────────────────────────────────────────────────────────────────


def lives(office: Office, draft: Draft) -> set[timedelta]:
    """How long each link to sign lives from now on."""
    with office.engine.connect() as connection:
        rows = connection.execute(
            select(ticket_rows.c.expires_at).where(
                ticket_rows.c.draft_id == draft.id, ticket_rows.c.purpose == "sign"
            )
        ).scalars()
        return {each - office.clock.now for each in rows}


def test_more_time_moves_the_last_day_and_every_living_link(office: Office) -> None:
    draft = office.sent(BO, CIA)
    office.sign(draft, ANNA)
    office.sign(draft, CIA)
    office.clock.pass_(days=20)
    until = office.act(signing.extend, draft.id, person=ANNA)
    # Thirty days from 22 March, to the end of the day, Swedish summer time.
    assert until.isoformat() == "2026-04-21T23:59:00+02:00"
    assert lives(office, draft) == {until - office.clock.now}
    (notice,) = office.notices("extended")
    assert (notice["to"], notice["params"]["until"]) == ("+46701740600", "2026-04-21")
    office.clock.pass_(days=15)
    assert office.act(expiry.sweep).expired == 0
    assert office.sign(draft, BO).status is Status.RECEIVED


def test_a_link_that_was_dead_stays_dead(office: Office) -> None:
    chat, draft = asked(office)
    say(office, chat, choice=f"readdress:{office.party(draft, BO).id}")
    say(office, chat, text="0701740699")
    office.clock.pass_(days=2)
    office.act(signing.extend, draft.id, person=ANNA)
    assert sum(life <= timedelta(0) for life in lives(office, draft)) == 1


def test_more_time_can_be_given_again_until_three_periods_have_passed(office: Office) -> None:
    draft = office.sent(BO)
    office.sign(draft, ANNA)
    days = []
    for _ in range(7):
        office.clock.pass_(days=9)
        days.append(office.act(signing.extend, draft.id, person=ANNA).date().isoformat())
    assert days[0] == "2026-04-10"
    assert days[-1] == "2026-05-31", "three times thirty days after it was sent"
    office.clock.pass_(days=9)
    assert refusal(lambda: office.act(signing.extend, draft.id, person=ANNA)) == "no_more_time"


def test_more_time_is_not_given_twice_in_a_day_nor_by_or_to_others(office: Office) -> None:
    draft = office.sent(BO)
    assert refusal(lambda: office.act(signing.extend, draft.id, person=ANNA)) == "no_more_time"
    office.clock.pass_(days=3)
    for stranger in (BO, DAN, None):
        with pytest.raises(NotFoundError):
            office.act(signing.extend, draft.id, person=stranger)
    office.act(signing.extend, draft.id, person=ANNA)
    assert office.notices("extended") == [], "nobody has been asked yet"
    assert refusal(lambda: office.act(signing.extend, draft.id, person=ANNA)) == "no_more_time"


@pytest.mark.parametrize("end", ["expired", "declined", "withdrawn", "received", "voided"])
def test_what_is_no_longer_signed_gets_no_more_time(office: Office, end: str) -> None:
    draft = office.sent(BO)
    office.sign(draft, ANNA)
    office.clock.pass_(days=5)
    match end:
        case "expired":
            office.clock.pass_(days=30)
        case "declined":
            office.decline(draft, BO)
        case "withdrawn":
            office.act(signing.withdraw, draft.id, person=ANNA)
        case "received":
            office.sign(draft, BO)
        case "voided":
            office.act(signing.reopen, draft)
            end = "status_not_allowed"
    assert refusal(lambda: office.act(signing.extend, draft.id, person=ANNA)) == end


def test_the_board_offers_more_time_and_says_the_day(office: Office) -> None:
    chat, draft = asked(office)
    told = say(office, chat, text="vem har skrivit under?")
    assert "Det går att skriva under till onsdag 1 april 2026 kl. 11.00" in told
    office.clock.pass_(days=10)
    take_up(office, chat, None, ANNA)
    said = say(office, chat, choice=f"extend:{draft.id}")
    assert "till och med lördag 11 april" in said
    assert len(office.notices("extended")) == 2
    assert "mer tid just nu" in say(office, chat, choice=f"extend:{draft.id}")
    stranger = office.conversation()
    take_up(office, stranger, None, DAN)
    office.clock.pass_(days=3)
    assert "april" not in say(office, stranger, choice=f"extend:{draft.id}")
    assert len(office.notices("extended")) == 2


# ── Sending again ─────────────────────────────────────────────────────────────────────────────


def test_after_expiry_one_tap_makes_it_a_draft_and_the_next_sends_it(office: Office) -> None:
    chat = office.conversation()
    draft = office.sent(BO, conversation_id=chat)
    office.sign(draft, ANNA)
    take_up(office, chat, draft, ANNA)
    office.clock.pass_(days=31)
    office.act(expiry.sweep)
    offered = choices_of(office, chat)
    assert f"again:{draft.id}" in offered
    take_up(office, chat, draft, ANNA)
    said = say(office, chat, choice=f"again:{draft.id}")
    assert "med samma svar" in said
    assert office.status(draft) is Status.DRAFT
    assert "send" in choices_of(office, chat)
    say(office, chat, choice="send")
    assert office.status(draft) is Status.AWAITING_SIGNATURE
    office.sign(draft, ANNA)
    assert office.sign(draft, BO).status is Status.RECEIVED


def test_after_expiry_it_is_offered_where_something_else_is_at_hand(office: Office) -> None:
    chat, draft = asked(office)
    office.clock.pass_(days=31)
    office.act(expiry.sweep)
    take_up(office, chat, None, ANNA)
    say(office, chat, text="mina ärenden")
    assert f"again:{draft.id}" in choices_of(office, chat)
    say(office, chat, choice=f"again:{draft.id}")
    assert office.status(draft) is Status.DRAFT
    say(office, chat, choice="send")
    assert office.status(draft) is Status.AWAITING_SIGNATURE


def test_a_no_offers_to_change_the_answers(office: Office) -> None:
    chat = office.conversation()
    draft = office.sent(BO, conversation_id=chat)
    office.sign(draft, ANNA)
    take_up(office, chat, draft, ANNA)
    office.decline(draft, BO)
    assert "reopen" in choices_of(office, chat)


def test_a_button_to_send_again_does_nothing_to_what_is_being_signed(office: Office) -> None:
    chat, draft = asked(office)
    say(office, chat, choice=f"again:{draft.id}")
    assert office.status(draft) is Status.AWAITING_PARTIES
    stranger = office.conversation()
    take_up(office, stranger, None, DAN)
    office.clock.pass_(days=31)
    office.act(expiry.sweep)
    take_up(office, stranger, None, DAN)
    say(office, stranger, choice=f"again:{draft.id}")
    assert office.status(draft) is Status.EXPIRED


def choices_of(office: Office, chat: str) -> list[str]:
    """What is offered by the messages since the person last did something."""
    found: list[str] = []
    for message in office.act(conversations.said_after, chat, 0):
        if message.sender == "person":
            found = []
        found += [choice.value for choice in message.choices or ()]
    return found
