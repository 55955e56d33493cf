"""Customer service in a conversation: who waits, who answers, and messages to be answered later.

The conversation's own state says how the assistant behaves; these rows are the desk's side of it.
Both change in one transaction, so after a restart everybody is where they were (rows 20 and 21).
"""

from datetime import datetime, timedelta
from typing import Any, Literal

import msgspec
from sqlalchemy import Connection, delete, func, insert, select, update

from actions import telling
from actions.assembly import Assembly
from actions.audit import record
from actions.conversation_rows import read_conversation
from actions.errors import NotFoundError, RefusedError
from actions.store.sealing import new_id
from actions.store.tables import conversations, help_requests
from dialogs.events import HandedBack, HumanReplied, HumanSaid, TakenOver, TakeoverAbandoned
from dialogs.logins import has_changed_hands
from dialogs.talk import MESSENGERS
from dialogs.world import Officer

#: Nobody is left waiting longer, nor without an answer once somebody has taken over.
LONGEST_WAIT = timedelta(minutes=20)
LONGEST_SILENCE = timedelta(minutes=10)
#: When neither says anything, the assistant answers again.
LONGEST_PAUSE = timedelta(minutes=30)
#: So much of a message is repeated in its answer.
_SHOWN_OF_MESSAGE = 80
_FIELD = "details"


class HelpRequest(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the queue."""

    id: str
    conversation_id: str
    #: "live": somebody waits in the conversation. "message": it is answered when there is time.
    kind: Literal["live", "message"]
    state: Literal["waiting", "taken", "done"]
    channel: str
    asked_at: datetime
    #: The message; empty for who waits.
    text: str
    #: Who has taken it over, by name.
    officer: str
    #: The same, to be recognised; None while nobody has.
    officer_mac: str | None = None
    ended_at: datetime | None = None


class _Details(msgspec.Struct, frozen=True, omit_defaults=True):
    """What is sealed in the row."""

    text: str = ""
    officer: str = ""


_decode = msgspec.json.Decoder(_Details).decode


# ── The person ────────────────────────────────────────────────────────────────────────────────


def ask(assembly: Assembly, connection: Connection, conversation_id: str) -> None:
    """Somebody waits from now on; whoever waits already goes on waiting."""
    open_ = select(help_requests.c.id).where(
        help_requests.c.conversation_id == conversation_id,
        help_requests.c.kind == "live",
        help_requests.c.state != "done",
    )
    if connection.execute(open_).first() is None:
        _put(assembly, connection, conversation_id, kind="live", details=_Details())


def leave_message(
    assembly: Assembly, connection: Connection, conversation_id: str, text: str
) -> None:
    """A message that customer service answers when there is time."""
    _put(assembly, connection, conversation_id, kind="message", details=_Details(text=text))


def end(assembly: Assembly, connection: Connection, conversation_id: str) -> None:
    """The person waits no longer, or has ended the talk."""
    connection.execute(
        update(help_requests)
        .where(help_requests.c.conversation_id == conversation_id, help_requests.c.kind == "live")
        .values(state="done", ended_at=assembly.now())
    )


def forget(connection: Connection, conversation_id: str, *, since: datetime | None = None) -> None:
    """Deletes what was asked there, or what was asked there `since`."""
    asked_there = help_requests.c.conversation_id == conversation_id
    if since is not None:
        asked_there &= help_requests.c.asked_at >= since
    connection.execute(delete(help_requests).where(asked_there))


# ── Customer service ──────────────────────────────────────────────────────────────────────────


def queue(assembly: Assembly, connection: Connection) -> tuple[HelpRequest, ...]:
    """Who waits and who is being answered, then messages; the longest wait first."""
    rows = connection.execute(
        _SELECT.where(help_requests.c.state != "done").order_by(
            help_requests.c.kind, help_requests.c.asked_at
        )
    ).all()
    return tuple(_view(assembly, row) for row in rows)


def load(assembly: Assembly, connection: Connection, request_id: str) -> HelpRequest:
    """Raises NotFoundError."""
    row = connection.execute(_SELECT.where(help_requests.c.id == request_id)).one_or_none()
    if row is None:
        raise NotFoundError("help request")
    return _view(assembly, row)


def count_waiting(connection: Connection) -> int:
    """How many wait: for somebody to take over, or for an answer to their message."""
    rows = select(func.count()).select_from(help_requests)
    return connection.execute(rows.where(help_requests.c.state == "waiting")).scalar_one()


def is_of(assembly: Assembly, request: HelpRequest, officer: Officer) -> bool:
    """Whether this officer has taken it over."""
    return request.officer_mac == assembly.keyring.mac("person", officer.personnummer)


def take_over(
    assembly: Assembly, connection: Connection, request_id: str, officer: Officer
) -> tuple[str, ...]:
    """The officer answers there from now on. Returns the conversations told.

    Raises NotFoundError; RefusedError "takeover_taken" when another was quicker or nobody waits.
    """
    request = _lock(assembly, connection, request_id)
    if request.kind != "live" or request.state != "waiting":
        raise RefusedError("takeover_taken")
    _become(assembly, connection, request, state="taken", officer=officer)
    record(
        assembly,
        connection,
        act="conversation.taken_over",
        person=officer.personnummer,
        about=request.conversation_id,
    )
    event = TakenOver(officer=officer.name)
    return telling.tell(assembly, connection, [request.conversation_id], event)


def say(
    assembly: Assembly, connection: Connection, request_id: str, officer: Officer, text: str
) -> tuple[str, ...]:
    """The officer's words to the person; a message is answered by them. Returns who was told.

    Raises NotFoundError; RefusedError "takeover_taken" when it is not theirs, "takeover_ended" when
    the person has left, "takeover_away" when who left the message is not logged in there any more,
    "takeover_empty".
    """
    if not text.strip():
        raise RefusedError("takeover_empty")
    request = _lock(assembly, connection, request_id)
    if request.state == "done":
        raise RefusedError("takeover_ended")
    if request.kind == "message":
        _check_is_there(assembly, connection, request)
        _become(assembly, connection, request, state="done", officer=officer)
        event: HumanReplied | HumanSaid = HumanReplied(
            officer=officer.name,
            text=text.strip(),
            about=_shortened(request.text),
            asked_at=request.asked_at,
        )
    else:
        _check_theirs(assembly, request, officer)
        connection.execute(
            update(help_requests)
            .where(help_requests.c.id == request_id)
            .values(spoke_at=assembly.now())
        )
        event = HumanSaid(officer=officer.name, text=text.strip())
    record(
        assembly,
        connection,
        act="conversation.answered",
        person=officer.personnummer,
        about=request.conversation_id,
    )
    return telling.tell(assembly, connection, [request.conversation_id], event)


def hand_back(
    assembly: Assembly, connection: Connection, request_id: str, officer: Officer, *, note: str = ""
) -> tuple[str, ...]:
    """The assistant answers again, where the person was. Returns the conversations told.

    Raises as `say`.
    """
    request = _lock(assembly, connection, request_id)
    if request.state == "done":
        raise RefusedError("takeover_ended")
    _check_theirs(assembly, request, officer)
    _become(assembly, connection, request, state="done")
    record(
        assembly,
        connection,
        act="conversation.handed_back",
        person=officer.personnummer,
        about=request.conversation_id,
    )
    event = HandedBack(officer=officer.name, note=note.strip())
    return telling.tell(assembly, connection, [request.conversation_id], event)


def sweep(assembly: Assembly, connection: Connection) -> tuple[str, ...]:
    """Nobody is left waiting for ever: what time has ended is told. Returns the conversations told."""
    now = assembly.now()
    told: list[str] = []
    rows = connection.execute(
        select(
            help_requests.c.id, help_requests.c.state, help_requests.c.asked_at,
            help_requests.c.spoke_at, conversations.c.seen_at,
        )
        .join(conversations, conversations.c.id == help_requests.c.conversation_id)
        .where(help_requests.c.kind == "live", help_requests.c.state != "done")
        .order_by(help_requests.c.asked_at)
    ).all()  # fmt: skip
    for row in rows:
        if not _is_over(row, now):
            continue
        request = _lock(assembly, connection, row.id)
        _become(assembly, connection, request, state="done")
        is_unanswered = row.state == "waiting" or row.seen_at > row.spoke_at
        event = (
            TakeoverAbandoned(officer=request.officer)
            if is_unanswered
            else HandedBack(officer=request.officer)
        )
        told += telling.tell(assembly, connection, [request.conversation_id], event)
    return tuple(told)


def _is_over(row: Any, now: datetime) -> bool:
    if row.state == "waiting":
        return bool(now - row.asked_at > LONGEST_WAIT)
    if row.seen_at > row.spoke_at:
        return bool(now - row.seen_at > LONGEST_SILENCE)
    return bool(now - row.spoke_at > LONGEST_PAUSE)


# ── Rows ──────────────────────────────────────────────────────────────────────────────────────


def _put(
    assembly: Assembly,
    connection: Connection,
    conversation_id: str,
    *,
    kind: Literal["live", "message"],
    details: _Details,
) -> None:
    request_id = new_id()
    key = assembly.keyring.new_row_key(request_id)
    connection.execute(
        insert(help_requests).values(
            id=request_id,
            conversation_id=conversation_id,
            kind=kind,
            state="waiting",
            key=key.wrapped,
            details=key.seal(msgspec.json.encode(details), _FIELD),
            asked_at=assembly.now(),
        )
    )


def _lock(assembly: Assembly, connection: Connection, request_id: str) -> HelpRequest:
    """Raises NotFoundError."""
    query = _SELECT.where(help_requests.c.id == request_id).with_for_update(of=help_requests)
    row = connection.execute(query).one_or_none()
    if row is None:
        raise NotFoundError("help request")
    return _view(assembly, row)


def _become(
    assembly: Assembly,
    connection: Connection,
    request: HelpRequest,
    *,
    state: Literal["taken", "done"],
    officer: Officer | None = None,
) -> None:
    now = assembly.now()
    changes: dict[str, Any] = {"state": state}
    if state == "taken":
        changes["spoke_at"] = now
    else:
        changes["ended_at"] = now
    if officer is not None:
        wrapped = connection.execute(
            select(help_requests.c.key).where(help_requests.c.id == request.id)
        ).scalar_one()
        key = assembly.keyring.row_key(request.id, wrapped)
        details = _Details(text=request.text, officer=officer.name)
        changes["details"] = key.seal(msgspec.json.encode(details), _FIELD)
        changes["officer_mac"] = assembly.keyring.mac("person", officer.personnummer)
    connection.execute(
        update(help_requests).where(help_requests.c.id == request.id).values(**changes)
    )


def _check_theirs(assembly: Assembly, request: HelpRequest, officer: Officer) -> None:
    if request.state != "taken" or not is_of(assembly, request, officer):
        raise RefusedError("takeover_taken")


def _view(assembly: Assembly, row: Any) -> HelpRequest:
    details = _decode(assembly.keyring.row_key(row.id, row.key).open(row.details, _FIELD))
    return HelpRequest(
        id=row.id,
        conversation_id=row.conversation_id,
        kind=row.kind,
        state=row.state,
        channel=row.channel,
        asked_at=row.asked_at,
        text=details.text,
        officer=details.officer,
        officer_mac=row.officer_mac,
        ended_at=row.ended_at,
    )


def _check_is_there(assembly: Assembly, connection: Connection, request: HelpRequest) -> None:
    """An answer is for who asked, and repeats the question (threats A11, B3)."""
    conversation = read_conversation(assembly, connection, request.conversation_id)
    if conversation is None:
        raise NotFoundError("conversation")
    former, asked_at = conversation.former, request.asked_at
    is_over = conversation.person is None and former is not None and asked_at <= former.until
    if has_changed_hands(conversation, asked_at) or (
        is_over and conversation.channel not in MESSENGERS
    ):
        raise RefusedError("takeover_away")


def _shortened(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _SHOWN_OF_MESSAGE else flat[: _SHOWN_OF_MESSAGE - 1] + "…"


_SELECT = select(help_requests, conversations.c.channel).join(
    conversations, conversations.c.id == help_requests.c.conversation_id
)
