"""Signing by several parties: every way through the statuses, and what is told."""

import msgspec
import pytest
from sqlalchemy import select

from actions import cases, expiry, parties, revisions, signing, tickets
from actions.errors import NotFoundError
from actions.store.tables import audit, signatures
from dialogs.statuses import SIGNING_STATUSES, Status
from tests.actions.filings import ANNA, BO, CIA, DAN, GONE, Office, joint_answers, refusal


def test_a_filing_without_other_parties_is_received_when_the_filer_signs(office: Office) -> None:
    draft = office.sent()
    assert office.status(draft) is Status.AWAITING_SIGNATURE
    result = office.sign(draft, ANNA)
    assert (result.status, result.signed, result.signers) == (Status.RECEIVED, 1, 1)
    assert office.status(draft) is Status.RECEIVED
    assert office.deliveries(draft) == 3


def test_all_parties_are_invited_when_the_filer_has_signed(office: Office) -> None:
    draft = office.sent(BO, CIA)
    assert office.notices() == []
    office.sign(draft, ANNA)
    assert office.status(draft) is Status.AWAITING_PARTIES
    invited = office.notices("invited")
    assert {each["to"] for each in invited} == {"+46701740600", "+46701740601"}
    assert all(set(each["params"]) == {"municipality", "reference", "link"} for each in invited)
    assert office.deliveries(draft) == 0


def test_the_last_signature_makes_it_a_case_in_any_order(office: Office) -> None:
    draft = office.sent(BO, CIA)
    office.sign(draft, ANNA)
    assert office.sign(draft, CIA).status is Status.AWAITING_PARTIES
    assert office.deliveries(draft) == 0
    assert office.sign(draft, BO).status is Status.RECEIVED
    assert office.deliveries(draft) == 3


def test_the_link_in_an_invitation_belongs_to_the_party(office: Office) -> None:
    draft = office.sent(BO)
    office.sign(draft, ANNA)
    (notice,) = office.notices("invited")
    token = notice["params"]["link"].rpartition("/")[2]
    ticket = office.act(tickets.find, purpose="sign", token=token)
    assert ticket is not None
    assert ticket.party_id == office.party(draft, BO).id
    assert office.act(signing.expects, ticket.party_id) == BO.personnummer
    assert ticket.expires_at > office.clock.now


def test_signing_again_changes_nothing_and_gives_the_same_result(office: Office) -> None:
    draft = office.sent(BO)
    first = office.sign(draft, ANNA)
    again = office.sign(draft, ANNA)
    assert again.repeated
    assert (again.status, again.signed, again.signers) == (first.status, 1, 2)
    office.sign(draft, BO)
    assert office.sign(draft, BO).status is Status.RECEIVED
    assert office.count(signatures) == 2
    assert office.deliveries(draft) == 3


def test_a_declined_filing_is_not_sent_and_everybody_is_told(office: Office) -> None:
    chat = office.conversation()
    draft = office.sent(BO, CIA, conversation_id=chat)
    office.sign(draft, ANNA)
    office.clock.pass_(minutes=31)
    office.decline(draft, BO, "Jag håller inte med")
    assert office.status(draft) is Status.DECLINED
    assert {each["to"] for each in office.notices("declined")} == {
        ANNA.email,
        "+46701740601",
    }
    assert draft.reference in office.told(chat)
    assert "Jag håller inte med" not in office.told(chat)  # the login is over
    assert refusal(lambda: office.sign(draft, CIA)) == "declined"
    assert office.party(draft, BO).reason == "Jag håller inte med"


def test_nobody_else_can_decline_for_a_party(office: Office) -> None:
    draft = office.sent(BO, CIA)
    office.sign(draft, ANNA)
    reason = refusal(
        lambda: office.act(
            signing.decline,
            party_id=office.party(draft, BO).id,
            revision_id=office.revision_id(draft),
            person=CIA,
            reason="",
        )
    )
    assert reason == "wrong_person"
    assert refusal(lambda: office.decline(draft, ANNA)) == "filer_withdraws"


def test_who_has_signed_cannot_decline(office: Office) -> None:
    draft = office.sent(BO, CIA)
    office.sign(draft, ANNA)
    office.sign(draft, BO)
    assert refusal(lambda: office.decline(draft, BO)) == "already_signed"


def test_a_change_voids_the_signatures_and_the_next_version_is_announced(office: Office) -> None:
    draft = office.sent(BO)
    office.sign(draft, ANNA)
    old_party, old_revision = office.party(draft, BO), office.revision_id(draft)
    reopened = office.act(signing.reopen, draft)
    assert reopened.status is office.status(draft) is Status.DRAFT
    assert [each["party"] for each in office.notices("reopened")] == [old_party.id]
    assert refusal(lambda: office.act(signing.review, old_party.id, old_revision)) == "voided"
    office.act(signing.send, reopened, ANNA)
    assert office.revision_id(draft) != old_revision
    assert office.party(draft, ANNA).state == "invited"
    office.sign(draft, ANNA)
    assert len(office.notices("changed")) == 1
    assert len(office.notices("invited")) == 1
    assert office.deliveries(draft) == 0
    office.sign(draft, BO)
    assert office.status(draft) is Status.RECEIVED


def test_a_signature_of_an_earlier_round_is_refused(office: Office) -> None:
    draft = office.sent(BO)
    office.sign(draft, ANNA)
    party, revision_id = office.party(draft, BO), office.revision_id(draft)
    signature = office.signature(draft, BO)
    office.act(signing.send, office.act(signing.reopen, draft), ANNA)
    reason = refusal(
        lambda: office.act(
            signing.sign, party_id=party.id, revision_id=revision_id, signature=signature
        )
    )
    assert reason == "voided"


def test_a_withdrawn_filing_tells_the_parties_and_kills_the_links(office: Office) -> None:
    draft = office.sent(BO)
    office.sign(draft, ANNA)
    token = office.notices("invited")[0]["params"]["link"].rpartition("/")[2]
    office.act(signing.withdraw, draft.id, person=ANNA)
    assert office.status(draft) is Status.WITHDRAWN
    assert len(office.notices("withdrawn")) == 1
    assert refusal(lambda: office.sign(draft, BO)) == "withdrawn"
    ticket = office.act(tickets.find, purpose="sign", token=token)
    assert ticket is not None
    assert ticket.expires_at <= office.clock.now


def test_a_withdrawn_case_is_told_to_its_unit(office: Office) -> None:
    draft = office.sent()
    office.sign(draft, ANNA)
    with pytest.raises(NotFoundError):
        office.act(signing.withdraw, draft.id, person=BO)
    office.act(signing.withdraw, draft.id, person=ANNA)
    (mail,) = office.notices("case_withdrawn")
    assert mail["to"] == "kt@kommun.se"
    assert office.status(draft) is Status.WITHDRAWN


def test_signing_ends_when_its_time_is_up(office: Office) -> None:
    draft = office.sent(BO)
    office.sign(draft, ANNA)
    office.clock.pass_(days=30)
    assert refusal(lambda: office.sign(draft, BO)) == "expired"
    assert office.act(expiry.sweep).expired == 1
    assert office.status(draft) is Status.EXPIRED
    assert {each["to"] for each in office.notices("expired")} == {ANNA.email, "+46701740600"}
    assert office.act(expiry.sweep).expired == 0


@pytest.mark.parametrize("status", [Status.DECLINED, Status.EXPIRED, *SIGNING_STATUSES])
def test_what_is_not_received_can_be_opened_again(office: Office, status: Status) -> None:
    draft = office.sent(BO)
    if status is not Status.AWAITING_SIGNATURE:
        office.sign(draft, ANNA)
    if status is Status.DECLINED:
        office.decline(draft, BO)
    if status is Status.EXPIRED:
        office.clock.pass_(days=31)
        office.act(expiry.sweep)
    assert office.status(draft) is status
    office.act(signing.reopen, draft)
    assert office.status(draft) is Status.DRAFT


def test_a_received_filing_is_neither_opened_nor_sent_again(office: Office) -> None:
    draft = office.sent()
    office.sign(draft, ANNA)
    assert refusal(lambda: office.act(signing.reopen, draft)) == "received"
    assert refusal(lambda: office.act(signing.send, draft, ANNA)) == "already_sent"


def test_a_party_is_reminded_three_times_a_day(office: Office) -> None:
    draft = office.sent(BO)
    party = office.party(draft, BO)
    assert refusal(lambda: office.act(signing.resend, party.id)) == "nobody_to_remind"
    office.sign(draft, ANNA)
    for _ in range(3):
        office.clock.pass_(minutes=1)
        office.act(signing.resend, party.id)
    assert refusal(lambda: office.act(signing.resend, party.id)) == "too_many_reminders"
    office.clock.pass_(hours=24)
    office.act(signing.resend, party.id)
    links = {each["params"]["link"] for each in office.notices("reminded")}
    assert len(links) == 4


def test_the_filer_hears_of_every_signature_in_the_chat(office: Office) -> None:
    chat = office.conversation()
    draft = office.sent(BO, conversation_id=chat)
    before = office.told(chat)
    assert office.sign(draft, ANNA).told == (chat,)
    assert office.told(chat) != before
    result = office.sign(draft, BO)
    assert result.told == (chat,)
    assert "Inkommet" in office.told(chat)
    assert BO.name not in office.told(chat)


def test_a_signature_is_kept_when_the_chat_is_gone(office: Office) -> None:
    draft = office.draft(joint_answers(), conversation_id=GONE)
    office.act(signing.send, draft, ANNA)
    assert office.sign(draft, ANNA).status is Status.RECEIVED


def test_the_verified_name_replaces_the_given_one(office: Office) -> None:
    draft = office.sent(msgspec.structs.replace(BO, name="Bosse"))
    office.sign(draft, ANNA)
    assert office.party(draft, BO).name == "Bosse"
    office.sign(draft, BO)
    assert office.party(draft, BO).name == BO.name


def test_acts_are_recorded_without_content(office: Office) -> None:
    draft = office.sent(BO)
    office.sign(draft, ANNA)
    office.sign(draft, BO)
    with office.engine.connect() as connection:
        acts = connection.execute(select(audit.c.act).order_by(audit.c.number)).scalars().all()
    assert acts == ["draft.sent", "party.signed", "party.signed", "case.received"]


def test_all_signatures_carry_the_hash_of_the_archived_content(office: Office) -> None:
    draft = office.sent(BO, CIA, DAN)
    for person in (ANNA, DAN, BO, CIA):
        office.sign(draft, person)
    revision = office.act(revisions.load, office.revision_id(draft))
    with office.engine.connect() as connection:
        signed = parties.signatures_of(connection, revision.id)
    receipt, archived = office.act(
        cases.receipt_content, draft.id, public_url="https://e.example.se"
    )
    assert {each.hash for each in signed} == {revision.hash}
    assert receipt.revision_sha256 == revision.hash
    assert archived == revisions.canonical(revision.content)
    assert revisions.digest(revision.content) == revision.hash
    assert len(receipt.parties) == 4
    assert all(party.signed_at for party in receipt.parties)
