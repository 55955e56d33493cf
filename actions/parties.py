"""Who signs a revision: the filer and the other parties, as rows.

A party is defined by the personnummer that the filer gave (threat C4); that number must be the one
that the e-ID verifies. A party's ways: waiting (for the filer to sign first) → invited → signed or
declined.
"""

import hmac
from collections.abc import Iterable
from datetime import datetime
from typing import Any, Literal

import msgspec
from sqlalchemy import Connection, Select, insert, select, update

from actions.assembly import Assembly
from actions.errors import NotFoundError, RefusedError
from actions.revisions import Revision
from actions.signers import Signer
from actions.store.sealing import RowKey, new_id
from actions.store.tables import drafts, parties, signatures
from dialogs.conversation import Person

PartyState = Literal["waiting", "invited", "signed", "declined"]


class PartyView(msgspec.Struct, frozen=True, kw_only=True):
    """One party of a revision."""

    id: str
    #: In words, e.g. "den andra vårdnadshavaren".
    role: str
    #: What the e-ID verified once the party has signed; before that what the filer gave.
    name: str
    personnummer: str
    phone: str | None
    email: str | None
    state: PartyState
    invited_at: datetime | None
    acted_at: datetime | None
    is_filer: bool
    #: Why the party declined; for the filer and the officers.
    reason: str = ""

    def without_contact(self) -> "PartyView":
        """As the other parties may see it (threat B5)."""
        return msgspec.structs.replace(self, phone=None, email=None, reason="")


class SignatureView(msgspec.Struct, frozen=True, kw_only=True):
    """A stored signature, without its evidence."""

    party_id: str
    provider: str
    hash: str
    signed_at: datetime


class _Details(msgspec.Struct, frozen=True, omit_defaults=True):
    """What is sealed in the row."""

    role: str
    name: str
    personnummer: str
    phone: str | None = None
    email: str | None = None
    verified_name: str | None = None
    reason: str = ""


class PartyPlace(msgspec.Struct, frozen=True):
    """Where a party belongs; tells nothing about it."""

    draft_id: str
    revision_id: str


_decode = msgspec.json.Decoder(_Details).decode


def insert_all(
    assembly: Assembly,
    connection: Connection,
    *,
    revision: Revision,
    key: RowKey,
    signers: Iterable[Signer],
) -> None:
    """Stores the parties of a new revision. It is the filer's turn first."""
    for position, signer in enumerate(signers):
        party_id = new_id()
        details = _Details(
            role=signer.role,
            name=signer.name,
            personnummer=signer.personnummer,
            phone=signer.phone,
            email=signer.email,
        )
        connection.execute(
            insert(parties).values(
                id=party_id,
                revision_id=revision.id,
                draft_id=revision.draft_id,
                position=position,
                role="filer" if signer.is_filer else "party",
                person_mac=assembly.keyring.mac("person", signer.personnummer),
                details=_sealed(key, party_id, details),
                state="invited" if signer.is_filer else "waiting",
                invited_at=revision.created_at if signer.is_filer else None,
            )
        )


def place_of(
    connection: Connection, party_id: str, *, revision_id: str | None = None
) -> PartyPlace:
    """Raises NotFoundError, also when the party is not of `revision_id` (threat C8)."""
    row = connection.execute(
        select(parties.c.draft_id, parties.c.revision_id).where(parties.c.id == party_id)
    ).one_or_none()
    if row is None or revision_id not in (None, row.revision_id):
        raise NotFoundError("party")
    return PartyPlace(draft_id=row.draft_id, revision_id=row.revision_id)


def of_revision(
    assembly: Assembly, connection: Connection, revision_id: str
) -> tuple[PartyView, ...]:
    """The parties in order, the filer first."""
    query = _SELECT.where(parties.c.revision_id == revision_id).order_by(parties.c.position)
    return tuple(_view(assembly, row) for row in connection.execute(query).all())


def load(assembly: Assembly, connection: Connection, party_id: str) -> PartyView:
    """Raises NotFoundError."""
    row = connection.execute(_SELECT.where(parties.c.id == party_id)).one_or_none()
    if row is None:
        raise NotFoundError("party")
    return _view(assembly, row)


def check_person(person: Person, party: PartyView) -> None:
    """Who signs must be who was asked, whatever the provider was told to demand (threat A8).

    Raises RefusedError "wrong_person".
    """
    if not hmac.compare_digest(person.personnummer, party.personnummer):
        raise RefusedError("wrong_person")


def invited_before(connection: Connection, *, draft_id: str, revision_id: str) -> frozenset[str]:
    """MACs of the people who were invited to an earlier revision of the draft."""
    rows = connection.execute(
        select(parties.c.person_mac).where(
            parties.c.draft_id == draft_id,
            parties.c.revision_id != revision_id,
            parties.c.invited_at.is_not(None),
        )
    )
    return frozenset(rows.scalars())


def signatures_of(connection: Connection, revision_id: str) -> tuple[SignatureView, ...]:
    rows = connection.execute(
        select(signatures)
        .where(signatures.c.revision_id == revision_id)
        .order_by(signatures.c.signed_at)
    ).all()
    return tuple(
        SignatureView(
            party_id=row.party_id, provider=row.provider, hash=row.hash, signed_at=row.signed_at
        )
        for row in rows
    )


def mark_invited(connection: Connection, party_id: str, *, now: datetime) -> None:
    connection.execute(
        update(parties).where(parties.c.id == party_id).values(state="invited", invited_at=now)
    )


def mark_acted(
    assembly: Assembly,
    connection: Connection,
    party_id: str,
    *,
    state: Literal["signed", "declined"],
    now: datetime,
    **details: str,
) -> None:
    """Records that the party signed (`verified_name`) or declined (`reason`)."""
    changed = _changed(assembly, connection, party_id, **details)
    connection.execute(
        update(parties)
        .where(parties.c.id == party_id)
        .values(state=state, acted_at=now, details=changed)
    )


def change_address(
    assembly: Assembly,
    connection: Connection,
    party_id: str,
    *,
    way: Literal["sms", "email"],
    to: str,
) -> None:
    """The party is asked there and nowhere else from now on."""
    moved = _changed(
        assembly,
        connection,
        party_id,
        phone=to if way == "sms" else None,
        email=to if way == "email" else None,
    )
    connection.execute(update(parties).where(parties.c.id == party_id).values(details=moved))


def _changed(
    assembly: Assembly, connection: Connection, party_id: str, **details: str | None
) -> bytes:
    """What is sealed of a party, with other `details`."""
    row = connection.execute(_SELECT.where(parties.c.id == party_id)).one()
    key = assembly.keyring.row_key(row.draft_id, row.key)
    known = _decode(key.open(row.details, f"party {party_id}"))
    return _sealed(key, party_id, msgspec.structs.replace(known, **details))


def _sealed(key: RowKey, party_id: str, details: _Details) -> bytes:
    return key.seal(msgspec.json.encode(details), f"party {party_id}")


def _view(assembly: Assembly, row: Any) -> PartyView:
    key = assembly.keyring.row_key(row.draft_id, row.key)
    details = _decode(key.open(row.details, f"party {row.id}"))
    return PartyView(
        id=row.id,
        role=details.role,
        name=details.verified_name or details.name,
        personnummer=details.personnummer,
        phone=details.phone,
        email=details.email,
        state=row.state,
        invited_at=row.invited_at,
        acted_at=row.acted_at,
        is_filer=row.role == "filer",
        reason=details.reason,
    )


_SELECT: Select[Any] = select(parties, drafts.c.key).join(drafts, drafts.c.id == parties.c.draft_id)
