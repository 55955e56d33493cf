"""`/mina-sidor`: a person's own drafts and cases, after e-ID.

Everything is found by the logged-in person's number; a reference of somebody else's filing looks
like one that does not exist (threats B1, B2).
"""

from datetime import datetime

import msgspec
from sqlalchemy import Connection, select
from starlette.responses import Response
from starlette.routing import BaseRoute

from actions import drafts
from actions.board import board_of, later_requests_of, requests_of
from actions.concerning import with_concerned
from actions.eid import handover
from actions.eid.handover import LinkedChat
from actions.store.tables import drafts as draft_rows
from bot.site import Site
from bot.web import identifying
from bot.web.identifying import STEP, Step
from bot.web.my_filing import BASE, continue_url, login_page, progress, sign_path
from bot.web.rendering import Record, moment, page, redirect, say, status_text, title_of, whom
from bot.web.visits import Visit, route
from dialogs.conversation import CaseSummary, Person, SigningRequest
from dialogs.statuses import EDITABLE_STATUSES, RECEIVED_STATUSES, SIGNING_STATUSES, Status


class Mine(msgspec.Struct, frozen=True):
    """What a person has here."""

    filings: tuple[CaseSummary, ...]
    #: By draft id: until when a draft is kept, or can be signed.
    expiries: dict[str, datetime]
    #: By draft id: the roles of those who have not signed, while some have.
    missing: dict[str, tuple[str, ...]]
    chats: tuple[LinkedChat, ...]
    #: What others ask the person to sign, and will when it is the person's turn.
    requests: tuple[SigningRequest, ...]
    later: tuple[CaseSummary, ...]


def routes(site: Site) -> list[BaseRoute]:
    return [
        route(site, BASE, get=_show, post=_act),
        route(site, BASE + STEP, get=_show_order, post=_identify),
    ]


# ── The list ──────────────────────────────────────────────────────────────────────────────────


async def _show(visit: Visit) -> Response:
    notice = await visit.take_notice()
    person = visit.person
    if person is None:
        return login_page(visit, notice)
    mine = await _mine(visit, person)
    unsent = [each for each in mine.filings if each.status in EDITABLE_STATUSES - SIGNING_STATUSES]
    unsigned = [each for each in mine.filings if each.status in SIGNING_STATUSES]
    sent = [each for each in mine.filings if each.status not in EDITABLE_STATUSES]
    return page(
        visit,
        "my_pages.html",
        page="my-pages",
        name=person.name,
        to_sign=[
            *(_to_sign(visit, each) for each in mine.requests),
            *(_later(visit, each) for each in mine.later),
        ],
        waiting=[_waiting(visit, each, mine) for each in unsigned],
        drafts=[_draft(visit, each, mine) for each in unsent],
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


async def _mine(visit: Visit, person: Person) -> Mine:
    assembly = visit.site.assembly

    def look(connection: Connection) -> Mine:
        owner = assembly.keyring.mac("person", person.personnummer)
        rows = connection.execute(
            select(draft_rows.c.id, draft_rows.c.expires_at).where(
                draft_rows.c.owner_mac == owner, draft_rows.c.expires_at.is_not(None)
            )
        ).all()
        filings = drafts.of_person(assembly, connection, person.personnummer)
        return Mine(
            filings=with_concerned(assembly, connection, filings, person),
            expiries={row.id: row.expires_at for row in rows},
            missing={
                each.draft_id: tuple(
                    party.role
                    for party in board_of(assembly, connection, each.draft_id, person).parties
                    if party.state != "signed"
                )
                for each in filings
                if each.status is Status.AWAITING_PARTIES
            },
            chats=handover.linked_chats(assembly, connection, person),
            requests=requests_of(assembly, connection, person),
            later=later_requests_of(assembly, connection, person),
        )

    return await visit.site.store.read(look)


def _is_ended(filing: CaseSummary) -> bool:
    return filing.status in (Status.CLOSED, Status.WITHDRAWN)


def _to_sign(visit: Visit, request: SigningRequest) -> Record:
    return Record(
        draft=request.draft_id,
        title=title_of(visit, request),
        reference=request.reference,
        concerns=whom(visit, request.concerned),
        filer=request.filer,
        url="",
        status="",
    )


def _later(visit: Visit, filing: CaseSummary) -> Record:
    """Nothing to read or sign before it is the person's turn."""
    return Record(
        draft="",
        title=title_of(visit, filing),
        reference=filing.reference,
        concerns="",
        filer="",
        url="",
        status="",
    )


def _draft(visit: Visit, filing: CaseSummary, mine: Mine) -> Record:
    return _card(
        visit,
        filing,
        saved=moment(filing.changed_at, visit.language),
        expires=say(visit, "web.mine.kept", when=_until(visit, filing, mine)),
        continue_url=continue_url(filing),
    )


def _waiting(visit: Visit, filing: CaseSummary, mine: Mine) -> Record:
    roles = mine.missing.get(filing.draft_id, ())
    return _card(
        visit,
        filing,
        signed=progress(visit, filing),
        missing=say(visit, "web.mine.missing", roles=", ".join(roles)) if roles else "",
        expires=say(visit, "web.mine.until", when=_until(visit, filing, mine)),
        can_sign=filing.status is Status.AWAITING_SIGNATURE,
    )


def _case(visit: Visit, filing: CaseSummary) -> Record:
    is_received = filing.status in RECEIVED_STATUSES
    return _card(
        visit,
        filing,
        changed=moment(filing.changed_at, visit.language),
        receipt_url=f"{BASE}/{filing.reference}/kvittens" if is_received else "",
    )


def _card(visit: Visit, filing: CaseSummary, **more: object) -> Record:
    """What every filing is shown with, and `more`."""
    return Record(
        title=title_of(visit, filing),
        reference=filing.reference,
        concerns=whom(visit, filing.concerned),
        status=status_text(visit, filing.status),
        url=f"{BASE}/{filing.reference}",
        **more,
    )


def _until(visit: Visit, filing: CaseSummary, mine: Mine) -> str:
    return moment(mine.expiries.get(filing.draft_id) or filing.changed_at, visit.language)


async def _act(visit: Visit) -> Response:
    if visit.value("provider"):
        return await identifying.start(visit, _STEP, provider=visit.value("provider"))
    match visit.value("action"):
        case "log-out":
            await visit.end()
        case "unlink":
            await _unlink(visit)
        case "read":
            return redirect(await sign_path(visit, visit.value("draft")))
    return redirect(BASE)


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
    return await identifying.answer(visit, _STEP)


_STEP = Step(base=BASE, about="my pages", purpose="mine")
