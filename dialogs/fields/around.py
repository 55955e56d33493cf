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
#: Said of an answer that may be wrong, old or not the whole.
_LEAVES_OPEN: Final = re.compile(
    r"\b(?:fel(?:et|aktigt?)?|gam(?:malt|la|le)|ar gammal(?! ?[0-9])|forr|forut|forra|tidigare"
    r"|fast(?! (?:telefon|nummer|nat))|annars|ibland|kanske|tror|gissar|osaker|osakert|minns|borde|typ"
    r"|ungefar|inte|int|ej|icke|aldrig|utan|utom|forutom|sald|salt|salde|avslutat|avslutad|avstangd|stangt"
    r"|slutat|byt fran|byter|andra(?:d|t)|andrar|siffran|siffra|bokstaven|bokstav|femman|nollan|ettan"
    r"|sexan|nagot|nagon|wrong|old|former|formerly|previous|previously|maybe|perhaps|think|guess|not"
    r"|without|except|sometimes|unsure|changed|sold|digit|used to|om (?:det|ni|jag|inte))\b"
    r"|\b(?:eller|or) ?\d|(?<=\d) ?/ ?\d{2,3}$|\bmed (?:tva|ett|en|dubbel)\b|\?\W*$"
)


#: "Går det på fredag": a question, also without its mark.
_ASKS: Final = re.compile(
    r"^(?:hej[ ,.!]+)?(?:gar|kan|far|funkar|fungerar|passar|var|ar|can|could|is|does|would) "
    r"(?:det|ni|vi|jag|man|du|that|it|you|i|we)\b"
)


def asks(text: str) -> bool:
    """Whether the bare text begins as a question does."""
    return _ASKS.search(text) is not None


def leaves_open(text: str) -> bool:
    """Whether the words around an identifier (a number, an address) may take it back."""
    return _LEAVES_OPEN.search(bare(text)) is not None
