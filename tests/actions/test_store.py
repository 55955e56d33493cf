"""The store: how connections are set up, one writer, one process on SQLite, and no half writing."""

import asyncio
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, text
from sqlalchemy.exc import OperationalError

from actions.errors import NotSavedError
from actions.store.database import create_engines, in_transaction, may_run_again
from actions.store.store import InUseError, Store
from actions.store.tables import from_micros, to_micros
from actions.store.writer import BATCH_LIMIT, LATER, Failed
from tests.talking import START


class Echo:
    """A store whose turns give back what they were asked, and tell how they were grouped."""

    def __init__(self, url: str) -> None:
        self.batches: list[list[str]] = []
        self.store: Store[str] = Store(url, self._run)

    def _run(self, _connection: Connection, requests: Sequence[str]) -> list[Any]:
        self.batches.append(list(requests))
        seen: set[str] = set()
        results: list[Any] = []
        for request in requests:
            about = request[0]
            if about in seen:
                results.append(LATER)
            elif request.endswith("!"):
                results.append(Failed(ValueError(request)))
            else:
                results.append(request)
            seen.add(about)
        return results

    def __enter__(self) -> "Echo":
        self.store.start()
        return self

    def __exit__(self, *_: Any) -> None:
        self.store.stop()

    def held(self) -> tuple[asyncio.Future[None], threading.Event]:
        """Keeps the writer busy until the event is set, so that turns gather."""
        go = threading.Event()
        return asyncio.ensure_future(self.store.write(lambda _c: go.wait(5) and None)), go


def together(echo: Echo, *requests: str) -> list[Any]:
    """The outcomes of turns that all waited at the same time."""

    async def run() -> list[Any]:
        busy, go = echo.held()
        await asyncio.sleep(0)
        turns = [asyncio.ensure_future(echo.store.turn(request)) for request in requests]
        await asyncio.sleep(0)
        go.set()
        outcomes = await asyncio.gather(*turns, return_exceptions=True)
        await busy
        return outcomes

    return asyncio.run(run())


# ── Connections ───────────────────────────────────────────────────────────────────────────────


def test_every_sqlite_connection_is_durable_and_checks_foreign_keys(sqlite_url: str) -> None:
    for engine in create_engines(sqlite_url):
        connections = [engine.connect() for _ in range(3)]
        for connection in connections:

            def pragma(name: str, connection: Connection = connection) -> Any:
                return connection.exec_driver_sql(f"PRAGMA {name}").scalar()

            assert pragma("journal_mode") == "wal"
            assert pragma("synchronous") == 2, "FULL"
            assert pragma("foreign_keys") == 1
            assert pragma("busy_timeout") == 5000
            connection.rollback()
        for connection in connections:
            connection.close()
        engine.dispose()


def test_a_second_process_is_refused_on_sqlite_and_told_why(sqlite_url: str) -> None:
    with Echo(sqlite_url):
        second = Echo(sqlite_url)
        with pytest.raises(InUseError, match="ARENDEBOT_DATABASE_URL"):
            second.store.start()
    with Echo(sqlite_url):
        pass  # the lock was given back


def test_two_processes_share_postgres(database_url: str) -> None:
    if database_url.startswith("sqlite"):
        return
    with Echo(database_url), Echo(database_url) as second:
        assert together(second, "a") == ["a"]


@pytest.mark.parametrize("micros", [0, 1, 999_999, 1_700_000_000_123_457, 4_102_444_799_999_999])
def test_instants_keep_their_microseconds(micros: int) -> None:
    assert to_micros(from_micros(micros)) == micros


def test_instant_without_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        to_micros(START.replace(tzinfo=None))


# ── The writer ────────────────────────────────────────────────────────────────────────────────


def test_turns_that_wait_share_a_transaction_and_keep_their_order(database_url: str) -> None:
    with Echo(database_url) as echo:
        assert together(echo, "a1", "b1", "a2", "c1", "a3", "b2") == [
            "a1", "b1", "a2", "c1", "a3", "b2",
        ]  # fmt: skip
        assert echo.batches[0] == ["a1", "b1", "a2", "c1", "a3", "b2"]
        handled = [each for batch in echo.batches[1:] for each in batch]
        assert next(each for each in handled if each[0] == "a") == "a2"


def test_a_turn_alone_waits_for_nobody(database_url: str) -> None:
    with Echo(database_url) as echo:
        assert asyncio.run(echo.store.turn("a1")) == "a1"
        assert echo.batches == [["a1"]]


def test_a_batch_has_a_limit(sqlite_url: str) -> None:
    requests = [chr(256 + place) for place in range(BATCH_LIMIT + 20)]
    with Echo(sqlite_url) as echo:
        assert together(echo, *requests) == requests
        assert max(map(len, echo.batches)) == BATCH_LIMIT


def test_a_failed_turn_fails_alone(sqlite_url: str) -> None:
    with Echo(sqlite_url) as echo:
        one, two, three = together(echo, "a", "b!", "c")
        assert (one, three) == ("a", "c")
        assert isinstance(two, ValueError)


def test_writing_between_turns_keeps_its_place(sqlite_url: str) -> None:
    order: list[str] = []

    def run(_connection: Connection, requests: Sequence[str]) -> list[str]:
        order.extend(requests)
        return list(requests)

    store: Store[str] = Store(sqlite_url, run)
    store.start()

    async def go() -> None:
        await asyncio.gather(
            store.turn("one"), store.write(lambda _c: order.append("act")), store.turn("two")
        )

    asyncio.run(go())
    store.stop()
    assert order == ["one", "act", "two"]


def test_what_was_accepted_is_finished_and_what_comes_later_is_refused(sqlite_url: str) -> None:
    async def run() -> None:
        echo = Echo(sqlite_url)
        echo.store.start()
        busy, go = echo.held()
        turns = [asyncio.ensure_future(echo.store.turn(name)) for name in ("a", "b", "c")]
        await asyncio.sleep(0)
        stopping = asyncio.ensure_future(asyncio.to_thread(echo.store.stop))
        go.set()
        assert await asyncio.gather(*turns) == ["a", "b", "c"]
        await stopping
        await busy
        with pytest.raises(NotSavedError):
            await asyncio.wait_for(echo.store.turn("d"), 5)

    asyncio.run(run())


def test_an_error_of_the_database_is_told_as_not_saved(database_url: str) -> None:
    with Echo(database_url) as echo:

        async def run() -> None:
            with pytest.raises(NotSavedError):
                await echo.store.write(lambda c: c.execute(text("SELECT * FROM nowhere")))
            with pytest.raises(NotSavedError):
                await echo.store.read(lambda c: c.execute(text("SELECT * FROM nowhere")))
            # The next one is not affected.
            assert await echo.store.turn("a") == "a"

        asyncio.run(run())


def test_a_rolled_back_act_leaves_nothing(database_url: str) -> None:
    with Echo(database_url) as echo:

        def half(connection: Connection) -> None:
            connection.execute(
                text("INSERT INTO service_versions (service, version, source) VALUES ('a','b','c')")
            )
            raise RuntimeError

        def count(connection: Connection) -> Any:
            return connection.execute(text("SELECT count(*) FROM service_versions")).scalar()

        async def run() -> None:
            with pytest.raises(RuntimeError):
                await echo.store.write(half)
            assert await echo.store.read(count) == 0

        asyncio.run(run())


def test_committed_is_told_after_the_commit_only(sqlite_url: str) -> None:
    notes: list[Any] = []
    store: Store[str] = Store(sqlite_url, lambda _c, requests: list(requests))
    store.start(committed=lambda found: notes.append(found.pop("note", None)))

    def fail(connection: Connection) -> None:
        raise ValueError

    async def run() -> None:
        await store.write(lambda c: c.info.update(note="kept"))
        with pytest.raises(ValueError):
            await store.write(fail)

    asyncio.run(run())
    store.stop()
    assert notes == ["kept"]


def test_a_transaction_is_run_again_only_when_the_database_asks_for_it(sqlite_url: str) -> None:
    writing, reading = create_engines(sqlite_url)

    class Serialization(Exception):
        sqlstate = "40001"

    runs = []

    def sometimes(_connection: Connection) -> str:
        runs.append(1)
        if len(runs) < 3:
            raise OperationalError("x", None, Serialization())
        return "done"

    assert in_transaction(writing, sometimes) == "done"
    assert len(runs) == 3
    runs.clear()
    with pytest.raises(OperationalError):
        in_transaction(writing, sometimes, tries=2)
    assert len(runs) == 2
    assert not may_run_again(OperationalError("x", None, Exception()))
    writing.dispose()
    reading.dispose()


def test_lock_file_lies_beside_the_database(sqlite_url: str, tmp_path: Path) -> None:
    with Echo(sqlite_url):
        assert (tmp_path / "arendebot.lock").exists()
