"""Reads a field's own settings (`min`, `max_length` …) as values of the kind that a type needs."""

from datetime import date
from decimal import Decimal
from typing import get_args

from dialogs.conditions import Operand, as_date, as_number
from dialogs.fields.base import Asking
from dialogs.service import Field
from dialogs.texts import LocalText

_OPERANDS = get_args(Operand)


def whole(field: Field, name: str) -> int | None:
    """A whole number, or None when the setting is missing."""
    value = number(field, name)
    return None if value is None else int(value)


def number(field: Field, name: str) -> Decimal | None:
    return as_number(field.limits.get(name))


def flag(field: Field, name: str) -> bool:
    return field.limits.get(name) is True


def word(field: Field, name: str) -> str:
    """A text, or "" when the setting is missing."""
    value = field.limits.get(name)
    return value if isinstance(value, str) else ""


def local(field: Field, name: str, language: str) -> str | None:
    """A text in the person's language."""
    value = field.limits.get(name)
    if isinstance(value, LocalText):
        return value.to(language)
    return value if isinstance(value, str) else None


def day(field: Field, name: str, asking: Asking) -> date | None:
    """A date: written as such, or computed from today and earlier answers."""
    value = field.limits.get(name)
    if isinstance(value, _OPERANDS):
        return as_date(value.of(asking.scope))
    return as_date(value)


def crossed(field: Field, low: str = "min", high: str = "max") -> tuple[str, ...]:
    """The complaint about two limits that nothing can satisfy, if they are plain numbers."""
    least, most = number(field, low), number(field, high)
    if least is not None and most is not None and least > most:
        return (f"{low} ({least}) is more than {high} ({most}): swap them",)
    return ()
