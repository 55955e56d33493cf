"""An OpenID provider as an e-ID provider. It redirects; `callback` decides."""

import logging
import secrets
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import msgspec

from actions.assembly import Assembly
from actions.eid.oidc import names, people, requesting, responding
from actions.eid.oidc.authenticating import Client
from actions.eid.oidc.client_key import ClientKey
from actions.eid.oidc.discovery import Discovery
from actions.eid.oidc.errors import NotAcceptedError
from actions.eid.oidc.id_token import IdToken
from actions.eid.oidc.metadata import Metadata
from actions.eid.oidc.pushing import push
from actions.eid.oidc.remote import WHOLE, Remote
from actions.eid.oidc.requesting import Request
from actions.eid.oidc.tokens import Exchange
from actions.eid.oidc.user_info import UserInfo
from actions.eid.port import (
    Caller,
    Complete,
    Device,
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

log = logging.getLogger(__name__)

#: How long the person may take at the provider's pages.
ORDER_LIFE = timedelta(minutes=15)
#: Bytes of a text to sign: what fits with all else in an address of 8,000 characters, coded twice, …
_IN_ADDRESS = 2_500
#: … and what BankID takes, which signs it in the end.
_PUSHED = 30_000


class OidcProvider:
    """Keeps the provider's description and keys; what belongs to one order is in the order."""

    name = "oidc"
    redirects = True

    def __init__(self, assembly: Assembly, settings: OidcSettings, *, whole: float = WHOLE) -> None:
        """`whole`: seconds that the calls of one act may take. Raises SettingsError."""
        self._assembly = assembly
        self._settings = settings
        self._key = _client_key(settings)
        self._roots = _roots(settings)
        self._remote = Remote(assembly.now, whole=whole)
        self._discovery = Discovery(settings.issuer, self._remote, assembly.now)
        self._client = Client(settings, self._key, self._remote, assembly.now)
        self._exchange = Exchange(
            settings, self._client, self._remote, self._discovery, assembly.now
        )

    @property
    def label(self) -> str:
        return self._settings.label

    @property
    def can_sign(self) -> bool:
        """By the settings, as long as the provider's description does not say otherwise."""
        if self._key is None or not self._roots:
            return False
        known = self._discovery.last
        return known is None or self._signing_algorithm(known) is not None

    async def longest_text(self) -> int:
        try:
            async with self._remote.in_time():
                metadata = await self._discovery.metadata()
        except ProviderError:
            return _IN_ADDRESS  # starting the order tells what is wrong
        return _PUSHED if metadata.pushed_authorization_request_endpoint else _IN_ADDRESS

    def _signing_algorithm(self, metadata: Metadata) -> str | None:
        """What a request to sign is signed with; None when there are no signatures to be had."""
        if self._key is None or not self._roots or not metadata.gives_signatures:
            return None
        return self._key.algorithm(metadata.request_object_signing_alg_values_supported)

    # ── Going there ───────────────────────────────────────────────────────────────────────────

    async def start(
        self,
        operation: Operation,
        *,
        visible_text: str,
        hidden_data: str | None = None,
        personnummer: str | None = None,
        caller: Caller,
        return_url: str,
    ) -> Order:
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
        async with self._remote.in_time():
            address = await self._address(request)
        return Order(
            id=secrets.token_urlsafe(24),
            provider=self.name,
            operation=operation,
            visible_text=visible_text,
            hidden_data=hidden_data,
            personnummer=personnummer,
            started_at=self._assembly.now(),
            details={"redirect_uri": return_url, **msgspec.structs.asdict(fresh)},
            redirect_url=address,
        )

    async def _address(self, request: Request) -> str:
        """Raises ProviderError."""
        metadata = await self._discovery.metadata()
        parameters = self._parameters(request, metadata)
        if metadata.pushed_authorization_request_endpoint:
            parameters = await push(parameters, metadata, self._client)
        return requesting.address(metadata, parameters)

    def _parameters(self, request: Request, metadata: Metadata) -> dict[str, str]:
        if request.operation == "auth":
            return requesting.to_log_in(request, metadata, self._settings)
        key, algorithm = self._key, self._signing_algorithm(metadata)
        if key is None or algorithm is None:
            raise ProviderError("cannot_sign")
        return requesting.to_sign(
            request,
            metadata,
            self._settings,
            lambda claims: key.sign(claims, algorithm=algorithm),
            self._assembly.now(),
        )

    async def poll(self, order: Order, *, device: Device = "other") -> Progress:
        """The browser brings the answer; until then there is nothing to ask."""
        return Failed("too_late") if self._is_too_late(order) else Pending("elsewhere")

    async def tend(self) -> None:
        """What there is to pick up is on the provider's own pages."""

    async def cancel(self, order: Order) -> None:
        """The provider holds nothing to end. Whoever drops the order drops its secrets."""

    def _is_too_late(self, order: Order) -> bool:
        return self._assembly.now() - order.started_at > ORDER_LIFE

    # ── Coming back ───────────────────────────────────────────────────────────────────────────

    def is_answer_to(self, order: Order, query: Mapping[str, str]) -> bool:
        return responding.has_state(query, order.details["state"])

    async def callback(self, order: Order, query: Mapping[str, str]) -> Progress:
        """Believes nothing but what the provider has signed for this very order."""
        if self._is_too_late(order):
            return Failed("too_late")
        try:
            if not self.is_answer_to(order, query):
                raise NotAcceptedError("the answer is to another request")
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
        now = self._assembly.now()
        numbers = self._settings.personnummer_claims
        info = UserInfo()
        if not people.is_told_by(token.claims, numbers):
            info = await self._exchange.user_info(access_token, token.subject, metadata)
        today = now.astimezone(STOCKHOLM).date()
        found = people.person_in(token.claims, info.claims, numbers, today)
        if order.personnummer is not None and found.person.personnummer != order.personnummer:
            raise NotAcceptedError("another person answered", reason="wrong_person")
        details: dict[str, Any] = {
            "issuer": metadata.issuer,
            "client_id": self._settings.client_id,
            "id_token": token.signed.compact,
            "jwk": dict(token.signed.key.jwk),
            "number_claim": found.claim,
            "acr": token.level,
            "auth_time": token.auth_time.isoformat() if token.auth_time else "",
        }
        if info.claims:
            details["user_info"] = info.compact or dict(info.claims)
        at = token.auth_time or token.issued_at
        if order.operation == "sign":
            from actions.eid.oidc import signatures

            signature = await signatures.signature_in(token, order, self._roots, now)
            verified = signature.verified
            if verified.holder.personnummer != found.person.personnummer:
                raise NotAcceptedError("somebody else signed")
            at = verified.signed_at
            details |= {
                "signature": signature.signature,
                "ocsp_response": signature.ocsp_response,
                "bank": verified.holder.issuer,
            }
        return Complete(found.person, order.evidence(at=at, details=details))

    # ── The rest of the port ──────────────────────────────────────────────────────────────────

    async def examine(self) -> str:
        try:
            async with self._remote.in_time():
                metadata = await self._discovery.metadata(fresh=True)
                keys = await self._discovery.keys(fresh=True)
        except ProviderError as error:
            why = f": {error.__cause__}" if error.__cause__ else ""
            raise ProviderError(f"{error}{why}") from error
        if not keys:
            raise ProviderError("the provider publishes no key that can be used")
        ways = self._client.ways(metadata)
        if not ways:
            takes = metadata.token_endpoint_auth_methods_supported or ("client_secret_basic",)
            raise ProviderError(
                "the provider takes neither OIDC_CLIENT_KEY nor OIDC_CLIENT_SECRET; it takes "
                + ", ".join(takes)
            )
        unknown = set(self._settings.acr) - metadata.acr_values_supported
        if unknown and metadata.acr_values_supported:
            raise ProviderError(
                f"OIDC_ACR: the provider does not know {', '.join(sorted(unknown))}"
            )
        if self._settings.signature_ca is not None and not self.can_sign:
            raise ProviderError(
                "OIDC_SIGNATURE_CA: signing needs OIDC_CLIENT_KEY, and a provider that announces "
                f"{names.SIGN} with the claims userSignature and authnEvidence"
            )
        does = "logs in and signs" if self.can_sign else "logs in only"
        if "auth_time" not in metadata.claims_supported:
            does += ", and need not tell when a login was: ask whether it heeds prompt=login"
        return f"{metadata.issuer} {does}; we show who we are by {ways[0].method}"

    @property
    def clock_ahead(self) -> timedelta | None:
        return self._remote.clock.ahead

    async def close(self) -> None:
        await self._remote.close()


def _client_key(settings: OidcSettings) -> ClientKey | None:
    if settings.client_key is None:
        return None
    try:
        return ClientKey.read(settings.client_key)
    except (OSError, ValueError) as error:
        raise SettingsError(f"OIDC_CLIENT_KEY: {error}. Expected a PEM file.") from None


def _roots(settings: OidcSettings) -> tuple[bytes, ...]:
    """Of the signatures that are believed; none: nobody signs here."""
    if settings.signature_ca is None:
        return ()
    from actions.eid.chains import trusted_roots  # loads pyHanko's validator

    return trusted_roots("OIDC_SIGNATURE_CA", settings.signature_ca)
