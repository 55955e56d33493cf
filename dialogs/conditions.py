"""The closed language in which a definition says when something applies.

A condition compares an operand (an answer, an age, a sum, today …) with another, or joins
conditions with all/any/not. There is no code in definitions, so everything that a condition can
mean is in this module, and `services check` can reason about it.

One rule decides all doubtful cases: a comparison with something that is not answered, or that does
not apply, does not hold. Only `answered: false` holds then.
"""

import calendar
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from typing import Any

import msgspec

#: A JSON value: what answers are made of.
Value = Any


class Scope(msgspec.Struct, frozen=True):
    """What conditions may look at."""

    #: Applicable answers by path, e.g. "barn.0.namn".
    answers: Mapping[str, Value]
    #: Facts about the logged-in person: "person.name", "person.age" …
    facts: Mapping[str, Value]
    #: Today's date in Europe/Stockholm.
    today: date
    #: "barn.0." inside the first row of the group barn: siblings are looked up there first.
    prefix: str = ""

    def look_up(self, path: str) -> Value | None:
        """The answer at `path`, nearest group first; None when there is none.

        "period.from" is the part `from` of the answer `period`.
        """
        prefix = self.prefix
        while True:
            value = self.answers.get(prefix + path)
            if value is not None:
                return value
            head, dot, part = path.rpartition(".")
            if dot:
                whole = self.answers.get(prefix + head)
                if isinstance(whole, dict):
                    return whole.get(part)
            if not prefix:
                return None
            prefix = _parent(prefix)

    def rows(self, group: str) -> int:
        """How many rows of a repeated group hold an answer."""
        start = group + "."
        indices = {
            path[len(start) :].partition(".")[0]
            for path in self.answers
            if path.startswith(start) and "+" not in path
        }
        return len(indices)

    def column(self, path: str) -> Iterator[Value]:
        """The answers of one field over all rows of its group, or the one answer."""
        single = self.look_up(path)
        if single is not None:
            yield single
            return
        group, _, name = path.partition(".")
        for row in range(self.rows(group)):
            value = self.answers.get(f"{group}.{row}.{name}")
            if value is not None:
                yield value


def _parent(prefix: str) -> str:
    """ "a.0.b.1." → "a.0." → "" """
    parts = prefix.rstrip(".").split(".")[:-2]
    return ".".join(parts) + "." if parts else ""


class Shift(msgspec.Struct, frozen=True):
    """A distance in the calendar. Months are added first, to the last day if the month is short."""

    months: int = 0
    days: int = 0

    def from_(self, start: date) -> date:
        """The shifted date; the calendar's first or last day where it would run out."""
        months = start.year * 12 + start.month - 1 + self.months
        year, month = divmod(months, 12)
        if not date.min.year <= year <= date.max.year:
            return date.max if year > date.max.year else date.min
        day = min(start.day, calendar.monthrange(year, month + 1)[1])
        try:
            return date(year, month + 1, day) + timedelta(days=self.days)
        except OverflowError:
            return date.max if self.days > 0 else date.min


def as_date(value: Value) -> date | None:
    """A date from an ISO date, a 12-digit personnummer (also a coordination number), or None."""
    if isinstance(value, date):
        return value
    if not isinstance(value, str):
        return None
    if len(value) == 12 and value.isdigit():
        day = int(value[6:8])
        value = f"{value[:4]}-{value[4:6]}-{day - 60 if day > 60 else day:02d}"
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def age(born: date, today: date) -> int:
    """Whole years lived on `today`."""
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


def as_number(value: Value) -> Decimal | None:
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float | Decimal):
        return Decimal(str(value))
    if isinstance(value, str):
        try:
            number = Decimal(value)
        except InvalidOperation:
            return None
        return number if number.is_finite() else None
    return None


# ── Operands ──────────────────────────────────────────────────────────────────────────────────


class Literal(msgspec.Struct, frozen=True):
    value: Value

    def of(self, scope: Scope) -> Value | None:
        return self.value


class FieldValue(msgspec.Struct, frozen=True):
    """An earlier answer, moved in the calendar if it is a date and `plus` is given."""

    path: str
    plus: Shift | None = None

    def of(self, scope: Scope) -> Value | None:
        value = scope.look_up(self.path)
        if self.plus is None or value is None:
            return value
        start = as_date(value)
        return self.plus.from_(start).isoformat() if start else None


class Today(msgspec.Struct, frozen=True):
    plus: Shift = Shift()

    def of(self, scope: Scope) -> Value | None:
        return self.plus.from_(scope.today).isoformat()


class AgeOf(msgspec.Struct, frozen=True):
    """Whole years of the person with this personnummer or birth date."""

    path: str

    def of(self, scope: Scope) -> Value | None:
        born = as_date(scope.look_up(self.path))
        return None if born is None else age(born, scope.today)


class CountOf(msgspec.Struct, frozen=True):
    """How many alternatives are ticked, files given, or rows of a group filled in."""

    path: str

    def of(self, scope: Scope) -> Value | None:
        value = scope.look_up(self.path)
        if isinstance(value, list | tuple):
            return len(value)
        return scope.rows(self.path)


class LengthOf(msgspec.Struct, frozen=True):
    """Number of characters of a text."""

    path: str

    def of(self, scope: Scope) -> Value | None:
        value = scope.look_up(self.path)
        return len(value) if isinstance(value, str) else None


class SumOf(msgspec.Struct, frozen=True):
    """Sum of numbers; a field of a group is summed over its rows. None if nothing is answered."""

    paths: tuple[str, ...]

    def of(self, scope: Scope) -> Value | None:
        found = (as_number(value) for path in self.paths for value in scope.column(path))
        numbers = [number for number in found if number is not None]
        return sum(numbers, Decimal(0)) if numbers else None


class DaysBetween(msgspec.Struct, frozen=True):
    """Days from the first to the second, negative if the second is earlier."""

    start: "Operand"
    end: "Operand"

    def of(self, scope: Scope) -> Value | None:
        start, end = as_date(self.start.of(scope)), as_date(self.end.of(scope))
        return (end - start).days if start and end else None


class Fact(msgspec.Struct, frozen=True):
    name: str

    def of(self, scope: Scope) -> Value | None:
        return scope.facts.get(self.name)


class HowMany(msgspec.Struct, frozen=True):
    """How many of the conditions hold."""

    conditions: tuple["Condition", ...]

    def of(self, scope: Scope) -> Value | None:
        return sum(condition.holds(scope) for condition in self.conditions)


class Latest(msgspec.Struct, frozen=True):
    """The latest of some dates; those that are unknown do not count."""

    operands: tuple["Operand", ...]

    def of(self, scope: Scope) -> Value | None:
        dates = [d for operand in self.operands if (d := as_date(operand.of(scope)))]
        return max(dates).isoformat() if dates else None


class Earliest(msgspec.Struct, frozen=True):
    """The earliest of some dates; those that are unknown do not count."""

    operands: tuple["Operand", ...]

    def of(self, scope: Scope) -> Value | None:
        dates = [d for operand in self.operands if (d := as_date(operand.of(scope)))]
        return min(dates).isoformat() if dates else None


Operand = (
    Literal
    | FieldValue
    | Today
    | AgeOf
    | CountOf
    | LengthOf
    | SumOf
    | DaysBetween
    | Fact
    | HowMany
    | Latest
    | Earliest
)


# ── Conditions ────────────────────────────────────────────────────────────────────────────────


def _pair(left: Value, right: Value) -> tuple[Any, Any] | None:
    """Two values made comparable: as numbers if either is one, else as (ISO) texts."""
    if isinstance(left, int | float | Decimal) or isinstance(right, int | float | Decimal):
        a, b = as_number(left), as_number(right)
        return None if a is None or b is None else (a, b)
    if isinstance(left, str) and isinstance(right, str):
        return left, right
    return None


def _equal(left: Value, right: Value) -> bool:
    if isinstance(left, bool) or isinstance(right, bool):
        return left is right
    if isinstance(left, str) and isinstance(right, str):
        return left.casefold() == right.casefold()
    pair = _pair(left, right)
    return bool(left == right if pair is None else pair[0] == pair[1])


def _ordered(test: Callable[[Any, Any], bool]) -> Callable[[Value, Value], bool]:
    def compare(left: Value, right: Value) -> bool:
        pair = _pair(left, right)
        return pair is not None and test(*pair)

    return compare


def _has(left: Value, right: Value) -> bool:
    return isinstance(left, list | tuple) and right in left


def _contains(left: Value, right: Value) -> bool:
    return isinstance(left, str) and isinstance(right, str) and right.casefold() in left.casefold()


#: Every comparison by its name in a definition.
COMPARISONS: Mapping[str, Callable[[Value, Value], bool]] = {
    "is": _equal,
    "is_not": lambda left, right: not _equal(left, right),
    "in": lambda left, right: any(_equal(left, each) for each in right),
    "not_in": lambda left, right: not any(_equal(left, each) for each in right),
    "has": _has,
    "has_any": lambda left, right: any(_has(left, each) for each in right),
    "lacks": lambda left, right: not _has(left, right),
    "contains": _contains,
    "at_least": _ordered(lambda a, b: a >= b),
    "at_most": _ordered(lambda a, b: a <= b),
    "more_than": _ordered(lambda a, b: a > b),
    "less_than": _ordered(lambda a, b: a < b),
    "before": _ordered(lambda a, b: a < b),
    "after": _ordered(lambda a, b: a > b),
    "on_or_before": _ordered(lambda a, b: a <= b),
    "on_or_after": _ordered(lambda a, b: a >= b),
}


class Compare(msgspec.Struct, frozen=True):
    """`left` stands in the relation `comparison` to `right`."""

    left: Operand
    comparison: str
    right: Operand

    def holds(self, scope: Scope) -> bool:
        left = self.left.of(scope)
        right = self.right.of(scope)
        if left is None or right is None:
            return False
        return COMPARISONS[self.comparison](left, right)


class Answered(msgspec.Struct, frozen=True):
    """Whether there is an answer at all."""

    path: str
    expected: bool

    def holds(self, scope: Scope) -> bool:
        return (scope.look_up(self.path) is not None) is self.expected


class All(msgspec.Struct, frozen=True):
    conditions: tuple["Condition", ...]

    def holds(self, scope: Scope) -> bool:
        return all(condition.holds(scope) for condition in self.conditions)


class AnyOf(msgspec.Struct, frozen=True):
    conditions: tuple["Condition", ...]

    def holds(self, scope: Scope) -> bool:
        return any(condition.holds(scope) for condition in self.conditions)


class Not(msgspec.Struct, frozen=True):
    condition: "Condition"

    def holds(self, scope: Scope) -> bool:
        return not self.condition.holds(scope)


Condition = Compare | Answered | All | AnyOf | Not


def references(node: Condition | Operand) -> frozenset[str]:
    """The ids of the fields that a condition or operand looks at (a group's own id for its parts)."""
    match node:
        case FieldValue(path=path) | AgeOf(path=path) | CountOf(path=path) | LengthOf(path=path):
            return frozenset({path})
        case Answered(path=path):
            return frozenset({path})
        case SumOf(paths=paths):
            return frozenset(paths)
        case DaysBetween(start=a, end=b) | Compare(left=a, right=b):
            return references(a) | references(b)
        case HowMany(conditions=nodes) | All(conditions=nodes) | AnyOf(conditions=nodes):
            return frozenset().union(*(references(each) for each in nodes))
        case Latest(operands=operands) | Earliest(operands=operands):
            return frozenset().union(*(references(each) for each in operands))
        case Not(condition=inner):
            return references(inner)
        case _:
            return frozenset()
