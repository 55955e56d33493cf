"""`arendebot rasa export`: a complete Rasa 3.6 assistant made from the catalogue.

What is the same for every catalogue lies in `config/rasa` and is copied. The domain, the training
texts and the rules are made from the services' own titles, words and summaries, and from our commands.
"""

import re
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final

import click
import yaml

from bot.rasa_names import (
    ACTIONS,
    ANSWER,
    CHOICE,
    COMMAND,
    GREET,
    LIST_INTENT,
    LIST_SERVICES,
    SEEN,
    SERVICE,
    SIGN_INTENT,
    SIGN_LINK,
    START_SERVICE,
    STATUS,
    STATUS_INTENT,
    TURN,
    intent_of,
)
from bot.serving import build_or_exit
from config.settings import ROOT, Settings
from dialogs.command_words import SAID, Command
from dialogs.service import Service

_TEMPLATES: Final = ROOT / "rasa"
_COPIED: Final = ("config.yml", "endpoints.yml", "credentials.yml", "README.md")
_FORMAT: Final = "3.1"

#: Rasa's own name of the intent when its classifier is not sure of any.
_FALLBACK: Final = "nlu_fallback"
#: Commands that have an action of their own.
_OWN_INTENT: Final = {Command.SERVICES: LIST_INTENT, Command.STATUS: STATUS_INTENT}
_OWN_ACTION: Final = {
    LIST_INTENT: LIST_SERVICES,
    STATUS_INTENT: STATUS,
    SIGN_INTENT: SIGN_LINK,
}
#: Marks up entities in Rasa's training texts.
_MARKUP: Final = re.compile(r"[\[\](){}`|\"]+")
_SENTENCE_END: Final = re.compile(r"(?<=[.!?])\s")

#: Intent → examples.
Examples = Mapping[str, tuple[str, ...]]


def export_assistant(settings: Settings, directory: Path) -> None:
    """Writes the assistant; files of an earlier export are replaced, others are left alone."""
    services = tuple(build_or_exit(settings).assembly.world().services.values())
    write_assistant(services, directory)
    click.echo(f"A Rasa assistant with {len(services)} e-services: {directory}/README.md says how.")


def write_assistant(services: Iterable[Service], directory: Path) -> None:
    """Writes all files of the assistant for these services."""
    examples = _examples(tuple(services))
    rules = _rules(tuple(examples))
    (directory / "data").mkdir(parents=True, exist_ok=True)
    for name in _COPIED:
        shutil.copyfile(_TEMPLATES / name, directory / name)
    _write(directory / "domain.yml", _domain(tuple(examples)))
    _write(directory / "data" / "nlu.yml", _training(examples))
    _write(directory / "data" / "rules.yml", rules)


# ── What people say ───────────────────────────────────────────────────────────────────────────


def _examples(services: tuple[Service, ...]) -> Examples:
    """Training texts for each intent. A text belongs to the first intent that claims it."""
    own: dict[str, Any] = yaml.safe_load((_TEMPLATES / "examples.yaml").read_text("utf-8"))
    written: dict[str, Iterable[str]] = dict(own["intents"])
    for command, line in SAID.items():
        written[_intent_of_command(command)] = line.split("|")
    for service in services:
        written[intent_of(service.id)] = _wishes(service, own["around"])
    taken: set[str] = set()
    return {intent: tuple(_untaken(texts, taken)) for intent, texts in written.items()}


def _untaken(texts: Iterable[str], taken: set[str]) -> Iterable[str]:
    for text in texts:
        cleaned = " ".join(_MARKUP.sub(" ", text).split()).lstrip("/-# ")
        if cleaned and cleaned.casefold() not in taken:
            taken.add(cleaned.casefold())
            yield cleaned


def _wishes(service: Service, around: Mapping[str, list[str]]) -> Iterable[str]:
    """Ways to ask for a service."""
    for language in service.languages:
        title = service.title.to(language)
        yield title
        yield from _SENTENCE_END.split(service.summary.to(language))
        for frame in around.get(language, ()):
            yield frame.format(words=title[:1].lower() + title[1:])
    for word in service.words:
        yield word
        for frame in around["sv"]:
            yield frame.format(words=word)


def _intent_of_command(command: Command) -> str:
    return _OWN_INTENT.get(command, COMMAND + command.value)


# ── Rasa's files ──────────────────────────────────────────────────────────────────────────────


def _domain(intents: tuple[str, ...]) -> dict[str, Any]:
    return {
        "version": _FORMAT,
        # No rule looks at entities: a button is one intent, whatever it carries.
        "intents": [{intent: {"use_entities": []}} for intent in (*intents, CHOICE)],
        "entities": ["choice", "about", SERVICE],
        "slots": {
            SERVICE: {
                "type": "text",
                "influence_conversation": False,
                "mappings": [{"type": "from_entity", "entity": SERVICE}],
            },
            SEEN: {
                "type": "any",
                "mappings": [{"type": "custom"}],
            },
        },
        "actions": list(ACTIONS),
        "session_config": {
            "session_expiration_time": 60,
            "carry_over_slots_to_new_session": True,
        },
    }


def _training(examples: Examples) -> dict[str, Any]:
    return {
        "version": _FORMAT,
        "nlu": [
            {"intent": intent, "examples": "".join(f"- {text}\n" for text in texts)}
            for intent, texts in examples.items()
        ],
    }


def _rules(intents: tuple[str, ...]) -> dict[str, Any]:
    """One rule an intent; no intent is without, so every message reaches us."""
    return {
        "version": _FORMAT,
        "rules": [
            {
                "rule": f"{intent} to {_action_of(intent)}",
                "steps": [{"intent": intent}, {"action": _action_of(intent)}],
            }
            for intent in (*intents, CHOICE, _FALLBACK)
        ],
    }


def _action_of(intent: str) -> str:
    if intent in (GREET, ANSWER, CHOICE, _FALLBACK) or intent.startswith(COMMAND):
        return TURN
    return _OWN_ACTION.get(intent, START_SERVICE)


class _Blocks(yaml.SafeDumper):
    """Writes texts of several lines as blocks, as Rasa's own examples do."""


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.Node:
    style = "|" if "\n" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Blocks.add_representer(str, _text)


def _write(path: Path, content: dict[str, Any]) -> None:
    written = yaml.dump(content, Dumper=_Blocks, allow_unicode=True, sort_keys=False, width=10_000)
    path.write_text(written, encoding="utf-8")
