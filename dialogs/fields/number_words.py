"""Whole numbers in Swedish and English words, as written, spoken or dictated.

Words are looked up in bare text (see `writing.bare`): "två" is "tva". A number is found by grammar,
never by adding words up, so "fem sex" (five or six) is no number.
"""

import re
from typing import Final

_UNITS: Final = {
    "en": 1, "ett": 1, "tva": 2, "tre": 3, "fyra": 4, "fem": 5, "sex": 6, "sju": 7, "atta": 8,
    "nio": 9, "nie": 9, "one": 1, "a": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
    "seven": 7, "eight": 8, "nine": 9,
}  # fmt: skip
_TEENS: Final = {
    "tio": 10, "tie": 10, "elva": 11, "tolv": 12, "tretton": 13, "fjorton": 14, "femton": 15,
    "sexton": 16, "sjutton": 17, "arton": 18, "aderton": 18, "nitton": 19, "ten": 10, "eleven": 11,
    "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19,
}  # fmt: skip
_TENS: Final = {
    "tjugo": 20, "tjugi": 20, "tjuge": 20, "tjugu": 20,
    "trettio": 30, "tretti": 30, "fyrtio": 40, "fyrti": 40,
    "femtio": 50, "femti": 50, "sextio": 60, "sexti": 60, "sjuttio": 70, "sjutti": 70,
    "attio": 80, "atti": 80, "nittio": 90, "nitti": 90, "twenty": 20, "thirty": 30, "forty": 40,
    "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_ZERO: Final = frozenset({"noll", "nolla", "zero"})
#: What a number before them is multiplied by.
SCALES: Final = {
    "hundra": 100, "hundred": 100, "tusen": 1000, "thousand": 1000, "tkr": 1000, "tsek": 1000,
    "miljon": 10**6, "miljoner": 10**6, "million": 10**6, "millions": 10**6, "mkr": 10**6,
    "mnkr": 10**6, "msek": 10**6, "milj": 10**6, "miljard": 10**9, "miljarder": 10**9, "billion": 10**9,
}  # fmt: skip


def _any(words: dict[str, int]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_GAP = "[ -]?"
#: "Tjugo å …" goes on: an å is "och", and folded it looks like the English article.
_AFTER_TENS: Final = {word: value for word, value in _UNITS.items() if word != "a"}
_BELOW_100 = (
    f"(?:(?:{_any(_TENS)})(?:{_GAP}(?:{_any(_AFTER_TENS)}))?|{_any(_TEENS)}|{_any(_UNITS)})"
)


def _below_1000(tag: str) -> str:
    """Groups `<tag>h` (how many hundreds, maybe "") and `<tag>r` (the rest)."""
    return (
        f"(?:(?P<{tag}h>(?:{_BELOW_100}{_GAP})?)(?:hundra|hundred)"
        f"(?:{_GAP}(?:(?:och|and){_GAP})?(?P<{tag}r>{_BELOW_100}))?|(?P<{tag}o>{_BELOW_100}))"
    )


_NUMBER = re.compile(
    f"(?:(?P<millions>{_below_1000('m')}){_GAP}(?:miljoner|miljon|millions|million){_GAP})?"
    f"(?:(?P<thousands>(?:{_below_1000('t')}{_GAP})?)(?:tusen|thousand)"
    f"(?:{_GAP}(?:och|and)(?={_GAP}[a-z]))?{_GAP})?"
    f"(?P<ones>{_below_1000('u')})?"
)
# Possessive: "sextio" is also "sex" + "tio", and trying both takes 2ⁿ steps on a long row of them.
_PART = re.compile(
    f"(?:{_any(_TENS)}|{_any(_TEENS)}|{_any(_UNITS)}|hundra|hundred|tusen|thousand"
    "|miljoner|miljon|millions|million|-)++"
)
#: "niohundranittioniomiljonerniohundra…" is shorter; what is longer is no number.
_LONGEST: Final = 120
_BELOW = re.compile(f"({_any(_TENS)}|{_any(_TEENS)}|{_any(_UNITS)})")
_VALUES: Final = {**_UNITS, **_TEENS, **_TENS}


def _small(words: str | None) -> int:
    """The value of a well-formed number below 100; "" counts as 0."""
    return sum(_VALUES[each] for each in _BELOW.findall(words)) if words else 0


def _hundreds(match: re.Match[str], tag: str) -> int:
    if match[tag + "o"]:
        return _small(match[tag + "o"])
    if match[tag + "h"] is None:
        return 0
    return (_small(match[tag + "h"]) or 1) * 100 + _small(match[tag + "r"])


def is_number_word(word: str) -> bool:
    """Whether a single written word can be (a part of) a number."""
    return word in _ZERO or _PART.fullmatch(_spelled(word)) is not None


def _spelled(words: str) -> str:
    """ "ett tusen" in one word loses a t."""
    return words.replace("ettusen", "etttusen")


def value_of(words: str) -> int | None:
    """The number that the words say, or None when they are not exactly one number."""
    if words in _ZERO:
        return 0
    words = _spelled(words)
    match = _NUMBER.fullmatch(words) if 0 < len(words) <= _LONGEST else None
    if match is None:
        return None
    total = _hundreds(match, "u")
    if match["thousands"] is not None:
        if total >= 1000:
            return None
        total += (_hundreds(match, "t") or 1) * 1000
    if match["millions"]:
        total += _hundreds(match, "m") * 10**6
    return total
