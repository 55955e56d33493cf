"""Running the server or the worker until told to stop."""

import asyncio
import os
import signal
import subprocess
import sys
from contextlib import suppress

import click
import uvicorn
from sqlalchemy.exc import DBAPIError
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from actions.config_files import ConfigurationFileError
from actions.store.store import InUseError
from bot.app import build_app, build_site, running
from bot.logs import configure_logs
from bot.site import Site
from config.settings import Settings, SettingsError
from dialogs.problems import DefinitionErrors


def build_or_exit(settings: Settings) -> Site:
    """The site; a file that cannot be used ends the program with its mistakes."""
    try:
        return build_site(settings)
    except (DefinitionErrors, ConfigurationFileError) as error:
        click.echo(str(error), err=True)
        sys.exit(1)
    except SettingsError as error:
        click.echo(str(error), err=True)
        sys.exit(2)
    except OSError as error:
        told = f"VAR_DIR: {settings.var} cannot be used: {error.strerror}."
        click.echo(f"{told} Expected a folder to write in.", err=True)
        sys.exit(1)


class _Started:
    """The application, which says in one line why it could not start (contract, section 2).

    Only for what an operator can mend; a mistake of ours keeps its traceback.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def say(message: Message) -> None:
            if message["type"] == "lifespan.startup.failed":
                message = {**message, "message": why_not(sys.exception()) or message["message"]}
            await send(message)

        await self._app(scope, receive, say if scope["type"] == "lifespan" else send)


def why_not(error: BaseException | None) -> str | None:
    """What an operator must mend before the start, in one line; None when it is our mistake."""
    if isinstance(error, DBAPIError):
        told = str(error.orig).strip().partition("\n")[0]
        return f"ARENDEBOT_DATABASE_URL: the database does not answer as it should: {told}"
    return str(error) if isinstance(error, (InUseError, SettingsError)) else None


def serve(settings: Settings, *, workers: int, with_worker: bool) -> None:
    """Serves until interrupted."""
    configure_logs()
    if workers > 1:
        _serve_many(settings, workers=workers, with_worker=with_worker)
        return
    site = build_or_exit(settings)
    app = _Started(build_app(site, with_worker=with_worker))
    server = uvicorn.Server(
        uvicorn.Config(
            app,
            host=settings.host,
            port=settings.port,
            log_config=None,
            access_log=False,
            proxy_headers=False,
            server_header=False,
            fd=_inherited_socket(),
            timeout_graceful_shutdown=5,
        )
    )
    _say_where(settings)
    server.run()
    if not server.started:
        sys.exit(1)


def _serve_many(settings: Settings, *, workers: int, with_worker: bool) -> None:
    """One process for each worker, sharing the listening socket."""
    if settings.database_url.startswith("sqlite"):
        click.echo(
            "--workers: SQLite serves one process. Set ARENDEBOT_DATABASE_URL to PostgreSQL.",
            err=True,
        )
        sys.exit(2)
    build_or_exit(settings)
    config = uvicorn.Config("", host=settings.host, port=settings.port, log_config=None)
    listening = config.bind_socket()
    listening.set_inheritable(True)
    environment = {**os.environ, _SOCKET: str(listening.fileno())}
    command = [sys.executable, "-m", "bot.cli", "run"]
    # One process does the background work, which must not be done twice (Telegram's polling).
    background = [[] if with_worker else ["--no-worker"], *[["--no-worker"]] * (workers - 1)]
    processes = [
        subprocess.Popen([*command, *options], env=environment, pass_fds=[listening.fileno()])  # noqa: S603 own program
        for options in background
    ]

    def stop(_signal: int, _frame: object) -> None:
        for process in processes:
            process.terminate()

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    # When one ends all end: whoever supervises starts the whole again, worker included.
    os.wait()
    stop(signal.SIGTERM, None)
    for process in processes:
        process.wait()


_SOCKET = "LISTEN_SOCKET_FD"


def _inherited_socket() -> int | None:
    number = os.environ.get(_SOCKET)
    return int(number) if number else None


def _say_where(settings: Settings) -> None:
    if _SOCKET in os.environ:
        return
    url = settings.public_url
    lines = [f"Ärendebot ({settings.mode})", f"  {url}/            sidan med assistenten"]
    lines.append(f"  {url}/chat        utan JavaScript")
    lines.append(f"  {url}/mina-sidor  egna utkast och ärenden")
    lines.append(f"  {url}/desk        handläggare")
    if settings.mode == "demo":
        lines.append(f"  {url}/demo/outbox sms och e-post som skulle ha skickats")
    if not settings.eid.can_sign:
        lines.append(
            "OBS: med ARENDEBOT_EID går det bara att logga in. Ärenden som ska skrivas under"
        )
        lines.append(
            "kommer inte in. Lägg till en e-legitimation att skriva under med (docs/eid.md)."
        )
    click.echo("\n".join(lines))


def work(settings: Settings) -> None:
    """The background work alone, until interrupted."""
    configure_logs()
    site = build_or_exit(settings)

    async def until_stopped() -> None:
        async with running(site, with_worker=True):
            await asyncio.Event().wait()

    try:
        with suppress(KeyboardInterrupt):
            asyncio.run(until_stopped())
    except Exception as error:
        told = why_not(error)
        if told is None:
            raise
        click.echo(told, err=True)
        sys.exit(1)
