"""The pure parts: what one turn costs without any database or network, and what understanding costs.

Every service is filled in to its summary once by a person who takes the first answer that is
accepted; then each of those turns is timed many times over.
"""

import csv
import statistics
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Final

import msgspec

from dialogs.conditions import Scope
from dialogs.conversation import Conversation, Draft, Person
from dialogs.engine import Fresh, Known, Turn, advance
from dialogs.events import Event, LoggedIn, Opened, Said
from dialogs.fields import FIELD_TYPES
from dialogs.fields.base import Asking, FileGiven, Given, Place
from dialogs.messages import Choice, Input, Kind, Message
from dialogs.service import Field
from dialogs.texts import LocalText
from dialogs.world import World

#: Skatteverket's published test number.
PERSON: Final = Person(
    personnummer="199001012385", name="Anna Ek", phone="+46701740605", email="anna@example.se"
)
NOW: Final = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
TODAY: Final = NOW.date()
#: A form that is not at its summary after so many turns is one that this person cannot fill in.
MOST_TURNS: Final = 120
MOST_TRIES: Final = 5000
CORPUS: Final = Path(__file__).parents[1] / "tests" / "corpus"

FILE: Final = FileGiven(
    file_id="bench", name="bild.jpg", size=250_000, media_type="image/jpeg", sha256="0" * 64
)
_ASKING: Final = Asking(language="sv", today=TODAY, scope=Scope(answers={}, facts={}, today=TODAY))
#: One question of each type that needs no settings.
_SEARCHED_FIELDS: Final = tuple(
    Field(id=name, type=name, ask=LocalText({"sv": "Fråga?"}))
    for name, kind in FIELD_TYPES.items()
    if kind.asks and not kind.needs_options
)
#: Choices that lead nowhere new, or ask for more words.
_NO_ANSWERS: Final = frozenset({"other", "keep", "back", "login_later"})
_KNOWN: Final = Known(fresh=Fresh(draft_id="bench", reference="K-0000-0000"), filings=())
_BY_FORMAT: Final[dict[str, tuple[str, ...]]] = {
    "personnummer": ("19850212-2388", "20150401-2384", "20200615-2397"),
    "organisation_number": ("556016-0680", "212000-2528"),
    "phone": ("070-174 06 05",),
    "email": ("anna@example.se",),
    "postal_code": ("872 80",),
    "address": ("Torggatan 2, 872 80 Kramfors",),
    "property": ("Kramfors Babel 1:2",),
    "bank_account": ("Nordea 3300 900101-2385", "8327-9 903 219 473-4", "5491 0000003"),
    "vehicle": ("ABC 12D",),
    "name": ("Bo Ek",),
}


class Timed(msgspec.Struct, frozen=True):
    """Microseconds. `count`: different inputs."""

    count: int
    median: float
    mean: float
    p99: float
    slowest: float


class Engine(msgspec.Struct, frozen=True):
    turns: Timed
    services: int
    finder: Timed
    parsing: Timed
    #: Looking for answers of every type in one wish.
    searching: Timed


class Moment(msgspec.Struct, frozen=True):
    """The arguments of one turn."""

    conversation: Conversation
    draft: Draft | None
    event: Event


class CannotFillInError(Exception):
    """Whatever this person answers, the form does not come to its summary."""


def measure(world: World) -> Engine:
    """Times the engine, the finder and the field types."""
    moments = [each for service in world.services for each in filled_in(world, service)]
    return Engine(
        turns=_timed([_turn(world, moment) for moment in moments]),
        services=len(world.services),
        finder=_timed([_finding(world, text) for text in _wishes()]),
        parsing=_timed(list(_parsings())),
        searching=_timed([partial(_searched, wish) for wish in _wishes()]),
    )


def filled_in(world: World, service: str) -> list[Moment]:
    """The turns from the opening to the summary. Raises CannotFillInError."""
    opening = Moment(Conversation(id="bench", channel="web"), None, Opened(service=service))
    #: Each turn with the answers to it that are not tried yet.
    path = [(opening, _events(_advanced(world, opening)))]
    turns = [_advanced(world, opening)]
    for _ in range(MOST_TRIES):
        if _is_summary(turns[-1]):
            return [moment for moment, _events_left in path]
        event = next(path[-1][1], None)
        if event is None or len(path) > MOST_TURNS:
            # The engine is pure, so going another way needs nothing but forgetting this one.
            path.pop()
            turns.pop()
            if not path:
                break
            continue
        moment = Moment(turns[-1].conversation, turns[-1].draft, event)
        after = _advanced(world, moment)
        if after.draft is not None and not _refuses(after):
            path.append((moment, _events(after)))
            turns.append(after)
    last = turns[-1].messages[-1] if turns else None
    raise CannotFillInError(f"{service}: no way to the summary; the last question was {last}")


def _advanced(world: World, moment: Moment) -> Turn:
    turn = advance(world, moment.conversation, moment.draft, moment.event, NOW, _KNOWN)
    if not isinstance(turn, Turn):
        raise CannotFillInError(f"the engine asks for {turn}")
    return turn


def _is_summary(turn: Turn) -> bool:
    return any(choice.value == "send" for choice in turn.messages[-1].choices or ())


def _refuses(turn: Turn) -> bool:
    """A problem, the end of a path, another service offered instead, or nothing more to answer."""
    last = turn.messages[-1]
    pending = turn.conversation.pending
    if pending is not None and pending.kind == "switch":
        return True
    if any(message.problem for message in turn.messages):
        return True
    if any(choice.value in ("cancel", "forget") for choice in last.choices or ()):
        return True
    return last.input is None and not last.links


def _events(turn: Turn) -> Iterator[Event]:
    """What this person could do next, best guess first."""
    last = turn.messages[-1]
    if any(link.purpose == "login" for link in last.links or ()):
        yield LoggedIn(person=PERSON)
        return
    control = last.input or Input(kind=Kind.NONE)
    choices = last.choices or ()
    if control.kind is Kind.CHOICES:
        yield from (Said(choices=(choice.value,)) for choice in choices)
    yield from _tapped(last, choices)
    if control.kind is Kind.FILE:
        yield Said(files=(FILE,))
    if control.kind is Kind.LOCATION:
        yield Said(place=Place(lat=62.93, lon=17.79))
    yield from (Said(text=text) for text in _texts(control))
    if control.optional:
        yield Said(text="hoppa över")


def _tapped(message: Message, choices: tuple[Choice, ...]) -> Iterator[Event]:
    """Alternatives in order; another row of a group comes last, so that forms end."""
    path = message.input.field if message.input and message.input.field else ""
    is_another_row = ".+" in path or path.startswith("+")
    values = [choice.value for choice in choices if choice.value not in _NO_ANSWERS]
    yield from (Said(choice=value) for value in (values[::-1] if is_another_row else values))


def _texts(control: Input) -> Iterator[str]:
    if control.format in _BY_FORMAT:
        yield from _BY_FORMAT[control.format]
        return
    match control.kind:
        case Kind.DATE:
            yield from _dates(control)
        case Kind.NUMBER:
            yield from (str(number) for number in (control.min, 1, 3, 25, 100, 5000) if number)
        case _:
            yield from ("Det gäller huset vid torget, som vi har talat om.", "Torggatan 2", "14:30")
            yield f"{TODAY + timedelta(days=40)} till {TODAY + timedelta(days=60)}"
            yield f"{TODAY + timedelta(days=70)}"


def _dates(control: Input) -> Iterator[str]:
    for days in (40, 70, 120, 0, -30):
        yield (TODAY + timedelta(days=days)).isoformat()
    for days in (40, 70, 120):
        first, last = (TODAY + timedelta(days=days + more) for more in (0, 20))
        yield f"{first} till {last}"
    yield from (str(limit) for limit in (control.min, control.max) if limit is not None)


# ── Understanding ─────────────────────────────────────────────────────────────────────────────


def _wishes() -> list[str]:
    with (CORPUS / "find_tune.tsv").open(encoding="utf-8") as file:
        return [row["text"] for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)]


def _parsings() -> Iterator[Callable[[], object]]:
    """Reading each answer of the tests' corpora that needs no settings."""
    for path in sorted(CORPUS.glob("answers_*.tsv")):
        for line in path.read_text(encoding="utf-8").splitlines():
            columns = line.split("\t")
            if line.startswith("#") or len(columns) < 4 or columns[1] != "{}":
                continue
            field = Field(id="answer", type=columns[0], ask=LocalText({"sv": "Fråga?"}))
            kind, given = FIELD_TYPES[columns[0]], Given(text=columns[2])
            yield partial(kind.parse, field, given, _ASKING)


def _searched(wish: str) -> int:
    """How many answers of any type the wish holds."""
    return sum(
        len(FIELD_TYPES[field.type].find(field, wish, _ASKING)) for field in _SEARCHED_FIELDS
    )


# ── Timing ────────────────────────────────────────────────────────────────────────────────────


def _turn(world: World, moment: Moment) -> Callable[[], object]:
    return partial(advance, world, moment.conversation, moment.draft, moment.event, NOW, _KNOWN)


def _finding(world: World, text: str) -> Callable[[], object]:
    return partial(world.finder.decide, text)


def _timed(calls: list[Callable[[], object]], *, rounds: int = 15) -> Timed:
    """Each call's median over the rounds; then what the calls are like among themselves."""
    each: list[float] = []
    for call in calls:
        call()
        took = []
        for _ in range(rounds):
            start = time.perf_counter_ns()
            call()
            took.append((time.perf_counter_ns() - start) / 1000)
        each.append(statistics.median(took))
    return Timed(
        count=len(each),
        median=round(statistics.median(each), 1),
        mean=round(statistics.fmean(each), 1),
        p99=round(statistics.quantiles(each, n=100, method="inclusive")[98], 1),
        slowest=round(max(each), 1),
    )
