"""Trains the exported assistant with Rasa 3.6.21 and files a case through it, for real.

Run by `make test-rasa` and not collected by pytest: it installs 2.7 GB. It needs Python 3.10: RASA_PYTHON,
else python3.10 of pyenv or on the path. The environment is kept in RASA_VENV (default var/rasa-venv), and
may be removed.
"""

import os
import re
import secrets
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import yaml

from tests.rasa.action_server import (
    command,
    environment,
    free_port,
    running_actions,
    start,
    stop,
    wait_until_answering,
)

_ROOT = Path(__file__).resolve().parents[2]
_VENV = Path(os.environ.get("RASA_VENV", _ROOT / "var" / "rasa-venv"))
#: Rasa 3.6 imports pkg_resources, which later setuptools lack.
_INSTALLED = ("rasa==3.6.21", "setuptools<81")
_QUIET = {
    "RASA_TELEMETRY_ENABLED": "false",
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
    "PYTHONWARNINGS": "ignore",
    "LOG_LEVEL": "ERROR",
}
_REFERENCE = re.compile(r"K-\w{4}-\w{4}")

#: What is said, and what the answer must hold. `>` presses the button with that title.
_STORY = (
    ("hej", "digitala assistent"),
    # An intent that no rule knows: the policy's own fallback.
    ("/out_of_scope", "Menar du"),
    ("Jag vill lämna en synpunkt", "Vad vill du lämna?"),
    (">Klagomål", "Vad handlar det om?"),
    ("Förskola och skola", "Skriv din synpunkt"),
    ("Jag vill byta skola för att ingen lyssnar på oss.", "Vilken dag hände det?"),
    ("/hoppa över", "Vad vill du att vi gör?"),
    ("Ring upp dem som klagar.", "Vill du ha svar?"),
    ("nej", "personuppgifter"),
    ("ja", "skicka"),
    ("skicka", "K-"),
)


def main() -> None:
    """Runs all steps and prints how long each took. Exit status 1 when one fails."""
    install()
    with tempfile.TemporaryDirectory(prefix="rasa-") as folder:
        assistant, var = Path(folder) / "assistant", Path(folder) / "var"
        actions, rasa = free_port(), free_port()
        with timed("export"):
            subprocess.run(
                command("export", str(assistant)), env=environment(var), cwd=_ROOT, check=True
            )
        point_to(assistant, actions)
        with timed("validate (no warnings)"):
            run_rasa(assistant, "data", "validate", "--fail-on-warnings")
        with timed("train"):
            run_rasa(assistant, "train", "--quiet")
        begun = time.monotonic()
        with running_actions(var, port=actions):
            print(f"{'start of the action server':28} {time.monotonic() - begun:6.1f} s")
            with running_rasa(assistant, rasa) as process:
                file_case(rasa)
                print(f"{'memory of Rasa':28} {memory_of(process.pid)} MB")
        received = cases(var)
        print(f"{'cases received':28} {received}")
        if received != 1:
            sys.exit("exactly one case should have been received")


def install() -> None:
    """The environment with Rasa, unless it is there."""
    if (_VENV / "rasa.done").exists():
        return
    python = find_python()
    shutil.rmtree(_VENV, ignore_errors=True)
    with timed("install"):
        subprocess.run([python, "-m", "venv", _VENV], check=True)
        subprocess.run([_VENV / "bin" / "pip", "install", "--quiet", *_INSTALLED], check=True)
    (_VENV / "rasa.done").touch()


def find_python() -> str:
    """A Python 3.10, which Rasa 3.6 needs at most."""
    pyenv = sorted(Path.home().glob(".pyenv/versions/3.10*/bin/python3.10"))
    candidates = [os.environ.get("RASA_PYTHON"), *map(str, pyenv), shutil.which("python3.10")]
    for candidate in candidates:
        if candidate and subprocess.run([candidate, "-c", ""], check=False).returncode == 0:
            return candidate
    sys.exit("Rasa 3.6 needs Python 3.10. Install it, or say where it is in RASA_PYTHON.")


def point_to(assistant: Path, actions: int) -> None:
    """Makes the exported assistant call the action server on this port."""
    path = assistant / "endpoints.yml"
    endpoints = yaml.safe_load(path.read_text("utf-8"))
    endpoints["action_endpoint"]["url"] = f"http://127.0.0.1:{actions}/webhook"
    path.write_text(yaml.safe_dump(endpoints), "utf-8")


def run_rasa(assistant: Path, *arguments: str) -> None:
    done = subprocess.run(
        [_VENV / "bin" / "rasa", *arguments],
        cwd=assistant,
        env={**os.environ, **_QUIET},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    if done.returncode:
        sys.exit(f"rasa {' '.join(arguments)} failed:\n{done.stdout}")


@contextmanager
def running_rasa(assistant: Path, port: int) -> Iterator[subprocess.Popen[bytes]]:
    address = ["--interface", "127.0.0.1", "--port", str(port)]
    with (assistant / "rasa.log").open("wb") as log:
        process = start(
            [str(_VENV / "bin" / "rasa"), "run", *address],
            cwd=assistant,
            env={**os.environ, **_QUIET},
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        try:
            took = wait_until_answering(f"http://127.0.0.1:{port}/", process, within=120)
        except AssertionError:
            took = None
        try:
            if took is None:
                sys.exit((assistant / "rasa.log").read_text("utf-8", "replace"))
            print(f"{'start of Rasa':28} {took:6.1f} s")
            yield process
        finally:
            stop(process)


def file_case(port: int) -> None:
    """Tells the story over Rasa's REST channel."""
    sender = secrets.token_urlsafe(16)
    took: list[float] = []
    answers: list[dict[str, Any]] = []
    for said, expected in _STORY:
        message = payload_of(said[1:], answers) if said.startswith(">") else said
        begun = time.monotonic()
        answer = httpx.post(
            f"http://127.0.0.1:{port}/webhooks/rest/webhook",
            json={"sender": sender, "message": message},
            timeout=60,
        )
        took.append(time.monotonic() - begun)
        answers = answer.raise_for_status().json()
        texts = [each["text"] for each in answers if "text" in each]
        if len(texts) != len(set(texts)):
            sys.exit(f"{said!r} was answered more than once:\n{texts}")
        told = "\n".join(texts)
        if expected.casefold() not in told.casefold():
            sys.exit(f"{said!r} was answered with\n{told}\nand not with {expected!r}")
    reference = _REFERENCE.search(told)
    if reference is None:
        sys.exit(f"there is no reference in\n{told}")
    ordered = sorted(took[1:])
    print(f"{'first turn':28} {took[0] * 1000:6.0f} ms")
    print(f"{'turn, median of the others':28} {ordered[len(ordered) // 2] * 1000:6.0f} ms")
    print(f"{'turn, slowest of the others':28} {ordered[-1] * 1000:6.0f} ms")
    print(f"{'filed':28} {reference.group()}")


def payload_of(title: str, answers: list[dict[str, Any]]) -> str:
    buttons = [button for each in answers for button in each.get("buttons", ())]
    payload: str = next(button["payload"] for button in buttons if button["title"] == title)
    return payload


def memory_of(pid: int) -> int:
    """Megabytes in memory; 0 where the system does not tell."""
    status = Path(f"/proc/{pid}/status")
    if not status.exists():
        return 0
    found = re.search(r"VmRSS:\s+(\d+)", status.read_text())
    return int(found.group(1)) // 1024 if found else 0


def cases(var: Path) -> int:
    with sqlite3.connect(var / "arendebot.db") as database:
        number: int = database.execute("SELECT count(*) FROM cases").fetchone()[0]
    return number


@contextmanager
def timed(what: str) -> Iterator[None]:
    begun = time.monotonic()
    yield
    print(f"{what:28} {time.monotonic() - begun:6.1f} s", flush=True)


if __name__ == "__main__":
    main()
