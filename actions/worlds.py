"""Reading the world from files: services, texts, the municipality's facts and guidance.

The core does no I/O, so reading happens here; a mistake in any file stops the start, or, when
reloading, leaves the world in force as it was.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import yaml

from dialogs.checking import check_announced, check_service
from dialogs.command_words import fold
from dialogs.fields import FIELD_TYPES
from dialogs.finding import Entry, Finder, entry_of
from dialogs.loading import load_definition
from dialogs.problems import DefinitionErrors, Problem, Severity
from dialogs.service import Announced, Service
from dialogs.texts import SWEDISH, LocalText, Texts
from dialogs.world import Elsewhere, Guidance, Municipality, Officer, Unit, World

# libyaml reads ten times as fast.
_Loader: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class ConfigurationFileError(Exception):
    """A file of the installation cannot be used; the text names it and says what to mend."""


def load_world(*, services: Path, municipality: Path, texts: Path, guidance: Path) -> World:
    """Reads everything.

    Raises DefinitionErrors with all mistakes of all service definitions, or
    ConfigurationFileError for another file.
    """
    facts = read_municipality(municipality)
    catalogue = read_catalogue(services, units=facts.units.keys())
    errors = tuple(problem for problem in catalogue.problems if problem.severity is Severity.ERROR)
    if errors:
        raise DefinitionErrors(errors)
    topics = read_guidance(guidance)
    elsewhere = read_elsewhere(guidance)
    return World(
        services=catalogue.services,
        announced=catalogue.announced,
        texts=read_texts(texts),
        municipality=facts,
        finder=_finder(catalogue, elsewhere, places=read_places(guidance)),
        guidance=topics,
        elsewhere={each.id: each for each in elsewhere},
        phrases={
            fold(word): topic
            for topic in topics
            if not topic.urgent
            for word in topic.words
            if " " in word
        },
        alarming=frozenset(
            max(word.split(), key=len) for topic in topics if topic.urgent for word in topic.words
        ),
        guide=Finder(
            _entry_of_words(topic.id, topic.words) for topic in topics if not topic.urgent
        ),
    )


class Catalogue(NamedTuple):
    """The definitions of a directory that can be used, and every problem of every file."""

    services: Mapping[str, Service]
    announced: Mapping[str, Announced]
    #: Warnings included.
    problems: tuple[Problem, ...]


def read_catalogue(directory: Path, *, units: Collection[str]) -> Catalogue:
    """Reads every definition of the directory.

    Raises ConfigurationFileError when there is none.
    """
    services: dict[str, Service] = {}
    announced: dict[str, Announced] = {}
    problems: list[Problem] = []
    paths = sorted(directory.glob("*.yaml"))
    if not paths:
        raise ConfigurationFileError(f"{directory}: there is no service definition (*.yaml) here")
    for path in paths:
        try:
            text = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            problems.append(_unreadable(path, error))
            continue
        try:
            service = load_definition(text, source=str(path), types=FIELD_TYPES)
        except DefinitionErrors as errors:
            problems += errors.problems
            continue
        if isinstance(service, Announced):
            problems += check_announced(service, source=str(path), units=units)
        else:
            problems += check_service(service, source=str(path), types=FIELD_TYPES, units=units)
        if service.id in services or service.id in announced:
            problems.append(
                Problem(
                    source=str(path),
                    line=1,
                    what=f"Another file already has the id '{service.id}'",
                    remedy="Give each service an id of its own",
                )
            )
        if isinstance(service, Announced):
            announced[service.id] = service
        else:
            services[service.id] = service
    return Catalogue(services, announced, tuple(problems))


def _finder(
    catalogue: Catalogue, elsewhere: Iterable[Elsewhere], *, places: Iterable[str]
) -> Finder:
    known: tuple[Service | Announced, ...] = (
        *catalogue.services.values(),
        *catalogue.announced.values(),
    )
    return Finder(
        (entry_of(service) for service in known),
        elsewhere=(_entry_of_words(each.id, each.words) for each in elsewhere),
        places=places,
    )


def _unreadable(path: Path, error: OSError | UnicodeDecodeError) -> Problem:
    if isinstance(error, UnicodeDecodeError):
        return Problem(
            source=str(path),
            line=error.object[: error.start].count(b"\n") + 1,
            what="A character here is not UTF-8",
            remedy="Save the file as UTF-8",
        )
    return Problem(
        source=str(path),
        line=1,
        what=f"The file cannot be read: {error.strerror}",
        remedy="Make it an ordinary file that the server may read",
    )


def read_texts(directory: Path) -> Texts:
    """All `<language>/*.yaml` below `directory`."""
    by_language: dict[str, dict[str, str]] = {}
    for folder in sorted(path for path in directory.iterdir() if path.is_dir()):
        table = by_language.setdefault(folder.name, {})
        for path in sorted(folder.glob("*.yaml")):
            for key, text in _mapping(path).items():
                if key in table:
                    raise ConfigurationFileError(f"{path}: the text {key!r} exists twice")
                table[key] = str(text)
    if SWEDISH not in by_language:
        raise ConfigurationFileError(f"{directory}: there is no folder {SWEDISH} with texts")
    return Texts(by_language)


def read_municipality(path: Path) -> Municipality:
    """The municipality's facts."""
    facts = _mapping(path)
    try:
        service = facts["customer_service"]
        address = service["address"]
        city = f"{address['postal_code'][:3]} {address['postal_code'][3:]} {address['city']}"
        return Municipality(
            name=facts["name"],
            customer_service=_local(service["sentence"]),
            phone=service["phone"],
            email=service["email"],
            address=f"{address['street']}, {city}",
            opening_hours=_local(service["opening_hours_text"]),
            units={
                name: Unit(id=name, name=_local(unit["name"]), email=unit["email"])
                for name, unit in facts["units"].items()
            },
            officers=tuple(
                msgspec.convert(officer, Officer) for officer in facts.get("officers", ())
            ),
            categories={
                _local(category).to(SWEDISH): _local(category)
                for category in facts.get("categories", ())
            },
            data_protection=_local(
                f"{_local(facts['data_protection']['name']).to(SWEDISH)}, "
                f"{facts['data_protection']['email']}"
            ),
        )
    except (KeyError, TypeError, AttributeError, msgspec.ValidationError) as error:
        raise ConfigurationFileError(f"{path}: missing or wrong: {error}") from error


def read_guidance(path: Path) -> tuple[Guidance, ...]:
    topics: dict[str, Any] = _mapping(path).get("topics", {})
    try:
        return tuple(
            Guidance(
                id=name,
                words=tuple(str(word).casefold() for word in topic["words"]),
                answer=_local(topic["answer"]),
                urgent=bool(topic.get("urgent", False)),
            )
            for name, topic in topics.items()
        )
    except (KeyError, TypeError) as error:
        raise ConfigurationFileError(f"{path}: a topic lacks {error}") from error


def read_elsewhere(path: Path) -> tuple[Elsewhere, ...]:
    """What the file with the guidance says that others handle."""
    matters: dict[str, Any] = _mapping(path).get("elsewhere", {})
    try:
        return tuple(
            Elsewhere(
                id=name,
                words=tuple(str(word) for word in matter["words"]),
                answer=_local(matter["answer"]) if "answer" in matter else None,
            )
            for name, matter in matters.items()
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise ConfigurationFileError(f"{path}: under elsewhere something lacks {error}") from error


def read_places(path: Path) -> tuple[str, ...]:
    """The places of other municipalities, from the file with the guidance."""
    return tuple(str(place) for place in _mapping(path).get("places", ()))


def _entry_of_words(name: str, words: tuple[str, ...]) -> Entry:
    return Entry(id=name, title=LocalText({SWEDISH: words[0]}), words=words)


def _mapping(path: Path) -> dict[str, Any]:
    try:
        content = yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506  # a SafeLoader
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise ConfigurationFileError(f"{path}: {error}") from error
    if not isinstance(content, dict):
        raise ConfigurationFileError(f"{path}: expected names and values")
    return content


def _local(text: Any) -> LocalText:
    return LocalText({SWEDISH: text} if isinstance(text, str) else dict(text))


def versions(world: World) -> Iterator[tuple[str, str, str]]:
    """(id, version, source) of each definition in force, to be kept with what is filed."""
    for service in world.services.values():
        yield service.id, service.version, service.source
