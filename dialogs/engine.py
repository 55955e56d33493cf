"""The engine: `advance` takes what is and what happened, and tells what becomes and what to say.

It is a function of its arguments. What it wants done is data (`Turn.effects`), random values come in
`Known.fresh`, and what it would have to look up it asks for by returning NeedsKnown; the caller then
calls again with the same event and more knowledge.

A message of a person is heard in this order; the first that recognises it wins:
 1. danger to life: the emergency numbers are said first, and hearing goes on;
 2. the human who has taken over;
 3. a button: an older question's, or one that means the same everywhere (a service, a draft …);
 4. an answer to what the assistant itself had asked ("Menade du …?", "Vill du avbryta?");
 5. files, and corrections of an earlier answer;
 6. one of the plain words that always work ("hjälp", "tillbaka" …);
 7. an answer to the question at hand;
 8. a wish: which service, or which guidance.
"""

from datetime import datetime

from dialogs.acting import act, log_in_later, send
from dialogs.answering import answer, is_left_over
from dialogs.asking import LOGIN_LATER, go_on, say_menu, stop_choices
from dialogs.attached_files import collected, is_collecting
from dialogs.board import tell_undelivered
from dialogs.changing import find_change
from dialogs.choosing import choose
from dialogs.collecting import hear_files, say_no_file
from dialogs.command_words import fold
from dialogs.commands import Command, Recognised, recognise
from dialogs.conversation import Conversation, Draft
from dialogs.correcting import hear_correction, hear_old_button
from dialogs.digressing import hear_about_service, hear_digression, hear_switch
from dialogs.elsewhere import hear_for_shown, tell_discarded, tell_elsewhere
from dialogs.events import (
    AnsweredElsewhere,
    DiscardedElsewhere,
    Event,
    HandedBack,
    HappenedToFormers,
    HumanReplied,
    HumanSaid,
    LoggedIn,
    LoginFailed,
    Notified,
    Opened,
    Reminded,
    Said,
    Signed,
    Spoke,
    StatusChanged,
    TakenOver,
    TakeoverAbandoned,
    Undelivered,
)
from dialogs.fields.base import Accepted, Asking, Given, Unsure
from dialogs.fields.reading import read_answer
from dialogs.finding import Sureness
from dialogs.happening import (
    end_idle_login,
    fail_login,
    log_in,
    tell_news,
    tell_signed,
    tell_status,
)
from dialogs.journey import Question
from dialogs.keeping import LONGEST_TEXT, transcript
from dialogs.messages import FREE_TEXT
from dialogs.offered import as_tapped, counted_in, labels_of
from dialogs.picking import pick
from dialogs.protecting import protect, tells_of_protection
from dialogs.reminding import remind
from dialogs.settling import ABOUT_OTHERS, NEEDS_NO_LOGIN, settle, tapped_anywhere
from dialogs.several import hear_several
from dialogs.starting import start
from dialogs.statuses import Status
from dialogs.summary import CHANGE, SAVE, SEND
from dialogs.taking_over import (
    hand_back,
    hear_for_human,
    say_as_human,
    take_over,
    tell_abandoned,
    tell_reply,
)
from dialogs.talk import Fresh, Known, MissingKnownError, NeedsKnown, Talk, Turn
from dialogs.understanding import asks_why_login, is_in_own_words
from dialogs.versions import notice_new_version
from dialogs.voice import hear_spoken, settle_spoken
from dialogs.wishing import (
    hear_guidance,
    hear_small_talk,
    hear_wish,
    offer,
    warn_of_danger,
)
from dialogs.without_eid import hear_situation
from dialogs.wording import LATER, MUST_LOG_IN
from dialogs.world import World

__all__ = ["Fresh", "Known", "NeedsKnown", "Turn", "advance"]


def advance(
    world: World,
    conversation: Conversation,
    draft: Draft | None,
    event: Event,
    now: datetime,
    known: Known,
) -> Turn | NeedsKnown:
    """What `event` leads to. `draft` is the conversation's draft at hand; `now` is aware."""
    talk = Talk(world, conversation, draft, now, known)
    try:
        match event:
            case Said():
                _hear(talk, event)
            case Opened(service=service_id):
                _open(talk, service_id)
            case LoggedIn():
                log_in(talk, event)
            case LoginFailed(reason=reason):
                fail_login(talk, reason)
            case Signed():
                tell_signed(talk, event)
            case StatusChanged():
                tell_status(talk, event)
            case AnsweredElsewhere():
                tell_elsewhere(talk, event)
            case Reminded():
                remind(talk, event)
            case TakenOver():
                take_over(talk, event)
            case HumanSaid():
                say_as_human(talk, event)
            case HandedBack():
                hand_back(talk, event)
            case TakeoverAbandoned():
                tell_abandoned(talk, event)
            case HumanReplied():
                tell_reply(talk, event)
            case Spoke():
                end_idle_login(talk)
                hear_spoken(talk, event)
            case Undelivered():
                tell_undelivered(talk, event)
            case HappenedToFormers():
                tell_news(talk)
            case DiscardedElsewhere():
                tell_discarded(talk, event)
            case Notified(text=key, params=params):
                talk.add(talk.text(key, **params))
    except MissingKnownError as missing:
        return missing.needs
    if talk.messages:
        talk.become(offered=labels_of(talk.messages), counted=counted_in(talk.messages))
    return talk.turn()


# ── What a person did ─────────────────────────────────────────────────────────────────────────


def _open(talk: Talk, service_id: str | None) -> None:
    talk.say("greeting", municipality=talk.world.municipality.name)
    service = talk.world.services.get(service_id) if service_id else None
    if service is not None:
        start(talk, service)
        return
    if service_id and choose(talk, service_id):
        return
    if service_id:
        talk.say("start.unknown")
    say_menu(talk)


def _hear(talk: Talk, said: Said) -> None:
    end_idle_login(talk)
    talk.said = transcript(talk, said)
    said = as_tapped(talk, said)
    meant = settle_spoken(talk, said)
    if meant is None:
        return
    said = meant
    if len(said.text) > LONGEST_TEXT:
        talk.say("heard.too_long", most=LONGEST_TEXT, problem=True)
        go_on(talk)
        return
    is_in_danger = bool(said.text) and warn_of_danger(talk, said.text)
    if hear_for_human(talk, said):
        return
    notice_new_version(talk)
    if said.choice is not None and _is_stale(talk, said):
        if not hear_old_button(talk, said):
            talk.say("heard.old_button")
            go_on(talk)
        return
    apart = ABOUT_OTHERS if talk.is_unclaimed else NEEDS_NO_LOGIN
    may_tap = not talk.locked or (said.choice or "").startswith(apart)
    if said.choice is not None and may_tap and tapped_anywhere(talk, said.choice):
        return
    protected = tells_of_protection(talk, said)
    if protected is not None and _command(talk, said) is None and protect(talk, protected, said):
        return
    pending = talk.conversation.pending
    if pending is not None and pending.kind != "files" and settle(talk, pending, said):
        return
    if _is_filling_in(talk) and (hear_files(talk, said) or hear_correction(talk, said)):
        return
    recognised = _command(talk, said)
    if recognised is not None:
        if pending is not None and pending.kind != "files":
            talk.wait_for(None)
        act(talk, recognised.command, recognised.rest)
        return
    if pending is not None and pending.kind == "find" and hear_guidance(talk, said.text):
        # What was offered still stands.
        offer(talk, tuple(str(each) for each in pending.values))
        return
    if pending is not None and pending.kind not in ("files", "confirm", "losing"):
        talk.wait_for(None)
    if is_in_danger and not _is_clear(talk, said):
        # Nobody in danger is corrected, or asked which form that was about.
        if talk.draft is not None:
            go_on(talk)
    elif not hear_small_talk(talk, said):
        _hear_in_place(talk, said)


#: In danger people say less.
_FEWEST_WORDS_OF_A_WISH = 5


def _is_clear(talk: Talk, said: Said) -> bool:
    """Whether what was said is surely an answer, or surely a wish."""
    question = talk.question
    if question is not None and not talk.needs_login and not talk.locked:
        outcome = read_answer(
            question.type, question.field, Given(text=said.text), talk.asking(question)
        )
        return isinstance(outcome, Accepted)
    if talk.draft is not None or len(said.text.split()) < _FEWEST_WORDS_OF_A_WISH:
        # "Det brinner" and "min man slår mig" are no wishes for a form, whatever word is in one.
        return False
    return talk.world.finder.decide(said.text).kind is Sureness.SURE


def _hear_in_place(talk: Talk, said: Said) -> None:
    """Hears what is no command, from where the draft is."""
    draft = talk.draft
    if draft is None or talk.service is None:
        hear_wish(talk, said)
    elif talk.is_unclaimed:
        _hear_whose(talk, said)
    elif talk.locked:
        if not hear_situation(talk, said.text):
            go_on(talk)
    elif draft.status is not Status.DRAFT:
        is_guidance = bool(said.text) and hear_guidance(talk, said.text)
        if is_guidance or not hear_switch(talk, said.text):
            go_on(talk)
    elif talk.needs_login:
        _hear_at_gate(talk, said)
    elif talk.walk.stop is not None and draft.revisiting is None:
        _hear_at_stop(talk, said)
    elif hear_for_shown(talk, said):
        return
    elif talk.question is not None:
        if is_left_over(talk, talk.question, said):
            talk.say("heard.old_button", problem=True)
            go_on(talk)
        elif said.text and is_collecting(talk, talk.question) and collected(talk, talk.question):
            if not hear_digression(talk, talk.question, said):
                say_no_file(talk, talk.question)
        elif not hear_several(talk, talk.question, said) and not hear_digression(
            talk, talk.question, said
        ):
            answer(talk, talk.question, said)
    else:
        _hear_at_summary(talk, said)


def _is_filling_in(talk: Talk) -> bool:
    draft = talk.draft
    if draft is None or talk.service is None or draft.status is not Status.DRAFT:
        return False
    return not talk.locked and not talk.needs_login


def _hear_at_gate(talk: Talk, said: Said) -> None:
    later = talk.choice(LOGIN_LATER, "login.later")
    is_later = said.choice is None and fold(said.text) in LATER
    if is_later or pick((later,), text=said.text, tapped=said.choice) is not None:
        log_in_later(talk)
        return
    if fold(said.text) in MUST_LOG_IN or asks_why_login(said.text):
        talk.say("login.why" if asks_why_login(said.text) else "login.must")
        go_on(talk)
        return
    if hear_about_service(talk, said.text) or hear_situation(talk, said.text):
        return
    if hear_switch(talk, said.text):
        return
    if not hear_guidance(talk, said.text):
        talk.say("login.waiting", choices=(talk.choice("human", "menu.human"),))
    go_on(talk)


def _hear_whose(talk: Talk, said: Said) -> None:
    """Whether the draft that was begun here long before the login is the person's."""
    is_theirs = talk.agreed(said, "login.whose_yes", "login.whose_no")
    if is_theirs and talk.person is not None:
        talk.redraft(owner=talk.person.personnummer)
        go_on(talk)
    elif is_theirs is None:
        if not hear_situation(talk, said.text):
            hear_guidance(talk, said.text)
            go_on(talk)
    else:
        talk.take_up(None)
        talk.become(parked=(), wishes={}, discarded=None, hidden_at=talk.now)
        talk.say("login.whose_left")
        say_menu(talk)


def _hear_at_stop(talk: Talk, said: Said) -> None:
    stop = talk.walk.stop
    choices = stop_choices(talk, stop) if stop is not None else ()
    picked = pick(choices, text=said.text, tapped=said.choice)
    if picked is None:
        is_guidance = hear_guidance(talk, said.text)
        if not is_guidance and hear_switch(talk, said.text):
            return
        if not is_guidance:
            talk.say("stop.choose")
        go_on(talk)
        return
    act(talk, _TAPPED[picked.value], "")


def _hear_at_summary(talk: Talk, said: Said) -> None:
    service = talk.service
    signing = service.signing if service else "none"
    choices = (
        talk.choice(SEND, f"summary.send_{signing}"),
        talk.choice(CHANGE, "summary.change"),
        talk.choice(SAVE, "summary.save"),
    )
    picked = pick(choices, text=said.text, tapped=said.choice)
    if picked is None:
        is_to_log_in = service is not None and service.login and talk.person is None
        if is_to_log_in and hear_situation(talk, said.text):
            return
        is_guidance = hear_guidance(talk, said.text)
        if not is_guidance and hear_switch(talk, said.text):
            return
        if not is_guidance:
            talk.say("summary.choose")
        go_on(talk)
    elif picked.value == SEND:
        send(talk)
    else:
        act(talk, Command.CHANGE if picked.value == CHANGE else Command.SAVE, "")


def _command(talk: Talk, said: Said) -> Recognised | None:
    """The plain word that was written or tapped, if it is one here."""
    if said.choice is not None:
        command = _TAPPED.get(said.choice)
        return Recognised(command) if command else None
    recognised = recognise(said.text, talk.language) if said.text else None
    if recognised is None:
        return None
    question = talk.question
    if talk.needs_login and asks_why_login(said.text):
        # "Varför?" is about the login, not a cry for help.
        return None
    if question is None or talk.needs_login:
        return _unless_a_wish(talk, recognised, said.text)
    asking = talk.asking(question)
    written = said.text.strip().strip(".!").casefold()
    choices = question.type.choices(question.field, asking)
    if any(written == each.label.casefold() for each in choices):
        # "svenska" may be the very alternative that is offered.
        return None
    if sum(each.label.casefold().startswith(f"{written} ") for each in choices) == 1:
        # "avsluta" is "Avsluta autogiro" where that can be chosen.
        return None
    is_language = recognised.command in (Command.SWEDISH, Command.ENGLISH)
    is_contact = recognised.command in (Command.HUMAN, Command.PUSH)
    if (is_language or is_contact) and choices and _is_listed(question, said.text, asking):
        # "på engelska, tack" too, and "ring mig" where it is asked how to answer.
        return None
    is_change_of_nothing = (
        recognised.command is Command.CHANGE
        and recognised.rest
        and find_change(talk, recognised.rest) is None
    )
    if recognised.certain and not is_change_of_nothing:
        return recognised
    # Where free text is expected a doubtful word is the answer.
    control = question.type.input(question.field, asking)
    if is_change_of_nothing and control.format is not None and not _is_named_andra(said.text):
        # "ändra Eva" is no name, no number and no address.
        return recognised
    return None if control.kind in FREE_TEXT else recognised


def _is_listed(question: Question, text: str, asking: Asking) -> bool:
    outcome = read_answer(question.type, question.field, Given(text=text), asking)
    if isinstance(outcome, Accepted):
        return not is_in_own_words(outcome.value)
    return isinstance(outcome, Unsure)


def _unless_a_wish(talk: Talk, recognised: Recognised, text: str) -> Recognised | None:
    """ "avbryt autogiro" is a wish when nothing is being filled in, "avbryt" is not."""
    if talk.draft is not None:
        return recognised
    if recognised.command is Command.CHANGE and recognised.rest:
        # "change school": there is no answer yet that it could mean.
        return None
    if recognised.certain:
        return recognised
    found = talk.world.finder.decide(text)
    return None if found.kind is Sureness.SURE else recognised


def _is_named_andra(text: str) -> bool:
    """ "Andra Popescu": a first name."""
    return text.strip().casefold().startswith("andra ")


#: Buttons that stand for a plain word.
_TAPPED = {
    "help": Command.HELP,
    "back": Command.BACK,
    "skip": Command.SKIP,
    "cancel": Command.CANCEL,
    "status": Command.STATUS,
    "services": Command.SERVICES,
    "cases": Command.CASES,
    "human": Command.HUMAN,
    "continue": Command.REPEAT,
    "english": Command.ENGLISH,
    "forget": Command.FORGET,
    "transcript": Command.TRANSCRIPT,
}


def _is_stale(talk: Talk, said: Said) -> bool:
    """A button of an older question must not answer the one at hand (threat B11)."""
    if said.about is None:
        return False
    question = talk.question
    # What was shown here last is answered here, though another device was quicker (row 27).
    at_hand = {talk.conversation.asked, question.path if question else None}
    return said.about not in at_hand
