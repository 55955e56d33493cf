"""Reads a time of day from bare text: "14.30", "1430", "kl 9", "halv tre", "half past two pm".

Spoken times ("halv tre", "kvart i tre") and single hours from 1 to 7 do not say which half of the
day they mean, so both are given: the field's limits decide, or the person.
"""

import re
from dataclasses import dataclass
from typing import Final

from dialogs.fields.around import HARMLESS, asks
from dialogs.fields.number_words import value_of
from dialogs.fields.writing import word_set

#: Minutes since midnight.
Minutes = int
_NOON: Final = 720
_DAY: Final = 1440


@dataclass(frozen=True, slots=True)
class TimeReading:
    """A time of day: what it can be, most likely first."""

    times: tuple[Minutes, ...]
    sure: bool = True


@dataclass(frozen=True, slots=True)
class NoTime:
    reason: str


_MORNING: Final = word_set(
    "fm f.m. f.m am a.m. a.m morgon morgonen morron morronen formiddag formiddagen formiddan "
    "morning morgontid"
)
_EVENING: Final = word_set(
    "em e.m. e.m pm p.m. p.m eftermiddag eftermiddagen eftermiddan kvall kvallen ikvall afternoon "
    "evening "
    "tonight"
)
_NIGHT: Final = frozenset({"natt", "natten", "inatt", "night"})
_DAYTIME: Final = frozenset({"dagen", "dan", "dagtid"})
_PARTS: Final = _MORNING | _EVENING | _NIGHT | _DAYTIME
_LEFT_OUT: Final = (
    word_set(
        "kl kl. klockan klockslag tid det ar blir den pa at in the i vid tack please o'clock oclock "
        "prick exakt precis ca cirka ungefar omkring runt about around its it is vill helst garna h "
        "passar oss mig bast bra sa mycket tackar skulle vara ska hej snalla jag vi noll mitt tiden kan for"
    )
    | HARMLESS
)
_NEGATIONS: Final = frozenset({"inte", "ej", "not"})
_FIXED: Final[dict[str, tuple[Minutes, ...]]] = {
    "mitt pa dagen": (_NOON,),
    "mitt pa dan": (_NOON,),
    "middagstid": (_NOON,),
    "noon": (_NOON,),
    "midday": (_NOON,),
    "midnatt": (0,),
    "midnight": (0,),
}
_HOUR: Final = "(?P<hour>[0-9]{1,2}|[a-z]{2,12})"
_COUNT: Final = "(?P<off>(?:en )?kvart|(?:a )?quarter|[0-9]{1,2}|[a-z]{2,12})(?: minuter| minutes)?"
#: (how it is said, minutes from the hour, direction of the count of minutes before it)
_SPOKEN: Final = tuple(
    (re.compile(rf"(?<![a-z0-9]){source}(?![a-z0-9])"), base, direction)
    for source, base, direction in (
        (f"{_COUNT} i halv {_HOUR}", -30, -1),
        (f"{_COUNT} over halv {_HOUR}", -30, 1),
        (f"(?P<off>)halv {_HOUR}", -30, 0),
        (f"(?P<off>)half (?:past )?{_HOUR}", 30, 0),
        (f"{_COUNT} (?:to|i) {_HOUR}", 0, -1),
        (f"{_COUNT} (?:past|over) {_HOUR}", 0, 1),
    )
)
_CLOCK = re.compile(r"(?<![0-9:.,-])([0-9]{1,2}) ?[:.,h] ?([0-9]{2})(?::[0-9]{2})?(?![0-9])")
_FOUR = re.compile(r"(?<![0-9:.,-])([0-9]{2})([0-9]{2})(?![0-9:.,-])")
_HOUR_ONLY = re.compile(r"(?<![0-9:.,-])([0-9]{1,2})(?![0-9])(?:[.:]?(?= |$|[a-z]))")
_HOUR_AND_ZERO = re.compile(r"\b(?=([a-z]{2,12}) noll ([a-z]{2,4})\b)")
_SPACED_CLOCK = re.compile(r"(?<![0-9] )\b([0-2][0-9]) ([0-5][0-9])\b(?! [0-9])")
_HOUR_AND_MINUTE = re.compile(r"\b(?=([a-z]{2,12}) (?:och )?([a-z]{3,14})\b)")
_AFTER_MIDNIGHT = re.compile(r"\bnoll noll ([a-z]{3,14})\b")
_THREE = re.compile(r"(?<![0-9:.,-])([1-9])([0-5][0-9])(?![0-9:.,-])")
_WORD = re.compile(r"[a-z][a-z'.]*|[0-9]+|[?-]")
_SPACED_PART = re.compile(r"\b([fe]) m\b")
_GLUED_PART = re.compile(r"(?<=[0-9])(fm|em|am|pm)\b")
#: "Tjugo i": the hour is still to come.
_CUT_SHORT = re.compile(r"\b(?:i|over|past|(?<!en )kvart)$")
_RANGE = re.compile(r"[0-9] ?-+ ?(?:kl\.? ?)?[0-9]|\b(?:mellan|between|eller|or|till)\b")


def _number(word: str) -> int | None:
    return int(word) if word.isdigit() else value_of(word)


def _both(minutes: Minutes) -> tuple[Minutes, ...]:
    """The two times of day with this reading on a dial; office hours (7–19) first."""
    minutes %= _NOON
    ways = (minutes, minutes + _NOON)
    return ways if minutes >= 420 else ways[::-1]


def _spoken(text: str) -> tuple[tuple[int, int], tuple[Minutes, ...]] | None:
    for regex, base, direction in _SPOKEN:
        match = regex.search(text)
        if match is None:
            continue
        hour = _number(match["hour"])
        offset = 0
        if match["off"]:
            word = match["off"]
            found = 15 if word.endswith(("kvart", "quarter")) else _number(word)
            if found is None or not 0 < found < 30:
                return None
            offset = found * direction
        if hour is None or not 0 <= hour <= 24:
            return None
        minutes = hour * 60 + base + offset
        if base == 30 and "past" not in match[0]:
            # "half two" is 2.30 in Britain, and 1.30 to a Swede who translates "halv två".
            return match.span(), (*_both(minutes), *_both(minutes - 60))
        return match.span(), _both(minutes) if hour <= 12 else (minutes % _DAY,)
    return None


def _written(text: str) -> tuple[tuple[int, int], tuple[Minutes, ...]] | NoTime | None:
    match = _CLOCK.search(text) or _FOUR.search(text) or _SPACED_CLOCK.search(text)
    if match is not None:
        hour, minute = int(match[1]), int(match[2])
        if (hour, minute) == (24, 0):
            return match.span(), (0,)
        if hour > 23 or minute > 59:
            return NoTime("time_impossible")
        # 2.30 may be said in the afternoon; 02.30 and 9.30 are as they are written.
        unclear = len(match[1]) == 1 and 1 <= hour <= 7
        return match.span(), _both(hour * 60 + minute) if unclear else (hour * 60 + minute,)
    match = _THREE.fullmatch(text)
    if match is not None:
        return match.span(), _both(int(match[1]) * 60 + int(match[2]))
    match = _HOUR_ONLY.search(text)
    if match is None:
        return None
    hour = int(match[1])
    if hour > 24:
        return NoTime("time_impossible")
    return match.span(), _hour(hour, unclear=len(match[1]) == 1)


def _hour(hour: int, *, unclear: bool) -> tuple[Minutes, ...]:
    return _both(hour * 60) if unclear and 1 <= hour <= 7 else (hour % 24 * 60,)


def _in_words(text: str) -> tuple[tuple[int, int], tuple[Minutes, ...]] | None:
    """ "tre", "klockan fjorton", "fjorton trettio", "femton noll noll"."""
    midnight = _AFTER_MIDNIGHT.search(text)
    if midnight is not None and 0 < (value_of(midnight[1]) or 0) < 60:
        return midnight.span(), (value_of(midnight[1]) or 0,)
    for regex, minutes in ((_HOUR_AND_ZERO, range(10)), (_HOUR_AND_MINUTE, range(10, 60))):
        for match in regex.finditer(text):
            hour, minute = value_of(match[1]), value_of(match[2])
            if hour is not None and minute == hour + 1:
                # "Tolv tretton" is one of two hours.
                continue
            if hour is not None and minute is not None and hour < 24 and minute in minutes:
                time = hour * 60 + minute
                unclear = 1 <= hour <= 7
                return (match.start(1), match.end(2)), _both(time) if unclear else (time,)
    for match in re.finditer("[a-z]{2,16}", text):
        hour = value_of(match[0])
        if hour is not None and hour <= 24:
            return match.span(), _hour(hour, unclear=True)
    return None


def _in_part(times: tuple[Minutes, ...], words: set[str]) -> tuple[Minutes, ...]:
    """The times in the part of the day that was said; nothing when they contradict it."""
    if words & _DAYTIME:
        return tuple(each for each in times if 6 * 60 <= each < 18 * 60)
    if words & _NIGHT:
        ways = {way for each in times for way in (_both(each) if each <= _NOON else (each,))}
        return tuple(sorted(each for each in ways if each < 6 * 60 or each >= 21 * 60))
    if words & _MORNING:
        return tuple(
            each % _NOON if each // 60 == 12 else each for each in times if each // 60 <= 12
        )
    # Twelve in the evening is midnight, twelve pm is noon.
    twelve = -_NOON if words & {"kvall", "kvallen", "ikvall"} else 0
    return tuple(each + twelve if each // 60 == 12 else each % _NOON + _NOON for each in times)


def read_time(text: str) -> TimeReading | NoTime:
    """The time of day in bare text."""
    text = (
        _SPACED_PART.sub(r"\1m", _GLUED_PART.sub(r" \1", text))
        .replace("-tiden", " tiden")
        .replace("kl.", "kl ")
        .replace("kl:", "kl ")
    )
    if _RANGE.search(text):
        return NoTime("time_range")
    if _CUT_SHORT.search(text):
        return NoTime("time_unreadable")
    spoken = _spoken(text) or _written(text)
    for words, times in _FIXED.items():
        # "halv ett mitt på dagen" tells a time and when on the day.
        if re.search(rf"\b{words}\b", text) and spoken is None:
            return TimeReading(times, sure=text == words)
    found = spoken or _in_words(text)
    if found is None:
        return NoTime("time_unreadable")
    if isinstance(found, NoTime):
        return found
    span, times = found
    rest = set(_WORD.findall(text[: span[0]] + " " + text[span[1] :]))
    if rest & _NEGATIONS:
        return NoTime("time_unreadable")
    if any(each.isdigit() or (value_of(each) or 0) > 1 for each in rest):
        return NoTime("time_several")
    if rest & _PARTS:
        times = tuple(dict.fromkeys(_in_part(times, rest)))
        if not times:
            return NoTime("time_impossible")
    return TimeReading(times, rest <= _LEFT_OUT | _PARTS and not asks(text))
