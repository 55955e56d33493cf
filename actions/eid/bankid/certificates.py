"""Whose signature it is: the chain to a pinned root, and that it was not revoked (threat A7).

Both are validated at the time that the OCSP answer gives; with BankID that is the time of signing.
"""

import hashlib
from datetime import UTC, datetime
from typing import Any, ClassVar

import msgspec
from asn1crypto import core, ocsp
from pyhanko_certvalidator.revinfo.validate_ocsp import verify_ocsp_response

from actions.eid import chains
from actions.eid.evidence_error import EvidenceError

#: The octets of it: a status without any is read as zero too.
_SUCCESSFUL = b"\0"
#: id-pkix-ocsp-nonce
_NONCE = "1.3.6.1.5.5.7.48.1.2"


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
    #: The extension's value as it stands.
    nonce: bytes


class _Extension(core.Sequence):  # type: ignore[misc]  # asn1crypto is untyped
    """An extension whose value is not looked into: asn1crypto's own class takes every nonce for DER,
    and BankID's is bare bytes."""

    _fields: ClassVar[list[Any]] = [
        ("id", core.ObjectIdentifier),
        ("critical", core.Boolean, {"default": False}),
        ("value", core.OctetString),
    ]


def read_revocation(der: bytes) -> Revocation:
    """Raises EvidenceError when it is not a successful OCSP answer with a nonce."""
    try:
        response = ocsp.OCSPResponse.load(der, strict=True)
        if response["response_status"].contents != _SUCCESSFUL:
            raise EvidenceError("the OCSP answer is no success")
        basic = response.basic_ocsp_response
        data = basic["tbs_response_data"]
        signatures = [basic["signature"], *(each["signature_value"] for each in basic["certs"])]
        produced_at = data["produced_at"].native
        extensions = [_Extension.load(each.dump()) for each in data["response_extensions"]]
        nonces = [bytes(each["value"]) for each in extensions if each["id"].dotted == _NONCE]
    except (ValueError, TypeError, AttributeError, KeyError) as error:
        raise EvidenceError("the OCSP answer cannot be read") from error
    if any(each.contents[:1] != b"\0" for each in signatures):
        # The number of bits at the end that do not count; libraries overlook it.
        raise EvidenceError("the OCSP answer has a signature of broken octets")
    if len(nonces) != 1 or not isinstance(produced_at, datetime):
        raise EvidenceError("the OCSP answer has no nonce or time")
    return Revocation(response, produced_at.astimezone(UTC), nonces[0])


def is_for(revocation: Revocation, signature: str) -> bool:
    """Whether the OCSP answer was asked for with this very signature (its base64 text).

    The nonce begins with the text's SHA-1. BankID writes it bare; RFC 8954 wants it in an octet string
    of its own. Bare bytes can look like a wrapping, so both readings count: the digest decides.
    """
    digest = hashlib.sha1(signature.encode("utf-8", "replace"), usedforsecurity=False).digest()
    return revocation.nonce.startswith(digest) or _unwrapped(revocation.nonce).startswith(digest)


def _unwrapped(content: bytes) -> bytes:
    try:
        return bytes(core.OctetString.load(content, strict=True))
    except ValueError:
        return b""


def validate(
    certificates: tuple[bytes, ...], revocation: Revocation, roots: tuple[bytes, ...]
) -> Holder:
    """The holder of the first certificate. Raises EvidenceError.

    Must not be called where an event loop runs.
    """
    names = chains.validate(
        certificates,
        roots,
        at=revocation.produced_at,
        ocsps=(revocation.response,),
        check=verify_ocsp_response,
    )
    if names.personnummer is None:
        raise EvidenceError("the certificate holds no personal number")
    given, surname = names.subject.get("given_name"), names.subject.get("surname")
    name = f"{given} {surname}" if given and surname else names.subject.get("common_name", "")
    organisation = names.issuer.get("organization_name") or names.issuer.get("common_name", "")
    return Holder(personnummer=names.personnummer, name=str(name), issuer=str(organisation))
