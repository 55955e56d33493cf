"""Forgetting: what a person wants deleted, at the word of that person only (row 30)."""

from datetime import UTC, datetime, timedelta

import msgspec
from sqlalchemy import Connection, delete, select

from actions import customer_service, preferences
from actions.assembly import Assembly
from actions.audit import record
from actions.conversation_rows import read_conversation
from actions.errors import NotFoundError
from actions.locked import read
from actions.store.tables import conversations, files, turns
from actions.store.tables import drafts as draft_rows
from actions.withdrawing import DELETABLE_STATUSES, delete_draft, is_received, withdraw
from dialogs.conversation import Draft, Person
from dialogs.logins import as_of, hidden_to
from dialogs.statuses import SIGNING_STATUSES

_EVER = datetime.min.replace(tzinfo=UTC)


def forget(assembly: Assembly, connection: Connection, conversation_id: str) -> None:
    """Deletes the drafts of who asks for it, what was said with them here, and their loose files.

    What is being signed is withdrawn first, so that those who were asked are told. What the
    municipality has received stays: that is kept by law and not by wish.
    """
    begun = _begun(assembly, connection, conversation_id)
    owner_mac = begun.owner_mac
    for draft_id in _drafts_of(connection, conversation_id, begun):
        _forget_draft(assembly, connection, draft_id)
    connection.execute(
        delete(turns).where(
            turns.c.conversation_id == conversation_id, turns.c.last_number > begun.number
        )
    )
    connection.execute(
        delete(files).where(
            files.c.conversation_id == conversation_id,
            files.c.draft_id.is_(None),
            files.c.created_at >= begun.at,
        )
    )
    customer_service.forget(connection, conversation_id, since=begun.at)
    preferences.forget(
        connection,
        preferences.of_conversation(conversation_id),
        *([preferences.of_person(owner_mac)] if owner_mac else []),
    )
    record(assembly, connection, act="person.forgotten", person=None, about=conversation_id)


class _Begun(msgspec.Struct, frozen=True):
    """Where what is the asking person's begins in a conversation."""

    #: MAC of the person, if one is logged in.
    owner_mac: str | None
    at: datetime
    #: The number of the last message before.
    number: int


def _begun(assembly: Assembly, connection: Connection, conversation_id: str) -> _Begun:
    """As it was when the turn began: the engine has logged the person out in it already.

    A login whose time was up says nothing of who asks now (threat A11), and what was said and begun
    before with somebody else is not for who asks to delete (threat B3).
    """
    stored = read_conversation(assembly, connection, conversation_id)
    if stored is None:
        raise NotFoundError("conversation")
    now = assembly.now()
    last = connection.execute(
        select(conversations.c.last_number).where(conversations.c.id == conversation_id)
    ).scalar_one()
    present = as_of(stored, now)
    person, former = present.person, present.former
    at = stored.hidden_at or _EVER
    if person is None and former is not None:
        at = max(at, former.until + timedelta(microseconds=1))
    return _Begun(
        owner_mac=None if person is None else assembly.keyring.mac("person", person.personnummer),
        at=at,
        number=hidden_to(stored, last, now),
    )


def _drafts_of(connection: Connection, conversation_id: str, begun: _Begun) -> tuple[str, ...]:
    """The person's own, and what they began in this conversation without anybody's e-ID."""
    nobodys = (
        draft_rows.c.owner_mac.is_(None)
        & (draft_rows.c.conversation_id == conversation_id)
        & (draft_rows.c.created_at >= begun.at)
    )
    owner_mac = begun.owner_mac
    theirs = nobodys if owner_mac is None else nobodys | (draft_rows.c.owner_mac == owner_mac)
    query = select(draft_rows.c.id).where(theirs).order_by(draft_rows.c.id)
    return tuple(connection.execute(query).scalars())


def _forget_draft(assembly: Assembly, connection: Connection, draft_id: str) -> None:
    locked = read(assembly, connection, draft_id, in_turn=True)
    if locked.status in SIGNING_STATUSES:
        withdraw(assembly, connection, draft_id, person=_owner(locked.draft), in_turn=True)
        locked = read(assembly, connection, draft_id, in_turn=True)
    received = is_received(connection, draft_id)
    if locked.status in DELETABLE_STATUSES and not received:
        delete_draft(connection, locked)


def _owner(draft: Draft) -> Person | None:
    """The draft's owner, who was found to be the one that asks."""
    return Person(personnummer=draft.owner, name="") if draft.owner is not None else None
