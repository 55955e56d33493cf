"""`/s/{ticket}`: review, sign or decline (threats A6, A8, C1, C2, C8).

The link alone tells nothing of the case. After the e-ID of the person who was asked, the page shows
exactly the revision that is signed. A login is no signature: signing is an order of its own.
"""

import msgspec
from sqlalchemy import Connection
from starlette.responses import Response
from starlette.routing import BaseRoute

from actions import conversations, drafts, parties, signing, tickets
from actions.audit import record
from actions.eid.port import Complete
from actions.eid.signed_data import hidden_data, signed_hash
from actions.errors import NotFoundError, RefusedError
from actions.parties import PartyView
from actions.signing import Review, Signature
from actions.signing_text import signing_text
from actions.tickets import Ticket
from bot.site import Site
from bot.web import identifying, receipt_page, security
from bot.web.identifying import STEP, Step
from bot.web.rendering import moment, page, redirect, say
from bot.web.sign_review import review_page, usual_signer
from bot.web.visits import Visit, route
from dialogs.conversation import CaseSummary
from dialogs.statuses import RECEIVED_STATUSES

#: Characters of a reason.
MOST_REASON = 1000


class Invited(msgspec.Struct, frozen=True):
    """Whom a signing link is for."""

    ticket: Ticket
    party: PartyView
    revision_id: str
    case: CaseSummary


def routes(site: Site) -> list[BaseRoute]:
    return [
        route(site, "/s/{ticket}", get=_show, post=_act),
        route(site, "/s/{ticket}" + STEP, get=_show_order, post=_answer),
        route(site, "/s/{ticket}/kvittens", get=_receipt),
        route(site, "/s/{ticket}/kvittens.pdf", get=_receipt_pdf),
    ]


# ── Looking ───────────────────────────────────────────────────────────────────────────────────


async def _show(visit: Visit) -> Response:
    invited = await _invited(visit)
    notice = await visit.take_notice()
    if not _is_expected(visit, invited):
        return await _invite(visit, invited, notice)
    try:
        review = await _review(visit, invited)
    except RefusedError as refused:
        ended = {"received": "signed", "declined": "declined"}.get(refused.reason)
        if invited.party.state != ended:
            raise
        return _done(visit, invited, refused.reason)
    if invited.party.state == "signed":
        return _done(visit, invited, "signed")
    return review_page(visit, review, until=invited.ticket.expires_at, problem=notice)


async def _invited(visit: Visit) -> Invited:
    """Raises NotFoundError when there is no such link."""
    assembly, token = visit.site.assembly, visit.request.path_params["ticket"]

    def look(connection: Connection) -> Invited:
        ticket = tickets.find(assembly, connection, purpose="sign", token=token)
        if ticket is None or ticket.party_id is None or ticket.revision_id is None:
            raise NotFoundError("ticket")
        place = parties.place_of(connection, ticket.party_id)
        return Invited(
            ticket=ticket,
            party=parties.load(assembly, connection, ticket.party_id),
            revision_id=ticket.revision_id,
            case=drafts.summary(connection, place.draft_id),
        )

    return await visit.site.store.read(look)


def _is_expected(visit: Visit, invited: Invited) -> bool:
    person = visit.person
    return person is not None and security.same(person.personnummer, invited.party.personnummer)


async def _invite(visit: Visit, invited: Invited, problem: str) -> Response:
    """Before the login, or for somebody else: nothing about the case (threats A8, C1)."""
    now = visit.site.assembly.now()
    if invited.ticket.expires_at <= now and invited.party.state != "signed":
        raise RefusedError("sign_too_old")
    status = 200
    if visit.person is not None:
        await _record_wrong_person(visit, invited)
        problem, status = say(visit, "web.error.wrong_person.text"), 403
    return page(
        visit,
        "sign_invite.html",
        http_status=status,
        expires=moment(invited.ticket.expires_at, visit.language),
        providers=identifying.providers(visit),
        problem=problem,
    )


async def _record_wrong_person(visit: Visit, invited: Invited) -> None:
    assembly, person = visit.site.assembly, visit.person
    number = person.personnummer if person else None
    about = invited.party.id
    await visit.site.store.write(
        lambda c: record(assembly, c, act="sign.wrong_person", person=number, about=about)
    )


async def _review(visit: Visit, invited: Invited) -> Review:
    """Raises RefusedError with the reason why it cannot be signed any more."""
    assembly = visit.site.assembly
    party_id, revision_id = invited.party.id, invited.revision_id
    return await visit.site.store.read(lambda c: signing.review(assembly, c, party_id, revision_id))


def _done(visit: Visit, invited: Invited, outcome: str) -> Response:
    case = invited.case
    received = case.status in RECEIVED_STATUSES
    world = visit.site.assembly.world()
    service = world.services.get(case.service)
    return page(
        visit,
        "sign_done.html",
        outcome="received" if received and outcome == "signed" else outcome,
        title=service.title.to(visit.language) if service else case.service,
        reference=case.reference,
        signed=case.signed,
        signers=case.signers,
        receipt_url=_path(visit) + "/kvittens" if received else "",
        back_url=_chat_of(visit, invited.ticket),
        own=invited.party.is_filer,
    )


def _chat_of(visit: Visit, ticket: Ticket) -> str:
    """/chat, for the filer in the browser that holds that very conversation."""
    chat = visit.state.chat
    if chat is None or ticket.conversation_id != chat.conversation_id:
        return ""
    name, value = conversations.browser_binding(visit.site.assembly, chat.conversation_id)
    return "/chat" if security.same(visit.request.cookies.get(name, ""), value) else ""


# ── Acting ────────────────────────────────────────────────────────────────────────────────────


async def _act(visit: Visit) -> Response:
    """The invitation's login button, or the decision."""
    invited = await _invited(visit)
    if visit.value("provider"):
        return await identifying.start(
            visit, _step(visit, invited), provider=visit.value("provider")
        )
    if not _is_expected(visit, invited) or invited.party.state in ("signed", "declined"):
        return redirect(_path(visit))
    match visit.value("action"):
        case "sign":
            return await _start_signing(visit, invited, usual_signer(visit))
        case "decline":
            await _decline(visit, invited)
    if visit.value("sign_with"):
        return await _start_signing(visit, invited, visit.value("sign_with"))
    return redirect(_path(visit))


async def _start_signing(visit: Visit, invited: Invited, provider: str) -> Response:
    review = await _review(visit, invited)
    content = review.revision.content
    chosen = visit.site.providers.get(provider)
    if chosen is None or not chosen.can_sign:
        return redirect(_path(visit))  # the page says with which e-ID
    texts = visit.site.assembly.world().texts
    return await identifying.start(
        visit,
        _step(visit, invited),
        provider=chosen.name,
        operation="sign",
        visible_text=signing_text(content, texts, most_bytes=await chosen.longest_text()),
        hidden_data=hidden_data(content.reference, review.revision.hash),
        personnummer=invited.party.personnummer,
    )


async def _decline(visit: Visit, invited: Invited) -> None:
    assembly, person = visit.site.assembly, visit.person
    if person is None:
        raise NotFoundError("party")
    reason = visit.value("reason").strip()[:MOST_REASON]
    party_id, revision_id = invited.party.id, invited.revision_id
    await visit.site.write(
        lambda connection: signing.decline(
            assembly,
            connection,
            party_id=party_id,
            revision_id=revision_id,
            person=person,
            reason=reason,
        )
    )


async def _show_order(visit: Visit) -> Response:
    invited = await _invited(visit)
    return await identifying.show(visit, _step(visit, invited), _sign(visit, invited))


async def _answer(visit: Visit) -> Response:
    invited = await _invited(visit)
    return await identifying.answer(visit, _step(visit, invited), _sign(visit, invited))


def _sign(visit: Visit, invited: Invited) -> identifying.Act:
    """A login leads to the review; only a completed sign order leads to a signature (A6)."""
    assembly = visit.site.assembly

    def act(connection: Connection, done: Complete) -> str | None:
        if done.evidence.operation == "sign":
            signing.sign(
                assembly,
                connection,
                party_id=invited.party.id,
                revision_id=invited.revision_id,
                signature=signature_of(done, invited.case.reference),
            )
        return None

    return act


def signature_of(done: Complete, reference: str) -> Signature:
    """A provider's verified answer as a signature. Raises RefusedError "not_a_signature" (A6)."""
    evidence = done.evidence
    if evidence.operation != "sign" or evidence.hidden_data is None:
        raise RefusedError("not_a_signature")
    try:
        digest = signed_hash(evidence.hidden_data, reference)
    except ValueError as error:
        raise RefusedError("not_a_signature") from error
    return Signature(
        provider=evidence.provider,
        operation="sign",
        person=done.person,
        hash=digest,
        evidence=msgspec.to_builtins(evidence),
        at=evidence.at,
    )


# ── The receipt, for those who have signed ────────────────────────────────────────────────────


async def _receipt(visit: Visit) -> Response:
    invited = await _invited(visit)
    if not _is_expected(visit, invited):
        return redirect(_path(visit))
    return await receipt_page.show(visit, _reading(visit, invited))


async def _receipt_pdf(visit: Visit) -> Response:
    invited = await _invited(visit)
    if not _is_expected(visit, invited):
        return redirect(_path(visit))
    return await receipt_page.download(visit, _reading(visit, invited))


def _reading(visit: Visit, invited: Invited) -> receipt_page.Reading:
    return receipt_page.Reading(
        draft_id=invited.case.draft_id,
        for_filer=invited.party.is_filer,
        download_url=_path(visit) + "/kvittens.pdf",
    )


def _path(visit: Visit) -> str:
    return f"/s/{visit.request.path_params['ticket']}"


def _step(visit: Visit, invited: Invited) -> Step:
    return Step(base=_path(visit), about=f"sign:{invited.ticket.mac}", purpose="sign")
