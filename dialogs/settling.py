"""Settling what the assistant itself had asked: each `Pending` has one handler.

A handler returns False when what was said is no answer to it; then it is heard as anything else.
"""

from collections.abc import Callable, Mapping

from dialogs.acting import act, withdraw
from dialogs.answering import settle_confirm, settle_losing, store, take
from dialogs.asking import go_on, say_menu
from dialogs.board import (
    ask_for_address,
    extend_signing,
    remind_party,
    say_board,
    settle_readdress,
)
from dialogs.browsing import category_choices, say_category
from dialogs.changing import reopen, revisit, send_again
from dialogs.choosing import choose
from dialogs.commands import Command, recognise
from dialogs.completing import begin_completing, settle_completion
from dialogs.conversation import Answer, Pending
from dialogs.correcting import settle_correct
from dialogs.digressing import settle_switch
from dialogs.effects import Forget, Reopen, Withdraw
from dialogs.events import Said
from dialogs.fields.base import Accepted, Given
from dialogs.fields.reading import read_answer
from dialogs.history import answering
from dialogs.messages import Choice
from dialogs.parking import offer_parked
from dialogs.picking import pick, yes_or_no
from dialogs.pushing import settle_push
from dialogs.reminding import keep_longer, stop_reminders
from dialogs.several import settle_several
from dialogs.starting import resume, settle_earlier, start
from dialogs.statuses import Status
from dialogs.summary import change_choices
from dialogs.taking_over import settle_message
from dialogs.talk import CANNOT_LOG_IN, LOG_IN, Talk
from dialogs.undoing import discard
from dialogs.waiting import offer_waiting
from dialogs.wishing import offer
from dialogs.without_eid import SITUATION, ask_situation, say_chosen, settle_situation


def settle(talk: Talk, pending: Pending, said: Said) -> bool:
    """Hears `said` as an answer to `pending`. False: it was none, and nothing happened."""
    if pending.kind in ("confirm", "losing"):
        return _about_question(talk, pending, said)
    handler = _HANDLERS.get(pending.kind)
    return handler is not None and handler(talk, pending, said)


def _about_question(talk: Talk, pending: Pending, said: Said) -> bool:
    question = talk.question
    if question is None or question.path != pending.about or talk.locked:
        talk.wait_for(None)
        return False
    handler = settle_confirm if pending.kind == "confirm" else settle_losing
    return handler(talk, question, pending, said)


def _other(talk: Talk, pending: Pending, said: Said) -> bool:
    """The words of the free alternative, which was ticked together with others."""
    question = talk.question
    if question is None or question.path != pending.about or talk.locked:
        return False
    if not said.text.strip() or said.choice is not None or said.choices:
        return False
    heard = recognise(said.text, talk.language)
    if heard is not None and heard.certain:
        return False
    talk.wait_for(None)
    ticked = tuple(str(each) for each in pending.values)
    take(talk, question, Given(text=said.text, choices=ticked), how="said")
    return True


def _append(talk: Talk, pending: Pending, said: Said) -> bool:
    """An afterthought to a long answer (row 6)."""
    agreed = talk.agreed(said, "append.yes", "append.no")
    question = talk.walk.at(str(pending.about)) if talk.draft and talk.service else None
    if agreed is None or question is None or talk.draft is None or talk.locked:
        return False
    talk.wait_for(None)
    earlier = talk.draft.answers.get(question.path)
    if agreed and earlier is not None:
        whole = Given(text=f"{earlier.value}\n{pending.values[0]}")
        outcome = read_answer(question.type, question.field, whole, talk.asking(question))
        if isinstance(outcome, Accepted):
            entry = Answer(value=outcome.value, at=talk.now)
            store(talk, (answering(question.path, entry),))
            talk.say("append.done", title=question.title(talk.language))
    go_on(talk)
    return True


def _find(talk: Talk, pending: Pending, said: Said) -> bool:
    choices = tuple(
        Choice(value=f"service:{each}", label=talk.title_of(str(each))) for each in pending.values
    )
    picked = pick(choices, text=said.text, tapped=said.choice)
    if picked is None:
        agreed = yes_or_no(text=said.text, tapped=said.choice)
        if agreed is False or said.choice == "none_of_these":
            talk.become(pending=None, wishes={})
            talk.say("find.then_what")
            return True
        if agreed and len(choices) > 1:
            # Yes to several: which of them?
            offer(talk, tuple(str(each) for each in pending.values), key="find.which")
            return True
        picked = choices[0] if agreed else None
    return picked is not None and choose(talk, picked.value.removeprefix("service:"))


def _category(talk: Talk, pending: Pending, said: Said) -> bool:
    choices = category_choices(talk, tuple(str(each) for each in pending.values))
    picked = pick(choices, text=said.text, tapped=said.choice)
    return picked is not None and say_category(talk, picked.value)


def _change(talk: Talk, pending: Pending, said: Said) -> bool:
    offered = tuple(
        choice
        for choice in change_choices(talk)
        if not pending.values or choice.value in pending.values
    )
    picked = pick(offered, text=said.text, tapped=said.choice)
    if picked is None:
        return False
    revisit(talk, picked.value.removeprefix("change:"))
    return True


def _cancel(talk: Talk, _pending: Pending, said: Said) -> bool:
    choices = (
        talk.choice("keep", "cancel.keep"),
        talk.choice("delete", "cancel.delete"),
        talk.choice("continue", "cancel.continue"),
    )
    picked = pick(choices, text=said.text, tapped=said.choice)
    if picked is None and said.choice is None:
        # "Vill du avbryta?": yes keeps the draft, which is the careful way (row 19).
        agreed = yes_or_no(text=said.text, tapped=None)
        recognised = recognise(said.text, talk.language) if agreed is None else None
        if recognised is not None and recognised.command in (Command.KEEP, Command.CANCEL):
            # "avbryt" once more is a yes.
            agreed = True
        picked = None if agreed is None else choices[0 if agreed else 2]
    if picked is None or talk.draft is None:
        return False
    talk.wait_for(None)
    if picked.value == "continue":
        go_on(talk)
        return True
    reference = talk.draft.reference
    if picked.value == "delete":
        discard(talk)
    else:
        talk.take_up(None)
    talk.say(f"cancel.{picked.value}_done", reference=reference)
    if offer_waiting(talk):
        return True
    if talk.conversation.parked:
        offer_parked(talk)
    else:
        say_menu(talk)
    return True


def _restart(talk: Talk, _pending: Pending, said: Said) -> bool:
    agreed = talk.agreed(said, "restart.yes", "restart.no")
    if agreed is None or talk.draft is None:
        return False
    talk.wait_for(None)
    service = talk.service
    if agreed and service is not None:
        discard(talk)
        talk.say("restart.done")
        start(talk, service, anew=True)
    else:
        go_on(talk)
    return True


def _reopen(talk: Talk, _pending: Pending, said: Said) -> bool:
    agreed = talk.agreed(said, "reopen.yes", "reopen.no")
    if agreed is None or talk.draft is None:
        return False
    talk.wait_for(None)
    if agreed:
        talk.effects.append(Reopen())
        talk.redraft(status=Status.DRAFT)
        talk.say("reopen.done")
        act(talk, Command.CHANGE, "")
    else:
        go_on(talk)
    return True


def _withdraw(talk: Talk, _pending: Pending, said: Said) -> bool:
    agreed = talk.agreed(said, "withdraw.yes", "withdraw.no")
    draft = talk.draft
    if agreed is None or draft is None:
        return False
    talk.wait_for(None)
    if not agreed:
        go_on(talk)
        return True
    talk.effects.append(Withdraw(draft_id=draft.id))
    talk.redraft(status=Status.WITHDRAWN)
    talk.say(
        "withdraw.done",
        reference=draft.reference,
        case=talk.case_state(draft.reference, Status.WITHDRAWN),
    )
    talk.take_up(None)
    say_menu(talk)
    return True


def _forget(talk: Talk, _pending: Pending, said: Said) -> bool:
    agreed = talk.agreed(said, "forget.yes", "forget.no")
    if agreed is None:
        return False
    talk.wait_for(None)
    if agreed:
        talk.effects.append(Forget())
        # Who was here before the one that asks has not asked to be forgotten.
        former = None if talk.person is not None else talk.conversation.former
        talk.take_up(None)
        talk.say("forget.done", reference=talk.fresh.reference)
        talk.become(
            person=None,
            login_since=None,
            login_until=None,
            awaiting_code=False,
            parked=(),
            discarded=None,
            former=former,
        )
    go_on(talk)
    return True


_HANDLERS: Mapping[str, Callable[[Talk, Pending, Said], bool]] = {
    "find": _find,
    "change": _change,
    "other": _other,
    "cancel": _cancel,
    "restart": _restart,
    "reopen": _reopen,
    "withdraw": _withdraw,
    "forget": _forget,
    "message": settle_message,
    "category": _category,
    "correct": settle_correct,
    "several": settle_several,
    "append": _append,
    "switch": settle_switch,
    "push": settle_push,
    "readdress": settle_readdress,
    "earlier": settle_earlier,
    "completion": settle_completion,
    "situation": settle_situation,
}


#: Buttons of reminders come long after the login has ended, and tell nothing; others are for who
#: is to log in again, or cannot.
NEEDS_NO_LOGIN = ("longer:", "reminders:", LOG_IN, CANNOT_LOG_IN, SITUATION)
#: And these are not about the draft at hand, so they need not wait until it is known whose it is.
ABOUT_OTHERS = (*NEEDS_NO_LOGIN, "complete:", "draft:", "service:", "board", "again:", "menu")


def _log_in(talk: Talk) -> None:
    """Who was here before the login ended goes on with what was at hand."""
    if talk.person is not None:
        go_on(talk)
        return
    talk.say(
        "login.continue",
        links=(talk.login_link(),),
        choices=talk.cannot_log_in(),
        number=talk.fresh.shown_number,
    )


def tapped_anywhere(talk: Talk, value: str) -> bool:
    """Buttons that mean the same wherever they were shown, also in old messages (row 16)."""
    kind, _, rest = value.partition(":")
    match kind:
        case "service":
            if not choose(talk, rest):
                # Of an old message or a link: the service has been removed since.
                talk.say("start.unknown", problem=True)
                if talk.draft is not None:
                    go_on(talk)
                else:
                    say_menu(talk)
        case "category" if talk.draft is None:
            return say_category(talk, rest)
        case "draft" if rest:
            resume(talk, rest)
        case "change" if rest and talk.draft and talk.draft.status is Status.DRAFT:
            revisit(talk, rest)
        case "reopen" if talk.draft:
            reopen(talk)
        case "again" if rest:
            send_again(talk, rest)
        case "withdraw":
            withdraw(talk)
        case "menu":
            say_menu(talk)
        case "complete" if rest:
            begin_completing(talk, rest)
        case "board":
            say_board(talk, rest)
        case "remind" if rest:
            remind_party(talk, rest)
        case "readdress" if rest:
            ask_for_address(talk, rest)
        case "extend" if rest:
            extend_signing(talk, rest)
        case "longer" if rest:
            keep_longer(talk, rest)
        case "reminders":
            stop_reminders(talk)
        case _ if value == LOG_IN:
            _log_in(talk)
        case _ if value == CANNOT_LOG_IN:
            ask_situation(talk)
        case "situation":
            return say_chosen(talk, rest)
        case _:
            return False
    return True
