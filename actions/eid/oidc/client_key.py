"""Our own key: it proves who we are at the token endpoint, and signs requests (RFC 7523, RFC 9101).

`python -m actions.eid.oidc.client_key FILE` prints what is registered of it at the provider.
"""

import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import ECKey, RSAKey

#: What our kind of key can sign with, best known first.
_RSA = ("RS256", "PS256", "RS384", "RS512", "PS384", "PS512")
_CURVES = {"P-256": "ES256", "P-384": "ES384", "P-521": "ES512"}


class ClientKey:
    def __init__(self, key: RSAKey | ECKey) -> None:
        self._key = key
        #: RFC 7638: whoever has the public key can compute the same.
        self.kid = key.thumbprint()
        self._algorithms = _RSA if isinstance(key, RSAKey) else (_CURVES[key.curve_name],)

    @classmethod
    def read(cls, path: Path) -> "ClientKey":
        """A PEM file without password. Raises ValueError, OSError."""
        content = path.read_bytes()
        for kind in (RSAKey, ECKey):
            try:
                key = kind.import_key(content)
            except (JoseError, ValueError, TypeError):
                continue
            if key.is_private and (kind is RSAKey or getattr(key, "curve_name", "") in _CURVES):
                return cls(key)
        raise ValueError("not a private RSA or EC key without password")

    def algorithm(self, supported: Sequence[str]) -> str | None:
        """One that the provider takes; if it does not say, the best known. None: there is none."""
        if not supported:
            return self._algorithms[0]
        return next((each for each in self._algorithms if each in supported), None)

    def sign(self, claims: Mapping[str, Any], *, algorithm: str) -> str:
        """A compact JWT."""
        header = {"alg": algorithm, "kid": self.kid}
        return jwt.encode(header, dict(claims), self._key, algorithms=[algorithm])

    def public(self) -> str:
        """The JWK Set to register at the provider."""
        jwk = self._key.as_dict(private=False, kid=self.kid, use="sig")
        return json.dumps({"keys": [jwk]})


if __name__ == "__main__":
    sys.stdout.write(ClientKey.read(Path(sys.argv[1])).public() + "\n")
