"""The type `time`. Value: a time of day in Sweden, "14:30"."""

import re
from collections.abc import Mapping
from typing import ClassVar

from dialogs.conditions import Value
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
from dialogs.fields.time_reading import Minutes, NoTime, read_time
from dialogs.fields.within import surely
from dialogs.fields.within_calendar import time_spans
from dialogs.fields.writing import short_answer
from dialogs.messages import Input, Kind
from dialogs.service import Field

_PLAIN = re.compile("([01]?[0-9]|2[0-3])[:.]([0-5][0-9])")


def minutes_of(value: Value) -> Minutes | None:
    """ "14:30" → 870; None when it is no time."""
    match = _PLAIN.fullmatch(value) if isinstance(value, str) else None
    return int(match[1]) * 60 + int(match[2]) if match else None


def _value(minutes: Minutes) -> str:
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def show_time(value: str, language: str) -> str:
    """ "kl. 14.30" (Svenska skrivregler), "14:30" in English."""
    return value if language == "en" else "kl.\N{NO-BREAK SPACE}" + value.replace(":", ".")


class Time(FieldType):
    """A time of day. `step` counts minutes from `min`, or from midnight."""

    name = "time"
    LIMITS: ClassVar[Mapping[str, LimitKind]] = {
        "min": LimitKind.TIME,
        "max": LimitKind.TIME,
        "step": LimitKind.INTEGER,
    }

    def parse(self, field: Field, given: Given, asking: Asking) -> Outcome:
        text = short_answer(given)
        if isinstance(text, Refused):
            return text
        reading = read_time(text)
        language = asking.language
        if isinstance(reading, NoTime):
            return Refused(reading.reason, {"example": self.example(field, asking)})
        least, most = self._limits(field)
        inside = [each for each in reading.times if least <= each <= most]
        if not inside:
            return self._outside(reading.times[0], least, most, language)
        step = settings.whole(field, "step") or 1
        fitting = [each for each in inside if (each - least) % step == 0]
        if not fitting:
            return self._between_steps(inside[0], least, most, step, language)
        if reading.sure and len(fitting) == 1:
            return Accepted(_value(fitting[0]))
        return Unsure(tuple(_value(each) for each in fitting[:4]))

    def _limits(self, field: Field) -> tuple[Minutes, Minutes]:
        least = minutes_of(field.limits.get("min"))
        most = minutes_of(field.limits.get("max"))
        return least or 0, 1439 if most is None else most

    def _outside(self, time: Minutes, least: Minutes, most: Minutes, language: str) -> Refused:
        return Refused(
            "time_outside",
            {
                "given": show_time(_value(time), language),
                "earliest": show_time(_value(least), language),
                "latest": show_time(_value(most), language),
            },
        )

    def _between_steps(
        self, time: Minutes, least: Minutes, most: Minutes, step: int, language: str
    ) -> Refused:
        before = time - (time - least) % step
        after = before + step if before + step <= most else before
        return Refused(
            "time_step",
            {
                "step": step,
                "before": show_time(_value(before), language),
                "after": show_time(_value(after), language),
            },
        )

    def find(self, field: Field, text: str, asking: Asking) -> tuple[Finding, ...]:
        return surely(self, field, text, asking, time_spans(text))

    def show(self, field: Field, value: Value, language: str) -> str:
        return show_time(value, language) if minutes_of(value) is not None else str(value)

    def input(self, field: Field, asking: Asking) -> Input:
        least, most = self._limits(field)
        bounded = "min" in field.limits, "max" in field.limits
        return Input(
            kind=Kind.TEXT,
            format="time",
            min=_value(least) if bounded[0] else None,
            max=_value(most) if bounded[1] else None,
        )

    def example(self, field: Field, asking: Asking) -> str:
        least, most = self._limits(field)
        time = 14 * 60 + 30
        if not least <= time <= most:
            time = least
        step = settings.whole(field, "step") or 1
        return show_time(_value(time - (time - least) % step), asking.language)

    def check(self, field: Field) -> tuple[str, ...]:
        problems = [
            f'{name} is no time: write it in quotation marks, like "08:00"'
            for name in ("min", "max")
            if name in field.limits and minutes_of(field.limits[name]) is None
        ]
        least, most = self._limits(field)
        if least > most:
            problems.append(f"min ({_value(least)}) is after max ({_value(most)}): swap them")
        step = settings.whole(field, "step")
        if step is not None and not 1 <= step <= 720:
            problems.append("step must be 1 to 720 minutes")
        return tuple(problems)


TYPES: tuple[FieldType, ...] = (Time(),)
