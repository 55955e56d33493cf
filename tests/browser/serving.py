"""The real server as a process of its own, as `make run` starts it, for tests with a browser."""

import os
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import yaml

ROOT = Path(__file__).parents[2]
START_SECONDS = 30.0
STOP_SECONDS = 15.0


@dataclass
class Server:
    """`arendebot run` on one port with one folder; it can be stopped and started again."""

    port: int
    var: Path
    #: Settings besides the port and the folder.
    environment: dict[str, str] = field(default_factory=dict)
    _process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        environment = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("ARENDEBOT_", "TELEGRAM_", "ELKS_", "SMTP_", "MAIL_", "SEAL_"))
        }
        environment |= {"PORT": str(self.port), "VAR_DIR": str(self.var), **self.environment}
        log = (self.var / "server.log").open("ab")
        self._process = subprocess.Popen(
            [sys.executable, "-m", "bot.cli", "run"],
            cwd=ROOT,
            env=environment,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        self._wait_until_it_answers()

    def stop(self) -> None:
        """Like an operator: asks it to end, and ends it when it does not."""
        if self._process is None:
            return
        self._process.terminate()
        try:
            self._process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._process = None

    def outbox(self) -> list[dict[str, Any]]:
        """What would have been sent, newest first."""
        found: list[dict[str, Any]] = httpx.get(f"{self.url}/demo/outbox.json").json()
        return found

    def invitation(self, to: str) -> str:
        """The newest link to sign that was sent to a phone number or an e-mail address."""
        for item in self.outbox():
            if item["to"] == to:
                for link in item["links"]:
                    if "/s/" in link:
                        return str(link)
        raise AssertionError(f"nothing to sign for {to} in {self.outbox()}")

    def age_login_links(self) -> None:
        """As if a day had passed for every login link that has not been used."""
        with closing(sqlite3.connect(self.var / "arendebot.db", timeout=10)) as database, database:
            database.execute(
                "UPDATE tickets SET expires_at = created_at"
                " WHERE purpose = 'login' AND used_at IS NULL"
            )

    def _wait_until_it_answers(self) -> None:
        assert self._process is not None
        until = time.monotonic() + START_SECONDS
        with httpx.Client(transport=httpx.HTTPTransport(retries=5), timeout=5) as client:
            while time.monotonic() < until:
                if self._process.poll() is not None:
                    break
                try:
                    client.get(self.url + "/chat")
                except httpx.TransportError:
                    continue
                return
        raise AssertionError((self.var / "server.log").read_text(encoding="utf-8"))


_WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def always_open(folder: Path) -> dict[str, str]:
    """The setting of a municipality whose customer service never closes: a test runs at any hour."""
    facts = yaml.safe_load((ROOT / "config" / "municipality.yaml").read_text("utf-8"))
    hours = {**dict.fromkeys(_WEEK, "00:00-24:00"), "holidays": "open"}
    facts["customer_service"]["opening_hours"] = hours
    file = folder / "municipality.yaml"
    file.write_text(yaml.safe_dump(facts, allow_unicode=True), "utf-8")
    return {"ARENDEBOT_MUNICIPALITY": str(file)}


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def running_server(var: Path, **environment: str) -> Iterator[Server]:
    server = Server(port=free_port(), var=var, environment=environment)
    server.start()
    try:
        yield server
    finally:
        server.stop()
