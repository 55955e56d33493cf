"""What is said in the middle of a form without being an answer (rows 17, 18, 23).

A question of the person's own is answered and the form's question asked again. A wish for another
service is not taken for an answer either: it is asked whether to change over. In a free text all of
this may be the answer itself, so there it must be put as plainly as in "Jag vill ansöka om …".
"""

import re

from dialogs.acting import act
from dialogs.answering import refuse, take, would_refuse
from dialogs.asking import go_on
from dialogs.command_words import fold, words_of
from dialogs.commands import Command
from dialogs.conversation import Pending
from dialogs.events import Said
from dialogs.fields.base import Given
from dialogs.finding import Sureness
from dialogs.journey import Question
from dialogs.service import Service
from dialogs.starting import minutes_left, start
from dialogs.statuses import Status
from dialogs.talk import Talk
from dialogs.texts import SWEDISH
from dialogs.understanding import (
    is_in_own_words,
    is_read_in_own_words,
    is_rude,
    takes_anything,
    understood,
)
from dialogs.wishing import hear_guidance
from dialogs.wording import DASHES, HOW_MUCH_LEFT, WHAT_AFTERWARDS

#: Longer texts tell something; they don't ask or wish for something else.
_MOST_WORDS = 12
#: "Jag vill byta skola, för ingen lyssnar" is a complaint.
_MOST_WORDS_OF_A_WISH = 6
_LONGEST_SAYING = 80
_DIGITS_OF_PERSON = 10
_QUESTION_WORDS = words_of(
    "vad hur var vart när vem vilka vilken vilket varför what how where when who why"
)
#: Without a word of a wish, a fault may still be told: "gatlyktan är trasig".
_FEWEST_WORDS = 3
_YES_AND_NO = words_of("ja nej jo nä nja yes no")
#: One of these makes it a wish.
_WISHING = words_of(
    "vill ska skulle behöver måste kan ansöka ansökan anmäla anmälan felanmäla felanmälan söka byta säga "
    "uppsägning boka beställa skicka lämna göra börja sluta hellre istället want need would apply report "
    "change book order cancel rather instead register registrera gör om"
)
_PLAIN_WISH = re.compile(
    r"(?:nej |men |hej )?(?:jag|vi) (?:vill|behover|skulle vilja|ska|maste) (?:istallet )?"
    r"(?:ansoka|anmala|soka|byta|saga upp|boka|bestalla|skicka in|lamna|gora|borja)\b"
    r"|(?:no |but )?i (?:want|need|would like) to (?:apply|report|change|book|order|cancel)\b"
)

_TELLS = re.compile(r"det (?:ar|blir) (?:jag|vi|min|mitt|mina|han|hon|de|en|ett)\b")


def hear_digression(talk: Talk, question: Question, said: Said) -> bool:
    """Whether it was something else than an answer, and is dealt with."""
    text = said.text.strip()
    if said.choice is not None or said.files or not text:
        return False
    if hear_about_service(talk, text):
        return True
    if takes_anything(talk, question):
        return _hear_in_free_text(talk, text)
    if not would_refuse(talk, question, said):
        if text.endswith("?"):
            return _hear_question(talk, text) or _help_with_question(talk, question, text)
        # "gatlyktan är trasig" as the name of a school: rather asked about than taken.
        value = understood(question, text, talk.asking(question))
        return is_in_own_words(value) and hear_switch(talk, text, is_answer=True)
    if _is_number_of_person(talk, question, text):
        # "Mitt samordningsnummer är 701063-2391": what is wrong with it is told, not what it is.
        return False
    if _hear_question(talk, text) or hear_switch(talk, text):
        return True
    if text.endswith("?") or _begins_as_question(text):
        # A question about the question, in words that nobody foresaw.
        act(talk, Command.HELP, "")
        return True
    if text in DASHES and question.field.optional:
        return False
    if not any(character.isalnum() for character in text):
        refuse(talk, question, talk.text("heard.no_words"))
        return True
    if is_rude(text):
        refuse(talk, question, talk.text("heard.rude"))
        return True
    return False


def hear_switch(talk: Talk, text: str, *, is_answer: bool = False) -> bool:
    """Asks whether to change over to the service that is surely meant, if it is another one.

    `is_answer`: what was said may as well be the answer to the question at hand.
    """
    if not 2 <= len(text.split()) <= _MOST_WORDS or talk.draft is None:
        return False
    found = talk.world.finder.decide(text)
    if found.kind is not Sureness.SURE:
        return False
    service, at_hand = talk.world.services.get(found.matches[0].service), talk.service
    if service is None or service.id == talk.draft.service:
        return False
    if not _is_wish(text, service, at_hand):
        return False
    about = talk.question.path if is_answer and talk.question is not None else None
    talk.wait_for(Pending(kind="switch", about=about, values=(service.id, text)))
    is_draft = talk.draft.status is Status.DRAFT
    talk.say(
        "switch.ask" if is_draft else "switch.ask_sent",
        title=talk.title_of(service.id),
        reference=talk.draft.reference,
        choices=(
            talk.choice("yes", "switch.yes"),
            talk.choice("no", "switch.was_answer" if is_answer else "switch.no"),
        ),
    )
    return True


def _is_wish(text: str, service: Service, at_hand: Service | None) -> bool:
    """Whether what sounds like another service is a wish for it, and no answer that went wrong.

    "Hon går i tvåan" is about schools, like the form at hand; "i februari" is about nothing.
    """
    folded = fold(text)
    words = folded.split()
    if _WISHING.intersection(words) or folded in fold(service.title.to(SWEDISH)):
        return True
    is_near = at_hand is not None and service.category == at_hand.category
    # Without a word of a wish only what is reported can be meant: "fotgängare och p-platser" ends no place.
    is_report = not service.login
    return is_report and not is_near and len(words) >= _FEWEST_WORDS and words[0] not in _YES_AND_NO


def settle_switch(talk: Talk, pending: Pending, said: Said) -> bool:
    """The person was asked whether to change over to another service."""
    no = "switch.no" if pending.about is None else "switch.was_answer"
    agreed = talk.agreed(said, "switch.yes", no)
    service = talk.world.services.get(str(pending.values[0]))
    if agreed is None or service is None or talk.draft is None:
        return False
    talk.wait_for(None)
    question = talk.question
    if agreed:
        start(talk, service, wish=str(pending.values[1]))
    elif question is not None and question.path == pending.about:
        take(talk, question, Given(text=str(pending.values[1])), how="said")
    else:
        go_on(talk)
    return True


def hear_about_service(talk: Talk, text: str) -> bool:
    """Answers what people ask about the form itself: how much is left, and what comes after."""
    service, question = talk.service, talk.question
    folded = fold(text) if len(text) <= _LONGEST_SAYING else ""
    if service is None or question is None:
        return False
    if folded in HOW_MUCH_LEFT:
        of = len(talk.walk.questions)
        left = of - talk.walk.answered
        talk.say("form.left", left=left, of=of, minutes=minutes_left(service, talk.walk))
    elif folded in WHAT_AFTERWARDS:
        talk.say("form.afterwards", next_steps=talk.fill(service.next_steps))
    else:
        return False
    go_on(talk)
    return True


def _is_number_of_person(talk: Talk, question: Question, text: str) -> bool:
    control = question.type.input(question.field, talk.asking(question))
    return control.format == "personnummer" and sum(map(str.isdigit, text)) >= _DIGITS_OF_PERSON


def _begins_as_question(text: str) -> bool:
    words = fold(text).split()
    # "Vad som helst" asks nothing.
    return len(words) >= _FEWEST_WORDS and words[0] in _QUESTION_WORDS and words[1] != "som"


def _help_with_question(talk: Talk, question: Question, text: str) -> bool:
    """ "Vad brukar man ha?" is no free alternative of a choice."""
    if not _begins_as_question(text):
        return False
    if not is_read_in_own_words(question, text, talk.asking(question)):
        return False
    act(talk, Command.HELP, "")
    return True


def _hear_question(talk: Talk, text: str) -> bool:
    if not text.endswith("?") and (len(text.split()) < 2 or _TELLS.match(fold(text))):
        # A single word is rather a bad answer, and "det är jag som betalar" too.
        return False
    if not hear_guidance(talk, text):
        return False
    go_on(talk)
    return True


def _hear_in_free_text(talk: Talk, text: str) -> bool:
    is_repeated = talk.conversation.fragment == text
    if is_repeated or len(text.split()) > _MOST_WORDS:
        return False
    if text.endswith("?") and hear_guidance(talk, text):
        talk.become(fragment=text)
        talk.say("heard.not_kept", text=text)
        go_on(talk)
        return True
    if len(text.split()) > _MOST_WORDS_OF_A_WISH or not _PLAIN_WISH.match(fold(text)):
        return False
    return hear_switch(talk, text, is_answer=True)
