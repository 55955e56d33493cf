"""Asking the parties to sign, and reminding them: each time with a fresh link of their own.

All are asked when the filer has signed, or, where the service says so, one at a time in the order of
the questions: then the next is asked in the transaction that holds the signature before.
"""

from datetime import datetime, timedelta
from typing import Literal

from sqlalchemy import Connection, func, select

from actions import drafts, parties, revisions, sms_numbers, telling, tickets
from actions.assembly import Assembly
from actions.errors import NotFoundError, RefusedError
from actions.locked import Locked, check_open, lock
from actions.parties import PartyView
from actions.store.tables import outbox
from dialogs.conversation import Person
from dialogs.quiet_hours import next_waking
from dialogs.service import SigningOrder

#: Reminders that one party may get in a day, and what a day is.
MOST_REMINDERS = 3
_DAY = timedelta(hours=24)


def invite(
    assembly: Assembly,
    connection: Connection,
    locked: Locked,
    *,
    order: SigningOrder,
    now: datetime,
) -> tuple[PartyView, ...]:
    """Asks those whose turn it is after a signature, and returns them.

    Who had an earlier version is told that this is a new one.
    """
    waiting = tuple(party for party in locked.others if party.state == "waiting")
    asked = waiting if order is SigningOrder.PARALLEL else waiting[:1]
    if not asked:
        return ()
    revision_id = locked.stored.revision_id or ""
    earlier = parties.invited_before(connection, draft_id=locked.draft.id, revision_id=revision_id)
    for party in asked:
        parties.mark_invited(connection, party.id, now=now)
        again = assembly.keyring.mac("person", party.personnummer) in earlier
        _send_link(
            assembly,
            connection,
            locked,
            party,
            kind="changed" if again else "invited",
            occasion=party.id,
        )
    return asked


def own_link(assembly: Assembly, connection: Connection, draft_id: str, person: Person) -> str:
    """A fresh link to review and sign, for somebody who is logged in: the filer or a party.

    Raises NotFoundError when the filing is nothing to the person; RefusedError "not_your_turn" or
    "voided".
    """
    stored = drafts.load(assembly, connection, draft_id)
    revision_id, expires_at = stored.revision_id, stored.expires_at
    if revision_id is None or expires_at is None:
        is_own = stored.draft.owner == person.personnummer
        raise RefusedError("voided") if is_own else NotFoundError("party")
    views = parties.of_revision(assembly, connection, revision_id)
    party = next((each for each in views if each.personnummer == person.personnummer), None)
    if party is None:
        raise NotFoundError("party")
    if party.state == "waiting":
        raise RefusedError("not_your_turn")
    return tickets.issue(
        assembly,
        connection,
        purpose="sign",
        life=expires_at - assembly.now(),
        draft_id=draft_id,
        revision_id=revision_id,
        party_id=party.id,
    )


def tell_new_end(
    assembly: Assembly,
    connection: Connection,
    locked: Locked,
    party: PartyView,
    *,
    until: datetime,
) -> None:
    """Tells a party who has been asked the new last day to sign, with a link that lives as long."""
    _send_link(
        assembly,
        connection,
        locked,
        party,
        kind="extended",
        occasion=f"{party.id}:{until.date()}",
        until=until,
    )


def _send_link(
    assembly: Assembly,
    connection: Connection,
    locked: Locked,
    party: PartyView,
    *,
    kind: Literal["invited", "changed", "reminded", "extended"],
    occasion: str,
    until: datetime | None = None,
    asked_by_sms: bool = False,
) -> None:
    """One fresh link, over each way that the filer gave. `until`: the time limit, if it is new.

    `asked_by_sms`: the party has asked for it just now, so it goes there at once.
    """
    expires_at = until or locked.stored.expires_at
    if expires_at is None:
        raise AssertionError("a filing is being signed without a time limit")
    link = tickets.issue(
        assembly,
        connection,
        purpose="sign",
        life=expires_at - assembly.now(),
        draft_id=locked.draft.id,
        revision_id=locked.stored.revision_id,
        party_id=party.id,
    )
    # Who is asked for the first time waits for it; a reminder wakes nobody.
    is_reminder = kind in ("reminded", "extended")
    waking = next_waking(assembly.world().municipality.quiet_hours, assembly.now())
    telling.notify(
        assembly,
        connection,
        party,
        kind=kind,
        occasion=occasion,
        language=locked.language,
        reference=locked.draft.reference,
        link=link,
        draft_id=locked.draft.id,
        party_id=party.id,
        channels=("sms",) if asked_by_sms else ("sms", "email"),
        due_at=waking if is_reminder and not asked_by_sms else None,
        until=until,
        asked=asked_by_sms,
    )


def resend(
    assembly: Assembly, connection: Connection, party_id: str, *, in_turn: bool = False
) -> None:
    """Reminds a party with a fresh link to the number and address on record (threat C7).

    Raises NotFoundError, or RefusedError: "nobody_to_remind", "too_many_reminders", "no_sms", or why
    the filing is no longer signed.
    """
    locked, party = _asked(assembly, connection, party_id, in_turn=in_turn)
    if not (party.phone or party.email):
        raise RefusedError("nobody_to_remind")
    _check_not_too_often(assembly, connection, party_id)
    if not party.email:
        _check_wants_sms(assembly, connection, party.phone)
    _remind(assembly, connection, locked, party)


def resend_by_sms(
    assembly: Assembly, connection: Connection, party_id: str, *, number: str, occasion: str
) -> None:
    """A fresh link to a party whose number has asked for one by SMS, day or night (threat C7).

    Only to the number on record: who has another one by now gets nothing. `occasion`: the SMS.
    Raises as `resend`.
    """
    locked, party = _asked(assembly, connection, party_id, in_turn=False)
    if party.phone != number:
        raise RefusedError("nobody_to_remind")
    _check_not_too_often(assembly, connection, party_id)
    _send_link(
        assembly,
        connection,
        locked,
        party,
        kind="reminded",
        occasion=f"{party.id}:{occasion}",
        asked_by_sms=True,
    )


def readdress(
    assembly: Assembly,
    connection: Connection,
    party_id: str,
    *,
    way: Literal["sms", "email"],
    to: str,
) -> None:
    """Asks a party of a turn's filing at another number or address, with a fresh link.

    The links sent before die: they went to the wrong place (threat C7). Who signs stays who it was.
    Raises as `resend`.
    """
    locked, _ = _asked(assembly, connection, party_id, in_turn=True)
    _check_not_too_often(assembly, connection, party_id)
    if way == "sms":
        _check_wants_sms(assembly, connection, to)
    tickets.kill_of_party(connection, party_id=party_id, now=assembly.now())
    parties.change_address(assembly, connection, party_id, way=way, to=to)
    _remind(assembly, connection, locked, parties.load(assembly, connection, party_id))


def _remind(assembly: Assembly, connection: Connection, locked: Locked, party: PartyView) -> None:
    occasion = f"{party.id}:{round(assembly.now().timestamp() * 1_000_000)}"
    _send_link(assembly, connection, locked, party, kind="reminded", occasion=occasion)


def _asked(
    assembly: Assembly, connection: Connection, party_id: str, *, in_turn: bool
) -> tuple[Locked, PartyView]:
    """The filing and a party who has been asked and has not answered."""
    place = parties.place_of(connection, party_id)
    locked = lock(assembly, connection, place.draft_id, in_turn=in_turn)
    revision = revisions.load(assembly, connection, place.revision_id)
    party = parties.load(assembly, connection, party_id)
    check_open(locked, revision, now=assembly.now())
    if party.state != "invited" or party.is_filer:
        raise RefusedError("nobody_to_remind")
    return locked, party


def _check_wants_sms(assembly: Assembly, connection: Connection, number: str | None) -> None:
    """Raises RefusedError when there is only a number, which wants no SMS."""
    if number and sms_numbers.is_stopped(assembly, connection, number):
        raise RefusedError("no_sms")


def _check_not_too_often(assembly: Assembly, connection: Connection, party_id: str) -> None:
    """Counts the last 24 hours; SMS and mail count as one. Raises RefusedError."""
    reminders = connection.execute(
        select(func.count(func.distinct(outbox.c.created_at))).where(
            outbox.c.party_id == party_id,
            outbox.c.intent.startswith(f"reminded:{party_id}:", autoescape=True),
            outbox.c.created_at > assembly.now() - _DAY,
        )
    ).scalar_one()
    if reminders >= MOST_REMINDERS:
        raise RefusedError("too_many_reminders")
