"""What the answers of each type can be compared with, and how to say so to an editor."""

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum, auto

from dialogs.conditions import Value
from dialogs.loading_conditions import clock_time, iso_date


class Sort(StrEnum):
    """What a value can be compared with."""

    FLAG = auto()
    NUMBER = auto()
    #: A number whose answer is kept as text.
    DECIMAL = auto()
    TEXT = auto()
    #: A personnummer: a text that tells a birth date.
    PERSON = auto()
    DATE = auto()
    TIME = auto()
    OPTION = auto()
    OPTIONS = auto()
    FILES = auto()
    RECORD = auto()
    ROWS = auto()
    #: Never answered.
    NOTHING = auto()
    #: A type that this module does not know: everything is let through.
    ANY = auto()


SORTS: Mapping[str, Sort] = {
    **dict.fromkeys(
        ("text", "long_text", "name", "organisation_number", "phone", "email", "property"),
        Sort.TEXT,
    ),
    "vehicle": Sort.TEXT,
    "personnummer": Sort.PERSON,
    "integer": Sort.NUMBER,
    "decimal": Sort.DECIMAL,
    "money": Sort.DECIMAL,
    "date": Sort.DATE,
    "time": Sort.TIME,
    "yes_no": Sort.FLAG,
    "consent": Sort.FLAG,
    "choice": Sort.OPTION,
    "choices": Sort.OPTIONS,
    "files": Sort.FILES,
    **dict.fromkeys(("period", "address", "bank_account", "location", "party"), Sort.RECORD),
    "group": Sort.ROWS,
    "stop": Sort.NOTHING,
}
#: Facts about the person; the others are texts.
FACTS: Mapping[str, Sort] = {
    "person.age": Sort.NUMBER,
    "person.age_at_least": Sort.NUMBER,
    "person.age_at_most": Sort.NUMBER,
    "person.coordination_number": Sort.FLAG,
}
#: Parts of a composed value, as in `period.from`.
PARTS: Mapping[str, Mapping[str, Sort]] = {
    "period": {"from": Sort.DATE, "to": Sort.DATE},
    "address": dict.fromkeys(("street", "postal_code", "city", "co"), Sort.TEXT),
    "bank_account": dict.fromkeys(("clearing", "account", "bank", "giro", "number"), Sort.TEXT),
    "location": {"lat": Sort.NUMBER, "lon": Sort.NUMBER, "text": Sort.TEXT},
}

NUMBERS = frozenset({Sort.NUMBER, Sort.DECIMAL})
TEXTS = frozenset({Sort.TEXT, Sort.PERSON})
_SINGLE = NUMBERS | TEXTS | {Sort.FLAG, Sort.DATE, Sort.TIME, Sort.OPTION}
_DAYS = frozenset({Sort.DATE, Sort.TIME})
#: What may stand on the left of each comparison.
LEFT: Mapping[str, frozenset[Sort]] = {
    **dict.fromkeys(("is", "is_not", "in", "not_in"), _SINGLE),
    **dict.fromkeys(("has", "has_any", "lacks"), frozenset({Sort.OPTIONS})),
    "contains": TEXTS,
    **dict.fromkeys(("at_least", "at_most", "more_than", "less_than"), NUMBERS),
    **dict.fromkeys(("before", "after", "on_or_before", "on_or_after"), _DAYS),
}
#: What to write instead, by what stands on the left.
INSTEAD: Mapping[Sort, str] = {
    Sort.DATE: "Use before, after, on_or_before or on_or_after for dates",
    Sort.TIME: "Use before, after, on_or_before or on_or_after for times",
    Sort.NUMBER: "Use is, in, at_least, at_most, more_than or less_than for numbers",
    Sort.DECIMAL: "Use is, in, at_least, at_most, more_than or less_than for numbers",
    Sort.FLAG: "Use {is: yes} or {is: no}",
    Sort.OPTION: "Use is, is_not, in or not_in for one alternative",
    Sort.OPTIONS: "Use has, has_any or lacks, or count_of for how many",
    Sort.TEXT: "Use is, in or contains for texts, or length_of for the length",
    Sort.PERSON: "Use age_of for the age, or is for the same person",
    Sort.FILES: "Use count_of for how many files, or answered",
    Sort.RECORD: "Look at a part, such as period.from or part.name, or use answered",
    Sort.ROWS: "Use count_of for how many rows, or sum_of for group.field",
}

EXAMPLES: Mapping[Sort, str] = {
    Sort.FLAG: "Write yes or no without quotes",
    Sort.NUMBER: "Write a number, such as 18 or 12.5",
    Sort.DECIMAL: "Write a number, such as 18 or 12.5",
    Sort.TEXT: "Put the text in quotes",
    Sort.PERSON: "Put the twelve digits in quotes",
    Sort.DATE: "Write a date such as 2026-01-31, or {today: +2 months}",
    Sort.TIME: "Write a time such as '08:00'",
    Sort.OPTION: "Put the option's value in quotes",
    Sort.OPTIONS: "Put the option's value in quotes",
}


def fits(sort: Sort, value: Value) -> bool:
    match sort:
        case Sort.FLAG:
            return isinstance(value, bool)
        case Sort.NUMBER | Sort.DECIMAL:
            return isinstance(value, int | Decimal) and not isinstance(value, bool)
        case Sort.DATE:
            return isinstance(value, str) and iso_date(value)
        case Sort.TIME:
            return isinstance(value, str) and clock_time(value) == value
        case _:
            return not isinstance(value, bool)


def sort_of_literal(value: Value) -> Sort:
    if isinstance(value, bool):
        return Sort.FLAG
    if isinstance(value, int | Decimal):
        return Sort.NUMBER
    return Sort.DATE if isinstance(value, str) and iso_date(value) else Sort.TEXT


def comparable(left: Sort, right: Sort) -> bool:
    families = (NUMBERS, TEXTS | {Sort.OPTION})
    return (
        right is Sort.ANY
        or left is right
        or (left is Sort.OPTIONS and right is Sort.OPTION)
        or any(left in family and right in family for family in families)
    )


def named(sort: Sort) -> str:
    return {
        Sort.FLAG: "yes or no",
        Sort.NUMBER: "a number",
        Sort.DECIMAL: "a number",
        Sort.TEXT: "a text",
        Sort.PERSON: "a personnummer",
        Sort.DATE: "a date",
        Sort.TIME: "a time",
        Sort.OPTION: "an alternative",
        Sort.OPTIONS: "several alternatives",
        Sort.FILES: "files",
        Sort.ROWS: "a group",
    }.get(sort, "a value of several parts")


def written(value: Value) -> str:
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)
