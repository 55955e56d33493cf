"""The way on for who cannot log in: no e-ID, another kind of number, too young, for somebody else.

One short question, whose alternatives are topics of the municipality's guidance (`without_eid` in
config/guidance.yaml). Each answer tells whom to turn to and what to bring. Nothing that was answered
is lost, and nothing more is asked: who has protected personal data tells it in one tap, or not at
all, and may leave without a trace (threat B5).
"""

from datetime import timedelta

from dialogs.clock import STOCKHOLM
from dialogs.command_words import fold
from dialogs.conversation import Draft, Pending
from dialogs.events import Said
from dialogs.fields.calendar_words import show_day
from dialogs.finding import Found, Match, Sureness
from dialogs.messages import Choice, Input, Kind
from dialogs.picking import pick
from dialogs.starting import touched_at
from dialogs.statuses import Status
from dialogs.talk import MESSENGERS, Talk
from dialogs.world import Guidance

SITUATION = "situation:"
#: So near to the topic a service of the same matter may come and still be no wish for another one.
_AS_GOOD = 0.03


def ask_situation(talk: Talk) -> None:
    """Asks which situation it is."""
    talk.wait_for(Pending(kind="situation"))
    key = "without_eid.ask_in_app" if _in_messenger(talk) else "without_eid.ask"
    talk.say(key, contact=talk.contact(), choices=_choices(talk), input=Input(kind=Kind.CHOICE))


def settle_situation(talk: Talk, _pending: Pending, said: Said) -> bool:
    """The person was asked which situation it is."""
    picked = pick(_choices(talk), text=said.text, tapped=said.choice)
    if picked is None:
        return bool(said.text) and hear_situation(talk, said.text)
    return say_chosen(talk, picked.value.removeprefix(SITUATION))


def say_chosen(talk: Talk, topic_id: str) -> bool:
    """What holds for the situation with this id. False: there is none."""
    topic = next((each for each in talk.world.without_eid if each.id == topic_id), None)
    if topic is not None:
        say_situation(talk, topic)
    return topic is not None


def hear_situation(talk: Talk, text: str) -> bool:
    """Where a login is asked for: whether the text tells why that is not possible, and is answered."""
    topic = _situation_in(talk, text)
    if topic is not None:
        say_situation(talk, topic)
    return topic is not None


def say_situation(talk: Talk, topic: Guidance) -> None:
    """Whom to turn to, what to bring, and that the draft is kept."""
    talk.wait_for(None)
    if topic.discreet:
        say_discreetly(talk, topic)
        return
    lines = [answer_of(talk, topic)]
    kept = _kept(talk)
    if kept:
        lines.append(kept)
    talk.add("\n\n".join(lines), choices=_ways_on(talk, topic))


def answer_of(talk: Talk, topic: Guidance) -> str:
    """The topic's answer; for who acts for somebody else, also what the service at hand allows."""
    answer = talk.fill(topic.answer)
    service = talk.service
    if not topic.on_behalf or service is None:
        return answer
    whom = service.concerns.who if service.concerns else "nobody"
    return f"{answer}\n\n{talk.text(f'without_eid.for_{whom}')}"


def say_discreetly(talk: Talk, topic: Guidance, *, more: str = "") -> None:
    """The answer to who has protected data: no question, no form, and a way to leave no trace."""
    choices = [talk.choice("continue", "without_eid.continue")]
    if talk.person is None:
        choices.insert(0, talk.choice("forget", "without_eid.forget"))
    text = "\n\n".join(part for part in (more, talk.fill(topic.answer)) if part)
    talk.add(text, choices=tuple(choices))


def _choices(talk: Talk) -> tuple[Choice, ...]:
    return tuple(
        Choice(value=SITUATION + topic.id, label=topic.label.to(talk.language))
        for topic in talk.world.without_eid
        # In somebody else's app a tap would tell that app.
        if not (topic.discreet and _in_messenger(talk))
    )


def _in_messenger(talk: Talk) -> bool:
    return talk.conversation.channel in MESSENGERS


def _ways_on(talk: Talk, topic: Guidance) -> tuple[Choice, ...]:
    service = talk.world.services.get(topic.service)
    begins = service is not None and (talk.service is None or talk.service.id != service.id)
    report = Choice(value=f"service:{topic.service}", label=talk.title_of(topic.service))
    own = talk.draft if not talk.locked else None
    copy = talk.choice("transcript", "without_eid.copy")
    back = talk.choice("continue", "without_eid.back" if talk.draft else "without_eid.continue")
    return (
        *((report,) if begins else ()),
        talk.choice("human", "menu.human"),
        *((copy,) if own is not None and own.trail else ()),
        back,
    )


def _kept(talk: Talk) -> str:
    """That the draft is kept and until when; of a locked one nothing more is told."""
    draft = talk.draft
    if draft is None or draft.status is not Status.DRAFT:
        return ""
    if talk.locked:
        return talk.text("without_eid.kept_locked")
    if not draft.trail:
        return ""
    return talk.text("without_eid.kept", reference=draft.reference, day=_last_day(talk, draft))


def _last_day(talk: Talk, draft: Draft) -> str:
    days = talk.service.draft_days if talk.service else 0
    until = (touched_at(draft) + timedelta(days=days)).astimezone(STOCKHOLM).date()
    return show_day(until, talk.language)


# ── In one's own words ────────────────────────────────────────────────────────────────────────


def _situation_in(talk: Talk, text: str) -> Guidance | None:
    """The situation that a text at a login is surely about, unless it is a wish for another service."""
    topics = talk.world.without_eid
    folded, guide = fold(text), talk.world.guide
    for each in topics:
        if folded in each.at_login or folded == fold(each.label.to(talk.language)):
            return each
    if guide is None or not folded:
        return None
    meant, wished = _best(guide.decide(text)), _best(talk.world.finder.decide(text))
    topic = next((each for each in topics if meant and each.id == meant.service), None)
    if meant is None or topic is None:
        return _helped_by(topics, wished)
    if wished is None or meant.score >= wished.score:
        return topic
    helped = _helped_by(topics, wished)
    # What is said of the very service that helps with logging in is said of the login.
    return topic if helped and meant.score >= wished.score - _AS_GOOD else helped


def _helped_by(topics: tuple[Guidance, ...], wished: Match | None) -> Guidance | None:
    """The situation in which the service that was wished for helps."""
    return next((each for each in topics if wished and each.service == wished.service), None)


def _best(found: Found) -> Match | None:
    return found.matches[0] if found.kind is Sureness.SURE else None
