"""Runs every benchmark, prints a table and writes `results.json` beside this file.

    python -m benchmarks.run

BENCH_SECONDS (5) and BENCH_WARM_UP (2) set how long each load runs.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import msgspec

from actions.worlds import load_world
from benchmarks import engine, pages, process
from benchmarks.engine import Engine
from benchmarks.load import LAP, Measured
from benchmarks.pages import Opened
from benchmarks.process import Machine, Running, Start
from config.settings import ROOT as CONFIG
from dialogs.world import World
from tests.postgres import can_run, running_postgres

RESULTS: Final = Path(__file__).with_name("results.json")
CONNECTIONS: Final = (1, 16, 64)
OURS: Final = "arendebot"


class Load(msgspec.Struct, frozen=True):
    """One load on one handler."""

    database: str
    handler: str
    measured: Measured
    #: Processor time of the server process for each answer, microseconds.
    server_cpu_us: float


class Memory(msgspec.Struct, frozen=True):
    """Resident, MB of 10⁶ bytes: the assistant on SQLite with no messenger configured."""

    after_start: float
    after_load: float


class Aim(msgspec.Struct, frozen=True):
    what: str
    aim: str
    measured: str
    met: bool | None


class Results(msgspec.Struct, frozen=True):
    at: datetime
    machine: Machine
    turns: tuple[Load, ...]
    engine: Engine
    start: Start
    memory: Memory
    #: First in a process, then the median.
    receipt_ms: tuple[float, float]
    #: For an old phone on a bad connection.
    pages: tuple[Opened, ...]
    aims: tuple[Aim, ...]


def main() -> None:
    """Measures everything in one go; ends with the first server or answer that is not right."""
    load_before = round(os.getloadavg()[0], 2)
    say("Measuring the engine …")
    pure = engine.measure(world())
    say("Measuring the receipt …")
    receipt_ms = process.measure_receipt(world().texts)
    say("Measuring the start …")
    start = process.measure_start()
    say("Measuring the pages …")
    opened = pages.measure()
    cores = sorted(os.sched_getaffinity(0))
    is_pinned = len(cores) > 1 and shutil.which("taskset") is not None
    if is_pinned:
        # Inherited by the load and by PostgreSQL; the server under test gets the other core.
        os.sched_setaffinity(0, {cores[1]})
    bench = Bench(core=cores[0] if is_pinned else None)
    bench.on_sqlite()
    if can_run():
        bench.on_postgresql()
    else:
        say("PostgreSQL is not installed: not measured.")
    results = Results(
        at=datetime.now(UTC),
        machine=process.machine(
            cores=len(cores), flush_ms=bench.flush_ms, load_before=load_before, pinned=is_pinned
        ),
        turns=tuple(bench.loads),
        engine=pure,
        start=start,
        memory=bench.memory,
        receipt_ms=receipt_ms,
        pages=opened,
        aims=tuple(aims(bench.loads, pure, start, bench.memory)),
    )
    print_table(results)
    RESULTS.write_bytes(msgspec.json.format(msgspec.json.encode(results), indent=2) + b"\n")


class Bench:
    """The loads, one after another: never two servers at a time."""

    def __init__(self, *, core: int | None) -> None:
        self._core = core
        self._seconds = float(os.environ.get("BENCH_SECONDS", "5"))
        self._warm_up = float(os.environ.get("BENCH_WARM_UP", "2"))
        self.loads: list[Load] = []
        self.memory = Memory(after_start=0, after_load=0)
        self.flush_ms = 0.0

    def on_sqlite(self) -> None:
        with process.scratch() as folder:
            self.flush_ms = process.flush_ms(folder)
            with process.running_assistant(folder, core=self._core) as server:
                before = process.resident_mb(server.pid)
                self._load("sqlite", OURS, server, CONNECTIONS)
                self.memory = Memory(after_start=before, after_load=process.resident_mb(server.pid))
            url = f"sqlite:///{folder / 'bare.db'}"
            self._bare("orm", url, "sqlite", folder, CONNECTIONS)
            self._bare("core", url, "sqlite", folder, CONNECTIONS[-1:])

    def on_postgresql(self) -> None:
        with process.scratch() as folder, running_postgres() as url:
            with process.running_assistant(folder, database_url=url, core=self._core) as server:
                self._load("postgresql", OURS, server, CONNECTIONS)
            self._bare("raw", url, "postgresql", folder, CONNECTIONS)
            self._bare("orm", url, "postgresql", folder, CONNECTIONS[-1:])

    def _bare(
        self, kind: str, url: str, database: str, folder: Path, connections: Sequence[int]
    ) -> None:
        port = process.free_port()
        command = [sys.executable, "-m", "benchmarks.bare", kind, url, str(port)]
        with process.running(
            process.pinned(command, self._core), folder=folder, environment={}, port=port
        ) as server:
            self._load(database, f"bare {kind}", server, connections)

    def _load(
        self, database: str, handler: str, server: Running, connections: Sequence[int]
    ) -> None:
        for number in connections:
            say(f"{database}: {handler}, {number} connections …")
            used = process.cpu_seconds(server.pid)
            measured = self._measured(server.port, number, checked=handler == OURS)
            used = process.cpu_seconds(server.pid) - used
            self.loads.append(
                Load(
                    database=database,
                    handler=handler,
                    measured=measured,
                    server_cpu_us=round(used / measured.answered * 1e6, 1),
                )
            )

    def _measured(self, port: int, connections: int, *, checked: bool) -> Measured:
        command = [sys.executable, "-m", "benchmarks.load", str(port), str(connections)]
        command += [str(self._seconds), str(self._warm_up)]
        command += [] if checked else ["--unchecked"]
        finished = subprocess.run(command, stdout=subprocess.PIPE, check=False)
        if finished.returncode != 0:
            raise SystemExit("The load ended with an error: nothing was written.")
        return msgspec.json.decode(finished.stdout, type=Measured)


# ── What was aimed at ─────────────────────────────────────────────────────────────────────────


def aims(loads: Sequence[Load], pure: Engine, start: Start, memory: Memory) -> Iterator[Aim]:
    """Each aim beside what was measured."""
    most = CONNECTIONS[-1]

    def rate(database: str, handler: str) -> float:
        found = (
            load.measured.per_second
            for load in loads
            if (load.database, load.handler) == (database, handler)
            and load.measured.connections == most
        )
        return next(found, 0.0)

    ours = rate("sqlite", OURS)
    yield _at_least(f"SQLite, turns/s at {most}", 2000, ours)
    for kind in ("orm", "core"):
        times = ours / rate("sqlite", f"bare {kind}")
        yield _at_least(f"SQLite, times the bare SQLAlchemy handler ({kind})", 5, times)
    raw = rate("postgresql", "bare raw")
    if raw:
        times = rate("postgresql", OURS) / raw
        yield _at_least(f"PostgreSQL, times the bare raw handler at {most}", 1, times)
    yield _at_most("Engine, µs a turn (median)", 100, pure.turns.median)
    yield _at_most("Ready, seconds (first start)", 2, start.first)
    yield _at_most("Resident memory, MB (after load)", 150, memory.after_load)


def _at_least(what: str, aim: float, measured: float) -> Aim:
    return Aim(what=what, aim=f"≥ {aim:,}", measured=f"{measured:,.2f}", met=measured >= aim)


def _at_most(what: str, aim: float, measured: float) -> Aim:
    return Aim(what=what, aim=f"≤ {aim:,}", measured=f"{measured:,.2f}", met=measured <= aim)


# ── Printing ──────────────────────────────────────────────────────────────────────────────────


def print_table(results: Results) -> None:
    machine, pure = results.machine, results.engine
    print(f"\n{machine.processor}, {machine.cores} cores, Python {machine.python}, ", end="")
    print(f"SQLite {machine.sqlite}; write + fsync of 4 kB: {machine.flush_ms} ms")
    print(
        "The server on one core; the load, and PostgreSQL, on another."
        if machine.pinned
        else "Server and load share the cores: the rates are lower than with a core each."
    )
    print(f"Other programs before: {machine.load_before} runnable on average\n")
    head = ("database", "handler", "conns", "turns/s", "p50 ms", "p99 ms", "server µs/turn")
    rows = [
        (
            load.database,
            load.handler,
            f"{load.measured.connections}",
            f"{load.measured.per_second:,.0f}",
            f"{load.measured.p50_ms:.1f}",
            f"{load.measured.p99_ms:.1f}",
            f"{load.server_cpu_us:.0f}",
        )
        for load in results.turns
    ]
    _print_columns(head, rows)
    print(f"\n(one lap of the form is {len(LAP)} turns; bare: see bare.py)\n")
    timed = (
        ("engine, a turn", pure.turns),
        ("finder", pure.finder),
        ("one answer", pure.parsing),
        ("answers in a wish", pure.searching),
    )
    _print_columns(
        ("pure", "inputs", "median µs", "mean µs", "p99 µs"),
        [
            (name, f"{t.count}", f"{t.median:.0f}", f"{t.mean:.0f}", f"{t.p99:.0f}")
            for name, t in timed
        ],
    )
    start, memory = results.start, results.memory
    print(f"\nready after {start.first} s the first time, {start.again} s later; ", end="")
    print(f"resident {memory.after_start} MB, after the load {memory.after_load} MB; ", end="")
    print("a sealed receipt {} ms the first time, then {} ms\n".format(*results.receipt_ms))
    _print_columns(
        (
            "slow 3G, CPU ÷ 4",
            "requests",
            "kB",
            "paint ms",
            "largest ms",
            "ready ms",
            "blocked ms",
            "CLS",
        ),
        [
            (
                each.address,
                f"{each.requests}",
                f"{each.kilobytes:.1f}",
                f"{each.first_paint:.0f}",
                f"{each.largest_paint:.0f}",
                f"{each.ready:.0f}",
                f"{each.blocked:.0f}",
                f"{each.shifted:.3f}",
            )
            for each in results.pages
        ],
    )
    print()
    met = {True: "yes", False: "NO", None: "-"}
    _print_columns(
        ("aim", "", "measured", "met"),
        [(aim.what, aim.aim, aim.measured, met[aim.met]) for aim in results.aims],
    )


def _print_columns(head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    widths = [max(len(row[place]) for row in (head, *rows)) for place in range(len(head))]
    for row in (head, *rows):
        cells = (
            text.ljust(width) if place == 0 or not _is_number(rows, place) else text.rjust(width)
            for place, (text, width) in enumerate(zip(row, widths, strict=True))
        )
        print("  ".join(cells).rstrip())


def _is_number(rows: Sequence[Sequence[str]], place: int) -> bool:
    return all(row[place][:1].isdigit() for row in rows)


def world() -> World:
    """The services and texts that come with the project."""
    return load_world(
        services=CONFIG / "services",
        municipality=CONFIG / "municipality.yaml",
        texts=CONFIG / "texts",
        guidance=CONFIG / "guidance.yaml",
    )


def say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
