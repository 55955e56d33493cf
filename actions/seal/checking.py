"""Is a file a receipt that we sealed, and nothing else?

The file comes from anybody, so it is not parsed as a PDF until it is known to be ours, byte for byte:
the last signature's byte range must cover the whole file but the gap of its container, and the
container must be exactly what we write for that content (`actions.seal.container`), with a certificate
of ours. So whatever is hidden, appended, wrapped or damaged, a changed file is never said to be
unchanged, and no hostile structure is ever followed: the work grows with the file's size only.

What passes is validated once more by pyHanko, which reads it as a PDF. Both must say yes.
"""

import hashlib
import logging
import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Final

import msgspec
from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding

from actions.seal import container

log = logging.getLogger(__name__)

#: Of a file; a receipt has some 0.1 MB.
MOST_BYTES: Final = 10_000_000

#: As it is written in our seals: the place and length of what comes before and after the container.
_BYTE_RANGE: Final = re.compile(rb"/ByteRange \[0 (\d{1,9}) (\d{1,9}) (\d{1,9})\]")
_NAME: Final = b"/ByteRange"
#: Hexadecimal digits of a container; with a chain of three certificates it has some 15,000.
_MOST_DIGITS: Final = 64_000
#: Where a PDF may begin (ISO 32000-1, annex H, note 13).
_HEAD: Final = 1024


class Verdict(StrEnum):
    """What can truly be said of a file; each has its sentence in `web.check.<verdict>`."""

    UNCHANGED = "unchanged"
    #: Our seal is in it, and does not fit.
    CHANGED = "changed"
    #: It is signed or sealed, and not by us.
    OTHER_SEAL = "other_seal"
    NO_SEAL = "no_seal"
    NOT_PDF = "not_pdf"


class Receipt(msgspec.Struct, frozen=True, kw_only=True):
    """What an unchanged receipt says of itself."""

    reference: str
    received_at: datetime
    sealed_at: datetime
    #: Whom the seal's certificate is for.
    sealed_by: str


class Checked(msgspec.Struct, frozen=True):
    verdict: Verdict
    #: Only of a file that is unchanged.
    receipt: Receipt | None = None


def check(file: bytes, ours: Sequence[x509.Certificate]) -> Checked:
    """Judges at most MOST_BYTES; never raises for anything that a file may hold.

    `ours` are the certificates of the municipality's seals, present and earlier.
    """
    if b"%PDF-" not in file[:_HEAD]:
        return Checked(Verdict.NOT_PDF)
    known = {each.public_bytes(Encoding.DER): each for each in ours}
    signer = _signer(file, known)
    if signer is not None:
        receipt = _read(file, signer)
        return Checked(Verdict.UNCHANGED if receipt else Verdict.CHANGED, receipt)
    if any(each in file for der in known for each in _written_ways(der)):
        return Checked(Verdict.CHANGED)
    return Checked(Verdict.OTHER_SEAL if _NAME in file else Verdict.NO_SEAL)


def _written_ways(der: bytes) -> tuple[bytes, ...]:
    """How a certificate may stand in a file, our own way first."""
    digits = der.hex()
    return (digits.upper().encode(), digits.encode(), der)


# ── Byte for byte ─────────────────────────────────────────────────────────────────────────────


def carried(file: bytes) -> tuple[bytes, ...]:
    """DER of the certificates in the file's last seal; they prove nothing by being there."""
    gap = _gap(file)
    sealed = container.read(_unhexed(file[gap[0] : gap[1]])) if gap else None
    return sealed.certificates if sealed else ()


def _gap(file: bytes) -> tuple[int, int] | None:
    """Where the container of the last seal lies, when that seal covers all the rest of the file."""
    found = _BYTE_RANGE.match(file, max(file.rfind(_NAME), 0))
    if found is None:
        return None
    before, after, rest = (int(number) for number in found.groups())
    if not before < after <= before + _MOST_DIGITS or after + rest != len(file):
        return None
    return before, after


def _signer(file: bytes, known: Mapping[bytes, x509.Certificate]) -> x509.Certificate | None:
    """Whose seal the file has, if every byte of it is as it was sealed."""
    gap = _gap(file)
    if gap is None:
        return None
    before, after = gap
    der = _unhexed(file[before:after])
    sealed = container.read(der)
    if sealed is None:
        return None
    for signer in sealed.certificates:
        if signer in known:
            certificates = container.in_order(signer, sealed.certificates)
            digest = hashlib.sha256(memoryview(file)[:before])
            digest.update(memoryview(file)[after:])
            attributes = container.signed_attributes(digest.digest(), certificates)
            is_ours = container.write(attributes, sealed.signature, certificates) == der
            return known[signer] if is_ours and _fits(known[signer], sealed, attributes) else None
    return None


def _unhexed(gap: bytes) -> bytes:
    """What the gap of a signature holds; nothing unless it is written as we write it."""
    try:
        content = bytes.fromhex(gap[1:-1].decode("ascii"))
    except ValueError:
        return b""
    return content if gap == b"<" + content.hex().upper().encode() + b">" else b""


def _fits(signer: x509.Certificate, sealed: container.Container, attributes: bytes) -> bool:
    key = signer.public_key()
    assert isinstance(key, RSAPublicKey)  # no other certificate is taken for a seal's
    try:
        key.verify(sealed.signature, attributes, PKCS1v15(), SHA256())
    except InvalidSignature:
        return False
    return True


# ── As a PDF ──────────────────────────────────────────────────────────────────────────────────


def _read(file: bytes, signer: x509.Certificate) -> Receipt | None:
    """What the receipt says, when pyHanko too finds it whole; None, and a log line, when not."""
    from actions.seal.reading import DisagreementError, read

    try:
        return read(file, signer)
    except DisagreementError as error:
        log.error("a file that is sealed byte for byte is doubted: %s", error)
        return None
