"""A server that speaks as 46elks does, both ways: it takes SMS, and it posts reports and replies."""

import base64
import itertools
import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs

#: Sends a form to an address of ours and returns the status.
Post = Callable[[str, dict[str, str]], int]


class Elks:
    """46elks's `POST /a1/sms`: checks what it is sent, answers as it is told to.

    What it posts it posts as 46elks does: any answer outside 200–204 is a failure, tried again.
    """

    def __init__(self) -> None:
        self.status = 200
        self.body: bytes | None = None
        self.location: str | None = None
        self.forms: list[dict[str, str]] = []
        #: Ids of `forms`.
        self.ids: list[str] = []
        #: Set by the first SMS.
        self.got = threading.Event()
        self.numbers = itertools.count(17)
        elks = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                form = self.rfile.read(int(self.headers["Content-Length"])).decode()
                status, body = elks.answer(self.path, self.headers["Authorization"], form)
                self.send_response(status)
                if elks.location:
                    self.send_header("Location", elks.location)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, format: str, *args: Any) -> None:
                """Nothing: the test's output is not a log."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}/a1"

    def answer(self, path: str, authorization: str, form: str) -> tuple[int, bytes]:
        if authorization != "Basic " + base64.b64encode(b"u1:hemligt").decode():
            return 401, b"Unauthorized"
        if path != "/a1/sms":
            return 404, b"Not found"
        fields = {key: values[0] for key, values in parse_qs(form, strict_parsing=True).items()}
        unknown = fields.keys() - {"from", "to", "message", "dontlog", "whendelivered"}
        if unknown:
            return 400, f"unknown {unknown}".encode()
        sms_id = f"s{next(self.numbers)}"
        self.forms.append(fields)
        self.ids.append(sms_id)
        self.got.set()
        created = {"id": sms_id, "status": "created", "direction": "outgoing", "parts": 1}
        return self.status, json.dumps(created).encode() if self.body is None else self.body

    # ── What it posts ─────────────────────────────────────────────────────────────────────────

    def report(self, post: Post, index: int, status: str) -> int:
        """A delivery report of the message with this place in `forms`, where it was asked for."""
        form = {"id": self.ids[index], "status": status}
        if status == "delivered":
            form["delivered"] = "2026-11-23T09:00:05.000000"
        return post(self.forms[index]["whendelivered"], form)


def incoming(
    text: str, *, sender: str, id: str = "sin1", created: str = "2026-11-23T09:00:00.123000"
) -> dict[str, str]:
    """The form of an SMS to our number, as 46elks posts it to the number's `sms_url`."""
    return {
        "id": id,
        "from": sender,
        "to": "+46766860000",
        "message": text,
        "direction": "incoming",
        "created": created,
    }


@contextmanager
def running_elks() -> Iterator[Elks]:
    elks = Elks()
    thread = threading.Thread(target=elks.server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield elks
    finally:
        elks.server.shutdown()
        elks.server.server_close()
        thread.join()
