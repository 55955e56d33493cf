"""Finds an answer that a question accepts, whatever the question is, and so finishes any form."""

import re
from collections.abc import Iterator
from datetime import timedelta

import msgspec
from stdnum import luhn

from dialogs.conditions import Value
from dialogs.events import Said
from dialogs.fields.base import Accepted, Asking, Given, Place
from dialogs.journey import Question
from tests.talking import Person, a_file

#: More answers than any form can need.
_MOST_STEPS = 400
_PUPILS = [f"{year:02}0601" for year in range(6, 18)]
_TEXTS = {
    "text": ["Ett svar på frågan", "Svaret"],
    "long_text": ["Ett längre svar på frågan, i två meningar. Det räcker så."],
    "integer": ["10", "0", "1", "50", "1000"],
    "decimal": ["10", "1", "12,5"],
    "money": ["10", "100", "1"],
    "time": ["12.00", "10:30", "22.30"],
    "yes_no": ["ja", "nej"],
    "name": ["Kim Ek"],
    # Skatteverket's test numbers and, for children, numbers with a right check digit.
    "personnummer": [
        "199908072391",
        "20150314-2380",
        "20220314-2381",
        *(f"20{born}238{luhn.calc_check_digit(f'{born}238')}" for born in range(180401, 180420)),
        # Pupils of every age.
        *(f"20{born}238{luhn.calc_check_digit(f'{born}238')}" for born in _PUPILS),
        # Each party has a number of its own.
        *(f"19{born}238{luhn.calc_check_digit(f'{born}238')}" for born in range(700101, 700129)),
    ],
    "organisation_number": ["212000-2445"],
    "phone": ["070-174 06 05"],
    "email": ["kim.ek@example.se"],
    "address": ["Torggatan 2, 872 80 Kramfors"],
    "property": ["Kramfors Babel 1:2"],
    "bank_account": ["8327-9 123 456 789-7"],
    "vehicle": ["ABC 123"],
    "location": ["Torget i Kramfors"],
    "consent": ["ja"],
}
_CLOCK = re.compile(r"\d\d:\d\d")
_DAYS = (1, 30, 0, -1, 15, 100, 300, -30)


def good_answer(person: Person) -> Said:
    """What the question at hand accepts."""
    question = person.question
    assert question is not None
    said = next(accepted_answers(person), None)
    if said is None and question.field.optional:
        said = Said(text="hoppa över")
    assert said is not None, f"no answer is known to {question.path} ({question.field.type})"
    return said


def accepted_answers(person: Person) -> Iterator[Said]:
    """All known answers that the question at hand accepts, each with another value."""
    question = person.question
    assert question is not None
    asking = person.talk.asking(question)
    values: list[Value] = []
    for said in _candidates(question, asking):
        given = Given(
            text=said.text,
            choice=said.choice,
            choices=said.choices,
            files=said.files,
            place=said.place,
        )
        outcome = question.type.parse(question.field, given, asking)
        is_accepted = isinstance(outcome, Accepted) and outcome.value not in values
        if is_accepted and not _is_refused(question, outcome.value, asking):
            values.append(outcome.value)
            yield said


def _candidates(question: Question, asking: Asking) -> Iterator[Said]:
    field = question.field
    for choice in question.type.choices(field, asking):
        yield Said(choice=choice.value)
    for text in _TEXTS.get(field.type, ()):
        yield Said(text=text)
    if field.type == "files":
        # As with uploads, no two questions have a file with the same id.
        names = [f"{field.id}-{name}" for name in ("ritning.pdf", "foto.jpg", "foto.png")]
        yield from (Said(files=(a_file(name),)) for name in names)
        yield Said(files=tuple(a_file(name) for name in names[:2]))
    if field.type == "location":
        yield Said(place=Place(lat=62.93, lon=17.78))
    if field.type == "date":
        for days in _DAYS:
            yield Said(text=(asking.today + timedelta(days=days)).isoformat())
    if field.type == "time":
        # The end of something is after its beginning.
        given = [str(value) for value in asking.scope.answers.values()]
        yield from (Said(text=f"{each[:2]}.59") for each in given if _CLOCK.fullmatch(each))
    if field.type == "period":
        for days in _DAYS:
            first = asking.today + timedelta(days=days)
            yield Said(text=f"{first} – {first + timedelta(days=7)}")
    example = question.type.example(field, asking)
    if example:
        yield Said(text=example)


def _is_refused(question: Question, value: Value, asking: Asking) -> bool:
    others = [each for path, each in asking.scope.answers.items() if path != question.path]
    if question.field.type == "personnummer" and value in others:
        return True
    answers = {**asking.scope.answers, question.path: value}
    scope = msgspec.structs.replace(asking.scope, answers=answers)
    return any(rule.when.holds(scope) for rule in question.field.refuse)


def step(person: Person) -> bool:
    """One act towards the end; False at the summary, at a stop, or when it is not a draft."""
    pending = person.conversation.pending
    draft = person.draft
    if draft is None or person.talk.locked:
        return False
    if pending is not None and pending.kind == "files":
        person.tap("done")
    elif pending is not None and pending.kind in ("cancel", "message"):
        person.tap("continue")
    elif pending is not None and pending.kind == "confirm":
        person.tap("none_of_these")
    elif pending is not None and pending.kind in (
        "restart",
        "losing",
        "reopen",
        "withdraw",
        "forget",
    ):
        person.tap("no")
    elif person.talk.needs_login:
        person.log_in()
    elif person.talk.walk.stop is not None and draft.revisiting is None:
        return False
    elif person.question is not None:
        person.happens(good_answer(person))
    else:
        return False
    return True


def finish(person: Person) -> None:
    """Answers until the form's end. Raises AssertionError when it never comes."""
    for _ in range(_MOST_STEPS):
        if not step(person):
            return
    raise AssertionError(f"no end: {person.path}\n{person.text}")
