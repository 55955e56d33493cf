"""What people read: placeholders that will be filled in, and whether the questions are easy."""

from collections.abc import Iterator, Mapping
from string import Formatter
from typing import Any

import msgspec

from dialogs.age_limit import QUESTION
from dialogs.checking_paths import Map, Station
from dialogs.checking_service import Judgement
from dialogs.lix import lix, words
from dialogs.loading_content import local_texts
from dialogs.problems import Severity
from dialogs.service import Field, Service
from dialogs.texts import EASY_SWEDISH, SWEDISH, LocalText

#: Filled in by the engine in any text of a definition.
PLACEHOLDERS = frozenset({"customer_service", "municipality", "opening_hours"})
#: The placeholder of an information's computed value.
VALUE = "value"

MAX_LIX = 40
#: LIX says nothing about a text of fewer words: "Vilken fastighet gäller ansökan?" would be hard.
MIN_WORDS = 15
MAX_QUESTION_CHARACTERS = 300
MAX_QUESTIONS = 20
MAX_OPTIONS = 9
#: People must look these up: where do they find them?
_IDENTIFIERS = frozenset(
    {"personnummer", "organisation_number", "property", "bank_account", "vehicle"}
)


def judge_texts(service: Service, stations: Map) -> Iterator[Judgement]:
    yield from judge_placeholders(service, line=1)
    asked = 0
    for station in stations.stations:
        if station.generated:
            continue
        yield from judge_placeholders(station.field, line=station.field.line)
        yield from _value(station.field)
        yield from _readability(station)
        # Hardly anybody is asked for the age.
        is_of_age_limit = station.path == QUESTION and service.min_age is not None
        asked += station.field.type not in ("information", "stop", "group") and not is_of_age_limit
    yield from _languages(service)
    if asked > MAX_QUESTIONS:
        yield _advice(
            1,
            f"The service has {asked} questions, more than {MAX_QUESTIONS}",
            "Ask only what decides the case",
        )


def _languages(service: Service) -> Iterator[Judgement]:
    """A language that only a few texts lack was meant to be offered: where it is missing."""
    parts = [(field.line, list(local_texts(field))) for field in service.fields]
    whole = [text for _, texts in parts for text in texts]
    used = frozenset[str]().union(*(text.languages() for text in whole))
    for language in sorted(used - {SWEDISH, EASY_SWEDISH, *service.languages}):
        missing = [
            (line, text)
            for line, texts in parts
            for text in texts
            if language not in text.languages()
        ]
        if 0 < len(missing) < len(whole) / 2:
            line, text = missing[0]
            yield _advice(
                line,
                f"The language '{language}' is not offered: {len(missing)} texts lack it, "
                f"first '{text.to(SWEDISH)[:40]}'",
                f"Write {{sv: …, {language}: …}} there, also where both are the same",
            )


def _advice(line: int, what: str, remedy: str) -> Judgement:
    return Judgement(line, what, remedy, Severity.WARNING)


def _readability(station: Station) -> Iterator[Judgement]:
    field, path = station.field, station.path
    ask = field.ask.to(SWEDISH)
    if len(ask) > MAX_QUESTION_CHARACTERS:
        yield _advice(
            field.line,
            f"The question '{path}' has {len(ask)} characters",
            f"Keep it below {MAX_QUESTION_CHARACTERS}; put the rest in 'help'",
        )
    for name, text in (("question", field.ask), ("help", field.help)):
        swedish = text.to(SWEDISH) if text else ""
        index = lix(swedish)
        if index > MAX_LIX and len(words(swedish)) >= MIN_WORDS:
            yield _advice(
                field.line,
                f"The {name} of '{path}' is hard to read: LIX {index:.0f}, above {MAX_LIX}",
                "Use shorter sentences and shorter words",
            )
    if len(field.options) > MAX_OPTIONS:
        yield _advice(
            field.line,
            f"'{path}' has {len(field.options)} options, more than {MAX_OPTIONS}",
            "Ask a coarser question first, or give the options everyday 'words'",
        )
    if field.type in _IDENTIFIERS and field.help is None and field.example is None:
        yield _advice(
            field.line,
            f"'{path}' asks for a number that people must look up, without help",
            "Add 'help' that says where to find it, or an 'example'",
        )


def _value(field: Field) -> Iterator[Judgement]:
    if field.type != "information" or field.value is None:
        return
    for language, text in field.ask.by_language.items():
        if VALUE not in (_names(text) or ()):
            yield Judgement(
                field.line,
                f"The value of '{field.id}' is not shown in '{language}'",
                "Put {value} where it belongs in the text",
            )


def judge_placeholders(owner: Service | Field, *, line: int) -> Iterator[Judgement]:
    """Braces that nothing fills in, in the texts of a service or of one field."""
    allowed = set(PLACEHOLDERS)
    if isinstance(owner, Field) and owner.value is not None:
        allowed.add(VALUE)
    for text in _own_texts(owner):
        for written in text.by_language.values():
            names = _names(written)
            if names is None:
                yield Judgement(
                    line,
                    f"A brace is left open in '{written[:40]}'",
                    "Write {name} for a placeholder, and {{ or }} for a brace",
                )
                continue
            for name in sorted(names - allowed):
                yield Judgement(
                    line,
                    f"Nothing fills in {{{name}}}",
                    f"Use {', '.join(f'{{{each}}}' for each in sorted(allowed))}, or write it out",
                )


def _names(text: str) -> set[str] | None:
    """The placeholders of a text; None when its braces do not match."""
    try:
        parts = list(Formatter().parse(text))
    except ValueError:
        return None
    return {name for _, name, _, _ in parts if name is not None}


def _own_texts(value: Any) -> Iterator[LocalText]:
    """All texts, but not those of fields inside: they are judged at their own line."""
    match value:
        case LocalText():
            yield value
        case msgspec.Struct():
            for name in value.__struct_fields__:
                if name != "fields":
                    yield from _own_texts(getattr(value, name))
        case Mapping():
            for each in value.values():
                yield from _own_texts(each)
        case tuple():
            for each in value:
                yield from _own_texts(each)
