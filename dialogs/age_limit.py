"""The age that a service demands of the person who files (`min_age`), as two fields of its own.

They are asked and said right after the login, so that nobody answers twenty questions in vain. An
e-ID almost always tells the age. Only a coordination number that hides the day of birth may leave
it open, and then the person is asked.
"""

import msgspec

from dialogs.conditions import All, AnyOf, Compare, Fact, FieldValue, Literal
from dialogs.service import Field, Visibility
from dialogs.texts import ENGLISH, SWEDISH, LocalText

QUESTION, STOP = "old_enough", "too_young"

#: `dialogs` has no texts of its own to look in.
_ASK = {SWEDISH: "Har du fyllt {years} år?", ENGLISH: "Are you {years} or over?"}
_LABEL = {SWEDISH: "Har fyllt {years} år", ENGLISH: "Is {years} or over"}
_WHY = {
    SWEDISH: "Ditt samordningsnummer visar inte säkert hur gammal du är.",
    ENGLISH: "Your coordination number does not show for certain how old you are.",
}
_SAY = {
    SWEDISH: "För det här ärendet behöver du ha fyllt {years} år. Be en vårdnadshavare att logga in "
    "och göra det. Går det inte, eller är du själv förälder? Då hjälper vi dig. {customer_service}",
    ENGLISH: "For this matter you must be {years} or over. Ask a guardian to log in and do it. Is "
    "that not possible, or are you a parent yourself? Then we help you. {customer_service}",
}


class MinAge(msgspec.Struct, frozen=True, kw_only=True):
    """How old the filer must be, and what is said to who is younger."""

    years: int
    #: None: that a guardian can do it, and customer service helps.
    say: LocalText | None = None
    line: int = 0


def with_age_limit(fields: tuple[Field, ...], limit: MinAge | None) -> tuple[Field, ...]:
    """The fields with the limit's own after those that are asked before the login."""
    if limit is None:
        return fields
    first = next((at for at, field in enumerate(fields) if not field.before_login), len(fields))
    return (*fields[:first], *_fields(limit), *fields[first:])


def _fields(limit: MinAge) -> tuple[Field, Field]:
    years = Literal(limit.years)
    may_be_younger = Compare(Fact("person.age_at_least"), "less_than", years)
    may_be_old_enough = Compare(Fact("person.age_at_most"), "at_least", years)
    is_younger = Compare(Fact("person.age_at_most"), "less_than", years)
    said_no = Compare(FieldValue(QUESTION), "is", Literal(False))
    question = Field(
        id=QUESTION,
        type="yes_no",
        ask=_filled(_ASK, limit),
        label=_filled(_LABEL, limit),
        why=_filled(_WHY, limit),
        when=All((may_be_younger, may_be_old_enough)),
        # Nobody else need know what sort of number the filer has.
        visibility=Visibility.PRIVATE,
        line=limit.line,
    )
    stop = Field(
        id=STOP,
        type="stop",
        ask=limit.say or _filled(_SAY, limit),
        when=AnyOf((is_younger, said_no)),
        line=limit.line,
    )
    return question, stop


def _filled(sentences: dict[str, str], limit: MinAge) -> LocalText:
    return LocalText(
        {
            language: sentence.replace("{years}", str(limit.years))
            for language, sentence in sentences.items()
        }
    )
