"""The state of a conversation and of a draft: values only, serialised as JSON by msgspec."""

from collections.abc import Mapping
from datetime import datetime
from typing import Literal

import msgspec

from dialogs.conditions import Value
from dialogs.statuses import Status

How = Literal["said", "tapped", "prefilled", "confirmed", "skipped", "shown"]


class Answer(msgspec.Struct, frozen=True, omit_defaults=True):
    """One answer. `value` None: skipped."""

    value: Value | None
    at: datetime
    how: How = "said"
    #: What was written, when it differs from the value.
    given: str | None = None


class Person(msgspec.Struct, frozen=True, omit_defaults=True):
    """Who an e-ID provider says that somebody is."""

    #: Twelve digits.
    personnummer: str
    name: str
    phone: str | None = None
    email: str | None = None


class Draft(msgspec.Struct, frozen=True, omit_defaults=True):
    """Answers on the way to a case. Position is derived from the answers, never stored."""

    id: str
    reference: str
    service: str
    #: The version of the definition that the answers were last checked against.
    version: str
    created_at: datetime
    status: Status = Status.DRAFT
    #: Who owns it: the personnummer of the first e-ID that claimed it.
    owner: str | None = None
    answers: Mapping[str, Answer] = {}
    #: Answers that going back took out of the draft; offered again when their question returns.
    aside: Mapping[str, Answer] = {}
    #: Paths in the order they were answered, for going back.
    trail: tuple[str, ...] = ()
    #: The question being changed out of order.
    revisiting: str | None = None
    #: The person chose to log in later.
    login_later: bool = False


class Pending(msgspec.Struct, frozen=True, omit_defaults=True):
    """A question of the assistant's own that waits for an answer (besides the service's)."""

    kind: Literal[
        "find",
        "confirm",
        "losing",
        "change",
        "files",
        "other",
        "cancel",
        "restart",
        "reopen",
        "withdraw",
        "forget",
        "message",
        "category",
    ]
    #: The path or service that it is about.
    about: str | None = None
    #: The values to choose between, as JSON; the meaning depends on `kind`.
    values: tuple[Value, ...] = ()


class Conversation(msgspec.Struct, frozen=True, omit_defaults=True):
    """One person's talk with the assistant in one channel."""

    id: str
    #: "web", "page", "terminal", "telegram", "rasa"
    channel: str
    language: str = "sv"
    person: Person | None = None
    #: Until when the login holds (30 minutes after the last turn).
    login_until: datetime | None = None
    #: Which draft is being filled in.
    draft_id: str | None = None
    #: The service that a deep link or a choice asked for and that waits for something else.
    pending: Pending | None = None
    #: Refusals in a row on the same question.
    failures: int = 0
    #: Waiting for the six digits that the browser shows after a login elsewhere.
    awaiting_code: bool = False
    #: Services that were asked for together with the one at hand: offered when it is done.
    wishes: tuple[str, ...] = ()


class CaseSummary(msgspec.Struct, frozen=True):
    """What may be told about a filing to its own people."""

    draft_id: str
    reference: str
    service: str
    status: Status
    changed_at: datetime
    signed: int = 0
    signers: int = 0
