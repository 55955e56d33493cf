"""The definition model: what one e-service asks, who signs it and who receives it.

A definition is read from one YAML file by `dialogs.loading`; `docs/services.md` teaches the format.
Everything here is frozen, so a definition can be shared by all conversations.
"""

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum

import msgspec

from dialogs.conditions import Condition, Operand
from dialogs.texts import LocalText


class Signing(StrEnum):
    NONE = "none"
    #: The filer signs.
    ONE = "one"
    #: The filer and every party signs (flerpartssignering).
    ALL = "all"


class SigningOrder(StrEnum):
    """In which order the parties are asked, once the filer has signed."""

    #: All at once.
    PARALLEL = "parallel"
    #: One at a time, in the order of the questions; the next when the one before has signed.
    SEQUENCE = "sequence"


class Visibility(StrEnum):
    """Who may read an answer besides the filer and the case officers (threat B5)."""

    #: Every party: it is part of what all sign.
    SHARED = "shared"
    #: Nobody else: parties see only that it exists.
    PRIVATE = "private"


#: The value of a type's own setting (`min`, `max_length` …). An Operand is computed at each use.
Limit = int | Decimal | str | bool | Operand | tuple[str, ...] | tuple[LocalText, ...] | LocalText


class Option(msgspec.Struct, frozen=True):
    """One alternative of a choice."""

    value: str
    label: LocalText
    description: LocalText | None = None
    #: Other ways to say it, matched like the label.
    words: tuple[str, ...] = ()


class Rule(msgspec.Struct, frozen=True):
    """A sentence that holds while a condition does: a refusal or a warning about an answer."""

    when: Condition
    say: LocalText


class Field(msgspec.Struct, frozen=True, kw_only=True):
    """One question of a service, or something that is said on the way (information, stop)."""

    id: str
    type: str
    #: The question as asked; for information and stop what is said.
    ask: LocalText
    #: Short name on the review page, the receipt and in lists; the question itself when missing.
    label: LocalText | None = None
    help: LocalText | None = None
    #: Why the question is asked (data minimisation).
    why: LocalText | None = None
    example: LocalText | None = None
    optional: bool = False
    when: Condition | None = None
    #: Never asked, shown or stored in a third-party messaging app.
    sensitive: bool = False
    visibility: Visibility = Visibility.SHARED
    #: Asked before the login, so that nobody logs in in vain.
    before_login: bool = False
    #: A fact about the logged-in person to suggest: "name", "personnummer", "phone" or "email".
    prefill: str | None = None
    options: tuple[Option, ...] = ()
    #: The type's own settings, checked against `FieldType.LIMITS` when loaded.
    limits: Mapping[str, Limit] = {}
    #: Sentences that refuse the answer, first that holds; and that warn but accept.
    refuse: tuple[Rule, ...] = ()
    warn: tuple[Rule, ...] = ()
    #: The words with which the person found the service may be its answer.
    from_wish: bool = False
    #: A computed value, shown in an information's text as {value} and kept with the case.
    value: Operand | None = None
    #: Fields of a group's row, or the parts that a composed type asks one by one.
    fields: tuple["Field", ...] = ()
    line: int = 0

    def title(self, language: str) -> str:
        return (self.label or self.ask).to(language)


class ConcernedKind(StrEnum):
    """Whom a filing may be about, besides the filer."""

    CHILD = "child"
    PERSON = "person"
    ORGANISATION = "organisation"


class Concerns(msgspec.Struct, frozen=True, kw_only=True):
    """Which answers tell whom a filing is about. Who files speaks for that person or organisation."""

    who: ConcernedKind
    #: Ids of fields of the service; "" where it is not asked.
    name: str = ""
    number: str = ""
    line: int = 0


class Service(msgspec.Struct, frozen=True, kw_only=True):
    """One e-service."""

    id: str
    title: LocalText
    #: One or two sentences: what it is for.
    summary: LocalText
    category: str
    #: Everyday words that people use for it, for the finder.
    words: tuple[str, ...]
    login: bool
    signing: Signing
    #: The filer may stay unknown: nothing about the sender is stored.
    anonymous: bool = False
    #: Id of the receiving unit in the municipality's facts.
    unit: str
    legal_basis: LocalText
    #: How long the case is kept, in words.
    retention: LocalText
    #: Estimated time to fill in.
    minutes: int
    #: What the person should have at hand before starting.
    at_hand: tuple[LocalText, ...] = ()
    #: What happens after it has been received.
    next_steps: LocalText
    #: What the system did not verify, printed on the receipt and at the desk (threat C4).
    unverified: tuple[LocalText, ...] = ()
    #: None: every filing is about the filer, or about a place or a thing.
    concerns: Concerns | None = None
    signing_order: SigningOrder = SigningOrder.PARALLEL
    #: How old the filer must be; None: it makes no difference. `fields` ask and say it.
    min_age: int | None = None
    #: Days that the parties have to sign, all together. The filer may give them more time.
    signing_days: int = 30
    #: Days that an untouched draft is kept.
    draft_days: int = 90
    fields: tuple[Field, ...]
    #: Content hash of the definition: changes when and only when the definition does.
    version: str
    #: The definition as written, kept with every filed case.
    source: str = ""
    languages: tuple[str, ...] = ("sv",)
