"""Freja as an e-ID provider.

A transaction is bound to whoever reads its QR code or opens its link (userInfoType INFERRED), so
nobody types a number and nobody else's phone rings (threat A12). It lives for two minutes, and for half a
minute while nobody has read its code, whether or not anybody looks at our page. A person has one login
at a time: a second one cancels both, which is told and not retried.
"""

import asyncio
import logging
from collections.abc import Mapping
from datetime import timedelta
from functools import partial
from urllib.parse import quote

import msgspec

from actions.assembly import Assembly
from actions.eid import chains
from actions.eid.encoding import base64_of
from actions.eid.evidence_error import EvidenceError
from actions.eid.expiry_dates import first_to_expire
from actions.eid.freja import evidence, jws, messages
from actions.eid.freja.client import FrejaClient
from actions.eid.freja.requests import request_of
from actions.eid.mutual_tls import UNDECIDED, ApiError
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
from actions.eid.user_agents import return_address
from actions.eid.watching import Watch, Watches
from config.eid_settings import FrejaSettings
from config.reading import SettingsError
from dialogs.conversation import Person

log = logging.getLogger(__name__)

#: How often Freja is asked about a transaction, as its own client does.
ASK_EVERY = timedelta(seconds=3)
#: How long a transaction can be open: Freja's default, with both our clocks.
_LIFE = timedelta(minutes=3)
#: How long a code may wait to be read: thirty seconds (threat A3), less the time between two rounds of
#: `tend`.
_UNREAD = timedelta(seconds=28)
#: Who looked no longer ago than this still does; a page without script looks every few seconds.
_LOOKS = timedelta(seconds=15)
#: Tells an order that replaces another one.
_RENEWED = "renewed"
#: A reference that no transaction has.
_NO_REFERENCE = "0" * 64
_LINK = "frejaeid://bindUserToTransaction?transactionReference="


class FrejaProvider:
    """Keeps what it last heard of each order; the order itself is in the session."""

    name = "freja"
    label = "Freja+"
    can_sign = True
    redirects = False

    def __init__(self, assembly: Assembly, settings: FrejaSettings) -> None:
        self._assembly = assembly
        self._settings = settings
        self._client = FrejaClient(settings, assembly.now)
        self._watches = Watches(every=ASK_EVERY, hint=messages.WAITING, now=assembly.now)
        #: Begun by this process, oldest first, and not known to have been read.
        self._unread: dict[str, Order] = {}
        try:
            self._certificates = jws.read_certificates(settings.jws_cert)
        except (OSError, ValueError):
            raise SettingsError(
                "FREJA_JWS_CERT: not a PEM file with Freja's certificates (RSA)."
            ) from None
        self._roots: tuple[bytes, ...] | None = None
        if settings.signature_ca is not None:
            self._roots = chains.trusted_roots("FREJA_SIGNATURE_CA", settings.signature_ca)

    # ── Starting ──────────────────────────────────────────────────────────────────────────────

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
        """A signature needs `hidden_data`; a login has no text in Freja's app."""
        order = Order(
            id="",
            provider=self.name,
            operation=operation,
            visible_text=visible_text,
            hidden_data=hidden_data,
            personnummer=personnummer,
            started_at=self._assembly.now(),
            details={"return": return_address(return_url, caller.user_agent)},
        )
        try:
            return await self._begin(order)
        except ApiError as error:
            raise self._told(error) from error

    async def _begin(self, order: Order) -> Order:
        """The order as Freja has started it."""
        reference = await self._client.start(order.operation, request_of(order))
        begun = msgspec.structs.replace(order, id=reference, started_at=self._assembly.now())
        self._unread[begun.id] = begun
        return begun

    # ── Following ─────────────────────────────────────────────────────────────────────────────

    async def poll(self, order: Order, *, device: Device = "other") -> Progress:
        watch = await self._watches.look(order.id, partial(self._ask, order))
        if watch.outcome is not None:
            return watch.outcome
        current = watch.renewed or order
        hint = messages.pending(watch.hint, order.operation)
        if watch.hint != messages.WAITING:
            return Pending(hint)
        link = _LINK + quote(current.id, safe="")
        # Not in the QR code: the phone that reads it is not where the person comes back to.
        back = quote(order.details["return"], safe="")
        app_url = f"{link}&originAppScheme={back}" if back else link
        return Pending(hint, qr=link, app_url=app_url, renewed=watch.renewed)

    async def tend(self) -> None:
        now = self._assembly.now()
        for order in tuple(self._unread.values()):
            if now - order.started_at < _UNREAD:
                break
            if now - order.started_at > _LIFE:
                del self._unread[order.id]
                continue
            looked_at = self._watches.of(order.id).looked_at
            looks = looked_at is not None and now - looked_at < _LOOKS
            try:
                watch = await self._watches.look_unseen(
                    order.id, partial(self._ask, order, anew=looks)
                )
            except ProviderError:
                break
            waits = watch.hint == messages.WAITING and not (watch.outcome or watch.renewed)
            if not waits:
                del self._unread[order.id]

    async def _ask(self, order: Order, watch: Watch, *, anew: bool = True) -> None:
        """Notes how the order stands. Raises ProviderError when that cannot be known now.

        `anew`: somebody looks, so a code that nobody has read is replaced.
        """
        try:
            result = await self._client.result(order.operation, order.id)
        except ApiError as error:
            if error.code in UNDECIDED | messages.TROUBLES:
                raise self._told(error) from error
            log.warning("Freja refused to tell of an order: %s", error)
            ended = error.code in messages.ENDED
            watch.outcome = Failed("too_late" if ended else messages.error(error.code))
            return
        if result.status == "APPROVED":
            watch.outcome = await self._approved(order, result.details or "")
        elif result.status in messages.FAILED:
            watch.outcome = Failed(messages.FAILED[result.status])
        elif self._assembly.now() - order.started_at > _LIFE:
            watch.outcome = Failed("too_late")
        else:
            watch.hint = result.status
            is_old = self._assembly.now() - order.started_at >= _UNREAD
            if result.status == messages.WAITING and is_old:
                await self._end_unread(order, watch, anew=anew)

    async def _end_unread(self, order: Order, watch: Watch, *, anew: bool) -> None:
        """A code that nobody has read soon may be on another page (threat A3).

        Begun anew once, as BankID does, for who looks.
        """
        try:
            await self._client.cancel(order.operation, order.id)
        except ApiError as error:
            log.warning("an order that nobody has read could not be cancelled: %s", error.code)
            return
        watch.outcome = Failed("too_late")
        if not anew or _RENEWED in order.details:
            return
        again = msgspec.structs.replace(order, details={**order.details, _RENEWED: "1"})
        try:
            watch.renewed = await self._begin(again)
        except ApiError:
            log.warning("an order that nobody has read could not be begun anew")
        else:
            watch.outcome = None

    async def _approved(self, order: Order, details: str) -> Complete | Failed:
        expected = evidence.Expected(
            operation=order.operation,
            reference=order.id,
            visible=order.visible_text.encode(),
            hidden=order.hidden_bytes,
            started_at=order.started_at,
            at=self._assembly.now(),
        )
        try:
            verified = await asyncio.to_thread(
                evidence.verify,
                details,
                expected=expected,
                certificates=self._certificates,
                roots=self._roots,
            )
        except EvidenceError as error:
            log.error("an answer of Freja could not be verified: %s", error)
            return Failed("unverified")
        if verified.loa not in self._settings.loa or verified.registration_level != "PLUS":
            return Failed("weak_level")
        if verified.personnummer is None:
            return Failed("no_number")
        if not verified.name:
            return Failed("no_name")
        if order.personnummer not in (None, verified.personnummer):
            return Failed("wrong_person")
        return Complete(
            person=Person(personnummer=verified.personnummer, name=verified.name),
            evidence=order.evidence(
                at=verified.at,
                details={
                    "jws": details,
                    "certificate": base64_of(verified.certificate),
                    "loa": verified.loa,
                    "person_key_verified": order.operation == "sign" and self._roots is not None,
                    "person_key_not_revoked": verified.was_not_revoked,
                },
            ),
        )

    # ── The rest of the port ──────────────────────────────────────────────────────────────────

    async def cancel(self, order: Order) -> None:
        watch = self._watches.of(order.id)
        if watch.outcome is not None:
            return
        current = watch.renewed or order
        try:
            await self._client.cancel(current.operation, current.id)
        except ApiError as error:
            log.info("an order could not be cancelled: %s", error.code)
        watch.outcome = watch.outcome or Failed("cancelled")

    def is_answer_to(self, order: Order, query: Mapping[str, str]) -> bool:
        """Freja sends no browser to us with an answer."""
        return False

    async def callback(self, order: Order, query: Mapping[str, str]) -> Progress:
        """Freja sends no browser to us with an answer."""
        return Failed("failed")

    async def longest_text(self) -> int:
        return self._settings.text_bytes

    async def examine(self) -> str:
        """Asks about a transaction that does not exist, which only who may ask is told."""
        try:
            await self._client.result("auth", _NO_REFERENCE)
        except ApiError as error:
            if error.code != "1100":
                raise ProviderError(str(error)) from error
        settings = self._settings
        files = [settings.client_cert, settings.ca, settings.jws_cert]
        if settings.signature_ca is not None:
            files.append(settings.signature_ca)
        return f"answers; {first_to_expire(files, self._assembly.now())}"

    @property
    def clock_ahead(self) -> timedelta | None:
        return self._client.clock_ahead

    async def close(self) -> None:
        await self._client.close()

    @staticmethod
    def _told(error: ApiError) -> ProviderError:
        log.warning("Freja: %s", error)
        return ProviderError(messages.error(error.code))
