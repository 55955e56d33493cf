"""Reads a period from bare text: "1/6-15/6", "från 1 juni till 15 juni 2027", "tills vidare" …"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from typing import Final

from dialogs.conditions import Shift
from dialogs.fields.calendar_words import MONTHS, ORDINALS, WEEKDAYS, day_number, days_in, pattern
from dialogs.fields.date_reading import DateReading, NoDate
from dialogs.fields.dates import Limits, read_date, settle
from dialogs.fields.number_words import value_of
from dialogs.fields.whole_periods import has_year, is_exact, read_whole
from dialogs.fields.written_dates import exists

#: A period that must cross a year to end after it starts, and gets longer than this, is a mistake.
_LONGEST_OVER_NEW_YEAR: Final = timedelta(days=270)


@dataclass(frozen=True, slots=True)
class Span:
    """First and last day; `last` None: open. May be the wrong way round: that is judged later."""

    first: date
    last: date | None


#: A longer period is confirmed: the year of one of its days was probably misread.
LONG: Final = timedelta(days=3 * 366)


@dataclass(frozen=True, slots=True)
class PeriodReading:
    """What was written can be one of these, most likely first."""

    spans: tuple[Span, ...]
    sure: bool = True


#: A text with more places to split it is no period.
_MOST_SPLITS: Final = 16
#: What stands between the two days, the clearest first.
_SEPARATORS: Final = tuple(
    re.compile(source)
    for source in (
        r",? (?:till och med|t\.? ?o\.? ?m\.?|fram till|until|through|tills?|to)(?: den| the)? ",
        " - ?| ?- ",
        " (?:och|and) ",
        "-+|(?<=[0-9])/(?=(?:19|20)[0-9]{2}-)",
        r"(?<=[0-9]-[0-9]{2}),? (?=(?:19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}$)",
    )
)
_OPEN = re.compile(
    r",? ?(?:och )?(?:tills vidare|framat|framover|tillsvidare|until further notice|onwards|"
    r"inget slutdatum|utan slutdatum|no end date|for alltid)| ?-+$"
)
_FROM = re.compile(
    r"^(?:perioden |period |det ar )?(?:(?:fran och med|fr\.? ?o\.? ?m\.?|from(?: och med)?|fran|"
    r"mellan|between|starting|med start|start|fr\.?)(?: den| the)? )"
)
_DAY_ONLY = re.compile(
    f"(?:(?P<weekday>{pattern(WEEKDAYS)}) )?(?:den |the )?"
    f"(?:(?P<day>[0-9]{{1,2}})(?::?[ae]|st|nd|rd|th)?|(?P<word>{pattern(ORDINALS)}))"
)
#: "start 1/6 slut 15/6": said otherwise, "från … till …".
_START_AND_END = re.compile(
    r"^(?:vi |jag )?(?:start(?:datum|ar)?|borjar|borjan)[: ]+(.+?)[, ]+(?:och )?"
    r"(?:slut(?:datum|ar)?)[: ]+(.+)$"
)
#: "April 3-5".
_MONTH_FIRST = re.compile(rf"^({pattern(MONTHS)}) ([0-9]{{1,2}}) ?- ?([0-9]{{1,2}})$")
#: What is said before a period without changing it.
_SAID_BEFORE = re.compile(
    r"^(?:(?:hej|vi|jag|vill|ska|skulle|ha|det|den|galler|onskar|behover|behovs|boka|hyra|lana|"
    r"perioden|under|helgen|tiden|ar|blir|garna),? )+(?=mellan|fran|fr|from|den [0-9]|[0-9])"
)
#: Of a month that begins so soon nobody means last year's.
_AT_HAND: Final = timedelta(days=62)
_NAMED_WEEK = re.compile(
    r"\b(?:nasta|nastkommande|denna|den har|next|this) (?:vecka|week)\b"
    r"|\b(?:v|vecka|week)\.? ?[0-9]{1,2}\b"
)
#: "Bara 5 december": one day is all of it.
_AND = re.compile(r"\s*(?:och|and)\s*(?:(?:den|the)\s*)?")
_ONLY = re.compile(r"(?:bara|endast|enbart|only|just) ")
_WEEKDAY_ALONE = re.compile(f"(?:pa |on )?(?:{pattern(WEEKDAYS)})")
_THANKS = re.compile(r"[ ,.]+(?:tack(?: sa mycket)?|please|thanks)[ .!]*$")
_DURATION = re.compile(
    r"(?:,? ?(?:i|under|for|och) )?(?<![a-z0-9])(?P<count>[0-9]{1,3}|[a-z]{2,16}) "
    r"(?P<unit>dagar|dag|days?|veckor|vecka|weeks?|manader|manad|months?|ar|years?)"
    r"(?: (?:framat|fran och med|fran|from|starting|med start))?(?![a-z0-9])"
)


def read_period(
    text: str, limits: Limits, today: date, *, open_ended: bool
) -> PeriodReading | NoDate:
    """The period in bare text."""
    text = _SAID_BEFORE.sub("", _THANKS.sub("", text))
    text = _MONTH_FIRST.sub(r"\2-\3 \1", _START_AND_END.sub(r"fran \1 till \2", text))
    bare_text = text.strip(" .!")
    whole = read_whole(bare_text, today)
    if whole is not None:
        spans = tuple(Span(first, last) for first, last in whole)
        # Without a limit, last year's months may be meant, unless this year's are close by.
        coming = limits.earliest is not None and limits.earliest >= today
        plain_days = is_exact(bare_text) or bare_text.startswith("hela ")
        at_hand = len(spans) == 1 and today <= whole[0][1] and whole[0][0] <= today + _AT_HAND
        sure = len(spans) == 1 and plain_days and (coming or at_hand or has_year(bare_text))
        return PeriodReading(spans, sure=sure) if spans else NoDate("period_unreadable")
    body, opened = _OPEN.subn("", text, count=1)
    if opened:
        return _open(_FROM.sub("", body).strip(), limits, today)
    starts = _FROM.match(text)
    body = text[starts.end() :] if starts else text
    best: PeriodReading | NoDate | None = None
    for left, right in islice(_splits(body), _MOST_SPLITS):
        found = _two_days(left, right, limits, today)
        if isinstance(found, PeriodReading):
            between = starts is not None and starts[0].startswith(("mellan", "between"))
            joined = _AND.fullmatch(body[len(left) : len(body) - len(right)])
            return _two_apart(found) if joined and not between else found
        if best is None and found.reason in ("date_impossible", "date_no_month"):
            best = found
    lasting = _lasting(body, limits, today)
    if lasting is not None:
        return lasting
    if best is not None:
        return best
    return _one_day(body, limits, today, open_ended=open_ended, from_=starts is not None)


def _two_apart(reading: PeriodReading) -> PeriodReading:
    """ "12 maj och 14 maj" may be two days; two in a row are the same either way."""
    in_a_row = all(each.last and (each.last - each.first).days <= 1 for each in reading.spans)
    return reading if in_a_row else PeriodReading(reading.spans, sure=False)


def _splits(text: str) -> Iterator[tuple[str, str]]:
    for separator in _SEPARATORS:
        for match in separator.finditer(text):
            left, right = text[: match.start()].strip(), text[match.end() :].strip()
            if left and right:
                yield left, right


def _two_days(left: str, right: str, limits: Limits, today: date) -> PeriodReading | NoDate:
    week = _NAMED_WEEK.search(right)
    if week is not None and not _NAMED_WEEK.search(left) and _WEEKDAY_ALONE.fullmatch(left):
        # "tisdag till torsdag nästa vecka": the week may be meant for both.
        same = _two_days(f"{left} {week.group()}", right, limits, today)
        if isinstance(same, PeriodReading):
            # "På tisdag till torsdag nästa vecka" may begin this week.
            return PeriodReading(same.spans, sure=same.sure and not left.startswith(("pa ", "on ")))
    last = read_date(right, today)
    day = _DAY_ONLY.fullmatch(left)
    if day is not None and isinstance(last, DateReading):
        if not any(each.isdigit() for each in right) and day["day"]:
            # "2 till fredag": the month is a guess.
            last = DateReading(last.days, last.yearless, last.weekday, sure=False)
        same = _same_month(day_number(day), last, limits, today)
        weekday = WEEKDAYS.get(day["weekday"])
        if isinstance(same, PeriodReading) and weekday is not None:
            # "Lördag den 3 till 5 april" when the third is no Saturday.
            fits = all(each.first.weekday() == weekday for each in same.spans)
            return PeriodReading(same.spans, same.sure and fits)
        return same
    first = read_date(left, today)
    if isinstance(first, NoDate):
        return last if isinstance(last, NoDate) and last.reason == "date_impossible" else first
    day = _DAY_ONLY.fullmatch(right)
    if day is not None and isinstance(last, NoDate):
        return _until_day(first, day_number(day), limits, today)
    if isinstance(last, NoDate):
        return last
    return _joined(first, last, limits, today)


def _same_month(day: int, last: DateReading, limits: Limits, today: date) -> PeriodReading | NoDate:
    """ "1-15 juni": the first day is in the month of the last."""
    if last.yearless is not None:
        month = last.yearless[0]
        if not 1 <= day <= days_in(month, None):
            return NoDate("date_impossible", day=day, month=month)
        return _joined(DateReading((), (month, day), None, last.sure), last, limits, today)
    firsts = [each for each in last.days if exists(each.year, each.month, day)]
    if not firsts:
        return NoDate("date_impossible", day=day, month=last.days[0].month, year=last.days[0].year)
    spans = tuple(Span(each.replace(day=day), each) for each in firsts)
    return PeriodReading(spans, last.sure)


def _until_day(first: DateReading, day: int, limits: Limits, today: date) -> PeriodReading | NoDate:
    """ "1 juni till 15": the last day is in the month of the first; always confirmed."""
    start = settle(first, limits, today)
    if isinstance(start, NoDate):
        return start
    spans = tuple(
        Span(each, each.replace(day=day))
        for each in start.days
        if exists(each.year, each.month, day)
    )
    if not spans:
        return NoDate("date_impossible", day=day, month=start.days[0].month)
    return PeriodReading(spans, sure=False)


def _joined(
    first: DateReading, last: DateReading, limits: Limits, today: date
) -> PeriodReading | NoDate:
    sure = first.sure and last.sure
    if first.yearless is not None and last.yearless is None:
        # "1 juni till 15 juni 2027": the last first of June before the end.
        spans = tuple(Span(_nearest(first.yearless, each, back=True), each) for each in last.days)
        return PeriodReading(spans, sure)
    start = settle(first, limits, today)
    if isinstance(start, NoDate):
        return start
    if last.yearless is None:
        spans = tuple(Span(a, b) for a in start.days for b in last.days)
        forward = tuple(each for each in spans if each.last and each.last >= each.first)
        # "måndag till fredag" on a Monday: only this week's fits, but next week's may be meant.
        sure = sure and (len(start.days) == 1 or len(forward) == len(spans))
        return PeriodReading(forward or spans[:1], sure and start.sure)
    spans = tuple(Span(each, _end(each, last.yearless)) for each in start.days)
    return PeriodReading(spans, sure and start.sure)


def _end(first: date, yearless: tuple[int, int]) -> date:
    """The first such day from `first` on; the one before it if that would make it nearly a year."""
    last = _nearest(yearless, first, back=False)
    if last.year > first.year and last - first > _LONGEST_OVER_NEW_YEAR:
        return _nearest(yearless, first, back=True)
    return last


def _nearest(yearless: tuple[int, int], day: date, *, back: bool) -> date:
    month, number = yearless
    years = range(day.year, day.year - 9, -1) if back else range(day.year, day.year + 9)
    for year in years:
        if exists(year, month, number):
            found = date(year, month, number)
            if found <= day if back else found >= day:
                return found
    return day


def _one_day(
    text: str, limits: Limits, today: date, *, open_ended: bool, from_: bool
) -> PeriodReading | NoDate:
    """Only one day is written: the start of an open period, or a period of one day."""
    only = _ONLY.match(text)
    text = text if only is None else text[only.end() :]
    reading = settle(read_date(text, today), limits, today)
    if isinstance(reading, NoDate):
        if reading.reason in ("date_unreadable", "date_several"):
            return NoDate("period_unreadable")
        return reading
    if from_ and not open_ended:
        return NoDate("period_end_missing")
    if only and not from_:
        return PeriodReading(tuple(Span(each, each) for each in reading.days), reading.sure)
    opened = tuple(Span(each, None) for each in reading.days)
    if from_:
        return PeriodReading(opened, reading.sure)
    single = tuple(Span(each, each) for each in reading.days)
    return PeriodReading((*opened, *single) if open_ended else single, sure=False)


def _open(text: str, limits: Limits, today: date) -> PeriodReading | NoDate:
    if not text:
        return NoDate("period_start_missing")
    reading = settle(read_date(text, today), limits, today)
    if isinstance(reading, NoDate):
        return reading
    return PeriodReading(tuple(Span(each, None) for each in reading.days), reading.sure)


def _lasting(text: str, limits: Limits, today: date) -> PeriodReading | NoDate | None:
    """ "två veckor från 1 juni", "1 juni i 14 dagar": always confirmed."""
    match = _DURATION.search(text)
    if match is None:
        return None
    count = int(match["count"]) if match["count"].isdigit() else value_of(match["count"])
    rest = (text[: match.start()] + " " + text[match.end() :]).strip()
    if not count or count > 999 or not rest:
        return None
    reading = settle(read_date(rest, today), limits, today)
    if isinstance(reading, NoDate):
        return None
    unit = match["unit"]
    spans = []
    for first in reading.days:
        if unit.startswith("d"):
            end = first + timedelta(days=count)
        elif unit.startswith(("v", "w")):
            end = first + timedelta(weeks=count)
        else:
            end = Shift(months=count * (1 if unit.startswith("m") else 12)).from_(first)
        spans.append(Span(first, end - timedelta(days=1)))
    return PeriodReading(tuple(spans), sure=False)
