"""Revisions: what was sent, frozen (threat C3).

The content is one canonical JSON (RFC 8785). Its SHA-256 is what everybody signs, and from its
bytes come the review page, the receipt and the archive. A stored revision is never changed; a
change of the answers makes a new one and voids the old.

What the filer left for the officers only (private answers) is beside the content. The content holds
a salted digest of it: the parties sign that it exists and cannot be exchanged, but learn nothing of
it, not even by guessing (threat B5).
"""

import hashlib
import secrets
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import msgspec
import rfc8785
from sqlalchemy import Connection, func, insert, select, update

from actions.assembly import Assembly
from actions.errors import NotFoundError
from actions.store.sealing import SealError, new_id
from actions.store.tables import drafts, revisions
from dialogs.conversation import Concerned
from dialogs.fields.base import FileGiven


class RevisionRow(msgspec.Struct, frozen=True, kw_only=True):
    """One question and its answer."""

    path: str
    #: As it was asked.
    question: str
    label: str
    #: As it is shown.
    answer: str
    #: As it is stored: JSON. None when the question was skipped.
    value: Any


class RevisionParty(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who files or must sign, as the filer gave it."""

    name: str
    personnummer: str
    #: In words.
    role: str


class RevisionFile(msgspec.Struct, frozen=True, kw_only=True):
    name: str
    #: Bytes.
    size: int
    sha256: str


class RevisionContent(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What is signed. What has a default is not written then: older revisions keep their hash."""

    municipality: str
    reference: str
    service: str
    title: str
    service_version: str
    language: str
    sections: tuple[RevisionRow, ...]
    #: The filer first, when it is known who files.
    parties: tuple[RevisionParty, ...]
    files: tuple[RevisionFile, ...]
    #: SHA-256 over the salt and the canonical JSON of the private rows; None without any.
    private_digest: str | None
    #: When it was frozen, ISO 8601 in UTC.
    created_at: str
    #: Whom it is about, when that is not the filer.
    concerns: Concerned | None = None


class Contact(msgspec.Struct, frozen=True):
    """Where the filer can be told that there is news."""

    phone: str | None = None
    email: str | None = None


class Note(msgspec.Struct, frozen=True):
    """What an officer wrote to the filer with a new status."""

    at: datetime
    status: str
    text: str


class Completion(msgspec.Struct, frozen=True):
    """What the filer added to the case afterwards."""

    at: datetime
    text: str
    files: tuple[FileGiven, ...] = ()


class Private(msgspec.Struct, frozen=True, kw_only=True):
    """What is kept beside the content, for the filer and the officers only."""

    #: Hexadecimal.
    salt: str
    rows: tuple[RevisionRow, ...] = ()
    contact: Contact = Contact()
    notes: tuple[Note, ...] = ()
    completions: tuple[Completion, ...] = ()


class Revision(msgspec.Struct, frozen=True, kw_only=True):
    """A stored revision."""

    id: str
    draft_id: str
    #: 1, 2, 3 … within the draft.
    number: int
    #: SHA-256 of `canonical(content)`, hexadecimal.
    hash: str
    content: RevisionContent
    created_at: datetime
    voided_at: datetime | None
    service: str
    service_version: str


_decode_content = msgspec.json.Decoder(RevisionContent).decode
_decode_private = msgspec.json.Decoder(Private).decode


def canonical(content: RevisionContent) -> bytes:
    """The bytes that are hashed, signed and archived: RFC 8785."""
    return rfc8785.dumps(msgspec.to_builtins(content))


def digest(content: RevisionContent) -> str:
    return hashlib.sha256(canonical(content)).hexdigest()


def new_salt() -> str:
    return secrets.token_hex(16)


def private_digest(salt: str, rows: Sequence[RevisionRow]) -> str | None:
    """The digest that the content holds of its private rows; None when there are none."""
    if not rows:
        return None
    encoded = rfc8785.dumps(msgspec.to_builtins(list(rows)))
    return hashlib.sha256(bytes.fromhex(salt) + encoded).hexdigest()


def freeze(
    assembly: Assembly,
    connection: Connection,
    *,
    draft_id: str,
    wrapped_key: bytes,
    content: RevisionContent,
    private: Private,
) -> Revision:
    """Stores the next revision of a draft whose row the caller has locked."""
    newest = connection.execute(
        select(func.max(revisions.c.number)).where(revisions.c.draft_id == draft_id)
    ).scalar()
    revision = Revision(
        id=new_id(),
        draft_id=draft_id,
        number=(newest or 0) + 1,
        hash=digest(content),
        content=content,
        created_at=assembly.now(),
        voided_at=None,
        service=content.service,
        service_version=content.service_version,
    )
    key = assembly.keyring.row_key(draft_id, wrapped_key)
    connection.execute(
        insert(revisions).values(
            id=revision.id,
            draft_id=draft_id,
            number=revision.number,
            hash=revision.hash,
            content=key.seal(canonical(content), f"revision {revision.id}"),
            private=key.seal(msgspec.json.encode(private), f"private {revision.id}"),
            created_at=revision.created_at,
        )
    )
    return revision


def load(assembly: Assembly, connection: Connection, revision_id: str) -> Revision:
    """Raises NotFoundError; SealError when the stored content is not what was frozen."""
    row = _row(connection, revision_id)
    key = assembly.keyring.row_key(row.draft_id, row.key)
    encoded = key.open(row.content, f"revision {row.id}")
    if hashlib.sha256(encoded).hexdigest() != row.hash:
        raise SealError("a revision does not have the checksum that was signed")
    content = _decode_content(encoded)
    return Revision(
        id=row.id,
        draft_id=row.draft_id,
        number=row.number,
        hash=row.hash,
        content=content,
        created_at=row.created_at,
        voided_at=row.voided_at,
        service=content.service,
        service_version=content.service_version,
    )


def private_of(assembly: Assembly, connection: Connection, revision_id: str) -> Private:
    """What only the filer and the officers may see. Raises NotFoundError."""
    row = _row(connection, revision_id)
    key = assembly.keyring.row_key(row.draft_id, row.key)
    return _decode_private(key.open(row.private, f"private {row.id}"))


def private_rows(
    assembly: Assembly, connection: Connection, revision_id: str
) -> tuple[RevisionRow, ...]:
    """The private answers: for the filer and the officers only. Raises NotFoundError."""
    return private_of(assembly, connection, revision_id).rows


def add_note(assembly: Assembly, connection: Connection, revision_id: str, note: Note) -> None:
    """Keeps an officer's note with the case. The signed content is not touched by it."""
    private = private_of(assembly, connection, revision_id)
    noted = msgspec.structs.replace(private, notes=(*private.notes, note))
    _put_private(assembly, connection, revision_id, noted)


def add_completion(
    assembly: Assembly, connection: Connection, revision_id: str, completion: Completion
) -> None:
    """Keeps what the filer added with the case. The signed content is not touched by it."""
    private = private_of(assembly, connection, revision_id)
    added = msgspec.structs.replace(private, completions=(*private.completions, completion))
    _put_private(assembly, connection, revision_id, added)


def _put_private(
    assembly: Assembly, connection: Connection, revision_id: str, private: Private
) -> None:
    row = _row(connection, revision_id)
    key = assembly.keyring.row_key(row.draft_id, row.key)
    sealed = key.seal(msgspec.json.encode(private), f"private {row.id}")
    connection.execute(update(revisions).where(revisions.c.id == row.id).values(private=sealed))


def void(connection: Connection, revision_id: str, *, now: datetime) -> None:
    """From now on it can neither be signed nor received."""
    connection.execute(
        update(revisions)
        .where(revisions.c.id == revision_id, revisions.c.voided_at.is_(None))
        .values(voided_at=now)
    )


def _row(connection: Connection, revision_id: str) -> Any:
    row = connection.execute(
        select(revisions, drafts.c.key)
        .join(drafts, drafts.c.id == revisions.c.draft_id)
        .where(revisions.c.id == revision_id)
    ).one_or_none()
    if row is None:
        raise NotFoundError("revision")
    return row
