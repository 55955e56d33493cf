"""Tickets: secrets in links that are stored as a MAC only, for one purpose, for a time."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from actions import tickets
from actions.store.tables import tickets as rows
from tests.actions.filings import Office

PURPOSES: tuple[tickets.TicketPurpose, ...] = tuple(tickets.PATHS)


def issue(office: Office, purpose: tickets.TicketPurpose = "login", **about: Any) -> str:
    """The token in a new ticket's link."""
    about = {"life": timedelta(minutes=15), **about}
    url = office.act(tickets.issue, purpose=purpose, **about)
    return str(url.rpartition("/")[2])


def find(office: Office, token: str, purpose: tickets.TicketPurpose = "login") -> Any:
    return office.act(tickets.find, purpose=purpose, token=token)


@pytest.mark.parametrize("purpose", PURPOSES)
def test_ticket_opens_its_own_purpose_only(office: Office, purpose: tickets.TicketPurpose) -> None:
    token = issue(office, purpose, conversation_id="c", draft_id="d")
    for each in PURPOSES:
        found = find(office, token, each)
        assert (found is not None) is (each == purpose)
    assert find(office, token, purpose).draft_id == "d"


def test_link_starts_with_the_public_address_and_its_purpose(office: Office) -> None:
    life = timedelta(minutes=1)
    for purpose, path in tickets.PATHS.items():
        url = office.act(tickets.issue, purpose=purpose, life=life)
        assert url.startswith(office.assembly.public_url + path)


def test_stored_ticket_opens_nothing(office: Office) -> None:
    token = issue(office, details={"shown_number": "a canary"})
    with office.engine.connect() as connection:
        row = connection.execute(select(rows)).one()
    assert token not in str(row)
    assert b"canary" not in row.details
    assert find(office, row.mac) is None


def test_details_and_columns_can_change(office: Office) -> None:
    token = issue(office, details={"shown_number": "42"})
    ticket = find(office, token)
    office.act(tickets.change, ticket, details={"code": "123456"}, tries=2)
    again = find(office, token)
    assert again.details == {"code": "123456"}
    assert again.tries == 2


def test_ticket_that_is_too_old_is_still_found_so_that_the_page_can_say_so(office: Office) -> None:
    token = issue(office)
    office.clock.pass_(minutes=16)
    assert find(office, token).expires_at < office.clock.now


def test_killing_ends_every_ticket_of_the_draft_but_the_receipt(office: Office) -> None:
    tokens = {purpose: issue(office, purpose, draft_id="d") for purpose in PURPOSES}
    other = issue(office, draft_id="other")
    office.act(
        lambda _assembly, connection: tickets.kill_all(
            connection, draft_id="d", now=office.clock.now
        )
    )
    alive = {
        purpose
        for purpose, token in tokens.items()
        if find(office, token, purpose).expires_at > office.clock.now
    }
    assert alive == {"receipt"}
    assert find(office, other).expires_at > office.clock.now


def test_newest_login_is_the_one_that_was_used_last(office: Office) -> None:
    first, second, third = (issue(office, conversation_id="c") for _ in range(3))
    assert office.act(tickets.newest_login, "c") is None
    for token in (second, first):
        office.clock.pass_(seconds=1)
        office.act(tickets.change, find(office, token), used_at=office.clock.now)
    newest = office.act(tickets.newest_login, "c")
    assert newest == find(office, first)
    assert newest != find(office, third)
