"""Signed answers: compact JWS, whose keys are those that we were given (threats A4, A6, A7).

A header chooses among known certificates and names an algorithm that we allow; nothing that it
points to or carries is trusted for that.
"""

import base64
import hashlib
from collections.abc import Collection
from pathlib import Path
from typing import Any

import msgspec
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from joserfc.errors import JoseError
from joserfc.jwk import ECKey, RSAKey
from joserfc.jws import CompactSignature, JWSRegistry, extract_compact, validate_compact

from actions.eid.evidence_error import EvidenceError

#: What a hostile structure makes the decoders raise.
_UNREADABLE = (JoseError, ValueError, TypeError, KeyError, AttributeError, RecursionError)


class Certificate(msgspec.Struct, frozen=True):
    """One that answers may be signed with."""

    der: bytes
    key: RSAKey | ECKey

    @property
    def x5t(self) -> str:
        """Its name in a header (RFC 7515 §4.1.7)."""
        digest = hashlib.sha1(self.der, usedforsecurity=False).digest()
        return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()


class _Registry(JWSRegistry):
    """Has room for a chain of certificates in the header."""

    max_header_length = 32_000


def read_certificates(path: Path) -> tuple[Certificate, ...]:
    """Of a PEM file. Raises ValueError when there is none, or one without an RSA key."""
    found = tuple(_certificate(e) for e in x509.load_pem_x509_certificates(path.read_bytes()))
    if not all(isinstance(each.key, RSAKey) for each in found):
        raise ValueError("a certificate without an RSA key")
    return found


def read_certificate(der: bytes) -> Certificate:
    """Raises ValueError."""
    return _certificate(x509.load_der_x509_certificate(der))


def _certificate(certificate: x509.Certificate) -> Certificate:
    public = certificate.public_key()
    pem = public.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    der = certificate.public_bytes(Encoding.DER)
    if isinstance(public, rsa.RSAPublicKey):
        return Certificate(der, RSAKey.import_key(pem))
    if isinstance(public, ec.EllipticCurvePublicKey):
        return Certificate(der, ECKey.import_key(pem))
    raise ValueError("neither an RSA nor an EC key")


def header_of(jws: str) -> dict[str, Any]:
    """Says what it says; nothing is verified. Raises EvidenceError."""
    return dict(_extracted(jws).headers())


def unverified_payload(jws: str) -> bytes:
    """Of a JWS that is part of something verified. Raises EvidenceError."""
    return _payload(_extracted(jws))


def verified_payload(jws: str, certificate: Certificate, algorithms: Collection[str]) -> bytes:
    """Raises EvidenceError unless the certificate's key signed it with one of the algorithms."""
    signed = _extracted(jws)
    registry = _Registry(algorithms=algorithms, strict_check_header=False)
    try:
        if not validate_compact(signed, certificate.key, registry=registry):
            raise EvidenceError("the signature is not of this certificate's key")
    except _UNREADABLE as error:
        raise EvidenceError(f"the JWS is refused: {type(error).__name__}") from error
    return _payload(signed)


def _extracted(jws: str) -> CompactSignature:
    try:
        signed = extract_compact(jws.encode("ascii"), registry=_Registry())
        if not isinstance(signed.headers(), dict):
            raise EvidenceError("the JWS has no header")
    except _UNREADABLE as error:
        raise EvidenceError(f"the JWS cannot be read: {type(error).__name__}") from error
    return signed


def _payload(signed: CompactSignature) -> bytes:
    if signed.payload is None:
        raise EvidenceError("the JWS has no payload")
    return signed.payload
