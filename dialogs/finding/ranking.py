"""How well a text fits each e-service.

Three kinds of evidence, each cheap and explainable, are joined into one score:

- **Words.** Each word of the text is compared with the words of all services (`vocabulary`).
  Words that few services have weigh most.
- **Phrases.** How much of a service's best everyday phrase the text says, in any order.
- **Character trigrams**, weighed as tf-idf: what words and spelling rules miss.

Nothing is learned and nothing is looked up elsewhere: the same text and services always give the
same scores. The constants were chosen on `tests/corpus/find_tune.tsv`.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet

import msgspec

from dialogs.finding.everyday_words import COMMON_WORDS, STOP_WORDS
from dialogs.finding.normalising import MAX_WORDS, stem, tokens
from dialogs.finding.shapes import Shapes
from dialogs.finding.vocabulary import Similar, Vocabulary
from dialogs.texts import LocalText

#: A common word says so much of what a particular one says.
COMMON = 0.35
#: What a word without a matter of its own weighs in a phrase.
SMALL = 0.12
#: What a word of a longer phrase or title weighs beside one that is a phrase: less the more words
#: share the phrase (exponent of their number), more the more phrases have it.
IN_PHRASE = 0.85
SHARED = 0.5
#: What a word of a summary weighs.
IN_SUMMARY = 0.3
#: A word that no service knows speaks against all, by this much and together at most by that.
UNKNOWN = 0.5
UNKNOWN_TOGETHER = 2.5
#: How much it counts that other words than the service's are few (exponent of their share).
COVERAGE = 0.7
#: Weights of the evidence in the sum that 1 - exp(-sum) turns into a score.
BY_WORDS = 0.8
BY_PHRASE = 0.9
BY_TRIGRAMS = 1.0
#: From this weight a word speaks for a service.
SPEAKS = 0.1
#: Scores below this mean nothing.
LEAST = 0.02

_PLACEHOLDER = re.compile(r"\{[^}]*\}")
_COMMON_STEMS = frozenset(stem(word) for word in COMMON_WORDS)


class Entry(msgspec.Struct, frozen=True):
    """What the finder knows of one e-service."""

    id: str
    title: LocalText
    #: Everyday words and phrases, in any language.
    words: tuple[str, ...] = ()
    summary: LocalText | None = None


class Match(msgspec.Struct, frozen=True):
    """A service that may be meant. `score` is 0 (nothing to do with it) to 1 (says all of it)."""

    service: str
    score: float
    #: How many words of the text speak for it.
    words: int = 0


class _Phrase(msgspec.Struct, frozen=True):
    """An everyday phrase or a title as stems, and what they weigh together.

    `small` are its words without a matter of their own: "sig" in "gifta sig". They weigh little,
    but "svårt" alone isn't "svårt att gå".
    """

    service: int
    stems: tuple[str, ...]
    small: tuple[str, ...]
    weight: float


class Ranking:
    """The index over a fixed set of services. Read-only once built."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._entries = tuple(entries)
        said = [
            (number, tokens(text))
            for number, entry in enumerate(self._entries)
            for text in (*_texts(entry.title), *entry.words)
        ]
        phrases = [(number, words) for number, whole in said if (words := _content(whole))]
        summaries = [
            (number, word)
            for number, entry in enumerate(self._entries)
            for text in _texts(entry.summary)
            for word in _content(tokens(text))
        ]
        self._weigh_stems(phrases, summaries)
        self._phrases = _Phrases(said, self._weights)
        self._shapes = Shapes(phrases)
        self._vocabulary = Vocabulary(
            [word for _, words in phrases for word in words] + [word for _, word in summaries]
        )

    def rank(self, text: str) -> list[Match]:
        """Every service that the text has something to do with, best first, ties by id."""
        words = tokens(text)
        written = _content(words)
        if all(word.isdigit() for word in written):
            return []
        similar = self._vocabulary.similar(written)
        small = STOP_WORDS.intersection(words)
        sums: dict[int, float] = defaultdict(float)
        by_words, speaking = self._by_words(written, similar)
        for number, said in by_words.items():
            sums[number] += BY_WORDS * said
        for number, phrase in self._by_phrase(similar, small).items():
            sums[number] += BY_PHRASE * phrase
        for number, shape in self._shapes.likeness(written).items():
            sums[number] += BY_TRIGRAMS * shape
        matches = (
            Match(self._entries[number].id, round(1 - math.exp(-total), 4), speaking.get(number, 0))
            for number, total in sums.items()
        )
        found = [match for match in matches if match.score >= LEAST]
        return sorted(found, key=lambda match: (-match.score, match.service))

    def seen(self, text: str) -> dict[str, tuple[str, ...]]:
        """The words of a text that were weighed, and the known stems that each stood for, the most
        alike first: what an editor needs to see when a text is missed."""
        written = _content(tokens(text))
        return {
            word: tuple(sorted(alike, key=lambda key: (-alike[key], key)))
            for word, alike in zip(written, self._vocabulary.similar(written), strict=True)
        }

    def _weigh_stems(
        self, phrases: Sequence[tuple[int, Sequence[str]]], summaries: Sequence[tuple[int, str]]
    ) -> None:
        """`_weights`: how particular each stem is, 0–1. `_services`: who has it, how strongly."""
        services: dict[str, dict[int, float]] = defaultdict(dict)
        for number, word in summaries:
            services[stem(word)][number] = IN_SUMMARY
        missing: dict[tuple[str, int], float] = defaultdict(lambda: 1.0)
        for number, words in phrases:
            strength = 1.0 if len(words) == 1 else IN_PHRASE / len(words) ** SHARED
            for key in dict.fromkeys(map(stem, words)):
                missing[key, number] *= 1 - strength
        for (key, number), rest in missing.items():
            services[key][number] = max(1 - rest, services[key].get(number, 0.0))
        count = len(self._entries) + 1
        rarest = math.log(count / 0.8)
        self._weights: dict[str, float] = {}
        for key, strengths in services.items():
            weight = math.log(count / (sum(strengths.values()) - 0.2)) / rarest
            common = COMMON if key in _COMMON_STEMS else 1.0
            self._weights[key] = max(0.05, min(1.0, weight)) * common
        self._services: dict[str, tuple[tuple[int, float], ...]] = {
            key: tuple(sorted(strengths.items())) for key, strengths in services.items()
        }

    def _by_words(
        self, written: Sequence[str], similar: Sequence[Similar]
    ) -> tuple[dict[int, float], Counter[int]]:
        """What the words say for each service, less when much of the text is about other things;
        and how many of them speak for it."""
        said: dict[int, float] = defaultdict(float)
        speaking: Counter[int] = Counter()
        known = unknown = 0.0
        for word, alike in zip(written, similar, strict=True):
            best: dict[int, float] = {}
            # A part of compounds says no more than it does alone: "barn" in "barnkalas".
            most = self._weights.get(stem(word), 1.0)
            for key, likeness in alike.items():
                weight = min(self._weights[key], most) * likeness
                for number, strength in self._services[key]:
                    best[number] = max(weight * strength, best.get(number, 0.0))
            for number, weight in best.items():
                said[number] += weight
                if weight > SPEAKS:
                    speaking[number] += 1
            known += max(best.values(), default=0.0)
            # The number on a meter says nothing of what the text is about.
            if not word.isdigit():
                common = COMMON if stem(word) in _COMMON_STEMS else 1.0
                unknown += UNKNOWN * common * (1 - max(alike.values(), default=0.0))
        whole = known + min(unknown, UNKNOWN_TOGETHER)
        weighed = {n: math.sqrt(value) * (value / whole) ** COVERAGE for n, value in said.items()}
        return weighed, speaking

    def _by_phrase(self, similar: Sequence[Similar], small: AbstractSet[str]) -> dict[int, float]:
        """How much of its best phrase is said, for each service."""
        said: Similar = {}
        for alike in similar:
            for key, likeness in alike.items():
                said[key] = max(likeness, said.get(key, 0.0))
        best: dict[int, float] = {}
        for at in sorted({at for key in said for at in self._phrases.having(key)}):
            phrase = self._phrases.all[at]
            weight = sum(self._weights[key] * said.get(key, 0.0) for key in phrase.stems)
            weight += SMALL * sum(word in small for word in phrase.small)
            strength = (weight / phrase.weight) ** 2 * min(1.0, phrase.weight)
            best[phrase.service] = max(strength, best.get(phrase.service, 0.0))
        return best


class _Phrases:
    """Titles and everyday phrases, found by the stems in them."""

    def __init__(
        self, said: Iterable[tuple[int, Sequence[str]]], weights: Mapping[str, float]
    ) -> None:
        self.all: list[_Phrase] = []
        self._having: dict[str, list[int]] = defaultdict(list)
        for number, words in said:
            stems = tuple(dict.fromkeys(map(stem, _content(words))))
            small = tuple(dict.fromkeys(filter(STOP_WORDS.__contains__, words)))
            for key in stems:
                self._having[key].append(len(self.all))
            weight = sum(weights[key] for key in stems) + SMALL * len(small)
            self.all.append(_Phrase(number, stems, small, weight))

    def having(self, key: str) -> Sequence[int]:
        return self._having.get(key, ())


def _content(words: Iterable[str]) -> list[str]:
    """The words that say what a text is about, each once, in order; no letter alone does."""
    content = (
        word for word in words if word not in STOP_WORDS and (len(word) > 1 or word.isdigit())
    )
    return list(dict.fromkeys(content))[:MAX_WORDS]


def _texts(text: LocalText | None) -> list[str]:
    """A service's own text in each language, without placeholders like {municipality}."""
    return [_PLACEHOLDER.sub(" ", t) for t in text.by_language.values()] if text else []
