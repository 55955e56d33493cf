"""The turn: the only way anything happens to a conversation.

One turn loads the conversation and its draft, lets the engine decide, carries out what it decided
and stores the messages, all in one transaction. Nothing leaves the process before the commit, and
nothing slow or remote happens inside. The turns of a batch share the transaction and its statements
(`actions.store.writer`); a turn whose computing fails is left out of it.
"""

import secrets
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import Connection

from actions import drafts, effects, elsewhere, links, outbox
from actions.assembly import Assembly
from actions.conversation_rows import decode_conversation
from actions.eid.binding import redeem_code
from actions.errors import ConflictError, NotFoundError
from actions.knowing import learn
from actions.references import new_reference
from actions.store.many import ManyInserts, ManySelects, ManyUpdates
from actions.store.sealing import RowKey, new_id
from actions.store.tables import conversations, to_micros, turns
from actions.store.writer import LATER, Failed, Later
from dialogs.conversation import Conversation
from dialogs.engine import Fresh, Known, NeedsKnown, Turn, advance
from dialogs.events import Event, LoggedIn, Said, Spoke
from dialogs.logins import as_of
from dialogs.messages import Message

#: Channels whose messages are delivered by the outbox instead of by the answer to a request.
DELIVERED_CHANNELS = frozenset({"telegram"})

decode_messages = msgspec.json.Decoder(tuple[Message, ...]).decode
_encode = msgspec.json.Encoder().encode


class TurnRequest(msgspec.Struct, frozen=True):
    """An event for a conversation. `message_id` is the sender's; the same id has one effect."""

    conversation_id: str
    event: Event
    message_id: str | None = None
    #: Digest of what came under `message_id`; another one under the same id is refused.
    digest: str | None = None


class TurnResult(msgspec.Struct, frozen=True):
    """What was stored. `messages` also holds the person's own."""

    conversation_id: str
    channel: str
    messages: tuple[Message, ...]
    #: The message id had been seen before: these are the messages of then.
    repeated: bool = False

    @property
    def answers(self) -> tuple[Message, ...]:
        return tuple(message for message in self.messages if message.sender != "person")


class _Loaded(msgspec.Struct):
    """One conversation of the batch."""

    request: TurnRequest
    row: Any
    key: RowKey
    conversation: Conversation
    draft: drafts.StoredDraft | None
    #: Drafts of the same person that the engine asked for during the turn.
    others: dict[str, drafts.StoredDraft] = {}


class _Written(msgspec.Struct, frozen=True):
    """The rows that one turn leads to."""

    result: TurnResult
    conversation: dict[str, Any]
    draft_update: dict[str, Any] | None
    draft_insert: dict[str, Any] | None
    turn: dict[str, Any]


def run_turns(
    assembly: Assembly, connection: Connection, requests: Sequence[TurnRequest]
) -> list[TurnResult | Failed | Later]:
    """Runs one turn for each request and writes them together. One result a request, in order."""
    outcomes: list[TurnResult | Failed | Later | None] = [None] * len(requests)
    chosen: dict[str, int] = {}
    for index, request in enumerate(requests):
        if request.conversation_id in chosen:
            outcomes[index] = LATER
        else:
            chosen[request.conversation_id] = index

    # Locked before anything is compared: two devices at once then simply come one after another.
    found = _SELECT_CONVERSATIONS.run(connection, [(each,) for each in sorted(chosen)])
    rows = {row.id: row for row in found}
    repeated = _repeated(assembly, connection, requests, chosen.values(), rows)
    fresh = {
        conversation_id: index for conversation_id, index in chosen.items() if index not in repeated
    }
    stored_drafts = drafts.load_many(
        assembly, connection, [rows[i].draft_id for i in fresh if i in rows and rows[i].draft_id]
    )
    taken: set[str] = set()
    written: list[_Written] = []
    now = assembly.now()
    for conversation_id, index in chosen.items():
        if index in repeated:
            outcomes[index] = repeated[index]
            continue
        row = rows.get(conversation_id)
        if row is None:
            outcomes[index] = Failed(NotFoundError("conversation"))
            continue
        if row.draft_id is not None:
            if row.draft_id in taken:
                outcomes[index] = LATER
                continue
            taken.add(row.draft_id)
        loaded = _load(assembly, requests[index], row, stored_drafts.get(row.draft_id))
        try:
            one = _run(assembly, connection, loaded, now)
        except Exception as error:
            outcomes[index] = Failed(error)
            continue
        written.append(one)
        outcomes[index] = one.result
    _write(connection, written)
    return [outcome for outcome in outcomes if outcome is not None]


def run_turn(assembly: Assembly, connection: Connection, request: TurnRequest) -> TurnResult:
    """One turn within somebody else's transaction: what the world did, e.g. a signature."""
    outcome = run_turns(assembly, connection, [request])[0]
    if isinstance(outcome, Failed):
        raise outcome.error
    if isinstance(outcome, Later):  # one request cannot wait for another
        raise AssertionError("a single turn was put off")
    return outcome


def _repeated(
    assembly: Assembly,
    connection: Connection,
    requests: Sequence[TurnRequest],
    indices: Any,
    rows: dict[str, Any],
) -> dict[int, TurnResult | Failed]:
    """The requests whose message id was stored before, with the answer of then."""
    asked = {
        (requests[i].conversation_id, requests[i].message_id): i
        for i in indices
        if requests[i].message_id is not None
    }
    if not asked:
        return {}
    found: dict[int, TurnResult | Failed] = {}
    for turn in _SELECT_TURNS.run(connection, list(asked)):
        index = asked[turn.conversation_id, turn.message_id]
        if turn.digest != requests[index].digest:
            found[index] = Failed(ConflictError("the message id was used for another message"))
            continue
        row = rows[turn.conversation_id]
        key = assembly.keyring.row_key(row.id, row.key)
        found[index] = TurnResult(
            conversation_id=row.id,
            channel=row.channel,
            messages=decode_messages(key.open(turn.messages, f"turn {turn.number}")),
            repeated=True,
        )
    return found


def _load(
    assembly: Assembly, request: TurnRequest, row: Any, draft: drafts.StoredDraft | None
) -> _Loaded:
    key = assembly.keyring.row_key(row.id, row.key)
    conversation = decode_conversation(key.open(row.state, "state"))
    return _Loaded(request=request, row=row, key=key, conversation=conversation, draft=draft)


def _run(assembly: Assembly, connection: Connection, loaded: _Loaded, now: datetime) -> _Written:
    """Computes one turn, and carries out its effects inside a savepoint."""
    event = loaded.request.event
    if loaded.conversation.awaiting_code and isinstance(event, Said):
        event = redeem_code(assembly, connection, loaded.conversation, event)
    turn = _advance(assembly, connection, loaded, event, now)
    if not turn.effects and not any(message.links for message in turn.messages):
        return _rows(assembly, connection, loaded, turn, now)
    with connection.begin_nested():
        turn = effects.carry_out(assembly, connection, turn, before=loaded.draft)
        turn = links.fill_in(assembly, connection, turn)
        return _rows(assembly, connection, loaded, turn, now)


def _advance(
    assembly: Assembly, connection: Connection, loaded: _Loaded, event: Event, now: datetime
) -> Turn:
    world = assembly.world()
    known = Known()
    draft = loaded.draft.draft if loaded.draft else None
    asker = _asker(loaded.conversation, event, now)
    while True:
        turn = advance(world, loaded.conversation, draft, event, now, known)
        if not isinstance(turn, NeedsKnown):
            return turn
        if turn.fresh:
            known = msgspec.structs.replace(known, fresh=_fresh())
            continue
        known, others = learn(assembly, connection, asker, turn, known, now)
        loaded.others = {**loaded.others, **others}


def _asker(conversation: Conversation, event: Event, now: datetime) -> Conversation:
    """The conversation with the person whose filings may be looked up in this turn.

    That is who logs in with it, and nobody when the login has been idle too long (threat A11).
    """
    if isinstance(event, LoggedIn):
        return msgspec.structs.replace(conversation, person=event.person)
    return as_of(conversation, now) if isinstance(event, (Said, Spoke)) else conversation


def _fresh() -> Fresh:
    return Fresh(
        draft_id=new_id(),
        reference=new_reference(),
        shown_number=str(secrets.randbelow(90) + 10),
    )


def _rows(
    assembly: Assembly, connection: Connection, loaded: _Loaded, turn: Turn, now: datetime
) -> _Written:
    row, key = loaded.row, loaded.key
    number = row.last_number + 1
    said = () if turn.said is None else (Message(text=turn.said, sender="person"),)
    messages = tuple(
        msgspec.structs.replace(message, number=number + place)
        for place, message in enumerate(said + turn.messages)
    )
    last = row.last_number + len(messages)
    conversation = _hiding(loaded.conversation, turn.conversation, row.last_number, now)
    if row.channel in DELIVERED_CHANNELS and turn.messages:
        outbox.put(
            connection,
            assembly.keyring,
            intent=f"{row.channel}:{row.id}:{number}",
            channel=row.channel,
            payload={"conversation_id": row.id, "number": number},
            now=now,
        )
    person = conversation.person
    draft_update, draft_insert = _draft_rows(assembly, loaded, turn, now)
    if draft_update is not None:
        _tell_other_devices(assembly, connection, loaded, turn)
    return _Written(
        result=TurnResult(conversation_id=row.id, channel=row.channel, messages=messages),
        conversation={
            "id": row.id,
            "state": key.seal(_encode(conversation), "state"),
            "draft_id": conversation.draft_id,
            "person_mac": person and assembly.keyring.mac("person", person.personnummer),
            "last_number": last,
            "version": row.version + 1,
            "seen_at": to_micros(now),
        },
        draft_update=draft_update,
        draft_insert=draft_insert,
        turn={
            "conversation_id": row.id,
            "number": number,
            "last_number": last,
            "message_id": loaded.request.message_id,
            "digest": loaded.request.digest,
            "messages": key.seal(_encode(messages), f"turn {number}"),
            "at": to_micros(now),
        },
    )


def _hiding(
    before: Conversation, after: Conversation, last_number: int, now: datetime
) -> Conversation:
    """When another person has logged in, all that was said before is hidden from now on (B3).

    When a login has ended it is hidden until the same person logs in again (A11). Who says that what
    was begun here is somebody else's begins anew too.
    """
    if after.hidden_at is not None and after.hidden_at != before.hidden_at:
        return msgspec.structs.replace(after, hidden_to=last_number)
    if after.person is None:
        has_ended = before.person is not None and after.former is not None
        return msgspec.structs.replace(after, paused_to=last_number) if has_ended else after
    was, is_now = before.former, after.former
    if was is None or is_now is None or was.personnummer == is_now.personnummer:
        return msgspec.structs.replace(after, paused_to=0)
    return msgspec.structs.replace(after, hidden_to=last_number, hidden_at=now, paused_to=0)


def _draft_rows(
    assembly: Assembly, loaded: _Loaded, turn: Turn, now: datetime
) -> tuple[dict[str, Any] | None, dict[str, Any] | None]:
    draft = turn.draft
    if draft is None:
        return None, None
    stored = loaded.draft
    if stored is None or stored.draft.id != draft.id:
        stored = loaded.others.get(draft.id)
    if stored is None:
        return None, drafts.insertion(assembly, draft, loaded.row.id, now)
    if draft == stored.draft and not stored.is_discarded:
        return None, None
    return drafts.changing(assembly, stored, draft, loaded.row.id, now), None


def _tell_other_devices(
    assembly: Assembly, connection: Connection, loaded: _Loaded, turn: Turn
) -> None:
    """When the draft was last edited in another conversation, that one is told once (row 27)."""
    draft, stored = turn.draft, loaded.draft
    if draft is None or stored is None or stored.draft.id != draft.id:
        return
    if stored.conversation_id in (None, loaded.row.id) or stored.draft.answers == draft.answers:
        return
    elsewhere.put(
        assembly,
        connection,
        draft_id=draft.id,
        conversation_id=loaded.row.id,
        occasion=str(stored.version + 1),
        path=draft.trail[-1] if draft.trail != stored.draft.trail and draft.trail else None,
    )


def _write(connection: Connection, written: Sequence[_Written]) -> None:
    """All rows of the batch, one statement a table."""
    if not written:
        return
    inserts = [one.draft_insert for one in written if one.draft_insert]
    if inserts:
        drafts.INSERT.run(connection, inserts)
    updates = [one.draft_update for one in written if one.draft_update]
    if updates:
        drafts.UPDATE.run(connection, updates)
    _UPDATE_CONVERSATIONS.run(connection, [one.conversation for one in written])
    _INSERT_TURNS.run(connection, [one.turn for one in written])


_SELECT_CONVERSATIONS = ManySelects(
    conversations,
    ("id", "channel", "key", "state", "draft_id", "last_number", "version"),
    by=("id",),
    lock=True,
)
_SELECT_TURNS = ManySelects(
    turns,
    ("conversation_id", "message_id", "digest", "number", "messages"),
    by=("conversation_id", "message_id"),
)
_UPDATE_CONVERSATIONS = ManyUpdates(
    conversations, ("state", "draft_id", "person_mac", "last_number", "version", "seen_at")
)
_INSERT_TURNS = ManyInserts(turns)
