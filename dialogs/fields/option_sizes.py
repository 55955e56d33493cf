"""Alternatives that are amounts ("130 liter", "190 liter"): chosen by size, as "den minsta"."""

import re
from collections.abc import Sequence
from typing import Final

_SIZE: Final = re.compile(
    r"(?:jag |vi )?(?:tar |vill ha |valjer |ta |helst )*(?:den |det |de |the )?(?P<next>nast |second )?"
    r"(?:(?P<low>minsta|lagsta|kortaste|smallest|lowest|shortest)"
    r"|storsta|hogsta|langsta|biggest|largest|highest|longest)"
    r"(?: (?:karlet|modellen|storleken|sorten|alternativet|one|mojliga|ni har|som finns|tack))*"
)
_AMOUNT: Final = re.compile(r"([0-9]+)(?: ([a-z ]+))?")


def is_amount(names: Sequence[str]) -> bool:
    """Whether the alternative's label is a number, perhaps with a unit."""
    return any(_AMOUNT.fullmatch(name) for name in names[1:])


def by_size(text: str, names: Sequence[Sequence[str]]) -> int | None:
    """The alternative (its index) that "the smallest" of amounts in one unit is."""
    match = _SIZE.fullmatch(text)
    if match is None:
        return None
    amounts = [
        next((found for name in each[1:] if (found := _AMOUNT.fullmatch(name))), None)
        for each in names
    ]
    sizes = [(int(each[1]), each[2]) for each in amounts if each is not None]
    if (
        len(sizes) < len(names)
        or len({unit for _, unit in sizes}) > 1
        or len(set(sizes)) < len(sizes)
    ):
        return None
    order = sorted(range(len(sizes)), key=lambda at: sizes[at][0], reverse=not match["low"])
    place = 1 if match["next"] else 0
    return order[place] if place < len(order) else None
