"""Drafts as rows: loading, storing, and what a person's own drafts and cases are."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

import msgspec
from sqlalchemy import Connection, Select, func, select

from actions.assembly import Assembly
from actions.catalogue import definition_of
from actions.errors import NotFoundError
from actions.store.many import ManyInserts, ManySelects, ManyUpdates
from actions.store.tables import drafts, from_micros, parties, to_micros
from dialogs.conversation import CaseSummary, Conversation, Draft
from dialogs.engine import Known, NeedsKnown
from dialogs.logins import has_changed_hands
from dialogs.problems import DefinitionErrors
from dialogs.statuses import Status

decode_draft = msgspec.json.Decoder(Draft).decode
_encode = msgspec.json.Encoder().encode

#: How long a draft of a service that no longer exists is kept.
_DEFAULT_LIFE = timedelta(days=90)


class StoredDraft(msgspec.Struct, frozen=True):
    """A draft with what is needed to store it again."""

    draft: Draft
    wrapped_key: bytes
    version: int
    expires_at: datetime | None
    revision_id: str | None
    #: The conversation that it was last edited in.
    conversation_id: str | None
    #: Its owner deleted it and may undo that.
    is_discarded: bool = False


def load_many(
    assembly: Assembly, connection: Connection, ids: Sequence[str], *, discarded: bool = False
) -> dict[str, StoredDraft]:
    """Drafts by id, locked until the transaction ends, always in the same order (no deadlocks).

    `discarded`: those too that were deleted in a way that can be undone.
    """
    if not ids:
        return {}
    rows = _SELECT.run(connection, [(each,) for each in sorted(set(ids))])
    return {row.id: _stored(assembly, row) for row in rows if discarded or row.discarded_at is None}


def load(
    assembly: Assembly, connection: Connection, draft_id: str, *, discarded: bool = False
) -> StoredDraft:
    """One draft, locked. Raises NotFoundError."""
    found = load_many(assembly, connection, [draft_id], discarded=discarded)
    if draft_id not in found:
        raise NotFoundError("draft")
    return found[draft_id]


def _stored(assembly: Assembly, row: Any) -> StoredDraft:
    key = assembly.keyring.row_key(row.id, row.key)
    draft = decode_draft(key.open(row.state, "state"))
    # The status column is the truth: signing changes it without rewriting the answers.
    status = Status(row.status)
    if draft.status is not status:
        draft = msgspec.structs.replace(draft, status=status)
    return StoredDraft(
        draft=draft,
        wrapped_key=row.key,
        version=row.version,
        expires_at=None if row.expires_at is None else from_micros(row.expires_at),
        revision_id=row.revision_id,
        conversation_id=row.conversation_id,
        is_discarded=row.discarded_at is not None,
    )


def insertion(
    assembly: Assembly, draft: Draft, conversation_id: str, now: datetime
) -> dict[str, Any]:
    """The row of a new draft."""
    key = assembly.keyring.new_row_key(draft.id)
    return {
        "id": draft.id,
        "reference": draft.reference,
        "key": key.wrapped,
        "version": 0,
        "revision_id": None,
        "created_at": to_micros(now),
        **_common(assembly, key.seal(_encode(draft), "state"), draft, conversation_id, now),
        "expires_at": to_micros(now + life(assembly, draft)),
    }


def changing(
    assembly: Assembly, stored: StoredDraft, draft: Draft, conversation_id: str, now: datetime
) -> dict[str, Any]:
    """The parameters of UPDATE for a changed draft."""
    key = assembly.keyring.row_key(draft.id, stored.wrapped_key)
    return {
        "id": draft.id,
        **_common(assembly, key.seal(_encode(draft), "state"), draft, conversation_id, now),
        "version": stored.version + 1,
        "expires_at": _new_expiry(assembly, stored, draft, now),
    }


def _new_expiry(assembly: Assembly, stored: StoredDraft, draft: Draft, now: datetime) -> int | None:
    """A draft's life starts again with each change (the time for signing does not); None: as it is.

    It is moved once a day at most: the column is indexed, and every answer passes here.
    """
    if draft.status is not Status.DRAFT:
        return None
    until = now + life(assembly, draft)
    known = stored.expires_at if stored.draft.status is Status.DRAFT else None
    if known is not None and timedelta(0) <= until - known < timedelta(days=1):
        return None
    return to_micros(until)


def _common(
    assembly: Assembly, state: bytes, draft: Draft, conversation_id: str, now: datetime
) -> dict[str, Any]:
    return {
        "service": draft.service,
        "service_version": draft.version,
        "status": draft.status.value,
        "owner_mac": draft.owner and assembly.keyring.mac("person", draft.owner),
        "conversation_id": conversation_id,
        "state": state,
        "changed_at": to_micros(now),
        "discarded_at": None,
    }


def life(assembly: Assembly, draft: Draft) -> timedelta:
    service = assembly.world().services.get(draft.service)
    return timedelta(days=service.draft_days) if service else _DEFAULT_LIFE


def learn(
    assembly: Assembly,
    connection: Connection,
    conversation: Conversation,
    needs: NeedsKnown,
    known: Known,
) -> tuple[Known, dict[str, StoredDraft]]:
    """Looks up what the engine asked for, for the conversation's logged-in person only."""
    if needs.definition is not None:
        return _with_definition(assembly, connection, *needs.definition, known), {}
    person = conversation.person
    if needs.draft_id is not None:
        found = load_many(assembly, connection, [needs.draft_id], discarded=True)
        stored = found.get(needs.draft_id)
        if stored is not None and stored.is_discarded:
            # Only where it was deleted that can be undone.
            stored = stored if conversation.discarded == needs.draft_id else None
        allowed = stored is not None and (
            (person is not None and stored.draft.owner == person.personnummer)
            or (stored.draft.owner is None and _made_here(connection, stored, conversation))
        )
        if stored is None or not allowed:
            return msgspec.structs.replace(known, draft_missing=True), {}
        return msgspec.structs.replace(known, draft=stored.draft), {stored.draft.id: stored}
    filings: tuple[CaseSummary, ...] = ()
    if person is not None:
        filings = of_person(assembly, connection, person.personnummer)
    else:
        filings = _of_conversation(connection, conversation)
    return msgspec.structs.replace(known, filings=filings), {}


def _with_definition(
    assembly: Assembly, connection: Connection, service: str, version: str, known: Known
) -> Known:
    try:
        definition = definition_of(assembly, connection, service, version)
    except (NotFoundError, DefinitionErrors):
        return msgspec.structs.replace(known, definition_missing=True)
    return msgspec.structs.replace(known, definition=definition)


def _made_here(connection: Connection, stored: StoredDraft, conversation: Conversation) -> bool:
    """And not with who was here before the person of now (threat B3)."""
    if has_changed_hands(conversation, stored.draft.created_at):
        return False
    origin = connection.execute(
        select(drafts.c.conversation_id).where(drafts.c.id == stored.draft.id)
    ).scalar()
    return origin == conversation.id


def of_person(
    assembly: Assembly, connection: Connection, personnummer: str
) -> tuple[CaseSummary, ...]:
    """The person's own drafts and cases, newest change first. Withdrawn ones too."""
    owner = assembly.keyring.mac("person", personnummer)
    return _summaries(connection, _SUMMARIES.where(drafts.c.owner_mac == owner))


def _of_conversation(connection: Connection, conversation: Conversation) -> tuple[CaseSummary, ...]:
    """What was filed here without anybody's e-ID: a reference, not more, may be told again.

    What was begun before a login ended is told to nobody: who was logged in has gone (threat A11).
    """
    query = _SUMMARIES.where(
        drafts.c.conversation_id == conversation.id, drafts.c.owner_mac.is_(None)
    )
    former = conversation.former
    if former is not None:
        query = query.where(drafts.c.created_at > former.until)
    return _summaries(connection, query)


def summary(connection: Connection, draft_id: str) -> CaseSummary:
    """The state of one filing. Raises NotFoundError. Whose it is the caller has checked."""
    found = _summaries(connection, _SUMMARIES.where(drafts.c.id == draft_id))
    if not found:
        raise NotFoundError("draft")
    return found[0]


def _summaries(connection: Connection, query: Select[Any]) -> tuple[CaseSummary, ...]:
    query = query.where(drafts.c.discarded_at.is_(None))
    return tuple(
        CaseSummary(
            draft_id=row.id,
            reference=row.reference,
            service=row.service,
            status=Status(row.status),
            begun_at=row.created_at,
            changed_at=row.changed_at,
            signed=row.signed,
            signers=row.signers,
        )
        for row in connection.execute(query.order_by(drafts.c.changed_at.desc())).all()
    )


_OF_REVISION = parties.c.revision_id == drafts.c.revision_id
_SUMMARIES = select(
    drafts.c.id,
    drafts.c.reference,
    drafts.c.service,
    drafts.c.status,
    drafts.c.created_at,
    drafts.c.changed_at,
    select(func.count())
    .select_from(parties)
    .where(_OF_REVISION)
    .correlate(drafts)
    .scalar_subquery()
    .label("signers"),
    select(func.count())
    .select_from(parties)
    .where(_OF_REVISION, parties.c.state == "signed")
    .correlate(drafts)
    .scalar_subquery()
    .label("signed"),
)
_SELECT = ManySelects(
    drafts,
    (
        "id",
        "key",
        "state",
        "status",
        "version",
        "expires_at",
        "revision_id",
        "conversation_id",
        "discarded_at",
    ),
    by=("id",),
    lock=True,
)
INSERT = ManyInserts(drafts)
UPDATE = ManyUpdates(
    drafts,
    (
        "service",
        "service_version",
        "status",
        "owner_mac",
        "conversation_id",
        "state",
        "changed_at",
        "version",
        "expires_at",
        "discarded_at",
    ),
    unless_null=("expires_at",),
)
