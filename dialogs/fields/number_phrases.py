"""Ways to say a number that a scan of its words would miss: "två och en halv", "tolv komma fem",
"ett fyrtiotal", "1200:-". Each is said plainly before the scan; what is none of them stays as it was.
"""

import re

from dialogs.fields.number_words import is_number_word, value_of

_AND_A_HALF = re.compile(
    r"\b(?:([0-9]{1,9}|[a-z]{1,60}) (?:och|o|a|and) (?:en |ett |a )?(?:halvt?|half)"
    r"|(en|tva|tre|fyra|fem|sex|sju|atta|nio|tio)och(?:en|ett)?halvt?)\b"
)
_HALF = re.compile(r"\b(?:en |ett |a |one )?(?:halvt?|halva|half)\b")
_ONE_AND_A_HALF = re.compile(r"\bhalvanna[nt]\b")
#: "1200:-", "1200,-" and "1200;-" are kronor.
_PRICE_MARK = re.compile(r"(?<=[0-9]) ?[:;,][-=](?: ?kr\b)?")
_THIS_YEAR = re.compile(r" i ar\b")
#: "Sju är vi": bare text does not tell it from a year ("år").
_WE_ARE = re.compile(r" ar (?=(?:vi|det|jag|ni|de|dom)\b)")
#: "3 och 1/2".
_AND_FRACTION = re.compile("(?<=[0-9]) (?:och|and) (?=[0-9]/[0-9])")
#: "twenty-five".
_HYPHEN = re.compile("(?<=[a-z])-(?=[a-z])")
#: "Ett fyrtiotal" is about forty; "fyrtiotalet" is a decade.
_ABOUT_TENS = re.compile(
    r"\b(?:(?:ett|nagot) )?(tio|tjugo|trettio|fyrtio|femtio|sextio|sjuttio|attio|nittio|hundra)tal\b"
)


def plainly(text: str) -> str:
    """The bare text with such phrases as a number that a scan reads."""
    if "tal" in text:
        text = _ABOUT_TENS.sub(r"\1", text)
    if "hal" in text:
        text = _HALF.sub("0.5", _AND_A_HALF.sub(_plus_half, _ONE_AND_A_HALF.sub("1.5", text)))
    if ":" in text or ";" in text or ",-" in text:
        text = _PRICE_MARK.sub(" kr", text.replace("c:a", "ca"))
    if " komma" in text or " punkt " in text or " point " in text:
        text = _spoken_decimals(text)
    if "tusen tack" in text:
        text = text.replace("tusen tack", "tack")
    if "ungefar" in text:
        text = text.replace("pa ett ungefar", "ungefar")
    if " i ar" in text:
        # "42 i år" may be the age to come, or a number of this year only.
        text = _THIS_YEAR.sub(" iar", text)
    if " ar " in text:
        text = _WE_ARE.sub(" ", text)
    if "/" in text:
        text = _AND_FRACTION.sub(" ", text)
    if "-" in text:
        text = _HYPHEN.sub(" ", text)
    return text


_SPOKEN_DECIMALS = re.compile(
    r"^(.*?)\b([a-z0-9]+) (?:komma(?:tecken)?|punkt|point) ([a-z0-9 ]+?)$"
)


def _spoken_decimals(text: str) -> str:
    """ "tolv komma fem" → "12.5"; the text as it was when it is nothing of the kind."""
    match = _SPOKEN_DECIMALS.match(text)
    if match is None:
        return text
    before, whole_words, rest = match.groups()
    whole = int(whole_words) if whole_words.isdigit() else value_of(whole_words)
    digits: list[str] = []
    words = rest.split()
    while words and (words[0].isdigit() or is_number_word(words[0])):
        word = words.pop(0)
        value = int(word) if word.isdigit() else value_of(word)
        if value is None:
            return text
        digits.append(word if word.isdigit() else str(value))
    if whole is None or not digits:
        return text
    return f"{before}{whole}.{''.join(digits)} {' '.join(words)}"


def _plus_half(match: re.Match[str]) -> str:
    """ "två och en halv" → "2.5"."""
    whole = match[1] or match[2]
    value = int(whole) if whole.isdigit() else value_of(whole)
    return match[0] if value is None else f"{value}.5"
