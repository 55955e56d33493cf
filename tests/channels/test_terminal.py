"""The stories in a terminal: `arendebot chat` as a process of its own."""

import asyncio
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

import httpx
import pytest

from bot.site import Site
from dialogs.world import World
from tests.browser.serving import ROOT
from tests.channels.telling import (
    CHOSEN,
    LOGIN_ELSEWHERE,
    code_after_login,
    content_of,
    filings,
    portable,
    served,
)
from tests.story import Filing, tell
from tests.test_stories import EngineTeller

_PROMPT = "\n> "
_CHOICE = re.compile(r"^  (?:(\d+)\.|•) (.+)$", re.MULTILINE)
_LINK = re.compile(r"^  (.+): (https?://\S+)$", re.MULTILINE)


class TerminalTeller:
    """Writes lines, and the number of what is to be chosen."""

    def __init__(self, var: Path, site: Site) -> None:
        self.var = var
        self.site = site
        self.heard: Sequence[str] = ()
        self._screen = ""
        self._newest = ""
        self._process: subprocess.Popen[str] | None = None

    def begin(self, **settings: str) -> None:
        url = self.site.assembly.public_url
        environment = {**os.environ, "ARENDEBOT_PUBLIC_URL": url, "VAR_DIR": str(self.var)}
        command = [sys.executable, "-m", "bot.cli", "chat"]
        self._process = subprocess.Popen(
            [*command, *(f"--{name}={value}" for name, value in settings.items())],
            cwd=ROOT,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._read()

    def act(self, who: str, what: str) -> None:
        match who:
            case "Person":
                self._write(what.replace(" | ", " "))
            case "Knapp":
                # Where a digit would be an answer the label is written.
                numbers = {label: number for number, label in _CHOICE.findall(self._newest)}
                assert what in numbers, f"no {what!r} among {list(numbers)}"
                self._write(numbers[what] or what)
            case "Inloggad":
                links = [url for _, url in _LINK.findall(self._screen) if "/e/" in url]
                assert links, "nothing to log in with"
                self._write(
                    asyncio.run(code_after_login(httpx.AsyncHTTPTransport(), links[-1], what))
                )
            case "Fil":
                for name in what.split(","):
                    path = self.var / name.strip()
                    path.write_bytes(content_of(path.name)[0])
                    self._write(f"/fil {path}")
            case _:
                raise AssertionError(f"{who!r} cannot be done in a terminal")

    def filings(self) -> list[Filing]:
        return filings(self.site)

    def close(self) -> None:
        if self._process is not None:
            self._process.communicate("/slut\n")

    def _write(self, line: str) -> None:
        assert self._process is not None
        assert self._process.stdin is not None
        self._process.stdin.write(line + "\n")
        self._process.stdin.flush()
        self._read()

    def _read(self) -> None:
        """What is shown until the next prompt."""
        assert self._process is not None
        assert self._process.stdout is not None
        read = "\n"
        while not read.endswith(_PROMPT):
            sign = self._process.stdout.read(1)
            assert sign, f"the terminal has ended after:\n{self._screen}{read}"
            read += sign
        self._newest = read.removesuffix(_PROMPT)
        self._screen += self._newest
        marked = _CHOICE.sub(r"[\2]", _LINK.sub(r"[\1]", self._newest))
        self.heard = [part for part in marked.split("\n\n") if part.strip()]


@pytest.fixture
def teller(tmp_path: Path) -> Iterator[TerminalTeller]:
    with ExitStack() as closing:
        teller = TerminalTeller(tmp_path, closing.enter_context(served(tmp_path)))
        closing.callback(teller.close)
        yield teller


#: A number taps the alternative here, so that it is not read back as something written.
NOT_HERE = frozenset(["knappar-som-text"])


@pytest.mark.parametrize(
    "path", portable(CHOSEN, without=LOGIN_ELSEWHERE | NOT_HERE), ids=lambda path: path.stem
)
def test_story(path: Path, world: World, teller: TerminalTeller) -> None:
    engine = EngineTeller(world)
    tell(path, engine)
    tell(path, teller)
    assert teller.filings() == engine.filings()
