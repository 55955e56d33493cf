"""Encryption at rest and keyed look-ups (threats B4, E9, E10).

Each conversation, draft, inbox row … has its own random data key, wrapped by the newest of the
configured secrets. A value is sealed with AES-256-GCM under the data key, bound to its row and field
as associated data, so ciphertexts cannot be swapped. Destroying the wrapped key destroys the row.

Looking somebody up goes over a keyed MAC: a hash of a personal number alone could be reversed by
trying all of them. The MAC key comes from the *oldest* secret, so that rotation keeps the index.
"""

import hashlib
import hmac
import os
import secrets
from collections.abc import Sequence
from functools import lru_cache

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

_NONCE = 12
_KEY_ID = 4


class SealError(Exception):
    """A sealed value cannot be opened: the key is missing, or the value was changed or moved."""


def _derive(secret: str, purpose: bytes) -> bytes:
    return HKDF(SHA256(), 32, salt=None, info=b"arendebot " + purpose).derive(secret.encode())


def _seal(cipher: AESGCM, plaintext: bytes, bound_to: bytes) -> bytes:
    nonce = os.urandom(_NONCE)
    return nonce + cipher.encrypt(nonce, plaintext, bound_to)


def _open(cipher: AESGCM, sealed: bytes, bound_to: bytes) -> bytes:
    try:
        return cipher.decrypt(sealed[:_NONCE], sealed[_NONCE:], bound_to)
    except InvalidTag:
        raise SealError("a sealed value was changed, moved or has another key") from None


class RowKey:
    """The data key of one row. `wrapped` is what is stored beside the row."""

    __slots__ = ("_cipher", "_row", "wrapped")

    def __init__(self, cipher: AESGCM, row: str, wrapped: bytes) -> None:
        self._cipher = cipher
        self._row = row
        self.wrapped = wrapped

    def seal(self, plaintext: bytes, field: str) -> bytes:
        return _seal(self._cipher, plaintext, f"{self._row}/{field}".encode())

    def open(self, sealed: bytes, field: str) -> bytes:
        """Raises SealError when the value was changed or belongs elsewhere."""
        return _open(self._cipher, sealed, f"{self._row}/{field}".encode())


class Keyring:
    """The configured secrets, newest first."""

    def __init__(self, secret_keys: Sequence[str]) -> None:
        self._wrapping = {
            hashlib.sha256(_derive(secret, b"id")).digest()[:_KEY_ID]: AESGCM(
                _derive(secret, b"wrap")
            )
            for secret in reversed(secret_keys)
        }
        self._newest = list(self._wrapping)[-1]
        self._mac_key = _derive(secret_keys[-1], b"mac")
        self._unwrap = lru_cache(maxsize=20_000)(self._unwrap_uncached)

    def new_row_key(self, row: str) -> RowKey:
        """A fresh data key for the row with this id."""
        data_key = secrets.token_bytes(32)
        sealed = _seal(self._wrapping[self._newest], data_key, row.encode())
        return RowKey(AESGCM(data_key), row, self._newest + sealed)

    def row_key(self, row: str, wrapped: bytes) -> RowKey:
        """The stored data key of a row.

        Raises SealError when none of the configured secrets wrapped it.
        """
        return self._unwrap(row, bytes(wrapped))

    def _unwrap_uncached(self, row: str, wrapped: bytes) -> RowKey:
        wrapping = self._wrapping.get(wrapped[:_KEY_ID])
        if wrapping is None:
            key_id = wrapped[:_KEY_ID].hex()
            raise SealError(f"the secret with id {key_id} is missing in ARENDEBOT_SECRET_KEYS")
        data_key = _open(wrapping, wrapped[_KEY_ID:], row.encode())
        return RowKey(AESGCM(data_key), row, wrapped)

    def mac(self, purpose: str, value: str) -> str:
        """A keyed digest of `value` for looking it up, different for each purpose."""
        message = f"{purpose}\0{value}".encode()
        return hmac.new(self._mac_key, message, hashlib.sha256).hexdigest()[:40]


def new_id() -> str:
    """A random id: 128 bits, safe in addresses."""
    return secrets.token_urlsafe(16)


def new_token() -> str:
    """A bearer token: 192 random bits, safe in addresses. Only its MAC is ever stored."""
    return secrets.token_urlsafe(24)
