"""What the browser brought back (RFC 6749 §4.1.2, RFC 9207)."""

import hmac
import re
from collections.abc import Mapping

from actions.eid.oidc.errors import NotAcceptedError
from actions.eid.oidc.metadata import Metadata

#: Of the error codes; any other is "failed".
_REASONS = {
    "access_denied": "cancelled",
    "temporarily_unavailable": "unreachable",
    # OpenID Connect Core Error Code unmet_authentication_requirements.
    "unmet_authentication_requirements": "weak_level",
}
_ERROR_CODE = re.compile(r"[a-z_]{1,60}", re.ASCII)


def has_state(query: Mapping[str, str], state: str) -> bool:
    """The answer belongs to the order with this state."""
    return hmac.compare_digest(query.get("state", "").encode(), state.encode())


def code_of(query: Mapping[str, str], metadata: Metadata) -> str:
    """The code, once the state is right. Raises NotAcceptedError."""
    issuer = query.get("iss")
    if issuer is None and metadata.authorization_response_iss_parameter_supported:
        raise NotAcceptedError("the answer does not say whose it is")
    if issuer is not None and issuer != metadata.issuer:
        raise NotAcceptedError("the answer is another issuer's")
    if "error" in query:
        raise refusal(query["error"])
    if not query.get("code"):
        raise NotAcceptedError("the answer has no code")
    return query["code"]


def refusal(error: str) -> NotAcceptedError:
    """The provider said no."""
    said = error if _ERROR_CODE.fullmatch(error) else "something that is no error code"
    return NotAcceptedError(f"the provider said {said}", reason=_REASONS.get(error, "failed"))
