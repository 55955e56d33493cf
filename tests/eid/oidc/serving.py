"""An ASGI application on a port of its own, in a thread, as long as a test needs it."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import uvicorn


class Serving:
    """Listens from the beginning, so nobody has to wait for it."""

    def __init__(self, port: int = 0) -> None:
        self._socket = socket.create_server(("127.0.0.1", port))
        self.port: int = self._socket.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self._server: uvicorn.Server | None = None
        self._thread: threading.Thread | None = None

    def start(self, app: Any) -> None:
        config = uvicorn.Config(app, log_level="warning", lifespan="off")
        self._server = uvicorn.Server(config)
        run = self._server.run
        self._thread = threading.Thread(target=lambda: run(sockets=[self._socket]), daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """From now on connections are refused."""
        if self._server is not None and self._thread is not None:
            self._server.should_exit = self._server.force_exit = True
            self._thread.join()
        self._server = None
        self._socket.close()


@contextmanager
def serving() -> Iterator[Serving]:
    server = Serving()
    try:
        yield server
    finally:
        server.stop()
