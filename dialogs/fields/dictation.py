"""Numbers that are read out: "sjuttiofem noll sex femton streck tjugotre åttiotre".

Dictation writes some digits as words and marks by their names. "Sjuttio ett" can be 71 and 70 1,
so a text may have several readings; the type that knows which numbers exist decides.
"""

import re
from collections.abc import Callable, Sequence
from itertools import islice, product
from typing import Final

from dialogs.fields.base import Accepted, Outcome, Refused, Unsure
from dialogs.fields.number_words import is_number_word, value_of
from dialogs.fields.writing import bare

_MARKS: Final = {
    "streck": "-", "bindestreck": "-", "minus": "-", "dash": "-", "hyphen": "-", "plus": "+",
    "kolon": ":", "colon": ":", "snedstreck": "/", "slash": "/",
}  # fmt: skip
_TOKEN = re.compile(r"[^\W\d_]+|\d+|\S")
#: "Ring inte 070-…", "19990807-2391?".
_DOUBTED = re.compile(r"\b(?:inte|ej|icke|not)\b|\?\s*$", re.IGNORECASE)
#: "nollsju", and the pauses in "noll sjuttio, ett sju fyra".
_GLUED_ZERO = re.compile(r"\b(noll)(?=[a-zåäö]{2})(?!a\b)", re.IGNORECASE)
_COMMA_BETWEEN = re.compile(r"(?<=[^\W\d_]), (?=[^\W\d_])")
#: Longer runs are no number that anybody reads out, and have too many readings.
_LONGEST_RUN: Final = 24
_MOST_READINGS: Final = 32
#: Fewer words ("ett två tre") may be words.
_FEWEST_DIGITS: Final = 4
#: Nobody says a part of a longer number as ten thousand.
_LARGEST_PART: Final = 9999


def spoken_readings(text: str) -> tuple[str, ...]:
    """What the text can be with its words as digits; nothing when there are no such words."""
    text = _COMMA_BETWEEN.sub(" ", _GLUED_ZERO.sub(r"\1 ", text))
    tokens = [match.group() for match in _TOKEN.finditer(text)]
    words = [bare(token) if token.isalpha() else "" for token in tokens]
    if not any(is_number_word(word) or word in _MARKS for word in words if word):
        return ()
    pieces: list[Sequence[str]] = []
    changed, at = False, 0
    while at < len(tokens):
        end = at
        # "a" is a letter that is read out, and no number.
        while end < len(tokens) and words[end] not in ("", "a") and is_number_word(words[end]):
            end += 1
        if end > at:
            readings = _readings_of(words[at:end], near_digits=_near_digits(tokens, words, at, end))
            changed |= bool(readings)
            pieces.append(readings or [" ".join(tokens[at:end])])
            at = end
            continue
        mark = _MARKS.get(words[at], "") if 0 < at < len(tokens) - 1 or words[at] == "plus" else ""
        changed |= bool(mark)
        pieces.append([mark or tokens[at]])
        at += 1
    if not changed:
        return ()
    return tuple(islice((_joined(each) for each in product(*pieces)), _MOST_READINGS))


def hear(text: str, read: Callable[[str], Outcome], *, spoken: bool = True) -> Outcome:
    """What `read` makes of the text, as it is written or else, if it may be `spoken`, as it sounds.

    Readings that are not accepted do not count; if several are, the person must say which.
    """
    outcome = read(text)
    if isinstance(outcome, Accepted) and _DOUBTED.search(text):
        return Unsure((outcome.value,))
    if not isinstance(outcome, Refused):
        return outcome
    accepted: list[Accepted] = []
    asked: list[Unsure] = []
    for each in spoken_readings(text) if spoken else ():
        heard = read(each)
        if isinstance(heard, Accepted) and heard.value not in [one.value for one in accepted]:
            accepted.append(heard)
        elif isinstance(heard, Unsure):
            asked.append(heard)
    if len(accepted) == 1 and not asked:
        return accepted[0]
    values = [each.value for each in accepted]
    values += [value for each in asked for value in each.candidates if value not in values]
    return Unsure(tuple(values[:4])) if values else outcome


def digits_of(text: str) -> str | None:
    """The digits that are read out one by one, "ett två tre fyra"; None when it is anything else."""
    values = [value_of(bare(word)) for word in text.split()]
    if len(values) < _FEWEST_DIGITS or any(value is None or value > 9 for value in values):
        return None
    return "".join(map(str, values))


def _near_digits(tokens: Sequence[str], words: Sequence[str], at: int, end: int) -> bool:
    """Whether digits or a spoken mark stand beside a run of words."""
    beside = [place for place in (at - 1, end) if 0 <= place < len(tokens)]
    return any(tokens[place].isdigit() or words[place] in _MARKS for place in beside)


def _readings_of(run: Sequence[str], *, near_digits: bool) -> list[str]:
    """The digits that a run of number words can be; a lone small number stays a word."""
    if len(run) > _LONGEST_RUN:
        return []
    return [each for each in _digits(run) if near_digits or len(run) > 1 or len(each) > 2]


def _digits(run: Sequence[str]) -> list[str]:
    """What the words can be as digits, at most so many readings; from the last word backwards."""
    endings: list[list[str]] = [[] for _ in run] + [[""]]
    for at in reversed(range(len(run))):
        glued = _parts_of(run[at]) if value_of(run[at]) is None else ""
        if glued:
            endings[at] += [glued + rest for rest in endings[at + 1]]
        # "nitton hundra sjuttio fem" is the longest part that is read as one number.
        for end in range(min(len(run), at + 4), at, -1):
            value = value_of(" ".join(run[at:end]))
            if value is not None and value <= _LARGEST_PART:
                endings[at] += [f"{value}{rest}" for rest in endings[end]]
        del endings[at][_MOST_READINGS:]
    return endings[0]


def _parts_of(word: str) -> str:
    """ "nittontrettiosex" → "1936", when the word is two numbers in one."""
    for place in range(2, len(word) - 1):
        first, second = value_of(word[:place]), value_of(word[place:])
        if first is not None and second is not None and first >= 10 and 10 <= second < 100:
            return f"{first}{second}"
    return ""


def _joined(pieces: Sequence[str]) -> str:
    text = " ".join(pieces)
    return re.sub(r" ?([-+:/]) ?(?=\d)", r"\1", text)
