"""The key of the seal: from a PKCS#12 file, from hardware (PKCS#11), or a demo key of our own.

RSA only: the signature of an elliptic curve raises a PDF 1.7 file to 2.0, which is no PDF/A-3.
"""

import os
import threading
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final, Protocol

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, RSAPublicKey
from cryptography.hazmat.primitives.asymmetric.rsa import generate_private_key as new_rsa_key
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from cryptography.hazmat.primitives.serialization.pkcs12 import load_key_and_certificates
from cryptography.x509.oid import NameOID

_LEAST_BITS: Final = 2048
_DEMO_BITS: Final = 3072
_DEMO_DAYS: Final = 3650
_DEMO_FILE: Final = "demo-seal.pem"


class SealKeyError(Exception):
    """The key cannot be used; the text is the one line to show."""


class SealKey(Protocol):
    """A private RSA key with its certificate; may be used from any thread."""

    @property
    def certificate(self) -> x509.Certificate: ...

    @property
    def chain(self) -> tuple[x509.Certificate, ...]:
        """The certificates above it, as far as they are known; they go into the seal."""
        ...

    def sign(self, content: bytes) -> bytes:
        """RSASSA-PKCS1-v1_5 with SHA-256. Raises SealKeyError when the hardware does not answer."""
        ...


class HeldKey:
    """A key that this process holds in its memory."""

    def __init__(
        self,
        key: RSAPrivateKey,
        certificate: x509.Certificate,
        chain: tuple[x509.Certificate, ...] = (),
    ) -> None:
        self._key = key
        self.certificate = certificate
        self.chain = chain

    def sign(self, content: bytes) -> bytes:
        return self._key.sign(content, PKCS1v15(), SHA256())


# ── Where it comes from ───────────────────────────────────────────────────────────────────────


def open_pkcs12(path: Path, password: str | None) -> SealKey:
    """Raises SealKeyError."""
    try:
        key, certificate, chain = load_key_and_certificates(
            path.read_bytes(), password.encode() if password else None
        )
    except (OSError, ValueError):
        raise SealKeyError(
            f"SEAL_PKCS12: {path} cannot be opened. Expected a PKCS#12 file and its "
            "SEAL_PKCS12_PASSWORD."
        ) from None
    if key is None or certificate is None:
        raise SealKeyError(
            f"SEAL_PKCS12: {path} lacks a key or a certificate. Expected a file with both."
        )
    if not isinstance(key, RSAPrivateKey):
        raise SealKeyError(f"SEAL_PKCS12: {_WRONG_KIND}")
    check_kind(certificate, "SEAL_PKCS12")
    return HeldKey(key, certificate, tuple(chain))


def open_demo(folder: Path, now: Callable[[], datetime]) -> SealKey:
    """The key of this installation, made when it is first needed. Its certificate says DEMO.

    Raises SealKeyError when the folder cannot be written.
    """
    path = folder / _DEMO_FILE
    try:
        if not path.exists():
            _keep_once(path, _new_demo_key(now()))
        content = path.read_bytes()
    except OSError as error:
        raise SealKeyError(
            f"VAR_DIR: {folder} cannot be used: {error.strerror}. Expected a folder to write in."
        ) from None
    # The check of the primes takes 0.2 s and is for keys that others made.
    key = load_pem_private_key(content, None, unsafe_skip_rsa_key_validation=True)
    assert isinstance(key, RSAPrivateKey)  # we made it
    return HeldKey(key, x509.load_pem_x509_certificate(content))


def _keep_once(path: Path, content: bytes) -> None:
    """Writes the file for its owner only. Of several processes at once the first one wins."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{os.getpid()}.{threading.get_ident()}")
    try:
        draft.touch(mode=0o600)
        draft.write_bytes(content)
        with suppress(FileExistsError):
            path.hardlink_to(draft)
    finally:
        draft.unlink(missing_ok=True)


def _new_demo_key(now: datetime) -> bytes:
    key = new_rsa_key(65537, _DEMO_BITS)
    name = x509.Name(
        [
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, "DEMO"),
            x509.NameAttribute(NameOID.COMMON_NAME, "DEMO – bevisar ingenting"),
        ]
    )
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        # A day back: a demo's clock may be moved.
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=_DEMO_DAYS))
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(SIGNING, critical=True)
        .sign(key, SHA256())
    )
    written = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    return written + certificate.public_bytes(Encoding.PEM)


#: What a seal's certificate is for.
SIGNING: Final = x509.KeyUsage(
    digital_signature=True,
    content_commitment=True,
    key_encipherment=False,
    data_encipherment=False,
    key_agreement=False,
    key_cert_sign=False,
    crl_sign=False,
    encipher_only=False,
    decipher_only=False,
)

# ── What it must be ───────────────────────────────────────────────────────────────────────────

_WRONG_KIND: Final = (
    f"the key is not RSA of {_LEAST_BITS} bits or more, which PDF/A-3 needs. Expected such a key."
)


def check_kind(certificate: x509.Certificate, setting: str) -> None:
    """Raises SealKeyError for a certificate that cannot be a seal's."""
    public = certificate.public_key()
    if not isinstance(public, RSAPublicKey) or public.key_size < _LEAST_BITS:
        raise SealKeyError(f"{setting}: {_WRONG_KIND}")
    try:
        usage = certificate.extensions.get_extension_for_class(x509.KeyUsage).value
    except x509.ExtensionNotFound:
        return
    if not (usage.digital_signature or usage.content_commitment):
        raise SealKeyError(
            f"{setting}: the certificate of {owner(certificate)} is not for signing. Expected one "
            "with the key usage digital signature or non-repudiation."
        )


def check_time(certificate: x509.Certificate, setting: str, now: datetime) -> None:
    """Raises SealKeyError for a certificate that is not valid now."""
    begins, ends = certificate.not_valid_before_utc, certificate.not_valid_after_utc
    if now > ends:
        raise SealKeyError(
            f"{setting}: the certificate of {owner(certificate)} expired on {ends:%Y-%m-%d}. "
            "Expected one that is valid today."
        )
    if now < begins:
        raise SealKeyError(
            f"{setting}: the certificate of {owner(certificate)} is valid from "
            f"{begins:%Y-%m-%d}. Expected one that is valid today."
        )


def read_trusted(path: Path) -> tuple[x509.Certificate, ...]:
    """The certificates of earlier seals, from a PEM file. Raises SealKeyError."""
    try:
        trusted = tuple(x509.load_pem_x509_certificates(path.read_bytes()))
    except (OSError, ValueError):
        raise SealKeyError(
            f"SEAL_TRUSTED: {path} cannot be read. Expected certificates in PEM."
        ) from None
    for each in trusted:
        check_kind(each, "SEAL_TRUSTED")
    return trusted


def owner(certificate: x509.Certificate) -> str:
    """Whom a certificate is for, in one line: the organisation, else the common name."""
    for oid in (NameOID.ORGANIZATION_NAME, NameOID.COMMON_NAME):
        for attribute in certificate.subject.get_attributes_for_oid(oid):
            return str(attribute.value)
    return certificate.subject.rfc4514_string()


def utc(moment: datetime) -> datetime:
    """To the second, as a PDF writes it."""
    return moment.astimezone(UTC).replace(microsecond=0)
