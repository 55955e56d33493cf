"""Undo and redo of what was done to a draft's answers (row 14).

Each act on the answers is a few edits, one a path. Applying edits gives the draft after them and the
edits that take them back, so that undo and redo are the same operation in two directions.
"""

import msgspec

from dialogs.conversation import Answer, Draft, Edit

#: So many acts can be taken back.
MOST = 20
#: A place behind all others.
_LAST = 1_000_000


def answering(path: str, answer: Answer) -> Edit:
    """The edit that an answer, or a skip, is. It becomes the newest of the trail."""
    return Edit(path=path, answer=answer, place=_LAST)


def taking_back(draft: Draft, path: str) -> Edit:
    """The edit that going back is: the answer is put aside, to be offered again."""
    taken = draft.answers.get(path)
    aside = taken if taken is not None and taken.value is not None else draft.aside.get(path)
    return Edit(path=path, aside=aside)


def forgetting(path: str) -> Edit:
    """The edit that leaves a question unanswered, with nothing to offer again."""
    return Edit(path=path)


def do(draft: Draft, edits: tuple[Edit, ...]) -> Draft:
    """The draft after an act, which can then be undone. What had been undone is forgotten."""
    changed, inverse = _apply(draft, edits)
    undoable = (*draft.undoable, inverse)[-MOST:]
    return msgspec.structs.replace(changed, undoable=undoable, redoable=())


def undo(draft: Draft) -> tuple[Draft, tuple[Edit, ...]] | None:
    """The draft without its newest act, and what that made of it; None when there is none."""
    if not draft.undoable:
        return None
    edits = draft.undoable[-1]
    changed, inverse = _apply(draft, edits)
    undone = msgspec.structs.replace(
        changed, undoable=draft.undoable[:-1], redoable=(*draft.redoable, inverse)
    )
    return undone, edits


def redo(draft: Draft) -> tuple[Draft, tuple[Edit, ...]] | None:
    """The draft with the act that was undone last done again; None when there is none."""
    if not draft.redoable:
        return None
    edits = draft.redoable[-1]
    changed, inverse = _apply(draft, edits)
    redone = msgspec.structs.replace(
        changed, redoable=draft.redoable[:-1], undoable=(*draft.undoable, inverse)
    )
    return redone, edits


def _apply(draft: Draft, edits: tuple[Edit, ...]) -> tuple[Draft, tuple[Edit, ...]]:
    answers, aside, trail = dict(draft.answers), dict(draft.aside), list(draft.trail)
    inverse: list[Edit] = []
    for edit in edits:
        path = edit.path
        place = trail.index(path) if path in trail else None
        inverse.append(
            Edit(path=path, answer=answers.get(path), aside=aside.get(path), place=place)
        )
        _put(answers, path, edit.answer)
        _put(aside, path, edit.aside)
        if place is not None:
            del trail[place]
        if edit.place is not None:
            trail.insert(edit.place, path)
    changed = msgspec.structs.replace(
        draft, answers=answers, aside=aside, trail=tuple(trail), revisiting=None
    )
    return changed, tuple(reversed(inverse))


def _put(answers: dict[str, Answer], path: str, answer: Answer | None) -> None:
    if answer is None:
        answers.pop(path, None)
    else:
        answers[path] = answer
