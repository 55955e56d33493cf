"""Which language a wish is written in, so that it is answered in the same (row 40)."""

import re
from typing import Final

from dialogs.texts import ENGLISH, SWEDISH

_WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: Small words that only one of the languages has. Names and nouns tell little.
_ENGLISH: Final = _words(
    """
    the want wants need would like my how can can't cannot please and have has had not what where when is
    are was we our you your do does don't doesn't i'm i've i'd it's of with about from this that there to
    at be been they their she her him his who which why should could
    """
)
_SWEDISH: Final = _words(
    """
    jag vill ska och att det är inte på för till min mitt mina vi vår våra ni er en ett som av hur när var
    vad vem kan behöver hon han hans hennes de dem den från med om ut får måste skulle har hade där här
    också eller
    """
)
#: So many small words are clear, and so many times those of the other language.
_CLEAR: Final = 2
_OUTWEIGHS: Final = 3


def language_of(text: str) -> str | None:
    """The language of a sentence; None when that is not clear, as in a word or two."""
    words = [word.casefold().replace("’", "'") for word in _WORD.findall(text)]
    english = sum(word in _ENGLISH for word in words)
    swedish = sum(word in _SWEDISH for word in words)
    if english >= max(_CLEAR, _OUTWEIGHS * swedish):
        return ENGLISH
    if swedish >= max(_CLEAR, _OUTWEIGHS * english):
        return SWEDISH
    return None
