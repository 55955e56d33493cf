"""From what a person wrote to comparable words: folded letters, tokens, stems, character n-grams.

Everything is compared without diacritics, because many keyboards and people leave them out. The
stemmer is light on purpose: it takes off one ending of inflection or derivation, Swedish or
English, so that "skolan", "skolor" and "skolorna" meet. What it cuts wrongly it cuts the same way
on both sides, which is all that comparing needs.
"""

import re
import unicodedata
from collections.abc import Iterable

#: Longer texts are read this far: the matter is at the beginning, and a turn must stay quick.
MAX_CHARACTERS = 600
#: At most so many different words of a text are weighed.
MAX_WORDS = 48


_TOKEN = re.compile(r"[a-z0-9]+")
_SPELLED_OUT = str.maketrans({"ø": "o", "æ": "a", "ß": "ss", "đ": "d", "ł": "l"})
#: Whole letters of Swedish, which nearly all texts have: quicker than taking letters apart.
_PLAIN = str.maketrans("åäöéü", "aaoeu")

# One ending is taken off, the longest that leaves a stem of three letters.
_ENDINGS = (
    "ningarnas ningarna ningens ningar ningen nings ning ingarna ingen ingar ing andet ande "
    "ationen ation aren arens arnas arna ernas erna ornas orna ades ade ande ats at as ans an "
    "ars ar era erar erade erat er ers es ets et ens en elser elsen else nader naden nad na "
    "are arna or ors te tes de des a e s t ed ies ings ment"
)
_BY_LENGTH = tuple(
    (length, frozenset(e for e in _ENDINGS.split() if len(e) == length))
    for length in sorted({len(e) for e in _ENDINGS.split()}, reverse=True)
)
#: Every ending ends with one of these.
_LAST_LETTERS = frozenset(ending[-1] for ending in _ENDINGS.split())
_SHORTEST_STEM = 3


def fold(text: str) -> str:
    """Lower case without diacritics: "Återbud" becomes "aterbud"."""
    text = text.casefold().translate(_PLAIN)
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFKD", text.translate(_SPELLED_OUT))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def tokens(text: str) -> list[str]:
    """The folded words and numbers of the first `MAX_CHARACTERS` characters."""
    return _TOKEN.findall(fold(text[:MAX_CHARACTERS]))


def stem(token: str) -> str:
    """The folded word without its ending: "skolorna" and "skola" become "skol"."""
    size = len(token)
    if token[-1:] in _LAST_LETTERS:
        for length, endings in _BY_LENGTH:
            if size - length >= _SHORTEST_STEM and token[-length:] in endings:
                token = token[:-length]
                break
    # "bytt" and "byt", "loggar" and "log" are the same word.
    if len(token) > _SHORTEST_STEM and token[-1] == token[-2] and token[-1] not in "aeiouy":
        return token[:-1]
    return token


def trigrams(words: Iterable[str]) -> list[str]:
    """Each run of three characters, word borders included; order and repetition kept."""
    found = []
    for word in words:
        padded = f" {word} "
        found += [padded[i : i + 3] for i in range(len(padded) - 2)]
    return found
