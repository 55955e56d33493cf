"""Conditions judged where not everything is known: true, false, or it depends (None)."""

from collections.abc import Callable, Iterable, Mapping
from enum import Enum
from typing import Any

from dialogs.checking_paths import Map, Station
from dialogs.conditions import (
    COMPARISONS,
    All,
    Answered,
    AnyOf,
    Compare,
    Condition,
    CountOf,
    DaysBetween,
    Earliest,
    FieldValue,
    HowMany,
    Latest,
    Literal,
    Not,
    Operand,
    Value,
    references,
)


class State(Enum):
    """What stands in for an answer's value."""

    #: Not asked, or skipped.
    ABSENT = "absent"
    #: Answered, nobody knows how.
    UNKNOWN = "unknown"
    #: Perhaps answered.
    MAYBE = "maybe"


ABSENT, UNKNOWN, MAYBE = State.ABSENT, State.UNKNOWN, State.MAYBE

#: Sample answers by path; what is missing is MAYBE.
World = Mapping[str, Value]


class Truth:
    """Judges conditions as `dialogs.conditions` does, in worlds with unknown answers."""

    def __init__(self, stations: Map) -> None:
        self._map = stations

    def together(
        self, conditions: Iterable[Condition], *, at: Station, world: World
    ) -> bool | None:
        """Whether all hold."""
        return _every([self.holds(each, at=at, world=world) for each in conditions])

    def holds(self, condition: Condition, *, at: Station, world: World) -> bool | None:
        def inner(each: Condition) -> bool | None:
            return self.holds(each, at=at, world=world)

        match condition:
            case All(conditions=conditions):
                return _every([inner(each) for each in conditions])
            case AnyOf(conditions=conditions):
                return _negated(_every([_negated(inner(each)) for each in conditions]))
            case Not(condition=one):
                return _negated(inner(one))
            case Answered(path=path, expected=expected):
                value = self._answer(path, at, world)
                return None if value is MAYBE else (value is not ABSENT) is expected
            case Compare():
                return self._compare(condition, inner, at, world)

    def _compare(
        self,
        compare: Compare,
        inner: Callable[[Condition], bool | None],
        at: Station,
        world: World,
    ) -> bool | None:
        if isinstance(compare.left, HowMany) and isinstance(compare.right, Literal):
            return _counted(compare, [inner(each) for each in compare.left.conditions])
        left = self._value(compare.left, at, world)
        right = self._value(compare.right, at, world)
        if left is ABSENT or right is ABSENT:
            return False
        if isinstance(left, State) or isinstance(right, State):
            return None
        return bool(COMPARISONS[compare.comparison](left, right))

    def _value(self, operand: Operand, at: Station, world: World) -> Any:
        match operand:
            case Literal(value=value):
                return value
            case FieldValue(path=path, plus=plus):
                value = self._answer(path, at, world)
                return value if plus is None or value is ABSENT else MAYBE
            case CountOf(path=path):
                value = self._answer(path, at, world)
                if isinstance(value, list):
                    return len(value)
                return 0 if value is ABSENT else MAYBE
            case HowMany():
                return MAYBE
            case Latest(operands=operands) | Earliest(operands=operands):
                dates = [self._value(each, at, world) for each in operands]
                return ABSENT if all(each is ABSENT for each in dates) else MAYBE
            case DaysBetween(start=start, end=end):
                ends = [self._value(each, at, world) for each in (start, end)]
                return ABSENT if ABSENT in ends else MAYBE
            case _:
                looked_at = [self._answer(path, at, world) for path in references(operand)]
                absent = bool(looked_at) and all(each is ABSENT for each in looked_at)
                return ABSENT if absent else MAYBE

    def _answer(self, path: str, at: Station, world: World) -> Any:
        target = self._map.find(path, seen_from=at)
        if target is None:
            return MAYBE
        value = world.get(target.station.path, MAYBE)
        if target.part is None or value is ABSENT:
            return value
        if isinstance(value, str | list | bool):
            return ABSENT
        return value.get(target.part, ABSENT) if isinstance(value, dict) else MAYBE


def _every(results: list[bool | None]) -> bool | None:
    if False in results:
        return False
    return None if None in results else True


def _negated(result: bool | None) -> bool | None:
    return None if result is None else not result


def _counted(compare: Compare, results: list[bool | None]) -> bool | None:
    """A count is somewhere between what surely holds and what perhaps does."""
    assert isinstance(compare.right, Literal)
    surely = results.count(True)
    counts = range(surely, surely + results.count(None) + 1)
    found = {COMPARISONS[compare.comparison](count, compare.right.value) for count in counts}
    return found.pop() if len(found) == 1 else None
