"""By when, from the municipality's own closed cases (row 31)."""

import pytest

from actions import casework
from actions.statistics import handling_time
from dialogs.conversation import Draft, HandlingTime
from dialogs.statuses import Status
from tests.actions.filings import ANNA, OFFICER, Office
from tests.actions.test_effects import say, take_up


def received(office: Office) -> Draft:
    draft = office.sent()
    office.sign(draft, ANNA)
    return draft


def closed_after(office: Office, days: float) -> None:
    draft = received(office)
    office.clock.pass_(days=days)
    office.act(
        casework.set_status,
        draft.reference,
        Status.CLOSED,
        units={"kundtjanst"},
        officer_personnummer=OFFICER,
    )


def known(office: Office) -> HandlingTime | None:
    with office.engine.connect() as connection:
        return handling_time(connection, "provtjanst", now=office.clock.now)


@pytest.fixture
def ten_closed(office: Office) -> Office:
    for days in range(1, 11):
        closed_after(office, days - 0.5)
    return office


def test_ten_closed_cases_tell_how_long_the_next_takes(ten_closed: Office) -> None:
    assert known(ten_closed) == HandlingTime(cases=10, half=5, most=8)


def test_fewer_promise_nothing(office: Office) -> None:
    for days in range(9):
        closed_after(office, days)
    assert known(office) is None


def test_old_cases_tell_nothing(ten_closed: Office) -> None:
    ten_closed.clock.pass_(days=366)
    assert known(ten_closed) is None


def test_the_person_is_told_by_when(ten_closed: Office) -> None:
    chat = ten_closed.conversation()
    received(ten_closed)
    take_up(ten_closed, chat, None, ANNA)
    told = say(ten_closed, chat, text="status")
    assert "hälften klara inom 5 dagar och åtta av tio inom 8 dagar" in told


def test_nothing_is_told_of_time_when_there_are_too_few(office: Office) -> None:
    chat = office.conversation()
    received(office)
    take_up(office, chat, None, ANNA)
    assert "åtta av tio" not in say(office, chat, text="status")
