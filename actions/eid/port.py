"""The port to e-ID providers: BankID, Freja, OpenID Connect and the demo fit behind it.

An order is one question to one person: who are you ("auth"), or do you sign this ("sign"). It is
kept only in the server's side of the browser's session (threat A2) and is asked about until it is
complete or has failed. What counts is the provider's verified answer, never what a browser says.

    start ──▶ Pending ──▶ Complete
                 │  └────▶ Failed
                 └─cancel─▶ Failed

A provider whose app is asked by us (BankID, Freja) is polled. One that has pages of its own (OpenID
Connect) is sent the browser, which comes back with an answer for `callback`.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, Literal, Protocol

import msgspec

from dialogs.conversation import Person

Operation = Literal["auth", "sign"]
#: Seconds between two rounds of `EidProvider.tend`.
TEND_EVERY = 2.0
#: How the person reaches the e-ID app: on this device, or by a QR code with another one.
Device = Literal["this", "other"]


class Caller(msgspec.Struct, frozen=True, kw_only=True):
    """The browser that asks, as the server sees it."""

    #: IP address of the person's own browser.
    address: str = ""
    user_agent: str = ""
    #: The same for one browser over a long time; tells nothing about it.
    device_id: str = ""
    #: Of the pages that it is shown: "sv" or "en".
    language: str = "sv"


class Order(msgspec.Struct, frozen=True, kw_only=True):
    """A started order. Sealed in the session; holds whatever the provider needs to go on."""

    id: str
    provider: str
    operation: Operation
    #: What the person sees in the e-ID app.
    visible_text: str
    #: What is signed besides the text, ASCII, in the form of `actions.eid.signed_data`.
    hidden_data: str | None = None
    #: Twelve digits: only this person may complete it.
    personnummer: str | None = None
    started_at: datetime
    #: The provider's own: order reference, start token, nonce …
    details: Mapping[str, str] = {}
    #: Where the browser must be sent, for a provider that redirects.
    redirect_url: str | None = None

    @property
    def hidden_bytes(self) -> bytes | None:
        """`hidden_data` as it is signed."""
        return _signed_bytes(self.hidden_data)

    def evidence(self, *, at: datetime, details: Mapping[str, Any]) -> "Evidence":
        """What proves the answer to this order: `at` and `details` as in Evidence."""
        return Evidence(
            provider=self.provider,
            operation=self.operation,
            order_id=self.id,
            visible_text=self.visible_text,
            hidden_data=self.hidden_data,
            at=at,
            details=details,
        )


class Evidence(msgspec.Struct, frozen=True, kw_only=True):
    """What proves an answer, kept with what it led to (threat A6)."""

    provider: str
    operation: Operation
    order_id: str
    visible_text: str
    hidden_data: str | None
    at: datetime
    #: The signature, the revocation answer, the claims … as the provider gave them.
    details: Mapping[str, Any] = {}

    @property
    def hidden_bytes(self) -> bytes | None:
        """`hidden_data` as it was signed."""
        return _signed_bytes(self.hidden_data)


def _signed_bytes(hidden_data: str | None) -> bytes | None:
    return None if hidden_data is None else hidden_data.encode("ascii")


class Pending(msgspec.Struct, frozen=True):
    """Not yet. `hint` names the text `eid.hint.<hint>`: what the person should do now."""

    hint: str
    #: What a QR code for the e-ID app says right now; "" when none is to be shown.
    qr: str = ""
    #: Opens the e-ID app on this device; "" when that is not possible now.
    app_url: str = ""
    #: The order that replaces this one, which was not picked up in time.
    renewed: Order | None = None


class Complete(msgspec.Struct, frozen=True):
    """The verified answer."""

    person: Person
    evidence: Evidence
    #: The app seems to be somewhere else than the browser, and has no way back to it that would show
    #: the opposite. Suspicious only if the browser was shown how to open the app (threat A3).
    app_elsewhere: bool = False


class Failed(msgspec.Struct, frozen=True):
    """It will never be complete. `reason` names the text `web.eid.<reason>`."""

    reason: str


Progress = Pending | Complete | Failed


class ProviderError(Exception):
    """The provider cannot be used now; `reason` as in Failed."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class EidProvider(Protocol):
    """One provider. All methods may talk to a remote party, so none is called in a transaction."""

    @property
    def name(self) -> str:
        """As in the settings, e.g. "bankid"."""

    @property
    def label(self) -> str:
        """As people know it, e.g. "BankID"."""

    @property
    def can_sign(self) -> bool:
        """Whether `start` takes "sign"."""

    async def longest_text(self) -> int:
        """That it can show to who signs, in bytes of UTF-8. Never raises."""

    @property
    def redirects(self) -> bool:
        """Whether it sends the browser to pages of its own, and `callback` is called."""

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
        """Begins an order. Raises ProviderError.

        `return_url`: where an app on the same device, or a page of the provider, leads back to.
        """

    async def poll(self, order: Order, *, device: Device = "other") -> Progress:
        """How the order stands. Raises ProviderError when that cannot be known now.

        May be called as often as anybody likes; the remote party is asked no more often than it
        allows. What an order was completed with is told at least once.
        """

    async def tend(self) -> None:
        """Ends what was begun here and nobody has picked up in time (threat A3), looked at or not.

        To be called every `TEND_EVERY` seconds. Never raises.
        """

    async def cancel(self, order: Order) -> None:
        """Ends an open order; one that has ended already is left alone. Never raises."""

    def is_answer_to(self, order: Order, query: Mapping[str, str]) -> bool:
        """Whether the browser came back with an answer to this very order, good or bad."""

    async def callback(self, order: Order, query: Mapping[str, str]) -> Progress:
        """The browser came back from a provider that redirects, with this query.

        Raises ProviderError when the provider cannot be asked now.
        """

    async def examine(self) -> str:
        """What `doctor` says of it: it answers, and until when its certificates are valid.

        Starts nothing. Raises ProviderError.
        """

    @property
    def clock_ahead(self) -> timedelta | None:
        """How much its clock was ahead of ours, at least, in its last answer; None: not known."""

    async def close(self) -> None:
        """Lets go of its connections."""
