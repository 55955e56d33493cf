"""From the code to what the provider says of the person. Every answer is data from outside."""

from collections.abc import Callable
from datetime import datetime

import msgspec

from actions.eid.oidc import id_token, user_info
from actions.eid.oidc.authenticating import Client
from actions.eid.oidc.discovery import Discovery
from actions.eid.oidc.errors import NotAcceptedError
from actions.eid.oidc.id_token import IdToken
from actions.eid.oidc.metadata import Metadata
from actions.eid.oidc.reading import error_in, read_json
from actions.eid.oidc.remote import Remote
from actions.eid.oidc.responding import refusal
from actions.eid.oidc.user_info import UserInfo
from actions.eid.port import Order
from config.eid_settings import OidcSettings


class _Tokens(msgspec.Struct, frozen=True):
    """Some providers give nothing but the ID token, which is enough when it says who it is."""

    id_token: str
    access_token: str = ""
    token_type: str = "Bearer"  # noqa: S105 a kind, no secret


class Exchange:
    """The calls that follow a login at the provider."""

    def __init__(
        self,
        settings: OidcSettings,
        client: Client,
        remote: Remote,
        discovery: Discovery,
        now: Callable[[], datetime],
    ) -> None:
        self._settings = settings
        self._client = client
        self._remote = remote
        self._discovery = discovery
        self._now = now

    async def redeem(self, code: str, order: Order, metadata: Metadata) -> tuple[IdToken, str]:
        """The checked ID token, and the access token. Raises NotAcceptedError, ProviderError."""
        form = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": order.details["redirect_uri"],
            "code_verifier": order.details["verifier"],
        }
        answer = await self._client.post(metadata.token_endpoint, form, metadata)
        if answer is None:
            raise NotAcceptedError("no way to prove who we are", reason="failed")
        if answer.status != 200:
            refused = refusal(error_in(answer.content))
            raise NotAcceptedError(f"no tokens: {refused}", reason="failed")
        try:
            tokens = read_json(answer.content, _Tokens)
        except ValueError as error:
            raise NotAcceptedError("the tokens cannot be read", reason="failed") from error
        if tokens.token_type.lower() != "bearer":
            raise NotAcceptedError("the access token is of another kind", reason="failed")
        allowed = metadata.id_token_signing_alg_values_supported
        signed = await self._discovery.verified(tokens.id_token, allowed)
        expected = id_token.Expected(
            issuer=metadata.issuer,
            client_id=self._settings.client_id,
            nonce=order.details["nonce"],
            access_token=tokens.access_token,
            since=order.started_at,
            levels=self._settings.acr,
            tells_time=order.operation == "sign" or "auth_time" in metadata.claims_supported,
        )
        return id_token.check(signed, expected, self._now()), tokens.access_token

    async def user_info(self, access_token: str, subject: str, metadata: Metadata) -> UserInfo:
        """Empty when the provider has none to give. Raises NotAcceptedError, ProviderError."""
        if not metadata.userinfo_endpoint or not access_token:
            return UserInfo()
        answer = await self._remote.get(
            metadata.userinfo_endpoint, bearer=access_token, accept=user_info.ACCEPT
        )
        return await user_info.read(
            answer,
            self._discovery,
            metadata,
            client_id=self._settings.client_id,
            subject=subject,
        )
