"""A filing under lock: the only state in which its status may be decided (threats C5, C6).

Two who act on the same filing at the same moment come one after another, because both begin here;
the second then sees what the first has done. The order of locks is that of a turn (conversations,
then drafts), so the two cannot wait for each other.
"""

from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import Connection, select, update

from actions import drafts, parties, revisions
from actions.assembly import Assembly
from actions.drafts import StoredDraft
from actions.errors import NotFoundError, RefusedError
from actions.parties import PartyView
from actions.revisions import Revision
from actions.store.sealing import RowKey
from actions.store.tables import conversations
from actions.store.tables import drafts as draft_rows
from dialogs.conversation import Draft
from dialogs.statuses import RECEIVED_STATUSES, SIGNING_STATUSES, Status, StatusError, check_change


class Locked(msgspec.Struct, frozen=True):
    """What is known of a filing while its row is locked."""

    stored: StoredDraft
    conversation_id: str | None
    revision: Revision | None
    parties: tuple[PartyView, ...]
    #: Inside a turn: the conversation speaks for itself and must not be written meanwhile.
    in_turn: bool

    @property
    def draft(self) -> Draft:
        return self.stored.draft

    @property
    def status(self) -> Status:
        return self.stored.draft.status

    @property
    def filer(self) -> PartyView | None:
        return next((party for party in self.parties if party.is_filer), None)

    @property
    def others(self) -> tuple[PartyView, ...]:
        return tuple(party for party in self.parties if not party.is_filer)

    @property
    def signed(self) -> int:
        return sum(party.state == "signed" for party in self.parties)

    @property
    def language(self) -> str:
        return self.revision.content.language if self.revision else "sv"

    def key(self, assembly: Assembly) -> RowKey:
        return assembly.keyring.row_key(self.draft.id, self.stored.wrapped_key)


def lock(
    assembly: Assembly,
    connection: Connection,
    draft_id: str,
    *,
    in_turn: bool = False,
    extra_conversations: frozenset[str] = frozenset(),
) -> Locked:
    """Locks a filing until the transaction ends, and reads it after that. Raises NotFoundError."""
    conversation_id = connection.execute(
        select(draft_rows.c.conversation_id).where(draft_rows.c.id == draft_id)
    ).scalar()
    if not in_turn:
        ids = sorted(extra_conversations | ({conversation_id} if conversation_id else set()))
        connection.execute(
            select(conversations.c.id)
            .where(conversations.c.id.in_(ids))
            .order_by(conversations.c.id)
            .with_for_update()
        ).all()
    return read(assembly, connection, draft_id, in_turn=in_turn)


def try_lock(assembly: Assembly, connection: Connection, draft_id: str) -> Locked | None:
    """As `lock`, but None instead of waiting: for the sweep, which comes again.

    Also a draft that was deleted in a way that can be undone: the sweep ends that time.
    """
    conversation_id = connection.execute(
        select(draft_rows.c.conversation_id).where(draft_rows.c.id == draft_id)
    ).scalar()
    if conversation_id is not None:
        known = select(conversations.c.id).where(conversations.c.id == conversation_id)
        got = connection.execute(known.with_for_update(skip_locked=True)).first()
        if got is None and connection.execute(known).first() is not None:
            return None
    free = connection.execute(
        select(draft_rows.c.id).where(draft_rows.c.id == draft_id).with_for_update(skip_locked=True)
    ).first()
    return None if free is None else read(assembly, connection, draft_id, discarded=True)


def read(
    assembly: Assembly,
    connection: Connection,
    draft_id: str,
    *,
    in_turn: bool = False,
    discarded: bool = False,
) -> Locked:
    """The filing as it is now, with its row locked. Raises NotFoundError."""
    stored = drafts.load(assembly, connection, draft_id, discarded=discarded)
    conversation_id = connection.execute(
        select(draft_rows.c.conversation_id).where(draft_rows.c.id == draft_id)
    ).scalar()
    revision_id = stored.revision_id
    return Locked(
        stored=stored,
        conversation_id=conversation_id,
        revision=revisions.load(assembly, connection, revision_id) if revision_id else None,
        parties=parties.of_revision(assembly, connection, revision_id) if revision_id else (),
        in_turn=in_turn,
    )


def change_status(
    connection: Connection, locked: Locked, status: Status, *, now: datetime, **columns: Any
) -> None:
    """The only place where the status of a stored filing changes.

    Raises RefusedError (the reason names the status that it has) when the way is not allowed.
    """
    try:
        check_change(locked.status, status)
    except StatusError as error:
        raise RefusedError(why_closed(locked.status) or "status_not_allowed") from error
    changed = connection.execute(
        update(draft_rows)
        # Compared once more: without its lock a status must not be decided.
        .where(draft_rows.c.id == locked.draft.id, draft_rows.c.status == locked.status.value)
        .values(status=status.value, changed_at=now, version=draft_rows.c.version + 1, **columns)
    )
    if changed.rowcount != 1:
        raise AssertionError("the status of a filing changed while its row was locked")


def why_closed(status: Status) -> str | None:
    """Why a signing link leads nowhere; None when the filing is being signed."""
    if status in SIGNING_STATUSES:
        return None
    if status in RECEIVED_STATUSES:
        return "received"
    if status is Status.DRAFT:
        return "voided"
    return status.value


def check_open(locked: Locked, revision: Revision, *, now: datetime) -> None:
    """Raises RefusedError: "voided", "withdrawn", "expired", "declined" or "received"."""
    stored = locked.stored
    check_link(locked.status, stored.revision_id, stored.expires_at, revision, now=now)


def check_link(
    status: Status,
    current: str | None,
    expires_at: datetime | None,
    revision: Revision,
    *,
    now: datetime,
) -> None:
    """Raises RefusedError when `revision` is no longer signed.

    `status`, `current` revision and `expires_at` are the draft's.
    """
    if revision.voided_at is not None or current != revision.id:
        raise RefusedError("withdrawn" if status is Status.WITHDRAWN else "voided")
    closed = why_closed(status)
    if closed is not None:
        raise RefusedError(closed)
    if expires_at is not None and expires_at <= now:
        raise RefusedError("expired")


def owned_by(locked: Locked, personnummer: str | None) -> None:
    """Raises NotFoundError unless it is this person's filing, or nobody's (threat B1)."""
    if locked.draft.owner is not None and locked.draft.owner != personnummer:
        raise NotFoundError("draft")
