"""`/mina-sidor/{reference}`: one of the person's own filings, after e-ID.

A reference of somebody else's filing looks like one that does not exist (threats B1, B2).
"""

from sqlalchemy import Connection
from starlette.responses import Response
from starlette.routing import BaseRoute

from actions import completing, drafts, parties, signing, tickets
from actions.board import board_of
from actions.concerning import with_concerned
from actions.errors import NotFoundError, RefusedError
from bot.site import Site
from bot.web import receipt_page
from bot.web.rendering import (
    Record,
    moment,
    page,
    party_state,
    redirect,
    say,
    status_text,
    whom,
)
from bot.web.visits import Visit, route
from dialogs.conversation import CaseSummary, Person
from dialogs.statuses import ALLOWED, RECEIVED_STATUSES, SIGNING_STATUSES, Status

BASE = "/mina-sidor"
#: The chat takes these up again where they were.
_CONTINUED_STATUSES = frozenset({Status.DRAFT, Status.DECLINED, Status.EXPIRED})
#: Taken back or never sent: a draft is deleted in the chat instead.
_NEVER_WITHDRAWN = frozenset({Status.DRAFT})
#: Somebody has not signed, or will not.
_UNSETTLED_STATUSES = SIGNING_STATUSES | {Status.DECLINED, Status.EXPIRED}


def routes(site: Site) -> list[BaseRoute]:
    """After those of `my_pages` and `export_page`: any other word is taken for a reference."""
    return [
        route(site, BASE + "/{reference}", get=_show, post=_act),
        route(site, BASE + "/{reference}/kvittens", get=_receipt),
        route(site, BASE + "/{reference}/kvittens.pdf", get=_receipt_pdf),
    ]


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


async def _show(visit: Visit) -> Response:
    if visit.person is None:
        return redirect(BASE)
    filing = await _filing(visit)
    url = f"{BASE}/{filing.reference}"
    return page(
        visit,
        "my_case.html",
        page="my-pages-part",
        title=title_of(visit, filing),
        reference=filing.reference,
        status=status_text(visit, filing.status),
        concerns=whom(visit, filing.concerned),
        explain=say(visit, f"status.explain.{filing.status}"),
        changed=moment(filing.changed_at, visit.language),
        signed=_signed(visit, filing),
        parties=await _parties(visit, filing, visit.person),
        continue_url=continue_url(filing),
        complete_url=_complete_url(filing),
        asked=filing.asked,
        can_sign=filing.status is Status.AWAITING_SIGNATURE,
        receipt_url=f"{url}/kvittens" if filing.status in RECEIVED_STATUSES else "",
        can_withdraw=_can_withdraw(filing.status),
        notice=await visit.take_notice(),
    )


def _signed(visit: Visit, filing: CaseSummary) -> str:
    """How it stands with the signatures of several, a sentence; "" when there is one."""
    if filing.signers < 2:
        return ""
    if filing.signed == filing.signers:
        return say(visit, "web.mine.all_signed")
    return say(visit, "web.mine.signed", signed=filing.signed, signers=filing.signers)


async def _parties(visit: Visit, filing: CaseSummary, person: Person) -> list[Record]:
    """Who signs and how far they have come, while that is not settled."""
    if filing.status not in _UNSETTLED_STATUSES:
        return []
    assembly = visit.site.assembly
    board = await visit.site.store.read(lambda c: board_of(assembly, c, filing.draft_id, person))
    return [
        Record(name=each.name, role=each.role, state=party_state(visit, each.state, each.acted_at))
        for each in board
    ]


def title_of(visit: Visit, filing: CaseSummary) -> str:
    service = visit.site.assembly.world().services.get(filing.service)
    return service.title.to(visit.language) if service else filing.service


def continue_url(filing: CaseSummary) -> str:
    """Where the chat takes it up again; "" when it does not."""
    is_continued = filing.status in _CONTINUED_STATUSES
    return f"/chat?draft={filing.draft_id}" if is_continued else ""


def _complete_url(filing: CaseSummary) -> str:
    is_awaited = filing.status is Status.AWAITING_COMPLETION
    return f"/chat?draft={filing.draft_id}" if is_awaited else ""


def _can_withdraw(status: Status) -> bool:
    return status not in _NEVER_WITHDRAWN and Status.WITHDRAWN in ALLOWED[status]


async def _act(visit: Visit) -> Response:
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
    return redirect(f"{BASE}/{filing.reference}")


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
        return redirect(BASE)
    return await receipt_page.show(visit, _reading(await _filing(visit)))


async def _receipt_pdf(visit: Visit) -> Response:
    if visit.person is None:
        return redirect(BASE)
    return await receipt_page.download(visit, _reading(await _filing(visit)))


def _reading(filing: CaseSummary) -> receipt_page.Reading:
    return receipt_page.Reading(
        draft_id=filing.draft_id,
        for_filer=True,
        download_url=f"{BASE}/{filing.reference}/kvittens.pdf",
    )
