"""Bringing the database to the present schema, also when two processes start at once.

Alembic is loaded only when there is something to migrate: that takes a tenth of a start.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect, text

from actions.store.database import migration_engine

if TYPE_CHECKING:
    from alembic.config import Config

_FOLDER = Path(__file__).parent / "migrations"
#: Any number that nothing else in the database uses for an advisory lock.
_ADVISORY_LOCK = 20_282_282


def migrate(url: str) -> None:
    """Runs the migrations that are missing, in one transaction where the database can."""
    engine = migration_engine(url)
    with engine.connect() as connection:
        if _is_current(connection):
            return
    from alembic import command

    with engine.begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _ADVISORY_LOCK})
        command.upgrade(alembic_config(connection), "head")


def newest_revision() -> str:
    """The last migration's revision, which is how its file's name begins."""
    return max(path.name for path in _FOLDER.glob("versions/*_*.py")).partition("_")[0]


def alembic_config(connection: Connection) -> "Config":
    """Alembic's configuration for an open connection (see `migrations/env.py`)."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_FOLDER))
    config.attributes["connection"] = connection
    return config


def _is_current(connection: Connection) -> bool:
    if not inspect(connection).has_table("alembic_version"):
        return False
    stored = connection.execute(text("SELECT version_num FROM alembic_version")).scalars().all()
    return list(stored) == [newest_revision()]
