"""Wakes those who wait for a conversation's next message in this process."""

import asyncio
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager


class Hub:
    """Listeners by conversation. It carries no messages: who is woken reads the store."""

    def __init__(self) -> None:
        self._listeners: defaultdict[str, set[asyncio.Event]] = defaultdict(set)

    @contextmanager
    def listening(self, conversation_id: str) -> Iterator[asyncio.Event]:
        """An event that is set when there may be something new."""
        woken = asyncio.Event()
        self._listeners[conversation_id].add(woken)
        try:
            yield woken
        finally:
            listeners = self._listeners[conversation_id]
            listeners.discard(woken)
            if not listeners:
                del self._listeners[conversation_id]

    def listeners(self, conversation_id: str) -> int:
        return len(self._listeners.get(conversation_id, ()))

    def publish(self, conversation_id: str) -> None:
        for woken in self._listeners.get(conversation_id, ()):
            woken.set()

    def publish_all(self) -> None:
        """After an act that may have spoken into any conversation, e.g. the last signature."""
        for listeners in self._listeners.values():
            for woken in listeners:
                woken.set()
