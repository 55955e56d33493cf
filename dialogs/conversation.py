"""The state of a conversation and of a draft: values only, serialised as JSON by msgspec."""

from collections.abc import Mapping
from datetime import datetime
from typing import Literal

import msgspec

from dialogs.conditions import Value
from dialogs.service import ConcernedKind
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


class Edit(msgspec.Struct, frozen=True, omit_defaults=True):
    """How one path of a draft is to be: what an act made of it, or what undoing makes of it."""

    path: str
    #: None: unanswered.
    answer: Answer | None = None
    #: What is offered again when its question returns.
    aside: Answer | None = None
    #: Its place in the trail; None: not in it.
    place: int | None = None


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
    #: What takes the newest acts back, oldest first; and what does again what was taken back.
    undoable: tuple[tuple[Edit, ...], ...] = ()
    redoable: tuple[tuple[Edit, ...], ...] = ()


#: So much of a wish is kept to be read for answers.
LONGEST_WISH = 4000


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
        "several",
        "correct",
        "append",
        "switch",
        "push",
        "readdress",
        "earlier",
        "spoken",
        "completion",
        "situation",
    ]
    #: The path or service that it is about; of `find` the wish in the person's own words.
    about: str | None = None
    #: The values to choose between, as JSON; the meaning depends on `kind`.
    values: tuple[Value, ...] = ()
    #: What `values` were before each of the newest changes, oldest first (of `files`, to be undone).
    before: tuple[tuple[Value, ...], ...] = ()


class Parked(msgspec.Struct, frozen=True):
    """A draft that was left for another service."""

    draft_id: str
    service: str
    #: What several drafts of the same service are told apart by.
    reference: str = ""


class Takeover(msgspec.Struct, frozen=True, omit_defaults=True):
    """Customer service is asked into the conversation, or has taken it over."""

    state: Literal["waiting", "taken"]
    since: datetime
    #: Who has taken it over, by name.
    officer: str = ""


class Completing(msgspec.Struct, frozen=True, omit_defaults=True):
    """What is gathered to be added to a case that the municipality has."""

    draft_id: str
    text: str = ""
    #: Files as `dialogs.attached_files.as_value` writes them.
    files: tuple[Value, ...] = ()


class LeftOpen(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a conversation had in mind when a login ended: only for who was logged in (threat A11)."""

    pending: Pending | None = None
    fragment: str = ""
    parked: tuple[Parked, ...] = ()
    wishes: Mapping[str, str] = {}
    completing: Completing | None = None


class Former(msgspec.Struct, frozen=True):
    """Who was logged in last (threat B3)."""

    personnummer: str
    #: The end of that login.
    until: datetime
    #: Set when the login has ended.
    left: LeftOpen | None = None


class Conversation(msgspec.Struct, frozen=True, omit_defaults=True):
    """One person's talk with the assistant in one channel."""

    id: str
    #: "web", "page", "terminal", "telegram", "rasa"
    channel: str
    language: str = "sv"
    person: Person | None = None
    #: When the login began, and until when it holds (`dialogs.logins`).
    login_since: datetime | None = None
    login_until: datetime | None = None
    #: Which draft is being filled in.
    draft_id: str | None = None
    #: The service that a deep link or a choice asked for and that waits for something else.
    pending: Pending | None = None
    #: Refusals in a row on the same question.
    failures: int = 0
    #: Waiting for the six digits that the browser shows after a login elsewhere.
    awaiting_code: bool = False
    #: The question that was asked here last. Another device may have answered it since (row 27).
    asked: str | None = None
    #: What was refused as an answer to it, in case the rest comes in the next message (row 6).
    fragment: str = ""
    #: Drafts that were left for another service, newest last; offered again (row 18).
    parked: tuple[Parked, ...] = ()
    #: The draft that was deleted here last, while that can be undone.
    discarded: str | None = None
    #: When the person was last told whom to call, by the danger (row 22: once).
    warned: Mapping[str, datetime] = {}
    #: Services that were asked for together with the one at hand, and what was said about each:
    #: offered when it is done.
    wishes: Mapping[str, str] = {}
    #: A human is waited for, or answers here.
    takeover: Takeover | None = None
    #: The labels of the assistant's own buttons that were shown last, with their values (row 8).
    offered: Mapping[str, str] = {}
    #: So many of them, from the first, are those that a number counts.
    counted: int = 0
    #: Not sent yet (row 35).
    completing: Completing | None = None
    #: Who was logged in here last, also when nobody is now: another person begins with nothing.
    former: Former | None = None
    #: What was said up to this message was said with another person, and is shown to nobody here.
    hidden_to: int = 0
    #: What was said up to this message was said during a login that has ended: it is shown again when
    #: the same person logs in again.
    paused_to: int = 0
    #: When `hidden_to` was set: files that were given before it are the other person's too.
    hidden_at: datetime | None = None


class Concerned(msgspec.Struct, frozen=True, omit_defaults=True):
    """Whom a filing is about, when it is filed by somebody else (row 37)."""

    kind: ConcernedKind
    #: As they are shown; "" where it is not known.
    name: str = ""
    number: str = ""


class PartySummary(msgspec.Struct, frozen=True):
    """How it stands with one party of a filing, for the filer alone."""

    id: str
    #: In words, e.g. "den andra vårdnadshavaren".
    role: str
    name: str
    state: Literal["waiting", "invited", "signed", "declined"]
    is_filer: bool
    #: When the party was asked, and signed or declined.
    invited_at: datetime | None = None
    acted_at: datetime | None = None
    #: Why the party declined.
    reason: str = ""
    #: The newest link arrived in none of the ways that the filer gave.
    is_unreached: bool = False
    #: An SMS is the only way to the party, who wants none.
    wants_no_sms: bool = False


class Board(msgspec.Struct, frozen=True):
    """How it stands with the signing of a filing, for the filer alone."""

    #: The filer first, then in the order of the questions.
    parties: tuple[PartySummary, ...] = ()
    #: When the time for signing is up.
    until: datetime | None = None
    #: Until when the filer may move that now; None: not at all, or not by a day.
    extendable_until: datetime | None = None


class SigningRequest(msgspec.Struct, frozen=True):
    """What waits for the signature of a person who did not file it."""

    draft_id: str
    reference: str
    service: str
    #: Who asks, by name.
    filer: str
    asked_at: datetime
    concerned: Concerned | None = None


class HandlingTime(msgspec.Struct, frozen=True):
    """How long the municipality's closed cases of one service took, in whole days."""

    #: How many cases that is known from.
    cases: int
    #: Half of them took at most so long.
    half: int
    #: Eight in ten took at most so long.
    most: int


class CaseSummary(msgspec.Struct, frozen=True):
    """What may be told about a filing to its own people."""

    draft_id: str
    reference: str
    service: str
    status: Status
    #: When its draft was begun, and when it was changed last.
    begun_at: datetime
    changed_at: datetime
    signed: int = 0
    signers: int = 0
    #: The roles of those who have been asked to sign and have not.
    awaited: tuple[str, ...] = ()
    #: What the officer wants, in the officer's words, while the case waits for it.
    asked: str = ""
    concerned: Concerned | None = None
