"""What is said that is no answer: a wish, a question in the middle, small talk, danger."""

import re
from datetime import timedelta

from dialogs.asking import go_on, say_menu
from dialogs.command_words import fold
from dialogs.conversation import LONGEST_WISH, Pending
from dialogs.events import Said
from dialogs.finding import Found, Match, Sureness
from dialogs.languages import language_of
from dialogs.messages import Choice, Input, Kind
from dialogs.picking import yes_or_no
from dialogs.reaching import contact_links, ways_of_contact
from dialogs.statuses import Status
from dialogs.talk import Talk
from dialogs.texts import base_of
from dialogs.understanding import is_rude
from dialogs.waiting import ask_which_first
from dialogs.without_eid import answer_of
from dialogs.wording import NO_GUIDANCE, SMALL_TALK
from dialogs.world import Guidance

_NOT_WORDS = re.compile(r"[^\w-]+")
_LONGEST_SMALL_TALK = 40
_MOST_WORDS_AFTER = 4
_LAST_LATIN = "\u024f"
#: After so long a danger is a new one.
_WARN_AGAIN_AFTER = timedelta(hours=1)


def hear_wish(talk: Talk, said: Said) -> None:
    """Nothing is being filled in: which service, or which guidance, is meant?"""
    if not said.text.strip():
        talk.say("heard.nothing")
        say_menu(talk)
        return
    _answer_in_kind(talk, said.text)
    if hear_guidance(talk, said.text):
        say_menu(talk)
        return
    needs = talk.world.finder.needs(said.text)
    if needs:
        ask_which_first(talk, needs)
        return
    found = talk.world.finder.decide(said.text)
    match found.kind:
        case Sureness.NOTHING if is_rude(said.text):
            talk.say("heard.angry", contact=talk.contact())
            say_menu(talk)
        case Sureness.NOTHING if yes_or_no(text=said.text, tapped=None) is not None:
            # Nothing had been asked: "ok".
            say_menu(talk, "menu.what")
        case Sureness.NOTHING:
            _say_out_of_scope(talk, found)
        case Sureness.SURE:
            _propose(talk, found.matches[0].service, wish=said.text)
        case Sureness.UNSURE:
            offered = tuple(each.service for each in found.matches)
            talk.wait_for(_finding(offered, said.text))
            offer(talk, offered)


def _answer_in_kind(talk: Talk, wish: str) -> None:
    """Goes on in the language in which the wish is written, and says so."""
    language = language_of(wish)
    if language is not None and language != base_of(talk.language):
        talk.become(language=language)
        talk.say("language.noticed")


def _finding(offered: tuple[str, ...], wish: str) -> Pending:
    return Pending(kind="find", about=wish[:LONGEST_WISH], values=offered)


def _propose(talk: Talk, service_id: str, *, wish: str) -> None:
    """Offers to begin the service that is meant."""
    service = talk.world.services[service_id]
    talk.wait_for(_finding((service.id,), wish))
    talk.say(
        "find.sure",
        title=talk.title_of(service.id),
        summary=talk.fill(service.summary),
        choices=(
            Choice(value=f"service:{service.id}", label=talk.text("find.start")),
            talk.choice("none_of_these", "find.something_else"),
        ),
    )


def _say_out_of_scope(talk: Talk, found: Found) -> None:
    """Whose matter it is, if that is known, and in any case how to reach a person (row 20)."""
    contact, links = ways_of_contact(talk), contact_links(talk)
    other = talk.world.elsewhere.get(found.elsewhere.service) if found.elsewhere else None
    if other is not None and other.answer is not None:
        answer = talk.fill(other.answer)
        talk.say("find.elsewhere", answer=answer, contact=contact, links=links)
    elif is_other_script(talk.said or ""):
        english = (Choice(value="english", label="English"),)
        talk.say("heard.other_script", contact=talk.contact(), choices=english)
        return
    else:
        talk.say("find.nothing", contact=contact, links=links)
    say_menu(talk)


def is_other_script(text: str) -> bool:
    """Whether all its letters are of other scripts than ours: Cyrillic, Arabic, Thai …"""
    letters = [each for each in text if each.isalpha()]
    return bool(letters) and not any(each <= _LAST_LATIN for each in letters)


def offer(talk: Talk, services: tuple[str, ...], *, key: str = "") -> None:
    """Asks which of some services is meant; the conversation waits for the answer.

    `key`: the text to ask with, when it is not asked for the first time.
    """
    choices = tuple(Choice(value=f"service:{each}", label=talk.title_of(each)) for each in services)
    none = talk.choice("none_of_these", "find.something_else")
    key = key or ("find.unsure_one" if len(choices) == 1 else "find.unsure")
    talk.say(key, choices=(*choices, none), input=Input(kind=Kind.CHOICE))


def hear_small_talk(talk: Talk, said: Said) -> bool:
    """A greeting, thanks or goodbye alone is answered in kind, and nothing is lost (row 23)."""
    folded = fold(said.text) if 0 < len(said.text) <= _LONGEST_SMALL_TALK else ""
    key = next((key for key, words in SMALL_TALK.items() if folded in words), None)
    if not folded or key is None or said.choice is not None:
        return False
    lines = [talk.text(key)]
    if key == "small.bye" and talk.draft is not None and talk.draft.status is Status.DRAFT:
        lines.append(talk.text("small.saved"))
    talk.add(" ".join(lines))
    go_on(talk)
    return True


def hear_guidance(talk: Talk, text: str) -> bool:
    """Answers a question that is not about one service, if that is what it is."""
    guide = talk.world.guide
    if guide is None or not text.strip() or NO_GUIDANCE.issuperset(fold(text).split()):
        return False
    folded = fold(text)
    asked = talk.world.phrases.get(folded) or _begun(talk, folded)
    if asked is not None:
        # Such a phrase may be of words that tell the finder nothing: "måste jag skriva under?".
        talk.add(answer_of(talk, asked))
        return True
    found = guide.decide(text)
    if found.kind is not Sureness.SURE:
        return False
    topic = next(t for t in talk.world.guidance if t.id == found.matches[0].service)
    # A service, or another authority, that fits better than the guidance is what was meant.
    services = talk.world.finder.find(text, limit=1)
    if services and services[0].score > found.matches[0].score:
        return False
    other = talk.world.finder.decide(text).elsewhere
    if other is not None and other.score > found.matches[0].score and _answers(talk, other):
        return False
    talk.add(answer_of(talk, topic))
    return True


def _begun(talk: Talk, folded: str) -> Guidance | None:
    """The guidance that the first words of a short text ask for."""
    for topic in talk.world.guidance:
        for begin in topic.begins:
            if folded.startswith(f"{begin} "):
                rest = folded.removeprefix(begin).split()
                return topic if len(rest) <= _MOST_WORDS_AFTER else None
    return None


def _answers(talk: Talk, other: Match) -> bool:
    elsewhere = talk.world.elsewhere.get(other.service)
    return elsewhere is not None and elsewhere.answer is not None


def warn_of_danger(talk: Talk, text: str) -> bool:
    """The emergency numbers at once, whatever was asked, but once (row 22).

    True: that is what the text is about, whether it was said now or before.
    """
    words = _NOT_WORDS.sub(" ", text[:1000].casefold()).split()
    if talk.world.alarming.isdisjoint(words):
        return False
    folded = f" {' '.join(words)} "
    for topic in talk.world.guidance:
        if topic.urgent and any(f" {word} " in folded for word in topic.words):
            warned = talk.conversation.warned
            human = None if talk.draft else (talk.choice("human", "menu.human"),)
            told = warned.get(topic.id)
            if told is None or talk.now - told > _WARN_AGAIN_AFTER:
                talk.become(warned={**warned, topic.id: talk.now})
                talk.add(talk.fill(topic.answer), choices=human)
            else:
                talk.say("danger.told", choices=human)
            return True
    return False
