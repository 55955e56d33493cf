"""`/tillganglighet`: the accessibility statement (lagen (2018:1937), Digg's regulations on it)."""

from datetime import date

from babel.dates import format_date
from starlette.responses import Response
from starlette.routing import BaseRoute

from bot.site import Site
from bot.web.rendering import error_page, page
from bot.web.visits import Visit, route
from dialogs.texts import base_of


def routes(site: Site) -> list[BaseRoute]:
    return [route(site, "/tillganglighet", get=_show)]


async def _show(visit: Visit) -> Response:
    place = visit.site.assembly.world().municipality
    statement = place.accessibility
    if statement is None:
        return error_page(visit, "not_found", status=404)
    return page(
        visit,
        "accessibility.html",
        flaws=[flaw.to(visit.language) for flaw in statement.flaws],
        method=statement.method.to(visit.language),
        published=_day(statement.published, visit.language),
        assessed=_day(statement.assessed, visit.language),
        supervisor=statement.supervisor,
        supervisor_web=statement.supervisor_web,
        address=place.address,
    )


def _day(day: date, language: str) -> str:
    return str(format_date(day, "long", locale=base_of(language)))
