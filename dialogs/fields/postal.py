"""Swedish postal addresses, written on one line or as on an envelope (SS 613401)."""

import re
from typing import ClassVar

import msgspec

from dialogs.conditions import Value
from dialogs.fields.base import (
    Accepted,
    Asking,
    FieldType,
    Finding,
    Given,
    Outcome,
    Refused,
    Unsure,
)
from dialogs.fields.number_words import value_of
from dialogs.fields.plain import capitalised, plain_lines
from dialogs.fields.within import surely
from dialogs.fields.within_identifiers import address_spans
from dialogs.fields.writing import bare
from dialogs.messages import Input, Kind
from dialogs.service import Field

MAX_LENGTH = 200

_LEAD_IN = re.compile(
    r"^(?:hej[ ,.!]+)?(?:(?:(?:min|mitt|nya|min nya|hennes|hans|vår|deras|the|my|her|his|our) )?"
    r"(?:(?:bostads|post|hem)?adress(?:en)?|address)(?: är| e| is)?(?: ?:| |$)"
    r"|(?:(?:jag|vi|hon|han|hen|de) )?bor (?:på|i|vid)"
    r"|skicka (?:den |dem |det )?till|(?:i|we) live (?:at|on|in)) *",
    re.IGNORECASE,
)
#: It may not be the address of today.
_MOVES_TO = re.compile(
    r"^(?:(?:jag|vi|hon|han|hen|de) )?(?:ska )?flytta[rt]? till +", re.IGNORECASE
)
#: "Gata: X Postnr: Y Ort: Z".
_LABELS = re.compile(
    r"(?:^|[ ,]+)(?:gata|gatuadress|adress|street|postnr|postnummer|postal code|ort|postort|stad|city"
    r"|town) ?: *",
    re.IGNORECASE,
)
#: "Vi bor i Docksta, Byvägen 41": said again with the code.
_LIVES_IN = re.compile(r"^(?:(?:jag|vi|hon|han|hen|de) )?bor i [^\W\d_]+, +", re.IGNORECASE)
_THANKS = re.compile(r"[ ,.]+(?:tack(?: så mycket)?|please|thanks|thank you)[ .!]*$", re.IGNORECASE)
#: "på Torggatan 2".
_AT = re.compile(r"^(?:på|i|at|on) (?=[^\W\d_]+ \d)")
#: "870 33 i Docksta".
_IN_BEFORE_CITY = re.compile(r"^(?:i|in|ort|postort) (?=[^\W\d_]{2})", re.IGNORECASE)
_IN_AT_END = re.compile(r" i *$", re.IGNORECASE)
_CODE_WORD = re.compile(
    r"[ ,]+(?:post ?nummer|postnr|postkod|zip(?: code)?)(?: är)?[ .:]+(?=\d)", re.IGNORECASE
)
#: "Torggatan 2 (i) Kramfors 872 80": the place before the code.
_CODE_LAST = re.compile(
    r"^(?P<street>.*\d ?[A-HJ-Za-hj-z]?)(?:,? i |[ ,]+)(?P<city>[^\W\d_]{2}[^\d,@<>{}]*)[ ,]+"
    r"(?P<code>\d{3} ?\d{2})$"
)
#: "Torggatan två": the number of the house, dictated.
_HOUSE_IN_WORDS = re.compile(
    r"^(?P<street>[^\W\d_]+(?:gatan|vägen|gata|väg|gränd|stigen|torget|backen|allén|plan)) "
    r"(?P<number>[^\W\d_]{2,20})$",
    re.IGNORECASE,
)
_STREET_ALONE = re.compile(r"[^\W\d_]+(?:gatan|vägen|gränd|stigen|torget|allén)", re.IGNORECASE)
_COUNTRY = re.compile(r"(?:[ ,]+|\.[ ]+)(?:sverige|sweden|se)[ .]*$", re.IGNORECASE)
#: Five digits, perhaps spaced 3 + 2 and with the country before them ("SE-872 80").
_CODE = re.compile(r"(?:(?<![\w])(?:SE|S)[ -]?)?(?<!\d)(\d{3}) ?(\d{2})(?!\d)", re.IGNORECASE)
_CARE_OF = re.compile(r"^(?:c ?[/\\] ?o|co(?= [^\W\d_]{2}))[ .:]+(.+)$", re.IGNORECASE)
_CARE_OF_INSIDE = re.compile(
    r"^(?P<street>.*\d ?[A-Za-z]?) c ?[/\\] ?o[ .:]+(?P<name>.+)$", re.IGNORECASE
)
#: "Anna Ek, Torggatan 2": whose address it is.
_WHOSE = re.compile(r"^(?:[^\W\d_][^\W\d_'-]* ){1,3}[^\W\d_][^\W\d_'-]*$")
#: "Anna Ek Torggatan 2": where the name ends and the street begins.
_STREET_START = re.compile(
    r" (?=[^\W\d_-]+(?:gatan|vägen|gata|väg|gränd|stigen|torget|backen|allén|plan) \d)"
    r"| (?=box \d)",
    re.IGNORECASE,
)
_CITY = re.compile(r"[^\W\d_][^\d@<>{}]*")
_BARE_BOX = re.compile(r"(?:^|[ ,])(?:post)?box$", re.IGNORECASE)
#: The first words of Swedish places whose names are two words.
_FIRST_OF_TWO = frozenset(
    {"upplands", "västra", "östra", "norra", "södra", "stora", "lilla", "gamla", "nya", "dals"}
    | {"saltsjö", "s:t", "sankt", "st", "st.", "bohus", "övre", "nedre", "yttre", "inre", "kungs"}
)
#: Words of sentences that no street is called.
_SENTENCE = frozenset(
    {"jag", "vi", "är", "bor", "inte", "ring", "men", "heter", "ska", "har", "vill", "flyttar"}
    | {
        "tror",
        "kanske",
        "eller",
        "live",
        "is",
        "not",
        "fast",
        "hos",
        "från",
        "förr",
        "förut",
        "nej",
    }
    | {
        "tidigare",
        "tillfälligt",
        "bredvid",
        "granne",
        "grannen",
        "mittemot",
        "nära",
        "adress",
        "adressen",
    }
    | {
        "fel",
        "annars",
        "utom",
        "from",
        "near",
        "next",
        "old",
        "temporarily",
        "address",
        "till",
        "just",
    }
)
#: "PL 12" and "BOX 3" may be written so.
_SHORTEST_SHOUTED = 8
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
        if len(_LABELS.findall(written)) > 1:
            written = _LABELS.sub(", ", written).strip(" ,")
        written, moves = _MOVES_TO.subn("", written)
        written = _AT.sub("", _LIVES_IN.sub("", written))
        written = _COUNTRY.sub("", _THANKS.sub("", _LEAD_IN.sub("", written))).strip(" ,;.")
        written = _CODE_LAST.sub(r"\g<street>, \g<code> \g<city>", _CODE_WORD.sub(" ", written))
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
        numbered = _HOUSE_IN_WORDS.sub(_house_number, street)
        dictated, street = numbered != street, numbered
        value: dict[str, str] = {
            "street": _street(street),
            "postal_code": pieces.code,
            "city": _city(pieces.after),
        }
        value = value | {"co": care_of} if care_of else value
        whose, _, rest = street.partition(", ")
        if rest[-1:].isdigit() and _WHOSE.match(whose):
            # A name before the street, or a place: "Norra gården, Skog 117".
            return Unsure((value | {"street": rest}, value))
        # Farms and villages have no number; of a street it was forgotten.
        unnumbered = _STREET_ALONE.fullmatch(street) is not None
        doubtful = (
            dictated or unnumbered or moves or _is_story(street) or not _is_place(value["city"])
        )
        return Unsure((value,)) if doubtful else Accepted(value)

    def find(self, field: Field, text: str, asking: Asking) -> tuple[Finding, ...]:
        return surely(self, field, text, asking, address_spans(text))

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
    before = _IN_AT_END.sub("", written[: code.start()]).strip(" ,;.-")
    after = _IN_BEFORE_CITY.sub("", written[code.end() :].strip(" ,;.!"))
    if not before and "," in after:
        # "872 80 Kramfors, Torggatan 2": the same parts in the other order.
        after, before = (part.strip() for part in after.split(",", maxsplit=1))
    return _Pieces(before=before, code=code.group(1) + code.group(2), after=after)


def _care_of(before: str) -> tuple[str, str]:
    """The c/o name and the street; both may be empty."""
    segments = [segment.strip() for segment in before.split(",") if segment.strip()]
    care_of = ""
    streets: list[str] = []
    for segment in segments:
        inside = _CARE_OF_INSIDE.match(segment)
        if inside is not None and not care_of:
            streets.append(inside["street"])
            care_of = inside["name"]
            continue
        match = _CARE_OF.match(segment)
        if match is None or care_of:
            streets.append(segment)
            continue
        care_of, *rest = _STREET_START.split(match.group(1), maxsplit=1)
        streets.extend(rest)
    return care_of, ", ".join(streets)


#: "gamla Skolvägen 3" is an old address, "Gamla vägen 3" a street.
_OLD = re.compile(r"^(?:gamla|förra|old) [A-ZÅÄÖ]")


def _is_story(street: str) -> bool:
    if _OLD.match(street):
        return True
    if set("():?!") & set(street.casefold().replace("s:t", "")):
        return True
    return not _SENTENCE.isdisjoint(street.casefold().split())


def _is_place(city: str) -> bool:
    """Whether these words are a place's name and nothing more, as far as one can tell."""
    words = city.casefold().split()
    if "?" in city:
        return False
    return len(words) == 1 or (
        len(words) == 2 and (words[0] in _FIRST_OF_TWO or words[1] == "kommun")
    )


def _house_number(match: re.Match[str]) -> str:
    """ "Torggatan två" → "Torggatan 2"."""
    number = value_of(bare(match["number"]))
    return match.group() if not number else f"{match['street']} {number}"


def _street(written: str) -> str:
    """With capitals where a keyboard left them out or wrote nothing else."""
    if written.isupper() and len(written) > _SHORTEST_SHOUTED:
        words = written.split(" ")
        return " ".join(word if word[:1].isdigit() else capitalised(word.lower()) for word in words)
    return written if not written.islower() else written[0].upper() + written[1:]


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
