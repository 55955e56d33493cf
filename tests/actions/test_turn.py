"""The turn over a real store: stored once, in order, whole or not at all."""

import asyncio
import threading
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, func, select

from actions import conversations, turn
from actions.errors import ConflictError, NotFoundError
from actions.store.tables import conversations as conversation_rows
from actions.store.tables import drafts, turns
from actions.turn import TurnRequest, TurnResult
from bot.app import build_site
from bot.site import Site
from dialogs.events import Said
from tests.servers import Clock, settings_for

Act = Callable[[Site], Awaitable[None]]


@pytest.fixture
def talk(database_url: str, tmp_path: Path) -> Callable[[Act], None]:
    """Runs a coroutine with a started site."""

    def run(act: Act) -> None:
        site = build_site(settings_for(database_url, tmp_path), now=Clock())
        site.store.start()
        try:
            asyncio.run(act(site))
        finally:
            site.store.stop()

    return run


def request(
    conversation_id: str, text: str, *, message_id: str | None = None, digest: str = "d"
) -> TurnRequest:
    return TurnRequest(
        conversation_id=conversation_id,
        event=Said(text=text),
        message_id=message_id,
        digest=digest if message_id else None,
    )


async def opened(site: Site, service: str | None = "synpunkt") -> str:
    return (await site.open_conversation(channel="web", service=service)).conversation_id


async def count(site: Site, table: Any, *where: Any) -> int:
    query = select(func.count()).select_from(table).where(*where)
    return await site.store.read(lambda c: c.execute(query).scalar_one())


async def said_in(site: Site, conversation_id: str) -> list[str]:
    messages = await site.store.read(
        lambda c: conversations.messages_after(site.assembly, c, conversation_id, 0)
    )
    assert [message.number for message in messages] == list(range(1, len(messages) + 1))
    return [message.text for message in messages if message.sender == "person"]


def test_same_message_again_gives_the_same_answer_and_has_one_effect(
    talk: Callable[[Act], None],
) -> None:
    async def act(site: Site) -> None:
        chat = await opened(site)
        first = await site.take_turn(request(chat, "beröm", message_id="m-1"))
        again = await site.take_turn(request(chat, "beröm", message_id="m-1"))
        assert again.repeated
        assert not first.repeated
        assert again.messages == first.messages
        assert await said_in(site, chat) == ["beröm"]

    talk(act)


def test_same_message_in_eight_threads_at_once_is_one_turn(talk: Callable[[Act], None]) -> None:
    async def act(site: Site) -> None:
        chat = await opened(site)
        results: list[TurnResult] = []

        def send() -> None:
            results.append(asyncio.run(site.store.turn(request(chat, "beröm", message_id="m-1"))))

        threads = [threading.Thread(target=send) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            await asyncio.to_thread(thread.join)
        assert len(results) == 8
        assert {result.messages for result in results} == {results[0].messages}
        assert sum(not result.repeated for result in results) == 1
        assert await said_in(site, chat) == ["beröm"]

    talk(act)


def test_same_id_for_another_message_is_a_conflict(talk: Callable[[Act], None]) -> None:
    async def act(site: Site) -> None:
        chat = await opened(site)
        await site.take_turn(request(chat, "beröm", message_id="m-1", digest="one"))
        with pytest.raises(ConflictError):
            await site.take_turn(request(chat, "klagomål", message_id="m-1", digest="two"))
        assert await said_in(site, chat) == ["beröm"]

    talk(act)


def test_the_same_message_id_in_two_conversations_is_two_messages(
    talk: Callable[[Act], None],
) -> None:
    async def act(site: Site) -> None:
        one, two = await opened(site), await opened(site)
        await asyncio.gather(
            site.take_turn(request(one, "beröm", message_id="m-1", digest="one")),
            site.take_turn(request(two, "fråga", message_id="m-1", digest="two")),
        )
        assert await said_in(site, one) == ["beröm"]
        assert await said_in(site, two) == ["fråga"]

    talk(act)


def test_messages_of_one_conversation_at_once_are_handled_in_order(
    talk: Callable[[Act], None],
) -> None:
    async def act(site: Site) -> None:
        chat = await opened(site)
        texts = ["beröm", "kultur och fritid", "Badhuset är fint.", "hoppa över", "nej"]
        await asyncio.gather(*(site.take_turn(request(chat, text)) for text in texts))
        assert await said_in(site, chat) == texts

    talk(act)


def test_many_conversations_share_transactions_and_each_gets_its_own_answer(
    talk: Callable[[Act], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    sizes: list[int] = []
    whole = turn.run_turns

    def counted(assembly: Any, connection: Connection, requests: Any) -> Any:
        sizes.append(len(requests))
        return whole(assembly, connection, requests)

    monkeypatch.setattr("bot.app.run_turns", counted)

    async def act(site: Site) -> None:
        chats = [await opened(site) for _ in range(24)]
        gate = asyncio.create_task(site.store.write(lambda _c: threading.Event().wait(0.05)))
        await asyncio.sleep(0)
        results = await asyncio.gather(*(site.take_turn(request(chat, "beröm")) for chat in chats))
        await gate
        assert [result.conversation_id for result in results] == chats
        assert max(sizes) > 1
        assert sum(sizes) == len(chats)
        for chat in chats:
            assert await said_in(site, chat) == ["beröm"]

    talk(act)


def test_a_failing_turn_does_not_fail_its_neighbours(
    talk: Callable[[Act], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = turn.advance

    def sometimes(world: Any, conversation: Any, draft: Any, event: Any, *rest: Any) -> Any:
        if isinstance(event, Said) and event.text == "bang":
            raise ZeroDivisionError
        return whole(world, conversation, draft, event, *rest)

    monkeypatch.setattr(turn, "advance", sometimes)

    async def act(site: Site) -> None:
        chats = [await opened(site) for _ in range(9)]
        texts = ["bang" if place == 4 else "beröm" for place in range(9)]
        outcomes = await asyncio.gather(
            *(site.take_turn(request(c, t)) for c, t in zip(chats, texts, strict=True)),
            return_exceptions=True,
        )
        assert isinstance(outcomes[4], ZeroDivisionError)
        assert all(isinstance(o, TurnResult) for o in outcomes[:4] + outcomes[5:])
        assert await said_in(site, chats[4]) == []
        assert await said_in(site, chats[5]) == ["beröm"]
        # And the conversation goes on.
        await site.take_turn(request(chats[4], "beröm"))
        assert await said_in(site, chats[4]) == ["beröm"]

    talk(act)


def test_what_the_database_refuses_fails_alone(
    talk: Callable[[Act], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A statement that fails takes the batch with it; then each turn is run alone."""
    whole = turn._write

    def refusing(connection: Connection, written: Any) -> None:
        whole(connection, written)
        if any("bang" in one.result.messages[0].text for one in written):
            connection.exec_driver_sql("INSERT INTO there_is_no_such_table VALUES (1)")

    monkeypatch.setattr(turn, "_write", refusing)

    async def act(site: Site) -> None:
        chats = [await opened(site) for _ in range(5)]
        texts = ["beröm", "beröm", "bang", "beröm", "beröm"]
        outcomes = await asyncio.gather(
            *(site.take_turn(request(c, t)) for c, t in zip(chats, texts, strict=True)),
            return_exceptions=True,
        )
        assert [isinstance(o, TurnResult) for o in outcomes] == [True, True, False, True, True]
        assert [await said_in(site, chat) for chat in chats] == [
            ["beröm"], ["beröm"], [], ["beröm"], ["beröm"],
        ]  # fmt: skip

    talk(act)


def test_a_turn_that_is_not_committed_leaves_nothing(
    talk: Callable[[Act], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = turn._write

    def crashing(connection: Connection, written: Any) -> None:
        whole(connection, written)
        raise KeyboardInterrupt("the power is cut") from None

    async def act(site: Site) -> None:
        chat = await opened(site, service=None)
        before = await said_in(site, chat)
        with monkeypatch.context() as crash:
            crash.setattr(turn, "_write", crashing)

            def one(connection: Connection) -> None:
                try:
                    turn.run_turn(site.assembly, connection, request(chat, "lämna en synpunkt"))
                except KeyboardInterrupt as cut:
                    raise RuntimeError from cut

            with pytest.raises(RuntimeError):
                await site.store.write(one)
        assert await said_in(site, chat) == before
        assert await count(site, drafts) == 0
        assert await count(site, turns, turns.c.conversation_id == chat) == 1

    talk(act)


def test_an_unknown_conversation_is_not_found_and_hurts_nobody(
    talk: Callable[[Act], None],
) -> None:
    async def act(site: Site) -> None:
        chat = await opened(site)
        outcomes = await asyncio.gather(
            site.take_turn(request("no-such", "hej")),
            site.take_turn(request(chat, "beröm")),
            return_exceptions=True,
        )
        assert isinstance(outcomes[0], NotFoundError)
        assert isinstance(outcomes[1], TurnResult)

    talk(act)


def test_draft_and_conversation_are_sealed_and_come_back(talk: Callable[[Act], None]) -> None:
    async def act(site: Site) -> None:
        chat = await opened(site)
        await site.take_turn(request(chat, "beröm"))
        row = await site.store.read(lambda c: c.execute(select(drafts)).one())
        assert b"berom" not in row.state
        assert row.service == "synpunkt"
        assert row.status == "draft"
        assert row.owner_mac is None
        stored = await site.store.read(lambda c: c.execute(select(conversation_rows)).one())
        assert stored.version == 2
        assert stored.draft_id == row.id

    talk(act)


def test_ending_a_conversation_forgets_it_and_its_unclaimed_draft(
    talk: Callable[[Act], None],
) -> None:
    async def act(site: Site) -> None:
        chat = await opened(site)
        await site.take_turn(request(chat, "beröm"))
        await site.write(lambda c: conversations.end(c, chat))
        assert await count(site, conversation_rows) == 0
        assert await count(site, turns) == 0
        assert await count(site, drafts) == 0
        with pytest.raises(NotFoundError):
            await site.take_turn(request(chat, "hej"))

    talk(act)
