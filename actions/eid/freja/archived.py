"""Verification of archived Freja evidence, with nothing but the evidence and Freja's certificates.

The certificate in the evidence tells which of them it was; it is not trusted for being there.
"""

from datetime import datetime

from actions.eid.evidence_error import EvidenceError
from actions.eid.freja.evidence import Expected, verify
from actions.eid.freja.jws import Certificate
from actions.evidence_files import EvidenceFile


def verify_archived(
    file: EvidenceFile, certificates: tuple[Certificate, ...]
) -> tuple[str, datetime]:
    """The personnummer that the signature proves, and when it was made. Raises EvidenceError."""
    evidence = file.evidence
    verified = verify(
        str(evidence.details.get("jws", "")),
        expected=Expected(
            operation=evidence.operation,
            reference=evidence.order_id,
            visible=evidence.visible_text.encode(),
            hidden=evidence.hidden_bytes,
            started_at=evidence.at,
            at=evidence.at,
        ),
        certificates=certificates,
        roots=None,
    )
    if verified.personnummer is None:
        raise EvidenceError("it names no Swedish number")
    return verified.personnummer, verified.at
