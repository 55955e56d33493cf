"""Telling people that something happened to a filing: by mail and SMS, and in their chat.

A notice to a citizen holds a kind, the reference and a link, nothing else (threats B9, D13). It is
stored in the transaction of what it tells about, so it goes out if and only if that happened.
"""

import logging
from collections.abc import Iterable
from datetime import datetime
from typing import Literal

from sqlalchemy import Connection, select
from sqlalchemy.exc import DBAPIError

from actions import drafts, outbox
from actions.assembly import Assembly
from actions.conversation_rows import read_conversation
from actions.parties import PartyView
from actions.preferences import Preferences
from actions.revisions import Contact
from actions.store.database import may_run_again
from actions.store.tables import conversations
from dialogs.clock import STOCKHOLM
from dialogs.conversation import Draft
from dialogs.events import Event, HappenedToFormers, Reminded, Signed, StatusChanged, Undelivered
from dialogs.logins import Hears, as_of, hears_of
from dialogs.talk import MESSENGERS
from dialogs.texts import SWEDISH

log = logging.getLogger(__name__)

#: A `NoticeKind`, or what only staff gets.
NoticeName = Literal[
    "invited",
    "reminded",
    "received",
    "status_changed",
    "party_signed",
    "declined",
    "withdrawn",
    "expired",
    "changed",
    "reopened",
    "draft_waiting",
    "draft_expiring",
    "extended",
    "undelivered",
    "new_case",
    "case_withdrawn",
    "case_completed",
    "call_human",
]


def notify(
    assembly: Assembly,
    connection: Connection,
    contact: Contact | PartyView | Preferences,
    *,
    kind: NoticeName,
    occasion: str,
    language: str,
    reference: str,
    link: str,
    draft_id: str,
    party_id: str | None = None,
    channels: Iterable[Literal["sms", "email"]] = ("sms", "email"),
    due_at: datetime | None = None,
    until: datetime | None = None,
    asked: bool = False,
) -> bool:
    """Puts a notice to a citizen into the outbox, over each way that is known.

    `occasion` makes the notice unique: the same occasion tells once. `until`: a last day to tell.
    `asked`: the receiver has asked for it, so it goes also to who wants no SMS.
    False: no way is known.
    """
    params = {
        "municipality": assembly.world().municipality.name,
        "reference": reference,
        "link": link,
    }
    if until is not None:
        params["until"] = until.astimezone(STOCKHOLM).date().isoformat()
    addresses = {"sms": contact.phone, "email": contact.email}
    told = False
    for channel in channels:
        to = addresses[channel]
        if not to:
            continue
        told = True
        outbox.put(
            connection,
            assembly.keyring,
            intent=f"{kind}:{occasion}:{channel}",
            channel=channel,
            payload={
                "to": to,
                "kind": kind,
                "language": language,
                "params": params,
                **({"asked": True} if asked else {}),
            },
            now=assembly.now(),
            due_at=due_at,
            draft_id=draft_id,
            party_id=party_id,
        )
    return told


def mail_staff(
    assembly: Assembly,
    connection: Connection,
    *,
    to: str,
    kind: Literal["new_case", "case_withdrawn", "case_completed", "call_human"],
    occasion: str,
    params: dict[str, str],
    draft_id: str | None = None,
) -> None:
    """A mail to a unit or to customer service, in Swedish."""
    outbox.put(
        connection,
        assembly.keyring,
        intent=f"{kind}:{occasion}:email",
        channel="email",
        payload={"to": to, "kind": kind, "language": SWEDISH, "params": params},
        now=assembly.now(),
        draft_id=draft_id,
    )


def my_pages(assembly: Assembly) -> str:
    """Where a notice leads that is not about signing: opens nothing without e-ID."""
    return f"{assembly.public_url}/mina-sidor"


def conversations_of(connection: Connection, owner_mac: str | None) -> frozenset[str]:
    """The conversations in which this person is logged in."""
    if owner_mac is None:
        return frozenset()
    query = select(conversations.c.id).where(conversations.c.person_mac == owner_mac)
    return frozenset(connection.execute(query).scalars())


def tell(
    assembly: Assembly, connection: Connection, conversation_ids: Iterable[str], event: Event
) -> tuple[str, ...]:
    """Runs a turn with `event` in each conversation that still exists; returns those told.

    What happened is more important than its telling: a signature is not lost because a chat could
    not be told. The failure is logged, and the notice by mail or SMS does not depend on it. What is
    about a filing is told only to its person (threats A11, B3).
    """
    # Imported here because a turn carries out effects, and effects tell.
    from actions.turn import TurnRequest, run_turn

    told = []
    draft = _draft_of(assembly, connection, event)
    for conversation_id in sorted(set(conversation_ids)):
        conversation = read_conversation(assembly, connection, conversation_id)
        if conversation is None:
            continue
        hears: Hears = "all"
        if draft is not None:
            own_app = conversation.channel in MESSENGERS
            hears = hears_of(conversation, draft, own_app=own_app)
        if hears == "nothing":
            continue
        try:
            with connection.begin_nested():
                run_turn(
                    assembly,
                    connection,
                    TurnRequest(
                        conversation_id=conversation_id,
                        event=event if hears == "all" else HappenedToFormers(),
                    ),
                )
        except Exception as error:
            if isinstance(error, DBAPIError) and may_run_again(error):
                raise  # the whole transaction is run again, the telling with it
            log.exception("a conversation was not told of %s", type(event).__name__)
            continue
        told.append(conversation_id)
    return tuple(told)


def tell_status(
    assembly: Assembly,
    connection: Connection,
    conversation_ids: Iterable[str],
    *,
    draft_id: str,
    owner_mac: str | None,
    by: str = "",
    reason: str = "",
) -> tuple[str, ...]:
    """Tells each conversation the filing's status of now.

    `reason` is somebody's own words: only a chat of ours where the owner is logged in hears them.
    """
    case = drafts.summary(connection, draft_id)
    told: list[str] = []
    for conversation_id in sorted(set(conversation_ids)):
        private = bool(reason) and _hears_details(assembly, connection, conversation_id, owner_mac)
        event = StatusChanged(case=case, by=by, reason=reason if private else "")
        told += tell(assembly, connection, [conversation_id], event)
    return tuple(told)


def _draft_of(assembly: Assembly, connection: Connection, event: Event) -> Draft | None:
    """The filing that the event is about, if it is about one."""
    match event:
        case Signed(draft_id=draft_id) | Undelivered(draft_id=draft_id):
            return drafts.load(assembly, connection, draft_id).draft
        case StatusChanged(case=case):
            return drafts.load(assembly, connection, case.draft_id).draft
        case Reminded(draft=draft):
            return draft
        case _:
            return None


def _hears_details(
    assembly: Assembly, connection: Connection, conversation_id: str, owner_mac: str | None
) -> bool:
    conversation = read_conversation(assembly, connection, conversation_id)
    if conversation is None or conversation.channel in MESSENGERS:
        return False
    person = as_of(conversation, assembly.now()).person
    return person is not None and assembly.keyring.mac("person", person.personnummer) == owner_mac
