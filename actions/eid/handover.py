"""Handing a login in a browser over to the chat that asked for it (threat A1).

The ticket is used up in the transaction that hands over. The browser that holds the chat's own
cookie is the chat's: it goes straight on. Any other gets a code, and the chat hears nothing before
somebody types that code there.
"""

import hmac
from datetime import datetime

import msgspec
from sqlalchemy import Connection, select

from actions import tickets
from actions.assembly import Assembly
from actions.audit import record
from actions.conversation_rows import end_login, read_conversation
from actions.eid.binding import CODE_LIFE, logged_in, new_code
from actions.eid.port import Complete
from actions.errors import NotFoundError, RefusedError
from actions.store.tables import conversations
from actions.tickets import Ticket
from actions.turn import TurnRequest, run_turn
from dialogs.conversation import Person
from dialogs.events import LoginFailed


class Asker(msgspec.Struct, frozen=True, kw_only=True):
    """The chat that asks for a login: all that the login page may tell of it."""

    conversation_id: str
    channel: str
    #: The account's name or the site; "" when there is none.
    shown_as: str
    started_at: datetime
    #: The two digits that the chat shows too.
    shown_number: str


class Handover(msgspec.Struct, frozen=True, kw_only=True):
    """How a login reached the chat."""

    conversation_id: str
    channel: str
    #: The digits to give back to the chat; None when the chat knew this browser.
    code: str | None


def asker(assembly: Assembly, connection: Connection, ticket: Ticket) -> Asker:
    """Raises NotFoundError when the conversation has ended."""
    row = connection.execute(
        select(
            conversations.c.channel,
            conversations.c.created_at,
            conversations.c.key,
            conversations.c.shown_as,
        ).where(conversations.c.id == ticket.conversation_id)
    ).one_or_none()
    if row is None or ticket.conversation_id is None:
        raise NotFoundError("conversation")
    key = assembly.keyring.row_key(ticket.conversation_id, row.key)
    return Asker(
        conversation_id=ticket.conversation_id,
        channel=row.channel,
        shown_as=key.open(row.shown_as, "shown_as").decode() if row.shown_as else "",
        started_at=row.created_at,
        shown_number=str(ticket.details.get("shown_number", "")),
    )


def check_unused(assembly: Assembly, ticket: Ticket) -> None:
    """Raises RefusedError "login_used" or "login_too_old"."""
    if ticket.used_at is not None:
        raise RefusedError("login_used")
    if ticket.expires_at <= assembly.now():
        raise RefusedError("login_too_old")


def find(assembly: Assembly, connection: Connection, token: str) -> Ticket:
    """The login ticket, used or not. Raises NotFoundError."""
    ticket = tickets.find(assembly, connection, purpose="login", token=token)
    if ticket is None:
        raise NotFoundError("ticket")
    return ticket


def complete(
    assembly: Assembly,
    connection: Connection,
    *,
    token: str,
    answer: Complete,
    same_browser: bool,
) -> Handover:
    """Gives the verified person to the chat, or a code to the browser. Uses the ticket up.

    Raises NotFoundError; RefusedError "login_used", "login_too_old" or "not_a_login".
    """
    ticket = find(assembly, connection, token)
    check_unused(assembly, ticket)
    if answer.evidence.operation != "auth":
        raise RefusedError("not_a_login")
    origin = asker(assembly, connection, ticket)
    person, now = answer.person, assembly.now()
    details = {"person": msgspec.to_builtins(person)}
    if same_browser:
        tickets.change(
            assembly, connection, ticket, details={**details, "same_browser": True}, used_at=now
        )
        event = logged_in(
            assembly, connection, conversation_id=origin.conversation_id, person=person
        )
        request = TurnRequest(conversation_id=origin.conversation_id, event=event)
        run_turn(assembly, connection, request)
        code = None
    else:
        code = new_code()
        tickets.change(assembly, connection, ticket, details={**details, "code": code}, used_at=now)
        record(
            assembly,
            connection,
            act="login.code_shown",
            person=person.personnummer,
            about=origin.conversation_id,
        )
    return Handover(conversation_id=origin.conversation_id, channel=origin.channel, code=code)


def cancelled(assembly: Assembly, connection: Connection, *, token: str) -> None:
    """Tells the chat that the person cancelled; the chat gives a new link."""
    ticket = find(assembly, connection, token)
    if ticket.used_at is not None or ticket.expires_at <= assembly.now():
        return
    origin = asker(assembly, connection, ticket)
    event = LoginFailed(reason="cancelled")
    run_turn(assembly, connection, TurnRequest(conversation_id=origin.conversation_id, event=event))


def outcome(
    assembly: Assembly, connection: Connection, ticket: Ticket, person: Person | None
) -> Handover | None:
    """What a used ticket led to, for the person who used it; None for anybody else.

    A code that was given back or is too old is not shown again.
    """
    if ticket.used_at is None or person is None or "person" not in ticket.details:
        return None
    who = msgspec.convert(ticket.details["person"], Person)
    if not hmac.compare_digest(who.personnummer, person.personnummer):
        return None
    code = ticket.details.get("code")
    if code is not None and assembly.now() > ticket.used_at + CODE_LIFE:
        return None
    origin = asker(assembly, connection, ticket)
    return Handover(conversation_id=origin.conversation_id, channel=origin.channel, code=code)


class LinkedChat(msgspec.Struct, frozen=True):
    """A chat in which a person is logged in."""

    conversation_id: str
    channel: str
    #: When something last happened in it.
    seen_at: datetime


def linked_chats(
    assembly: Assembly, connection: Connection, person: Person
) -> tuple[LinkedChat, ...]:
    """Every chat that knows this person now: an unknown one can be unlinked (threat A1)."""
    mac = assembly.keyring.mac("person", person.personnummer)
    rows = connection.execute(
        select(conversations.c.id, conversations.c.channel, conversations.c.seen_at)
        .where(conversations.c.person_mac == mac)
        .order_by(conversations.c.seen_at.desc())
    ).all()
    return tuple(LinkedChat(row.id, row.channel, row.seen_at) for row in rows)


def revoke(
    assembly: Assembly, connection: Connection, conversation_id: str, *, personnummer: str
) -> None:
    """A login turned out to be somebody else's order: the chat forgets it, and its code is worth nothing."""
    ticket = tickets.newest_login(assembly, connection, conversation_id)
    if ticket is not None and _is_of(ticket.details.get("person"), personnummer):
        tickets.change(assembly, connection, ticket, details={})
    conversation = read_conversation(assembly, connection, conversation_id)
    if conversation is None or conversation.person is None:
        return
    if conversation.person.personnummer == personnummer:
        end_login(assembly, connection, conversation_id)
        record(
            assembly, connection, act="login.revoked", person=personnummer, about=conversation_id
        )


def _is_of(stored: object, personnummer: str) -> bool:
    return stored is not None and msgspec.convert(stored, Person).personnummer == personnummer


def unlink(
    assembly: Assembly, connection: Connection, conversation_id: str, person: Person
) -> None:
    """Logs a person out of one of their chats. Raises NotFoundError for any other chat."""
    owner_mac = connection.execute(
        select(conversations.c.person_mac).where(conversations.c.id == conversation_id)
    ).scalar()
    if owner_mac != assembly.keyring.mac("person", person.personnummer):
        raise NotFoundError("conversation")
    end_login(assembly, connection, conversation_id)
    record(
        assembly, connection, act="chat.unlinked", person=person.personnummer, about=conversation_id
    )
