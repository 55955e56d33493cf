"""What a type lets a field set: its options and its limits (`FieldType.LIMITS`)."""

import re
from collections.abc import Mapping
from decimal import Decimal

import yaml

from dialogs.conditions import Earliest, FieldValue, Latest, Today
from dialogs.fields.base import FieldType, LimitKind
from dialogs.loading_conditions import clock_time, iso_date, number, read_operand
from dialogs.loading_nodes import Entry, Reading, line_of
from dialogs.service import Limit, Option
from dialogs.texts import SWEDISH

_OPTION = re.compile(r"[a-z0-9][a-z0-9_-]*")


def read_options(reading: Reading, node: yaml.Node) -> tuple[Option, ...]:
    options: list[Option] = []
    lines: list[int] = []
    if isinstance(node, yaml.MappingNode):
        for entry in (reading.mapping(node, what="'options'") or {}).values():
            options.append(Option(entry.key, reading.local_text(entry.node, what="A label")))
            lines.append(entry.line)
        if not lines:
            reading.wrong(node, "'options' is empty", "Write at least two alternatives")
    else:
        for each in reading.items(node, what="'options'"):
            option = _option(reading, each)
            if option is not None:
                options.append(option)
                lines.append(line_of(each))
    _distinct(reading, options, lines)
    return tuple(options)


def _option(reading: Reading, node: yaml.Node) -> Option | None:
    entries = reading.mapping(node, what="An option")
    if entries is None:
        return None
    entries = reading.known(entries, ("value", "label", "description", "words"), what="An option")
    missing = [key for key in ("value", "label") if key not in entries]
    for key in missing:
        reading.wrong(node, f"An option has no {key}", "Write {value: word, label: text}")
    if missing:
        return None
    described = entries.get("description")
    words = entries.get("words")
    return Option(
        reading.text(entries["value"].node, what="An option's value"),
        reading.local_text(entries["label"].node, what="An option's label"),
        reading.local_text(described.node, what="'description'") if described else None,
        reading.texts(words.node, what="'words'") if words else (),
    )


def _distinct(reading: Reading, options: list[Option], lines: list[int]) -> None:
    values: set[str] = set()
    labels: set[str] = set()
    for option, line in zip(options, lines, strict=True):
        if option.value and not _OPTION.fullmatch(option.value):
            reading.wrong(
                line,
                f"'{option.value}' cannot be an option's value",
                "Use only a-z, 0-9, - and _; the label is what people read",
            )
        if option.value in values:
            reading.wrong(line, f"The option '{option.value}' stands twice", "Remove one of them")
        label = option.label.by_language[SWEDISH].casefold()
        if label and label in labels:
            reading.wrong(
                line,
                f"Two options have the label '{option.label.by_language[SWEDISH]}'",
                "Give each option a label of its own",
            )
        values.add(option.value)
        labels.add(label)


# ── Settings of the type ──────────────────────────────────────────────────────────────────────


def read_limits(
    reading: Reading, entries: Mapping[str, Entry], kind: FieldType
) -> Mapping[str, Limit]:
    return {
        key: _limit(reading, entries[key], limit_kind)
        for key, limit_kind in kind.LIMITS.items()
        if key in entries
    }


def _limit(reading: Reading, entry: Entry, kind: LimitKind) -> Limit:
    node, what = entry.node, f"'{entry.key}'"
    match kind:
        case LimitKind.INTEGER:
            return reading.integer(node, what=what)
        case LimitKind.FLAG:
            return reading.flag(node, what=what)
        case LimitKind.TEXT:
            return reading.text(node, what=what)
        case LimitKind.TEXTS:
            return reading.texts(node, what=what)
        case LimitKind.UNIT if not isinstance(node, yaml.MappingNode):
            return reading.text(node, what=what)
        case LimitKind.LOCAL_TEXT | LimitKind.UNIT:
            return reading.local_text(node, what=what)
        case LimitKind.DATE if isinstance(node, yaml.MappingNode):
            operand = read_operand(reading, node)
            if not isinstance(operand, FieldValue | Today | Latest | Earliest):
                reading.wrong(node, f"{what} is no date", f"Write {kind}")
            return operand
        case _:
            return _scalar_limit(reading, node, kind, what=what)


def _scalar_limit(reading: Reading, node: yaml.Node, kind: LimitKind, *, what: str) -> Limit:
    text = reading.text(node, what=what)
    if kind is LimitKind.DECIMAL:
        value = number(text)
        if value is not None:
            return Decimal(value)
    elif kind is LimitKind.TIME:
        time = clock_time(text)
        if time is not None:
            return time
    elif iso_date(text):
        return text
    if text:
        reading.wrong(node, f"{what} is '{text}'", f"Write {kind}")
    return text
