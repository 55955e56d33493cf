"""LIX, the Swedish readability index (Björnsson 1968).

Words per sentence plus the percentage of words longer than six letters. Below 30 reads as a
children's book, 30–40 as a novel, 40–50 as a newspaper, above 60 as an official text.
"""

import re

_WORD = re.compile(r"\w+(?:[-:’']\w+)*")
_SENTENCE_END = re.compile(r"[.!?:…]+(?=\s|$)|\n+")
_LONG = 6
#: The index means nothing for fewer words …
_FEW_WORDS = 12
#: … and up to this a text is easy.
_EASY = 35


def words(text: str) -> list[str]:
    return _WORD.findall(text)


def sentences(text: str) -> int:
    """Sentences with at least one word; at least 1. An item of a list counts as a sentence."""
    return max(1, sum(1 for part in _SENTENCE_END.split(text) if _WORD.search(part)))


def is_easy(text: str) -> bool:
    """Whether a text is easy to read as it is: a few words, or an index as in a simple novel."""
    return len(words(text)) < _FEW_WORDS or lix(text) <= _EASY


def lix(text: str) -> float:
    """The index of a text, 0 for one without words. Means little below some twenty words."""
    found = words(text)
    if not found:
        return 0.0
    long_words = sum(len(word) > _LONG for word in found)
    return len(found) / sentences(text) + 100 * long_words / len(found)
