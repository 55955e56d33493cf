"""Answers within longer texts: stretches that a type would accept by themselves.

A type knows what its answers look like (`spans`); here they are judged. What is found is used
without having been asked for, so a doubtful stretch is left out: the question will be asked anyway.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from dialogs.fields.base import Accepted, Asking, FieldType, Finding, Given
from dialogs.service import Field

#: From first to last character (exclusive) of the text.
Span = tuple[int, int]

#: Longer texts are searched only so far.
_LONGEST: Final = 4000
#: A text with more stretches is no message from a person.
_MOST_SPANS: Final = 60
#: Right before a stretch: then it is no plain statement of the answer.
_DOUBT: Final = frozenset(
    {"inte", "ej", "ingen", "inget", "inga", "aldrig", "utan", "eller", "kanske", "typ", "innan"}
    | {"före", "efter", "senast", "tidigast", "minst", "högst", "max", "maximalt", "över", "under"}
    | {"nästan", "drygt", "knappt", "runt", "kring", "omkring", "mellan", "mer", "mindre", "än"}
    | {"not", "no", "never", "or", "maybe", "before", "after", "until", "about", "around", "over"}
    | {"least", "most", "between", "than", "förra", "gamla", "tidigare", "old", "previous", "fram"}
)
_LAST_WORD = re.compile(r"([\w'-]+)\W{0,2}$")
_OR_AFTER = re.compile(r"\W{0,2}(?:eller|or|kanske|\?)", re.IGNORECASE)


def surely(
    kind: FieldType, field: Field, text: str, asking: Asking, spans: Iterable[Span]
) -> tuple[Finding, ...]:
    """The spans that the type accepts as they stand, the longest first where they overlap."""
    findings: list[Finding] = []
    ordered = sorted(set(spans), key=lambda span: (span[0] - span[1], span[0]))
    for start, end in ordered[:_MOST_SPANS]:
        if any(start < each.end and each.start < end for each in findings):
            continue
        if is_doubted(text, start, end):
            continue
        outcome = kind.parse(field, Given(text=text[start:end]), asking)
        if isinstance(outcome, Accepted):
            findings.append(Finding(outcome.value, start, end))
    return tuple(sorted(findings, key=lambda each: each.start))


def is_doubted(text: str, start: int, end: int) -> bool:
    """Whether the words around a stretch leave open that it is the answer."""
    return word_before(text, start) in _DOUBT or bool(_OR_AFTER.match(text, end))


def word_before(text: str, start: int) -> str:
    """The word right before a place in the text, in small letters; "" when there is none."""
    match = _LAST_WORD.search(text[max(0, start - 40) : start])
    return match[1].casefold() if match else ""


def spans_of(patterns: Iterable[re.Pattern[str]], text: str) -> Iterator[Span]:
    """Where the patterns match, without white space and commas at the ends."""
    for pattern in patterns:
        for match in pattern.finditer(text[:_LONGEST]):
            start, end = match.span("it") if "it" in pattern.groupindex else match.span()
            stretch = text[start:end]
            left = len(stretch) - len(stretch.lstrip(" ,;\n"))
            right = len(stretch) - len(stretch.rstrip(" ,;\n"))
            if start + left < end - right:
                yield start + left, end - right
