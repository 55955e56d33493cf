"""Verification of an approved transaction (threats A6–A8).

    details = JWS by Freja ──▶ {authRef | signRef, status, timestamp, requestedAttributes,
                                signatureData ──▶ userSignature = JWS by the person's key ──▶ text}

The outer signature is verified first, then the inner one if we know its roots, then it is compared
with what was asked. What stands beside `details` in an answer is not read at all.
"""

import base64
import binascii
from datetime import UTC, datetime, timedelta
from typing import TypeVar

import msgspec
from asn1crypto import ocsp
from pyhanko_certvalidator.revinfo.validate_ocsp import verify_ocsp_response

from actions.eid import chains
from actions.eid.evidence_error import EvidenceError
from actions.eid.freja import jws
from actions.eid.freja.jws import Certificate
from actions.eid.identities import name_in, personnummer_in
from actions.eid.port import Operation
from dialogs.clock import STOCKHOLM

T = TypeVar("T")

#: How far back an approval may lie when we get it.
MOST_AGE = timedelta(minutes=10)
#: How far their clock may be from ours.
_TOLERANCE = timedelta(minutes=1)
#: What Freja signs with; anything else is somebody's attempt.
_FREJA_ALGORITHMS = ("RS256",)
#: What people's keys may sign with.
_PERSON_ALGORITHMS = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384")


class Expected(msgspec.Struct, frozen=True, kw_only=True):
    """What this service asked for."""

    operation: Operation
    #: The transaction's reference.
    reference: str
    visible: bytes
    hidden: bytes | None
    started_at: datetime
    #: When the answer came.
    at: datetime


class Verified(msgspec.Struct, frozen=True, kw_only=True):
    """What an answer proves."""

    #: Twelve digits; None: Freja vouches for no Swedish number.
    personnummer: str | None
    #: "" when it names nobody.
    name: str
    #: Of assurance: LOA1, LOA2, LOA3 or LOA3_NR; "" when it says none.
    loa: str
    #: BASIC, EXTENDED or PLUS; "" when it says none.
    registration_level: str
    #: When the person approved.
    at: datetime
    #: Freja's certificate that it verifies with, DER.
    certificate: bytes
    #: The authority of the person's key has said so then.
    was_not_revoked: bool = False


class _Name(msgspec.Struct, frozen=True):
    name: str | None = None
    surname: str | None = None


class _Ssn(msgspec.Struct, frozen=True):
    country: str | None = None
    ssn: str | None = None


class _Attributes(msgspec.Struct, frozen=True, rename="camel"):
    basic_user_info: _Name | None = None
    ssn: _Ssn | None = None
    loa_level: str | None = None
    registration_level: str | None = None


class _SignatureData(msgspec.Struct, frozen=True, rename="camel"):
    user_signature: str
    #: base64 of a DER OCSP answer.
    certificate_status: str | None = None


class _Payload(msgspec.Struct, frozen=True, rename="camel"):
    status: str
    #: Milliseconds since 1970.
    timestamp: int
    auth_ref: str | None = None
    sign_ref: str | None = None
    requested_attributes: _Attributes = _Attributes()
    signature_type: str | None = None
    signature_data: _SignatureData | None = None


class _Signed(msgspec.Struct, frozen=True, rename="camel"):
    """What the person's key signs in an EXTENDED signature."""

    text: str
    binary_data: str | None = None


def verify(
    details: str,
    *,
    expected: Expected,
    certificates: tuple[Certificate, ...],
    roots: tuple[bytes, ...] | None,
) -> Verified:
    """`certificates`: Freja's. `roots`: of people's keys, DER; None: those are not verified.

    Must not be called where an event loop runs. Raises EvidenceError.
    """
    try:
        return _verify(details, expected, certificates, roots)
    except EvidenceError:
        raise
    except Exception as error:
        # Hostile ASN.1 trips the libraries in ways that they do not name.
        raise EvidenceError(f"the answer cannot be read: {type(error).__name__}") from error


def _verify(
    details: str,
    expected: Expected,
    certificates: tuple[Certificate, ...],
    roots: tuple[bytes, ...] | None,
) -> Verified:
    certificate, content = _verified_content(details, certificates)
    payload = _decoded(content, _Payload)
    at = _checked(payload, expected)
    attributes = payload.requested_attributes
    verified = Verified(
        personnummer=_personnummer(attributes.ssn, at),
        name=_name(attributes.basic_user_info),
        loa=attributes.loa_level or "",
        registration_level=attributes.registration_level or "",
        at=at,
        certificate=certificate.der,
    )
    if expected.operation == "sign":
        _check_signature(payload, expected, verified, roots)
        status = payload.signature_data.certificate_status if payload.signature_data else None
        verified = msgspec.structs.replace(
            verified, was_not_revoked=roots is not None and status is not None
        )
    return verified


def _verified_content(
    details: str, certificates: tuple[Certificate, ...]
) -> tuple[Certificate, bytes]:
    """By the certificate that the header names, or by any of ours when it names none."""
    named = jws.header_of(details).get("x5t")
    problem = EvidenceError("it is signed with a certificate that is not configured")
    for each in certificates:
        if named not in (None, each.x5t):
            continue
        try:
            return each, jws.verified_payload(details, each, _FREJA_ALGORITHMS)
        except EvidenceError as error:
            problem = error
    raise problem


def _checked(payload: _Payload, expected: Expected) -> datetime:
    """When it was approved, if it is an approval of this very transaction."""
    is_signing = expected.operation == "sign"
    references = (payload.auth_ref, payload.sign_ref)
    if references != ((None, expected.reference) if is_signing else (expected.reference, None)):
        raise EvidenceError("it belongs to another transaction")
    if payload.status != "APPROVED":
        raise EvidenceError("it is not approved")
    try:
        at = datetime.fromtimestamp(payload.timestamp / 1000, UTC)
    except (OverflowError, ValueError, OSError) as error:
        raise EvidenceError("its time is none") from error
    earliest = max(expected.started_at - _TOLERANCE, expected.at - MOST_AGE)
    if not earliest <= at <= expected.at + _TOLERANCE:
        raise EvidenceError("it is not of this occasion")
    return at


def _personnummer(ssn: _Ssn | None, at: datetime) -> str | None:
    if ssn is None or ssn.country != "SE":
        return None
    return personnummer_in(ssn.ssn, at.astimezone(STOCKHOLM).date())


def _name(info: _Name | None) -> str:
    return name_in(f"{info.name or ''} {info.surname or ''}") if info is not None else ""


# ── What a person signed ──────────────────────────────────────────────────────────────────────


def _check_signature(
    payload: _Payload, expected: Expected, verified: Verified, roots: tuple[bytes, ...] | None
) -> None:
    if payload.signature_data is None or payload.signature_type not in (None, "EXTENDED"):
        raise EvidenceError("it is no signature of the kind that was asked for")
    signature = payload.signature_data.user_signature
    if roots is None:
        content = jws.unverified_payload(signature)
    else:
        content = _content_of_person(
            signature, payload.signature_data.certificate_status, verified, roots
        )
    signed = _decoded(content, _Signed)
    if expected.visible not in (signed.text.encode(), _unpacked(signed.text)):
        raise EvidenceError("another text was signed")
    if expected.hidden is None or _unpacked(signed.binary_data or "") != expected.hidden:
        raise EvidenceError("other hidden data was signed")


def _content_of_person(
    signature: str, status: str | None, verified: Verified, roots: tuple[bytes, ...]
) -> bytes:
    """What was signed with a key whose certificate leads to our roots, and was not revoked.

    Freja need not give an answer about revocation; one that it gives must be good.
    """
    chain = jws.header_of(signature).get("x5c")
    if not isinstance(chain, list) or not chain:
        raise EvidenceError("the person's signature carries no certificate")
    try:
        ders = tuple(base64.b64decode(each, validate=True) for each in chain)
        certificate = jws.read_certificate(ders[0])
    except (ValueError, TypeError) as error:
        raise EvidenceError("the person's certificate cannot be read") from error
    ocsps = () if status is None else (_read_status(status),)
    names = chains.validate(
        ders, roots, at=verified.at, ocsps=ocsps, check=verify_ocsp_response if ocsps else None
    )
    if names.personnummer not in (None, verified.personnummer):
        raise EvidenceError("the person's certificate names somebody else")
    return jws.verified_payload(signature, certificate, _PERSON_ALGORITHMS)


def _read_status(text: str) -> ocsp.OCSPResponse:
    der = _unpacked(text)
    try:
        response = ocsp.OCSPResponse.load(der or b"", strict=True)
        if response["response_status"].native != "successful":
            raise EvidenceError("the OCSP answer is no success")
    except (ValueError, TypeError) as error:
        raise EvidenceError("the OCSP answer cannot be read") from error
    return response


def _decoded(content: bytes, kind: type[T]) -> T:
    try:
        return msgspec.json.decode(content, type=kind, strict=False)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise EvidenceError(f"a signed content is not as expected: {error}") from error


def _unpacked(text: str) -> bytes | None:
    try:
        return base64.b64decode(text.encode("ascii"), validate=True)
    except (binascii.Error, ValueError):
        return None
