"""Units that people write after a number, and how they convert."""

import re
from decimal import Decimal
from fractions import Fraction
from typing import Final

from dialogs.fields.number_words import value_of
from dialogs.fields.writing import bare

_TABLE: Final = {
    "length": {
        "mm millimeter": "0.001",
        "cm centimeter centimeters": "0.01",
        "dm decimeter": "0.1",
        "m meter metrar meters metre metres": "1",
        "km kilometer kilometers kilometre kilometres": "1000",
        "mil": "10000",
    },
    "area": {
        "cm2 cm^2 kvcm": "0.0001",
        "m2 m^2 kvm kvadrat kvadratmeter kvadratmetrar kvadratmeters sqm": "1",
        "ha hektar hectare hectares": "10000",
        "km2 km^2": "1000000",
    },
    "volume": {
        "cl": "0.00001",
        "dl": "0.0001",
        "l liter litre litres liters": "0.001",
        "m3 m^3 kbm kubik kubikmeter": "1",
    },
    "mass": {
        "g gram": "0.001",
        "hg hekto": "0.1",
        "kg kilo kilos kilogram": "1",
        "ton tons": "1000",
    },
    "time": {
        "min minut minuter minutes minute": "1",
        "h tim timme timma timmar hour hours": "60",
        "dag dagar dygn day days": "1440",
        "v vecka veckor week weeks": "10080",
    },
    "months": {"man manad manader month months": "1", "ar year years": "12"},
    "energy": {"wh": "0.001", "kwh": "1", "mwh": "1000"},
    "power": {"w watt": "0.001", "kw kilowatt": "1", "mw": "1000"},
    "share": {"% procent percent": "1"},
    "pieces": {"st stycken styck stk pcs pieces piece ex": "1"},
    "people": {"personer person pers people persons barn barnen child children childrens kids gaster "
        "deltagare besokare elever guests": "1"},
    "times": {"ggr gang ganger times": "1"},
    "money": {"kr kronor krona krone sek spann riksdaler crowns": "1", "ore": "0.01"},
    "other money": {"€ euro eur $ usd dollar dollars nok dkk gbp pund": "1"},
}  # fmt: skip

#: Bare unit word → (what it measures, size).
UNITS: Final = {
    word: (measure, Decimal(size))
    for measure, sizes in _TABLE.items()
    for words, size in sizes.items()
    for word in words.split()
}
#: Saying what is counted changes nothing.
_COUNTED: Final = frozenset({"pieces", "people", "times"})


#: Days and weeks convert only roughly: a day at work is no 24 hours.
_ROUGH: Final = frozenset(
    word for word in UNITS if UNITS[word][0] == "time" and UNITS[word][1] >= 1440
)


def is_exact(written: str, wanted: str) -> bool:
    """Whether a number in one unit is exactly so many of the other."""
    wanted = bare(wanted)
    return written == wanted or written not in _ROUGH or UNITS.get(wanted) == UNITS[written]


def converted(number: Decimal, size: Fraction) -> Decimal:
    """The number of units of `size`; exact where decimals can be (45 minutes are 0.75 hours)."""
    return number * size.numerator / size.denominator


_TWO_PARTS: Final = re.compile(
    r"(?P<first>[0-9]{1,6}|[a-z]{2,16}) ?(?P<unit>[a-z^0-9]{1,12}),? (?:och |o |and )?"
    r"(?P<second>[0-9]{1,6}|[a-z]{2,16}) ?(?P<part>[a-z^0-9]{1,12})(?![a-z0-9])"
)


def in_one_unit(text: str, wanted: str) -> str:
    """ "7 km och 300 m" → "7.3 km" where kilometres are wanted; other texts as they are."""
    match = _TWO_PARTS.search(text)
    if match is None or match["unit"] not in UNITS or match["part"] not in UNITS:
        return text
    if not is_exact(match["unit"], wanted):
        return text
    first, second = (
        int(each) if each.isdigit() else value_of(each)
        for each in (match["first"], match["second"])
    )
    large, small = factor(match["unit"], wanted), factor(match["part"], wanted)
    if first is None or second is None or large is None or small is None or not small < large:
        return text
    total = converted(Decimal(first), large) + converted(Decimal(second), small)
    if second * small >= large or round(total, 6) != total:
        return text
    return f"{text[: match.start()]}{total:f}{text[match.end() :]}"


def factor(written: str, wanted: str) -> Fraction | None:
    """What a number in the unit `written` is multiplied by to be in the unit `wanted`.

    1 when they mean the same, or when the definition names no unit and things are counted.
    None when they do not convert: metres are no hours.
    """
    wanted = bare(wanted)
    if written == wanted:
        return Fraction(1)
    measure, size = UNITS.get(written, (written, Decimal(1)))
    if measure == "pieces" and (wanted not in UNITS or UNITS[wanted][0] in _COUNTED):
        return Fraction(1)
    if not wanted:
        return Fraction(1) if measure in _COUNTED else None
    wanted_measure, wanted_size = UNITS.get(wanted, (wanted, Decimal(1)))
    return Fraction(size) / Fraction(wanted_size) if measure == wanted_measure else None
