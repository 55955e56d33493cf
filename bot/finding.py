"""`arendebot find`: ranks the e-services for a text."""

import sys
from collections.abc import Iterator
from pathlib import Path

import click
import msgspec

from bot.serving import build_or_exit
from config.settings import Settings
from dialogs.finding import Finder, Sureness
from dialogs.world import World

_MOST = 10
#: Stands for "no service" in a labelled file.
_NONE = "-"


def find_services(
    settings: Settings, text: str, *, language: str, as_json: bool, batch: bool
) -> None:
    """Prints the services, best first. `batch`: one line of ids for each line read."""
    world = build_or_exit(settings).assembly.world()
    if batch:
        for line in sys.stdin:
            click.echo(" ".join(_ids(world.finder, line.strip())))
        return
    matches = world.finder.find(text, limit=_MOST)
    found = [
        {
            "service": match.service,
            "title": _title(world, match.service, language),
            "score": round(match.score, 3),
        }
        for match in matches
    ]
    if as_json:
        click.echo(msgspec.json.encode(found).decode())
        return
    if not found:
        click.echo("Inget träffar." if language == "sv" else "Nothing matches.")
    for each in found:
        click.echo(f"{each['score']:5.2f}  {each['service']:22} {each['title']}")


def list_misses(settings: Settings, file: Path) -> None:
    """Prints the texts of a labelled file that did not lead where they should, then the rates.

    The file has one text a line and before it, after a tab, the service that is meant, or `-` when
    none is; a column before that is left aside, like a first line of headings.
    """
    finder = build_or_exit(settings).assembly.world().finder
    rows = list(_labelled(file))
    missed = 0
    for meant, text in rows:
        ids = _ids(finder, text)
        if (ids[:1] or [_NONE]) != [meant]:
            missed += 1
            click.echo(text)
            click.echo(f"    meant {meant}, found {_found(finder, text)}")
            click.echo(f"    words: {_seen(finder, text)}")
    click.echo(f"{missed} of {len(rows)} texts missed. Mend the 'words' of the services meant.")


def _ids(finder: Finder, text: str) -> list[str]:
    """The services, best first; none when the text is out of scope."""
    if finder.decide(text).kind is Sureness.NOTHING:
        return []
    return [match.service for match in finder.find(text, limit=_MOST)]


def _found(finder: Finder, text: str) -> str:
    """What won instead, with scores; or whose matter it was taken for."""
    decided = finder.decide(text)
    if decided.kind is not Sureness.NOTHING:
        return ", ".join(f"{each.service} {each.score:.2f}" for each in finder.find(text))
    best = ", ".join(f"{each.service} {each.score:.2f}" for each in finder.find(text, limit=1))
    other = decided.elsewhere
    why = f"taken for {other.service} {other.score:.2f} of guidance.yaml" if other else "too weak"
    return f"{_NONE} ({why}; best service: {best or _NONE})"


def _seen(finder: Finder, text: str) -> str:
    """The words that were weighed: "?" stands after those that nobody has."""
    return ", ".join(
        f"{word} = {' '.join(stems[:3])}" if stems else f"{word} ?"
        for word, stems in finder.seen(text).items()
    )


def _labelled(file: Path) -> Iterator[tuple[str, str]]:
    for line in file.read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        if len(cells) >= 2 and cells[-2:] != ["service", "text"]:
            yield cells[-2], cells[-1]


def _title(world: World, service_id: str, language: str) -> str:
    service = world.services.get(service_id)
    return service.title.to(language) if service else service_id
