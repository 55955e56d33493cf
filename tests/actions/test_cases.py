"""Receiving, the officers' desk and the receipt."""

import pytest
from sqlalchemy import select, update

from actions import cases, revisions, signing
from actions.errors import NotFoundError
from actions.receipt import render_receipt
from actions.store.tables import audit, parties, signatures
from actions.store.tables import cases as case_rows
from actions.store.tables import drafts as draft_rows
from actions.store.tables import revisions as revision_rows
from actions.turn import TurnRequest, run_turn
from dialogs.conversation import Draft
from dialogs.events import LoggedIn
from dialogs.statuses import ALLOWED, OFFICER_STATUSES, Status
from tests.actions.filings import (
    ANNA,
    BO,
    CIA,
    OFFICER,
    TEXTS,
    Office,
    joint_answers,
    plain_service,
    refusal,
)

UNITS = ("kundtjanst",)


def a_case(office: Office) -> Draft:
    draft = office.sent()
    office.sign(draft, ANNA)
    return draft


def test_a_case_of_another_unit_looks_like_none(office: Office) -> None:
    draft = a_case(office)
    for reference, units in ((draft.reference, ("skola",)), ("K-2222-2222", UNITS)):
        with pytest.raises(NotFoundError):
            office.act(cases.open_case, reference, officer_personnummer=OFFICER, units=units)
        with pytest.raises(NotFoundError):
            office.act(
                cases.set_status,
                reference,
                Status.CLOSED,
                officer_personnummer=OFFICER,
                units=units,
            )
    assert office.act(cases.cases_of_units, ("skola",)) == ()


def test_a_filing_is_no_case_before_all_have_signed(office: Office) -> None:
    draft = office.sent(BO)
    office.sign(draft, ANNA)
    assert refusal(lambda: office.act(cases.receive, draft.id)) == "not_signed"
    assert office.act(cases.cases_of_units, UNITS) == ()
    with pytest.raises(NotFoundError):
        office.act(cases.receipt_content, draft.id, public_url="")


def test_a_party_marked_as_signed_without_a_signature_is_not_enough(office: Office) -> None:
    draft = office.sent()
    with office.engine.begin() as connection:
        connection.execute(update(parties).values(state="signed"))
    assert refusal(lambda: office.act(cases.receive, draft.id)) == "not_signed"


def test_receiving_again_changes_nothing(office: Office) -> None:
    draft = a_case(office)
    before = office.notices()
    office.act(cases.receive, draft.id)
    assert office.notices() == before
    assert office.count(case_rows) == 1


def test_what_nobody_signs_is_received_when_it_is_sent(office: Office) -> None:
    answers = {"onskemal": "Bänken är trasig", "epost": "nn@example.se", "samtycke": True}
    draft = office.draft(answers, service="synpunkt", owner=None)
    sent = office.act(signing.send, draft, None)
    assert sent.status is office.status(draft) is Status.RECEIVED
    (mail,) = office.notices("new_case")
    assert mail["to"] == "kt@kommun.se"
    assert set(mail["params"]) == {"reference", "service", "link"}
    (confirmation,) = office.notices("received")
    assert confirmation["to"] == "nn@example.se"
    case = office.act(cases.open_case, draft.reference, officer_personnummer=OFFICER, units=UNITS)
    assert (case.parties, case.revision.content.parties) == ((), ())
    assert [row.answer for row in case.private] == ["nn@example.se"]


def test_an_anonymous_case_does_not_lead_back_to_its_chat(office: Office) -> None:
    office.services["synpunkt"] = plain_service(anonymous=True)
    answers = {"onskemal": "Bänken är trasig", "epost": None, "samtycke": True}
    chat = office.conversation(channel="telegram")
    draft = office.draft(answers, service="synpunkt", owner=None, conversation_id=chat)
    office.act(signing.send, draft, None)
    with office.engine.connect() as connection:
        for table in (draft_rows, case_rows, revision_rows, audit):
            assert chat not in str(connection.execute(select(table)).all())


def test_a_skipped_address_is_not_replaced_by_that_of_the_e_id(office: Office) -> None:
    draft = office.sent(epost=None)
    office.sign(draft, ANNA)
    assert office.notices("received") == []


def test_reading_a_case_is_recorded(office: Office) -> None:
    draft = a_case(office)
    case = office.act(cases.open_case, draft.reference, officer_personnummer=OFFICER, units=UNITS)
    assert case.unverified == ("Vårdnaden har inte kontrollerats.",)
    assert not case.concerns_officer
    assert [each.provider for each in case.signatures] == ["demo"]
    with office.engine.connect() as connection:
        read = connection.execute(select(audit).where(audit.c.act == "case.read")).one()
    assert read.object == draft.id
    assert OFFICER not in read.actor


def test_an_officers_own_case_is_marked(office: Office) -> None:
    draft = a_case(office)
    case = office.act(
        cases.open_case,
        draft.reference,
        officer_personnummer=ANNA.personnummer,
        units=UNITS,
    )
    assert case.concerns_officer


@pytest.mark.parametrize("status", list(Status))
def test_an_officer_moves_a_case_only_along_the_allowed_ways(
    office: Office, status: Status
) -> None:
    draft = a_case(office)

    def move() -> None:
        office.act(
            cases.set_status,
            draft.reference,
            status,
            officer_personnummer=OFFICER,
            units=UNITS,
        )

    if status in OFFICER_STATUSES and status in ALLOWED[Status.RECEIVED]:
        move()
        assert office.status(draft) is status
        assert len(office.notices("status_changed")) == 1
    else:
        assert refusal(move) == "status_not_allowed"
        assert office.status(draft) is Status.RECEIVED


def test_an_officers_note_is_kept_with_the_case_and_not_mailed(office: Office) -> None:
    chat = office.conversation()
    draft = office.sent(conversation_id=chat)
    office.sign(draft, ANNA)
    office.clock.pass_(minutes=31)
    told = office.act(
        cases.set_status,
        draft.reference,
        Status.AWAITING_COMPLETION,
        officer_personnummer=OFFICER,
        units=UNITS,
        note="Skicka ett intyg, tack.",
    )
    assert told == (chat,)
    assert draft.reference in office.told(chat)
    assert "intyg" not in office.told(chat)  # the login is over
    assert "intyg" not in str(office.notices())
    case = office.act(cases.open_case, draft.reference, officer_personnummer=OFFICER, units=UNITS)
    assert [note.text for note in case.notes] == ["Skicka ett intyg, tack."]
    revision = office.act(revisions.load, office.revision_id(draft))
    assert revisions.digest(revision.content) == revision.hash


def test_a_chat_where_the_filer_is_logged_in_hears_the_note(office: Office) -> None:
    chat, other = office.conversation(), office.conversation()
    draft = office.sent(conversation_id=chat)
    office.sign(draft, ANNA)
    office.clock.pass_(minutes=31)
    office.act(run_turn, TurnRequest(conversation_id=other, event=LoggedIn(person=ANNA)))
    told = office.act(
        cases.set_status,
        draft.reference,
        Status.AWAITING_COMPLETION,
        officer_personnummer=OFFICER,
        units=UNITS,
        note="Skicka ett intyg, tack.",
    )
    assert set(told) == {chat, other}
    assert "intyg" in office.told(other)
    assert "intyg" not in office.told(chat)


def test_the_receipt_is_printed_from_what_was_signed(office: Office) -> None:
    draft = office.sent(BO, telefon="+46701740699")
    office.sign(draft, ANNA)
    office.sign(draft, BO)
    url = office.assembly.public_url
    content, archived = office.act(cases.receipt_content, draft.id, public_url=url)
    pdf = render_receipt(content, texts=TEXTS, revision=archived)
    assert pdf.startswith(b"%PDF")
    assert content.demo
    assert "699" not in str(content.sections)
    for_filer, _ = office.act(cases.receipt_content, draft.id, public_url=url, for_filer=True)
    assert len(for_filer.sections) == 2


def test_a_case_is_read_with_the_definition_it_was_made_with(office: Office) -> None:
    draft = a_case(office)
    del office.services["provtjanst"]
    case = office.act(cases.open_case, draft.reference, officer_personnummer=OFFICER, units=UNITS)
    assert case.title == "Prov"
    assert case.revision.content.sections[0].question == "Vad vill du till Provby kommun?"


def test_private_answers_leave_no_trace_in_what_parties_sign(office: Office) -> None:
    canary = "kanarie@example.se"
    draft = office.sent(BO, CIA, epost=canary, telefon="+46701740699")
    revision = office.act(revisions.load, office.revision_id(draft))
    signed = revisions.canonical(revision.content)
    for secret in (canary, "0701740699", "+46701740699", "+46701740600", "Kanarie"):
        assert secret.encode() not in signed
    private = office.act(revisions.private_of, revision.id)
    assert canary in str(private.rows)
    digest = revisions.private_digest(private.salt, private.rows)
    assert revision.content.private_digest == digest
    assert revisions.private_digest("00" * 16, private.rows) != digest


def test_nothing_personal_is_stored_in_clear(office: Office) -> None:
    draft = office.sent(BO, onskemal="Kanariefågel")
    office.sign(draft, ANNA)
    secrets = ("Kanariefågel", ANNA.personnummer, BO.personnummer, "Bo Ek", "anna@example.se")
    with office.engine.connect() as connection:
        for table in (revision_rows, parties, signatures, case_rows, audit):
            for row in connection.execute(select(table)):
                stored = b"".join(
                    bytes(each) if isinstance(each, bytes | memoryview) else str(each).encode()
                    for each in row
                )
                assert not [each for each in secrets if each.encode() in stored]


def test_joint_answers_are_complete_for_every_number_of_parties(office: Office) -> None:
    for others in ((), (BO,), (BO, CIA)):
        draft = office.draft(joint_answers(*others))
        assert office.act(signing.send, draft, ANNA).status is Status.AWAITING_SIGNATURE
