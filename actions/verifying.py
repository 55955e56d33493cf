"""Verification of an archived case: from the file alone, offline, in ten years too.

What is trusted is given: the roots of the e-IDs, as PEM files. Everything else is in the archive: the
revision that was signed, and for each signature the evidence of its provider. What the signatures
do not prove (custody, who may sign for an organisation) is not said to be verified.
"""

import hashlib
from collections.abc import Callable, Mapping
from datetime import datetime

import msgspec

from actions.archive import PRIVATE_FILE, PrivateFile
from actions.eid.evidence_error import EvidenceError
from actions.eid.signed_data import signed_hash
from actions.evidence_files import EvidenceFile, read_evidence
from actions.receipt import REVISION_FILE
from actions.revisions import RevisionContent, private_digest
from actions.signing_text import shows_answers

_decode_content = msgspec.json.Decoder(RevisionContent).decode

#: Checks one provider's evidence and returns the personnummer that it proves, and when it was
#: signed. Raises EvidenceError.
Verifier = Callable[[EvidenceFile], tuple[str, datetime]]


class SignatureFound(msgspec.Struct, frozen=True, kw_only=True):
    """One signature of the archive, and whether it proves what it says."""

    name: str
    personnummer: str
    provider: str
    at: datetime | None
    #: Every answer was in the text that was signed; else only its checksum.
    saw_answers: bool = False
    #: Why it proves nothing; "" when it is verified.
    problem: str = ""


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """What was found in an archived case."""

    municipality: str
    reference: str
    title: str
    #: SHA-256 of the revision in the archive.
    hash: str
    signatures: tuple[SignatureFound, ...]
    #: What is wrong with the private answers; "" when they are those of the revision, or none.
    private_problem: str
    #: People of the revision without a verified signature.
    unsigned: tuple[str, ...]

    @property
    def is_verified(self) -> bool:
        """Every signature in the archive is verified, and there is at least one."""
        problems = [self.private_problem, *(each.problem for each in self.signatures)]
        return bool(self.signatures) and not any(problems)


def verify_archive(files: Mapping[str, bytes], verifiers: Mapping[str, Verifier]) -> Report:
    """`files`: what is attached to the archive, by name. `verifiers`: by provider.

    Raises ValueError when it is no archived case.
    """
    revision = files.get(REVISION_FILE)
    if revision is None:
        raise ValueError(f"there is no {REVISION_FILE} in the file: it is not an archived case")
    try:
        content = _decode_content(revision)
    except msgspec.DecodeError as error:
        raise ValueError(f"{REVISION_FILE} cannot be read: {error}") from error
    digest = hashlib.sha256(revision).hexdigest()
    found = tuple(
        _signature(files[name], content, digest, verifiers)
        for name in sorted(files, key=_number)
        if name.startswith("evidence-")
    )
    signed = {each.personnummer for each in found if not each.problem}
    return Report(
        municipality=content.municipality,
        reference=content.reference,
        title=content.title,
        hash=digest,
        signatures=found,
        private_problem=_private_problem(files.get(PRIVATE_FILE), content.private_digest),
        unsigned=tuple(
            f"{party.name} ({party.role})"
            for party in content.parties
            if party.personnummer not in signed
        ),
    )


def _private_problem(content: bytes | None, digest: str | None) -> str:
    if content is None:
        return "the private answers are not in the file" if digest else ""
    try:
        private = msgspec.json.decode(content, type=PrivateFile)
        found = private_digest(private.salt, private.rows)
    except (msgspec.DecodeError, ValueError):
        return "the private answers cannot be read"
    return "" if found == digest else "the private answers are not those of the revision"


def _number(name: str) -> tuple[int, str]:
    digits = "".join(sign for sign in name if sign.isdigit())
    return int(digits or 0), name


def _signature(
    content: bytes, revision: RevisionContent, digest: str, verifiers: Mapping[str, Verifier]
) -> SignatureFound:
    try:
        file = read_evidence(content)
    except ValueError as error:
        return SignatureFound(name="?", personnummer="?", provider="?", at=None, problem=str(error))
    at: datetime | None = None
    saw_answers, problem = False, ""
    try:
        at = _check(file, revision, digest, verifiers)
        saw_answers = shows_answers(file.evidence.visible_text, revision)
    except (EvidenceError, ValueError) as error:
        at, problem = None, str(error)
    return SignatureFound(
        name=file.person.name,
        personnummer=file.person.personnummer,
        provider=file.evidence.provider,
        at=at,
        saw_answers=saw_answers,
        problem=problem,
    )


def _check(
    file: EvidenceFile, revision: RevisionContent, digest: str, verifiers: Mapping[str, Verifier]
) -> datetime:
    """When it was signed. Raises EvidenceError."""
    evidence = file.evidence
    if evidence.operation != "sign":
        raise EvidenceError("it is a login, not a signature")
    try:
        hashed = signed_hash(evidence.hidden_data or "", revision.reference)
    except ValueError as error:
        raise EvidenceError("another filing was signed") from error
    if hashed != digest:
        raise EvidenceError("what was signed is not the revision in this file")
    if digest not in evidence.visible_text:
        raise EvidenceError("the text that was shown does not name this revision")
    if file.person.personnummer not in {party.personnummer for party in revision.parties}:
        raise EvidenceError("the signer is not a party of the revision")
    verifier = verifiers.get(evidence.provider)
    if verifier is None:
        raise EvidenceError(f"no trusted roots for {evidence.provider!r} were given")
    personnummer, at = verifier(file)
    if personnummer != file.person.personnummer:
        raise EvidenceError("the signature is somebody else's")
    return at
