import json

import msgspec
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dialogs.fields import FIELD_TYPES
from dialogs.fields.base import Accepted, Given, Refused, Unsure
from dialogs.fields.writing import word_set
from dialogs.messages import Choice, Kind
from tests.dialogs.fields.answering import TYPES, answer, asking, field, parse, show

OPTIONS = {"options": {"a": "Första valet", "b": "Andra valet"}, "other": "Annat"}
#: Pieces of real answers: together they reach deeper than random characters.
PIECES = st.sampled_from(
    sorted(
        word_set(
            "1 2 31 2027 2026-12-04 12,5 1.200 -- / : . , kl halv kvart i över tre tjugo fem "
            "hundra tusen och till från den andra januari februari nästa fredag vecka om två "
            "veckor sedan tills vidare ja nej inte kr öre m² ½ 👍 sextio miljon komma minus "
            "sista årsskiftet alla inga utom \x00 \u202e 10⁵"
        )
    )
)
written = st.one_of(
    st.text(max_size=250),
    st.lists(PIECES, max_size=12).map(" ".join),
    st.lists(PIECES, max_size=12).map("".join),
)


@pytest.mark.parametrize("kind", sorted(TYPES))
@given(written)
@example("\ud800")
@example("sextio" * 30)
@example("9" * 5000)
@example("om " + "9" * 150 + " år")
@example("ﷺ" * 200)
def test_no_text_crashes_a_parser_and_every_value_is_json(kind: str, text: str) -> None:
    for settings in ({}, OPTIONS, {**OPTIONS, "language": "en"}):
        if kind in ("date", "time", "period", "integer", "text") and settings:
            continue
        outcome = parse(kind, text, settings)
        values = outcome.candidates if isinstance(outcome, Unsure) else ()
        if isinstance(outcome, Accepted):
            values = (outcome.value,)
        for value in values:
            assert json.loads(json.dumps(value)) == value
            msgspec.json.encode(value)
            show(kind, value, settings)
        if isinstance(outcome, Unsure):
            assert 1 <= len(outcome.candidates) <= 4


def test_consent_is_given_by_a_tap_or_in_words() -> None:
    assert answer("consent", Given(choice="yes")) == Accepted(True)
    assert parse("consent", "jag har läst och förstått") == Accepted(True)


def test_no_consent_is_refused_with_what_to_do() -> None:
    assert parse("consent", "nej") == Refused("consent_needed")
    assert parse("consent", "jag godkänner inte") == Refused("consent_needed")


def test_consent_offers_one_alternative() -> None:
    offered = TYPES["consent"].choices(field("consent"), asking())
    assert offered == (Choice("yes", "Ja, jag bekräftar"),)
    assert parse("consent", offered[0].label) == Accepted(True)


def test_information_and_stop_ask_nothing() -> None:
    for kind in ("information", "stop"):
        assert not TYPES[kind].asks
        assert TYPES[kind].input(field(kind), asking()).kind is Kind.NONE


def test_a_computed_value_is_shown_in_words() -> None:
    assert show("information", "2027-01-23") == "lördag 23 januari 2027"
    assert show("information", 12500) == "12\N{NO-BREAK SPACE}500"
    assert show("information", "Kom in") == "Kom in"


def test_every_type_of_the_format_is_registered() -> None:
    assert set(TYPES) < set(FIELD_TYPES)
    assert len(FIELD_TYPES) == 27
