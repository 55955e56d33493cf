"""Finds the alternative that a person means: by value, label, number, other words, or nearly so.

A wrong alternative may decide a case wrongly, so only these are taken without asking: the same
words (case, punctuation and marks on letters aside), its number, its beginning when no other begins
so, and one or two slips of the keyboard when no other alternative is near.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from dialogs.fields.around import HARMLESS
from dialogs.fields.kin import JOINING, by_kin, is_oneself
from dialogs.fields.option_numbers import MOST_CANDIDATES, THANKS, Match, by_number
from dialogs.fields.option_shorthand import by_shorthand
from dialogs.fields.option_yes_no import begun_by_yes_or_no, by_yes_or_no
from dialogs.fields.word_forms import derived_from, same_word
from dialogs.fields.writing import bare, word_set
from dialogs.service import Option

_NOT_WORDS = re.compile(r"[\W_]+")
_NEGATIONS: Final = word_set("inte ej icke inga ingen inget utan aldrig not no without neither")
#: Harmless elsewhere; here "ja" may be an alternative, "för mycket" is a no.
_TOO_MUCH: Final = word_set("e mycket hemskt ja jo japp jada jovisst javisst yes")
#: Said around a choice without changing it.
_SMALL_TALK: Final = word_set(
    "jag vi vill ha har valjer tar det ar blir den de en ett i ska skall tack please would like "
    "want choose take the it is a an och sa nog alternativ alternativet svar svaret helst bor bara med "
    "via genom betala behover with by "
    "nan nagon nagot endast enbart bade galler hej snalla nar for till at"
) | (HARMLESS - _TOO_MUCH)
#: Where, how much: beside the very name of an alternative they change nothing.
_BESIDES: Final = word_set(
    "ute inne utomhus inomhus mest lite ocksa oxa tyvarr kommunen framst oftast sjalva "
    "helt saklart klart sjalvklart forstas too also mostly she he they s re one"
)
_EITHER: Final = re.compile(r" (?:eller|or) | ?/ ?")
_SHORTEST_PART: Final = 3
_SHORTEST_FORM: Final = 3
_SHORTEST_INSIDE: Final = 4
#: An option's value of so few letters is no word that people would choose it by.
_SHORTEST_VALUE: Final = 2
#: Before the word that a label is chosen by: "På loven", "Mitt barn".
_PREPOSITIONS: Final = word_set("pa i av in on at by under min mitt mina var vart vara my our")
_ONESELF: Final = frozenset({"jag", "mig", "mej"})
_BESIDE: Final = _SMALL_TALK | _PREPOSITIONS
#: Who it is about, and how it is: "hon går på Nyland".
_SENTENCE: Final = _BESIDE | word_set("hon han hen dom gar vid just nu he she goes")
_AT_LEAST_SCORE: Final = 72
_FEWEST_REORDERED: Final = 2


def plain(text: str) -> str:
    """Bare words only, for comparison."""
    return _NOT_WORDS.sub(" ", bare(text)).strip()


#: Of definitions only: what people write is never kept in a cache.
_plain_label = lru_cache(maxsize=8192)(plain)


def _names(option: Option) -> Iterator[str]:
    yield _plain_label(option.value)
    for label in option.label.by_language.values():
        yield _plain_label(label)
        if "-" in label:
            yield _plain_label(label.replace("-", ""))
        yield from _either(label)
    for word in option.words:
        yield _plain_label(word)


@lru_cache(maxsize=8192)
def _either(label: str) -> tuple[str, ...]:
    """ "Snö eller halka" is chosen by either word."""
    parts = tuple(plain(each) for each in _EITHER.split(label))
    short = all(len(each) >= _SHORTEST_PART and " " not in each for each in parts)
    return parts if len(parts) > 1 and short else ()


def is_name(written: str, options: Sequence[Option]) -> bool:
    """Whether these are the very words of an alternative."""
    words = plain(written)
    return any(words == name for each in options for name in _names(each))


def has_negation(text: str) -> bool:
    return not _NEGATIONS.isdisjoint(text.split())


def _in_other_order(core: str, names: Sequence[Sequence[str]]) -> Match | None:
    """ "Inte trivs" for "trivs inte": all words of one name and no others."""
    words = frozenset(core.split())
    if len(words) < _FEWEST_REORDERED:
        return None
    same = tuple(
        at
        for at, each in enumerate(names)
        if any(words == frozenset(name.split()) for name in each)
    )
    return Match(same, sure=True) if len(same) == 1 else None


def match_option(written: str, options: Sequence[Option]) -> Match:
    """The option that `written` (bare text) means."""
    match = _match(written, options)
    # "Jag själv?" asks.
    return Match(match.options) if match.sure and written.endswith("?") else match


def _left_of_sentence(text: str) -> tuple[str, ...]:
    """What a short sentence around a name leaves of it, also without its genitive's s."""
    left = " ".join(each for each in text.split() if each not in _SENTENCE)
    said = dict.fromkeys((left, left.removesuffix("s")))
    return tuple(each for each in said if len(each) >= _SHORTEST_INSIDE and not each.isdigit())


def _match(written: str, options: Sequence[Option]) -> Match:
    text = _NOT_WORDS.sub(" ", written).strip()
    if not text:
        return Match()
    written = THANKS.sub("", written)
    names = [tuple(_names(each)) for each in options]
    oneself = _by_relative(text, names) if is_oneself(text) else None
    if oneself is not None:
        return oneself
    core = " ".join(each for each in text.split() if each not in _SMALL_TALK)
    for said in (text, core, *_left_of_sentence(text)):
        same = tuple(at for at, each in enumerate(names) if said and said in each)
        if same:
            # An option's value is not seen by anybody: "faktura" may also mean "E-faktura".
            unseen = said not in names[same[0]][1:]
            others = tuple(at for at in _holding(said, names) if at not in same) if unseen else ()
            sure = len(same) + len(others) == 1 and not (unseen and len(said) < _SHORTEST_VALUE)
            return Match((*same, *others)[:MOST_CANDIDATES], sure=sure)
    numbered = by_number(written, names)
    if numbered is not None:
        return numbered
    in_short = by_shorthand(text, names)
    if in_short is not None:
        return in_short
    reordered = _in_other_order(core, names)
    if reordered is not None:
        return reordered
    by_words = _by_words(text, names)
    if by_words is not None and by_words.sure:
        return by_words
    return (
        by_yes_or_no(written, names)
        or _by_beginning(text, names)
        or _by_forms(text, core, names)
        # What is named is denied, but "nej, det har vi inte" is still a no.
        or (begun_by_yes_or_no(written, names) if by_words == Match() else None)
        or by_words
        or _by_relative(text, names)
        or _by_nearness(text, names)
        or _by_part(text, names)
        or begun_by_yes_or_no(written, names)
        or Match()
    )


def _by_forms(text: str, core: str, names: Sequence[tuple[str, ...]]) -> Match | None:
    """All that is said are forms of one alternative's words: "gatlampan", "en förnyelse".

    Taken when its first word is among them; the last word of a longer label ("papper") is asked.
    """
    words = [each for each in core.split() if each not in _PREPOSITIONS]
    if not words or has_negation(core) or max(map(len, words)) < _SHORTEST_FORM:
        return None
    found: dict[int, bool] = {}
    for at, each in enumerate(names):
        for name in each[1:]:
            parts = [part for part in name.split() if part not in _BESIDE]
            if parts and all(any(_is_form(word, part) for part in parts) for word in words):
                whole = any(_is_form(word, parts[0]) for word in words)
                found[at] = found.get(at, False) or whole
    if not found:
        return None
    said = frozenset(text.split())
    # "Jag är barnet" and "mig och barnet" also name the one who says it, who can be chosen too.
    oneself = said & _ONESELF
    also = oneself and any(
        oneself & {*name.split()}
        for at, each in enumerate(names)
        for name in each
        if at not in found
    )
    sure = len(found) == 1 and all(found.values()) and JOINING.isdisjoint(said) and not also
    return Match(tuple(found)[:MOST_CANDIDATES], sure=sure)


def _is_form(word: str, part: str) -> bool:
    return same_word(word, part) or derived_from(word, part)


def _by_part(text: str, names: Sequence[tuple[str, ...]]) -> Match | None:
    """A form of an alternative's own word stands among others, or begins a longer word: asked."""
    words = [each for each in text.split() if len(each) >= _SHORTEST_INSIDE]
    if not words or has_negation(text):
        return None
    found = []
    for at, each in enumerate(names):
        firsts = {_first_word(name) for name in each[1:]}
        if any(
            _is_form(word, first) or (len(first) >= _SHORTEST_INSIDE and word.startswith(first))
            for word in words
            for first in firsts
            if first
        ):
            found.append(at)
    return Match(tuple(found)[:MOST_CANDIDATES]) if found else None


def _first_word(name: str) -> str:
    return next((each for each in name.split() if each not in _BESIDE), "")


def _by_relative(text: str, names: Sequence[tuple[str, ...]]) -> Match | None:
    found = by_kin(text, names)
    return None if found is None else Match((found[0],), sure=found[1])


def _holding(text: str, names: Sequence[tuple[str, ...]]) -> tuple[int, ...]:
    """The options with these words somewhere in a name."""
    words = f" {text} "
    return tuple(at for at, each in enumerate(names) if any(words in f" {n} " for n in each))


def _by_beginning(text: str, names: Sequence[tuple[str, ...]]) -> Match | None:
    # One or two letters must be a whole word: "ja" of "Ja, ensam".
    start = text if len(text) >= 3 else text + " "
    begun = tuple(at for at, each in enumerate(names) if any(n.startswith(start) for n in each))
    if not begun:
        return None
    whole_words = all(
        any(n.startswith(text + " ") for n in names[at]) or len(text) >= 4 for at in begun
    )
    # "faktura" begins "Faktura på papper", but "E-faktura" has the word too.
    begun += tuple(at for at in _holding(text, names) if at not in begun)
    return Match(begun[:MOST_CANDIDATES], sure=len(begun) == 1 and whole_words)


def _by_words(text: str, names: Sequence[tuple[str, ...]]) -> Match | None:
    """The option's words stand in the text, or the text in the option's label."""
    padded = f" {text} "
    said: dict[int, str] = {}
    for at, each in enumerate(names):
        inside = [n for n in each if len(n) >= 2 and f" {n} " in padded and n not in _SMALL_TALK]
        if inside:
            said[at] = max(inside, key=len)
    # "ny skola" is said, so "skola" is no other option.
    longest = tuple(
        at
        for at, name in said.items()
        if not any(f" {name} " in f" {other} " and name != other for other in said.values())
    )
    if longest:
        rest = padded
        for at in longest:
            rest = rest.replace(f" {said[at]} ", " ")
        known = set(rest.split()) <= _SMALL_TALK | _BESIDES
        if has_negation(rest):
            return Match()
        return Match(longest[:MOST_CANDIDATES], sure=len(longest) == 1 and known)
    if len(text) < 4 or set(text.split()) <= _SMALL_TALK:
        return None
    within = tuple(at for at, each in enumerate(names) if any(padded in f" {n} " for n in each))
    return Match(within[:MOST_CANDIDATES]) if within else None


def _by_nearness(text: str, names: Sequence[tuple[str, ...]]) -> Match | None:
    slips = sorted(
        (min(OSA.distance(text, name, score_cutoff=3) for name in each), at)
        for at, each in enumerate(names)
    )
    allowed = 2 if len(text) >= 8 else 1 if len(text) >= 4 else 0
    best, at = slips[0] if slips else (99, 0)
    alone = len(slips) < 2 or slips[1][0] >= best + 2
    if best <= allowed and alone and _same_start_and_digits(text, names[at]):
        return Match((at,), sure=not has_negation(text))
    scores = sorted(
        ((max(fuzz.ratio(text, name) for name in each), at) for at, each in enumerate(names)),
        reverse=True,
    )
    near = tuple(at for score, at in scores if score >= _AT_LEAST_SCORE)
    return Match(near[:MOST_CANDIDATES]) if near else None


def _same_start_and_digits(text: str, names: tuple[str, ...]) -> bool:
    """ "gift" is one slip from "ogift" and "2 dagar" from "3 dagar", but they are no slips."""
    name = min(names, key=lambda each: OSA.distance(text, each))
    return (
        text[:1] == name[:1]
        and [each for each in text if each.isdigit()] == [each for each in name if each.isdigit()]
        and has_negation(text) == has_negation(name)
    )
