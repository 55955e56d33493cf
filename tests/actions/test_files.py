"""Attached files: what is kept, what is refused, and what must not be readable."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import update

from actions.errors import NotFoundError
from actions.files import LONGEST_NAME, FileStore, clean_name
from actions.store.sealing import SealError
from actions.store.tables import files
from actions.uploads import receive
from dialogs.fields.base import FileGiven
from tests.actions.filings import Office, digest, refusal


@pytest.fixture
def store(tmp_path: Path) -> FileStore:
    return FileStore(tmp_path / "files")


def save(office: Office, store: FileStore, content: bytes, **changes: object) -> FileGiven:
    name = str(changes.pop("name", "intyg.pdf"))
    upload = receive(name, str(changes.pop("media_type", "application/pdf")), content)
    return office.act(store.save, **{"conversation_id": "c", "upload": upload, **changes})


def test_what_is_saved_is_read_again(office: Office, store: FileStore) -> None:
    given = save(office, store, b"hej" * 1000)
    assert (given.size, given.sha256) == (3000, digest(b"hej" * 1000))
    assert office.act(store.read, given.file_id) == (given, b"hej" * 1000)
    assert office.act(store.describe, given.file_id, conversation_id="c") == given


def test_another_conversations_file_is_not_found(office: Office, store: FileStore) -> None:
    given = save(office, store, b"hej")
    with pytest.raises(NotFoundError):
        office.act(store.describe, given.file_id, conversation_id="d")
    with pytest.raises(NotFoundError):
        office.act(store.read, "../../etc/passwd")


def test_neither_content_nor_name_is_on_the_disk(
    office: Office, store: FileStore, tmp_path: Path
) -> None:
    save(office, store, b"KANARIE" * 10, name="kanarie.pdf")
    for path in (tmp_path / "files").rglob("*"):
        assert "kanarie" not in path.name
        assert path.is_dir() or b"KANARIE" not in path.read_bytes()


def test_a_changed_or_exchanged_file_is_not_read(
    office: Office, store: FileStore, tmp_path: Path
) -> None:
    one, two = save(office, store, b"ett"), save(office, store, b"tva")
    paths = {path.name: path for path in (tmp_path / "files").rglob("*") if path.is_file()}
    swapped = paths[one.file_id].read_bytes()
    paths[two.file_id].write_bytes(swapped)
    with pytest.raises(SealError):
        office.act(store.read, two.file_id)
    with office.engine.begin() as connection:
        connection.execute(update(files).values(sha256="0" * 64))
    with pytest.raises(SealError):
        office.act(store.read, one.file_id)


def test_too_large_and_empty_files_are_refused_and_leave_nothing(
    office: Office, store: FileStore, tmp_path: Path
) -> None:
    assert refusal(lambda: save(office, store, b"x" * 951, most_bytes=950)) == "file_too_big"
    assert refusal(lambda: save(office, store, b"")) == "file_empty"
    assert [path for path in (tmp_path / "files").rglob("*") if path.is_file()] == []
    assert office.count(files) == 0


def test_only_old_files_without_a_row_are_removed(
    office: Office, store: FileStore, tmp_path: Path
) -> None:
    kept = save(office, store, b"hej")
    folder = tmp_path / "files" / "aa"
    folder.mkdir(exist_ok=True)
    orphan, young = folder / "orphan", folder / "young"
    for path in (orphan, young):
        path.write_bytes(b"x")
    long_ago = office.clock.now.timestamp() - 25 * 3600
    for path in [orphan, *(p for p in (tmp_path / "files").rglob(kept.file_id))]:
        os.utime(path, (long_ago, long_ago))
    os.utime(young, (office.clock.now.timestamp(),) * 2)
    with office.engine.begin() as connection:
        assert store.remove_orphans(connection, now=office.clock.now) == 1
    assert young.exists()
    assert not orphan.exists()
    assert office.act(store.read, kept.file_id)[1] == b"hej"


@pytest.mark.parametrize(
    ("given_name", "shown"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\a\\intyg.pdf", "intyg.pdf"),
        ("a\r\nContent-Type: x.pdf", "aContent-Type: x.pdf"),
        ("faktura\u202efdp.exe", "fakturafdp.exe"),
        ("...", "fil"),
        ("", "fil"),
        ("o\u0308l.txt", "öl.txt"),
    ],
)
def test_a_name_is_cleaned(given_name: str, shown: str) -> None:
    assert clean_name(given_name) == shown


@given(st.text(max_size=300))
def test_any_name_becomes_a_short_printable_one(name: str) -> None:
    cleaned = clean_name(name)
    assert 0 < len(cleaned) <= LONGEST_NAME
    assert "/" not in cleaned
    assert "\\" not in cleaned
    assert clean_name(cleaned) == cleaned
