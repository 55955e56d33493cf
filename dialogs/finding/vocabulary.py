"""The words of all services, and which of them a written word may stand for.

A written word can be a known one in another form, a compound with a known one in it
("bygglovsansökan"), a part of a known compound, two known ones in one ("skolbyte" – "byta skola"),
half of a known one written apart ("bygg lov"), or a misspelling.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from rapidfuzz.distance import OSA

from dialogs.finding.normalising import stem

#: How alike two words are, by what joins them. 1.0 is the same word in whatever form.
OTHER_FORM = 0.92
#: So little of a word remained that it may be another word.
SHORT_STEM = 0.75
WRITTEN_APART = 0.95
BOTH_PARTS = 0.85
#: A part of three letters is easily found in another word, most of all in a misspelled one.
SHORT_PART = 0.5
MISSPELLED = 0.95
#: In a word as short as this one wrong letter easily makes another word.
SHORT_MISSPELLED = 0.6
_SHORT = 6
LAST_PART = 0.65
FIRST_PART = 0.65
#: The least stem of a compound's part: alone, and when the other part is known too.
_SHORTEST_PART = 4
_SHORTEST_OF_TWO = 3
#: Compounds that begin alike by so many letters probably share their first part.
_SAME_BEGINNING = 6
#: Misspellings looked for in one text: the only comparison that costs time.
_MAX_MISSPELLED = 12

#: Known stems with how alike they are to one written word.
Similar = dict[str, float]


class Vocabulary:
    """All words of the services, given as folded tokens in any order."""

    def __init__(self, words: Iterable[str]) -> None:
        forms = sorted(set(words))
        self._forms = frozenset(forms)
        self._stems = frozenset(stem(word) for word in forms)
        self._holding = _compounds_by_part(forms)
        self._by_beginning: dict[str, list[str]] = defaultdict(list)
        for word in forms:
            if len(word) >= _SAME_BEGINNING:
                self._by_beginning[word[:_SAME_BEGINNING]].append(word)
        self._by_length: dict[tuple[str, int], list[str]] = defaultdict(list)
        for word in forms:
            self._by_length[word[0], len(word)].append(word)

    def similar(self, written: Sequence[str]) -> list[Similar]:
        """For each written word the known stems it may stand for."""
        found = [self._known(word) for word in written]
        self._add_written_apart(written, found)
        self._add_misspelled(written, found)
        return found

    def _known(self, word: str) -> Similar:
        own = stem(word)
        if word in self._forms:
            alike = {own: 1.0}
        elif own in self._stems:
            alike = {own: OTHER_FORM if len(own) >= _SHORTEST_PART else SHORT_STEM}
        elif word.endswith("n") and word[:-1] in self._forms:
            # "snön" and "bron" are the only form that ends so.
            alike = {stem(word[:-1]): OTHER_FORM}
        else:
            alike = self._parts(word)
        for compound, likeness in self._holding.get(own, ()):
            alike[compound] = max(likeness, alike.get(compound, 0.0))
        return alike

    def _parts(self, word: str) -> Similar:
        """The known words in a compound: best both halves, else a long enough first or last one."""
        alike: Similar = {}
        for _at, first, last in _splits(word):
            knows_first, knows_last = first in self._stems, last in self._stems
            if knows_first and knows_last:
                shortest = min(len(first), len(last))
                both = BOTH_PARTS if shortest >= _SHORTEST_PART else SHORT_PART
                return {first: both, last: both}
            if knows_first and len(first) >= _SHORTEST_PART:
                alike[first] = FIRST_PART
            if knows_last and len(last) >= _SHORTEST_PART:
                alike[last] = LAST_PART
        return alike or self._same_beginning(word)

    def _same_beginning(self, word: str) -> Similar:
        """Compounds with the same first part, itself unknown: "handikappskylt"."""
        alike: Similar = {}
        for known in self._by_beginning.get(word[:_SAME_BEGINNING], ()):
            shared = _shared_beginning(word, known)
            likeness = FIRST_PART * shared / min(len(word), len(known))
            alike[stem(known)] = max(likeness, alike.get(stem(known), 0.0))
        return alike

    def _add_written_apart(self, written: Sequence[str], found: list[Similar]) -> None:
        for at in range(len(written) - 1):
            whole = stem(written[at] + written[at + 1])
            if whole in self._stems:
                # Both words carry it; a service counts one word's best likeness once a word.
                found[at][whole] = max(WRITTEN_APART, found[at].get(whole, 0.0))
                found[at + 1][whole] = max(WRITTEN_APART, found[at + 1].get(whole, 0.0))

    def _add_misspelled(self, written: Sequence[str], found: list[Similar]) -> None:
        doubtful = [
            at
            for at, alike in enumerate(found)
            if len(written[at]) >= _SHORTEST_PART and max(alike.values(), default=0.0) < SHORT_STEM
        ]
        for at in doubtful[:_MAX_MISSPELLED]:
            for key, likeness in self._misspelled(written[at]).items():
                found[at][key] = max(likeness, found[at].get(key, 0.0))

    def _misspelled(self, word: str) -> Similar:
        """Known words at one wrong letter, or two or three in a long word.

        The first letter must be right: it seldom isn't, and it keeps the search small.
        """
        most = _allowed_errors(len(word) + 1)
        alike: Similar = {}
        for length in range(max(4, len(word) - most), len(word) + most + 1):
            allowed = _allowed_errors(max(length, len(word)))
            for known in self._by_length.get((word[0], length), ()):
                errors = OSA.distance(word, known, score_cutoff=allowed)
                if errors > allowed:
                    continue
                likeness = MISSPELLED * (1 - errors / len(word))
                if len(word) < _SHORT:
                    likeness *= SHORT_MISSPELLED
                key = stem(known)
                alike[key] = max(likeness, alike.get(key, 0.0))
        return alike


def _allowed_errors(length: int) -> int:
    if length < 9:
        return 1
    return 2 if length < 14 else 3


def _splits(word: str) -> Iterator[tuple[int, str, str]]:
    """Each place to part a compound and the stems of both parts.

    A linking s belongs to neither: "bygglov-s-ansökan".
    """
    for at in range(len(word) - _SHORTEST_OF_TWO, _SHORTEST_OF_TWO - 1, -1):
        first, last = word[:at], stem(word[at:])
        yield at, stem(first), last
        if first[-1] == "s" and at > _SHORTEST_OF_TWO + 1:
            yield at, stem(first[:-1]), last


def _compounds_by_part(words: Sequence[str]) -> dict[str, list[tuple[str, float]]]:
    """The known compounds that begin or end with a part, by the part's stem."""
    holding: dict[str, dict[str, float]] = defaultdict(dict)
    for word in words:
        whole = stem(word)
        for at, first, last in _splits(word):
            rest = len(word) - at
            for part, length, base in ((first, at, FIRST_PART), (last, rest, LAST_PART)):
                if len(part) >= _SHORTEST_PART and part != whole:
                    # The more of the compound that the part is, the surer.
                    likeness = base * (0.6 + 0.4 * length / len(word))
                    holding[part][whole] = max(likeness, holding[part].get(whole, 0.0))
    return {part: sorted(compounds.items()) for part, compounds in holding.items()}


def _shared_beginning(one: str, other: str) -> int:
    """How many first letters two words have in common."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))
