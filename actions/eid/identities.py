"""What e-IDs say of who somebody is, as this system takes it."""

import re
from datetime import date

from dialogs.fields.base import Accepted
from dialogs.fields.names import MAX_LENGTH
from dialogs.fields.personnummer_reading import parse_personnummer

_TWELVE_DIGITS = re.compile(r"[0-9]{12}")


def personnummer_in(value: object, today: date) -> str | None:
    """Twelve digits that are a personnummer or a coordination number; None for anything else."""
    if not isinstance(value, str) or _TWELVE_DIGITS.fullmatch(value) is None:
        return None
    return value if parse_personnummer(value, today) == Accepted(value) else None


def name_in(value: object) -> str:
    """Printable and in one line; "" for what is no name."""
    if not isinstance(value, str):
        return ""
    line = "".join(sign for sign in " ".join(value.split()) if sign.isprintable())
    return line if len(line) <= MAX_LENGTH else ""
