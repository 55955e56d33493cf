"""A position in words: "cirka 300 meter norr om Kramfors centrum (62,93431, 17,77650)"."""

from collections.abc import Mapping

from dialogs.conditions import Value
from dialogs.locating import Position, Surroundings, compass_from, metres_between, nearest
from dialogs.texts import SWEDISH, base_of

#: Five decimals are one metre, which is more than a telephone knows.
_DECIMALS = 5
#: People tell short distances in steps of fifty metres …
_STEP = 50
#: … kilometres with a decimal from here, and without one from there.
_KILOMETRE = 1000
_FAR = 10 * _KILOMETRE
_TOWARDS: Mapping[str, tuple[str, str]] = {
    "n": ("norr", "north"),
    "ne": ("nordost", "north-east"),
    "e": ("öster", "east"),
    "se": ("sydost", "south-east"),
    "s": ("söder", "south"),
    "sw": ("sydväst", "south-west"),
    "w": ("väster", "west"),
    "nw": ("nordväst", "north-west"),
}


def placed(lat: float, lon: float, surroundings: Surroundings) -> dict[str, Value]:
    """A position as an answer, with where that is.

    What it is told by is kept with it, so that a case tells for ever what the person agreed to.
    """
    position: Position = (lat, lon)
    value: dict[str, Value] = {"lat": lat, "lon": lon}
    landmark = nearest(position, surroundings.landmarks)
    if landmark is not None:
        value |= {
            "near": landmark.name,
            "metres": round(metres_between(landmark.position, position)),
            "towards": compass_from(landmark.position, position),
        }
    if surroundings.is_outside(position):
        value["outside"] = True
    return value


def told(value: Mapping[str, Value], language: str) -> str:
    """The position of an answer in words, with its coordinates."""
    is_swedish = base_of(language) == SWEDISH
    lat, lon = (_number(f"{value[key]:.{_DECIMALS}f}", language) for key in ("lat", "lon"))
    if "near" not in value:
        return f"{lat}° N, {lon}° E"
    near, metres = value["near"], _as_said(value["metres"])
    if not metres:
        by = f"vid {near}" if is_swedish else f"at {near}"
        return f"{by} ({lat}, {lon})"
    distance = distance_told(value["metres"], language)
    towards = _TOWARDS[value["towards"]][0 if is_swedish else 1]
    if is_swedish:
        return f"cirka {distance} {towards} om {near} ({lat}, {lon})"
    return f"about {distance} {towards} of {near} ({lat}, {lon})"


def distance_told(metres: int, language: str) -> str:
    """ "300 meter", "1,5 kilometer", "12 kilometer"."""
    is_swedish = base_of(language) == SWEDISH
    rounded = _as_said(metres)
    if rounded < _KILOMETRE:
        return f"{rounded} meter" if is_swedish else f"{rounded} metres"
    kilometres = _number(f"{rounded / _KILOMETRE:.1f}".removesuffix(".0"), language)
    if is_swedish:
        return f"{kilometres} kilometer"
    return f"{kilometres} kilometre" if kilometres == "1" else f"{kilometres} kilometres"


def _as_said(metres: int) -> int:
    """Rounded as people say it: 50 m, then 100 m, then whole kilometres."""
    near = _STEP * round(metres / _STEP)
    if near < _KILOMETRE:
        return near
    tenths = 100 * round(metres / 100)
    return tenths if tenths < _FAR else _KILOMETRE * round(metres / _KILOMETRE)


def _number(written: str, language: str) -> str:
    return written.replace(".", ",") if base_of(language) == SWEDISH else written
