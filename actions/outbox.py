"""The outbox: what must reach somebody else, written in the transaction that decided it.

The worker leases due rows, sends them outside any transaction and records the outcome. A row whose
lease ran out is taken over; the fence keeps a slow worker from recording after that. `intent` is the
idempotency key: the same intent is stored once, and a receiver can recognise a repeat by it.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, and_, insert, or_, select, update

from actions.store.sealing import Keyring, SealError, new_id
from actions.store.tables import outbox

LEASE = timedelta(seconds=60)
#: Waits between attempts; the last repeats until GIVE_UP_AFTER.
LADDER = tuple(
    timedelta(seconds=seconds) for seconds in (2, 10, 60, 300, 900, 1800, 3600, 3600 * 3)
)
GIVE_UP_AFTER = timedelta(hours=48)

SMS = "sms"
#: Of one SMS, when nobody knows whether the first went out.
MOST_COPIES = 2
#: So long a gateway's report is waited for before the second.
REPORT_WITHIN = timedelta(seconds=60)

#: Set in `Connection.info` by a transaction that has put something in the outbox.
FILLED = "outbox_filled"

_decode = msgspec.json.Decoder(dict[str, Any]).decode


class Leased(msgspec.Struct, frozen=True):
    """One message to send now."""

    id: str
    intent: str
    channel: str
    payload: Mapping[str, Any]
    attempts: int
    fence: int
    created_at: datetime
    draft_id: str | None
    party_id: str | None
    #: Attempts before this one after which nobody knows whether it went out.
    uncertain: int = 0


def put(
    connection: Connection,
    keyring: Keyring,
    *,
    intent: str,
    channel: str,
    payload: Mapping[str, Any],
    now: datetime,
    due_at: datetime | None = None,
    draft_id: str | None = None,
    party_id: str | None = None,
) -> None:
    """Stores a message to send, once for each `intent`."""
    if connection.execute(select(outbox.c.id).where(outbox.c.intent == intent)).first():
        return
    row = new_id()
    key = keyring.new_row_key(row)
    to = payload.get("to") if channel == SMS else None
    connection.execute(
        insert(outbox).values(
            id=row,
            intent=intent,
            channel=channel,
            to_mac=number_mac(keyring, to) if to else None,
            key=key.wrapped,
            payload=key.seal(msgspec.json.encode(payload), "payload"),
            draft_id=draft_id,
            party_id=party_id,
            state="pending",
            attempts=0,
            fence=0,
            due_at=due_at or now,
            created_at=now,
        )
    )
    connection.info[FILLED] = True


def lease(
    connection: Connection, keyring: Keyring, *, now: datetime, limit: int = 20
) -> list[Leased]:
    """Takes due messages, oldest first, for LEASE. Run in a transaction of its own."""
    free = or_(outbox.c.leased_until.is_(None), outbox.c.leased_until < now)
    due = and_(outbox.c.state == "pending", outbox.c.due_at <= now, free)
    rows = connection.execute(
        select(outbox)
        .where(due)
        .order_by(outbox.c.due_at, outbox.c.created_at)
        .limit(limit)
        .with_for_update(skip_locked=True)
    ).all()
    leased = []
    for row in rows:
        try:
            payload = payload_of(keyring, row)
        except SealError as error:
            # One row that cannot be opened must not keep the others from going out.
            connection.execute(
                update(outbox).where(outbox.c.id == row.id).values(state="dead", problem=str(error))
            )
            continue
        counted = {
            "attempts": row.attempts + 1,
            "fence": row.fence + 1,
            # A lease that ran out: whoever had it may have sent it and crashed.
            "uncertain": row.uncertain + (row.leased_until is not None),
        }
        connection.execute(
            update(outbox).where(outbox.c.id == row.id).values(leased_until=now + LEASE, **counted)
        )
        leased.append(msgspec.structs.replace(as_leased(row, payload), **counted))
    return leased


def as_leased(row: Row[Any], payload: Mapping[str, Any]) -> Leased:
    """The message of a row, as whoever sent it last had it."""
    return Leased(
        id=row.id,
        intent=row.intent,
        channel=row.channel,
        payload=payload,
        attempts=row.attempts,
        fence=row.fence,
        created_at=row.created_at,
        draft_id=row.draft_id,
        party_id=row.party_id,
        uncertain=row.uncertain,
    )


def number_mac(keyring: Keyring, number: str) -> str:
    """Finds what was sent to a number (E.164), and tells nobody which number it is."""
    return keyring.mac("number", number)


def payload_of(keyring: Keyring, row: Row[Any]) -> dict[str, Any]:
    """What a stored message holds. Raises SealError."""
    return _decode(keyring.row_key(row.id, row.key).open(row.payload, "payload"))


def record_sent(
    connection: Connection, message: Leased, *, now: datetime, provider_id: str = ""
) -> bool:
    """False when the lease was lost meanwhile. `provider_id`: what delivery reports will name."""
    return _record(
        connection,
        message,
        state="sent",
        sent_at=now,
        provider_id=provider_id or None,
        leased_until=None,
        problem=None,
    )


def record_retry(
    connection: Connection,
    message: Leased,
    *,
    problem: str,
    now: datetime,
    after: timedelta | None = None,
    maybe_sent: bool = False,
) -> bool:
    """Tries again by the ladder (or `after`); gives up after 48 hours. True: it was given up.

    `maybe_sent`: it may have gone out. A person gets at most two copies of an SMS (threat D8); mail
    programs know a copy by its Message-ID.
    """
    wait = after or LADDER[min(message.attempts - 1, len(LADDER) - 1)]
    uncertain = message.uncertain + maybe_sent
    if maybe_sent and message.channel == SMS:
        wait = max(wait, REPORT_WITHIN)
    if now + wait - message.created_at > GIVE_UP_AFTER or is_enough(message.channel, uncertain):
        return record_dead(connection, message, problem=problem)
    values = {"due_at": now + wait, "uncertain": uncertain}
    _record(connection, message, leased_until=None, problem=problem, **values)
    return False


def is_enough(channel: str, uncertain: int) -> bool:
    """Whether another attempt could be a copy too many."""
    return channel == SMS and uncertain >= MOST_COPIES


def record_dead(connection: Connection, message: Leased, *, problem: str) -> bool:
    """It can never be delivered: kept and shown at the desk."""
    return _record(connection, message, state="dead", leased_until=None, problem=problem)


def _record(connection: Connection, message: Leased, **values: Any) -> bool:
    mine = and_(outbox.c.id == message.id, outbox.c.fence == message.fence)
    return connection.execute(update(outbox).where(mine).values(**values)).rowcount == 1
