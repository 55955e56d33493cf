"""Signing by several parties: who may not, and what may not be seen."""

import msgspec
import pytest

from actions import signing
from actions.errors import NotFoundError
from actions.store.tables import signatures
from dialogs.statuses import Status
from tests.actions.filings import ANNA, BO, CIA, Office, joint_answers, refusal


def test_nobody_sends_somebody_elses_draft(office: Office) -> None:
    draft = office.draft(joint_answers(), owner=ANNA)
    assert refusal(lambda: office.act(signing.send, draft, BO)) == "not_owner"
    assert refusal(lambda: office.act(signing.send, draft, None)) == "not_owner"
    assert office.status(draft) is Status.DRAFT


def test_a_filing_without_all_answers_is_not_sent(office: Office) -> None:
    draft = office.draft({"onskemal": "Byta"})
    assert refusal(lambda: office.act(signing.send, draft, ANNA)) == "not_complete"
    assert office.status(draft) is Status.DRAFT
    assert office.count(signatures) == 0


def test_the_filer_cannot_be_the_other_party(office: Office) -> None:
    assert refusal(lambda: office.sent(ANNA)) == "party_is_filer"


def test_the_same_person_cannot_be_two_parties(office: Office) -> None:
    assert refusal(lambda: office.sent(BO, BO)) == "party_twice"


def test_somebody_else_cannot_sign_for_a_party(office: Office) -> None:
    draft = office.sent(BO)
    filer = office.party(draft, ANNA)
    reason = refusal(
        lambda: office.act(
            signing.sign,
            party_id=filer.id,
            revision_id=office.revision_id(draft),
            signature=office.signature(draft, CIA),
        )
    )
    assert reason == "wrong_person"
    assert office.party(draft, ANNA).state == "invited"


def test_a_login_is_no_signature(office: Office) -> None:
    draft = office.sent()
    assert refusal(lambda: office.sign(draft, ANNA, operation="auth")) == "not_a_signature"
    assert office.status(draft) is Status.AWAITING_SIGNATURE


def test_a_signature_over_something_else_is_refused(office: Office) -> None:
    draft = office.sent()
    assert refusal(lambda: office.sign(draft, ANNA, hash="0" * 64)) == "wrong_hash"


def test_a_party_cannot_sign_before_the_filer(office: Office) -> None:
    draft = office.sent(BO)
    party, revision_id = office.party(draft, BO), office.revision_id(draft)
    assert refusal(lambda: office.sign(draft, BO)) == "not_your_turn"
    assert refusal(lambda: office.decline(draft, BO)) == "not_your_turn"
    assert refusal(lambda: office.act(signing.review, party.id, revision_id)) == "not_your_turn"


def test_an_unknown_party_or_another_revision_is_not_found(office: Office) -> None:
    draft, other = office.sent(BO), office.sent(CIA)
    party = office.party(draft, ANNA)
    for party_id, revision_id in (
        ("nobody", office.revision_id(draft)),
        (party.id, office.revision_id(other)),
    ):
        with pytest.raises(NotFoundError):
            office.act(signing.review, party_id, revision_id)


def test_only_the_filer_sees_private_answers_and_the_others_contacts(office: Office) -> None:
    draft = office.sent(BO, CIA, telefon="+46701740699")
    office.sign(draft, ANNA)
    revision_id = office.revision_id(draft)
    filer = office.act(signing.review, office.party(draft, ANNA).id, revision_id)
    party = office.act(signing.review, office.party(draft, BO).id, revision_id)
    assert "+46701740699" in str(filer.private)
    assert party.private == ()
    assert "+46701740699" not in str(msgspec.to_builtins(party))
    assert [each.phone for each in party.parties] == [None, "+46701740600", None]
