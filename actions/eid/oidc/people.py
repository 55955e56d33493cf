"""Who the claims say that it is: a valid number and a name, and what the provider has verified."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from actions.eid.oidc.errors import NotAcceptedError
from dialogs.fields.base import Accepted
from dialogs.fields.names import MAX_LENGTH
from dialogs.fields.personnummer_reading import parse_personnummer

_TWELVE_DIGITS = re.compile(r"[0-9]{12}")
_MOBILE = re.compile(r"\+[1-9][0-9]{6,14}")
_ADDRESS = re.compile(r"[^\s@<>,;]{1,64}@[^\s@<>,;]{1,190}")


def number_in(
    claims: Mapping[str, Any], names: Sequence[str], today: date
) -> tuple[str, str] | None:
    """The first of the claims that is there, and its twelve digits: a personnummer or a
    coordination number. None when none is there; raises NotAcceptedError when it is no number."""
    name = next((each for each in names if claims.get(each) is not None), None)
    if name is None:
        return None
    value = claims[name]
    is_number = isinstance(value, str) and _TWELVE_DIGITS.fullmatch(value) is not None
    if not is_number or parse_personnummer(value, today) != Accepted(value):
        raise NotAcceptedError("the number is no personnummer", reason="no_number")
    return name, value


def name_in(claims: Mapping[str, Any]) -> str:
    """As it is shown; "" when there is none."""
    whole = _clean(claims.get("name"))
    if whole:
        return whole
    parts = (_clean(claims.get(each)) for each in ("given_name", "middle_name", "family_name"))
    return _clean(" ".join(part for part in parts if part))


def phone_in(claims: Mapping[str, Any]) -> str | None:
    """Only a number that the provider has verified is the person's."""
    value = claims.get("phone_number")
    is_verified = claims.get("phone_number_verified") is True
    return value if is_verified and isinstance(value, str) and _MOBILE.fullmatch(value) else None


def email_in(claims: Mapping[str, Any]) -> str | None:
    """Only an address that the provider has verified is the person's."""
    value = claims.get("email")
    is_verified = claims.get("email_verified") is True
    return value if is_verified and isinstance(value, str) and _ADDRESS.fullmatch(value) else None


def _clean(text: object) -> str:
    """Printable and in one line; "" for what is no name."""
    if not isinstance(text, str):
        return ""
    line = "".join(sign for sign in " ".join(text.split()) if sign.isprintable())
    return line if len(line) <= MAX_LENGTH else ""
