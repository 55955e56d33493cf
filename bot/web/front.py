"""`/` with the embedded chat, and the static files: style sheet and widget."""

import gzip
import hashlib
from functools import cache

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from bot.site import Site
from bot.web.rendering import TEMPLATES, Record, page
from bot.web.visits import Visit, route
from bot.widget.bundle import widget_script
from dialogs.browsing import category_name, services_by_category

_STATIC = TEMPLATES.parent / "static"


def routes(site: Site) -> list[BaseRoute]:
    """The demo page, /widget.js, /static/site.css and the pages' scripts."""

    async def widget(request: Request) -> Response:
        # Sites of other origins load it as a module, which needs CORS; it holds no secrets.
        return _static(request, _widget(), "text/javascript", {"access-control-allow-origin": "*"})

    async def style(request: Request) -> Response:
        return _static(request, _style(), "text/css", {})

    async def desk_script(request: Request) -> Response:
        return _static(request, _script("desk.js"), "text/javascript", {})

    async def wait_script(request: Request) -> Response:
        return _static(request, _script("wait.js"), "text/javascript", {})

    async def no_icon(_request: Request) -> Response:
        return Response(status_code=204, headers={"cache-control": "max-age=86400"})

    return [
        route(site, "/", get=_home),
        Route("/widget.js", widget),
        Route("/static/site.css", style),
        Route("/static/desk.js", desk_script),
        Route("/static/wait.js", wait_script),
        # Browsers ask for it unbidden; without one their console would show an error.
        Route("/favicon.ico", no_icon),
    ]


async def _home(visit: Visit) -> Response:
    world, language = visit.site.assembly.world(), visit.language
    categories = [
        Record(
            name=category_name(world, name, language),
            services=[
                Record(title=each.title.to(language), url=f"/chat?service={each.id}")
                for each in services
            ],
        )
        for name, services in services_by_category(world, language).items()
    ]
    demo = visit.site.assembly.mode == "demo"
    return page(visit, "demo.html", page="home", categories=categories, outbox=demo, desk=demo)


@cache
def _widget() -> bytes:
    return widget_script().encode()


@cache
def _style() -> bytes:
    return (_STATIC / "site.css").read_bytes()


@cache
def _script(name: str) -> bytes:
    return (_STATIC / name).read_bytes()


@cache
def _packed(content: bytes) -> bytes:
    return gzip.compress(content, 9)


def _static(request: Request, content: bytes, media_type: str, headers: dict[str, str]) -> Response:
    """A file that is asked for again only when it has changed."""
    tag = f'"{hashlib.sha256(content).hexdigest()[:16]}"'
    headers = {
        **headers,
        "etag": tag,
        "cache-control": "no-cache",
        "vary": "accept-encoding",
        "x-content-type-options": "nosniff",
    }
    if request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers=headers)
    if "gzip" in request.headers.get("accept-encoding", ""):
        content = _packed(content)
        headers["content-encoding"] = "gzip"
    return Response(content, headers=headers, media_type=media_type)
