"""Voice messages in Telegram, heard by a program that "hears" what the recording says in UTF-8."""

import asyncio
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

from sqlalchemy import func, select

from actions.store.tables import files
from actions.transcribing import MOST_SECONDS, CommandTranscriber, Transcriber
from tests.telegram.bot_api_server import BotApi, Person, running_bot_api
from tests.telegram.running import Steps, stepping
from tests.telegram.test_hearing import CANARY, say
from tests.telegram.test_intake import Clock, begin

Story = Callable[[Steps, Person, BotApi], Awaitable[None]]
SPOKEN = "Skolgården i Nyland är fin."


def hearing(tmp_path: Path, script: str, *, within: float = 60.0) -> Transcriber:
    path = tmp_path / "transcribe.py"
    path.write_text(script, encoding="utf-8")
    command = (sys.executable, "-X", "utf8", str(path), "{file}", "{language}")
    return CommandTranscriber(command, within=within)


def tell(tmp_path: Path, story: Story, transcriber: Transcriber | None, **app: str) -> None:
    async def run() -> None:
        async with (
            running_bot_api() as api,
            stepping(tmp_path, api, now=Clock(), transcriber=transcriber) as steps,
        ):
            await story(steps, Person(api, **app), api)

    asyncio.run(run())


async def speak(steps: Steps, person: Person, text: str, *, seconds: int = 3) -> str:
    """Speaks; returns all that the bot answered."""
    before = len(person.shown)
    await person.speaks(text.encode(), seconds=seconds)
    await steps.answer()
    return "\n".join(shown.text for shown in person.shown[before:])


READS = "import sys; print(open(sys.argv[1]).read())"


def test_what_is_said_is_read_back_and_is_the_answer_once_confirmed(tmp_path: Path) -> None:
    async def story(steps: Steps, person: Person, api: BotApi) -> None:
        await begin(steps, person)
        await say(steps, person, "beröm", "skola")
        assert f"Jag hörde: ”{SPOKEN}”. Stämmer det?" in await speak(steps, person, SPOKEN)
        assert person.shown[-1].labels == ["Ja, det stämmer", "Nej, jag säger det igen"]
        await person.presses("Ja, det stämmer")
        await steps.answer()
        assert "Vilken dag hände det?" in person.shown[-1].text
        # The recording was heard and is not kept.
        kept = steps.site.store._read(
            lambda c: c.execute(select(func.count()).select_from(files)).scalar_one()
        )
        assert kept == 0

    tell(tmp_path, story, hearing(tmp_path, READS))


def test_the_conversations_language_is_told_and_not_the_apps(tmp_path: Path) -> None:
    async def story(steps: Steps, person: Person, api: BotApi) -> None:
        await begin(steps, person)
        await say(steps, person, "svenska", "beröm", "skola")
        assert "Jag hörde: ”språket sv”" in await speak(steps, person, "x")

    tell(
        tmp_path, story, hearing(tmp_path, "import sys; print('språket', sys.argv[2])"),
        language="en",
    )  # fmt: skip


def test_without_a_transcriber_people_are_asked_to_write_and_nothing_is_fetched(
    tmp_path: Path,
) -> None:
    async def story(steps: Steps, person: Person, api: BotApi) -> None:
        await begin(steps, person)
        await say(steps, person, "beröm", "skola")
        answer = await speak(steps, person, SPOKEN)
        assert "Jag kan inte lyssna på röstmeddelanden. Skriv gärna" in answer
        assert "Skriv din synpunkt." in answer
        assert not api.called("getFile")
        assert "Vilken dag hände det?" in await say(steps, person, SPOKEN)

    tell(tmp_path, story, None)


def test_a_transcriber_that_never_answers_is_told_of_truthfully(tmp_path: Path) -> None:
    async def story(steps: Steps, person: Person, api: BotApi) -> None:
        await begin(steps, person)
        await say(steps, person, "beröm", "skola")
        answer = await speak(steps, person, SPOKEN)
        assert "Felet är hos oss" in answer
        assert "Skriv din synpunkt." in answer

    never = hearing(tmp_path, "import threading; threading.Event().wait()", within=0.5)
    tell(tmp_path, story, never)


def test_a_video_message_is_answered_with_a_wish_for_writing(tmp_path: Path) -> None:
    async def story(steps: Steps, person: Person, api: BotApi) -> None:
        await begin(steps, person)
        note = {"file_id": "v", "file_unique_id": "v", "length": 240, "duration": 3}
        await api.push(message=person.message(video_note=note))
        await steps.answer()
        assert "videomeddelanden" in person.shown[-1].text

    tell(tmp_path, story, hearing(tmp_path, READS))


def test_a_long_recording_is_not_fetched(tmp_path: Path) -> None:
    async def story(steps: Steps, person: Person, api: BotApi) -> None:
        await begin(steps, person)
        assert "högst fem minuter" in await speak(steps, person, "x", seconds=MOST_SECONDS + 1)
        assert not api.called("getFile")

    tell(tmp_path, story, hearing(tmp_path, READS))


def test_a_recording_that_telegram_does_not_give_is_tried_again_then_told(tmp_path: Path) -> None:
    async def story(steps: Steps, person: Person, api: BotApi) -> None:
        await begin(steps, person)
        for _ in range(3):
            api.refuse_next("getFile", 502, "Bad Gateway")
        await person.speaks(b"x")
        await steps.receive()
        for _ in range(3):
            await steps.handle()
        await steps.deliver()
        assert any("Felet är hos oss" in shown.text for shown in person.shown)

    tell(tmp_path, story, hearing(tmp_path, READS))


def test_a_sensitive_answer_is_not_taken_and_its_message_taken_away(tmp_path: Path) -> None:
    async def story(steps: Steps, person: Person, api: BotApi) -> None:
        await begin(steps, person, "skolbyte")
        await say(steps, person, "nej", "jag loggar in sedan", "Kim Ek", "20150314-2380")
        await say(steps, person, "Nylands skola", "Ullångers skola", "om två månader", "vi flyttar")
        answer = await speak(steps, person, CANARY)
        assert "känsligt" in answer
        assert "säker sida" in answer
        await api.until(lambda: api.called("deleteMessage"), "the message is taken away")
        assert CANARY not in " ".join(shown.text for shown in person.shown)

    tell(tmp_path, story, hearing(tmp_path, READS))
