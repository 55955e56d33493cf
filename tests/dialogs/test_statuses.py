"""The statuses are the contract's, in its order, and only some ways lead between them."""

import pytest

from dialogs.statuses import (
    ALLOWED,
    EDITABLE_STATUSES,
    OFFICER_STATUSES,
    RECEIVED_STATUSES,
    TERMINAL_STATUSES,
    Status,
    StatusError,
    check_change,
)
from dialogs.world import World

CONTRACT = {
    "draft": "Utkast",
    "awaiting_signature": "Väntar på din signering",
    "awaiting_parties": "Väntar på flerpartssignering",
    "received": "Inkommet",
    "in_progress": "Under handläggning",
    "awaiting_completion": "Väntar på komplettering",
    "closed": "Avslutat",
    "declined": "Avböjt av medsignerande",
    "expired": "Tiden för signering gick ut",
    "withdrawn": "Återtaget",
}


def test_statuses_and_their_texts_are_the_contracts(world: World) -> None:
    assert [status.value for status in Status] == list(CONTRACT)
    assert {s.value: world.texts.say("sv", f"status.{s}") for s in Status} == CONTRACT


@pytest.mark.parametrize("old", Status)
@pytest.mark.parametrize("new", Status)
def test_only_allowed_changes_are_accepted(old: Status, new: Status) -> None:
    if new in ALLOWED[old]:
        check_change(old, new)
        return
    with pytest.raises(StatusError):
        check_change(old, new)


def test_what_the_municipality_has_received_never_becomes_unreceived() -> None:
    for status in RECEIVED_STATUSES:
        assert ALLOWED[status] <= RECEIVED_STATUSES | {Status.WITHDRAWN}
        assert status not in EDITABLE_STATUSES


def test_nothing_leaves_withdrawn_and_nothing_stays_the_same() -> None:
    assert ALLOWED[Status.WITHDRAWN] == frozenset()
    assert all(status not in ALLOWED[status] for status in Status)
    assert {Status.CLOSED, Status.WITHDRAWN} == TERMINAL_STATUSES


def test_officers_move_only_what_is_received() -> None:
    for status in Status:
        if status not in RECEIVED_STATUSES:
            assert not ALLOWED[status] & set(OFFICER_STATUSES)
