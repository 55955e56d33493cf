"""What a case officer asks for afterwards, answered in the chat with the care of the first questions.

Text and files are gathered, shown whole, and sent only when the person says so (row 35). They stay
in the conversation meanwhile, whatever comes between. A person may also add to a case unasked
(förvaltningslagen 2017:900, 20 §: an authority lets what is incomplete be completed).
"""

from collections.abc import Sequence

import msgspec

from dialogs.asking import go_on
from dialogs.attached_files import REMOVE, as_value, from_value, numbered, removals
from dialogs.clock import STOCKHOLM
from dialogs.commands import Command, recognise
from dialogs.concerning import title_of
from dialogs.conversation import CaseSummary, Completing, Pending
from dialogs.effects import Complete
from dialogs.events import Said
from dialogs.fields.base import FileGiven
from dialogs.fields.calendar_words import show_day
from dialogs.filings import COMPLETE, completed_elsewhere
from dialogs.messages import Choice, Input, Kind
from dialogs.picking import pick
from dialogs.statuses import Status
from dialogs.talk import MESSENGERS, Talk
from dialogs.wishing import hear_guidance

#: A case that can be added to.
OPEN_STATUSES = frozenset({Status.RECEIVED, Status.IN_PROGRESS, Status.AWAITING_COMPLETION})
MOST_FILES = 10
#: Characters of what is written.
LONGEST = 10_000
_SEND, _REWRITE, _LATER = "complete_send", "complete_rewrite", "complete_later"
#: Plain words that decide, as their buttons do.
_DECISIONS = {
    Command.SEND: _SEND,
    Command.CANCEL: _LATER,
    Command.SAVE: _LATER,
    Command.START_OVER: _REWRITE,
}
_INPUT = Input(kind=Kind.FILE)


def begin_completing(talk: Talk, draft_id: str = "") -> None:
    """Asks for what the officer wants, of this case or of the one that can be meant."""
    if talk.person is None:
        talk.say("completing.login", links=(talk.login_link(),), number=talk.fresh.shown_number)
        return
    open_ = [case for case in talk.filings() if case.status in OPEN_STATUSES]
    awaited = [case for case in open_ if case.status is Status.AWAITING_COMPLETION]
    candidates = [case for case in open_ if case.draft_id == draft_id] if draft_id else open_
    if not draft_id and len(awaited) == 1:
        candidates = awaited
    if not candidates:
        talk.say("completing.closed" if draft_id else "completing.none", contact=talk.contact())
        go_on(talk)
    elif len(candidates) > 1:
        talk.say("completing.which", choices=_cases(talk, candidates))
    elif talk.conversation.channel in MESSENGERS:
        talk.say("completing.not_here", links=(completed_elsewhere(talk, candidates[0]),))
    else:
        _begin(talk, candidates[0])


def _cases(talk: Talk, cases: Sequence[CaseSummary]) -> tuple[Choice, ...]:
    return tuple(
        Choice(value=COMPLETE + case.draft_id, label=f"{title_of(talk, case)}, {case.reference}")
        for case in cases
    )


def _begin(talk: Talk, case: CaseSummary) -> None:
    kept = talk.conversation.completing
    if kept is None or kept.draft_id != case.draft_id:
        kept = Completing(draft_id=case.draft_id)
    _hold(talk, kept)
    if kept.text or kept.files:
        _review(talk, kept)
        return
    key = "completing.asked" if case.asked else "completing.unasked"
    talk.say(
        key,
        title=title_of(talk, case),
        reference=case.reference,
        asked=case.asked,
        input=_INPUT,
    )


def settle_completion(talk: Talk, pending: Pending, said: Said) -> bool:
    """What the person writes, attaches or decides while a completion is gathered."""
    kept = talk.conversation.completing
    if kept is None or kept.draft_id != pending.about:
        return False
    picked = pick(_choices(talk), text=said.text, tapped=said.choice)
    recognised = recognise(said.text, talk.language) if said.text else None
    command = recognised.command if recognised is not None and recognised.certain else None
    decision = picked.value if picked is not None else command and _DECISIONS.get(command)
    if decision:
        _decide(talk, kept, decision)
    elif said.choice is not None:
        return _remove(talk, kept, said.choice)
    elif command is Command.HELP or not (said.text.strip() or said.files):
        talk.say("completing.help")
        _show(talk, kept)
    elif command is not None:
        # Something else is wanted first; what is gathered waits.
        return False
    elif not said.files and said.text.rstrip().endswith("?") and hear_guidance(talk, said.text):
        _show(talk, kept)
    else:
        _add(talk, kept, said)
    return True


def _add(talk: Talk, kept: Completing, said: Said) -> None:
    text = "\n\n".join(part for part in (kept.text, said.text.strip()) if part)
    known = {file.sha256 for file in _files(kept)}
    files = (*_files(kept), *(file for file in said.files if file.sha256 not in known))
    if len(text) > LONGEST:
        talk.say("completing.too_long", most=LONGEST, problem=True)
        text = kept.text
    if len(files) > MOST_FILES:
        names = ", ".join(file.name for file in files[MOST_FILES:])
        talk.say("files.too_many", max=MOST_FILES, names=names, problem=True)
    values = tuple(as_value(file) for file in files[:MOST_FILES])
    _show(talk, msgspec.structs.replace(kept, text=text, files=values))


def _remove(talk: Talk, kept: Completing, choice: str) -> bool:
    if not choice.startswith(REMOVE):
        return False
    rest = tuple(f for f in _files(kept) if REMOVE + f.file_id != choice)
    _show(talk, msgspec.structs.replace(kept, files=tuple(as_value(file) for file in rest)))
    return True


def _decide(talk: Talk, kept: Completing, decision: str) -> None:
    if decision == _SEND and (kept.text or kept.files):
        _send(talk, kept)
    elif decision == _LATER:
        talk.wait_for(None)
        talk.say("completing.later")
        go_on(talk)
    else:
        if decision == _SEND:
            talk.say("completing.empty")
        _show(talk, Completing(draft_id=kept.draft_id) if decision == _REWRITE else kept)


def _send(talk: Talk, kept: Completing) -> None:
    """To the case, if it still is open and the person's own."""
    case = next((case for case in talk.filings() if case.draft_id == kept.draft_id), None)
    if talk.person is None:
        talk.say("completing.login", links=(talk.login_link(),), number=talk.fresh.shown_number)
        return
    if case is None or case.status not in OPEN_STATUSES:
        talk.say("completing.closed", contact=talk.contact())
        go_on(talk)
        return
    status = Status.IN_PROGRESS if case.status is Status.AWAITING_COMPLETION else case.status
    talk.effects.append(Complete(draft_id=kept.draft_id, text=kept.text, files=_files(kept)))
    talk.wait_for(None)
    talk.become(completing=None)
    if talk.draft is not None and talk.draft.id == kept.draft_id:
        talk.redraft(status=status)
        talk.take_up(None)
    at = talk.now.astimezone(STOCKHOLM)
    talk.say(
        "completing.sent",
        reference=case.reference,
        day=show_day(at.date(), talk.language),
        clock=f"{at:%H.%M}",
        case=talk.case_state(case.reference, status),
    )
    go_on(talk)


# ── What is gathered ──────────────────────────────────────────────────────────────────────────


def _hold(talk: Talk, kept: Completing) -> None:
    talk.become(completing=kept)
    talk.wait_for(Pending(kind="completion", about=kept.draft_id))


def _show(talk: Talk, kept: Completing) -> None:
    _hold(talk, kept)
    if kept.text or kept.files:
        _review(talk, kept)
    else:
        talk.say("completing.write", input=_INPUT)


def _review(talk: Talk, kept: Completing) -> None:
    """All that will be sent, as it will be sent."""
    files = _files(kept)
    parts = [kept.text] if kept.text else []
    if files:
        parts.append(numbered(talk, files))
    talk.say(
        "completing.review",
        content="\n\n".join(parts),
        choices=(*_choices(talk), *removals(talk, files)),
        input=_INPUT,
    )


def _choices(talk: Talk) -> tuple[Choice, ...]:
    return (
        talk.choice(_SEND, "completing.send"),
        talk.choice(_REWRITE, "completing.rewrite"),
        talk.choice(_LATER, "completing.wait"),
    )


def _files(kept: Completing) -> tuple[FileGiven, ...]:
    return tuple(map(from_value, kept.files))
