"""What dates, periods and times of day look like within a text."""

import re
from collections.abc import Iterator
from typing import Final

from dialogs.fields.within import Span, spans_of, word_before

_MONTH = (
    "(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december"
    "|january|february|march|may|june|july|august|october|jan|feb|apr|jun|jul|aug|sept?|okt|oct"
    "|nov|dec)"
)
_ORDINAL = (
    "(?:första|andra|tredje|fjärde|femte|sjätte|sjunde|åttonde|nionde|tionde|elfte|tolfte"
    "|trettonde|fjortonde|femtonde|sextonde|sjuttonde|artonde|nittonde|tjugonde|trettionde"
    "|(?:tjugo|trettio) ?(?:första|andra|tredje|fjärde|femte|sjätte|sjunde|åttonde|nionde))"
)
_WEEKDAY = (
    "(?:måndag|tisdag|onsdag|torsdag|fredag|lördag|söndag"
    "|monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
)
_DAY = r"\d{1,2}(?::?[ae]|st|nd|rd|th)?"
_YEAR = r"(?: -?(?:19|20)\d{2}| ?-\d{2})?(?! ?\d|-)"
_ISO = r"(?:19|20)\d{2}-\d{2}-\d{2}(?!-?\d)"
_NAMED = (
    rf"(?:(?:{_WEEKDAY}(?:en)?,? )?(?:den |the )?(?:{_DAY}\.?|{_ORDINAL}) (?:of )?{_MONTH}\b{_YEAR}"
    rf"|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?!\w)(?:,? 20\d{{2}})?)"
)
#: "7/1" may be a fraction, a house or a shop's hours: with a year or "den" it is a date.
_SLASHED = r"(?:den \d{1,2}/\d{1,2}|\d{1,2}/\d{1,2}(?: ?- ?| )(?:20\d{2}|\d{2}))(?![\d/])"
_RELATIVE = (
    r"(?:i ?morgon|i ?övermorgon|i ?går|i förrgår|tomorrow|yesterday"
    rf"|på {_WEEKDAY}(?! (?:i |om |v|nästa))|i {_WEEKDAY}s|{_WEEKDAY} nästa vecka"
    r"|om \d{1,2} (?:dagar|veckor|månader)|om (?:en|två|tre|fyra|fem|sex) (?:vecka|veckor|månad"
    r"|månader)|för (?:en|två|tre|fyra|\d{1,2}) (?:dagar|vecka|veckor|månad|månader) sedan)"
)
_ANY_DAY = rf"(?:{_ISO}|{_NAMED}|{_SLASHED})"
_SHORT_DAY = rf"(?:{_ANY_DAY}|\d{{1,2}}/\d{{1,2}}|(?:den )?{_DAY}|(?:den )?{_ORDINAL})"
_UNTIL = r"(?: ?[-–] ?| till(?: och med)?(?: den)? | t\.? ?o\.? ?m\.? | to | until )"

_DATES: Final = (
    re.compile(rf"(?<![\w/.:-]){_ANY_DAY}(?!\w)", re.IGNORECASE),
    re.compile(rf"(?<![\w-]){_RELATIVE}(?![\w-])", re.IGNORECASE),
)
_PERIODS: Final = (
    re.compile(
        rf"(?<!\w)(?:mellan|between) {_SHORT_DAY} (?:och|and)(?: den| the)? "
        rf"(?:{_ANY_DAY}|\d{{1,2}}/\d{{1,2}}(?![\d/]))(?!\w)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?<![\w/.:-])(?:(?:från(?: och med)?|fr\.? ?o\.? ?m\.?|mellan|from|between) )?"
        rf"(?:{_SHORT_DAY}){_UNTIL}(?:{_ANY_DAY}|\d{{1,2}}/\d{{1,2}}(?![\d/]))(?!\w)",
        re.IGNORECASE,
    ),
)
_TIMES: Final = (
    re.compile(
        r"(?<!\w)(?:kl\.?|klockan) ?(?:[0-2]?\d(?:[.:][0-5]\d)?"
        r"|(?:(?:fem|tio|kvart|tjugo) (?:i|över) )?(?:halv )?(?:ett|två|tre|fyra|fem|sex|sju|åtta"
        r"|nio|tio|elva|tolv))(?![\w:]|[.,/-]\d)"
        r"(?: på (?:morgonen|förmiddagen|eftermiddagen|kvällen|natten))?",
        re.IGNORECASE,
    ),
    re.compile(r"(?<![\w:.,/-])(?:[01]\d|2[0-3]):[0-5]\d(?![\w:]|[.,/-]\d)"),
)
#: Right before or after: one of two days or times.
_RANGE_BEFORE = re.compile(
    r"(?:[-–/]|\b(?:tills?|t\.?o\.?m\.?|och|mellan|between|until|to|and|ca|cirka|ungefär)"
    r"(?: och med)?(?: den| the)?) ?$|20\d\d-\d\d-\d\d $",
    re.IGNORECASE,
)
#: "Till Nyland" and "och vill …" go on with something else than a day.
_RANGE_AFTER = re.compile(
    r" ?(?:[-–/]|20\d\d-\d\d-\d\d|tillsvidare\b|tills vidare\b"
    r"|(?:i år |nästa år )?(?:tills?(?: och med)?|t\. ?o\. ?m\.?|tom|och|eller|to|until|and|or)"
    r"(?: den| the)? (?:\d|kl|ca |cirka |ungefär |jul|nyår|påsk|midsommar|sommar|sista|slutet|mitten"
    rf"|hösten|våren|i ?morgon|{_WEEKDAY}|{_ORDINAL}|{_MONTH}\b))",
    re.IGNORECASE,
)
_BIRTH: Final = frozenset({"född", "född:", "födda", "fött", "född den", "born", "f", "födelsedag"})


def date_spans(text: str, *, past: bool) -> Iterator[Span]:
    """Whole days. `past`: the question is about a day that has been, perhaps a day of birth."""
    for start, end in spans_of(_DATES, text):
        born = word_before(text, start) in _BIRTH
        lasting = (
            text[:start].rstrip().casefold().endswith(("dagar från", "veckor från", "vidare från"))
        )
        if not _is_in_range(text, start, end) and not lasting and (past or not born):
            yield start, end


def period_spans(text: str) -> Iterator[Span]:
    yield from spans_of(_PERIODS, text)


def time_spans(text: str) -> Iterator[Span]:
    for start, end in spans_of(_TIMES, text):
        if not _is_in_range(text, start, end):
            yield start, end


def _is_in_range(text: str, start: int, end: int) -> bool:
    return bool(
        _RANGE_BEFORE.search(text[max(0, start - 24) : start]) or _RANGE_AFTER.match(text, end)
    )
