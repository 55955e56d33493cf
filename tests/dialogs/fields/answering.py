"""Asks one field one question, for the tests of texts, numbers, dates, times, periods, choices.

Settings are written as in the corpus: `options` as {value: label}, `other` as its label, a date as
ISO or as days from today ("today", "+60"), `language` for the language of the person.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from dialogs.conditions import Scope, Shift, Today
from dialogs.fields import choosing, dates, money, numbers, periods, said, texts, times
from dialogs.fields.base import Accepted, Asking, FieldType, Given, Outcome, Refused, Unsure
from dialogs.fields.reading import read_answer
from dialogs.service import Field, Limit, Option
from dialogs.texts import LocalText

#: A Monday.
TODAY = date(2026, 11, 23)
MODULES = (texts, numbers, money, dates, times, periods, choosing, said)
TYPES: dict[str, FieldType] = {each.name: each for module in MODULES for each in module.TYPES}


def asking(language: str = "sv") -> Asking:
    return Asking(language=language, today=TODAY, scope=Scope(answers={}, facts={}, today=TODAY))


def _limit(name: str, value: Any) -> Limit:
    if name == "other":
        return LocalText({"sv": value, "en": value})
    if name in ("min", "max") and isinstance(value, str) and value in ("today", "+0"):
        return Today()
    if name in ("min", "max") and isinstance(value, str) and value[0] in "+-":
        return Today(plus=Shift(days=int(value)))
    limit: Limit = value
    return limit


def field(kind: str, settings: Mapping[str, Any] | None = None) -> Field:
    settings = settings or {}
    options = tuple(
        Option(value, LocalText({"sv": label}))
        for value, label in settings.get("options", {}).items()
    )
    limits = {
        name: _limit(name, value)
        for name, value in settings.items()
        if name not in ("options", "language")
    }
    return Field(
        id="svar", type=kind, ask=LocalText({"sv": "Fråga?"}), limits=limits, options=options
    )


def answer(kind: str, given: Given, settings: Mapping[str, Any] | None = None) -> Outcome:
    language = (settings or {}).get("language", "sv")
    return read_answer(TYPES[kind], field(kind, settings), given, asking(language))


def parse(kind: str, written: str, settings: Mapping[str, Any] | None = None) -> Outcome:
    return answer(kind, Given(text=written), settings)


def show(kind: str, value: object, settings: Mapping[str, Any] | None = None) -> str:
    language = (settings or {}).get("language", "sv")
    return TYPES[kind].show(field(kind, settings), value, language)


def stated(outcome: Outcome) -> object:
    """The outcome as the corpus writes it."""
    match outcome:
        case Accepted(value=value):
            return value
        case Refused(reason=reason):
            return f"refused:{reason}"
        case Unsure():
            return "unsure"
