"""`/mina-sidor`: a person's own drafts and cases, after e-ID.

Everything is found by the logged-in person's number; a reference of somebody else's filing looks
like one that does not exist (threats B1, B2).
"""

from datetime import datetime

import msgspec
from sqlalchemy import Connection, select
from starlette.responses import Response
from starlette.routing import BaseRoute

from actions import completing, drafts, parties, signing, tickets
from actions.concerning import with_concerned
from actions.eid import handover
from actions.eid.handover import LinkedChat
from actions.errors import NotFoundError, RefusedError
from actions.store.tables import drafts as draft_rows
from bot.site import Site
from bot.web import identifying, receipt_page
from bot.web.identifying import STEP, Step
from bot.web.rendering import Record, moment, page, redirect, say, status_text, whom
from bot.web.visits import Visit, route
from dialogs.conversation import CaseSummary, Person
from dialogs.statuses import ALLOWED, EDITABLE_STATUSES, RECEIVED_STATUSES, Status

_BASE = "/mina-sidor"
#: The chat takes these up again where they were.
_CONTINUED_STATUSES = frozenset({Status.DRAFT, Status.DECLINED, Status.EXPIRED})
#: Taken back or never sent: a draft is deleted in the chat instead.
_NEVER_WITHDRAWN = frozenset({Status.DRAFT})


class Mine(msgspec.Struct, frozen=True):
    """What a person has here."""

    filings: tuple[CaseSummary, ...]
    #: By draft id: until when a draft is kept, or can be signed.
    expiries: dict[str, datetime]
    chats: tuple[LinkedChat, ...]


def routes(site: Site) -> list[BaseRoute]:
    return [
        route(site, _BASE, get=_show, post=_act),
        route(site, _BASE + STEP, get=_show_order, post=_identify),
        route(site, _BASE + "/{reference}", get=_show_filing, post=_act_on_filing),
        route(site, _BASE + "/{reference}/kvittens", get=_receipt),
        route(site, _BASE + "/{reference}/kvittens.pdf", get=_receipt_pdf),
    ]


# ── The list ──────────────────────────────────────────────────────────────────────────────────


async def _show(visit: Visit) -> Response:
    notice = await visit.take_notice()
    person = visit.person
    if person is None:
        return _login_page(visit, notice)
    mine = await _mine(visit, person)
    unsent = [each for each in mine.filings if each.status in EDITABLE_STATUSES]
    sent = [each for each in mine.filings if each.status not in EDITABLE_STATUSES]
    return page(
        visit,
        "my_pages.html",
        page="my-pages",
        name=person.name,
        drafts=[_draft(visit, each, mine.expiries.get(each.draft_id)) for each in unsent],
        cases=[_case(visit, each) for each in sorted(sent, key=_is_ended)],
        chats=[
            Record(
                id=chat.conversation_id,
                channel=say(visit, f"web.channel.{chat.channel}"),
                linked=moment(chat.seen_at, visit.language),
            )
            for chat in mine.chats
        ],
        notice=notice,
    )


def _login_page(visit: Visit, problem: str) -> Response:
    return page(
        visit,
        "eid_start.html",
        page="my-pages",
        chat=None,
        providers=identifying.providers(visit),
        problem=problem,
    )


async def _mine(visit: Visit, person: Person) -> Mine:
    assembly = visit.site.assembly

    def look(connection: Connection) -> Mine:
        owner = assembly.keyring.mac("person", person.personnummer)
        rows = connection.execute(
            select(draft_rows.c.id, draft_rows.c.expires_at).where(
                draft_rows.c.owner_mac == owner, draft_rows.c.expires_at.is_not(None)
            )
        ).all()
        return Mine(
            filings=with_concerned(
                assembly,
                connection,
                drafts.of_person(assembly, connection, person.personnummer),
                person,
            ),
            expiries={row.id: row.expires_at for row in rows},
            chats=handover.linked_chats(assembly, connection, person),
        )

    return await visit.site.store.read(look)


def _is_ended(filing: CaseSummary) -> bool:
    return filing.status in (Status.CLOSED, Status.WITHDRAWN)


def _draft(visit: Visit, filing: CaseSummary, expires: datetime | None) -> Record:
    return Record(
        title=_title(visit, filing),
        reference=filing.reference,
        concerns=whom(visit, filing.concerned),
        status=status_text(visit, filing.status),
        saved=moment(filing.changed_at, visit.language),
        expires=moment(expires or filing.changed_at, visit.language),
        url=_continue_url(filing) or f"{_BASE}/{filing.reference}",
    )


def _case(visit: Visit, filing: CaseSummary) -> Record:
    url = f"{_BASE}/{filing.reference}"
    return Record(
        title=_title(visit, filing),
        reference=filing.reference,
        concerns=whom(visit, filing.concerned),
        status=status_text(visit, filing.status),
        changed=moment(filing.changed_at, visit.language),
        url=url,
        receipt_url=f"{url}/kvittens" if filing.status in RECEIVED_STATUSES else "",
    )


def _title(visit: Visit, filing: CaseSummary) -> str:
    service = visit.site.assembly.world().services.get(filing.service)
    return service.title.to(visit.language) if service else filing.service


def _continue_url(filing: CaseSummary) -> str:
    is_continued = filing.status in _CONTINUED_STATUSES
    return f"/chat?draft={filing.draft_id}" if is_continued else ""


def _complete_url(filing: CaseSummary) -> str:
    is_awaited = filing.status is Status.AWAITING_COMPLETION
    return f"/chat?draft={filing.draft_id}" if is_awaited else ""


async def _act(visit: Visit) -> Response:
    if visit.value("provider"):
        return await identifying.start(visit, _STEP, provider=visit.value("provider"))
    match visit.value("action"):
        case "log-out":
            await visit.end()
        case "unlink":
            await _unlink(visit)
    return redirect(_BASE)


async def _unlink(visit: Visit) -> None:
    person, chat = visit.person, visit.value("chat")
    if person is None:
        return
    assembly = visit.site.assembly
    await visit.site.write(lambda c: handover.unlink(assembly, c, chat, person))
    await visit.change(notice="web.mine.unlinked")


async def _show_order(visit: Visit) -> Response:
    return await identifying.show(visit, _STEP)


async def _identify(visit: Visit) -> Response:
    return await identifying.answer(visit, _STEP, lambda _connection, _done: None)


_STEP = Step(base=_BASE, about="my pages")


# ── One filing ────────────────────────────────────────────────────────────────────────────────


async def _filing(visit: Visit) -> CaseSummary:
    """Raises NotFoundError unless it is the logged-in person's own."""
    person, reference = visit.person, visit.request.path_params["reference"]
    if person is None:
        raise NotFoundError("filing")
    assembly = visit.site.assembly

    def look(connection: Connection) -> CaseSummary:
        for filing in drafts.of_person(assembly, connection, person.personnummer):
            if filing.reference == reference:
                asked = completing.with_asked(assembly, connection, (filing,))
                return with_concerned(assembly, connection, asked, person)[0]
        raise NotFoundError("filing")

    return await visit.site.store.read(look)


async def _show_filing(visit: Visit) -> Response:
    if visit.person is None:
        return redirect(_BASE)
    filing = await _filing(visit)
    signed = ""
    if filing.signers > 1:
        signed = say(visit, "web.mine.signed", signed=filing.signed, signers=filing.signers)
    url = f"{_BASE}/{filing.reference}"
    return page(
        visit,
        "my_case.html",
        page="my-pages",
        title=_title(visit, filing),
        reference=filing.reference,
        status=status_text(visit, filing.status),
        concerns=whom(visit, filing.concerned),
        explain=say(visit, f"status.explain.{filing.status}"),
        changed=moment(filing.changed_at, visit.language),
        signed=signed,
        continue_url=_continue_url(filing),
        complete_url=_complete_url(filing),
        asked=filing.asked,
        can_sign=filing.status is Status.AWAITING_SIGNATURE,
        receipt_url=f"{url}/kvittens" if filing.status in RECEIVED_STATUSES else "",
        can_withdraw=_can_withdraw(filing.status),
        notice=await visit.take_notice(),
    )


def _can_withdraw(status: Status) -> bool:
    return status not in _NEVER_WITHDRAWN and Status.WITHDRAWN in ALLOWED[status]


async def _act_on_filing(visit: Visit) -> Response:
    filing, person, assembly = await _filing(visit), visit.person, visit.site.assembly
    match visit.value("action"):
        case "sign":
            return redirect(await _sign_link(visit, filing))
        case "withdraw":
            if filing.status in _NEVER_WITHDRAWN:
                raise RefusedError("status_not_allowed")
            await visit.site.write(
                lambda c: signing.withdraw(assembly, c, filing.draft_id, person=person)
            )
            await visit.change(notice="web.mine.withdrawn")
    return redirect(f"{_BASE}/{filing.reference}")


async def _sign_link(visit: Visit, filing: CaseSummary) -> str:
    """A fresh link to review and sign, for the filer."""
    assembly = visit.site.assembly

    def issue(connection: Connection) -> str:
        stored = drafts.load(assembly, connection, filing.draft_id)
        revision_id, expires_at = stored.revision_id, stored.expires_at
        if revision_id is None or expires_at is None:
            raise RefusedError("voided")
        views = parties.of_revision(assembly, connection, revision_id)
        filer = next((view for view in views if view.is_filer), None)
        if filer is None:
            raise NotFoundError("party")
        return tickets.issue(
            assembly,
            connection,
            purpose="sign",
            life=expires_at - assembly.now(),
            draft_id=filing.draft_id,
            revision_id=revision_id,
            party_id=filer.id,
        )

    link = await visit.site.store.write(issue)
    return link.removeprefix(assembly.public_url)


async def _receipt(visit: Visit) -> Response:
    if visit.person is None:
        return redirect(_BASE)
    return await receipt_page.show(visit, _reading(await _filing(visit)))


async def _receipt_pdf(visit: Visit) -> Response:
    if visit.person is None:
        return redirect(_BASE)
    return await receipt_page.download(visit, _reading(await _filing(visit)))


def _reading(filing: CaseSummary) -> receipt_page.Reading:
    return receipt_page.Reading(
        draft_id=filing.draft_id,
        for_filer=True,
        download_url=f"{_BASE}/{filing.reference}/kvittens.pdf",
    )
