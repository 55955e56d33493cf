"""Who writes of protected personal data is answered at once, and the words are not kept (threat B5).

An answer is read by others: the other guardian, whoever signs too. "Jag har skyddad adress" must not
become the name of a child or the reason of an application only because a form was open.
"""

from dialogs.command_words import fold
from dialogs.events import Said
from dialogs.journey import Question
from dialogs.talk import Talk
from dialogs.texts import ENGLISH
from dialogs.understanding import takes_anything, understood
from dialogs.without_eid import say_discreetly
from dialogs.world import Guidance

#: What the transcript keeps instead.
_HIDDEN = "•••"
_NEGATIONS = frozenset(
    {"inte", "inga", "ingen", "inget", "ej", "utan", "no", "not", "dont", "without"}
)
#: So near before it a "not" denies it: "ingen av oss har skyddad adress".
_NEAR = 4
#: With one of these a question tells of oneself.
_OWN = frozenset({"jag", "vi", "min", "mitt", "mina", "my", "our", "we"})
#: Fields that understand a yes with such words.
_YES_OR_NO = frozenset({"yes_no", "consent"})
#: Questions of the assistant's own that take any words.
_TAKING_WORDS = frozenset({"message", "completion", "other"})


def tells_of_protection(talk: Talk, said: Said) -> Guidance | None:
    """The guidance about protected data, if they are written of: not only asked about, not denied."""
    text = said.text.strip()
    if said.choice is not None or said.secure or not text:
        return None
    topic = next((each for each in talk.world.guidance if each.discreet), None)
    if topic is None:
        return None
    words = fold(text).split()
    own = _OWN | {"i"} if talk.language == ENGLISH else _OWN
    if text.endswith("?") and own.isdisjoint(words):
        # "Vad menas med skyddade personuppgifter?"
        return None
    return topic if any(_is_told(words, phrase.split()) for phrase in topic.folded) else None


def _is_told(words: list[str], phrase: list[str]) -> bool:
    length = len(phrase)
    for at in range(len(words) - length + 1):
        if words[at : at + length] == phrase:
            before = words[max(0, at - _NEAR) : at]
            return words[0] not in ("nej", "no") and _NEGATIONS.isdisjoint(before)
    return False


def protect(talk: Talk, topic: Guidance, said: Said) -> bool:
    """Answers, and keeps nothing of it. False: it is the answer that is asked for."""
    pending = talk.conversation.pending
    question = talk.question if not (talk.needs_login or talk.locked) else None
    if question is not None and pending is None and _is_yes_or_no(talk, question, said.text):
        return False
    takes_words = pending is not None and pending.kind in _TAKING_WORDS
    takes_words = takes_words or (question is not None and takes_anything(talk, question))
    if takes_words and talk.conversation.fragment == _HIDDEN:
        # Written once more: it is meant to be read.
        talk.become(fragment="")
        return False
    talk.said = _HIDDEN
    lines = []
    if talk.draft is not None:
        lines.append(talk.text("without_eid.not_kept"))
    if takes_words:
        talk.become(fragment=_HIDDEN)
        lines.append(talk.text("without_eid.say_again"))
    say_discreetly(talk, topic, more=" ".join(lines))
    return True


def _is_yes_or_no(talk: Talk, question: Question, text: str) -> bool:
    """Whether the words answer a question that is asked with yes or no: the one about protection."""
    if question.field.type not in _YES_OR_NO:
        return False
    return understood(question, text, talk.asking(question)) is not None
