"""A turn's messages arrive in order, each once, whatever Telegram says."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta
from pathlib import Path

from sqlalchemy import select, update

from actions import outbox
from actions.notify import Refused, Sent, TryAgain
from actions.outbox import Leased
from actions.store.tables import conversations, turns
from actions.store.tables import outbox as outbox_rows
from bot.telegram import TelegramSender
from tests.telegram.bot_api_server import BotApi, Person, running_bot_api
from tests.telegram.running import Steps, stepping
from tests.telegram.test_intake import Clock

Story = Callable[[Steps, Person, BotApi], Awaitable[None]]


def tell(tmp_path: Path, story: Story) -> None:
    async def run() -> None:
        async with running_bot_api() as api, stepping(tmp_path, api, now=Clock()) as steps:
            await story(steps, Person(api), api)

    asyncio.run(run())


async def lease(steps: Steps, *, limit: int = 20) -> list[Leased]:
    assembly = steps.site.assembly
    return await steps.site.store.write(
        lambda c: outbox.lease(c, assembly.keyring, now=assembly.now(), limit=limit)
    )


async def asked(steps: Steps, person: Person, *texts: str) -> None:
    """The texts are heard, and nothing is delivered yet."""
    for text in texts:
        await person.writes(text)
    await steps.receive()
    await steps.handle()


def test_429_is_waited_out_and_what_has_gone_is_not_sent_again(tmp_path: Path) -> None:
    async def story(steps: Steps, person: Person, api: BotApi) -> None:
        await asked(steps, person, "/start synpunkt")
        (leased,) = await lease(steps)
        send, calls = steps.sender._send_part, []

        async def flooded_at_second(*given: object) -> object:
            calls.append(given)
            if len(calls) == 2:
                api.flood(retry_after=7)
            return await send(*given)  # type: ignore[arg-type]  # passed through

        steps.sender._send_part = flooded_at_second  # type: ignore[method-assign,assignment]
        outcome = await steps.sender.send(leased)
        assert isinstance(outcome, TryAgain)
        assert getattr(outcome, "after", None) == timedelta(seconds=7)
        assert len(person.shown) == 1
        # The chat is left alone until then …
        tries = len(api.called("sendMessage"))
        assert isinstance(await steps.sender.send(leased), TryAgain)
        assert len(api.called("sendMessage")) == tries
        # … and another process goes on after what has gone.
        await steps.site.store.write(
            lambda c: c.execute(update(outbox_rows).values(leased_until=None))
        )
        (again,) = await lease(steps)
        assert isinstance(await TelegramSender(steps.site).send(again), Sent)
        texts = [shown.text for shown in person.shown]
        assert len(texts) == len(set(texts)) == 3

    tell(tmp_path, story)


def test_a_later_turn_waits_for_an_earlier_one(tmp_path: Path) -> None:
    async def story(steps: Steps, person: Person, api: BotApi) -> None:
        await asked(steps, person, "/start synpunkt", "beröm")
        first, second = sorted(await lease(steps), key=lambda each: each.payload["number"])
        assert isinstance(await steps.sender.send(second), TryAgain)
        assert not person.shown
        assert isinstance(await steps.sender.send(first), Sent)
        await steps.site.store.write(
            lambda c: outbox.record_sent(c, first, now=steps.site.assembly.now())
        )
        assert isinstance(await steps.sender.send(second), Sent)

    tell(tmp_path, story)


def test_a_turn_does_not_wait_for_a_sender_that_was_stopped(tmp_path: Path) -> None:
    async def story(steps: Steps, person: Person, api: BotApi) -> None:
        await asked(steps, person, "/start synpunkt", "beröm")
        await lease(steps, limit=1)  # and never heard of again
        (second,) = await lease(steps)
        assert isinstance(await steps.sender.send(second), TryAgain)
        clock = steps.site.assembly.now
        assert isinstance(clock, Clock)
        clock.now += timedelta(seconds=25)
        assert isinstance(await steps.sender.send(second), Sent)

    tell(tmp_path, story)


def test_who_has_blocked_the_bot_is_left_alone(tmp_path: Path) -> None:
    async def story(steps: Steps, person: Person, api: BotApi) -> None:
        await asked(steps, person, "/start synpunkt")
        api.blocked.add(person.chat_id)
        (leased,) = await lease(steps)
        assert isinstance(await steps.sender.send(leased), Refused)

    tell(tmp_path, story)


def test_trouble_at_telegram_is_tried_again(tmp_path: Path) -> None:
    async def story(steps: Steps, person: Person, api: BotApi) -> None:
        await asked(steps, person, "/start synpunkt")
        (leased,) = await lease(steps)
        for status in (500, 502, 401):
            api.refuse_next("sendMessage", status, "no")
            assert isinstance(await steps.sender.send(leased), TryAgain)
        assert isinstance(await steps.sender.send(leased), Sent)

    tell(tmp_path, story)


def test_a_refused_button_is_replaced_by_the_address_in_the_text(tmp_path: Path) -> None:
    async def run() -> None:
        address = "https://e.kramfors.example"
        async with (
            running_bot_api() as api,
            stepping(tmp_path, api, now=Clock(), public_url=address) as steps,
        ):
            person = Person(api)
            await person.writes("mina ärenden")
            await steps.receive()
            await steps.handle()
            api.refuse_next("sendMessage", 400, "Bad Request: chat is odd, but a URL is fine")
            await steps.deliver()
            assert person.shown
            await person.writes("mina ärenden")
            await steps.answer()
            assert person.shown[-1].buttons[-1]["url"].startswith(address)

    asyncio.run(run())


def test_a_forgotten_conversation_has_nothing_left_to_tell(tmp_path: Path) -> None:
    async def story(steps: Steps, person: Person, api: BotApi) -> None:
        await asked(steps, person, "/start synpunkt")
        (leased,) = await lease(steps)
        await steps.site.store.write(lambda c: c.execute(turns.delete()))
        await steps.site.store.write(lambda c: c.execute(conversations.delete()))
        assert isinstance(await steps.sender.send(leased), Sent)
        assert not person.shown

    tell(tmp_path, story)


def test_no_message_has_a_preview_of_its_links(tmp_path: Path) -> None:
    async def story(steps: Steps, person: Person, api: BotApi) -> None:
        await asked(steps, person, "/start skolbyte", "nej")
        await steps.deliver()
        previews = [call["link_preview_options"] for call in api.called("sendMessage")]
        assert previews
        assert all(preview["is_disabled"] for preview in previews)

    tell(tmp_path, story)


def test_nothing_of_a_message_stands_in_the_outbox_in_the_clear(tmp_path: Path) -> None:
    async def story(steps: Steps, person: Person, api: BotApi) -> None:
        await asked(steps, person, "/start synpunkt")
        rows = await steps.site.store.read(lambda c: c.execute(select(outbox_rows)).all())
        assert all(b"number" not in row.payload for row in rows)

    tell(tmp_path, story)
