"""Servers of e-IDs for tests, each in a thread of its own."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn


@contextmanager
def serving(config: uvicorn.Config) -> Iterator[int]:
    """The port of a server in a thread of its own."""
    server = uvicorn.Server(config)
    socket = config.bind_socket()
    socket.listen(128)  # a caller that is early only waits in the queue
    thread = threading.Thread(
        target=lambda: asyncio.run(server.serve(sockets=[socket])), daemon=True
    )
    thread.start()
    try:
        yield socket.getsockname()[1]
    finally:
        server.should_exit = True
        thread.join(20)
