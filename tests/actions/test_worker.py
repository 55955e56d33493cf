"""The worker: sends outside transactions, records what came of it, and no error ends its work."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
from sqlalchemy import select, update

from actions import outbox, undelivered, worker
from actions.notify import Outcome, Refused, Sent, TryAgain
from actions.outbox import Leased
from actions.store.tables import outbox as rows
from actions.worker import Worker
from bot.site import Site
from tests.servers import Act, Clock


class Sender:
    """Sends nowhere: remembers, and answers as it is told to."""

    def __init__(self, *outcomes: Outcome | Exception) -> None:
        self.outcomes = list(outcomes)
        self.sent: list[Leased] = []

    async def __call__(self, message: Leased) -> Outcome:
        self.sent.append(message)
        outcome = self.outcomes.pop(0) if self.outcomes else Sent()
        if isinstance(outcome, Exception):
            raise outcome
        return outcome


def worker_of(site: Site, **senders: Sender) -> Worker:
    return Worker(site.assembly, site.store, senders, files=site.files, filled=site.outbox_filled)


async def put(site: Site, intent: str, channel: str = "sms", **changes: Any) -> None:
    values = {"payload": {"text": intent}, "now": site.assembly.now(), **changes}
    await site.store.write(
        lambda c: outbox.put(c, site.assembly.keyring, intent=intent, channel=channel, **values)
    )


async def states(site: Site) -> dict[str, str]:
    found = await site.store.read(lambda c: c.execute(select(rows.c.intent, rows.c.state)).all())
    return {row.intent: row.state for row in found}


def test_what_is_due_is_sent_once(at_site: Callable[[Act], None]) -> None:
    async def act(site: Site, _clock: Clock) -> None:
        sender = Sender()
        working = worker_of(site, sms=sender)
        await put(site, "one")
        await put(site, "two")
        assert await working.send_due() == 2
        assert await working.send_due() == 0
        assert sorted(message.intent for message in sender.sent) == ["one", "two"]
        assert await states(site) == {"one": "sent", "two": "sent"}

    at_site(act)


def test_failure_and_exception_are_tried_again_and_hurt_no_neighbour(
    at_site: Callable[[Act], None],
) -> None:
    async def act(site: Site, clock: Clock) -> None:
        sms, email = Sender(TryAgain(reason="busy")), Sender(ZeroDivisionError())
        working = worker_of(site, sms=sms, email=email)
        await put(site, "sms")
        await put(site, "email", "email")
        await working.send_due()
        assert await states(site) == {"sms": "pending", "email": "pending"}
        assert await working.send_due() == 0, "not before its time"
        clock.pass_(seconds=3)
        await working.send_due()
        assert await states(site) == {"sms": "sent", "email": "sent"}
        assert [message.attempts for message in sms.sent] == [1, 2]

    at_site(act)


def test_channel_without_sender_waits(at_site: Callable[[Act], None]) -> None:
    async def act(site: Site, _clock: Clock) -> None:
        await put(site, "one", "telegram")
        await worker_of(site).send_due()
        assert await states(site) == {"one": "pending"}

    at_site(act)


def test_messages_of_one_conversation_go_in_their_order(at_site: Callable[[Act], None]) -> None:
    async def act(site: Site, _clock: Clock) -> None:
        sender = Sender()
        for number in (7, 3, 5):
            payload = {"conversation_id": "c", "number": number}
            await put(site, f"i-{number}", "telegram", payload=payload)
        await worker_of(site, telegram=sender).send_due()
        assert [message.payload["number"] for message in sender.sent] == [3, 5, 7]

    at_site(act)


def test_crash_between_sending_and_recording_leads_to_one_copy_with_the_same_intent(
    at_site: Callable[[Act], None],
) -> None:
    async def act(site: Site, clock: Clock) -> None:
        class Crashing(Worker):
            def _record(self, *_: Any) -> bool:
                raise RuntimeError("the process is killed")

        sender = Sender()
        await put(site, "one")
        crashing = Crashing(
            site.assembly,
            site.store,
            {"sms": sender},
            files=site.files,
            filled=site.outbox_filled,
        )
        with pytest.raises(RuntimeError):
            await crashing.send_due()
        working = worker_of(site, sms=sender)
        assert await working.send_due() == 0, "the lease holds"
        clock.pass_(seconds=61)
        await working.send_due()
        assert [message.intent for message in sender.sent] == ["one", "one"]
        assert await states(site) == {"one": "sent"}

    at_site(act)


def test_no_error_ends_the_work(
    at_site: Callable[[Act], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worker, "LOOK_EVERY", 0.01)

    def fails(*_: Any, **__: Any) -> None:
        raise KeyError("a bug in the sweep")

    monkeypatch.setattr("actions.expiry.sweep", fails)

    async def act(site: Site, _clock: Clock) -> None:
        class Done(Sender):
            async def __call__(self, message: Leased) -> Outcome:
                done.set()
                return await super().__call__(message)

        done = asyncio.Event()
        task = asyncio.create_task(worker_of(site, sms=Done()).run())
        await put(site, "one")
        await asyncio.wait_for(done.wait(), 10)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)

    at_site(act)


def test_sweep_comes_also_when_the_outbox_is_never_empty(
    at_site: Callable[[Act], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worker, "SWEEP_EVERY", 0.02)

    async def act(site: Site, _clock: Clock) -> None:
        sweeps: list[int] = []
        often = asyncio.Event()

        class Counting(Worker):
            async def sweep(self) -> None:
                sweeps.append(1)
                if len(sweeps) >= 3:
                    often.set()

            async def send_due(self) -> int:
                site.outbox_filled.set()
                await asyncio.sleep(0)
                return 0

        working = Counting(
            site.assembly, site.store, {}, files=site.files, filled=site.outbox_filled
        )
        task = asyncio.create_task(working.run())
        await asyncio.wait_for(often.wait(), 10)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)

    at_site(act)


def test_that_a_message_is_given_up_is_recorded_whatever_comes_of_telling(
    at_site: Callable[[Act], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: Any) -> None:
        raise KeyError("a bug in the telling")

    monkeypatch.setattr(undelivered, "tell_undelivered", fails)

    async def act(site: Site, _clock: Clock) -> None:
        await put(site, "x", payload={"kind": "invited"}, draft_id="d", party_id="p")
        await worker_of(site, sms=Sender(Refused(reason="number"))).send_due()
        assert await states(site) == {"x": "dead"}

    at_site(act)


def test_message_that_was_leased_long_ago_is_taken_over(at_site: Callable[[Act], None]) -> None:
    async def act(site: Site, clock: Clock) -> None:
        sender = Sender()
        await put(site, "one")
        await site.store.write(
            lambda c: c.execute(update(rows).values(leased_until=clock.now, fence=4))
        )
        clock.pass_(seconds=1)
        await worker_of(site, sms=sender).send_due()
        assert sender.sent[0].fence == 5

    at_site(act)


@pytest.mark.parametrize(("channel", "copies"), [("sms", 2), ("email", 4)])
def test_a_worker_that_crashes_after_sending_sends_at_most_two_sms(
    at_site: Callable[[Act], None], channel: str, copies: int
) -> None:
    """Threat D8. Of a mail each copy has the same Message-ID."""

    async def act(site: Site, clock: Clock) -> None:
        crashing = Sender()

        class Crashes(Worker):
            def _record(self, *_: Any) -> bool:
                raise KeyError("the process ends here")

        await put(site, "one", channel)
        for _ in range(4):
            working = Crashes(
                site.assembly,
                site.store,
                {channel: crashing},
                files=site.files,
                filled=site.outbox_filled,
            )
            with suppress(KeyError):
                await working.send_due()
            clock.pass_(minutes=2)
        assert len(crashing.sent) == copies
        await worker_of(site, sms=Sender(), email=Sender()).send_due()
        assert await states(site) == {"one": "dead" if channel == "sms" else "sent"}

    at_site(act)
