"""`/mina-sidor/uppgifter`: everything that is kept about the person, after e-ID (row 30)."""

from sqlalchemy import Connection
from starlette.responses import Response
from starlette.routing import BaseRoute

from actions.audit import record
from actions.export import Export, KnownChat, KnownFiling, KnownRequest, as_json, export_of
from bot.site import Site
from bot.web.rendering import Record, moment, page, redirect, say, section, status_text
from bot.web.security import FILE_HEADERS
from bot.web.visits import Visit, route
from dialogs.conversation import Person
from dialogs.statuses import Status

_PATH = "/mina-sidor/uppgifter"
_LOGIN = "/mina-sidor"


def routes(site: Site) -> list[BaseRoute]:
    """Before those of `my_filing`, which takes any other word for a reference."""
    return [
        route(site, _PATH, get=_show),
        route(site, f"{_PATH}/uppgifter.json", get=_json),
    ]


async def _show(visit: Visit) -> Response:
    if visit.person is None:
        return redirect(_LOGIN)
    export = await _export(visit, visit.person)
    return page(
        visit,
        "export.html",
        page="my-pages-part",
        filings=[_filing(visit, each) for each in export.filings],
        requests=[_request(visit, each) for each in export.requests],
        chats=[_chat(visit, each) for each in export.chats],
        choices=_choices(visit, export),
        json_url=f"{_PATH}/uppgifter.json",
    )


async def _json(visit: Visit) -> Response:
    if visit.person is None:
        return redirect(_LOGIN)
    export = await _export(visit, visit.person)
    headers = {**FILE_HEADERS, "content-disposition": 'attachment; filename="uppgifter.json"'}
    return Response(as_json(export), media_type="application/json", headers=headers)


async def _export(visit: Visit, person: Person) -> Export:
    assembly = visit.site.assembly

    def look(connection: Connection) -> Export:
        about = assembly.keyring.mac("person", person.personnummer)
        record(assembly, connection, act="person.exported", person=person.personnummer, about=about)
        return export_of(assembly, connection, person)

    return await visit.site.store.write(look)


def _filing(visit: Visit, filing: KnownFiling) -> Record:
    return Record(
        title=_title(visit, filing.service),
        reference=filing.reference,
        status=status_text(visit, Status(filing.status)),
        section=section("", filing.answers),
        when=say(
            visit,
            "export.when",
            begun=moment(filing.begun_at, visit.language),
            changed=moment(filing.changed_at, visit.language),
        ),
        afterwards=_afterwards(visit, filing),
    )


def _afterwards(visit: Visit, filing: KnownFiling) -> list[str]:
    """What officers wrote, and what the person added, in the order of time."""
    written = [
        (each.at, say(visit, "completing.officer", asked=each.text)) for each in filing.notes
    ]
    for each in filing.completions:
        names = [file.name for file in each.files]
        added = " ".join([each.text, *names])
        written.append((each.at, say(visit, "export.added", text=added)))
    return [f"{moment(at, visit.language)}: {text}" for at, text in sorted(written)]


def _request(visit: Visit, request: KnownRequest) -> str:
    known = (request.name, request.role, request.phone, request.email, request.reason)
    return say(
        visit,
        "export.request",
        title=_title(visit, request.service),
        reference=request.reference,
        known=", ".join(each for each in known if each),
    )


def _chat(visit: Visit, chat: KnownChat) -> Record:
    return Record(
        title=say(
            visit,
            "export.chat",
            channel=say(visit, f"web.channel.{chat.channel}"),
            begun=moment(chat.begun_at, visit.language),
        ),
        count=say(visit, "export.lines", count=len(chat.lines)),
        lines=[
            Record(
                who=say(visit, f"transcript.{line.sender}"),
                when=moment(line.at, visit.language),
                text=line.text,
            )
            for line in chat.lines
        ],
    )


def _choices(visit: Visit, export: Export) -> list[str]:
    wished = export.preferences
    if wished is None:
        return []
    lines = [say(visit, f"export.reminders_{'on' if wished.reminders else 'off'}")]
    if wished.way is not None:
        lines.append(say(visit, f"export.way_{wished.way}", to=wished.to))
    return lines


def _title(visit: Visit, service_id: str) -> str:
    service = visit.site.assembly.world().services.get(service_id)
    return service.title.to(visit.language) if service else service_id
