"""Months, weekdays, ordinals and feast days, as read (bare text) and as shown."""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final

MONTH_NAMES: Final[Mapping[str, tuple[str, ...]]] = {
    "sv": (
        "januari", "februari", "mars", "april", "maj", "juni",
        "juli", "augusti", "september", "oktober", "november", "december",
    ),
    "en": (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
}  # fmt: skip
WEEKDAY_NAMES: Final[Mapping[str, tuple[str, ...]]] = {
    "sv": ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}

_MONTH_WORDS: Final = (
    "januari january jan", "februari february feb febr", "mars march mar", "april apr apl",
    "maj may", "juni june jun", "juli july jul", "augusti august aug",
    "september sept sep", "oktober october okt oct", "november nov", "december dec",
)  # fmt: skip
_WEEKDAY_WORDS: Final = (
    "mandag mandagen mandags mandan man monday mon",
    "tisdag tisdagen tisdags tisdan tis tisd tuesday tue tues",
    "onsdag onsdagen onsdags onsdan ons wednesday wed",
    "torsdag torsdagen torsdags torsdan tors tor torsd thursday thu thur thurs",
    "fredag fredagen fredags fredan fre fred friday fri",
    "lordag lordagen lordags lordan lor lord saturday sat",
    "sondag sondagen sondags sondan son sond sunday sun",
)  # fmt: skip


def _numbered(rows: tuple[str, ...], start: int) -> dict[str, int]:
    return {word: number for number, words in enumerate(rows, start) for word in words.split()}


#: 1–12 by bare word.
MONTHS: Final = _numbered(_MONTH_WORDS, 1)
#: 0 (Monday) – 6 by bare word.
WEEKDAYS: Final = _numbered(_WEEKDAY_WORDS, 0)
#: 1–31 by bare word.
ORDINALS: Final = _numbered(
    (
        "forsta forste first", "andra andre second", "tredje third", "fjarde fourth",
        "femte fifth", "sjatte sixth", "sjunde seventh", "attonde eighth", "nionde ninth",
        "tionde tenth", "elfte elvte eleventh", "tolfte tolvte twelfth", "trettonde thirteenth",
        "fjortonde fourteenth", "femtonde fifteenth", "sextonde sixteenth",
        "sjuttonde seventeenth", "artonde adertonde eighteenth", "nittonde nineteenth",
        "tjugonde twentieth", "tjugoforsta tjugoforste twentyfirst", "tjugoandra tjugoandre "
        "twentysecond", "tjugotredje twentythird", "tjugofjarde twentyfourth",
        "tjugofemte twentyfifth", "tjugosjatte twentysixth", "tjugosjunde twentyseventh",
        "tjugoattonde twentyeighth", "tjugonionde twentyninth", "trettionde thirtieth",
        "trettioforsta trettioforste thirtyfirst",
    ),
    1,
)  # fmt: skip

#: (month, day) of feast days with a fixed date, by bare word.
FEASTS: Final[Mapping[str, tuple[int, int]]] = {
    "nyarsdagen": (1, 1), "nyarsdag": (1, 1), "nyarsdan": (1, 1),
    "trettondagen": (1, 6), "trettondag jul": (1, 6),
    "valborg": (4, 30), "valborgsmassoafton": (4, 30), "nationaldagen": (6, 6), "lucia": (12, 13),
    "luciadagen": (12, 13), "trettondagsafton": (1, 5), "trettonafton": (1, 5),
    "alla hjartans dag": (2, 14), "tjugondag knut": (1, 13), "tjugondag jul": (1, 13),
    "tjugondagen": (1, 13), "tjugondedag knut": (1, 13), "tjugondag": (1, 13), "knutdagen": (1, 13),
    "dopparedan": (12, 24), "dopparedagen": (12, 24), "sveriges nationaldag": (6, 6),
    "trettondedag jul": (1, 6), "trettondedagen": (1, 6),
    "julafton": (12, 24), "christmas eve": (12, 24), "juldagen": (12, 25), "juldan": (12, 25),
    "christmas day": (12, 25), "annandag jul": (12, 26), "annandagen": (12, 26),
    "boxing day": (12, 26), "nyarsafton": (12, 31), "new year's eve": (12, 31),
    "new year's day": (1, 1),
}  # fmt: skip


def pattern(words: Mapping[str, object]) -> str:
    """A regular expression for any of the words, the longest first."""
    return "|".join(sorted(words, key=len, reverse=True))


#: "4", "4:e", "4th", "fjärde": groups `day` and `word`.
DAY_NUMBER: Final = (
    f"(?:(?P<day>[0-9]{{1,2}})(?: ?:?[ae]|st|nd|rd|th)?|(?P<word>{pattern(ORDINALS)}))"
)


def month_name(month: int, language: str) -> str:
    return MONTH_NAMES.get(language, MONTH_NAMES["sv"])[month - 1]


def show_day(day: date, language: str) -> str:
    """ "fredag 4 december 2026", "Friday 4 December 2026"."""
    weekday = WEEKDAY_NAMES.get(language, WEEKDAY_NAMES["sv"])[day.weekday()]
    return f"{weekday} {day.day} {month_name(day.month, language)} {day.year:04d}"


def days_in(month: int, year: int | None) -> int:
    """Days of the month; February has 29 when the year is unknown."""
    start = date(2000 if year is None else year, month, 1)
    return ((start + timedelta(days=31)).replace(day=1) - start).days


def end_of_month(day: date) -> date:
    """The last day of its month."""
    return day.replace(day=days_in(day.month, day.year))


def day_number(match: re.Match[str]) -> int:
    """The day of a match of `DAY_NUMBER`."""
    return int(match["day"]) if match["day"] else ORDINALS[match["word"]]


def midsummer_eve(year: int) -> date:
    """The Friday of 19–25 June (lag 1989:253 om allmänna helgdagar, for the day after)."""
    first = date(year, 6, 19)
    return first + timedelta(days=(4 - first.weekday()) % 7)
