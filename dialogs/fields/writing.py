"""Makes what people write safe to keep and easy to read.

`clean_line` and `clean_text` give what is kept: the person's own words without what cannot be seen.
`bare` gives what the readers of numbers, dates and options look at: lower case, one line, ASCII
digits, plain hyphens, and no marks on letters, because old phones and foreign keyboards lose å ä ö.
"""

import re
import unicodedata
from typing import Final

from dialogs.fields.base import Given, Refused

#: The longest answer (characters) that types with short answers look at.
SHORT: Final = 200

#: Control characters, bidirectional overrides, invisible separators, tags and lone surrogates:
#: nothing that a person writes on purpose, and each can make a text show as something else.
#: Zero-width joiners stay: Persian and emoji need them.
_UNSAFE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b\u200e\u200f"
    "\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\uffff\U000e0000-\U000e007f\ud800-\udfff]"
)
_LINE_BREAKS = re.compile("\r\n?|[\x85\u2028\u2029]")

_SPACED_FRACTIONS = {"½": " 1/2", "¼": " 1/4", "¾": " 3/4", "⅓": " 1/3", "⅔": " 2/3"}
#: Raised digits keep a mark, so that "20 m²" never becomes 202 and 10⁵ never 105.
_RAISED = {raised: f"^{digit}" for digit, raised in enumerate("⁰¹²³⁴⁵⁶⁷⁸⁹")}
_LOWERED = {lowered: f"^{digit}" for digit, lowered in enumerate("₀₁₂₃₄₅₆₇₈₉")}
_BEFORE_FOLDING = str.maketrans({**_SPACED_FRACTIONS, **_RAISED, **_LOWERED, "…": " "})
_AFTER_FOLDING = str.maketrans(
    {
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
        **dict.fromkeys("\u2018\u2019\u00b4`", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u00ab\u00bb", '"'),
        "\u2044": "/",
        "×": "x",
        **dict(zip("åäàáâãæöòóôõøéèêëíìîïúùûüñç", "aaaaaaaoooooo" + "eeeeiiiiuuuunc", strict=True)),
    }
)
_JOINERS = re.compile("[\u200c\u200d\ufe00-\ufe0f]")


def word_set(words: str) -> frozenset[str]:
    """The words of a text, for looking up."""
    return frozenset(words.split())


def said(given: Given) -> str:
    """What was written, or tapped when nothing was written."""
    return given.text or given.choice or ""


def clean_text(text: str) -> str:
    """The text with its line breaks, composed (NFC) and without what cannot be seen."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    return _UNSAFE.sub("", _LINE_BREAKS.sub("\n", text)).strip()


def clean_line(text: str) -> str:
    """The text on one line, with single spaces."""
    return " ".join(clean_text(text).split())


def is_blank(text: str) -> bool:
    """Whether nothing in the text can be seen."""
    return not any(each.isprintable() and not each.isspace() for each in text)


def bare(text: str) -> str:
    """The text as the readers see it. Every letter with a mark becomes the plain letter."""
    if text.isascii():
        return " ".join(_UNSAFE.sub("", text).lower().split())
    text = unicodedata.normalize(
        "NFKC", unicodedata.normalize("NFC", text).translate(_BEFORE_FOLDING)
    )
    text = _JOINERS.sub("", _UNSAFE.sub("", text)).casefold().translate(_AFTER_FOLDING)
    if not text.isascii():
        text = "".join(
            str(unicodedata.decimal(each)) if each.isdecimal() else each for each in text
        )
    return " ".join(text.split())


def short_answer(given: Given) -> str | Refused:
    """The bare text of a short answer, or why it is none."""
    text = said(given)
    # Normalising can make a text 18 times as long, so the raw length is bounded first.
    if len(text) > 5 * SHORT:
        return Refused("answer_too_long", {"max": SHORT})
    text = bare(text)
    if is_blank(text):
        return Refused("empty")
    if len(text) > SHORT:
        return Refused("answer_too_long", {"max": SHORT})
    return text


_WORD = re.compile("[a-z]+")


def plain_words(text: str) -> list[str]:
    """The words of a bare text."""
    return _WORD.findall(text)
