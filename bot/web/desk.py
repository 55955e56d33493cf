"""`/desk`: the case officers' page (threat B8).

An officer is somebody whom the municipality's facts name, with the units whose cases they handle. A
case of another unit looks like one that does not exist, and each reading is recorded.
"""

from urllib.parse import quote

from sqlalchemy import Connection, select
from starlette.responses import Response
from starlette.routing import BaseRoute

from actions import cases, customer_service
from actions.audit import record
from actions.cases import CaseListItem, CaseView
from actions.errors import NotFoundError, RefusedError
from actions.store.tables import cases as case_rows
from actions.store.tables import files, outbox
from bot.site import Site
from bot.web import identifying, receipt_page
from bot.web.desk_access import desk_page, officer_of, serves
from bot.web.desk_case import case_page, unit_name
from bot.web.identifying import STEP, Step
from bot.web.rendering import Record, moment, page, redirect, say, status_text
from bot.web.security import FILE_HEADERS
from bot.web.visits import Visit, route
from dialogs.fields.base import FileGiven
from dialogs.statuses import RECEIVED_STATUSES, Status
from dialogs.world import Officer

_BASE = "/desk"
_STEP = Step(base=_BASE, about="desk", purpose="desk")
#: Characters of a message to the applicant.
_MOST_NOTE = 4000


def routes(site: Site) -> list[BaseRoute]:
    return [
        route(site, _BASE, get=_show, post=_start),
        route(site, _BASE + STEP, get=_show_order, post=_identify),
        route(site, _BASE + "/{reference}", get=_show_case, post=_act),
        route(site, _BASE + "/{reference}/kvittens.pdf", get=_receipt),
        route(site, _BASE + "/{reference}/arkiv.pdf", get=_archive),
        route(site, _BASE + "/{reference}/fil/{file_id}", get=_file),
    ]


# ── Who ───────────────────────────────────────────────────────────────────────────────────────


async def _start(visit: Visit) -> Response:
    if visit.value("action") == "log-out":
        await visit.end()
        return redirect(_BASE)
    return await identifying.start(visit, _STEP, provider=visit.value("provider"))


async def _show_order(visit: Visit) -> Response:
    return await identifying.show(visit, _STEP)


async def _identify(visit: Visit) -> Response:
    return await identifying.answer(visit, _STEP)


# ── The list ──────────────────────────────────────────────────────────────────────────────────


async def _show(visit: Visit) -> Response:
    notice = await visit.take_notice()
    officer = officer_of(visit)
    if officer is None:
        return page(
            visit,
            "eid_start.html",
            page="desk",
            chat=None,
            reason=say(visit, "web.login.desk"),
            providers=identifying.providers(visit),
            problem=notice,
        )
    assembly, units = visit.site.assembly, officer.units
    items, undelivered, waiting = await visit.site.store.read(
        lambda c: (
            cases.cases_of_units(assembly, c, units),
            _undelivered(c, units),
            customer_service.count_waiting(c) if serves(officer, assembly.world()) else None,
        )
    )
    query = visit.request.query_params.get("query", "")[:100].strip()
    wanted = visit.request.query_params.get("status", "")
    return desk_page(
        visit,
        "desk_undelivered.html",
        officer,
        place="desk",
        cases=[
            _line(visit, item)
            for item in items
            if item.status.value.startswith(wanted) and _matches(item, query)
        ],
        statuses=[
            Record(value=each.value, text=status_text(visit, each), selected=each.value == wanted)
            for each in Status
            if each in RECEIVED_STATUSES
        ],
        query=query,
        talks=waiting,
        undelivered=[
            say(visit, "web.desk.undelivered", channel=channel, reference=reference)
            for channel, reference in undelivered
        ],
    )


def _matches(item: CaseListItem, query: str) -> bool:
    return query.casefold() in f"{item.reference} {item.title}".casefold()


def _line(visit: Visit, item: CaseListItem) -> Record:
    return Record(
        reference=item.reference,
        title=item.title,
        status=status_text(visit, item.status),
        received=moment(item.received_at, visit.language),
        unit=unit_name(visit, item.unit),
        url=f"{_BASE}/{item.reference}",
    )


def _undelivered(connection: Connection, units: tuple[str, ...]) -> list[tuple[str, str]]:
    """Messages about these units' cases that were given up: (channel, reference)."""
    rows = connection.execute(
        select(outbox.c.channel, case_rows.c.reference)
        .join(case_rows, case_rows.c.draft_id == outbox.c.draft_id)
        .where(outbox.c.state == "dead", case_rows.c.unit.in_(units))
        .order_by(outbox.c.created_at.desc())
        .limit(100)
    ).all()
    return [(row.channel, row.reference) for row in rows]


# ── One case ──────────────────────────────────────────────────────────────────────────────────


async def _show_case(visit: Visit) -> Response:
    officer = officer_of(visit)
    if officer is None:
        return redirect(_BASE)
    notice = await visit.take_notice()
    case = await _open(visit, officer)
    urls = await _file_urls(visit, case)
    return case_page(visit, case, urls, officer=officer, notice=notice)


async def _open(visit: Visit, officer: Officer) -> CaseView:
    """The case, with its line in the audit trail. Raises NotFoundError."""
    assembly, reference = visit.site.assembly, visit.request.path_params["reference"]
    return await visit.site.store.write(
        lambda c: cases.open_case(
            assembly,
            c,
            reference,
            officer_personnummer=officer.personnummer,
            units=officer.units,
        )
    )


async def _file_urls(visit: Visit, case: CaseView) -> dict[str, str]:
    """Addresses of the case's files, by checksum."""
    rows = await visit.site.store.read(
        lambda c: c.execute(
            select(files.c.id, files.c.sha256).where(files.c.draft_id == case.draft_id)
        ).all()
    )
    return {row.sha256: f"{_BASE}/{case.reference}/fil/{row.id}" for row in rows}


async def _act(visit: Visit) -> Response:
    officer = officer_of(visit)
    if officer is None:
        return redirect(_BASE)
    assembly, reference = visit.site.assembly, visit.request.path_params["reference"]
    try:
        status = Status(visit.value("status"))
    except ValueError as error:
        raise RefusedError("status_not_allowed") from error
    note = visit.value("message").strip()[:_MOST_NOTE]
    await visit.site.write(
        lambda c: cases.set_status(
            assembly,
            c,
            reference,
            status,
            officer_personnummer=officer.personnummer,
            units=officer.units,
            note=note,
        )
    )
    await visit.change(notice="web.desk.saved")
    return redirect(f"{_BASE}/{reference}")


async def _receipt(visit: Visit) -> Response:
    officer = officer_of(visit)
    if officer is None:
        return redirect(_BASE)
    case = await _open(visit, officer)
    reading = receipt_page.Reading(draft_id=case.draft_id, for_filer=False, download_url="")
    return await receipt_page.download(visit, reading)


async def _archive(visit: Visit) -> Response:
    """The case as one file that proves itself; its reading is in the audit trail."""
    officer = officer_of(visit)
    if officer is None:
        return redirect(_BASE)
    case = await _open(visit, officer)
    reading = receipt_page.Reading(
        draft_id=case.draft_id, for_filer=True, for_archive=True, download_url=""
    )
    return await receipt_page.download(visit, reading)


async def _file(visit: Visit) -> Response:
    """One of the case's files, to be saved; never shown by the browser (threat G1)."""
    officer = officer_of(visit)
    if officer is None:
        return redirect(_BASE)
    case = await _open(visit, officer)
    file_id = visit.request.path_params["file_id"]
    assembly, store = visit.site.assembly, visit.site.files

    def read(connection: Connection) -> tuple[FileGiven, bytes]:
        of_case = select(files.c.id).where(files.c.id == file_id, files.c.draft_id == case.draft_id)
        if connection.execute(of_case).first() is None:
            raise NotFoundError("file")
        record(assembly, connection, act="file.read", person=officer.personnummer, about=file_id)
        return store.read(assembly, connection, file_id)

    given, content = await visit.site.store.write(read)
    name = quote(given.name, safe="")
    return Response(
        content,
        media_type="application/octet-stream",
        headers={
            **FILE_HEADERS,
            "content-disposition": f"attachment; filename=\"fil\"; filename*=UTF-8''{name}",
        },
    )
