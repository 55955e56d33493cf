"""Which alternative a longer text names."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from dialogs.fields.option_matching import has_negation, plain
from dialogs.fields.within import Span, word_before
from dialogs.fields.writing import word_set
from dialogs.service import Option

#: Shorter names are parts of too many sentences.
_SHORTEST: Final = 4
#: Names of alternatives that say nothing within a sentence.
_EMPTY: Final = word_set(
    "annat annan ovrigt other inget ingen vet kanske alla bada nytt hela delvis idag direkt senare "
    "flera mina eget egen egna samma hemma andra mera barn mitt vill gora fler"
)
#: The definite form and the plural are the same word: "gatlykta", "gatlyktan", "gatlyktorna".
_ENDING = "(?:n|en|et|s|ns|ens|ets|na)?"
_NEAR: Final = 30
#: "Fakturan ska gå till köparen", "skräp i parken": somebody else, or where something is.
_ABOUT_OTHERS: Final = word_set("till av från åt hos i to from by in with of")
_ARTICLE_AT_END = re.compile(r"\b(?:the|an?|en|ett|den|det) $", re.IGNORECASE)


def option_spans(text: str, options: Sequence[Option]) -> Iterator[Span]:
    """Where the one alternative that the text names stands; nothing when it names two."""
    found: dict[int, list[Span]] = {}
    for at, option in enumerate(options):
        for name in _names(option):
            for match in _pattern(name).finditer(text):
                found.setdefault(at, []).append(match.span())
    # "ny skola" is said, so "skola" is no other alternative.
    for at, spans in list(found.items()):
        others = [each for other, rest in found.items() if other != at for each in rest]
        found[at] = [span for span in spans if not any(_holds(each, span) for each in others)]
    named = [spans for spans in found.values() if spans]
    if len(named) != 1:
        return
    start, end = max(named[0], key=lambda span: span[1] - span[0])
    around = plain(text[max(0, start - _NEAR) : start] + " " + text[end : end + _NEAR])
    before = _ARTICLE_AT_END.sub("", text[:start])
    if not has_negation(around) and word_before(before, len(before)) not in _ABOUT_OTHERS:
        yield start, end


def _names(option: Option) -> Iterator[str]:
    for name in (*option.label.by_language.values(), *option.words):
        words = plain(name)
        if len(words) >= _SHORTEST and not words.isdigit() and words not in _EMPTY:
            yield name


@lru_cache(maxsize=4096)
def _pattern(name: str) -> re.Pattern[str]:
    """Of definitions only: what people write is never kept in a cache."""
    return re.compile(rf"(?<![\w-]){re.escape(name)}{_ENDING}(?![\w-])", re.IGNORECASE)


def _holds(longer: Span, shorter: Span) -> bool:
    return longer != shorter and longer[0] <= shorter[0] and shorter[1] <= longer[1]
