"""By whom a file is sealed, for who is given the seals' certificates or their authorities as files.

As `actions.seal.checking`, but for any municipality's archive, offline and in ten years: the certificate
is taken out of the seal itself and must lead to one that is trusted.
"""

from collections.abc import Sequence
from datetime import datetime

import msgspec
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.serialization import Encoding

from actions.eid.chains import validate
from actions.eid.evidence_error import EvidenceError
from actions.seal.checking import Receipt, Verdict, carried, check

_WHY = {
    Verdict.NO_SEAL: "there is no seal in the file",
    Verdict.NOT_PDF: "it is no PDF file",
}
_CHANGED = "the file was changed after it was sealed, or another system has sealed it"


class Seal(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of a file's seal."""

    #: Whom its certificate names, and when it was sealed, by the sealer's clock; of a whole file only.
    by: str = ""
    at: datetime | None = None
    #: Why it proves nothing; "" when it does.
    problem: str = ""


def examine_seal(file: bytes, roots: Sequence[x509.Certificate]) -> Seal:
    """`roots`: certificates of seals, or of the authorities that issued them."""
    found = [each for each in map(_loaded, carried(file)) if each is not None]
    for signer in found:
        receipt = check(file, [signer]).receipt
        if receipt is not None:
            problem = _distrust(signer, found, roots, receipt)
            return Seal(by=receipt.sealed_by, at=receipt.sealed_at, problem=problem)
    return Seal(problem=_WHY.get(check(file, []).verdict, _CHANGED))


def _loaded(der: bytes) -> x509.Certificate | None:
    """None for what cannot be a seal's."""
    try:
        certificate = x509.load_der_x509_certificate(der)
        return certificate if isinstance(certificate.public_key(), RSAPublicKey) else None
    except ValueError:
        return None


def _distrust(
    signer: x509.Certificate,
    others: Sequence[x509.Certificate],
    roots: Sequence[x509.Certificate],
    receipt: Receipt,
) -> str:
    """Why the sealer is not known; "" when the certificate is given or leads to one that is."""
    if not roots:
        return "no trusted certificate of a seal was given"
    if signer in roots:
        return ""
    chain = (signer, *(each for each in others if each != signer))
    try:
        validate(
            tuple(_der(each) for each in chain),
            tuple(_der(each) for each in roots),
            at=receipt.sealed_at,
        )
    except EvidenceError:
        return "its certificate leads to none of those that are trusted"
    return ""


def _der(certificate: x509.Certificate) -> bytes:
    return certificate.public_bytes(Encoding.DER)
