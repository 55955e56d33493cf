"""Places: a pin, coordinates or a link to a map, or the place in words.

A pin is told in words and confirmed where the municipality lists its landmarks, since numbers tell
nobody whether they are right. Where it does not, there is nothing to confirm it by.
"""

import re
from typing import ClassVar

from dialogs.conditions import Value
from dialogs.fields.base import (
    Accepted,
    Asking,
    Confirmation,
    FieldType,
    Finding,
    Given,
    Outcome,
    Place,
    Refused,
    Unsure,
)
from dialogs.fields.coordinates import LINK, read_coordinates
from dialogs.fields.plain import plain
from dialogs.fields.within import surely
from dialogs.fields.within_identifiers import location_spans
from dialogs.fields.writing import bare, clean_line, plain_words, word_set
from dialogs.fields.yes_no_reading import read_yes_no
from dialogs.messages import Input, Kind
from dialogs.service import Field
from dialogs.texts import SWEDISH, base_of
from dialogs.whereabouts import placed, told

#: Sweden with its territorial sea, WGS 84 degrees (south, north, west, east).
SWEDEN = (54.9, 69.1, 10.5, 24.3)
#: Decimals that are kept: 0.1 m, more than any telephone knows.
_DECIMALS = 6
MIN_TEXT, MAX_TEXT = 5, 500

#: Bare words of a person who does not know where.
_UNKNOWING = word_set(
    "vet inte ej jag riktigt var ingen aning i don t know not sure where no idea hm"
)
#: Bare words of a place that only the person knows.
_ONLY_MINE = word_set("mitt min mig mina vart hemma samma sist forra my home me same dar")


class LocationType(FieldType):
    """A place: {"lat", "lon"} in WGS 84 degrees, or {"text"} in words.

    Beside a position is what it is told by: "near", "metres", "towards" and "outside".
    """

    name: ClassVar[str] = "location"

    def parse(self, field: Field, given: Given, asking: Asking) -> Outcome:
        outcome = self._read(given, asking)
        is_pin = isinstance(outcome, Accepted) and "text" not in outcome.value
        if isinstance(outcome, Accepted) and is_pin and asking.surroundings.are_known:
            return Unsure((outcome.value,))
        return outcome

    def _read(self, given: Given, asking: Asking) -> Outcome:
        if given.place is not None:
            return _position(given.place, asking)
        if len(given.text) > MAX_TEXT:
            return Refused("location_long", {"max": MAX_TEXT})
        line = clean_line(given.text)
        coordinates = read_coordinates(line)
        if coordinates is not None:
            first, second = coordinates
            outcome = _position(Place(lat=first, lon=second), asking)
            swapped = _position(Place(lat=second, lon=first), asking)
            if isinstance(outcome, Refused) and isinstance(swapped, Accepted):
                return Unsure((swapped.value,))
            return outcome
        text = plain(given, limit=MAX_TEXT)
        if LINK.fullmatch(text):
            return Refused("location_link")
        if len(text) < MIN_TEXT or sum(map(str.isalpha, LINK.sub("", text))) < 3:
            return Refused("location_short")
        if _says_no_place(text):
            return Refused("location_short")
        return Accepted({"text": line})

    def find(self, field: Field, text: str, asking: Asking) -> tuple[Finding, ...]:
        return surely(_Stated(), field, text, asking, location_spans(text))

    def show(self, field: Field, value: Value, language: str) -> str:
        return str(value["text"]) if "text" in value else told(value, language)

    def confirmation(self, field: Field, value: Value) -> Confirmation | None:
        if "text" in value:
            return None
        return Confirmation(
            ask="confirm.place_outside" if value.get("outside") else "confirm.place",
            yes="confirm.place_yes",
            no="confirm.place_no",
            then="confirm.place_then",
        )

    def input(self, field: Field, asking: Asking) -> Input:
        return Input(kind=Kind.LOCATION, max_length=MAX_TEXT)

    def example(self, field: Field, asking: Asking) -> str | None:
        if base_of(asking.language) == SWEDISH:
            return "Torggatan 2 i Kramfors, vid busshållplatsen"
        return "Torggatan 2 in Kramfors, by the bus stop"


class _Stated(LocationType):
    """A place in a longer text. What is found there is shown and agreed to before it is kept."""

    def parse(self, field: Field, given: Given, asking: Asking) -> Outcome:
        outcome = self._read(given, asking)
        if isinstance(outcome, Accepted) and outcome.value.get("outside"):
            return Unsure((outcome.value,))
        return outcome


#: "Mitt på bron", which is nobody's.
_MIDDLE = re.compile(r"\bmitt (?=(?:pa|i|emot|emellan|mellan|for|over|under|utanfor|framfor)\b)")


def _says_no_place(text: str) -> bool:
    """Whether nobody else could find the place: "vet inte", "utanför mitt hus"."""
    words = plain_words(_MIDDLE.sub("", bare(text)))
    if text.endswith("?") or read_yes_no(bare(text))[1]:
        return True
    if any(map(str.isdigit, text)):
        return False
    return set(words) <= _UNKNOWING or (len(words) <= 6 and not _ONLY_MINE.isdisjoint(words))


def _position(place: Place, asking: Asking) -> Outcome:
    """Rounded, if it is in Sweden; not-a-number is nowhere."""
    if not (abs(place.lat) <= 90 and abs(place.lon) <= 180):
        return Refused("location_nowhere")
    south, north, west, east = SWEDEN
    if not (south <= place.lat <= north and west <= place.lon <= east):
        return Refused("location_outside")
    lat, lon = (round(degrees, _DECIMALS) for degrees in (place.lat, place.lon))
    return Accepted(placed(lat, lon, asking.surroundings))


TYPES: tuple[FieldType, ...] = (LocationType(),)
