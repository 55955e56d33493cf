"""What is said around an answer: words that change nothing, and words that leave it open.

An answer is echoed in full before it counts, so what a careful clerk would write down is taken. A
word that may say that it is wrong, old, somebody's guess or not all of it is always asked about.
"""

import re
from typing import Final

from dialogs.fields.writing import bare, word_set

#: Bare words that change nothing about a number, a day, a time or an alternative.
HARMLESS: Final = word_set(
    "gar ja jo japp jada jovisst javisst hej hejsan halla tjena tack tackar tusentack please thanks "
    "thank you snalla da ju alltsa asso assa ok okej okay mm eh oh hm liksom sagt yes well so "
    "ska skall vill tar valjer sager saga skriver svarar funkar funka fungerar passar passa bast bra fint "
    "utmarkt perfekt finemang toppen jattebra blir bli duger e dom hemskt mycket sa jattegarna garna works "
    "best fine great good suits me us oss mig mej jag vi ni det den de"
)
#: Said of an answer that is doubted, denied or taken back.
_DENIED: Final = (
    r"\b(?:fel(?:et|aktigt?)?|kanske|tror|gissar|osaker|osakert|minns|inte|int|ej|icke|aldrig|utom|forutom"
    r"|varken|knappast|tveksamt|glom|asch|stryk|slopa|skojar|angrar|nanting|annars|maybe|perhaps|think"
    r"|guess|not|never|wrong|except|forget|sluta med|ta bort|ska bort|far det vara|vad (?:betyder|menas|ar)"
    r"|eller (?:nat|nagot|sa|inte)|om (?:det|ni|jag|inte))\b|\bnej\W*$|^nej nej\b"
    r"|^(?:ingen|inget|utan|tidigare)\b|\?\W*$"
)
#: Beside a number also what may make it old, somebody's or not the whole; in a name it may be a part.
_OLD: Final = (
    r"\b(?:gam(?:malt|la|le)|ar gammal(?! ?[0-9])|forr|forut|forra|tidigare"
    r"|fast(?! (?:telefon|nummer|nat))|ibland|borde|typ|ungefar|utan|sald|salt|salde|avslutat"
    r"|avslutad|avstangd|stangt|slutat|slutar pa|byt sista|byt ut|byt fran"
    r"|byter|andra(?:d|t)|andrar|siffran|siffra|bokstaven|bokstav"
    r"|femman|nollan|ettan|sexan|nagot|nagon|old|former|formerly|previous|previously|without|sometimes"
    r"|unsure|changed|sold|digit|used to)\b"
    r"|\b(?:eller|or) ?\d|(?<=\d) ?/ ?\d{2,3}$|\bmed (?:tva|ett|en|dubbel)\b"
)
_DENIES: Final = re.compile(_DENIED)
_LEAVES_OPEN: Final = re.compile(f"{_DENIED}|{_OLD}")
#: "Går det på fredag": a question, also without its mark.
_ASKS: Final = re.compile(
    r"^(?:hej[ ,.!]+)?(?:(?:gar|kan|far|funkar|fungerar|passar|var|ar) (?:det|ni|vi|jag|man|du)"
    r"|(?:can|could|is|does|would) (?:that|it|you|i|we))\b|^ar .* ratt\b"
    r"|\bhar (?:ni|du) (?:tid|plats|oppet|mojlighet)\b"
)


def asks(text: str) -> bool:
    """Whether the bare text begins as a question does."""
    return _ASKS.search(text) is not None


def leaves_open(text: str, *, in_words: bool = False) -> bool:
    """Whether the words around an identifier (a number, an address) may take it back.

    `in_words`: other words may be a part of it, as in a name.
    """
    return (_DENIES if in_words else _LEAVES_OPEN).search(bare(text)) is not None


_FIRST: Final = (
    r"(?:hej(?:san)?|hallå|tjena|god (?:dag|morgon)|ja(?:då)?(?: men)?(?! heter)|jo(?: ?då)?|japp|ok(?:ej)?"
    r"|mm+|hm+|eh+|öh+|alltså|asså"
    r"|yes|well|svar(?:et)?(?: är)?|det (?:är|blir|gäller)|då (?:blir det|säger vi|tar vi)|som sagt"
    r"|jag (?:svarar|säger|tar|väljer)|vi (?:säger|tar|väljer))"
)
_LAST: Final = (
    r"(?:(?:tusen |stort )?tack(?: så (?:hemskt )?mycket)?(?: på förhand)?|thanks|thank you|please"
    r"|då|alltså|som sagt|ju"
    r"|blir (?:det|bra|fint)|är (?:bra|det)|det är det|var det|funkar(?: bra)?|går bra)"
)
_BEFORE: Final = re.compile(rf"\s*(?:{_FIRST}(?![\w-])[\s,.!:–-]*)+", re.IGNORECASE)
_AFTER: Final = re.compile(
    rf"(?:[\s,.!]+(?:{_LAST}(?![\w-])|[:;]-?[)D]|[\U0001f300-\U0001faff☺❤]))+[\s.!]*$",
    re.IGNORECASE,
)
#: "Tusen tack" is no thousand.
_ONLY_THANKS: Final = re.compile(r"\W*(?:tusen|stort) tack\W*", re.IGNORECASE)
#: Longer texts tell something.
_LONGEST: Final = 200


def unframed(text: str) -> str:
    """The text without greetings, thanks and "det är …" at its ends; itself when nothing else is left."""
    if not text or len(text) > _LONGEST or _ONLY_THANKS.fullmatch(text):
        return text
    begun = _BEFORE.match(text)
    inner = _AFTER.sub("", text[begun.end() :] if begun else text).strip()
    return inner if any(map(str.isalnum, inner)) else text
