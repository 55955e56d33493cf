"""The rasa-sdk action server (`arendebot rasa actions`): the assistant for those who run Rasa.

A process of its own; nothing else imports rasa-sdk. Whoever can reach it speaks for any sender, so it
listens on HOST, by default this machine only.
"""

import asyncio
import logging
import signal
import sys
import warnings
from collections.abc import Awaitable, Callable
from typing import Any

import click
import msgspec
from rasa_sdk import Tracker
from rasa_sdk.endpoint import create_app
from rasa_sdk.events import FollowupAction, SlotSet
from rasa_sdk.executor import ActionExecutor, CollectingDispatcher

from actions.store.store import InUseError
from bot.app import running
from bot.logs import configure_logs
from bot.rasa_actions import Actions
from bot.rasa_names import ACTIONS
from bot.serving import build_or_exit
from bot.site import Site
from config.settings import Settings

_Run = Callable[[CollectingDispatcher, Tracker, dict[str, Any]], Awaitable[list[Any]]]


def serve_actions(settings: Settings, *, port: int) -> None:
    """Answers Rasa on `port` until interrupted. Ends the program when the database is in use."""
    configure_logs()
    logging.getLogger("sanic").setLevel(logging.WARNING)
    logging.getLogger("rasa_sdk").setLevel(logging.WARNING)
    # It compares with Rasa's own number, which is 3.6 for ever; the protocol is the same.
    warnings.filterwarnings("ignore", message=".*not be compatible.*", module="rasa_sdk")
    # Telegram is the server's; two who poll would take each other's messages.
    site = build_or_exit(msgspec.structs.replace(settings, telegram_token=None))
    # SQLite has one process, so no other does the background work. A message for Telegram would be
    # given up here: then all waits for the server.
    alone = settings.database_url.startswith("sqlite") and settings.telegram_token is None
    try:
        asyncio.run(_serve(site, port=port, with_worker=alone))
    except InUseError:
        click.echo(
            "The SQLite database is in use by another process, e.g. `arendebot run`: stop that one, "
            "or set ARENDEBOT_DATABASE_URL to PostgreSQL for both.",
            err=True,
        )
        sys.exit(1)
    except OSError as error:
        click.echo(f"Port {port} on {settings.host} cannot be used: {error.strerror}.", err=True)
        sys.exit(1)


async def _serve(site: Site, *, port: int, with_worker: bool) -> None:
    """Serves in this event loop, which is also the store's."""
    stopped = asyncio.Event()
    loop = asyncio.get_running_loop()
    for stop in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(stop, stopped.set)
    async with running(site, with_worker=with_worker):
        app = create_app(_executor(site), cors_origins="")
        server = await app.create_server(
            host=site.settings.host, port=port, return_asyncio_server=True, access_log=False
        )
        await server.startup()
        await server.start_serving()
        click.echo(f"Ärendebot's actions for Rasa: http://{site.settings.host}:{port}/webhook")
        await stopped.wait()
        closing = server.close()
        if closing is not None:
            await closing


def _executor(site: Site) -> ActionExecutor:
    executor = ActionExecutor()
    actions = Actions(site)
    for name in ACTIONS:
        executor.register_function(name, _function(actions, name))
    return executor


def _function(actions: Actions, name: str) -> _Run:
    """One action in the form that rasa-sdk calls."""

    async def run(
        dispatcher: CollectingDispatcher, tracker: Tracker, _domain: dict[str, Any]
    ) -> list[Any]:
        reply = await actions.run(name, tracker.current_state())
        for utterance in reply.utterances:
            dispatcher.utter_message(
                text=utterance.text,
                buttons=[msgspec.to_builtins(button) for button in utterance.buttons],
                json_message=utterance.custom,
            )
        slots = [SlotSet(slot, value) for slot, value in reply.slots.items()]
        return [*slots, FollowupAction("action_listen")] if reply.then_listen else slots

    return run
