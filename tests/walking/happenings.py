"""What the world does to a conversation meanwhile, chosen at random: customer service, case officers, time.

A happening changes the person's filings as the store would, and is the event that the engine hears.
"""

from collections.abc import Sequence
from datetime import timedelta
from random import Random

import msgspec

from dialogs.conversation import Draft
from dialogs.events import (
    Event,
    HandedBack,
    HumanReplied,
    HumanSaid,
    LoginFailed,
    Reminded,
    StatusChanged,
    TakenOver,
    TakeoverAbandoned,
    Undelivered,
)
from dialogs.statuses import ALLOWED, RECEIVED_STATUSES, Status
from tests.talking import Person

_OFFICER = "Eva Lind"
_SAID = (
    "Hej, jag heter Eva. Vad kan jag hjälpa till med?",
    "Skriv numret på registreringsbeviset.",
    "Ja.",
)
_NOTES = ("", "", "Hör av dig igen om det är något.")
_ASKED = ("Skicka en ritning till.", "Hur många rum är det?")
#: Reasons of `login.failed.<reason>`.
_FAILURES = ("cancelled", "code_wrong", "code_tries", "code_too_old")


def happening(rng: Random, person: Person) -> Event | None:
    """None when nothing can happen now."""
    takeover = person.conversation.takeover
    if takeover is not None and takeover.state == "waiting":
        return rng.choice(
            (TakenOver(officer=_OFFICER), TakenOver(officer=_OFFICER), TakeoverAbandoned())
        )
    if takeover is not None:
        return rng.choice(
            (
                HumanSaid(officer=_OFFICER, text=rng.choice(_SAID)),
                HumanSaid(officer=_OFFICER, text=rng.choice(_SAID)),
                HandedBack(officer=_OFFICER, note=rng.choice(_NOTES)),
                TakeoverAbandoned(officer=_OFFICER),
            )
        )
    return rng.choice((_of_case, _of_case, _of_draft, _of_draft, _of_customer_service))(rng, person)


def ask_for_more(person: Person, draft: Draft, what: str) -> StatusChanged:
    """A case officer asks for a completion of a case."""
    return _changed(person, draft, Status.AWAITING_COMPLETION, what)


def _of_customer_service(rng: Random, person: Person) -> Event:
    return rng.choice(
        (
            HumanReplied(
                officer=_OFFICER,
                text="Det går bra att ringa.",
                about="Hur gör jag",
                asked_at=person.now - timedelta(days=1),
            ),
            LoginFailed(reason=rng.choice(_FAILURES)),
        )
    )


def _of_draft(rng: Random, person: Person) -> Event | None:
    unsent = _with_status(person, (Status.DRAFT,))
    signing = _with_status(person, (Status.AWAITING_PARTIES,))
    if signing and rng.random() < 0.5:
        draft = rng.choice(signing)
        return Undelivered(
            draft_id=draft.id,
            reference=draft.reference,
            party_id="p-1",
            role="den andra parten",
            way=rng.choice(("sms", "email")),
            other_way_works=rng.random() < 0.5,
        )
    if not unsent:
        return None
    until = person.now + timedelta(days=5)
    return Reminded(draft=rng.choice(unsent), until=until, is_expiring=rng.random() < 0.3)


def _of_case(rng: Random, person: Person) -> Event | None:
    cases = _with_status(person, RECEIVED_STATUSES)
    if not cases:
        return None
    draft = rng.choice(cases)
    to = sorted(ALLOWED[draft.status] & RECEIVED_STATUSES)
    return _changed(person, draft, rng.choice(to), rng.choice(_ASKED)) if to else None


def _changed(person: Person, draft: Draft, status: Status, reason: str) -> StatusChanged:
    changed = msgspec.structs.replace(draft, status=status)
    person.drafts[draft.id] = changed
    is_asked = status is Status.AWAITING_COMPLETION
    if is_asked:
        person.asked = reason
    return StatusChanged(case=person.summary_of(changed), reason=reason if is_asked else "")


def _with_status(person: Person, statuses: Sequence[Status] | frozenset[Status]) -> Sequence[Draft]:
    """The filings of the person who is logged in, or of nobody yet."""
    who = person.conversation.person.personnummer if person.conversation.person else None
    return [d for d in person.drafts.values() if d.status in statuses and d.owner in (None, who)]
