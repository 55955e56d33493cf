"""Whom a filing is about is told to everybody who meets it (row 37)."""

import io

import pytest
from pypdf import PdfReader

from actions import cases, revisions, signing
from actions.board import requests_of
from actions.concerning import with_concerned
from actions.drafts import of_person
from actions.receipt import render_receipt
from actions.receipts import receipt_content
from actions.revisions import digest
from dialogs.conversation import Concerned
from dialogs.service import ConcernedKind
from tests.actions.filings import ANNA, BO, OFFICER, TEXTS, Office, joint_service
from tests.definitions import a_field

KIM = Concerned(kind=ConcernedKind.CHILD, name="Kim Ek", number="20150314-2380")
CHILD = {"barn": "Kim Ek", "barn_nummer": "201503142380"}


@pytest.fixture
def school(office: Office) -> Office:
    """The joint service, about a child."""
    service = joint_service(
        a_field("barn", "name"),
        a_field("barn_nummer", "personnummer"),
        concerns={"who": "child", "name": "barn", "number": "barn_nummer"},
    )
    office.services[service.id] = service
    return office


def concerned(office: Office) -> Concerned | None:
    """What the newest of Anna's own filings says."""
    found = office.act(of_person, ANNA.personnummer)
    return office.act(with_concerned, found, ANNA)[0].concerned


def test_whom_a_filing_is_about_is_told_to_all_who_meet_it(school: Office) -> None:
    draft = school.sent(BO, **CHILD)
    revision = school.act(revisions.load, school.revision_id(draft))
    assert revision.content.concerns == KIM
    assert concerned(school) == KIM

    school.sign(draft, ANNA)
    review = school.act(signing.review, school.party(draft, BO).id, revision.id)
    assert review.revision.content.concerns == KIM
    (request,) = school.act(requests_of, BO)
    assert request.concerned == KIM

    school.sign(draft, BO)
    case = school.act(
        cases.open_case, draft.reference, officer_personnummer=OFFICER, units=("kundtjanst",)
    )
    assert case.revision.content.concerns == KIM
    content, signed = school.act(receipt_content, draft.id, public_url="https://e.example.se")
    pdf = render_receipt(content, texts=TEXTS, revision=signed)
    printed = "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)
    assert "Gäller Kim Ek, 20150314-2380" in " ".join(printed.split())


def test_a_draft_tells_whom_it_is_about_as_far_as_it_is_answered(school: Office) -> None:
    school.draft({"barn": "Kim Ek"})
    assert concerned(school) == Concerned(kind=ConcernedKind.CHILD, name="Kim Ek")


def test_a_filing_opened_again_tells_what_is_answered_now(school: Office) -> None:
    draft = school.sent(BO, **CHILD)
    school.act(signing.reopen, draft)
    assert concerned(school) == KIM


def test_a_filing_about_the_filer_names_nobody(office: Office) -> None:
    office.sent(BO)
    assert concerned(office) is None
    assert office.act(requests_of, BO) == ()


def test_a_revision_about_nobody_else_keeps_its_hash(office: Office) -> None:
    """What was signed before there were concerns is the same bytes today."""
    draft = office.sent(BO)
    revision = office.act(revisions.load, office.revision_id(draft))
    assert b"concerns" not in revisions.canonical(revision.content)
    assert digest(revision.content) == revision.hash
