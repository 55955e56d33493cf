"""Swedish postal addresses, written on one line or as on an envelope (SS 613401)."""

import re
from typing import ClassVar

import msgspec

from dialogs.conditions import Value
from dialogs.fields.base import Accepted, Asking, FieldType, Given, Outcome, Refused
from dialogs.fields.plain import capitalised, plain_lines
from dialogs.messages import Input, Kind
from dialogs.service import Field

MAX_LENGTH = 200

_LEAD_IN = re.compile(
    r"^(?:(?:min|hennes|hans|vår|deras) (?:post)?adress är|(?:post)?adress(?:en är)? ?:"
    r"|(?:jag|vi|hon|han|hen|de) bor (?:på|i)|(?:my|her|his|our) address is|address ?:"
    r"|i live (?:at|on)) *",
    re.IGNORECASE,
)
_COUNTRY = re.compile(r"[ ,.]+(?:sverige|sweden|se)[ .]*$", re.IGNORECASE)
#: Five digits, perhaps spaced 3 + 2 and with the country before them ("SE-872 80").
_CODE = re.compile(r"(?:(?<![\w])(?:SE|S)[ -]?)?(?<!\d)(\d{3}) ?(\d{2})(?!\d)", re.IGNORECASE)
_CARE_OF = re.compile(r"^c ?[/\\] ?o[ .:]+(.+)$", re.IGNORECASE)
#: "Anna Ek Torggatan 2": where the name ends and the street begins.
_STREET_START = re.compile(
    r" (?=[^\W\d_-]+(?:gatan|vägen|gata|väg|gränd|stigen|torget|backen|allén|plan) \d)"
    r"| (?=box \d)",
    re.IGNORECASE,
)
_CITY = re.compile(r"[^\W\d_][^\d@<>{}]*")
_BARE_BOX = re.compile(r"(?:^|[ ,])(?:post)?box$", re.IGNORECASE)
_SMALL_IN_CITY = frozenset({"i", "på", "vid", "och", "av"})


class _Pieces(msgspec.Struct, frozen=True):
    before: str
    code: str
    after: str


class AddressType(FieldType):
    """A postal address: {"street", "postal_code": five digits, "city"} and perhaps "co"."""

    name: ClassVar[str] = "address"

    def parse(self, field: Field, given: Given, asking: Asking) -> Outcome:
        written = ", ".join(line.strip(" ,;") for line in plain_lines(given))
        written = _COUNTRY.sub("", _LEAD_IN.sub("", written)).strip(" ,;.")
        if len(written) < 2 or not any(map(str.isalpha, written)):
            return Refused("address_format")
        if len(written) > MAX_LENGTH:
            return Refused("address_long", {"max": MAX_LENGTH})
        pieces = _divided(written)
        if pieces is None:
            return Refused("address_postal_code", {"written": written})
        if not 10_000 <= int(pieces.code) <= 98_499:
            return Refused("address_wrong_postal_code", {"code": _spaced(pieces.code)})
        if not _CITY.fullmatch(pieces.after) or "," in pieces.after:
            return Refused("address_city", {"written": written})
        care_of, street = _care_of(pieces.before)
        if not street or _BARE_BOX.search(street):
            return Refused("address_street", {"written": written})
        value = {
            "street": street if not street.islower() else street[0].upper() + street[1:],
            "postal_code": pieces.code,
            "city": _city(pieces.after),
        }
        return Accepted(value | {"co": care_of} if care_of else value)

    def show(self, field: Field, value: Value, language: str) -> str:
        care_of = [f"c/o {value['co']}"] if value.get("co") else []
        place = f"{_spaced(value['postal_code'])} {value['city']}"
        return ", ".join([*care_of, value["street"], place])

    def input(self, field: Field, asking: Asking) -> Input:
        return Input(kind=Kind.TEXT, max_length=MAX_LENGTH, format="address")

    def example(self, field: Field, asking: Asking) -> str | None:
        return "Torggatan 2, 872 80 Kramfors"


def _divided(written: str) -> _Pieces | None:
    """What stands before and after the postal code: the last five digits with a place after."""
    codes = list(_CODE.finditer(written))
    if not codes:
        return None
    followed = [code for code in codes if _CITY.match(written[code.end() :].strip(" ,;"))]
    code = (followed or codes)[-1]
    before = written[: code.start()].strip(" ,;-")
    after = written[code.end() :].strip(" ,;.")
    if not before and "," in after:
        # "872 80 Kramfors, Torggatan 2": the same parts in the other order.
        after, before = (part.strip() for part in after.split(",", maxsplit=1))
    return _Pieces(before=before, code=code.group(1) + code.group(2), after=after)


def _care_of(before: str) -> tuple[str, str]:
    """The c/o name and the street; both may be empty."""
    segments = [segment.strip() for segment in before.split(",") if segment.strip()]
    care_of = ""
    streets = []
    for segment in segments:
        match = _CARE_OF.match(segment)
        if match is None or care_of:
            streets.append(segment)
            continue
        care_of, *rest = _STREET_START.split(match.group(1), maxsplit=1)
        streets.extend(rest)
    return care_of, ", ".join(streets)


def _city(written: str) -> str:
    if not (written.islower() or written.isupper()):
        return written
    words = written.lower().split(" ")
    return " ".join(
        word if word in _SMALL_IN_CITY else "-".join(map(capitalised, word.split("-")))
        for word in words
    )


def _spaced(code: str) -> str:
    return f"{code[:3]} {code[3:]}"


TYPES: tuple[FieldType, ...] = (AddressType(),)
