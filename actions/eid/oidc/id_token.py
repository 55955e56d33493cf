"""Whether an ID token answers this very login (OpenID Connect Core 1.0 §3.1.3.7, threat A4)."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import msgspec
from authlib.oidc.core import CodeIDToken
from joserfc.errors import JoseError

from actions.eid.oidc.errors import NotAcceptedError
from actions.eid.oidc.keys import Signed

#: Seconds that the provider's clock may differ from ours.
LEEWAY = 60


class Expected(msgspec.Struct, frozen=True, kw_only=True):
    issuer: str
    client_id: str
    nonce: str
    #: The token that came with it; its hash may be in the ID token.
    access_token: str
    #: When the order began: the person's login must be newer.
    since: datetime
    #: The levels that will do; empty: any.
    levels: tuple[str, ...]


class IdToken(msgspec.Struct, frozen=True, kw_only=True):
    """An ID token that has been checked."""

    signed: Signed
    subject: str
    auth_time: datetime
    #: Level of assurance, as the provider says.
    level: str

    @property
    def claims(self) -> Mapping[str, Any]:
        return self.signed.claims


def check(signed: Signed, expected: Expected, now: datetime) -> IdToken:
    """Raises NotAcceptedError."""
    claims = signed.claims
    token = CodeIDToken(
        dict(claims),
        {"alg": signed.algorithm},
        # These, "exp" and "iat" must be there (CodeIDToken.ESSENTIAL_CLAIMS); a blank "sub" is none.
        options={
            "iss": {"value": expected.issuer},
            "aud": {"value": expected.client_id},
            "sub": {"essential": True},
        },
        params={
            "nonce": expected.nonce,
            "client_id": expected.client_id,
            "access_token": expected.access_token,
        },
    )
    try:
        token.validate(now=int(now.timestamp()), leeway=LEEWAY)
    except JoseError as error:
        raise NotAcceptedError(f"the ID token: {error}") from error
    except (TypeError, ValueError, AttributeError) as error:
        raise NotAcceptedError("the ID token has a claim of another type") from error
    auth_time = _moment(claims.get("auth_time"))
    if (expected.since - auth_time).total_seconds() > LEEWAY:
        raise NotAcceptedError("the login is older than the order")
    if (auth_time - now).total_seconds() > LEEWAY:
        raise NotAcceptedError("the login is in the future")
    level = claims.get("acr")
    if expected.levels and level not in expected.levels:
        raise NotAcceptedError("the level of assurance is too low", reason="weak_level")
    return IdToken(
        signed=signed,
        subject=claims["sub"],
        auth_time=auth_time,
        level=level if isinstance(level, str) else "",
    )


def _moment(seconds: object) -> datetime:
    if isinstance(seconds, bool) or not isinstance(seconds, int | float):
        raise NotAcceptedError("the ID token does not say when the login was")
    try:
        return datetime.fromtimestamp(seconds, UTC)
    except (OverflowError, ValueError, OSError) as error:
        raise NotAcceptedError("the login has an impossible time") from error
