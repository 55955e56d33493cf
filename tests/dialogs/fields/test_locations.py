"""Pins, coordinates and links to maps, with and without landmarks to tell them by."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.fields.base import Accepted, Given, Outcome, Place, Refused, Unsure
from dialogs.fields.coordinates import read_coordinates
from dialogs.fields.locations import SWEDEN, LocationType
from dialogs.locating import Landmark, Surroundings
from tests.dialogs.fields.asked import asking, field, parse, pin, show

SOUTH, NORTH, WEST, EAST = SWEDEN
LATITUDES = st.floats(SOUTH, NORTH)
LONGITUDES = st.floats(WEST, EAST)
#: One town in the middle of a square.
HERE = Surroundings(
    landmarks=(Landmark(name="Torget", lat=62.93, lon=17.78),),
    area=((62.8, 17.5), (62.8, 18.1), (63.1, 18.1), (63.1, 17.5)),
)


def at_home(given: Given, language: str = "sv") -> Outcome:
    """Asked where the landmarks are known."""
    here = msgspec.structs.replace(asking(language), surroundings=HERE)
    return LocationType().parse(field("location"), given, here)


def kept(outcome: Outcome) -> dict[str, object]:
    assert isinstance(outcome, Unsure)
    (value,) = outcome.candidates
    assert isinstance(value, dict)
    return value


# ── What is a position ────────────────────────────────────────────────────────────────────────


@given(LATITUDES, LONGITUDES)
def test_a_pin_in_sweden_is_kept_with_six_decimals(lat: float, lon: float) -> None:
    assert pin(lat, lon) == Accepted({"lat": round(lat, 6), "lon": round(lon, 6)})


@pytest.mark.parametrize(("lat", "lon"), [(48.85, 2.35), (0.0, 0.0), (-62.9, 17.7)])
def test_a_pin_outside_sweden_is_refused(lat: float, lon: float) -> None:
    assert pin(lat, lon) == Refused("location_outside")


@pytest.mark.parametrize(
    ("lat", "lon"), [(float("nan"), 17.0), (62.0, float("inf")), (90.1, 0.0), (62.0, -180.5)]
)
def test_a_pin_on_no_globe_is_refused_as_such(lat: float, lon: float) -> None:
    assert pin(lat, lon) == Refused("location_nowhere")


@pytest.mark.parametrize("written", ["162.93, 17.78", "N 62° 75' E 17° 46'", "geo:99.5,17.78"])
def test_written_coordinates_that_do_not_exist_are_refused_as_such(written: str) -> None:
    assert parse("location", written) == Refused("location_nowhere")


def test_swapped_coordinates_are_asked_about() -> None:
    assert parse("location", "17.77646, 62.93184") == Unsure(({"lat": 62.93184, "lon": 17.77646},))


@pytest.mark.parametrize(
    "written",
    [
        "62.93, 17.78",
        "62,93 17,78",
        "62,93, 17,78",
        "62.93;17.78",
        "62,93/17,78",
        "(62.93, 17.78)",
        "62.93° N, 17.78° E",
        "62,93° N 17,78° Ö",
        "N 62.93 E 17.78",
        "n62,93 o17,78",
        "17.78 E 62.93 N",
        "N 62° 55.8' E 17° 46.8'",
        "62° 55,8′ N, 17° 46,8′ Ö",
        "62° 55' 48\" N 17° 46' 48\" E",
        "62º55’48”N 17º46’48”O",
        "62° 55.8', 17° 46.8'",
        "N 62 55.8 E 17 46.8",
        "62 grader 55,8 N 17 grader 46,8 E",
        "lat 62.93 lon 17.78",
        "latitud: 62,93, longitud: 17,78",
        "Koordinater: 62.93, 17.78.",
        "platsen är 62.93, 17.78",
        "geo:62.93,17.78",
        "geo:62.93,17.78;u=35?z=15",
        "geo:0,0?q=62.93,17.78(Torget)",
        "https://maps.google.com/?q=62.93,17.78",
        "https://maps.google.com/maps?q=loc:62.93%2C17.78&z=15",
        "https://www.google.com/maps/@62.93,17.78,15z",
        "https://www.google.se/maps/place/Torget/@62.9,17.7,15z/data=!3m1!4b1!3d62.93!4d17.78",
        "https://www.google.com/maps/search/62.93,+17.78",
        "https://www.google.com/maps/search/?api=1&query=62.93%2C17.78",
        "https://www.google.com/maps/dir//62.93,17.78",
        "https://www.openstreetmap.org/#map=15/62.93/17.78",
        "https://www.openstreetmap.org/?mlat=62.93&mlon=17.78#map=5/60.0/15.0",
        "https://maps.apple.com/?ll=62.93,17.78&q=Torget",
        "https://www.bing.com/maps?cp=62.93~17.78&lvl=15",
        "https://waze.com/ul?ll=62.93%2C17.78",
        "Här är platsen: https://maps.google.com/?q=62.93,17.78",
    ],
)
def test_coordinates_are_read_however_they_are_written(written: str) -> None:
    position = read_coordinates(written)
    assert position is not None
    assert position == pytest.approx((62.93, 17.78))
    assert kept(at_home(Given(text=written))) | {"lat": 0, "lon": 0} == {
        "lat": 0,
        "lon": 0,
        "near": "Torget",
        "metres": 0,
        "towards": "n",
    }


@pytest.mark.parametrize(
    "written",
    [
        "vid bron 62.93, 17.78",
        "Torggatan 2 i Kramfors",
        "väg 90, 17 km norr om Kramfors",
        "Nyland 3:12",
    ],
)
def test_words_stay_words(written: str) -> None:
    assert at_home(Given(text=written)) == Accepted({"text": written})


@pytest.mark.parametrize(
    "written",
    [
        "62.9, 17.7",
        "62, 17",
        "https://maps.app.goo.gl/abc 62.93, 17.78",
        "6980000 640000",
        "N 6980000 E 640000",
        "N 62.93 N 17.78",
        "12345678",
    ],
)
def test_numbers_that_are_no_coordinates_are_no_position(written: str) -> None:
    assert read_coordinates(written) is None


@pytest.mark.parametrize("link", ["https://maps.app.goo.gl/abc", "www.kramfors.se"])
def test_a_link_without_a_place_is_refused_as_such(link: str) -> None:
    assert parse("location", link) == Refused("location_link")


def _degrees_and_minutes(degrees: float) -> str:
    whole = int(degrees)
    return f"{whole}° {(degrees - whole) * 60:.5f}'".replace(" 60.00000'", " 59.99999'")


@given(LATITUDES, LONGITUDES, st.sampled_from([", ", " ", ",", ";"]), st.booleans())
def test_decimals_read_as_themselves(lat: float, lon: float, gap: str, comma: bool) -> None:
    written = f"{lat:.6f}{gap}{lon:.6f}"
    read = read_coordinates(written.replace(".", ",") if comma else written)
    assert read == (float(f"{lat:.6f}"), float(f"{lon:.6f}"))


@given(LATITUDES, LONGITUDES)
def test_minutes_read_as_themselves(lat: float, lon: float) -> None:
    written = f"{_degrees_and_minutes(lat)} N {_degrees_and_minutes(lon)} E"
    read = read_coordinates(written)
    assert read is not None
    assert read == pytest.approx((lat, lon), abs=1e-6)


@given(
    LATITUDES,
    LONGITUDES,
    st.sampled_from(
        [
            "geo:{},{}",
            "https://maps.google.com/?q={},{}",
            "https://www.google.com/maps/@{},{},15z",
            "https://www.openstreetmap.org/#map=15/{}/{}",
        ]
    ),
)
def test_links_read_as_themselves(lat: float, lon: float, link: str) -> None:
    read = read_coordinates(link.format(f"{lat:.6f}", f"{lon:.6f}"))
    assert read == (float(f"{lat:.6f}"), float(f"{lon:.6f}"))


_PIECES = st.sampled_from(
    [
        "62.93",
        "17,78",
        "62°",
        "55'",
        '48"',
        ",",
        "N",
        "E",
        "Ö",
        "-",
        "geo:",
        "https://",
        "/@",
        "?q=",
    ]
) | st.sampled_from(["#map=15/", "%2C", "%", "!3d", "!4d", "lat", "lon", "(", ")", "9" * 40, "٣"])


@given(
    st.text(max_size=200)
    | st.lists(_PIECES, max_size=14).map("".join)
    | st.lists(_PIECES, max_size=14).map(" ".join)
)
def test_no_text_makes_the_reading_fail(text: str) -> None:
    outcome = at_home(Given(text=text))
    if isinstance(outcome, Unsure):
        assert show("location", outcome.candidates[0])
    read_coordinates(text)


def test_a_link_and_numbers_are_no_words() -> None:
    assert parse("location", "https://goo.gl/abc 162,9 17") == Refused("location_short")
    assert parse("location", "vid torget https://goo.gl/abc") == Accepted(
        {"text": "vid torget https://goo.gl/abc"}
    )


# ── How it is told and confirmed ──────────────────────────────────────────────────────────────


def test_a_pin_is_confirmed_and_keeps_what_it_is_told_by() -> None:
    value = kept(at_home(Given(place=Place(lat=62.9327, lon=17.78))))
    assert value == {"lat": 62.9327, "lon": 17.78, "near": "Torget", "metres": 300, "towards": "n"}
    assert show("location", value) == "cirka 300 meter norr om Torget (62,93270, 17,78000)"
    assert show("location", value, "en") == "about 300 metres north of Torget (62.93270, 17.78000)"
    confirmation = LocationType().confirmation(field("location"), value)
    assert confirmation is not None
    assert confirmation.ask == "confirm.place"


def test_a_pin_outside_the_municipality_is_asked_about_as_such() -> None:
    value = kept(at_home(Given(place=Place(lat=62.7, lon=17.78))))
    assert value["outside"] is True
    confirmation = LocationType().confirmation(field("location"), value)
    assert confirmation is not None
    assert confirmation.ask == "confirm.place_outside"


def test_words_are_not_confirmed() -> None:
    assert LocationType().confirmation(field("location"), {"text": "Torget"}) is None


def test_a_position_without_landmarks_is_shown_in_the_readers_way_of_writing_numbers() -> None:
    value = {"lat": 62.93184, "lon": 17.77646}
    assert show("location", value) == "62,93184° N, 17,77646° E"
    assert show("location", value, "en") == "62.93184° N, 17.77646° E"
