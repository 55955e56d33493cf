"""What every field type can do. One object per type; `dialogs.fields.FIELD_TYPES` finds it by name.

Values are JSON: text, whole number, boolean, decimal and date as text, a list, or a dictionary with
fixed keys. So an answer can be stored, hashed and compared without knowing its type.
"""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import ClassVar

import msgspec

from dialogs.conditions import Scope, Value
from dialogs.locating import Surroundings
from dialogs.messages import Choice, Input, Kind
from dialogs.service import Field


class LimitKind(StrEnum):
    """What a type's own setting may be written as in a definition."""

    INTEGER = "a whole number"
    DECIMAL = "a number"
    DATE = "a date (2026-01-31), {today: +2 months} or {field: id, plus: 3 days}"
    TIME = "a time (08:00)"
    TEXT = "a text"
    TEXTS = "a list of texts"
    LOCAL_TEXT = "a text, or one for each language"
    #: A text that is the same in every language ("m²"), or one for each.
    UNIT = "a unit, or one for each language"
    FLAG = "yes or no"


class FileGiven(msgspec.Struct, frozen=True):
    """A stored file that a person gave."""

    file_id: str
    name: str
    size: int
    media_type: str
    sha256: str


class Place(msgspec.Struct, frozen=True):
    """A position, WGS 84 degrees."""

    lat: float
    lon: float


class Given(msgspec.Struct, frozen=True):
    """One answer as it came: what was typed, tapped, picked or attached."""

    text: str = ""
    choice: str | None = None
    choices: tuple[str, ...] = ()
    files: tuple[FileGiven, ...] = ()
    place: Place | None = None


class Asking(msgspec.Struct, frozen=True):
    """The situation in which a question is asked."""

    language: str
    today: date
    scope: Scope
    #: What a position is told by.
    surroundings: Surroundings = Surroundings()


class Accepted(msgspec.Struct, frozen=True):
    """It is understood. `note` is a text key (with params) for what the person should know."""

    value: Value
    note: str | None = None
    params: Mapping[str, str | int] = {}


class Refused(msgspec.Struct, frozen=True):
    """It is not an answer. `reason` names the text `refuse.<reason>`, which says how to fix it."""

    reason: str
    params: Mapping[str, str | int] = {}


class Unsure(msgspec.Struct, frozen=True):
    """It can mean several things (two to four values), or one that must be confirmed."""

    candidates: tuple[Value, ...]


Outcome = Accepted | Refused | Unsure


class Confirmation(msgspec.Struct, frozen=True):
    """How a single reading is confirmed: the keys of what is asked and of both buttons.

    `then` is said when it was wrong.
    """

    ask: str
    yes: str
    no: str
    then: str


class Finding(msgspec.Struct, frozen=True):
    """A stretch of a longer text, from `start` up to `end`, that by itself is surely an answer."""

    value: Value
    start: int
    end: int


class Term(msgspec.Struct, frozen=True):
    """Something to know before answering: a text key with its params."""

    text: str
    params: Mapping[str, str | int] = {}


class FieldType:
    """A kind of question. Stateless: everything comes as arguments."""

    #: The word in a definition's `type`.
    name: ClassVar[str]
    #: The type's own settings.
    LIMITS: ClassVar[Mapping[str, LimitKind]] = {}
    #: False for what is only said: information and stop.
    asks: ClassVar[bool] = True
    #: True when the definition must list `options`.
    needs_options: ClassVar[bool] = False

    def parse(self, field: Field, given: Given, asking: Asking) -> Outcome:
        """What the person means. Never raises, whatever was written."""
        raise NotImplementedError(self.name)

    def find(self, field: Field, text: str, asking: Asking) -> tuple[Finding, ...]:
        """The stretches of a longer text that are surely answers. Never raises."""
        return ()

    def show(self, field: Field, value: Value, language: str) -> str:
        """The value in full, as a person reads it (echo, review, receipt)."""
        return str(value)

    def confirmation(self, field: Field, value: Value) -> Confirmation | None:
        """How a single unsure reading is asked about; None: "Menade du …?"."""
        return None

    def input(self, field: Field, asking: Asking) -> Input:
        """Which control suits. `field` and `optional` of the Input are filled in by the engine."""
        return Input(kind=Kind.TEXT)

    def terms(self, field: Field, language: str) -> tuple[Term, ...]:
        """What is said with the question, because it cannot be seen from it (row 42)."""
        return ()

    def choices(self, field: Field, asking: Asking) -> tuple[Choice, ...]:
        """Alternatives to tap."""
        return ()

    def example(self, field: Field, asking: Asking) -> str | None:
        """An example of a good answer, used after failures when the definition has none."""
        return None

    def parts(self, field: Field) -> tuple[Field, ...]:
        """The questions that a composed type asks one by one; empty for a simple type."""
        return ()

    def check(self, field: Field) -> tuple[str, ...]:
        """What is wrong with the field's definition, as sentences with the remedy."""
        return ()
