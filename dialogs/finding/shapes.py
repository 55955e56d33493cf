"""Character trigrams: how alike a text is to each service's phrases, word borders included.

They see what words and spelling rules miss.
"""

import math
from array import array
from collections import Counter
from collections.abc import Mapping, Sequence

from dialogs.finding.normalising import trigrams


class Shapes:
    """Phrases as vectors of trigrams, compared by the cosine of their tf-idf. Read-only once built.

    The vectors lie in arrays by trigram: as objects they were most of what the finder weighed.
    """

    def __init__(self, phrases: Sequence[tuple[int, Sequence[str]]]) -> None:
        """`phrases`: each with the number of its service, those of a service side by side."""
        # As numbers meanwhile: a counter for each phrase would be the most that a start takes.
        numbers: dict[str, int] = {}
        written = [
            array("I", [numbers.setdefault(gram, len(numbers)) for gram in trigrams(words)])
            for _, words in phrases
        ]
        seen = Counter(gram for grams in written for gram in set(grams))
        rarity = [math.log((len(written) + 1) / seen[each]) for each in range(len(numbers))]
        self._rarity = dict(zip(numbers, rarity, strict=True))
        self._unseen = math.log(len(written) + 1)
        self._of_service = _stretches([number for number, _ in phrases])
        lists = [(array("I"), array("f")) for _ in numbers]
        for at, grams in enumerate(written):
            count = Counter(grams)
            length = math.hypot(*[times * rarity[gram] for gram, times in count.items()]) or 1.0
            for gram, times in count.items():
                places, weights = lists[gram]
                places.append(at)
                weights.append(times * rarity[gram] / length)
        self._in = dict(zip(numbers, lists, strict=True))

    def _length(self, count: Mapping[str, int]) -> float:
        rarity, unseen = self._rarity.get, self._unseen
        return math.hypot(*[n * rarity(gram, unseen) for gram, n in count.items()]) or 1.0

    def likeness(self, words: Sequence[str]) -> dict[int, float]:
        """For each service the squared cosine with its most alike phrase."""
        count = Counter(trigrams(words))
        length = self._length(count)
        sums = [0.0] * sum(len(stretch) for stretch in self._of_service.values())
        for gram, times in count.items():
            if found := self._in.get(gram):
                weight = times * self._rarity[gram] / length
                for at, other in zip(*found, strict=True):
                    sums[at] += weight * other
        best = {
            number: max(sums[stretch.start : stretch.stop])
            for number, stretch in self._of_service.items()
        }
        return {number: cosine * cosine for number, cosine in best.items() if cosine}


def _stretches(numbers: Sequence[int]) -> dict[int, range]:
    """Where each number stands in a list in which equal ones are neighbours."""
    borders: dict[int, range] = {}
    for at, number in enumerate(numbers):
        borders[number] = range(borders[number].start if number in borders else at, at + 1)
    return borders
