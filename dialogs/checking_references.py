"""Whether a condition looks at something that is known by then and that can be compared so."""

from collections.abc import Iterator

from dialogs.checking_paths import Map, Station, Target
from dialogs.checking_sorts import (
    EXAMPLES,
    FACTS,
    INSTEAD,
    LEFT,
    NUMBERS,
    PARTS,
    SORTS,
    TEXTS,
    Sort,
    comparable,
    fits,
    named,
    sort_of_literal,
    written,
)
from dialogs.conditions import (
    AgeOf,
    All,
    Answered,
    AnyOf,
    Compare,
    Condition,
    CountOf,
    DaysBetween,
    Earliest,
    Fact,
    FieldValue,
    HowMany,
    Latest,
    LengthOf,
    Literal,
    Not,
    Operand,
    SumOf,
    Value,
)
from dialogs.problems import nearest

#: What is wrong and how to mend it.
Finding = tuple[str, str]


class References:
    """Checks the conditions and operands that stand at one station."""

    def __init__(self, stations: Map, at: Station, *, own: bool) -> None:
        """`own`: the station's own answer is known (a refuse or warn rule)."""
        self._map = stations
        self._at = at
        self._last = at.order if own else at.order - 1

    def condition(self, condition: Condition) -> Iterator[Finding]:
        match condition:
            case All(conditions=conditions) | AnyOf(conditions=conditions):
                for each in conditions:
                    yield from self.condition(each)
            case Not(condition=inner):
                yield from self.condition(inner)
            case Answered(path=path):
                findings, sort = self._look(path)
                yield from findings
                if sort in (Sort.ROWS, Sort.NOTHING):
                    yield (
                        f"'{path}' is never answered itself",
                        "Use {count_of: group, at_least: 1}, or look at one of its questions",
                    )
            case Compare():
                yield from self._compare(condition)

    def operand(self, operand: Operand) -> Iterator[Finding]:
        """Problems of what an operand looks at."""
        match operand:
            case FieldValue(path=path, plus=plus):
                allowed = {Sort.DATE} if plus else frozenset(Sort) - {Sort.ROWS, Sort.NOTHING}
                yield from self._sort_in(path, allowed, "has a date")
            case AgeOf(path=path):
                yield from self._sort_in(path, {Sort.PERSON, Sort.DATE}, "tells an age")
            case CountOf(path=path):
                counted = {Sort.OPTIONS, Sort.FILES, Sort.ROWS}
                yield from self._sort_in(path, counted, "can be counted")
            case LengthOf(path=path):
                yield from self._sort_in(path, TEXTS, "is a text")
            case SumOf(paths=paths):
                for path in paths:
                    yield from self._sort_in(path, NUMBERS, "is a number", column=True)
            case DaysBetween(start=start, end=end):
                yield from self._dates((start, end))
            case Latest(operands=operands) | Earliest(operands=operands):
                yield from self._dates(operands)
            case HowMany(conditions=conditions):
                for each in conditions:
                    yield from self.condition(each)

    def sort(self, operand: Operand) -> Sort:
        match operand:
            case Literal(value=value):
                return sort_of_literal(value)
            case FieldValue(path=path):
                return self._look(path)[1]
            case Fact(name=name):
                return FACTS.get(name, Sort.TEXT)
            case AgeOf() | CountOf() | LengthOf() | SumOf() | DaysBetween() | HowMany():
                return Sort.NUMBER
            case _:
                return Sort.DATE

    def _dates(self, operands: tuple[Operand, ...]) -> Iterator[Finding]:
        for operand in operands:
            yield from self.operand(operand)
            if self.sort(operand) not in (Sort.DATE, Sort.ANY):
                yield ("Something that is compared as a date is none", "Use dates only")

    def _compare(self, compare: Compare) -> Iterator[Finding]:
        broken = [*self.operand(compare.left), *self.operand(compare.right)]
        yield from broken
        left, right, name = self.sort(compare.left), self.sort(compare.right), compare.comparison
        if broken or left is Sort.ANY:
            return
        if left not in LEFT[name]:
            yield f"'{name}' cannot compare {named(left)}", INSTEAD.get(left, "Remove it")
        elif isinstance(compare.right, Literal):
            values = compare.right.value
            for value in values if isinstance(values, tuple) else (values,):
                yield from self._literal(compare.left, left, value)
        elif left is right is Sort.DECIMAL:
            yield (
                "Two amounts are compared as texts ('9' after '10')",
                "Write one of them as {sum_of: [id]}",
            )
        elif not comparable(left, right):
            yield (
                f"'{name}' compares {named(left)} with {named(right)}",
                f"Compare with {named(left)}",
            )

    def _literal(self, operand: Operand, left: Sort, value: Value) -> Iterator[Finding]:
        if left in (Sort.OPTION, Sort.OPTIONS) and isinstance(operand, FieldValue):
            yield from self._option(operand.path, value)
        elif not fits(left, value):
            yield f"'{written(value)}' is not {named(left)}", EXAMPLES[left]

    def _option(self, path: str, value: Value) -> Iterator[Finding]:
        target = self._map.find(path, seen_from=self._at)
        values = [option.value for option in target.station.field.options] if target else []
        if value in values:
            return
        if not isinstance(value, str):
            yield f"'{written(value)}' is not a text", "Put the option's value in quotes"
        else:
            yield f"'{path}' has no option '{value}'", nearest(value, values, what="options")

    def _sort_in(
        self, path: str, allowed: "set[Sort] | frozenset[Sort]", what: str, *, column: bool = False
    ) -> Iterator[Finding]:
        findings, sort = self._look(path, column=column)
        yield from findings
        if not findings and sort is not Sort.ANY and sort not in allowed:
            yield f"'{path}' is nothing that {what}", INSTEAD.get(sort, "Look at another question")

    def _look(self, path: str, *, column: bool = False) -> tuple[list[Finding], Sort]:
        """Problems of a reference, and what it leads to."""
        target = self._map.find(path, seen_from=self._at)
        if target is None:
            remedy = nearest(path, self._map.paths(), what="fields")
            return [(f"There is no field '{path}'", remedy)], Sort.ANY
        if target.station.order > self._last or self._encloses(target.station):
            return [
                (
                    f"'{path}' is not answered yet at '{self._at.path}'",
                    "Look at earlier fields only, or move this one further down",
                )
            ], Sort.ANY
        if target.column and not column:
            return [
                (
                    f"'{path}' has one answer for each row",
                    "Use sum_of, or ask this inside the group",
                )
            ], Sort.ANY
        return _part(target, path)

    def _encloses(self, station: Station) -> bool:
        return station.path in self._at.groups


def _part(target: Target, path: str) -> tuple[list[Finding], Sort]:
    field = target.station.field
    if target.part is None:
        if field.type == "information":
            return [], Sort.ANY if field.value is not None else Sort.NOTHING
        return [], SORTS.get(field.type, Sort.ANY)
    if target.part == "other" and field.limits.get("other") is not None:
        return [], Sort.TEXT
    parts = PARTS.get(field.type, {})
    if target.part in parts:
        return [], parts[target.part]
    if field.type not in SORTS:
        return [], Sort.ANY
    remedy = nearest(target.part, tuple(parts), what="parts") if parts else "Write the id alone"
    return [(f"'{path}': '{field.id}' has no part '{target.part}'", remedy)], Sort.ANY
