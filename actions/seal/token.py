"""The key of the seal in hardware (PKCS#11): an HSM or a card, by way of its maker's library.

Needs python-pkcs11, which is not among the libraries that everybody installs.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from cryptography import x509

from actions.seal.keys import SealKeyError, check_kind
from config.seal_settings import Pkcs11Settings

#: A login is the whole process's, so two threads must not log in and out across each other.
_one_at_a_time = threading.Lock()


class TokenKey:
    """A key that never leaves its hardware. Each use logs in anew, so it survives a restart of it."""

    def __init__(self, settings: Pkcs11Settings) -> None:
        """Raises SealKeyError."""
        self._settings = settings
        self.chain: tuple[x509.Certificate, ...] = ()
        with self._session() as (pkcs11, session):
            self._private_key(pkcs11, session)
            found = session.get_objects(
                {
                    pkcs11.Attribute.CLASS: pkcs11.ObjectClass.CERTIFICATE,
                    pkcs11.Attribute.LABEL: settings.label,
                }
            )
            content = [bytes(each[pkcs11.Attribute.VALUE]) for each in found]
        if len(content) != 1:
            raise SealKeyError(
                f"SEAL_PKCS11_LABEL: {len(content)} certificates are called {settings.label!r}. "
                "Expected one, with the label of the key."
            )
        self.certificate = x509.load_der_x509_certificate(content[0])
        check_kind(self.certificate, "SEAL_PKCS11_LABEL")

    def sign(self, content: bytes) -> bytes:
        """Raises SealKeyError when the hardware does not answer."""
        with self._session() as (pkcs11, session):
            key = self._private_key(pkcs11, session)
            return bytes(key.sign(content, mechanism=pkcs11.Mechanism.SHA256_RSA_PKCS))

    @contextmanager
    def _session(self) -> Iterator[tuple[Any, Any]]:
        """python-pkcs11 itself, and a session in which we are logged in."""
        try:
            import pkcs11
        except ImportError:
            raise SealKeyError(
                "SEAL_PKCS11_MODULE: python-pkcs11 is missing. Expected it to be installed: "
                "pip install python-pkcs11."
            ) from None
        settings = self._settings
        try:
            with _one_at_a_time:
                token = pkcs11.lib(str(settings.module)).get_token(token_label=settings.token)
                with token.open(user_pin=settings.pin) as session:
                    yield pkcs11, session
        except (pkcs11.PKCS11Error, RuntimeError) as error:
            why = type(error).__name__  # most have no text of their own
            raise SealKeyError(
                f"SEAL_PKCS11_TOKEN: {settings.token!r} cannot be used ({why}). Expected a token "
                "of SEAL_PKCS11_MODULE that SEAL_PKCS11_PIN opens."
            ) from error

    def _private_key(self, pkcs11: Any, session: Any) -> Any:
        try:
            return session.get_key(
                object_class=pkcs11.ObjectClass.PRIVATE_KEY,
                key_type=pkcs11.KeyType.RSA,
                label=self._settings.label,
            )
        except (pkcs11.NoSuchKey, pkcs11.MultipleObjectsReturned):
            raise SealKeyError(
                f"SEAL_PKCS11_LABEL: there is not one RSA key called {self._settings.label!r}. "
                "Expected the label of the seal's key."
            ) from None
