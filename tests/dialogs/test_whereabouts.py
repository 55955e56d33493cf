"""Distances, directions and borders, and how they are told."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.locating import (
    COMPASS,
    Landmark,
    Position,
    Surroundings,
    compass_from,
    is_within,
    metres_between,
    nearest,
)
from dialogs.whereabouts import distance_told, placed, told

POSITIONS = st.tuples(st.floats(-90, 90), st.floats(-180, 180))
KRAMFORS = (62.9316, 17.7765)
SQUARE = ((62.0, 17.0), (62.0, 18.0), (63.0, 18.0), (63.0, 17.0))


@pytest.mark.parametrize(
    ("one", "other", "metres"),
    [
        (KRAMFORS, KRAMFORS, 0),
        # A minute of latitude is a nautical mile.
        ((62.0, 17.0), (62.0 + 1 / 60, 17.0), 1852),
        # Kramfors and Härnösand, as measured on a map.
        (KRAMFORS, (62.6323, 17.9379), 34_300),
        ((0.0, 0.0), (0.0, 180.0), math.pi * 6_371_009),
    ],
)
def test_the_distance_is_that_of_the_map(one: Position, other: Position, metres: float) -> None:
    assert metres_between(one, other) == pytest.approx(metres, rel=0.005, abs=1)


@given(POSITIONS, POSITIONS)
def test_the_distance_is_the_same_both_ways_and_never_past_half_the_earth(
    one: Position, other: Position
) -> None:
    there = metres_between(one, other)
    assert there == pytest.approx(metres_between(other, one))
    assert 0 <= there <= math.pi * 6_371_009 + 1


@pytest.mark.parametrize(
    ("north", "east", "towards"),
    [
        (1, 0, "n"),
        (1, 1, "ne"),
        (0, 1, "e"),
        (-1, 1, "se"),
        (-1, 0, "s"),
        (-1, -1, "sw"),
        (0, -1, "w"),
        (1, -1, "nw"),
        (1, 0.3, "n"),
        (1, 0.5, "ne"),
    ],
)
def test_the_direction_is_one_of_eight(north: float, east: float, towards: str) -> None:
    lat, lon = KRAMFORS
    goal = (lat + north / 1000, lon + east / 1000 / math.cos(math.radians(lat)))
    assert compass_from(KRAMFORS, goal) == towards


@given(POSITIONS, POSITIONS)
def test_every_direction_has_a_name(start: Position, goal: Position) -> None:
    assert compass_from(start, goal) in COMPASS


@given(st.floats(62.001, 62.999), st.floats(17.001, 17.999))
def test_what_is_between_the_corners_is_within(lat: float, lon: float) -> None:
    assert is_within((lat, lon), SQUARE)
    assert not is_within((lat, lon + 1), SQUARE)
    assert not is_within((lat, lon - 1), SQUARE)
    assert not is_within((lat + 1, lon), SQUARE)
    assert not is_within((lat - 1, lon), SQUARE)


def test_a_bay_in_the_border_is_outside() -> None:
    bent = ((62.0, 17.0), (62.0, 18.0), (63.0, 18.0), (62.5, 17.5), (63.0, 17.0))
    assert not is_within((62.9, 17.5), bent)
    assert is_within((62.4, 17.5), bent)


def test_nothing_is_outside_an_unknown_border() -> None:
    assert not Surroundings().is_outside((0.0, 0.0))
    assert nearest(KRAMFORS, ()) is None


@pytest.mark.parametrize(
    ("metres", "swedish", "english"),
    [
        (30, "50 meter", "50 metres"),
        (310, "300 meter", "300 metres"),
        (974, "950 meter", "950 metres"),
        (980, "1 kilometer", "1 kilometre"),
        (1049, "1 kilometer", "1 kilometre"),
        (1460, "1,5 kilometer", "1.5 kilometres"),
        (9949, "9,9 kilometer", "9.9 kilometres"),
        (9960, "10 kilometer", "10 kilometres"),
        (12_400, "12 kilometer", "12 kilometres"),
    ],
)
def test_a_distance_is_told_as_people_say_it(metres: int, swedish: str, english: str) -> None:
    assert distance_told(metres, "sv") == swedish
    assert distance_told(metres, "sv-simple") == swedish
    assert distance_told(metres, "en") == english


@given(st.integers(25, 2_000_000))
def test_what_is_told_is_never_far_from_the_truth(metres: int) -> None:
    number, unit = distance_told(metres, "en").split()
    said = float(number) * (1000 if unit.startswith("kilo") else 1)
    assert abs(said - metres) <= max(25, metres * 0.051)


def test_what_is_close_by_has_no_distance() -> None:
    here = Surroundings(landmarks=(Landmark(name="Torget", lat=62.9316, lon=17.7765),))
    value = placed(62.93161, 17.77652, here)
    assert told(value, "sv") == "vid Torget (62,93161, 17,77652)"
    assert told(value, "en") == "at Torget (62.93161, 17.77652)"
    assert "outside" not in value


def test_the_nearest_landmark_is_named() -> None:
    here = Surroundings(
        landmarks=(
            Landmark(name="Bron", lat=62.80, lon=17.94),
            Landmark(name="Torget", lat=62.93, lon=17.78),
        )
    )
    assert placed(62.90, 17.80, here)["near"] == "Torget"
    assert placed(62.84, 17.90, here)["near"] == "Bron"
