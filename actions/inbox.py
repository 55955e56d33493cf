"""The inbox: what a messenger has handed over, stored before it is acknowledged (threat D2).

    received ──handled──▶ kept without content for a week, so that a repeat is recognised (D3)
        └──failed three times──▶ quarantined: kept sealed for a person to look at (D5)

One account's updates are handled one at a time, oldest id first of those stored. Ids are never
compared with a highest one (D4): a messenger may begin anew with lower numbers.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

import msgspec
from sqlalchemy import Connection, Select, delete, func, select, update
from sqlalchemy.dialects import postgresql, sqlite

from actions.assembly import Assembly
from actions.store.tables import inbox

#: After so many failures an update is put aside.
MOST_ATTEMPTS = 3
#: How long a handled update is remembered. Telegram repeats an update for about 24 hours.
REMEMBERED_FOR = timedelta(days=7)


class Received(msgspec.Struct, frozen=True):
    """One update as it came."""

    update_id: int
    #: The messaging account or group that it came from.
    account: str
    payload: bytes


class Claimed(msgspec.Struct, frozen=True):
    """An update to handle now."""

    bot: str
    update_id: int
    account_mac: str
    key: bytes
    sealed: bytes
    #: This attempt counted.
    attempt: int
    received_at: datetime


def mac_of(assembly: Assembly, *, channel: str, account: str) -> str:
    """The same as a conversation's: it finds the account's rows and tells nobody who it is."""
    return assembly.keyring.mac(f"account {channel}", account)


def store(
    assembly: Assembly,
    connection: Connection,
    *,
    channel: str,
    bot: str,
    received: Sequence[Received],
) -> int:
    """Stores what has not been seen before; returns how many that were."""
    new = 0
    put = (sqlite if connection.dialect.name == "sqlite" else postgresql).insert(inbox)
    for one in received:
        row_id = _row_id(bot, one.update_id)
        key = assembly.keyring.new_row_key(row_id)
        stored = connection.execute(
            put.on_conflict_do_nothing().returning(_ID),
            {
                "bot": bot,
                "update_id": one.update_id,
                "account_mac": mac_of(assembly, channel=channel, account=one.account),
                "key": key.wrapped,
                "payload": key.seal(one.payload, "payload"),
                "received_at": assembly.now(),
                "attempts": 0,
            },
        )
        new += stored.first() is not None
    return new


def waiting_accounts(connection: Connection, *, bot: str) -> list[str]:
    """Accounts with something to handle, the one that has waited longest first."""
    return list(
        connection.execute(
            select(inbox.c.account_mac)
            .where(inbox.c.bot == bot, _OPEN)
            .group_by(inbox.c.account_mac)
            .order_by(func.min(inbox.c.update_id))
        ).scalars()
    )


def next_id(connection: Connection, *, bot: str, account_mac: str) -> int | None:
    """The account's oldest update that is not handled."""
    return connection.execute(_oldest(bot, account_mac).with_only_columns(_ID)).scalar()


def claim(connection: Connection, *, bot: str, account_mac: str) -> Claimed | None:
    """The account's oldest update, with this attempt counted; None when there is none.

    Counted before the attempt, so that an update that kills the process counts too. The attempt
    may be one too many: then it must be quarantined and not tried.
    """
    row = connection.execute(_oldest(bot, account_mac).with_for_update()).one_or_none()
    if row is None:
        return None
    _change(connection, row.bot, row.update_id, attempts=row.attempts + 1)
    return Claimed(
        bot=row.bot,
        update_id=row.update_id,
        account_mac=row.account_mac,
        key=row.key,
        sealed=row.payload,
        attempt=row.attempts + 1,
        received_at=row.received_at,
    )


def content_of(assembly: Assembly, claimed: Claimed) -> bytes:
    """The update as it came. Raises SealError when its key is no longer configured."""
    row_id = _row_id(claimed.bot, claimed.update_id)
    return assembly.keyring.row_key(row_id, claimed.key).open(claimed.sealed, "payload")


def is_next(connection: Connection, claimed: Claimed) -> bool:
    """Whether it still is the account's oldest unhandled update; locks it for this transaction.

    False when another process has handled it meanwhile, or an older one has come.
    """
    query = _oldest(claimed.bot, claimed.account_mac).with_only_columns(_ID)
    return connection.execute(query.with_for_update()).scalar() == claimed.update_id


def finish(connection: Connection, claimed: Claimed, *, now: datetime) -> None:
    """It has had its effect, in this very transaction. Its content and its key are destroyed."""
    values = {"handled_at": now, "payload": b"", "key": b""}
    _change(connection, claimed.bot, claimed.update_id, **values)


def forgive(connection: Connection, claimed: Claimed) -> None:
    """The attempt failed for want of a database, which says nothing about the update."""
    _change(connection, claimed.bot, claimed.update_id, attempts=claimed.attempt - 1)


def quarantine(connection: Connection, claimed: Claimed, *, now: datetime) -> None:
    """It is not tried again and blocks nothing; its content stays sealed for a person to see."""
    _change(connection, claimed.bot, claimed.update_id, quarantined_at=now)


def has_gap_before(
    connection: Connection, *, bot: str, update_id: int, settled_at: datetime
) -> bool:
    """Whether an older update may still be on its way on another connection.

    Ids follow each other, so a missing one below `update_id` may come late. A gap below anything
    that was received before `settled_at` is too old to wait for.
    """
    settled = connection.execute(
        select(inbox.c.update_id)
        .where(inbox.c.bot == bot, inbox.c.received_at <= settled_at)
        .order_by(inbox.c.update_id.desc())
        .limit(1)
    ).scalar()
    if settled is None:
        return True
    between = connection.execute(
        select(func.count())
        .select_from(inbox)
        .where(inbox.c.bot == bot, inbox.c.update_id > settled, inbox.c.update_id < update_id)
    ).scalar_one()
    return bool(between < update_id - settled - 1)


def forget_handled(connection: Connection, *, now: datetime) -> int:
    """Forgets what was handled longer ago than any repeat can come."""
    old = inbox.c.handled_at < now - REMEMBERED_FOR
    return connection.execute(delete(inbox).where(old)).rowcount


_OPEN = inbox.c.handled_at.is_(None) & inbox.c.quarantined_at.is_(None)
_ID = inbox.c.update_id


def _oldest(bot: str, account_mac: str) -> Select[Any]:
    return (
        select(inbox)
        .where(inbox.c.bot == bot, inbox.c.account_mac == account_mac, _OPEN)
        .order_by(_ID)
        .limit(1)
    )


def _row_id(bot: str, update_id: int) -> str:
    return f"inbox {bot} {update_id}"


def _change(connection: Connection, bot: str, update_id: int, **values: object) -> None:
    connection.execute(
        update(inbox).where(inbox.c.bot == bot, inbox.c.update_id == update_id).values(**values)
    )
