"""Throw-away authorities, certificates and OCSP answers, as real as those of an e-ID."""

import hashlib
from datetime import UTC, datetime, timedelta
from functools import cache
from ipaddress import ip_address
from pathlib import Path
from typing import Any, ClassVar

import msgspec
from asn1crypto import algos, core, ocsp
from asn1crypto import x509 as asn1
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

_FROM, _UNTIL = datetime(2024, 1, 1, tzinfo=UTC), datetime(2044, 1, 1, tzinfo=UTC)


@cache
def new_key(owner: str) -> rsa.RSAPrivateKey:
    """One for each owner and test process: making them is slow."""
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


class Identity(msgspec.Struct, frozen=True):
    """A certificate and its key."""

    certificate: x509.Certificate
    key: rsa.RSAPrivateKey

    @property
    def der(self) -> bytes:
        return self.certificate.public_bytes(serialization.Encoding.DER)

    @property
    def pem(self) -> bytes:
        return self.certificate.public_bytes(serialization.Encoding.PEM)

    def write(self, folder: Path, name: str) -> tuple[Path, Path]:
        """The certificate and the key as PEM files."""
        cert, key = folder / f"{name}.pem", folder / f"{name}.key"
        cert.write_bytes(self.pem)
        key.write_bytes(
            self.key.private_bytes(
                serialization.Encoding.PEM,
                serialization.PrivateFormat.PKCS8,
                serialization.NoEncryption(),
            )
        )
        return cert, key


def name_of(**parts: str) -> x509.Name:
    oids = {
        "cn": NameOID.COMMON_NAME,
        "o": NameOID.ORGANIZATION_NAME,
        "c": NameOID.COUNTRY_NAME,
        "serial": NameOID.SERIAL_NUMBER,
        "given": NameOID.GIVEN_NAME,
        "surname": NameOID.SURNAME,
        "name": x509.ObjectIdentifier("2.5.4.41"),
    }
    return x509.Name([x509.NameAttribute(oids[kind], value) for kind, value in parts.items()])


def authority(subject: x509.Name, *, issuer: Identity | None = None) -> Identity:
    """A certificate authority; its own root without an `issuer`."""
    key = new_key(subject.rfc4514_string())
    return _issued(subject, key, issuer or Identity(None, key), is_ca=True)  # type: ignore[arg-type]


def server(issuer: Identity) -> Identity:
    """Of a TLS server on this machine."""
    return _issued(
        name_of(cn="127.0.0.1"),
        new_key("server"),
        issuer,
        (x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), False),
        (x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), False),
    )


def client(subject: x509.Name, issuer: Identity) -> Identity:
    """Of a relying party."""
    usage = (x509.ExtendedKeyUsage([ExtendedKeyUsageOID.CLIENT_AUTH]), False)
    return _issued(subject, new_key("client"), issuer, usage)


def person(
    personnummer: str, given: str, surname: str, issuer: Identity, *, until: datetime = _UNTIL
) -> Identity:
    """Of somebody who signs."""
    subject = name_of(
        c="SE", o=_organisation(issuer), surname=surname, given=given, serial=personnummer,
        cn=f"{given} {surname}",
    )  # fmt: skip
    usage = x509.KeyUsage(
        digital_signature=True, content_commitment=True, key_encipherment=False,
        data_encipherment=False, key_agreement=False, key_cert_sign=False, crl_sign=False,
        encipher_only=False, decipher_only=False,
    )  # fmt: skip
    return _issued(subject, new_key(personnummer), issuer, (usage, True), until=until)


def responder(issuer: Identity) -> Identity:
    """Of who answers for an authority whether certificates are revoked."""
    usage = (x509.ExtendedKeyUsage([ExtendedKeyUsageOID.OCSP_SIGNING]), False)
    no_check = (x509.OCSPNoCheck(), False)
    return _issued(name_of(cn="OCSP", o="Bank"), new_key("ocsp"), issuer, usage, no_check)


def _organisation(issuer: Identity) -> str:
    found = issuer.certificate.subject.get_attributes_for_oid(NameOID.ORGANIZATION_NAME)
    return str(found[0].value)


def _issued(
    subject: x509.Name,
    key: rsa.RSAPrivateKey,
    issuer: Identity,
    *extensions: tuple[x509.ExtensionType, bool],
    is_ca: bool = False,
    until: datetime = _UNTIL,
) -> Identity:
    by = issuer.certificate.subject if issuer.certificate is not None else subject
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(by)
        .public_key(key.public_key())
        .serial_number(int.from_bytes(hashlib.sha256(subject.public_bytes()).digest()[:8]) | 1)
        .not_valid_before(_FROM)
        .not_valid_after(until)
        .add_extension(x509.BasicConstraints(ca=is_ca, path_length=None), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer.key.public_key()), False
        )
    )
    for extension, critical in extensions:
        builder = builder.add_extension(extension, critical)
    return Identity(builder.sign(issuer.key, hashes.SHA256()), key)


_NONCE = "1.3.6.1.5.5.7.48.1.2"


class _Extension(core.Sequence):  # type: ignore[misc]  # asn1crypto is untyped
    """asn1crypto's own class cannot hold a value that is not DER, as BankID's nonce."""

    _fields: ClassVar[list[Any]] = [
        ("extn_id", core.ObjectIdentifier),
        ("critical", core.Boolean, {"default": False}),
        ("extn_value", core.OctetString),
    ]


class _Extensions(core.SequenceOf):  # type: ignore[misc]
    _child_spec = _Extension


class _ResponseData(ocsp.ResponseData):  # type: ignore[misc]
    _fields: ClassVar[list[Any]] = [
        *ocsp.ResponseData._fields[:-1],
        ("response_extensions", _Extensions, {"explicit": 1, "optional": True}),
    ]


def ocsp_answer(
    certificate: x509.Certificate,
    issuer: Identity,
    by: Identity,
    *,
    at: datetime,
    nonce: bytes,
    status: str = "good",
) -> bytes:
    """DER, produced `at`; `nonce` is the extension's value as it stands.

    The usual builder cannot choose the time, so it is put together here.
    """
    at = at.replace(microsecond=0)
    issuer_key = asn1.Certificate.load(issuer.der).public_key
    cert_id = ocsp.CertId(
        {
            "hash_algorithm": {"algorithm": "sha1"},
            "issuer_name_hash": hashlib.sha1(issuer.certificate.subject.public_bytes()).digest(),
            "issuer_key_hash": issuer_key.sha1,
            "serial_number": certificate.serial_number,
        }
    )
    states: dict[str, Any] = {
        "good": ocsp.CertStatus("good"),
        "revoked": ocsp.CertStatus(
            "revoked",
            {"revocation_time": at - timedelta(days=1), "revocation_reason": "unspecified"},
        ),
        "unknown": ocsp.CertStatus("unknown"),
    }
    data = _ResponseData(
        {
            "responder_id": ocsp.ResponderId(
                "by_key", asn1.Certificate.load(by.der).public_key.sha1
            ),
            "produced_at": at,
            "responses": [
                {
                    "cert_id": cert_id,
                    "cert_status": states[status],
                    "this_update": at,
                    "next_update": at + timedelta(minutes=5),
                }
            ],
            "response_extensions": [{"extn_id": _NONCE, "critical": True, "extn_value": nonce}],
        }
    )
    basic = ocsp.BasicOCSPResponse(
        {
            "tbs_response_data": data,
            "signature_algorithm": algos.SignedDigestAlgorithm({"algorithm": "sha256_rsa"}),
            "signature": by.key.sign(data.dump(), padding.PKCS1v15(), hashes.SHA256()),
            "certs": [asn1.Certificate.load(by.der)],
        }
    )
    response = ocsp.OCSPResponse(
        {
            "response_status": "successful",
            "response_bytes": {"response_type": "basic_ocsp_response", "response": basic},
        }
    )
    dumped: bytes = response.dump()
    return dumped
