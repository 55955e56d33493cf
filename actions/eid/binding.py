"""Tying a login in a browser back to the chat that asked for it (threat A1).

The browser that holds the chat's own cookie goes straight on. Any other browser shows six digits;
only who sees both the browser and the chat can give them back, so a link that was sent to somebody
else gives its sender nothing. Five minutes, three tries.
"""

import hmac
import secrets
from datetime import timedelta

import msgspec
from sqlalchemy import Connection

from actions import tickets
from actions.assembly import Assembly
from actions.audit import record
from dialogs.conversation import Conversation, Person
from dialogs.events import Event, LoggedIn, LoginFailed, Said

CODE_LIFE = timedelta(minutes=5)
CODE_TRIES = 3
_CODE_DIGITS = 6


def new_code() -> str:
    return "".join(secrets.choice("0123456789") for _ in range(_CODE_DIGITS))


def logged_in(
    assembly: Assembly, connection: Connection, *, conversation_id: str, person: Person
) -> LoggedIn:
    """The event of a login that is tied to the conversation."""
    record(assembly, connection, act="login", person=person.personnummer, about=conversation_id)
    return LoggedIn(person=person)


def redeem_code(
    assembly: Assembly, connection: Connection, conversation: Conversation, said: Said
) -> Event:
    """What a message means while the chat waits for the browser's code.

    Only six digits are taken for the code (spaces and a dash are allowed); all else stays what it is.
    """
    code = said.text.replace(" ", "").replace("-", "").strip()
    # ASCII: other scripts' digits are no code of ours, and cannot be compared in constant time.
    if len(code) != _CODE_DIGITS or not (code.isascii() and code.isdigit()):
        return said
    ticket = tickets.newest_login(assembly, connection, conversation.id)
    if ticket is None or "code" not in ticket.details:
        return said
    now = assembly.now()
    if ticket.used_at is None or now > ticket.used_at + CODE_LIFE:
        return LoginFailed(reason="code_too_old")
    if ticket.tries >= CODE_TRIES:
        return LoginFailed(reason="code_tries")
    if not hmac.compare_digest(ticket.details["code"], code):
        record(assembly, connection, act="login.wrong_code", person=None, about=conversation.id)
        tickets.change(assembly, connection, ticket, tries=ticket.tries + 1)
        last = ticket.tries + 1 >= CODE_TRIES
        return LoginFailed(reason="code_tries" if last else "code_wrong")
    person = msgspec.convert(ticket.details["person"], Person)
    tickets.change(assembly, connection, ticket, details={})
    return logged_in(assembly, connection, conversation_id=conversation.id, person=person)
