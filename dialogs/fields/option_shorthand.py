"""What people say in short for a yes, a no or "don't know" among alternatives."""

import re
from collections.abc import Sequence
from typing import Final

from dialogs.fields.option_numbers import Match

#: What people say instead, and how the names of what they mean begin.
_IN_SHORT: Final = (
    (frozenset({"na", "naa", "ne", "nee", "nope", "nix", "nehej"}), re.compile("(?:nej|no)\\b")),
    (
        frozenset({"japp", "jepp", "aa", "jo", "joda", "jajamen", "yep"}),
        re.compile("(?:ja|yes)\\b"),
    ),
    (
        frozenset(
            {"ingen aning", "vet ej", "vet inte", "jag vet inte", "ingen susning", "no idea"}
        ),
        re.compile("(?:jag )?vet (?:inte|ej)$|i don t know$|don t know$"),
    ),
)


def by_shorthand(text: str, names: Sequence[tuple[str, ...]]) -> Match | None:
    """ "Nä" for "Nej, inte än", "ingen aning" for "Vet inte", when one alternative only is meant so."""
    for said, begins in _IN_SHORT:
        if text in said:
            meant = [at for at, each in enumerate(names) if any(begins.match(n) for n in each[1:])]
            return Match((meant[0],), sure=True) if len(meant) == 1 else None
    return None
