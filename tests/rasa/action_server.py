"""Runs the action server as a process of its own and calls it as Rasa 3.6 does."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import httpx

_START_WITHIN = 60.0
#: What a server process is not to inherit from the one that runs the tests.
_OURS = ("ARENDEBOT_", "TELEGRAM_", "SMS_", "SMTP_", "HOST", "PORT", "VAR_DIR")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def environment(var: Path) -> dict[str, str]:
    """The environment of a demo that lives in `var`."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(_OURS)}
    return {**kept, "VAR_DIR": str(var), "PYTHONUNBUFFERED": "1"}


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "bot.cli", "rasa", *arguments]


def start(arguments: list[str], **options: Any) -> subprocess.Popen[bytes]:
    return subprocess.Popen(arguments, **options)


def wait_until_answering(url: str, process: subprocess.Popen[bytes], *, within: float) -> float:
    """Waits for a 2xx; the seconds that it took. Raises AssertionError when the process is gone."""
    begun = time.monotonic()
    while time.monotonic() - begun < within:
        assert process.poll() is None, f"the process for {url} ended with {process.returncode}"
        try:
            if httpx.get(url, timeout=2).is_success:
                return time.monotonic() - begun
        except httpx.HTTPError:
            pass
        with suppress(subprocess.TimeoutExpired):
            process.wait(0.1)
    raise AssertionError(f"{url} does not answer within {within} s")


def stop(process: subprocess.Popen[bytes]) -> int:
    """Ends it politely; its exit status."""
    if process.poll() is None:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
    return process.returncode


@contextmanager
def running_actions(var: Path, *, port: int) -> Iterator[subprocess.Popen[bytes]]:
    process = start(command("actions", "--port", str(port)), env=environment(var))
    try:
        wait_until_answering(f"http://127.0.0.1:{port}/health", process, within=_START_WITHIN)
        yield process
    finally:
        stop(process)


class Person:
    """Somebody who talks to a Rasa assistant: keeps the tracker that Rasa would keep."""

    def __init__(self, port: int, sender: str | None, *, channel: str = "rest") -> None:
        self._url = f"http://127.0.0.1:{port}/webhook"
        self._sender = sender
        self._channel = channel
        self._slots: dict[str, Any] = {}
        self._events: list[dict[str, Any]] = []
        self._count = 0
        self.last_call: dict[str, Any] = {}

    def says(
        self,
        text: str,
        *,
        action: str = "action_arendebot_turn",
        intent: str = "nlu_fallback",
        confidence: float = 0.3,
        entities: dict[str, str] | None = None,
        has_message_id: bool = True,
    ) -> list[dict[str, Any]]:
        """Sends one message; the responses."""
        self._count += 1
        latest = {
            "text": text,
            "intent": {"name": intent, "confidence": confidence},
            "entities": [
                {"entity": name, "value": value, "extractor": "RegexMessageHandler"}
                for name, value in (entities or {}).items()
            ],
            "message_id": f"{self._sender}-{self._count}" if has_message_id else None,
            "metadata": {},
            "intent_ranking": [],
        }
        self._events.append(
            {
                "event": "user",
                "timestamp": 1_790_000_000.25 + self._count,
                "text": text,
                "input_channel": self._channel,
                "parse_data": latest,
            }
        )
        return self._call(action, latest)

    def taps(self, title: str, responses: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """Presses the button with this title, as Rasa reads its payload."""
        buttons = [button for each in responses for button in each["buttons"]]
        payload = next(button["payload"] for button in buttons if button["title"] == title)
        return self.sends(payload)

    def sends(self, payload: str) -> list[dict[str, Any]]:
        """Sends a payload `/intent{…}`."""
        intent, brace, written = payload.removeprefix("/").partition("{")
        entities = json.loads(brace + written) if brace else {}
        return self.says(payload, intent=intent, confidence=1.0, entities=entities)

    def repeats(self) -> list[dict[str, Any]]:
        """The last call once more, exactly as it was."""
        responses: list[dict[str, Any]] = self._post(self.last_call)["responses"]
        return responses

    def _call(self, action: str, latest: dict[str, Any]) -> list[dict[str, Any]]:
        self.last_call = {
            "next_action": action,
            "sender_id": self._sender,
            "version": "3.6.21",
            "domain": {"version": "3.1", "intents": [], "actions": [action]},
            "tracker": {
                "sender_id": self._sender,
                "slots": dict(self._slots),
                "latest_message": latest,
                "latest_event_time": 1_790_000_000.25 + self._count,
                "followup_action": None,
                "paused": False,
                "events": list(self._events),
                "latest_input_channel": self._channel,
                "active_loop": {},
                "latest_action_name": "action_listen",
            },
        }
        answer = self._post(self.last_call)
        for event in answer["events"]:
            assert event["event"] == "slot"
            self._slots[event["name"]] = event["value"]
        responses: list[dict[str, Any]] = answer["responses"]
        return responses

    def _post(self, call: dict[str, Any]) -> dict[str, Any]:
        answer = httpx.post(self._url, json=call, timeout=20)
        answer.raise_for_status()
        body: dict[str, Any] = answer.json()
        return body
