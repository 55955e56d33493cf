"""Reading the municipality's own facts (`config/municipality.yaml`)."""

from collections.abc import Mapping
from datetime import date, time
from pathlib import Path
from typing import Any

import msgspec

from actions.config_files import ConfigurationFileError, local, mapping
from dialogs.locating import Landmark, Surroundings
from dialogs.opening_hours import Hours, OpeningHours
from dialogs.texts import SWEDISH
from dialogs.world import AccessibilityStatement, Municipality, Officer, Unit


def read_municipality(path: Path) -> Municipality:
    """The municipality's facts."""
    facts = mapping(path)
    try:
        service = facts["customer_service"]
        address = service["address"]
        city = f"{address['postal_code'][:3]} {address['postal_code'][3:]} {address['city']}"
        return Municipality(
            name=facts["name"],
            customer_service=local(service["sentence"]),
            phone=service["phone"],
            email=service["email"],
            address=f"{address['street']}, {city}",
            opening_hours=local(service["opening_hours_text"]),
            open_hours=_open_hours(service.get("opening_hours")),
            service_unit=str(service.get("unit", "")),
            units={
                name: Unit(id=name, name=local(unit["name"]), email=unit["email"])
                for name, unit in facts["units"].items()
            },
            officers=tuple(
                msgspec.convert(officer, Officer) for officer in facts.get("officers", ())
            ),
            categories={
                local(category).to(SWEDISH): local(category)
                for category in facts.get("categories", ())
            },
            data_protection=local(
                f"{local(facts['data_protection']['name']).to(SWEDISH)}, "
                f"{facts['data_protection']['email']}"
            ),
            surroundings=_surroundings(facts),
            accessibility=_statement(facts.get("accessibility")),
        )
    except (KeyError, TypeError, AttributeError, msgspec.ValidationError) as error:
        raise ConfigurationFileError(f"{path}: missing or wrong: {error}") from error


def _statement(facts: Mapping[str, Any] | None) -> AccessibilityStatement | None:
    if facts is None:
        return None
    supervisor = facts["supervisor"]
    return AccessibilityStatement(
        published=msgspec.convert(facts["published"], date),
        assessed=msgspec.convert(facts["assessed"], date),
        method=local(facts["method"]),
        flaws=tuple(local(flaw) for flaw in facts.get("flaws", ())),
        supervisor=str(supervisor["name"]),
        supervisor_web=str(supervisor["web"]),
    )


def _surroundings(facts: Mapping[str, Any]) -> Surroundings:
    """`landmarks: [{name: …, lat: …, lon: …}]` and `area: [[lat, lon], …]`."""
    surroundings = Surroundings(
        landmarks=msgspec.convert(facts.get("landmarks", []), tuple[Landmark, ...]),
        area=msgspec.convert(facts.get("area", []), tuple[tuple[float, float], ...]),
    )
    for lat, lon in (*surroundings.area, *(each.position for each in surroundings.landmarks)):
        if not (abs(lat) <= 90 and abs(lon) <= 180):
            raise TypeError(f"landmarks and area: {lat}, {lon} is not a latitude and a longitude")
    if 0 < len(surroundings.area) < 3:
        raise TypeError("area: a border has at least three corners")
    return surroundings


_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def _open_hours(days: Mapping[str, Any] | None) -> OpeningHours | None:
    """`monday: 08:00-16:30` …, `closed: [2026-05-15]`, and `holidays: open` for an office that is."""
    if days is None:
        return None
    if unknown := days.keys() - {*_WEEKDAYS, "closed", "holidays"}:
        raise TypeError(f"opening_hours has no {sorted(unknown)}")
    return OpeningHours(
        week=tuple(_hours(days.get(each)) for each in _WEEKDAYS),
        closed=frozenset(msgspec.convert(days.get("closed", []), list[date])),
        closed_on_holidays=days.get("holidays", "closed") != "open",
    )


def _hours(written: str | None) -> Hours | None:
    if written is None:
        return None
    opens, _, closes = written.partition("-")
    try:
        hours = Hours(opens=_clock(opens), closes=_clock(closes))
    except ValueError as error:
        raise TypeError(f"opening_hours: {written!r} is not like 08:00-16:30") from error
    if hours.opens >= hours.closes:
        raise TypeError(f"opening_hours: {written!r} ends before it begins")
    return hours


def _clock(written: str) -> time:
    """Raises ValueError. "24:00" is the very end of the day."""
    return time.max if written.strip() == "24:00" else time.fromisoformat(written.strip())
