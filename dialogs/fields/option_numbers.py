"""An alternative chosen by its number or its place in the list: "2", "2:an", "tvåan", "den tredje"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dialogs.fields.calendar_words import ORDINALS
from dialogs.fields.number_words import value_of
from dialogs.fields.option_sizes import by_size, is_amount
from dialogs.fields.writing import bare

#: As many alternatives are asked about at most.
MOST_CANDIDATES: Final = 3
_NUMBER = re.compile(
    r"(?:nr|nummer|number|no|alternativ|alt|option|val)?\.? ?"
    r"(?P<digits>[0-9]{1,3})(?: ?:?(?:an|ans|a|e))?[.)]?"
)
_NUMBER_WORD = re.compile(
    r"(?:(?:nr|nummer|number|alternativ|option) (?P<word>[a-z]{2,10})|"
    r"(?P<an>ettan|tvaan|trean|fyran|femman|sexan|sjuan|attan|nian|tian)|"
    r"(?:den |the )?(?P<ordinal>[a-z]{4,14})(?: alternativet| one| option)?)"
)
THANKS = re.compile(r"[ ,.]+(?:tack|please|thanks)[ .!]*$")
_AN: Final = (
    "ettan",
    "tvaan",
    "trean",
    "fyran",
    "femman",
    "sexan",
    "sjuan",
    "attan",
    "nian",
    "tian",
)
_LAST: Final = frozenset({"sista", "siste", "last"})
_OTHER: Final = frozenset({"andra", "andre"})
_COUNTED: Final = frozenset(ORDINALS) | _LAST


@dataclass(frozen=True, slots=True)
class Match:
    """Indices of the options that are meant, best first."""

    options: tuple[int, ...] = ()
    sure: bool = False
    #: A number was given that no option has.
    out_of_range: bool = False


def said_number(written: str) -> int | None:
    """The number of an alternative, said as such: "2", "2:an", "tvåan", "nummer två"."""
    text = THANKS.sub("", bare(written)).strip(" .!")
    digits = _NUMBER.fullmatch(text)
    if digits is not None:
        return int(digits["digits"])
    words = _NUMBER_WORD.fullmatch(text)
    if words is None:
        return None
    if words["an"]:
        return _AN.index(words["an"]) + 1
    return value_of(words["word"]) if words["word"] else None


def by_number(written: str, names: Sequence[tuple[str, ...]]) -> Match | None:
    match = _NUMBER.fullmatch(written)
    if match is not None:
        number = int(match["digits"])
        # "2" may be the second option or the one called "2 dagar".
        named = tuple(
            at for at, each in enumerate(names) if any(match["digits"] in n.split() for n in each)
        )
        if not 1 <= number <= len(names):
            # "240" among bins of so many litres is no alternative's number.
            sure = len(named) == 1 and all(map(is_amount, names))
            return Match(named[:MOST_CANDIDATES], sure=sure, out_of_range=not named)
        others = tuple(at for at in named if at != number - 1)
        return Match((number - 1, *others)[:MOST_CANDIDATES], sure=not others)
    sized = by_size(written.strip(" .!"), names)
    if sized is not None:
        return Match((sized,), sure=True)
    match = _NUMBER_WORD.fullmatch(written)
    if match is None:
        return None
    if match["an"]:
        at = _AN.index(match["an"]) + 1
    elif match["word"]:
        at = value_of(match["word"]) or 0
    elif match["ordinal"] in _LAST:
        at = len(names)
    else:
        at = ORDINALS.get(match["ordinal"], 0)
    if not 1 <= at <= len(names):
        return None
    # "den andra" may also be the other one, and labels may hold the word.
    counted = match["ordinal"] not in _OTHER and not any(
        word in _COUNTED for each in names for name in each for word in name.split()
    )
    return Match((at - 1,), sure=bool(match["an"] or match["word"]) or counted)
