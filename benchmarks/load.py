"""The load: N people at once, each filling in one real form over the chat API, as fast as it answers.

A process of its own with its own event loop, so that it does not share a core with the server. It
speaks HTTP/1.1 from prebuilt bytes and reads only what it must. Each answer is checked: the status,
and that the question which must follow was asked. One wrong answer ends the measurement.

    python -m benchmarks.load PORT CONNECTIONS SECONDS WARM_UP [--unchecked]
"""

import asyncio
import statistics
import sys
import time
import uuid
from collections.abc import Sequence
from functools import partial
from typing import Final, cast

import msgspec

SERVICE: Final = "felanmalan"


class Step(msgspec.Struct, frozen=True):
    """One message of a person, as JSON members, and what the answer must hold."""

    said: str
    answered: str


#: One lap through the form: 16 turns with taps, free text, going back, changing, throwing away.
LAP: Final[tuple[Step, ...]] = (
    Step('"choice":"belysning"', '"field":"plats"'),
    Step('"text":"Torggatan 2, Kramfors"', '"field":"stolpe"'),
    Step('"text":"A 117"', '"field":"beskrivning"'),
    Step('"text":"Lampan blinkar hela kvällen."', '"field":"bild"'),
    Step('"text":"tillbaka"', '"field":"beskrivning"'),
    Step('"text":"Lampan lyser inte alls sedan i måndags."', '"field":"bild"'),
    Step('"choice":"skip"', '"field":"svar"'),
    Step('"choice":"yes"', '"field":"kontakt"'),
    Step('"choice":"epost"', '"field":"epost"'),
    Step('"text":"anna@example.se"', '"field":"personuppgifter"'),
    Step('"text":"ja"', '"value":"send"'),
    Step('"text":"ändra plats"', '"field":"plats"'),
    Step('"text":"Storgatan 5, Nyland"', '"value":"send"'),
    Step('"text":"avbryt"', '"value":"delete"'),
    Step('"choice":"delete"', '"messages":[{'),
    Step(f'"choice":"service:{SERVICE}"', '"field":"typ"'),
)
_REFUSED: Final = b'"problem":true'
_OK: Final = b"HTTP/1.1 200"
_CREATED: Final = b"HTTP/1.1 201"


class WrongAnswerError(Exception):
    """The server answered, but not what must follow."""


class Measured(msgspec.Struct, frozen=True):
    """What one load saw between the end of the warm-up and the end."""

    connections: int
    seconds: float
    turns: int
    #: All answers, the warm-up's too.
    answered: int
    per_second: float
    p50_ms: float
    p99_ms: float
    longest_ms: float


class _Opened(msgspec.Struct):
    id: str
    token: str


class _Request(msgspec.Struct, frozen=True):
    """A prebuilt request: everything but the message id, whose length never changes."""

    before_id: bytes
    after_id: bytes
    answered: bytes


class Talker(asyncio.Protocol):
    """One keep-alive connection with one conversation: the next message follows each answer."""

    def __init__(self, port: int, done: "asyncio.Future[None]", *, checked: bool) -> None:
        self._host = f"127.0.0.1:{port}"
        self._done = done
        self._checked = checked
        self._requests: list[_Request] = []
        self._place = 0
        self._received = bytearray()
        self._sent_at = 0.0
        self._transport: asyncio.Transport | None = None
        #: (when it was answered, how long it took), seconds of the monotonic clock.
        self.answers: list[tuple[float, float]] = []

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        # uvloop's transports are no subclass of asyncio.Transport, only alike.
        self._transport = cast(asyncio.Transport, transport)
        body = msgspec.json.encode({"service": SERVICE})
        self._send(self._head("/api/v1/conversations", len(body)) + body)

    def connection_lost(self, error: Exception | None) -> None:
        self._fail(error or WrongAnswerError("the server closed the connection"))

    def data_received(self, data: bytes) -> None:
        self._received += data
        end = self._received.find(b"\r\n\r\n")
        if end < 0:
            return
        start = end + 4
        if len(self._received) < start + _length(self._received[:end].lower()):
            return
        answer = bytes(self._received)
        self._received.clear()
        try:
            self._answered(answer, start)
        except Exception as error:
            self._fail(error)

    def stop(self) -> None:
        self._done.cancel()
        if self._transport is not None:
            self._transport.abort()

    def _answered(self, answer: bytes, start: int) -> None:
        if not self._requests:
            self._begin(answer, start)
        else:
            now = time.perf_counter()
            self.answers.append((now, now - self._sent_at))
            self._check(answer, start)
            self._place = (self._place + 1) % len(LAP)
        request = self._requests[self._place]
        self._send(request.before_id + str(uuid.uuid4()).encode() + request.after_id)

    def _begin(self, answer: bytes, start: int) -> None:
        if not answer.startswith(_CREATED):
            raise WrongAnswerError(f"no conversation was opened: {answer[:500]!r}")
        opened = msgspec.json.decode(answer[start:], type=_Opened)
        path = f"/api/v1/conversations/{opened.id}/messages"
        for step in LAP:
            after_id = f'",{step.said}}}'.encode()
            before_body = b'{"id":"'
            size = len(before_body) + 36 + len(after_id)
            head = self._head(path, size, f"authorization: Bearer {opened.token}\r\n")
            self._requests.append(_Request(head + before_body, after_id, step.answered.encode()))

    def _check(self, answer: bytes, start: int) -> None:
        expected = self._requests[self._place].answered if self._checked else b'"messages":[{'
        if (
            not answer.startswith(_OK)
            or answer.find(expected, start) < 0
            or answer.find(_REFUSED, start) >= 0
        ):
            said = LAP[self._place].said
            raise WrongAnswerError(f"to {{{said}}}, expected {expected!r}: {answer[:2000]!r}")

    def _head(self, path: str, length: int, more: str = "") -> bytes:
        return (
            f"POST {path} HTTP/1.1\r\nhost: {self._host}\r\n{more}"
            f"content-type: application/json\r\ncontent-length: {length}\r\n\r\n"
        ).encode()

    def _send(self, request: bytes) -> None:
        assert self._transport is not None
        self._sent_at = time.perf_counter()
        self._transport.write(request)

    def _fail(self, error: Exception) -> None:
        if not self._done.done():
            self._done.set_exception(error)


def _length(head: bytes | bytearray) -> int:
    at = head.find(b"content-length:")
    if at < 0:
        raise WrongAnswerError(f"an answer without a length: {bytes(head[:500])!r}")
    end = head.find(b"\r\n", at)
    return int(head[at + len(b"content-length:") : end if end >= 0 else len(head)])


async def talk(
    *, port: int, connections: int, seconds: float, warm_up: float, checked: bool
) -> Measured:
    """Lets `connections` people talk at once. Raises WrongAnswerError or OSError."""
    loop = asyncio.get_running_loop()
    done = [loop.create_future() for _ in range(connections)]
    talkers = []
    for each in done:
        # People do not begin at the same moment: who starts together stays together, question by
        # question, and then waits together for the most expensive one.
        await asyncio.sleep(warm_up / 2 / connections)
        make = partial(Talker, port, each, checked=checked)
        _transport, talker = await loop.create_connection(make, "127.0.0.1", port)
        talkers.append(talker)
    start = time.perf_counter() + warm_up / 2
    failed, _going = await asyncio.wait(
        done, timeout=warm_up / 2 + seconds, return_when=asyncio.FIRST_EXCEPTION
    )
    end = time.perf_counter()
    for talker in talkers:
        talker.stop()
    for each in failed:
        each.result()
    took = [each for talker in talkers for at, each in talker.answers if start <= at <= end]
    answered = sum(len(talker.answers) + 1 for talker in talkers)
    return summed_up(took, answered=answered, connections=connections, seconds=end - start)


def summed_up(
    took: Sequence[float], *, answered: int, connections: int, seconds: float
) -> Measured:
    """`took` in seconds. Raises WrongAnswerError when there is too little to say anything."""
    if len(took) < 20:
        raise WrongAnswerError(f"only {len(took)} answers in {seconds:.1f} s")
    percentiles = statistics.quantiles(took, n=100, method="inclusive")
    return Measured(
        connections=connections,
        seconds=round(seconds, 2),
        turns=len(took),
        answered=answered,
        per_second=round(len(took) / seconds, 1),
        p50_ms=round(percentiles[49] * 1000, 2),
        p99_ms=round(percentiles[98] * 1000, 2),
        longest_ms=round(max(took) * 1000, 2),
    )


def main(arguments: Sequence[str]) -> None:
    """Prints what was measured as one line of JSON."""
    import uvloop

    port, connections, seconds, warm_up, *flags = arguments
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        measured = runner.run(
            talk(
                port=int(port),
                connections=int(connections),
                seconds=float(seconds),
                warm_up=float(warm_up),
                checked="--unchecked" not in flags,
            )
        )
    print(msgspec.json.encode(measured).decode())


if __name__ == "__main__":
    main(sys.argv[1:])
