"""Wishes for another municipality: "hemtjänst i Härnösand"."""

import re
from collections.abc import Iterable

from dialogs.finding.normalising import MAX_CHARACTERS, fold
from dialogs.finding.ranking import Entry

#: A service with one of these among its words is about other places too.
_ABROAD = ("annan ort", "annan kommun", "annan stad")
#: After these a place is not where the service is wanted.
_NO_DESTINATION = ("fran", "till", "from", "to", "bor i", "jobbar i", "live in")


class Places:
    """Where other municipalities are. Read-only."""

    def __init__(self, names: Iterable[str], entries: Iterable[Entry]) -> None:
        folded = sorted(re.escape(fold(name)) for name in names)
        either = "|".join(folded)
        # "hemtjänst i Sundsvall", "Sundsvalls kommun"; but people move "från" and "till", and who
        # "bor i Malmö" may ask for a mother here.
        before = "".join(rf"(?<!{words} )" for words in _NO_DESTINATION)
        self._named = re.compile(rf"{before}\b(?:{either})s?\b") if folded else None
        self._about_other_places = frozenset(
            entry.id
            for entry in entries
            if any(abroad in word for word in entry.words for abroad in _ABROAD)
        )

    def are_meant(self, text: str, service: str) -> bool:
        """Whether the text asks for the service somewhere else."""
        if self._named is None or service in self._about_other_places:
            return False
        words = " ".join(fold(text[:MAX_CHARACTERS]).split())
        return self._named.search(words) is not None
