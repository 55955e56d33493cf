"""A draft that was begun with an older definition goes on with the one in force (row 28).

Answers are kept by the path of their question. What the new definition asks in another way is
pointed out, and what it no longer takes is asked again.
"""

import re
from collections.abc import Iterator

from dialogs import history
from dialogs.conditions import Value
from dialogs.fields.options import OTHER
from dialogs.journey import Question
from dialogs.service import Field, Service
from dialogs.statuses import Status
from dialogs.talk import Talk

_ROW = re.compile(r"\.\d+\.")
_CHOOSING = frozenset({"choice", "choices"})


def notice_new_version(talk: Talk) -> None:
    """Tells what has changed since the draft was checked last, and makes it fit."""
    draft, service = talk.draft, talk.service
    if draft is None or service is None or draft.version == service.version:
        return
    if draft.status is not Status.DRAFT or talk.locked:
        return
    earlier = talk.earlier_definition(service.id, draft.version)
    talk.redraft(version=service.version)
    if earlier is None:
        talk.say("resume.new_version")
        return
    before = dict(_fields(earlier.fields, ""))
    answered = [q for q in talk.walk.questions if q.path in draft.answers]
    changed = [q for q in answered if _is_changed(q, before.get(_key(q.path)))]
    unfit = [
        q
        for q in changed
        if not _still_fits(
            q, draft.answers[q.path].value, same_type=before[_key(q.path)].type == q.field.type
        )
    ]
    if unfit:
        talk.edit(tuple(history.forgetting(q.path) for q in unfit))
    lines = [talk.text("resume.new_version")]
    for key, some in (
        ("versions.again", unfit),
        ("versions.look", [q for q in changed if q not in unfit]),
    ):
        if some:
            titles = "\n".join(f"• {each.title(talk.language)}" for each in some)
            lines.append(talk.text(key, titles=titles))
    talk.add("\n\n".join(lines))


def still_answers(earlier: Service, question: Question, value: Value | None) -> bool:
    """Whether what was answered to an `earlier` definition answers the question as it is put now."""
    before = dict(_fields(earlier.fields, "")).get(_key(question.path))
    if before is None:
        return "." in question.path
    return not _is_changed(question, before) or _still_fits(
        question, value, same_type=before.type == question.field.type
    )


def _fields(fields: tuple[Field, ...], prefix: str) -> Iterator[tuple[str, Field]]:
    for field in fields:
        yield prefix + field.id, field
        yield from _fields(field.fields, f"{prefix}{field.id}.")


def _key(path: str) -> str:
    """The path without the numbers of rows."""
    return _ROW.sub(".", path)


def _is_changed(question: Question, before: Field | None) -> bool:
    """Whether the question means something else than when it was answered."""
    if before is None:
        # A part of a party, or the gate of a group's row: they have no words of their own.
        return False
    now = question.field
    return (now.type, now.ask, now.options, now.limits, now.refuse) != (
        before.type,
        before.ask,
        before.options,
        before.limits,
        before.refuse,
    )


def _still_fits(question: Question, value: Value | None, *, same_type: bool) -> bool:
    """Whether the stored value is still an answer that the question can take."""
    if value is None:
        return question.field.optional
    if not same_type:
        return False
    if question.field.type not in _CHOOSING:
        return True
    known = {option.value for option in question.field.options}
    chosen = value if isinstance(value, list | tuple) else [value]
    return all(each in known if isinstance(each, str) else OTHER in each for each in chosen)
