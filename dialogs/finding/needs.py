"""Several needs in one message: "vi ska gifta oss och byta skola för barnen"."""

import re
from collections.abc import Mapping, Sequence
from itertools import islice
from typing import Protocol

from dialogs.finding.everyday_words import COMMON_WORDS, STOP_WORDS
from dialogs.finding.normalising import tokens
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
_CLEARLY = 0.8
#: Evidence that spans the parts makes the whole so much surer than any part: one need only.
_SPANNING = 0.02
_LITTLE = STOP_WORDS | COMMON_WORDS


class Sure(Protocol):
    def __call__(self, text: str, /) -> Match | None:
        """The service that is surely meant; None when that is not sure."""


def several_needs(text: str, sure: Sure) -> Mapping[str, str]:
    """The services that are asked for, in the order of the text, each with what is said about it.

    None when the text is about one.
    """
    parts = _whole_wishes([part.strip() for part in _BETWEEN.split(text) if part.strip()])
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


def _whole_wishes(parts: Sequence[str]) -> Sequence[str]:
    """The parts that can be a wish of their own.

    Of "min man och jag vill byta skola" the first part has no matter. Single words beside longer
    parts go on with them: "vi tar över vatten och avlopp" is one wish, "bergvärme och kamin" two.
    """
    matters = [part for part in parts if not _LITTLE.issuperset(tokens(part))]
    longer = [part for part in matters if len(tokens(part)) > 1]
    return longer or matters
