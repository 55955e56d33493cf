"""The frozen content: canonical, stable, and tied to what is stored."""

import json

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select, update

from actions import revisions, signing
from actions.catalogue import definition_of, store_versions
from actions.errors import NotFoundError
from actions.freezing import plain_value
from actions.revisions import RevisionContent, RevisionRow
from actions.store.sealing import SealError
from actions.store.tables import revisions as revision_rows
from actions.store.tables import service_versions
from tests.actions.filings import ANNA, BO, Office, joint_service
from tests.definitions import a_field, a_service

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | st.floats(-1e9, 1e9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
).map(plain_value)


def a_content(value: object = None) -> RevisionContent:
    return RevisionContent(
        municipality="Provby kommun",
        reference="K-2222-2222",
        service="prov",
        title="Prov",
        service_version="0" * 16,
        language="sv",
        sections=(RevisionRow(path="a", question="?", label="A", answer="B", value=value),),
        parties=(),
        files=(),
        private_digest=None,
        created_at="2026-03-02T09:00:00.000000+00:00",
    )


@given(VALUES)
def test_reading_the_canonical_bytes_and_writing_them_again_changes_nothing(
    value: object,
) -> None:
    written = revisions.canonical(a_content(value))
    read = msgspec.json.decode(written, type=RevisionContent)
    assert revisions.canonical(read) == written


def test_the_canonical_form_has_sorted_names_and_no_spaces() -> None:
    written = revisions.canonical(a_content("å")).decode()
    names = list(json.loads(written))
    assert names == sorted(names)
    assert '"value":"å"' in written


def test_any_change_of_the_content_changes_the_hash() -> None:
    assert revisions.digest(a_content("ja")) != revisions.digest(a_content("nej"))


def test_a_stored_content_that_was_changed_is_not_read(office: Office) -> None:
    draft = office.sent(BO)
    revision = office.act(revisions.load, office.revision_id(draft))
    with office.engine.begin() as connection:
        connection.execute(update(revision_rows).values(hash="0" * 64))
    with pytest.raises(SealError):
        office.act(revisions.load, revision.id)


def test_ciphertexts_of_two_revisions_cannot_be_exchanged(office: Office) -> None:
    one, two = office.sent(BO), office.sent(BO)
    with office.engine.begin() as connection:
        taken = connection.execute(
            select(revision_rows.c.content).where(revision_rows.c.draft_id == one.id)
        ).scalar_one()
        connection.execute(
            update(revision_rows).where(revision_rows.c.draft_id == two.id).values(content=taken)
        )
    with pytest.raises(SealError):
        office.act(revisions.load, office.revision_id(two))


def test_the_content_says_what_was_asked_and_answered_as_it_was_shown(office: Office) -> None:
    draft = office.sent(BO)
    content = office.act(revisions.load, office.revision_id(draft)).content
    first = content.sections[0]
    assert first.question == "Vad vill du till Provby kommun?"
    assert (first.answer, first.value) == ("Byta skola", "Byta skola")
    assert [party.personnummer for party in content.parties] == [
        ANNA.personnummer,
        BO.personnummer,
    ]
    assert "telefon" not in [row.path for row in content.sections]
    assert "andra.phone" not in [row.path for row in content.sections]


def test_a_place_is_told_in_words_with_its_coordinates(office: Office) -> None:
    fields = (a_field("plats", "location", visibility="shared"),)
    office.services["prov"] = a_service(*fields, id="prov", sign="one", login=True)
    value = {"lat": 62.9327, "lon": 17.78, "near": "Torget", "metres": 300, "towards": "n"}
    draft = office.draft({"plats": value, "samtycke": True}, service="prov")
    sent = office.act(signing.send, draft, ANNA)
    row = office.act(revisions.load, office.revision_id(sent)).content.sections[0]
    assert row.answer == "cirka 300 meter norr om Torget (62,93270, 17,78000)"
    assert row.value == value


def test_a_definition_is_found_after_it_was_changed(office: Office) -> None:
    old = office.services["provtjanst"]
    office.act(lambda _, connection: store_versions(connection, [old, old]))
    office.act(lambda _, connection: store_versions(connection, [old]))
    assert office.count(service_versions) == 1
    office.services["provtjanst"] = joint_service(title="Ny titel")
    found = office.act(definition_of, old.id, old.version)
    assert (found.version, found.title.to("sv")) == (old.version, "Prov")
    with pytest.raises(NotFoundError):
        office.act(definition_of, old.id, "unknown")
