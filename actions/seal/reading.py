"""A sealed receipt read as a PDF, for files that are already known to be ours byte for byte.

This module loads pyHanko: import it when there is something to read.
"""

import io
from datetime import datetime
from typing import Final

from asn1crypto.x509 import Certificate
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from pyhanko.pdf_utils.generic import parse_pdf_date
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import MDPPerm
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko.sign.validation.status import SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext

from actions.seal.checking import Receipt
from actions.seal.keys import owner

_FOR_SIGNING: Final = KeyUsageConstraints(key_usage={"digital_signature", "non_repudiation"})


class DisagreementError(Exception):
    """pyHanko does not find the file whole, or it is no receipt."""


def read(file: bytes, signer: x509.Certificate) -> Receipt:
    """What the receipt says of itself. Raises DisagreementError."""
    try:
        return _read(file, signer)
    except (PdfError, ValueError, LookupError, TypeError, AttributeError) as error:
        # All of these are raised for a structure that is not as it should be
        raise DisagreementError(f"it cannot be read: {error}") from error


def _read(file: bytes, signer: x509.Certificate) -> Receipt:
    reader = PdfFileReader(io.BytesIO(file))
    signatures = reader.embedded_signatures
    if len(signatures) != 1:
        raise DisagreementError(f"{len(signatures)} signatures")
    (seal,) = signatures
    sealed_at = seal.self_reported_timestamp
    if sealed_at is None:
        raise DisagreementError("the seal has no time")
    _validate(seal, signer, sealed_at)
    said = reader.trailer["/Info"]
    return Receipt(
        reference=str(said["/Keywords"]),
        received_at=parse_pdf_date(said["/CreationDate"]),
        sealed_at=sealed_at,
        sealed_by=owner(signer),
    )


def _validate(seal: EmbeddedPdfSignature, signer: x509.Certificate, at: datetime) -> None:
    """Our own certificate is the root of trust: no authority's other customer can seal for us."""
    root = Certificate.load(signer.public_bytes(Encoding.DER))
    status = validate_pdf_signature(
        seal,
        ValidationContext(trust_roots=[root], allow_fetching=False, moment=at),
        key_usage_settings=_FOR_SIGNING,
    )
    if not status.bottom_line:
        raise DisagreementError(status.summary())
    if seal.docmdp_level is not MDPPerm.NO_CHANGES:
        raise DisagreementError("the seal allows changes")
    if status.coverage is not SignatureCoverageLevel.ENTIRE_FILE:
        raise DisagreementError(f"coverage {status.coverage}")
