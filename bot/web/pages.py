"""All pages of the site, and the files that they use."""

from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute

from actions.errors import NotSavedError
from bot.problems import problem
from bot.site import Site
from bot.web import (
    accessibility_page,
    chat_page,
    check_page,
    desk,
    desk_talks,
    eid_pages,
    export_page,
    following,
    front,
    my_filing,
    my_pages,
    outbox_page,
    receipt_page,
    rendering,
    secure_answer,
    signing_pages,
    transcript_page,
)
from bot.web.visits import open_visit, say_not_saved, stranger


def routes(site: Site) -> list[BaseRoute]:
    """Every page. Which of them exist in production each module decides."""
    modules = (
        front, eid_pages, following, signing_pages, receipt_page, check_page, secure_answer,
        export_page, my_pages, my_filing, desk_talks, desk, chat_page, outbox_page, transcript_page,
        accessibility_page,
    )  # fmt: skip
    return [route for module in modules for route in module.routes(site)]


def not_found(site: Site) -> Callable[[Request, Exception], Awaitable[Response]]:
    """For an address that leads nowhere: a page for people, a problem for programs."""

    async def answer(request: Request, _error: Exception) -> Response:
        if _is_for_programs(request):
            return problem(request, "no-address")
        try:
            visit = await open_visit(site, request)
        except NotSavedError:
            return say_not_saved(site, request)
        return visit.send(rendering.error_page(visit, "not_found", status=404))

    return answer


def broken(site: Site) -> Callable[[Request, Exception], Awaitable[Response]]:
    """For a mistake of ours: the page says so; the server logs the exception."""

    async def answer(request: Request, _error: Exception) -> Response:
        if _is_for_programs(request):
            return problem(request, "unexpected")
        return rendering.error_page(stranger(site, request), "broken", status=500)

    return answer


def _is_for_programs(request: Request) -> bool:
    return request.url.path.startswith("/api/")
