"""Declining: one party's no ends the signing for all."""

from sqlalchemy import Connection

from actions import drafts, parties, revisions, telling, tickets
from actions.assembly import Assembly
from actions.audit import record
from actions.errors import RefusedError
from actions.locked import Locked, change_status, check_open, lock
from actions.parties import check_person
from dialogs.conversation import Person
from dialogs.statuses import Status


def decline(
    assembly: Assembly,
    connection: Connection,
    *,
    party_id: str,
    revision_id: str,
    person: Person,
    reason: str,
) -> tuple[str, ...]:
    """A party says no: the filing is not sent, and everybody is told. Returns conversations told.

    Raises NotFoundError, or RefusedError: "wrong_person", "filer_withdraws" (the filer does not
    decline but withdraws or changes), "already_signed", "not_your_turn", or why the link no longer
    works.
    """
    place = parties.place_of(connection, party_id, revision_id=revision_id)
    locked = lock(assembly, connection, place.draft_id)
    now = assembly.now()
    revision = revisions.load(assembly, connection, revision_id)
    party = parties.load(assembly, connection, party_id)
    check_person(person, party)
    check_open(locked, revision, now=now)
    if party.is_filer:
        raise RefusedError("filer_withdraws")
    if party.state == "signed":
        raise RefusedError("already_signed")
    if party.state != "invited":
        raise RefusedError("not_your_turn")
    parties.mark_acted(
        assembly, connection, party_id, state="declined", now=now, reason=reason.strip()
    )
    kept = now + drafts.life(assembly, locked.draft)
    change_status(connection, locked, Status.DECLINED, now=now, expires_at=kept)
    tickets.kill_all(connection, draft_id=locked.draft.id, now=now)
    record(assembly, connection, act="party.declined", person=person.personnummer, about=party_id)
    _notify_all(assembly, connection, locked, besides=party_id)
    return telling.tell_status(
        assembly,
        connection,
        [locked.conversation_id] if locked.conversation_id else [],
        draft_id=locked.draft.id,
        owner_mac=_owner_mac(assembly, locked),
        by=party.role,
        reason=reason.strip(),
    )


def _notify_all(
    assembly: Assembly, connection: Connection, locked: Locked, *, besides: str
) -> None:
    """Tells everybody who was asked, except who said no, that somebody did."""
    for party in locked.parties:
        if party.id == besides or party.state == "waiting":
            continue
        telling.notify(
            assembly,
            connection,
            party,
            kind="declined",
            occasion=party.id,
            language=locked.language,
            reference=locked.draft.reference,
            link=telling.my_pages(assembly),
            draft_id=locked.draft.id,
            party_id=party.id,
            channels=("email",) if party.is_filer else ("sms", "email"),
        )


def _owner_mac(assembly: Assembly, locked: Locked) -> str | None:
    owner = locked.draft.owner
    return assembly.keyring.mac("person", owner) if owner else None
