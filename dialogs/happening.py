"""What the world did and what is told about it: logins, signatures, changes of status."""

from datetime import timedelta

import msgspec

from dialogs import logins
from dialogs.asking import go_on, say_menu, say_menu_unless_led
from dialogs.concerning import told_at_hand
from dialogs.conversation import Draft, Former, Person
from dialogs.earlier import offer_earlier
from dialogs.effects import EndTakeover
from dialogs.events import (
    LoggedIn,
    Signed,
    StatusChanged,
)
from dialogs.filings import say_filings, ways_to_complete, ways_to_send_again
from dialogs.messages import Input, Kind, Link, of_draft
from dialogs.parking import offer_parked
from dialogs.starting import say_where, touched_at
from dialogs.statuses import RECEIVED_STATUSES, Status
from dialogs.talk import LOG_IN, Talk
from dialogs.texts import capitalised
from dialogs.waiting import offer_waiting

#: Who comes back after so long is told where they were (row 25).
_LONG_AWAY = timedelta(hours=12)


def end_idle_login(talk: Talk) -> None:
    """The person did something: the login lasts on, or has ended before (threat A11)."""
    person = talk.person
    if person is None or talk.conversation.login_until is None:
        return
    if logins.holds(talk.conversation, talk.now):
        talk.conversation = logins.held(talk.conversation, person, talk.now)
    else:
        talk.conversation = logins.ended(talk.conversation, talk.now)


def log_in(talk: Talk, event: LoggedIn) -> None:
    talk.conversation = logins.as_of(talk.conversation, talk.now)
    person, former = event.person, talk.conversation.former
    is_another = former is not None and former.personnummer != person.personnummer
    talk.conversation = logins.held(
        msgspec.structs.replace(talk.conversation, login_since=None), person, talk.now
    )
    talk.become(awaiting_code=False)
    if is_another:
        _forget_former(talk)
    elif former is not None and former.left is not None:
        talk.conversation = logins.given_back(talk.conversation, former.left)
    draft, service = talk.draft, talk.service
    if draft is not None and _is_anothers(draft, person, former):
        talk.take_up(None)
        talk.say("login.other_person", name=person.name)
        say_menu(talk)
        return
    is_claimed = draft is not None and service is not None and service.login and not draft.owner
    is_old = draft is not None and talk.now - touched_at(draft) > logins.LOGIN_IDLE
    if is_claimed and not is_old:
        talk.redraft(owner=person.personnummer)
    talk.say("login.other_before" if is_another else "login.done", name=person.name)
    if is_claimed and is_old:
        # Somebody else may have sat here since, so the person is asked whose it is (threat B3).
        talk.redraft(login_later=False)
        go_on(talk)
        return
    if draft is None:
        if talk.filings() or talk.signing_requests():
            say_filings(talk)
            say_menu_unless_led(talk)
        else:
            say_menu(talk)
        return
    if is_claimed and offer_earlier(talk):
        return
    is_back = talk.now - touched_at(draft) > _LONG_AWAY
    if is_back and service is not None and draft.status is Status.DRAFT:
        say_where(talk, draft, service)
    go_on(talk)


def _is_anothers(draft: Draft, person: Person, former: Former | None) -> bool:
    """Whether it stays with the person who was here before, and this one starts with nothing (B3).

    What needs no login is nobody's, but who began it while logged in did not begin it for the next.
    """
    if draft.owner is not None:
        return draft.owner != person.personnummer
    if former is None or former.personnummer == person.personnummer:
        return False
    return draft.created_at <= former.until


def _forget_former(talk: Talk) -> None:
    """Nothing that the former person said or left open is known to this one (threat B3)."""
    if talk.conversation.takeover is not None:
        talk.effects.append(EndTakeover())
    talk.become(
        pending=None,
        failures=0,
        fragment="",
        parked=(),
        discarded=None,
        wishes={},
        takeover=None,
        offered={},
        counted=0,
        completing=None,
    )


def fail_login(talk: Talk, reason: str) -> None:
    # A login whose time is up ends first, or what is offered here would end with it.
    talk.conversation = logins.as_of(talk.conversation, talk.now)
    if reason == "code_wrong":
        talk.say("login.failed.code_wrong", input=Input(kind=Kind.TEXT), problem=True)
        return
    talk.say(
        f"login.failed.{reason}",
        links=(talk.login_link(),),
        number=talk.fresh.shown_number,
        contact=talk.contact(),
        choices=talk.cannot_log_in(),
        problem=True,
    )


def tell_signed(talk: Talk, event: Signed) -> None:
    case = talk.case_state(event.reference, event.status)
    if event.status not in RECEIVED_STATUSES:
        talk.add(_signed_so_far(talk, event), case=case)
        return
    service = talk.world.services.get(event.service)
    link = Link(url=of_draft(event.draft_id), label=talk.text("receipt.link"), purpose="receipt")
    is_at_hand = talk.draft is not None and talk.draft.id == event.draft_id
    whom = told_at_hand(talk) if is_at_hand else ""
    talk.say(
        "signed.received" if event.signers > 1 else "signed.received_one",
        reference=event.reference,
        whom=f"\n{whom}" if whom else "",
        next_steps=talk.fill(service.next_steps) if service else "",
        links=(link,),
        case=case,
    )
    if is_at_hand:
        talk.take_up(None)
        if not offer_waiting(talk):
            offer_parked(talk)


def _signed_so_far(talk: Talk, event: Signed) -> str:
    """Who has signed, how many have, and whose turn it is where they sign one at a time."""
    key = "signed.by_party"
    if event.by_filer:
        key = "signed.by_filer_in_order" if event.later else "signed.by_filer"
    said = talk.text(
        key,
        signer=capitalised(event.signer),
        signed=event.signed,
        signers=event.signers,
        reference=event.reference,
    )
    if not event.asked or key == "signed.by_filer":
        return said
    return f"{said} {talk.text('signed.next', role=event.asked[0])}"


def tell_status(talk: Talk, event: StatusChanged) -> None:
    case = event.case
    lines = [
        talk.text(
            "status.changed",
            title=talk.title_of(case.service),
            reference=case.reference,
            status=talk.text(f"status.{case.status}"),
        ),
        talk.text(f"status.explain.{case.status}"),
    ]
    if event.by:
        lines.append(talk.text("status.by", by=event.by))
    if event.reason:
        lines.append(talk.text("status.reason", reason=event.reason))
    choices, links = ways_to_complete(talk, case)
    talk.add(
        "\n".join(lines),
        choices=(*ways_to_send_again(talk, case), *choices),
        links=links,
        case=talk.case_state(case.reference, case.status),
    )


def tell_news(talk: Talk) -> None:
    """To who is here without a login: that there is news, and nothing of what it is about."""
    talk.say("login.news", choices=(talk.choice(LOG_IN, "login.continue_button"),))
