"""Reads one answer as a field type does, and as people say it: corrected in the middle, or twice.

"den 4 nej 5 december" is the fifth; "måndag 7 december, alltså 2026-12-07" is one day. Types read
what is plain; here a text that they cannot be sure of is read part by part.
"""

import re
from collections.abc import Callable, Iterator
from typing import Final

import msgspec

from dialogs.conditions import Value
from dialogs.fields.around import asks, leaves_open, unframed
from dialogs.fields.base import Accepted, Asking, FieldType, Given, Outcome, Refused, Unsure
from dialogs.fields.option_matching import is_name
from dialogs.fields.writing import bare
from dialogs.service import Field

#: What can be said again. In a free text, a yes or a choice a "nej" is part of the answer.
_VALUES: Final = frozenset(
    {"date", "time", "period", "integer", "decimal", "money", "phone", "email", "personnummer"}
    | {"organisation_number", "vehicle", "property", "bank_account", "address", "name"}
)
#: Read wherever they stand in a text, so the words around them must be heeded too.
_FOUND_IN_TEXT: Final = frozenset(
    {"phone", "email", "personnummer", "organisation_number", "vehicle", "bank_account"}
)
#: The letters of these may be words: "fel@…" and "OLD 123" doubt nothing.
_ITSELF: Final = {
    "email": re.compile(r"\S+@\S+"),
    "vehicle": re.compile(r"(?<!\w)[^\W\d_]{3}[ -]?[0-9]{2}[0-9a-z](?!\w)", re.IGNORECASE),
}
#: Longer texts tell something.
_LONGEST: Final = 200
#: What follows is meant instead of what stands before it.
_INSTEAD = re.compile(
    r"[\s,.;:–—-]+(?:(?:eller|men|fast|or|but)[\s,]+)?"
    r"(?:(?:nej|nä|nää|nope|no(?=,|[\s,]+(?:wait|sorry|i mean))|oj|hoppsan|ojdå"
    r"|förlåt|ursäkta|rättelse|sorry|oops)"
    r"|(?:jag )?(?:menar|menade)|fel av mig|skrev fel|fel siffra|i mean(?:t)?|scratch that)"
    r"(?:[\s,.!:;–—-]+(?:vänta|förlåt|ursäkta|wait|sorry|fel|fel av mig|skrev fel|jag menar|jag menade"
    r"|menar|menade|det ska vara|det skulle vara|ska det vara|det är|förresten|i mean|nej|inte det))*"
    r"[\s,.!:;–—-]+",
    re.IGNORECASE,
)
#: "inte 4 utan 5 december".
_NOT_BUT = re.compile(
    r"^(?:det är |den |it's |it is )?(?:inte|not|ej)\s+(?P<before>.+?),?\s+(?:utan|but)\s+(?P<after>.+)$",
    re.IGNORECASE | re.DOTALL,
)
#: "…, nej vänta, 0701-74 06 06 ska det vara".
_TRAILING = re.compile(
    r"[\s,.]+(?:ska det vara|skall det vara|ska det stå|är det|var det|menar jag|menade jag|it is"
    r"|i mean)\W*$",
    re.IGNORECASE,
)
#: Between two ways to say the same.
_THAT_IS: Final = r"(?:alltså|dvs\.?|d\.\s?v\.\s?s\.?|det vill säga|that is|i\.e\.)"
_AGAIN = re.compile(
    rf"\s*(?:[,;(=\n]|\s[–—-]\s|\.\s)\s*{_THAT_IS}?[\s:,]*|\s+{_THAT_IS}[\s:,]+", re.IGNORECASE
)
#: Said so, the parts are told apart by it alone: an address has commas of its own.
_MARKED = re.compile(rf"[\s,.;(]+{_THAT_IS}[\s:,]+", re.IGNORECASE)
_ENDING = re.compile(rf"[\s,]+{_THAT_IS}\W*$", re.IGNORECASE)
_MARKED_AGAIN = re.compile(rf"[\s,.]{_THAT_IS}(?:[\s:,.]|$)", re.IGNORECASE)
#: Any words may be part of these.
_IN_WORDS: Final = frozenset({"name", "address", "property"})
#: Greetings and thanks around these change nothing. A yes and an agreement are read with theirs.
_JO = re.compile(r"jo (?!då)\w+ \w", re.IGNORECASE)
_YES_OR_NO: Final = frozenset({"ja", "nej", "yes", "no"})
_FRAMED: Final = _VALUES | {"choice", "choices"}
_MOST_PARTS: Final = 4
#: Of numbers a refusal says better that one is wanted.
_EITHER: Final = frozenset({"date", "time", "period"})
_OR = re.compile(r"^\s*(\S.*?)\s+(?:eller|or)\s+(\S.*?)\s*$", re.IGNORECASE)
_QUESTION = re.compile(
    r"\W*(?:när|hur|vad|var|vart|varför|vem|vilken|vilka|vilket|when|how|what|where|why|who|which)\b.*\?\W*$",
    re.IGNORECASE | re.DOTALL,
)
#: Refusals of the beginning of an answer, which may be corrected before it is whole.
_HALF_SAID: Final = frozenset({"name_needs_both", "email_domain", "date_day_missing"})
_DAY_ALONE = re.compile(r"(?:den )?([0-9]{1,2})(?::?[ae])?", re.IGNORECASE)
_FIRST_DAY = re.compile(r"[0-9]{1,2}(?![0-9])")


def read_answer(kind: FieldType, field: Field, given: Given, asking: Asking) -> Outcome:
    """What the person means with one answer. Never raises, whatever was written."""
    text = given.text
    inner = unframed(text) if kind.name in _FRAMED and not _answers_yes(field) else text
    outcome = kind.parse(field, given, asking)
    if inner != text and (kind.name in _IN_WORDS or not isinstance(outcome, Accepted)):
        within = kind.parse(field, msgspec.structs.replace(given, text=inner), asking)
        outcome = _without_frame(kind.name, outcome, within)
        if kind.name == "name" and _JO.match(text) and isinstance(outcome, Accepted):
            # "Jo" is also a first name.
            outcome = Unsure((outcome.value, f"Jo {outcome.value}"))
    is_open = isinstance(outcome, Accepted) and _is_open(kind.name, field, text)
    if is_open and isinstance(outcome, Accepted):
        outcome = Unsure((outcome.value,))
    if kind.name not in _VALUES or not text or len(text) > _LONGEST:
        return outcome

    def part(written: str) -> Outcome:
        return kind.parse(field, msgspec.structs.replace(given, text=written), asking)

    for before, after in _corrections(text):
        if (instead := _instead(part, before, after)) is not None:
            return instead
    if is_open:
        return outcome
    seems_corrected = _INSTEAD.search(text) is not None
    if seems_corrected and kind.name in ("name", "address"):
        # Where any words may be part of it, what was corrected must be written anew.
        return part("?")
    if isinstance(outcome, Accepted):
        again = _said_again(part, text) if _MARKED_AGAIN.search(text) else None
        return again or (Unsure((outcome.value,)) if seems_corrected else outcome)
    if isinstance(outcome, Unsure) and _QUESTION.match(text):
        # A question of the person's own, in which something looks like an answer.
        return part("?")
    either = _one_of_two(part, text) if kind.name in _EITHER else None
    return _said_again(part, text) or either or outcome


def _without_frame(kind: str, outcome: Outcome, inner: Outcome) -> Outcome:
    """What was said within a greeting and thanks, if it is the same or the rest was not understood."""
    if kind in _IN_WORDS:
        return outcome if isinstance(inner, Refused) else inner
    if not isinstance(inner, Accepted) or isinstance(outcome, Accepted):
        return outcome
    same = isinstance(outcome, Refused) or inner.value in outcome.candidates
    return inner if same else outcome


def _answers_yes(field: Field) -> bool:
    """Whether a yes or no is (the beginning of) an alternative, and so no small talk."""
    return any(
        label.casefold().split(" ")[0].strip(",.") in _YES_OR_NO
        for each in field.options
        for label in each.label.by_language.values()
    )


def _is_open(kind: str, field: Field, text: str) -> bool:
    """Whether an understood answer is doubted, denied or asked about in the words around it."""
    if kind in _FOUND_IN_TEXT or kind in _IN_WORDS:
        around = _ITSELF[kind].sub(" ", text) if kind in _ITSELF else text
        return leaves_open(around, in_words=kind in _IN_WORDS) or asks(bare(text))
    # "Kan det inte än" may be an alternative.
    return kind in _FRAMED and asks(bare(text)) and not is_name(text, field.options)


def _one_of_two(part: Callable[[str], Outcome], text: str) -> Outcome | None:
    """ "2-3", "fredag eller lördag": which of them is asked."""
    match = _OR.match(text)
    if match is None:
        return None
    both = [part(each) for each in match.groups()]
    if not all(isinstance(each, Accepted) for each in both):
        return None
    values = [each.value for each in both if isinstance(each, Accepted)]
    return Unsure(tuple(values)) if values[0] != values[1] else None


def _corrections(text: str) -> Iterator[tuple[str, str]]:
    """What was said first and what was said instead, the last correction first."""
    match = _NOT_BUT.match(text)
    if match is not None:
        yield match["before"], match["after"]
    for match in reversed(list(_INSTEAD.finditer(text))):
        yield text[: match.start()], text[match.end() :]


def _instead(part: Callable[[str], Outcome], before: str, after: str) -> Outcome | None:
    """The answer that was said instead of another; None when it was no correction."""
    if not any(character.isdigit() for character in before):
        first = part(before)
        if isinstance(first, Refused) and first.reason not in _HALF_SAID:
            # "Hej, nej vänta lite …": nothing was said yet that could be corrected.
            return None
    meant = part(_TRAILING.sub("", after))
    if not isinstance(meant, Refused):
        return meant
    day = _DAY_ALONE.fullmatch(after.strip(" .!"))
    if day is not None:
        # "4 december nej 5": the rest stands, but whether it does is asked.
        mended = part(_FIRST_DAY.sub(day[1], before, count=1))
        if isinstance(mended, Accepted):
            return Unsure((mended.value,))
    return None


def _said_again(part: Callable[[str], Outcome], text: str) -> Outcome | None:
    """The one answer that all parts of the text are; None when they are not."""
    text = _ENDING.sub("", text).strip(" .!()")
    splitter = _MARKED if _MARKED.search(text) else _AGAIN
    parts = [each for each in splitter.split(text) if each.strip(" .!)")]
    if not 2 <= len(parts) <= _MOST_PARTS:
        return None
    common: list[Value] | None = None
    is_stated = False
    for each in parts:
        read = part(each.strip(" .!)"))
        if isinstance(read, Refused):
            return None
        is_stated |= isinstance(read, Accepted)
        values = read.candidates if isinstance(read, Unsure) else (read.value,)
        common = [value for value in values if common is None or value in common]
    if not common or len(common) > 1:
        return None
    return Accepted(common[0]) if is_stated else Unsure((common[0],))
