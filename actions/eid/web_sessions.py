"""The server's side of a browser's session: who is logged in, and the one open e-ID order.

The cookie is 192 random bits and only its MAC is stored. A session gets a new id when an order
starts and when it completes, and the old id is dead at once: who knew it before (threat A2) has
nothing. The login ends after 30 minutes without a request, or with the conversation that it was for,
and the session after 8 hours (A11).
"""

from datetime import datetime, timedelta

import msgspec
from sqlalchemy import Connection, delete, insert, select, update

from actions.assembly import Assembly
from actions.conversation_rows import end_login, read_conversation
from actions.eid import returning
from actions.eid.port import Complete, Order
from actions.store.sealing import new_token
from actions.store.tables import conversations, web_sessions
from dialogs.conversation import Person
from dialogs.logins import LOGIN_IDLE, LOGIN_LONGEST, holds

IDLE, LONGEST = LOGIN_IDLE, LOGIN_LONGEST
#: Orders that a session may start without completing one (threat A12).
MOST_ORDERS = 5
ORDERS_WINDOW = timedelta(minutes=10)
#: References that a session may try in vain (threat B2).
MOST_MISSES = 30
MISSES_WINDOW = timedelta(minutes=10)
#: How old `seen_at` may be before it is written again.
TOUCH_AFTER = timedelta(minutes=1)


class OpenOrder(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An order and what it is for: a ticket's MAC or a page, so that it cannot serve another."""

    order: Order
    about: str
    #: The path of the page that it serves.
    base: str
    #: The secret of the address that the e-ID app leads back to; "" when it leads nowhere.
    return_token: str = ""
    #: The page has shown how to open the app on this device.
    app_shown: bool = False
    #: This browser came back by the return address, or with the answer of a provider's own pages.
    has_returned: bool = False
    #: The verified answer, until the page acts on it, and when it came.
    done: Complete | None = None
    done_at: datetime | None = None


class Chat(msgspec.Struct, frozen=True):
    """The conversation that this browser holds at /chat."""

    conversation_id: str
    #: Messages up to this number are not shown again: they were said before a long pause.
    hidden_to: int = 0


class SessionState(msgspec.Struct, frozen=True, omit_defaults=True):
    """What is sealed in the row."""

    form_token: str
    person: Person | None = None
    #: Name of the provider that the person logged in with.
    provider: str | None = None
    #: The conversation that the login was for: it ends with it. "" when it was for a page of ours.
    login_of: str = ""
    #: The secret of that login's way back, which nobody had come by: void, so is the login (A2, A3).
    login_way_back: str = ""
    order: OpenOrder | None = None
    #: The secret of the newest order's way back and the page that it was for, also when it is over.
    way_back: tuple[str, str] = ("", "")
    #: When orders were started since one was completed.
    orders_at: tuple[datetime, ...] = ()
    #: When it asked for filings that are not there, or not the person's.
    misses_at: tuple[datetime, ...] = ()
    chat: Chat | None = None
    #: A text key to show once, on the next page.
    notice: str | None = None


class WebSession(msgspec.Struct, frozen=True):
    """A session that is alive."""

    token: str
    state: SessionState
    created_at: datetime
    seen_at: datetime
    #: The login was idle too long, its conversation was ended, or it was void: `state` is already
    #: without it, the row is not.
    was_idle: bool = False

    @property
    def person(self) -> Person | None:
        return self.state.person


_decode = msgspec.json.Decoder(SessionState).decode


def load(assembly: Assembly, connection: Connection, token: str) -> WebSession | None:
    """The session with this cookie, or None when there is none or its time is up."""
    mac = _mac(assembly, token)
    row = connection.execute(
        select(web_sessions).where(web_sessions.c.mac == mac).with_for_update()
    ).one_or_none()
    now = assembly.now()
    if row is None or row.created_at + LONGEST <= now:
        return None
    state = _decode(assembly.keyring.row_key(mac, row.key).open(row.state, "state"))
    idle = (
        row.seen_at + IDLE <= now
        or _chat_has_ended(connection, state.login_of)
        or (state.person and returning.is_void(assembly, connection, state.login_way_back))
    )
    if idle:
        state = msgspec.structs.replace(
            state, person=None, login_of="", login_way_back="", order=None, notice=None
        )
    return WebSession(
        token=token,
        state=state,
        created_at=row.created_at,
        seen_at=row.seen_at,
        was_idle=bool(idle),
    )


def _chat_has_ended(connection: Connection, conversation_id: str) -> bool:
    """Who ends the conversation is done: the next person at this computer is not them (A11)."""
    if not conversation_id:
        return False
    query = select(conversations.c.id).where(conversations.c.id == conversation_id)
    return connection.execute(query).first() is None


def begin(
    assembly: Assembly,
    connection: Connection,
    state: SessionState,
    *,
    created_at: datetime | None = None,
) -> WebSession:
    """A new session, with a new id."""
    token = new_token()
    mac = _mac(assembly, token)
    key = assembly.keyring.new_row_key(mac)
    now = assembly.now()
    started = created_at or now
    connection.execute(
        insert(web_sessions).values(
            mac=mac,
            key=key.wrapped,
            state=key.seal(msgspec.json.encode(state), "state"),
            created_at=started,
            seen_at=now,
        )
    )
    return WebSession(token=token, state=state, created_at=started, seen_at=now)


def renew(
    assembly: Assembly,
    connection: Connection,
    session: WebSession,
    state: SessionState,
    *,
    fresh: bool = False,
) -> WebSession:
    """The session under a new id. The old id is dead. `fresh`: its eight hours begin now."""
    end(assembly, connection, session.token)
    created_at = None if fresh else session.created_at
    return begin(assembly, connection, state, created_at=created_at)


def store(
    assembly: Assembly, connection: Connection, session: WebSession, state: SessionState
) -> WebSession:
    """The session with a new state, under the same id. One that has ended stays ended."""
    mac = _mac(assembly, session.token)
    row = connection.execute(
        select(web_sessions.c.key).where(web_sessions.c.mac == mac)
    ).one_or_none()
    now = assembly.now()
    if row is not None:
        key = assembly.keyring.row_key(mac, row.key)
        sealed = key.seal(msgspec.json.encode(state), "state")
        connection.execute(
            update(web_sessions).where(web_sessions.c.mac == mac).values(state=sealed, seen_at=now)
        )
    return WebSession(token=session.token, state=state, created_at=session.created_at, seen_at=now)


def touch(assembly: Assembly, connection: Connection, token: str) -> WebSession | None:
    """Notes that the browser was here; makes an idle logout lasting. None when it has ended."""
    session = load(assembly, connection, token)
    if session is None:
        return None
    state = session.state
    if session.was_idle and state.chat is not None:
        state = msgspec.structs.replace(state, chat=_paused(assembly, connection, state.chat))
    return store(assembly, connection, session, state)


def _paused(assembly: Assembly, connection: Connection, chat: Chat) -> Chat:
    """What was said before the pause is not shown to whoever comes after it.

    Of somebody who was logged in it is shown when they log in again, else never.
    """
    conversation = read_conversation(assembly, connection, chat.conversation_id)
    if conversation is None:
        return chat
    if conversation.former is not None:
        if holds(conversation, assembly.now()):
            end_login(assembly, connection, chat.conversation_id)
        return chat
    last = connection.execute(
        select(conversations.c.last_number).where(conversations.c.id == chat.conversation_id)
    ).scalar()
    return msgspec.structs.replace(chat, hidden_to=last or chat.hidden_to)


def is_anothers(
    assembly: Assembly, connection: Connection, state: SessionState, person: Person
) -> bool:
    """Whether what the session holds is of somebody else than who logs in now (threat B3)."""
    known = state.person
    if known is None and state.chat is not None:
        chat = read_conversation(assembly, connection, state.chat.conversation_id)
        former = chat.former if chat is not None else None
        return former is not None and former.personnummer != person.personnummer
    return known is not None and known.personnummer != person.personnummer


def log_out(assembly: Assembly, connection: Connection, session: WebSession) -> None:
    """Ends the session, and the login of the chat that the person logged in for (threat A11)."""
    end(assembly, connection, session.token)
    chat, person = session.state.login_of, session.person
    conversation = read_conversation(assembly, connection, chat) if chat and person else None
    if conversation is not None and conversation.person == person:
        end_login(assembly, connection, chat)


def end(assembly: Assembly, connection: Connection, token: str) -> None:
    connection.execute(delete(web_sessions).where(web_sessions.c.mac == _mac(assembly, token)))


def delete_ended(connection: Connection, *, now: datetime) -> int:
    """Removes sessions whose time is up; returns how many."""
    old = web_sessions.c.created_at < now - LONGEST
    return connection.execute(delete(web_sessions).where(old)).rowcount


def recent_orders(state: SessionState, now: datetime) -> tuple[datetime, ...]:
    """When the orders of the last ten minutes were started."""
    return tuple(at for at in state.orders_at if at + ORDERS_WINDOW > now)


def recent_misses(state: SessionState, now: datetime) -> tuple[datetime, ...]:
    """When filings were asked for in vain in the last ten minutes."""
    return tuple(at for at in state.misses_at if at + MISSES_WINDOW > now)


def _mac(assembly: Assembly, token: str) -> str:
    return assembly.keyring.mac("web session", token)
