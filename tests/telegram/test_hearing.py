"""What people do in Telegram and what it leads to; above all what it must not lead to."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from sqlalchemy import select

from actions.store.tables import files
from bot.telegram.updates import read_update
from tests.telegram.bot_api_server import BotApi, Person, running_bot_api
from tests.telegram.running import Steps, stepping
from tests.telegram.test_intake import Clock, begin

Story = Callable[[Steps, Person, BotApi], Awaitable[None]]
CANARY = "kanariefågel"


def tell(tmp_path: Path, story: Story, *, language: str = "sv") -> None:
    async def run() -> None:
        async with running_bot_api() as api, stepping(tmp_path, api, now=Clock()) as steps:
            await story(steps, Person(api, language=language), api)

    asyncio.run(run())


async def say(steps: Steps, person: Person, *texts: str) -> str:
    """Writes each text in turn; returns all that the bot answered to the last one."""
    for text in texts:
        before = len(person.shown)
        await person.writes(text)
        await steps.answer()
    return "\n".join(shown.text for shown in person.shown[before:])


def test_the_first_words_are_heard_and_not_only_greeted(tmp_path: Path) -> None:
    async def story(steps: Steps, person: Person, api: BotApi) -> None:
        answer = await say(steps, person, "mitt barn ska byta skola")
        assert "digitala assistent" in answer
        assert "Jag tror att du vill göra det här: Ansökan om byte av skola" in answer

    tell(tmp_path, story)


@pytest.mark.parametrize(
    ("user", "name"),
    [
        ({"username": "kim_ek"}, "@kim_ek"),
        ({"last_name": "Ek"}, "Kim Ek"),
        ({"first_name": "K" * 64}, "K" * 40),
        ({"first_name": "Kim\u202egnål\nEk"}, "KimgnålEk"),
    ],
)
def test_an_account_is_known_by_its_name(tmp_path: Path, user: dict[str, str], name: str) -> None:
    """What a login page calls it (threat A1)."""

    async def story(steps: Steps, person: Person, api: BotApi) -> None:
        person.user |= user
        update = {"update_id": 1, "message": person.message(text="hej")}
        assert read_update(json.dumps(update).encode()).name == name

    tell(tmp_path, story)


def test_a_greeting_is_greeted_and_not_searched_for(tmp_path: Path) -> None:
    async def story(steps: Steps, person: Person, api: BotApi) -> None:
        answer = await say(steps, person, "Hej!")
        assert "digitala assistent" in answer
        assert "Jag förstår inte" not in answer

    tell(tmp_path, story)


def test_an_english_app_is_greeted_in_english(tmp_path: Path) -> None:
    async def story(steps: Steps, person: Person, api: BotApi) -> None:
        assert "digital assistant" in await say(steps, person, "/start")

    tell(tmp_path, story, language="en-GB")


def test_start_in_the_middle_of_a_form_changes_nothing_and_asks_again(tmp_path: Path) -> None:
    async def story(steps: Steps, person: Person, api: BotApi) -> None:
        await begin(steps, person)
        await say(steps, person, "beröm")
        draft = steps.conversation().draft_id
        assert "Vad handlar det om?" in await say(steps, person, "/start")
        assert steps.conversation().draft_id == draft

    tell(tmp_path, story)


def test_a_press_shows_afterwards_what_was_chosen(tmp_path: Path) -> None:
    async def story(steps: Steps, person: Person, api: BotApi) -> None:
        await begin(steps, person)
        asked = person.shown[-1]
        await person.presses("Beröm")
        await steps.answer()
        await api.until(lambda: asked.labels == ["✓ Beröm"], "the chosen button is marked")
        assert len(api.called("answerCallbackQuery")) == 1

    tell(tmp_path, story)


def test_an_old_button_asks_before_it_changes_anything(tmp_path: Path) -> None:
    """Threat B11."""

    async def story(steps: Steps, person: Person, api: BotApi) -> None:
        await begin(steps, person)
        asked = person.shown[-1]
        await say(steps, person, "klagomål", "skola", "Det är för kallt i skolan.")
        await person.presses("Beröm", on=asked)
        await steps.answer()
        assert "Vill du ändra" in person.shown[-1].text
        await say(steps, person, "nej")
        # "Vilken dag" is asked for complaints as well as for praise, "Vad vill du" only for complaints.
        assert "Vad vill du att vi gör?" in await say(steps, person, "i går")

    tell(tmp_path, story)


def test_yes_to_something_asked_long_ago_does_not_answer_what_is_asked_now(tmp_path: Path) -> None:
    async def story(steps: Steps, person: Person, api: BotApi) -> None:
        await begin(steps, person)
        await say(steps, person, "förslag", "skola", "börja om")
        asked = person.shown[-1]
        assert "Ja, börja om" in asked.labels
        assert "Vill du ha svar?" in await say(steps, person, "nej", "Mer frukt i skolan")
        await person.presses("Ja, börja om", on=asked)
        await steps.answer()
        assert "tidigare fråga" in person.shown[-2].text
        assert "Vill du ha svar?" in person.shown[-1].text

    tell(tmp_path, story)


def test_an_edited_message_changes_nothing_and_asks_what_is_meant(tmp_path: Path) -> None:
    """Threat B11."""

    async def story(steps: Steps, person: Person, api: BotApi) -> None:
        await begin(steps, person)
        await say(steps, person, "beröm")
        await person.edits("klagomål")
        await steps.answer()
        assert "Skriv ”ändra”" in person.shown[-1].text
        assert "Skriv din synpunkt." in await say(steps, person, "skola")

    tell(tmp_path, story)


def test_a_forwarded_text_is_no_answer(tmp_path: Path) -> None:
    async def story(steps: Steps, person: Person, api: BotApi) -> None:
        await begin(steps, person)
        await say(steps, person, "beröm", "skola")
        origin = {"type": "hidden_user", "date": 1_700_000_000, "sender_user_name": "Bo"}
        await person.writes("Någon annans ord om saken", forward_origin=origin)
        await steps.answer()
        assert "vidarebefordrade" in person.shown[-1].text
        assert "Vilken dag hände det?" in await say(steps, person, "Mina egna ord om saken")

    tell(tmp_path, story)


@pytest.mark.parametrize("kind", ["group", "supergroup", "channel"])
def test_a_group_is_refused_once_and_then_ignored(tmp_path: Path, kind: str) -> None:
    """Threat B11."""

    async def story(steps: Steps, person: Person, api: BotApi) -> None:
        for _ in range(3):
            message = person.message(text="/start synpunkt")
            message["chat"] = {"id": -500, "type": kind, "title": "Gruppen"}
            await api.push(message=message)
            await steps.answer()
        assert [shown.text[:4] for shown in api.shown if shown.chat_id == -500] == ["Hej!"]
        assert steps.statuses() == []

    tell(tmp_path, story)


def test_the_code_from_the_browser_may_come_by_a_link(tmp_path: Path) -> None:
    async def story(steps: Steps, person: Person, api: BotApi) -> None:
        await begin(steps, person, "skolbyte")
        await say(steps, person, "nej")
        # Nobody has logged in, so the code is an answer like any other at the gate.
        assert "väntar på att du loggar in" in await say(steps, person, "/start 123456")

    tell(tmp_path, story)


# ── Files and places ──────────────────────────────────────────────────────────────────────────


async def to_the_photos(steps: Steps, person: Person) -> None:
    """Felanmälan, up to the question about pictures."""
    await begin(steps, person, "felanmalan")
    await person.presses("Gatlampa eller annan belysning")
    await steps.answer()
    assert person.shown[-1].buttons[0]["request_location"]
    await person.shares(62.93, 17.78)
    await steps.answer()
    assert "om Kramfors centrum (62,93000, 17,78000)" in person.shown[-1].text
    await person.presses("Ja, det stämmer")
    await steps.answer()
    await say(steps, person, "hoppa över", "Lampan är trasig vid vägen.")
    assert "Har du ett foto?" in person.shown[-1].text


def test_a_shared_place_and_a_photo_are_answers(tmp_path: Path) -> None:
    async def story(steps: Steps, person: Person, api: BotApi) -> None:
        await to_the_photos(steps, person)
        await person.sends_photo(b"\xff\xd8 a picture")
        await steps.answer()
        assert "Jag har fått:" in person.shown[-1].text
        stored = steps.site.store._read(lambda c: c.execute(select(files)).all())
        assert [row.size for row in stored] == [len(b"\xff\xd8 a picture")]

    tell(tmp_path, story)


def test_a_venue_and_a_link_to_a_map_are_places(tmp_path: Path) -> None:
    async def story(steps: Steps, person: Person, api: BotApi) -> None:
        await begin(steps, person, "felanmalan")
        await person.presses("Gatlampa eller annan belysning")
        await steps.answer()
        place = {"latitude": 63.0062, "longitude": 17.7594}
        venue = {"location": place, "title": "Nylands station", "address": "Nyland"}
        await api.push(message=person.message(location=place, venue=venue))
        await steps.answer()
        assert "vid Nyland (63,00620, 17,75940)" in person.shown[-1].text
        link = "https://maps.google.com/?q=62.9084,17.8473"
        assert "vid Frånö (62,90840, 17,84730)" in await say(steps, person, link)

    tell(tmp_path, story)


def test_a_file_that_is_too_big_is_told_of_and_not_fetched(tmp_path: Path) -> None:
    async def story(steps: Steps, person: Person, api: BotApi) -> None:
        await to_the_photos(steps, person)
        await person.sends_document("karta.pdf", b"x" * (20 * 2**20 + 1), "application/pdf")
        await steps.answer()
        assert "20 MB" in person.shown[-1].text
        assert not api.called("getFile")

    tell(tmp_path, story)


def test_a_file_that_telegram_does_not_give_is_asked_for_again_at_last(tmp_path: Path) -> None:
    async def story(steps: Steps, person: Person, api: BotApi) -> None:
        await to_the_photos(steps, person)
        for _ in range(3):
            api.refuse_next("getFile", 502, "Bad Gateway")
        await person.sends_photo(b"a picture")
        await steps.receive()
        for _ in range(3):
            await steps.handle()
        await steps.deliver()
        assert "Skicka den en gång till" in person.shown[-1].text

    tell(tmp_path, story)


# ── Sensitive answers ─────────────────────────────────────────────────────────────────────────


def test_a_sensitive_answer_that_is_written_all_the_same_is_taken_away(tmp_path: Path) -> None:
    async def story(steps: Steps, person: Person, api: BotApi) -> None:
        await begin(steps, person, "skolbyte")
        await say(steps, person, "nej", "jag loggar in sedan", "Kim Ek", "20150314-2380")
        await say(steps, person, "Nylands skola", "Ullångers skola", "om två månader", "vi flyttar")
        assert "säker sida" in person.shown[-1].text
        written = await person.writes(CANARY)
        message_id = api.unacknowledged[-1]["message"]["message_id"]
        await steps.answer()
        assert "säker sida" in person.shown[-1].text
        await api.until(lambda: api.called("deleteMessage"), "the message is taken away")
        assert int(api.called("deleteMessage")[0]["message_id"]) == message_id
        assert all(CANARY not in shown.text for shown in person.shown)
        assert written > 0

    tell(tmp_path, story)
