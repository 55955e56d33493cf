"""The plain words that always work (contract, section 3), each as one small act."""

from collections.abc import Callable, Mapping

from rapidfuzz import fuzz

from dialogs.answering import YES_OR_NO, skip
from dialogs.asking import ask, go_on, say_introduction, say_menu
from dialogs.browsing import say_services
from dialogs.commands import Command
from dialogs.conversation import Answer, Draft, Pending
from dialogs.effects import Send
from dialogs.filings import say_filings
from dialogs.messages import Choice, Link
from dialogs.picking import pick
from dialogs.ruling import outdated
from dialogs.service import Service, Signing
from dialogs.statuses import SIGNING_STATUSES, TERMINAL_STATUSES, Status
from dialogs.summary import change_choices
from dialogs.talk import Talk
from dialogs.texts import ENGLISH, SWEDISH
from dialogs.waiting import offer_waiting

#: How alike (0–100) a misspelt word and a part of a label must be, and from what length.
_ALIKE = 78
_SHORTEST_MISSPELT = 6


def act(talk: Talk, command: Command, rest: str) -> None:
    """Carries out a command, then returns to where the person was."""
    _ACTS[command](talk, rest)


def start(talk: Talk, service: Service) -> None:
    """Begins a new draft of a service. A draft at hand stays a draft."""
    if talk.draft is not None and talk.draft.status is Status.DRAFT and talk.draft.answers:
        talk.say("start.earlier_saved", title=talk.title_of(talk.draft.service))
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
    go_on(talk)


def resume(talk: Talk, draft_id: str) -> None:
    """Takes up another of the person's drafts where it was left."""
    draft = talk.other_draft(draft_id)
    if draft is None:
        talk.say("resume.missing")
        go_on(talk)
        return
    talk.take_up(draft)
    if talk.service is not None and draft.status is Status.DRAFT:
        talk.say(
            "resume.here",
            title=talk.title_of(draft.service),
            answered=talk.walk.answered,
            of=len(talk.walk.questions),
        )
        _say_new_version(talk)
    go_on(talk)


def _say_new_version(talk: Talk) -> None:
    """A draft that was begun with an older definition goes on with the one in force (row 28)."""
    draft, service = talk.draft, talk.service
    if draft is None or service is None or draft.version == service.version:
        return
    talk.redraft(version=service.version)
    talk.say("resume.new_version")


def send(talk: Talk, rest: str = "") -> None:
    """Sends the draft when all is answered; else says what is missing."""
    draft, service = talk.draft, talk.service
    if draft is None or service is None or draft.status is not Status.DRAFT:
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
        talk.say("send.login", links=(talk.login_link(),), number=talk.fresh.shown_number)
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
        link = Link(url="", label=talk.text("receipt.link"), purpose="receipt")
        talk.say(
            "send.received",
            reference=reference,
            next_steps=talk.fill(service.next_steps),
            links=(link,),
            case=case,
        )
        talk.take_up(None)
        offer_waiting(talk)
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
    applicable = {question.path for question in talk.walk.questions}
    trail = list(draft.trail)
    while trail and trail[-1] not in applicable:
        trail.pop()
    if not trail:
        talk.say("back.first")
        go_on(talk)
        return
    path = trail.pop()
    answers: dict[str, Answer] = dict(draft.answers)
    taken_back = answers.pop(path)
    aside = dict(draft.aside)
    if taken_back.value is not None:
        aside[path] = taken_back
    talk.redraft(answers=answers, aside=aside, trail=tuple(trail))
    talk.become(failures=0)
    go_on(talk)


def _change(talk: Talk, rest: str) -> None:
    draft = talk.draft
    if draft is None or talk.service is None or talk.locked:
        talk.say("change.nothing")
        go_on(talk)
        return
    if draft.status is not Status.DRAFT:
        reopen(talk)
        return
    choices = change_choices(talk)
    if not choices:
        talk.say("change.nothing")
        go_on(talk)
        return
    path = find_change(talk, rest)
    if path is not None:
        revisit(talk, path)
        return
    about = _mentioned(choices, rest.strip())
    talk.wait_for(Pending(kind="change", values=tuple(each.value for each in about)))
    talk.say("change.which", choices=about or choices)


def find_change(talk: Talk, wanted: str) -> str | None:
    """The answered question that "ändra telefonnumret" is about; None when that is not clear."""
    wanted = wanted.strip()
    if not wanted or talk.draft is None or talk.service is None:
        return None
    choices = change_choices(talk)
    picked = pick(choices, text=wanted, tapped=None)
    if picked is None:
        holding = _mentioned(choices, wanted)
        picked = holding[0] if len(holding) == 1 else None
    return picked.value.removeprefix("change:") if picked else None


def _mentioned(choices: tuple[Choice, ...], wanted: str) -> tuple[Choice, ...]:
    """The alternatives that "telefonnumret" or "adressen" may be about; with slips if none."""
    holding = tuple(choice for choice in choices if _mentions(choice.label, wanted))
    if holding:
        return holding
    words = [word for word in wanted.casefold().split() if len(word) >= _SHORTEST_MISSPELT]
    return tuple(
        choice for choice in choices if any(_is_like(word, choice.label) for word in words)
    )


def _is_like(word: str, label: str) -> bool:
    # A short label is a part of many words.
    return len(label) >= len(word) and fuzz.partial_ratio(word, label.casefold()) >= _ALIKE


def _mentions(label: str, wanted: str) -> bool:
    """ "telefonnumret" is meant by the label "Ditt telefonnummer"."""
    folded = label.casefold()
    words = (word for word in wanted.casefold().split() if len(word) >= 4)
    return any(word[: max(4, len(word) - 3)] in folded for word in words)


def revisit(talk: Talk, path: str) -> None:
    """Asks an answered question again, then returns to where the person was."""
    question = talk.walk.at(path) if talk.draft and talk.service else None
    if question is None:
        talk.say("change.gone")
        go_on(talk)
        return
    talk.redraft(revisiting=path)
    talk.become(pending=None, failures=0)
    ask(talk, question)


def reopen(talk: Talk) -> None:
    """A sent but not received filing can be changed, but then all must sign again: asked first."""
    draft = talk.draft
    if draft is None or draft.status in TERMINAL_STATUSES or draft.status is Status.RECEIVED:
        talk.say("reopen.received", contact=talk.contact())
        return
    talk.wait_for(Pending(kind="reopen"))
    talk.say(
        "reopen.ask",
        choices=(talk.choice("yes", "reopen.yes"), talk.choice("no", "reopen.no")),
    )


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
    talk.say(key, reference=talk.draft.reference, days=days)
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
    """Back to the question after a digression (row 17)."""
    draft = talk.draft
    if draft is not None and draft.status is Status.DRAFT and not talk.locked and talk.question:
        ask(talk, talk.question, preface=talk.text("return.to_question"))


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
            talk.say("language.missing")
        else:
            talk.become(language=language)
            talk.say("language.switched")
        go_on(talk)

    return switch


def _human(talk: Talk, _rest: str) -> None:
    municipality = talk.world.municipality
    talk.wait_for(Pending(kind="message"))
    talk.say(
        "human.contact",
        contact=talk.contact(),
        hours=municipality.opening_hours.to(talk.language),
        choices=(
            talk.choice("leave_message", "human.leave_message"),
            talk.choice("continue", "human.continue"),
        ),
    )


def _repeat(talk: Talk, _rest: str) -> None:
    go_on(talk)


def _keep(talk: Talk, _rest: str) -> None:
    go_on(talk)


def _forget(talk: Talk, _rest: str) -> None:
    talk.wait_for(Pending(kind="forget"))
    talk.say(
        "forget.ask",
        choices=(talk.choice("yes", "forget.yes"), talk.choice("no", "forget.no")),
    )


def _services(talk: Talk, _rest: str) -> None:
    if talk.draft is not None and talk.draft.status is Status.DRAFT:
        talk.say("services.mid_form")
        _return(talk)
    else:
        say_services(talk)


_ACTS: Mapping[Command, Callable[[Talk, str], None]] = {
    Command.HELP: _help,
    Command.BACK: _back,
    Command.CHANGE: _change,
    Command.SKIP: _skip,
    Command.SAVE: _save,
    Command.CANCEL: _cancel,
    Command.STATUS: _status,
    Command.CASES: _cases,
    Command.START_OVER: _start_over,
    Command.SWEDISH: _language(SWEDISH),
    Command.ENGLISH: _language(ENGLISH),
    Command.HUMAN: _human,
    Command.REPEAT: _repeat,
    Command.KEEP: _keep,
    Command.SEND: send,
    Command.FORGET: _forget,
    Command.WITHDRAW: withdraw,
    Command.SERVICES: _services,
}
