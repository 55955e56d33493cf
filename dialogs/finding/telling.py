"""Whether a wish tells something of the matter, or only names the service."""

from dialogs.finding.everyday_words import COMMON_WORDS, STOP_WORDS
from dialogs.finding.normalising import stem, tokens
from dialogs.texts import LocalText

#: "Gatlyktan är sönder" tells two things; "jag vill göra en felanmälan" and "anmäl hål" too little.
_LEAST = 2


def tells_something(text: str, title: LocalText) -> bool:
    """Whether enough remains of `text` without small words and those of the service's title."""
    named = {stem(word) for each in title.by_language.values() for word in tokens(each)}
    told = {
        stem(word)
        for word in tokens(text)
        if word not in STOP_WORDS and word not in COMMON_WORDS and len(word) > 1
    }
    return len(told - named) >= _LEAST
