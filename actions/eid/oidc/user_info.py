"""What the UserInfo endpoint adds to an ID token (OpenID Connect Core 1.0 §5.3)."""

from collections.abc import Mapping
from typing import Any

import msgspec

from actions.eid.oidc.discovery import Discovery
from actions.eid.oidc.errors import NotAcceptedError
from actions.eid.oidc.keys import ALGORITHMS
from actions.eid.oidc.metadata import Metadata
from actions.eid.oidc.reading import read_json
from actions.eid.oidc.remote import Answer

ACCEPT = "application/jwt, application/json"


class UserInfo(msgspec.Struct, frozen=True):
    claims: Mapping[str, Any] = {}
    #: The signed answer; "" when it came plain over TLS.
    compact: str = ""


async def read(
    answer: Answer, discovery: Discovery, metadata: Metadata, *, client_id: str, subject: str
) -> UserInfo:
    """`subject`: the ID token's. Raises NotAcceptedError, ProviderError."""
    if answer.status != 200:
        raise NotAcceptedError("the provider gave no UserInfo", reason="failed")
    if answer.media_type == "application/jwt":
        found = await _signed(answer, discovery, metadata, client_id)
    else:
        try:
            found = UserInfo(read_json(answer.content, dict[str, Any]))
        except ValueError as error:
            raise NotAcceptedError("the UserInfo cannot be read", reason="failed") from error
    # §5.3.2: else it may be somebody else's.
    if found.claims.get("sub") != subject:
        raise NotAcceptedError("the UserInfo is somebody else's")
    return found


async def _signed(
    answer: Answer, discovery: Discovery, metadata: Metadata, client_id: str
) -> UserInfo:
    allowed = metadata.userinfo_signing_alg_values_supported or tuple(ALGORITHMS)
    try:
        compact = answer.content.decode("ascii").strip()
    except UnicodeDecodeError as error:
        raise NotAcceptedError("the UserInfo cannot be read") from error
    signed = await discovery.verified(compact, allowed)
    # §5.3.2: they should be there. Whose and for whom it is, its key and our access token say too.
    audience = signed.claims.get("aud", client_id)
    if signed.claims.get("iss", metadata.issuer) != metadata.issuer:
        raise NotAcceptedError("the UserInfo is another issuer's")
    if client_id not in (audience if isinstance(audience, list) else [audience]):
        raise NotAcceptedError("the UserInfo is for somebody else")
    return UserInfo(signed.claims, compact)
