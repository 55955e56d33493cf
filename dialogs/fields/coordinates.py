"""Coordinates as people write or paste them: decimals, degrees and minutes, or a link to a map."""

import math
import re
from typing import Final
from urllib.parse import unquote

from dialogs.locating import Position

_LEAD_IN = re.compile(
    r"^(?:(?:här är|this is|platsen|positionen|position|min position|koordinater(?:na)?|gps(?:en)?"
    r"|coordinates|location|place|plats|det|it|här|here|wgs ?84)(?: (?:är|is))? ?[:=]? ?){1,3}",
    re.IGNORECASE,
)
_SIGNS = str.maketrans(
    {"′": "'", "’": "'", "´": "'", "`": "'", "ʹ": "'", "″": '"', "”": '"', "“": '"'}
    | {"º": "°", "˚": "°", "−": "-", "–": "-", "\N{NO-BREAK SPACE}": " "}
)
_GAP = r"[ ,;/]{1,4}"

# ── Decimals ──────────────────────────────────────────────────────────────────────────────────

_DECIMAL = r"([-+]?\d{1,3}[.,]\d{2,15})"
#: With fewer than two decimals it is anywhere within several kilometres.
_DECIMALS = re.compile(_DECIMAL + r" ?°?" + _GAP + _DECIMAL + r" ?°?")
_LABELLED = re.compile(
    rf"lat(?:itude?)?\.? ?[:=]? ?{_DECIMAL} ?°?[ ,;/&]{{1,4}}"
    rf"(?:lon|lng|long|longitude?)\.? ?[:=]? ?{_DECIMAL} ?°?",
    re.IGNORECASE,
)

# ── Degrees, minutes and seconds ──────────────────────────────────────────────────────────────

_PART = r"\d{1,2}(?:[.,]\d{1,15})?"
_DEGREES = r"(\d{1,3}(?:[.,]\d{1,15})?)"
_SIGN = "(?: ?(?:°|grader))"
#: Something must stand between degrees and minutes, and between minutes and seconds.
_SMALLER = rf"(?:(?:(?<=[°r]) ?| )({_PART})(?:(?:' ?| )({_PART})(?:\"|'')?|'?))?"
_ANGLE = f"{_DEGREES}{_SIGN}?{_SMALLER}"
#: Without letters only the signs of degrees tell that these are coordinates.
_SIGNED_ANGLE = f"{_DEGREES}{_SIGN}{_SMALLER}"
_LETTER = "([NSEWÖOV])"
_LETTERS_FIRST = re.compile(rf"{_LETTER} ?{_ANGLE}[ ,;/]{{0,4}}{_LETTER} ?{_ANGLE}", re.IGNORECASE)
_LETTERS_LAST = re.compile(rf"{_ANGLE} ?{_LETTER}[ ,;/]{{0,4}}{_ANGLE} ?{_LETTER}", re.IGNORECASE)
_NO_LETTERS = re.compile(rf"{_SIGNED_ANGLE}{_GAP}{_SIGNED_ANGLE}")
_NORTH_SOUTH = frozenset("NS")
#: South and west; "V" is väster, and "O" and "Ö" are öster.
_NEGATIVE = frozenset("SWV")

# ── Links ─────────────────────────────────────────────────────────────────────────────────────

LINK = re.compile(r"(?:https?://|www\.|geo:)\S+", re.IGNORECASE)
_IN_LINK = r"(-?\d{1,3}(?:\.\d{1,15})?)"
_PAIR = rf"{_IN_LINK}[,~][ +]?{_IN_LINK}(?![\d.])"
#: The surest first: a place of its own before the middle of the map that is shown.
_LINKS: Final = (
    re.compile(rf"!3d{_IN_LINK}!4d{_IN_LINK}"),
    re.compile(
        r"[?&](?:q|ll|query|destination|daddr|center|cp|point|loc|coordinate|viewpoint)="
        rf"(?:loc:)?{_PAIR}"
    ),
    re.compile(rf"[?&]m?lat={_IN_LINK}&m?(?:lon|lng)={_IN_LINK}"),
    re.compile(rf"#map=\d{{1,2}}(?:\.\d{{1,5}})?/{_IN_LINK}/{_IN_LINK}"),
    re.compile(rf"/@{_PAIR}"),
    re.compile(rf"/(?:search|place|dir/[^/]{{0,200}})/{_PAIR}"),
    re.compile(rf"^geo:{_PAIR}", re.IGNORECASE),
)


def read_coordinates(text: str) -> Position | None:
    """Latitude and longitude if the text is nothing but that, in this order unless letters say.

    They may be on no globe, or not a number ("75 minutes"). None: it is something else.
    """
    line = " ".join(text.translate(_SIGNS).split())
    line = _LEAD_IN.sub("", line).rstrip(".! ")
    if LINK.fullmatch(line):
        return _read_link(line)
    line = line.strip("()[]")
    decimals = _DECIMALS.fullmatch(line) or _LABELLED.fullmatch(line)
    if decimals:
        return _decimal(decimals[1]), _decimal(decimals[2])
    if found := _LETTERS_FIRST.fullmatch(line):
        parts = found.groups()
        return _by_letters((parts[0], parts[1:4]), (parts[4], parts[5:]))
    if found := _LETTERS_LAST.fullmatch(line):
        parts = found.groups()
        return _by_letters((parts[3], parts[:3]), (parts[7], parts[4:7]))
    if found := _NO_LETTERS.fullmatch(line):
        return _degrees(found.groups()[:3]), _degrees(found.groups()[3:])
    return None


def _read_link(link: str) -> Position | None:
    written = unquote(link)
    for pattern in _LINKS:
        if found := pattern.search(written):
            return float(found[1]), float(found[2])
    return None


_Lettered = tuple[str, tuple[str | None, ...]]


def _by_letters(one: _Lettered, other: _Lettered) -> Position | None:
    first, second = one[0].upper(), other[0].upper()
    if (first in _NORTH_SOUTH) == (second in _NORTH_SOUTH):
        return None
    lat, lon = (one, other) if first in _NORTH_SOUTH else (other, one)
    return _with_sign(lat), _with_sign(lon)


def _with_sign(lettered: _Lettered) -> float:
    letter, parts = lettered
    return -_degrees(parts) if letter.upper() in _NEGATIVE else _degrees(parts)


def _degrees(parts: tuple[str | None, ...]) -> float:
    """Degrees, minutes and seconds as degrees; not a number when sixty or more of the latter."""
    degrees, minutes, seconds = (_decimal(part or "0") for part in parts)
    if minutes >= 60 or seconds >= 60:
        return math.nan
    return degrees + minutes / 60 + seconds / 3600


def _decimal(written: str) -> float:
    return float(written.replace(",", "."))
