"""From a draft's answers to what a revision holds. Reads nothing but its arguments.

The walk of the definition decides what is part of it: an answer whose question does not apply is
left out. Every text is kept as the person saw it, because that is what is signed.
"""

from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from typing import Any

import msgspec

from actions.errors import RefusedError
from actions.revisions import (
    Private,
    RevisionContent,
    RevisionFile,
    RevisionParty,
    RevisionRow,
    new_salt,
    private_digest,
)
from actions.signers import Signer, check_distinct, contact_of, filer_of, other_parties, signers_of
from dialogs.clock import STOCKHOLM
from dialogs.concerning import concerned
from dialogs.conversation import Draft, Person
from dialogs.facts import facts_of
from dialogs.journey import Question, Walk, walk
from dialogs.service import Service, Visibility
from dialogs.world import World

#: RFC 8785 numbers are doubles: larger whole numbers are kept as text.
_LARGEST_NUMBER = 2**53 - 1


class Frozen(msgspec.Struct, frozen=True, kw_only=True):
    content: RevisionContent
    private: Private
    #: The filer first; empty when nobody signs.
    signers: tuple[Signer, ...]
    file_ids: tuple[str, ...]


def compose(
    *,
    world: World,
    service: Service,
    draft: Draft,
    person: Person | None,
    language: str,
    now: datetime,
) -> Frozen:
    """What the draft becomes when it is sent.

    Raises RefusedError: "not_complete", "party_is_filer", "party_twice", "too_many_parties".
    """
    walked = walk_of(service, draft, person, now)
    if walked.next is not None or walked.stop is not None:
        raise RefusedError("not_complete")
    rows = _Rows(world, draft, walked, language)
    shared, private = rows.of(Visibility.SHARED), rows.of(Visibility.PRIVATE)
    filer = filer_of(world, draft, person, walked, language)
    others = other_parties(service, walked, language)
    check_distinct(filer, others)
    salt = new_salt()
    involved = ((filer,) if filer else ()) + others
    content = RevisionContent(
        municipality=world.municipality.name,
        reference=draft.reference,
        service=service.id,
        title=service.title.to(language),
        service_version=service.version,
        language=language,
        sections=shared,
        parties=tuple(
            RevisionParty(name=each.name, personnummer=each.personnummer, role=each.role)
            for each in involved
        ),
        files=tuple(
            RevisionFile(name=file["name"], size=file["size"], sha256=file["sha256"])
            for file in _files(draft, walked, Visibility.SHARED)
        ),
        private_digest=private_digest(salt, private),
        created_at=now.isoformat(timespec="microseconds"),
        concerns=concerned(service, walked),
    )
    return Frozen(
        content=content,
        private=Private(salt=salt, rows=private, contact=contact_of(draft, walked, person)),
        signers=signers_of(service, filer, others),
        file_ids=tuple(file["file_id"] for file in _files(draft, walked)),
    )


def walk_of(service: Service, draft: Draft, person: Person | None, now: datetime) -> Walk:
    """The draft as the conversation walked it."""
    today = now.astimezone(STOCKHOLM).date()
    return walk(service, draft.answers, facts=facts_of(person, today), today=today)


# ── Rows ──────────────────────────────────────────────────────────────────────────────────────


class _Rows:
    """The rows of a walk, each text as the person saw it."""

    def __init__(self, world: World, draft: Draft, walked: Walk, language: str) -> None:
        self._world = world
        self._draft = draft
        self._walk = walked
        self._language = language

    def of(self, visibility: Visibility) -> tuple[RevisionRow, ...]:
        return tuple(
            row
            for question in self._walk.course
            if question.field.visibility is visibility and (row := self._row(question)) is not None
        )

    def _row(self, question: Question) -> RevisionRow | None:
        value = plain_value(self._walk.values.get(question.path))
        label = question.field.label
        if not question.type.asks and (value is None or label is None):
            return None  # only said: nothing was answered, or computed to be kept
        if _asks_for_more(question):
            return None  # the rows of the group tell it
        if value is None:
            shown = self._world.texts.say(self._language, "summary.unanswered")
        else:
            shown = question.type.show(question.field, value, self._language)
        return RevisionRow(
            path=question.path,
            question=self._asked(question),
            label=self._fill_plain(question.title(self._language)),
            answer=shown,
            value=value,
        )

    def _asked(self, question: Question) -> str:
        """The question as it was asked; of what was computed, what it is called."""
        field = question.field
        text = field.ask if question.type.asks or field.label is None else field.label
        return self._fill_plain(question.in_row(text.to(self._language), self._language))

    def _fill_plain(self, text: str) -> str:
        """The few placeholders that definitions may use (as the engine fills them)."""
        place = self._world.municipality
        return text.replace("{municipality}", place.name).replace(
            "{customer_service}", place.customer_service.to(self._language)
        )


def _asks_for_more(question: Question) -> bool:
    """ "Vill du lägga till en till?" – but whether there is a first row at all is an answer."""
    last = question.path.rpartition(".")[2]
    return last.startswith("+") and last != "+0"


def plain_value(value: Any) -> Any:
    """The value as JSON that RFC 8785 can write."""
    match value:
        case bool():
            return value
        case Decimal():
            return f"{value:f}"
        case int() if abs(value) > _LARGEST_NUMBER:
            return str(value)
        case list() | tuple():
            return [plain_value(each) for each in value]
        case dict():
            return {key: plain_value(each) for key, each in value.items()}
        case _:
            return value


def _files(
    draft: Draft, walked: Walk, visibility: Visibility | None = None
) -> Iterator[dict[str, Any]]:
    for question in walked.questions:
        if question.field.type != "files" or visibility not in (None, question.field.visibility):
            continue
        yield from walked.values.get(question.path) or ()
