"""Choosing: `yes_no`, `choice` and `choices`.

Values: true/false; the option's value, or {"other": "free text"}; a list of those.
A tapped alternative comes as its value ("yes"/"no" for yes_no, "other" for the free text).
"""

import re
from collections.abc import Mapping, Sequence
from typing import ClassVar, Final

from dialogs.conditions import Value
from dialogs.fields import settings
from dialogs.fields.base import (
    Accepted,
    Asking,
    FieldType,
    Finding,
    Given,
    LimitKind,
    Outcome,
    Refused,
    Unsure,
)
from dialogs.fields.choice_lists import (
    MOST_PARTS,
    Part,
    is_except,
    is_loose,
    order_of,
    part_of,
    pieces_of,
)
from dialogs.fields.option_matching import has_negation, is_name, match_option, plain
from dialogs.fields.options import OTHER, OptionType
from dialogs.fields.within import surely
from dialogs.fields.within_options import option_spans
from dialogs.fields.writing import SHORT, bare, clean_text, is_blank, said, short_answer, word_set
from dialogs.fields.yes_no import YesNo
from dialogs.messages import Input, Kind
from dialogs.service import Field


class ChoiceType(OptionType):
    """One of the options."""

    name = "choice"
    LIMITS: ClassVar[Mapping[str, LimitKind]] = {"other": LimitKind.LOCAL_TEXT}

    def parse(self, field: Field, given: Given, asking: Asking) -> Outcome:
        if not given.text:
            value = given.choice or (given.choices[0] if len(given.choices) == 1 else None)
            tapped = self.tapped(field, value, asking) if value else None
            if tapped is not None:
                return tapped
        text = short_answer(given)
        if isinstance(text, Refused):
            return text
        return self.one(field, given.text or given.choice or "", asking)

    def find(self, field: Field, text: str, asking: Asking) -> tuple[Finding, ...]:
        return surely(self, field, text, asking, option_spans(text, field.options))

    def show(self, field: Field, value: Value, language: str) -> str:
        return self.label(field, value, language)

    def input(self, field: Field, asking: Asking) -> Input:
        return Input(kind=Kind.CHOICE)


_ALL: Final = word_set(
    "alla allihop allihopa allt samtliga all everything alltihop alltihopa allting bada both"
) | {
    "all of them",
    "alla alternativ",
    "alla ovan",
    "alla dagar",
    "allt pa listan",
    "alla tre",
    "alla fyra",
    "alla fem",
}
_NONE: Final = frozenset(
    {
        "inga",
        "ingen",
        "inget",
        "none",
        "ingenting",
        "inga alls",
        "none of them",
        "nothing",
        "nej",
        "no",
    }
)
_RANGE = re.compile("([0-9]{1,2}) ?(?:-|till|to) ?([0-9]{1,2})")
#: How many there must be for "both" and "all three" to mean them all.
_ALL_OF: Final = {"bada": 2, "both": 2, "alla tre": 3, "alla fyra": 4, "alla fem": 5}


def _unknown(part: str) -> Refused:
    return Refused("choices_unknown", {"part": part[:80]})


class ChoicesType(OptionType):
    """Several of the options, in their order; with `ordered` in the order of preference.

    At least `min` (1 when missing) and at most `max`.
    """

    name = "choices"
    LIMITS: ClassVar[Mapping[str, LimitKind]] = {
        "min": LimitKind.INTEGER,
        "max": LimitKind.INTEGER,
        "other": LimitKind.LOCAL_TEXT,
        "ordered": LimitKind.FLAG,
    }

    def parse(self, field: Field, given: Given, asking: Asking) -> Outcome:
        ticked = given.choices or ((given.choice,) if given.choice and not given.text else ())
        if ticked:
            return self._ticked(field, ticked, given.text, asking)
        text = clean_text(said(given)[: 5 * SHORT + 1])
        if is_blank(text):
            return Refused("empty")
        if len(text) > 5 * SHORT:
            return Refused("answer_too_long", {"max": 5 * SHORT})
        return self._written(field, text, asking)

    def _ticked(self, field: Field, ticked: Sequence[str], free: str, asking: Asking) -> Outcome:
        """Tapped values; a text beside them is the free alternative's."""
        values: list[Value] = []
        for each in ticked:
            outcome = self.tapped(field, each, asking)
            if outcome is None:
                outcome = self.one(field, each[:SHORT], asking)
            if isinstance(outcome, Refused) and outcome.reason == "write_other" and free.strip():
                outcome = Accepted({OTHER: clean_text(free)[:SHORT]})
            if not isinstance(outcome, Accepted):
                return outcome
            values.append(outcome.value)
        return self._counted(field, [self._in_order(field, values)], True)

    def _written(self, field: Field, text: str, asking: Asking) -> Outcome:
        words = plain(text[:SHORT])
        whole = match_option(bare(text[:SHORT]), field.options)
        named = whole.sure and len(text) <= SHORT
        all_of = _ALL_OF.get(words, len(field.options))
        if not named and words in _ALL and all_of == len(field.options):
            return self._counted(field, [[each.value for each in field.options]], True)
        if not named and words in _NONE:
            return self._counted(field, [[]], True)
        ranged = _RANGE.fullmatch(bare(text[:SHORT]))
        if not named and ranged is not None:
            return self._range(field, int(ranged[1]), int(ranged[2]))
        return self._parts(field, text, asking)

    def _range(self, field: Field, first: int, last: int) -> Outcome:
        """ "1-3": all of them from the first to the third."""
        if not 1 <= first <= last <= len(field.options):
            return Refused("choice_number", {"count": len(field.options)})
        return self._counted(
            field, [[each.value for each in field.options[first - 1 : last]]], True
        )

    def _parts(self, field: Field, text: str, asking: Asking) -> Outcome:
        """Each part of the list; parts that make up one label ("Hund och katt") stay together."""
        ordered = settings.flag(field, "ordered")
        pieces = pieces_of(text, ordered=ordered)
        if len(pieces) > 2 * MOST_PARTS:
            return _unknown(pieces[0].strip())
        lists: list[list[Value]] = [[]]
        said: list[str] = []
        left_out: list[Value] = []
        sure, at = True, 0
        while at < len(pieces):
            after_except = any(map(is_except, pieces[1:at:2]))
            sure &= at == 0 or not is_loose(pieces[at - 1], ordered=ordered)
            written, after = self._longest(field, pieces, at, asking)
            at = after
            # "Inget av det här" may be an alternative's name.
            is_whole = is_name(written, field.options)
            part = (
                Part(written, is_left_out=after_except)
                if is_whole
                else part_of(written, after_except=after_except)
            )
            if part is None or is_blank(written):
                continue
            is_all = not is_whole and not part.is_left_out and self._is_all(field, part.text)
            if is_all and not said:
                lists, said = [[each.value for each in field.options]], [""]
                continue
            outcome = self._part(field, part.text, asking)
            if part.is_left_out:
                if not isinstance(outcome, Accepted) or isinstance(outcome.value, Mapping):
                    return _unknown(written)
                left_out.append(outcome.value)
            elif isinstance(outcome, Refused):
                return outcome
            else:
                said.append(written)
                values = outcome.candidates if isinstance(outcome, Unsure) else (outcome.value,)
                sure &= isinstance(outcome, Accepted)
                lists = [[*each, value] for each in lists for value in values][:4]
        if not said:
            return _unknown(text) if left_out else Refused("empty")
        return self._without(field, lists, said, left_out, sure=sure)

    def _is_all(self, field: Field, text: str) -> bool:
        words = plain(text)
        return words in _ALL and _ALL_OF.get(words, len(field.options)) == len(field.options)

    def _without(
        self,
        field: Field,
        lists: list[list[Value]],
        said: list[str],
        left_out: list[Value],
        *,
        sure: bool,
    ) -> Outcome:
        """The lists in their order, without what was left out."""
        ordered = settings.flag(field, "ordered")
        if left_out and said == [""]:
            sure &= not ordered and "other" not in field.limits
            lists = [[value for value in each if value not in left_out] for each in lists]
        elif any(value in left_out for each in lists for value in each):
            return _unknown(said[0])
        elif ordered and said != [""]:
            order, clear = order_of(said)
            sure &= clear
            lists = [[each[at] for at in order] for each in lists]
        return self._counted(field, [self._in_order(field, each) for each in lists], sure)

    def _longest(
        self, field: Field, pieces: Sequence[str], at: int, asking: Asking
    ) -> tuple[str, int]:
        """The longest run of pieces from `at` that is one alternative's name, else the one piece."""
        other = plain(self.other(field, asking.language) or "")
        for end in range(min(len(pieces), at + 7), at + 1, -2):
            joined = "".join(pieces[at:end]).strip()
            if len(joined) > SHORT:
                continue
            if is_name(joined, field.options) or (other and plain(joined) == other):
                return joined, end + 1
        return pieces[at].strip(), at + 2

    def _part(self, field: Field, part: str, asking: Asking) -> Outcome:
        unknown = _unknown(part)
        if len(part) > SHORT:
            return unknown
        outcome = self.one(field, part, asking)
        if isinstance(outcome, Refused) and outcome.reason == "choice":
            return unknown
        if (
            isinstance(outcome, Unsure)
            and has_negation(plain(part))
            and not is_name(part, field.options)
        ):
            return unknown
        return outcome

    def _in_order(self, field: Field, values: Sequence[Value]) -> list[Value]:
        """Each value once; free texts are joined and come last."""
        free = ", ".join(str(each[OTHER]) for each in values if isinstance(each, Mapping))
        chosen = list(dict.fromkeys(each for each in values if not isinstance(each, Mapping)))
        if not settings.flag(field, "ordered"):
            order = [each.value for each in field.options]
            chosen.sort(key=order.index)
        return [*chosen, {OTHER: free}] if free else chosen

    def _counted(self, field: Field, lists: Sequence[Sequence[Value]], sure: bool) -> Outcome:
        """Accepted when the number of alternatives is within the limits."""
        least, most = settings.whole(field, "min"), settings.whole(field, "max")
        least = 1 if least is None else least
        fitting: list[Value] = []
        refusal: Outcome = Refused("empty")
        for each in lists:
            if len(each) < least:
                refusal = Refused("choices_too_few", {"min": least, "count": len(each)})
            elif most is not None and len(each) > most:
                refusal = Refused("choices_too_many", {"max": most, "count": len(each)})
            elif list(each) not in fitting:
                fitting.append(list(each))
        if not fitting:
            return refusal
        return Accepted(fitting[0]) if sure and len(fitting) == 1 else Unsure(tuple(fitting[:4]))

    def show(self, field: Field, value: Value, language: str) -> str:
        if not isinstance(value, list | tuple):
            return str(value)
        labels = [self.label(field, each, language) for each in value]
        if settings.flag(field, "ordered"):
            return ", ".join(f"{at}. {label}" for at, label in enumerate(labels, 1))
        if len(labels) < 2:
            return labels[0] if labels else "–"
        last = " and " if language == "en" else " och "
        return ", ".join(labels[:-1]) + last + labels[-1]

    def input(self, field: Field, asking: Asking) -> Input:
        return Input(
            kind=Kind.CHOICES,
            min=settings.whole(field, "min"),
            max=settings.whole(field, "max"),
        )

    def check(self, field: Field) -> tuple[str, ...]:
        problems = (*super().check(field), *settings.crossed(field))
        least = settings.whole(field, "min") or 0
        count = len(field.options) + ("other" in field.limits)
        if least > count:
            return (*problems, f"min ({least}) is more than the {count} options")
        return problems


TYPES: tuple[FieldType, ...] = (YesNo(), ChoiceType(), ChoicesType())
