"""The store: one writer, many readers, and for SQLite the guard that there is one process."""

import asyncio
import fcntl
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import IO, Any, Generic, TypeVar

from sqlalchemy import Connection, make_url
from sqlalchemy.exc import SQLAlchemyError

from actions.errors import NotSavedError
from actions.store.database import create_engines
from actions.store.migrating import migrate
from actions.store.writer import Writer

T = TypeVar("T")
R = TypeVar("R")


class InUseError(Exception):
    """Another process has this SQLite database open (threat E2)."""


class Store(Generic[R]):
    """All access to the database of one process."""

    def __init__(
        self,
        url: str,
        run_batch: Callable[[Connection, Sequence[R]], Sequence[Any]],
    ) -> None:
        self._url = url
        self._lock: IO[str] | None = None
        self._writing, self._reading = create_engines(url)
        self._writer: Writer[R] = Writer(self._writing, run_batch)

    def start(self, *, committed: Callable[[dict[Any, Any]], None] | None = None) -> None:
        """Takes the lock, migrates and starts the writer.

        `committed` is called on the writer's thread after each commit, with the transaction's notes.

        Raises InUseError when another process has the SQLite database open.
        """
        self._lock = _lock_sqlite(self._url)
        migrate(self._url)
        self._writer.start(committed=committed)

    def stop(self) -> None:
        """Finishes what was accepted."""
        self._writer.stop()
        self._writing.dispose()
        self._reading.dispose()
        if self._lock is not None:
            self._lock.close()

    async def turn(self, request: R) -> Any:
        """One turn, grouped with those that wait. Raises NotSavedError and what the turn raises."""
        return await self._writer.turn(request)

    async def write(self, act: Callable[[Connection], T]) -> T:
        """Runs `act` in a transaction of its own on the writer. Raises NotSavedError."""
        return await self._writer.act(act)

    async def read(self, act: Callable[[Connection], T]) -> T:
        """Runs a reading `act` in a thread. Raises NotSavedError when the database is away."""
        return await asyncio.to_thread(self._read, act)

    def _read(self, act: Callable[[Connection], T]) -> T:
        try:
            with self._reading.connect() as connection:
                return act(connection)
        except SQLAlchemyError as error:
            raise NotSavedError("the database cannot be read") from error


def _lock_sqlite(url: str) -> IO[str] | None:
    database = make_url(url).database
    if not url.startswith("sqlite") or not database or database == ":memory:":
        return None
    path = Path(database)
    path.parent.mkdir(parents=True, exist_ok=True)
    lock = path.with_suffix(".lock").open("w")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        lock.close()
        raise InUseError(
            f"{path} is open in another process. SQLite serves one process; stop the other one, or "
            "set ARENDEBOT_DATABASE_URL to PostgreSQL."
        ) from None
    return lock
