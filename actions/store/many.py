# ruff: noqa: S608 – the names in the statements come from our own tables, the values never
"""Reading and writing many rows of the hot path at once.

SQLAlchemy looks at each parameter of each row for types and defaults, and PostgreSQL plans each row's
statement anew; with a hundred rows a batch that costs more than the database's own work. So the
statements are made here: for SQLite one that the driver repeats, for PostgreSQL one that takes a
column as an array. Values are what the driver takes and gives (moments as microseconds, see
`tables.to_micros` and `tables.from_micros`).
"""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import BigInteger, Column, Connection, Integer, LargeBinary, Table, Text
from sqlalchemy import Row as SelectedRow

from actions.store.tables import Instant

Row = Mapping[str, Any]

_POSTGRESQL_TYPES = {
    Text: "text",
    LargeBinary: "bytea",
    Integer: "integer",
    BigInteger: "bigint",
    Instant: "bigint",
}


class ManyInserts:
    """Inserts whole rows into a table."""

    def __init__(self, table: Table) -> None:
        self._columns = [column.name for column in table.columns]
        names = ", ".join(self._columns)
        self._sqlite = f"INSERT INTO {table.name} ({names}) VALUES ({_marks(self._columns)})"
        self._postgresql = (
            f"INSERT INTO {table.name} ({names}) SELECT {names} FROM {_arrays(table, names)}"
        )

    def run(self, connection: Connection, rows: Sequence[Row]) -> None:
        _run(connection, self._sqlite, self._postgresql, self._columns, rows)


class ManyUpdates:
    """Updates rows by their `id`. A column in `unless_null` keeps its value where the new is None."""

    def __init__(
        self, table: Table, columns: Sequence[str], *, unless_null: Collection[str] = ()
    ) -> None:
        self._columns = [*columns, "id"]
        plain = ", ".join(
            f"{name} = COALESCE(?, {name})" if name in unless_null else f"{name} = ?"
            for name in columns
        )
        taken = ", ".join(
            f"{name} = COALESCE(new.{name}, {table.name}.{name})"
            if name in unless_null
            else f"{name} = new.{name}"
            for name in columns
        )
        self._sqlite = f"UPDATE {table.name} SET {plain} WHERE id = ?"
        self._postgresql = (
            f"UPDATE {table.name} SET {taken} "
            f"FROM {_arrays(table, ', '.join(self._columns))} WHERE {table.name}.id = new.id"
        )

    def run(self, connection: Connection, rows: Sequence[Row]) -> None:
        _run(connection, self._sqlite, self._postgresql, self._columns, rows)


class ManySelects:
    """Reads rows by the values of one or two columns, locked until the transaction ends if asked.

    Locking goes by the first column's order, so that two transactions never wait for each other.
    """

    def __init__(
        self, table: Table, columns: Sequence[str], *, by: Sequence[str], lock: bool = False
    ) -> None:
        self._by = by
        self._one = f"({', '.join('?' * len(by))})" if len(by) > 1 else "?"
        names = ", ".join(by)
        self._start = f"SELECT {', '.join(columns)} FROM {table.name} WHERE "
        self._key = f"({names})" if len(by) > 1 else names
        arrays = ", ".join(f"%({name})s::{_postgresql_type(table.columns[name])}[]" for name in by)
        self._postgresql = f"{self._start}{self._key} IN (SELECT * FROM unnest({arrays}))" + (
            f" ORDER BY {by[0]} FOR UPDATE" if lock else ""
        )

    def run(
        self, connection: Connection, keys: Sequence[tuple[str, ...]]
    ) -> Sequence[SelectedRow[Any]]:
        """The rows that exist, in no order that matters."""
        if connection.dialect.name == "sqlite":
            marks = ", ".join([self._one] * len(keys))
            values = f"VALUES {marks}" if len(self._by) > 1 else marks
            sql = f"{self._start}{self._key} IN ({values})"
            flat = tuple([part for key in keys for part in key])
            return connection.exec_driver_sql(sql, flat).all()
        columns = zip(*keys, strict=True)
        arrays = {name: list(column) for name, column in zip(self._by, columns, strict=True)}
        return connection.exec_driver_sql(self._postgresql, arrays).all()


def _marks(columns: Sequence[str]) -> str:
    return ", ".join("?" * len(columns))


def _arrays(table: Table, names: str) -> str:
    arrays = ", ".join(
        f"%({name})s::{_postgresql_type(table.columns[name])}[]" for name in names.split(", ")
    )
    return f"unnest({arrays}) AS new({names})"


def _postgresql_type(column: Column[Any]) -> str:
    return _POSTGRESQL_TYPES[type(column.type)]


def _run(
    connection: Connection, sqlite: str, postgresql: str, columns: list[str], rows: Sequence[Row]
) -> None:
    if connection.dialect.name == "sqlite":
        values = [tuple([row[name] for name in columns]) for row in rows]
        connection.exec_driver_sql(sqlite, values)
    else:
        arrays = {name: [row[name] for row in rows] for name in columns}
        connection.exec_driver_sql(postgresql, arrays)
