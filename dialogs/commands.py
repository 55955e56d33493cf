"""The plain words that always work: "hjälp", "tillbaka", "ändra telefonnumret", "avbryt" …

Swedish and English both work whatever the language of the conversation; the language only decides
about words that mean something else too ("engelska" may be an answer about a mother tongue).
Diacritics, case, punctuation, a leading slash, polite words and a slip of the pen don't matter.
A longer text that merely contains such a word is not a command.
"""

import re
from collections import defaultdict
from collections.abc import Mapping

import msgspec
from rapidfuzz.distance import OSA

from dialogs.command_words import (
    ALSO_ANSWERS,
    ASKING_WHY,
    DETERMINERS,
    FLUFF,
    OPENINGS,
    OWN_MATTERS,
    PERHAPS,
    SAID,
    SURE_IN,
    TAKES_OBJECT,
    WHY,
    Command,
    fold,
    phrases_of,
)

__all__ = ["Command", "Recognised", "recognise"]


class Recognised(msgspec.Struct, frozen=True):
    """A command. `rest` is its object as written, or empty.

    `certain` is True when the whole text is the command; False when it is short and may as well be
    an answer, so that the assistant can ask where free text is expected. A CHANGE with a short
    object is certain; whether the object is one of the questions, only the caller knows.
    """

    command: Command
    rest: str = ""
    certain: bool = True


_WHOLE: Mapping[str, Command] = {
    said: command for command, line in SAID.items() for said in phrases_of(line)
}
_FIRST_WORDS = frozenset(said.split()[0] for said in _WHOLE) | frozenset(TAKES_OBJECT)

#: A reference alone, as the receipt and the messages write it: "K-7M3Q-9XRA".
_REFERENCE = re.compile(r"k-[2-9a-hjkmnp-z]{4}-?[2-9a-hjkmnp-z]{4}", re.IGNORECASE)


def _openings() -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """The openings by their first word, longest first."""
    table: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for opening in OPENINGS:
        words = tuple(opening.split())
        table[words[0]].append(words)
    return {word: tuple(sorted(some, key=len, reverse=True)) for word, some in table.items()}


_OPENINGS = _openings()

#: Longer texts are answers: in characters, and in words without fluff.
_LONGEST = 80
_LONGEST_OBJECT = 6
#: "ändra telefonnumret", "ändra fråga 3": up to so many words are surely an object.
_CERTAIN_OBJECT = 2
#: Slips are forgiven between these lengths; below, "cancer" and "cancel" would meet.
_SHORTEST_SLIP = 6
_FREE_SLIP = 8
_LONGEST_SLIP = 30


def _slip_table() -> Mapping[tuple[str, int], tuple[str, ...]]:
    """The commands that slips are forgiven in, by first letter and length of the slip."""
    table: dict[tuple[str, int], list[str]] = defaultdict(list)
    for said, command in _WHOLE.items():
        # "svensk" and "engelsk" are words of their own.
        if len(said) >= _SHORTEST_SLIP and command not in (Command.SWEDISH, Command.ENGLISH):
            for length in range(len(said) - 1, len(said) + 2):
                table[said[0], length].append(said)
    return {key: tuple(sorted(texts)) for key, texts in table.items()}


_SLIPS = _slip_table()


def recognise(text: str, language: str) -> Recognised | None:
    """The command that `text` is, or None when it is something else. Never raises.

    `language` is the conversation's. Numbers and dates are never commands.
    """
    if len(text) > _LONGEST:
        return None
    folded = fold(text)
    if not folded:
        return Recognised(Command.HELP) if text.strip(" ?") == "" and "?" in text else None
    if command := _WHOLE.get(folded):
        sure = text.lstrip().startswith("/") or _is_sure(folded, language)
        return Recognised(command, certain=sure and not _is_second(text, folded))
    if folded[0].isdigit():
        return None
    if _REFERENCE.fullmatch(bare := text.strip(" .!?")):
        return Recognised(Command.STATUS, bare, certain=False)
    words = set(folded.split())
    if words & WHY and words <= ASKING_WHY:
        return Recognised(Command.HELP)
    return _inexact(text, folded, language)


def _is_sure(folded: str, language: str) -> bool:
    return folded not in ALSO_ANSWERS or folded in SURE_IN.get(language, frozenset())


def _is_second(text: str, first: str) -> bool:
    """Written "andra": the second, the others, or "ändra" without its dots."""
    return first == "andra" and "andra" in text.casefold() and not text.lstrip().startswith("/")


def _inexact(text: str, folded: str, language: str) -> Recognised | None:
    words = _core(folded.split())
    if not words:
        return None
    core = " ".join(words)
    first = words[0]
    if first not in _FIRST_WORDS:
        return _slip(core)
    if core != folded and (command := _WHOLE.get(core)):
        return Recognised(command, certain=_is_sure(core, language))
    if len(words) > 1:
        if command := TAKES_OBJECT.get(first):
            return _with_object(command, text, words)
        if command := _WHOLE.get(first):
            if OWN_MATTERS.issuperset(words[1:]):
                return Recognised(command, certain=_is_sure(first, language))
            if len(words) == 2 and first in PERHAPS:
                return Recognised(command, certain=False)
    return _slip(core)


def _core(words: list[str]) -> list[str]:
    """The words without politeness around them."""
    end = len(words)
    while end and words[end - 1] in FLUFF:
        end -= 1
    start = _skip_fluff(words, 0, end)
    if start < end:
        for opening in _OPENINGS.get(words[start], ()):
            if tuple(words[start : start + len(opening)]) == opening:
                start = _skip_fluff(words, start + len(opening), end)
                break
    return words[start:end]


def _skip_fluff(words: list[str], start: int, end: int) -> int:
    while start < end and words[start] in FLUFF:
        start += 1
    return start


def _with_object(command: Command, text: str, words: list[str]) -> Recognised | None:
    """ "ändra mitt telefonnummer": the object as the person wrote it."""
    written = text.split()
    verb = next((at for at, word in enumerate(written) if words[0] in fold(word).split()), None)
    if verb is None:
        return None
    rest = written[verb + 1 :]
    while rest and fold(rest[-1]) in FLUFF | {""}:
        rest.pop()
    while rest and fold(rest[0]) in DETERMINERS:
        del rest[0]
    if len(rest) > _LONGEST_OBJECT:
        return None
    named = " ".join(rest).strip(" .,!?")
    # Of a withdrawal or a status only a reference, which has a digit, is a sure object.
    sure = command is Command.CHANGE or any(c.isdigit() for c in named)
    if command is not Command.CHANGE and OWN_MATTERS.issuperset(words[1:]):
        return Recognised(command)
    sure = sure and len(rest) <= _CERTAIN_OBJECT and not _is_second(text, words[0])
    return Recognised(command, named, certain=sure)


def _slip(core: str) -> Recognised | None:
    """A command with one letter too many, too few, wrong or swapped."""
    length = len(core)
    if not _SHORTEST_SLIP - 1 <= length <= _LONGEST_SLIP:
        return None
    for said in _SLIPS.get((core[0], length), ()):
        if OSA.distance(core, said, score_cutoff=1) > 1 or core + "s" == said or said + "s" == core:
            continue
        # In a short word only doubled and swapped letters are a slip: all letters are there.
        if len(said) >= _FREE_SLIP or set(core) == set(said):
            return Recognised(_WHOLE[said], certain=said not in ALSO_ANSWERS)
    return None
