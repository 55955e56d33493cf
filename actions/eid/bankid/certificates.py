"""Whose signature it is: the chain to a pinned root, and that it was not revoked (threat A7).

The path and the OCSP answer are validated by pyHanko's validator, offline, at the time that the
OCSP answer gives; with BankID that is the time of signing.
"""

import asyncio
import hashlib
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
from asn1crypto import core, ocsp, pem, x509
from pyhanko_certvalidator import CertificateValidator, ValidationContext
from pyhanko_certvalidator.errors import OCSPValidationError, PathError, ValidationError
from pyhanko_certvalidator.policy_decl import (
    CertRevTrustPolicy,
    RevocationCheckingPolicy,
    RevocationCheckingRule,
)
from pyhanko_certvalidator.revinfo.validate_ocsp import verify_ocsp_response

from actions.eid.evidence_error import EvidenceError

#: BankID gives an OCSP answer for the person's certificate, which `validate` demands, and none for
#: the banks' own.
_POLICY = CertRevTrustPolicy(
    RevocationCheckingPolicy(
        ee_certificate_rule=RevocationCheckingRule.NO_CHECK,
        intermediate_ca_cert_rule=RevocationCheckingRule.NO_CHECK,
    )
)
_TOLERANCE = timedelta(minutes=1)


class Holder(msgspec.Struct, frozen=True, kw_only=True):
    """Whom a certificate names."""

    #: Twelve digits.
    personnummer: str
    name: str
    #: The bank that issued it.
    issuer: str


class Revocation(msgspec.Struct, frozen=True):
    """An OCSP answer that has been read, not yet validated."""

    response: ocsp.OCSPResponse
    produced_at: datetime
    nonce: bytes


def read_roots(path: Path) -> tuple[bytes, ...]:
    """The certificates of a PEM file, DER. Raises ValueError when there are none."""
    content = path.read_bytes()
    if not pem.detect(content):
        raise ValueError("not a PEM file")
    found = [der for kind, _, der in pem.unarmor(content, multiple=True) if kind == "CERTIFICATE"]
    if not found:
        raise ValueError("no certificate in it")
    return tuple(found)


def read_revocation(der: bytes) -> Revocation:
    """Raises EvidenceError when it is not a successful OCSP answer with a nonce."""
    try:
        response = ocsp.OCSPResponse.load(der, strict=True)
        if response["response_status"].native != "successful":
            raise EvidenceError("the OCSP answer is no success")
        data = response.basic_ocsp_response["tbs_response_data"]
        produced_at = data["produced_at"].native
        nonces = [
            each["extn_value"].contents
            for each in data["response_extensions"]
            if each["extn_id"].native == "nonce"
        ]
    except (ValueError, TypeError, AttributeError, KeyError) as error:
        raise EvidenceError("the OCSP answer cannot be read") from error
    if len(nonces) != 1 or not isinstance(produced_at, datetime):
        raise EvidenceError("the OCSP answer has no nonce or time")
    return Revocation(response, produced_at.astimezone(UTC), _unwrapped(nonces[0]))


def _unwrapped(content: bytes) -> bytes:
    """The nonce is an octet string within the extension's octet string (RFC 8954); some issuers
    leave the inner one out."""
    try:
        return bytes(core.OctetString.load(content, strict=True))
    except ValueError:
        return content


def is_for(revocation: Revocation, signature: str) -> bool:
    """Whether the OCSP answer was asked for with this very signature (its base64 text)."""
    digest = hashlib.sha1(signature.encode("utf-8", "replace"), usedforsecurity=False).digest()
    return revocation.nonce.startswith(digest)


def validate(
    certificates: tuple[bytes, ...], revocation: Revocation, roots: tuple[bytes, ...]
) -> Holder:
    """The holder of the first certificate. Raises EvidenceError.

    Must not be called where an event loop runs.
    """
    try:
        own, *others = [x509.Certificate.load(each, strict=True) for each in certificates]
        context = ValidationContext(
            trust_roots=[x509.Certificate.load(each) for each in roots],
            other_certs=others,
            moment=revocation.produced_at,
            best_signature_time=revocation.produced_at,
            ocsps=[revocation.response],
            revinfo_policy=_POLICY,
            allow_fetching=False,
            time_tolerance=_TOLERANCE,
        )
        asyncio.run(_validate(own, others, context))
        return _holder(own)
    except (PathError, ValidationError, OCSPValidationError, ValueError, TypeError) as error:
        raise EvidenceError(f"the certificate is not to be trusted: {error}") from error


async def _validate(
    own: x509.Certificate, others: list[x509.Certificate], context: ValidationContext
) -> None:
    path = await CertificateValidator(own, others, validation_context=context).async_validate_path()
    await verify_ocsp_response(own, path, context)


def _holder(certificate: x509.Certificate) -> Holder:
    subject = certificate.subject.native
    number = str(subject.get("serial_number", "")).removeprefix("PNOSE-")
    if not (len(number) == 12 and number.isascii() and number.isdigit()):
        raise EvidenceError("the certificate holds no personal number")
    given, surname = subject.get("given_name"), subject.get("surname")
    name = f"{given} {surname}" if given and surname else subject.get("common_name", "")
    issuer = certificate.issuer.native
    organisation = issuer.get("organization_name") or issuer.get("common_name", "")
    return Holder(personnummer=number, name=str(name), issuer=str(organisation))
