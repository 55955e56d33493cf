"""Undo, redo, and deleting a draft in a way that can be undone (row 14)."""

from dialogs import history
from dialogs.asking import go_on
from dialogs.conversation import Draft, Edit
from dialogs.effects import DeleteDraft, DiscardDraft
from dialogs.logins import is_formers
from dialogs.statuses import Status
from dialogs.summary import shown_answer
from dialogs.talk import Talk


def undo(talk: Talk, _rest: str = "") -> None:
    """Takes the newest act back; when there is none, a deletion."""
    draft = talk.draft
    if draft is None or not _is_at_hand(talk, draft):
        _restore_or_say(talk)
        return
    if draft.revisiting is not None:
        talk.redraft(revisiting=None)
        go_on(talk)
        return
    undone = history.undo(draft)
    if undone is None:
        _restore_or_say(talk)
    else:
        _become(talk, *undone, key="undo.done")


def redo(talk: Talk, _rest: str = "") -> None:
    """Does again what was undone last."""
    draft = talk.draft
    redone = history.redo(draft) if draft is not None and _is_at_hand(talk, draft) else None
    if redone is None:
        talk.say("redo.nothing")
        go_on(talk)
    else:
        _become(talk, *redone, key="redo.done")


def discard(talk: Talk) -> None:
    """Deletes the draft at hand; for an hour it can be had back by undoing."""
    draft = talk.draft
    if draft is None:
        return
    talk.effects.append(DiscardDraft(draft_id=draft.id))
    talk.take_up(None)
    talk.become(discarded=draft.id)


def _is_at_hand(talk: Talk, draft: Draft) -> bool:
    is_draft = draft.status is Status.DRAFT and talk.service is not None
    return is_draft and not talk.locked


def _become(talk: Talk, draft: Draft, edits: tuple[Edit, ...], *, key: str) -> None:
    before = {question.path: question for question in talk.walk.questions}
    talk.draft = draft
    talk.become(failures=0, fragment="")
    after = {question.path: question for question in talk.walk.questions}
    lines = []
    for edit in edits:
        question = after.get(edit.path) or before.get(edit.path)
        if question is not None:
            title = question.title(talk.language)
            if edit.answer is None:
                lines.append(talk.text("undo.unanswered", title=title))
            else:
                shown = shown_answer(talk, question, edit.answer)
                lines.append(talk.text("undo.answer", title=title, value=shown))
    talk.say(key, lines="\n".join(lines))
    go_on(talk)


def _restore_or_say(talk: Talk) -> None:
    discarded = talk.conversation.discarded
    if discarded is None:
        talk.say("undo.nothing")
        go_on(talk)
        return
    draft = talk.other_draft(discarded)
    if talk.person is None and (draft is None or is_formers(talk.conversation, draft)):
        # It may be somebody's, who is not logged in any longer.
        talk.say("undo.log_in", links=(talk.login_link(),), number=talk.fresh.shown_number)
        return
    talk.become(discarded=None)
    if draft is None:
        talk.say("undo.too_late")
        go_on(talk)
        return
    begun = talk.draft
    if begun is not None and begun.status is Status.DRAFT and not (begun.trail or talk.locked):
        # Begun anew a moment ago and still empty: nobody wants both.
        talk.effects.append(DeleteDraft(draft_id=begun.id))
    talk.take_up(draft)
    talk.say("undo.restored", title=talk.title_of(draft.service))
    go_on(talk)
