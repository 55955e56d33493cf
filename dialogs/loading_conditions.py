"""Conditions and operands as they are written in a definition, read into `dialogs.conditions`."""

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal

import yaml

from dialogs.conditions import (
    COMPARISONS,
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
)
from dialogs.loading_nodes import Entry, Reading, is_flag, is_yes
from dialogs.problems import nearest

#: What stands on the left of a comparison, or as an operand of its own.
OPERANDS = (
    "field",
    "age_of",
    "count_of",
    "length_of",
    "sum_of",
    "days_between",
    "today",
    "fact",
    "how_many",
    "latest",
    "earliest",
)
JOINTS = ("all", "any", "not")
FACTS = (
    "person.name",
    "person.age",
    "person.age_at_least",
    "person.age_at_most",
    "person.personnummer",
    "person.coordination_number",
)
#: Comparisons whose right side is a list.
OF_LISTS = frozenset({"in", "not_in", "has_any"})
#: Comparisons of days and times.
OF_DATES = frozenset({"before", "after", "on_or_before", "on_or_after"})

_PATH = re.compile(r"[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)*")
_SHIFT = re.compile(r"([+-]?)\s*([0-9]{1,5})\s+(day|week|month|year)s?")
_NUMBER = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,9})?")
_TIME = re.compile(r"([01]?[0-9]|2[0-3]):([0-5][0-9])")
_SHIFT_REMEDY = "Write a distance such as '+2 months', '-1 day', '3 weeks' or '1 year'"
#: Nobody plans further; keeps all results within the calendar.
_MAX_SHIFT_DAYS = 200 * 366
_NOTHING = Literal("")
_NEVER = Answered("", expected=True)


def read_condition(reading: Reading, node: yaml.Node) -> Condition:
    """The condition, or one without meaning after reporting what is wrong."""
    if isinstance(node, yaml.SequenceNode):
        return All(_conditions(reading, node, what="The list of conditions"))
    entries = reading.mapping(node, what="A condition")
    if entries is None:
        return _NEVER
    joints = [key for key in JOINTS if key in entries]
    if not joints:
        return _comparison(reading, node, entries)
    joint = joints[0]
    reading.known(entries, (joint,), what=f"A condition with '{joint}'")
    inner = entries[joint].node
    if joint == "not":
        return Not(read_condition(reading, inner))
    conditions = _conditions(reading, inner, what=f"'{joint}'")
    return All(conditions) if joint == "all" else AnyOf(conditions)


def read_operand(reading: Reading, node: yaml.Node) -> Operand:
    """A literal, an answer or something computed from answers."""
    if isinstance(node, yaml.ScalarNode):
        return Literal(_literal(reading, node))
    entries = reading.mapping(node, what="An operand")
    if entries is None:
        return _NOTHING
    return _operand(reading, node, entries)


def read_shift(reading: Reading, node: yaml.Node) -> Shift:
    """A distance in the calendar: "+2 months"."""
    text = node.value.strip() if isinstance(node, yaml.ScalarNode) else ""
    match = _SHIFT.fullmatch(text)
    if match is None:
        reading.wrong(node, f"'{text}' is not a distance in the calendar", _SHIFT_REMEDY)
        return Shift()
    sign, digits, unit = match.groups()
    count = -int(digits) if sign == "-" else int(digits)
    if abs(count) * {"day": 1, "week": 7, "month": 31, "year": 366}[unit] > _MAX_SHIFT_DAYS:
        reading.wrong(node, f"'{text}' is too far away", "Stay within 200 years")
        return Shift()
    match unit:
        case "day":
            return Shift(days=count)
        case "week":
            return Shift(days=7 * count)
        case "month":
            return Shift(months=count)
        case _:
            return Shift(months=12 * count)


def iso_date(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def clock_time(text: str) -> str | None:
    """ "8:00" → "08:00"; None when it is no time of day."""
    match = _TIME.fullmatch(text)
    return f"{int(match[1]):02d}:{match[2]}" if match else None


def number(text: str) -> int | Decimal | None:
    if not _NUMBER.fullmatch(text):
        return None
    return Decimal(text) if "." in text else int(text)


def _conditions(reading: Reading, node: yaml.Node, *, what: str) -> tuple[Condition, ...]:
    return tuple(read_condition(reading, each) for each in reading.items(node, what=what))


def _comparison(reading: Reading, node: yaml.Node, entries: dict[str, Entry]) -> Condition:
    known = (*OPERANDS, "plus", *COMPARISONS, "answered", *JOINTS)
    entries = reading.known(entries, known, what="A condition")
    found = [key for key in entries if key in COMPARISONS or key == "answered"]
    left = {key: entry for key, entry in entries.items() if key not in found}
    if len(found) != 1:
        several = " and ".join(found)
        reading.wrong(
            node,
            f"A condition compares in two ways: {several}" if found else "It compares nothing",
            "Join two conditions with 'all'"
            if found
            else f"Add a comparison: {', '.join(COMPARISONS)} or answered",
        )
        return _NEVER
    entry = entries[found[0]]
    if entry.key == "answered":
        return _answered(reading, node, left, entry)
    operand = _operand(reading, node, left)
    return Compare(operand, entry.key, _right(reading, entry))


def _answered(reading: Reading, node: yaml.Node, left: dict[str, Entry], entry: Entry) -> Condition:
    if set(left) != {"field"}:
        reading.wrong(
            node, "'answered' stands with 'field' alone", "Write {field: id, answered: yes}"
        )
        return _NEVER
    expected = reading.flag(entry.node, what="'answered'")
    return Answered(_path(reading, left["field"].node), expected)


def _right(reading: Reading, entry: Entry) -> Operand:
    """The right side of the comparison `entry.key`."""
    name, node = entry.key, entry.node
    if name in OF_LISTS:
        return Literal(
            tuple(_literal(reading, each) for each in reading.items(node, what=f"'{name}'"))
        )
    if isinstance(node, yaml.SequenceNode):
        remedy = "Use 'has_any' for several" if name == "has" else "Use 'in' for several values"
        reading.wrong(node, f"'{name}' compares with one value", remedy)
        return _NOTHING
    operand = read_operand(reading, node)
    if name in OF_DATES and isinstance(operand, Literal):
        text = str(operand.value)
        time = clock_time(text)
        if time is None and not iso_date(text):
            reading.wrong(
                node,
                f"'{text}' is not a date",
                "Write a date such as 2026-01-31, a time such as '08:00', or {today: +2 months}",
            )
        return Literal(time or text)
    return operand


def _literal(reading: Reading, node: yaml.Node) -> object:
    """Yes/no, a number or a text; a quoted scalar is always a text."""
    text = reading.text(node, what="A value to compare with")
    if not isinstance(node, yaml.ScalarNode) or node.style in ("'", '"'):
        return text
    if is_flag(node):
        return is_yes(node)
    plain = number(text)
    return text if plain is None else plain


def _operand(reading: Reading, node: yaml.Node, entries: dict[str, Entry]) -> Operand:
    entries = reading.known(entries, (*OPERANDS, "plus"), what="An operand")
    found = [key for key in entries if key in OPERANDS]
    if len(found) != 1:
        reading.wrong(
            node,
            f"Only one of {' and '.join(found)} can stand here" if found else "Nothing to look at",
            "Keep one of them" if found else f"Add one of: {', '.join(OPERANDS)}",
        )
        return _NOTHING
    name = found[0]
    plus = entries.get("plus")
    if plus is not None and name != "field":
        reading.wrong(plus.line, f"'plus' does not go with '{name}'", "Use 'plus' with 'field'")
        plus = None
    return _named_operand(reading, name, entries[name].node, plus)


def _named_operand(reading: Reading, name: str, node: yaml.Node, plus: Entry | None) -> Operand:
    match name:
        case "field":
            shift = read_shift(reading, plus.node) if plus else None
            return FieldValue(_path(reading, node), shift)
        case "age_of":
            return AgeOf(_path(reading, node))
        case "count_of":
            return CountOf(_path(reading, node))
        case "length_of":
            return LengthOf(_path(reading, node))
        case "sum_of":
            items = reading.items(node, what="'sum_of'")
            return SumOf(tuple(_path(reading, each) for each in items))
        case "days_between":
            return _days_between(reading, node)
        case "today":
            return _today(reading, node)
        case "fact":
            return _fact(reading, node)
        case "how_many":
            return HowMany(_conditions(reading, node, what="'how_many'"))
        case "latest":
            return Latest(tuple(_operands(reading, node, what="'latest'")))
        case _:
            return Earliest(tuple(_operands(reading, node, what="'earliest'")))


def _operands(reading: Reading, node: yaml.Node, *, what: str) -> Iterable[Operand]:
    return [read_operand(reading, each) for each in reading.items(node, what=what)]


def _days_between(reading: Reading, node: yaml.Node) -> Operand:
    operands = list(_operands(reading, node, what="'days_between'"))
    if len(operands) != 2:
        reading.wrong(
            node,
            f"'days_between' has {len(operands)} dates",
            "Write the first and the last: [{field: start}, {field: slut}]",
        )
        return _NOTHING
    return DaysBetween(operands[0], operands[1])


def _today(reading: Reading, node: yaml.Node) -> Operand:
    """`today: "+2 months"`; nothing, or yes, means today itself."""
    plain = isinstance(node, yaml.ScalarNode) and (not node.value.strip() or is_flag(node))
    return Today() if plain else Today(read_shift(reading, node))


def _fact(reading: Reading, node: yaml.Node) -> Operand:
    name = reading.text(node, what="'fact'")
    if name and name not in FACTS:
        reading.wrong(node, f"There is no fact '{name}'", nearest(name, FACTS, what="facts"))
    return Fact(name)


def _path(reading: Reading, node: yaml.Node) -> str:
    path = reading.text(node, what="The id of a field")
    if path and not _PATH.fullmatch(path):
        reading.wrong(
            node,
            f"'{path}' is not the id of a field",
            "Write its id, or group.field, in small letters a-z, digits and _",
        )
    return path
