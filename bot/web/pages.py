"""All pages of the site, and the files that they use."""

from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute

from bot.site import Site
from bot.web import (
    chat_page,
    desk,
    eid_pages,
    front,
    my_pages,
    outbox_page,
    receipt_page,
    rendering,
    secure_answer,
    signing_pages,
)
from bot.web.visits import open_visit


def routes(site: Site) -> list[BaseRoute]:
    """Every page. Which of them exist in production each module decides."""
    modules = (
        front, eid_pages, signing_pages, receipt_page, secure_answer, my_pages, desk, chat_page,
        outbox_page,
    )  # fmt: skip
    return [route for module in modules for route in module.routes(site)]


def not_found(site: Site) -> Callable[[Request, Exception], Awaitable[Response]]:
    """For an address that leads nowhere: a page for people, one line for programs."""

    async def answer(request: Request, _error: Exception) -> Response:
        if request.url.path.startswith("/api/"):
            return PlainTextResponse("Not Found", 404)
        visit = await open_visit(site, request)
        return visit.send(rendering.error_page(visit, "not_found", status=404))

    return answer
