"""The officers' desk: which cases there are, reading one, and moving it on.

A case of another unit looks like one that does not exist (threat B1). Each reading is recorded.
"""

from collections.abc import Collection
from datetime import datetime
from typing import Any, Literal

import msgspec
from sqlalchemy import Connection, select

from actions import parties, preferences, revisions, telling, tickets
from actions.assembly import Assembly
from actions.audit import record
from actions.catalogue import definition_of
from actions.errors import NotFoundError, RefusedError
from actions.locked import change_status, lock
from actions.parties import PartyView, SignatureView, signatures_of
from actions.preferences import Preferences
from actions.revisions import Completion, Contact, Note, Revision, RevisionRow
from actions.store.tables import cases, drafts
from actions.units import title_of
from dialogs.statuses import OFFICER_STATUSES, TERMINAL_STATUSES, Status
from dialogs.texts import SWEDISH


class CaseListItem(msgspec.Struct, frozen=True, kw_only=True):
    """A case in the officers' list."""

    reference: str
    draft_id: str
    service: str
    title: str
    unit: str
    status: Status
    received_at: datetime
    changed_at: datetime


class CaseView(msgspec.Struct, frozen=True, kw_only=True):
    """A case as an officer sees it."""

    reference: str
    draft_id: str
    service: str
    title: str
    unit: str
    status: Status
    received_at: datetime
    revision: Revision
    private: tuple[RevisionRow, ...]
    parties: tuple[PartyView, ...]
    signatures: tuple[SignatureView, ...]
    #: What nobody has verified, in Swedish (threat C4).
    unverified: tuple[str, ...]
    notes: tuple[Note, ...]
    completions: tuple[Completion, ...]
    #: The officer who looks takes part in the case (threat B8).
    concerns_officer: bool


def cases_of_units(
    assembly: Assembly, connection: Connection, units: Collection[str]
) -> tuple[CaseListItem, ...]:
    """The cases of these units, the one that changed last first."""
    rows = connection.execute(
        _CASES.where(cases.c.unit.in_(sorted(units))).order_by(drafts.c.changed_at.desc())
    ).all()
    return tuple(
        CaseListItem(
            reference=row.reference,
            draft_id=row.draft_id,
            service=row.service,
            title=title_of(assembly, row.service),
            unit=row.unit,
            status=Status(row.status),
            received_at=row.received_at,
            changed_at=row.changed_at,
        )
        for row in rows
    )


def open_case(
    assembly: Assembly,
    connection: Connection,
    reference: str,
    *,
    officer_personnummer: str,
    units: Collection[str],
) -> CaseView:
    """Everything about a case, for an officer of its unit; each reading is recorded.

    Raises NotFoundError, also for the cases of other units (threat B1).
    """
    row = _find(connection, reference, units)
    record(assembly, connection, act="case.read", person=officer_personnummer, about=row.draft_id)
    revision = revisions.load(assembly, connection, row.revision_id)
    service = definition_of(assembly, connection, revision.service, revision.service_version)
    private = revisions.private_of(assembly, connection, row.revision_id)
    officer = assembly.keyring.mac("person", officer_personnummer)
    views = parties.of_revision(assembly, connection, row.revision_id)
    return CaseView(
        reference=row.reference,
        draft_id=row.draft_id,
        service=row.service,
        title=service.title.to(SWEDISH),
        unit=row.unit,
        status=Status(row.status),
        received_at=row.received_at,
        revision=revision,
        private=private.rows,
        parties=views,
        signatures=signatures_of(connection, row.revision_id),
        unverified=tuple(text.to(SWEDISH) for text in service.unverified),
        notes=private.notes,
        completions=private.completions,
        concerns_officer=row.owner_mac == officer
        or any(view.personnummer == officer_personnummer for view in views),
    )


def set_status(
    assembly: Assembly,
    connection: Connection,
    reference: str,
    status: Status,
    *,
    officer_personnummer: str,
    units: Collection[str],
    note: str = "",
) -> tuple[str, ...]:
    """An officer moves a case on, and the filer is told. Returns the conversations told.

    The note is kept with the case; it is not sent by mail or SMS, nor to a messaging app.
    Raises NotFoundError, also for the cases of other units; RefusedError "status_not_allowed".
    """
    row = _find(connection, reference, units)
    heard_in = telling.conversations_of(connection, row.owner_mac)
    locked = lock(assembly, connection, row.draft_id, extra_conversations=heard_in)
    if status not in OFFICER_STATUSES:
        raise RefusedError("status_not_allowed")
    now = assembly.now()
    change_status(connection, locked, status, now=now)
    if status in TERMINAL_STATUSES:
        tickets.kill_all(connection, draft_id=row.draft_id, now=now)
    record(
        assembly,
        connection,
        act=f"case.status.{status}",
        person=officer_personnummer,
        about=row.draft_id,
    )
    if note.strip():
        kept = Note(at=now, status=status.value, text=note.strip())
        revisions.add_note(assembly, connection, row.revision_id, kept)
    contact, channels = _way_to(assembly, connection, row)
    telling.notify(
        assembly,
        connection,
        contact,
        kind="status_changed",
        occasion=f"{row.draft_id}:{status}:{now.isoformat()}",
        language=locked.language,
        reference=row.reference,
        link=telling.my_pages(assembly),
        draft_id=row.draft_id,
        channels=channels,
    )
    if locked.conversation_id is not None:
        heard_in |= {locked.conversation_id}
    return telling.tell_status(
        assembly,
        connection,
        heard_in,
        draft_id=row.draft_id,
        owner_mac=row.owner_mac,
        reason=note.strip(),
    )


def _way_to(
    assembly: Assembly, connection: Connection, row: Any
) -> tuple[Contact | Preferences, tuple[Literal["sms", "email"], ...]]:
    """Where the filer wants to hear of news (row 32); else at the e-mail address of the filing."""
    if row.owner_mac is not None:
        owner = preferences.of_person(row.owner_mac)
        wishes = preferences.load(assembly, connection, owner)
        if wishes is not None and wishes.way is not None:
            return wishes, ("sms", "email")
    return revisions.private_of(assembly, connection, row.revision_id).contact, ("email",)


def _find(connection: Connection, reference: str, units: Collection[str]) -> Any:
    row = connection.execute(_CASES.where(cases.c.reference == reference)).one_or_none()
    if row is None or row.unit not in units:
        raise NotFoundError("case")
    return row


_CASES = select(
    cases.c.draft_id,
    cases.c.reference,
    cases.c.service,
    cases.c.unit,
    cases.c.revision_id,
    cases.c.received_at,
    drafts.c.status,
    drafts.c.owner_mac,
    drafts.c.changed_at,
).join(drafts, drafts.c.id == cases.c.draft_id)
