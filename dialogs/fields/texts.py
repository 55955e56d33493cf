"""Free text: `text` on one line and `long_text` with line breaks."""

from collections.abc import Mapping
from typing import ClassVar

from dialogs.conditions import Value
from dialogs.fields import settings
from dialogs.fields.base import Accepted, Asking, FieldType, Given, LimitKind, Outcome, Refused
from dialogs.fields.dictation import digits_of
from dialogs.fields.writing import clean_line, clean_text, is_blank, said
from dialogs.messages import Input, Kind
from dialogs.service import Field


class Text(FieldType):
    """A text on one line: runs of white space become one space."""

    name = "text"
    LIMITS: ClassVar[Mapping[str, LimitKind]] = {
        "min_length": LimitKind.INTEGER,
        "max_length": LimitKind.INTEGER,
    }
    kind = Kind.TEXT
    #: Characters, when the definition says nothing.
    default_max = 200

    def clean(self, text: str) -> str:
        # The number of a meter or of a lamp post may be dictated.
        return digits_of(text) or clean_line(text)

    def max_length(self, field: Field) -> int:
        """The most characters (Unicode code points) that are accepted."""
        return settings.whole(field, "max_length") or self.default_max

    def parse(self, field: Field, given: Given, asking: Asking) -> Outcome:
        text = self.clean(said(given))
        if is_blank(text):
            return Refused("empty")
        most = self.max_length(field)
        if len(text) > most:
            over = len(text) - most
            return Refused("text_too_long", {"max": most, "length": len(text), "over": over})
        least = settings.whole(field, "min_length") or 0
        if len(text) < least:
            return Refused("text_too_short", {"min": least, "length": len(text)})
        return Accepted(text)

    def show(self, field: Field, value: Value, language: str) -> str:
        return str(value)

    def input(self, field: Field, asking: Asking) -> Input:
        return Input(kind=self.kind, max_length=self.max_length(field))

    def check(self, field: Field) -> tuple[str, ...]:
        least, most = settings.whole(field, "min_length") or 0, self.max_length(field)
        if most < 1:
            return ("max_length must be at least 1",)
        if least > most:
            return (f"min_length ({least}) is more than max_length ({most}): nothing fits",)
        return ()


class LongText(Text):
    """A text in the person's own words: line breaks stay, nothing that can be seen is lost."""

    name = "long_text"
    kind = Kind.LONG_TEXT
    default_max = 5000

    def clean(self, text: str) -> str:
        return clean_text(text)


TYPES: tuple[FieldType, ...] = (Text(), LongText())
