"""What people read: texts in each language, found by key."""

from collections.abc import Mapping
from typing import Any

import msgspec

SWEDISH = "sv"
ENGLISH = "en"

#: What a placeholder may be replaced by.
Param = str | int


class LocalText(msgspec.Struct, frozen=True):
    """One text in the languages that it exists in. Swedish always exists."""

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
        table = self._by_language.get(language) or self._by_language[SWEDISH]
        template = table[key]
        return template.format_map(params) if "{" in template else template

    def has(self, key: str) -> bool:
        return key in self._by_language[SWEDISH]
