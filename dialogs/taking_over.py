"""A person of customer service takes over the conversation, and gives it back (rows 20 and 21).

While somebody waits, the assistant goes on as usual. While somebody of customer service answers, it
says nothing of its own except in danger; the draft stays where it was and its question is asked
again afterwards.
"""

from datetime import timedelta

from dialogs.asking import go_on
from dialogs.clock import STOCKHOLM
from dialogs.command_words import fold
from dialogs.conversation import Pending, Takeover
from dialogs.effects import AskForHuman, CallHuman, EndTakeover
from dialogs.events import (
    HandedBack,
    HumanReplied,
    HumanSaid,
    Said,
    TakenOver,
    TakeoverAbandoned,
)
from dialogs.fields.calendar_words import show_day
from dialogs.messages import Choice, Input, Kind
from dialogs.picking import pick
from dialogs.reaching import contact_links, ways_of_contact
from dialogs.talk import MESSENGERS, Talk

#: Buttons that are understood while somebody waits or is answered.
STOP = "takeover:stop"
_LONGEST_MESSAGE = 2000
_STOP_WAITING = frozenset(
    fold(each)
    for each in (
        "sluta vänta", "jag väntar inte", "vänta inte", "avbryt väntan", "lämna kön",
        "stop waiting", "leave the queue",
    )
)  # fmt: skip
_END = frozenset(
    fold(each)
    for each in (
        "avsluta samtalet", "avsluta", "tillbaka till assistenten", "tillbaka till boten",
        "tillbaka till frågorna", "end the conversation", "back to the assistant", "back to the bot",
    )
)  # fmt: skip


def call_human(talk: Talk, _rest: str = "") -> None:
    """ "prata med en människa": now if customer service is open, else a message."""
    takeover = talk.conversation.takeover
    if takeover is not None:
        _say_waiting(talk, "takeover.still_waiting")
        return
    talk.wait_for(Pending(kind="message"))
    key = "takeover.offer" if _is_open(talk) else "human.contact"
    lines = [talk.text(key, contact=ways_of_contact(talk))]
    opening = None if _is_open(talk) else _opening(talk)
    if opening:
        lines.append(opening)
    talk.add(" ".join(lines), choices=_ways(talk), links=contact_links(talk))


def settle_message(talk: Talk, pending: Pending, said: Said) -> bool:
    """To talk now, or to leave a message: first the wish, then its text."""
    if pending.about == "text":
        text = said.text.strip()
        if not text:
            return False
        talk.wait_for(None)
        talk.effects.append(CallHuman(text=text[:_LONGEST_MESSAGE]))
        talk.say("human.message_taken", contact=talk.contact())
        go_on(talk)
        return True
    picked = pick(_ways(talk), text=said.text, tapped=said.choice)
    talk.wait_for(None)
    if picked is None:
        return False
    if picked.value == "talk_now":
        _wait(talk)
    elif picked.value == "leave_message":
        talk.wait_for(Pending(kind="message", about="text"))
        talk.say("human.write_message", input=Input(kind=Kind.LONG_TEXT))
    else:
        go_on(talk)
    return True


def hear_for_human(talk: Talk, said: Said) -> bool:
    """Whether what was said is for the human who has taken over, or ends the waiting."""
    takeover = talk.conversation.takeover
    if takeover is None:
        return False
    wants_out = said.choice == STOP
    folded = fold(said.text) if said.choice is None else ""
    if takeover.state == "waiting":
        if not wants_out and folded not in _STOP_WAITING:
            return False
        _end(talk)
        talk.say("takeover.stopped")
        go_on(talk)
        return True
    if wants_out or folded in _END:
        _end(talk)
        talk.say("takeover.ended_by_person", officer=takeover.officer)
        go_on(talk)
    elif said.files:
        talk.say("takeover.no_files", officer=takeover.officer)
    elif said.choice is not None or said.choices:
        talk.say("takeover.no_buttons", officer=takeover.officer, choices=(_stop(talk, "end"),))
    return True


def take_over(talk: Talk, event: TakenOver) -> None:
    talk.become(takeover=Takeover(state="taken", since=talk.now, officer=event.officer))
    lines = [talk.text("takeover.taken", officer=event.officer)]
    if talk.conversation.channel in MESSENGERS:
        lines.append(talk.text("takeover.nothing_sensitive"))
    talk.add(" ".join(lines), choices=(_stop(talk, "end"),))


def say_as_human(talk: Talk, event: HumanSaid) -> None:
    """The human's own words, marked as such in every channel."""
    words = talk.text("takeover.said", officer=event.officer, text=event.text)
    talk.add(words, sender="officer")


def tell_reply(talk: Talk, event: HumanReplied) -> None:
    """The answer to a message that was left; nothing else changes."""
    asked = show_day(event.asked_at.astimezone(STOCKHOLM).date(), talk.language)
    words = talk.text(
        "takeover.replied", officer=event.officer, day=asked, about=event.about, text=event.text
    )
    talk.add(words, sender="officer")


def hand_back(talk: Talk, event: HandedBack) -> None:
    """The assistant answers again, and asks what it asked before."""
    if event.note:
        say_as_human(talk, HumanSaid(officer=event.officer, text=event.note))
    talk.become(takeover=None)
    talk.say("takeover.handed_back", officer=event.officer)
    go_on(talk)


def tell_abandoned(talk: Talk, event: TakeoverAbandoned) -> None:
    """Nobody came, or nobody answers any more: a message can be left instead."""
    talk.become(takeover=None, pending=Pending(kind="message"))
    key = "takeover.abandoned" if event.officer else "takeover.nobody_came"
    choices = tuple(each for each in _ways(talk) if each.value != "talk_now")
    talk.say(key, officer=event.officer, contact=talk.contact(), choices=choices)


def _wait(talk: Talk) -> None:
    talk.become(takeover=Takeover(state="waiting", since=talk.now))
    talk.effects.append(AskForHuman())
    _say_waiting(talk, "takeover.waiting")
    if talk.draft is not None:
        go_on(talk)


def _say_waiting(talk: Talk, key: str) -> None:
    talk.say(key, choices=(_stop(talk, "stop"),))


def _end(talk: Talk) -> None:
    talk.effects.append(EndTakeover())
    talk.become(takeover=None)


def _stop(talk: Talk, label: str) -> Choice:
    return talk.choice(STOP, f"takeover.{label}")


def _ways(talk: Talk) -> tuple[Choice, ...]:
    now = (talk.choice("talk_now", "takeover.talk_now"),) if _is_open(talk) else ()
    return (
        *now,
        talk.choice("leave_message", "human.leave_message"),
        talk.choice("continue", "human.continue"),
    )


def _is_open(talk: Talk) -> bool:
    hours = talk.world.municipality.open_hours
    return hours is not None and hours.is_open(talk.now)


def _opening(talk: Talk) -> str:
    """When customer service opens next, in words; empty when that is not known."""
    hours = talk.world.municipality.open_hours
    opening = hours.next_opening(talk.now) if hours is not None else None
    if opening is None:
        return ""
    clock = f"{opening.hour}.{opening.minute:02d}" if opening.minute else str(opening.hour)
    days = (opening.date() - talk.now.astimezone(STOCKHOLM).date()) // timedelta(days=1)
    if days <= 1:
        return talk.text(f"takeover.opens_{'tomorrow' if days else 'today'}", clock=clock)
    day = show_day(opening.date(), talk.language)
    return talk.text("takeover.opens", day=day, clock=clock)
