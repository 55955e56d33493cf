"""A stranger whose every written answer is a word that stands nowhere else: a canary.

What is private to the filer must then be nowhere in what another party can open (threat B5), and
nothing of it in what goes out by SMS and mail (threat B9).
"""

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from dialogs.checking_paths import Map, Station
from dialogs.conditions import All, AnyOf, Compare, Condition, FieldValue, Literal
from dialogs.fields import FIELD_TYPES
from dialogs.service import Field, Service, Visibility
from tests.bot.stranger import Saying, Signer, Stranger

_LETTERS = "abcdefghijklmnopqrstuvxyz"


def a_word(number: int) -> str:
    """ "Kanaribc": letters only, so that it may be a name."""
    first, second = divmod(number, len(_LETTERS))
    return f"Kanari{_LETTERS[first]}{_LETTERS[second]}"


@dataclass
class CanaryStranger(Stranger):
    """Answers with canaries wherever words, a number or an address are asked for."""

    words: Iterator[int] = field(default_factory=itertools.count)
    #: Choices to make, by path.
    wanted: dict[str, str] = field(default_factory=dict)
    #: The canary of each path that was answered with one, as it is searched for.
    canaries: dict[str, str] = field(default_factory=dict)

    def _answers(self, question: dict[str, Any], values: list[str]) -> Iterator[Saying]:
        control = question.get("input", {})
        if control.get("field") in self.wanted:
            yield {"choice": self.wanted[control["field"]]}
        path, form, kind = control.get("field"), control.get("format") or "", control.get("kind")
        word = a_word(next(self.words))
        made: dict[str, tuple[str, str]] = {
            "email": (f"{word.lower()}@example.se", word.lower()),
            "name": (f"Kim {word}", word),
            "address": (f"{word}gatan 2, 872 80 Kramfors", word),
        }
        if path and form in made:
            text, canary = made[form]
            self.canaries[path] = canary
            yield {"text": text}
        elif path and form == "phone":
            number = f"070-174 06 {next(self.phones):02d}"
            self.canaries[path] = number
            yield {"text": number}
        elif path and kind in ("text", "long_text") and not form:
            self.canaries[path] = word
            yield {"text": f"{word}, ett svar i en hel mening."}
            yield {"text": word}
        yield from super()._answers(question, values)

    def accepted(self, path: str) -> str | None:
        """The canary of a path, if it is what was taken as the answer."""
        canary = self.canaries.get(path)
        given = self.given.get(path, "")
        return canary if canary and canary.lower() in given.lower() else None

    @property
    def others(self) -> list[Signer]:
        return self._parties()


def towards_a_party(service: Service) -> dict[str, str]:
    """The choices, by path, with which somebody else signs too."""
    stations = Map(service, FIELD_TYPES)
    party = next(each for each in stations.stations if each.field.type == "party")
    wanted: dict[str, str] = {}

    def want(condition: Condition, at: Station) -> None:
        match condition:
            case All(conditions=conditions):
                for each in conditions:
                    want(each, at)
            case AnyOf(conditions=conditions):
                want(conditions[0], at)
            case Compare(
                left=FieldValue(path=path), comparison=comparison, right=Literal() as right
            ):
                found = stations.find(path, seen_from=at)
                assert found is not None
                options = [option.value for option in found.station.field.options]
                wanted[path] = _choice(comparison, right.value, options)
                for each in found.station.whens:
                    want(each, found.station)

    for when in party.whens:
        want(when, party)
    return wanted


def _choice(comparison: str, value: Any, options: list[str]) -> str:
    if isinstance(value, bool):
        return "yes" if value is (comparison == "is") else "no"
    if comparison == "is_not":
        return next(each for each in options if each != value)
    return str(value if comparison == "is" else value[0])


def private_canaries(stranger: CanaryStranger, service: Service) -> set[str]:
    """What only the filer and the municipality may read, by the definition."""
    fields = dict(_fields(service.fields))
    return {
        canary
        for path in stranger.canaries
        if (canary := stranger.accepted(path)) is not None
        and fields[_without_rows(path)].visibility is Visibility.PRIVATE
    }


def _without_rows(path: str) -> str:
    return re.sub(r"\.\d+\.", ".", path)


def _fields(fields: tuple[Field, ...], prefix: str = "") -> Iterator[tuple[str, Field]]:
    for each in fields:
        yield prefix + each.id, each
        parts = FIELD_TYPES[each.type].parts(each) or each.fields
        yield from _fields(parts, f"{prefix}{each.id}.")


def found_in(canaries: set[str], text: str) -> set[str]:
    """Those canaries that the text holds, however a number is written."""
    low = text.casefold()
    digits = re.sub(r"[^\d]", "", low)
    return {
        each
        for each in canaries
        if each.casefold() in low or (each[0] == "0" and re.sub(r"\D", "", each)[1:] in digits)
    }
