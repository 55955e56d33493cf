"""Servers as processes of their own: how fast they start, and how much memory they hold."""

import hashlib
import http.client
import os
import platform
import shutil
import socket
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import msgspec

from actions.receipt import ReceiptContent, ReceiptRow, ReceiptSection
from actions.receipts import sealed_receipt
from actions.seal.sealer import Sealer
from config.seal_settings import SealSettings
from dialogs.texts import Texts

ROOT: Final = Path(__file__).parents[1]
START_WITHIN: Final = 30.0
_LOOK_EVERY: Final = 0.005
_REVISION: Final = b'{"answers":{}}'


class Machine(msgspec.Struct, frozen=True):
    cores: int
    processor: str
    python: str
    sqlite: str
    #: Median of writing 4 kB and fsync, on the disk of the SQLite database.
    flush_ms: float
    #: Runnable processes on average over the last minute, before anything was measured.
    load_before: float
    #: Whether server and load each had a core of their own.
    pinned: bool


class Running(msgspec.Struct, frozen=True):
    """A server that has said that it is ready."""

    port: int
    pid: int
    #: Seconds from the start of the process to the first "ready".
    started_in: float


class Start(msgspec.Struct, frozen=True):
    """Medians, in seconds. `first`: with an empty folder, where the tables must be made."""

    first: float
    again: float
    times: int


class DidNotStartError(Exception):
    """The server ended or said nothing in time; its last lines of output are in the message."""


def assistant() -> list[str]:
    """The command of the assistant itself."""
    installed = Path(sys.executable).with_name("arendebot")
    if installed.exists():
        return [str(installed), "run"]
    return [sys.executable, "-c", "from bot.cli import main; main()", "run"]


def pinned(command: Sequence[str], core: int | None) -> list[str]:
    """The command, kept to one core of the machine."""
    taskset = shutil.which("taskset")
    if core is None or taskset is None:
        return list(command)
    return [taskset, "-c", str(core), *command]


@contextmanager
def scratch() -> Iterator[Path]:
    """A folder on the project's own disk (a temporary folder may be memory), gone afterwards."""
    parent = ROOT / "var"
    parent.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="bench-", dir=parent) as folder:
        yield Path(folder)


@contextmanager
def running(
    command: Sequence[str], *, folder: Path, environment: Mapping[str, str], port: int
) -> Iterator[Running]:
    """The server while inside; it is told to stop afterwards. Raises DidNotStartError."""
    # Nothing of the caller's settings: a Telegram token or a mail server would change the numbers.
    bare = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    log = folder / "server.log"
    before = time.perf_counter()
    with log.open("wb") as output:
        process = subprocess.Popen(
            command,
            # Not in the project, where a .env would be read.
            cwd=folder,
            env={**bare, "PYTHONPATH": str(ROOT), **environment},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    try:
        _wait(process, port, log)
        yield Running(port=port, pid=process.pid, started_in=time.perf_counter() - before)
    finally:
        process.terminate()
        try:
            process.wait(timeout=15)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


@contextmanager
def running_assistant(
    folder: Path, *, database_url: str | None = None, core: int | None = None
) -> Iterator[Running]:
    """`arendebot run` with everything in `folder` and no messenger configured."""
    port = free_port()
    environment = {"VAR_DIR": str(folder / "var"), "PORT": str(port)}
    if database_url is not None:
        environment["ARENDEBOT_DATABASE_URL"] = database_url
    command = pinned(assistant(), core)
    with running(command, folder=folder, environment=environment, port=port) as server:
        yield server


def measure_start(*, times: int = 5) -> Start:
    """Starts and stops the assistant, on whatever core is free. Raises DidNotStartError."""
    first: list[float] = []
    again: list[float] = []
    for _ in range(times):
        with scratch() as folder:
            for found in (first, again):
                with running_assistant(folder) as server:
                    found.append(server.started_in)
    return Start(
        first=round(statistics.median(first), 2),
        again=round(statistics.median(again), 2),
        times=times,
    )


def measure_receipt(texts: Texts, *, times: int = 20) -> tuple[float, float]:
    """Milliseconds for a sealed receipt of a page: the first in the process, then the median."""
    took = []
    with tempfile.TemporaryDirectory() as folder:
        sealer = Sealer(SealSettings(), folder=Path(folder), now=lambda: datetime.now(UTC))
        sealer.check_key()  # a demo makes its key once and for all
        for number in range(times + 1):
            content = _receipt(f"K-0000-{number:04}")
            start = time.perf_counter()
            sealed_receipt(sealer, content, texts=texts, revision=_REVISION)
            took.append((time.perf_counter() - start) * 1000)
    return round(took[0], 1), round(statistics.median(took[1:]), 1)


def _receipt(reference: str) -> ReceiptContent:
    question = "Varför vill ni byta skola?"
    answer = "Vi flyttar till Nyland i augusti, och där har han sina kamrater."
    section = ReceiptSection(heading="Barnet", rows=(ReceiptRow(question, answer),) * 10)
    return ReceiptContent(
        language="sv",
        municipality="Kramfors kommun",
        contact=("Torggatan 2, 872 80 Kramfors", "0612-800 00"),
        service="Ansökan om byte av skola",
        reference=reference,
        status="Inkommet",
        received_at=datetime(2026, 11, 23, 9, 0, tzinfo=UTC),
        sections=(section,),
        revision_sha256=hashlib.sha256(_REVISION).hexdigest(),
        next_steps="Rektorn läser ansökan och hör av sig.",
        retention="Ansökan sparas i två år.",
        url="https://example.se/mina-sidor",
        check_url="https://example.se/kvittens",
        demo=True,
    )


def resident_mb(pid: int) -> float:
    """Resident memory of one process, in MB of 10⁶ bytes."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return round(int(line.split()[1]) * 1024 / 1e6, 1)
    raise ProcessLookupError(pid)


def cpu_seconds(pid: int) -> float:
    """What a process has used of the processor so far, all threads together."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def flush_ms(folder: Path, *, times: int = 100) -> float:
    """What it costs at least that a commit survives a power cut: the median of 4 kB and fsync."""
    took = []
    with (folder / "flush").open("wb", buffering=0) as file:
        for _ in range(times):
            start = time.perf_counter()
            file.write(b"x" * 4096)
            os.fsync(file.fileno())
            took.append((time.perf_counter() - start) * 1000)
    return round(statistics.median(took), 2)


def machine(*, cores: int, flush_ms: float, load_before: float, pinned: bool) -> Machine:
    """What the numbers were measured on."""
    return Machine(
        cores=cores,
        processor=_processor(),
        python=platform.python_version(),
        sqlite=sqlite3.sqlite_version,
        flush_ms=flush_ms,
        load_before=load_before,
        pinned=pinned,
    )


def _processor() -> str:
    """The processor's name where the system tells it."""
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        lines = []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.machine()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait(process: "subprocess.Popen[bytes]", port: int, log: Path) -> None:
    deadline = time.perf_counter() + START_WITHIN
    while not _is_ready(port):
        if process.poll() is not None or time.perf_counter() > deadline:
            said = log.read_text(errors="replace")[-3000:]
            raise DidNotStartError(f"the server did not start; it said:\n{said}")
        time.sleep(_LOOK_EVERY)


def _is_ready(port: int) -> bool:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", "/readyz")
        return connection.getresponse().status == 200
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
