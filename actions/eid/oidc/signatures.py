"""The BankID signature that an OpenID provider passes on (signature extension 1.1 §5.2, threat A6).

The provider's word is not enough for a signature: what counts is the person's own, with the text
and the revision that were asked for in it, and BankID's answer that it was not revoked.
"""

import asyncio
from datetime import datetime

import msgspec

from actions.eid.bankid.evidence import Expected, Verified, verify
from actions.eid.evidence_error import EvidenceError
from actions.eid.oidc import names
from actions.eid.oidc.errors import NotAcceptedError
from actions.eid.oidc.id_token import IdToken
from actions.eid.port import Order


class Signature(msgspec.Struct, frozen=True, kw_only=True):
    """A verified signature, and what proves it: base64, as the provider gave it."""

    verified: Verified
    signature: str
    ocsp_response: str


async def signature_in(
    token: IdToken, order: Order, roots: tuple[bytes, ...], now: datetime
) -> Signature:
    """Raises NotAcceptedError."""
    signature = token.claims.get(names.USER_SIGNATURE)
    ocsp_response = token.claims.get(names.EVIDENCE)
    if not isinstance(signature, str) or not isinstance(ocsp_response, str):
        raise NotAcceptedError("the provider gave no signature")
    expected = Expected(
        operation="sign",
        visible=order.visible_text.encode(),
        hidden=(order.hidden_data or "").encode("ascii"),
        at=now,
    )
    try:
        verified = await asyncio.to_thread(
            verify, signature, ocsp_response, expected=expected, roots=roots
        )
    except EvidenceError as error:
        raise NotAcceptedError(f"the signature: {error}") from error
    return Signature(verified=verified, signature=signature, ocsp_response=ocsp_response)
