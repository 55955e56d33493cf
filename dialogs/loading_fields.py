"""The questions of a definition and their rules, read into `Field` and `Rule`."""

import re
from collections.abc import Mapping
from typing import Any

import yaml

from dialogs.fields.base import FieldType
from dialogs.loading_conditions import read_condition, read_operand
from dialogs.loading_nodes import MISSING, Entry, Reading, line_of
from dialogs.loading_settings import read_limits, read_options
from dialogs.problems import nearest
from dialogs.service import Field, Rule, Visibility
from dialogs.texts import LocalText

#: The composed type whose parts the definition itself lists.
GROUP = "group"
#: Only this type shows a computed value.
INFORMATION = "information"
#: Types whose answers say how to reach somebody: who may read them is always stated (threat B5).
CONTACT_TYPES = frozenset({"phone", "email", "address"})
#: Texts that any field may have besides the question.
FIELD_TEXTS = ("label", "help", "why", "example")
FIELD_FLAGS = ("optional", "sensitive", "before_login", "from_wish")
FIELD_KEYS = (
    "id",
    "type",
    "ask",
    *FIELD_TEXTS,
    *FIELD_FLAGS,
    "visibility",
    "prefill",
    "when",
    "refuse",
    "warn",
    "options",
    "value",
    "fields",
)

_ID = re.compile(r"[a-z][a-z0-9_]*")

Types = Mapping[str, FieldType]


def read_fields(
    reading: Reading, node: yaml.Node, *, types: Types, outer: Mapping[str, int] | None = None
) -> tuple[Field, ...]:
    """The fields of a service or of a group's row.

    `outer` are the ids around a group with their lines: a row's field cannot have the same id,
    since a condition in the row could not say which one it means.
    """
    seen = dict(outer or {})
    fields = []
    for each in reading.items(node, what="'fields'"):
        field = _field(reading, each, types=types, seen=seen)
        if field is None:
            continue
        if field.id in seen:
            reading.wrong(
                field.line,
                f"The id '{field.id}' is taken by the field on line {seen[field.id]}",
                "Give this field an id of its own",
            )
        seen.setdefault(field.id, field.line)
        fields.append(field)
    return tuple(fields)


def _field(
    reading: Reading, node: yaml.Node, *, types: Types, seen: Mapping[str, int]
) -> Field | None:
    entries = reading.mapping(node, what="A field")
    if entries is None:
        return None
    kind = _kind(reading, node, entries, types)
    keys = (*FIELD_KEYS, *(kind.LIMITS if kind else ()))
    # The settings of an unknown type are not judged: the type is what is wrong.
    if kind is not None:
        entries = reading.known(entries, keys, what=f"A field of type {kind.name}")
    field_id = _id(reading, node, entries)
    options = read_options(reading, entries["options"].node) if "options" in entries else ()
    values: dict[str, Any] = {}
    for key in FIELD_TEXTS:
        if key in entries:
            values[key] = reading.local_text(entries[key].node, what=f"'{key}'")
    for key in FIELD_FLAGS:
        if key in entries:
            values[key] = reading.flag(entries[key].node, what=f"'{key}'")
    for key in ("refuse", "warn"):
        if key in entries:
            values[key] = _rules(reading, entries[key])
    if "when" in entries:
        values["when"] = read_condition(reading, entries["when"].node)
    if "prefill" in entries:
        values["prefill"] = reading.text(entries["prefill"].node, what="'prefill'")
    if "value" in entries:
        values["value"] = read_operand(reading, entries["value"].node)
    if kind is not None:
        _suits(reading, node, entries, kind)
        values["limits"] = read_limits(reading, entries, kind)
    if "fields" in entries:
        values["fields"] = read_fields(
            reading,
            entries["fields"].node,
            types=types,
            outer={**seen, field_id: line_of(node)},
        )
    return Field(
        id=field_id,
        type=kind.name if kind else "",
        ask=_ask(reading, node, entries),
        visibility=_visibility(reading, node, entries, kind),
        options=options,
        line=line_of(node),
        **values,
    )


def _kind(
    reading: Reading, node: yaml.Node, entries: Mapping[str, Entry], types: Types
) -> FieldType | None:
    if "type" not in entries:
        reading.wrong(node, "The field has no type", f"Add a type: {', '.join(sorted(types))}")
        return None
    name = reading.text(entries["type"].node, what="'type'")
    if name and name not in types:
        reading.wrong(
            entries["type"].line,
            f"There is no type '{name}'",
            _right_type(name, sorted(types)),
        )
    return types.get(name)


def _right_type(name: str, known: list[str]) -> str:
    """The type that was probably meant, and all the others: "number" looks like "name"."""
    close = nearest(name, known, what="types")
    every = ", ".join(known)
    return f"{close} The types are {every}" if close.endswith("?") else close


def _id(reading: Reading, node: yaml.Node, entries: Mapping[str, Entry]) -> str:
    if "id" not in entries:
        reading.wrong(node, "The field has no id", "Add an id, such as 'id: skola'")
        return ""
    text = reading.text(entries["id"].node, what="'id'")
    if text and not _ID.fullmatch(text):
        reading.wrong(
            entries["id"].line,
            f"'{text}' cannot be the id of a field",
            "Start with a letter a-z and use only a-z, 0-9 and _",
        )
    return text


def _ask(reading: Reading, node: yaml.Node, entries: Mapping[str, Entry]) -> LocalText:
    if "ask" in entries:
        return reading.local_text(entries["ask"].node, what="'ask'")
    reading.wrong(node, "The field asks nothing", "Add 'ask' with the question as it is asked")
    return MISSING


def _visibility(
    reading: Reading, node: yaml.Node, entries: Mapping[str, Entry], kind: FieldType | None
) -> Visibility:
    if "visibility" in entries:
        entry = entries["visibility"]
        text = reading.text(entry.node, what="'visibility'")
        if text in tuple(Visibility):
            return Visibility(text)
        if text:
            reading.wrong(
                entry.line,
                f"'{text}' is no visibility",
                "Write shared (every party sees it) or private (only the filer)",
            )
    elif kind is not None and kind.name in CONTACT_TYPES:
        reading.wrong(
            node,
            f"A field of type {kind.name} does not say who may see it",
            "Add 'visibility: private' (only the filer) or 'visibility: shared' (every party)",
        )
    return Visibility.SHARED


def _suits(
    reading: Reading, node: yaml.Node, entries: Mapping[str, Entry], kind: FieldType
) -> None:
    """Keys that a type must have, or cannot have."""
    if kind.needs_options and "options" not in entries:
        reading.wrong(node, f"A field of type {kind.name} has no options", "Add 'options'")
    if not kind.needs_options and "options" in entries:
        reading.wrong(
            entries["options"].line,
            f"A field of type {kind.name} cannot have options",
            "Remove 'options', or use the type choice or choices",
        )
    if kind.name == GROUP and "fields" not in entries:
        reading.wrong(node, "A group has no fields", "Add 'fields' with the questions of a row")
    if kind.name != GROUP and "fields" in entries:
        reading.wrong(
            entries["fields"].line,
            f"A field of type {kind.name} cannot have fields",
            "Remove 'fields', or use the type group",
        )
    if kind.name != INFORMATION and "value" in entries:
        reading.wrong(
            entries["value"].line,
            f"A field of type {kind.name} cannot have a value",
            "Remove 'value', or use the type information",
        )


def _rules(reading: Reading, entry: Entry) -> tuple[Rule, ...]:
    rules = []
    what = f"A rule of '{entry.key}'"
    for node in reading.items(entry.node, what=f"'{entry.key}'"):
        entries = reading.mapping(node, what=what)
        if entries is None:
            continue
        entries = reading.known(entries, ("when", "say"), what=what)
        missing = [key for key in ("when", "say") if key not in entries]
        for key in missing:
            reading.wrong(node, f"{what} has no '{key}'", "Write {when: condition, say: sentence}")
        if not missing:
            when = read_condition(reading, entries["when"].node)
            rules.append(Rule(when, reading.local_text(entries["say"].node, what="'say'")))
    return tuple(rules)
