"""What an SMS to us may wish: help, no more SMS, SMS again, a new link; or it is something else.

A sender's number can be forged, so nothing that is written in an SMS signs, declines or tells
anything (threat C7): there are only these wishes, and only a text that is nothing but the wish.
"""

from collections.abc import Mapping
from enum import StrEnum

import msgspec

from dialogs.command_words import FLUFF, fold, phrases_of, words_of
from dialogs.texts import ENGLISH, SWEDISH


class SmsWish(StrEnum):
    """The value is the end of the text's key."""

    HELP = "help"
    STOP = "stop"
    START = "start"
    LINK = "link"
    OTHER = "other"


class Wished(msgspec.Struct, frozen=True):
    wish: SmsWish
    #: What to answer in.
    language: str


_SWEDISH: Mapping[SmsWish, str] = {
    SmsWish.HELP: "hjälp|hjälp mig|info",
    SmsWish.STOP: (
        "stopp|stoppa|stopp sms|stoppa sms|sluta|sluta skicka|sluta skicka sms|inga fler sms|"
        "inga sms|avregistrera|sluta påminna|inga påminnelser|inga fler påminnelser"
    ),
    SmsWish.START: "start|starta|starta sms|börja igen",
    SmsWish.LINK: (
        "länk|länken|ny|nytt|ny länk|ny länken|skicka länk|skicka länken|skicka ny länk|"
        "skicka en ny länk"
    ),
}
_ENGLISH: Mapping[SmsWish, str] = {
    SmsWish.HELP: "help|help me",
    SmsWish.STOP: (
        "stop|stop sms|stop texts|no more sms|no more texts|unsubscribe|stop reminders|no reminders|"
        "no more reminders"
    ),
    SmsWish.START: "start sms|start texts|start again",
    SmsWish.LINK: "link|new|new link|the link|send link|send the link|send new link|send a new link",
}
_SAID: Mapping[str, Wished] = {
    phrase: Wished(wish, language)
    for language, table in ((ENGLISH, _ENGLISH), (SWEDISH, _SWEDISH))
    for wish, line in table.items()
    for phrase in phrases_of(line)
}
#: One of these, and the text is English.
_ENGLISH_WORDS = words_of(
    "yes no not sign signed approve approved accept decline reject ok okay thanks thank please hello hi "
    "the is are you your i me my who what when why how this can do does dont want need wrong number"
) - words_of("i ok no hi me du the do")


def read_sms(text: str) -> Wished:
    """What an SMS wishes. Never raises."""
    folded = fold(text)
    words = [word for word in folded.split() if word not in FLUFF]
    said = _SAID.get(folded) or _SAID.get(" ".join(words))
    if said is not None:
        return said
    is_english = not _ENGLISH_WORDS.isdisjoint(folded.split())
    return Wished(SmsWish.OTHER, ENGLISH if is_english else SWEDISH)
