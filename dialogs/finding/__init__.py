"""Finding the e-service that a person means, from free text. Local, deterministic, no model."""

import math
from collections.abc import Iterable, Mapping
from enum import StrEnum

import msgspec

from dialogs.finding.needs import several_needs
from dialogs.finding.places import Places
from dialogs.finding.ranking import Entry, Match, Ranking
from dialogs.service import Service

__all__ = ["Entry", "Finder", "Found", "Match", "Sureness", "entry_of"]

#: From this score, and with so much more evidence than the next, the best service is what is meant.
SURE = 0.65
LEAD = 0.35
#: From this score a service is worth suggesting.
WORTH_ASKING = 0.42
#: A suggestion this much weaker than the best only confuses.
CLOSE = 0.5
_TINY = 1e-4
#: At most so many services are suggested.
_MOST = 3


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
    #: Whose matter it is instead, when nothing was found and that is known.
    elsewhere: Match | None = None


class Finder:
    """Ranks e-services for what people write. Read-only: one can serve all conversations."""

    def __init__(
        self,
        entries: Iterable[Entry],
        *,
        elsewhere: Iterable[Entry] = (),
        places: Iterable[str] = (),
    ) -> None:
        """`elsewhere` is what others handle: it is weighed like a service but never found.
        `places` are those of other municipalities."""
        own, others = tuple(entries), tuple(elsewhere)
        self._elsewhere = frozenset(each.id for each in others)
        self._places = Places(places, own)
        self._ranking = Ranking((*own, *others))

    def find(self, text: str, limit: int = 3) -> tuple[Match, ...]:
        """The `limit` best services, best first; fewer or none when fewer have anything to do
        with the text. Never raises."""
        return self._divide(text)[0][:limit]

    def decide(self, text: str) -> Found:
        """Whether to start a service, to ask which one is meant, or to say that none is."""
        matches, others = self._divide(text)
        best = matches[0].score if matches else 0.0
        if others and others[0].score >= max(best, WORTH_ASKING):
            return Found(Sureness.NOTHING, elsewhere=others[0])
        if best < WORTH_ASKING or self._places.are_meant(text, matches[0].service):
            return Found(Sureness.NOTHING)
        second = matches[1].score if len(matches) > 1 else 0.0
        if best >= SURE and _more_evidence(best, second) >= LEAD:
            return Found(Sureness.SURE, matches[:1])
        near = tuple(m for m in matches[:_MOST] if m.score >= max(WORTH_ASKING, best * CLOSE))
        return Found(Sureness.UNSURE, near)

    def needs(self, text: str) -> Mapping[str, str]:
        """Two or three services that are asked for together, each with what is said about it;
        none when the text is about one."""
        return several_needs(text, self._sure)

    def seen(self, text: str) -> Mapping[str, tuple[str, ...]]:
        """The words of a text that were weighed, and the known stems that each stood for."""
        return self._ranking.seen(text)

    def _sure(self, text: str) -> Match | None:
        found = self.decide(text)
        return found.matches[0] if found.kind is Sureness.SURE else None

    def _divide(self, text: str) -> tuple[tuple[Match, ...], tuple[Match, ...]]:
        """All matches, best first: services, and what others handle."""
        ranked = self._ranking.rank(text)
        own = tuple(each for each in ranked if each.service not in self._elsewhere)
        others = tuple(each for each in ranked if each.service in self._elsewhere)
        return own, others


def _more_evidence(best: float, second: float) -> float:
    """Scores are 1 - exp(-evidence): near 1 a small difference means much."""
    return math.log((1 - second + _TINY) / (1 - best + _TINY))


def entry_of(service: Service) -> Entry:
    """What the finder needs to know of a service."""
    return Entry(service.id, service.title, service.words, service.summary)
