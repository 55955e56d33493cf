"""Numbers: `integer`, `decimal` and `money`.

Values: a whole number as such; a decimal as canonical text ("12.5", never "12.50"); money as kronor
with two decimals ("1200.50"). Decimals are never rounded: too many are refused.
"""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import ClassVar, Final

from dialogs.conditions import Value, as_number
from dialogs.fields import settings
from dialogs.fields.base import (
    Accepted,
    Asking,
    FieldType,
    Finding,
    Given,
    LimitKind,
    Outcome,
    Refused,
    Unsure,
)
from dialogs.fields.number_reading import NumberReading, Unreadable, read_number
from dialogs.fields.number_words import value_of
from dialogs.fields.units import UNITS, converted, factor, in_one_unit, is_exact
from dialogs.fields.within import surely
from dialogs.fields.within_amounts import money_spans, unit_spans
from dialogs.fields.writing import bare, plain_words, short_answer
from dialogs.messages import Input, Kind
from dialogs.service import Field
from dialogs.texts import SWEDISH

_NBSP: Final = "\N{NO-BREAK SPACE}"
_MINUS: Final = "\N{MINUS SIGN}"


def write_number(value: Decimal, language: str, *, group_from: int = 5) -> str:
    """12500.5 → "12 500,5" in Swedish and "12,500.5" in English.

    Numbers with fewer digits than `group_from` are not grouped (Myndigheternas skrivregler: four
    digits may stand together, which also suits years and meter readings).
    """
    sign, digits = (_MINUS, -value) if value < 0 else ("", value)
    whole, _, decimals = f"{digits:f}".partition(".")
    if len(whole) >= group_from:
        whole = f"{int(whole):,}"
    if language != "en":
        whole = whole.replace(",", _NBSP)
    point = "." if language == "en" else ","
    return sign + whole + (point + decimals if decimals else "")


class _Number(FieldType):
    """What the three types share: reading, units, limits."""

    #: More decimals than this are refused.
    most_decimals: ClassVar[int]
    refused_decimals: ClassVar[str]

    def value(self, number: Decimal) -> Value:
        raise NotImplementedError

    def unit(self, field: Field, language: str = SWEDISH) -> str:
        return settings.local(field, "unit", language) or ""

    def decimals(self, field: Field) -> int:
        return self.most_decimals

    def read(self, text: str, language: str, asked: frozenset[str]) -> NumberReading | Unreadable:
        return read_number(text, language, asked)

    def parse(self, field: Field, given: Given, asking: Asking) -> Outcome:
        text = short_answer(given)
        if isinstance(text, Refused):
            return text
        unit = self.unit(field)
        asked = frozenset(plain_words(bare(field.ask.to(asking.language)))) - {bare(unit)}
        reading = self.read(in_one_unit(text, unit), asking.language, asked)
        if isinstance(reading, Unreadable):
            return self._refused(field, asking, reading.reason)
        numbers, sure = self._converted(field, reading)
        decimals = self.decimals(field)
        fine = [each for each in numbers if round(each, decimals) == each]
        if not fine:
            return self._refused(field, asking, self.refused_decimals)
        fit = [each for each in fine if self._outside(field, each) is None]
        if not fit:
            return self._refused(field, asking, self._outside(field, fine[0]) or "")
        if sure and len(fit) == 1 and not self._is_oddly_negative(field, fit[0]):
            return Accepted(self.value(fit[0]))
        return Unsure(tuple(self.value(each) for each in fit))

    def _converted(self, field: Field, reading: NumberReading) -> tuple[list[Decimal], bool]:
        """The numbers in the field's unit, and whether they are exactly what was said."""
        values, sure = list(reading.values), reading.sure
        for unit in reading.units:
            size = factor(unit, self.unit(field))
            if size is None or not is_exact(unit, self.unit(field)):
                sure = False
            if size is not None:
                values = [converted(each, size) for each in values]
        return values, sure

    def _is_oddly_negative(self, field: Field, number: Decimal) -> bool:
        """Below zero of what is measured or counted, where the definition has no least."""
        measure, _ = UNITS.get(bare(self.unit(field)), ("", 0))
        return number < 0 and measure not in ("", "money", "length") and settings.number(field, "min") is None

    def _outside(self, field: Field, number: Decimal) -> str | None:
        """The reason why the number is outside the field's limits, if it is."""
        least, most = settings.number(field, "min"), settings.number(field, "max")
        if least is not None and number < least:
            return "number_too_small"
        return "number_too_large" if most is not None and number > most else None

    def _refused(self, field: Field, asking: Asking, reason: str) -> Refused:
        """The refusal with everything that its text may name."""
        params: dict[str, str | int] = {"example": self.example(field, asking) or ""}
        for name in ("min", "max"):
            limit = settings.number(field, name)
            params[name] = "" if limit is None else self.show(field, str(limit), asking.language)
        params["decimals"] = self.decimals(field)
        return Refused(reason, params)

    def find(self, field: Field, text: str, asking: Asking) -> tuple[Finding, ...]:
        return surely(self, field, text, asking, unit_spans(text, self.unit(field)))

    def show(self, field: Field, value: Value, language: str) -> str:
        number = as_number(value)
        if number is None:
            return str(value)
        unit = self.unit(field, language)
        shown = write_number(number, language)
        return f"{shown}{_NBSP}{unit}" if unit else shown

    def input(self, field: Field, asking: Asking) -> Input:
        least, most = settings.number(field, "min"), settings.number(field, "max")
        return Input(kind=Kind.NUMBER, format=self.name, min=_for_json(least), max=_for_json(most))

    def example(self, field: Field, asking: Asking) -> str | None:
        least, most = settings.number(field, "min"), settings.number(field, "max")
        number = self._typical()
        if least is not None and number < least:
            number = least
        if most is not None and number > most:
            number = most
        return self.show(field, str(number), asking.language)

    def _typical(self) -> Decimal:
        return Decimal(12)

    def check(self, field: Field) -> tuple[str, ...]:
        return settings.crossed(field)


def _for_json(number: Decimal | None) -> int | float | None:
    if number is None:
        return None
    return int(number) if number == int(number) else float(number)


class Integer(_Number):
    """A whole number."""

    name = "integer"
    LIMITS: ClassVar[Mapping[str, LimitKind]] = {
        "min": LimitKind.INTEGER,
        "max": LimitKind.INTEGER,
        "unit": LimitKind.UNIT,
    }
    most_decimals = 0
    refused_decimals = "number_not_whole"

    def value(self, number: Decimal) -> Value:
        return int(number)


class DecimalNumber(_Number):
    """A number that may have decimals."""

    name = "decimal"
    LIMITS: ClassVar[Mapping[str, LimitKind]] = {
        "min": LimitKind.DECIMAL,
        "max": LimitKind.DECIMAL,
        "unit": LimitKind.UNIT,
        "decimals": LimitKind.INTEGER,
    }
    most_decimals = 6
    refused_decimals = "number_decimals"

    def decimals(self, field: Field) -> int:
        wanted = settings.whole(field, "decimals")
        return self.most_decimals if wanted is None else min(max(wanted, 0), self.most_decimals)

    def value(self, number: Decimal) -> Value:
        text = f"{number:f}"
        text = text.rstrip("0").rstrip(".") if "." in text else text
        return "0" if text in ("-0", "") else text

    def _typical(self) -> Decimal:
        return Decimal("12.5")

    def example(self, field: Field, asking: Asking) -> str | None:
        if self.decimals(field) == 0:
            return self.show(field, "12", asking.language)
        return super().example(field, asking)

    def check(self, field: Field) -> tuple[str, ...]:
        wanted = settings.whole(field, "decimals")
        if wanted is not None and not 0 <= wanted <= self.most_decimals:
            return (*super().check(field), f"decimals must be 0 to {self.most_decimals}")
        return super().check(field)


#: What costs nothing.
_FOR_NOTHING: Final = frozenset(
    {"gratis", "det kostar ingenting", "det kostar inget", "kostar inget"}
    | {"kostar ingenting", "kostnadsfritt", "det var gratis", "det ar gratis", "free"}
    | {"for free", "free of charge", "utan kostnad", "inte ett ore"}
)
#: May also mean that there is nothing to answer.
_OR_NO_ANSWER: Final = frozenset({"ingenting", "inget", "nothing"})
#: "en tusenlapp", "två femhundralappar": the note is a scale of the number before it.
_BANKNOTE: Final = re.compile(
    r"\b(?:(en|ett|tva|tre|fyra|fem|sex|sju|atta|nio|tio|[0-9]{1,2}) )?"
    r"(tjugo|femtio|hundra|tvahundra|femhundra|tusen)lapp(?:ar|en)?\b"
)


def _in_kronor(note: re.Match[str]) -> str:
    if note[1] is None and note[0].endswith("ar"):
        # "tusenlappar": nobody knows how many.
        return note[0]
    count = 1 if note[1] is None else int(note[1]) if note[1].isdigit() else value_of(note[1])
    return f"{(count or 1) * (value_of(note[2]) or 0)} kronor"


_KRONOR_AND_ORE = re.compile(
    r"(.*[0-9a-z]) ?(?:kr|kronor|krona)\.?,? (?:och |and )?([0-9]{1,2}|[a-z]{2,16}) ?ore"
)


def _below_100(words: str) -> int | None:
    number = int(words) if words.isdigit() else value_of(words)
    return number if number is not None and number < 100 else None


_KRONOR_COLON_ORE = re.compile(r"(?<=[0-9])[:;](?=[0-9]{2}(?![0-9:]))")


class Money(_Number):
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
        return f"SEK{_NBSP}{shown}" if language == "en" else f"{shown}{_NBSP}kr"

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


TYPES: tuple[FieldType, ...] = (Integer(), DecimalNumber(), Money())
