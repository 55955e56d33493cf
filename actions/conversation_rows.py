"""Reading the stored state of a conversation."""

import msgspec
from sqlalchemy import Connection, select, update

from actions.assembly import Assembly
from actions.store.tables import conversations
from dialogs.conversation import Conversation
from dialogs.logins import ended

decode_conversation = msgspec.json.Decoder(Conversation).decode


def read_conversation(
    assembly: Assembly, connection: Connection, conversation_id: str
) -> Conversation | None:
    """As it was stored, or None when it has ended."""
    row = connection.execute(
        select(conversations.c.key, conversations.c.state).where(
            conversations.c.id == conversation_id
        )
    ).one_or_none()
    if row is None:
        return None
    key = assembly.keyring.row_key(conversation_id, row.key)
    return decode_conversation(key.open(row.state, "state"))


def end_login(assembly: Assembly, connection: Connection, conversation_id: str) -> None:
    """Logs out whoever is logged in; what was said is shown when that person logs in again."""
    row = connection.execute(
        select(conversations).where(conversations.c.id == conversation_id).with_for_update()
    ).one()
    key = assembly.keyring.row_key(conversation_id, row.key)
    state = ended(decode_conversation(key.open(row.state, "state")), assembly.now())
    left = msgspec.structs.replace(state, paused_to=row.last_number)
    connection.execute(
        update(conversations)
        .where(conversations.c.id == conversation_id)
        .values(
            state=key.seal(msgspec.json.encode(left), "state"),
            person_mac=None,
            version=conversations.c.version + 1,
        )
    )


def reader_of(assembly: Assembly, conversation: Conversation) -> str:
    """For whom a link to the transcript is made: a MAC of who is logged in, or was last."""
    former = conversation.former
    if former is None:
        return ""
    state = "present" if conversation.person is not None else "gone"
    return assembly.keyring.mac(f"transcript reader {state}", former.personnummer)
