"""The receipt as a page and as a PDF; `/kvittens/{ticket}`.

The ticket alone opens the receipt of a filing that nobody logged in for. Any other receipt is for
its filer and its parties, after e-ID.
"""

import asyncio
import logging

import msgspec
from sqlalchemy import Connection
from starlette.responses import Response
from starlette.routing import BaseRoute

from actions import drafts, parties, tickets
from actions.archive import archived_files
from actions.cases import receipt_content
from actions.errors import NotFoundError, RefusedError
from actions.receipt import ReceiptContent, ReceiptParty
from actions.receipts import sealed_receipt
from actions.seal.keys import SealKeyError
from actions.tickets import Ticket
from bot.site import Site
from bot.web import identifying
from bot.web.identifying import STEP, Step
from bot.web.rendering import (
    Record,
    attachments,
    error_page,
    moment,
    page,
    redirect,
    say,
    section,
    short_hash,
    whom,
)
from bot.web.security import FILE_HEADERS
from bot.web.visits import Visit, route

log = logging.getLogger(__name__)


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """A receipt that this visitor may read."""

    draft_id: str
    #: The private answers too.
    for_filer: bool
    #: The evidence of the signatures and all that verifies them too.
    for_archive: bool = False
    download_url: str


class _Filing(msgspec.Struct, frozen=True):
    """Who may read the receipt of a ticket."""

    draft_id: str
    owner: str | None
    people: frozenset[str]


def routes(site: Site) -> list[BaseRoute]:
    return [
        route(site, "/kvittens/{ticket}", get=_show, post=_start),
        route(site, "/kvittens/{ticket}/kvittens.pdf", get=_download),
        route(site, "/kvittens/{ticket}" + STEP, get=_show_order, post=_answer),
    ]


# ── For everybody who shows receipts ──────────────────────────────────────────────────────────


async def show(visit: Visit, reading: Reading) -> Response:
    """The page. Raises RefusedError "receipt_not_yet" before the case is received."""
    content, _ = await _content(visit, reading)
    language = visit.language
    signed = any(party.signed_at for party in content.parties)
    return page(
        visit,
        "receipt.html",
        title=content.service,
        reference=content.reference,
        concerns=whom(visit, content.concerns),
        status=content.status,
        received=moment(content.received_at, language),
        next_steps=content.next_steps,
        sections=[section(each.heading, each.rows) for each in content.sections],
        files=attachments(content.files, language),
        parties=[_party(visit, party) for party in content.parties] if signed else [],
        unverified=content.unverified,
        hash_short=short_hash(content.revision_sha256) if signed else "",
        download_url=reading.download_url,
    )


async def download(visit: Visit, reading: Reading) -> Response:
    """The sealed PDF, to be saved."""
    content, revision = await _content(visit, reading)
    texts = visit.site.assembly.world().texts
    archived = await _archived(visit, reading)
    try:
        pdf = await asyncio.to_thread(
            sealed_receipt,
            visit.site.sealer,
            content,
            texts=texts,
            revision=revision,
            archived=archived,
        )
    except SealKeyError as error:
        log.error("no receipt can be sealed: %s", error)
        return error_page(visit, "no_seal", status=503)
    name = f"{'arkiv' if reading.for_archive else 'kvittens'}-{content.reference}.pdf"
    return Response(
        pdf,
        media_type="application/pdf",
        headers={**FILE_HEADERS, "content-disposition": f'attachment; filename="{name}"'},
    )


async def _archived(visit: Visit, reading: Reading) -> dict[str, bytes]:
    if not reading.for_archive:
        return {}
    assembly = visit.site.assembly
    return await visit.site.store.read(lambda c: archived_files(assembly, c, reading.draft_id))


async def _content(visit: Visit, reading: Reading) -> tuple[ReceiptContent, bytes]:
    assembly = visit.site.assembly
    try:
        return await visit.site.store.read(
            lambda connection: receipt_content(
                assembly,
                connection,
                reading.draft_id,
                public_url=assembly.public_url,
                for_filer=reading.for_filer,
            )
        )
    except NotFoundError as error:
        raise RefusedError("receipt_not_yet") from error


def _party(visit: Visit, party: ReceiptParty) -> Record:
    if party.signed_at is None:
        state = say(visit, "web.party.waiting")
    else:
        state = say(visit, "web.party.signed", when=moment(party.signed_at, visit.language))
    return Record(name=party.name, role=party.role, state=state)


# ── /kvittens ─────────────────────────────────────────────────────────────────────────────────


async def _show(visit: Visit) -> Response:
    _, filing = await _filing(visit)
    reading = _reading(visit, filing)
    if reading is not None:
        return await show(visit, reading)
    problem, status = await visit.take_notice(), 200
    if visit.person is not None:
        problem, status = say(visit, "web.error.wrong_person.text"), 403
    return page(
        visit,
        "eid_start.html",
        http_status=status,
        chat=None,
        reason=say(visit, "web.login.receipt"),
        providers=identifying.providers(visit),
        problem=problem,
    )


async def _download(visit: Visit) -> Response:
    _, filing = await _filing(visit)
    reading = _reading(visit, filing)
    return redirect(_path(visit)) if reading is None else await download(visit, reading)


async def _start(visit: Visit) -> Response:
    ticket, _ = await _filing(visit)
    return await identifying.start(visit, _step(visit, ticket), provider=visit.value("provider"))


async def _show_order(visit: Visit) -> Response:
    ticket, _ = await _filing(visit)
    return await identifying.show(visit, _step(visit, ticket))


async def _answer(visit: Visit) -> Response:
    ticket, _ = await _filing(visit)
    return await identifying.answer(visit, _step(visit, ticket))


async def _filing(visit: Visit) -> tuple[Ticket, _Filing]:
    """Raises NotFoundError, or RefusedError "receipt_too_old"."""
    assembly, token = visit.site.assembly, visit.request.path_params["ticket"]

    def look(connection: Connection) -> tuple[Ticket, _Filing]:
        ticket = tickets.find(assembly, connection, purpose="receipt", token=token)
        if ticket is None or ticket.draft_id is None:
            raise NotFoundError("ticket")
        if ticket.expires_at <= assembly.now():
            raise RefusedError("receipt_too_old")
        stored = drafts.load(assembly, connection, ticket.draft_id)
        revision_id = ticket.revision_id or stored.revision_id
        views = parties.of_revision(assembly, connection, revision_id) if revision_id else ()
        people = frozenset(view.personnummer for view in views)
        return ticket, _Filing(draft_id=ticket.draft_id, owner=stored.draft.owner, people=people)

    return await visit.site.store.read(look)


def _reading(visit: Visit, filing: _Filing) -> Reading | None:
    """What the visitor may read; None when it needs another login."""
    number = visit.person.personnummer if visit.person else None
    is_open = filing.owner is None and not filing.people
    is_filer = number is not None and number == filing.owner
    if not (is_open or is_filer or number in filing.people):
        return None
    return Reading(
        draft_id=filing.draft_id,
        for_filer=is_filer,
        download_url=_path(visit) + "/kvittens.pdf",
    )


def _path(visit: Visit) -> str:
    return f"/kvittens/{visit.request.path_params['ticket']}"


def _step(visit: Visit, ticket: Ticket) -> Step:
    return Step(base=_path(visit), about=f"receipt:{ticket.mac}", purpose="receipt")
