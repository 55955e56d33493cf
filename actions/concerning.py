"""Whom a person's filings are about, when somebody files for another (row 37)."""

import msgspec
from sqlalchemy import Connection, select

from actions import revisions
from actions.assembly import Assembly
from actions.drafts import decode_draft
from actions.freezing import walk_of
from actions.store.tables import drafts
from dialogs.concerning import concerned
from dialogs.conversation import CaseSummary, Concerned, Person
from dialogs.statuses import Status


def with_concerned(
    assembly: Assembly, connection: Connection, filings: tuple[CaseSummary, ...], person: Person
) -> tuple[CaseSummary, ...]:
    """A person's own filings, each with whom it is about: as it was sent, else as it is answered."""
    services = assembly.world().services
    ids = [
        each.draft_id
        for each in filings
        if (service := services.get(each.service)) is not None and service.concerns is not None
    ]
    if not ids:
        return filings
    rows = connection.execute(
        select(drafts.c.id, drafts.c.key, drafts.c.state, drafts.c.status, drafts.c.revision_id)
        .where(drafts.c.id.in_(ids))
        .order_by(drafts.c.id)
    ).all()
    found: dict[str, Concerned | None] = {}
    for row in rows:
        if row.revision_id is not None and row.status != Status.DRAFT:
            found[row.id] = revisions.load(assembly, connection, row.revision_id).content.concerns
        else:
            key = assembly.keyring.row_key(row.id, row.key)
            draft = decode_draft(key.open(row.state, "state"))
            walked = walk_of(services[draft.service], draft, person, assembly.now())
            found[row.id] = concerned(services[draft.service], walked)
    return tuple(
        msgspec.structs.replace(filing, concerned=found.get(filing.draft_id)) for filing in filings
    )
