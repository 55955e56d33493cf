"""Mistakes in service definitions: where each is, what it is and how to mend it."""

from difflib import get_close_matches
from enum import StrEnum

import msgspec


class Severity(StrEnum):
    #: The service cannot be offered before it is mended.
    ERROR = "error"
    #: The service works, but people may find it hard.
    WARNING = "warning"


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """One mistake, written for the editor of the definition."""

    #: Name of the file.
    source: str
    #: Counted from 1.
    line: int
    #: A sentence without full stop.
    what: str
    #: What to change: a sentence without full stop.
    remedy: str
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        return f"{self.source}:{self.line}: {self.what}. {self.remedy}"


class DefinitionErrors(Exception):
    """A definition cannot be loaded. `problems` holds every mistake found, in order of line."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems


def nearest(word: str, known: "list[str] | tuple[str, ...]", *, what: str) -> str:
    """A remedy for an unknown word: the one that was probably meant, else all that there are."""
    close = get_close_matches(word.casefold(), known, n=1, cutoff=0.6)
    if close:
        return f"Did you mean '{close[0]}'?"
    return f"Use one of the known {what}: {', '.join(known)}"
