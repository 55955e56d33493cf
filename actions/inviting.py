"""Asking the parties to sign, and reminding them: each time with a fresh link of their own."""

from datetime import datetime, timedelta
from typing import Literal

from sqlalchemy import Connection, func, select

from actions import parties, revisions, telling, tickets
from actions.assembly import Assembly
from actions.errors import RefusedError
from actions.locked import Locked, check_open, lock
from actions.parties import PartyView
from actions.store.tables import outbox
from dialogs.quiet_hours import next_waking

#: Reminders that one party may get in a day, and what a day is.
MOST_REMINDERS = 3
_DAY = timedelta(hours=24)


def invite(assembly: Assembly, connection: Connection, locked: Locked, *, now: datetime) -> None:
    """Asks all others at once. Who had an earlier version is told that this is a new one."""
    revision_id = locked.stored.revision_id or ""
    earlier = parties.invited_before(connection, draft_id=locked.draft.id, revision_id=revision_id)
    for party in locked.others:
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


def _send_link(
    assembly: Assembly,
    connection: Connection,
    locked: Locked,
    party: PartyView,
    *,
    kind: Literal["invited", "changed", "reminded"],
    occasion: str,
) -> None:
    """One fresh link, over each way that the filer gave."""
    expires_at = locked.stored.expires_at
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
        due_at=waking if kind == "reminded" else None,
    )


def resend(
    assembly: Assembly, connection: Connection, party_id: str, *, in_turn: bool = False
) -> None:
    """Reminds a party with a fresh link to the number and address on record (threat C7).

    Raises NotFoundError, or RefusedError: "nobody_to_remind", "too_many_reminders", or why the
    filing is no longer signed.
    """
    locked, party = _asked(assembly, connection, party_id, in_turn=in_turn)
    if not (party.phone or party.email):
        raise RefusedError("nobody_to_remind")
    _check_not_too_often(assembly, connection, party_id)
    _remind(assembly, connection, locked, party)


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
