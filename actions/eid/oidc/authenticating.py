"""How we prove at the token endpoint who we are (OpenID Connect Core 1.0 §9)."""

import base64
import secrets
from collections.abc import Callable, Mapping
from datetime import datetime
from urllib.parse import quote_plus

import msgspec

from actions.eid.oidc.client_key import ClientKey
from actions.eid.oidc.metadata import Metadata
from actions.eid.oidc.reading import error_in
from actions.eid.oidc.remote import Answer, Remote
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


class Client:
    """Our calls in which we prove who we are."""

    def __init__(
        self,
        settings: OidcSettings,
        key: ClientKey | None,
        remote: Remote,
        now: Callable[[], datetime],
    ) -> None:
        self._settings = settings
        self._key = key
        self._remote = remote
        self._now = now
        #: The method that the provider took last; "" as long as none was tried.
        self._taken = ""

    def ways(self, metadata: Metadata) -> tuple[Credentials, ...]:
        """Best first, made for one call: by our key if both know that, else by the secret."""
        supported = metadata.token_endpoint_auth_methods_supported
        client_id, secret = self._settings.client_id, self._settings.client_secret
        takes_key = secret is None if supported is None else "private_key_jwt" in supported
        if self._key is not None and takes_key:
            signs_with = self._key.algorithm(
                metadata.token_endpoint_auth_signing_alg_values_supported
            )
            if signs_with is not None:
                return (_assertion(metadata, client_id, self._key, signs_with, self._now()),)
        if secret is None:
            return ()
        # RFC 6749 §2.3.1: both are form-encoded first.
        pair = f"{quote_plus(client_id)}:{quote_plus(secret)}".encode()
        basic = {"authorization": f"Basic {base64.b64encode(pair).decode()}"}
        form = {"client_id": client_id, "client_secret": secret}
        by_secret = (
            Credentials(method="client_secret_basic", headers=basic),
            Credentials(method="client_secret_post", form=form),
        )
        return tuple(each for each in by_secret if supported is None or each.method in supported)

    async def post(self, url: str, form: Mapping[str, str], metadata: Metadata) -> Answer | None:
        """None when there is no way that both know. Raises ProviderError.

        Which way of sending the secret this client may use is a matter between it and the provider,
        which may list both and take one, or list none. Where the first does not do the other is tried;
        a request from nobody known has used nothing up.
        """
        answer = None
        for way in sorted(self.ways(metadata), key=lambda each: each.method != self._taken):
            answer = await self._remote.post(url, {**form, **way.form}, headers=way.headers)
            if answer.status != 401 and error_in(answer.content) != "invalid_client":
                self._taken = way.method
                break
        return answer


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
