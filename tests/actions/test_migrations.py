"""Migrations: their sum is the schema, they run once, and two starts at once do no harm."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import insert, inspect, text
from sqlalchemy.exc import IntegrityError

from actions.store.database import migration_engine
from actions.store.migrating import alembic_config, migrate, newest_revision
from actions.store.tables import drafts, metadata
from tests.talking import START


def differences(url: str) -> list[object]:
    with migration_engine(url).connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        return list(compare_metadata(context, metadata))


def names(url: str) -> dict[str, set[object]]:
    """Names of constraints and indexes by table."""
    found: dict[str, set[object]] = {}
    with migration_engine(url).connect() as connection:
        looking = inspect(connection)
        for table in looking.get_table_names():
            own = {each["name"] for each in looking.get_indexes(table)}
            own |= {each["name"] for each in looking.get_unique_constraints(table)}
            own |= {each["name"] for each in looking.get_foreign_keys(table)}
            own |= {each["name"] for each in looking.get_check_constraints(table)}
            found[table] = own
    found.pop("alembic_version", None)
    return found


def test_schema_is_the_sum_of_the_migrations(database_url: str) -> None:
    migrate(database_url)
    assert differences(database_url) == []


def test_constraints_and_indexes_have_the_names_that_the_tables_say(database_url: str) -> None:
    migrate(database_url)
    migrated = names(database_url)
    with migration_engine(database_url).begin() as connection:
        for table in reversed(metadata.sorted_tables):
            connection.execute(text(f"DROP TABLE {table.name}"))
        metadata.create_all(connection)
    assert migrated == names(database_url)


def test_migrating_again_changes_nothing(database_url: str) -> None:
    for _ in range(3):
        migrate(database_url)
    assert differences(database_url) == []


def test_the_newest_revision_is_alembics_head(database_url: str) -> None:
    with migration_engine(database_url).connect() as connection:
        scripts = ScriptDirectory.from_config(alembic_config(connection))
    assert newest_revision() == scripts.get_current_head()


def test_two_starts_at_once_migrate_once(database_url: str) -> None:
    if database_url.startswith("sqlite"):
        return  # one process only: `actions.store.store` holds a lock while it migrates
    with ThreadPoolExecutor(4) as starts:
        list(starts.map(migrate, [database_url] * 4))
    assert differences(database_url) == []


def test_there_is_one_line_of_migrations(sqlite_url: str) -> None:
    with migration_engine(sqlite_url).connect() as connection:
        scripts = ScriptDirectory.from_config(alembic_config(connection))
    assert len(scripts.get_heads()) == 1
    assert len(scripts.get_bases()) == 1


def test_a_status_that_does_not_exist_is_refused_by_the_database(database_url: str) -> None:
    migrate(database_url)
    row = {
        "id": "d",
        "reference": "K-1",
        "service": "s",
        "service_version": "v",
        "status": "lost",
        "key": b"",
        "state": b"",
        "version": 0,
        "created_at": START,
        "changed_at": START,
    }
    with migration_engine(database_url).begin() as connection:
        with pytest.raises(IntegrityError), connection.begin_nested():
            connection.execute(insert(drafts).values(row))
        connection.execute(insert(drafts).values({**row, "status": "draft"}))
