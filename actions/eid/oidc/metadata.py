"""What an OpenID provider says of itself (OpenID Connect Discovery 1.0 §3)."""

from typing import Any

import msgspec

from actions.eid.oidc import names
from actions.eid.oidc.reading import read_json


class MetadataError(Exception):
    """The description cannot be believed or used. The text is for the operator."""


class Metadata(msgspec.Struct, frozen=True, kw_only=True):
    """Defaults are those of the specification for what a provider leaves out."""

    issuer: str
    authorization_endpoint: str
    token_endpoint: str
    jwks_uri: str
    userinfo_endpoint: str = ""
    #: RFC 9126; "": it takes requests only by the browser.
    pushed_authorization_request_endpoint: str = ""
    require_pushed_authorization_requests: bool = False
    response_types_supported: tuple[str, ...] = ("code",)
    #: None: not said, which is allowed.
    scopes_supported: frozenset[str] | None = None
    claims_supported: frozenset[str] = frozenset()
    acr_values_supported: frozenset[str] = frozenset()
    id_token_signing_alg_values_supported: tuple[str, ...] = ("RS256",)
    #: Empty: not said, so any that we take.
    userinfo_signing_alg_values_supported: tuple[str, ...] = ()
    #: None: not said, so the secret in one way or the other.
    token_endpoint_auth_methods_supported: tuple[str, ...] | None = None
    token_endpoint_auth_signing_alg_values_supported: tuple[str, ...] = ()
    request_object_signing_alg_values_supported: tuple[str, ...] = ()
    claims_parameter_supported: bool = False
    request_parameter_supported: bool = False
    authorization_response_iss_parameter_supported: bool = False
    user_message_supported: bool = msgspec.field(default=False, name=names.USER_MESSAGE_SUPPORTED)
    user_message_types: tuple[str, ...] = msgspec.field(
        default=("text/plain",), name=names.USER_MESSAGE_TYPES
    )

    @property
    def takes_messages(self) -> bool:
        """Whether it shows our text when somebody logs in."""
        return self.user_message_supported and "text/plain" in self.user_message_types

    @property
    def gives_signatures(self) -> bool:
        """Signature extension 1.1 §5.3, with signatures that can be verified: those of BankID, for
        which the answer about revocation comes too."""
        return (
            names.SIGN in (self.scopes_supported or ())
            and {names.USER_SIGNATURE, names.EVIDENCE} <= self.claims_supported
            and self.request_parameter_supported
            and self.claims_parameter_supported
            and "text/plain" in self.user_message_types
        )


def read_metadata(content: bytes, issuer: str) -> Metadata:
    """Raises MetadataError. `issuer`: whom it must describe (Discovery §4.3).

    With or without its last slash an issuer has the same document (§4.1 takes the slash away), so
    OIDC_ISSUER may have it wrong. From here on the issuer is what the document says, to the letter.
    """
    try:
        told = read_json(content, dict[str, Any])
        # null is how some say that they have none.
        metadata = msgspec.convert({k: v for k, v in told.items() if v is not None}, Metadata)
    except ValueError as error:
        raise MetadataError("the discovery document cannot be read") from error
    if metadata.issuer.removesuffix("/") != issuer.removesuffix("/"):
        raise MetadataError(
            f"the discovery document is another issuer's: {metadata.issuer[:200]!r}"
        )
    if "code" not in metadata.response_types_supported:
        raise MetadataError("the provider has no authorization code flow")
    scheme = issuer.partition("://")[0]
    addresses = [metadata.authorization_endpoint, metadata.token_endpoint, metadata.jwks_uri]
    pushing = metadata.pushed_authorization_request_endpoint
    if metadata.require_pushed_authorization_requests and not pushing:
        raise MetadataError("the provider demands pushed requests and says not where")
    addresses += [each for each in (metadata.userinfo_endpoint, pushing) if each]
    for each in addresses:
        if not each.startswith(("https://", f"{scheme}://")):
            raise MetadataError("the provider has an address without TLS")
    return metadata
