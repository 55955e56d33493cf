"""Two devices at once (row 27): both stay right, the newer answer wins, and the other one is told.

A conversation remembers which question it showed last. If another device has answered that question
since, what is said here is still an answer to it: people answer what they see.
"""

from dialogs.answering import keep
from dialogs.asking import go_on, say_menu
from dialogs.events import AnsweredElsewhere, DiscardedElsewhere, Said
from dialogs.fields.base import Accepted, Given
from dialogs.fields.reading import read_answer
from dialogs.statuses import Status
from dialogs.summary import shown_answer
from dialogs.talk import Talk


def hear_for_shown(talk: Talk, said: Said) -> bool:
    """Takes an answer to the question that this conversation showed, if it is not the next one.

    False: the question at hand is the one that was shown.
    """
    shown = talk.conversation.asked
    at_hand = talk.question
    if shown is None or talk.draft is None or (at_hand is not None and at_hand.path == shown):
        return False
    question = talk.walk.at(shown)
    if question is None:
        talk.say("elsewhere.gone")
        go_on(talk)
        return True
    given = Given(
        text=said.text,
        choice=said.choice,
        choices=said.choices,
        files=said.files,
        place=said.place,
    )
    outcome = read_answer(question.type, question.field, given, talk.asking(question))
    stored = talk.draft.answers.get(question.path)
    if not isinstance(outcome, Accepted) or talk.needs_secure_page(question):
        talk.say(
            "elsewhere.answered",
            title=question.title(talk.language),
            value=shown_answer(talk, question, stored),
        )
        go_on(talk)
    elif stored is not None and stored.value == outcome.value:
        go_on(talk)
    else:
        talk.redraft(revisiting=question.path)
        keep(talk, question, outcome.value, how="said", given=said.text, corrects=True)
    return True


def tell_elsewhere(talk: Talk, event: AnsweredElsewhere) -> None:
    """The draft at hand went on in another conversation of the same person."""
    draft = talk.draft
    if draft is None or draft.id != event.draft_id or draft.status is not Status.DRAFT:
        return
    if talk.locked or talk.service is None:
        return
    question = talk.walk.at(event.path) if event.path else None
    answer = draft.answers.get(event.path) if event.path else None
    if question is None or answer is None:
        talk.say("elsewhere.told")
    else:
        value = shown_answer(talk, question, answer)
        talk.say("elsewhere.told_answer", title=question.title(talk.language), value=value)
    go_on(talk)


def tell_discarded(talk: Talk, event: DiscardedElsewhere) -> None:
    """The draft at hand is gone; something else can be begun."""
    talk.say("elsewhere.discarded")
    if talk.conversation.draft_id == event.draft_id:
        talk.take_up(None)
        say_menu(talk)
