"""A certificate authority for tests: seals of a municipality, of others, expired or of the wrong kind."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, pkcs12
from cryptography.x509.oid import NameOID

from actions.receipts import sealed_receipt
from actions.seal.keys import SIGNING
from actions.seal.sealer import Sealer
from config.seal_settings import Pkcs12Settings, SealSettings
from tests.actions.test_receipt import REVISION, TEXTS, a_content

NOW = datetime(2026, 11, 23, 9, 0, 0, tzinfo=UTC)
PASSWORD = "hemligt"
ENCRYPTING = x509.KeyUsage(False, False, True, False, False, False, False, False, False)
AUTHORITY = x509.KeyUsage(False, False, False, False, False, True, True, False, False)


@cache
def rsa_key(_name: str, bits: int = 2048) -> rsa.RSAPrivateKey:
    """One for each name, made once: they are slow to make."""
    return rsa.generate_private_key(65537, bits)


@cache
def curve_key(_name: str) -> ec.EllipticCurvePrivateKey:
    return ec.generate_private_key(ec.SECP256R1())


def name(organisation: str) -> x509.Name:
    return x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "SE"),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, organisation),
            x509.NameAttribute(NameOID.COMMON_NAME, f"{organisation} e-tjänster"),
        ]
    )


def certificate(
    organisation: str,
    key: Any,
    *,
    begins: datetime = NOW - timedelta(days=100),
    ends: datetime = NOW + timedelta(days=265),
    usage: x509.KeyUsage = SIGNING,
) -> x509.Certificate:
    """Issued by the authority, also for itself."""
    is_authority = usage is AUTHORITY
    return (
        x509.CertificateBuilder()
        .subject_name(name(organisation))
        .issuer_name(name("Provutfärdaren"))
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(begins)
        .not_valid_after(ends)
        .add_extension(x509.BasicConstraints(is_authority, None), critical=True)
        .add_extension(usage, critical=True)
        .sign(rsa_key("Provutfärdaren"), SHA256())
    )


@cache
def root() -> x509.Certificate:
    return certificate("Provutfärdaren", rsa_key("Provutfärdaren"), usage=AUTHORITY)


def pkcs12_file(path: Path, key: Any, issued: x509.Certificate) -> Path:
    """With the chain, as an authority delivers it."""
    lock = BestAvailableEncryption(PASSWORD.encode())
    content = pkcs12.serialize_key_and_certificates(b"sigill", key, issued, [root()], lock)
    path.write_bytes(content)
    return path


def sealer_of(
    folder: Path,
    organisation: str = "Provby kommun",
    *,
    trusted: tuple[x509.Certificate, ...] = (),
    now: Callable[[], datetime] = lambda: NOW,
    **facts: Any,
) -> Sealer:
    """Seals with a key of the authority's; `trusted` are the certificates of earlier seals."""
    key = rsa_key(organisation)
    path = pkcs12_file(folder / f"{organisation}.p12", key, certificate(organisation, key, **facts))
    bundle = None
    if trusted:
        bundle = folder / "trusted.pem"
        bundle.write_bytes(b"".join(each.public_bytes(Encoding.PEM) for each in trusted))
    settings = SealSettings(key=Pkcs12Settings(path, PASSWORD), trusted=bundle)
    return Sealer(settings, folder=folder, now=now)


def a_sealed_receipt(sealer: Sealer, **facts: Any) -> bytes:
    return sealed_receipt(sealer, a_content(**facts), texts=TEXTS, revision=REVISION)
