"""Starts a PostgreSQL server of our own for tests and benchmarks: temporary, on a free port.

The server refuses to run as root, so its programs are run as the system user `postgres` then.
"""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
from psycopg import sql

_INSTALLED = Path("/usr/lib/postgresql")
_USER = "postgres"


def programs() -> Path | None:
    """The folder of the newest installed server's programs; None when there is none."""
    found = [path.parent for path in _INSTALLED.glob("*/bin/initdb")]
    if found:
        return max(found, key=lambda folder: int(folder.parent.name.partition(".")[0]))
    on_path = shutil.which("initdb")
    return Path(on_path).resolve().parent if on_path else None


def can_run() -> bool:
    """Whether `running_postgres` can work on this machine."""
    if programs() is None:
        return False
    return os.geteuid() != 0 or _account() is not None


@contextmanager
def running_postgres(*, fsync: bool = True) -> Iterator[str]:
    """A SQLAlchemy URL of a fresh, empty database; server and data are gone afterwards.

    `fsync` is on as in production. Raises RuntimeError when no server is installed.
    """
    folder = programs()
    if folder is None:
        raise RuntimeError("PostgreSQL is not installed: apt-get install postgresql")
    # Not below pytest's own folder: the server's user must be able to walk there.
    home = Path(tempfile.mkdtemp(prefix="arendebot-postgres-"))
    try:
        account = _account() if os.geteuid() == 0 else None
        if account is not None:
            os.chown(home, account.pw_uid, account.pw_gid)
        data = home / "data"
        shape = ["-U", _USER, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"]
        _run([str(folder / "initdb"), "-D", str(data), *shape], home=home)
        port = _free_port()
        options = {
            "port": str(port),
            "listen_addresses": "127.0.0.1",
            "unix_socket_directories": str(home),
            "fsync": "on" if fsync else "off",
            "max_connections": "60",
            "deadlock_timeout": "200ms",
        }
        flags = " ".join(f"-c {name}={value}" for name, value in options.items())
        control = [str(folder / "pg_ctl"), "-D", str(data), "-w", "-t", "60"]
        log = ["-l", str(home / "log")]
        _run([*control, *log, "-o", flags, "start"], home=home)
        try:
            yield new_database(port)
        finally:
            _run([*control, "-m", "immediate", "stop"], home=home)
    finally:
        shutil.rmtree(home, ignore_errors=True)


def new_database(port: int, name: str = "arendebot") -> str:
    """Creates a database on the running server and returns its URL."""
    server = f"postgresql://{_USER}@127.0.0.1:{port}/postgres"
    with psycopg.connect(server, autocommit=True) as connection:
        identifier = sql.Identifier(name)
        connection.execute(sql.SQL("CREATE DATABASE {}").format(identifier))
    return f"postgresql+psycopg://{_USER}@127.0.0.1:{port}/{name}"


def _account() -> pwd.struct_passwd | None:
    try:
        return pwd.getpwnam(_USER)
    except KeyError:
        return None


def _run(command: list[str], *, home: Path) -> None:
    account = _account() if os.geteuid() == 0 else None
    finished = subprocess.run(
        command,
        cwd=home,
        stdin=subprocess.DEVNULL,
        # pg_ctl's server would hold a pipe open for ever: a file does not wait for it.
        stdout=(home / "out").open("ab"),
        stderr=subprocess.STDOUT,
        user=account.pw_uid if account else None,
        group=account.pw_gid if account else None,
        extra_groups=[] if account else None,
        check=False,
    )
    if finished.returncode != 0:
        said = (home / "out").read_text(errors="replace")
        raise RuntimeError(f"{command[0]} failed:\n{said}")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
