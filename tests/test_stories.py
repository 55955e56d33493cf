"""Plays the stories in `tests/stories/*.story`: conversations as people read them.

    # Titel                       what the story shows
    Tjänst: skolbyte              opened through a link to this service
    Språk: en    Kanal: telegram  (before the first act)
    Person: ja                    says it
    Knapp: Skicka                 taps the newest button with this label
    Fil: a.pdf, b.pdf             attaches
    Plats: 62.93, 17.78           pins
    Inloggad: Anna                has logged in
    Minuter: 31                   so much time passes; "Dagar: 5" too
    Säker sida: 8327-9 …          answers on our own page instead of in the messenger
    Inloggning: cancelled         the login fails, for this reason
    Gammal knapp: Ja till namn    taps an older button with this label, of this question
    Annan enhet: Kim Ek           answers the question at hand on another device
    Underskrift: 1 av 2           so many have now signed what was sent
    # rad 12, 14                  the rows of docs/conversation.md that it shows
    Bot: Vad heter …              a message of the answer holds this text; "…" is anything
    Bot!: personnummer            no message of the answer holds it

The lines of "Bot" are found in order among the messages that the last act led to.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar

import pytest

from dialogs.events import LoginFailed, Said
from dialogs.messages import Message
from dialogs.world import World
from tests.talking import ANNA, BO, Person

STORIES = sorted((Path(__file__).parent / "stories").glob("*.story"))
PEOPLE = {"Anna": ANNA, "Bo": BO}
_LINE = re.compile(r"(?P<who>[^:]+?): ?(?P<what>.*)")


class Story:
    """One conversation, played line by line."""

    SETTINGS: ClassVar = {"Tjänst": "service", "Språk": "language", "Kanal": "channel"}

    def __init__(self, world: World) -> None:
        self.world = world
        self.settings: dict[str, str] = {}
        self.person: Person | None = None
        #: Messages of the last act that are after the last one that was found.
        self.left: list[Message] = []

    def begin(self) -> Person:
        if self.person is None:
            self.person = Person(self.world, **self.settings)  # type: ignore[arg-type]  # texts only
            self.left = list(self.person.heard)
        return self.person

    def play(self, who: str, what: str) -> None:
        if who in self.SETTINGS:
            assert self.person is None, f"{who} comes first"
            self.settings[self.SETTINGS[who]] = what
            return
        person = self.begin()
        match who:
            case "Bot":
                self.hears(what)
                return
            case "Bot!":
                assert not _fits(what, person.text), f"{what!r} was said:\n{person.text}"
                return
            case "Minuter":
                person.wait(minutes=float(what))
                return
            case "Dagar":
                person.wait(days=float(what))
                return
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
        self.left = list(person.heard)

    def hears(self, what: str) -> None:
        while self.left:
            if _fits(what, shown(self.left[0])):
                return
            self.left.pop(0)
        said = self.person.text if self.person else ""
        raise AssertionError(f"expected {what!r} but heard:\n{said}")


def shown(message: Message) -> str:
    """A message as a person sees it, with its buttons and links."""
    labels = [choice.label for choice in message.choices or ()]
    labels += [link.label for link in message.links or ()]
    return "\n".join([message.text, *(f"[{label}]" for label in labels)])


def _fits(pattern: str, text: str) -> bool:
    parts = (re.escape(" ".join(part.split())) for part in pattern.split("…"))
    return re.search(".*".join(parts), " ".join(text.split())) is not None


def _lines(path: Path) -> Iterator[tuple[int, str, str]]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        found = _LINE.fullmatch(line.strip())
        assert found, f"{path.name}:{number}: not a line of a story: {line!r}"
        yield number, found["who"], found["what"]


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_story(path: Path, world: World) -> None:
    story = Story(world)
    for number, who, what in _lines(path):
        try:
            story.play(who, what)
        except AssertionError as error:
            raise AssertionError(f"{path.name}:{number}: {error}") from None


def test_there_are_stories_of_every_service(world: World) -> None:
    told = "\n".join(path.read_text(encoding="utf-8") for path in STORIES)
    assert {service for service in world.services if f"Tjänst: {service}\n" not in told} == set()
    assert len(STORIES) >= 25


#: The rows of docs/conversation.md that a talk with the shipped services can show (28 needs two versions).
SHOWN_ROWS = {*range(1, 21), *range(22, 28), *range(29, 33), 34, 36, 39, 40, 42, 43, 44, 47}


def test_there_is_a_story_of_every_row_that_a_talk_can_show() -> None:
    told = set()
    for path in STORIES:
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("# rad "):
                told |= {int(row) for row in line.removeprefix("# rad ").split(",")}
    assert told >= SHOWN_ROWS
    assert len(STORIES) >= 150
