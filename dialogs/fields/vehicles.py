"""Registration numbers of Swedish vehicles (Transportstyrelsen).

Three letters, two digits and a digit or letter. I, Q, V, Å, Ä and Ö are not used, nor O in the last
place. Personal plates have two to seven characters of any kind, so they can only be confirmed.
"""

import re
from typing import ClassVar

from dialogs.conditions import Value
from dialogs.fields.base import (
    Accepted,
    Asking,
    FieldType,
    Finding,
    Given,
    Outcome,
    Refused,
    Unsure,
)
from dialogs.fields.dictation import hear
from dialogs.fields.plain import plain
from dialogs.fields.within import surely
from dialogs.fields.within_identifiers import vehicle_spans
from dialogs.messages import Input, Kind
from dialogs.service import Field

_LETTER = "A-HJ-PR-UW-Z"
_ORDINARY = re.compile(rf"[{_LETTER}]{{3}}\d{{2}}[0-9A-HJ-NPR-UW-Z]")
#: The pattern of an ordinary number with letters that are not used.
_LIKE_ORDINARY = re.compile(r"[A-ZÅÄÖ]{3}\d{2}[0-9A-ZÅÄÖ]")
_IN_SENTENCE = re.compile(r"(?<!\w)[A-ZÅÄÖ]{3}[ -]?\d{2}[0-9A-ZÅÄÖ](?!\w)")
#: An ordinary number with a character too few or too many, more likely than a personal plate.
_MISTYPED = re.compile(r"[A-ZÅÄÖ]{3}(?:\d{2}|\d{3}[0-9A-ZÅÄÖ])")
_PERSONAL = re.compile(r"[A-ZÅÄÖ0-9]{2,7}")
_LEAD_IN = re.compile(
    r"^(?:(?:min|mitt|bilens|bilen har|my)? ?(?:reg\.? ?(?:nr|nummer)?\.?|registreringsnummer(?:et)?"
    r"|registration(?: number)?|skylten?)(?: (?:är|is))? ?:? +)",
    re.IGNORECASE,
)
#: The Swedish spelling alphabet: each word stands for its first letter.
_SPELLING_WORD = (
    "adam|bertil|ce[sa]+r|ceasar|caesar|david|erik|filip|gustav|gustaf|helge|harald|ivar|johan|kalle|ludvig"
    "|martin|niklas|olof|petter|qvintus|rudolf|sigurd|tore|urban|viktor|wilhelm|xerxes|yngve|zäta"
)
_SPELLING = re.compile(
    rf"\b(?:{_SPELLING_WORD})[ ,]+(?:{_SPELLING_WORD})[ ,]+(?:{_SPELLING_WORD})\b", re.IGNORECASE
)
_DOTTED = re.compile(r"\b([a-z])[. ]+([a-z])[. ]+([a-z])[. ]+(?=\d|[^\W\d_]{2})", re.IGNORECASE)
#: Letters and digits that are taken for each other.
_AS_DIGIT = str.maketrans("OIL", "011")
_AS_LETTER = str.maketrans("0", "O")


class VehicleType(FieldType):
    """A registration number, stored as "ABC12D"."""

    name: ClassVar[str] = "vehicle"

    def parse(self, field: Field, given: Given, asking: Asking) -> Outcome:
        written = _spelled(plain(given))
        bare = re.sub("[ -]", "", written.upper())
        # "NOT 000" is a plate like any other, and no denial.
        return Accepted(bare) if _ORDINARY.fullmatch(bare) else hear(written, _read)

    def find(self, field: Field, text: str, asking: Asking) -> tuple[Finding, ...]:
        return surely(self, field, text, asking, vehicle_spans(text))

    def show(self, field: Field, value: Value, language: str) -> str:
        number = str(value)
        return f"{number[:3]} {number[3:]}" if _ORDINARY.fullmatch(number) else number

    def input(self, field: Field, asking: Asking) -> Input:
        return Input(kind=Kind.TEXT, max_length=20, format="vehicle")

    def example(self, field: Field, asking: Asking) -> str | None:
        return "ABC 12D"


def _read(written: str) -> Outcome:
    line = _LEAD_IN.sub("", written).upper().strip(" .,!?\"'")
    whole = re.sub("[ -]", "", line)
    if _ORDINARY.fullmatch(whole):
        return Accepted(whole)
    found = [re.sub("[ -]", "", text) for text in _IN_SENTENCE.findall(line)]
    ordinary = list(dict.fromkeys(text for text in found if _ORDINARY.fullmatch(text)))
    if ordinary:
        return Accepted(ordinary[0]) if len(ordinary) == 1 else Unsure(tuple(ordinary[:4]))
    return _doubtful(whole, words=len(line.split()))


def _spelled(written: str) -> str:
    """Letters that are spelt: "Adam Bertil Cesar", "a. b. c."."""
    text = _SPELLING.sub(
        lambda match: "".join(word[0] for word in re.split("[ ,]+", match.group())), written
    )
    return _DOTTED.sub(r"\1\2\3 ", text)


def _doubtful(whole: str, *, words: int) -> Outcome:
    """What is no ordinary number: a confused O and 0, or a personal plate."""
    if len(whole) == 6:
        mended = whole[:3].translate(_AS_LETTER) + whole[3:5].translate(_AS_DIGIT)
        mended += "0" if whole[5] == "O" else "1" if whole[5] == "I" else whole[5]
        if _ORDINARY.fullmatch(mended):
            return Unsure((mended,) if _LIKE_ORDINARY.fullmatch(whole) else (mended, whole))
    if _LIKE_ORDINARY.fullmatch(whole):
        return Refused("vehicle_letters")
    if _MISTYPED.fullmatch(whole):
        return Refused("vehicle_format")
    if words <= 3 and _PERSONAL.fullmatch(whole) and any(map(str.isalpha, whole)):
        return Unsure((whole,))
    return Refused("vehicle_format")


TYPES: tuple[FieldType, ...] = (VehicleType(),)
