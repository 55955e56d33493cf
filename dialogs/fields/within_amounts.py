"""What amounts look like within a text: a number with its unit."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from dialogs.fields.units import UNITS, factor
from dialogs.fields.within import Span, spans_of, word_before
from dialogs.fields.writing import bare

_DIGITS = r"(?<![\w.,:/-])\d{1,3}(?:[ \u00a0.]?\d{3})*(?:,\d{1,2})?"
_WORDS = (
    r"(?<!\w)(?:(?:ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|tretton|fjorton|femton|sexton"
    r"|sjutton|arton|nitton|tjugo|trettio|fyrtio|femtio|sextio|sjuttio|åttio|nittio|hundra|tusen"
    r"|halv|komma|en|och)[ -]?){1,10}"
)
_MONEY: Final = (
    re.compile(
        rf"(?:{_DIGITS} ?(?:kr(?:onor)?|sek|:-|,-)|{_WORDS}(?:kronor|kr))(?![\w/]| ?(?:/|per |i m|i v"
        r"|om d|i t))",
        re.IGNORECASE,
    ),
)
#: Before a time unit: "i 6 år" is how long, "om 6 år" when.
_WHEN: Final = frozenset(
    {"i", "om", "på", "för", "inom", "sedan", "var", "varje", "in", "for", "every"}
)
_AGO_AFTER = re.compile(r" (?:sedan|sen|ago|framåt|kvar|till)\b", re.IGNORECASE)
_TIME_UNITS: Final = frozenset(
    word for word, (what, _) in UNITS.items() if what in ("time", "months")
)


def money_spans(text: str) -> Iterator[Span]:
    return spans_of(_MONEY, text)


@lru_cache(maxsize=256)
def _with_unit(unit: str) -> re.Pattern[str]:
    """A number with the words for a definition's unit that need no conversion."""
    words = {unit, *(_raw(word) for word in UNITS if factor(word, unit) == 1)}
    anyone = "|".join(sorted(map(re.escape, words), key=len, reverse=True))
    return re.compile(rf"(?:{_DIGITS}|{_WORDS}) ?(?:{anyone})(?![\w/²³^])", re.IGNORECASE)


def _raw(word: str) -> str:
    """A bare unit word as people write it."""
    return {"ar": "år", "manad": "månad", "manader": "månader", "m^2": "m²", "m^3": "m³"}.get(
        word, word
    )


def unit_spans(text: str, unit: str) -> Iterator[Span]:
    """Numbers that stand with the unit; none when the definition has no unit."""
    if not unit:
        return
    timely = bare(unit) in _TIME_UNITS
    for start, end in spans_of((_with_unit(unit),), text):
        if text[start:end].casefold().startswith(("en ", "ett ")):
            # "Ett år" is mostly how long something lasts.
            continue
        if timely and (word_before(text, start) in _WHEN or _AGO_AFTER.match(text, end)):
            continue
        yield start, end
