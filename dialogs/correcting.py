"""Corrections: "nej, jag menade 14", "ändra adressen till Torggatan 3", a button tapped anew (row 12).

A correction goes to the question that was just refused, else to the one that was answered last. What
may as well be an answer to the question at hand is asked about, never guessed.
"""

from dialogs.answering import keep, refuse, take
from dialogs.asking import ask, go_on
from dialogs.changing import find_change
from dialogs.conditions import Value
from dialogs.conversation import Pending
from dialogs.correction_reading import contrary, corrected, named_change, only_denies
from dialogs.events import Said
from dialogs.fields.base import Accepted, Given, Unsure
from dialogs.fields.reading import read_answer
from dialogs.journey import Question
from dialogs.summary import shown_answer
from dialogs.talk import Talk
from dialogs.understanding import has_reason, is_in_own_words, takes_anything, understood


def hear_correction(talk: Talk, said: Said) -> bool:
    """Corrects an earlier answer, if that is what was said. False: nothing happened."""
    text = said.text.strip()
    if talk.draft is None or talk.service is None or not text or said.choice is not None:
        return False
    named = named_change(text)
    path = find_change(talk, named.what) if named is not None else None
    question = talk.walk.at(path) if path else None
    if named is not None and question is not None:
        return _correct(talk, question, named.to, written=text, certain=True)
    meant = corrected(text)
    if meant is not None:
        return _correct_newest(talk, meant, written=text, certain=True)
    meant = contrary(text)
    at_hand = None if meant is None else _takes(talk, talk.question, text)
    is_answer = at_hand is not None and not is_in_own_words(at_hand)
    if meant is None or (is_answer and not has_reason(talk.question, text)):
        return False
    return _correct_newest(talk, meant, written=text, certain=False)


def hear_old_button(talk: Talk, said: Said) -> bool:
    """A button of an answered question: is it to be changed? False: it no longer means anything."""
    if talk.draft is None or talk.service is None or talk.locked or said.about is None:
        return False
    question = talk.walk.at(said.about)
    if question is None or question.path not in talk.draft.answers:
        return False
    given = Given(choice=said.choice, choices=said.choices)
    outcome = read_answer(question.type, question.field, given, talk.asking(question))
    if not isinstance(outcome, Accepted) or talk.needs_secure_page(question):
        return False
    if outcome.value == talk.draft.answers[question.path].value:
        talk.say("correct.same", title=question.title(talk.language))
        go_on(talk)
    else:
        _ask_whether(talk, question, outcome.value)
    return True


def settle_correct(talk: Talk, pending: Pending, said: Said) -> bool:
    """The person was asked whether an earlier answer is to be changed."""
    agreed = talk.agreed(said, "correct.yes", "correct.no")
    question = talk.walk.at(str(pending.about)) if talk.draft and talk.service else None
    if agreed is None or question is None:
        return False
    talk.wait_for(None)
    if agreed:
        _change(talk, question, pending.values[0], given="")
        return True
    written = pending.values[1] if len(pending.values) > 1 else None
    at_hand = talk.question
    if isinstance(written, str) and at_hand is not None:
        # Then it was the answer to the question at hand.
        value = _takes(talk, at_hand, written)
        if value is not None:
            keep(talk, at_hand, value, how="said", given=written)
            return True
    talk.say("losing.kept")
    go_on(talk)
    return True


def _correct_newest(talk: Talk, rest: str, *, written: str, certain: bool) -> bool:
    at_hand, newest = talk.question, _newest(talk)
    if talk.conversation.failures and at_hand is not None:
        newest = None if _takes(talk, at_hand, rest) is not None else newest
    is_denied = not certain and only_denies(rest)
    if newest is None or is_denied or _takes(talk, newest, rest) is None:
        # Said anew about the question at hand.
        value = _takes(talk, at_hand, rest)
        if at_hand is None or value is None:
            return False
        keep(talk, at_hand, value, how="said", given=rest)
        return True
    return _correct(talk, newest, rest, written=written, certain=certain)


def _correct(talk: Talk, question: Question, rest: str, *, written: str, certain: bool) -> bool:
    is_doubtful = not certain and takes_anything(talk, question)
    value = None if is_doubtful else _takes(talk, question, rest)
    if not certain and (is_in_own_words(value) or _is_kept(talk, question, value)):
        # "Nej, vi vill låna" is no other wish for a subject, "nej bara jag" no change of "bara jag".
        return False
    if value is None:
        if not certain or talk.needs_secure_page(question):
            return False
        # It is plain what is to be changed, only not to what.
        is_again = talk.draft is not None and talk.draft.revisiting == question.path
        talk.redraft(revisiting=question.path)
        failures = talk.conversation.failures if is_again else 0
        talk.become(pending=None, failures=failures, fragment="")
        given = Given(text=rest)
        if isinstance(
            read_answer(question.type, question.field, given, talk.asking(question)), Unsure
        ):
            take(talk, question, given, how="said")
        elif is_again:
            refuse(talk, question, talk.text("correct.to_what"))
        else:
            ask(talk, question, preface=talk.text("correct.to_what"))
        return True
    at_hand = talk.question
    if at_hand is not None and (
        takes_anything(talk, at_hand)
        or (not certain and is_in_own_words(_takes(talk, at_hand, written)))
        or (not certain and _may_be_a_no(talk, at_hand))
    ):
        # The whole may as well be the answer to the question at hand.
        _ask_whether(talk, question, value, written=written)
    else:
        _change(talk, question, value, given=rest)
    return True


def _is_kept(talk: Talk, question: Question, value: Value | None) -> bool:
    kept = talk.draft.answers.get(question.path) if talk.draft else None
    return kept is not None and value is not None and kept.value == value


def _may_be_a_no(talk: Talk, question: Question) -> bool:
    """Whether a no is an answer to the question, so that "nej, allt" need not be about another."""
    return question.field.optional or _takes(talk, question, "nej") is not None


def _change(talk: Talk, question: Question, value: Value, *, given: str) -> None:
    talk.redraft(revisiting=question.path)
    keep(talk, question, value, how="said", given=given, corrects=True)


def _ask_whether(talk: Talk, question: Question, value: Value, *, written: str = "") -> None:
    if talk.draft is None:
        return
    values = (value, written) if written else (value,)
    talk.wait_for(Pending(kind="correct", about=question.path, values=values))
    talk.say(
        "correct.ask",
        title=question.title(talk.language),
        old=shown_answer(talk, question, talk.draft.answers.get(question.path)),
        new=question.type.show(question.field, value, talk.language),
        choices=(talk.choice("yes", "correct.yes"), talk.choice("no", "correct.no")),
    )


def _newest(talk: Talk) -> Question | None:
    """The question that was answered last and still applies."""
    if talk.draft is None:
        return None
    applicable = {question.path: question for question in talk.walk.questions}
    return next((applicable[p] for p in reversed(talk.draft.trail) if p in applicable), None)


def _takes(talk: Talk, question: Question | None, text: str) -> Value | None:
    """The value that the question understands by `text`, if it is sure."""
    if question is None or talk.needs_secure_page(question):
        return None
    return understood(question, text, talk.asking(question))
