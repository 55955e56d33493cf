"""Whether an ID token answers this very login (OpenID Connect Core 1.0 §3.1.3.7, threat A4)."""

import re
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
_LOA = "http://id.elegnamnden.se/loa/1.0/"
#: A level that is higher than another, which will do in its stead (threat A4: "at least").
_HIGHER = {f"{_LOA}loa4": f"{_LOA}loa3"}
#: How levels end that no setting need forbid: below loa3, below "substantial", or by an old session
#: (OpenID Core §2, "0").
_TOO_LOW = ("loa1", "loa2", "low", "0")


class Expected(msgspec.Struct, frozen=True, kw_only=True):
    issuer: str
    client_id: str
    nonce: str
    #: The token that came with it; its hash may be in the ID token.
    access_token: str
    #: When the order began: the person's login must be newer.
    since: datetime
    #: The levels that will do; empty: any that is not known to be too low.
    levels: tuple[str, ...]
    #: The provider tells when the login was.
    tells_time: bool


class IdToken(msgspec.Struct, frozen=True, kw_only=True):
    """An ID token that has been checked."""

    signed: Signed
    subject: str
    #: When the login was; None: the provider does not tell.
    auth_time: datetime | None
    issued_at: datetime
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
    level = claims.get("acr")
    if not _will_do(level, expected.levels):
        raise NotAcceptedError("the level of assurance is too low", reason="weak_level")
    return IdToken(
        signed=signed,
        subject=claims["sub"],
        auth_time=_login(claims, expected, now),
        issued_at=_moment(claims["iat"]),
        level=level if isinstance(level, str) else "",
    )


def _login(claims: Mapping[str, Any], expected: Expected, now: datetime) -> datetime | None:
    """When the login was: by this order. Raises NotAcceptedError.

    We always ask for it, and then it must be told (OpenID Core §2), but not all do. Who does not say
    that it is told (claims_supported) is believed to heed `prompt=login` (docs/eid.md).
    """
    if claims.get("auth_time") is None and not expected.tells_time:
        return None
    auth_time = _moment(claims.get("auth_time"))
    if (expected.since - auth_time).total_seconds() > LEEWAY:
        raise NotAcceptedError("the login is older than the order")
    if (auth_time - now).total_seconds() > LEEWAY:
        raise NotAcceptedError("the login is in the future")
    return auth_time


def _will_do(level: object, levels: tuple[str, ...]) -> bool:
    if not isinstance(level, str):
        return not levels
    if levels:
        return level in levels or _HIGHER.get(level) in levels
    return re.split("[/:#-]", level.lower())[-1] not in _TOO_LOW


def _moment(seconds: object) -> datetime:
    if isinstance(seconds, bool) or not isinstance(seconds, int | float):
        raise NotAcceptedError("the ID token does not say when the login was")
    try:
        return datetime.fromtimestamp(seconds, UTC)
    except (OverflowError, ValueError, OSError) as error:
        raise NotAcceptedError("the login has an impossible time") from error
