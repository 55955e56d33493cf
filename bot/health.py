"""What an operator's monitor asks: alive, ready, how much. Counts only, no contents."""

from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from sqlalchemy import Connection, text
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from actions.errors import NotSavedError
from bot.site import Site


def routes(site: Site) -> list[BaseRoute]:
    """/healthz, /readyz and /metrics."""

    async def alive(_request: Request) -> Response:
        return PlainTextResponse("ok")

    async def ready(_request: Request) -> Response:
        """Ready when the database takes a write: a full disk or a dead server shows here."""
        try:
            await site.store.write(_touch)
        except NotSavedError:
            return PlainTextResponse("the database does not take writes", 503)
        return PlainTextResponse("ready")

    async def metrics(_request: Request) -> Response:
        return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)

    return [
        Route("/healthz", alive),
        Route("/readyz", ready),
        Route("/metrics", metrics),
    ]


def _touch(connection: Connection) -> None:
    connection.execute(text("UPDATE service_versions SET source = source WHERE service = ''"))
