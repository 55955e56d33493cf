"""Settings of the seal on receipts: where its key is, and which earlier seals are still ours."""

from collections.abc import Mapping
from pathlib import Path

import msgspec

from config.reading import SettingsError, file

_TOKEN_NAMES = (
    "SEAL_PKCS11_MODULE",
    "SEAL_PKCS11_TOKEN",
    "SEAL_PKCS11_PIN",
    "SEAL_PKCS11_LABEL",
)


class Pkcs12Settings(msgspec.Struct, frozen=True):
    """A file with the key, its certificate and the chain above it."""

    path: Path
    password: str | None


class Pkcs11Settings(msgspec.Struct, frozen=True, kw_only=True):
    """A key that never leaves its hardware."""

    #: The maker's library.
    module: Path
    #: Label of the token.
    token: str
    pin: str
    #: Label of both the private key and its certificate.
    label: str


class SealSettings(msgspec.Struct, frozen=True, kw_only=True):
    #: None: a demo seal of this installation's own.
    key: Pkcs12Settings | Pkcs11Settings | None = None
    #: PEM: the certificates of earlier seals.
    trusted: Path | None = None


def read_seal(given: Mapping[str, str]) -> SealSettings:
    """Raises SettingsError."""
    token = [name for name in _TOKEN_NAMES if name in given]
    if "SEAL_PKCS12" in given and token:
        raise SettingsError(
            f"{token[0]}: there is a SEAL_PKCS12 too. Expected one place where the key is."
        )
    key = _token(given) if token else _pkcs12(given)
    if "SEAL_TRUSTED" in given and key is None:
        raise SettingsError(
            "SEAL_TRUSTED: a demo seal has no earlier ones. Expected a SEAL_PKCS12 or the "
            "SEAL_PKCS11_… settings too."
        )
    return SealSettings(key=key, trusted=_given_file(given, "SEAL_TRUSTED"))


def _pkcs12(given: Mapping[str, str]) -> Pkcs12Settings | None:
    path = _given_file(given, "SEAL_PKCS12")
    return Pkcs12Settings(path, given.get("SEAL_PKCS12_PASSWORD")) if path else None


def _token(given: Mapping[str, str]) -> Pkcs11Settings:
    for name in _TOKEN_NAMES:
        if name not in given:
            raise SettingsError(f"{name}: missing. A seal with a hardware key needs it.")
    return Pkcs11Settings(
        module=file(given, "SEAL_PKCS11_MODULE", Path()),
        token=given["SEAL_PKCS11_TOKEN"],
        pin=given["SEAL_PKCS11_PIN"],
        label=given["SEAL_PKCS11_LABEL"],
    )


def _given_file(given: Mapping[str, str], name: str) -> Path | None:
    return file(given, name, Path()) if name in given else None
