"""Telling the other devices that a draft went on here (row 27).

The notice is an outbox row of the transaction that changed the draft, so that it comes about if and
only if the change did, and the turn in the other conversation is a transaction of its own.
"""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, select

from actions import outbox
from actions.assembly import Assembly
from actions.store.tables import conversations
from actions.telling import tell
from dialogs.events import AnsweredElsewhere, DiscardedElsewhere, Event

#: The outbox's channel of these notices.
CHANNEL = "chat"


def put(
    assembly: Assembly,
    connection: Connection,
    *,
    draft_id: str,
    conversation_id: str,
    occasion: str,
    path: str | None = None,
    discarded: bool = False,
) -> None:
    """Leaves a notice for every other conversation that has this draft at hand."""
    outbox.put(
        connection,
        assembly.keyring,
        intent=f"elsewhere:{draft_id}:{occasion}",
        channel=CHANNEL,
        payload={
            "draft_id": draft_id,
            "from": conversation_id,
            "path": path,
            "discarded": discarded,
        },
        now=assembly.now(),
    )


def deliver(
    assembly: Assembly, connection: Connection, payload: Mapping[str, Any]
) -> tuple[str, ...]:
    """Runs a turn in each of those conversations; returns those told."""
    draft_id = str(payload["draft_id"])
    others = connection.execute(
        select(conversations.c.id).where(
            conversations.c.draft_id == draft_id, conversations.c.id != payload["from"]
        )
    ).scalars()
    event: Event = AnsweredElsewhere(draft_id=draft_id, path=payload["path"])
    if payload["discarded"]:
        event = DiscardedElsewhere(draft_id=draft_id)
    return tell(assembly, connection, others.all(), event)
