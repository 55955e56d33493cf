"""What each answer of a service is compared with: the values that make a difference."""

from collections.abc import Iterator

from dialogs.checking_paths import Map, Station
from dialogs.conditions import (
    All,
    AnyOf,
    Compare,
    Condition,
    FieldValue,
    HowMany,
    Literal,
    Not,
    Operand,
    Value,
)


class Compared:
    """The literals that answers are compared with, anywhere in a service."""

    def __init__(self, stations: Map) -> None:
        self._map = stations
        self._literals: dict[str, set[Value]] = {}
        #: Answers that are compared with other answers: any value can make a difference.
        self._entangled: set[str] = set()
        for station in stations.stations:
            rules = (*station.field.refuse, *station.field.warn)
            for condition in (*station.whens, *(rule.when for rule in rules)):
                for compare in _compares(condition):
                    self._note(compare, station)

    def named(self, station: Station) -> list[Value]:
        """The values that matter, in a fixed order; numbers only if literals decide alone."""
        path, field = station.path, station.field
        if path in self._entangled:
            return [option.value for option in field.options]
        named = self._literals.get(path, set())
        if field.options:
            return [option.value for option in field.options if option.value in named]
        return sorted(named, key=str)

    def _note(self, compare: Compare, station: Station) -> None:
        match compare:
            case Compare(left=FieldValue(path=path), right=Literal(value=value)):
                target = self._map.find(path, seen_from=station)
                if target is not None and target.part is None:
                    values = value if isinstance(value, tuple) else (value,)
                    self._literals.setdefault(target.station.path, set()).update(values)
            case _:
                for side in (compare.left, compare.right):
                    if isinstance(side, FieldValue):
                        target = self._map.find(side.path, seen_from=station)
                        if target is not None:
                            self._entangled.add(target.station.path)


def _compares(node: Condition | Operand) -> Iterator[Compare]:
    match node:
        case Compare(left=left, right=right):
            yield node
            yield from _compares(left)
            yield from _compares(right)
        case All(conditions=nodes) | AnyOf(conditions=nodes) | HowMany(conditions=nodes):
            for each in nodes:
                yield from _compares(each)
        case Not(condition=inner):
            yield from _compares(inner)
        case _:
            return
