"""Which characters a receipt can show, and what stands in for the others.

A PDF/A file must have a glyph for every character, and the typesetter's own fonts lack e.g. emoji
and Chinese. Such a character is shown by its number. What was really written is kept with the case
and in the revision; this is only about paper.
"""

import re
import unicodedata
from typing import Final

import msgspec

#: What the embedded fonts have in every style used here, as measured: Latin with all its accents,
#: Greek, Cyrillic, Hebrew, Arabic and Persian, and common signs. A test typesets all of them.
_FONT_RANGES: Final = (
    "\n\x20-\x7e\xa0-\xac\xae-\u02ff\u0384-\u038a\u038c\u038e-\u03a1\u03a3-\u0482\u048a-\u04ff"
    "\u05d0-\u05ea\u060c\u061b\u061f\u0621-\u063a\u0640-\u064a\u0660-\u066d\u067e\u0686\u0698"
    "\u06a9\u06af\u06cc\u06f0-\u06f9\u1e00-\u1eff\u2000-\u200a\u2010-\u2027\u2030-\u2040"
    "\u2070\u2074-\u208e\u20a0-\u20bf\u2116\u2122\u2126\u2153-\u215e\u2190-\u21ff\u2200-\u22ff"
    "\u25a0-\u25ff\u2605\u2606\u2713-\u2718\u2764\ufb01\ufb02\ufffd"
)
#: A run of characters that the fonts lack, or that must not act on paper (control characters and
#: those that turn the direction of writing: what they do would not be seen).
UNPRINTABLE: Final = re.compile(f"[^{_FONT_RANGES}]+")
#: The same with only Western European letters left: whatever the combination, a font has them.
NOT_PLAIN: Final = re.compile("[^\n\x20-\x7e\xa0-\xac\xae-\xff\u2013\u2014\u2019\u201d\u2026]+")

_LINE_END: Final = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
#: Joiners, variation selectors, soft hyphen and byte order mark: nothing is seen of them, so nothing
#: is lost on paper.
_INVISIBLE: Final = re.compile("[\xad\u200b-\u200d\u2060\ufe00-\ufe0f\ufeff]")


class Printable(msgspec.Struct, frozen=True):
    text: str
    #: Something is shown by its number.
    replaced: bool


def printable(text: str, unprintable: re.Pattern[str] = UNPRINTABLE) -> Printable:
    """`text` with what cannot be printed shown by its number: "Hej [U+1F600]"."""
    text = _LINE_END.sub("\n", unicodedata.normalize("NFC", text)).replace("\t", " ")
    shown, count = unprintable.subn(_numbers, _INVISIBLE.sub("", text))
    return Printable(shown, count > 0)


def _numbers(run: re.Match[str]) -> str:
    return "[" + " ".join(f"U+{ord(sign):04X}" for sign in run[0]) + "]"
