"""Saying what comes next: a question, the login, the end of a path, the summary."""

import msgspec

from dialogs.attached_files import DONE, collected, is_collecting, numbered, removals
from dialogs.clock import STOCKHOLM
from dialogs.conditions import references
from dialogs.conversation import Answer
from dialogs.fields.base import Asking
from dialogs.fields.calendar_words import show_day
from dialogs.filings import say_frozen
from dialogs.journey import Question
from dialogs.messages import Choice, Input, Kind, Link, Progress
from dialogs.service import Service, SigningOrder
from dialogs.statuses import RECEIVED_STATUSES, TERMINAL_STATUSES, Status
from dialogs.summary import say_summary
from dialogs.talk import MESSENGERS, Talk
from dialogs.texts import EASY_SWEDISH, SWEDISH, LocalText

KEEP = "keep"
YES = "yes"
PREFILL = "prefill"
LOGIN_LATER = "login_later"
CHANGE_LAST = "back"


def go_on(talk: Talk) -> None:
    """Says what comes next from where the draft at hand is; the menu when there is none."""
    talk.become(asked=None)
    _ask_nothing_else(talk, None)
    draft, service = talk.draft, talk.service
    if draft is None:
        say_menu(talk)
    elif service is None:
        talk.say("service.gone", contact=talk.contact())
    elif talk.is_unclaimed:
        _ask_whose(talk)
    elif talk.locked:
        talk.say(
            "login.again",
            links=(talk.login_link(),),
            choices=talk.cannot_log_in(),
            number=talk.fresh.shown_number,
        )
    elif draft.status is not Status.DRAFT:
        say_frozen(talk)
        if draft.status in TERMINAL_STATUSES | RECEIVED_STATUSES:
            # Nothing is left to fill in, so that the next words are about something else.
            talk.take_up(None)
            say_menu_unless_led(talk)
    elif talk.needs_login:
        say_login_gate(talk)
    elif talk.walk.stop is not None and draft.revisiting is None:
        say_stop(talk, talk.walk.stop)
    elif talk.question is not None:
        ask(talk, talk.question)
    else:
        _say_information(talk)
        say_summary(talk)


def return_to_form(talk: Talk) -> None:
    """Asks the question at hand again after something else (row 17); nothing when there is no form."""
    draft = talk.draft
    is_shut = talk.locked and not talk.is_unclaimed
    if draft is None or draft.status is not Status.DRAFT or is_shut:
        return
    is_asked = not (talk.needs_login or talk.locked or is_at_stop(talk))
    if talk.question is not None and is_asked:
        ask(talk, talk.question, preface=talk.text("return.to_question"))
    else:
        go_on(talk)


def _ask_nothing_else(talk: Talk, question: Question | None) -> None:
    """What the assistant had asked is over when it asks something new, whoever brought that about.

    Else a yes to the question that is seen would be a yes to "Vill du ta bort …?" above it. What
    has been given of an answer stays: files, and what was ticked beside the free alternative.
    """
    pending = talk.conversation.pending
    if pending is None:
        return
    is_part = pending.kind in ("files", "other")
    if not is_part or (question is not None and pending.about != question.path):
        talk.wait_for(None)


def say_menu(talk: Talk, key: str = "menu") -> None:
    """What can be done here, when nothing is being filled in: above all, say it in own words."""
    kept = talk.conversation.completing
    begun = (talk.choice(f"complete:{kept.draft_id}", "completing.continue"),) if kept else ()
    choices = (
        *begun,
        talk.choice("services", "menu.services"),
        talk.choice("cases", "menu.cases"),
        talk.choice("human", "menu.human"),
    )
    talk.say(key, choices=choices, input=Input(kind=Kind.TEXT))


def say_menu_unless_led(talk: Talk) -> None:
    """The menu, when the newest message offers no way on."""
    newest = talk.messages[-1]
    if not newest.links and not newest.choices:
        say_menu(talk)


def say_introduction(talk: Talk, service: Service) -> None:
    """Before the first question: what for, how long, what to have at hand, who signs (row 2)."""
    language = talk.language
    lines = [
        talk.text("intro.title", title=service.title.to(language)),
        talk.fill(service.summary),
        talk.text("intro.time", minutes=service.minutes),
    ]
    if service.at_hand:
        items = "\n".join(f"• {talk.fill(item)}" for item in service.at_hand)
        lines.append(talk.text("intro.at_hand", items=items))
    if service.min_age is not None:
        lines.append(talk.text("intro.min_age", years=service.min_age))
    lines.append(talk.text(f"intro.sign_{service.signing}"))
    if service.signing_order is SigningOrder.SEQUENCE:
        lines.append(talk.text("intro.in_order"))
    if not service.login:
        lines.append(talk.text("intro.no_login"))
    lines.append(talk.text("intro.nothing_sent"))
    if language not in service.languages:
        is_easy = language == EASY_SWEDISH
        lines.append(talk.text("language.not_easy" if is_easy else "language.missing"))
    talk.add("\n\n".join(lines))


def _ask_whose(talk: Talk) -> None:
    """Answers that nobody's e-ID stands for are somebody's only when that person says so (B3)."""
    if talk.draft is None:
        return
    begun = talk.draft.created_at.astimezone(STOCKHOLM).date()
    talk.say(
        "login.whose",
        title=talk.title_of(talk.draft.service),
        day=show_day(begun, talk.language),
        choices=(talk.choice("yes", "login.whose_yes"), talk.choice("no", "login.whose_no")),
    )


def say_login_gate(talk: Talk) -> None:
    _say_information(talk, before_login=True)
    later = talk.choice(LOGIN_LATER, "login.later")
    talk.say(
        "login.gate",
        links=(talk.login_link(),),
        choices=(later, *talk.cannot_log_in()),
        number=talk.fresh.shown_number,
    )


def is_at_stop(talk: Talk) -> bool:
    """Whether the path ends here, unless an earlier answer is changed."""
    draft = talk.draft
    if draft is None or talk.service is None:
        return False
    return talk.walk.stop is not None and draft.revisiting is None


def say_stop(talk: Talk, stop: Question) -> None:
    """The path ends: why, and what to do instead; an answer can still be changed."""
    _say_information(talk)
    if stop.field.limits.get("discreet") and talk.conversation.channel in MESSENGERS:
        # Why, the page has told where it was answered.
        talk.say("stop.in_app", contact=talk.contact(), choices=stop_choices(talk, stop))
        return
    talk.add(_text_of(talk, stop), choices=stop_choices(talk, stop))


def stop_choices(talk: Talk, stop: Question) -> tuple[Choice, ...]:
    """The ways from where a path ends.

    No other answer helps when it is the person's age that ends it. Who has protected data may leave
    without a trace, as long as nobody's other drafts would go too (threat B5).
    """
    change = talk.choice(CHANGE_LAST, "stop.change")
    if stop.field.limits.get("discreet") and talk.person is None:
        return (talk.choice("forget", "stop.forget"), change)
    end = talk.choice("cancel", "stop.end")
    looked_at = references(stop.field.when) if stop.field.when else frozenset()
    if any(talk.walk.scope_of(stop).look_up(path) is not None for path in looked_at):
        return (change, end)
    return (talk.choice("human", "menu.human"), end)


def ask(
    talk: Talk,
    question: Question,
    *,
    preface: str = "",
    problem: bool = False,
    besides: tuple[Choice, ...] = (),
) -> None:
    """Asks one question. `preface` comes first in the same message, e.g. what was wrong.

    `besides`: buttons that are no answers.
    """
    _say_information(talk)
    _ask_nothing_else(talk, question)
    talk.become(asked=question.path)
    keeps_yes_out = talk.keeps_yes_out(question)
    if talk.needs_secure_page(question) and not keeps_yes_out:
        _ask_on_secure_page(talk, question)
        return
    asking = talk.asking(question)
    lines = [each for each in (talk.lead, preface) if each]
    talk.lead = ""
    if not problem:
        lines.append(question.in_row(_text_of(talk, question), talk.language))
        terms = question.type.terms(question.field, talk.language)
        lines += [" ".join(talk.text(each.text, **each.params) for each in terms)] if terms else []
        if question.field.optional:
            lines.append(talk.text("question.optional"))
    choices = question.type.choices(question.field, asking)
    earlier = earlier_value(talk, question)
    files = collected(talk, question) if question.field.type == "files" else ()
    if files and is_collecting(talk, question):
        lines.append(talk.text("files.so_far", names=numbered(talk, files)))
        choices = (*choices, talk.choice(DONE, "files.done"))
    elif earlier is not None:
        shown = question.type.show(question.field, earlier, talk.language)
        if not problem:
            lines.append(talk.text("question.earlier", value=shown))
        choices = (*choices, Choice(value=KEEP, label=talk.text("question.keep")))
    elif (suggested := prefill(talk, question)) is not None:
        shown = question.type.show(question.field, suggested, talk.language)
        choices = (
            Choice(value=PREFILL, label=talk.text("question.prefill", value=shown)),
            *choices,
        )
    links: tuple[Link, ...] = ()
    if keeps_yes_out:
        choices = tuple(each for each in choices if each.value not in (YES, KEEP))
        links = (Link(url="", label=talk.text("secure.yes_link"), purpose="secure-answer"),)
    talk.add(
        "\n\n".join(lines),
        choices=(*choices, *removals(talk, files), *besides),
        links=links or None,
        input=input_of(question, asking),
        progress=_progress(talk, question),
        problem=problem,
    )


def input_of(question: Question, asking: Asking) -> Input:
    """The control for a question, with what every type has in common."""
    control = question.type.input(question.field, asking)
    return msgspec.structs.replace(
        control,
        field=question.path,
        optional=question.field.optional,
        sensitive=question.field.sensitive,
    )


def earlier_value(talk: Talk, question: Question) -> object | None:
    """The answer that stands while it is being changed, or that going back put aside."""
    if talk.draft is None:
        return None
    answer = talk.draft.answers.get(question.path) or talk.draft.aside.get(question.path)
    return answer.value if answer else None


def prefill(talk: Talk, question: Question) -> str | None:
    """What the e-ID told that suits the question."""
    person = talk.person
    if person is None or question.field.prefill is None:
        return None
    value: str | None = getattr(person, question.field.prefill, None)
    return value


def _ask_on_secure_page(talk: Talk, question: Question) -> None:
    """Only the link: not even the question is told in a third party's app (threat B7)."""
    link = Link(url="", label=talk.text("secure.link"), purpose="secure-answer")
    talk.say(
        "secure.ask",
        links=(link,),
        input=Input(
            kind=Kind.NONE, field=question.path, optional=question.field.optional, sensitive=True
        ),
    )


def _say_information(talk: Talk, *, before_login: bool = False) -> None:
    """Says each piece of information on the way once, and keeps that it was shown.

    `before_login`: only what the service says before the login.
    """
    if talk.draft is None:
        return
    for piece in talk.walk.information:
        if piece.path in talk.draft.answers or (before_login and not piece.field.before_login):
            continue
        # How many questions there are now comes first, so that it does not part these.
        lines = (talk.lead, piece.in_row(_text_of(talk, piece), talk.language))
        talk.lead = ""
        talk.add("\n\n".join(each for each in lines if each))
        shown = Answer(value=None, at=talk.now, how="shown")
        talk.redraft(answers={**talk.draft.answers, piece.path: shown})


def _text_of(talk: Talk, question: Question) -> str:
    """A question or piece of information with its computed value filled in."""
    text: LocalText = question.field.ask
    if question.field.value is None:
        return talk.fill(text)
    value = talk.walk.values.get(question.path)
    # One language in a sentence: a service may exist in Swedish only.
    language = talk.language if talk.language in text.languages() else SWEDISH
    shown = "" if value is None else question.type.show(question.field, value, language)
    return talk.fill(text, value=shown)


def _progress(talk: Talk, question: Question) -> Progress:
    questions = talk.walk.questions
    place = next((i for i, each in enumerate(questions, 1) if each.path == question.path), 1)
    return Progress(at=place, of=max(len(questions), place))
