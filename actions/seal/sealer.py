"""Sealing, and what is known of our own seals."""

import threading
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.serialization import Encoding

from actions.seal import container, keys
from actions.seal.keys import SealKey
from config.seal_settings import Pkcs11Settings, Pkcs12Settings, SealSettings


class Sealer:
    """Seals PDF files with the municipality's key. May be used from any thread.

    The key is opened when it is first needed, and pyHanko is loaded then.
    """

    def __init__(
        self, settings: SealSettings, *, folder: Path, now: Callable[[], datetime]
    ) -> None:
        """`folder` is where a demo keeps its key. Raises SealKeyError for unreadable SEAL_TRUSTED."""
        self._settings = settings
        self._folder = folder
        self._now = now
        self._trusted = keys.read_trusted(settings.trusted) if settings.trusted else ()
        self._opening = threading.Lock()
        self._key: SealKey | None = None

    @property
    def is_demo(self) -> bool:
        """Its seals prove nothing: anybody can make a demo."""
        return self._settings.key is None

    @property
    def key(self) -> SealKey:
        """Raises SealKeyError when it cannot be opened."""
        with self._opening:
            if self._key is None:
                self._key = self._open()
            return self._key

    def _open(self) -> SealKey:
        match self._settings.key:
            case Pkcs12Settings(path, password):
                return keys.open_pkcs12(path, password)
            case Pkcs11Settings() as token:
                from actions.seal.token import TokenKey

                return TokenKey(token)
            case None:
                return keys.open_demo(self._folder, self._now)

    @property
    def _place(self) -> str:
        """Where the certificate comes from, as an operator knows it."""
        match self._settings.key:
            case Pkcs12Settings():
                return "SEAL_PKCS12"
            case Pkcs11Settings():
                return "SEAL_PKCS11_LABEL"
            case None:
                return "VAR_DIR"

    def check_key(self) -> x509.Certificate:
        """The certificate of today's seals. Raises SealKeyError when nothing can be sealed now."""
        certificate = self.key.certificate
        keys.check_time(certificate, self._place, self._now())
        return certificate

    @property
    def ours(self) -> tuple[x509.Certificate, ...]:
        """The certificates of the present and of earlier seals. Raises SealKeyError."""
        return (self.key.certificate, *self._trusted)

    def seal(self, pdf: bytes, *, label: str) -> bytes:
        """The PDF with the seal; `label` is what a screen reader says of it.

        Takes some 15 ms. The same file sealed within the same second gives the same bytes.
        Raises SealKeyError when the key cannot be used, e.g. because its certificate has expired.
        """
        from actions.seal.embedding import embed

        certificate, key = self.check_key(), self.key
        certificates = container.in_order(_der(certificate), [_der(each) for each in key.chain])
        return embed(
            pdf,
            partial(_sealed, key, certificates),
            size=len(_container(certificates, bytes(32), bytes(_signature_size(certificate)))),
            at=keys.utc(self._now()),
            owner=keys.owner(certificate),
            label=label,
        )


def _sealed(key: SealKey, certificates: container.Certificates, digest: bytes) -> bytes:
    signature = key.sign(container.signed_attributes(digest, certificates))
    return _container(certificates, digest, signature)


def _container(certificates: container.Certificates, digest: bytes, signature: bytes) -> bytes:
    attributes = container.signed_attributes(digest, certificates)
    return container.write(attributes, signature, certificates)


def _signature_size(certificate: x509.Certificate) -> int:
    key = certificate.public_key()
    assert isinstance(key, RSAPublicKey)  # `keys.check_kind` has seen to it
    return (key.key_size + 7) // 8


def _der(certificate: x509.Certificate) -> bytes:
    return certificate.public_bytes(Encoding.DER)
