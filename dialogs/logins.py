"""How long a login holds in a conversation, and what is left when it ends (threat A11).

Half an hour after the last word, or eight hours after it began, nobody is logged in. Whoever comes
next finds a conversation that begins there: what was said before is not shown, and what was left open
is put aside for who was logged in, and given back when that person logs in again.
"""

from datetime import datetime, timedelta
from typing import Literal

import msgspec

from dialogs.conversation import Conversation, Draft, Former, LeftOpen, Person

#: A login lasts so long after the last thing that the person did …
LOGIN_IDLE = timedelta(minutes=30)
#: … and so long in all.
LOGIN_LONGEST = timedelta(hours=8)

#: Parts of an answer that has begun; anything else that was asked is asked again.
_PARTS = ("files", "other")


def holds(conversation: Conversation, now: datetime) -> bool:
    """Whether somebody is logged in now. The stored state is changed only when something happens."""
    until = conversation.login_until
    return conversation.person is not None and (until is None or now <= until)


def held(conversation: Conversation, person: Person, now: datetime) -> Conversation:
    """The person did something, so the login lasts on."""
    since = conversation.login_since or now
    until = min(now + LOGIN_IDLE, since + LOGIN_LONGEST)
    return msgspec.structs.replace(
        conversation,
        person=person,
        login_since=since,
        login_until=until,
        former=Former(personnummer=person.personnummer, until=until),
    )


def ended(conversation: Conversation, at: datetime) -> Conversation:
    """Without the login, which ended `at` or earlier."""
    person, until = conversation.person, conversation.login_until
    if person is None:
        return conversation
    left = LeftOpen(
        pending=conversation.pending,
        fragment=conversation.fragment,
        parked=conversation.parked,
        wishes=conversation.wishes,
        completing=conversation.completing,
    )
    return msgspec.structs.replace(
        conversation,
        person=None,
        login_since=None,
        login_until=None,
        former=Former(
            personnummer=person.personnummer, until=min(at, until) if until else at, left=left
        ),
        pending=None,
        failures=0,
        fragment="",
        parked=(),
        wishes={},
        completing=None,
        offered={},
        counted=0,
    )


def given_back(conversation: Conversation, left: LeftOpen) -> Conversation:
    """With what the same person had left open; what began meanwhile goes first."""
    pending = left.pending if left.pending and left.pending.kind in _PARTS else None
    return msgspec.structs.replace(
        conversation,
        pending=conversation.pending or pending,
        fragment=conversation.fragment or left.fragment,
        parked=left.parked + conversation.parked,
        wishes={**left.wishes, **conversation.wishes},
        completing=conversation.completing or left.completing,
    )


def as_of(conversation: Conversation, now: datetime) -> Conversation:
    """What it is now: without a login whose time is up."""
    return conversation if holds(conversation, now) else ended(conversation, now)


def hidden_to(conversation: Conversation, last_number: int, now: datetime) -> int:
    """Up to which message nobody is shown what was said, when `last_number` is the newest."""
    if conversation.person is not None and not holds(conversation, now):
        return last_number
    return max(conversation.hidden_to, conversation.paused_to)


Hears = Literal["all", "news", "nothing"]


def hears_of(conversation: Conversation, draft: Draft, *, own_app: bool) -> Hears:
    """What may be told here of what has happened to a filing that was made here.

    "nothing" when its person has gone and another came (threat B3), or has asked to be forgotten;
    "news", that there is some for who logs in, when the login has ended (threat A11). A login whose
    time is up but in which nothing was said since hears all: it is hidden until the next login.
    `own_app`: a messaging app is the person's own, and has what was said before anyway.
    """
    former, owner = conversation.former, draft.owner
    if owner is None:
        if has_changed_hands(conversation, draft.created_at):
            return "nothing"
        if former is None or former.until < draft.created_at:
            return "all"
    elif former is None or former.personnummer != owner:
        return "nothing"
    return "news" if conversation.person is None and not own_app else "all"


def has_changed_hands(conversation: Conversation, since: datetime) -> bool:
    """Whether it is another person's now than it was then (threat B3)."""
    return conversation.hidden_at is not None and since < conversation.hidden_at


def is_formers(conversation: Conversation, draft: Draft) -> bool:
    """Nobody's e-ID has claimed the draft, but who was logged in last began it, or went on with it."""
    former = conversation.former
    if draft.owner is not None or conversation.person is not None or former is None:
        return False
    return draft.created_at <= former.until
