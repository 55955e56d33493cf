"""Reminds of drafts that nobody goes on with, and warns before they are deleted (row 29).

Part of the sweep: bounded work in each call, never at night, and each reminder once, because its row
is written in the transaction that tells, while the draft is locked.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, Literal

import msgspec
from sqlalchemy import Connection, Select, and_, delete, exists, insert, or_, select

from actions import preferences, telling
from actions.assembly import Assembly
from actions.freezing import walk_of
from actions.locked import Locked, try_lock
from actions.preferences import Preferences
from actions.store.tables import drafts, reminders
from dialogs.conversation import Draft, Person
from dialogs.events import Reminded
from dialogs.quiet_hours import is_quiet
from dialogs.statuses import Status

#: Drafts in one call.
BATCH = 50
EXPIRING = "expiring"


def remind(assembly: Assembly, connection: Connection, *, limit: int = BATCH) -> tuple[str, ...]:
    """Reminds whoever is due; returns the conversations told."""
    now = assembly.now()
    if is_quiet(assembly.world().municipality.quiet_hours, now):
        return ()
    told: list[str] = []
    for kind, due in _occasions(assembly, now):
        ids = connection.execute(_waiting(kind).where(due).limit(limit)).scalars().all()
        for draft_id in ids:
            told += _remind(assembly, connection, draft_id, kind, now)
    return tuple(told)


def _occasions(assembly: Assembly, now: datetime) -> Sequence[tuple[str, Any]]:
    """What there is to remind of, most urgent first, with the drafts that are due."""
    place = assembly.world().municipality
    soon = and_(
        drafts.c.expires_at <= now + timedelta(days=place.warn_before_days),
        drafts.c.expires_at > now,
    )
    idle = [
        (f"waiting-{days}", drafts.c.changed_at <= now - timedelta(days=days))
        for days in sorted(place.remind_after_days, reverse=True)
    ]
    return [(EXPIRING, soon), *idle]


def _waiting(kind: str) -> Select[Any]:
    """Drafts that were not reminded so, or anything more urgent, since they were last changed."""
    more_urgent = or_(
        reminders.c.kind == kind, reminders.c.kind == EXPIRING, _days_of(kind) < reminders.c.days
    )
    reminded = exists().where(
        reminders.c.draft_id == drafts.c.id,
        more_urgent,
        reminders.c.told_at > drafts.c.changed_at,
    )
    return (
        select(drafts.c.id)
        .where(
            drafts.c.status == Status.DRAFT,
            drafts.c.discarded_at.is_(None),
            drafts.c.conversation_id.is_not(None),
            ~reminded,
        )
        .order_by(drafts.c.changed_at)
    )


def _days_of(kind: str) -> int:
    return 0 if kind == EXPIRING else int(kind.rpartition("-")[2])


def _remind(
    assembly: Assembly, connection: Connection, draft_id: str, kind: str, now: datetime
) -> tuple[str, ...]:
    locked = try_lock(assembly, connection, draft_id)
    if locked is None or locked.status is not Status.DRAFT or locked.stored.is_discarded:
        return ()
    again = connection.execute(_waiting(kind).where(drafts.c.id == draft_id)).first()
    if again is None:
        # Somebody else was quicker, or the person has just gone on.
        return ()
    connection.execute(
        delete(reminders).where(reminders.c.draft_id == draft_id, reminders.c.kind == kind)
    )
    connection.execute(
        insert(reminders).values(draft_id=draft_id, kind=kind, days=_days_of(kind), told_at=now)
    )
    wishes = _wishes(assembly, connection, locked)
    until = locked.stored.expires_at
    if not locked.draft.trail or until is None or not wishes.reminders:
        # Nothing was answered, or nobody wants to hear of it.
        return ()
    if _is_at_stop(assembly, locked.draft, now):
        # There is nothing to go on with; and who has protected data left it for good (threat B5).
        return ()
    is_expiring = kind == EXPIRING
    notice: Literal["draft_expiring", "draft_waiting"] = (
        "draft_expiring" if is_expiring else "draft_waiting"
    )
    telling.notify(
        assembly,
        connection,
        wishes,
        kind=notice,
        occasion=f"{draft_id}:{kind}:{now.isoformat()}",
        language="sv",
        reference=locked.draft.reference,
        link=telling.my_pages(assembly),
        draft_id=draft_id,
    )
    event = Reminded(draft=locked.draft, until=until, is_expiring=is_expiring)
    return telling.tell(assembly, connection, [locked.conversation_id or ""], event)


def _is_at_stop(assembly: Assembly, draft: Draft, now: datetime) -> bool:
    service = assembly.world().services.get(draft.service)
    owner = Person(personnummer=draft.owner, name="") if draft.owner is not None else None
    return service is not None and walk_of(service, draft, owner, now).stop is not None


def _wishes(assembly: Assembly, connection: Connection, locked: Locked) -> Preferences:
    """The person's wishes; who has opted out where the draft was filled in has opted out too, since
    the button is mostly tapped long after the login ended.
    """
    here = preferences.of_conversation(locked.conversation_id or "")
    wishes = preferences.load(assembly, connection, here) or Preferences()
    if locked.draft.owner is None:
        return wishes
    person = preferences.of_person(assembly.keyring.mac("person", locked.draft.owner))
    theirs = preferences.load(assembly, connection, person) or Preferences()
    wanted = wishes.reminders and theirs.reminders
    return msgspec.structs.replace(theirs, reminders=wanted)
