"""`arendebot services lix`: how hard the questions are to read (see `dialogs.lix`)."""

from collections.abc import Iterable, Iterator
from statistics import mean

import click

from bot.serving import build_or_exit
from config.settings import Settings
from dialogs.fields import FIELD_TYPES
from dialogs.lix import lix
from dialogs.service import Field, Service


def print_lix(settings: Settings, service_id: str | None) -> int:
    """The mean of each service by language, or each question of one; exit status 1 when there is
    no such service.
    """
    services = build_or_exit(settings).assembly.world().services
    if service_id is None:
        for service in sorted(services.values(), key=lambda each: each.id):
            click.echo(f"{service.id:24} {_means([service], service.languages)}")
        click.echo(f"{'all':24} {_means(services.values(), ('sv', 'en', 'sv-simple'))}")
        return 0
    if service_id not in services:
        click.echo(f"{service_id}: there is no such service.", err=True)
        return 1
    service = services[service_id]
    for language in service.languages:
        click.echo(f"{language}, mean {mean_lix([service], language):.1f}")
        for field in _asked(service.fields):
            text = field.ask.to(language)
            click.echo(f"  {lix(text):5.1f}  {text}")
    return 0


def mean_lix(services: Iterable[Service], language: str) -> float:
    """The mean of all questions of the services in a language."""
    return mean(
        lix(field.ask.to(language)) for service in services for field in _asked(service.fields)
    )


def _means(services: Iterable[Service], languages: tuple[str, ...]) -> str:
    return "  ".join(f"{each} {mean_lix(services, each):4.1f}" for each in languages)


def _asked(fields: tuple[Field, ...]) -> Iterator[Field]:
    """All fields that ask something, those of groups too."""
    for field in fields:
        if FIELD_TYPES[field.type].asks:
            yield field
        yield from _asked(field.fields)
