"""`arendebot services link`: the addresses that open one service, and a QR code to print."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final
from urllib.parse import quote, urlsplit

import click
import segno
from rapidfuzz import fuzz, process

from bot.serving import build_or_exit
from config.settings import Settings
from dialogs.world import World

#: What follows `?start=` may be no longer (Telegram, Deep links).
_LONGEST_START: Final = 64
#: Pixels for each module of a PNG; a printer makes 3 cm of it without blur.
_PIXELS: Final = 16
#: The quiet zone that ISO/IEC 18004 asks for, in modules.
_QUIET: Final = 4
#: Ids less alike than this are no slip of the hand.
_ALIKE: Final = 60
_PICTURES: Final = (".svg", ".png")


class NoLinkError(Exception):
    """There is no link to give; the text says why and what to do."""


def print_links(
    settings: Settings, service_id: str, *, channel: str | None, picture: Path | None
) -> int:
    """Prints the links of a service and draws the first of them; the exit status."""
    world = build_or_exit(settings).assembly.world()
    try:
        links = links_of(world, settings, service_id)
        if channel is not None:
            links = _only(links, channel)
        if picture is not None:
            draw(next(iter(links.values())), picture)
    except NoLinkError as error:
        click.echo(str(error), err=True)
        return 1
    for name, url in links.items():
        click.echo(f"{name:9} {url}")
    if picture is not None:
        click.echo(f"{picture}: a QR code of the {next(iter(links))} link")
    if urlsplit(settings.public_url).hostname in ("127.0.0.1", "localhost") and "web" in links:
        click.echo(
            "Note: the web link opens on this computer only. Set ARENDEBOT_PUBLIC_URL first.",
            err=True,
        )
    return 0


def links_of(world: World, settings: Settings, service_id: str) -> dict[str, str]:
    """The address by channel: the web's always, Telegram's when the bot's name is configured.

    Raises NoLinkError when the service does not exist.
    """
    if service_id not in world.services:
        raise NoLinkError(_unknown(world, service_id))
    links = {"web": f"{settings.public_url}/chat?service={quote(service_id)}"}
    if settings.telegram_bot_name and len(service_id) <= _LONGEST_START:
        links["telegram"] = f"https://t.me/{settings.telegram_bot_name}?start={service_id}"
    return links


def draw(url: str, picture: Path) -> None:
    """Writes the QR code as SVG or PNG, by the name's ending.

    Raises NoLinkError when the ending is another, or the file cannot be written.
    """
    if picture.suffix.lower() not in _PICTURES:
        raise NoLinkError(f"{picture}: unknown kind of picture. Expected {' or '.join(_PICTURES)}.")
    # A quarter of the code may be worn off or dirty: it hangs on a wall.
    code = segno.make(url, micro=False, error="q")
    try:
        code.save(str(picture), scale=_PIXELS, border=_QUIET, light="#fff")
    except OSError as error:
        raise NoLinkError(f"{picture}: cannot be written: {error.strerror}.") from error


def _only(links: Mapping[str, str], channel: str) -> dict[str, str]:
    if channel not in links:
        raise NoLinkError(
            "There is no Telegram link without the bot's name. Set TELEGRAM_BOT_NAME to what "
            "@BotFather calls the username, e.g. kramfors_bot; and a service's id may have "
            f"{_LONGEST_START} characters."
        )
    return {channel: links[channel]}


def _unknown(world: World, service_id: str) -> str:
    known = sorted(world.services)
    near = process.extract(service_id, known, scorer=fuzz.WRatio, limit=3, score_cutoff=_ALIKE)
    told = f"{service_id}: there is no such service."
    if near:
        return f"{told} Did you mean {' or '.join(name for name, _score, _at in near)}?"
    return f"{told} Known are {', '.join(known)}."
