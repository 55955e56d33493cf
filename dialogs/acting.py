"""The plain words that always work (contract, section 3), each as one small act."""

from collections.abc import Callable, Mapping

from dialogs import history
from dialogs.answering import YES_OR_NO, keep_earlier, skip
from dialogs.asking import (
    ask,
    go_on,
    is_at_stop,
    return_to_form,
    say_menu,
    say_menu_unless_led,
)
from dialogs.board import say_newest_board
from dialogs.browsing import say_services
from dialogs.changing import change
from dialogs.commands import Command
from dialogs.completing import begin_completing
from dialogs.conditions import references
from dialogs.conversation import Draft, Pending
from dialogs.effects import Send
from dialogs.filings import say_filings
from dialogs.messages import Link, of_draft
from dialogs.own_data import ask_to_forget, give_transcript, say_what_is_known
from dialogs.parking import offer_parked
from dialogs.pushing import ask_where
from dialogs.reminding import longer, stop_reminders, want_reminders
from dialogs.ruling import outdated
from dialogs.service import Service, Signing
from dialogs.statuses import SIGNING_STATUSES, Status
from dialogs.taking_over import call_human
from dialogs.talk import Talk
from dialogs.texts import EASY_SWEDISH, ENGLISH, SWEDISH
from dialogs.undoing import redo, undo
from dialogs.waiting import offer_waiting


def act(talk: Talk, command: Command, rest: str) -> None:
    """Carries out a command, then returns to where the person was."""
    _ACTS[command](talk, rest)


def send(talk: Talk, rest: str = "") -> None:
    """Sends the draft when all is answered; else says what is missing."""
    draft, service = talk.draft, talk.service
    is_draft = draft is not None and draft.status is Status.DRAFT
    if draft is None or service is None or not is_draft or talk.locked:
        go_on(talk)
        return
    if talk.walk.next is not None or talk.walk.stop is not None:
        talk.say("send.not_complete")
        go_on(talk)
        return
    late = outdated(talk)
    if late is not None:
        question, why = late
        talk.redraft(revisiting=question.path)
        ask(talk, question, preface=talk.text("send.outdated", why=why))
        return
    if service.login and talk.person is None:
        talk.redraft(login_later=True)
        talk.say(
            "send.login",
            links=(talk.login_link(),),
            choices=talk.cannot_log_in(),
            number=talk.fresh.shown_number,
        )
        return
    if service.login and talk.person is not None and draft.owner is None:
        talk.redraft(owner=talk.person.personnummer)
    new = Status.RECEIVED if service.signing is Signing.NONE else Status.AWAITING_SIGNATURE
    # The status becomes a fact when `actions` has frozen the revision, in the same transaction.
    talk.effects.append(Send())
    talk.redraft(status=new, revisiting=None)
    _say_sent(talk, service, new)


def _say_sent(talk: Talk, service: Service, status: Status) -> None:
    if talk.draft is None:
        return
    reference = talk.draft.reference
    case = talk.case_state(reference, status)
    if status is Status.RECEIVED:
        # By name: the conversation has let go of the draft when its addresses are filled in.
        url = of_draft(talk.draft.id)
        link = Link(url=url, label=talk.text("receipt.link"), purpose="receipt")
        talk.say(
            "send.received",
            reference=reference,
            next_steps=talk.fill(service.next_steps),
            links=(link,),
            case=case,
        )
        talk.take_up(None)
        if not offer_waiting(talk):
            offer_parked(talk)
        return
    link = Link(url="", label=talk.text("sign.link"), purpose="sign")
    talk.say("send.sign", reference=reference, links=(link,), case=case)


def _help(talk: Talk, _rest: str) -> None:
    question = talk.question
    if question is None or talk.locked or talk.needs_login:
        talk.say("help.general", contact=talk.contact())
        go_on(talk)
        return
    field, service = question.field, talk.service
    lines = [talk.fill(field.help)] if field.help else []
    if field.why:
        lines.append(talk.text("help.why", why=talk.fill(field.why)))
    example = talk.fill(field.example) if field.example else None
    example = example or question.type.example(field, talk.asking(question))
    if example and field.type not in YES_OR_NO:
        lines.append(talk.text("question.example", example=example))
    if service is not None:
        unit = talk.world.municipality.units.get(service.unit)
        receiver = unit.name.to(talk.language) if unit else talk.world.municipality.name
        several = service.signing is Signing.ALL
        visible = f"help.sees_{field.visibility}" if several else "help.sees_alone"
        lines.append(talk.text(visible, unit=receiver, retention=talk.fill(service.retention)))
        lines.append(talk.text("help.law", law=talk.fill(service.legal_basis)))
    lines.append(talk.text("help.words"))
    talk.add("\n\n".join(lines))
    ask(talk, question)


def _back(talk: Talk, _rest: str) -> None:
    draft = talk.draft
    if draft is None or talk.service is None or draft.status is not Status.DRAFT or talk.locked:
        go_on(talk)
        return
    if draft.revisiting is not None:
        talk.redraft(revisiting=None)
        go_on(talk)
        return
    newest = _newest_answer(talk, draft)
    if newest is None:
        talk.say("back.first")
        go_on(talk)
        return
    talk.edit((history.taking_back(draft, newest),))
    talk.become(failures=0, fragment="")
    go_on(talk)


def _newest_answer(talk: Talk, draft: Draft) -> str | None:
    """What going back takes back: the newest answer, but at a stop the one that led there."""
    applicable = [question.path for question in talk.walk.questions]
    stop = talk.walk.stop
    if stop is not None and is_at_stop(talk):
        answered = [path for path in applicable if path in draft.trail]
        looked_at = references(stop.field.when) if stop.field.when else frozenset()
        led_there = [path for path in answered if path in looked_at]
        return next(reversed(led_there or answered), None)
    return next((path for path in reversed(draft.trail) if path in applicable), None)


def log_in_later(talk: Talk) -> None:
    """Goes on without e-ID; it is asked for again before sending."""
    talk.redraft(login_later=True)
    talk.say("login.later_done")
    go_on(talk)


def _skip(talk: Talk, _rest: str) -> None:
    question = talk.question
    if talk.needs_login and not talk.locked:
        log_in_later(talk)
    elif question is None or talk.locked:
        if not talk.locked and talk.draft is not None and talk.draft.status is Status.DRAFT:
            talk.say("stop.choose" if is_at_stop(talk) else "summary.choose")
        go_on(talk)
    else:
        skip(talk, question)


def _save(talk: Talk, _rest: str) -> None:
    if talk.draft is None:
        talk.say("save.nothing")
        go_on(talk)
        return
    key = "save.done" if talk.draft.owner else "save.done_here"
    days = talk.service.draft_days if talk.service else 90
    on = (talk.choice("continue", "cancel.continue"),)
    talk.say(key, reference=talk.draft.reference, days=days, choices=on)
    offer_waiting(talk)


def _cancel(talk: Talk, _rest: str) -> None:
    draft = talk.draft
    if draft is None:
        talk.wait_for(None)
        talk.say("cancel.nothing")
        say_menu(talk)
        return
    if draft.status in SIGNING_STATUSES and not talk.locked:
        withdraw(talk)
        return
    if draft.status is not Status.DRAFT or talk.locked:
        talk.take_up(None)
        talk.say("cancel.left")
        say_menu(talk)
        return
    talk.wait_for(Pending(kind="cancel"))
    talk.say(
        "cancel.ask",
        choices=(
            talk.choice("keep", "cancel.keep"),
            talk.choice("delete", "cancel.delete"),
            talk.choice("continue", "cancel.continue"),
        ),
    )


def withdraw(talk: Talk, rest: str = "") -> None:
    """Taking a filing back is asked first; it cannot be undone."""
    draft = talk.draft
    if draft is None or talk.locked:
        talk.say("withdraw.which")
        say_filings(talk)
        _return(talk)
        return
    if draft.status is Status.DRAFT:
        _cancel(talk, rest)
        return
    talk.wait_for(Pending(kind="withdraw"))
    talk.say(
        "withdraw.ask",
        reference=draft.reference,
        choices=(talk.choice("yes", "withdraw.yes"), talk.choice("no", "withdraw.no")),
    )


def _status(talk: Talk, rest: str) -> None:
    say_filings(talk, about=rest.strip())
    _return(talk)


def _cases(talk: Talk, _rest: str) -> None:
    say_filings(talk)
    _return(talk)


def _return(talk: Talk) -> None:
    """Back to the question after a digression (row 17), or to what else comes next."""
    if talk.draft is None:
        say_menu_unless_led(talk)
    else:
        return_to_form(talk)


def _start_over(talk: Talk, _rest: str) -> None:
    draft = talk.draft
    if draft is None or draft.status is not Status.DRAFT or talk.locked:
        talk.take_up(None)
        say_menu(talk)
        return
    talk.wait_for(Pending(kind="restart"))
    talk.say(
        "restart.ask",
        choices=(talk.choice("yes", "restart.yes"), talk.choice("no", "restart.no")),
    )


def _language(language: str) -> Callable[[Talk, str], None]:
    def switch(talk: Talk, _rest: str) -> None:
        service = talk.service
        if service is not None and language not in service.languages:
            key = "language.not_easy" if language == EASY_SWEDISH else "language.missing"
            talk.say(key)
        else:
            talk.become(language=language)
            talk.say("language.switched")
        go_on(talk)

    return switch


def _repeat(talk: Talk, _rest: str) -> None:
    go_on(talk)


def _keep(talk: Talk, _rest: str) -> None:
    question = talk.question
    is_asked = question is not None and not talk.locked and not talk.needs_login
    if question is None or not is_asked or not keep_earlier(talk, question):
        go_on(talk)


def _services(talk: Talk, _rest: str) -> None:
    if talk.draft is not None and talk.draft.status is Status.DRAFT:
        talk.say("services.mid_form")
        _return(talk)
    else:
        say_services(talk)


def _complete(talk: Talk, _rest: str) -> None:
    begin_completing(talk)


_ACTS: Mapping[Command, Callable[[Talk, str], None]] = {
    Command.HELP: _help,
    Command.BACK: _back,
    Command.CHANGE: change,
    Command.SKIP: _skip,
    Command.SAVE: _save,
    Command.CANCEL: _cancel,
    Command.STATUS: _status,
    Command.CASES: _cases,
    Command.START_OVER: _start_over,
    Command.SWEDISH: _language(SWEDISH),
    Command.ENGLISH: _language(ENGLISH),
    Command.HUMAN: call_human,
    Command.REPEAT: _repeat,
    Command.KEEP: _keep,
    Command.SEND: send,
    Command.FORGET: ask_to_forget,
    Command.WITHDRAW: withdraw,
    Command.SERVICES: _services,
    Command.UNDO: undo,
    Command.REDO: redo,
    Command.NO_REMINDERS: stop_reminders,
    Command.REMINDERS: want_reminders,
    Command.LONGER: longer,
    Command.PUSH: ask_where,
    Command.PARTIES: say_newest_board,
    Command.EASY_SWEDISH: _language(EASY_SWEDISH),
    Command.EXPORT: say_what_is_known,
    Command.TRANSCRIPT: give_transcript,
    Command.COMPLETE: _complete,
}
