"""An OpenID provider as an e-ID provider. It redirects; `callback` decides."""

import logging
import secrets
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import msgspec

from actions.assembly import Assembly
from actions.eid.oidc import people, requesting, responding
from actions.eid.oidc.authenticating import credentials
from actions.eid.oidc.client_key import ClientKey
from actions.eid.oidc.discovery import Discovery
from actions.eid.oidc.errors import NotAcceptedError
from actions.eid.oidc.id_token import IdToken
from actions.eid.oidc.metadata import Metadata
from actions.eid.oidc.remote import WHOLE, Remote
from actions.eid.oidc.requesting import Request
from actions.eid.oidc.tokens import Exchange
from actions.eid.oidc.user_info import UserInfo
from actions.eid.port import (
    Caller,
    Complete,
    Device,
    Evidence,
    Failed,
    Operation,
    Order,
    Pending,
    Progress,
    ProviderError,
)
from config.eid_settings import OidcSettings
from config.reading import SettingsError
from dialogs.clock import STOCKHOLM
from dialogs.conversation import Person

log = logging.getLogger(__name__)

#: How long the person may take at the provider's pages.
ORDER_LIFE = timedelta(minutes=15)


class OidcProvider:
    """Keeps the provider's description and keys; what belongs to one order is in the order."""

    name = "oidc"
    redirects = True
    #: What fits with all else in an address of 8,000 characters, coded twice.
    text_bytes = 2_500

    def __init__(self, assembly: Assembly, settings: OidcSettings, *, whole: float = WHOLE) -> None:
        """`whole`: seconds that the calls of one act may take. Raises SettingsError."""
        self._assembly = assembly
        self._settings = settings
        self._key = _client_key(settings)
        self._remote = Remote(whole=whole)
        self._discovery = Discovery(settings.issuer, self._remote, assembly.now)
        self._exchange = Exchange(settings, self._key, self._remote, self._discovery, assembly.now)

    @property
    def label(self) -> str:
        return self._settings.label

    @property
    def can_sign(self) -> bool:
        return False

    # ── Going there ───────────────────────────────────────────────────────────────────────────

    async def start(
        self,
        operation: Operation,
        *,
        visible_text: str,
        hidden_data: bytes | None = None,
        personnummer: str | None = None,
        caller: Caller,
        return_url: str,
    ) -> Order:
        async with self._remote.in_time():
            metadata = await self._discovery.metadata()
        if operation == "sign":
            raise ProviderError("cannot_sign")
        fresh = requesting.new_secrets()
        request = Request(
            operation=operation,
            visible_text=visible_text,
            hidden_data=hidden_data,
            personnummer=personnummer,
            language=caller.language,
            redirect_uri=return_url,
            secrets=fresh,
        )
        return Order(
            id=secrets.token_urlsafe(24),
            provider=self.name,
            operation=operation,
            visible_text=visible_text,
            hidden_data=hidden_data.decode("ascii") if hidden_data is not None else None,
            personnummer=personnummer,
            started_at=self._assembly.now(),
            details={"redirect_uri": return_url, **msgspec.structs.asdict(fresh)},
            redirect_url=requesting.authorization_url(request, metadata, self._settings),
        )

    async def poll(self, order: Order, *, device: Device = "other") -> Progress:
        """The browser brings the answer; until then there is nothing to ask."""
        return Failed("too_late") if self._is_too_late(order) else Pending("elsewhere")

    async def cancel(self, order: Order) -> None:
        """The provider holds nothing to end. Whoever drops the order drops its secrets."""

    def _is_too_late(self, order: Order) -> bool:
        return self._assembly.now() - order.started_at > ORDER_LIFE

    # ── Coming back ───────────────────────────────────────────────────────────────────────────

    async def callback(self, order: Order, query: Mapping[str, str]) -> Progress:
        """Believes nothing but what the provider has signed for this very order."""
        if self._is_too_late(order):
            return Failed("too_late")
        try:
            responding.check_state(query, order.details["state"])
            async with self._remote.in_time():
                metadata = await self._discovery.metadata()
                code = responding.code_of(query, metadata)
                token, access_token = await self._exchange.redeem(code, order, metadata)
                return await self._completed(order, token, access_token, metadata)
        except NotAcceptedError as error:
            log.warning("OpenID provider: %s", error)
            return error.outcome
        except ProviderError as error:
            log.warning("OpenID provider: %s", error)
            raise

    async def _completed(
        self, order: Order, token: IdToken, access_token: str, metadata: Metadata
    ) -> Complete:
        wanted = self._settings.personnummer_claims
        today = self._assembly.now().astimezone(STOCKHOLM).date()
        found = people.number_in(token.claims, wanted, today)
        info = UserInfo()
        if found is None or not people.name_in(token.claims):
            info = await self._exchange.user_info(access_token, token.subject, metadata)
        also = people.number_in(info.claims, wanted, today)
        if found is not None and also is not None and also[1] != found[1]:
            raise NotAcceptedError("the ID token and the UserInfo name different people")
        claim, number = found or also or ("", "")
        if not number:
            raise NotAcceptedError("no number was given", reason="no_number")
        if order.personnummer is not None and number != order.personnummer:
            raise NotAcceptedError("another person answered", reason="wrong_person")
        name = people.name_in(token.claims) or people.name_in(info.claims)
        if not name:
            raise NotAcceptedError("no name was given", reason="no_name")
        person = Person(
            personnummer=number,
            name=name,
            phone=people.phone_in(token.claims) or people.phone_in(info.claims),
            email=people.email_in(token.claims) or people.email_in(info.claims),
        )
        return Complete(person, self._evidence(order, token, info, claim))

    def _evidence(self, order: Order, token: IdToken, info: UserInfo, claim: str) -> Evidence:
        details: dict[str, Any] = {
            "issuer": self._settings.issuer,
            "client_id": self._settings.client_id,
            "id_token": token.signed.compact,
            "jwk": dict(token.signed.key.jwk),
            "number_claim": claim,
            "acr": token.level,
            "auth_time": token.auth_time.isoformat(),
        }
        if info.claims:
            details["user_info"] = info.compact or dict(info.claims)
        return Evidence(
            provider=self.name,
            operation=order.operation,
            order_id=order.id,
            visible_text=order.visible_text,
            hidden_data=order.hidden_data,
            at=token.auth_time,
            details=details,
        )

    # ── The rest of the port ──────────────────────────────────────────────────────────────────

    async def examine(self) -> str:
        async with self._remote.in_time():
            metadata = await self._discovery.metadata(fresh=True)
            keys = await self._discovery.keys(fresh=True)
        if not keys:
            raise ProviderError("the provider publishes no key that can be used")
        proof = credentials(metadata, self._settings, self._key, self._assembly.now())
        if proof is None:
            raise ProviderError(
                "the provider takes neither OIDC_CLIENT_KEY nor OIDC_CLIENT_SECRET; it takes "
                + ", ".join(metadata.token_endpoint_auth_methods_supported)
            )
        unknown = set(self._settings.acr) - metadata.acr_values_supported
        if unknown and metadata.acr_values_supported:
            raise ProviderError(
                f"OIDC_ACR: the provider does not know {', '.join(sorted(unknown))}"
            )
        asks = "signs and logs in" if self.can_sign else "logs in only"
        return f"{metadata.issuer} answers; {asks}; we show who we are by {proof.method}"

    async def close(self) -> None:
        await self._remote.close()


def _client_key(settings: OidcSettings) -> ClientKey | None:
    if settings.client_key is None:
        return None
    try:
        return ClientKey.read(settings.client_key)
    except (OSError, ValueError) as error:
        raise SettingsError(f"OIDC_CLIENT_KEY: {error}. Expected a PEM file.") from None
