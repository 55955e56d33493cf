"""The outbox: once for each intent, leased by one, tried by the ladder, given up after two days."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, select

from actions import outbox
from actions.store.database import in_transaction
from actions.store.sealing import Keyring
from actions.store.tables import outbox as rows
from tests.servers import KEY
from tests.talking import START

KEYRING = Keyring([KEY])


def put(engine: Engine, intent: str = "i-1", **changes: Any) -> None:
    values = {
        "intent": intent,
        "channel": "sms",
        "payload": {"to": "+46701740605", "text": "hej"},
        "now": START,
        **changes,
    }
    in_transaction(engine, lambda c: outbox.put(c, KEYRING, **values))


def lease(engine: Engine, seconds: float = 0, **limits: int) -> list[outbox.Leased]:
    now = START + timedelta(seconds=seconds)
    return in_transaction(engine, lambda c: outbox.lease(c, KEYRING, now=now, **limits))


def row(engine: Engine) -> Any:
    with engine.connect() as connection:
        return connection.execute(select(rows)).one()


def test_same_intent_is_stored_once(engine: Engine) -> None:
    put(engine)
    put(engine, payload={"to": "other"})
    assert [message.payload["text"] for message in lease(engine)] == ["hej"]


def test_payload_is_sealed(engine: Engine) -> None:
    put(engine)
    assert b"4670174" not in row(engine).payload


def test_transaction_that_is_rolled_back_sends_nothing(engine: Engine) -> None:
    def fail(connection: Connection) -> None:
        outbox.put(connection, KEYRING, intent="i", channel="sms", payload={}, now=START)
        raise ValueError

    with pytest.raises(ValueError):
        in_transaction(engine, fail)
    assert lease(engine) == []


def test_leased_message_is_nobody_elses_until_the_lease_is_out(engine: Engine) -> None:
    put(engine)
    [first] = lease(engine)
    assert lease(engine, 30) == []
    [second] = lease(engine, 61)
    assert (first.fence, second.fence) == (1, 2)
    assert second.intent == first.intent, "the receiver can recognise the copy"


def test_who_lost_the_lease_cannot_record(engine: Engine) -> None:
    put(engine)
    [slow] = lease(engine)
    [quick] = lease(engine, 61)
    now = START + timedelta(seconds=62)
    assert in_transaction(engine, lambda c: outbox.record_sent(c, quick, now=now))
    assert not in_transaction(engine, lambda c: outbox.record_dead(c, slow, problem="late"))
    assert row(engine).state == "sent"


def test_two_workers_never_lease_the_same(engine: Engine) -> None:
    for number in range(6):
        put(engine, f"i-{number}")
    if engine.dialect.name == "sqlite":
        assert len({m.id for m in lease(engine, limit=3) + lease(engine, limit=3)}) == 6
        return
    with engine.begin() as one, engine.begin() as two:
        first = outbox.lease(one, KEYRING, now=START, limit=3)
        second = outbox.lease(two, KEYRING, now=START, limit=6)
    assert len(first) == len(second) == 3
    assert not {m.id for m in first} & {m.id for m in second}


def test_message_waits_until_it_is_due_and_the_oldest_is_first(engine: Engine) -> None:
    put(engine, "later", due_at=START + timedelta(hours=1))
    put(engine, "second", due_at=START + timedelta(seconds=2))
    put(engine, "first")
    assert [message.intent for message in lease(engine, 10)] == ["first", "second"]


def test_retries_follow_the_ladder_and_end_after_two_days(engine: Engine) -> None:
    put(engine)
    now, waits = START, []
    for _ in range(100):
        [message] = in_transaction(engine, lambda c, now=now: outbox.lease(c, KEYRING, now=now))
        gave_up = in_transaction(
            engine,
            lambda c, m=message, now=now: outbox.record_retry(c, m, problem="busy", now=now),
        )
        if gave_up:
            break
        waits.append(row(engine).due_at - now)
        now = row(engine).due_at
    assert tuple(waits[: len(outbox.LADDER)]) == outbox.LADDER
    assert set(waits[len(outbox.LADDER) :]) == {outbox.LADDER[-1]}
    assert now - START <= outbox.GIVE_UP_AFTER < now - START + outbox.LADDER[-1]
    assert row(engine).state == "dead"
    assert row(engine).problem == "busy"
    assert lease(engine, 10**7) == []
