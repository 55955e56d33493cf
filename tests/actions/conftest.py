"""Databases for the tests of what is stored: SQLite, and PostgreSQL where a server is installed."""

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, create_engine, text
from sqlalchemy.pool import NullPool

from actions.store.database import create_engines
from actions.store.tables import metadata
from bot.app import build_site
from tests.actions.filings import Office
from tests.postgres import can_run, running_postgres
from tests.servers import Act, Clock, settings_for

_DATABASES = [
    "sqlite",
    pytest.param(
        "postgresql",
        marks=pytest.mark.skipif(not can_run(), reason="PostgreSQL is not installed"),
    ),
]


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    with running_postgres() as url:
        yield url


@pytest.fixture(params=_DATABASES)
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """The writing engine of an empty database with all tables."""
    if request.param == "sqlite":
        url = f"sqlite:///{tmp_path / 'test.db'}"
    else:
        url = request.getfixturevalue("postgres_url")
        _empty(url)
    writing, reading = create_engines(url)
    metadata.create_all(writing)
    yield writing
    writing.dispose()
    reading.dispose()


@pytest.fixture
def office(engine: Engine) -> Office:
    return Office(engine)


def _empty(url: str) -> None:
    engine = create_engine(url, poolclass=NullPool)
    with engine.begin() as connection:
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))
    engine.dispose()


@pytest.fixture
def at_site(database_url: str, tmp_path: Path) -> Callable[[Act], None]:
    """Does something with a site whose store is running."""

    def run(act: Act) -> None:
        clock = Clock()
        site = build_site(settings_for(database_url, tmp_path), now=clock)
        site.store.start()
        try:
            asyncio.run(act(site, clock))
        finally:
            site.store.stop()

    return run
