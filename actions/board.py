"""What the filer may see and do about the parties: their board, a nudge, another address, more time
(row 33)."""

from typing import Literal

import msgspec
from sqlalchemy import Connection, select

from actions import parties, revisions
from actions.assembly import Assembly
from actions.audit import record
from actions.drafts import load, summary
from actions.errors import NotFoundError, RefusedError
from actions.extending import extend, extendable_until
from actions.inviting import readdress, resend
from actions.locked import owned_by, read
from actions.store.tables import drafts
from actions.store.tables import parties as party_rows
from actions.undelivered import is_unreached, wants_no_sms
from dialogs.conversation import Board, CaseSummary, PartySummary, Person, SigningRequest
from dialogs.statuses import SIGNING_STATUSES, Status


def board_of(
    assembly: Assembly, connection: Connection, draft_id: str, person: Person | None
) -> Board:
    """The signing of one of the person's filings; empty when it is somebody else's."""
    try:
        stored = load(assembly, connection, draft_id)
    except NotFoundError:
        return Board()
    if person is None or stored.draft.owner != person.personnummer or stored.revision_id is None:
        return Board()
    revision = revisions.load(assembly, connection, stored.revision_id)
    is_open = stored.draft.status in SIGNING_STATUSES
    return Board(
        parties=_parties(assembly, connection, draft_id, stored.revision_id),
        until=stored.expires_at if is_open else None,
        extendable_until=extendable_until(assembly, connection, stored, revision),
    )


def _parties(
    assembly: Assembly, connection: Connection, draft_id: str, revision_id: str
) -> tuple[PartySummary, ...]:
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
            is_unreached=party.state == "invited" and is_unreached(connection, draft_id, party),
            wants_no_sms=party.state == "invited" and wants_no_sms(assembly, connection, party),
        )
        for party in parties.of_revision(assembly, connection, revision_id)
    )


def with_awaited(
    assembly: Assembly, connection: Connection, filings: tuple[CaseSummary, ...]
) -> tuple[CaseSummary, ...]:
    """A person's own filings, each with the roles of those who have been asked and not signed."""
    ids = [each.draft_id for each in filings if each.status is Status.AWAITING_PARTIES]
    if not ids:
        return filings
    rows = connection.execute(
        select(drafts.c.id, drafts.c.revision_id).where(drafts.c.id.in_(ids))
    ).all()
    awaited = {
        row.id: tuple(
            party.role
            for party in parties.of_revision(assembly, connection, row.revision_id)
            if party.state == "invited"
        )
        for row in rows
    }
    return tuple(
        msgspec.structs.replace(filing, awaited=awaited.get(filing.draft_id, ()))
        for filing in filings
    )


def requests_of(
    assembly: Assembly, connection: Connection, person: Person | None
) -> tuple[SigningRequest, ...]:
    """What others ask the person to sign, newest first (row 34)."""
    if person is None:
        return ()
    rows = connection.execute(
        _REQUESTS.where(
            party_rows.c.state == "invited",
            party_rows.c.person_mac == assembly.keyring.mac("person", person.personnummer),
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


def later_requests_of(
    assembly: Assembly, connection: Connection, person: Person
) -> tuple[CaseSummary, ...]:
    """What the person will be asked to sign when those before have: the filer has signed already."""
    rows = connection.execute(
        _REQUESTS.where(
            party_rows.c.state == "waiting",
            party_rows.c.person_mac == assembly.keyring.mac("person", person.personnummer),
        )
    ).all()
    return tuple(summary(connection, row.draft_id) for row in rows)


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


def extend_signing(
    assembly: Assembly, connection: Connection, draft_id: str, person: Person | None
) -> None:
    """More time to sign, asked for in the filer's chat. Raises RefusedError, as `extend`."""
    try:
        extend(assembly, connection, draft_id, person=person, in_turn=True)
    except NotFoundError as error:
        raise RefusedError("not_owner") from error


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
