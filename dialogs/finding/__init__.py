"""Finding the e-service that a person means, from free text. Local, deterministic, no model."""

from collections.abc import Iterable
from enum import StrEnum

import msgspec

from dialogs.finding.ranking import Entry, Match, Ranking
from dialogs.service import Service

__all__ = ["Entry", "Finder", "Found", "Match", "Sureness", "entry_of"]

#: From this score, and this far before the next, the best service is what is meant.
SURE = 0.65
LEAD = 0.12
#: From this score a service is worth suggesting.
WORTH_ASKING = 0.42
#: A suggestion this much weaker than the best only confuses.
CLOSE = 0.5


class Sureness(StrEnum):
    SURE = "sure"
    #: Worth a "Menade du …?".
    UNSURE = "unsure"
    #: Out of scope, or too little to go by.
    NOTHING = "nothing"


class Found(msgspec.Struct, frozen=True):
    """What to do with a text. `matches`: one when sure, one to three when unsure, else none."""

    kind: Sureness
    matches: tuple[Match, ...] = ()


class Finder:
    """Ranks e-services for what people write. Read-only: one can serve all conversations."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._ranking = Ranking(entries)

    def find(self, text: str, limit: int = 3) -> tuple[Match, ...]:
        """The `limit` best services, best first; fewer or none when fewer have anything to do
        with the text. Never raises."""
        return tuple(self._ranking.rank(text)[:limit])

    def decide(self, text: str) -> Found:
        """Whether to start a service, to ask which one is meant, or to say that none is."""
        matches = self.find(text)
        if not matches or matches[0].score < WORTH_ASKING:
            return Found(Sureness.NOTHING)
        best = matches[0].score
        second = matches[1].score if len(matches) > 1 else 0.0
        if best >= SURE and best - second >= LEAD:
            return Found(Sureness.SURE, matches[:1])
        near = tuple(m for m in matches if m.score >= max(WORTH_ASKING, best * CLOSE))
        return Found(Sureness.UNSURE, near)


def entry_of(service: Service) -> Entry:
    """What the finder needs to know of a service."""
    return Entry(service.id, service.title, service.words, service.summary)
