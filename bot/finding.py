"""`arendebot find`: ranks the e-services for a text."""

import sys

import click
import msgspec

from bot.serving import build_or_exit
from config.settings import Settings

_MOST = 10


def find_services(
    settings: Settings, text: str, *, language: str, as_json: bool, batch: bool
) -> None:
    """Prints the services, best first. `batch`: one line of ids for each line read."""
    world = build_or_exit(settings).assembly.world()
    if batch:
        for line in sys.stdin:
            matches = world.finder.find(line.strip(), limit=_MOST)
            click.echo(" ".join(match.service for match in matches))
        return
    matches = world.finder.find(text, limit=_MOST)
    found = [
        {
            "service": match.service,
            "title": world.services[match.service].title.to(language),
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
