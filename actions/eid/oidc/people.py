"""Who the claims say that it is: a valid number and a name, and what the provider has verified."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

import msgspec

from actions.eid.identities import name_in, personnummer_in
from actions.eid.oidc import names
from actions.eid.oidc.errors import NotAcceptedError
from dialogs.conversation import Person
from dialogs.fields.personnummer_reading import is_coordination_number

Claims = Mapping[str, Any]

_HYPHENATED = re.compile(r"[0-9]{8}-[0-9]{4}")
_PHONE = re.compile(r"\+[1-9][0-9]{6,14}")
_ADDRESS = re.compile(r"[^\s@<>,;]{1,64}@[^\s@<>,;]{1,190}")


class Found(msgspec.Struct, frozen=True):
    """A person, and the claim that held the number."""

    person: Person
    claim: str


def is_told_by(claims: Claims, numbers: Sequence[str]) -> bool:
    """Whether these claims say who it is, so that no others are needed."""
    return any(claims.get(each) is not None for each in numbers) and bool(_name_in(claims))


def person_in(id_token: Claims, info: Claims, numbers: Sequence[str], today: date) -> Found:
    """The person that the ID token and the UserInfo name. `numbers`: the claims for the number.

    Raises NotAcceptedError.
    """
    told = [*_numbers_in(id_token, numbers, today), *_numbers_in(info, numbers, today)]
    if not told:
        raise NotAcceptedError("no number was given", reason="no_number")
    if len({number for _, number in told}) > 1:
        raise NotAcceptedError("the claims name different people")
    name = _name_in(id_token) or _name_in(info)
    if not name:
        raise NotAcceptedError("no name was given", reason="no_name")
    claim, number = told[0]
    if is_coordination_number(number):
        _check_level(id_token, info)
    person = Person(
        personnummer=number,
        name=name,
        phone=_phone_in(id_token) or _phone_in(info),
        email=_email_in(id_token) or _email_in(info),
    )
    return Found(person, claim)


def _check_level(*told: Claims) -> None:
    """Without a confirmed identity (lag 2022:1697) a coordination number says nothing of who it is.

    A provider that tells no level is asked about it when it is registered (docs/eid.md).
    """
    levels = [each.get(names.COORDINATION_LEVEL) for each in told]
    if any(level not in (None, "confirmed") for level in levels):
        raise NotAcceptedError("the identity is not confirmed", reason="no_number")


def _numbers_in(claims: Claims, numbers: Sequence[str], today: date) -> Iterator[tuple[str, str]]:
    """The claims that are there, and their twelve digits: a personnummer or a coordination number.
    The same number may be in more than one."""
    for name in numbers:
        value = claims.get(name)
        if value is None:
            continue
        number = personnummer_in(_digits(value), today)
        if number is None:
            raise NotAcceptedError("the number is no personnummer", reason="no_number")
        yield name, number


def _digits(value: object) -> object:
    """As it is to be written: some providers put in a hyphen, or a number."""
    if isinstance(value, str) and _HYPHENATED.fullmatch(value):
        return value.replace("-", "")
    return str(value) if isinstance(value, int) else value


def _name_in(claims: Claims) -> str:
    """As it is shown; "" when there is none."""
    whole = name_in(claims.get("name"))
    if whole:
        return whole
    parts = (name_in(claims.get(each)) for each in ("given_name", "middle_name", "family_name"))
    return name_in(" ".join(part for part in parts if part))


def _phone_in(claims: Claims) -> str | None:
    """Only a number that the provider has verified is the person's."""
    value = claims.get("phone_number")
    is_verified = claims.get("phone_number_verified") is True
    return value if is_verified and isinstance(value, str) and _PHONE.fullmatch(value) else None


def _email_in(claims: Claims) -> str | None:
    """Only an address that the provider has verified is the person's."""
    value = claims.get("email")
    is_verified = claims.get("email_verified") is True
    return value if is_verified and isinstance(value, str) and _ADDRESS.fullmatch(value) else None
