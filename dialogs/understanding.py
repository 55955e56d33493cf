"""What a field would make of a text, without anything happening."""

from dialogs.command_words import WHY, fold
from dialogs.conditions import Value
from dialogs.fields.base import Accepted, Asking, Given, Unsure
from dialogs.fields.options import OTHER
from dialogs.fields.reading import read_answer
from dialogs.fields.writing import bare
from dialogs.fields.yes_no_reading import begins_firmly, read_yes_no
from dialogs.journey import Question
from dialogs.messages import FREE_TEXT
from dialogs.talk import Talk
from dialogs.wording import OF_LOGIN, OF_NOTHING_ELSE, RUDE, WHAT_FOR

#: Longer texts tell something.
_LONGEST = 80


def understood(question: Question, text: str, asking: Asking) -> Value | None:
    """The value that the field is sure of; None when it refuses or must ask."""
    outcome = read_answer(question.type, question.field, Given(text=text), asking)
    return outcome.value if isinstance(outcome, Accepted) else None


def has_reason(question: Question | None, text: str) -> bool:
    """Whether a yes or no, where one is asked for, has more beside it.

    That may be its reason, the next answer or a correction of the one before.
    """
    if question is None or question.field.type not in ("yes_no", "choice"):
        return False
    written = bare(text[:_LONGEST])
    return begins_firmly(written) and not read_yes_no(written)[1]


def takes_anything(talk: Talk, question: Question) -> bool:
    """Whether any text is an answer, so that nothing that is written can be told from one."""
    control = question.type.input(question.field, talk.asking(question))
    return control.kind in FREE_TEXT and control.format is None


def is_in_own_words(value: Value | None) -> bool:
    """Whether the value is, or has in it, the free alternative of a choice ("Annan skola: …")."""
    if isinstance(value, list):
        return any(is_in_own_words(each) for each in value)
    return isinstance(value, dict) and OTHER in value


def is_read_in_own_words(question: Question, text: str, asking: Asking) -> bool:
    """Whether a text could only be the free alternative of a choice."""
    match read_answer(question.type, question.field, Given(text=text), asking):
        case Accepted(value=value):
            return is_in_own_words(value)
        case Unsure(candidates=candidates):
            return all(map(is_in_own_words, candidates))
        case _:
            return False


def is_rude(text: str) -> bool:
    """Whether a short message only abuses."""
    if len(text) > _LONGEST:
        return False
    folded = f" {fold(text)} "
    return any(f" {words} " in folded for words in RUDE)


def asks_why_login(text: str) -> bool:
    """Whether a text said at the login asks what it is for: "varför?", "why do you need that?"."""
    folded = fold(text) if len(text) <= _LONGEST else ""
    words = set(folded.split())
    return folded in WHAT_FOR or (bool(words & WHY) and words <= WHY | OF_LOGIN | OF_NOTHING_ELSE)
