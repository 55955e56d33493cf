"""One turn in the making: what the engine's parts read and what they add to.

A Talk lives for one call of `dialogs.engine.advance` and is never shared, so the engine stays a
function: the same arguments give the same Turn.
"""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

import msgspec

from dialogs import history
from dialogs.clock import STOCKHOLM
from dialogs.conditions import references
from dialogs.conversation import (
    Board,
    CaseSummary,
    Conversation,
    Draft,
    Edit,
    HandlingTime,
    Pending,
    Person,
    SigningRequest,
)
from dialogs.effects import Effect
from dialogs.events import Said
from dialogs.facts import facts_of
from dialogs.fields.base import Asking
from dialogs.journey import Question, Walk, walk
from dialogs.logins import is_formers
from dialogs.messages import CaseState, Choice, Input, Kind, Link, Message
from dialogs.picking import pick, yes_or_no
from dialogs.service import Field, Service
from dialogs.statuses import Status
from dialogs.texts import SWEDISH, LocalText
from dialogs.world import World

#: Third-party apps: sensitive questions are answered on our own page instead.
MESSENGERS = frozenset({"telegram", "rasa"})


#: The button beside the notice that the login has ended.
LOG_IN = "log_in"
#: The button of `Talk.cannot_log_in`.
CANNOT_LOG_IN = "no_eid"
#: They carry text only.
WITHOUT_FILES = frozenset({"rasa"})


def needs_own_page(channel: str, service: Service, field: Field) -> bool:
    """Whether an answer leaves the channel for our own page (threat B7)."""
    if channel in WITHOUT_FILES and field.type == "files":
        return True
    return channel in MESSENGERS and (field.sensitive or tells_of_protection(service, field))


def tells_of_protection(service: Service, field: Field) -> bool:
    """Whether a yes says that somebody has protected data. A no says nothing, so it may be tapped."""
    return field.type == "yes_no" and any(
        field.id in references(stop.when)
        for stop in service.fields
        if stop.limits.get("discreet") and stop.when is not None
    )


class Fresh(msgspec.Struct, frozen=True):
    """Random values that this turn may use up, since the engine makes none."""

    draft_id: str
    reference: str
    #: Two digits that the chat and the login page both show.
    shown_number: str = "00"


class Known(msgspec.Struct, frozen=True):
    """What the engine may know besides its arguments; None where it was not looked up."""

    #: Random values, made only for the turns that use them.
    fresh: Fresh | None = None
    #: The person's own drafts and cases, newest first.
    filings: tuple[CaseSummary, ...] | None = None
    #: How it stands with the signing of one of them; empty when it is not this person's.
    board: Board | None = None
    #: What waits for the person's signature though somebody else filed it, newest first.
    requests: tuple[SigningRequest, ...] | None = None
    #: How long cases take, by service, where there are enough to say; None: not looked up.
    handling: Mapping[str, HandlingTime | None] = {}
    #: The draft that was asked for by id.
    draft: Draft | None = None
    #: It does not exist or is not this person's.
    draft_missing: bool = False
    #: The definition of then that was asked for.
    definition: Service | None = None
    #: It was never kept.
    definition_missing: bool = False


class NeedsKnown(msgspec.Struct, frozen=True):
    """The turn cannot go on before one thing is known; the first of these that is set."""

    fresh: bool = False
    draft_id: str | None = None
    filings: bool = False
    #: The filing whose signing is asked for.
    board_of: str | None = None
    requests: bool = False
    #: The service whose cases' time is asked for.
    handling: str | None = None
    #: Id and version of a definition that is no longer in force.
    definition: tuple[str, str] | None = None


class Turn(msgspec.Struct, frozen=True):
    """What a turn leads to."""

    conversation: Conversation
    #: The draft at hand after the turn; stored if it changed.
    draft: Draft | None
    messages: tuple[Message, ...]
    effects: tuple[Effect, ...] = ()
    #: What the transcript keeps of what the person did; None when it was not a person.
    said: str | None = None
    shown_number: str = ""


class MissingKnownError(Exception):
    """Carries a NeedsKnown out of the engine's depths; `advance` returns it as a value."""

    def __init__(self, needs: NeedsKnown) -> None:
        super().__init__(needs)
        self.needs = needs


class Talk:
    """The working state of one turn."""

    def __init__(
        self,
        world: World,
        conversation: Conversation,
        draft: Draft | None,
        now: datetime,
        known: Known,
    ) -> None:
        self.world = world
        self.conversation = conversation
        self.draft = draft
        self.now = now
        self.known = known
        self.messages: list[Message] = []
        self.effects: list[Effect] = []
        self.said: str | None = None
        #: Said before the next question, in the same message.
        self.lead = ""
        self._walk: Walk | None = None
        self._walked: Draft | None = None
        self._today: date | None = None
        self._service: Service | None = None

    # ── what is ──────────────────────────────────────────────────────────────────────────────

    @property
    def language(self) -> str:
        return self.conversation.language

    @property
    def today(self) -> date:
        if self._today is None:
            self._today = self.now.astimezone(STOCKHOLM).date()
        return self._today

    @property
    def person(self) -> Person | None:
        return self.conversation.person

    @property
    def service(self) -> Service | None:
        """The definition of the draft at hand; None without one or when it was taken away."""
        if self.draft is None:
            return None
        if self._service is None or self._service.id != self.draft.service:
            self._service = self.world.services.get(self.draft.service)
        return self._service

    @property
    def facts(self) -> Mapping[str, Any]:
        return facts_of(self.person, self.today)

    @property
    def walk(self) -> Walk:
        """The walk through the draft at hand, made anew when the draft has changed."""
        if self.draft is None or self.service is None:
            raise AssertionError("there is no draft to walk")
        if self._walk is None or self._walked is not self.draft:
            self._walk = self.walk_of(self.draft)
            self._walked = self.draft
        return self._walk

    def walk_of(self, draft: Draft) -> Walk:
        service = self.world.services[draft.service]
        return walk(service, draft.answers, facts=self.facts, today=self.today)

    def asking(self, question: Question) -> Asking:
        return Asking(
            language=self.language,
            today=self.today,
            scope=self.walk.scope_of(question),
            surroundings=self.world.municipality.surroundings,
        )

    @property
    def locked(self) -> bool:
        """The draft is somebody's and this conversation is not logged in as them, or nobody knows whose."""
        if self.draft is None:
            return False
        owner = self.draft.owner
        if owner is None:
            return self.is_unclaimed or is_formers(self.conversation, self.draft)
        return self.person is None or self.person.personnummer != owner

    @property
    def is_unclaimed(self) -> bool:
        """Somebody is logged in who has not said that what was begun here without a login is theirs."""
        draft, service = self.draft, self.service
        if draft is None or service is None or draft.owner is not None or self.person is None:
            return False
        return service.login and not draft.login_later and draft.status is Status.DRAFT

    @property
    def question(self) -> Question | None:
        """The service's question at hand."""
        draft = self.draft
        if draft is None or self.service is None or draft.status is not Status.DRAFT:
            return None
        if draft.revisiting is not None:
            revisited = self.walk.at(draft.revisiting)
            if revisited is not None:
                return revisited
        return self.walk.next

    @property
    def needs_login(self) -> bool:
        """The service demands e-ID, and it is time to say so."""
        draft, service = self.draft, self.service
        if draft is None or service is None or not service.login or draft.owner is not None:
            return False
        if draft.login_later or (self.walk.stop is not None and draft.revisiting is None):
            # Nobody logs in only to be told that the path ends here (protected identity!).
            return False
        question = self.question
        return question is None or not question.field.before_login

    def needs_secure_page(self, question: Question) -> bool:
        """Answered on our own page: what is sensitive, and what the channel cannot carry."""
        service = self.service
        return service is not None and needs_own_page(
            self.conversation.channel, service, question.field
        )

    def keeps_yes_out(self, question: Question) -> bool:
        """Only a no may be given here; a yes is for our own page."""
        service = self.service
        return (
            service is not None
            and self.needs_secure_page(question)
            and tells_of_protection(service, question.field)
            and not question.field.sensitive
        )

    @property
    def fresh(self) -> Fresh:
        """Random values; raises MissingKnownError until they are made."""
        if self.known.fresh is None:
            raise MissingKnownError(NeedsKnown(fresh=True))
        return self.known.fresh

    def filings(self) -> tuple[CaseSummary, ...]:
        """The person's filings; raises MissingKnownError until they are known."""
        if self.known.filings is None:
            raise MissingKnownError(NeedsKnown(filings=True))
        return self.known.filings

    def signing_requests(self) -> tuple[SigningRequest, ...]:
        """What others ask the person to sign; raises MissingKnownError until it is known."""
        if self.person is None:
            return ()
        if self.known.requests is None:
            raise MissingKnownError(NeedsKnown(requests=True))
        return self.known.requests

    def handling_time(self, service_id: str) -> HandlingTime | None:
        """How long its cases take; raises MissingKnownError until it is looked up."""
        if service_id not in self.known.handling:
            raise MissingKnownError(NeedsKnown(handling=service_id))
        return self.known.handling[service_id]

    def board_of(self, draft_id: str) -> Board:
        """Who signs one of the person's filings; raises MissingKnownError until it is known."""
        if self.known.board is None:
            raise MissingKnownError(NeedsKnown(board_of=draft_id))
        return self.known.board

    def other_draft(self, draft_id: str) -> Draft | None:
        """Another draft of the person; raises MissingKnownError until it is looked up."""
        if self.known.draft is not None and self.known.draft.id == draft_id:
            return self.known.draft
        if self.known.draft_missing:
            return None
        raise MissingKnownError(NeedsKnown(draft_id=draft_id))

    def earlier_definition(self, service_id: str, version: str) -> Service | None:
        """A definition as it was; raises MissingKnownError until it is looked up."""
        if self.known.definition is not None or self.known.definition_missing:
            return self.known.definition
        raise MissingKnownError(NeedsKnown(definition=(service_id, version)))

    def title_of(self, service_id: str) -> str:
        service = self.world.services.get(service_id)
        return service.title.to(self.language) if service else service_id

    # ── what becomes ─────────────────────────────────────────────────────────────────────────

    def become(self, **changes: Any) -> None:
        """Changes the conversation."""
        self.conversation = msgspec.structs.replace(self.conversation, **changes)

    def redraft(self, **changes: Any) -> None:
        """Changes the draft at hand."""
        if self.draft is None:
            raise AssertionError("there is no draft to change")
        self.draft = msgspec.structs.replace(self.draft, **changes)

    def edit(self, edits: tuple[Edit, ...]) -> None:
        """Changes the answers of the draft at hand, so that it can be undone."""
        if self.draft is None:
            raise AssertionError("there is no draft to change")
        self.draft = history.do(self.draft, edits)

    def take_up(self, draft: Draft | None) -> None:
        """Makes a draft, or none, the one at hand."""
        self.draft = draft
        self.become(
            draft_id=draft.id if draft else None,
            pending=None,
            failures=0,
            asked=None,
            fragment="",
        )

    def wait_for(self, pending: Pending | None) -> None:
        self.become(pending=pending)

    def say(
        self,
        key: str,
        /,
        *,
        choices: tuple[Choice, ...] | None = None,
        links: tuple[Link, ...] | None = None,
        input: Input | None = None,
        problem: bool = False,
        case: CaseState | None = None,
        **params: Any,
    ) -> None:
        """Adds one of the assistant's own sentences."""
        self.add(
            self.text(key, **params),
            choices=choices,
            links=links,
            input=input,
            problem=problem,
            case=case,
        )

    def add(
        self,
        text: str,
        *,
        problem: bool = False,
        choices: tuple[Choice, ...] | None = None,
        input: Input | None = None,
        **parts: Any,
    ) -> None:
        """Adds a message. Choices without an input make it a choice outside any question."""
        if choices and input is None:
            input = Input(kind=Kind.CHOICE)
        self.messages.append(
            Message(
                text=text,
                draft=self.draft.reference if self.draft and not self.locked else None,
                problem=problem or None,
                choices=choices or None,
                input=input,
                **parts,
            )
        )

    def text(self, key: str, /, **params: Any) -> str:
        return self.world.texts.say(self.language, key, **params)

    def refusal(self, reason: str, params: Mapping[str, Any]) -> str:
        """Why an answer was refused, and the way on."""
        return self.text(f"refuse.{reason}", **{"contact": self.contact(), **params})

    def fill(self, text: LocalText, **values: str) -> str:
        """A text of a definition, with the few placeholders that definitions may use."""
        filled = text.to(self.language)
        if "{" in filled:
            place = self.world.municipality
            # One language in a sentence: a service may exist in Swedish only.
            language = self.language if self.language in text.languages() else SWEDISH
            values |= {
                "municipality": place.name,
                "customer_service": place.customer_service.to(language),
                "opening_hours": place.opening_hours.to(language),
            }
            for name, value in values.items():
                filled = filled.replace("{" + name + "}", value)
        return filled

    def choice(self, value: str, key: str, /, **params: Any) -> Choice:
        return Choice(value=value, label=self.text(key, **params))

    def agreed(self, said: Said, yes: str, no: str) -> bool | None:
        """Yes or no to a question of the assistant's own whose buttons have these texts' labels."""
        plain = yes_or_no(text=said.text, tapped=said.choice)
        if plain is not None:
            return plain
        choices = (self.choice("yes", yes), self.choice("no", no))
        picked = pick(choices, text=said.text, tapped=said.choice)
        return None if picked is None else picked.value == "yes"

    def login_link(self) -> Link:
        """A link to log in; the chat waits for the browser's code from now on."""
        self.become(awaiting_code=True)
        return Link(url="", label=self.text("login.link"), purpose="login")

    def cannot_log_in(self) -> tuple[Choice, ...]:
        """Beside a link to log in: the way on for who cannot (`dialogs.without_eid`), if there is one."""
        way_on = self.choice(CANNOT_LOG_IN, "login.cannot")
        return (way_on,) if self.world.without_eid else ()

    def contact(self) -> str:
        return self.world.municipality.customer_service.to(self.language)

    def case_state(self, reference: str, status: Status) -> CaseState:
        return CaseState(
            reference=reference, status=status.value, status_text=self.text(f"status.{status}")
        )

    def turn(self) -> Turn:
        return Turn(
            conversation=self.conversation,
            draft=self.draft,
            messages=tuple(self.messages),
            effects=tuple(self.effects),
            said=self.said,
            shown_number=self.known.fresh.shown_number if self.known.fresh else "",
        )
