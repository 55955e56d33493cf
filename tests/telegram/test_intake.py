"""Each update has exactly one effect, in order, and none stops the others."""

import asyncio
import random
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, select, update

from actions import inbox
from actions.errors import NotSavedError
from actions.store.tables import inbox as inbox_rows
from bot.telegram import intake as intake_module
from bot.telegram.hearing import carry_out
from tests.postgres import can_run
from tests.telegram.bot_api_server import BotApi, Person, running_bot_api
from tests.telegram.running import Steps, is_anything_pending, stepping

Story = Callable[[Steps, Person, BotApi], Awaitable[None]]


class Clock:
    def __init__(self) -> None:
        self.now = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        # Each look is a second later, so nothing has to settle for long.
        self.now += timedelta(seconds=1)
        return self.now


def tell(tmp_path: Path, story: Story) -> None:
    async def run() -> None:
        async with running_bot_api() as api, stepping(tmp_path, api, now=Clock()) as steps:
            await story(steps, Person(api), api)

    asyncio.run(run())


async def begin(steps: Steps, person: Person, service: str = "synpunkt") -> None:
    await person.writes(f"/start {service}")
    await steps.answer()


def rows(steps: Steps) -> list[Any]:
    def read(connection: Connection) -> list[Any]:
        return list(connection.execute(select(inbox_rows).order_by(inbox_rows.c.update_id)).all())

    return steps.site.store._read(read)


# ── One effect each ───────────────────────────────────────────────────────────────────────────


def test_a_stored_update_that_comes_again_has_no_second_effect(tmp_path: Path) -> None:
    async def story(steps: Steps, person: Person, api: BotApi) -> None:
        await begin(steps, person)
        await person.writes("beröm")
        again = api.take_all()
        for _ in range(3):
            await steps.receive(again)
            await steps.handle()
            await steps.deliver()
        texts = [shown.text for shown in person.shown]
        assert sum("Vad handlar det om?" in text for text in texts) == 1

    tell(tmp_path, story)


def test_what_was_stored_before_a_stop_is_handled_after_it(tmp_path: Path) -> None:
    async def run() -> None:
        async with running_bot_api() as api:
            person = Person(api)
            async with stepping(tmp_path, api) as before:
                await person.writes("/start synpunkt")
                await before.receive()
            assert not person.shown
            async with stepping(tmp_path, api) as after:
                assert await after.handle() == 1
                await after.deliver()
            assert "Vad vill du lämna?" in person.shown[-1].text

    asyncio.run(run())


def test_updates_that_come_shuffled_are_handled_in_their_order(tmp_path: Path) -> None:
    async def story(steps: Steps, person: Person, api: BotApi) -> None:
        await begin(steps, person)
        await person.writes("beröm")
        await person.writes("skola")
        await person.writes("Så fin skolgård!")
        await steps.receive(list(reversed(api.take_all())))
        await steps.handle()
        await steps.deliver()
        assert "Vilken dag hände det?" in person.shown[-1].text

    tell(tmp_path, story)


def test_an_update_waits_a_moment_for_an_older_one_on_its_way(tmp_path: Path) -> None:
    async def run() -> None:
        async with running_bot_api() as api, stepping(tmp_path, api) as steps:
            person = Person(api)
            await begin(steps, person)
            await person.writes("beröm")
            await person.writes("skola")
            older, newer = api.take_all()
            await steps.receive([newer])
            handling = asyncio.create_task(steps.handle())
            # While it waits, the older one comes on another connection.
            await steps.site.store.write(lambda _connection: None)
            await steps.receive([older])
            await handling
            await steps.handle()
            await steps.deliver()
            assert "Skriv din synpunkt." in person.shown[-1].text

    asyncio.run(run())


def test_lower_ids_than_before_are_not_taken_for_repeats(tmp_path: Path) -> None:
    async def story(steps: Steps, person: Person, api: BotApi) -> None:
        await begin(steps, person)
        api._next_update = 3
        await person.writes("beröm")
        await steps.answer()
        assert "Vad handlar det om?" in person.shown[-1].text

    tell(tmp_path, story)


def test_what_was_written_is_gone_from_the_inbox_when_it_is_handled(tmp_path: Path) -> None:
    async def story(steps: Steps, person: Person, api: BotApi) -> None:
        await begin(steps, person)
        (row,) = rows(steps)
        assert row.handled_at is not None
        assert (row.payload, row.key) == (b"", b"")
        week_later = row.handled_at + timedelta(days=7, seconds=1)
        forgotten = await steps.site.store.write(
            lambda connection: inbox.forget_handled(connection, now=week_later)
        )
        assert forgotten == 1

    tell(tmp_path, story)


# ── What fails ────────────────────────────────────────────────────────────────────────────────


def test_a_poisonous_update_is_put_aside_and_its_sender_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def story(steps: Steps, person: Person, api: BotApi) -> None:
        attempts: list[int] = []

        def fail_on_poison(site: Any, connection: Any, claimed: Any, heard: Any, file: Any) -> Any:
            if getattr(heard.what, "text", "") == "gift":
                attempts.append(claimed.attempt)
                raise ZeroDivisionError
            return carry_out(site, connection, claimed, heard, file)

        monkeypatch.setattr(intake_module, "carry_out", fail_on_poison)
        others = [Person(api, 100 + each) for each in range(5)]
        await begin(steps, person)
        poison = await person.writes("gift")
        await person.writes("beröm")
        for other in others:
            await other.writes("/start synpunkt")
        await steps.receive()
        for _ in range(3):
            await steps.handle()
        await steps.deliver()
        assert attempts == [1, 2, 3]
        assert all("Vad vill du lämna?" in other.shown[-1].text for other in others)
        told = [shown.text for shown in person.shown]
        assert any("Något gick fel hos oss" in text and f"T{poison}" in text for text in told)
        assert any("Vad handlar det om?" in text for text in told)
        assert [row.update_id for row in rows(steps) if row.quarantined_at] == [poison]

    tell(tmp_path, story)


def test_an_update_that_is_no_update_is_put_aside(tmp_path: Path) -> None:
    async def story(steps: Steps, person: Person, api: BotApi) -> None:
        await api.push(message={"chat": {"id": 70}, "text": 5})
        await steps.receive()
        for _ in range(3):
            await steps.handle()
        assert rows(steps)[0].quarantined_at is not None
        await begin(steps, person)
        assert "Vad vill du lämna?" in person.shown[-1].text

    tell(tmp_path, story)


def test_half_a_surrogate_pair_or_a_missing_id_stops_nobody_else(tmp_path: Path) -> None:
    async def story(steps: Steps, person: Person, api: BotApi) -> None:
        broken = await person.writes("hej \ud83d")
        await Person(api, 71).writes("/start synpunkt")
        odd: list[Any] = [{"poll": {}}, {"update_id": "7"}, {"update_id": 2**70}]
        assert await steps.receive([*odd, *api.take_all()]) == 2
        for _ in range(3):
            await steps.handle()
        await steps.deliver()
        assert "Vad vill du lämna?" in api.shown[-1].text
        first, second = rows(steps)
        assert first.update_id == broken
        assert second.handled_at is not None

    tell(tmp_path, story)


def test_a_database_that_refuses_does_not_count_against_the_update(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def story(steps: Steps, person: Person, api: BotApi) -> None:
        def refuse(*_: object) -> None:
            raise NotSavedError("the disk is full")

        await person.writes("/start synpunkt")
        await steps.receive()
        with monkeypatch.context() as patched:
            patched.setattr(intake_module, "carry_out", refuse)
            for _ in range(5):
                assert await steps.handle() == 0
        assert rows(steps)[0].attempts == 0
        assert await steps.handle() == 1

    tell(tmp_path, story)


def test_an_update_that_ended_the_process_each_time_is_put_aside(tmp_path: Path) -> None:
    async def story(steps: Steps, person: Person, api: BotApi) -> None:
        await person.writes("/start synpunkt")
        await steps.receive()
        old = steps.site.assembly.now() - timedelta(minutes=5)
        await steps.site.store.write(
            lambda c: c.execute(update(inbox_rows).values(attempts=3, received_at=old))
        )
        await steps.handle()
        await steps.deliver()
        assert rows(steps)[0].quarantined_at is not None
        assert "Något gick fel hos oss" in person.shown[-1].text

    tell(tmp_path, story)


# ── Several processes ─────────────────────────────────────────────────────────────────────────


@pytest.mark.skipif(not can_run(), reason="PostgreSQL is not installed")
def test_two_processes_that_get_everything_twice_and_shuffled_do_it_once(
    tmp_path: Path, postgres_server: Callable[[], str]
) -> None:
    async def run() -> None:
        url, dice = postgres_server(), random.Random(11)
        async with (
            running_bot_api() as api,
            stepping(tmp_path, api, database_url=url) as one,
            stepping(tmp_path, api, database_url=url) as other,
        ):
            people = [Person(api, 70 + each) for each in range(10)]
            for person in people:
                await person.writes("/start synpunkt")
            for text in ("beröm", "skola", "Så fin skolgård!"):
                for person in people:
                    await person.writes(text)
            several = api.take_all() * 2
            dice.shuffle(several)
            half = len(several) // 2
            await asyncio.gather(one.receive(several[:half]), other.receive(several[half:]))
            while any(row.handled_at is None for row in rows(one)):
                await asyncio.gather(one.handle(), other.handle())
            while await is_anything_pending(one.site):
                await asyncio.gather(one.deliver(), other.deliver())
            assert len(rows(one)) == 40
            assert not [row for row in rows(one) if row.quarantined_at]
            for person in people:
                texts = [shown.text for shown in person.shown]
                assert "Vilken dag hände det?" in texts[-1]
                assert len(texts) == len(set(texts))

    asyncio.run(run())
