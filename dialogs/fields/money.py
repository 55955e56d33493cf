"""The type `money`. Value: kronor with two decimals, "1200.50"."""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import ClassVar, Final

from dialogs.conditions import Value, as_number
from dialogs.fields.base import Asking, FieldType, Finding, LimitKind
from dialogs.fields.number_reading import NumberReading, Unreadable, read_number
from dialogs.fields.number_words import value_of
from dialogs.fields.numbers import NBSP, NumberType, write_number
from dialogs.fields.units import factor
from dialogs.fields.within import surely
from dialogs.fields.within_amounts import money_spans
from dialogs.service import Field
from dialogs.texts import SWEDISH

#: What costs nothing.
_FOR_NOTHING: Final = frozenset(
    {"gratis", "det kostar ingenting", "det kostar inget", "kostar inget"}
    | {"kostar ingenting", "kostnadsfritt", "det var gratis", "det ar gratis", "free"}
    | {"for free", "free of charge", "utan kostnad", "inte ett ore"}
)
#: May also mean that there is nothing to answer.
_OR_NO_ANSWER: Final = frozenset(
    {"ingenting", "inget", "nothing", "inga pengar", "inga kontanter", "no money", "no cash"}
)
#: "en tusenlapp", "två femhundralappar": the note is a scale of the number before it.
_CUT_THOUSANDS: Final = re.compile(
    r"tusen (?P<ones>tva|tre|fyra|fem|sex|sju|atta|nio)(?: (?:kr|kronor|spann))?$"
)
_BANKNOTE: Final = re.compile(
    r"\b(?:(en|ett|tva|tre|fyra|fem|sex|sju|atta|nio|tio|[0-9]{1,2}) )?"
    r"(?:(tjugo|femtio|femti|hundra|tvahundra|femhundra|tusen)lapp|(hundr|femhundr|tus)ing)(ar|en)?\b"
)
_BY_NOTE: Final = {"hundr": 100, "femhundr": 500, "tus": 1000}
#: "en tjuga": what small notes and coins are called.
_COIN: Final = re.compile(r"\ben (femma|tia|tjuga|femtio|hundring)\b(?! ?[a-z0-9])")
_BY_COIN: Final = {"femma": 5, "tia": 10, "tjuga": 20, "femtio": 50, "hundring": 100}


def _in_kronor(note: re.Match[str]) -> str:
    if note[1] is None and note[4] == "ar":
        # "tusenlappar": nobody knows how many.
        return note[0]
    count = 1 if note[1] is None else int(note[1]) if note[1].isdigit() else value_of(note[1])
    worth = value_of(note[2]) if note[2] else _BY_NOTE[note[3]]
    return f"{(count or 1) * (worth or 0)} kronor"


_KRONOR_AND_ORE = re.compile(
    r"(.*[0-9a-z]) ?(?:kr|kronor|krona)\.?,? (?:och |and )?([0-9]{1,2}|[a-z]{2,16}) ?ore"
)


#: "Femhundra och nittiofem öre": 500.95, or 595 öre.
_SCALE_AND_ORE = re.compile(
    r"(.*(?:hundra|tusen)[a-z ]*?),? (?:och|and) ([0-9]{1,2}|[a-z]{2,16}) ?ore"
)


def _below_100(words: str) -> int | None:
    number = int(words) if words.isdigit() else value_of(words)
    return number if number is not None and number < 100 else None


_KRONOR_COLON_ORE = re.compile(r"(?<=[0-9])[:;](?=[0-9]{2}(?![0-9:]))")


class Money(NumberType):
    """An amount in Swedish kronor."""

    name = "money"
    LIMITS: ClassVar[Mapping[str, LimitKind]] = {"min": LimitKind.DECIMAL, "max": LimitKind.DECIMAL}
    most_decimals = 2
    refused_decimals = "money_decimals"

    def unit(self, field: Field, language: str = SWEDISH) -> str:
        return "kr"

    def value(self, number: Decimal) -> Value:
        return f"{abs(number) if number == 0 else number:.2f}"

    def read(self, text: str, language: str, asked: frozenset[str]) -> NumberReading | Unreadable:
        told = text.strip(" .!")
        if told in _FOR_NOTHING or told in _OR_NO_ANSWER:
            return NumberReading((Decimal(0),), sure=told in _FOR_NOTHING)
        cut = _CUT_THOUSANDS.search(text)
        if cut is not None:
            # "Tretusen fem" is 3005, or said for 3500.
            reading = read_number(text, language, asked)
            hundreds = (value_of(cut["ones"]) or 0) * Decimal(99)
            if isinstance(reading, NumberReading) and len(reading.values) == 1:
                ways = (reading.values[0], reading.values[0] + hundreds)
                return NumberReading(ways, False, reading.units)
            return reading
        text = _COIN.sub(lambda coin: f"{_BY_COIN[coin[1]]} kronor", text)
        text = _BANKNOTE.sub(_in_kronor, text)
        both = _KRONOR_AND_ORE.fullmatch(text)
        hundredths = None if both is None else _below_100(both[2])
        if both is not None and hundredths is not None:
            reading = read_number(both[1], language, asked)
            if isinstance(reading, NumberReading):
                ore = Decimal(hundredths) / 100
                values = tuple(each + ore for each in reading.values if each == int(each))
                return NumberReading(values, reading.sure, reading.units)
            return reading
        open_ = _SCALE_AND_ORE.fullmatch(text)
        whole, hundredths = (value_of(open_[1]), _below_100(open_[2])) if open_ else (None, None)
        if whole is not None and hundredths is not None:
            ore = Decimal(hundredths) / 100
            return NumberReading((whole + ore, Decimal(whole + hundredths) / 100), sure=False)
        reading = read_number(
            _KRONOR_COLON_ORE.sub("." if language == "en" else ",", text), language, asked
        )
        if isinstance(reading, NumberReading):
            if any(factor(unit, "kr") is None and factor(unit, "€") for unit in reading.units):
                return Unreadable("money_currency")
            if "ore" in reading.units and len(reading.units) == 1:
                # 50 öre is an exact amount of kronor: nothing to confirm.
                values = tuple(each / 100 for each in reading.values)
                return NumberReading(values, reading.sure)
            return _without_thousandths(reading)
        return reading

    def find(self, field: Field, text: str, asking: Asking) -> tuple[Finding, ...]:
        return surely(self, field, text, asking, money_spans(text))

    def show(self, field: Field, value: Value, language: str) -> str:
        number = as_number(value)
        if number is None:
            return str(value)
        rounded = number.quantize(Decimal(1)) if number == int(number) else round(number, 2)
        shown = write_number(rounded, language, group_from=4)
        return f"SEK{NBSP}{shown}" if language == "en" else f"{shown}{NBSP}kr"

    def _typical(self) -> Decimal:
        return Decimal(1200)


def _without_thousandths(reading: NumberReading) -> NumberReading:
    """Nobody writes thousandths of a krona: "1.200" is 1200, and "1,234" is most likely 1234."""
    largest = max(reading.values, key=abs)
    if len(reading.values) == 2 and min(reading.values, key=abs) * 1000 == largest:
        return NumberReading((largest,), reading.sure, reading.units)
    if 1 <= abs(largest) < 1000 and largest.as_tuple().exponent == -3:
        return NumberReading((largest * 1000,), False, reading.units)
    return reading


TYPES: tuple[FieldType, ...] = (Money(),)
