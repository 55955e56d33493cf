"""Whole journeys over Telegram, by polling and by webhook, with everything that can go wrong."""

import asyncio
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path

import pytest
from sqlalchemy import Connection, func, select

from actions.store.tables import cases, drafts, turns
from bot.site import Site
from tests.telegram.bot_api_server import (
    BotApi,
    Person,
    posting,
    running_bot_api,
    twice_and_shuffled,
)
from tests.telegram.running import nothing_pending, polling, webhooks

Channel = Callable[[Path, BotApi], AbstractAsyncContextManager[Site]]


async def files_feedback(person: Person) -> None:
    """Synpunkt, from the greeting to the receipt."""
    await person.writes("/start synpunkt")
    await person.hears("Vad vill du lämna?")
    await person.presses("Beröm")
    await person.hears("Vad handlar det om?")
    await person.writes("förskola och skola")
    await person.hears("Skriv din synpunkt.")
    await person.writes("Tack för den fina skolgården i Nyland!")
    await person.hears("Vilken dag hände det?")
    await person.presses("Hoppa över")
    await person.hears("Vill du ha svar?")
    await person.presses("Nej")
    await person.hears("Har du läst det?")
    await person.writes("ja")
    await person.hears("Stämmer allt?")
    await person.presses("Skicka in ärendet")
    await person.hears("har kommit in till kommunen")


def count(site: Site, table: object) -> int:
    def read(connection: Connection) -> int:
        return connection.execute(select(func.count()).select_from(table)).scalar_one()  # type: ignore[arg-type]  # a table

    return site.store._read(read)


@pytest.mark.parametrize("channel", [polling, webhooks])
def test_a_case_is_filed(tmp_path: Path, channel: Channel) -> None:
    async def story() -> None:
        async with running_bot_api() as api, channel(tmp_path, api) as site, posting(api):
            await files_feedback(Person(api))
            assert count(site, cases) == 1

    asyncio.run(story())


@pytest.mark.parametrize("channel", [polling, webhooks])
def test_updates_delivered_twice_and_in_any_order_have_one_effect_each(
    tmp_path: Path, channel: Channel
) -> None:
    async def story() -> None:
        async with running_bot_api() as api, channel(tmp_path, api) as site, posting(api):
            api.arrange = twice_and_shuffled(7)
            people = [Person(api, 70 + each) for each in range(6)]
            await asyncio.gather(*(files_feedback(person) for person in people))
            assert count(site, cases) == 6
            # The opening and seven answers; the person's own messages are in the same turns.
            assert count(site, turns) == 6 * 8

    asyncio.run(story())


def test_a_flood_of_refusals_loses_nothing_and_keeps_the_order(tmp_path: Path) -> None:
    async def story() -> None:
        async with running_bot_api() as api, polling(tmp_path, api):
            person = Person(api)
            await person.writes("/start synpunkt")
            await person.hears("Vad vill du lämna?")
            api.flood(2)
            await person.writes("klagomål")
            await person.writes("skola")
            await person.hears("Skriv din synpunkt.")
            texts = [shown.text for shown in person.shown]
            area = next(at for at, text in enumerate(texts) if "Vad handlar det om?" in text)
            feedback = next(at for at, text in enumerate(texts) if "Skriv din synpunkt." in text)
            assert area < feedback
            assert len(texts) == len(set(texts))

    asyncio.run(story())


def test_a_restart_in_the_middle_goes_on_where_it_was(tmp_path: Path) -> None:
    async def story() -> None:
        async with running_bot_api() as api:
            person = Person(api)
            async with polling(tmp_path, api) as site:
                await person.writes("/start synpunkt")
                await person.hears("Vad vill du lämna?")
                await nothing_pending(site)
            await person.presses("Förslag")
            async with polling(tmp_path, api) as site:
                await person.hears("Vad handlar det om?")
                await person.writes("avfall")
                await person.hears("Skriv din synpunkt.")
                assert count(site, drafts) == 1

    asyncio.run(story())


def test_school_change_leads_to_the_login_link_and_keeps_the_sensitive_answer_out(
    tmp_path: Path,
) -> None:
    async def story() -> None:
        async with running_bot_api() as api, polling(tmp_path, api):
            person = Person(api)
            await person.writes("mitt barn ska byta skola")
            await person.hears("Jag tror att du vill göra det här: Ansökan om byte av skola")
            await person.presses("Ja, börja")
            await person.hears("skyddade personuppgifter?")
            await person.presses("Nej")
            # A browser on this machine only: Telegram would refuse a button with this address.
            gate = await person.hears("Logga in med e-legitimation: http://127.0.0.1:8000/e/")
            assert gate.labels == [
                "Jag loggar in sedan",
                "Jag har ingen e-legitimation, eller det går inte",
            ]
            await person.presses("Jag loggar in sedan")
            await person.hears("Vad heter barnet?")
            for answer in ("Kim Ek", "20150314-2380"):
                await person.writes(answer)
            await person.hears("Vilken skola går barnet i nu?")
            await person.presses("Nylands skola")
            await person.hears("Vilken skola vill du att barnet ska byta till?")
            await person.presses("Ullångers skola")
            await person.hears("Från vilken dag")
            await person.writes("om två månader")
            await person.hears("Varför vill ni byta skola?")
            await person.presses("Barnet trivs inte")
            await person.hears("säker sida")
            await person.writes("KANARIEFÅGEL i kläm")
            await person.hears("säker sida", times=2)
            await api.until(lambda: api.called("deleteMessage"), "the message is taken away")
            said = " ".join(shown.text for shown in person.shown)
            assert "Vill du berätta mer om skälet?" not in said
            assert "KANARIE" not in said

    asyncio.run(story())
