"""What the filer may see and do about the parties: their board, a nudge, another address (row 33)."""

from typing import Literal

from sqlalchemy import Connection

from actions import parties
from actions.assembly import Assembly
from actions.audit import record
from actions.drafts import load
from actions.errors import NotFoundError, RefusedError
from actions.inviting import readdress, resend
from actions.locked import owned_by, read
from dialogs.conversation import PartySummary, Person


def board_of(
    assembly: Assembly, connection: Connection, draft_id: str, person: Person | None
) -> tuple[PartySummary, ...]:
    """The parties of one of the person's filings; none when it is somebody else's."""
    try:
        stored = load(assembly, connection, draft_id)
    except NotFoundError:
        return ()
    if person is None or stored.draft.owner != person.personnummer or stored.revision_id is None:
        return ()
    return tuple(
        PartySummary(
            id=party.id,
            role=party.role,
            name=party.name,
            state=party.state,
            is_filer=party.is_filer,
            invited_at=party.invited_at,
            acted_at=party.acted_at,
            reason=party.reason,
        )
        for party in parties.of_revision(assembly, connection, stored.revision_id)
    )


def remind_party(
    assembly: Assembly, connection: Connection, party_id: str, person: Person | None
) -> None:
    """A nudge by the filer. Raises RefusedError, as `resend` does or "draft_gone"."""
    _check_owner(assembly, connection, party_id, person)
    resend(assembly, connection, party_id, in_turn=True)


def readdress_party(
    assembly: Assembly,
    connection: Connection,
    party_id: str,
    person: Person | None,
    *,
    way: Literal["sms", "email"],
    to: str,
) -> None:
    """Asks a party at another number or address. Raises RefusedError, as `remind_party` does."""
    _check_owner(assembly, connection, party_id, person)
    readdress(assembly, connection, party_id, way=way, to=to)
    who = person.personnummer if person else None
    record(assembly, connection, act="party.readdressed", person=who, about=party_id)


def _check_owner(
    assembly: Assembly, connection: Connection, party_id: str, person: Person | None
) -> None:
    try:
        place = parties.place_of(connection, party_id)
        locked = read(assembly, connection, place.draft_id, in_turn=True)
        owned_by(locked, person.personnummer if person else None)
    except NotFoundError as error:
        raise RefusedError("nobody_to_remind") from error
    if person is None:
        raise RefusedError("not_owner")
