"""What the filer may see and do about the parties: their board, a nudge, another address (row 33)."""

from typing import Literal

from sqlalchemy import Connection, select

from actions import parties, revisions
from actions.assembly import Assembly
from actions.audit import record
from actions.drafts import load
from actions.errors import NotFoundError, RefusedError
from actions.inviting import readdress, resend
from actions.locked import owned_by, read
from actions.store.tables import drafts
from actions.store.tables import parties as party_rows
from dialogs.conversation import PartySummary, Person, SigningRequest
from dialogs.statuses import Status


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


def requests_of(
    assembly: Assembly, connection: Connection, person: Person | None
) -> tuple[SigningRequest, ...]:
    """What others ask the person to sign, newest first (row 34)."""
    if person is None:
        return ()
    rows = connection.execute(
        _REQUESTS.where(
            party_rows.c.person_mac == assembly.keyring.mac("person", person.personnummer)
        )
    ).all()
    return tuple(
        SigningRequest(
            draft_id=row.draft_id,
            reference=row.reference,
            service=row.service,
            filer=parties.of_revision(assembly, connection, row.revision_id)[0].name,
            asked_at=row.invited_at,
            concerned=revisions.load(assembly, connection, row.revision_id).content.concerns,
        )
        for row in rows
    )


_REQUESTS = (
    select(
        party_rows.c.draft_id,
        party_rows.c.revision_id,
        party_rows.c.invited_at,
        drafts.c.reference,
        drafts.c.service,
    )
    # Of an earlier revision nobody signs any more.
    .join(drafts, drafts.c.revision_id == party_rows.c.revision_id)
    .where(
        party_rows.c.role == "party",
        party_rows.c.state == "invited",
        drafts.c.status == Status.AWAITING_PARTIES,
    )
    .order_by(party_rows.c.invited_at.desc())
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
