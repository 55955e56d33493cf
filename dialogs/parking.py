"""Drafts that were left for another service: kept in mind, and offered again afterwards (row 18)."""

from dialogs.concerning import in_brackets
from dialogs.conversation import Draft, Parked
from dialogs.messages import Choice
from dialogs.statuses import Status
from dialogs.talk import Talk

#: So many are kept in mind; all are among "mina ärenden".
_MOST = 3


def park(talk: Talk, draft: Draft) -> None:
    """Keeps a draft in mind that is left for another one."""
    if draft.status is not Status.DRAFT or not draft.trail:
        return
    others = tuple(each for each in talk.conversation.parked if each.draft_id != draft.id)
    parked = (*others, Parked(draft_id=draft.id, service=draft.service, reference=draft.reference))
    talk.become(parked=parked[-_MOST:])


def unpark(talk: Talk, draft_id: str) -> None:
    """The draft is taken up again, or no longer there."""
    parked = talk.conversation.parked
    if any(each.draft_id == draft_id for each in parked):
        talk.become(parked=tuple(each for each in parked if each.draft_id != draft_id))


def offer_parked(talk: Talk) -> None:
    """Nothing is being filled in any longer: was there something that waits?"""
    parked = talk.conversation.parked
    if talk.draft is not None or not parked:
        return
    choices = tuple(
        Choice(
            value=f"draft:{each.draft_id}",
            label=talk.text("parked.resume", title=_name_of(talk, each)),
        )
        for each in reversed(parked)
    )
    later = talk.choice("menu", "parked.later")
    talk.say("parked.offer", choices=(*choices, later))


def _name_of(talk: Talk, parked: Parked) -> str:
    """The service, with whom it is about or the reference when several drafts of it wait (row 25).

    Only its logged-in owner is told whom: in the same browser another person may have logged in.
    """
    own = talk.filings() if talk.person is not None else ()
    filing = next((each for each in own if each.draft_id == parked.draft_id), None)
    title = talk.title_of(parked.service)
    whom = in_brackets(talk, filing.concerned) if filing is not None else ""
    if whom:
        return title + whom
    same = [each for each in talk.conversation.parked if each.service == parked.service]
    return f"{title} ({parked.reference})" if len(same) > 1 else title
