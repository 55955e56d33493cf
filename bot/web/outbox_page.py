"""`/demo/outbox`: in demo mode, the mail and SMS that would have gone out (threats A9, F13)."""

import re
from typing import Any

import msgspec
from sqlalchemy import Connection, select
from starlette.responses import Response
from starlette.routing import BaseRoute

from actions.errors import NotFoundError
from actions.notify.rendering import rendered
from actions.store.tables import outbox
from bot.site import Site
from bot.web.rendering import Record, moment, page
from bot.web.security import PAGE_HEADERS
from bot.web.visits import Visit, route

#: The newest that are shown.
MOST = 200
_ADDRESS = re.compile(r"https?://[^\s<>\"]+[^\s<>\".,;:!?)]")


class OutboxItem(msgspec.Struct, frozen=True):
    """One message, as `/demo/outbox.json` gives it (contract, section 4)."""

    to: str
    channel: str
    text: str
    links: tuple[str, ...]
    #: ISO 8601, UTC.
    at: str


def routes(site: Site) -> list[BaseRoute]:
    """None in production: the addresses do not exist there."""
    if site.assembly.mode != "demo":
        return []
    return [
        route(site, "/demo/outbox", get=_show),
        route(site, "/demo/outbox.json", get=_show_json),
    ]


async def _show(visit: Visit) -> Response:
    items = [
        Record(
            to=item["to"],
            channel=item["channel"],
            text=item["text"],
            links=item["links"],
            at=moment(item["at"], visit.language),
        )
        for item in await _items(visit.site)
    ]
    return page(visit, "outbox.html", items=items)


async def _show_json(visit: Visit) -> Response:
    items = [msgspec.convert(_plain(item), OutboxItem) for item in await _items(visit.site)]
    return Response(msgspec.json.encode(items), media_type="application/json", headers=PAGE_HEADERS)


def _plain(item: dict[str, Any]) -> dict[str, Any]:
    return {**item, "at": item["at"].isoformat()}


async def _items(site: Site) -> list[dict[str, Any]]:
    assembly = site.assembly
    if assembly.mode != "demo":
        raise NotFoundError("outbox")
    texts = assembly.world().texts

    def look(connection: Connection) -> list[dict[str, Any]]:
        rows = connection.execute(
            select(outbox)
            .where(outbox.c.channel.in_(("sms", "email")))
            .order_by(outbox.c.created_at.desc(), outbox.c.id)
            .limit(MOST)
        ).all()
        items = []
        for row in rows:
            key = assembly.keyring.row_key(row.id, row.key)
            payload = msgspec.json.decode(key.open(row.payload, "payload"))
            words = rendered(payload, texts)
            is_sms = row.channel == "sms"
            text = (words.sms or words.subject) if is_sms else f"{words.subject}\n\n{words.text}"
            items.append(
                {
                    "to": payload["to"],
                    "channel": row.channel,
                    "text": text,
                    "links": tuple(dict.fromkeys(_ADDRESS.findall(text))),
                    "at": row.created_at,
                }
            )
        return items

    return await site.store.read(look)
