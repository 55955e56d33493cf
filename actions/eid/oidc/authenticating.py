"""How we prove at the token endpoint who we are (OpenID Connect Core 1.0 §9)."""

import base64
import secrets
from collections.abc import Mapping
from datetime import datetime
from urllib.parse import quote_plus

import msgspec

from actions.eid.oidc.client_key import ClientKey
from actions.eid.oidc.metadata import Metadata
from config.eid_settings import OidcSettings

_ASSERTION = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
#: Seconds that an assertion is good for.
_LIFE = 60


class Credentials(msgspec.Struct, frozen=True, kw_only=True):
    """What is added to one token request."""

    #: As in token_endpoint_auth_methods_supported.
    method: str
    form: Mapping[str, str] = {}
    headers: Mapping[str, str] = {}


def credentials(
    metadata: Metadata, settings: OidcSettings, key: ClientKey | None, now: datetime
) -> Credentials | None:
    """By the best way that both know, made for one call; None when there is no such way."""
    supported = metadata.token_endpoint_auth_methods_supported
    if key is not None and "private_key_jwt" in supported:
        signs_with = key.algorithm(metadata.token_endpoint_auth_signing_alg_values_supported)
        if signs_with is not None:
            return _assertion(metadata, settings.client_id, key, signs_with, now)
    secret = settings.client_secret
    if secret is not None and "client_secret_basic" in supported:
        # RFC 6749 §2.3.1: both are form-encoded first.
        pair = f"{quote_plus(settings.client_id)}:{quote_plus(secret)}".encode()
        return Credentials(
            method="client_secret_basic",
            headers={"authorization": f"Basic {base64.b64encode(pair).decode()}"},
        )
    if secret is not None and "client_secret_post" in supported:
        form = {"client_id": settings.client_id, "client_secret": secret}
        return Credentials(method="client_secret_post", form=form)
    return None


def _assertion(
    metadata: Metadata, client_id: str, key: ClientKey, algorithm: str, now: datetime
) -> Credentials:
    """RFC 7523; a new one for each call (Swedish profile §3.1.1)."""
    issued = int(now.timestamp())
    claims = {
        "iss": client_id,
        "sub": client_id,
        "aud": metadata.token_endpoint,
        "jti": secrets.token_urlsafe(24),
        "iat": issued,
        "exp": issued + _LIFE,
    }
    return Credentials(
        method="private_key_jwt",
        form={
            "client_id": client_id,
            "client_assertion_type": _ASSERTION,
            "client_assertion": key.sign(claims, algorithm=algorithm),
        },
    )
