"""The stories in Telegram: the same words, and the same case in the end."""

import asyncio
import re
from collections.abc import Sequence
from contextlib import AsyncExitStack
from pathlib import Path

import httpx
import pytest

from bot.app import build_app
from bot.telegram.intake import SETTLE
from dialogs.world import World
from tests.channels.telling import LOGIN_ELSEWHERE, code_after_login, content_of, filings, portable
from tests.servers import Clock
from tests.story import Filing, tell
from tests.telegram.bot_api_server import Person, Shown, running_bot_api
from tests.telegram.running import Steps, stepping
from tests.test_stories import EngineTeller

#: An address that Telegram lets a button lead to.
URL = "https://arenden.kramfors.example"
#: Their sensitive answers go to a page of ours, which `tests/telegram` shows.
SENSITIVE = frozenset(
    {"andra-spraket", "andra-telefon", "autogiro", "bostadsanpassning", "ekonomiskt-bistand",
     "enskild-vag-bidrag", "fardtjanst", "foreningsbidrag", "forskola-ansokan",
     "fritidshem-ansokan", "god-man", "hemtjanst-ansokan", "inackorderingstillagg",
     "inkomstanmalan", "kontaktperson", "konto", "ledighet-elev", "orosanmalan",
     "parkering-for-mamma", "parkeringstillstand", "registerutdrag", "serveringstillstand",
     "skolbyte", "skolskjuts", "sommarjobb", "specialkost", "stopp", "tobak-tillstand",
     "utan-eleg-skyddad"}
)  # fmt: skip
#: They show whom a filing is about, which is not told in somebody else's app.
NAMED = frozenset(
    ["annan-tjanst-mitt-i", "for-tva-barn", "forskola-uppsagning", "kulturskolan", "modersmal"]
)
_TICK = re.compile(r"^[☐☑✓] ")


class TelegramTeller:
    """Writes and taps in the app; logs in with a browser, whose code is written in the app."""

    def __init__(self, var: Path, runner: asyncio.Runner) -> None:
        self.var = var
        self.runner = runner
        self.clock = Clock()
        self.open = AsyncExitStack()
        self.heard: Sequence[str] = ()
        self.steps: Steps | None = None
        self.person: Person | None = None

    def begin(self, **settings: str) -> None:
        self.runner.run(self._begin(**settings))

    def act(self, who: str, what: str) -> None:
        self.runner.run(self._act(who, what))

    def filings(self) -> list[Filing]:
        assert self.steps is not None
        return filings(self.steps.site)

    def close(self) -> None:
        self.runner.run(self.open.aclose())

    async def _begin(self, service: str = "") -> None:
        api = await self.open.enter_async_context(running_bot_api())
        site = stepping(self.var, api, now=self.clock, public_url=URL)
        self.steps = await self.open.enter_async_context(site)
        self.person = Person(api)
        await self._act("Person", f"/start {service}".strip())

    async def _act(self, who: str, what: str) -> None:
        steps, person = self.steps, self.person
        assert steps is not None
        assert person is not None
        before = len(person.shown)
        match who:
            case "Person":
                await person.writes(what.replace(" | ", "\n"))
            case "Knapp":
                await self._press(person, what)
            case "Inloggad":
                await person.writes(await self._code(what))
            case "Plats":
                lat, lon = what.split(",")
                await person.shares(float(lat), float(lon))
            case "Fil":
                for name in what.split(","):
                    content, media_type = content_of(name.strip())
                    await person.sends_document(name.strip(), content, media_type)
            case _:
                raise AssertionError(f"{who!r} cannot be done in Telegram")
        await steps.receive()
        # No older update is under way: nobody need wait for one.
        self.clock.pass_(seconds=SETTLE.total_seconds())
        await steps.handle()
        await steps.deliver()
        self.heard = [_as_seen(shown) for shown in person.shown[before:]]

    async def _press(self, person: Person, label: str) -> None:
        for shown in reversed(person.shown):
            if any(label == _TICK.sub("", each) for each in shown.labels):
                inline = "inline_keyboard" in shown.markup
                await (person.presses(label, on=shown) if inline else person.writes(label))
                return
        raise AssertionError(f"no button {label!r} under {person.shown[-1]}")

    async def _code(self, name: str) -> str:
        steps, person = self.steps, self.person
        assert steps is not None
        assert person is not None
        links = [
            str(button["url"])
            for shown in person.shown
            for button in shown.buttons
            if "/e/" in button.get("url", "")
        ]
        assert links, "nothing to log in with"
        transport = httpx.ASGITransport(app=build_app(steps.site, with_worker=False))
        return await code_after_login(transport, links[-1], name)


def _as_seen(shown: Shown) -> str:
    return "\n".join([shown.text, *(f"[{_TICK.sub('', label)}]" for label in shown.labels)])


@pytest.mark.parametrize(
    "path", portable(without=SENSITIVE | NAMED | LOGIN_ELSEWHERE), ids=lambda path: path.stem
)
def test_story(path: Path, world: World, tmp_path: Path) -> None:
    engine = EngineTeller(world)
    tell(path, engine)
    with asyncio.Runner() as runner:
        teller = TelegramTeller(tmp_path, runner)
        try:
            tell(path, teller)
            assert teller.filings() == engine.filings()
        finally:
            teller.close()
