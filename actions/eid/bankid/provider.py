"""BankID as an e-ID provider.

What an order was completed with can be collected once. An order that nobody picked up is begun anew
once, unseen by the person.
"""

import asyncio
import logging
from collections.abc import Mapping
from datetime import timedelta
from urllib.parse import urlencode

import msgspec

from actions.assembly import Assembly
from actions.eid.bankid import messages
from actions.eid.bankid.client import BankidClient, Collected, Completion, Started
from actions.eid.bankid.qr import qr_text
from actions.eid.bankid.requests import request_of
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
from actions.eid.user_agents import is_mobile, leads_back, return_address, takes_app_links
from actions.eid.watching import Watch, Watches
from config.eid_settings import BankidSettings
from config.reading import SettingsError
from dialogs.conversation import Person

log = logging.getLogger(__name__)

#: How often BankID may be asked about an order.
COLLECT_EVERY = timedelta(seconds=2)
#: An older order that nobody picked up was not watched either.
_RENEWED_WITHIN = timedelta(minutes=2)
#: "maintenance" in a row that is waited out.
_MOST_MAINTENANCE = 3


class BankidProvider:
    """Holds no secret of an order: those are in the Order, which the session keeps sealed."""

    name = "bankid"
    label = "BankID"
    can_sign = True
    redirects = False

    def __init__(self, assembly: Assembly, settings: BankidSettings) -> None:
        from actions.eid.bankid.evidence import subject_of
        from actions.eid.chains import trusted_roots

        self._assembly = assembly
        self._settings = settings
        self._client = BankidClient(settings, assembly.now)
        self._roots = trusted_roots("BANKID_SIGNATURE_CA", settings.signature_ca)
        try:
            self._subject = subject_of(settings.client_cert)
        except (OSError, ValueError):
            raise SettingsError("BANKID_CLIENT_CERT: not a PEM certificate.") from None
        self._watches = Watches(
            every=COLLECT_EVERY, hint="outstandingTransaction", now=assembly.now
        )

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
        details = {
            "address": caller.address,
            "agent": caller.user_agent,
            "device": caller.device_id,
            "return": return_address(return_url, caller.user_agent),
        }
        order = Order(
            id="",
            provider=self.name,
            operation=operation,
            visible_text=visible_text,
            hidden_data=hidden_data,
            personnummer=personnummer,
            started_at=self._assembly.now(),
            details=details,
        )
        try:
            return await self._begin(order)
        except ApiError as error:
            raise self._told(error) from error

    async def _begin(self, order: Order) -> Order:
        """The order as BankID has started it."""
        started: Started = await self._client.start(
            order.operation, request_of(order, self._assembly.public_url)
        )
        return msgspec.structs.replace(
            order,
            id=started.order_ref,
            started_at=self._assembly.now(),
            details={
                **order.details,
                "autostart": started.auto_start_token,
                "qr_token": started.qr_start_token,
                "qr_secret": started.qr_start_secret,
            },
        )

    # ── Following ─────────────────────────────────────────────────────────────────────────────

    async def poll(self, order: Order, *, device: Device = "other") -> Progress:
        watch = await self._watches.look(order.id, lambda watch: self._ask(order, watch, device))
        if watch.outcome is not None:
            return watch.outcome
        current = watch.renewed or order
        return self._pending(current, watch)

    def _pending(self, order: Order, watch: Watch) -> Pending:
        agent = order.details["agent"]
        hint = watch.hint if watch.renewed is None else "outstandingTransaction"
        waits = hint in messages.WAITING
        seconds = int((self._assembly.now() - order.started_at).total_seconds())
        details = order.details
        return Pending(
            messages.pending(hint, mobile=is_mobile(agent)),
            qr=qr_text(details["qr_token"], details["qr_secret"], max(seconds, 0)) if waits else "",
            app_url=_app_url(details["autostart"], agent) if waits else "",
            renewed=watch.renewed,
        )

    async def _ask(self, order: Order, watch: Watch, device: Device) -> None:
        try:
            collected = await self._client.collect(order.id)
        except ApiError as error:
            await self._note_error(order, watch, error)
            return
        watch.outages = 0
        match collected.status:
            case "pending":
                watch.hint = collected.hint_code or ""
            case "complete" if collected.completion_data is not None:
                watch.outcome = await self._completed(order, collected.completion_data)
            case _:
                await self._failed(order, watch, collected, device)

    async def _note_error(self, order: Order, watch: Watch, error: ApiError) -> None:
        """An order that we give up is cancelled: nobody should sign in vain, and the next order for
        the same person would be refused. Raises ProviderError when it may go on later."""
        if error.code in UNDECIDED:
            raise self._told(error) from error
        if error.code == "maintenance" and watch.outages < _MOST_MAINTENANCE:
            watch.outages += 1
            return
        log.warning("BankID refused to tell of an order: %s", error)
        watch.outcome = Failed(messages.forgotten(error.code))
        if error.code != "invalidParameters":
            await self._end(order)

    async def _failed(
        self, order: Order, watch: Watch, collected: Collected, device: Device
    ) -> None:
        is_young = self._assembly.now() - order.started_at < _RENEWED_WITHIN
        if collected.hint_code == "startFailed" and is_young and "renewed" not in order.details:
            renewed = msgspec.structs.replace(order, details={**order.details, "renewed": "1"})
            try:
                watch.renewed = await self._begin(renewed)
            except ApiError:
                log.warning("an order that was not picked up could not be begun anew")
            else:
                return
        watch.outcome = Failed(messages.failed(collected.hint_code or "", device))

    async def _completed(self, order: Order, completion: Completion) -> Complete | Failed:
        from actions.eid.bankid.evidence import Expected, verify
        from actions.eid.evidence_error import EvidenceError

        now = self._assembly.now()
        risk = (completion.risk or "").casefold()
        if risk == "high":
            log.warning("BankID sees a high risk; the order does not count")
            return Failed("high_risk")
        expected = Expected(
            operation=order.operation,
            visible=order.visible_text.encode(),
            hidden=order.hidden_bytes,
            at=now,
            server=self._subject,
        )
        try:
            verified = await asyncio.to_thread(
                verify,
                completion.signature,
                completion.ocsp_response,
                expected=expected,
                roots=self._roots,
            )
        except EvidenceError as error:
            log.error("a BankID answer could not be verified: %s", error)
            return Failed("unverified")
        holder = verified.holder
        if holder.personnummer != completion.user.personal_number:
            log.error("a BankID answer names another person than its certificate")
            return Failed("unverified")
        if order.personnummer is not None and holder.personnummer != order.personnummer:
            return Failed("wrong_person")
        told = completion.user.name or ""
        seen = completion.device and completion.device.ip_address
        is_elsewhere = seen != order.details["address"]
        same_name = told.casefold() == holder.name.casefold()
        person = Person(personnummer=holder.personnummer, name=told if same_name else holder.name)
        evidence = order.evidence(
            at=verified.signed_at,
            details={
                "signature": completion.signature,
                "ocsp_response": completion.ocsp_response,
                "issuer": holder.issuer,
                "risk": risk,
                "bankid_issued": completion.bank_id_issue_date or "",
                "device_address_differs": is_elsewhere,
            },
        )
        return Complete(
            person=person,
            evidence=evidence,
            # Mobile networks and IPv6 make honest addresses differ; BankID knows more and says "low".
            app_elsewhere=is_elsewhere
            and not leads_back(order.details["return"])
            and risk != "low",
        )

    # ── The rest of the port ──────────────────────────────────────────────────────────────────

    async def tend(self) -> None:
        """BankID itself ends, after thirty seconds, what no app has picked up."""

    async def cancel(self, order: Order) -> None:
        watch = self._watches.of(order.id)
        for each in (order, watch.renewed):
            if each is not None and watch.outcome is None:
                await self._end(each)
        watch.outcome = watch.outcome or Failed("cancelled")

    async def _end(self, order: Order) -> None:
        try:
            await self._client.cancel(order.id)
        except ApiError as error:
            log.info("an order could not be cancelled: %s", error.code)

    def is_answer_to(self, order: Order, query: Mapping[str, str]) -> bool:
        """BankID sends no browser to us with an answer."""
        return False

    async def callback(self, order: Order, query: Mapping[str, str]) -> Progress:
        """BankID sends no browser to us with an answer."""
        return Failed("failed")

    async def longest_text(self) -> int:
        """Bytes that are 40,000 characters of base64."""
        return 30_000

    async def examine(self) -> str:
        """Asks about an order that does not exist, which only who may ask is told."""
        from actions.eid.expiry_dates import first_to_expire

        try:
            await self._client.collect("00000000-0000-4000-8000-000000000000")
        except ApiError as error:
            if error.code != "invalidParameters":
                raise ProviderError(str(error)) from error
        files = (self._settings.client_cert, self._settings.ca, self._settings.signature_ca)
        return f"answers; {first_to_expire(files, self._assembly.now())}"

    @property
    def clock_ahead(self) -> timedelta | None:
        return self._client.clock_ahead

    async def close(self) -> None:
        await self._client.close()

    @staticmethod
    def _told(error: ApiError) -> ProviderError:
        log.warning("BankID: %s", error)
        return ProviderError(messages.error(error.code))


def _app_url(token: str, agent: str) -> str:
    """Starts the app on this device. Where it leads back to is in the order, not here."""
    query = urlencode({"autostarttoken": token, "redirect": "null"})
    return f"https://app.bankid.com/?{query}" if takes_app_links(agent) else f"bankid:///?{query}"
