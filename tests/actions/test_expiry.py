"""What time does, and what the sweep mends after a crash."""

import pytest
from sqlalchemy import insert, select, update

from actions import expiry, signing
from actions.store.tables import drafts, parties, revisions, signatures
from dialogs.statuses import Status
from tests.actions.filings import ANNA, BO, Office, joint_answers


def test_nothing_is_due_before_its_time(office: Office) -> None:
    office.draft(joint_answers())
    draft = office.sent(BO)
    office.sign(draft, ANNA)
    office.clock.pass_(days=29)
    swept = office.act(expiry.sweep)
    assert (swept.expired, swept.deleted, swept.completed) == (0, 0, 0)


def test_an_untouched_draft_is_deleted_with_its_key(office: Office) -> None:
    draft = office.draft(joint_answers())
    office.clock.pass_(days=90)
    assert office.act(expiry.sweep).deleted == 1
    with office.engine.connect() as connection:
        assert connection.execute(select(drafts).where(drafts.c.id == draft.id)).all() == []


def test_an_expired_filing_is_kept_as_long_as_a_draft_and_then_deleted(office: Office) -> None:
    draft = office.sent(BO)
    office.clock.pass_(days=31)
    office.act(expiry.sweep)
    assert office.status(draft) is Status.EXPIRED
    office.clock.pass_(days=89)
    assert office.act(expiry.sweep).deleted == 0
    office.clock.pass_(days=2)
    assert office.act(expiry.sweep).deleted == 1
    assert office.count(revisions) == office.count(parties) == 0


def test_a_received_case_is_never_deleted_by_the_sweep(office: Office) -> None:
    draft = office.sent()
    office.sign(draft, ANNA)
    office.act(signing.withdraw, draft.id, person=ANNA)
    office.clock.pass_(days=5000)
    assert office.act(expiry.sweep).deleted == 0
    assert office.status(draft) is Status.WITHDRAWN


@pytest.mark.parametrize("late", [False, True])
def test_a_filing_with_all_signatures_is_received_whatever_stopped_it(
    office: Office, late: bool
) -> None:
    chat = office.conversation()
    draft = office.sent(conversation_id=chat)
    revision_id = office.revision_id(draft)
    signature, party_id = office.signature(draft, ANNA), office.party(draft, ANNA).id
    with office.engine.begin() as connection:
        connection.execute(update(parties).values(state="signed"))
        connection.execute(
            insert(signatures).values(
                party_id=party_id,
                revision_id=revision_id,
                draft_id=draft.id,
                provider="demo",
                hash=signature.hash,
                evidence=b"",
                signed_at=office.clock.now,
            )
        )
    if late:
        office.clock.pass_(days=31)
    swept = office.act(expiry.sweep)
    assert (swept.completed, swept.expired, swept.told) == (1, 0, (chat,))
    assert office.status(draft) is Status.RECEIVED
    assert office.deliveries(draft) == 3


def test_a_sweep_does_a_bounded_number(office: Office) -> None:
    for _ in range(3):
        office.draft(joint_answers())
    office.clock.pass_(days=91)
    assert office.act(expiry.sweep, limit=2).deleted == 2
    assert office.act(expiry.sweep, limit=2).deleted == 1
