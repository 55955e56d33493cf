"""What the archive of a received case holds besides what the receipt shows.

The evidence of each signature, and what only the officers may see with the salt that binds it to the
signed revision: enough to verify the case without this system (`actions.verifying`).
"""

import msgspec
from sqlalchemy import Connection, select

from actions import revisions
from actions.assembly import Assembly
from actions.errors import NotFoundError
from actions.evidence_files import evidence_files
from actions.revisions import RevisionRow
from actions.store.tables import cases

PRIVATE_FILE = "private.json"


class PrivateFile(msgspec.Struct, frozen=True):
    """The private answers, and the salt of their digest in the revision."""

    salt: str
    rows: tuple[RevisionRow, ...]


def archived_files(assembly: Assembly, connection: Connection, draft_id: str) -> dict[str, bytes]:
    """By name. For officers and the archive only. Raises NotFoundError before it is received."""
    revision_id = connection.execute(
        select(cases.c.revision_id).where(cases.c.draft_id == draft_id)
    ).scalar()
    if revision_id is None:
        raise NotFoundError("case")
    files = evidence_files(assembly, connection, revision_id)
    private = revisions.private_of(assembly, connection, revision_id)
    if private.rows:
        file = PrivateFile(salt=private.salt, rows=private.rows)
        files[PRIVATE_FILE] = msgspec.json.format(msgspec.json.encode(file), indent=1)
    return files
