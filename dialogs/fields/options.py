"""What the types with options share: finding the option, the free alternative, labels."""

from collections.abc import Mapping
from typing import Final

from dialogs.conditions import Value
from dialogs.fields import settings
from dialogs.fields.base import Accepted, Asking, FieldType, Outcome, Refused, Unsure
from dialogs.fields.option_matching import has_negation, match_option, plain
from dialogs.fields.option_numbers import Match
from dialogs.fields.within_options import option_spans
from dialogs.fields.writing import SHORT, bare, clean_line
from dialogs.fields.yes_no_reading import read_yes_no
from dialogs.messages import Choice
from dialogs.service import Field

#: The value of the alternative whose text the person writes.
OTHER: Final = "other"
_SHORTEST_BEGINNING: Final = 4
#: Short answers that choose nothing and tell nothing.
_SAYS_NOTHING: Final = frozenset(
    {"vet inte", "vet ej", "jag vet inte", "vet inte riktigt", "ingen aning", "ok", "okej", "mm"}
    | {"inget", "ingen", "inga", "nagot", "spelar ingen roll", "det spelar ingen roll", "hej"}
    | {"i don t know", "don t know", "not sure", "nothing", "none", "tack", "kanske", "hm", "va"}
)
_OTHER_WORDS: Final = frozenset({OTHER, "annat", "annan", "ovrigt", "something else"})


class OptionType(FieldType):
    """What `choice` and `choices` share: options and the free alternative."""

    needs_options = True

    def other(self, field: Field, language: str) -> str | None:
        """The label of the free alternative, if there is one."""
        return settings.local(field, "other", language)

    def choices(self, field: Field, asking: Asking) -> tuple[Choice, ...]:
        language = asking.language
        listed = tuple(
            Choice(
                each.value,
                each.label.to(language),
                each.description.to(language) if each.description else None,
            )
            for each in field.options
        )
        other = self.other(field, language)
        return listed if other is None else (*listed, Choice(OTHER, other))

    def example(self, field: Field, asking: Asking) -> str | None:
        return field.options[0].label.to(asking.language) if field.options else None

    def tapped(self, field: Field, value: str, asking: Asking) -> Outcome | None:
        """What a tapped value means; None when no alternative has it."""
        if any(value == each.value for each in field.options):
            return Accepted(value)
        if value == OTHER and self.other(field, asking.language) is not None:
            return Refused("write_other")
        return None

    def one(self, field: Field, written: str, asking: Asking) -> Outcome:
        """What one alternative in words means; `written` as it was, for the free alternative."""
        text = bare(written)
        match = match_option(text, field.options)
        other = self.other(field, asking.language)
        named = match.sure and _is_named(match, text, field)
        if other is not None and not named and plain(text) in (plain(other), OTHER):
            return Refused("write_other")
        values = tuple(field.options[at].value for at in match.options)
        if match.sure:
            return Accepted(values[0])
        if other is not None and not (len(values) > 1 and _is_named(match, text, field)):
            if not values and (plain(text) in _SAYS_NOTHING or read_yes_no(text)[1]):
                # A yes to a question that asks which: as a free text it would be kept unseen.
                return self._no_option(field, match, asking)
            near = values or self._named_within(field, written) or _begun_by(text, field)
            if not near and has_negation(plain(text)) and _names_any(text, field):
                # "Inte kväll": whether it is a text of its own is asked.
                near = ({OTHER: clean_line(written)[:SHORT]},)
            return self._free(field, written, text, near, match, other)
        if values:
            return Unsure(values)
        return self._no_option(field, match, asking)

    def _named_within(self, field: Field, written: str) -> tuple[Value, ...]:
        """The options that a free text names in passing: "på kvällen"."""
        found: list[Value] = []
        for start, end in option_spans(written, field.options):
            near = match_option(bare(written[start:end]), field.options).options
            found += [field.options[at].value for at in near]
        return tuple(found)

    def _free(
        self,
        field: Field,
        written: str,
        text: str,
        near: tuple[Value, ...],
        match: Match,
        label: str,
    ) -> Outcome:
        """Free text: taken as such when it is near no option."""
        free = clean_line(written)
        name = plain(label)
        words = plain(text)
        if words == name or words in _OTHER_WORDS:
            return Refused("write_other")
        head, mark, tail = free.partition(":")
        if mark and (plain(head) == name or plain(head) in _OTHER_WORDS):
            # "Annat: fiskebåt" names the alternative and says what.
            free, near = tail.strip(), ()
        elif match.out_of_range:
            return Refused("choice_number", {"count": len(field.options)})
        if not any(each.isalnum() for each in free):
            return Refused("write_other")
        if len(free) > SHORT:
            return Refused("answer_too_long", {"max": SHORT})
        asks = free.endswith("?")
        both = (*near, {OTHER: free}) if {OTHER: free} not in near else near
        return Unsure(both) if near or asks else Accepted({OTHER: free})

    def _no_option(self, field: Field, match: Match, asking: Asking) -> Refused:
        if match.out_of_range:
            return Refused("choice_number", {"count": len(field.options)})
        return Refused("choice", {"example": self.example(field, asking) or ""})

    def label(self, field: Field, value: Value, language: str) -> str:
        if isinstance(value, Mapping):
            label = self.other(field, language)
            text = str(value.get(OTHER, ""))
            return f"{label}: {text}" if label else text
        for each in field.options:
            if each.value == value:
                return each.label.to(language)
        return str(value)

    def check(self, field: Field) -> tuple[str, ...]:
        if "other" in field.limits and any(each.value == OTHER for each in field.options):
            return (f'the option value "{OTHER}" is taken by `other`: rename the option',)
        return ()


def _is_named(match: Match, text: str, field: Field) -> bool:
    """Whether two options have the very name that was written, so that it is no free text."""
    words = plain(text)
    first = field.options[match.options[0]]
    return any(
        words == plain(each)
        for each in (first.value, *first.label.by_language.values(), *first.words)
    )


def _names_any(text: str, field: Field) -> bool:
    """Whether a label stands somewhere in the text."""
    words = f" {plain(text)} "
    return any(
        f" {plain(label)} " in words
        for each in field.options
        for label in each.label.by_language.values()
    )


def _begun_by(text: str, field: Field) -> tuple[Value, ...]:
    """The options whose name begins a word of the text: "kvällstid" for "Kväll"."""
    words = plain(text).split()
    return tuple(
        each.value
        for each in field.options
        for name in (plain(each.label.to("sv")),)
        if len(name) >= _SHORTEST_BEGINNING and any(word.startswith(name) for word in words)
    )
