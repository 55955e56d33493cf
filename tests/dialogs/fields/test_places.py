import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.fields.base import Accepted, Refused, Unsure
from tests.dialogs.fields.asked import parse, show


@given(
    st.sampled_from(["Kramfors Babel", "Babel", "Öd", "S:t Olof", "Norr-Norum", "Lilla Norum"]),
    st.sampled_from(["", "1:", "20:", "S:", "GA:"]),
    st.integers(1, 9999),
)
def test_a_property_reads_as_itself_in_any_case(name: str, block: str, unit: int) -> None:
    value = f"{name} {block}{unit}"
    assert parse("property", value) == Accepted(value)
    assert parse("property", value.lower()) == Accepted(value)
    assert parse("property", value.upper()) == Accepted(value)


@pytest.mark.parametrize("written", ["Torggatan 2", "Byvägen 12 B", "Torggatan 2, 872 80 Kramfors"])
def test_a_street_address_is_told_apart_from_a_property(written: str) -> None:
    assert parse("property", written) == Refused("property_is_address")


@given(
    st.text("ABCDEFGHJKLMNOPRSTUWXYZ", min_size=3, max_size=3),
    st.integers(0, 99),
    st.sampled_from("0123456789ABCDEFGHJKLMNPRSTUWXYZ"),
)
def test_every_ordinary_registration_number_reads_as_itself(
    letters: str, digits: int, last: str
) -> None:
    number = f"{letters}{digits:02d}{last}"
    assert parse("vehicle", show("vehicle", number)) == Accepted(number)
    assert parse("vehicle", number.lower()) == Accepted(number)


def test_a_confused_o_and_zero_is_asked_about() -> None:
    assert parse("vehicle", "ABC12O") == Unsure(("ABC120",))


def test_a_personal_plate_is_confirmed() -> None:
    assert parse("vehicle", "minbil") == Unsure(("MINBIL",))
