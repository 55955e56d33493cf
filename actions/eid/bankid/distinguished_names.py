"""A distinguished name as text, read however a program wrote it.

BankID writes `cn=…,name=…,c=SE`; Java, .NET, Go and OpenSSL each quote, escape, order and name
attributes in their own way. What they mean is the same set of attributes.
"""

import re
from collections.abc import Iterable

from asn1crypto import core

#: What programs call the attributes. `sn` is OpenSSL's surname.
_TYPES = {
    "cn": "2.5.4.3", "commonname": "2.5.4.3",
    "sn": "2.5.4.4", "surname": "2.5.4.4",
    "serialnumber": "2.5.4.5",
    "c": "2.5.4.6", "countryname": "2.5.4.6",
    "l": "2.5.4.7", "localityname": "2.5.4.7",
    "s": "2.5.4.8", "st": "2.5.4.8", "stateorprovincename": "2.5.4.8",
    "street": "2.5.4.9", "streetaddress": "2.5.4.9",
    "o": "2.5.4.10", "organizationname": "2.5.4.10",
    "ou": "2.5.4.11", "organizationalunitname": "2.5.4.11",
    "t": "2.5.4.12", "title": "2.5.4.12",
    "businesscategory": "2.5.4.15",
    "postalcode": "2.5.4.17",
    "name": "2.5.4.41",
    "g": "2.5.4.42", "gn": "2.5.4.42", "givenname": "2.5.4.42",
    "organizationidentifier": "2.5.4.97",
}  # fmt: skip
_KEY = r"(?:oid\.)?(?:[a-z][a-z0-9-]*|\d+(?:\.\d+)+)\s*="
#: Between attributes. A comma inside a value, which some programs do not escape, has no key after it.
_BETWEEN = re.compile(rf"\s*[,;+\n]\s*(?={_KEY})", re.IGNORECASE)
_BETWEEN_SLASHES = re.compile(rf"/(?={_KEY})", re.IGNORECASE)
_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL)
#: `\C3\96` (RFC 4514), `\xC3\x96` (OpenSSL) or an escaped character.
_ESCAPE = re.compile(rb"\\(?:x?([0-9a-f]{2})|(.))", re.IGNORECASE | re.DOTALL)


def attributes(name: str) -> frozenset[tuple[str, str]]:
    """Pairs of a dotted type and a value, for comparing only; an unknown type as it is written."""
    return normal(_pair(part) for part in _parts(name.strip()))


def normal(pairs: Iterable[tuple[str, str]]) -> frozenset[tuple[str, str]]:
    """Neither case nor the number of spaces counts in a name (RFC 5280, 7.1; RFC 4518)."""
    return frozenset((kind, " ".join(value.split()).casefold()) for kind, value in pairs)


def _parts(name: str) -> list[str]:
    if name.startswith("/"):
        return _BETWEEN_SLASHES.split(name)[1:]
    hidden = [match.span() for match in _QUOTED.finditer(name)]
    found, start = [], 0
    for match in _BETWEEN.finditer(name):
        at = match.start() + len(match[0]) - len(match[0].lstrip())
        if any(begin <= at < end for begin, end in hidden) or _is_escaped(name, at):
            continue
        found.append(name[start : match.start()])
        start = match.end()
    return [*found, name[start:]]


def _is_escaped(name: str, at: int) -> bool:
    before = name[:at]
    return (len(before) - len(before.rstrip("\\"))) % 2 == 1


def _pair(part: str) -> tuple[str, str]:
    kind, _, value = part.partition("=")
    kind = kind.strip().lower().removeprefix("oid.")
    return _TYPES.get(kind, kind), _value(value.strip())


def _value(text: str) -> str:
    if re.fullmatch(r"#(?:[0-9a-f]{2})+", text, re.IGNORECASE):
        return _encoded(bytes.fromhex(text[1:])) or text
    if _QUOTED.fullmatch(text):
        text = text[1:-1]
    plain = _ESCAPE.sub(
        lambda match: bytes.fromhex(match[1].decode()) if match[1] else match[2], text.encode()
    )
    return plain.decode("utf-8", "replace")


def _encoded(der: bytes) -> str | None:
    """The string in a value that is written as the bytes of its encoding."""
    try:
        value = core.load(der, strict=True)
    except ValueError:
        return None
    return str(value.native) if isinstance(value.native, str) else None
