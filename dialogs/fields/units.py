"""Units that people write after a number, and how they convert."""

from decimal import Decimal
from typing import Final

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
        "h tim timme timmar hour hours": "60",
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


def factor(written: str, wanted: str) -> Decimal | None:
    """What a number in the unit `written` is multiplied by to be in the unit `wanted`.

    1 when they mean the same, or when the definition names no unit and things are counted.
    None when they do not convert: metres are no hours.
    """
    wanted = bare(wanted)
    if written == wanted:
        return Decimal(1)
    measure, size = UNITS.get(written, (written, Decimal(1)))
    if not wanted:
        return Decimal(1) if measure in _COUNTED else None
    wanted_measure, wanted_size = UNITS.get(wanted, (wanted, Decimal(1)))
    return size / wanted_size if measure == wanted_measure else None
