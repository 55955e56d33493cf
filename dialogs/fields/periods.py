"""The type `period`. Value: {"from": "2027-06-01", "to": "2027-06-15"}, "to" None when it is open.

Both days belong to the period: 1–15 June is 15 days.
"""

from collections.abc import Mapping
from datetime import date
from typing import ClassVar

from dialogs.conditions import Value, as_date
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
from dialogs.fields.calendar_words import show_day
from dialogs.fields.date_reading import NoDate
from dialogs.fields.dates import Limits, example_day, limits_of, outside, refused
from dialogs.fields.period_reading import LONG, PeriodReading, Span, read_period
from dialogs.fields.within import surely
from dialogs.fields.within_calendar import period_spans
from dialogs.fields.writing import short_answer
from dialogs.messages import Input, Kind
from dialogs.service import Field

_OPEN = {"sv": "tills vidare", "en": "until further notice"}


def _value(span: Span) -> Value:
    return {"from": span.first.isoformat(), "to": span.last.isoformat() if span.last else None}


class Period(FieldType):
    """A first and a last day; with `open_ended` the last may be missing."""

    name = "period"
    LIMITS: ClassVar[Mapping[str, LimitKind]] = {
        "min": LimitKind.DATE,
        "max": LimitKind.DATE,
        "min_days": LimitKind.INTEGER,
        "max_days": LimitKind.INTEGER,
        "open_ended": LimitKind.FLAG,
    }

    def parse(self, field: Field, given: Given, asking: Asking) -> Outcome:
        if not given.text and len(given.choices) == 2:
            given = Given(text=" - ".join(given.choices))
        text = short_answer(given)
        if isinstance(text, Refused):
            return text
        limits = limits_of(field, asking)
        open_ended = settings.flag(field, "open_ended")
        reading = read_period(text, limits, asking.today, open_ended=open_ended)
        example = self.example(field, asking)
        if isinstance(reading, NoDate):
            return refused(reading, limits, asking.language, example)
        return self._judge(field, reading, limits, asking.language, example)

    def _judge(
        self, field: Field, reading: PeriodReading, limits: Limits, language: str, example: str
    ) -> Outcome:
        problems: list[Refused] = []
        fitting: list[Value] = []
        for span in reading.spans:
            problem = self._problem(field, span, limits, language, example)
            if problem is None:
                fitting.append(_value(span))
            else:
                problems.append(problem)
        if not fitting:
            return problems[0]
        spans = [each for each in reading.spans if each.last is not None]
        long = any(each.last and each.last - each.first > LONG for each in spans)
        if reading.sure and len(fitting) == 1 and not long:
            return Accepted(fitting[0])
        return Unsure(tuple(fitting[:4]))

    def _problem(
        self, field: Field, span: Span, limits: Limits, language: str, example: str
    ) -> Refused | None:
        if span.last is None:
            if not settings.flag(field, "open_ended"):
                return Refused("period_end_missing", {"example": example})
            return outside([span.first], limits, language)
        if span.last < span.first:
            return Refused(
                "period_end_before_start",
                {"from": show_day(span.first, language), "to": show_day(span.last, language)},
            )
        too_far = outside([span.first], limits, language) or outside([span.last], limits, language)
        if too_far is not None:
            return too_far
        days = (span.last - span.first).days + 1
        least, most = settings.whole(field, "min_days"), settings.whole(field, "max_days")
        if least is not None and days < least:
            return Refused("period_too_short", {"min_days": least, "days": days})
        if most is not None and days > most:
            return Refused("period_too_long", {"max_days": most, "days": days})
        return None

    def find(self, field: Field, text: str, asking: Asking) -> tuple[Finding, ...]:
        return surely(self, field, text, asking, period_spans(text))

    def show(self, field: Field, value: Value, language: str) -> str:
        if not isinstance(value, Mapping):
            return str(value)
        first, last = as_date(value.get("from")), as_date(value.get("to"))
        if first is None:
            return str(value)
        end = show_day(last, language) if last else _OPEN.get(language, _OPEN["sv"])
        return f"{show_day(first, language)} – {end}"

    def input(self, field: Field, asking: Asking) -> Input:
        limits = limits_of(field, asking)
        return Input(
            kind=Kind.TEXT,
            format="period",
            min=limits.earliest.isoformat() if limits.earliest else None,
            max=limits.latest.isoformat() if limits.latest else None,
        )

    def example(self, field: Field, asking: Asking) -> str:
        """ "4 december 2026 – 17 december 2026", within the limits where that is possible."""
        first = example_day(field, asking)
        days = settings.whole(field, "max_days") or 14
        days = max(min(days, 14), settings.whole(field, "min_days") or 1)
        latest = settings.day(field, "max", asking)
        last = date.fromordinal(first.toordinal() + days - 1)
        if latest is not None and last > latest:
            last = max(latest, first)
        shown = (show_day(each, asking.language).split(" ", 1)[1] for each in (first, last))
        return " – ".join(shown)

    def check(self, field: Field) -> tuple[str, ...]:
        first, last = as_date(field.limits.get("min")), as_date(field.limits.get("max"))
        if first is not None and last is not None and first > last:
            return (f"min ({first}) is after max ({last}): swap them",)
        return settings.crossed(field, "min_days", "max_days")


TYPES: tuple[FieldType, ...] = (Period(),)
