"""A link that cannot be delivered: the filer is told at once, once, with the way on; or calmly."""

import asyncio
from typing import Any

import msgspec
import pytest
from sqlalchemy import Connection, select, update

from actions import conversations, outbox, parties, signing
from actions.assembly import Assembly
from actions.board import board_of
from actions.notify import Refused
from actions.notify.dispatch import MailDispatch
from actions.outbox import Leased
from actions.store.tables import outbox as rows
from actions.store.tables import parties as party_rows
from actions.undelivered import tell_undelivered
from dialogs.conversation import Draft
from tests.actions.filings import ANNA, BO, CIA, GONE, Office, joint_answers
from tests.actions.test_effects import at_hand, say


def fails(office: Office, way: str, to: str | None = None) -> None:
    """The worker gives up all that is due over `way` (to one address), and the rest is sent."""

    def settle(assembly: Assembly, connection: Connection) -> None:
        for message in outbox.lease(connection, assembly.keyring, now=assembly.now(), limit=99):
            if message.channel != way or to not in (None, message.payload["to"]):
                outbox.record_sent(connection, message, now=assembly.now())
            elif outbox.record_dead(connection, message, problem="refused"):
                tell_undelivered(assembly, connection, message)

    office.act(settle)


def asked(office: Office, *others: Any, channel: str = "web", **answers: Any) -> tuple[str, Draft]:
    chat = office.conversation(channel=channel)
    draft = office.sent(*(others or (BO,)), conversation_id=chat, **answers)
    office.sign(draft, ANNA)
    return chat, draft


def asked_in_both_ways(office: Office) -> tuple[str, Draft]:
    """A party question asks for one way; a party that has two is asked over both."""
    chat = office.conversation()
    draft = office.sent(BO, conversation_id=chat)
    party_id = office.party(draft, BO).id

    def give(assembly: Assembly, connection: Connection) -> None:
        both = parties._changed(assembly, connection, party_id, email="bo@example.se")
        connection.execute(
            update(party_rows).where(party_rows.c.id == party_id).values(details=both)
        )

    office.act(give)
    office.sign(draft, ANNA)
    return chat, draft


def newest(office: Office, chat: str) -> Any:
    return office.act(conversations.messages_after, chat, 0)[-1]


@pytest.mark.parametrize("way", ["sms", "email"])
def test_the_filer_is_told_which_party_which_way_and_what_to_do(office: Office, way: str) -> None:
    only_mail = {"andra.phone": None, "andra.email": "bo@example.se"}
    chat, draft = asked(office, **(only_mail if way == "email" else {}))
    fails(office, way)
    told = newest(office, chat)
    assert {"sms": "Sms:et", "email": "Mejlet"}[way] in told.text
    assert "den andra vårdnadshavaren" in told.text
    assert draft.reference in told.text
    assert BO.name not in told.text, "the role and no name"
    party = office.party(draft, BO)
    assert [each.value for each in told.choices] == [f"readdress:{party.id}"]
    (mail,) = office.notices("undelivered")
    assert (mail["to"], mail["channel"]) == (ANNA.email, "email")
    assert set(mail["params"]) == {"municipality", "reference", "link"}


def test_when_the_other_way_is_open_nobody_is_alarmed(office: Office) -> None:
    chat, _ = asked_in_both_ways(office)
    fails(office, "sms")
    told = newest(office, chat)
    assert "Du behöver inte göra något" in told.text
    assert not told.choices
    assert office.notices("undelivered") == []


def test_when_both_ways_fail_the_second_failure_is_an_alarm(office: Office) -> None:
    chat, draft = asked_in_both_ways(office)

    def both(assembly: Assembly, connection: Connection) -> None:
        for message in outbox.lease(connection, assembly.keyring, now=assembly.now()):
            outbox.record_dead(connection, message, problem="refused")
            tell_undelivered(assembly, connection, message)

    office.act(both)
    texts = office.told(chat)
    assert texts.count("Du behöver inte göra något") == 1
    assert newest(office, chat).choices[0].value.startswith("readdress:")
    assert len(office.notices("undelivered")) == 1
    (party,) = [each for each in office.act(board_of, draft.id, ANNA).parties if not each.is_filer]
    assert party.is_unreached


def test_it_is_told_once_for_each_party_way_and_address(office: Office) -> None:
    chat, draft = asked(office, BO, CIA)
    fails(office, "sms", "+46701740600")
    first = office.told(chat)
    assert "den andra vårdnadshavaren kom inte fram" in first
    assert "en till kom inte fram" not in first
    office.clock.pass_(minutes=1)
    office.act(signing.resend, office.party(draft, BO).id)
    fails(office, "sms", "+46701740600")
    assert office.told(chat) == first, "the same number is told once"
    office.act(signing.resend, office.party(draft, CIA).id)
    fails(office, "sms", "+46701740601")
    assert "en till kom inte fram" in office.told(chat)


def test_another_number_that_fails_is_told_again(office: Office) -> None:
    chat, draft = at_hand(office, {})
    draft = office.sent(BO, conversation_id=chat)
    office.sign(draft, ANNA)
    fails(office, "sms")
    party = office.party(draft, BO)
    assert "kom inte fram" in say(office, chat, text="vem har skrivit under")
    say(office, chat, choice=f"readdress:{party.id}")
    say(office, chat, text="0701740699")
    board = office.act(board_of, draft.id, ANNA)
    assert not any(each.is_unreached for each in board.parties), "it is on its way"
    before = office.told(chat).count("kom inte fram")
    fails(office, "sms")
    assert office.told(chat).count("kom inte fram") == before + 1
    assert len(office.notices("undelivered")) == 2


def test_in_somebody_elses_app_there_is_a_link_and_no_way_to_write_a_number(office: Office) -> None:
    chat, draft = asked(office, channel="telegram")
    fails(office, "sms")
    told = newest(office, chat)
    assert not told.choices
    assert [link.url.partition("?")[2] for link in told.links] == [f"draft={draft.id}"]


@pytest.mark.parametrize(
    "what", ["signed", "declined", "withdrawn", "readdressed", "no invitation"]
)
def test_what_no_longer_matters_is_not_told(office: Office, what: str) -> None:
    chat, draft = asked(office, BO, CIA)
    party = office.party(draft, BO)
    message = _leased(office, party.id)
    match what:
        case "signed":
            office.sign(draft, BO)
        case "declined":
            office.decline(draft, CIA)
        case "withdrawn":
            office.act(signing.withdraw, draft.id, person=ANNA)
        case "readdressed":
            payload = {**message.payload, "to": "+46701740698"}
            message = msgspec.structs.replace(message, payload=payload)
        case "no invitation":
            payload = {**message.payload, "kind": "withdrawn"}
            message = msgspec.structs.replace(message, payload=payload)
    before = office.told(chat)
    office.act(tell_undelivered, message)
    assert office.told(chat) == before
    assert office.notices("undelivered") == []


def test_a_chat_that_is_gone_is_told_by_mail(office: Office) -> None:
    draft = office.draft(joint_answers(BO), conversation_id=GONE)
    office.act(signing.send, draft, ANNA)
    office.sign(draft, ANNA)
    fails(office, "sms")
    assert len(office.notices("undelivered")) == 1


@pytest.mark.parametrize("to", ["bo", "bo@", "bo@example.se\nBcc: eva@example.se", "a@b@c.se"])
def test_what_no_mail_can_be_addressed_to_is_given_up_at_once(office: Office, to: str) -> None:
    _, draft = asked(office)
    message = _leased(office, office.party(draft, BO).id)
    payload = {**message.payload, "to": to}
    mail = MailDispatch(office.assembly, NoMail(), mail_from="kommun@example.se")  # type: ignore[arg-type]
    outcome = asyncio.run(mail(msgspec.structs.replace(message, payload=payload)))
    assert outcome == Refused("not a mail address")


class NoMail:
    """Nothing may be handed to it."""


def _leased(office: Office, party_id: str) -> Leased:
    """The invitation of a party, as the worker that gave it up has it."""
    with office.engine.connect() as connection:
        row = connection.execute(select(rows).where(rows.c.party_id == party_id)).one()
    return Leased(
        id=row.id,
        intent=row.intent,
        channel=row.channel,
        payload=outbox.payload_of(office.assembly.keyring, row),
        attempts=1,
        fence=1,
        created_at=row.created_at,
        draft_id=row.draft_id,
        party_id=row.party_id,
    )
