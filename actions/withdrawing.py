"""Ends that nobody signed for: taking a filing back, time running out, deleting a draft."""

from datetime import datetime

from sqlalchemy import Connection, delete, select

from actions import drafts, telling, tickets
from actions.assembly import Assembly
from actions.audit import record
from actions.errors import RefusedError
from actions.locked import Locked, change_status, lock, owned_by
from actions.store.tables import cases as case_rows
from actions.store.tables import drafts as draft_rows
from actions.store.tables import files
from actions.store.tables import tickets as ticket_rows
from actions.units import mail_address, title_of
from dialogs.conversation import Person
from dialogs.statuses import RECEIVED_STATUSES, SIGNING_STATUSES, Status

#: What may be deleted: the municipality has not received it and nobody is asked to sign it.
DELETABLE_STATUSES = frozenset({Status.DRAFT, Status.DECLINED, Status.EXPIRED, Status.WITHDRAWN})


def withdraw(
    assembly: Assembly,
    connection: Connection,
    draft_id: str,
    *,
    person: Person | None,
    in_turn: bool = False,
) -> tuple[str, ...]:
    """Takes a filing back for its owner; those who were asked to sign, or the unit, are told.

    `in_turn`: the conversation that asked for it speaks for itself. Returns conversations told.
    Again on a withdrawn filing changes nothing. Raises NotFoundError, or RefusedError when its
    status does not allow it; nothing is changed then.
    """
    locked = lock(assembly, connection, draft_id, in_turn=in_turn)
    owned_by(locked, person.personnummer if person else None)
    if locked.status is Status.WITHDRAWN:
        return ()
    now = assembly.now()
    received = locked.status in RECEIVED_STATUSES
    kept = None if received else now + drafts.life(assembly, locked.draft)
    change_status(connection, locked, Status.WITHDRAWN, now=now, expires_at=kept)
    tickets.kill_all(connection, draft_id=draft_id, now=now)
    record(assembly, connection, act="draft.withdrawn", person=locked.draft.owner, about=draft_id)
    notify_parties(assembly, connection, locked, "withdrawn")
    if received:
        _tell_unit(assembly, connection, locked)
    if in_turn or locked.conversation_id is None:
        return ()
    return telling.tell_status(
        assembly,
        connection,
        [locked.conversation_id],
        draft_id=draft_id,
        owner_mac=None,
    )


def expire(assembly: Assembly, connection: Connection, locked: Locked) -> tuple[str, ...]:
    """The time for signing is up: everybody is told. The caller has checked the time."""
    now = assembly.now()
    kept = now + drafts.life(assembly, locked.draft)
    change_status(connection, locked, Status.EXPIRED, now=now, expires_at=kept)
    tickets.kill_all(connection, draft_id=locked.draft.id, now=now)
    record(assembly, connection, act="draft.expired", person=None, about=locked.draft.id)
    notify_parties(assembly, connection, locked, "expired")
    if locked.filer is not None:
        telling.notify(
            assembly,
            connection,
            locked.filer,
            kind="expired",
            occasion=locked.filer.id,
            language=locked.language,
            reference=locked.draft.reference,
            link=telling.my_pages(assembly),
            draft_id=locked.draft.id,
            channels=("email",),
        )
    return telling.tell_status(
        assembly,
        connection,
        [locked.conversation_id] if locked.conversation_id else [],
        draft_id=locked.draft.id,
        owner_mac=None,
    )


def has_run_out(locked: Locked, *, now: datetime) -> bool:
    """Whether the parties' time is up."""
    expires_at = locked.stored.expires_at
    return locked.status in SIGNING_STATUSES and expires_at is not None and expires_at <= now


def is_received(connection: Connection, draft_id: str) -> bool:
    """The municipality has received it, also when it was withdrawn since."""
    query = select(case_rows.c.draft_id).where(case_rows.c.draft_id == draft_id)
    return connection.execute(query).first() is not None


def delete_draft(connection: Connection, locked: Locked) -> None:
    """Forgets a filing that was never received: rows and key, so also its revisions and files.

    Raises RefusedError when it is being signed or was received.
    """
    check_deletable(connection, locked)
    delete_rows(connection, locked.draft.id)


def check_deletable(connection: Connection, locked: Locked) -> None:
    """Raises RefusedError when the filing is being signed or was received."""
    if locked.status not in DELETABLE_STATUSES or is_received(connection, locked.draft.id):
        raise RefusedError("not_a_draft")


def delete_rows(connection: Connection, draft_id: str) -> None:
    """The rows of a filing. That it may be deleted the caller has checked."""
    connection.execute(delete(ticket_rows).where(ticket_rows.c.draft_id == draft_id))
    connection.execute(delete(files).where(files.c.draft_id == draft_id))
    # Revisions, parties and signatures go with it (ON DELETE CASCADE).
    connection.execute(delete(draft_rows).where(draft_rows.c.id == draft_id))


def notify_parties(
    assembly: Assembly, connection: Connection, locked: Locked, kind: telling.NoticeName
) -> None:
    """Tells the parties who had been asked, besides the filer."""
    for party in locked.others:
        if party.state not in ("invited", "signed"):
            continue
        telling.notify(
            assembly,
            connection,
            party,
            kind=kind,
            occasion=party.id,
            language=locked.language,
            reference=locked.draft.reference,
            link=telling.my_pages(assembly),
            draft_id=locked.draft.id,
            party_id=party.id,
        )


def _tell_unit(assembly: Assembly, connection: Connection, locked: Locked) -> None:
    """The officers' unit hears that a case was taken back."""
    unit = connection.execute(
        select(case_rows.c.unit).where(case_rows.c.draft_id == locked.draft.id)
    ).scalar_one()
    telling.mail_staff(
        assembly,
        connection,
        to=mail_address(assembly, unit),
        kind="case_withdrawn",
        occasion=locked.draft.id,
        params={
            "reference": locked.draft.reference,
            "service": title_of(assembly, locked.draft.service),
            "link": f"{assembly.public_url}/desk",
        },
        draft_id=locked.draft.id,
    )
