"""Where each question of a service stands, and which one a reference in a condition means."""

from collections.abc import Iterator, Mapping

import msgspec

from dialogs.conditions import Condition
from dialogs.fields.base import FieldType
from dialogs.loading_fields import GROUP
from dialogs.service import Field, Service

Types = Mapping[str, FieldType]


class Station(msgspec.Struct, frozen=True, kw_only=True):
    """One question in the order of asking."""

    #: Ids from the outside in, without numbers of rows: "barn.namn".
    path: str
    field: Field
    #: Counts the stations: a reference may only look at a lower number.
    order: int
    #: Paths of the groups around it.
    groups: tuple[str, ...] = ()
    #: Its own condition and those around it: all must hold.
    whens: tuple[Condition, ...] = ()
    #: A question that the type asks by itself (a party's name): not written in the definition.
    generated: bool = False


class Target(msgspec.Struct, frozen=True):
    """What a reference means."""

    station: Station
    #: The part of the answer: `from` of a period.
    part: str | None = None
    #: The field of a group as seen from outside: one value for each row.
    column: bool = False


class Map:
    """All stations of a service."""

    def __init__(self, service: Service, types: Types) -> None:
        self.stations = tuple(_stations(service, types))
        self._by_path = {station.path: station for station in self.stations}

    def find(self, path: str, *, seen_from: Station) -> Target | None:
        """What `path` means at that station: a sibling first, then a field further out."""
        prefixes = [f"{group}." for group in reversed(seen_from.groups)]
        for prefix in (*prefixes, ""):
            station = self._by_path.get(prefix + path)
            if station is not None:
                inside = station.groups == seen_from.groups[: len(station.groups)]
                return Target(station, column=not inside)
            head, dot, part = path.rpartition(".")
            whole = self._by_path.get(prefix + head) if dot else None
            if whole is not None:
                return Target(whole, part=part)
        return None

    def paths(self) -> tuple[str, ...]:
        return tuple(self._by_path)


def _stations(service: Service, types: Types) -> Iterator[Station]:
    order = 0

    def walk(fields: tuple[Field, ...], around: Station | None) -> Iterator[Station]:
        nonlocal order
        for field in fields:
            station = _station(field, around, order)
            order += 1
            yield station
            kind = types.get(field.type)
            yield from walk(kind.parts(field) if kind else field.fields, station)

    yield from walk(service.fields, None)


def _station(field: Field, around: Station | None, order: int) -> Station:
    if around is None:
        own = (field.when,) if field.when else ()
        return Station(path=field.id, field=field, order=order, whens=own)
    in_rows = around.field.type == GROUP
    generated = around.generated or not in_rows
    # A generated part's condition is its type's business.
    own = (field.when,) if field.when and not generated else ()
    return Station(
        path=f"{around.path}.{field.id}",
        field=field,
        order=order,
        groups=(*around.groups, around.path) if in_rows else around.groups,
        whens=(*around.whens, *own),
        generated=generated,
    )
