"""What the provider is asked for: who we are, what we want to know, and what is shown."""

import json
import secrets
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

import msgspec
from authlib.oauth2.rfc7636 import create_s256_code_challenge

from actions.eid.encoding import base64_of
from actions.eid.oidc import names
from actions.eid.oidc.metadata import Metadata
from actions.eid.port import Operation
from config.eid_settings import OidcSettings
from dialogs.fields.personnummer_reading import is_coordination_number

#: Seconds that a signed request is good for: the browser goes there at once.
_LIFE = 300


class Secrets(msgspec.Struct, frozen=True, kw_only=True):
    """What ties the answer to this browser and to this order; 256 random bits each."""

    state: str
    nonce: str
    #: RFC 7636: whoever has only the code cannot use it.
    verifier: str


def new_secrets() -> Secrets:
    return Secrets(
        state=secrets.token_urlsafe(32),
        nonce=secrets.token_urlsafe(32),
        verifier=secrets.token_urlsafe(32),
    )


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """What is asked for."""

    operation: Operation
    visible_text: str
    hidden_data: str | None
    #: Twelve digits: nobody else will do.
    personnummer: str | None
    #: "sv" or "en".
    language: str
    redirect_uri: str
    secrets: Secrets


def to_log_in(request: Request, metadata: Metadata, settings: OidcSettings) -> dict[str, str]:
    """The parameters of a login."""
    parameters = _parameters(request, metadata, settings)
    if metadata.takes_messages:
        parameters[names.USER_MESSAGE] = _message(request.visible_text)
    return {
        name: value if isinstance(value, str) else json.dumps(value)
        for name, value in parameters.items()
    }


def to_sign(
    request: Request,
    metadata: Metadata,
    settings: OidcSettings,
    sign: Callable[[Mapping[str, Any]], str],
    now: datetime,
) -> dict[str, str]:
    """Of a signature: a request object (signature extension 1.1 §3.1.1.2), which `sign` signs."""
    parameters = _parameters(request, metadata, settings)
    issued = int(now.timestamp())
    claims = {
        **parameters,
        "iss": settings.client_id,
        "aud": metadata.issuer,
        "jti": secrets.token_urlsafe(24),
        "iat": issued,
        "exp": issued + _LIFE,
        names.SIGN_REQUEST: {
            "tbs_data": base64_of((request.hidden_data or "").encode("ascii")),
            "sign_message": _message(request.visible_text),
        },
    }
    # OpenID Core §6.1: these stand outside too, but not of a pushed request (RFC 9126 §3).
    outside: tuple[str, ...] = ("response_type", "client_id", "scope")
    if metadata.pushed_authorization_request_endpoint:
        outside = ("client_id",)
    return {**{name: str(parameters[name]) for name in outside}, "request": sign(claims)}


def _parameters(request: Request, metadata: Metadata, settings: OidcSettings) -> dict[str, Any]:
    is_signing = request.operation == "sign"
    parameters: dict[str, Any] = {
        "response_type": "code",
        "client_id": settings.client_id,
        "redirect_uri": request.redirect_uri,
        "scope": " ".join(_scopes(metadata, settings, is_signing=is_signing)),
        "state": request.secrets.state,
        "nonce": request.secrets.nonce,
        "code_challenge": create_s256_code_challenge(request.secrets.verifier),
        "code_challenge_method": "S256",
        # Nobody is logged in by what somebody did there before.
        "prompt": "login consent" if is_signing else "login",
        "ui_locales": "sv" if request.language == "sv" else f"{request.language} sv",
    }
    if settings.acr:
        parameters["acr_values"] = " ".join(settings.acr)
    if metadata.claims_parameter_supported:
        parameters["claims"] = _claims(request, metadata, settings.personnummer_claims)
    else:
        # Also makes the provider say when the login was (OpenID Core §2, auth_time).
        parameters["max_age"] = "0"
    return parameters


def _scopes(metadata: Metadata, settings: OidcSettings, *, is_signing: bool) -> list[str]:
    """No more than is needed, and only what the provider knows, or OIDC_SCOPE says."""
    supported = metadata.scopes_supported
    scopes = ["openid"]
    if supported is None:
        # It need not say; what it does not know it ignores (OpenID Core §3.1.2.1).
        supported = frozenset({names.PERSON_INFO, names.PERSON_NUMBER})
        scopes.append("profile")
    if names.PERSON_INFO in supported:
        scopes.append(names.PERSON_INFO)
    elif "profile" in supported:
        scopes.append("profile")
    if names.PERSON_NUMBER in supported:
        scopes.append(names.PERSON_NUMBER)
    if is_signing:
        scopes.append(names.SIGN)
    return scopes + [each for each in settings.scopes if each not in scopes]


def _claims(request: Request, metadata: Metadata, numbers: Sequence[str]) -> dict[str, Any]:
    """OpenID Core §5.5; the required person as in the signature extension §4.1.1."""
    in_id_token: dict[str, Any] = {"auth_time": {"essential": True}}
    if request.personnummer is None:
        in_id_token |= dict.fromkeys(numbers)
    else:
        required = {"essential": True, "value": request.personnummer}
        in_id_token[number_claim(request.personnummer, numbers)] = required
    if names.COORDINATION_LEVEL in metadata.claims_supported:
        in_id_token[names.COORDINATION_LEVEL] = None
    if request.operation == "sign":
        in_id_token |= {
            name: {"essential": True} for name in (names.USER_SIGNATURE, names.EVIDENCE)
        }
    found: dict[str, Any] = {"id_token": in_id_token}
    if metadata.userinfo_endpoint:
        found["userinfo"] = dict.fromkeys(("name", "given_name", "family_name"))
    return found


def number_claim(number: str, claims: Sequence[str]) -> str:
    """Which of the claims a number is in."""
    kind = names.COORDINATION_NUMBER if is_coordination_number(number) else names.PERSONNUMMER
    return kind if kind in claims else claims[0]


def _message(text: str) -> dict[str, str]:
    return {"message": base64_of(text.encode()), "mime_type": "text/plain"}


def address(metadata: Metadata, parameters: Mapping[str, str]) -> str:
    """Where the browser is sent. The provider's own query, if it has one, stays (RFC 6749 §3.1)."""
    endpoint = metadata.authorization_endpoint
    return f"{endpoint}{'&' if '?' in endpoint else '?'}{urlencode(parameters)}"
