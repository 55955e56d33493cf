"""Turning a voice message into text: the port, and a command of the operator's behind it (row 41).

The command is any program that takes a recording and prints the words, e.g. a script around
whisper.cpp. The recording is on the disk only while it is heard, and only for the server's user.
"""

import asyncio
import os
import re
import signal
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final, Literal, Protocol

#: A recording longer than this is asked for in writing.
MOST_SECONDS: Final = 300
#: Bytes of one; five minutes of a phone's voice are one or two millions.
MOST_BYTES: Final = 10_000_000
#: Bytes that the command may print.
_MOST_PRINTED: Final = 100_000
#: At the same time: transcribing takes a whole processor.
_AT_ONCE: Final = 2
#: All that the command learns of our environment, which holds keys and passwords.
_PASSED_ON: Final = ("PATH", "HOME", "LANG", "LC_ALL", "LD_LIBRARY_PATH", "TMPDIR")
#: "[BLANK_AUDIO]", "(musik)": what is heard besides words.
_NO_WORDS: Final = re.compile(r"\[[^\]]*\]|\([^)]*\)|\*[^*]*\*")

Why = Literal["failed", "too_long"]


class NotHeardError(Exception):
    """There is no text; `why` names the text `voice.<why>`."""

    def __init__(self, why: Why, detail: str) -> None:
        super().__init__(detail)
        self.why: Why = why


class Transcriber(Protocol):
    """Whatever hears what people say."""

    async def transcribe(self, recording: bytes, *, seconds: int, language: str) -> str:
        """The words; empty when there are none. Raises NotHeardError."""
        ...


class CommandTranscriber:
    """Runs a command for each recording.

    In its arguments `{file}` becomes the recording's path and `{language}` a code such as "sv".
    Without `{file}` the recording comes on standard input. The words are read from standard output.
    """

    def __init__(self, command: Sequence[str], *, within: float) -> None:
        self._command = tuple(command)
        self._within = within
        self._room = asyncio.Semaphore(_AT_ONCE)

    async def transcribe(self, recording: bytes, *, seconds: int, language: str) -> str:
        if seconds > MOST_SECONDS or len(recording) > MOST_BYTES:
            raise NotHeardError("too_long", f"{seconds} s, {len(recording)} bytes")
        try:
            async with asyncio.timeout(self._within), self._room:
                printed = await self._run(recording, language)
        except TimeoutError:
            raise NotHeardError("failed", f"no answer within {self._within:g} s") from None
        except OSError as error:
            raise NotHeardError("failed", f"cannot be run: {error.strerror}") from None
        words = _NO_WORDS.sub(" ", printed.decode("utf-8", errors="replace"))
        return " ".join(words.split())

    async def _run(self, recording: bytes, language: str) -> bytes:
        with tempfile.TemporaryDirectory(prefix="arendebot-voice-") as folder:
            path = Path(folder) / "recording.ogg"
            path.write_bytes(recording)  # a small file on the local disk
            filled = {"file": str(path), "language": language}
            command = [_filled(argument, filled) for argument in self._command]
            process = await asyncio.create_subprocess_exec(
                *command,
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.DEVNULL,
                env={name: os.environ[name] for name in _PASSED_ON if name in os.environ},
                start_new_session=True,
            )
            try:
                takes_file = any("{file}" in argument for argument in self._command)
                printed = await _talk_with(process, b"" if takes_file else recording)
            finally:
                await _end(process)
        if process.returncode != 0:
            raise NotHeardError("failed", f"exit status {process.returncode}")
        return printed


async def _talk_with(process: asyncio.subprocess.Process, given: bytes) -> bytes:
    """Gives it `given` and reads what it prints until it ends. Raises NotHeardError for too much."""
    feeding = asyncio.create_task(_feed(process, given))
    try:
        assert process.stdout is not None
        printed = bytearray()
        while chunk := await process.stdout.read(65_536):
            printed += chunk
            if len(printed) > _MOST_PRINTED:
                raise NotHeardError("failed", "prints without end")
        await process.wait()
    finally:
        feeding.cancel()
    return bytes(printed)


async def _feed(process: asyncio.subprocess.Process, given: bytes) -> None:
    """It need not read to the end, nor at all."""
    assert process.stdin is not None
    with suppress(ConnectionError):
        process.stdin.write(given)
        await process.stdin.drain()
    process.stdin.close()


async def _end(process: asyncio.subprocess.Process) -> None:
    """Nothing of it goes on, also what it started itself."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    await process.wait()


def _filled(argument: str, values: dict[str, str]) -> str:
    for name, value in values.items():
        argument = argument.replace("{" + name + "}", value)
    return argument
