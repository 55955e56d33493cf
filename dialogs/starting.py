"""Beginning a draft, and taking one up again."""

from datetime import datetime, timedelta

from dialogs.asking import go_on, say_introduction
from dialogs.clock import STOCKHOLM
from dialogs.concerning import concerned_at_hand, in_brackets
from dialogs.conversation import Draft, Pending
from dialogs.earlier import copy_answers, offer_earlier, picked_earlier
from dialogs.events import Said
from dialogs.fields.calendar_words import show_day
from dialogs.journey import Walk
from dialogs.parking import park, unpark
from dialogs.service import Service
from dialogs.several import offer_known
from dialogs.statuses import Status
from dialogs.summary import shown_answer
from dialogs.talk import Talk
from dialogs.undoing import discard
from dialogs.versions import notice_new_version


def start(talk: Talk, service: Service, *, wish: str = "", anew: bool = False) -> None:
    """Begins a new draft of a service. A draft at hand stays a draft.

    `wish`: what was said to find it; it may answer some of its questions already (row 7).
    `anew`: the person wants to begin from the beginning, so no earlier filing is offered.
    """
    if talk.draft is not None and talk.draft.status is Status.DRAFT and talk.draft.answers:
        talk.say("start.earlier_saved", title=talk.title_of(talk.draft.service))
        park(talk, talk.draft)
    fresh = talk.fresh
    person = talk.person
    talk.take_up(
        Draft(
            id=fresh.draft_id,
            reference=fresh.reference,
            service=service.id,
            version=service.version,
            created_at=talk.now,
            owner=person.personnummer if person and service.login else None,
        )
    )
    say_introduction(talk, service)
    if anew or not offer_earlier(talk, wish=wish):
        begin(talk, wish=wish)


def begin(talk: Talk, *, wish: str) -> None:
    """Reads the wish for answers, and asks what is left."""
    if not wish or not offer_known(talk, wish):
        go_on(talk)


def settle_earlier(talk: Talk, pending: Pending, said: Said) -> bool:
    """The person was asked whether to go on with an earlier filing of the service at hand."""
    picked = picked_earlier(talk, said)
    if picked is None or talk.draft is None or talk.locked:
        return False
    talk.wait_for(None)
    kind, _, draft_id = picked.partition(":")
    if kind == "draft":
        if not talk.draft.trail:
            # It was only begun to ask this.
            discard(talk)
        resume(talk, draft_id)
    elif kind == "copy":
        copy_answers(talk, draft_id)
    else:
        begin(talk, wish=str(pending.about or ""))
    return True


def resume(talk: Talk, draft_id: str) -> None:
    """Takes up another of the person's drafts where it was left."""
    if talk.draft is not None and talk.draft.id == draft_id:
        go_on(talk)
        return
    draft = talk.other_draft(draft_id)
    if draft is None:
        talk.say("resume.missing")
        go_on(talk)
        return
    if talk.draft is not None and talk.draft.id != draft.id:
        park(talk, talk.draft)
    unpark(talk, draft.id)
    talk.take_up(draft)
    if talk.service is not None and draft.status is Status.DRAFT and not talk.locked:
        say_where(talk, draft, talk.service)
        notice_new_version(talk)
    go_on(talk)


def touched_at(draft: Draft) -> datetime:
    """When something of the draft was answered last."""
    return max([draft.created_at, *(each.at for each in draft.answers.values())])


def minutes_left(service: Service, walk: Walk) -> int:
    """About how long the rest takes, in whole minutes: the service's time by its share of questions."""
    answered, of = walk.answered, len(walk.questions)
    return -(-service.minutes * (of - answered) // max(of, 1))


def say_where(talk: Talk, draft: Draft, service: Service) -> None:
    """Where the person was, what is left, and until when (row 25)."""
    answered, of = talk.walk.answered, len(talk.walk.questions)
    minutes = minutes_left(service, talk.walk)
    begun = draft.created_at.astimezone(STOCKHOLM).date()
    until = (touched_at(draft) + timedelta(days=service.draft_days)).astimezone(STOCKHOLM).date()
    lines = [
        talk.text(
            "resume.here",
            title=talk.title_of(service.id) + in_brackets(talk, concerned_at_hand(talk)),
            begun=show_day(begun, talk.language),
            answered=answered,
            of=of,
        )
    ]
    if minutes:
        lines.append(talk.text("resume.left", minutes=minutes))
    newest = next((each for each in reversed(draft.trail) if talk.walk.at(each)), None)
    question = talk.walk.at(newest) if newest else None
    if question is not None:
        shown = shown_answer(talk, question, draft.answers.get(question.path))
        title = question.title(talk.language)
        lines.append(talk.text("resume.newest", title=title, value=shown))
    lines.append(talk.text("resume.until", day=show_day(until, talk.language)))
    talk.add(" ".join(lines))
