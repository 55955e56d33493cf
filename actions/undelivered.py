"""Links to those who sign that could not be delivered: the filer is told at once, with the remedy.

In the chat by role and way, and by mail that there is something to see: a mail holds nobody's role
(threat B9). If the other way to the same party is open, that is said calmly and nobody is alarmed.
Who has answered STOPP gets no reminders, and that is no alarm: the board says so.
"""

import logging
from collections.abc import Mapping
from typing import Literal

from sqlalchemy import Connection, select
from sqlalchemy.exc import DBAPIError

from actions import telling
from actions.assembly import Assembly
from actions.errors import NotFoundError
from actions.locked import Locked, lock
from actions.outbox import Leased, payload_of
from actions.parties import PartyView
from actions.sms_numbers import is_stopped
from actions.store.database import may_run_again
from actions.store.tables import outbox
from dialogs.events import Undelivered
from dialogs.statuses import Status

log = logging.getLogger(__name__)

#: Kinds of notice without which the filing waits for somebody who was never asked.
_INVITATIONS = frozenset({"invited", "changed", "reminded", "extended"})

#: Of these, the ones to whom has been asked already.
_REMINDERS = frozenset({"reminded", "extended"})

_Ways = Mapping[Literal["sms", "email"], str]


def tell_if_possible(assembly: Assembly, connection: Connection, message: Leased) -> None:
    """That a message was given up is recorded, whatever comes of telling the filer."""
    try:
        with connection.begin_nested():
            tell_undelivered(assembly, connection, message)
    except Exception as error:
        if isinstance(error, DBAPIError) and may_run_again(error):
            raise  # the whole transaction is run again, the telling with it
        log.exception("nobody was told that message %s is given up", message.id)


def tell_undelivered(assembly: Assembly, connection: Connection, message: Leased) -> None:
    """Tells the filer, if `message`, which was given up, was a link to somebody who has yet to sign.

    Once for each party, way and address. The desk sees all that was given up.
    """
    if message.draft_id is None or message.payload.get("kind") not in _INVITATIONS:
        return
    try:
        locked = lock(assembly, connection, message.draft_id)
    except NotFoundError:
        return  # deleted since
    party = next((each for each in locked.others if each.id == message.party_id), None)
    way: Literal["sms", "email"] = "sms" if message.channel == "sms" else "email"
    if party is None or party.state != "invited" or locked.status is not Status.AWAITING_PARTIES:
        return
    if _ways(party).get(way) != message.payload["to"]:
        return
    stopped = way == "sms" and is_stopped(assembly, connection, message.payload["to"])
    if stopped and message.payload["kind"] in _REMINDERS:
        return
    # A new version that somebody with STOPP is not asked to sign is told each time.
    if not stopped and _was_told(assembly, connection, message):
        return
    other_way_works = not is_unreached(connection, locked.draft.id, party)
    _tell_chat(assembly, connection, locked, party, way, works=other_way_works, stopped=stopped)
    if not other_way_works:
        _mail_filer(assembly, connection, locked, message)


def is_unreached(connection: Connection, draft_id: str, party: PartyView) -> bool:
    """Whether the newest link to a party was given up in each way that is known."""
    rows = connection.execute(
        select(outbox.c.channel, outbox.c.state, outbox.c.intent)
        .where(outbox.c.draft_id == draft_id, outbox.c.party_id == party.id)
        .order_by(outbox.c.created_at)
    ).all()
    newest = {
        row.channel: row.state for row in rows if row.intent.partition(":")[0] in _INVITATIONS
    }
    ways = _ways(party)
    return bool(ways) and all(newest.get(way) == "dead" for way in ways)


def wants_no_sms(assembly: Assembly, connection: Connection, party: PartyView) -> bool:
    """Whether an SMS is the only way to a party, who has answered STOPP."""
    if party.phone is None or party.email is not None:
        return False
    return is_stopped(assembly, connection, party.phone)


def _ways(party: PartyView) -> _Ways:
    ways: dict[Literal["sms", "email"], str] = {}
    if party.phone:
        ways["sms"] = party.phone
    if party.email:
        ways["email"] = party.email
    return ways


def _was_told(assembly: Assembly, connection: Connection, message: Leased) -> bool:
    """An earlier link to this party, over the same way to the same address, was given up too."""
    rows = connection.execute(
        select(outbox).where(
            outbox.c.draft_id == message.draft_id,
            outbox.c.party_id == message.party_id,
            outbox.c.channel == message.channel,
            outbox.c.state == "dead",
            outbox.c.id != message.id,
        )
    ).all()
    earlier = (payload_of(assembly.keyring, row) for row in rows)
    return any(
        payload["kind"] in _INVITATIONS and payload["to"] == message.payload["to"]
        for payload in earlier
    )


def _tell_chat(
    assembly: Assembly,
    connection: Connection,
    locked: Locked,
    party: PartyView,
    way: Literal["sms", "email"],
    *,
    works: bool,
    stopped: bool,
) -> None:
    if locked.conversation_id is None:
        return
    event = Undelivered(
        draft_id=locked.draft.id,
        reference=locked.draft.reference,
        party_id=party.id,
        role=party.role,
        way=way,
        other_way_works=works,
        stopped=stopped,
    )
    telling.tell(assembly, connection, [locked.conversation_id], event)


def _mail_filer(
    assembly: Assembly, connection: Connection, locked: Locked, message: Leased
) -> None:
    if locked.filer is None:
        return
    telling.notify(
        assembly,
        connection,
        locked.filer,
        kind="undelivered",
        occasion=message.id,
        language=locked.language,
        reference=locked.draft.reference,
        link=f"{telling.my_pages(assembly)}/{locked.draft.reference}",
        draft_id=locked.draft.id,
        channels=("email",),
    )
