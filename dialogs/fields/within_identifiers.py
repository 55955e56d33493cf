"""What numbers of people, organisations and accounts, and addresses look like within a text."""

import re
from collections.abc import Iterator
from typing import Final

from dialogs.fields.within import Span, spans_of, word_before

_PERSONNUMMER: Final = (
    re.compile(r"(?<![\w+-])(?:18|19|20)\d{6}[-+ ]?\d{4}(?![\w-])"),
    re.compile(r"(?<![\w+-])\d{6}[-+]\d{4}(?![\w-])"),
)
_ORGANISATION: Final = (
    re.compile(r"(?<![\w+-])(?:16)?\d{6}-\d{4}(?![\w-])"),
    re.compile(
        r"(?<!\w)(?:org\.? ?nr\.?|organisationsnummer(?:et)?)(?: är)? ?:? ?(?P<it>\d{6} ?-? ?\d{4})"
        r"(?![\w-])",
        re.IGNORECASE,
    ),
)
_PHONE: Final = (
    re.compile(r"(?<![\w+-])(?:\+|00)\d[\d ()-]{7,18}\d(?![\w-])"),
    re.compile(r"(?<![\w+-])07\d(?:[ /-]?\d){7}(?![\w-])"),
    re.compile(r"(?<![\w+-])0\d{1,3}[-/]\d(?:[ -]?\d){4,7}(?![\w-])"),
    re.compile(
        r"(?<!\w)(?:tel\.?|tfn\.?|telefon(?:nummer)?|mobil(?:nummer)?|nummer|nr|ring|phone)"
        r"(?: är| mig på| på)? ?:? ?(?P<it>0\d(?:[ /-]?\d){6,9})(?![\w-])",
        re.IGNORECASE,
    ),
)
_ACCOUNT_WORDS: Final = frozenset(
    {"konto", "kontot", "personkonto", "kontonummer", "bankkonto", "nordea", "clearing", "bank"}
)
#: Six and four digits are a personnummer that was meant, whatever else they can be.
_LIKE_PERSONNUMMER = re.compile(r"\d{6}[-+ ]\d{4}")
_EMAIL: Final = (re.compile(r"(?<![\w@.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+(?<![.-])"),)
_ACCOUNT: Final = (
    re.compile(
        r"(?<!\w)(?:clearing(?:nummer|nr)?|swedbank|handelsbanken|nordea|seb|skandia|länsförsäkringar"
        r"|sparbanken|ica banken|danske bank|icabanken)[ :,]*(?:clearing(?:nummer|nr)?[ :]*)?"
        r"\d{4}(?:-\d)?[ ,-]*(?:(?:och )?konto(?:nummer|nr)?[ :]*)?\d[\d -]{5,14}\d(?![\w-])",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?<!\w)(?:bg|bankgiro|pg|plusgiro)(?:nummer|nr)?[ :]*\d[\d ]{0,7}-? ?\d{1,4}(?![\w-])",
        re.IGNORECASE,
    ),
)
_STREET = (
    r"(?:[^\W\d_][\w'-]{0,30}(?:gatan|vägen|gränden|stigen|torget|backen|allén|esplanaden|plan|leden)"
    r"|(?:[^\W\d_][\w'-]{1,30} ){1,2}(?:gata|väg|gränd|stig|allé))"
)
_DOOR = r"\d{1,4} ?(?:[A-Ha-h](?![\w]))?"
_ADDRESS: Final = (
    re.compile(
        rf"(?<!\w)(?:{_STREET}|box) {_DOOR}(?:,? lgh \d{{4}})?,? (?:SE?-)?\d{{3}} ?\d{{2}},? "
        r"[^\W\d_][\w-]{1,30}(?!\w)",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?<!\w)[A-ZÅÄÖ][\w-]{1,30}(?: [A-ZÅÄÖ][\w-]{1,30})? \d{1,4}, \d{3} ?\d{2} [A-ZÅÄÖ][\w-]{1,30}(?!\w)"
    ),
)
_NEAR = (
    "utanför|framför|bakom|bredvid|intill|mittemot|mitt emot|nära|vid|på|i höjd med|i hörnet av"
    "|i korsningen av|i korsningen|outside|near|at|opposite|behind"
)
_LOCATION: Final = (
    re.compile(
        rf"(?<!\w)(?:(?:{_NEAR}) )?{_STREET} {_DOOR}(?![\w:])"
        r"(?:,? (?:i |\d{3} ?\d{2} )[A-ZÅÄÖ][\w-]{1,30})?",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?<!\w)(?:i )?(?:korsningen|hörnet)(?: av| mellan)? {_STREET}(?: och |/| ?- ?){_STREET}"
        r"(?!\w)",
        re.IGNORECASE,
    ),
    re.compile(r"(?<![\d.,-])[56]\d[.,]\d{3,8},? +[12]\d[.,]\d{3,8}(?![\d.,])"),
    re.compile(r"(?<!\w)(?:https?://|geo:)\S{1,400}", re.IGNORECASE),
)
_DIRECTION = "(?:(?:Norra|Södra|Östra|Västra|Stora|Lilla|Övre|Nedre|Gamla|Nya|Yttre|Inre) )?"
_UNIT = r"(?:\d{1,3}|[sS]|[gG][aA]):\d{1,4}(?![\w:])"
_PROPERTY: Final = (
    re.compile(
        rf"(?<!\w)(?:fastighet(?:en|sbeteckning(?:en)?)?|tomten)(?: är| heter)? ?:? "
        rf"(?P<it>[^\W\d_][\w'-]{{1,30}}(?: [^\W\d_][\w'-]{{1,30}})? {_UNIT})",
        re.IGNORECASE,
    ),
    # At the start of a sentence a capital says nothing.
    re.compile(
        rf"(?<=[\w,] )(?:[A-ZÅÄÖ][\w'-]{{1,30}} )?{_DIRECTION}[A-ZÅÄÖ][\w'-]{{1,30}} {_UNIT}"
        rf"|^{_DIRECTION}[A-ZÅÄÖ][\w'-]{{1,30}} {_UNIT}"
    ),
)
_CLOCK_LIKE = re.compile(
    r"^(?:kl|klockan|vid|sedan|från|till|psalm|mån\w*|tis\w*|ons\w*|tors\w*|fre\w*|lör\w*|sön\w*)\b"
    r"|^[^ ]+ (?:[01]\d|2[0-3]):[0-5]\d$",
    re.IGNORECASE,
)
_VEHICLE: Final = (
    re.compile(r"(?<![\w-])[A-HJ-PR-UW-Z]{3}\d{2}[\dA-HJ-NPR-UW-Z](?![\w-])"),
    re.compile(r"(?<![\w-])[A-HJ-PR-UW-Z]{3}[ -]\d{2}[\dA-HJ-NPR-UW-Z](?![\w-])"),
    re.compile(
        r"(?<!\w)(?:reg\.? ?nr\.?|reg(?:istrerings)?nummer(?:et)?|bilen|bil|med nummer)"
        r"(?: är| har)? ?:? ?(?P<it>[a-hj-pr-uw-z]{3}[ -]?\d{2}[\da-hj-npr-uw-z])(?![\w-])",
        re.IGNORECASE,
    ),
)
#: Three capital letters before three digits that are no registration number.
_NO_VEHICLE: Final = frozenset(
    {
        "LGH",
        "BOX",
        "TEL",
        "TFN",
        "RUM",
        "HUS",
        "SAL",
        "FAX",
        "MOB",
        "MAX",
        "MIN",
        "KAN",
        "NR1",
        "ABF",
    }
    | {"LSS", "SFS", "EKO", "BUS", "DAG", "SEK", "PBL", "DNR", "ISO", "RUN", "OCH"}
)


def personnummer_spans(text: str) -> Iterator[Span]:
    """Numbers of people; after a bank or a clearing number it is an account."""
    for start, end in spans_of(_PERSONNUMMER, text):
        before = word_before(text, start)
        if not before.isdigit() and before not in _ACCOUNT_WORDS:
            yield start, end


def organisation_spans(text: str) -> Iterator[Span]:
    return spans_of(_ORGANISATION, text)


def phone_spans(text: str) -> Iterator[Span]:
    for start, end in spans_of(_PHONE, text):
        if not _LIKE_PERSONNUMMER.fullmatch(text, start, end):
            yield start, end


def email_spans(text: str) -> Iterator[Span]:
    return spans_of(_EMAIL, text)


def account_spans(text: str) -> Iterator[Span]:
    return spans_of(_ACCOUNT, text)


def address_spans(text: str) -> Iterator[Span]:
    return spans_of(_ADDRESS, text)


def location_spans(text: str) -> Iterator[Span]:
    return spans_of(_LOCATION, text)


def property_spans(text: str) -> Iterator[Span]:
    """Designations; "Kl 14:30" is a time, and "Nyland 3:12" could be one but for the word."""
    labelled = set(spans_of(_PROPERTY[:1], text))
    for start, end in spans_of(_PROPERTY, text):
        if (start, end) in labelled or not _CLOCK_LIKE.search(text[start:end]):
            yield start, end


def vehicle_spans(text: str) -> Iterator[Span]:
    for start, end in spans_of(_VEHICLE, text):
        if text[start : start + 3].upper() not in _NO_VEHICLE:
            yield start, end
