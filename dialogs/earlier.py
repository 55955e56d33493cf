"""The person's own earlier filings of a service that is begun.

A draft that waits is offered first (row 25: several are told apart by when they were begun and
changed); else the answers of a case that was sent may be the start of a new draft (row 38).
"""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from dialogs import history
from dialogs.asking import go_on
from dialogs.clock import STOCKHOLM
from dialogs.concerning import in_brackets
from dialogs.conversation import CaseSummary, Draft, Pending
from dialogs.events import Said
from dialogs.fields.calendar_words import month_name
from dialogs.filings import told_apart
from dialogs.messages import Choice
from dialogs.picking import pick, yes_or_no
from dialogs.service import Service
from dialogs.statuses import RECEIVED_STATUSES, Status
from dialogs.talk import Talk
from dialogs.versions import still_answers

#: So many drafts of one service are offered; all are among "mina ärenden".
_MOST = 3
#: What belongs to one filing alone and is asked again: when, agreeing, and papers.
_ASKED_AGAIN = frozenset({"consent", "files", "date", "period", "time"})


def offer_earlier(talk: Talk, *, wish: str = "") -> bool:
    """Asks whether to go on with an earlier filing of the service at hand. False: there is none.

    `wish`: what was said to find the service; read for answers when a new draft is wanted.
    """
    if talk.person is None or talk.service is None or not talk.service.login:
        return False
    choices = _choices(talk)
    if not choices:
        return False
    values = tuple(each.value for each in choices)
    talk.wait_for(Pending(kind="earlier", about=wish, values=values))
    lines = [talk.text(_question(values), title=talk.title_of(talk.service.id))]
    lines += [
        f"• {told_apart(talk, each)}" for each in _same(talk) if f"draft:{each.draft_id}" in values
    ]
    talk.add("\n".join(lines), choices=choices)
    return True


def picked_earlier(talk: Talk, said: Said) -> str | None:
    """Which alternative was meant: "draft:…", "copy:…" or "anew"; None when that is not clear."""
    choices = _choices(talk)
    picked = pick(choices, text=said.text, tapped=said.choice)
    if picked is None and len(choices) == 2:
        agreed = yes_or_no(text=said.text, tapped=said.choice)
        picked = None if agreed is None else choices[0 if agreed else 1]
    return picked.value if picked else None


def copy_answers(talk: Talk, draft_id: str) -> None:
    """Fills the draft at hand with what a sent case said; all of it can be changed (row 38).

    What belongs to that filing alone is asked again: days, consent and files.
    """
    earlier = talk.other_draft(draft_id)
    if earlier is None or talk.draft is None:
        talk.say("resume.missing")
        go_on(talk)
        return
    before = None
    if talk.service is not None and earlier.version != talk.service.version:
        before = talk.earlier_definition(talk.service.id, earlier.version)
        if before is None:
            # Nobody knows any more what was asked.
            talk.say("resume.missing")
            go_on(talk)
            return
    copied = _copied(talk, talk.draft, earlier, before)
    talk.edit(tuple(history.answering(path, earlier.answers[path]) for path in copied))
    talk.say("earlier.copied", count=len(copied))
    go_on(talk)


def _copied(talk: Talk, draft: Draft, earlier: Draft, before: Service | None) -> tuple[str, ...]:
    """The paths whose answers still are answers, walked as the person would walk them.

    `before`: the definition that they were given to, when another one is in force now.
    """
    paths: list[str] = []
    passed: set[str] = set()
    while True:
        walk = talk.walk_of(draft)
        question = next(
            (
                each
                for each in walk.questions
                if each.path not in draft.answers and each.path not in passed
            ),
            None,
        )
        if question is None:
            return tuple(paths)
        passed.add(question.path)
        answer = earlier.answers.get(question.path)
        if answer is None or answer.how == "shown" or question.field.type in _ASKED_AGAIN:
            continue
        if before is not None and not still_answers(before, question, answer.value):
            continue
        draft = history.do(draft, (history.answering(question.path, answer),))
        paths.append(question.path)


def _choices(talk: Talk) -> tuple[Choice, ...]:
    if talk.draft is None:
        return ()
    same = _same(talk)
    anew = talk.choice("anew", "earlier.go_on_here" if talk.draft.trail else "earlier.anew")
    drafts = [each for each in same if each.status is Status.DRAFT][:_MOST]
    if drafts:
        return (*_resumptions(talk, drafts), anew)
    sent = [each for each in same if each.status in RECEIVED_STATUSES]
    if not sent:
        return ()
    day = sent[0].begun_at.astimezone(STOCKHOLM)
    begun = f"{day.day} {month_name(day.month, talk.language)} {day.year}"
    whom = in_brackets(talk, sent[0].concerned)
    return (talk.choice(f"copy:{sent[0].draft_id}", "earlier.copy", begun=begun, whom=whom), anew)


def _resumptions(talk: Talk, drafts: Sequence[CaseSummary]) -> tuple[Choice, ...]:
    """One alternative for each, with the reference where two would read alike."""
    choices = [
        talk.choice(
            f"draft:{each.draft_id}",
            "earlier.resume",
            begun=_moment(talk, each.begun_at),
            whom=in_brackets(talk, each.concerned),
        )
        for each in drafts
    ]
    alike = Counter(each.label for each in choices)
    return tuple(
        Choice(value=choice.value, label=f"{choice.label}, {draft.reference}")
        if alike[choice.label] > 1
        else choice
        for choice, draft in zip(choices, drafts, strict=True)
    )


def _same(talk: Talk) -> tuple[CaseSummary, ...]:
    """The person's other filings of the service at hand, newest first."""
    draft = talk.draft
    if draft is None:
        return ()
    return tuple(
        each
        for each in talk.filings()
        if each.service == draft.service and each.draft_id != draft.id
    )


def _question(values: tuple[str, ...]) -> str:
    if values[0].startswith("copy:"):
        return "earlier.case"
    return "earlier.draft" if len(values) == 2 else "earlier.drafts"


def _moment(talk: Talk, at: datetime) -> str:
    """ "3 mars 10.05": short enough for a button, exact enough to tell two drafts apart."""
    local = at.astimezone(STOCKHOLM)
    return f"{local.day} {month_name(local.month, talk.language)} {local:%H.%M}"
