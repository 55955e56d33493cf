"""The way back from an e-ID app on the same device (threats A2, A3).

The app opens an address with a one-time secret. Only the browser whose session holds the order is
led on by it. When any other browser opens it, somebody has had the app started from a link that a
stranger's browser had made: the order is void from then on, whatever the provider answers.
"""

from datetime import timedelta

from sqlalchemy import Connection

from actions import tickets
from actions.assembly import Assembly
from actions.audit import record
from actions.eid import handover
from actions.errors import NotFoundError

#: As long as any order can be open.
RETURN_LIFE = timedelta(minutes=15)
#: How long a completed order of this device's app waits for the browser to come back, so that the
#: return of a stranger's order can void it first.
RETURN_GRACE = timedelta(seconds=4)


def issue(assembly: Assembly, connection: Connection) -> tuple[str, str]:
    """A new return address, and its secret."""
    url = tickets.issue(assembly, connection, purpose="eid-return", life=RETURN_LIFE)
    return url, url.rpartition("/")[2]


def note_login(
    assembly: Assembly, connection: Connection, token: str, *, chat: str, personnummer: str
) -> None:
    """Nobody has come back yet, and the login counts: whom it concerns, should it turn out void."""
    ticket = tickets.find(assembly, connection, purpose="eid-return", token=token)
    if ticket is not None:
        details = {"chat": chat, "personnummer": personnummer}
        tickets.change(assembly, connection, ticket, details=details)


def void(assembly: Assembly, connection: Connection, token: str) -> None:
    """A browser without the order came back: a login that the order has led to is none any more.

    Raises NotFoundError for an unknown address.
    """
    ticket = tickets.find(assembly, connection, purpose="eid-return", token=token)
    if ticket is None or ticket.expires_at <= assembly.now():
        raise NotFoundError("ticket")
    if ticket.used_at is None:
        tickets.change(assembly, connection, ticket, used_at=assembly.now())
    record(assembly, connection, act="eid.binding_failed", person=None, about=ticket.mac)
    if ticket.details.get("chat"):
        handover.revoke(
            assembly,
            connection,
            ticket.details["chat"],
            personnummer=ticket.details["personnummer"],
        )


def is_void(assembly: Assembly, connection: Connection, token: str) -> bool:
    """`token`: "" when there is no such way back."""
    return bool(token) and tickets.is_used(assembly, connection, purpose="eid-return", token=token)
