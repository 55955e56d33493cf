import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.fields.base import Accepted, Refused, Unsure
from tests.dialogs.fields.asked import TYPES, WRITTEN, parse, show

#: Numbers that PTS has set aside for books and films, so that nobody is called.
fictional_mobiles = st.integers(1740605, 1740699).map(lambda digits: f"+4670{digits}")
fictional_fixed = st.integers(46500400, 46500499).map(lambda digits: f"+468{digits}")


@given(fictional_mobiles | fictional_fixed)
def test_a_phone_number_in_its_shown_form_is_itself(number: str) -> None:
    assert parse("phone", show("phone", number)) == Accepted(number)


@given(fictional_mobiles, st.lists(st.sampled_from(" -./"), min_size=8, max_size=8))
def test_separators_do_not_matter(number: str, separators: list[str]) -> None:
    digits = "0" + number[3:]
    written = digits[:3] + "".join(map("".join, zip(separators, digits[3:], strict=False)))
    assert parse("phone", written) == Accepted(number)


def test_a_fixed_line_is_named_where_a_text_message_must_arrive() -> None:
    refused = Refused("phone_fixed_line", {"number": "08-465 004 00"})
    assert parse("phone", "08-465 004 00", mobile=True) == refused


def test_a_foreign_number_is_shown_with_its_country_code() -> None:
    assert show("phone", "+4746812345") == "+47 46 81 23 45"


def test_what_is_no_number_is_shown_as_it_is() -> None:
    assert show("phone", "x") == "x"


def test_the_number_library_stays_out_until_a_number_is_read() -> None:
    script = (
        "import sys, dialogs.fields.contact as contact; "
        "assert 'phonenumbers' not in sys.modules; "
        "contact._parsed('070-174 06 05'); "
        "assert 'phonenumbers' in sys.modules; "
        "assert not [m for m in sys.modules if m.startswith('phonenumbers.geodata')]"
    )
    subprocess.run([sys.executable, "-c", script], check=True)


@pytest.mark.parametrize(
    ("written", "candidates"),
    [
        ("kalle@gmial.com", ("kalle@gmail.com", "kalle@gmial.com")),
        ("kalle@hotmial.com", ("kalle@hotmail.com", "kalle@hotmial.com")),
        ("kalle@gamil.com", ("kalle@gmail.com", "kalle@gamil.com")),
        ("kalle@hotmial.se", ("kalle@hotmail.se", "kalle@hotmial.se")),
        ("kalle@gmail", ("kalle@gmail.com",)),
        ("kalle snabel-a gmail punkt com", ("kalle@gmail.com",)),
        ("kalle punkt ek snabel a telia punkt com", ("kalle.ek@telia.com",)),
    ],
)
def test_a_likely_slip_is_asked_about(written: str, candidates: tuple[str, ...]) -> None:
    assert parse("email", written) == Unsure(candidates)


def test_what_is_missing_is_told_with_what_was_written() -> None:
    refused = Refused("address_postal_code", {"written": "Torggatan 2, Kramfors"})
    assert parse("address", "Torggatan 2, Kramfors") == refused


def test_an_address_is_shown_on_one_line() -> None:
    value = {"street": "Torggatan 2", "postal_code": "87280", "city": "Kramfors", "co": "Ek"}
    assert show("address", value) == "c/o Ek, Torggatan 2, 872 80 Kramfors"


@given(
    st.sampled_from(["Torggatan", "Norra vägen", "Box", "Norum", "S:t Olofs gränd"]),
    st.integers(1, 999),
    st.integers(10000, 98499),
    st.sampled_from(["Kramfors", "Ullånger", "Upplands Väsby", "Nyland"]),
)
def test_an_address_in_its_shown_form_is_itself(
    street: str, number: int, code: int, city: str
) -> None:
    value = {"street": f"{street} {number}", "postal_code": str(code), "city": city}
    assert parse("address", show("address", value)) == Accepted(value)


@pytest.mark.parametrize("kind", WRITTEN)
@given(written=st.text(max_size=300))
def test_no_text_crashes_a_type(kind: str, written: str) -> None:
    outcome = parse(kind, written)
    if isinstance(outcome, Accepted):
        assert show(kind, outcome.value)


#: What real answers are made of, so that random text comes deeper into the readers.
_BITS = st.sampled_from(
    [
        "0",
        "1",
        "07",
        "19990807",
        "2391",
        "0701740605",
        "-",
        "+",
        ".",
        ",",
        ":",
        ";",
        "/",
        "@",
        "(",
        ")",
        "SE",
        "s:1",
        "ga:",
        "c/o",
        "box",
        "bg",
        "pg",
        "och",
        "gmail",
        "com",
        "snabel-a",
        "punkt",
        "Torggatan",
        "872",
        "80",
        "Kramfors",
        "ABC",
        "62.93",
        "17.77",
        "°",
        "\n",
        "�",
        "٣",
        "xxxx",
        "IBAN",
    ]
)


@pytest.mark.parametrize("kind", WRITTEN)
@given(bits=st.lists(_BITS, max_size=12), glue=st.sampled_from(["", " "]))
def test_no_mixture_of_likely_pieces_crashes_a_type(kind: str, bits: list[str], glue: str) -> None:
    outcome = parse(kind, glue.join(bits), giro=True, sole_trader=True)
    match outcome:
        case Accepted(value=value):
            assert show(kind, value).encode()
        case Unsure(candidates=candidates):
            assert 1 <= len(candidates) <= 4
            assert all(show(kind, value) for value in candidates)
        case Refused():
            assert kind in TYPES
