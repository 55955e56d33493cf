"""`/samtal/{ticket}`: the whole conversation to read, keep and print (row 36).

The link is given in the conversation itself, to who may read it there, and lives for an hour. It
opens nothing that is said there with somebody else afterwards (threat B3).
"""

import asyncio

from sqlalchemy import Connection
from starlette.responses import Response
from starlette.routing import BaseRoute

from actions import tickets
from actions.errors import NotFoundError, RefusedError
from actions.transcript import Transcript, as_pdf, as_text, shown_transcript, speaker
from bot.site import Site
from bot.web.rendering import Record, moment, page
from bot.web.security import FILE_HEADERS
from bot.web.visits import Visit, route


def routes(site: Site) -> list[BaseRoute]:
    return [
        route(site, "/samtal/{ticket}", get=_show),
        route(site, "/samtal/{ticket}/samtal.txt", get=_text),
        route(site, "/samtal/{ticket}/samtal.pdf", get=_pdf),
    ]


async def _show(visit: Visit) -> Response:
    transcript = await _transcript(visit)
    texts = visit.site.assembly.world().texts
    path = f"/samtal/{visit.request.path_params['ticket']}"
    return page(
        visit,
        "transcript.html",
        municipality_name=transcript.municipality,
        lines=[
            Record(
                who=speaker(line, transcript, texts),
                when=moment(line.at, visit.language),
                text=line.message.text,
                own=line.message.sender == "person",
            )
            for line in transcript.lines
        ],
        pdf_url=f"{path}/samtal.pdf",
        text_url=f"{path}/samtal.txt",
    )


async def _text(visit: Visit) -> Response:
    transcript = await _transcript(visit)
    text = as_text(transcript, visit.site.assembly.world().texts)
    return _file(text.encode(), name="samtal.txt", media_type="text/plain; charset=utf-8")


async def _pdf(visit: Visit) -> Response:
    transcript = await _transcript(visit)
    pdf = await asyncio.to_thread(as_pdf, transcript, visit.site.assembly.world().texts)
    return _file(pdf, name="samtal.pdf", media_type="application/pdf")


def _file(content: bytes, *, name: str, media_type: str) -> Response:
    headers = {**FILE_HEADERS, "content-disposition": f'attachment; filename="{name}"'}
    return Response(content, media_type=media_type, headers=headers)


async def _transcript(visit: Visit) -> Transcript:
    """Raises NotFoundError; RefusedError "transcript_too_old" or "transcript_login"."""
    assembly, token = visit.site.assembly, visit.request.path_params["ticket"]

    def look(connection: Connection) -> Transcript:
        ticket = tickets.find(assembly, connection, purpose="transcript", token=token)
        if ticket is None or ticket.conversation_id is None:
            raise NotFoundError("ticket")
        if ticket.expires_at <= assembly.now():
            raise RefusedError("transcript_too_old")
        reader = str(ticket.details.get("reader", ""))
        return shown_transcript(assembly, connection, ticket.conversation_id, reader=reader)

    return await visit.site.store.read(look)
