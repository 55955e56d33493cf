"""Bringing the database to the present schema, also when two processes start at once."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, text

from actions.store.database import migration_engine

_FOLDER = Path(__file__).parent / "migrations"
#: Any number that nothing else in the database uses for an advisory lock.
_ADVISORY_LOCK = 20_282_282


def migrate(url: str) -> None:
    """Runs the migrations that are missing, in one transaction where the database can."""
    with migration_engine(url).begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _ADVISORY_LOCK})
        command.upgrade(alembic_config(connection), "head")


def alembic_config(connection: Connection) -> Config:
    """Alembic's configuration for an open connection (see `migrations/env.py`)."""
    config = Config()
    config.set_main_option("script_location", str(_FOLDER))
    config.attributes["connection"] = connection
    return config
