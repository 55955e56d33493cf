"""Reading the world from files: services, texts, the municipality's facts and guidance.

The core does no I/O, so reading happens here; a mistake in any file stops the start, or, when
reloading, leaves the world in force as it was.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from actions.config_files import ConfigurationFileError, mapping
from actions.guidance import read_guidance
from actions.municipality import read_municipality
from dialogs.checking import check_service
from dialogs.command_words import fold
from dialogs.fields import FIELD_TYPES
from dialogs.finding import Entry, Finder, entry_of
from dialogs.loading import load_service
from dialogs.problems import DefinitionErrors, Problem, Severity
from dialogs.service import Service
from dialogs.texts import SWEDISH, LocalText, Texts, base_of
from dialogs.world import Elsewhere, World


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
    advice = read_guidance(guidance)
    topics, elsewhere = advice.topics, advice.elsewhere
    return World(
        services=catalogue.services,
        texts=read_texts(texts),
        municipality=facts,
        finder=_finder(catalogue, elsewhere, places=advice.places),
        guidance=topics,
        elsewhere={each.id: each for each in elsewhere},
        phrases={
            fold(word): topic
            for topic in topics
            if not topic.urgent
            for word in topic.words
            if " " in word
        },
        without_eid=advice.without_eid,
        alarming=frozenset(
            max(word.split(), key=len) for topic in topics if topic.urgent for word in topic.words
        ),
        guide=Finder(
            (_entry_of_words(topic.id, topic.words) for topic in topics if not topic.urgent),
            of_questions=True,
        ),
    )


class Catalogue(NamedTuple):
    """The definitions of a directory that can be used, and every problem of every file."""

    services: Mapping[str, Service]
    #: Warnings included.
    problems: tuple[Problem, ...]


def read_catalogue(directory: Path, *, units: Collection[str]) -> Catalogue:
    """Reads every definition of the directory.

    Raises ConfigurationFileError when there is none.
    """
    services: dict[str, Service] = {}
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
            service = load_service(text, source=str(path), types=FIELD_TYPES)
        except DefinitionErrors as errors:
            problems += errors.problems
            continue
        problems += check_service(service, source=str(path), types=FIELD_TYPES, units=units)
        if service.id in services:
            problems.append(
                Problem(
                    source=str(path),
                    line=1,
                    what=f"Another file already has the id '{service.id}'",
                    remedy="Give each service an id of its own",
                )
            )
        services[service.id] = service
    return Catalogue(services, tuple(problems))


def _finder(
    catalogue: Catalogue, elsewhere: Iterable[Elsewhere], *, places: Iterable[str]
) -> Finder:
    return Finder(
        (entry_of(service) for service in catalogue.services.values()),
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
            for key, text in mapping(path).items():
                if key in table:
                    raise ConfigurationFileError(f"{path}: the text {key!r} exists twice")
                table[key] = str(text)
    if SWEDISH not in by_language:
        raise ConfigurationFileError(f"{directory}: there is no folder {SWEDISH} with texts")
    for language, table in by_language.items():
        base = base_of(language)
        if base != language:
            # A variant holds only what it says in another way.
            by_language[language] = {**by_language.get(base, {}), **table}
    return Texts(by_language)


def _entry_of_words(name: str, words: tuple[str, ...]) -> Entry:
    return Entry(id=name, title=LocalText({SWEDISH: words[0]}), words=words)


def versions(world: World) -> Iterator[tuple[str, str, str]]:
    """(id, version, source) of each definition in force, to be kept with what is filed."""
    for service in world.services.values():
        yield service.id, service.version, service.source
