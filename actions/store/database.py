"""Connections: how they are set up, and the one rule for what a failure means."""

import sqlite3
from collections.abc import Callable
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

T = TypeVar("T")

#: SQLSTATEs after which the whole transaction may be run again.
_RETRYABLE_SQLSTATES = frozenset({"40001", "40P01"})


def create_engines(url: str) -> tuple[Engine, Engine]:
    """Engines for writing and for reading.

    SQLite: WAL with `synchronous=FULL`, so that a commit survives a power cut (threat E1); writing
    transactions take the write lock at once, so that they never fail half-way for want of it.
    """
    if not url.startswith("sqlite"):
        url = _with_psycopg(url)
        options: dict[str, Any] = {"pool_pre_ping": False, "pool_recycle": 1800}
        return create_engine(url, pool_size=2, **options), create_engine(
            url, pool_size=5, **options
        )
    writing, reading = create_engine(url), create_engine(url, pool_size=5)
    _prepare_sqlite(writing, "BEGIN IMMEDIATE")
    _prepare_sqlite(reading, "BEGIN")
    return writing, reading


def _with_psycopg(url: str) -> str:
    parsed = make_url(url)
    if parsed.drivername == "postgresql":
        parsed = parsed.set(drivername="postgresql+psycopg")
    return parsed.render_as_string(hide_password=False)


def migration_engine(url: str) -> Engine:
    """A connection of its own, closed after use."""
    return create_engine(
        url if url.startswith("sqlite") else _with_psycopg(url), poolclass=NullPool
    )


def _prepare_sqlite(engine: Engine, begin: str) -> None:
    @event.listens_for(engine, "connect")
    def set_pragmas(connection: sqlite3.Connection, _record: object) -> None:
        # The driver must not begin transactions on its own: `begin` below does.
        connection.isolation_level = None
        for pragma in (
            "journal_mode=WAL",
            "synchronous=FULL",
            "foreign_keys=ON",
            "busy_timeout=5000",
            "temp_store=MEMORY",
        ):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begin_transaction(connection: Connection) -> None:
        connection.exec_driver_sql(begin)


def may_run_again(error: DBAPIError) -> bool:
    """Whether nothing was committed and the same transaction can succeed when run again."""
    if error.connection_invalidated:
        return True
    return getattr(error.orig, "sqlstate", None) in _RETRYABLE_SQLSTATES


def in_transaction(
    engine: Engine,
    act: Callable[[Connection], T],
    *,
    tries: int = 5,
    committed: Callable[[dict[Any, Any]], None] | None = None,
) -> T:
    """Runs `act` in one transaction, again when the database asks for it.

    `act` must do nothing that a rollback cannot undo. `committed` is called after the commit with
    the notes that the transaction left in `Connection.info`.
    """
    while True:
        tries -= 1
        try:
            with engine.connect() as connection:
                with connection.begin():
                    result = act(connection)
                if committed is not None:
                    committed(connection.info)
                return result
        except DBAPIError as error:
            if tries <= 0 or not may_run_again(error):
                raise
