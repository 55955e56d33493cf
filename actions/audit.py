"""The audit trail: who did what to which object, in the transaction that did it. No contents."""

from sqlalchemy import Connection, insert

from actions.assembly import Assembly
from actions.store.tables import audit


def record(
    assembly: Assembly, connection: Connection, *, act: str, person: str | None, about: str
) -> None:
    """`person` is a personnummer, stored as its MAC; None is the system or somebody unknown."""
    actor = assembly.keyring.mac("person", person) if person else "system"
    connection.execute(insert(audit).values(at=assembly.now(), act=act, actor=actor, object=about))
