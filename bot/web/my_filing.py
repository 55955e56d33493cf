"""`/mina-sidor/{reference}`: one of a person's own filings, and what can be done about it.

A reference of somebody else's filing looks like one that does not exist (threats B1, B2).
"""

import re

from sqlalchemy import Connection
from starlette.responses import Response
from starlette.routing import BaseRoute

from actions import completing, drafts, inviting, signing
from actions.board import board_of
from actions.concerning import with_concerned
from actions.errors import NotFoundError, RefusedError
from bot.site import Site
from bot.web import identifying, receipt_page
from bot.web.identifying import STEP, Step
from bot.web.rendering import (
    Record,
    day,
    moment,
    page,
    party_state,
    redirect,
    say,
    status_text,
    title_of,
    whom,
)
from bot.web.visits import Visit, route
from dialogs.conversation import Board, CaseSummary, PartySummary
from dialogs.statuses import ALLOWED, RECEIVED_STATUSES, SIGNING_STATUSES, Status

BASE = "/mina-sidor"
_REFERENCE = re.compile(r"[0-9A-Z-]{1,20}")
#: The chat takes these up again where they were, by what is done there.
_CONTINUED = {
    Status.DRAFT: "web.chat.resume",
    Status.DECLINED: "status.reopen",
    Status.EXPIRED: "status.again",
}
#: Taken back or never sent: a draft is deleted in the chat instead.
_NEVER_WITHDRAWN = frozenset({Status.DRAFT})


def routes(site: Site) -> list[BaseRoute]:
    return [
        route(site, BASE + "/{reference}", get=_show, post=_act),
        route(site, BASE + "/{reference}" + STEP, get=_show_order, post=_identify),
        route(site, BASE + "/{reference}/kvittens", get=_receipt),
        route(site, BASE + "/{reference}/kvittens.pdf", get=_receipt_pdf),
    ]


# ── Looking ───────────────────────────────────────────────────────────────────────────────────


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
        # Whether there is such a filing is nobody's business yet.
        return login_page(visit, await visit.take_notice())
    filing, assembly = await _filing(visit), visit.site.assembly
    board = Board()
    if filing.signers > 1 or filing.status in SIGNING_STATUSES:
        board = await visit.site.store.read(
            lambda c: board_of(assembly, c, filing.draft_id, visit.person)
        )
    url = f"{BASE}/{filing.reference}"
    chat_url = f"/chat?draft={filing.draft_id}"
    is_awaited = filing.status is Status.AWAITING_COMPLETION
    longer = board.extendable_until
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
        signed=progress(visit, filing),
        until=moment(board.until, visit.language) if board.until else "",
        parties=[_party(visit, party) for party in board.parties] if filing.signers > 1 else [],
        extend=say(visit, "web.mine.extend", day=day(longer, visit.language)) if longer else "",
        board_url=chat_url if filing.status is Status.AWAITING_PARTIES else "",
        continue_url=continue_url(filing),
        continue_label=say(visit, _CONTINUED.get(filing.status, "web.chat.resume")),
        complete_url=chat_url if is_awaited else "",
        asked=filing.asked,
        can_sign=filing.status is Status.AWAITING_SIGNATURE,
        receipt_url=f"{url}/kvittens" if filing.status in RECEIVED_STATUSES else "",
        can_withdraw=_can_withdraw(filing.status),
        notice=await visit.take_notice(),
    )


def login_page(visit: Visit, problem: str) -> Response:
    """In place of a page that is shown after the login: it is at the same address then."""
    return page(
        visit,
        "eid_start.html",
        page="my-pages",
        chat=None,
        providers=identifying.providers(visit),
        problem=problem,
    )


def _step(visit: Visit) -> Step:
    """A login that leads to the filing of a link. Raises NotFoundError for what is no reference."""
    reference = visit.request.path_params["reference"]
    if not _REFERENCE.fullmatch(reference):
        raise NotFoundError("filing")
    return Step(base=f"{BASE}/{reference}", about=f"my pages {reference}", purpose="mine")


async def _show_order(visit: Visit) -> Response:
    return await identifying.show(visit, _step(visit))


async def _identify(visit: Visit) -> Response:
    return await identifying.answer(visit, _step(visit))


def _party(visit: Visit, party: PartySummary) -> Record:
    state: str = "unreached" if party.is_unreached else party.state
    if party.wants_no_sms:
        state = "wants_no_sms"
    said = party_state(visit, state, party.acted_at)
    return Record(name=party.name, role=party.role, state=said)


def progress(visit: Visit, filing: CaseSummary) -> str:
    """How many have signed, where several do."""
    if filing.signers < 2:
        return ""
    if filing.signed == filing.signers:
        return say(visit, "web.mine.all_signed")
    return say(visit, "web.mine.signed", signed=filing.signed, signers=filing.signers)


def continue_url(filing: CaseSummary) -> str:
    """Where the chat takes the filing up again; "" when it does not."""
    return f"/chat?draft={filing.draft_id}" if filing.status in _CONTINUED else ""


def _can_withdraw(status: Status) -> bool:
    return status not in _NEVER_WITHDRAWN and Status.WITHDRAWN in ALLOWED[status]


# ── Acting ────────────────────────────────────────────────────────────────────────────────────


async def _act(visit: Visit) -> Response:
    if visit.value("provider"):
        return await identifying.start(visit, _step(visit), provider=visit.value("provider"))
    filing, person, assembly = await _filing(visit), visit.person, visit.site.assembly
    match visit.value("action"):
        case "sign":
            return redirect(await sign_path(visit, filing.draft_id))
        case "extend":
            await visit.site.write(
                lambda c: signing.extend(assembly, c, filing.draft_id, person=person)
            )
            await visit.change(notice="web.mine.extended")
        case "withdraw":
            if filing.status in _NEVER_WITHDRAWN:
                raise RefusedError("status_not_allowed")
            await visit.site.write(
                lambda c: signing.withdraw(assembly, c, filing.draft_id, person=person)
            )
            await visit.change(notice="web.mine.withdrawn")
    return redirect(f"{BASE}/{filing.reference}")


async def sign_path(visit: Visit, draft_id: str) -> str:
    """A fresh link to review and sign, for the logged-in person."""
    person, assembly = visit.person, visit.site.assembly
    if person is None:
        raise NotFoundError("party")
    link = await visit.site.store.write(lambda c: inviting.own_link(assembly, c, draft_id, person))
    return link.removeprefix(assembly.public_url)


async def _receipt(visit: Visit) -> Response:
    if visit.person is None:
        return redirect(_step(visit).base)
    return await receipt_page.show(visit, _reading(await _filing(visit)))


async def _receipt_pdf(visit: Visit) -> Response:
    if visit.person is None:
        return redirect(_step(visit).base)
    return await receipt_page.download(visit, _reading(await _filing(visit)))


def _reading(filing: CaseSummary) -> receipt_page.Reading:
    return receipt_page.Reading(
        draft_id=filing.draft_id,
        for_filer=True,
        download_url=f"{BASE}/{filing.reference}/kvittens.pdf",
    )
