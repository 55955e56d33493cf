"""Numbers: `integer` and `decimal`; `money` is built on the same base.

Values: a whole number as such; a decimal as canonical text ("12.5", never "12.50"); money as kronor
with two decimals ("1200.50"). Decimals are never rounded: too many are refused.
"""

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
from dialogs.fields.number_words import is_number_word
from dialogs.fields.units import UNITS, converted, factor, in_one_unit, is_exact
from dialogs.fields.within import surely
from dialogs.fields.within_amounts import unit_spans
from dialogs.fields.writing import bare, plain_words, short_answer
from dialogs.messages import Input, Kind
from dialogs.service import Field
from dialogs.texts import SWEDISH

NBSP: Final = "\N{NO-BREAK SPACE}"
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
        whole = whole.replace(",", NBSP)
    point = "." if language == "en" else ","
    return sign + whole + (point + decimals if decimals else "")


class NumberType(FieldType):
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
        asked = _words_of(bare(field.ask.to(asking.language))) - {bare(unit)}
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
        return (
            number < 0
            and measure not in ("", "money", "length")
            and settings.number(field, "min") is None
        )

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
        return f"{shown}{NBSP}{unit}" if unit else shown

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


def _words_of(question: str) -> frozenset[str]:
    """The words of a question that change nothing in its answer; none where it has numbers of its own."""
    words = frozenset(plain_words(question))
    has_numbers = any(each.isdigit() for each in question) or any(map(is_number_word, words))
    return frozenset() if has_numbers else words


def _for_json(number: Decimal | None) -> int | float | None:
    if number is None:
        return None
    return int(number) if number == int(number) else float(number)


class Integer(NumberType):
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


class DecimalNumber(NumberType):
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


TYPES: tuple[FieldType, ...] = (Integer(), DecimalNumber())
