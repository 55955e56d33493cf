"""The files of a draft: what a question holds so far, and all of them with their numbers (row 42)."""

from typing import NamedTuple

import msgspec

from dialogs.conditions import Value
from dialogs.conversation import Answer, Draft, Pending
from dialogs.fields.attachments import size_shown
from dialogs.fields.base import FileGiven
from dialogs.journey import Question
from dialogs.messages import Choice
from dialogs.talk import Talk
from dialogs.telling_apart import told_apart

REMOVE = "remove:"
DONE = "done"
#: So many changes of what is gathered can be taken back.
_MOST_UNDONE = 20


class Attached(NamedTuple):
    """A file and the question that it answers."""

    question: Question
    file: FileGiven


def is_collecting(talk: Talk, question: Question) -> bool:
    """Whether files for the question are being gathered, perhaps with none left of them."""
    pending = talk.conversation.pending
    return pending is not None and pending.kind == "files" and pending.about == question.path


def collected(talk: Talk, question: Question) -> tuple[FileGiven, ...]:
    """What is gathered for the question at hand; else its earlier answer, which is being changed."""
    pending, draft = talk.conversation.pending, talk.draft
    if pending is not None and is_collecting(talk, question):
        return tuple(map(from_value, pending.values))
    return () if draft is None else _of_answer(_earlier(draft, question))


def hold(talk: Talk, question: Question, files: tuple[FileGiven, ...]) -> None:
    """Remembers what is gathered, in the draft too: whatever comes before "Klar" (row 24)."""
    earlier = collected(talk, question)
    steps = [earlier] if files != earlier else []
    if files[: len(earlier)] == earlier:
        # Several that came at once are taken back one by one.
        steps = [files[:count] for count in range(len(earlier), len(files))]
    before = (*_before(talk, question), *(tuple(map(as_value, each)) for each in steps))
    _put(talk, question, tuple(map(as_value, files)), before[-_MOST_UNDONE:])


def gathered_before(talk: Talk, question: Question) -> tuple[FileGiven, ...] | None:
    """Takes the newest change of what is gathered back; None when there is none."""
    before = _before(talk, question)
    if not before:
        return None
    _put(talk, question, before[-1], before[:-1])
    return collected(talk, question)


def _before(talk: Talk, question: Question) -> tuple[tuple[Value, ...], ...]:
    pending = talk.conversation.pending
    return pending.before if pending is not None and is_collecting(talk, question) else ()


def _put(
    talk: Talk,
    question: Question,
    values: tuple[Value, ...],
    before: tuple[tuple[Value, ...], ...],
) -> None:
    talk.wait_for(Pending(kind="files", about=question.path, values=values, before=before))
    if talk.draft is not None:
        aside = {path: kept for path, kept in talk.draft.aside.items() if path != question.path}
        if values:
            aside[question.path] = Answer(value=list(values), at=talk.now)
        talk.redraft(aside=aside)


def attached(talk: Talk) -> tuple[Attached, ...]:
    """All files of the draft, as they are numbered: those of the question at hand come first."""
    if talk.draft is None or talk.service is None:
        return ()
    at_hand = talk.question
    found: list[Attached] = []
    if at_hand is not None and at_hand.field.type == "files":
        found += (Attached(at_hand, file) for file in collected(talk, at_hand))
    for question in talk.walk.questions:
        if question.field.type == "files" and question != at_hand:
            answer = talk.draft.answers.get(question.path)
            found += (Attached(question, file) for file in _of_answer(answer))
    return tuple(each for each in found if not talk.needs_secure_page(each.question))


def removals(talk: Talk, files: tuple[FileGiven, ...]) -> tuple[Choice, ...]:
    """A button for each file, that takes it away."""
    names = told_apart([file.name for file in files])
    return tuple(
        Choice(value=REMOVE + file.file_id, label=talk.text("files.remove", name=name))
        for file, name in zip(files, names, strict=True)
    )


def numbered(
    talk: Talk, files: tuple[FileGiven, ...], titles: tuple[str, ...] | None = None
) -> str:
    """One file a line with its number, by which it can be taken away."""
    lines = [
        f"{number}. {file.name} ({size_shown(file.size, talk.language)})"
        for number, file in enumerate(files, 1)
    ]
    if titles is not None:
        lines = [f"{line}: {title}" for line, title in zip(lines, titles, strict=True)]
    return "\n".join(lines)


def as_value(file: FileGiven) -> Value:
    plain: dict[str, Value] = msgspec.to_builtins(file)
    return plain


def from_value(value: Value) -> FileGiven:
    """The file that `as_value` made plain."""
    return msgspec.convert(value, FileGiven)


def _earlier(draft: Draft, question: Question) -> Answer | None:
    return draft.answers.get(question.path) or draft.aside.get(question.path)


def _of_answer(answer: Answer | None) -> tuple[FileGiven, ...]:
    """Empty when the question was skipped."""
    return tuple(map(from_value, answer.value)) if answer is not None and answer.value else ()
