"""Two who act on the same filing at the same moment (threats C5 and C6).

`racing` holds the acts; `tests.torture.races` runs the same by the thousand.
"""

from typing import Any

import pytest

from actions import expiry
from actions.errors import ArendebotError
from actions.store.tables import cases as case_rows
from actions.store.tables import signatures
from dialogs.service import SigningOrder
from dialogs.statuses import Status
from tests.actions.filings import ANNA, BO, CIA, Office, joint_service
from tests.actions.racing import (
    ACTS,
    at_once,
    race,
    serial_outcomes,
    signs,
)


@pytest.mark.parametrize("first", ACTS)
def test_c6_any_two_acts_at_once_end_as_one_after_the_other(office: Office, first: str) -> None:
    """Every ordered pair; `tests.torture.races` runs each of them 500 times."""
    for second in ACTS:
        allowed = serial_outcomes(office, first, second)
        for _ in range(2):
            assert race(office, first, second) in allowed, f"{first} and {second}"


def test_c6_in_order_the_next_is_asked_once_whoever_signs_twice_at_once(office: Office) -> None:
    office.services["provtjanst"] = joint_service(signing_order=SigningOrder.SEQUENCE.value)
    for made in range(1, 11):
        draft = office.sent(BO, CIA)
        office.sign(draft, ANNA)
        sign = signs(office, draft, BO)
        first, second = at_once(sign, sign)
        assert first.repeated is not second.repeated
        assert [each.state for each in office.parties(draft)] == ["signed", "signed", "invited"]
        assert len(office.notices("invited")) == 2 * made


def test_c5_the_last_two_signatures_at_once_make_exactly_one_case(office: Office) -> None:
    for made in range(1, 21):
        chat = office.conversation()
        draft = office.sent(BO, CIA, conversation_id=chat)
        office.sign(draft, ANNA)
        results = at_once(signs(office, draft, BO), signs(office, draft, CIA))
        assert sorted(each.status for each in results) == [
            Status.AWAITING_PARTIES,
            Status.RECEIVED,
        ]
        assert office.status(draft) is Status.RECEIVED
        assert office.count(case_rows) == made
        assert office.deliveries(draft) == 3


def test_the_same_signature_twice_at_once_counts_once(office: Office) -> None:
    for made in range(1, 11):
        draft = office.sent()
        sign = signs(office, draft, ANNA)
        first, second = at_once(sign, sign)
        assert first.repeated is not second.repeated
        assert first.status is second.status is Status.RECEIVED
        assert office.count(signatures) == office.count(case_rows) == made


def test_a_signature_that_comes_with_the_end_of_time_is_too_late(office: Office) -> None:
    for _ in range(10):
        draft = office.sent(BO)
        office.sign(draft, ANNA)
        office.clock.pass_(days=31)
        signed, swept = at_once(signs(office, draft, BO), lambda: office.act(expiry.sweep))
        assert _is_error(signed)
        assert signed.reason == "expired"
        office.act(expiry.sweep)
        assert office.status(draft) is Status.EXPIRED
        assert office.deliveries(draft) == 0
        assert swept.completed == 0


def _is_error(result: Any) -> bool:
    return isinstance(result, ArendebotError)
