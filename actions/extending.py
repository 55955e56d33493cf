"""More time for signing: the filer moves the last day, before it has passed.

The new time is a whole signing period of the service from today, and never later than MOST_PERIODS
of them after it was sent: what is signed was true then. Who has been asked and has not signed is
told, and the links that are out live as long.
"""

from datetime import datetime, time, timedelta

from sqlalchemy import Connection, update

from actions import inviting, tickets
from actions.assembly import Assembly
from actions.audit import record
from actions.catalogue import definition_of
from actions.drafts import StoredDraft
from actions.errors import RefusedError
from actions.locked import check_open, lock, owned_by
from actions.revisions import Revision
from actions.store.tables import drafts
from dialogs.clock import STOCKHOLM
from dialogs.conversation import Person
from dialogs.statuses import SIGNING_STATUSES

#: Signing periods after a filing was sent, at most.
MOST_PERIODS = 3
#: Less is not worth telling everybody.
_LEAST = timedelta(days=1)


def extend(
    assembly: Assembly,
    connection: Connection,
    draft_id: str,
    *,
    person: Person | None,
    in_turn: bool = False,
) -> datetime:
    """Gives the parties more time and tells them; returns the new end of it.

    Raises NotFoundError when it is not the person's, RefusedError "no_more_time" when it cannot be
    moved by a day, or why it is no longer signed. Nothing is changed then.
    """
    locked = lock(assembly, connection, draft_id, in_turn=in_turn)
    owned_by(locked, person.personnummer if person else None)
    if locked.revision is None:
        raise RefusedError("status_not_allowed")
    now = assembly.now()
    check_open(locked, locked.revision, now=now)
    until = extendable_until(assembly, connection, locked.stored, locked.revision)
    if until is None:
        raise RefusedError("no_more_time")
    connection.execute(update(drafts).where(drafts.c.id == draft_id).values(expires_at=until))
    tickets.prolong(connection, revision_id=locked.revision.id, until=until, now=now)
    record(
        assembly, connection, act="draft.time_extended", person=locked.draft.owner, about=draft_id
    )
    for party in locked.others:
        if party.state == "invited":
            inviting.tell_new_end(assembly, connection, locked, party, until=until)
    return until


def extendable_until(
    assembly: Assembly, connection: Connection, stored: StoredDraft, revision: Revision
) -> datetime | None:
    """The end of the last day until which a filing's time can be moved now; None: not by a day."""
    now, ends = assembly.now(), stored.expires_at
    if stored.draft.status not in SIGNING_STATUSES or ends is None or ends <= now:
        return None
    service = definition_of(assembly, connection, revision.service, revision.service_version)
    period = timedelta(days=service.signing_days)
    until = _end_of_day(min(now + period, revision.created_at + MOST_PERIODS * period))
    return until if until - ends >= _LEAST else None


def _end_of_day(moment: datetime) -> datetime:
    day = moment.astimezone(STOCKHOLM).date()
    return datetime.combine(day, time(23, 59), STOCKHOLM)
