"""The versions of service definitions that filings were made with.

A filing is read with the definition that it was made with, also after the definition has changed or
was taken away. A version is a hash of the content, so a stored source never changes.
"""

from collections.abc import Iterable
from functools import lru_cache

from sqlalchemy import Connection, Table, select
from sqlalchemy.dialects import postgresql, sqlite

from actions.assembly import Assembly
from actions.errors import NotFoundError
from actions.store.tables import service_versions
from dialogs.fields import FIELD_TYPES
from dialogs.loading import load_service
from dialogs.service import Service


def store_versions(connection: Connection, services: Iterable[Service]) -> None:
    """Keeps the sources of these definitions; those that are kept already are left alone."""
    rows = [
        {"service": each.id, "version": each.version, "source": each.source} for each in services
    ]
    if rows:
        _insert_missing(connection, service_versions, rows)


def definition_of(
    assembly: Assembly, connection: Connection, service_id: str, version: str
) -> Service:
    """The definition of that version. Raises NotFoundError when it was never kept."""
    in_force = assembly.world().services.get(service_id)
    if in_force is not None and in_force.version == version:
        return in_force
    source = connection.execute(
        select(service_versions.c.source).where(
            service_versions.c.service == service_id, service_versions.c.version == version
        )
    ).scalar()
    if source is None:
        raise NotFoundError("service version")
    return _load(service_id, version, source)


@lru_cache(maxsize=200)
def _load(service_id: str, version: str, source: str) -> Service:
    return load_service(source, source=f"{service_id} {version}", types=FIELD_TYPES)


def _insert_missing(connection: Connection, table: Table, rows: list[dict[str, str]]) -> None:
    """Two who keep the same version at the same time must not fail each other."""
    insert = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    connection.execute(insert(table).on_conflict_do_nothing(), rows)
