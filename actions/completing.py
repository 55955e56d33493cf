"""Completions: what a person adds to a case that the municipality has (row 35).

The signed revision is not touched: a completion is kept beside it, sealed, with when it came. It is
received when the turn's transaction commits (förvaltningslagen 2017:900, 22 §).
"""

import msgspec
from sqlalchemy import Connection, select, update

from actions import revisions, telling
from actions.assembly import Assembly
from actions.audit import record
from actions.errors import NotFoundError, RefusedError
from actions.locked import change_status, owned_by, read
from actions.revisions import Completion
from actions.store.tables import cases as case_rows
from actions.store.tables import files as file_rows
from actions.units import mail_address, title_of
from dialogs.completing import OPEN_STATUSES
from dialogs.conversation import CaseSummary, Person
from dialogs.effects import Complete
from dialogs.statuses import Status


def complete(
    assembly: Assembly, connection: Connection, effect: Complete, person: Person | None
) -> Status:
    """Adds to the person's own case and tells its unit. Returns the status that it has then.

    Raises NotFoundError for the case of somebody else, RefusedError "not_awaited" when it is closed.
    """
    locked = read(assembly, connection, effect.draft_id, in_turn=True)
    owned_by(locked, person.personnummer if person else None)
    if person is None or locked.draft.owner is None:
        raise NotFoundError("draft")
    if locked.status not in OPEN_STATUSES or locked.revision is None:
        raise RefusedError("not_awaited")
    now, status = assembly.now(), locked.status
    revisions.add_completion(
        assembly,
        connection,
        locked.revision.id,
        Completion(at=now, text=effect.text, files=effect.files),
    )
    _keep_files(connection, effect)
    if status is Status.AWAITING_COMPLETION:
        status = Status.IN_PROGRESS
        change_status(connection, locked, status, now=now)
    record(
        assembly,
        connection,
        act="case.completed",
        person=person.personnummer,
        about=effect.draft_id,
    )
    unit = connection.execute(
        select(case_rows.c.unit).where(case_rows.c.draft_id == effect.draft_id)
    ).scalar_one()
    telling.mail_staff(
        assembly,
        connection,
        to=mail_address(assembly, unit),
        kind="case_completed",
        occasion=f"{effect.draft_id}:{now.isoformat()}",
        params={
            "reference": locked.draft.reference,
            "service": title_of(assembly, locked.draft.service),
            "link": f"{assembly.public_url}/desk",
        },
        draft_id=effect.draft_id,
    )
    return status


def with_asked(
    assembly: Assembly, connection: Connection, filings: tuple[CaseSummary, ...]
) -> tuple[CaseSummary, ...]:
    """A person's own filings, with what the officer wants of those that wait for it."""
    return tuple(
        msgspec.structs.replace(filing, asked=asked_of(assembly, connection, filing.draft_id))
        if filing.status is Status.AWAITING_COMPLETION
        else filing
        for filing in filings
    )


def asked_of(assembly: Assembly, connection: Connection, draft_id: str) -> str:
    """What the officer wrote with the newest request for a completion; empty when nothing."""
    revision_id = connection.execute(
        select(case_rows.c.revision_id).where(case_rows.c.draft_id == draft_id)
    ).scalar_one()
    notes = revisions.private_of(assembly, connection, revision_id).notes
    asked = [note.text for note in notes if note.status == Status.AWAITING_COMPLETION]
    return asked[-1] if asked else ""


def _keep_files(connection: Connection, effect: Complete) -> None:
    """The files belong to the case from now on."""
    ids = [file.file_id for file in effect.files]
    connection.execute(
        update(file_rows).where(file_rows.c.id.in_(ids)).values(draft_id=effect.draft_id)
    )
