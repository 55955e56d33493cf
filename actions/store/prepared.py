"""Statements of the hot path: compiled once, run for many rows without further processing."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Delete, Insert, Update


class Prepared:
    """A statement with named parameters whose values are already what the driver takes.

    SQLAlchemy looks at each parameter of each row for types and defaults. With a hundred rows a
    batch that costs more than the database does, so here it is done once, when compiling.
    """

    def __init__(self, statement: Insert | Update | Delete) -> None:
        self._statement = statement
        self._compiled: dict[str, tuple[str, tuple[str, ...] | None]] = {}

    def run(self, connection: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
        """Runs the statement once for each row."""
        dialect = connection.dialect
        if dialect.name not in self._compiled:
            compiled = self._statement.compile(dialect=dialect)
            order: Any = getattr(compiled, "positiontup", None)
            self._compiled[dialect.name] = (str(compiled), tuple(order) if order else None)
        sql, order = self._compiled[dialect.name]
        if order is None:
            connection.exec_driver_sql(sql, [dict(row) for row in rows])
        else:
            connection.exec_driver_sql(sql, [tuple(row[name] for name in order) for row in rows])
