"""Verification of archived BankID evidence, with nothing but the evidence and the roots."""

from datetime import datetime

from actions.eid.bankid.evidence import Expected, verify
from actions.evidence_files import EvidenceFile


def verify_archived(file: EvidenceFile, roots: tuple[bytes, ...]) -> tuple[str, datetime]:
    """The personnummer that the signature proves, and when it was made. Raises EvidenceError."""
    evidence = file.evidence
    verified = verify(
        str(evidence.details.get("signature", "")),
        str(evidence.details.get("ocsp_response", "")),
        expected=Expected(
            operation=evidence.operation,
            visible=evidence.visible_text.encode(),
            hidden=evidence.hidden_bytes,
            at=evidence.at,
        ),
        roots=roots,
    )
    return verified.holder.personnummer, verified.signed_at
