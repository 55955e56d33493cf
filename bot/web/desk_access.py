"""Who may use the desk: whom the municipality's facts name as an officer (threat B8)."""

from actions.errors import RefusedError
from bot.web.visits import Visit
from dialogs.world import Officer


def officer_of(visit: Visit) -> Officer | None:
    """None before the login. Raises RefusedError "not_officer" for anybody else."""
    person = visit.person
    if person is None:
        return None
    for officer in visit.site.assembly.world().municipality.officers:
        if officer.personnummer == person.personnummer:
            return officer
    raise RefusedError("not_officer")
