"""Races by the thousand (threats C5 and C6), on both databases: `python -m tests.torture.races`.

C5: the last two sign at the same moment; each time the filing is received, and there is one case.
C6: each ordered pair of sign, sign, decline, withdraw, expire and edit at a barrier; each outcome is
that of the one after the other. Ends with status 1 at the first that is not.
"""

import argparse
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from actions.store.database import create_engines
from actions.store.tables import metadata
from dialogs.statuses import Status
from tests.actions.filings import Office
from tests.actions.racing import ACTS, race, serial_outcomes
from tests.postgres import can_run, running_postgres

_DATABASES = ("sqlite", "postgresql")


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--last-two", type=int, default=1000, help="races of the last two (C5)")
    parser.add_argument("--pairs", type=int, default=500, help="races of each ordered pair (C6)")
    parser.add_argument("--database", choices=_DATABASES, help="only this one")
    wanted = parser.parse_args(arguments)
    for database in [wanted.database] if wanted.database else _DATABASES:
        if database == "postgresql" and not can_run():
            print("postgresql: not installed")
            continue
        with an_office(database) as office:
            if not (
                _last_two(office, database, wanted.last_two)
                and _pairs(office, database, wanted.pairs)
            ):
                return 1
    return 0


@contextmanager
def an_office(database: str) -> Iterator[Office]:
    """A municipality with an empty database."""
    with tempfile.TemporaryDirectory() as folder:
        if database == "sqlite":
            with _office_at(f"sqlite:///{Path(folder) / 'races.db'}") as office:
                yield office
        else:
            with running_postgres() as url, _office_at(url) as office:
                yield office


@contextmanager
def _office_at(url: str) -> Iterator[Office]:
    writing, reading = create_engines(url)
    metadata.create_all(writing)
    try:
        yield Office(writing)
    finally:
        writing.dispose()
        reading.dispose()


def _last_two(office: Office, database: str, times: int) -> bool:
    began = time.monotonic()
    for number in range(times):
        outcome = race(office, "sign", "sign too")
        if (outcome.status, outcome.cases) != (Status.RECEIVED, 1):
            print(f"C5 {database}: race {number} ended as {outcome}", file=sys.stderr)
            return False
    print(f"C5 {database}: {times} races, {time.monotonic() - began:.0f} s", flush=True)
    return True


def _pairs(office: Office, database: str, times: int) -> bool:
    for first in ACTS:
        for second in ACTS:
            began = time.monotonic()
            allowed = serial_outcomes(office, first, second)
            won: Counter[int] = Counter()
            for number in range(times):
                outcome = race(office, first, second)
                if outcome not in allowed:
                    where = f"C6 {database}, {first} and {second}, race {number}"
                    print(f"{where}: {outcome} is none of {allowed}", file=sys.stderr)
                    return False
                won[allowed.index(outcome)] += 1
            took = time.monotonic() - began
            print(
                f"C6 {database}: {first:8} and {second:8} {times} races, "
                f"{won[0]} as the first before the second, {took:.0f} s",
                flush=True,
            )
    return True


if __name__ == "__main__":
    sys.exit(main())
