"""Property designations, and the other thing with a register of its own: vehicles."""

import re
from typing import ClassVar

from dialogs.fields.base import (
    Accepted,
    Asking,
    FieldType,
    Finding,
    Given,
    Outcome,
    Refused,
    Unsure,
)
from dialogs.fields.calendar_words import MONTHS, WEEKDAYS
from dialogs.fields.dictation import hear
from dialogs.fields.plain import capitalised, plain
from dialogs.fields.vehicles import VehicleType
from dialogs.fields.within import surely
from dialogs.fields.within_identifiers import property_spans
from dialogs.fields.writing import bare
from dialogs.messages import Input, Kind
from dialogs.service import Field

# ── Property ──────────────────────────────────────────────────────────────────────────────────

_LEAD_IN = re.compile(
    r"^(?:(?:min|vår|hennes|hans|deras|the)? ?(?:fastighetsbeteckning(?:en)?|fastighet(?:en)?"
    r"|property(?: designation)?|tomt(?:en)?|beteckning(?:en)?|den)(?: (?:är|heter|is))? ?:? +)",
    re.IGNORECASE,
)
_LEAD_OUT = re.compile(r"[ ,.]+(?:tack|please|thanks)[ .!]*$", re.IGNORECASE)
#: "Kramfors kommun Nyland 3:12".
_MUNICIPALITY = re.compile(r"^([^\W\d_]+) kommun[, ]+", re.IGNORECASE)
_PART_OF = re.compile(r"^(?:en )?del(?:en)? av |^part of ", re.IGNORECASE)
_BLOCK = re.compile(r" (\d{1,4})$")
_SPOKEN_COLON = re.compile(r" ?\b(?:kolon|colon)\b ?", re.IGNORECASE)
#: Words of sentences that no place is called.
_SENTENCE = frozenset(
    {"jag", "vi", "är", "bor", "inte", "heter", "har", "tror", "kanske", "min", "vårt", "huset"}
    | {"bredvid", "intill", "nära", "vid", "bakom", "mittemot", "grannen", "nr", "nummer"}
    | {
        "kl",
        "kl.",
        "klockan",
        "våning",
        "våningen",
        "hus",
        "rum",
        "telefon",
        "tel",
        "om",
        "nej",
        "ja",
        "kapitel",
    }
    | {
        "alternativ",
        "grannens",
        "ungefär",
        "cirka",
        "ca",
        "typ",
        "trappa",
        "port",
        "lägenhet",
        "dag",
        "sida",
    }
    | {
        "jo",
        "svar",
        "fråga",
        "punkt",
        "val",
        "option",
        "house",
        "floor",
        "room",
        "phone",
        "yes",
        "no",
        "den",
    }
    | {"eller", "och", "fastigheten", "tomten", "äger", "på", "gäller", "is", "my"}
)
#: "fredag 10:30", "december 5".
_CALENDAR = frozenset(WEEKDAYS) | frozenset(MONTHS)
#: Ends in "1:2", "S:1" (samfällighet), "GA:4" (gemensamhetsanläggning) or a unit ("Babel 3").
_TAIL = re.compile(
    r"^(.*?)[ ,]*((?:(?:(?<!\d)\d{1,4}|(?<!\w)(?:s|ga)) ?[:.;,/-] ?)?(?<!\d)\d{1,4})$",
    re.IGNORECASE,
)
_SECOND_UNIT = re.compile(r"\d ?: ?\d|\b(?:s|ga) ?: ?\d", re.IGNORECASE)
#: Names of streets. Only without a colon: "Vägen 1:4" is a property.
_STREET = re.compile(
    r"(?:gatan|gata|vägen|väg|gränd|gränden|stigen|stig|allén|allé|esplanaden|leden)$",
    re.IGNORECASE,
)
_DOOR = re.compile(r"\d ?[a-h]$|\blgh\b|\d{3} ?\d{2} [^\W\d]", re.IGNORECASE)
_NAME = re.compile(r"[^\W\d_](?:[^\W_]|[ .:'’/-])*")
#: "Babel 1:2 i Kramfors": the municipality comes first in the register.
_UNIT_THEN_PLACE = re.compile(
    r"^(?P<name>[^\d:]+?) +(?P<unit>(?:\d{1,4}|s|ga) ?: ?\d{1,4}) *(?:,| i | in ) *"
    r"(?P<place>[^\W\d]+?)(?: kommun)?$",
    re.IGNORECASE,
)
_SMALL_IN_NAME = frozenset({"och", "i", "på", "vid", "av"})


class PropertyType(FieldType):
    """A property designation (fastighetsbeteckning), as "Kramfors Babel 1:2"."""

    name: ClassVar[str] = "property"

    def parse(self, field: Field, given: Given, asking: Asking) -> Outcome:
        line = plain(given)
        # "Mjällom fyra tolv" may be 4:12 and 412: only a spoken colon makes it one.
        return hear(line, self._read, spoken=_SPOKEN_COLON.search(line) is not None)

    def _read(self, written: str) -> Outcome:
        written = _SPOKEN_COLON.sub(":", written)
        line = _LEAD_OUT.sub("", _LEAD_IN.sub("", written)).strip(" ,.;!?\"'")
        if not line:
            return Refused("property_format")
        if turned := _UNIT_THEN_PLACE.match(line):
            line = f"{turned['place']} {turned['name']} {turned['unit']}"
        tail = _TAIL.match(line)
        if tail is None:
            street = bool(_DOOR.search(line)) or any(map(_STREET.search, line.split()))
            return Refused("property_is_address" if street else "property_number")
        name, unit = " ".join(tail.group(1).replace(",", " ").split()), tail.group(2)
        slip = bool(re.search("[.;,/-]", unit))
        unit = re.sub(" ?[:.;,/-] ?", ":", unit).upper()
        name = _MUNICIPALITY.sub(r"\1 ", name)
        block = _BLOCK.search(name) if ":" not in unit else None
        if block is not None:
            # "Nyland 3 12" has lost its colon.
            name, unit, slip = name[: block.start()], f"{block[1]}:{unit}", True
        if part := _PART_OF.match(name):
            name, slip = name[part.end() :], True
        if not any(map(str.isalpha, name)):
            return Refused("property_name")
        if ":" not in unit and _is_street(name):
            return Refused("property_is_address")
        if _SECOND_UNIT.search(name):
            return Refused("property_several")
        if not _NAME.fullmatch(name) or len(name) > 80:
            return Refused("property_format")
        value = f"{_place_name(name)} {unit}"
        slip |= not _CALENDAR.isdisjoint(bare(name).split())
        slip |= not _SENTENCE.isdisjoint(name.casefold().split())
        return Unsure((value,)) if slip else Accepted(value)

    def find(self, field: Field, text: str, asking: Asking) -> tuple[Finding, ...]:
        return surely(self, field, text, asking, property_spans(text))

    def input(self, field: Field, asking: Asking) -> Input:
        return Input(kind=Kind.TEXT, max_length=100, format="property")

    def example(self, field: Field, asking: Asking) -> str | None:
        return "Kramfors Babel 1:2"


def _is_street(name: str) -> bool:
    return bool(_STREET.search(name.split()[-1])) or bool(re.search(r"\d{3} ?\d{2}\b", name))


def _place_name(name: str) -> str:
    """With capitals, when it was written all in small or all in capital letters."""
    words = name.split()
    if not (name.islower() or name.isupper()):
        return " ".join(
            word[0].upper() + word[1:] if word.islower() and at == 0 else word
            for at, word in enumerate(words)
        )
    return " ".join(
        word.lower()
        if word.lower() in _SMALL_IN_NAME and at
        else "-".join(map(capitalised, word.split("-")))
        for at, word in enumerate(words)
    )


TYPES: tuple[FieldType, ...] = (PropertyType(), VehicleType())
