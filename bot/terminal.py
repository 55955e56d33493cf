"""`arendebot chat`: the whole assistant in a terminal, over the same API as the widget.

If a server answers at the public address it is used, so that links work and drafts are shared.
Otherwise one is started inside this process.
"""

import threading
import time
import uuid
from pathlib import Path
from typing import Any

import click
import httpx
import msgspec
import uvicorn

from actions.store.store import InUseError
from bot.app import build_app
from bot.logs import configure_logs
from bot.serving import build_or_exit
from config.settings import Settings

_START_WITHIN = 15.0


def talk(settings: Settings, *, service: str | None, language: str) -> None:
    """Talks until end of input or "/slut"."""
    server = None
    if not _answers(settings.public_url):
        server = _start_server(settings)
    try:
        _Conversation(settings.public_url, service=service, language=language).run()
    except httpx.HTTPError as error:
        raise click.ClickException(
            f"Servern svarar inte: {error}. Inget har gått förlorat."
        ) from None
    finally:
        if server is not None:
            server.should_exit = True


def _answers(url: str) -> bool:
    try:
        return httpx.get(f"{url}/healthz", timeout=2).status_code == 200
    except httpx.HTTPError:
        return False


def _start_server(settings: Settings) -> uvicorn.Server:
    configure_logs(level=40)
    app = build_app(build_or_exit(settings))
    config = uvicorn.Config(
        app, host=settings.host, port=settings.port, log_config=None, access_log=False
    )
    server = uvicorn.Server(config)

    def serve() -> None:
        try:
            server.run()
        except InUseError as error:
            click.echo(str(error), err=True)

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    deadline = time.monotonic() + _START_WITHIN
    while not server.started:
        if not thread.is_alive() or time.monotonic() > deadline:
            raise click.ClickException("Servern kunde inte startas.")
        thread.join(0.05)
    return server


class _Conversation:
    """One conversation on the screen."""

    def __init__(self, url: str, *, service: str | None, language: str) -> None:
        self._http = httpx.Client(base_url=f"{url}/api/v1", timeout=30)
        opening = {"language": language, **({"service": service} if service else {})}
        opened = self._http.post("/conversations", json=opening).raise_for_status().json()
        self._path = f"/conversations/{opened['id']}"
        self._http.headers["authorization"] = f"Bearer {opened['token']}"
        self._shown = 0
        self._lock = threading.Lock()
        #: The numbered alternatives on the screen, where a number means one of them.
        self._choices: list[dict[str, str]] = []
        self._show(opened["messages"])

    def run(self) -> None:
        threading.Thread(target=self._listen, daemon=True).start()
        while True:
            try:
                line = input("> ")
            except (EOFError, KeyboardInterrupt):
                click.echo()
                return
            if line.strip() in ("/slut", "/quit", "/exit"):
                return
            self._say(line)

    def _say(self, line: str) -> None:
        body = self._body(line)
        if body is None:
            return
        body["id"] = str(uuid.uuid4())
        for attempt in range(4):
            try:
                answer = self._http.post(f"{self._path}/messages", json=body)
            except httpx.TransportError:
                click.echo("(Ingen kontakt med servern. Försöker igen …)")
                threading.Event().wait(2**attempt)
                continue
            if answer.is_success:
                self._show(answer.json()["messages"])
            else:
                click.secho(answer.json().get("detail", "Något gick fel."), fg="red")
            return
        click.secho("Svaret är inte sparat. Försök igen om en stund.", fg="red")

    def _body(self, line: str) -> dict[str, Any] | None:
        """What a line means: a file to send, one of the numbered alternatives, or text."""
        word, _, rest = line.strip().partition(" ")
        if word in ("/fil", "/file"):
            return self._upload(Path(rest.strip()).expanduser())
        number = line.strip()
        if self._choices and number.isdigit() and 1 <= int(number) <= len(self._choices):
            return {"choice": self._choices[int(number) - 1]["value"]}
        return {"text": line}

    def _upload(self, path: Path) -> dict[str, Any] | None:
        try:
            content = path.read_bytes()
        except OSError as error:
            click.secho(f"Filen kan inte läsas: {error.strerror}: {path}", fg="red")
            return None
        answer = self._http.post(f"{self._path}/files", files={"file": (path.name, content)})
        if not answer.is_success:
            click.secho(answer.json().get("detail", "Filen togs inte emot."), fg="red")
            return None
        return {"file_ids": [answer.json()["file_id"]]}

    def _show(self, messages: list[dict[str, Any]]) -> None:
        with self._lock:
            for message in messages:
                if message["number"] <= self._shown:
                    continue
                self._shown = message["number"]
                if message["from"] == "person":
                    continue
                self._choices = _numbered(message)
                _print(message)

    def _listen(self) -> None:
        """Shows what arrives by itself: a login, a signature, a new status."""
        while True:
            headers = {"last-event-id": str(self._shown)}
            try:
                with self._http.stream(
                    "GET", f"{self._path}/events", headers=headers, timeout=None
                ) as stream:
                    for line in stream.iter_lines():
                        if line.startswith("data: "):
                            self._show([msgspec.json.decode(line[6:])])
            except httpx.HTTPError:
                threading.Event().wait(2)


def _numbered(message: dict[str, Any]) -> list[dict[str, str]]:
    """The alternatives that a number means; elsewhere a number is an answer, and they are written."""
    control = message.get("input") or {}
    is_choice = control.get("kind") == "choice" or control.get("field") is None
    return message.get("choices") or [] if is_choice else []


def _print(message: dict[str, Any]) -> None:
    click.echo()
    progress = message.get("progress")
    if progress:
        click.secho(f"[{progress['at']} av {progress['of']}]", dim=True)
    click.secho(message["text"], fg="red" if message.get("problem") else None)
    numbered = _numbered(message)
    for number, choice in enumerate(message.get("choices") or (), 1):
        click.echo(f"  {f'{number}.' if numbered else '•'} {choice['label']}")
    for link in message.get("links") or ():
        click.secho(f"  {link['label']}: {link['url']}", fg="blue")
    control = message.get("input") or {}
    if control.get("kind") == "file":
        click.secho("  Skriv /fil och sökvägen till filen.", dim=True)
    elif control.get("kind") == "location":
        click.secho(
            "  Skriv platsen, koordinater (62,93, 17,78) eller en länk till en karta.", dim=True
        )
