"""How long cases take, from the municipality's own closed cases (row 31)."""

from datetime import datetime, timedelta
from math import ceil

from sqlalchemy import Connection, select

from actions.store.tables import cases, drafts
from dialogs.conversation import HandlingTime
from dialogs.statuses import Status

#: Cases closed within so long tell how it is now, and with fewer of them nothing is promised.
WITHIN = timedelta(days=365)
FEWEST = 10


def handling_time(connection: Connection, service: str, *, now: datetime) -> HandlingTime | None:
    """How many whole days cases of a service took; None when there are too few to say."""
    rows = connection.execute(
        select(cases.c.received_at, drafts.c.changed_at)
        # A closed case does not change any more: that was when it was closed.
        .join(drafts, drafts.c.id == cases.c.draft_id)
        .where(
            cases.c.service == service,
            drafts.c.status == Status.CLOSED,
            drafts.c.changed_at >= now - WITHIN,
        )
    ).all()
    if len(rows) < FEWEST:
        return None
    days = sorted(ceil((row.changed_at - row.received_at) / timedelta(days=1)) for row in rows)
    return HandlingTime(cases=len(days), half=_within(days, 0.5), most=_within(days, 0.8))


def _within(days: list[int], share: float) -> int:
    """The number of days within which this share of the cases was closed."""
    return max(1, days[ceil(len(days) * share) - 1])
