"""Reading YAML nodes: plain values with the line that they stand on, and every mistake collected.

Only the structure of YAML is used. What a scalar is depends on where it stands, not on YAML's
guesses (`14:30` is a time here and no sexagesimal number; `0612` is no octal number).
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

import yaml

from dialogs.problems import Problem, nearest
from dialogs.texts import SWEDISH, LocalText

#: A definition is a page or two; more is a mistake or an attack.
MAX_CHARACTERS = 200_000
MAX_DEPTH = 30

# libyaml reads ten times as fast; the catalogue is read at start.
_Loader: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_TAGS = frozenset(
    f"tag:yaml.org,2002:{name}"
    for name in ("str", "int", "float", "bool", "null", "timestamp", "map", "seq", "value")
)
_BOOL = "tag:yaml.org,2002:bool"
_TRUE = frozenset({"yes", "true", "on"})
_LANGUAGE = re.compile(r"[a-z]{2}(?:-simple)?")
_INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,14})")
MISSING = LocalText({SWEDISH: ""})


class Entry(NamedTuple):
    """One key of a mapping."""

    key: str
    line: int
    node: yaml.Node


def line_of(node: yaml.Node) -> int:
    return int(node.start_mark.line) + 1


class Reading:
    """One file being read: collects problems while the readers below carry on."""

    def __init__(self, *, source: str) -> None:
        self.source = source
        self.problems: list[Problem] = []

    def wrong(self, at: yaml.Node | int, what: str, remedy: str) -> None:
        line = at if isinstance(at, int) else line_of(at)
        self.problems.append(Problem(source=self.source, line=line, what=what, remedy=remedy))

    # ── The whole text ────────────────────────────────────────────────────────────────────────

    def compose(self, text: str) -> yaml.Node | None:
        """The text's only document, or None when it is not YAML that a definition may use."""
        if len(text) > MAX_CHARACTERS:
            self.wrong(
                1,
                f"The file has {len(text)} characters, more than {MAX_CHARACTERS}",
                "Split the service into two",
            )
            return None
        try:
            text.encode()
            if not self._harmless(text):
                return None
            node: yaml.Node | None = _Loader(text).get_single_node()
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            self.wrong(
                mark.line + 1 if mark else 1,
                f"This is not YAML: {error.problem or error.context}",
                "Check indentation, quotes and colons here and on the line above",
            )
            return None
        except (yaml.YAMLError, UnicodeError):
            self.wrong(1, "The file holds a character that YAML forbids", "Save it as UTF-8 text")
            return None
        if node is None:
            self.wrong(1, "The file is empty", "Start with id, title and fields")
        return node

    def _harmless(self, text: str) -> bool:
        """Looks for aliases and depth before anything is built (a "billion laughs" file)."""
        depth = 0
        for event in yaml.parse(text, Loader=_Loader):
            line = event.start_mark.line + 1 if event.start_mark else 1
            if isinstance(event, yaml.AliasEvent):
                self.wrong(line, "An alias (*name) is not allowed", "Write the text out in full")
                return False
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
                if depth > MAX_DEPTH:
                    self.wrong(
                        line, f"Nested deeper than {MAX_DEPTH} levels", "Make the structure flatter"
                    )
                    return False
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
        return True

    # ── Collections ───────────────────────────────────────────────────────────────────────────

    def mapping(self, node: yaml.Node, *, what: str) -> dict[str, Entry] | None:
        """The entries by key. Duplicates are refused: one of them would be lost silently."""
        if not isinstance(node, yaml.MappingNode):
            self.wrong(node, f"{what} must be a list of 'key: value'", "Write 'key: value' pairs")
            return None
        found: dict[str, Entry] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                self.wrong(key_node, f"A key of {what} is not a word", "Write 'key: value' pairs")
                continue
            key = str(key_node.value)
            if key in found:
                self.wrong(
                    key_node,
                    f"'{key}' stands twice, the first time on line {found[key].line}",
                    f"Keep one '{key}'",
                )
                continue
            found[key] = Entry(key, line_of(key_node), value_node)
        return found

    def known(
        self, entries: Mapping[str, Entry], allowed: Iterable[str], *, what: str
    ) -> dict[str, Entry]:
        """Those entries that `what` can have; each other one is a problem."""
        names = tuple(allowed)
        for entry in entries.values():
            if entry.key not in names:
                self.wrong(
                    entry.line,
                    f"{what} has no key '{entry.key}'",
                    nearest(entry.key, names, what="keys"),
                )
        return {key: entry for key, entry in entries.items() if key in names}

    def items(self, node: yaml.Node, *, what: str) -> Iterator[yaml.Node]:
        if not isinstance(node, yaml.SequenceNode):
            self.wrong(node, f"{what} must be a list", "Write one '- item' a line, or [a, b]")
            return
        if not node.value:
            self.wrong(node, f"{what} is empty", "Write at least one item, or leave the key out")
        yield from node.value

    # ── Single values ─────────────────────────────────────────────────────────────────────────

    def text(self, node: yaml.Node, *, what: str) -> str:
        """A text without surrounding space; "" after reporting that there is none."""
        if not isinstance(node, yaml.ScalarNode):
            self.wrong(node, f"{what} must be a text", "If it has ': ' or braces, put it in quotes")
            return ""
        if node.tag not in _TAGS:
            self.wrong(node, f"The tag {node.tag} is not allowed", "Write a plain text")
        text = str(node.value).strip()
        if not text:
            self.wrong(node, f"{what} is empty", "Write the text, or leave the key out")
        return text

    def texts(self, node: yaml.Node, *, what: str) -> tuple[str, ...]:
        return tuple(
            self.text(each, what=f"An item of {what}") for each in self.items(node, what=what)
        )

    def local_text(self, node: yaml.Node, *, what: str) -> LocalText:
        """A Swedish text, or `{sv: …, en: …}`."""
        if isinstance(node, yaml.ScalarNode):
            return LocalText({SWEDISH: self.text(node, what=what)})
        entries = self.mapping(node, what=what)
        if entries is None:
            return MISSING
        found: dict[str, str] = {}
        for entry in entries.values():
            if not _LANGUAGE.fullmatch(entry.key):
                self.wrong(
                    entry.line,
                    f"'{entry.key}' is not a language code",
                    "Use two letters, such as sv and en; a text with ': ' in it needs quotes",
                )
            found[entry.key] = self.text(entry.node, what=f"{what} in '{entry.key}'")
        if SWEDISH not in found:
            self.wrong(node, f"{what} has no Swedish text", "Add the language 'sv'")
            return MISSING
        return LocalText(found)

    def local_texts(self, node: yaml.Node, *, what: str) -> tuple[LocalText, ...]:
        return tuple(
            self.local_text(each, what=f"An item of {what}") for each in self.items(node, what=what)
        )

    def flag(self, node: yaml.Node, *, what: str) -> bool:
        if isinstance(node, yaml.ScalarNode) and node.tag == _BOOL:
            return is_yes(node)
        self.wrong(node, f"{what} must be yes or no", "Write yes or no without quotes")
        return False

    def integer(self, node: yaml.Node, *, what: str, least: int | None = None) -> int:
        text = node.value if isinstance(node, yaml.ScalarNode) else ""
        if not _INTEGER.fullmatch(text):
            self.wrong(node, f"{what} must be a whole number", "Write digits only, such as 10")
            return least or 0
        number = int(text)
        if least is not None and number < least:
            self.wrong(node, f"{what} is {number}", f"Write {least} or more")
        return number


def is_flag(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and node.tag == _BOOL


def is_yes(node: yaml.Node) -> bool:
    return str(node.value).lower() in _TRUE
