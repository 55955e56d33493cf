"""The worker: sends what is in the outbox and does what time demands.

It leases messages in one transaction, sends them outside any, and records each outcome in another,
so a crash at any point leads to at most one extra copy with the same idempotency key.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from typing import Any

from sqlalchemy import Connection, select

from actions import customer_service, expiry, outbox, reminding
from actions.assembly import Assembly
from actions.eid import web_sessions
from actions.errors import NotSavedError
from actions.files import FileStore
from actions.notify import Later, Outcome, Refused, Sent, TryAgain
from actions.store.store import Store
from actions.store.tables import outbox as outbox_rows
from actions.undelivered import tell_if_possible

log = logging.getLogger(__name__)

Sender = Callable[[outbox.Leased], Awaitable[Outcome]]

#: Seconds between looks at the outbox when nothing wakes the worker.
LOOK_EVERY = 1.0
#: Seconds between sweeps for what time has brought.
SWEEP_EVERY = 30.0


class Worker:
    """The background work of one process; several may run on PostgreSQL."""

    def __init__(
        self,
        assembly: Assembly,
        store: Store[Any],
        senders: Mapping[str, Sender],
        *,
        files: FileStore,
        filled: asyncio.Event,
        spoken: Callable[[], None] = lambda: None,
    ) -> None:
        self._assembly = assembly
        self._store = store
        self._senders = senders
        self._files = files
        self._filled = filled
        #: Called after an act that may have spoken into conversations.
        self._spoken = spoken

    async def run(self) -> None:
        """Works until cancelled. A database that is away is waited for; no error ends the work."""
        time = asyncio.get_running_loop().time
        sweep_at = time()
        while True:
            try:
                if time() >= sweep_at:
                    sweep_at = time() + SWEEP_EVERY
                    await self.sweep()
                while await self.send_due():
                    pass
            except NotSavedError:
                log.warning("the database is away; the worker waits")
            except Exception:
                log.exception("the worker failed and goes on")
            # Not `wait_for`: before Python 3.12 it can lose the cancellation that ends the work.
            with suppress(TimeoutError):
                async with asyncio.timeout(LOOK_EVERY):
                    await self._filled.wait()
            self._filled.clear()

    async def sweep(self) -> None:
        """Expires, deletes and completes what is due."""
        await self._store.write(self._sweep)
        self._spoken()

    def _sweep(self, connection: Connection) -> None:
        now = self._assembly.now()
        expiry.sweep(self._assembly, connection)
        reminding.remind(self._assembly, connection)
        customer_service.sweep(self._assembly, connection)
        web_sessions.delete_ended(connection, now=now)
        self._files.remove_orphans(connection, now=now)

    async def send_due(self) -> int:
        """Sends what is due now; returns how many messages were tried."""
        if not await self._store.read(self._anything_due):
            return 0
        leased = await self._store.write(
            lambda connection: outbox.lease(
                connection, self._assembly.keyring, now=self._assembly.now()
            )
        )
        # One recipient's messages must keep their order; different ones need not wait.
        by_order: dict[str, list[outbox.Leased]] = {}
        for message in leased:
            about = message.payload.get("conversation_id") or message.id
            by_order.setdefault(str(about), []).append(message)
        await asyncio.gather(*(self._send_in_order(group) for group in by_order.values()))
        return len(leased)

    def _anything_due(self, connection: Connection) -> bool:
        due = select(outbox_rows.c.id).where(
            outbox_rows.c.state == "pending", outbox_rows.c.due_at <= self._assembly.now()
        )
        return connection.execute(due.limit(1)).first() is not None

    async def _send_in_order(self, messages: list[outbox.Leased]) -> None:
        for message in sorted(messages, key=lambda m: m.payload.get("number", 0)):
            await self._send(message)

    async def _send(self, message: outbox.Leased) -> None:
        sender = self._senders.get(message.channel)
        if outbox.is_enough(message.channel, message.uncertain):
            outcome: Outcome = Refused("sent twice, and nobody knows whether it arrived")
        elif sender is None:
            outcome = TryAgain(reason=f"no sender for {message.channel}")
        else:
            try:
                outcome = await sender(message)
            except Exception as error:
                log.exception("sending %s failed", message.id)
                outcome = TryAgain(reason=type(error).__name__)
        # Shielded: what was sent is recorded even when the worker is being stopped.
        gave_up = await asyncio.shield(
            self._store.write(lambda c: self._record(c, message, outcome))
        )
        if gave_up:
            log.error("message %s to %s is given up", message.id, message.channel)
            self._spoken()

    def _record(self, connection: Connection, message: outbox.Leased, outcome: Outcome) -> bool:
        """Stores the outcome; True when the message will never arrive (the filer is told)."""
        now = self._assembly.now()
        match outcome:
            case Sent(provider_id=provider_id):
                outbox.record_sent(connection, message, now=now, provider_id=provider_id)
                return False
            case TryAgain(reason=reason):
                wait = outcome.after if isinstance(outcome, Later) else None
                gave_up = outbox.record_retry(
                    connection,
                    message,
                    problem=reason,
                    now=now,
                    after=wait,
                    maybe_sent=outcome.maybe_sent,
                )
            case Refused(reason=reason):
                gave_up = outbox.record_dead(connection, message, problem=reason)
        if gave_up:
            tell_if_possible(self._assembly, connection, message)
        return gave_up
