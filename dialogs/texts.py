"""What people read: texts in each language, found by key."""

from collections.abc import Mapping
from typing import Any

import msgspec

SWEDISH = "sv"
ENGLISH = "en"
#: Easy Swedish (lättläst), with the subtag that IANA's registry has for simplified language.
EASY_SWEDISH = "sv-simple"

#: What a placeholder may be replaced by.
Param = str | int


def base_of(language: str) -> str:
    """The language that a variant is one of: numbers and dates are written as in that one."""
    return language.partition("-")[0]


def capitalised(text: str) -> str:
    """A role at the beginning of a sentence."""
    return text[:1].upper() + text[1:]


class LocalText(msgspec.Struct, frozen=True):
    """One text in the languages that it exists in. Swedish always exists.

    Easy Swedish is given only where the Swedish text is not easy already.
    """

    by_language: Mapping[str, str]

    def to(self, language: str) -> str:
        """The text in `language`, else in Swedish."""
        return self.by_language.get(language) or self.by_language[SWEDISH]

    def languages(self) -> frozenset[str]:
        return frozenset(self.by_language)


class Texts:
    """The assistant's own sentences: `texts.say("sv", "send.done", reference="K-1")`."""

    def __init__(self, by_language: Mapping[str, Mapping[str, str]]) -> None:
        self._by_language = by_language

    def languages(self) -> tuple[str, ...]:
        return tuple(self._by_language)

    def say(self, language: str, key: str, /, **params: Any) -> str:
        """The sentence for `key`.

        Raises KeyError when the key or one of its placeholders is missing: that is a bug, and the
        tests compare keys and placeholders of all languages.
        """
        template = self.written(language, key)
        return template.format_map(params) if "{" in template else template

    def written(self, language: str, key: str) -> str:
        """The sentence with its placeholders. Raises KeyError."""
        return (self._by_language.get(language) or self._by_language[SWEDISH])[key]

    def has(self, key: str) -> bool:
        return key in self._by_language[SWEDISH]
