"""Tickets: the secrets in links (threats A5, C1, C8).

A ticket is 192 random bits for one purpose. Only its keyed MAC is stored, so that a copy of the
database opens nothing. It is bound to a conversation, a draft, a revision and a party, and is dead
when its time is up or what it was for is over.
"""

from datetime import datetime, timedelta
from typing import Any, Literal

import msgspec
from sqlalchemy import Connection, Row, insert, select, update

from actions.assembly import Assembly
from actions.store.sealing import new_token
from actions.store.tables import tickets

TicketPurpose = Literal["login", "sign", "receipt", "secure-answer", "transcript", "eid-return"]

LOGIN_LIFE = timedelta(minutes=15)
SECURE_ANSWER_LIFE = timedelta(minutes=60)
#: The receipt's link itself opens nothing without e-ID where the service demands one.
RECEIPT_LIFE = timedelta(days=365)
TRANSCRIPT_LIFE = timedelta(minutes=60)

PATHS: dict[TicketPurpose, str] = {
    "login": "/e/",
    "sign": "/s/",
    "receipt": "/kvittens/",
    "secure-answer": "/svar/",
    "transcript": "/samtal/",
    "eid-return": "/legitimering/app/",
}

_decode = msgspec.json.Decoder(dict[str, Any]).decode


class Ticket(msgspec.Struct, frozen=True):
    """A stored ticket. `details` holds what belongs to the purpose, e.g. who logged in."""

    mac: str
    purpose: TicketPurpose
    conversation_id: str | None
    draft_id: str | None
    revision_id: str | None
    party_id: str | None
    details: dict[str, Any]
    tries: int
    expires_at: datetime
    used_at: datetime | None


def issue(
    assembly: Assembly,
    connection: Connection,
    *,
    purpose: TicketPurpose,
    life: timedelta,
    conversation_id: str | None = None,
    draft_id: str | None = None,
    revision_id: str | None = None,
    party_id: str | None = None,
    details: dict[str, Any] | None = None,
) -> str:
    """Stores a new ticket and returns the link that carries it."""
    token = new_token()
    mac = _mac(assembly, purpose, token)
    key = assembly.keyring.new_row_key(mac)
    now = assembly.now()
    connection.execute(
        insert(tickets).values(
            mac=mac,
            purpose=purpose,
            conversation_id=conversation_id,
            draft_id=draft_id,
            revision_id=revision_id,
            party_id=party_id,
            key=key.wrapped,
            details=key.seal(msgspec.json.encode(details or {}), "details"),
            tries=0,
            created_at=now,
            expires_at=now + life,
        )
    )
    return assembly.public_url + PATHS[purpose] + token


def find(
    assembly: Assembly, connection: Connection, *, purpose: TicketPurpose, token: str
) -> Ticket | None:
    """The ticket, also when it is used up or too old (the page says so); None when there is none."""
    row = connection.execute(
        select(tickets).where(tickets.c.mac == _mac(assembly, purpose, token)).with_for_update()
    ).one_or_none()
    return None if row is None else _from_row(assembly, row)


def is_used(
    assembly: Assembly, connection: Connection, *, purpose: TicketPurpose, token: str
) -> bool:
    """Whether there is such a ticket and it is used up. Locks nothing: for who only looks."""
    query = select(tickets.c.used_at).where(tickets.c.mac == _mac(assembly, purpose, token))
    return connection.execute(query).scalar() is not None


def _mac(assembly: Assembly, purpose: TicketPurpose, token: str) -> str:
    return assembly.keyring.mac("ticket " + purpose, token)


def _from_row(assembly: Assembly, row: Row[Any]) -> Ticket:
    key = assembly.keyring.row_key(row.mac, row.key)
    return Ticket(
        mac=row.mac,
        purpose=row.purpose,
        conversation_id=row.conversation_id,
        draft_id=row.draft_id,
        revision_id=row.revision_id,
        party_id=row.party_id,
        details=_decode(key.open(row.details, "details")),
        tries=row.tries,
        expires_at=row.expires_at,
        used_at=row.used_at,
    )


def newest_login(assembly: Assembly, connection: Connection, conversation_id: str) -> Ticket | None:
    """The newest login ticket of a conversation that waits for its code to be given back."""
    row = connection.execute(
        select(tickets)
        .where(
            tickets.c.conversation_id == conversation_id,
            tickets.c.purpose == "login",
            tickets.c.used_at.is_not(None),
        )
        .order_by(tickets.c.used_at.desc())
        .limit(1)
        .with_for_update()
    ).one_or_none()
    return None if row is None else _from_row(assembly, row)


def change(
    assembly: Assembly,
    connection: Connection,
    ticket: Ticket,
    *,
    details: dict[str, Any] | None = None,
    **columns: Any,
) -> None:
    """Stores new details and columns of a ticket (`used_at`, `tries`, `expires_at`)."""
    if details is not None:
        wrapped = connection.execute(
            select(tickets.c.key).where(tickets.c.mac == ticket.mac)
        ).scalar_one()
        key = assembly.keyring.row_key(ticket.mac, wrapped)
        columns["details"] = key.seal(msgspec.json.encode(details), "details")
    connection.execute(update(tickets).where(tickets.c.mac == ticket.mac).values(**columns))


def kill_all(connection: Connection, *, draft_id: str, now: datetime) -> None:
    """Every login, signing and secure-answer ticket of a draft dies (invariant 7)."""
    connection.execute(
        update(tickets)
        .where(tickets.c.draft_id == draft_id, tickets.c.purpose != "receipt")
        .values(expires_at=now)
    )


def prolong(connection: Connection, *, revision_id: str, until: datetime, now: datetime) -> None:
    """The living links to sign a revision live until `until`; the dead stay dead."""
    connection.execute(
        update(tickets)
        .where(
            tickets.c.revision_id == revision_id,
            tickets.c.purpose == "sign",
            tickets.c.expires_at > now,
        )
        .values(expires_at=until)
    )


def kill_of_party(connection: Connection, *, party_id: str, now: datetime) -> None:
    """The links of one party die: they went to a number or address that was wrong."""
    connection.execute(
        update(tickets)
        .where(tickets.c.party_id == party_id, tickets.c.purpose == "sign")
        .values(expires_at=now)
    )
