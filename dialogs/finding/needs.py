"""Several needs in one message: "vi ska gifta oss och byta skola för barnen"."""

import re
from collections.abc import Mapping
from itertools import islice
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


def several_needs(text: str, sure: Sure) -> Mapping[str, str]:
    """The services that are asked for, in the order of the text, each with what is said about it.

    None when the text is about one.
    """
    parts = [part.strip() for part in _BETWEEN.split(text) if part.strip()]
    if not len(parts) > 1:
        return {}
    needs: dict[str, str] = {}
    clearest = 0.0
    for part in parts[:_MOST_PARTS]:
        match = sure(part)
        if match is None or match.score < _CLEARLY:
            continue
        clearest = max(clearest, match.score)
        needs[match.service] = f"{needs[match.service]}. {part}" if match.service in needs else part
    if len(needs) < 2:
        return {}
    whole = sure(text)
    if whole is not None and whole.score > clearest + _SPANNING:
        return {}
    return dict(islice(needs.items(), _MOST_NEEDS))
