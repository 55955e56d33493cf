"""Cases: what the municipality has received.

`receive` is the only place where a filing becomes a case (threat C9): the case, the officers' mail,
the filer's confirmation and the status are one transaction, the one that holds the last signature.
A filing is received when that transaction commits (förvaltningslagen 2017:900, 22 §).
"""

from sqlalchemy import Connection, insert, select

from actions import revisions, telling, tickets
from actions.assembly import Assembly
from actions.audit import record
from actions.casework import (
    CaseListItem,
    CaseView,
    cases_of_units,
    open_case,
    set_status,
)
from actions.catalogue import definition_of
from actions.errors import RefusedError
from actions.locked import Locked, change_status, read
from actions.parties import SignatureView
from actions.receipts import receipt_content
from actions.revisions import Revision
from actions.store.tables import cases, signatures
from actions.units import mail_address
from dialogs.service import Signing
from dialogs.statuses import Status
from dialogs.texts import SWEDISH

__all__ = [
    "CaseListItem",
    "CaseView",
    "SignatureView",
    "cases_of_units",
    "is_signed",
    "open_case",
    "receipt_content",
    "receive",
    "set_status",
]


def receive(assembly: Assembly, connection: Connection, draft_id: str) -> None:
    """Makes a filing a case when all that must be signed is signed. A second time changes nothing.

    The caller's transaction holds the lock of the filing, or takes it here.
    Raises NotFoundError; RefusedError "not_signed" or "voided".
    """
    locked = read(assembly, connection, draft_id, in_turn=True)
    known = select(cases.c.draft_id).where(cases.c.draft_id == draft_id)
    if connection.execute(known).first() is not None:
        return
    revision = locked.revision
    if revision is None or revision.voided_at is not None:
        raise RefusedError("voided")
    service = definition_of(assembly, connection, revision.service, revision.service_version)
    _check_signatures(connection, locked, revision, signing=service.signing)
    now = assembly.now()
    change_status(connection, locked, Status.RECEIVED, now=now, expires_at=None)
    connection.execute(
        insert(cases).values(
            draft_id=draft_id,
            reference=locked.draft.reference,
            service=revision.service,
            unit=service.unit,
            revision_id=revision.id,
            received_at=now,
        )
    )
    record(assembly, connection, act="case.received", person=None, about=draft_id)
    if "email" in assembly.delivery:
        telling.mail_staff(
            assembly,
            connection,
            to=mail_address(assembly, service.unit),
            kind="new_case",
            occasion=draft_id,
            params={
                "reference": locked.draft.reference,
                "service": service.title.to(SWEDISH),
                "link": f"{assembly.public_url}/desk",
            },
            draft_id=draft_id,
        )
    _confirm(assembly, connection, locked, revision)


def is_signed(connection: Connection, locked: Locked, revision: Revision) -> bool:
    """Every party of the revision has a verified signature over its hash (invariant 4)."""
    signed = {
        row.party_id: row.hash
        for row in connection.execute(
            select(signatures.c.party_id, signatures.c.hash).where(
                signatures.c.revision_id == revision.id
            )
        )
    }
    return bool(locked.parties) and all(
        party.state == "signed" and signed.get(party.id) == revision.hash
        for party in locked.parties
    )


def _check_signatures(
    connection: Connection, locked: Locked, revision: Revision, *, signing: Signing
) -> None:
    nobody_signs = signing is Signing.NONE and not locked.parties
    if not nobody_signs and not is_signed(connection, locked, revision):
        raise RefusedError("not_signed")


def _confirm(
    assembly: Assembly, connection: Connection, locked: Locked, revision: Revision
) -> None:
    """The filer's confirmation by mail, if an address is known."""
    contact = revisions.private_of(assembly, connection, revision.id).contact
    if contact.email is None:
        return
    link = tickets.issue(
        assembly,
        connection,
        purpose="receipt",
        life=tickets.RECEIPT_LIFE,
        draft_id=locked.draft.id,
        revision_id=revision.id,
    )
    telling.notify(
        assembly,
        connection,
        contact,
        kind="received",
        occasion=locked.draft.id,
        language=locked.language,
        reference=locked.draft.reference,
        link=link,
        draft_id=locked.draft.id,
        channels=("email",),
    )
