"""The whole journey over HTTP, with the application stopped and rebuilt between any two steps.

Two guardians apply for a change of school: chat, login, co-signing, receipt, status. Nothing may
live in the process: everything that a step needs is in the database, the files and the browsers.
"""

import asyncio
import re
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx

from tests.servers import Browser, Chat, Clock, running_site, settings_for

ANNA = {"personnummer": "199001012385", "name": "Anna Ek"}
BO = {"personnummer": "198502122388", "name": "Bo Ek"}
CIA = {"personnummer": "199908072391", "name": "Cia Berg"}

Step = Callable[[], Awaitable[None]]


class Journey:
    """Anna's chat and browser, Bo's and a stranger's browser, and what they have seen."""

    def __init__(self) -> None:
        self.clock = Clock()
        transport = httpx.ASGITransport(app=_nothing)
        self.chat = Chat(transport)
        self.anna = Browser(transport)
        self.bo = Browser(transport)
        self.stranger = Browser(transport)
        self.reference = ""
        self.seen = 0
        self.bos_link = ""
        self.receipt = ""

    def connect(self, transport: httpx.AsyncBaseTransport) -> None:
        for each in (self.chat, self.anna, self.bo, self.stranger):
            each.transport = transport

    def steps(self) -> list[Step]:
        return [
            self.opens,
            self.answers("nej"),
            self.follows_the_login_link,
            self.logs_in,
            self.hears_of_the_login,
            self.answers("Kim Ek", "20150314-2380"),
            self.answers("Bollstaskolan", "Nylands skola", "11 januari"),
            self.answers("Vi flyttar", "hoppa över", "vi är två"),
            self.answers("Bo Ek", "850212-2388", "070-174 06 05"),
            self.answers("070-174 06 06", "anna@example.se", "ja"),
            self.sends,
            self.opens_the_review,
            self.signs,
            self.sees_that_one_has_signed,
            self.bo_gets_an_sms,
            self.a_stranger_learns_nothing_from_the_link,
            self.bo_logs_in,
            self.bo_starts_to_sign,
            self.bo_signs,
            self.hears_that_it_is_received,
            self.reads_the_receipt,
            self.a_stranger_gets_no_receipt,
            self.asks_for_the_status,
            self.asks_for_the_status_when_logged_out,
        ]

    # ── filing ───────────────────────────────────────────────────────────────────────────────

    async def opens(self) -> None:
        await self.chat.open(service="skolbyte")
        assert self.chat.last["input"]["field"] == "skyddad"

    def answers(self, *texts: str) -> Step:
        async def answer() -> None:
            for text in texts:
                await self.chat.say(text)
                assert not any(message.get("problem") for message in self.chat.messages)

        return answer

    async def follows_the_login_link(self) -> None:
        self.anna.cookies.update(self.chat.cookies)
        page = await self.anna.visit(self.chat.link("login"))
        assert page.status_code == 200
        await self.anna.submit(provider="demo")

    async def logs_in(self) -> None:
        await self.anna.submit(**ANNA, action="approve")
        assert self.anna.page.status_code == 200
        assert 'id="code"' not in self.anna.page.text

    async def hears_of_the_login(self) -> None:
        messages = await self.chat.read()
        assert "inloggad som Anna Ek" in messages[-2]["text"]
        assert messages[-1]["input"]["field"] == "barn_namn"

    async def sends(self) -> None:
        assert "send" in {choice["value"] for choice in self.chat.last["choices"]}
        await self.chat.tap("send")
        case = self.chat.last["case"]
        assert case["status"] == "awaiting_signature"
        assert case["status_text"] == "Väntar på din signering"
        self.reference = case["reference"]

    async def opens_the_review(self) -> None:
        await self.anna.visit(self.chat.link("sign"))
        assert self.anna.page.status_code == 200
        assert "Kim Ek" in self.anna.text
        assert "Nylands skola" in self.anna.text

    async def signs(self) -> None:
        await self.anna.sign(**ANNA)
        assert self.anna.page.status_code == 200

    async def sees_that_one_has_signed(self) -> None:
        last = (await self.chat.read())[-1]
        assert last["case"]["status"] == "awaiting_parties"
        assert "1 av 2" in last["text"]
        await self.chat.say("status")
        assert self.chat.messages[0]["case"]["status_text"] == "Väntar på flerpartssignering"

    # ── the other guardian ───────────────────────────────────────────────────────────────────

    async def bo_gets_an_sms(self) -> None:
        await self.stranger.visit("/demo/outbox.json")
        sent: list[dict[str, Any]] = self.stranger.page.json()
        [sms] = [each for each in sent if each["channel"] == "sms" and "/s/" in each["text"]]
        assert sms["to"] == "+46701740605"
        assert "Anna" not in sms["text"]
        assert "Kim" not in sms["text"]
        self.bos_link = urlsplit(sms["links"][0]).path

    async def a_stranger_learns_nothing_from_the_link(self) -> None:
        await self.stranger.visit(self.bos_link)
        assert "Kim" not in self.stranger.text
        assert "Anna" not in self.stranger.text
        await self.stranger.identify(**CIA)
        assert self.stranger.page.status_code == 403
        assert "Kim" not in self.stranger.text

    async def bo_logs_in(self) -> None:
        await self.bo.visit(self.bos_link)
        await self.bo.identify(**BO)
        assert "Kim Ek" in self.bo.text
        # Anna's own number is hers.
        assert "070-174 06 06" not in self.bo.text

    async def bo_starts_to_sign(self) -> None:
        await self.bo.visit(self.bos_link)
        await self.bo.submit(action="sign")
        assert 'name="personnummer"' in self.bo.page.text

    async def bo_signs(self) -> None:
        await self.bo.submit(**BO, action="approve")
        assert self.bo.page.status_code == 200

    # ── received ─────────────────────────────────────────────────────────────────────────────

    async def hears_that_it_is_received(self) -> None:
        messages = await self.chat.read()
        received = [m for m in messages if m.get("case", {}).get("status") == "received"]
        assert len(received) == 1
        assert received[0]["case"] == {
            "reference": self.reference,
            "status": "received",
            "status_text": "Inkommet",
        }
        self.chat.messages = messages

    async def reads_the_receipt(self) -> None:
        self.receipt = self.chat.link("receipt")
        await self.anna.visit(self.receipt)
        assert self.reference in self.anna.text
        pdf = await self.anna.visit(f"{self.receipt}/kvittens.pdf")
        assert pdf.headers["content-type"] == "application/pdf"
        assert pdf.content.startswith(b"%PDF")

    async def a_stranger_gets_no_receipt(self) -> None:
        for path in (self.receipt, f"{self.receipt}/kvittens.pdf"):
            answer = await self.stranger.visit(path)
            assert not answer.content.startswith(b"%PDF")
            assert "Kim Ek" not in self.stranger.text

    async def asks_for_the_status(self) -> None:
        await self.chat.say("mina ärenden")
        assert self.chat.messages[0]["case"]["status"] == "received"

    async def asks_for_the_status_when_logged_out(self) -> None:
        self.clock.pass_(minutes=31)
        await self.chat.say("mina ärenden")
        assert not any("case" in message for message in self.chat.messages)
        assert self.reference not in self.chat.text
        assert self.chat.link("login")


async def _nothing(_scope: Any, _receive: Any, _send: Any) -> None:
    raise AssertionError("the application is stopped")


def test_journey_survives_a_restart_between_any_two_steps(
    database_url: str, tmp_path: Path
) -> None:
    journey = Journey()

    async def go() -> None:
        settings = settings_for(database_url, tmp_path)
        for step in journey.steps():
            async with running_site(settings, journey.clock) as (_, transport):
                journey.connect(transport)
                await step()

    asyncio.run(go())


def test_journey_with_the_worker_running(sqlite_url: str, tmp_path: Path) -> None:
    journey = Journey()

    async def go() -> None:
        settings = settings_for(sqlite_url, tmp_path)
        async with running_site(settings, journey.clock, with_worker=True) as (_, transport):
            journey.connect(transport)
            for step in journey.steps():
                await step()

    asyncio.run(go())


def test_login_in_another_browser_reaches_the_chat_by_its_code_only(
    sqlite_url: str, tmp_path: Path
) -> None:
    journey = Journey()

    async def go() -> None:
        settings = settings_for(sqlite_url, tmp_path)
        async with running_site(settings, journey.clock) as (_, transport):
            journey.connect(transport)
            await journey.opens()
            await journey.answers("nej")()
            # Not the chat's browser: it holds no cookie of it.
            await journey.bo.visit(journey.chat.link("login"))
            await journey.bo.identify(**BO)
            found = re.search(r'id="code"[^>]*>\s*(\d{6})', journey.bo.page.text)
            assert found
            assert "Bo Ek" not in (await journey.chat.read())[-1]["text"]
            wrong = f"{(int(found[1]) + 1) % 1_000_000:06}"
            await journey.chat.say(wrong)
            assert journey.chat.last["problem"]
            await journey.chat.say(found[1])
            assert "inloggad som Bo Ek" in journey.chat.text
            await journey.chat.say(found[1])
            assert "inloggad" not in journey.chat.text, "a code works once"

    asyncio.run(go())
