"""Where a position is: how far and in which direction from a known place, and inside which border.

Positions are (latitude, longitude) in WGS 84 degrees. The earth is a sphere here, which is wrong by
at most half a per cent: less than what is rounded away when a distance is told.
"""

import math
from collections.abc import Sequence

import msgspec

#: Latitude and longitude, degrees.
Position = tuple[float, float]

#: The mean radius of the earth in metres.
_RADIUS = 6_371_009
#: The eight points of the compass, clockwise from north.
COMPASS = ("n", "ne", "e", "se", "s", "sw", "w", "nw")


class Landmark(msgspec.Struct, frozen=True):
    """A place that everybody here knows."""

    name: str
    lat: float
    lon: float

    @property
    def position(self) -> Position:
        return self.lat, self.lon


class Surroundings(msgspec.Struct, frozen=True):
    """What positions are told by: known places, and the corners of the municipality's border."""

    landmarks: tuple[Landmark, ...] = ()
    #: In order around it; none when the border is not known.
    area: tuple[Position, ...] = ()

    @property
    def are_known(self) -> bool:
        return bool(self.landmarks or self.area)

    def is_outside(self, position: Position) -> bool:
        """Whether the position is surely not in the municipality."""
        return bool(self.area) and not is_within(position, self.area)


def nearest(position: Position, landmarks: Sequence[Landmark]) -> Landmark | None:
    """The landmark with the shortest way; None when there is none."""
    return min(landmarks, key=lambda each: metres_between(position, each.position), default=None)


def metres_between(one: Position, other: Position) -> float:
    """The great-circle distance, by the haversine formula."""
    (south, west), (north, east) = _radians(one), _radians(other)
    half = (
        math.sin((north - south) / 2) ** 2
        + math.cos(south) * math.cos(north) * math.sin((east - west) / 2) ** 2
    )
    # Rounding may carry two opposite points past 1.
    return 2 * _RADIUS * math.asin(min(1.0, math.sqrt(half)))


def compass_from(start: Position, goal: Position) -> str:
    """The point of the compass towards which `goal` lies, seen from `start`."""
    (here, west), (there, east) = _radians(start), _radians(goal)
    bearing = math.atan2(
        math.sin(east - west) * math.cos(there),
        math.cos(here) * math.sin(there) - math.sin(here) * math.cos(there) * math.cos(east - west),
    )
    return COMPASS[round(math.degrees(bearing) / 45) % len(COMPASS)]


def is_within(position: Position, corners: Sequence[Position]) -> bool:
    """Whether a line from the position to the east leaves the area an odd number of times."""
    lat, lon = position
    inside = False
    for at, (north, east) in enumerate(corners):
        south, west = corners[at - 1]
        if (north > lat) != (south > lat):
            crossing = west + (lat - south) / (north - south) * (east - west)
            inside ^= lon < crossing
    return inside


def _radians(position: Position) -> Position:
    return math.radians(position[0]), math.radians(position[1])
