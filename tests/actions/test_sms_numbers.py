"""How many SMS go out: three to a number, and so many as the operator allows (threat D12)."""

import logging
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import Connection, update

from actions import outbox, sms_numbers
from actions.assembly import Assembly
from actions.notify import Later, Outcome, Refused, Sent
from actions.notify.dispatch import SmsDispatch
from actions.notify.sms import SmsMessage
from actions.outbox import Leased
from actions.store.tables import outbox as rows
from actions.worker import Worker
from bot.site import Site
from tests.actions.filings import Office
from tests.actions.sms_office import BOS, STRANGERS, send_due, states
from tests.servers import Act, Clock


def notice(name: str, *, to: str) -> dict[str, Any]:
    params = {"municipality": "Provby", "reference": "K-1", "link": f"https://e.se/s/{name}"}
    return {"to": to, "kind": "status_changed", "language": "sv", "params": params}


def put(office: Office, name: str, *, to: str = BOS, draft_id: str | None = "d") -> None:
    def act(assembly: Assembly, connection: Connection) -> None:
        outbox.put(
            connection,
            assembly.keyring,
            intent=f"status_changed:{name}:sms",
            channel="sms",
            payload=notice(name, to=to),
            now=assembly.now(),
            draft_id=draft_id,
        )

    office.act(act)


def test_the_fourth_in_a_day_waits_until_the_first_is_a_day_old(office: Office) -> None:
    for number in range(4):
        put(office, str(number))
        send_due(office)
        office.clock.pass_(hours=1)
    assert states(office, "status_changed") == ["sent"] * 3 + ["pending"]
    office.clock.pass_(hours=19, minutes=59)
    assert send_due(office) == []
    office.clock.pass_(minutes=2)
    assert len(send_due(office)) == 1


def test_another_number_is_not_held_back(office: Office) -> None:
    for number in range(4):
        put(office, str(number))
    put(office, "other", to=STRANGERS)
    assert len(send_due(office)) == 4


def test_what_two_workers_have_taken_at_the_same_time_is_counted(office: Office) -> None:
    """Both look before either has recorded that it has sent."""
    for number in range(5):
        put(office, str(number))

    def take(assembly: Assembly, connection: Connection, limit: int) -> list[Leased]:
        return outbox.lease(connection, assembly.keyring, now=assembly.now(), limit=limit)

    first = office.act(take, 2)
    office.clock.pass_(seconds=1)
    second = office.act(take, 3)
    found = [office.act(sms_numbers.why_not, each, most_a_day=9) for each in [*second, *first]]
    assert len([each for each in found if each is None]) == 3
    assert found[3:] == [None, None], "those that were taken first"
    assert all(isinstance(each, Later) for each in found if each is not None)


def test_an_answer_that_must_wait_is_not_sent_at_all(office: Office) -> None:
    for number in range(3):
        put(office, str(number))
    send_due(office)
    put(office, "answer", draft_id=None)
    send_due(office)
    assert states(office, "status_changed").count("dead") == 1


def test_the_days_limit_holds_for_all_numbers_together(office: Office) -> None:
    for number in range(6):
        put(office, str(number), to=f"+4670174060{number}")
    assert len(send_due(office, most_a_day=4)) == 4
    office.clock.pass_(hours=23)
    assert send_due(office, most_a_day=4) == []
    office.clock.pass_(hours=2)
    assert len(send_due(office, most_a_day=4)) == 2


def test_a_flood_to_fifty_numbers_stays_within_both_caps(office: Office) -> None:
    numbers = [f"+467017406{number:02d}" for number in range(50)]
    for attempt in range(250):
        put(office, str(attempt), to=numbers[attempt % 50])
    sent = sum(len(send_due(office, most_a_day=100)) for _ in range(4))
    assert sent == 100
    with office.engine.connect() as connection:
        for number in numbers:
            mac = outbox.number_mac(office.assembly.keyring, number)
            query = rows.select().where(rows.c.to_mac == mac, rows.c.state == "sent")
            assert len(connection.execute(query).all()) <= 3


# ── The worker with it ────────────────────────────────────────────────────────────────────────


class Gateway:
    def __init__(self) -> None:
        self.sent: list[SmsMessage] = []

    def send(self, message: SmsMessage) -> Outcome:
        self.sent.append(message)
        return Sent(f"s{len(self.sent)}")


def test_the_worker_holds_the_caps_and_alarms_once(
    at_site: Callable[[Act], None], caplog: pytest.LogCaptureFixture
) -> None:
    async def act(site: Site, clock: Clock) -> None:
        gateway = Gateway()
        sms = SmsDispatch(site.assembly, site.store, gateway, most_a_day=4)
        worker = Worker(
            site.assembly, site.store, {"sms": sms}, files=site.files, filled=site.outbox_filled
        )
        for number in range(12):
            payload = notice(f"{number}", to=f"+4670174060{number % 2}")

            def store(c: Connection, payload: Any = payload, name: str = f"i{number}") -> None:
                now, keyring = site.assembly.now(), site.assembly.keyring
                outbox.put(
                    c, keyring, intent=name, channel="sms", payload=payload, now=now, draft_id="d"
                )

            await site.store.write(store)
        for _ in range(3):
            await worker.send_due()
            clock.pass_(hours=2)
        assert len(gateway.sent) == 4, "the two numbers may get six, but the day has its four"

    with caplog.at_level(logging.ERROR):
        at_site(act)
    assert caplog.text.count("SMS_DAILY_LIMIT") == 1


def test_a_stopped_number_is_not_written_to(office: Office) -> None:
    office.act(sms_numbers.note_wish, BOS, stopped=True, said_at=office.clock.now)
    put(office, "one")
    assert send_due(office) == []
    (message,) = office.act(_revived)
    assert isinstance(office.act(sms_numbers.why_not, message, most_a_day=9), Refused)


def _revived(assembly: Assembly, connection: Connection) -> list[Leased]:
    connection.execute(update(rows).values(state="pending", leased_until=None))
    return outbox.lease(connection, assembly.keyring, now=assembly.now())
