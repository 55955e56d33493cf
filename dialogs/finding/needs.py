"""Several needs in one message: "vi ska gifta oss och byta skola för barnen"."""

import re
from typing import Protocol

from dialogs.finding.ranking import Match

#: What may stand between two needs.
_BETWEEN = re.compile(
    r"[.;,!?\n]+|\s[-–]\s|\b(?:och|samt|plus|dessutom|sedan|sen|också|and|also|then)\b",
    re.IGNORECASE,
)
#: Of a longer story the first parts are looked at.
_MOST_PARTS = 8
_MOST_NEEDS = 3
#: A part of a text must be as sure as this to be a need of its own.
_CLEARLY = 0.7
#: Evidence that spans the parts makes the whole so much surer than any part: one need only.
_SPANNING = 0.02


class Sure(Protocol):
    def __call__(self, text: str, /) -> Match | None:
        """The service that is surely meant; None when that is not sure."""


def several_needs(text: str, sure: Sure) -> tuple[str, ...]:
    """The services that are asked for, in the order of the text; none when it is about one."""
    parts = [part for part in _BETWEEN.split(text) if part.strip()]
    if not len(parts) > 1:
        return ()
    found = [match for part in parts[:_MOST_PARTS] if (match := sure(part)) is not None]
    clear = [match for match in found if match.score >= _CLEARLY]
    needs = tuple(dict.fromkeys(match.service for match in clear))
    if len(needs) < 2:
        return ()
    whole = sure(text)
    if whole is not None and whole.score > max(match.score for match in clear) + _SPANNING:
        return ()
    return needs[:_MOST_NEEDS]
