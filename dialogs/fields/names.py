"""Names of people.

A name is what its bearer says it is, so its spelling is kept. Only what a keyboard did (all small
or all capital letters) is mended, and only where it is plain how.
"""

import re
import unicodedata
from typing import ClassVar

from dialogs.fields.base import Accepted, Asking, FieldType, Given, Outcome, Refused, Unsure
from dialogs.fields.plain import capitalised, lowered, plain
from dialogs.messages import Input, Kind
from dialogs.service import Field

MAX_LENGTH = 120

#: "Min fru heter Eva Ek", "My husband's name is …": nobody's name holds these verbs.
_LEAD_IN = re.compile(
    r"^(?:(?:[\w'’-]+ ){1,4}heter|(?:mitt|hennes|hans|hens) namn är"
    r"|namnet är|namn ?:|(?:[\w'’-]+ ){1,4}name is|(?:[\w'’-]+ ){1,3}is called|name ?:) *",
    re.IGNORECASE,
)
#: The end of a sentence, not of an initial ("Bo E.").
_FULL_STOP = re.compile(r"(?<=\w\w)[ .]+$")
_SEVERAL = re.compile(r" (?:och|and|samt|eller|or) |[&/;]", re.IGNORECASE)
_PARTICLES = frozenset(
    {"von", "af", "av", "van", "der", "den", "de", "la", "le", "di", "da", "dos", "du", "zu"}
    | {"ter", "ten", "al", "el", "bin", "bint", "ibn"}
)
#: Answers that look like two words of a name but say that the name is not known.
_NOT_KNOWN = frozenset(
    {"vet inte", "vet ej", "vet inget", "ingen aning", "inget namn", "inte säker", "jag vet inte"}
    | {"don't know", "dont know", "not sure", "no idea", "i don't know", "i dont know"}
)
_MARKS = frozenset(" -'’`´.:·ʻʼ")


class NameType(FieldType):
    """First and last name of a person."""

    name: ClassVar[str] = "name"

    def parse(self, field: Field, given: Given, asking: Asking) -> Outcome:
        line = plain(given, limit=400)
        written = _LEAD_IN.sub("", line).strip(' ,;:!?"“”')
        written = _FULL_STOP.sub("", written)
        if written.casefold().rstrip(".") in _NOT_KNOWN:
            return Refused("name_unknown")
        if any(map(str.isdigit, written)):
            return Refused("name_digits")
        if len(written) > MAX_LENGTH:
            return Refused("name_long", {"max": MAX_LENGTH})
        if _SEVERAL.search(written):
            return Refused("name_several")
        last, comma, first = written.partition(",")
        reversed_order = bool(comma) and "," not in first
        if reversed_order:
            written = f"{first.strip()} {last.strip()}"
        if not all(c in _MARKS or unicodedata.category(c)[0] in "LM" for c in written):
            return Refused("name_characters")
        if sum(any(map(str.isalpha, word)) for word in written.split()) < 2:
            return Refused("name_needs_both")
        name = with_capitals(written)
        return Unsure((name,)) if reversed_order else Accepted(name)

    def input(self, field: Field, asking: Asking) -> Input:
        own = field.prefill == "name"
        return Input(
            kind=Kind.TEXT,
            max_length=MAX_LENGTH,
            autocomplete="name" if own else None,
            format="name",
        )

    def example(self, field: Field, asking: Asking) -> str | None:
        return "Kim Berg" if asking.language == "sv" else "Kim Hill"


def with_capitals(name: str) -> str:
    """The name with capitals where a keyboard left them out or wrote nothing else.

    In a name of mixed case only a first or last word of small letters is changed: in between it
    may well be a particle that we do not know.
    """
    words = name.split()
    if name.islower() or name.isupper():
        return " ".join(map(_recased, words))
    ends = {0, len(words) - 1}
    return " ".join(
        _recased(word) if place in ends and word.islower() else word
        for place, word in enumerate(words)
    )


def _recased(word: str) -> str:
    return "-".join(_recased_part(part) for part in word.split("-"))


def _recased_part(part: str) -> str:
    small = lowered(part)
    if small in _PARTICLES:
        return small
    if small.startswith("mc") and len(small) > 4 and small[2] not in "aeiouyåäö":
        return "Mc" + capitalised(small[2:])
    for mark in "'’":
        # O'Brien and D'Angelo, but not a possessive or a transcription such as Sana'a.
        head, found, tail = small.partition(mark)
        if found and len(head) == 1 and len(tail) > 1:
            return head.upper() + mark + capitalised(tail)
    return capitalised(part)
