"""The provider's public keys, and what they have signed (RFC 7515, 7517, 7518)."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

import msgspec
from joserfc import jws
from joserfc.errors import JoseError
from joserfc.jwk import ECKey, RSAKey

from actions.eid.oidc.errors import NotAcceptedError
from actions.eid.oidc.reading import read_claims, read_json

#: What is believed, and the kind of key that it takes. Never "none", never a shared secret (A4).
ALGORITHMS: Mapping[str, str] = {
    "RS256": "RSA",
    "RS384": "RSA",
    "RS512": "RSA",
    "PS256": "RSA",
    "PS384": "RSA",
    "PS512": "RSA",
    "ES256": "EC",
    "ES384": "EC",
    "ES512": "EC",
}
#: Swedish profile §7.1.
_LEAST_RSA_BITS = 2048
#: Keys that are tried on one signature.
_MOST_TRIED = 8
#: Members of a public key that are kept as evidence.
_PUBLIC = ("kty", "kid", "alg", "use", "n", "e", "crv", "x", "y")


class Registry(jws.JWSRegistry):
    """Unknown header members are allowed (RFC 7515 §4), and certificates among them."""

    max_header_length = 16_384
    max_payload_length = 500_000


_REGISTRY = Registry(strict_check_header=False, algorithms=tuple(ALGORITHMS))


class Key(msgspec.Struct, frozen=True):
    """A public key for signatures."""

    key: RSAKey | ECKey
    kind: str
    kid: str | None
    #: The one algorithm that it is for; None: any that fits its kind.
    algorithm: str | None
    #: As the provider publishes it.
    jwk: Mapping[str, str]


class Signed(msgspec.Struct, frozen=True):
    """A verified JWT."""

    compact: str
    algorithm: str
    claims: Mapping[str, Any]
    key: Key


class _KeySet(msgspec.Struct):
    keys: list[dict[str, Any]]


def read_keys(content: bytes) -> tuple[Key, ...]:
    """Those of a JWK Set that can verify; others are left out. Raises ValueError."""
    listed = read_json(content, _KeySet).keys
    return tuple(key for key in map(_read_key, listed) if key is not None)


def _read_key(jwk: Mapping[str, Any]) -> Key | None:
    kind = jwk.get("kty")
    if kind not in ("RSA", "EC") or jwk.get("use", "sig") != "sig":
        return None
    public = {name: jwk[name] for name in _PUBLIC if isinstance(jwk.get(name), str)}
    try:
        key = (RSAKey if kind == "RSA" else ECKey).import_key(dict(public))
        bits = key.public_key.key_size
    except (JoseError, ValueError, TypeError, KeyError):
        return None
    if kind == "RSA" and bits < _LEAST_RSA_BITS:
        return None
    return Key(key, kind, public.get("kid"), public.get("alg"), public)


def header_of(compact: str) -> Mapping[str, Any]:
    """Not verified. Raises NotAcceptedError."""
    try:
        return jws.extract_compact(compact.encode("ascii"), registry=_REGISTRY).headers()
    except (JoseError, ValueError, TypeError, RecursionError) as error:
        raise NotAcceptedError("no signed JWT") from error


def fitting(
    keys: Sequence[Key], header: Mapping[str, Any], allowed: Collection[str]
) -> tuple[Key, ...]:
    """The key that a header names; where no names tell them apart, all that can be meant.

    OpenID Core §10.1 wants names, but not all give them, and any of these is the provider's own.
    Raises NotAcceptedError for an algorithm that is not allowed.
    """
    algorithm = header.get("alg")
    kind = ALGORITHMS.get(algorithm) if isinstance(algorithm, str) else None
    if kind is None or algorithm not in allowed:
        raise NotAcceptedError("the algorithm is not allowed")
    kid = header.get("kid")
    fit = [key for key in keys if key.kind == kind and key.algorithm in (None, algorithm)]
    if kid is not None:
        named = [key for key in fit if key.kid == kid]
        fit = named or [key for key in fit if key.kid is None]
    return tuple(fit[:_MOST_TRIED])


def verified(compact: str, key: Key) -> Signed:
    """The claims that the key has signed. Raises NotAcceptedError."""
    try:
        token = jws.deserialize_compact(compact.encode("ascii"), key.key, registry=_REGISTRY)
        claims = read_claims(token.payload or b"")
    except (JoseError, ValueError, TypeError, RecursionError) as error:
        raise NotAcceptedError("the signature does not fit") from error
    return Signed(compact, str(token.headers()["alg"]), claims, key)
