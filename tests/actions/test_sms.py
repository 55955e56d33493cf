"""Counting SMS parts, and sending through a server that speaks as 46elks does."""

import socket
import threading
import time
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actions.notify import Refused, Sent, TryAgain
from actions.notify.sms import ElksSender, SmsMessage, SmsSender, count_parts
from tests.elks import Elks, running_elks

MESSAGE = SmsMessage(
    "+46701740605", "Kramfors kommun: något nytt. Logga in: https://x.se/s/å", id="m1"
)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", 1),
        ("a" * 160, 1),
        ("a" * 161, 2),
        ("a" * 306, 2),
        ("a" * 307, 3),
        ("åäöÅÄÖé@£" * 17, 1),
        ("€" * 80, 1),
        ("€" * 81, 2),
        # The last place of a part is left empty rather than cutting a character of two places.
        ("a" * 152 + "€" * 77, 3),
        ("“" * 70, 1),
        ("“" * 71, 2),
        ("–" + "a" * 70, 2),
        ("😀" * 35, 1),
        ("😀" * 36, 2),
        ("😀" * 67, 3),
    ],
)
def test_parts_are_counted_as_they_are_paid_for(text: str, parts: int) -> None:
    assert count_parts(text) == parts


@given(st.text(max_size=400), st.text(max_size=5))
def test_a_longer_text_is_never_fewer_parts(text: str, more: str) -> None:
    assert 1 <= count_parts(text) <= count_parts(text + more)


@pytest.fixture
def elks() -> Iterator[Elks]:
    with running_elks() as elks:
        yield elks


def a_sender(elks: Elks, **settings: Any) -> SmsSender:
    return ElksSender(
        **{
            "url": elks.url,
            "username": "u1",
            "password": "hemligt",
            "sender": "Kramfors",
            **settings,
        }
    )


def test_an_sms_is_sent_with_the_text_kept_out_of_the_log(elks: Elks) -> None:
    report_url = "https://ebot.kramfors.se/sms/hemlig"
    assert a_sender(elks, report_url=report_url).send(MESSAGE) == Sent("s17")
    assert elks.forms == [
        {
            "from": "Kramfors",
            "to": "+46701740605",
            "message": MESSAGE.text,
            "dontlog": "message",
            "whendelivered": f"{report_url}?message=m1",
        }
    ]


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (400, Refused("46elks status 400")),
        (402, TryAgain("46elks status 402")),
        (403, TryAgain("46elks status 403")),
        (429, TryAgain("46elks status 429")),
        (500, TryAgain("46elks status 500", maybe_sent=True)),
        (502, TryAgain("46elks status 502", maybe_sent=True)),
        (503, TryAgain("46elks status 503")),
    ],
)
def test_refusals_of_the_message_are_told_from_trouble_of_the_server(
    elks: Elks, status: int, expected: Refused | TryAgain
) -> None:
    elks.status, elks.body = status, b"+46701740605 is no good"
    assert a_sender(elks).send(MESSAGE) == expected


def test_a_wrong_password_is_not_the_messages_fault(elks: Elks) -> None:
    outcome = a_sender(elks, password="fel").send(MESSAGE)
    assert outcome == TryAgain("46elks status 401")


def test_redirects_are_not_followed(elks: Elks) -> None:
    elks.status, elks.location = 307, elks.url + "/sms"
    assert a_sender(elks).send(MESSAGE) == TryAgain("46elks status 307")
    assert len(elks.forms) == 1


@pytest.mark.parametrize("body", [b"", b"OK", b"[]", b'{"status": "created"}', b'{"id": "\xff"}'])
def test_an_answer_that_is_not_understood_may_mean_that_it_was_sent(
    elks: Elks, body: bytes
) -> None:
    elks.body = body
    outcome = a_sender(elks).send(MESSAGE)
    assert isinstance(outcome, TryAgain)
    assert outcome.maybe_sent


def test_a_message_that_failed_at_once_is_refused(elks: Elks) -> None:
    elks.body = b'{"id": "s1", "status": "failed"}'
    assert isinstance(a_sender(elks).send(MESSAGE), Refused)


@pytest.mark.parametrize("number", ["0701740605", "+46 70 174 06 05", "+46701740605,+4670", ""])
def test_a_number_that_is_not_e164_never_leaves(elks: Elks, number: str) -> None:
    assert isinstance(a_sender(elks).send(SmsMessage(number, "x")), Refused)
    assert elks.forms == []


@pytest.mark.parametrize("sender", ["", "ab", "Härnösand", "1kommun", "KramforsKommun", "A B C"])
def test_a_sender_that_no_phone_can_show_is_refused_at_the_start(elks: Elks, sender: str) -> None:
    with pytest.raises(ValueError, match="3–11 letters"):
        a_sender(elks, sender=sender)


def test_a_dead_server_was_certainly_not_sent_to(elks: Elks) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closing:
        url = f"http://127.0.0.1:{closing.getsockname()[1]}"
    outcome = a_sender(elks, url=url).send(MESSAGE)
    assert outcome == TryAgain("46elks not reached: ConnectError")


def test_a_silent_server_is_given_up_and_may_have_sent(elks: Elks) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"http://127.0.0.1:{silent.getsockname()[1]}"
        started = time.monotonic()
        outcome = a_sender(elks, url=url, answer_within=0.2).send(MESSAGE)
    assert isinstance(outcome, TryAgain)
    assert outcome.maybe_sent
    assert time.monotonic() - started < 8


def test_a_server_that_drips_its_answer_is_given_up_in_time(elks: Elks) -> None:
    stop = threading.Event()

    def drip(listener: socket.socket) -> None:
        connection, _ = listener.accept()
        with connection:
            while not stop.wait(0.02):
                try:
                    connection.send(b"H")
                except OSError:
                    return

    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=drip, args=(listener,), daemon=True)
        thread.start()
        url = f"http://127.0.0.1:{listener.getsockname()[1]}"
        started = time.monotonic()
        outcome = a_sender(elks, url=url, answer_within=0.3).send(MESSAGE)
        stop.set()
        thread.join()
    assert isinstance(outcome, TryAgain)
    assert time.monotonic() - started < 8
