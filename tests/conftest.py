"""What many tests need: the shipped configuration, a person to talk, and a database of each kind."""

from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from sqlalchemy import make_url

from dialogs.world import World
from tests.postgres import can_run, new_database, running_postgres
from tests.shipped import shipped_world
from tests.talking import Person

settings.register_profile(
    "project",
    deadline=None,
    max_examples=60,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.load_profile("project")

DATABASES = [
    "sqlite",
    pytest.param(
        "postgresql",
        marks=pytest.mark.skipif(not can_run(), reason="PostgreSQL is not installed"),
    ),
]


@pytest.fixture(scope="session")
def world() -> World:
    """The configuration as it is shipped."""
    return shipped_world()


@pytest.fixture
def person(world: World) -> Callable[..., Person]:
    """Begins a conversation: `person("skolbyte")`."""

    def begin(service: str | None = None, **settings: Any) -> Person:
        return Person(world, service=service, **settings)

    return begin


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[Callable[[], str]]:
    """Gives the URL of a new, empty database at each call."""
    with running_postgres(fsync=False) as url:
        port = make_url(url).port
        assert port is not None
        numbers = count(1)
        yield lambda: new_database(port, f"test_{next(numbers)}")


@pytest.fixture(params=DATABASES)
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An empty database of each kind, without tables."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'arendebot.db'}"
    make: Callable[[], str] = request.getfixturevalue("postgres_server")
    return make()


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'arendebot.db'}"
