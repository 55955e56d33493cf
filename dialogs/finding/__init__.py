"""Finding the e-service that a person means, from free text. Local, deterministic, no model."""

import math
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

import msgspec

from dialogs.finding import manner
from dialogs.finding.needs import several_needs
from dialogs.finding.normalising import tokens
from dialogs.finding.places import Places
from dialogs.finding.ranking import Entry, Match, Ranking
from dialogs.service import Service

__all__ = ["Entry", "Finder", "Found", "Match", "Sureness", "entry_of"]

#: From this score, and with so much more evidence than the next, the best service is what is meant.
SURE = 0.65
LEAD = 0.35
#: A single word from this score names its service ("bygglov"). Another one ("tillstånd", "flytta") may
#: be about several, unless it leads by so much.
NAME = 0.9
LEAD_OF_ONE_WORD = 1.0
#: From this score a service is worth suggesting.
WORTH_ASKING = 0.42
#: A suggestion this much weaker than the best only confuses.
CLOSE = 0.5
#: A text is about a service from so much evidence, with what else speaks for and against it:
#: each word beyond the first that speaks for the service, what speaks for somebody else's matter,
#: and the manner in which it is said.
GROUNDS = 0.33
SECOND_WORD = 0.3
_MOST_WORDS = 4
OF_OTHERS = 1.0
#: A text of one word, like "skola", is looked up as in a register: the service that it fits must
#: only be no worse than somebody else's matter by more than this.
ALONE = 0.02
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
        of_questions: bool = False,
    ) -> None:
        """`elsewhere` is what others handle: it is weighed like a service but never found.
        `places` are those of other municipalities. `of_questions`: the entries are answers, not
        things to get done, and how something is asked says nothing against them."""
        own, others = tuple(entries), tuple(elsewhere)
        self._of_questions = of_questions
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
        words = tokens(text)
        best = matches[0].score if matches else 0.0
        other = others[0].score if others else 0.0
        if not self._is_about(text, words, matches, against=other):
            known = bool(others) and other >= max(best, WORTH_ASKING)
            return Found(Sureness.NOTHING, elsewhere=others[0] if known else None)
        second = matches[1].score if len(matches) > 1 else 0.0
        is_name = best >= NAME or len(words) > 1
        lead = LEAD if is_name else LEAD_OF_ONE_WORD
        if best >= SURE and best > other and _more_evidence(best, second) >= lead:
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

    def _is_about(
        self, text: str, words: Sequence[str], matches: tuple[Match, ...], *, against: float
    ) -> bool:
        """Whether the text is about the best service, and not about another matter or place."""
        if not matches or matches[0].score < WORTH_ASKING:
            return False
        if self._places.are_meant(text, matches[0].service):
            return False
        if self._of_questions:
            return True
        if len(words) == 1:
            return matches[0].score >= against - ALONE
        return _grounds(words, matches[0], against) >= GROUNDS

    def _divide(self, text: str) -> tuple[tuple[Match, ...], tuple[Match, ...]]:
        """All matches, best first: services, and what others handle."""
        ranked = self._ranking.rank(text)
        own = tuple(each for each in ranked if each.service not in self._elsewhere)
        others = tuple(each for each in ranked if each.service in self._elsewhere)
        return own, others


def _grounds(words: Sequence[str], best: Match, against: float) -> float:
    """How much speaks for a text's being about a service at all. `against`: somebody else's matter.

    One word that two fields of life share is little ground, and less in a question about the world:
    "hur lång är en fotbollsplan" isn't about renting one.
    """
    return (
        _more_evidence(best.score, 0.0)
        + SECOND_WORD * (min(_MOST_WORDS, best.words) - 1)
        - OF_OTHERS * _more_evidence(against, 0.0)
        + manner.weigh(words)
    )


def _more_evidence(best: float, second: float) -> float:
    """Scores are 1 - exp(-evidence): near 1 a small difference means much."""
    return math.log((1 - second + _TINY) / (1 - best + _TINY))


def entry_of(service: Service) -> Entry:
    """What the finder needs to know of a service."""
    return Entry(service.id, service.title, service.words, service.summary)
