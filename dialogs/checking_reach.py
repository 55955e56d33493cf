"""Whether each question can be reached, found by walking through the service with sample answers.

For one question only the answers count that decide about it: those its conditions look at, those
that *their* conditions look at, and so on. Each of these is given sample values: every alternative
that a condition names and one that none names, numbers just below, at and above each limit. What
cannot be sampled (a date, an age, a fact about the person) is unknown, and a condition that looks
at it may hold and may not. So a question that is reported can truly never be reached; one that is
not reported may still be unreachable for a reason that only the calendar knows.
"""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from itertools import combinations, islice, product
from math import prod

from dialogs.checking_compared import Compared
from dialogs.checking_paths import Map, Station
from dialogs.checking_truth import ABSENT, MAYBE, UNKNOWN, Truth, World
from dialogs.conditions import Condition, Value, references

#: Above this many combinations, pairs of answers are varied with the others held fast.
MAX_COMBINATIONS = 4096
#: Of several alternatives, so many named ones are combined in every way.
_MAX_NAMED = 6

Assignment = Mapping[str, Value]


class Reach:
    """What can become of each station of a service without broken references."""

    def __init__(self, stations: Map) -> None:
        self._map = stations
        self._truth = Truth(stations)
        self._compared = Compared(stations)

    def outcomes(self, target: Station, *, rule: Condition | None = None) -> frozenset[bool | None]:
        """The results of the target's conditions in the walks that come so far.

        With `rule`: the results of that rule when the question has just been answered. None means
        that it depends on something unknown, or that there were too many walks to try all. No more
        walks are tried than tell whether it always, never or sometimes holds.
        """
        cone = self._cone(target, rule)
        assignments = self._assignments(cone)
        if not assignments.complete:
            return frozenset({None})
        results: set[bool | None] = set()
        for assignment in assignments:
            world = self._walk(cone, assignment, target)
            if world is None:
                continue
            if rule is None:
                results.add(self._truth.together(target.whens, at=target, world=world))
            elif world.get(target.path) is not ABSENT:
                results.add(self._truth.holds(rule, at=target, world=world))
            if None in results or len(results) == 2:
                break
        return frozenset(results)

    def answerable(self, target: Station) -> bool:
        """Whether some answer to the question is not refused."""
        cone = self._cone(target, None)
        return self._passable(cone, target)

    def sendable(self) -> bool:
        """Whether some walk passes all stops, so that a case can come of it."""
        stops = [station for station in self._map.stations if station.field.type == "stop"]
        if not stops:
            return True
        found = {stop.path: stop for stop in stops}
        for stop in stops:
            self._follow(stop, stop.whens, found)
        return self._passable(_in_order(found), None)

    def _passable(self, cone: tuple[Station, ...], target: Station | None) -> bool:
        assignments = self._assignments(cone)
        walks = (self._walk(cone, each, target, refuse=True) for each in assignments)
        return not assignments.complete or any(world is not None for world in walks)

    def _walk(
        self,
        cone: tuple[Station, ...],
        assignment: Assignment,
        target: Station | None,
        *,
        refuse: bool = False,
    ) -> World | None:
        """The answers before the target; None when a stop or a refusal ends the walk."""
        world: dict[str, Value] = {}
        for station in cone:
            last = station is target
            truth = self._truth.together(station.whens, at=station, world=world)
            if station.field.type == "stop":
                if truth is True and not last:
                    return None
                continue
            if truth is False:
                world[station.path] = ABSENT
                continue
            unsampled = UNKNOWN if truth and not station.field.optional else MAYBE
            world[station.path] = assignment.get(station.path, unsampled)
            if (not last or refuse) and self._refused(station, world):
                return None
        return world

    def _refused(self, station: Station, world: World) -> bool:
        if world[station.path] is ABSENT:
            return False
        rules = station.field.refuse
        return any(self._truth.holds(rule.when, at=station, world=world) for rule in rules)

    # ── Which answers matter ──────────────────────────────────────────────────────────────────

    def _cone(self, target: Station, rule: Condition | None) -> tuple[Station, ...]:
        """The stations up to the target that decide about it, in order, the target last."""
        found = {target.path: target}
        self._follow(target, (*target.whens, *((rule,) if rule else ())), found)
        stops = [s for s in self._map.stations[: target.order] if s.field.type == "stop"]
        grown = True
        while grown:
            grown = False
            for stop in stops:
                if stop.path not in found and self._looked_at(stop) & found.keys():
                    found[stop.path] = stop
                    self._follow(stop, stop.whens, found)
                    grown = True
        return _in_order(found)

    def _looked_at(self, station: Station) -> set[str]:
        return {
            target.station.path
            for when in station.whens
            for path in references(when)
            if (target := self._map.find(path, seen_from=station))
        }

    def _follow(
        self, at: Station, conditions: Iterable[Condition], found: dict[str, Station]
    ) -> None:
        for condition in conditions:
            for path in references(condition):
                target = self._map.find(path, seen_from=at)
                if target is None or target.station.path in found:
                    continue
                station = target.station
                found[station.path] = station
                rules = (rule.when for rule in station.field.refuse)
                self._follow(station, (*station.whens, *rules), found)

    # ── Sample answers ────────────────────────────────────────────────────────────────────────

    def _assignments(self, cone: tuple[Station, ...]) -> "Assignments":
        return Assignments(
            {station.path: values for station in cone if (values := self._samples(station))}
        )

    def _samples(self, station: Station) -> tuple[Value, ...]:
        """Values that between them decide every comparison; empty: unknown."""
        field = station.field
        named = self._compared.named(station)
        match field.type:
            case "yes_no":
                values: list[Value] = [True, False]
            case "consent":
                values = [True]
            case "choice":
                values = [*named, *_unnamed(station, named)[:1]]
                if "other" in field.limits:
                    values.append({"other": "annat"})
            case "choices":
                values = _several(station, named)
            case "integer" | "decimal" | "money":
                values = _numbers(station, named)
            case _:
                values = []
        return (*values, ABSENT) if values and field.optional else tuple(values)


class Assignments:
    """Combinations of sample answers: all of them, or a fixed selection when they are too many."""

    def __init__(self, domains: Mapping[str, tuple[Value, ...]]) -> None:
        self._domains = domains
        self.complete = prod(map(len, domains.values())) <= MAX_COMBINATIONS

    def __iter__(self) -> Iterator[Assignment]:
        if self.complete:
            for values in product(*self._domains.values()):
                yield dict(zip(self._domains, values, strict=True))
        else:
            yield from islice(self._pairs(), MAX_COMBINATIONS)

    def _pairs(self) -> Iterator[Assignment]:
        """Every two questions in every way, the others at their first value, then at their last."""
        for place in (0, -1):
            rest = {path: values[place] for path, values in self._domains.items()}
            for one, other in combinations(self._domains, 2):
                for a, b in product(self._domains[one], self._domains[other]):
                    yield {**rest, one: a, other: b}


def _in_order(found: Mapping[str, Station]) -> tuple[Station, ...]:
    return tuple(sorted(found.values(), key=lambda station: station.order))


def _unnamed(station: Station, named: list[Value]) -> list[Value]:
    return [option.value for option in station.field.options if option.value not in named]


def _several(station: Station, named: list[Value]) -> list[Value]:
    """Every selection of the alternatives that conditions name, with any number of others."""
    unnamed = [*named[_MAX_NAMED:], *_unnamed(station, named)]
    named = named[:_MAX_NAMED]
    most = station.field.limits.get("max")
    return [
        [*chosen, *unnamed[:others]]
        for size in range(len(named) + 1)
        for chosen in combinations(named, size)
        for others in range(len(unnamed) + 1)
        if size + others and (not isinstance(most, int) or size + others <= most)
    ]


def _numbers(station: Station, named: list[Value]) -> list[Value]:
    """Just below, at and above each literal, within the question's own limits."""
    limits = station.field.limits
    least, most = limits.get("min"), limits.get("max")
    bounds = [Decimal(each) for each in (least, most) if isinstance(each, int | Decimal)]
    points = {Decimal(each) for each in named if isinstance(each, int | Decimal)}
    if not points:
        return []
    step = Decimal(1) if station.field.type == "integer" else Decimal("0.01")
    samples = {point + shift for point in points for shift in (-step, 0, step)} | {*bounds}
    inside = [
        number
        for number in sorted(samples)
        if (not isinstance(least, int | Decimal) or number >= least)
        and (not isinstance(most, int | Decimal) or number <= most)
    ]
    return list(inside)
