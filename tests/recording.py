"""Writes the answers into a story that has only what the person does.

    python -m tests.recording tests/stories/ny.story      prints it with the lines of "Bot"
    python -m tests.recording --write tests/stories/*.story

Lines of "Bot!" stay. What is printed is what the engine says now, not what it ought to say: it is to
be read, and judged, before it is kept.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from dialogs.messages import Message
from dialogs.world import World
from tests.shipped import shipped_world
from tests.story import Story
from tests.test_stories import EngineTeller

_SENTENCE = re.compile(r".+?(?:[.?!](?=\s|$)|$)", re.DOTALL)
_ABBREVIATION = re.compile(r"\b(?:kl|t\.ex|bl\.a|nr|ca)\.$")


def recorded(text: str, world: World) -> str:
    """The story with its answers. Raises AssertionError where an act is not possible."""
    teller = EngineTeller(world)
    story = Story(teller)
    lines: list[str] = []
    has_begun = False
    for line in text.splitlines():
        written = line.strip()
        if written.startswith("Bot:"):
            continue
        if not written or written.startswith("#"):
            if written:
                lines.append(written)
            continue
        who, _, what = written.partition(":")
        is_setting = who in Story.SETTINGS
        if not is_setting and not has_begun:
            story.begin()
            lines += _answers(teller.messages)
            has_begun = True
        if who == "Bot!":
            lines.append(written)
            continue
        if not is_setting and not lines[-1].startswith(("Minuter", "Dagar")):
            lines.append("")
        lines.append(written)
        story.play(who, what.strip())
        if not is_setting and who not in ("Minuter", "Dagar"):
            lines += _answers(teller.messages)
    return "\n".join(lines).strip() + "\n"


def _answers(messages: tuple[Message, ...]) -> Iterator[str]:
    for message in messages:
        yield from (f"Bot: {line}" for line in _key_lines(message))


def _key_lines(message: Message) -> Iterator[str]:
    """What a reader has to see of a message: how it begins, what it asks, its list, its buttons."""
    paragraphs = [each for each in message.text.split("\n\n") if each.strip()]
    is_introduction = len(paragraphs) > 4
    listed = (
        []
        if is_introduction
        else [line for line in message.text.splitlines() if re.match(r"(•|\d+\.) ", line)]
    )
    first = _first_sentence(paragraphs[0].splitlines()[0])
    last = _first_sentence(paragraphs[-1].splitlines()[-1])
    yield first
    yield from listed
    if len(paragraphs) > 1 and last.endswith("?") and last != first:
        yield last
    links = [f"[{link.label}]" for link in message.links or ()]
    own = message.choices if message.input is None or message.input.field is None else ()
    few = own if own and len(own) <= 3 and not message.text.startswith("Vad vill du göra") else ()
    yield from links
    yield from (f"[{choice.label}]" for choice in few or ())


def _first_sentence(text: str) -> str:
    sentence = ""
    for part in _SENTENCE.finditer(text):
        sentence += part[0]
        if not _ABBREVIATION.search(sentence) and len(sentence) > 3:
            break
    return sentence.strip()


def main() -> int:
    arguments = sys.argv[1:]
    write = "--write" in arguments
    world = shipped_world()
    for name in arguments:
        if name == "--write":
            continue
        path = Path(name)
        text = recorded(path.read_text(encoding="utf-8"), world)
        if write:
            path.write_text(text, encoding="utf-8")
        else:
            print(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
