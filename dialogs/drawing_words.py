"""Conditions and operands in Swedish words, for drawings of a service."""

from dialogs.checking_paths import Map, Station
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
    Shift,
    SumOf,
    Today,
    Value,
)
from dialogs.texts import SWEDISH

_COMPARISONS = {
    "is": "är",
    "is_not": "inte är",
    "in": "är något av",
    "not_in": "inte är något av",
    "has": "innehåller",
    "has_any": "innehåller något av",
    "lacks": "saknar",
    "contains": "innehåller texten",
    "at_least": "är minst",
    "at_most": "är högst",
    "more_than": "är mer än",
    "less_than": "är mindre än",
    "before": "är före",
    "after": "är efter",
    "on_or_before": "är senast",
    "on_or_after": "är tidigast",
}
_FACTS = {
    "person.name": "ditt namn",
    "person.age": "din ålder",
    "person.age_at_least": "din lägsta möjliga ålder",
    "person.age_at_most": "din högsta möjliga ålder",
    "person.coordination_number": "att du har samordningsnummer",
    "person.personnummer": "ditt personnummer",
}
_PARTS = {"from": "början", "to": "slutet", "other": "det egna svaret"}


class Words:
    """Speaks about the conditions that stand at one station."""

    def __init__(self, stations: Map, at: Station) -> None:
        self._map = stations
        self._at = at

    def condition(self, condition: Condition) -> str:
        """A clause to put after "om": "Vårdnad är Gemensam"."""
        match condition:
            case All(conditions=conditions):
                return " och ".join(self._inner(each) for each in conditions)
            case AnyOf(conditions=conditions):
                return " eller ".join(self._inner(each) for each in conditions)
            case Not(condition=inner):
                return f"det inte stämmer att {self._inner(inner)}"
            case Answered(path=path, expected=expected):
                return f"{self._name(path)} {'är besvarad' if expected else 'inte är besvarad'}"
            case Compare(left=left, comparison=comparison, right=right):
                relation = _COMPARISONS[comparison]
                return f"{self.operand(left)} {relation} {self._right(left, right)}"

    def operand(self, operand: Operand) -> str:
        match operand:
            case Literal(value=value):
                return _literal(value)
            case FieldValue(path=path, plus=plus):
                return self._name(path) + (f" {_shift(plus)}" if plus else "")
            case Today(plus=plus):
                return "dagens datum" if plus == Shift() else f"dagens datum {_shift(plus)}"
            case AgeOf(path=path):
                return f"åldern enligt {self._name(path)}"
            case CountOf(path=path):
                return f"antalet i {self._name(path)}"
            case LengthOf(path=path):
                return f"antalet tecken i {self._name(path)}"
            case SumOf(paths=paths):
                return "summan av " + " och ".join(self._name(path) for path in paths)
            case DaysBetween(start=start, end=end):
                return f"antalet dagar från {self.operand(start)} till {self.operand(end)}"
            case Fact(name=name):
                return _FACTS.get(name, name)
            case HowMany(conditions=conditions):
                inner = "; ".join(self.condition(each) for each in conditions)
                return f"antalet som stämmer av ({inner})"
            case Latest(operands=operands):
                return "det senaste av " + " och ".join(self.operand(each) for each in operands)
            case Earliest(operands=operands):
                return "det tidigaste av " + " och ".join(self.operand(each) for each in operands)

    def _inner(self, condition: Condition) -> str:
        words = self.condition(condition)
        several = isinstance(condition, All | AnyOf) and len(condition.conditions) > 1
        return f"({words})" if several else words

    def _name(self, path: str) -> str:
        target = self._map.find(path, seen_from=self._at)
        if target is None:
            return path
        title = target.station.field.title(SWEDISH).rstrip("?:. ")
        part = f", {_PARTS.get(target.part, target.part)}" if target.part else ""
        return f"”{title}{part}”"

    def _right(self, left: Operand, right: Operand) -> str:
        """An option by its label; anything else as it is."""
        if not isinstance(right, Literal):
            return self.operand(right)
        target = (
            self._map.find(left.path, seen_from=self._at) if isinstance(left, FieldValue) else None
        )
        options = target.station.field.options if target else ()
        labels: dict[Value, str] = {each.value: each.label.to(SWEDISH) for each in options}
        values = right.value if isinstance(right.value, tuple) else (right.value,)
        return ", ".join(labels.get(value) or _literal(value) for value in values)


def _literal(value: Value) -> str:
    if isinstance(value, bool):
        return "ja" if value else "nej"
    return str(value).replace(".", ",") if not isinstance(value, str) else value


def _shift(shift: Shift) -> str:
    """ "plus 2 månader" """
    parts = []
    for count, one, several in (
        (shift.months, "månad", "månader"),
        (shift.days, "dag", "dagar"),
    ):
        if count:
            sign = "plus" if count > 0 else "minus"
            parts.append(f"{sign} {abs(count)} {one if abs(count) == 1 else several}")
    return " ".join(parts) or "samma dag"
