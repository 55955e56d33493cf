"""Whether a certificate leads to a pinned root, by pyHanko's validator, offline (threat A7)."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec
from asn1crypto import ocsp, pem, x509
from pyhanko_certvalidator import CertificateValidator, ValidationContext
from pyhanko_certvalidator.errors import OCSPValidationError, PathError, ValidationError
from pyhanko_certvalidator.path import ValidationPath
from pyhanko_certvalidator.policy_decl import (
    CertRevTrustPolicy,
    RevocationCheckingPolicy,
    RevocationCheckingRule,
)

from actions.eid.evidence_error import EvidenceError
from config.reading import SettingsError

Check = Callable[[x509.Certificate, ValidationPath, ValidationContext], Awaitable[object]]

#: E-IDs give no revocation answer for their authorities. One for the person is the caller's affair.
_POLICY = CertRevTrustPolicy(
    RevocationCheckingPolicy(
        ee_certificate_rule=RevocationCheckingRule.NO_CHECK,
        intermediate_ca_cert_rule=RevocationCheckingRule.NO_CHECK,
    )
)
_TOLERANCE = timedelta(minutes=1)


class Names(msgspec.Struct, frozen=True):
    """Whom a certificate names, and by whom it is; attributes by their names in asn1crypto."""

    subject: Mapping[str, Any]
    issuer: Mapping[str, Any]

    @property
    def personnummer(self) -> str | None:
        """Twelve digits, if there are any."""
        number = str(self.subject.get("serial_number", "")).removeprefix("PNOSE-")
        return number if len(number) == 12 and number.isascii() and number.isdigit() else None


def read_roots(path: Path) -> tuple[bytes, ...]:
    """The certificates of a PEM file, DER. Raises ValueError when there are none."""
    content = path.read_bytes()
    if not pem.detect(content):
        raise ValueError("not a PEM file")
    found = [der for kind, _, der in pem.unarmor(content, multiple=True) if kind == "CERTIFICATE"]
    if not found:
        raise ValueError("no certificate in it")
    return tuple(found)


def trusted_roots(setting: str, path: Path) -> tuple[bytes, ...]:
    """The roots that a setting names. Raises SettingsError."""
    try:
        return read_roots(path)
    except (OSError, ValueError) as error:
        raise SettingsError(f"{setting}: {error}. Expected a PEM file.") from None


def validate(
    certificates: tuple[bytes, ...],
    roots: tuple[bytes, ...],
    *,
    at: datetime,
    ocsps: tuple[ocsp.OCSPResponse, ...] = (),
    check: Check | None = None,
) -> Names:
    """Of the first certificate, which the others connect to a root. Raises EvidenceError.

    `check` is done on the path as well. Must not be called where an event loop runs.
    """
    try:
        own, *others = [x509.Certificate.load(each, strict=True) for each in certificates]
        context = ValidationContext(
            trust_roots=[x509.Certificate.load(each) for each in roots],
            other_certs=others,
            moment=at,
            best_signature_time=at,
            ocsps=list(ocsps),
            revinfo_policy=_POLICY,
            allow_fetching=False,
            time_tolerance=_TOLERANCE,
        )
        asyncio.run(_validate(own, others, context, check))
        return Names(own.subject.native, own.issuer.native)
    except (PathError, ValidationError, OCSPValidationError, ValueError, TypeError) as error:
        # The validator's own words name the person.
        raise EvidenceError(
            f"the certificate is not to be trusted: {type(error).__name__}"
        ) from error


async def _validate(
    own: x509.Certificate,
    others: list[x509.Certificate],
    context: ValidationContext,
    check: Check | None,
) -> None:
    path = await CertificateValidator(own, others, validation_context=context).async_validate_path()
    if check is not None:
        await check(own, path, context)
