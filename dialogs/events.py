"""What can happen to a conversation: what a person did and what the world did."""

from datetime import datetime
from typing import Literal

import msgspec

from dialogs.conversation import CaseSummary, Draft, Person
from dialogs.fields.base import FileGiven, Place
from dialogs.statuses import Status


class Opened(msgspec.Struct, frozen=True, tag=True):
    """A person opened the conversation, perhaps through a link to one service."""

    service: str | None = None


class Said(msgspec.Struct, frozen=True, tag=True):
    """A person wrote, tapped, attached or pinned something.

    `about` is the question that a tapped button belonged to, when the channel knows: a button of an
    older message then changes nothing by surprise (threat B11).
    """

    text: str = ""
    choice: str | None = None
    choices: tuple[str, ...] = ()
    files: tuple[FileGiven, ...] = ()
    place: Place | None = None
    about: str | None = None
    #: It came over our own page and not through a messaging app, whatever the channel is.
    secure: bool = False


class LoggedIn(msgspec.Struct, frozen=True, tag=True):
    """The e-ID provider has verified who the person is, and this chat is tied to that browser."""

    person: Person


class LoginFailed(msgspec.Struct, frozen=True, tag=True):
    """`reason` names the text `login.failed.<reason>`."""

    reason: str


class Signed(msgspec.Struct, frozen=True, tag=True):
    """A signature over the draft is verified and stored. `status` is the draft's status after it."""

    draft_id: str
    reference: str
    service: str
    #: The signer's role, e.g. "den andra vårdnadshavaren"; never a name.
    signer: str
    by_filer: bool
    status: Status
    signed: int
    signers: int
    #: The roles of those who were asked because of it: the others, or the next in order.
    asked: tuple[str, ...] = ()
    #: So many are asked later, when it is their turn.
    later: int = 0


class StatusChanged(msgspec.Struct, frozen=True, tag=True):
    """The status of one of the person's filings changed by somebody else's act or by time."""

    case: CaseSummary
    #: Who did it, in words; empty when it was time that did it.
    by: str = ""
    reason: str = ""


class AnsweredElsewhere(msgspec.Struct, frozen=True, tag=True):
    """The draft at hand was changed in another conversation of the same person (row 27)."""

    draft_id: str
    #: The question that was answered last there.
    path: str | None = None


class Reminded(msgspec.Struct, frozen=True, tag=True):
    """Nobody has gone on with a draft for days (row 29)."""

    draft: Draft
    #: When it is deleted if nobody does.
    until: datetime
    #: That is soon: it can be kept longer.
    is_expiring: bool = False


class TakenOver(msgspec.Struct, frozen=True, tag=True):
    """Somebody of customer service answers in the conversation from now on (row 21)."""

    #: By name.
    officer: str


class HumanSaid(msgspec.Struct, frozen=True, tag=True):
    """What the one who has taken over writes."""

    officer: str
    text: str


class HandedBack(msgspec.Struct, frozen=True, tag=True):
    """The assistant answers again. `note`: a last word, or empty."""

    officer: str
    note: str = ""


class TakeoverAbandoned(msgspec.Struct, frozen=True, tag=True):
    """Nobody took over in time, or `officer` has not answered for long."""

    officer: str = ""


class HumanReplied(msgspec.Struct, frozen=True, tag=True):
    """Customer service answers a message that was left (row 20)."""

    officer: str
    text: str
    #: The beginning of what was asked, and when.
    about: str
    asked_at: datetime


class Undelivered(msgspec.Struct, frozen=True, tag=True):
    """The link to one of those who sign a filing could not be delivered in one way."""

    draft_id: str
    reference: str
    party_id: str
    #: In words; never a name.
    role: str
    way: Literal["sms", "email"]
    #: It went out in the other way, so the party has what is needed.
    other_way_works: bool
    #: The number has said that it wants no SMS.
    stopped: bool = False


class HappenedToFormers(msgspec.Struct, frozen=True, tag=True):
    """Something happened to a filing of who was logged in here last (threat A11)."""


class DiscardedElsewhere(msgspec.Struct, frozen=True, tag=True):
    """The draft at hand was deleted in another conversation of the same person (row 27)."""

    draft_id: str


class Notified(msgspec.Struct, frozen=True, tag=True):
    """Something to tell, by text key: e.g. why a messaging app's sticker is no answer."""

    text: str
    params: dict[str, str]


class Spoke(msgspec.Struct, frozen=True, tag=True):
    """A person sent a voice message. `text` is what was heard in it."""

    text: str = ""
    #: Without a text: it names the text `voice.<why>`; None: there were no words.
    why: Literal["none", "failed", "too_long"] | None = None


Event = (
    Opened
    | Said
    | LoggedIn
    | LoginFailed
    | Signed
    | StatusChanged
    | AnsweredElsewhere
    | Reminded
    | Undelivered
    | HappenedToFormers
    | DiscardedElsewhere
    | Notified
    | TakenOver
    | HumanSaid
    | HandedBack
    | TakeoverAbandoned
    | HumanReplied
    | Spoke
)
