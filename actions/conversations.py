"""Opening, reading and ending conversations."""

import hmac

import msgspec
from sqlalchemy import Connection, delete, exists, insert, select

from actions import customer_service
from actions.assembly import Assembly
from actions.errors import NotFoundError
from actions.store.sealing import new_id
from actions.store.tables import conversations, drafts, files, turns
from actions.turn import TurnRequest, TurnResult, decode_conversation, decode_messages, run_turn
from dialogs.conversation import Conversation
from dialogs.events import Opened
from dialogs.messages import Message
from dialogs.texts import SWEDISH

_encode = msgspec.json.Encoder().encode


def open_conversation(
    assembly: Assembly,
    connection: Connection,
    *,
    channel: str,
    language: str = SWEDISH,
    service: str | None = None,
    account: str | None = None,
) -> TurnResult:
    """A new conversation with its greeting. `account` is the messaging account, if there is one."""
    conversation_id = new_id()
    now = assembly.now()
    key = assembly.keyring.new_row_key(conversation_id)
    known = language if language in assembly.world().texts.languages() else SWEDISH
    state = Conversation(id=conversation_id, channel=channel, language=known)
    connection.execute(
        insert(conversations).values(
            id=conversation_id,
            channel=channel,
            account_mac=account and assembly.keyring.mac(f"account {channel}", account),
            account=key.seal(account.encode(), "account") if account else None,
            key=key.wrapped,
            state=key.seal(_encode(state), "state"),
            last_number=0,
            version=0,
            created_at=now,
            seen_at=now,
        )
    )
    request = TurnRequest(conversation_id=conversation_id, event=Opened(service=service))
    return run_turn(assembly, connection, request)


def token_of(assembly: Assembly, conversation_id: str) -> str:
    """The bearer token of a conversation. It is derived, so nothing of it is stored."""
    return assembly.keyring.mac("conversation token", conversation_id)


def authorise(assembly: Assembly, conversation_id: str, token: str) -> None:
    """Raises NotFoundError unless the token is the conversation's: foreign looks like missing."""
    expected = token_of(assembly, conversation_id).encode()
    if not hmac.compare_digest(expected, token.encode()):
        raise NotFoundError("conversation")


def check_open(connection: Connection, conversation_id: str) -> None:
    """Raises NotFoundError when the conversation has ended: its token outlives it."""
    query = select(conversations.c.id).where(conversations.c.id == conversation_id)
    if connection.execute(query).first() is None:
        raise NotFoundError("conversation")


def browser_binding(assembly: Assembly, conversation_id: str) -> tuple[str, str]:
    """Name and value of the cookie that ties a browser to its own conversation (threat A1)."""
    value = assembly.keyring.mac("browser", conversation_id)
    return f"chat_{conversation_id[:12]}", value


def of_account(
    assembly: Assembly, connection: Connection, *, channel: str, account: str
) -> str | None:
    """The conversation of a messaging account, if it has one."""
    mac = assembly.keyring.mac(f"account {channel}", account)
    return connection.execute(
        select(conversations.c.id).where(
            conversations.c.channel == channel, conversations.c.account_mac == mac
        )
    ).scalar()


def messages_after(
    assembly: Assembly, connection: Connection, conversation_id: str, number: int
) -> tuple[Message, ...]:
    """The messages with a higher number, in order, without those of a former person (threat B3).

    Raises NotFoundError.
    """
    found = connection.execute(
        select(conversations.c.key, conversations.c.state).where(
            conversations.c.id == conversation_id
        )
    ).one_or_none()
    if found is None:
        raise NotFoundError("conversation")
    key = assembly.keyring.row_key(conversation_id, found.key)
    number = max(number, decode_conversation(key.open(found.state, "state")).hidden_to)
    rows = connection.execute(
        select(turns.c.number, turns.c.messages)
        .where(turns.c.conversation_id == conversation_id, turns.c.last_number > number)
        .order_by(turns.c.number)
    ).all()
    return tuple(
        message
        for row in rows
        for message in decode_messages(key.open(row.messages, f"turn {row.number}"))
        if message.number > number
    )


def end(connection: Connection, conversation_id: str) -> None:
    """Forgets a conversation and its unsent drafts that nobody has claimed.

    What is part of a case, or belongs to an e-ID, is kept.
    """
    connection.execute(
        delete(drafts).where(
            drafts.c.conversation_id == conversation_id,
            drafts.c.status == "draft",
            drafts.c.owner_mac.is_(None),
        )
    )
    claimed = exists().where(
        drafts.c.conversation_id == conversation_id, drafts.c.owner_mac.is_not(None)
    )
    connection.execute(
        delete(files).where(
            files.c.conversation_id == conversation_id, files.c.draft_id.is_(None), ~claimed
        )
    )
    customer_service.forget(connection, conversation_id)
    connection.execute(delete(turns).where(turns.c.conversation_id == conversation_id))
    connection.execute(delete(conversations).where(conversations.c.id == conversation_id))
