"""Plays the stories in `tests/stories/*.story` (see `tests.story`) through the engine."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from dialogs.events import LoginFailed, Said
from dialogs.messages import Message
from dialogs.world import World
from tests.story import STORIES, Filing, filing, tell
from tests.talking import PEOPLE, Person


class EngineTeller:
    """Tells a story to the engine itself."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.person: Person | None = None

    def begin(self, **settings: str) -> None:
        self.person = Person(self.world, **settings)  # type: ignore[arg-type]  # texts only

    def act(self, who: str, what: str) -> None:
        person = self.person
        assert person is not None
        match who:
            case "Minuter":
                person.wait(minutes=float(what))
            case "Dagar":
                person.wait(days=float(what))
            case "Person":
                # A bar stands for a line break.
                person.say(what.replace(" | ", "\n"))
            case "Säker sida":
                person.happens(Said(text=what, secure=True))
            case "Inloggning":
                person.happens(LoginFailed(reason=what))
            case "Gammal knapp":
                label, _, about = what.partition(" till ")
                person.tap(person.old_button(label), about=about or None)
            case "Annan enhet":
                person.answers_elsewhere(what)
            case "Underskrift":
                signed, signers = what.split(" av ")
                person.signs(int(signed), int(signers))
            case "Handläggaren ber om":
                person.is_asked(what)
            case "Knapp":
                person.tap_label(what)
            case "Fil":
                person.attach(*(name.strip() for name in what.split(",")))
            case "Plats":
                lat, lon = what.split(",")
                person.pin(float(lat), float(lon))
            case "Inloggad":
                person.log_in(PEOPLE[what])
            case _:
                raise AssertionError(f"{who!r} is no part of a story")

    @property
    def messages(self) -> tuple[Message, ...]:
        return self.person.heard if self.person is not None else ()

    def filings(self) -> list[Filing]:
        person = self.person
        return sorted((filing(each) for each in person.drafts.values()), key=repr) if person else []

    @property
    def heard(self) -> Sequence[str]:
        return [shown(message) for message in self.messages]


def shown(message: Message) -> str:
    """A message as a person sees it, with its buttons and links."""
    labels = [choice.label for choice in message.choices or ()]
    labels += [link.label for link in message.links or ()]
    return "\n".join([message.text, *(f"[{label}]" for label in labels)])


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_story(path: Path, world: World) -> None:
    tell(path, EngineTeller(world))


def test_there_are_stories_of_every_service(world: World) -> None:
    told = "\n".join(path.read_text(encoding="utf-8") for path in STORIES)
    assert {service for service in world.services if f"Tjänst: {service}\n" not in told} == set()
    assert len(STORIES) >= 25


#: The rows of docs/conversation.md that a talk with the shipped services can show (28 needs two versions).
SHOWN_ROWS = {*range(1, 21), *range(22, 28), *range(29, 33), 34, 35, 36, 37, 39, 40, 42, 43, 44, 47}


def test_there_is_a_story_of_every_row_that_a_talk_can_show() -> None:
    told = set()
    for path in STORIES:
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("# rad "):
                told |= {int(row) for row in line.removeprefix("# rad ").split(",")}
    assert told >= SHOWN_ROWS
    assert len(STORIES) >= 150
