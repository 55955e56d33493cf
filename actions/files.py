"""Files that people attach: sealed bytes in a folder, and a row that says what they are.

The bytes are on the disk before their row exists (write, fsync, rename, fsync of the folder), so a
row always has its file; a file without row is removed by `remove_orphans` (threat E6). The name in
the folder is the row's id; the person's own name of the file is kept as data (threat G4).
"""

import hashlib
import os
import unicodedata
from datetime import datetime, timedelta
from pathlib import Path

import msgspec
from sqlalchemy import Connection, insert, select

from actions.assembly import Assembly
from actions.conversation_rows import read_conversation
from actions.errors import NotFoundError, NotSavedError, RefusedError
from actions.store.sealing import SealError, new_id
from actions.store.tables import files
from actions.uploads import Upload
from dialogs.conversation import Conversation
from dialogs.fields.base import FileGiven
from dialogs.logins import as_of

#: Bytes of one file, whatever a question allows.
MOST_BYTES = 25_000_000
#: Characters of a name; longer ones keep their extension.
LONGEST_NAME = 120
_UNNAMED = "fil"
_ORPHAN_AGE = timedelta(hours=24)
#: Other and format characters: controls, zero width, and those that turn the direction of writing.
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


class _Details(msgspec.Struct, frozen=True):
    """What is sealed in the row."""

    name: str
    media_type: str


class FileStore:
    """The folder with everybody's files. Unlike other actions it writes to the disk."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        directory.mkdir(parents=True, exist_ok=True, mode=0o700)

    def save(
        self,
        assembly: Assembly,
        connection: Connection,
        *,
        conversation_id: str,
        upload: Upload,
        most_bytes: int = MOST_BYTES,
    ) -> FileGiven:
        """Stores a file and its row.

        Raises RefusedError "file_too_big", NotSavedError when the disk is full.
        """
        whole = upload.content
        if len(whole) > most_bytes:
            raise RefusedError("file_too_big")
        file_id = new_id()
        key = assembly.keyring.new_row_key(file_id)
        given = FileGiven(
            file_id=file_id,
            name=clean_name(upload.name),
            size=len(whole),
            media_type=_clean_media_type(upload.media_type),
            sha256=hashlib.sha256(whole).hexdigest(),
        )
        try:
            self._write(file_id, key.seal(whole, "content"))
        except OSError as error:
            raise NotSavedError("the disk did not take the file") from error
        details = _Details(name=given.name, media_type=given.media_type)
        connection.execute(
            insert(files).values(
                id=file_id,
                conversation_id=conversation_id,
                key=key.wrapped,
                details=key.seal(msgspec.json.encode(details), "details"),
                size=given.size,
                sha256=given.sha256,
                created_at=assembly.now(),
            )
        )
        return given

    def describe(
        self, assembly: Assembly, connection: Connection, file_id: str, *, conversation_id: str
    ) -> FileGiven:
        """What a conversation's file is, without its bytes.

        Raises NotFoundError, also for the files of other conversations (threat B1) and of the
        person who was logged in here before another one (threat B3), or is no longer (threat A11).
        """
        row = connection.execute(select(files).where(files.c.id == file_id)).one_or_none()
        if row is None or row.conversation_id != conversation_id:
            raise NotFoundError("file")
        conversation = read_conversation(assembly, connection, conversation_id)
        if conversation is not None and _is_hidden(conversation, row.created_at, assembly.now()):
            raise NotFoundError("file")
        details = _open_details(assembly, row.id, row.key, row.details)
        return FileGiven(
            file_id=row.id,
            name=details.name,
            size=row.size,
            media_type=details.media_type,
            sha256=row.sha256,
        )

    def read(
        self, assembly: Assembly, connection: Connection, file_id: str
    ) -> tuple[FileGiven, bytes]:
        """The file and its bytes. Who may read it the caller has checked.

        Raises NotFoundError; SealError when the bytes are not those that were stored.
        """
        row = connection.execute(select(files).where(files.c.id == file_id)).one_or_none()
        if row is None:
            raise NotFoundError("file")
        try:
            sealed = self._path(file_id).read_bytes()
        except FileNotFoundError as error:
            raise NotFoundError("file") from error
        key = assembly.keyring.row_key(row.id, row.key)
        content = key.open(sealed, "content")
        if hashlib.sha256(content).hexdigest() != row.sha256:
            raise SealError("a file does not have the checksum that was stored")
        details = _open_details(assembly, row.id, row.key, row.details)
        given = FileGiven(
            file_id=row.id,
            name=details.name,
            size=row.size,
            media_type=details.media_type,
            sha256=row.sha256,
        )
        return given, content

    def remove_orphans(self, connection: Connection, *, now: datetime, limit: int = 1000) -> int:
        """Removes files older than a day that have no row; returns how many."""
        old = [
            path
            for path in self._directory.glob("*/*")
            if path.is_file()
            and now.timestamp() - path.stat().st_mtime > _ORPHAN_AGE.total_seconds()
        ][:limit]
        removed = 0
        for path in old:
            known = select(files.c.id).where(files.c.id == path.name)
            if connection.execute(known).first() is None:
                path.unlink(missing_ok=True)
                removed += 1
        return removed

    def _path(self, file_id: str) -> Path:
        """Two letters of the id as a folder, so that none grows too large."""
        folder = hashlib.sha256(file_id.encode()).hexdigest()[:2]
        return self._directory / folder / file_id

    def _write(self, file_id: str, sealed: bytes) -> None:
        """The file is whole and will survive a power cut, or it is not there."""
        path = self._path(file_id)
        if not path.parent.exists():
            path.parent.mkdir(exist_ok=True, mode=0o700)
            _sync_folder(self._directory)
        temporary = path.with_name(path.name + ".part")
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(sealed)
                file.flush()
                os.fsync(file.fileno())
            temporary.rename(path)
        except OSError:
            # A full disk gets the room of the half file back at once.
            temporary.unlink(missing_ok=True)
            raise
        _sync_folder(path.parent)


def clean_name(name: str) -> str:
    """A name that is safe to show: no path, nothing unseen, not too long. Never empty."""
    last = unicodedata.normalize("NFC", name).replace("\\", "/").rpartition("/")[2]
    seen = "".join(sign for sign in last if unicodedata.category(sign) not in _UNSEEN)
    seen = " ".join(seen.split()).strip(". ")
    if len(seen) > LONGEST_NAME:
        stem, dot, extension = seen.rpartition(".")
        ending = dot + extension if dot and len(extension) <= 10 else ""
        seen = (stem or seen)[: LONGEST_NAME - len(ending)] + ending
    return seen or _UNNAMED


def _clean_media_type(media_type: str) -> str:
    """As declared, without parameters; "application/octet-stream" when it cannot be one."""
    declared = media_type.partition(";")[0].strip().lower()
    kind, slash, subtype = declared.partition("/")
    allowed = frozenset("abcdefghijklmnopqrstuvwxyz0123456789.+-_")
    fine = slash and kind and subtype and set(kind + subtype) <= allowed
    return declared[:100] if fine else "application/octet-stream"


def _is_hidden(conversation: Conversation, given_at: datetime, now: datetime) -> bool:
    hidden_at, current = conversation.hidden_at, as_of(conversation, now)
    if hidden_at is not None and given_at < hidden_at:
        return True
    former = current.former
    return current.person is None and former is not None and given_at <= former.until


def _open_details(assembly: Assembly, file_id: str, wrapped: bytes, sealed: bytes) -> _Details:
    key = assembly.keyring.row_key(file_id, wrapped)
    return msgspec.json.decode(key.open(sealed, "details"), type=_Details)


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
