"""Who may use the desk: whom the municipality's facts name as an officer (threat B8)."""

from typing import Any

from starlette.responses import Response

from actions.errors import RefusedError
from bot.web.rendering import page
from bot.web.visits import Visit
from dialogs.world import Officer, World


def officer_of(visit: Visit) -> Officer | None:
    """None before the login. Raises RefusedError "not_officer" for anybody else."""
    person = visit.person
    if person is None:
        return None
    for officer in visit.site.assembly.world().municipality.officers:
        if officer.personnummer == person.personnummer:
            return officer
    raise RefusedError("not_officer")


def serves(officer: Officer, world: World) -> bool:
    """Whether the officer is of customer service, and answers in conversations."""
    return world.municipality.service_unit in officer.units


def desk_page(
    visit: Visit, template: str, officer: Officer, *, place: str, **context: Any
) -> Response:
    """A page with the desk's own navigation; `place` is where in it."""
    return page(
        visit,
        template,
        page=place,
        officer=officer.name,
        serves=serves(officer, visit.site.assembly.world()),
        **context,
    )
