"""A person who talks with the engine: says, taps, attaches, logs in, and lets time pass.

Everything that the engine is given passes through JSON first, as it does in the store, and what it
wants done is done here in the simplest way. No database, no network.
"""

import hashlib
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar

import msgspec

from dialogs import conversation as state
from dialogs.concerning import concerned
from dialogs.conversation import (
    Board,
    CaseSummary,
    Conversation,
    Draft,
    HandlingTime,
    SigningRequest,
)
from dialogs.effects import Complete, DeleteDraft, DiscardDraft, Effect, Forget, Send, Withdraw
from dialogs.engine import Fresh, Known, NeedsKnown, Turn, advance
from dialogs.events import AnsweredElsewhere, Event, LoggedIn, Opened, Said, Signed, StatusChanged
from dialogs.fields.base import FileGiven, Place
from dialogs.journey import Question
from dialogs.messages import Choice, Message
from dialogs.service import Service
from dialogs.statuses import RECEIVED_STATUSES, Status
from dialogs.talk import Talk
from dialogs.world import World

START = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
ANNA = state.Person(
    personnummer="199001012385", name="Anna Ek", phone="+46701740605", email="anna@example.se"
)
BO = state.Person(personnummer="198502122388", name="Bo Ek")
#: Sixteen years old.
NOA = state.Person(personnummer="201002152385", name="Noa Ek")
#: Skatteverket's own example of a coordination number.
ALEX = state.Person(personnummer="197010632391", name="Alex Ek")
#: Who logs in in a story.
PEOPLE = {"Anna": ANNA, "Bo": BO, "Noa": NOA, "Alex": ALEX}

T = TypeVar("T")


def a_file(name: str = "ritning.pdf", *, size: int = 1000) -> FileGiven:
    types = {"pdf": "application/pdf", "jpg": "image/jpeg", "png": "image/png"}
    ending = name.rpartition(".")[2].lower()
    return FileGiven(
        file_id=f"file-{name}",
        name=name,
        size=size,
        media_type=types.get(ending, "application/octet-stream"),
        sha256=hashlib.sha256(name.encode()).hexdigest(),
    )


class Person:
    """One conversation, its draft and a clock in hand. Each act is one turn."""

    def __init__(
        self,
        world: World,
        *,
        service: str | None = None,
        language: str = "sv",
        channel: str = "web",
        now: datetime = START,
    ) -> None:
        self.world = world
        self.now = now
        self.conversation = Conversation(id="c-1", channel=channel, language=language)
        #: All drafts that were ever stored, by id.
        self.drafts: dict[str, Draft] = {}
        #: Those that were deleted and can be had back.
        self.discarded: dict[str, Draft] = {}
        #: Definitions that are no longer in force, by id and version.
        self.earlier: dict[tuple[str, str], Service] = {}
        #: Who signs the person's filing.
        self.board = Board()
        #: How long cases take.
        self.handling: HandlingTime | None = None
        #: What a case officer wants for the cases that wait for it.
        self.asked = ""
        #: What others ask the person to sign.
        self.requests: tuple[SigningRequest, ...] = ()
        self.transcript: list[Message] = []
        self.heard: tuple[Message, ...] = ()
        self.effects: tuple[Effect, ...] = ()
        #: What the transcript kept of the last act.
        self.kept: str | None = None
        self._made = 0
        #: Whose filings may be looked up in the turn at hand, as the store decides it.
        self._who: str | None = None
        self.happens(Opened(service=service))

    # ── doing ────────────────────────────────────────────────────────────────────────────────

    def say(self, text: str) -> Message:
        return self.happens(Said(text=text))

    def tap(self, value: str, *, about: str | None = None) -> Message:
        return self.happens(Said(choice=value, about=about))

    def tap_label(self, label: str) -> Message:
        """Taps the newest button with this label."""
        return self.tap(self.button(label).value)

    def attach(self, *names: str) -> Message:
        return self.happens(Said(files=tuple(a_file(name) for name in names)))

    def pin(self, lat: float, lon: float) -> Message:
        return self.happens(Said(place=Place(lat=lat, lon=lon)))

    def log_in(self, person: state.Person = ANNA) -> Message:
        return self.happens(LoggedIn(person=person))

    def answers_elsewhere(self, text: str) -> Message:
        """The same person answers the question at hand on another device, and this one is told."""
        draft, path = self.draft, self.path
        assert draft is not None
        other = Conversation(
            id="c-2", channel="web", person=self.conversation.person, draft_id=draft.id
        )
        known = Known(fresh=Fresh(draft_id="d-other", reference="K-2345-9999"))
        turn = advance(self.world, other, draft, Said(text=text), self.now, known)
        assert isinstance(turn, Turn)
        assert turn.draft is not None
        self.drafts[draft.id] = through_json(turn.draft)
        return self.happens(AnsweredElsewhere(draft_id=draft.id, path=path))

    def signs(self, signed: int, signers: int) -> Message:
        """So many of those who are to sign the draft at hand have done so."""
        draft = self.draft
        assert draft is not None
        status = Status.RECEIVED if signed == signers else Status.AWAITING_PARTIES
        self._put(draft.id, status)
        return self.happens(
            Signed(
                draft_id=draft.id,
                reference=draft.reference,
                service=draft.service,
                signer="du" if signed == 1 else "den andra parten",
                by_filer=signed == 1,
                status=status,
                signed=signed,
                signers=signers,
            )
        )

    def is_asked(self, for_what: str) -> Message:
        """A case officer wants more for the newest case of the person's."""
        draft = [each for each in self.drafts.values() if each.status is Status.RECEIVED][-1]
        self._put(draft.id, Status.AWAITING_COMPLETION)
        self.asked = for_what
        (case,) = [each for each in self._filings() if each.draft_id == draft.id]
        return self.happens(StatusChanged(case=case, reason=for_what))

    def wait(self, **time: float) -> None:
        self.now += timedelta(**time)

    def happens(self, event: Event) -> Message:
        """One turn; the last of its messages."""
        turn = self.turn(event)
        before = self.draft
        self.conversation = through_json(turn.conversation)
        if turn.draft is not None:
            self.drafts[turn.draft.id] = through_json(turn.draft)
            self.discarded.pop(turn.draft.id, None)
        self._carry_out(turn, before)
        self.heard = turn.messages
        self.effects = turn.effects
        self.kept = turn.said
        if turn.said is not None:
            self.transcript.append(Message(text=turn.said, sender="person"))
        self.transcript += turn.messages
        # While a human answers, the assistant may have nothing to say.
        return self.last if self.heard else Message(text="")

    def turn(self, event: Event) -> Turn:
        """What `event` would lead to. Changes nothing."""
        self._made += 1
        self._who = self._who_asks(event)
        known = Known(
            fresh=Fresh(
                draft_id=f"d-{self._made}",
                reference=f"K-2345-{self._made:04}",
                shown_number="42",
            )
        )
        while True:
            turn = advance(self.world, self.conversation, self.draft, event, self.now, known)
            if not isinstance(turn, NeedsKnown):
                return turn
            known = self._learn(turn, known)

    # ── seeing ───────────────────────────────────────────────────────────────────────────────

    @property
    def last(self) -> Message:
        return self.heard[-1]

    @property
    def text(self) -> str:
        """All that was answered to the last act."""
        return "\n".join(message.text for message in self.heard)

    @property
    def draft(self) -> Draft | None:
        draft_id = self.conversation.draft_id
        return self.drafts.get(draft_id) if draft_id else None

    @property
    def talk(self) -> Talk:
        known = Known(fresh=Fresh(draft_id="-", reference="-"))
        return Talk(self.world, self.conversation, self.draft, self.now, known)

    @property
    def question(self) -> Question | None:
        """The service's question at hand."""
        return self.talk.question

    @property
    def path(self) -> str | None:
        return self.question.path if self.question else None

    @property
    def answers(self) -> Mapping[str, Any]:
        """Values by path of the draft at hand, skipped ones too, without what was only shown."""
        if self.draft is None:
            return {}
        return {
            path: answer.value
            for path, answer in self.draft.answers.items()
            if answer.how != "shown"
        }

    def button(self, label: str) -> Choice:
        for message in reversed(self.heard):
            for choice in message.choices or ():
                if choice.label == label:
                    return choice
        raise AssertionError(f"no button {label!r} in:\n{self.text}")

    def old_button(self, label: str) -> str:
        """The value of the oldest button with this label that was ever shown."""
        for message in self.transcript:
            for choice in message.choices or ():
                if choice.label == label:
                    return choice.value
        raise AssertionError(f"no button {label!r} was ever shown")

    @property
    def is_at_summary(self) -> bool:
        return any(choice.value == "send" for choice in self.last.choices or ())

    # ── the world around ─────────────────────────────────────────────────────────────────────

    def _learn(self, needs: NeedsKnown, known: Known) -> Known:
        if needs.definition is not None:
            definition = self.earlier.get(needs.definition)
            return msgspec.structs.replace(
                known, definition=definition, definition_missing=definition is None
            )
        if needs.handling is not None:
            handling = {**known.handling, needs.handling: self.handling}
            return msgspec.structs.replace(known, handling=handling)
        if needs.requests:
            return msgspec.structs.replace(known, requests=self.requests)
        if needs.board_of is not None:
            return msgspec.structs.replace(known, board=self.board)
        if needs.draft_id is None:
            return msgspec.structs.replace(known, filings=self._filings())
        draft = self.drafts.get(needs.draft_id)
        if needs.draft_id == self.conversation.discarded:
            draft = self.discarded.get(needs.draft_id)
        if draft is None or draft.owner not in (None, self._who):
            return msgspec.structs.replace(known, draft_missing=True)
        return msgspec.structs.replace(known, draft=draft)

    def _who_asks(self, event: Event) -> str | None:
        if isinstance(event, LoggedIn):
            return event.person.personnummer
        person, until = self.conversation.person, self.conversation.login_until
        is_over = until is not None and self.now > until
        return person.personnummer if person and not is_over else None

    def _filings(self) -> tuple[CaseSummary, ...]:
        drafts = reversed(self.drafts.values())
        return tuple(self.summary_of(draft) for draft in drafts if draft.owner == self._who)

    def summary_of(self, draft: Draft) -> CaseSummary:
        service = self.world.services.get(draft.service)
        return CaseSummary(
            draft_id=draft.id,
            reference=draft.reference,
            service=draft.service,
            status=draft.status,
            begun_at=draft.created_at,
            changed_at=self.now,
            asked=self.asked if draft.status is Status.AWAITING_COMPLETION else "",
            concerned=concerned(service, self.talk.walk_of(draft)) if service else None,
        )

    def _carry_out(self, turn: Turn, before: Draft | None) -> None:
        for effect in turn.effects:
            match effect:
                case Send() if before is not None and self.conversation.draft_id != before.id:
                    self._put(before.id, Status.RECEIVED)
                case Complete(draft_id=draft_id):
                    self._put(draft_id, Status.IN_PROGRESS)
                case Withdraw(draft_id=draft_id):
                    self._put(draft_id, Status.WITHDRAWN)
                case DeleteDraft(draft_id=draft_id):
                    self.drafts.pop(draft_id, None)
                case DiscardDraft(draft_id=draft_id):
                    self.discarded[draft_id] = self.drafts.pop(draft_id)
                case Forget():
                    # What the municipality has received it must keep.
                    for draft in tuple(self.drafts.values()):
                        if draft.status not in RECEIVED_STATUSES:
                            del self.drafts[draft.id]
                case _:
                    # The engine has put the draft's new status into the draft already.
                    pass

    def _put(self, draft_id: str, status: Status) -> None:
        self.drafts[draft_id] = msgspec.structs.replace(self.drafts[draft_id], status=status)


def through_json(value: T) -> T:
    """The value as it comes back from the store."""
    return msgspec.json.decode(msgspec.json.encode(value), type=type(value))
