"""Whether a value may stand: the definition's own rules, other people's answers, and time."""

from dialogs.conditions import Scope, Value
from dialogs.fields.base import Given, Refused
from dialogs.journey import Question, Walk
from dialogs.service import Rule
from dialogs.talk import Talk

#: Types whose limits move with the calendar.
_AGEING = frozenset({"date", "period", "personnummer"})


def holding(
    talk: Talk,
    question: Question,
    rules: tuple[Rule, ...],
    value: Value,
    *,
    walk: Walk | None = None,
) -> Rule | None:
    """The first of the field's own rules that holds with the new value, among the answers of
    `walk`, which is the draft's when it is not given."""
    if not rules:
        return None
    walk = walk or talk.walk
    scope = Scope(
        answers={**walk.values, question.path: value},
        facts=walk.scope.facts,
        today=talk.today,
        prefix=question.prefix,
    )
    return next((rule for rule in rules if rule.when.holds(scope)), None)


def same_person(talk: Talk, question: Question, value: Value) -> str | None:
    """Why this number cannot be another party's: it is the person's own, or given before (C4)."""
    if not _is_number_of_party(question):
        return None
    if talk.person is not None and value == talk.person.personnummer:
        return talk.text("refuse.party_is_you")
    given = talk.walk.values
    for other in talk.walk.questions:
        is_another = other.path != question.path and _is_number_of_party(other)
        if is_another and given.get(other.path) == value:
            return talk.text("refuse.party_twice", question=other.title(talk.language))
    return None


def _is_number_of_party(question: Question) -> bool:
    return question.field.type == "personnummer" and question.is_of_party


def outdated(talk: Talk) -> tuple[Question, str] | None:
    """The first answer that would be refused if it were given today, and why."""
    draft = talk.draft
    if draft is None:
        return None
    for question in talk.walk.questions:
        answer_given = draft.answers.get(question.path)
        if answer_given is None or answer_given.value is None:
            continue
        why = _refusal_today(talk, question, answer_given.value)
        if why is not None:
            return question, why
    return None


def _refusal_today(talk: Talk, question: Question, value: Value) -> str | None:
    rule = holding(talk, question, question.field.refuse, value)
    if rule is not None:
        return talk.fill(rule.say)
    if question.field.type not in _AGEING:
        return None
    if isinstance(value, dict):
        if value["to"] is None:
            return None
        given = Given(choices=(value["from"], value["to"]))
    else:
        given = Given(text=value)
    outcome = question.type.parse(question.field, given, talk.asking(question))
    if isinstance(outcome, Refused):
        return talk.refusal(outcome.reason, outcome.params)
    return None
