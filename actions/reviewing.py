"""What a party sees before signing, and whom a signing link expects."""

from datetime import datetime

import msgspec
from sqlalchemy import Connection, select

from actions import parties, revisions
from actions.assembly import Assembly
from actions.catalogue import definition_of
from actions.errors import RefusedError
from actions.locked import check_link
from actions.parties import PartyView
from actions.revisions import Revision, RevisionRow
from actions.store.tables import drafts as draft_rows
from dialogs.service import Service
from dialogs.statuses import Status


class Review(msgspec.Struct, frozen=True, kw_only=True):
    """What a party sees before signing."""

    draft_id: str
    revision: Revision
    party: PartyView
    #: The others without their contact details, unless it is the filer who looks.
    parties: tuple[PartyView, ...]
    status: Status
    service: Service
    #: The filer's private answers, only when the party is the filer.
    private: tuple[RevisionRow, ...]
    expires_at: datetime | None


def review(assembly: Assembly, connection: Connection, party_id: str, revision_id: str) -> Review:
    """What the party may read. The caller has verified that it is the expected person.

    Raises NotFoundError, or RefusedError saying why the link does not work: "voided", "withdrawn",
    "expired", "declined", "received", or "not_your_turn" when others sign before.
    """
    place = parties.place_of(connection, party_id, revision_id=revision_id)
    row = connection.execute(
        select(draft_rows.c.status, draft_rows.c.expires_at, draft_rows.c.revision_id).where(
            draft_rows.c.id == place.draft_id
        )
    ).one()
    revision = revisions.load(assembly, connection, revision_id)
    status = Status(row.status)
    check_link(status, row.revision_id, row.expires_at, revision, now=assembly.now())
    views = parties.of_revision(assembly, connection, revision_id)
    party = next(view for view in views if view.id == party_id)
    if party.state == "waiting":
        raise RefusedError("not_your_turn")
    private: tuple[RevisionRow, ...] = ()
    if party.is_filer:
        private = revisions.private_rows(assembly, connection, revision_id)
    else:
        views = tuple(v if v.id == party_id else v.without_contact() for v in views)
    return Review(
        draft_id=place.draft_id,
        revision=revision,
        party=party,
        parties=views,
        status=status,
        service=definition_of(assembly, connection, revision.service, revision.service_version),
        private=private,
        expires_at=row.expires_at,
    )


def expects(assembly: Assembly, connection: Connection, party_id: str) -> str:
    """The personnummer that must sign. Compare it in constant time. Raises NotFoundError."""
    return parties.load(assembly, connection, party_id).personnummer
