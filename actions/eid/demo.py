"""The demo e-ID: a form of our own where anybody can be anybody. Production refuses it (threat A9).

Its "app" is a page of ours. That page calls `approve`, and the next `poll` gives the answer, once.
"""

import secrets
from collections.abc import Mapping
from datetime import datetime, timedelta

from actions.assembly import Assembly
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
from dialogs.clock import STOCKHOLM
from dialogs.conversation import Person
from dialogs.fields.base import Accepted, Refused, Unsure
from dialogs.fields.names import MAX_LENGTH
from dialogs.fields.personnummer_reading import parse_personnummer

#: An order that nobody has answered by then has failed.
ORDER_MINUTES = 15
#: Approved orders that are remembered until they are asked for.
_MOST_APPROVED = 10_000
_NOBODY = Caller()


class InvalidDetailsError(Exception):
    """The form cannot be approved as it is filled in. `reason` names the text `web.demo.<reason>`."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class DemoProvider:
    """Keeps nothing but the approvals that have not been asked for; the order holds the rest."""

    name = "demo"
    label = "demo-legitimation"
    can_sign = True
    redirects = False

    def __init__(self, assembly: Assembly) -> None:
        if assembly.mode != "demo":
            raise ProviderError("demo_refused")
        self._assembly = assembly
        self._approved: dict[str, Complete] = {}

    async def start(
        self,
        operation: Operation,
        *,
        visible_text: str,
        hidden_data: str | None = None,
        personnummer: str | None = None,
        caller: Caller = _NOBODY,
        return_url: str = "",
    ) -> Order:
        """A new order that waits for its form."""
        return Order(
            id=secrets.token_urlsafe(24),
            provider=self.name,
            operation=operation,
            visible_text=visible_text,
            hidden_data=hidden_data,
            personnummer=personnummer,
            started_at=self._assembly.now(),
        )

    def approve(self, order: Order, *, personnummer: str, name: str) -> None:
        """The person filled in the form and pressed approve.

        Raises InvalidDetailsError when that is not a number or name that an e-ID could have.
        """
        now = self._assembly.now()
        person = Person(personnummer=_number(personnummer, now), name=_name(name))
        evidence = order.evidence(at=now, details={"demo": True})
        while len(self._approved) >= _MOST_APPROVED:
            self._approved.pop(next(iter(self._approved)))
        self._approved[order.id] = Complete(person=person, evidence=evidence)

    async def poll(self, order: Order, *, device: Device = "other") -> Progress:
        """Complete once, right after the approval."""
        approved = self._approved.pop(order.id, None)
        if approved is None:
            minutes = (self._assembly.now() - order.started_at).total_seconds() / 60
            return Failed("too_late") if minutes > ORDER_MINUTES else Pending("demo_form")
        required = order.personnummer
        if required is not None and approved.person.personnummer != required:
            return Failed("wrong_person")
        return approved

    async def tend(self) -> None:
        """Nobody but who holds the session can fill in its form."""

    async def cancel(self, order: Order) -> None:
        self._approved.pop(order.id, None)

    def is_answer_to(self, order: Order, query: Mapping[str, str]) -> bool:
        """The demo sends nobody elsewhere."""
        return False

    async def callback(self, order: Order, query: Mapping[str, str]) -> Progress:
        """The demo sends nobody elsewhere."""
        return Failed("cancelled")

    async def longest_text(self) -> int:
        return 30_000

    async def examine(self) -> str:
        return "anybody can be anybody"

    @property
    def clock_ahead(self) -> timedelta | None:
        """Its clock is ours."""
        return None

    async def close(self) -> None:
        """It holds no connections."""


def _number(text: str, now: datetime) -> str:
    outcome = parse_personnummer(text, now.astimezone(STOCKHOLM).date())
    match outcome:
        case Accepted(value=str() as number):
            return number
        case Unsure():
            raise InvalidDetailsError("several_numbers")
        case Refused() | Accepted():
            raise InvalidDetailsError("bad_number" if text.strip() else "no_number")


def _name(text: str) -> str:
    name = " ".join("".join(sign for sign in text if sign.isprintable()).split())
    if not name:
        raise InvalidDetailsError("no_name")
    if len(name) > MAX_LENGTH:
        raise InvalidDetailsError("long_name")
    return name
