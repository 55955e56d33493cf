"""One running process: what the channels and pages share."""

import asyncio
from collections.abc import Callable, Mapping
from typing import TypeVar

from sqlalchemy import Connection

from actions import conversations
from actions.assembly import Assembly
from actions.eid.port import EidProvider
from actions.files import FileStore
from actions.seal.sealer import Sealer
from actions.store.store import Store
from actions.transcribing import Transcriber
from actions.turn import TurnRequest, TurnResult
from bot.hub import Hub
from config.settings import Settings

T = TypeVar("T")


class Site:
    """Passed to every channel and page; holds no state of any conversation."""

    def __init__(
        self,
        *,
        assembly: Assembly,
        settings: Settings,
        store: Store[TurnRequest],
        files: FileStore,
        providers: Mapping[str, EidProvider],
        hub: Hub,
        sealer: Sealer,
        transcriber: Transcriber | None = None,
    ) -> None:
        self.assembly = assembly
        self.settings = settings
        self.store = store
        self.files = files
        self.providers = providers
        self.hub = hub
        self.sealer = sealer
        #: Hears voice messages; None: people are asked to write.
        self.transcriber = transcriber
        #: Set when the outbox has something new to send.
        self.outbox_filled = asyncio.Event()

    async def take_turn(self, request: TurnRequest) -> TurnResult:
        """The turn, and a wake-up for whoever else looks at the conversation."""
        result: TurnResult = await self.store.turn(request)
        if not result.repeated:
            self.hub.publish(result.conversation_id)
        return result

    async def open_conversation(
        self,
        *,
        channel: str,
        language: str = "sv",
        service: str | None = None,
        account: str | None = None,
        shown_as: str | None = None,
    ) -> TurnResult:
        """A new conversation with its greeting."""
        return await self.store.write(
            lambda connection: conversations.open_conversation(
                self.assembly,
                connection,
                channel=channel,
                language=language,
                service=service,
                account=account,
                shown_as=shown_as,
            )
        )

    async def write(self, act: Callable[[Connection], T]) -> T:
        """Any other writing; wakes all who listen, since it may have said something to them."""
        result = await self.store.write(act)
        self.hub.publish_all()
        return result
