"""What is shown can be written back; no text makes a reader fail; values can be stored."""

import string
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum import luhn

from dialogs.conversation import Answer
from dialogs.fields import FIELD_TYPES
from dialogs.fields.base import Accepted, Given, Outcome, Refused, Unsure
from dialogs.fields.reading import read_answer
from tests.dialogs.fields.answering import TODAY, asking, field

OPTIONS = {"villa": "Villa", "radhus": "Radhus eller kedjehus", "lagenhet": "Lägenhet"}
SETTINGS: Mapping[str, Mapping[str, Any]] = {
    "choice": {"options": OPTIONS, "other": "Annat"},
    "choices": {"options": OPTIONS, "other": "Annat"},
    "period": {"open_ended": True},
    "bank_account": {"giro": True},
    "organisation_number": {"sole_trader": True},
    "integer": {"unit": "år"},
    "decimal": {"unit": "m"},
}
#: Types that are answered with words.
ASKED = sorted(
    name
    for name, kind in FIELD_TYPES.items()
    if kind.asks and name not in ("files", "party", "group")
)
_NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
languages = st.sampled_from(["sv", "en"])


def parse(kind: str, written: str, language: str = "sv") -> Outcome:
    asked = field(kind, SETTINGS.get(kind, {}))
    return read_answer(FIELD_TYPES[kind], asked, Given(text=written), asking(language))


def show(kind: str, value: object, language: str = "sv") -> str:
    return FIELD_TYPES[kind].show(field(kind, SETTINGS.get(kind, {})), value, language)


@given(st.integers(0, 1439), languages)
def test_a_shown_time_reads_as_itself(minutes: int, language: str) -> None:
    value = f"{minutes // 60:02d}:{minutes % 60:02d}"
    again = parse("time", show("time", value, language), language)
    # "kl. 02.30" is as it is written, and "2:30" never is shown.
    assert again == Accepted(value)


@given(
    st.dates(TODAY - timedelta(days=9999), TODAY + timedelta(days=9999)),
    st.integers(0, 900) | st.none(),
    languages,
)
def test_a_shown_period_reads_as_itself(first: date, days: int | None, language: str) -> None:
    last = None if days is None else (first + timedelta(days=days)).isoformat()
    value = {"from": first.isoformat(), "to": last}
    assert parse("period", show("period", value, language), language) == Accepted(value)


def test_a_period_of_many_years_is_confirmed() -> None:
    assert isinstance(parse("period", "2001-03-27 - 2031-05-27"), Unsure)


@given(st.booleans(), languages)
def test_a_shown_yes_or_no_reads_as_itself(value: bool, language: str) -> None:
    assert parse("yes_no", show("yes_no", value, language), language) == Accepted(value)


@given(st.sampled_from(sorted(OPTIONS)))
def test_a_shown_alternative_reads_as_itself(value: str) -> None:
    assert parse("choice", show("choice", value)) == Accepted(value)


@given(st.lists(st.sampled_from(list(OPTIONS)), min_size=1, max_size=3, unique=True))
def test_shown_alternatives_read_as_themselves(values: list[str]) -> None:
    ordered = [each for each in OPTIONS if each in values]
    assert parse("choices", show("choices", ordered)) == Accepted(ordered)


@given(st.sampled_from("235789"), st.integers(0, 9), st.integers(20, 99), st.integers(0, 99999))
def test_a_shown_organisation_number_reads_as_itself(
    group: str, second: int, middle: int, rest: int
) -> None:
    nine = f"{group}{second}{middle}{rest:05d}"
    value = nine + luhn.calc_check_digit(nine)
    assert parse("organisation_number", show("organisation_number", value)) == Accepted(value)


@given(st.text("ABCDEFGHJKLMNOPRSTUWXYZ", min_size=3, max_size=3), st.integers(0, 999))
def test_a_shown_registration_number_reads_as_itself(letters: str, number: int) -> None:
    value = f"{letters}{number:03d}"
    assert parse("vehicle", show("vehicle", value)) == Accepted(value)


@given(
    st.sampled_from(["Kramfors Nyland", "Nyland", "Norra Skog", "S:t Olof", "Öd"]),
    st.integers(1, 999).map(str) | st.sampled_from(["S", "GA"]),
    st.integers(1, 999),
)
def test_a_shown_property_reads_as_itself(name: str, block: str, unit: int) -> None:
    value = f"{name} {block}:{unit}"
    assert parse("property", show("property", value)) == Accepted(value)


@given(st.integers(1, 9_999_999))
def test_a_shown_giro_number_reads_as_itself(number: int) -> None:
    digits = f"{number}{luhn.calc_check_digit(str(number))}"
    value = {"giro": "plusgiro", "number": digits}
    assert parse("bank_account", show("bank_account", value)) == Accepted(value)


@given(st.floats(55, 69), st.floats(11, 24))
def test_a_shown_position_reads_as_itself_to_a_metre(lat: float, lon: float) -> None:
    value = {"lat": round(lat, 5), "lon": round(lon, 5)}
    assert parse("location", show("location", value)) == Accepted(value)


_LOCAL = st.text(string.ascii_lowercase + string.digits, min_size=1, max_size=20)


@given(_LOCAL, st.sampled_from(["exempel.se", "gmail.com", "hotmail.se", "sub.exempel.nu"]))
def test_a_shown_address_of_mail_reads_as_itself(local: str, domain: str) -> None:
    value = f"{local}@{domain}"
    assert parse("email", show("email", value)) == Accepted(value)


def _is_sound(kind: str, outcome: Outcome) -> None:
    match outcome:
        case Accepted(value=value):
            values: tuple[object, ...] = (value,)
        case Unsure(candidates=candidates):
            assert 1 <= len(candidates) <= 4
            values = candidates
        case Refused():
            values = ()
    for value in values:
        assert show(kind, value).encode()
        stored = msgspec.json.encode(Answer(value=value, at=_NOW))
        assert msgspec.json.decode(stored, type=Answer).value == value


@pytest.mark.parametrize("kind", ASKED)
@given(written=st.text(max_size=300))
def test_no_text_makes_a_reader_fail(kind: str, written: str) -> None:
    _is_sound(kind, parse(kind, written))


_VOCABULARY = """
noll ett två tre fem sjuttio nitton hundra tusen tjugo åttiofyra halv kvart i över komma streck plus
kolon punkt snabel a @ exempel se och till från mellan den första juni v. 42 nästa på fredag vecka år
inte ja nej kr kronor öre 1 12 2026 19990807 2391 2/1 - : , . ? c/o lgh box Torggatan 872 80 Kramfors
Nyland 3:12 abc adam bertil cesar villa annat clearing 6789 bg jag heter är min 070 advent påskafton
midsommar om dar sedan
"""
_WORDS = st.sampled_from(_VOCABULARY.split())


@pytest.mark.parametrize("kind", ASKED)
@given(words=st.lists(_WORDS, max_size=14), glue=st.sampled_from(["", " "]))
def test_no_mixture_of_words_makes_a_reader_fail(kind: str, words: list[str], glue: str) -> None:
    _is_sound(kind, parse(kind, glue.join(words)))
