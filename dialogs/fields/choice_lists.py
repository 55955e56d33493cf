"""Takes a list of alternatives apart: what is chosen, in which order, and what is left out.

"skräp, men även ett träd", "alla utom skräp", "dans i första hand, annars piano". What the parts mean
is for the type that knows the options.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dialogs.fields.option_matching import plain
from dialogs.fields.writing import word_set

#: More parts than this are a story, not a list of alternatives.
MOST_PARTS: Final = 40

_BETWEEN: Final = "och så|och|samt|and|&|\\+|å|o|plus|men|utom|förutom|except|but"
_SEPARATOR = re.compile(
    rf"(\n|[;,]|(?<!\w)(?:{_BETWEEN}|annars|otherwise)(?!\w)|(?<=\d)[ +](?=\d))", re.IGNORECASE
)
#: In an order of preference what comes next is said so.
_IN_ORDER = re.compile(
    rf"(\n|[;,]|(?<!\w)(?:{_BETWEEN}|sen|sedan|därefter|annars|eller|then|otherwise|or)(?!\w)"
    r"|(?<=\d)[ +](?=\d)|(?<=[^\W\d]) (?=\d[.):] ?[^\W\d]))",
    re.IGNORECASE,
)
_EXCEPT: Final = word_set("utom förutom except")
#: Whether both sides are wanted is asked: "dans eller piano" in an order of preference, "moppe annars buss".
_LOOSE: Final = {True: word_set("eller or"), False: word_set("annars otherwise")}
_BEFORE = re.compile(
    r"^(?:(?:(?:även|också|dessutom|först|helst|allra helst|typ|sen|sedan|därefter|annars|also|then|first"
    r"|sist|last|finally|i (?:första|andra|tredje|sista) hand|(?:första|andra|tredje|sista)hand(?:s|svalet)?"
    r"|som (?:etta|tvåa|trea))(?!\w)|[1-9][.):](?= |[^\W\d]{3})) ?)+(?=.)",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"(?: (?:också|även|först|sen|sedan|sist|helst|mest|as well|too|first|last"
    r"|i (?:första|andra|tredje|sista) hand))+$",
    re.IGNORECASE,
)
#: Said alone between commas: it chooses nothing.
_NOTHING: Final = word_set(
    "mest även också först sen sedan annars helst plus also och och/eller "
    "sånt sådant dylikt liknande typ sant sadant"
)
_NOT = re.compile(
    r"^(?:dock |absolut |helst )?(?:inte|ej|icke|ingen|inget|inga|not|no)(?: på| om)? "
    r"(?!bara|enbart|endast|only|just|minst)",
    re.IGNORECASE,
)
_RANKS: Final = (
    (1, re.compile(r"\b(?:först|first|första ?hand\w*|etta|1[.):])(?!\w)", re.IGNORECASE)),
    (2, re.compile(r"\b(?:andra ?hand\w*|tvåa|2[.):])(?!\w)", re.IGNORECASE)),
    (3, re.compile(r"\b(?:tredje ?hand\w*|trea|3[.):])(?!\w)", re.IGNORECASE)),
)
_LAST = re.compile(r"\b(?:sist|last|finally|sista hand)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Part:
    """One alternative in words."""

    text: str
    is_left_out: bool = False


def pieces_of(text: str, *, ordered: bool) -> list[str]:
    """Parts and separators in turn: the parts at even places."""
    return (_IN_ORDER if ordered else _SEPARATOR).split(text)


def is_except(separator: str) -> bool:
    return separator.strip().lower() in _EXCEPT


def is_loose(separator: str, *, ordered: bool) -> bool:
    """Whether what stands beside the separator may be instead of the other."""
    return separator.strip().lower() in _LOOSE[ordered]


def part_of(written: str, *, after_except: bool) -> Part | None:
    """The alternative that a part names; None when it chooses nothing."""
    text = written.strip().strip(".!").strip()
    if plain(text) in _NOTHING or text.lower() in _NOTHING:
        return None
    denied = _NOT.match(text)
    if denied is not None:
        return Part(text[denied.end() :].strip(), is_left_out=True)
    text = _AFTER.sub("", _BEFORE.sub("", text)).strip() or text
    return Part(text, is_left_out=after_except)


def order_of(parts: Sequence[str]) -> tuple[list[int], bool]:
    """The order in which the parts are preferred (their places), and whether it is clear."""
    ranks = [next((rank for rank, said in _RANKS if said.search(each)), 0) for each in parts]
    last = [at for at, each in enumerate(parts) if _LAST.search(each)]
    places = list(range(len(parts)))
    if any(ranks) and 0 not in ranks and len(set(ranks)) == len(ranks):
        return sorted(places, key=lambda at: ranks[at]), True
    clear = all(rank in (0, at + 1) for at, rank in enumerate(ranks))
    if len(parts) == 2 and len(last) == 1 and last[0] == 0 and ranks[1] in (0, 1):
        return [1, 0], True
    return places, clear and (not last or (len(parts) > 1 and last == [len(parts) - 1]))
