"""The port to e-ID providers: BankID, Freja, OpenID Connect and the demo fit behind it.

An order is one question to one person: who are you ("auth"), or do you sign this ("sign"). It is
kept only in the server's side of the browser's session (threat A2) and is asked about until it is
complete or has failed. What counts is the provider's verified answer, never what a browser says.

    start ──▶ Pending ──▶ Complete
                 │  └────▶ Failed
                 └─cancel─▶ Failed
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Literal, Protocol

import msgspec

from dialogs.conversation import Person

Operation = Literal["auth", "sign"]


class Order(msgspec.Struct, frozen=True, kw_only=True):
    """A started order. Sealed in the session; holds whatever the provider needs to go on."""

    id: str
    provider: str
    operation: Operation
    #: What the person sees in the e-ID app.
    visible_text: str
    #: The bytes that are signed besides the text, as text: the revision's SHA-256 in hexadecimal.
    hidden_data: str | None = None
    #: Twelve digits: only this person may complete it.
    personnummer: str | None = None
    started_at: datetime
    #: The provider's own: order reference, start token, nonce …
    details: Mapping[str, str] = {}
    #: Where the browser must be sent, for a provider that redirects.
    redirect_url: str | None = None


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


class Pending(msgspec.Struct, frozen=True):
    """Not yet. `hint` names the text `eid.hint.<hint>`: what the person should do now."""

    hint: str


class Complete(msgspec.Struct, frozen=True):
    """The verified answer."""

    person: Person
    evidence: Evidence


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

    async def start(
        self,
        operation: Operation,
        *,
        visible_text: str,
        hidden_data: bytes | None = None,
        personnummer: str | None = None,
        client_address: str = "",
        return_url: str = "",
    ) -> Order:
        """Begins an order. Raises ProviderError."""

    async def poll(self, order: Order) -> Progress:
        """How the order stands. Raises ProviderError when that cannot be known now."""

    async def cancel(self, order: Order) -> None:
        """Ends an open order; one that has ended already is left alone. Never raises."""

    async def callback(self, order: Order, query: Mapping[str, str]) -> Progress:
        """The browser came back from a provider that redirects, with this query."""
