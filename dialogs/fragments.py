"""Answers that come in several messages (row 6): always put together the same way, by what they say.

A message that is no answer alone is kept in mind; if the next one completes it, the two are the
answer. And what is no answer to a new question may belong to the text that was written just before:
that is asked.
"""

from datetime import timedelta

from dialogs.conditions import Value
from dialogs.conversation import Pending
from dialogs.journey import Question
from dialogs.talk import Talk
from dialogs.understanding import is_in_own_words, takes_anything, understood

_LONGEST = 200
#: An afterthought comes soon, and has more than a word.
_AFTERTHOUGHT_WITHIN = timedelta(minutes=3)
_FEWEST_WORDS = 3


def completed(talk: Talk, question: Question, text: str) -> tuple[Value, str] | None:
    """The answer that the refused message before and this one are together, and its words."""
    before = talk.conversation.fragment
    whole = f"{before} {text.strip()}"
    if not before or len(whole) > _LONGEST or takes_anything(talk, question):
        # Two refused words are no text only because they are longer together.
        return None
    value = understood(question, whole, talk.asking(question))
    if value is None and question.field.type == "period":
        # "från i morgon", and then only the last day.
        whole = f"{before} till {text.strip()}"
        value = understood(question, whole, talk.asking(question))
    return None if value is None or is_in_own_words(value) else (value, whole)


def offer_to_append(talk: Talk, text: str) -> bool:
    """Asks whether a text belongs to the long answer before. False: it hardly does."""
    draft, text = talk.draft, text.strip()
    if draft is None or not draft.trail or len(text.split()) < _FEWEST_WORDS:
        return False
    if draft.revisiting is not None or talk.conversation.failures:
        return False
    earlier = talk.walk.at(draft.trail[-1])
    answer = draft.answers.get(draft.trail[-1])
    if earlier is None or answer is None or earlier.field.type != "long_text":
        return False
    if answer.value is None or talk.now - answer.at > _AFTERTHOUGHT_WITHIN:
        return False
    talk.wait_for(Pending(kind="append", about=earlier.path, values=(text,)))
    talk.say(
        "append.ask",
        title=earlier.title(talk.language),
        text=text,
        choices=(talk.choice("yes", "append.yes"), talk.choice("no", "append.no")),
    )
    return True
