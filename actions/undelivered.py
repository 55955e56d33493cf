"""Telling the filer that a co-signer's invitation could not be delivered."""

from sqlalchemy import Connection, select

from actions.assembly import Assembly
from actions.outbox import Leased
from actions.store.tables import drafts, parties
from actions.telling import tell
from dialogs.events import Notified

#: Kinds of notice without which the filing waits for somebody who was never asked.
_INVITATIONS = frozenset({"invited", "reminded"})


def tell_undelivered(assembly: Assembly, connection: Connection, message: Leased) -> None:
    """Says so in the filer's chat, if the message was an invitation; the desk sees all of them."""
    if message.party_id is None or message.draft_id is None:
        return
    if message.payload.get("kind") not in _INVITATIONS:
        return
    row = connection.execute(
        select(drafts.c.conversation_id, drafts.c.reference)
        .join(parties, parties.c.draft_id == drafts.c.id)
        .where(drafts.c.id == message.draft_id, parties.c.id == message.party_id)
    ).one_or_none()
    if row is None or row.conversation_id is None:
        return
    key = f"undelivered.{message.channel}"
    event = Notified(text=key, params={"reference": row.reference})
    tell(assembly, connection, [row.conversation_id], event)
