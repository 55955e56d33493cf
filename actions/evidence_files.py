"""The evidence of signatures as files of their own, to lie in the archive beside what was signed.

Whoever has a case's revision and these files can verify every signature without this system, its
database or its keys (specification of the form: docs/signing.md).
"""

from typing import Any

import msgspec
from sqlalchemy import Connection, select

from actions.assembly import Assembly
from actions.eid.port import Evidence
from actions.store.tables import drafts, parties, signatures
from dialogs.conversation import Person

FORM = "arendebot-evidence 1"


class EvidenceFile(msgspec.Struct, frozen=True, kw_only=True):
    """One signature: who signed, by which e-ID, and what proves it."""

    form: str = FORM
    person: Person
    evidence: Evidence


class _Stored(msgspec.Struct, frozen=True):
    person: Person
    evidence: Evidence


_decode_stored = msgspec.json.Decoder(_Stored).decode
_decode_file = msgspec.json.Decoder(EvidenceFile).decode


def name_of(number: int) -> str:
    """The name of the evidence of the signature with this number, from 1."""
    return f"evidence-{number}.json"


def evidence_files(
    assembly: Assembly, connection: Connection, revision_id: str
) -> dict[str, bytes]:
    """By name, in the order of the parties; empty when nobody signed."""
    rows = connection.execute(
        select(signatures, drafts.c.key)
        .join(parties, parties.c.id == signatures.c.party_id)
        .join(drafts, drafts.c.id == signatures.c.draft_id)
        .where(signatures.c.revision_id == revision_id)
        .order_by(parties.c.position)
    ).all()
    return {
        name_of(number): msgspec.json.format(msgspec.json.encode(_file(assembly, row)), indent=1)
        for number, row in enumerate(rows, 1)
    }


def _file(assembly: Assembly, row: Any) -> EvidenceFile:
    key = assembly.keyring.row_key(row.draft_id, row.key)
    stored = _decode_stored(key.open(row.evidence, f"evidence {row.party_id}"))
    return EvidenceFile(person=stored.person, evidence=stored.evidence)


def read_evidence(content: bytes) -> EvidenceFile:
    """Raises ValueError when it is none, or of a form that this version does not know."""
    try:
        found = _decode_file(content)
    except msgspec.DecodeError as error:
        raise ValueError("not a file of evidence") from error
    if found.form != FORM:
        raise ValueError(f"evidence of the form {found.form!r}; this version knows {FORM!r}")
    return found
