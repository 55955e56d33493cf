"""Which of the assistant's own alternatives a person means: tapped, numbered, typed or misspelt."""

from collections.abc import Sequence

from rapidfuzz import fuzz

from dialogs.fields.option_numbers import said_number
from dialogs.fields.writing import SHORT, bare
from dialogs.fields.yes_no_reading import read_yes_no
from dialogs.messages import Choice

#: How alike (0–100) a typed text must be to a label, and how much more than to the next.
_ALIKE = 82
_CLEARLY = 8


def pick(choices: Sequence[Choice], *, text: str, tapped: str | None) -> Choice | None:
    """The alternative that was meant; None when that is not clear."""
    if tapped is not None:
        return next((choice for choice in choices if choice.value == tapped), None)
    written = text.strip().strip(".!?").casefold()
    if not written:
        return None
    for choice in choices:
        if written in (choice.value.casefold(), choice.label.casefold()):
            return choice
    number = said_number(written) if len(written) <= SHORT else None
    if number is not None:
        return choices[number - 1] if 1 <= number <= len(choices) else None
    if len(written) > 60:
        return None
    ranked = sorted(
        (
            (fuzz.ratio(written, choice.label.casefold()), -place)
            for place, choice in enumerate(choices)
        ),
        reverse=True,
    )
    if not ranked or ranked[0][0] < _ALIKE:
        starting = [choice for choice in choices if choice.label.casefold().startswith(written)]
        return starting[0] if len(starting) == 1 and len(written) >= 3 else None
    if len(ranked) > 1 and ranked[0][0] - ranked[1][0] < _CLEARLY:
        return None
    return choices[-ranked[0][1]]


_YES = frozenset(
    {
        "ja",
        "japp",
        "jo",
        "jadå",
        "yes",
        "y",
        "j",
        "ok",
        "okej",
        "okay",
        "gärna",
        "stämmer",
        "precis",
        "a",
        "aa",
        "mm",
        "mhm",
        "yep",
    }
)
_NO = frozenset({"nej", "nä", "nej tack", "no", "n", "nix", "inte", "nope", "no thanks"})


def yes_or_no(*, text: str, tapped: str | None) -> bool | None:
    """Whether the assistant's own question was answered yes or no; None when neither."""
    said = (tapped if tapped is not None else text).strip().strip(".!").casefold()
    if said in _YES:
        return True
    if said in _NO:
        return False
    # "Ja tack, det vill jag gärna."
    meant, sure = read_yes_no(bare(said)) if tapped is None and len(said) <= SHORT else ((), False)
    return meant[0] if sure and len(meant) == 1 else None
