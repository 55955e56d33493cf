"""What people write, made comparable before a field type reads it.

Messages come from keyboards, dictation, pasted documents and other scripts. The same number then
has six kinds of dashes, no-break spaces, invisible direction marks or Arabic digits. All of that
means the same, so it is settled here once.
"""

import re
import unicodedata

from dialogs.fields.base import Given

_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−﹘﹣－"), "-")
#: Control, format (direction overrides, zero width), surrogate and private characters.
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co"})
_SPACES = re.compile(r" {2,}")
_LINE_ENDS = re.compile(r"\r\n|[\r\u0085\u2028\u2029]")


def plain(given: Given | str, *, limit: int = 200) -> str:
    """The text on one line: NFKC, plain dashes, ASCII digits, single spaces, nothing invisible.

    A text longer than `limit` characters gives "": it is no answer to a short question, and a
    part of it must not be taken for the whole.
    """
    return " ".join(plain_lines(given, limit=limit))


def plain_lines(given: Given | str, *, limit: int = 400) -> tuple[str, ...]:
    """Like `plain`, but line by line; empty lines are left out."""
    text = given if isinstance(given, str) else (given.text or given.choice or "")
    if len(text) > limit:
        return ()
    text = unicodedata.normalize("NFKC", _LINE_ENDS.sub("\n", text)).translate(_DASHES)
    lines = ("".join(map(_plain_character, line)) for line in text.split("\n"))
    return tuple(clean for line in lines if (clean := _SPACES.sub(" ", line).strip()))


def _plain_character(character: str) -> str:
    if " " <= character <= "~":
        return character
    if character == "\t":
        return " "
    category = unicodedata.category(character)
    if category in _INVISIBLE:
        return ""
    if category == "Nd":
        return str(unicodedata.decimal(character))
    return " " if category[0] == "Z" else character


def digits_of(text: str) -> str:
    """The digits alone."""
    return "".join(filter(str.isdecimal, text))


def lowered(word: str) -> str:
    """Small letters. Turkish İ becomes i: Python adds a loose dot to it, which is no spelling."""
    return word.lower().replace("i\u0307", "i")


def capitalised(word: str) -> str:
    """The word with a capital first letter and small letters after it."""
    return word[:1].title() + lowered(word[1:])
