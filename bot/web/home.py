"""`/`, a page such as a municipality has with the chat embedded; its style and the widget."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from bot.site import Site
from bot.web.rendering import TEMPLATES, Record, filled, page
from bot.web.visits import Visit, route
from bot.widget.bundle import widget_script

STATIC = TEMPLATES.parent / "static"
_KEEP = {"cache-control": "public, max-age=300", "x-content-type-options": "nosniff"}


def routes(site: Site) -> list[BaseRoute]:
    script = widget_script().encode()

    async def widget(_request: Request) -> Response:
        # Other sites embed it, so it may be loaded from anywhere.
        headers = {**_KEEP, "access-control-allow-origin": "*"}
        return Response(script, media_type="text/javascript", headers=headers)

    return [
        route(site, "/", get=_show),
        Route("/widget.js", widget, methods=["GET"]),
        Mount("/static", StaticFiles(directory=STATIC), name="static"),
    ]


async def _show(visit: Visit) -> Response:
    services = sorted(
        visit.site.assembly.world().services.values(), key=lambda each: each.title.to("sv")
    )
    demo = visit.site.assembly.mode == "demo"
    return page(
        visit,
        "demo.html",
        page="home",
        services=[
            Record(
                title=service.title.to(visit.language),
                summary=filled(visit, service.summary),
                url=f"/chat?service={service.id}",
            )
            for service in services
        ],
        outbox=demo,
        desk=demo,
    )
