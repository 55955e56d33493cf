"""Opening, reading and ending conversations."""

import hmac
from typing import Any

import msgspec
from sqlalchemy import Connection, delete, exists, insert, select

from actions import customer_service
from actions.assembly import Assembly
from actions.conversation_rows import decode_conversation
from actions.errors import NotFoundError
from actions.store.sealing import RowKey, new_id
from actions.store.tables import conversations, drafts, files, turns
from actions.turn import TurnRequest, TurnResult, decode_messages, run_turn
from dialogs.conversation import Conversation
from dialogs.events import Opened
from dialogs.logins import hidden_to
from dialogs.messages import Choice, Input, Kind, Message
from dialogs.talk import LOG_IN
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
    shown_as: str | None = None,
) -> TurnResult:
    """A new conversation with its greeting. `account` is the messaging account, if there is one.

    `shown_as`: the account's name or the site, for who is asked to log in for the chat.
    """
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
            shown_as=key.seal(shown_as.encode(), "shown_as") if shown_as else None,
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
    """Name and value of the cookie that ties a browser to its own conversation (threat A1).

    The prefix makes browsers take it from our very host only: else a neighbour host of the
    municipality's could plant the cookie of an attacker's conversation, and no code would be asked for.
    """
    value = assembly.keyring.mac("browser", conversation_id)
    prefix = "__Host-" if assembly.public_url.startswith("https://") else ""
    return f"{prefix}chat_{conversation_id[:12]}", value


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
    """The messages with a higher number that may be shown now, in order.

    What was said with a former person is never shown (threat B3). What was said during a login that
    has ended is not shown before the same person has logged in again; in its place stands a notice
    with the way on, under the number of the last that it hides (threat A11). Raises NotFoundError.
    """
    row, key, conversation = _stored(assembly, connection, conversation_id)
    shown_from = hidden_to(conversation, row.last_number, assembly.now())
    messages = _said_after(connection, conversation_id, key, max(number, shown_from))
    if number < shown_from and shown_from > conversation.hidden_to:
        return (_login_ended(assembly, conversation, shown_from), *messages)
    return messages


def said_after(
    assembly: Assembly, connection: Connection, conversation_id: str, number: int
) -> tuple[Message, ...]:
    """As `messages_after`, for a channel that has them in its own app anyway, also after the login."""
    _, key, conversation = _stored(assembly, connection, conversation_id)
    return _said_after(connection, conversation_id, key, max(number, conversation.hidden_to))


def _stored(
    assembly: Assembly, connection: Connection, conversation_id: str
) -> tuple[Any, RowKey, Conversation]:
    row = connection.execute(
        select(conversations.c.key, conversations.c.state, conversations.c.last_number).where(
            conversations.c.id == conversation_id
        )
    ).one_or_none()
    if row is None:
        raise NotFoundError("conversation")
    key = assembly.keyring.row_key(conversation_id, row.key)
    return row, key, decode_conversation(key.open(row.state, "state"))


def _said_after(
    connection: Connection, conversation_id: str, key: RowKey, number: int
) -> tuple[Message, ...]:
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


def _login_ended(assembly: Assembly, conversation: Conversation, number: int) -> Message:
    def say(key: str) -> str:
        return assembly.world().texts.say(conversation.language, key)

    return Message(
        text=say("login.ended"),
        number=number,
        input=Input(kind=Kind.CHOICE),
        choices=(Choice(value=LOG_IN, label=say("login.continue_button")),),
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
