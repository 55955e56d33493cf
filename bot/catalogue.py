"""`arendebot services`: checking and showing the catalogue."""

from pathlib import Path

import click

from actions.config_files import ConfigurationFileError
from actions.municipality import read_municipality
from actions.worlds import read_catalogue
from bot.serving import build_or_exit
from config.settings import Settings
from dialogs.drawing import as_mermaid, as_text
from dialogs.fields import FIELD_TYPES
from dialogs.problems import Severity


def check_services(directory: Path, *, municipality: Path) -> int:
    """Prints every problem of every definition; the exit status."""
    try:
        units = read_municipality(municipality).units
        catalogue = read_catalogue(directory, units=units.keys())
    except ConfigurationFileError as error:
        click.echo(str(error), err=True)
        return 1
    for problem in catalogue.problems:
        click.echo(str(problem))
    errors = sum(problem.severity is Severity.ERROR for problem in catalogue.problems)
    warnings = len(catalogue.problems) - errors
    click.echo(f"{len(catalogue.services)} services, {errors} errors, {warnings} warnings")
    return 1 if errors else 0


def print_services(settings: Settings) -> None:
    """One line a service."""
    world = build_or_exit(settings).assembly.world()
    for service in sorted(world.services.values(), key=lambda each: each.id):
        login = "login" if service.login else "-"
        click.echo(
            f"{service.id:22} {login:6} {service.signing:5} {service.title.to('sv')}"
            f"  [{', '.join(service.languages)}]"
        )


def print_service(settings: Settings, service_id: str, *, form: str) -> int:
    """One service's flow; exit status 1 when there is no such service."""
    world = build_or_exit(settings).assembly.world()
    service = world.services.get(service_id)
    if service is None:
        known = ", ".join(sorted(world.services))
        click.echo(f"{service_id}: there is no such service. Known are {known}.", err=True)
        return 1
    draw = as_mermaid if form == "mermaid" else as_text
    click.echo(draw(service, FIELD_TYPES))
    return 0
