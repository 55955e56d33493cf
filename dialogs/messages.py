"""What is shown to a person: the `Message` of the chat API, used by every channel."""

from enum import StrEnum
from typing import Any, Literal

import msgspec


def always(value: Any) -> Any:
    """A default that is written out too: what a plain default says is left out on the wire."""
    return msgspec.field(default_factory=lambda: value)


class Kind(StrEnum):
    """Which control suits the answer."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    NUMBER = "number"
    DATE = "date"
    CHOICE = "choice"
    CHOICES = "choices"
    FILE = "file"
    LOCATION = "location"
    NONE = "none"


#: Controls that take any text, so that a doubtful word there is the answer.
FREE_TEXT = frozenset({Kind.TEXT, Kind.LONG_TEXT})

Purpose = Literal["login", "sign", "receipt", "secure-answer", "info"]
Sender = Literal["bot", "person", "officer"]


class Choice(msgspec.Struct, frozen=True, omit_defaults=True):
    value: str
    label: str
    description: str | None = None


class Link(msgspec.Struct, frozen=True, omit_defaults=True):
    """A link to show.

    From the engine, `url` is a path of ours, or empty where a ticket must be issued first, or
    `of_draft(id)` where that ticket is about another draft than the one at hand.
    """

    url: str
    label: str
    purpose: Purpose


#: The address, before it has one, of a link to the whole conversation.
TRANSCRIPT = "transcript:"
_OF_DRAFT = "draft:"


def of_draft(draft_id: str) -> str:
    """The address, before it has one, of a link that is about this draft."""
    return _OF_DRAFT + draft_id


def draft_of(url: str) -> str | None:
    """The draft that a link is about, if it says so."""
    return url.removeprefix(_OF_DRAFT) if url.startswith(_OF_DRAFT) else None


class Progress(msgspec.Struct, frozen=True):
    at: int
    of: int


class Input(msgspec.Struct, frozen=True, omit_defaults=True):
    """What is asked and which control suits. `field` is None outside a service's questions."""

    kind: Kind
    field: str | None = always(None)
    optional: bool = always(False)
    max_length: int | None = None
    min: str | int | float | None = None
    max: str | int | float | None = None
    #: Media types that a file control offers, as in HTML's `accept`.
    accept: str | None = None
    #: HTML autocomplete token.
    autocomplete: str | None = None
    format: str | None = None
    sensitive: bool = False


class CaseState(msgspec.Struct, frozen=True):
    reference: str
    status: str
    status_text: str


class Message(msgspec.Struct, frozen=True, omit_defaults=True, rename={"sender": "from"}):
    """One message. `number` is given by the store: 1, 2, 3 … within a conversation; 0 before."""

    text: str
    sender: Sender = always("bot")
    number: int = always(0)
    input: Input | None = None
    choices: tuple[Choice, ...] | None = None
    links: tuple[Link, ...] | None = None
    progress: Progress | None = None
    problem: bool | None = None
    draft: str | None = None
    case: CaseState | None = None
