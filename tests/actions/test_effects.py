"""What a turn wants done besides talking, driven through the chat as a person would."""

from typing import Any

import msgspec
import pytest
from sqlalchemy import select, update

from actions import signing
from actions.effects import carry_out
from actions.errors import NotFoundError
from actions.store.tables import conversations, revisions, turns
from actions.store.tables import drafts as draft_rows
from actions.turn import TurnRequest, run_turn
from dialogs.conversation import Conversation, Draft, Former, Person
from dialogs.effects import DeleteDraft, Forget, Withdraw
from dialogs.events import Said
from dialogs.logins import LOGIN_IDLE
from dialogs.statuses import Status
from dialogs.talk import Turn
from tests.actions.filings import ANNA, BO, Office, joint_answers


def at_hand(
    office: Office, answers: dict[str, Any], *, person: Person | None = ANNA, **options: Any
) -> tuple[str, Draft]:
    """A conversation with a complete draft at hand, its person logged in."""
    chat = office.conversation()
    draft = office.draft(answers, owner=person, conversation_id=chat, **options)
    take_up(office, chat, draft, person)
    return chat, draft


def take_up(office: Office, chat: str, draft: Draft | None, person: Person | None) -> None:
    with office.engine.begin() as connection:
        row = connection.execute(select(conversations).where(conversations.c.id == chat)).one()
        key = office.assembly.keyring.row_key(chat, row.key)
        until = office.clock.now + LOGIN_IDLE
        state = Conversation(
            id=chat,
            channel="web",
            person=person,
            login_until=until if person else None,
            former=Former(personnummer=person.personnummer, until=until) if person else None,
            draft_id=draft.id if draft else None,
        )
        connection.execute(
            update(conversations)
            .where(conversations.c.id == chat)
            .values(
                state=key.seal(msgspec.json.encode(state), "state"),
                draft_id=state.draft_id,
                person_mac=person and office.assembly.keyring.mac("person", person.personnummer),
            )
        )


def say(office: Office, chat: str, **said: Any) -> str:
    """What is answered, as one text with the links."""
    result = office.act(run_turn, TurnRequest(conversation_id=chat, event=Said(**said)))
    return "\n".join(
        " ".join([message.text, *(link.url for link in message.links or ())])
        for message in result.answers
    )


def test_sending_in_the_chat_freezes_the_draft_and_gives_the_link_to_sign(
    office: Office,
) -> None:
    chat, draft = at_hand(office, joint_answers(BO))
    answer = say(office, chat, choice="send")
    assert f"{office.assembly.public_url}/s/" in answer
    assert office.status(draft) is Status.AWAITING_SIGNATURE
    assert office.column(draft, draft_rows.c.expires_at) is not None
    assert office.party(draft, BO).state == "waiting"


def test_sending_what_nobody_signs_is_received_in_the_same_turn(office: Office) -> None:
    answers = {"onskemal": "En bänk", "epost": None, "samtycke": True}
    chat, draft = at_hand(office, answers, person=None, service="synpunkt")
    assert draft.reference in say(office, chat, choice="send")
    assert office.status(draft) is Status.RECEIVED
    assert office.deliveries(draft) == 2


def test_a_refused_filing_is_explained_in_the_chat_and_nothing_is_changed(
    office: Office,
) -> None:
    chat, draft = at_hand(office, joint_answers(ANNA))
    assert "ditt eget personnummer" in say(office, chat, choice="send")
    assert office.status(draft) is Status.DRAFT
    assert office.count(revisions) == 0
    assert draft.reference not in str(office.notices())


def test_opening_again_in_the_chat_voids_what_was_frozen(office: Office) -> None:
    chat, draft = at_hand(office, joint_answers(BO))
    say(office, chat, choice="send")
    office.sign(draft, ANNA)
    say(office, chat, choice="reopen")
    say(office, chat, choice="yes")
    assert office.status(draft) is Status.DRAFT
    assert office.column(draft, draft_rows.c.revision_id) is None
    assert len(office.notices("reopened")) == 1


def test_withdrawing_in_the_chat_is_said_once(office: Office) -> None:
    chat, draft = at_hand(office, joint_answers(BO))
    say(office, chat, choice="send")
    office.sign(draft, ANNA)
    say(office, chat, choice="withdraw")
    said = say(office, chat, choice="yes")
    assert office.status(draft) is Status.WITHDRAWN
    assert said.count(draft.reference) == 1
    assert len(office.notices("withdrawn")) == 1


@pytest.mark.parametrize("effect", [Withdraw, DeleteDraft])
def test_nobody_ends_somebody_elses_filing(office: Office, effect: Any) -> None:
    draft = office.draft(joint_answers(), owner=ANNA)
    conversation = Conversation(id="c", channel="web", person=BO)
    turn = Turn(
        conversation=conversation,
        draft=None,
        messages=(),
        effects=(effect(draft_id=draft.id),),
    )
    with pytest.raises(NotFoundError):
        office.act(carry_out, turn, before=None)
    assert office.status(draft) is Status.DRAFT


def test_a_message_to_customer_service_carries_a_reference_and_no_person(
    office: Office,
) -> None:
    chat, draft = at_hand(office, joint_answers())
    say(office, chat, text="människa")
    say(office, chat, choice="leave_message")
    say(office, chat, text="Ring mig om snöröjningen")
    (mail,) = office.notices("call_human")
    assert mail["to"] == "kommun@kommun.se"
    assert mail["params"] == {
        "reference": draft.reference,
        "text": "Ring mig om snöröjningen",
    }


def test_forgetting_leaves_only_what_was_received(office: Office) -> None:
    received = office.sent()
    office.sign(received, ANNA)
    signing_with_bo = office.sent(BO)
    office.sign(signing_with_bo, ANNA)
    foreign = office.draft(joint_answers(), owner=BO)
    chat, draft = at_hand(office, joint_answers(onskemal="Kanarie"))
    _forget(office, chat)
    with office.engine.connect() as connection:
        left = set(connection.execute(select(draft_rows.c.id)).scalars())
        assert not connection.execute(select(turns).where(turns.c.conversation_id == chat)).all()
    assert left == {received.id, foreign.id}
    assert draft.id not in left
    assert len(office.notices("withdrawn")) == 1


def test_who_comes_after_an_idle_login_cannot_have_the_other_forgotten(
    office: Office,
) -> None:
    chat, _ = at_hand(office, joint_answers())
    theirs = office.draft(joint_answers(), owner=ANNA)
    office.clock.pass_(minutes=31)
    _forget(office, chat)
    assert office.status(theirs) is Status.DRAFT


def _forget(office: Office, chat: str) -> None:
    turn = Turn(
        conversation=Conversation(id=chat, channel="web"),
        draft=None,
        messages=(),
        effects=(Forget(),),
    )
    office.act(carry_out, turn, before=None)


def test_a_draft_that_is_being_signed_is_not_deleted(office: Office) -> None:
    draft = office.sent(BO)
    turn = Turn(
        conversation=Conversation(id="c", channel="web", person=ANNA),
        draft=None,
        messages=(),
        effects=(DeleteDraft(draft_id=draft.id),),
    )
    refused = office.act(carry_out, turn, before=None)
    assert refused.messages[0].problem
    assert office.status(draft) is Status.AWAITING_SIGNATURE
    assert office.act(signing.reopen, draft).status is Status.DRAFT
