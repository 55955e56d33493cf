"""What the municipality's own facts say about a unit and a service, in Swedish for its staff."""

from actions.assembly import Assembly
from dialogs.texts import SWEDISH


def mail_address(assembly: Assembly, unit_id: str) -> str:
    """Where a unit reads its mail; customer service when the unit is no longer known."""
    municipality = assembly.world().municipality
    unit = municipality.units.get(unit_id)
    return unit.email if unit is not None else municipality.email


def title_of(assembly: Assembly, service_id: str) -> str:
    service = assembly.world().services.get(service_id)
    return service.title.to(SWEDISH) if service is not None else service_id
