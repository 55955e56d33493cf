"""The sweep: what time does to filings, and what a crash may have left undone.

Bounded work in each call; the worker calls again. It never waits for somebody who is acting on a
filing right now: that one is left for the next pass.
"""

from collections.abc import Sequence

import msgspec
from sqlalchemy import Connection, exists, select

from actions import cases, telling
from actions.assembly import Assembly
from actions.locked import try_lock
from actions.store.tables import cases as case_rows
from actions.store.tables import drafts, parties, revisions
from actions.withdrawing import DELETABLE_STATUSES, delete_draft, expire, has_run_out
from dialogs.statuses import SIGNING_STATUSES, Status

#: Filings of each kind in one call.
BATCH = 50


class Swept(msgspec.Struct, frozen=True):
    """How much was done, and which conversations have something new to show."""

    expired: int = 0
    deleted: int = 0
    completed: int = 0
    told: tuple[str, ...] = ()


def sweep(assembly: Assembly, connection: Connection, *, limit: int = BATCH) -> Swept:
    """Completes what is fully signed, ends signing that took too long, deletes old drafts."""
    # First: a filing with all its signatures is received, whatever the clock says since.
    completed, told_completed = _complete(assembly, connection, limit)
    expired, told_expired = _expire(assembly, connection, limit)
    return Swept(
        completed=completed,
        expired=expired,
        deleted=_delete(assembly, connection, limit),
        told=told_completed + told_expired,
    )


def _complete(
    assembly: Assembly, connection: Connection, limit: int
) -> tuple[int, tuple[str, ...]]:
    """Receives filings that every party has signed (invariant 5)."""
    unsigned = exists().where(
        parties.c.revision_id == drafts.c.revision_id, parties.c.state != "signed"
    )
    signed = exists().where(
        parties.c.revision_id == drafts.c.revision_id, parties.c.state == "signed"
    )
    ids = connection.execute(
        select(drafts.c.id)
        .join(revisions, revisions.c.id == drafts.c.revision_id)
        .where(
            drafts.c.status.in_(sorted(SIGNING_STATUSES)),
            revisions.c.voided_at.is_(None),
            signed,
            ~unsigned,
        )
        .limit(limit)
    ).scalars()
    done = 0
    told: list[str] = []
    for draft_id in ids.all():
        locked = try_lock(assembly, connection, draft_id)
        if locked is None or locked.status not in SIGNING_STATUSES or locked.revision is None:
            continue
        if not cases.is_signed(connection, locked, locked.revision):
            continue
        cases.receive(assembly, connection, draft_id)
        done += 1
        told += telling.tell_status(
            assembly,
            connection,
            [locked.conversation_id] if locked.conversation_id else [],
            draft_id=draft_id,
            owner_mac=None,
        )
    return done, tuple(told)


def _expire(assembly: Assembly, connection: Connection, limit: int) -> tuple[int, tuple[str, ...]]:
    done = 0
    told: list[str] = []
    for draft_id in _past(assembly, connection, sorted(SIGNING_STATUSES), limit):
        locked = try_lock(assembly, connection, draft_id)
        if locked is None or not has_run_out(locked, now=assembly.now()):
            continue
        if locked.revision is not None and cases.is_signed(connection, locked, locked.revision):
            continue
        told += expire(assembly, connection, locked)
        done += 1
    return done, tuple(told)


def _delete(assembly: Assembly, connection: Connection, limit: int) -> int:
    """Forgets what was never received and was not touched for its service's life of a draft."""
    done = 0
    for draft_id in _past(assembly, connection, sorted(DELETABLE_STATUSES), limit):
        locked = try_lock(assembly, connection, draft_id)
        if locked is None or locked.status not in DELETABLE_STATUSES:
            continue
        expires_at = locked.stored.expires_at
        if expires_at is not None and expires_at <= assembly.now():
            delete_draft(connection, locked)
            done += 1
    return done


def _past(
    assembly: Assembly, connection: Connection, statuses: Sequence[Status], limit: int
) -> Sequence[str]:
    received = exists().where(case_rows.c.draft_id == drafts.c.id)
    return (
        connection.execute(
            select(drafts.c.id)
            .where(drafts.c.status.in_(statuses), drafts.c.expires_at <= assembly.now(), ~received)
            .order_by(drafts.c.expires_at)
            .limit(limit)
        )
        .scalars()
        .all()
    )
