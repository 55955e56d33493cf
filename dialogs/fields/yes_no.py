"""The type `yes_no`. Value: true or false. A tapped alternative comes as "yes" or "no"."""

from collections.abc import Mapping
from typing import Final

from dialogs.conditions import Value
from dialogs.fields.base import Accepted, Asking, FieldType, Given, Outcome, Refused, Unsure
from dialogs.fields.writing import bare, plain_words, short_answer, word_set
from dialogs.fields.yes_no_reading import read_with_reason, read_yes_no
from dialogs.messages import Choice, Input, Kind
from dialogs.service import Field

YES_NO_LABELS: Final[Mapping[str, tuple[str, str]]] = {"sv": ("Ja", "Nej"), "en": ("Yes", "No")}
_OF_ALL: Final = word_set("alla allt bada bagge all everything both every")


class YesNo(FieldType):
    """Yes or no."""

    name = "yes_no"

    def parse(self, field: Field, given: Given, asking: Asking) -> Outcome:
        if given.choice in ("yes", "no") and not given.text:
            return Accepted(given.choice == "yes")
        text = short_answer(given)
        if isinstance(text, Refused):
            return text
        # "Ja, pappan" to whether all of them work is no yes.
        of_all = not _OF_ALL.isdisjoint(plain_words(bare(field.ask.to(asking.language))))
        meant, sure = read_yes_no(text) if of_all else read_with_reason(text)
        if not meant:
            return Refused("yes_no")
        return Accepted(meant[0]) if sure and len(meant) == 1 else Unsure(meant)

    def show(self, field: Field, value: Value, language: str) -> str:
        yes, no = YES_NO_LABELS.get(language, YES_NO_LABELS["sv"])
        return yes if value is True else no

    def input(self, field: Field, asking: Asking) -> Input:
        return Input(kind=Kind.CHOICE)

    def choices(self, field: Field, asking: Asking) -> tuple[Choice, ...]:
        yes, no = YES_NO_LABELS.get(asking.language, YES_NO_LABELS["sv"])
        return Choice("yes", yes), Choice("no", no)

    def example(self, field: Field, asking: Asking) -> str:
        return YES_NO_LABELS.get(asking.language, YES_NO_LABELS["sv"])[0]
