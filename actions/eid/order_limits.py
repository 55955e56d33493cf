"""How many e-ID orders one address may start without completing one (threat A12).

The session's own limit stops a browser; this one stops who throws the cookies away.
"""

from datetime import timedelta

from sqlalchemy import Connection, delete, func, insert, select

from actions.assembly import Assembly
from actions.errors import RefusedError
from actions.store.tables import eid_starts

MOST_ORDERS = 5
WINDOW = timedelta(minutes=10)


def note_start(assembly: Assembly, connection: Connection, address: str) -> None:
    """Raises RefusedError "too_many_orders"."""
    now = assembly.now()
    connection.execute(delete(eid_starts).where(eid_starts.c.at <= now - WINDOW))
    mac = _mac(assembly, address)
    started = connection.execute(
        select(func.count()).select_from(eid_starts).where(eid_starts.c.address_mac == mac)
    ).scalar_one()
    if started >= MOST_ORDERS:
        raise RefusedError("too_many_orders")
    connection.execute(insert(eid_starts).values(address_mac=mac, at=now))


def note_completion(assembly: Assembly, connection: Connection, address: str) -> None:
    """Who completes an order is no flood: the count starts anew."""
    mac = _mac(assembly, address)
    connection.execute(delete(eid_starts).where(eid_starts.c.address_mac == mac))


def _mac(assembly: Assembly, address: str) -> str:
    return assembly.keyring.mac("eid address", address)
