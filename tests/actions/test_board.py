"""The parties' board: who has signed and who has not, and what the filer can do (row 33)."""

from sqlalchemy import select

from actions.store.tables import outbox, tickets
from actions.turn import TurnRequest, run_turn
from dialogs.conversation import Draft
from dialogs.events import LoggedIn
from dialogs.statuses import Status
from tests.actions.filings import ANNA, BO, CIA, DAN, Office
from tests.actions.test_effects import at_hand, say, take_up


def asked(office: Office) -> tuple[str, Draft]:
    """Anna has sent and signed; Bo and Cia are asked, and Anna's chat has nothing at hand."""
    chat, _ = at_hand(office, {})
    draft = office.sent(BO, CIA, conversation_id=chat)
    office.sign(draft, ANNA)
    take_up(office, chat, None, ANNA)
    return chat, draft


def test_the_board_tells_who_has_signed_and_since_when(office: Office) -> None:
    chat, draft = asked(office)
    office.clock.pass_(days=1)
    take_up(office, chat, None, ANNA)
    office.sign(draft, BO)
    told = say(office, chat, text="vem har skrivit under?")
    assert draft.reference in told
    assert "Du har skrivit under, måndag 2 mars" in told
    assert "Bo Ek (den andra vårdnadshavaren) har skrivit under, tisdag 3 mars" in told
    assert "Cia Berg (en till) har inte skrivit under. Länken skickades måndag 2 mars" in told


def test_the_board_and_a_nudge_return_to_the_question_of_the_form(office: Office) -> None:
    chat, draft = asked(office)
    take_up(office, chat, office.draft({"onskemal": "Byta"}, conversation_id=chat), ANNA)
    told = say(office, chat, text="vem har skrivit under?")
    assert told.index(draft.reference) < told.index("Nu tillbaka till frågan:")
    assert told.endswith("Vad gäller ensam?")
    party = office.party(draft, BO)
    assert say(office, chat, choice=f"remind:{party.id}").endswith("Vad gäller ensam?")
    say(office, chat, choice=f"readdress:{party.id}")
    assert say(office, chat, text="070-174 06 05").endswith("Vad gäller ensam?")


def test_before_the_filer_has_signed_the_others_wait(office: Office) -> None:
    chat, _ = at_hand(office, {})
    office.sent(BO, conversation_id=chat)
    told = say(office, chat, text="vem har skrivit under")
    assert "Du har inte skrivit under än" in told
    assert "Bo Ek (den andra vårdnadshavaren) får sin länk när du har skrivit under" in told


def test_a_reason_for_declining_is_shown(office: Office) -> None:
    chat, draft = asked(office)
    office.decline(draft, CIA, reason="Vi är inte överens")
    told = say(office, chat, choice=f"board:{draft.id}")
    assert "har sagt nej" in told
    assert "”Vi är inte överens”" in told


def test_nobody_elses_board_is_shown(office: Office) -> None:
    _, draft = asked(office)
    stranger, _ = at_hand(office, {}, person=DAN)
    told = say(office, stranger, choice=f"board:{draft.id}")
    assert told.startswith("Du har inget ärende som väntar på underskrifter.")
    assert "Bo" not in told


def test_who_is_not_logged_in_is_asked_to(office: Office) -> None:
    _, draft = asked(office)
    stranger = office.conversation()
    told = say(office, stranger, choice=f"board:{draft.id}")
    assert "Logga in" in told
    assert "Bo" not in told


def test_a_nudge_sends_a_fresh_link_and_is_limited(office: Office) -> None:
    chat, draft = asked(office)
    party = office.party(draft, BO)
    before = len(office.notices("reminded"))
    assert "påminnelse" in say(office, chat, choice=f"remind:{party.id}")
    assert len(office.notices("reminded")) > before
    for _ in range(2):
        office.clock.pass_(minutes=1)
        say(office, chat, choice=f"remind:{party.id}")
    sent = len(office.notices("reminded"))
    office.clock.pass_(minutes=1)
    told = say(office, chat, choice=f"remind:{party.id}")
    assert "tre påminnelser" in told
    assert len(office.notices("reminded")) == sent


def test_a_nudge_at_night_waits_for_the_morning(office: Office) -> None:
    chat, draft = asked(office)
    # 03.00 Swedish winter time.
    office.clock.pass_(hours=17)
    take_up(office, chat, None, ANNA)
    say(office, chat, choice=f"remind:{office.party(draft, BO).id}")
    with office.engine.connect() as connection:
        due = connection.execute(select(outbox.c.due_at).order_by(outbox.c.due_at.desc())).scalar()
    assert due > office.clock.now


def test_a_stranger_nudges_nobody(office: Office) -> None:
    _, draft = asked(office)
    stranger, _ = at_hand(office, {}, person=DAN)
    before = len(office.notices("reminded"))
    told = say(office, stranger, choice=f"remind:{office.party(draft, BO).id}")
    assert "påminnelse" not in told
    say(office, stranger, choice=f"readdress:{office.party(draft, BO).id}")
    say(office, stranger, text="bo@example.se")
    assert len(office.notices("reminded")) == before
    assert office.party(draft, BO).email is None


def test_another_address_gets_a_link_and_the_old_link_dies(office: Office) -> None:
    chat, draft = asked(office)
    party = office.party(draft, BO)
    assert "mobilnumret" in say(office, chat, choice=f"readdress:{party.id}")
    assert "070-174 06 99" in say(office, chat, text="0701740699")
    moved = office.party(draft, BO)
    assert moved.phone == "+46701740699"
    assert (moved.name, moved.personnummer) == (party.name, party.personnummer)
    newest = office.notices("reminded")[-1]
    assert newest["to"] == "+46701740699"
    with office.engine.connect() as connection:
        query = select(tickets.c.expires_at).where(tickets.c.party_id == party.id)
        ends = [row.expires_at for row in connection.execute(query)]
    assert [end > office.clock.now for end in sorted(ends)] == [False, True]


def test_what_is_no_address_is_asked_for_again(office: Office) -> None:
    chat, draft = asked(office)
    party = office.party(draft, BO)
    say(office, chat, choice=f"readdress:{party.id}")
    say(office, chat, text="0701")
    assert office.party(draft, BO).phone == party.phone
    assert "anna" in say(office, chat, text="anna.e@example.se").lower()
    assert office.party(draft, BO).email == "anna.e@example.se"


def test_who_has_signed_is_not_asked_again(office: Office) -> None:
    chat, draft = asked(office)
    office.sign(draft, BO)
    told = say(office, chat, choice=f"remind:{office.party(draft, BO).id}")
    assert "ingen att påminna" in told


def test_after_all_have_signed_there_is_no_board(office: Office) -> None:
    chat, draft = asked(office)
    office.sign(draft, BO)
    office.sign(draft, CIA)
    assert office.status(draft) is Status.RECEIVED
    told = say(office, chat, text="vem har skrivit under")
    assert "inget ärende som väntar på underskrifter" in told


def test_a_co_signer_who_logs_in_is_told_who_asks_for_what(office: Office) -> None:
    _, draft = asked(office)
    chat = office.conversation()
    office.act(run_turn, TurnRequest(conversation_id=chat, event=LoggedIn(person=BO)))
    told = office.told(chat)
    assert "Anna Ek ber dig skriva under Prov" in told
    assert draft.reference in told
    link = say(office, chat, text="mina ärenden")
    assert f"{office.assembly.public_url}/s/" in link
    office.sign(draft, BO)
    assert "ber dig skriva under" not in say(office, chat, text="mina ärenden")


def test_the_co_signers_link_is_for_the_co_signer(office: Office) -> None:
    _, draft = asked(office)
    chat = office.conversation()
    take_up(office, chat, None, BO)
    say(office, chat, text="mina ärenden")
    party = office.party(draft, BO)
    with office.engine.connect() as connection:
        query = select(tickets.c.party_id).where(tickets.c.conversation_id == chat)
        assert set(connection.execute(query).scalars()) == {party.id}


def test_a_stranger_is_asked_to_sign_nothing(office: Office) -> None:
    asked(office)
    chat = office.conversation()
    take_up(office, chat, None, DAN)
    assert "skriva under" not in say(office, chat, text="mina ärenden")


def test_what_was_withdrawn_is_no_longer_asked_for(office: Office) -> None:
    chat, draft = asked(office)
    take_up(office, chat, draft, ANNA)
    say(office, chat, text="återta ärendet")
    say(office, chat, choice="yes")
    other = office.conversation()
    take_up(office, other, None, BO)
    assert "skriva under" not in say(office, other, text="mina ärenden")
