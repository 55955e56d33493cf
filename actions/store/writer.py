"""The writer: one thread that owns all writing of this process and groups the turns that wait.

A durable commit costs one flush to disk whatever it holds, so the turns of different conversations
that are waiting anyway share one transaction. Nobody waits for company: an idle writer takes a
single turn at once. Turns of one conversation never meet in a batch; they run in order.

A turn that fails does not fail its neighbours: computing happens before anything is written, and if
the database refuses a batch, each of its turns is run alone.
"""

import asyncio
import logging
import queue
import threading
from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from actions.errors import NotSavedError
from actions.store.database import in_transaction

log = logging.getLogger(__name__)

T = TypeVar("T")
R = TypeVar("R")

#: At most so many turns share a transaction.
BATCH_LIMIT = 128


class Failed:
    """The outcome of a turn that must not be stored. Returned, so that its neighbours go on."""

    __slots__ = ("error",)

    def __init__(self, error: Exception) -> None:
        self.error = error


class Later:
    """The turn must wait for another of its batch."""


LATER = Later()


class _Job(Generic[R]):
    __slots__ = ("act", "future", "loop", "request")

    def __init__(
        self,
        *,
        request: R | None,
        act: Callable[[Connection], Any] | None,
        loop: asyncio.AbstractEventLoop,
    ) -> None:
        self.request = request
        self.act = act
        self.loop = loop
        self.future: asyncio.Future[Any] = loop.create_future()


class Writer(Generic[R]):
    """`run_batch(connection, requests)` gives one result a request: a value, Failed or LATER."""

    def __init__(
        self,
        engine: Engine,
        run_batch: Callable[[Connection, Sequence[R]], Sequence[Any]],
    ) -> None:
        self._engine = engine
        self._committed: Callable[[dict[Any, Any]], None] | None = None
        self._run_batch = run_batch
        self._jobs: queue.SimpleQueue[_Job[R] | None] = queue.SimpleQueue()
        self._ended = False
        self._thread = threading.Thread(target=self._work, name="writer", daemon=True)

    def start(self, *, committed: Callable[[dict[Any, Any]], None] | None = None) -> None:
        """`committed` is called on the writer's thread after each commit."""
        self._committed = None if committed is None else _harmless(committed)
        self._thread.start()

    def stop(self) -> None:
        """Finishes what was accepted, then ends the thread."""
        self._jobs.put(None)
        self._thread.join()

    async def turn(self, request: R) -> Any:
        """One turn, in a transaction that it may share.

        Raises NotSavedError when the database does not take it; nothing is saved then.
        """
        job: _Job[R] = _Job(request=request, act=None, loop=asyncio.get_running_loop())
        self._accept(job)
        return await job.future

    async def act(self, act: Callable[[Connection], T]) -> T:
        """Any other writing, in a transaction of its own. Raises what `act` raises."""
        job: _Job[R] = _Job(request=None, act=act, loop=asyncio.get_running_loop())
        self._accept(job)
        result: T = await job.future
        return result

    def _accept(self, job: _Job[R]) -> None:
        self._jobs.put(job)
        if self._ended:
            self._refuse_rest()

    def _refuse_rest(self) -> None:
        """What came after the end is refused; nobody waits for ever."""
        while True:
            try:
                job = self._jobs.get_nowait()
            except queue.Empty:
                return
            if job is not None:
                _settle([(job, Failed(NotSavedError("the store is stopped")))])

    def _work(self) -> None:
        waiting: list[_Job[R]] = []
        while True:
            job = waiting.pop(0) if waiting else self._jobs.get()
            if job is None:
                self._ended = True
                self._refuse_rest()
                return
            if job.act is not None:
                _settle([(job, self._alone(job.act))])
                continue
            batch = [job]
            while len(batch) < BATCH_LIMIT and not waiting:
                try:
                    following = self._jobs.get_nowait()
                except queue.Empty:
                    break
                if following is None:
                    self._jobs.put(None)
                    break
                # Order is kept: what cannot join the batch runs next.
                if following.act is not None:
                    waiting.append(following)
                else:
                    batch.append(following)
            results = self._together(batch)
            _settle([pair for pair in results if pair[1] is not LATER])
            waiting[:0] = [late for late, result in results if result is LATER]

    def _alone(self, act: Callable[[Connection], Any]) -> Any:
        try:
            return in_transaction(self._engine, act, committed=self._committed)
        except Exception as error:
            return Failed(_translated(error))

    def _together(self, batch: list[_Job[R]]) -> list[tuple[_Job[R], Any]]:
        requests = [job.request for job in batch if job.request is not None]
        try:
            results = in_transaction(
                self._engine,
                lambda connection: self._run_batch(connection, requests),
                committed=self._committed,
            )
            return list(zip(batch, results, strict=True))
        except Exception as error:
            if len(batch) == 1:
                return [(batch[0], Failed(_translated(error)))]
            log.warning("a batch of %d turns is run one by one: %r", len(batch), error)
            return [pair for job in batch for pair in self._together([job])]


def _harmless(committed: Callable[[dict[Any, Any]], None]) -> Callable[[dict[Any, Any]], None]:
    """A fault after the commit must not look like one before it: the batch would run again."""

    def call(notes: dict[Any, Any]) -> None:
        try:
            committed(notes)
        except Exception:
            log.exception("what follows a commit failed; the commit stands")

    return call


def _translated(error: Exception) -> Exception:
    """The driver's exceptions stop here."""
    if isinstance(error, DBAPIError | SQLAlchemyError):
        log.error("the database refused: %s", type(error).__name__, exc_info=error)
        translated = NotSavedError("the database did not take it")
        translated.__cause__ = error
        return translated
    return error


def _settle(results: Sequence[tuple[_Job[Any], Any]]) -> None:
    """Hands the results to their waiters, with one wake-up for each event loop."""
    by_loop: dict[asyncio.AbstractEventLoop, list[tuple[asyncio.Future[Any], Any]]] = {}
    for job, result in results:
        by_loop.setdefault(job.loop, []).append((job.future, result))
    for loop, outcomes in by_loop.items():
        try:
            loop.call_soon_threadsafe(_resolve, outcomes)
        except RuntimeError:
            # The loop is closed: nobody waits any more, and what is committed stays.
            log.info("%d results came after their event loop was closed", len(outcomes))


def _resolve(outcomes: list[tuple[asyncio.Future[Any], Any]]) -> None:
    for future, result in outcomes:
        if future.done():
            continue
        if isinstance(result, Failed):
            future.set_exception(result.error)
        else:
            future.set_result(result)
