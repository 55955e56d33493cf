"""Threats A5 and B4: what a copy of the database, without its keys, tells of people and links."""

import asyncio
import base64
import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection, select
from stdnum import luhn

from actions import conversations
from actions.store.sealing import new_token
from actions.store.tables import tickets
from actions.tickets import PATHS
from actions.turn import TurnRequest, run_turn
from dialogs.conversation import Person
from dialogs.events import LoggedIn
from tests.bot.browsing import ANNA, BO, Town, running_town, sign
from tests.bot.test_signing_pages import invited

#: Times that a link is guessed.
GUESSES = 1_000_000
_DIGESTS = ("md5", "sha1", "sha256", "sha512")


def a_number(place: int) -> str:
    """A valid personal number of somebody born in the seventies."""
    nine = f"7{place % 10}0{1 + place % 9}1{place // 10 % 10}{place:03}"
    return f"19{nine}{luhn.calc_check_digit(nine)}"


def written(number: str) -> Iterator[str]:
    """The ways in which people and programs write a personal number."""
    for digits in (number, number[2:]):
        yield digits
        yield f"{digits[:-4]}-{digits[-4:]}"


def digests(number: str) -> Iterator[bytes]:
    """What anybody can compute of a number, with the salts that first come to mind."""
    for text in written(number):
        for salt in ("", "person", "person "):
            for name in _DIGESTS:
                digest = hashlib.new(name, (salt + text).encode()).digest()
                yield digest
                yield digest.hex().encode()
                yield base64.urlsafe_b64encode(digest).rstrip(b"=")


@pytest.fixture
def stolen(tmp_path: Path) -> Iterator[tuple[Town, bytes]]:
    """A received case and a hundred people who are logged in; all the bytes that are stored of it."""
    with running_town(tmp_path) as town:
        _, link = invited(town)
        sign(town.browser(), link, BO)

        def log_in(connection: Connection) -> None:
            for place in range(100):
                opened = conversations.open_conversation(
                    town.site.assembly, connection, channel="web"
                )
                event = LoggedIn(person=Person(personnummer=a_number(place), name="Kim"))
                run_turn(
                    town.site.assembly,
                    connection,
                    TurnRequest(conversation_id=opened.conversation_id, event=event),
                )

        asyncio.run(town.site.store.write(log_in))
        known = [each for each in tmp_path.rglob("*") if each.is_file() and "key" not in each.name]
        assert any(each.name.endswith("-wal") for each in known)
        yield town, b"\n".join(each.read_bytes() for each in known)


def test_b4_no_personal_number_and_no_digest_of_one_is_stored(stolen: tuple[Town, bytes]) -> None:
    _, stored = stolen
    assert b"conversations" in stored
    for number in (ANNA[0], BO[0], *map(a_number, range(100))):
        for text in written(number):
            # Ten digits alone may be any other number, e.g. a time in microseconds.
            if len(text) != 10:
                assert text.encode() not in stored
        found = [each for each in digests(number) if each in stored]
        assert found == []


def test_a5_no_usable_ticket_is_stored(stolen: tuple[Town, bytes]) -> None:
    """Every link that anybody was given, and what is in the database in its place."""
    town, stored = stolen
    sent = re.findall(r"/(?:e|s|kvittens)/([\w-]{32})", str(town.outbox()))
    assert sent
    assert [token for token in sent if token.encode() in stored] == []
    macs: list[str] = town.read(lambda c: list(c.execute(select(tickets.c.mac)).scalars()))
    assert len(macs) >= 4
    for mac in macs:
        for path in PATHS.values():
            assert town.browser().get(path + mac).status == 404


def test_a5_no_guess_is_a_ticket(stolen: tuple[Town, bytes]) -> None:
    """A guess opens what has its MAC; so each is held against all that there are."""
    town, _ = stolen
    keyring = town.site.assembly.keyring
    known = set(town.read(lambda c: list(c.execute(select(tickets.c.mac)).scalars())))
    purposes = list(PATHS)
    for number in range(GUESSES):
        purpose = purposes[number % len(purposes)]
        assert keyring.mac(f"ticket {purpose}", new_token()) not in known
    (sent, *_) = re.findall(r"/s/([\w-]{32})", str(town.outbox()))
    assert keyring.mac("ticket sign", sent) in known, "a true one is found so"
