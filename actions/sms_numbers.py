"""What is known of a number that SMS go to: how many it got, and whether it wants any.

Numbers are found by their MAC, never stored in the clear. A number gets at most three SMS in 24
hours whatever they are about, and all numbers together so many as the operator allows (threat D12).
Whoever has answered STOPP gets only what is asked for by SMS (threat D13).
"""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    and_,
    func,
    insert,
    literal,
    select,
    tuple_,
    update,
)

from actions import outbox
from actions.assembly import Assembly
from actions.notify import Later, Refused
from actions.outbox import SMS, Leased
from actions.store.tables import Instant, parties
from actions.store.tables import outbox as rows
from actions.store.tables import sms_wishes as wishes

#: SMS to one number within `PERIOD`.
MOST_TO_ONE = 3
PERIOD = timedelta(hours=24)
#: Why a message waits when all numbers together have got enough.
DAY_LIMIT = "the day's limit of SMS"
#: A message that the day's limit holds back is looked at again after this.
_LOOK_AGAIN = timedelta(hours=1)


# ── STOPP and START ───────────────────────────────────────────────────────────────────────────


def is_stopped(assembly: Assembly, connection: Connection, number: str) -> bool:
    """Whether the number has said that it wants no SMS."""
    mac = outbox.number_mac(assembly.keyring, number)
    return connection.execute(_stopped(mac)).first() is not None


def note_wish(
    assembly: Assembly, connection: Connection, number: str, *, stopped: bool, said_at: datetime
) -> None:
    """Notes STOPP or START. SMS may come in any order, so the word that was said last counts."""
    mac = outbox.number_mac(assembly.keyring, number)
    known = connection.execute(
        select(wishes.c.said_at).where(wishes.c.number_mac == mac).with_for_update()
    ).one_or_none()
    said = {"stopped_at": said_at if stopped else None, "said_at": said_at}
    if known is None:
        connection.execute(insert(wishes).values(number_mac=mac, **said))
    elif said_at >= known.said_at:
        connection.execute(update(wishes).where(wishes.c.number_mac == mac).values(**said))


def _stopped(mac: str) -> Select[Any]:
    return select(wishes.c.number_mac).where(
        wishes.c.number_mac == mac, wishes.c.stopped_at.is_not(None)
    )


# ── What a number was sent ────────────────────────────────────────────────────────────────────


def was_written_to(assembly: Assembly, connection: Connection, number: str) -> bool:
    """Whether we have sent it anything about a filing."""
    sent = select(rows.c.id).where(_is_to(assembly, number), rows.c.draft_id.is_not(None))
    return connection.execute(sent.limit(1)).first() is not None


def count_lately(assembly: Assembly, connection: Connection, number: str) -> int:
    """SMS of the last 24 hours, with those on their way."""
    since = assembly.now() - PERIOD
    is_on_its_way = (rows.c.state == "pending") & (rows.c.created_at > since)
    lately = (rows.c.sent_at > since) | is_on_its_way
    return _count(connection, lately & _is_to(assembly, number))


def asked_parties(assembly: Assembly, connection: Connection, number: str) -> tuple[str, ...]:
    """Ids of parties who were asked to sign at this number and have not answered, newest first."""
    asked_here = select(rows.c.party_id).where(_is_to(assembly, number))
    return tuple(
        connection.execute(
            select(parties.c.id)
            .where(
                parties.c.id.in_(asked_here),
                parties.c.role == "party",
                parties.c.state == "invited",
            )
            .order_by(parties.c.invited_at.desc(), parties.c.id)
        ).scalars()
    )


def _is_to(assembly: Assembly, number: str) -> ColumnElement[bool]:
    return rows.c.to_mac == outbox.number_mac(assembly.keyring, number)


# ── Before one goes out ───────────────────────────────────────────────────────────────────────


def why_not(
    assembly: Assembly, connection: Connection, message: Leased, *, most_a_day: int
) -> Refused | Later | None:
    """What speaks against sending a leased SMS now; None: nothing does.

    A notice waits until its number may get one again; an answer that must wait is not sent at all.
    """
    number = message.payload["to"]
    is_asked_for = bool(message.payload.get("asked"))
    if not is_asked_for and is_stopped(assembly, connection, number):
        return Refused("the number wants no SMS")
    wait = _wait(assembly, connection, message, most_a_day=most_a_day)
    if wait is not None and message.draft_id is None:
        return Refused(wait.reason)
    return wait


def _wait(
    assembly: Assembly, connection: Connection, message: Leased, *, most_a_day: int
) -> Later | None:
    """What went out in the last 24 hours counts, and what was leased before: it is about to."""
    now = assembly.now()
    since = now - PERIOD
    leased_until = connection.execute(
        select(rows.c.leased_until).where(rows.c.id == message.id)
    ).scalar_one_or_none()
    goes_first = (rows.c.state == "pending") & (rows.c.leased_until >= now)
    if leased_until is not None:
        order = tuple_(rows.c.leased_until, rows.c.id)
        goes_first &= order < tuple_(literal(leased_until, Instant), literal(message.id))
    counted = and_(rows.c.channel == SMS, (rows.c.sent_at > since) | goes_first)
    to_number = counted & _is_to(assembly, message.payload["to"])
    if _count(connection, to_number) >= MOST_TO_ONE:
        oldest = connection.execute(
            select(rows.c.sent_at)
            .where(to_number, rows.c.sent_at.is_not(None))
            .order_by(rows.c.sent_at.desc())
            .offset(MOST_TO_ONE - 1)
            .limit(1)
        ).scalar_one_or_none()
        return Later("three SMS to this number in a day", after=(oldest or now) + PERIOD - now)
    if _count(connection, counted) >= most_a_day:
        return Later(DAY_LIMIT, after=_LOOK_AGAIN)
    return None


def _count(connection: Connection, condition: ColumnElement[bool]) -> int:
    return connection.execute(select(func.count()).select_from(rows).where(condition)).scalar_one()
