"""Signing: one frozen revision, signed by the filer first and then by all others.

The others are asked all at once, or one at a time (`actions.inviting`).

    awaiting_signature ──filer signs──▶ awaiting_parties ──last one signs──▶ received
                       └─filer is the only one─────────────────────────────▶ received
    awaiting_parties ──a party declines──▶ declined
    awaiting_… ──time is up──▶ expired          (`actions.expiry`)
    any but terminal ──filer withdraws──▶ withdrawn

What couples them: every act locks the filing before it looks at it (`actions.locked`), so of two
at the same moment one wins and the other is told what happened (threats C5, C6). The clock is read
after the lock was given. The last signature and the case are one transaction (`actions.cases`).
A signature counts for one revision only; its hash is compared, not trusted.
"""

import hmac
from datetime import datetime
from typing import Any, Literal

import msgspec
from sqlalchemy import Connection, insert

from actions import cases, parties, revisions, telling
from actions.assembly import Assembly
from actions.audit import record
from actions.catalogue import definition_of
from actions.declining import decline
from actions.errors import RefusedError
from actions.extending import extend
from actions.inviting import invite, resend
from actions.locked import Locked, change_status, check_open, lock, why_closed
from actions.parties import PartyView, check_person
from actions.reviewing import Review, expects, review
from actions.revisions import Revision
from actions.sending import reopen, send
from actions.store.tables import signatures
from actions.withdrawing import withdraw
from dialogs.conversation import Person
from dialogs.events import Signed
from dialogs.statuses import Status

__all__ = [
    "PartyView",
    "Review",
    "SignResult",
    "Signature",
    "decline",
    "expects",
    "extend",
    "reopen",
    "resend",
    "review",
    "send",
    "sign",
    "withdraw",
]


class Signature(msgspec.Struct, frozen=True, kw_only=True):
    """An e-ID provider's answer that it has verified: this person signed this hash."""

    provider: str
    operation: Literal["sign"]
    person: Person
    #: SHA-256 of the revision, hexadecimal, as it was signed.
    hash: str
    #: What proves it: the signature, the texts sent, the revocation answer.
    evidence: dict[str, Any]
    at: datetime


class SignResult(msgspec.Struct, frozen=True, kw_only=True):
    """How the filing stands after a signature."""

    draft_id: str
    reference: str
    status: Status
    signed: int
    signers: int
    #: The party had signed before; nothing was changed.
    repeated: bool = False
    #: Conversations with something new to show.
    told: tuple[str, ...] = ()


def sign(
    assembly: Assembly,
    connection: Connection,
    *,
    party_id: str,
    revision_id: str,
    signature: Signature,
) -> SignResult:
    """Records a verified signature; with the last one the filing is received.

    The same party's second signature changes nothing and gives the same result.
    Raises NotFoundError, or RefusedError: "wrong_person", "not_a_signature", "wrong_hash",
    "not_your_turn", or why it can no longer be signed (see `review`). Nothing is changed then.
    """
    place = parties.place_of(connection, party_id, revision_id=revision_id)
    locked = lock(assembly, connection, place.draft_id)
    now = assembly.now()
    revision = revisions.load(assembly, connection, revision_id)
    party = parties.load(assembly, connection, party_id)
    _check_signature(signature, party, revision)
    if _has_signed(locked, party):
        return _result(locked, locked.status, locked.signed, repeated=True)
    check_open(locked, revision, now=now)
    if party.state != "invited":
        raise RefusedError("not_your_turn")
    _store(assembly, connection, locked, party, revision, signature, now)
    locked = msgspec.structs.replace(
        locked, parties=parties.of_revision(assembly, connection, revision_id)
    )
    status, asked = _go_on(assembly, connection, locked, revision, now)
    told = _tell_signed(assembly, connection, locked, party, status, asked)
    return _result(locked, status, locked.signed, told=told)


# ── Checks ────────────────────────────────────────────────────────────────────────────────────


def _check_signature(signature: Signature, party: PartyView, revision: Revision) -> None:
    check_person(signature.person, party)
    if signature.operation != "sign":  # a login is no signature (threat A6)
        raise RefusedError("not_a_signature")
    if not hmac.compare_digest(signature.hash, revision.hash):
        raise RefusedError("wrong_hash")


def _has_signed(locked: Locked, party: PartyView) -> bool:
    """The party's signature stands: the filing was not changed or stopped since."""
    current = locked.revision is not None and any(v.id == party.id for v in locked.parties)
    stands = why_closed(locked.status) in (None, "received")
    return current and stands and party.state == "signed"


# ── What a signature leads to ─────────────────────────────────────────────────────────────────


def _store(
    assembly: Assembly,
    connection: Connection,
    locked: Locked,
    party: PartyView,
    revision: Revision,
    signature: Signature,
    now: datetime,
) -> None:
    evidence = msgspec.json.encode(
        {
            "operation": signature.operation,
            "person": signature.person,
            "at": signature.at,
            "evidence": signature.evidence,
        }
    )
    connection.execute(
        insert(signatures).values(
            party_id=party.id,
            revision_id=revision.id,
            draft_id=locked.draft.id,
            provider=signature.provider,
            hash=signature.hash,
            evidence=locked.key(assembly).seal(evidence, f"evidence {party.id}"),
            signed_at=now,
        )
    )
    parties.mark_acted(
        assembly,
        connection,
        party.id,
        state="signed",
        now=now,
        verified_name=signature.person.name,
    )
    record(
        assembly,
        connection,
        act="party.signed",
        person=signature.person.personnummer,
        about=party.id,
    )


def _go_on(
    assembly: Assembly,
    connection: Connection,
    locked: Locked,
    revision: Revision,
    now: datetime,
) -> tuple[Status, tuple[PartyView, ...]]:
    """The status after a signature, and who is asked because of it.

    Received with the last one; else those whose turn it is are invited.
    """
    if locked.signed == len(locked.parties):
        cases.receive(assembly, connection, locked.draft.id)
        return Status.RECEIVED, ()
    if locked.status is Status.AWAITING_SIGNATURE:
        change_status(connection, locked, Status.AWAITING_PARTIES, now=now)
    service = definition_of(assembly, connection, revision.service, revision.service_version)
    asked = invite(assembly, connection, locked, order=service.signing_order, now=now)
    return Status.AWAITING_PARTIES, asked


def _tell_signed(
    assembly: Assembly,
    connection: Connection,
    locked: Locked,
    party: PartyView,
    status: Status,
    asked: tuple[PartyView, ...],
) -> tuple[str, ...]:
    """The filer hears of every signature: in the chat, and by mail of those of others."""
    if not party.is_filer and status is not Status.RECEIVED and locked.filer is not None:
        telling.notify(
            assembly,
            connection,
            locked.filer,
            kind="party_signed",
            occasion=party.id,
            language=locked.language,
            reference=locked.draft.reference,
            link=telling.my_pages(assembly),
            draft_id=locked.draft.id,
            channels=("email",),
        )
    if locked.conversation_id is None:
        return ()
    event = Signed(
        draft_id=locked.draft.id,
        reference=locked.draft.reference,
        service=locked.draft.service,
        # The role and no name: a chat may be read by others (threat B9).
        signer=party.role,
        by_filer=party.is_filer,
        status=status,
        signed=locked.signed,
        signers=len(locked.parties),
        asked=tuple(each.role for each in asked),
        later=sum(each.state == "waiting" for each in locked.parties) - len(asked),
    )
    return telling.tell(assembly, connection, [locked.conversation_id], event)


def _result(
    locked: Locked,
    status: Status,
    signed: int,
    *,
    repeated: bool = False,
    told: tuple[str, ...] = (),
) -> SignResult:
    return SignResult(
        draft_id=locked.draft.id,
        reference=locked.draft.reference,
        status=status,
        signed=signed,
        signers=len(locked.parties),
        repeated=repeated,
        told=told,
    )
