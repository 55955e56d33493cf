"""Reads one number from bare text: digits, words, fractions, with units and small talk around it.

The words that are left when the number is taken out decide how sure the reading is. Known small
talk ("det är ca … kvm") changes nothing; a limit ("minst", "nästan") or any unknown word means that
the person must confirm; a negation means that nothing was understood.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from dialogs.fields.around import HARMLESS
from dialogs.fields.number_literals import fraction_values, literal_values
from dialogs.fields.number_phrases import plainly
from dialogs.fields.number_words import SCALES, is_number_word, value_of
from dialogs.fields.units import UNITS
from dialogs.fields.writing import word_set

#: Larger numbers are mistakes, and do not survive all JSON readers.
MOST_DIGITS: Final = 15


@dataclass(frozen=True, slots=True)
class NumberReading:
    """One number that was written, maybe readable in two ways."""

    #: Most likely first.
    values: tuple[Decimal, ...]
    #: False: the person must confirm, even if there is only one value.
    sure: bool = True
    #: Unit words that stood with it.
    units: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unreadable:
    """No number; `reason` names the refusal."""

    reason: str


_TOKEN = re.compile(
    r"(?P<fraction>(?:[0-9]{1,4} )?[0-9]{1,2}/[0-9]{1,2}(?![0-9/]))"
    r"|(?P<literal>"
    r"[0-9]{1,3}(?P<group>[ .,'])[0-9]{3}(?:(?P=group)[0-9]{3})*(?:[.,][0-9]+)?(?![0-9])"
    r"|[0-9]+(?:[.,][0-9]+)?|[.,][0-9]+)"
    r"|(?P<word>[%€$]|[a-z^][a-z0-9^]*)"
    r"|(?P<mark>[-+/:;*~?<>=]+)"
)
_HARMLESS_MARKS: Final = frozenset({"~", "+", ":", "="})
#: Units that may stand before their number.
_BEFORE: Final = frozenset({"kr", "sek", "€", "$", "eur", "usd", "euro"})
_ARTICLES: Final = frozenset({"en", "ett", "a"})
#: "En fem" is no way to say about five.
_FEWEST_ABOUT: Final = 10
_AND: Final = frozenset({"och", "and"})
_RANGE: Final = frozenset({"-", "--", "/", "till", "eller", "to", "or", "och", "and"})
#: What people count and pay in besides tens and thousands.
_LOOSE_SCALES: Final = {
    "k": 1000,
    "kkr": 1000,
    "lax": 1000,
    "laxar": 1000,
    "papp": 1000,
    "par": 2,
    "dussin": 12,
    "dozen": 12,
    "tjog": 20,
}
_SMALL_TALK: Final = word_set(
    "ca cirka circa about approximately approx around ungefar omkring runt typ det ar blir den de "
    "vi jag har it is i have we are totalt sammanlagt total exakt precis exactly tack please "
    "pa of svaret antal antalet the bara endast only betalade betalat betalar kostade kostar kostat "
    "summan summa beloppet belopp hyran priset pris paid cost costs amount price hej snalla sa mycket "
    "han hon hen she he som star visar mataren matarstallning matarstallningen ner gammal fyllda fyllt old "
    "jamnt jamna blankt idag nu just nog val"
) | (HARMLESS - {"well", "so"})
_NEGATIONS: Final = word_set("inte ej icke not no nej aldrig varken")
#: "Inga" can also mean that there is no answer, so it is confirmed.
_NONE: Final = word_set("inga ingen inget none nothing")


class _Scan:
    """Collects numbers and what stands around them, from left to right."""

    def __init__(self, language: str, asked: frozenset[str] = frozenset()) -> None:
        self.language = language
        #: The words of the question: in the answer they change nothing.
        self.asked = asked
        self.numbers: list[tuple[Decimal, ...]] = []
        self.units: list[str] = []
        self.sure = True
        self.negated = False
        #: Something that looks like a number is none: "fem sex", "20x30".
        self.broken = False
        #: A word or mark of a range stood after a number.
        self.range = False
        #: "en", "ett", "a": the number 1 if there is no other.
        self.article = False
        #: "a" or "ä", in Swedish.
        self.letter = False
        self._run: list[str] = []
        #: The signs that the next number can have.
        self._signs: tuple[int, ...] = (1,)

    def number(self, values: tuple[Decimal, ...]) -> None:
        self.broken |= not values
        self.numbers.append(tuple(sign * each for each in values for sign in self._signs))
        self._signs = (1,)

    def end_run(self) -> None:
        """A run of number words has ended: it is one number or none."""
        if not self._run:
            return
        words, self._run = self._run, []
        if words[-1] in _AND:
            words.pop()
            self.range = True
            # "Tjugo och barnen" is more than twenty.
            self.sure = False
        value = value_of(" ".join(words))
        if len(words) == 1 and words[0] in _ARTICLES:
            self.article = True
        elif value is None and words[0] in _ARTICLES and (about := value_of(" ".join(words[1:]))):
            # "En femtio meter" is about fifty; "ett tio" may be one and ten.
            self.broken |= words[0] != "en" or about < _FEWEST_ABOUT
            self.sure = False
            self.number((Decimal(about),))
        elif value is None:
            self.broken = True
        else:
            self.number((Decimal(value),))

    def word(self, word: str, *, apart: bool = True) -> None:
        if len(word) == 1 and not apart and word in "ae":
            # "15:e" is the fifteenth.
            self.end_run()
            self.sure = False
        elif word == "a" and apart and self.language != "en" and not self._run:
            # "Vi ä fyra": bare text does not tell it from the English article.
            self.letter = True
        elif word in SCALES and self.numbers and not self._run:
            self._scale(SCALES[word])
        elif is_number_word(word) or (word in _AND and self._run):
            self._run.append(word)
        else:
            self.end_run()
            self._other_word(word)

    def _other_word(self, word: str) -> None:
        found = bool(self.numbers) or self.article
        if word in SCALES or word in _LOOSE_SCALES:
            self.sure &= word != "par"
            self._scale(SCALES.get(word) or _LOOSE_SCALES[word])
        elif word in UNITS and (found or word in _BEFORE):
            if word not in self.asked or word in _BEFORE:
                self.units.append(word)
        elif word == "minus":
            self.broken |= found
            self._signs = (-1,)
        elif word in _NEGATIONS:
            self.negated = True
        elif word not in _SMALL_TALK and (word not in self.asked or word in _RANGE | _NONE):
            self.sure = False
            self.range |= found and word in _RANGE
            self.broken |= not word.isalpha() and word not in ("%", "€", "$")

    def _scale(self, size: int) -> None:
        """ "20 tusen": the latest number is multiplied."""
        if not self.numbers and self.article:
            self.number((Decimal(1),))
            self.article = False
        if self.numbers:
            self.numbers[-1] = tuple(each * size for each in self.numbers[-1])
        else:
            self.broken = True

    def mark(self, mark: str, *, starts: bool, touches: bool) -> None:
        """A sign: `starts` after a space or at the beginning, `touches` the next number."""
        self.end_run()
        if mark == "-" and not self.numbers and starts:
            # "- 20 m" may be a list's dash.
            self._signs = (-1,) if touches else (1, -1)
        elif mark not in _HARMLESS_MARKS or ("+" in mark and self.numbers):
            # "80+" is 80 or more.
            self.sure = False
            self.range |= bool(self.numbers) and mark in _RANGE


def _scan(text: str, language: str, asked: frozenset[str]) -> _Scan:
    scan = _Scan(language, asked)
    end = 0
    for token in _TOKEN.finditer(text):
        between = text[end : token.start()].strip()
        if between:
            # "hundra, sextio" is no single number.
            scan.end_run()
            scan.sure &= _PUNCTUATION.issuperset(between)
        start, end = token.span()
        if token["word"]:
            scan.word(token["word"], apart=start == 0 or text[start - 1] == " ")
        elif token["mark"]:
            scan.mark(
                token["mark"],
                starts=start == 0 or text[start - 1] == " ",
                touches=text[end : end + 1].isdigit(),
            )
        else:
            scan.end_run()
            if token["fraction"]:
                scan.number(fraction_values(token["fraction"]))
            else:
                values, sure = literal_values(token["literal"], language)
                scan.sure &= sure
                scan.number(values)
    scan.end_run()
    scan.sure &= _PUNCTUATION.issuperset(text[end:].strip())
    return scan


#: Marks beside a number that change nothing. Others ("35'") may mean something.
_PUNCTUATION: Final = frozenset(' .,!()#"[]')


def read_number(
    text: str, language: str, asked: frozenset[str] = frozenset()
) -> NumberReading | Unreadable:
    """The one number in `text`, which is bare. `asked`: the bare words of the question."""
    text = plainly(text)
    return _judge(_scan(text, language, asked), text)


def _judge(scan: _Scan, text: str) -> NumberReading | Unreadable:
    ranged = scan.range and len(scan.numbers) + scan.article == 2
    if ranged:
        return Unreadable("number_range")
    if len(scan.numbers) > 1 or scan.broken:
        return Unreadable("number_several")
    if scan.negated:
        return Unreadable("number_unreadable")
    if not scan.numbers and (scan.article or scan.letter):
        return NumberReading((Decimal(1),), scan.sure, tuple(scan.units))
    if not scan.numbers:
        if text in _NONE:
            return NumberReading((Decimal(0),), sure=False)
        return Unreadable("number_unreadable")
    if any(abs(each) >= 10**MOST_DIGITS for each in scan.numbers[0]):
        return Unreadable("number_too_long")
    # An article beside a number ("en 20 meter lång") counts nothing.
    return NumberReading(scan.numbers[0], scan.sure and not scan.article, tuple(scan.units))
