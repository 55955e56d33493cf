"""The commands (contract, section 1)."""

import gc
import sys
from pathlib import Path

import click

from config.settings import Settings, SettingsError, read_settings


def _settings() -> Settings:
    try:
        return read_settings()
    except SettingsError as error:
        click.echo(str(error), err=True)
        sys.exit(2)


@click.group()
def main() -> None:
    """Ärendebot: file cases with the municipality in a conversation."""


@main.command()
@click.option("--workers", default=1, show_default=True, help="Processes; more need PostgreSQL.")
@click.option("--no-worker", is_flag=True, help="Without the background work.")
def run(workers: int, no_worker: bool) -> None:
    """The server: chat, pages and background work."""
    # What a start makes is kept: to look for garbage in it takes a tenth of its time. Once it is
    # loaded, `bot.app` begins to look.
    gc.disable()
    from bot.serving import serve

    serve(_settings(), workers=workers, with_worker=not no_worker)


@main.command()
def worker() -> None:
    """The background work alone: outbox, expiry, retention."""
    from bot.serving import work

    work(_settings())


@main.command()
@click.option("--service", help="Start with this e-service.")
@click.option("--language", default="sv", show_default=True)
def chat(service: str | None, language: str) -> None:
    """The whole assistant in this terminal."""
    from bot.terminal import talk

    talk(_settings(), service=service, language=language)


@main.command()
@click.argument("text", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="With scores, as JSON.")
@click.option("--lang", default="sv", type=click.Choice(["sv", "en"]))
@click.option("--batch", is_flag=True, help="One query a line from standard input.")
@click.option(
    "--misses",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="List what is missed in a file of lines 'service<tab>text'.",
)
def find(text: tuple[str, ...], as_json: bool, lang: str, batch: bool, misses: Path | None) -> None:
    """Rank the e-services for a text."""
    from bot.finding import find_services, list_misses

    if misses is not None:
        list_misses(_settings(), misses)
        return
    find_services(_settings(), " ".join(text), language=lang, as_json=as_json, batch=batch)


@main.group()
def services() -> None:
    """The catalogue of e-services."""


@services.command("check")
@click.argument("directory", required=False, type=click.Path(path_type=Path))
def check(directory: Path | None) -> None:
    """Check every definition; exit status 1 if any has an error."""
    from bot.catalogue import check_services

    settings = _settings()
    sys.exit(check_services(directory or settings.services, municipality=settings.municipality))


@services.command("list")
def list_services() -> None:
    """The catalogue."""
    from bot.catalogue import print_services

    print_services(_settings())


@services.command("show")
@click.argument("service")
@click.option("--format", "form", default="text", type=click.Choice(["text", "mermaid"]))
def show(service: str, form: str) -> None:
    """One service's flow."""
    from bot.catalogue import print_service

    sys.exit(print_service(_settings(), service, form=form))


@services.command("lix")
@click.argument("service", required=False)
def reading_ease(service: str | None) -> None:
    """How hard the questions are to read (LIX): each service's mean, or each question of one."""
    from bot.reading_ease import print_lix

    sys.exit(print_lix(_settings(), service))


@services.command("link")
@click.argument("service")
@click.option("--channel", type=click.Choice(["web", "telegram"]), help="Only this channel's link.")
@click.option(
    "--qr", type=click.Path(path_type=Path, dir_okay=False), help="Draw it: a name in .svg or .png."
)
def link(service: str, channel: str | None, qr: Path | None) -> None:
    """The addresses that open a service, and a QR code of the first."""
    from bot.service_links import print_links

    sys.exit(print_links(_settings(), service, channel=channel, picture=qr))


@main.command()
def doctor() -> None:
    """Check configuration, database and providers."""
    from bot.doctor import examine

    sys.exit(examine(_settings()))


@main.command()
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option(
    "--roots",
    multiple=True,
    metavar="PROVIDER=FILE",
    help="PEM file with the authorities of an e-ID (bankid=root.pem) or its own certificates "
    "(freja=jws.pem). Default: the settings.",
)
@click.option(
    "--seal-root",
    "seals",
    multiple=True,
    metavar="FILE",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="PEM file with the certificate of the municipality's seal, or of the authority that issued "
    "it. Default: the settings.",
)
def verify(file: Path, roots: tuple[str, ...], seals: tuple[Path, ...]) -> None:
    """Verify the seal and the signatures of an archived case (PDF), offline."""
    from bot.verifying import seal_roots, trusted_roots, verify_file

    trusted = trusted_roots(roots) if roots else _settings().eid.signature_roots()
    sys.exit(verify_file(file, trusted, seal_roots(seals, _settings)))


@main.group()
def rasa() -> None:
    """Rasa beside the assistant."""


@rasa.command("export")
@click.argument("directory", type=click.Path(path_type=Path))
def export(directory: Path) -> None:
    """Write a complete Rasa assistant made from the catalogue."""
    from bot.rasa_export import export_assistant

    export_assistant(_settings(), directory)


@rasa.command("actions")
@click.option("--port", default=5055, show_default=True)
def actions(port: int) -> None:
    """The rasa-sdk action server."""
    from bot.rasa_server import serve_actions

    serve_actions(_settings(), port=port)


if __name__ == "__main__":
    main()
