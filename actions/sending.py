"""Sending a draft, and opening it again: where a revision begins and where it ends.

draft ──send──▶ awaiting_signature (or received at once, when nobody signs)
awaiting_…, declined, expired ──reopen──▶ draft: the revision is void, and so are its signatures
"""

from collections.abc import Sequence
from datetime import timedelta

import msgspec
from sqlalchemy import Connection, update

from actions import cases, drafts, freezing, parties, revisions, telling, tickets
from actions.assembly import Assembly
from actions.audit import record
from actions.catalogue import definition_of, store_versions
from actions.errors import RefusedError
from actions.locked import Locked, change_status, read
from actions.store.tables import drafts as draft_rows
from actions.store.tables import files
from dialogs.conversation import Draft, Person
from dialogs.service import Service, Signing
from dialogs.statuses import Status


def send(
    assembly: Assembly,
    connection: Connection,
    draft: Draft,
    person: Person | None,
    *,
    language: str = "sv",
) -> Draft:
    """Freezes `draft` for signing, or has it received at once when nobody signs.

    `draft` is as the turn left it; its row exists and may be older. Returns it with its new status.

    Raises RefusedError: "not_complete", "not_owner", "party_is_filer", "party_twice",
    "too_many_parties", or why the stored filing can no longer be sent. Nothing is changed then.
    """
    locked = read(assembly, connection, draft.id, in_turn=True)
    if locked.status is not Status.DRAFT:
        raise RefusedError("already_sent" if locked.status is not Status.WITHDRAWN else "withdrawn")
    service = _definition(assembly, connection, draft)
    draft = _owned(draft, locked, service, person)
    now = assembly.now()
    frozen = freezing.compose(
        world=assembly.world(),
        service=service,
        draft=draft,
        person=person,
        language=language,
        now=now,
    )
    store_versions(connection, [service])
    _store_answers(assembly, connection, locked, draft)
    revision = revisions.freeze(
        assembly,
        connection,
        draft_id=draft.id,
        wrapped_key=locked.stored.wrapped_key,
        content=frozen.content,
        private=frozen.private,
    )
    _keep_files(connection, draft.id, frozen.file_ids)
    record(assembly, connection, act="draft.sent", person=draft.owner, about=draft.id)
    if service.signing is Signing.NONE:
        _point_at(connection, draft.id, revision.id)
        cases.receive(assembly, connection, draft.id)
        if service.anonymous and draft.owner is None:
            _cut_loose(connection, draft.id)
        return msgspec.structs.replace(draft, status=Status.RECEIVED)
    parties.insert_all(
        assembly,
        connection,
        revision=revision,
        key=locked.key(assembly),
        signers=frozen.signers,
    )
    _point_at(connection, draft.id, revision.id)
    change_status(
        connection,
        locked,
        Status.AWAITING_SIGNATURE,
        now=now,
        expires_at=now + timedelta(days=service.signing_days),
    )
    return msgspec.structs.replace(draft, status=Status.AWAITING_SIGNATURE)


def reopen(assembly: Assembly, connection: Connection, draft: Draft) -> Draft:
    """Makes a filing that is being signed, was declined or expired a draft again.

    The revision and its signatures are void, its links dead, and those who had been invited are
    told that a new version may come. Raises RefusedError when it is received or withdrawn.
    """
    locked = read(assembly, connection, draft.id, in_turn=True)
    if locked.status is Status.DRAFT:
        return msgspec.structs.replace(draft, status=Status.DRAFT)
    now = assembly.now()
    change_status(
        connection,
        locked,
        Status.DRAFT,
        now=now,
        revision_id=None,
        expires_at=now + drafts.life(assembly, draft),
    )
    tickets.kill_all(connection, draft_id=draft.id, now=now)
    if locked.revision is not None:
        revisions.void(connection, locked.revision.id, now=now)
        for party in locked.others:
            if party.state not in ("invited", "signed"):
                continue
            telling.notify(
                assembly,
                connection,
                party,
                kind="reopened",
                occasion=party.id,
                language=locked.language,
                reference=draft.reference,
                link=telling.my_pages(assembly),
                draft_id=draft.id,
                party_id=party.id,
            )
    record(assembly, connection, act="draft.reopened", person=draft.owner, about=draft.id)
    return msgspec.structs.replace(draft, status=Status.DRAFT)


def _definition(assembly: Assembly, connection: Connection, draft: Draft) -> Service:
    """The definition in force: the one that the summary was made with."""
    in_force = assembly.world().services.get(draft.service)
    return in_force or definition_of(assembly, connection, draft.service, draft.version)


def _owned(draft: Draft, locked: Locked, service: Service, person: Person | None) -> Draft:
    """The draft with its owner. Raises RefusedError "not_owner"."""
    owner = draft.owner or locked.draft.owner
    must_be_known = service.login or service.signing is not Signing.NONE
    if owner is None and person is not None and must_be_known:
        owner = person.personnummer
    known = person.personnummer if person else None
    if (must_be_known and owner is None) or (owner is not None and owner != known):
        raise RefusedError("not_owner")
    if locked.draft.owner is not None and locked.draft.owner != owner:
        raise RefusedError("not_owner")
    return msgspec.structs.replace(draft, owner=owner, version=service.version)


def _store_answers(
    assembly: Assembly, connection: Connection, locked: Locked, draft: Draft
) -> None:
    """The row as it is sent: the turn itself stores no draft that it no longer has at hand."""
    unsent = msgspec.structs.replace(draft, status=Status.DRAFT)
    if unsent == locked.draft:
        return
    row = drafts.changing(
        assembly, locked.stored, unsent, locked.conversation_id or "", assembly.now()
    )
    drafts.UPDATE.run(connection, [{**row, "conversation_id": locked.conversation_id}])


def _keep_files(connection: Connection, draft_id: str, file_ids: Sequence[str]) -> None:
    """The files that were sent belong to the filing from now on."""
    if file_ids:
        connection.execute(update(files).where(files.c.id.in_(file_ids)).values(draft_id=draft_id))


def _cut_loose(connection: Connection, draft_id: str) -> None:
    """Nothing in an anonymous case leads back to the chat that it came from (threat B6)."""
    connection.execute(
        update(draft_rows).where(draft_rows.c.id == draft_id).values(conversation_id=None)
    )
    connection.execute(update(files).where(files.c.draft_id == draft_id).values(conversation_id=""))


def _point_at(connection: Connection, draft_id: str, revision_id: str) -> None:
    connection.execute(
        update(draft_rows).where(draft_rows.c.id == draft_id).values(revision_id=revision_id)
    )
