"""What is a correction, and what it says: "nej, jag menade 14", "ändra adressen till Torggatan 3"."""

import re

import msgspec

_SORRY = (
    r"(?:(?:nej|nä|näe|nää|oj|ojdå|oops|hoppsan|sorry|ursäkta|förlåt|vänta|no|wait)[\s,.!:–-]+)*"
)
_MEANT = re.compile(
    _SORRY + r"(?:det\s+)?(?:jag\s+|i\s+)?"
    r"(?:menade?|menar|skulle\s+(?:skriva|vara|stå)|ska\s+(?:det\s+)?(?:vara|stå)|rättelse|"
    r"rätt\s+svar\s+är|meant|mean|should\s+be|make\s+that|correction)"
    r"(?:\s+(?:att|det|till|to|say))?[\s,:–-]+(?P<rest>.+)",
    re.IGNORECASE | re.DOTALL,
)
#: "nej, 14": only where what follows is an answer and the whole is none.
_NO_BUT = re.compile(
    r"(?:nej|nä|fel|oj|ojdå|oops|hoppsan|no|wrong)[\s,.!:–-]+(?P<rest>.+)",
    re.IGNORECASE | re.DOTALL,
)
_LACKING = re.compile(
    r"\b(?:inte|ej|inget|ingen|inga|ingenting|aldrig|not|none|nothing|no|never|don.t)\b",
    re.IGNORECASE,
)
_CHANGE_TO = re.compile(
    _SORRY + r"(?:kan\s+(?:du|ni)\s+|jag\s+vill\s+|please\s+|can\s+you\s+)?"
    r"(?:ändra|byta?|rätta|korrigera|change|correct)\s+(?P<what>.{2,60}?)\s+"
    r"(?:till|to)\s+(?P<rest>.+)",
    re.IGNORECASE | re.DOTALL,
)
_IS_TO_BE = re.compile(
    _SORRY
    + r"(?P<what>.{2,60}?)\s+(?:ska|skall|skulle|should)\s+(?:vara|stå|be)[\s:]+(?P<rest>.+)",
    re.IGNORECASE | re.DOTALL,
)
#: Longer texts are stories, which may hold such words.
_LONGEST = 300


class NamedChange(msgspec.Struct, frozen=True):
    """A change of one answer: which, and to what, as written."""

    what: str
    to: str


def corrected(text: str) -> str | None:
    """What "nej, jag menade 14" says that it should be: "14"."""
    found = _MEANT.fullmatch(text.strip()) if len(text) <= _LONGEST else None
    return found["rest"].strip() if found else None


def contrary(text: str) -> str | None:
    """What follows the "nej" of "nej, 14"."""
    found = _NO_BUT.fullmatch(text.strip()) if len(text) <= _LONGEST else None
    return found["rest"].strip() if found else None


def only_denies(text: str) -> bool:
    """Whether what follows a "nej" says no once more: "inget sånt", "det har jag inte"."""
    return _LACKING.search(text) is not None


def named_change(text: str) -> NamedChange | None:
    """ "ändra telefonnumret till 070…", "telefonnumret ska vara 070…"."""
    if len(text) > _LONGEST:
        return None
    found = _CHANGE_TO.fullmatch(text.strip()) or _IS_TO_BE.fullmatch(text.strip())
    return NamedChange(what=found["what"], to=found["rest"].strip()) if found else None
