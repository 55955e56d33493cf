"""Reading `guidance.yaml`: what people ask about besides the forms, and what others handle."""

from pathlib import Path
from typing import Any, NamedTuple

from actions.config_files import ConfigurationFileError, local, mapping
from dialogs.command_words import fold
from dialogs.texts import SWEDISH
from dialogs.world import Elsewhere, Guidance


class Advice(NamedTuple):
    """The whole file."""

    topics: tuple[Guidance, ...]
    #: What others than the municipality handle.
    elsewhere: tuple[Elsewhere, ...]
    #: Those of other municipalities.
    places: tuple[str, ...]
    #: The topics for who can't log in, in the order in which they are offered.
    without_eid: tuple[Guidance, ...]


def read_guidance(path: Path) -> Advice:
    """Raises ConfigurationFileError."""
    written = mapping(path)
    topics = _topics(path, written.get("topics", {}))
    return Advice(
        topics=topics,
        elsewhere=_elsewhere(path, written.get("elsewhere", {})),
        places=tuple(str(place) for place in written.get("places", ())),
        without_eid=_named(path, topics, tuple(map(str, written.get("without_eid", ())))),
    )


def _topics(path: Path, topics: dict[str, Any]) -> tuple[Guidance, ...]:
    try:
        return tuple(
            Guidance(
                id=name,
                words=tuple(str(word).casefold() for word in topic["words"]),
                answer=local(topic["answer"]),
                begins=tuple(fold(str(words)) for words in topic.get("begins", ())),
                urgent=bool(topic.get("urgent", False)),
                label=local(topic.get("label", "")),
                at_login=tuple(fold(str(words)) for words in topic.get("at_login", ())),
                service=str(topic.get("service", "")),
                on_behalf=bool(topic.get("on_behalf", False)),
                discreet=bool(topic.get("discreet", False)),
                folded=tuple(fold(str(words)) for words in topic["words"])
                if topic.get("discreet")
                else (),
            )
            for name, topic in topics.items()
        )
    except (KeyError, TypeError) as error:
        raise ConfigurationFileError(f"{path}: a topic lacks {error}") from error


def _named(
    path: Path, topics: tuple[Guidance, ...], names: tuple[str, ...]
) -> tuple[Guidance, ...]:
    """Raises ConfigurationFileError for a name that is no topic's, or a topic without a label."""
    known = {topic.id: topic for topic in topics}
    for name in names:
        if name not in known or not known[name].label.to(SWEDISH):
            raise ConfigurationFileError(
                f"{path}: without_eid: there is no topic {name} with a label"
            )
    return tuple(known[name] for name in names)


def _elsewhere(path: Path, matters: dict[str, Any]) -> tuple[Elsewhere, ...]:
    try:
        return tuple(
            Elsewhere(
                id=name,
                words=tuple(str(word) for word in matter["words"]),
                answer=local(matter["answer"]) if "answer" in matter else None,
            )
            for name, matter in matters.items()
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise ConfigurationFileError(f"{path}: under elsewhere something lacks {error}") from error
