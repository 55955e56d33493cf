"""Verification of a completed BankID order, in the order of BankID's own guidance (threat A7)."""

from datetime import datetime, timedelta
from pathlib import Path

import msgspec
from cryptography import x509

from actions.eid.bankid import certificates, signed_xml
from actions.eid.bankid.certificates import Holder
from actions.eid.bankid.distinguished_names import attributes, normal
from actions.eid.evidence_error import EvidenceError
from actions.eid.port import Operation

#: How far the time of signing may lie from when we got the answer.
MOST_AGE = timedelta(minutes=10)
#: What BankID calls the purposes; "Signature" is its sample code's word.
_FUNCTIONS: dict[Operation, frozenset[str]] = {
    "auth": frozenset({"identification"}),
    "sign": frozenset({"signing", "signature"}),
}


class Expected(msgspec.Struct, frozen=True, kw_only=True):
    """What this service asked to have signed."""

    operation: Operation
    visible: bytes
    hidden: bytes | None
    #: When the answer came.
    at: datetime
    #: The subject of our own certificate, as `subject_of` gives it; None: any relying party's.
    server: frozenset[tuple[str, str]] | None = None


class Verified(msgspec.Struct, frozen=True, kw_only=True):
    """What a signature proves."""

    holder: Holder
    #: When the OCSP answer was made: the time of signing.
    signed_at: datetime
    visible: bytes
    hidden: bytes | None
    operation: Operation


def verify(
    signature: str, ocsp_response: str, *, expected: Expected, roots: tuple[bytes, ...]
) -> Verified:
    """`signature` and `ocsp_response` as BankID gives them, base64.

    Takes some 20 ms of a processor. Must not be called where an event loop runs.
    Raises EvidenceError.
    """
    try:
        return _verify(signature, ocsp_response, expected, roots)
    except EvidenceError:
        raise
    except Exception as error:
        # Hostile ASN.1 and XML trip the libraries in ways that they do not name.
        raise EvidenceError(f"the evidence cannot be read: {type(error).__name__}") from error


def _verify(
    signature: str, ocsp_response: str, expected: Expected, roots: tuple[bytes, ...]
) -> Verified:
    revocation = certificates.read_revocation(signed_xml.decoded(ocsp_response))
    if abs(revocation.produced_at - expected.at) > MOST_AGE:
        raise EvidenceError("the OCSP answer is not of this occasion")
    if not certificates.is_for(revocation, signature):
        raise EvidenceError("the OCSP answer belongs to another signature")
    signed = signed_xml.read(signed_xml.decoded(signature))
    holder = certificates.validate(signed.certificates, revocation, roots)
    if signed.visible != expected.visible:
        raise EvidenceError("another text was signed")
    if signed.hidden != expected.hidden:
        raise EvidenceError("other hidden data was signed")
    if signed.function.casefold() not in _FUNCTIONS[expected.operation]:
        raise EvidenceError("the signature is for another purpose")
    if expected.server is not None and attributes(signed.server_name) != expected.server:
        raise EvidenceError("it was signed for another service")
    return Verified(
        holder=holder,
        signed_at=revocation.produced_at,
        visible=signed.visible,
        hidden=signed.hidden,
        operation=expected.operation,
    )


def subject_of(certificate: Path) -> frozenset[tuple[str, str]]:
    """The subject of a certificate in a PEM file. Raises ValueError."""
    subject = x509.load_pem_x509_certificate(certificate.read_bytes()).subject
    return normal((each.oid.dotted_string, str(each.value)) for each in subject)
