"""What a party reads before signing: rendered from the very revision that is signed (threat C3)."""

from datetime import datetime

from starlette.responses import Response

from actions.parties import PartyView
from actions.signing import Review
from bot.web import identifying
from bot.web.rendering import (
    Record,
    attachments,
    moment,
    page,
    party_state,
    say,
    section,
    short_hash,
    unverified,
    whom,
)
from bot.web.visits import Visit


def review_page(visit: Visit, review: Review, *, until: datetime, problem: str) -> Response:
    """The frozen revision, whole, and the form to sign or decline."""
    used = visit.site.providers.get(visit.state.provider or "")
    content = review.revision.content
    filer = next((party for party in review.parties if party.is_filer), review.party)
    own = review.party.is_filer
    # Another reader must not take the filer's answers for their own ("Har du läst det? Ja").
    heading = "web.answers_own" if own else "web.answers_of"
    sections = [section(say(visit, heading, filer=filer.name), content.sections)]
    if review.private:
        sections.append(section(say(visit, "web.private_answers"), review.private))
    return page(
        visit,
        "sign_review.html",
        title=content.title,
        reference=content.reference,
        concerns=whom(visit, content.concerns),
        filer=filer.name,
        own=own,
        sections=sections,
        files=attachments(content.files, visit.language),
        progress=_progress(visit, review),
        parties=[_party(visit, party) for party in review.parties],
        private_note=content.private_digest is not None and not own,
        unverified=unverified(visit, review.service),
        hash_short=short_hash(review.revision.hash),
        expires=moment(review.expires_at or until, visit.language),
        login_name=visit.person.name if visit.person else "",
        can_sign=used is not None and used.can_sign,
        used=used.label if used is not None else "",
        providers=identifying.providers(visit, signing=True),
        reason="",
        problem=problem,
    )


def usual_signer(visit: Visit) -> str:
    """The e-ID of the login, else the first of those that can sign; "" when there is none."""
    able = [each.name for each in identifying.providers(visit, signing=True)]
    used = visit.state.provider or ""
    return used if used in able else next(iter(able), "")


def _progress(visit: Visit, review: Review) -> str:
    signers = len(review.parties)
    if signers < 2:
        return ""
    signed = sum(party.state == "signed" for party in review.parties)
    return say(visit, "web.mine.signed", signed=signed, signers=signers)


def _party(visit: Visit, party: PartyView) -> Record:
    state = party_state(visit, party.state, party.acted_at)
    return Record(name=party.name, role=party.role, state=state)
