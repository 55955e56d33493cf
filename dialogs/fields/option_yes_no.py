"""A yes or no, with its reason, where one alternative says yes and one says no: "nä, det är långt dit"."""

from collections.abc import Sequence
from typing import Final

from dialogs.fields.number_words import is_number_word
from dialogs.fields.option_numbers import MOST_CANDIDATES, Match
from dialogs.fields.writing import plain_words, word_set
from dialogs.fields.yes_no_reading import begins_firmly, read_with_reason

_SAYS: Final = {"ja": True, "yes": True, "nej": False, "no": False}
#: Shorter words are in most sentences.
_SHORTEST: Final = 4
_IN_MOST: Final = word_set("inte eller fran till vill redan from with have")


def by_yes_or_no(written: str, names: Sequence[tuple[str, ...]]) -> Match | None:
    """The alternative, when its yes or no is plain and the reason touches no other alternative."""
    if not begins_firmly(written):
        return None
    meant, sure = read_with_reason(written)
    if not sure:
        return None
    saying = _saying(names)
    if len(saying[True]) != 1 or len(saying[False]) != 1:
        return None
    chosen = saying[meant[0]][0]
    own = _words(names[chosen])
    others = {word for at, each in enumerate(names) if at != chosen for word in _words(each)} - own
    reason = plain_words(written)[1:]
    # "Ja, ett vittne" where two are asked for.
    counts = any(is_number_word(word) for word in reason)
    return Match((chosen,), sure=True) if not counts and others.isdisjoint(reason) else None


def begun_by_yes_or_no(written: str, names: Sequence[tuple[str, ...]]) -> Match | None:
    """The alternatives that begin with the same yes or no, to be asked about: "nej i Umeå"."""
    meant = read_with_reason(written)[0] if begins_firmly(written) else ()
    found = [at for each in meant for at in _saying(names)[each]]
    return Match(tuple(found[:MOST_CANDIDATES])) if found else None


def _saying(names: Sequence[tuple[str, ...]]) -> dict[bool, list[int]]:
    """The alternatives whose label says yes, and those whose label says no."""
    saying: dict[bool, list[int]] = {True: [], False: []}
    for at, each in enumerate(names):
        # The label comes after the value; "no idea" of the words says no no.
        says = _SAYS.get(each[1].split(" ")[0]) if len(each) > 1 else None
        if says is not None:
            saying[says].append(at)
    return saying


def _words(names: Sequence[str]) -> set[str]:
    return {word for name in names for word in name.split() if len(word) >= _SHORTEST} - _IN_MOST
