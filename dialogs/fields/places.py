"""Places and vehicles: property designations, positions on the map, registration numbers."""

import re
from typing import ClassVar

from dialogs.conditions import Value
from dialogs.fields.base import (
    Accepted,
    Asking,
    FieldType,
    Finding,
    Given,
    Outcome,
    Place,
    Refused,
    Unsure,
)
from dialogs.fields.dictation import hear
from dialogs.fields.plain import capitalised, plain
from dialogs.fields.vehicles import VehicleType
from dialogs.fields.within import surely
from dialogs.fields.within_identifiers import location_spans, property_spans
from dialogs.fields.writing import bare, clean_line, plain_words, word_set
from dialogs.fields.yes_no_reading import read_yes_no
from dialogs.messages import Input, Kind
from dialogs.service import Field
from dialogs.texts import SWEDISH, base_of

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
    | {"eller", "och", "fastigheten", "tomten", "äger", "på", "gäller", "is", "my"}
)
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


# ── Position ──────────────────────────────────────────────────────────────────────────────────

#: Sweden with its territorial sea, WGS 84 degrees (south, north, west, east).
SWEDEN = (54.9, 69.1, 10.5, 24.3)
#: Decimals that are kept: 0.1 m, more than any telephone knows.
_DECIMALS = 6
_SHOWN_DECIMALS = 5
MIN_TEXT, MAX_TEXT = 5, 500

_LINK = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
#: Bare words of a person who does not know where.
_UNKNOWING = word_set(
    "vet inte ej jag riktigt var ingen aning i don t know not sure where no idea hm"
)
#: Bare words of a place that only the person knows.
_ONLY_MINE = word_set("mitt min mig mina vart hemma samma sist forra my home me same dar")
_COORDINATES = re.compile(
    r"(\d{1,2}[.,]\d{2,15}) ?°? ?N?[ ,;]+ ?(\d{1,2}[.,]\d{2,15}) ?°? ?[EÖ]?", re.IGNORECASE
)


class LocationType(FieldType):
    """A place: {"lat", "lon"} in WGS 84 degrees, or {"text"} in words."""

    name: ClassVar[str] = "location"

    def parse(self, field: Field, given: Given, asking: Asking) -> Outcome:
        if given.place is not None:
            return _position(given.place)
        if len(given.text) > MAX_TEXT:
            return Refused("location_long", {"max": MAX_TEXT})
        text = plain(given, limit=MAX_TEXT)
        coordinates = _COORDINATES.fullmatch(text)
        if coordinates:
            first, second = (float(part.replace(",", ".")) for part in coordinates.groups())
            outcome = _position(Place(lat=first, lon=second))
            swapped = _position(Place(lat=second, lon=first))
            if isinstance(outcome, Refused) and isinstance(swapped, Accepted):
                return Unsure((swapped.value,))
            return outcome
        if len(text) < MIN_TEXT or sum(map(str.isalpha, text)) < 3:
            return Refused("location_short")
        if _says_no_place(text):
            return Refused("location_short")
        return Accepted({"text": clean_line(given.text)})

    def find(self, field: Field, text: str, asking: Asking) -> tuple[Finding, ...]:
        return surely(self, field, text, asking, location_spans(text))

    def show(self, field: Field, value: Value, language: str) -> str:
        if "text" in value:
            return str(value["text"])
        lat, lon = (f"{value[key]:.{_SHOWN_DECIMALS}f}" for key in ("lat", "lon"))
        if base_of(language) == SWEDISH:
            lat, lon = lat.replace(".", ","), lon.replace(".", ",")
        return f"{lat}° N, {lon}° E"

    def input(self, field: Field, asking: Asking) -> Input:
        return Input(kind=Kind.LOCATION, max_length=MAX_TEXT)

    def example(self, field: Field, asking: Asking) -> str | None:
        if base_of(asking.language) == SWEDISH:
            return "Torggatan 2 i Kramfors, vid busshållplatsen"
        return "Torggatan 2 in Kramfors, by the bus stop"


def _says_no_place(text: str) -> bool:
    """Whether nobody else could find the place: "vet inte", "utanför mitt hus", a bare link."""
    words = plain_words(bare(text))
    if text.endswith("?") or _LINK.fullmatch(text) or read_yes_no(bare(text))[1]:
        return True
    if any(map(str.isdigit, text)):
        return False
    return set(words) <= _UNKNOWING or (len(words) <= 6 and not _ONLY_MINE.isdisjoint(words))


def _position(place: Place) -> Outcome:
    """Rounded, if it is in Sweden; not-a-number is nowhere."""
    south, north, west, east = SWEDEN
    if not (south <= place.lat <= north and west <= place.lon <= east):
        return Refused("location_outside")
    return Accepted({"lat": round(place.lat, _DECIMALS), "lon": round(place.lon, _DECIMALS)})


TYPES: tuple[FieldType, ...] = (PropertyType(), LocationType(), VehicleType())
