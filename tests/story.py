"""Stories: conversations as people read them, in `tests/stories/*.story`, and how they are played.

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
    Handläggaren ber om: intyg    the officer wants more for the newest case
    # rad 12, 14                  the rows of docs/conversation.md that it shows
    Bot: Vad heter …              a message of the answer holds this text; "…" is anything
    Bot!: personnummer            no message of the answer holds it

The lines of "Bot" are found in order among the messages that the last act led to. A teller does the
acts in one channel, so that the same story is told in each of them.
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, ClassVar, NamedTuple, Protocol

from dialogs.conversation import Draft

STORIES = sorted((Path(__file__).parent / "stories").glob("*.story"))
_LINE = re.compile(r"(?P<who>[^:]+?): ?(?P<what>.*)")


class Line(NamedTuple):
    number: int
    who: str
    what: str


class Filing(NamedTuple):
    """What a story has led to: one draft or case, and what it holds."""

    service: str
    status: str
    #: Values by path, files by their names, without what was only shown.
    answers: dict[str, Any]


class Teller(Protocol):
    """Somebody who does what a story says, in one channel."""

    def begin(self, **settings: str) -> None:
        """Opens a conversation: `service`, `language`, `channel`."""

    def act(self, who: str, what: str) -> None:
        """Does one line. Raises AssertionError when that is not possible there."""

    @property
    def heard(self) -> Sequence[str]:
        """What the last act led to, message by message, as the person sees it."""


class Story:
    """One conversation, played line by line."""

    SETTINGS: ClassVar = {"Tjänst": "service", "Språk": "language", "Kanal": "channel"}

    def __init__(self, teller: Teller) -> None:
        self.teller = teller
        self.settings: dict[str, str] = {}
        #: Messages of the last act that are after the last one that was found; None before the first.
        self.left: list[str] | None = None

    def begin(self) -> None:
        if self.left is None:
            self.teller.begin(**self.settings)
            self.left = list(self.teller.heard)

    def play(self, who: str, what: str) -> None:
        if who in self.SETTINGS:
            assert self.left is None, f"{who} comes first"
            self.settings[self.SETTINGS[who]] = what
            return
        self.begin()
        match who:
            case "Bot":
                self._hears(what)
            case "Bot!":
                said = "\n".join(self.teller.heard)
                assert not fits(what, said), f"{what!r} was said:\n{said}"
            case _:
                self.teller.act(who, what)
                self.left = list(self.teller.heard)

    def _hears(self, what: str) -> None:
        while self.left:
            if fits(what, self.left[0]):
                return
            self.left.pop(0)
        said = "\n".join(self.teller.heard)
        raise AssertionError(f"expected {what!r} but heard:\n{said}")


def tell(path: Path, teller: Teller) -> None:
    """Plays a whole story. Raises AssertionError with its line."""
    story = Story(teller)
    for number, who, what in lines(path):
        try:
            story.play(who, what)
        except AssertionError as error:
            raise AssertionError(f"{path.name}:{number}: {error}") from None


def lines(path: Path) -> Iterator[Line]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        found = _LINE.fullmatch(line.strip())
        assert found, f"{path.name}:{number}: not a line of a story: {line!r}"
        yield Line(number, found["who"], found["what"])


#: What a filing is called is each channel's own.
_REFERENCE = re.compile(r"K\\-2345\\-\d{4}")


def fits(pattern: str, text: str) -> bool:
    parts = (re.escape(" ".join(part.split())) for part in pattern.split("…"))
    parts = (_REFERENCE.sub("[A-Z]-[0-9A-Z]{4}-[0-9A-Z]{4}", part) for part in parts)
    return re.search(".*".join(parts), " ".join(text.split())) is not None


def filing(draft: Draft) -> Filing:
    """What is compared between the channels: ids and times are each one's own."""
    answers = {
        path: _named(answer.value)
        for path, answer in draft.answers.items()
        if answer.how != "shown"
    }
    return Filing(service=draft.service, status=draft.status.value, answers=answers)


def _named(value: Any) -> Any:
    match value:
        case list() | tuple():
            return [_named(each) for each in value]
        case {"file_id": _, "name": name}:
            return name
    return value
