"""A command that hears: what it gets, what is taken from it, and how it may fail."""

import asyncio
import shlex
import sys
from pathlib import Path

import pytest

from actions.transcribing import MOST_BYTES, MOST_SECONDS, CommandTranscriber, NotHeardError

#: Speaks the protocol: prints the language, what it was given and which of our names it sees.
SCRIPT = """\
import os, pathlib, sys
way, language = sys.argv[1:3]
given = sys.stdin.buffer.read() if way == "-" else pathlib.Path(way).read_bytes()
print(language + ":", given.decode(), *(name for name in os.environ if "SECRET" in name))
"""


def transcriber(
    tmp_path: Path, script: str, *arguments: str, within: float = 60.0
) -> CommandTranscriber:
    path = tmp_path / "transcribe.py"
    path.write_text(script, encoding="utf-8")
    return CommandTranscriber((sys.executable, str(path), *arguments), within=within)


def hear(transcriber: CommandTranscriber, recording: bytes = b"hej", *, seconds: int = 3) -> str:
    return asyncio.run(transcriber.transcribe(recording, seconds=seconds, language="sv"))


def why_not(transcriber: CommandTranscriber, recording: bytes = b"hej", *, seconds: int = 3) -> str:
    with pytest.raises(NotHeardError) as error:
        hear(transcriber, recording, seconds=seconds)
    return error.value.why


@pytest.mark.parametrize("way", ["{file}", "-"])
def test_it_gets_the_recording_and_the_language(tmp_path: Path, way: str) -> None:
    assert hear(transcriber(tmp_path, SCRIPT, way, "{language}")) == "sv: hej"


def test_it_learns_no_secret(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ARENDEBOT_SECRET_KEYS", "x")
    assert hear(transcriber(tmp_path, SCRIPT, "-", "sv")) == "sv: hej"


def test_the_recording_is_gone_afterwards(tmp_path: Path) -> None:
    path = hear(transcriber(tmp_path, "import sys; print(sys.argv[1])", "{file}"))
    assert path.endswith(".ogg")
    assert not Path(path).parent.exists()


@pytest.mark.parametrize(
    ("printed", "heard"),
    [
        ("  Jag vill\\n byta skola. \\n", "Jag vill byta skola."),
        ("[BLANK_AUDIO]\\n", ""),
        ("(musik) [00:01] Hej *harkel*", "Hej"),
        ("", ""),
    ],
)
def test_only_words_are_taken(tmp_path: Path, printed: str, heard: str) -> None:
    assert hear(transcriber(tmp_path, f"print('{printed}')")) == heard


@pytest.mark.parametrize(
    "script",
    [
        "raise SystemExit(3)",
        "while True: print('bla' * 1000)",
        "import os; os.kill(os.getpid(), 9)",
    ],
)
def test_a_command_that_fails_is_told_of(tmp_path: Path, script: str) -> None:
    assert why_not(transcriber(tmp_path, script)) == "failed"


def test_a_command_that_is_gone_is_told_of(tmp_path: Path) -> None:
    gone = CommandTranscriber((str(tmp_path / "gone"),), within=60.0)
    assert why_not(gone) == "failed"


def test_a_command_that_never_answers_is_ended_with_all_that_it_started(tmp_path: Path) -> None:
    # The inner program holds a lock on the file until it ends: far longer than anybody waits.
    lock = tmp_path / "lock"
    inner = f"import fcntl,time; f=open({str(lock)!r},'w'); fcntl.flock(f, 2); time.sleep(600)"
    outer = f"import subprocess,sys; subprocess.run([sys.executable, '-c', {inner!r}])"
    assert why_not(transcriber(tmp_path, outer, within=3.0)) == "failed"
    free = f"flock --timeout 60 {shlex.quote(str(lock))} true"

    async def is_free() -> int:
        return await (await asyncio.create_subprocess_shell(free)).wait()

    assert asyncio.run(is_free()) == 0


def test_more_than_it_reads_is_no_failure(tmp_path: Path) -> None:
    assert hear(transcriber(tmp_path, "print('hej')"), b"x" * 1_000_000) == "hej"


@pytest.mark.parametrize(
    ("recording", "seconds"), [(b"x", MOST_SECONDS + 1), (b"x" * (MOST_BYTES + 1), 3)]
)
def test_too_much_is_not_even_tried(tmp_path: Path, recording: bytes, seconds: int) -> None:
    gone = CommandTranscriber((str(tmp_path / "gone"),), within=60.0)
    assert why_not(gone, recording, seconds=seconds) == "too_long"
