from hypothesis import given
from hypothesis import strategies as st

from dialogs.fields.base import Accepted, Given, Refused, Unsure
from dialogs.fields.option_matching import match_option
from dialogs.messages import Choice
from dialogs.service import Option
from dialogs.texts import LocalText
from tests.dialogs.fields.answering import TYPES, answer, asking, field, parse, show

ANIMALS = {"options": {"hund": "Hund", "katt": "Katt", "hast": "Häst"}}
OPEN = {**ANIMALS, "other": "Annat djur"}
CUSTODY = (
    Option("gemensam", LocalText({"sv": "Gemensam", "en": "Joint"}), words=("delad",)),
    Option("ensam", LocalText({"sv": "Ensam", "en": "Sole"})),
)


def test_taps_are_values() -> None:
    assert answer("yes_no", Given(choice="yes")) == Accepted(True)
    assert answer("yes_no", Given(choice="no")) == Accepted(False)
    assert answer("choice", Given(choice="katt"), ANIMALS) == Accepted("katt")
    assert answer("choices", Given(choices=("katt", "hund")), ANIMALS) == Accepted(["hund", "katt"])


def test_a_tap_on_the_free_alternative_asks_for_its_text() -> None:
    assert answer("choice", Given(choice="other"), OPEN) == Refused("write_other")
    assert answer("choices", Given(choices=("katt", "other")), OPEN) == Refused("write_other")
    both = Given(choices=("katt", "other"), text="fisk")
    assert answer("choices", both, OPEN) == Accepted(["katt", {"other": "fisk"}])


def test_a_tap_that_no_alternative_has_is_refused() -> None:
    assert isinstance(answer("choice", Given(choice="elefant"), ANIMALS), Refused)


def test_text_that_is_near_no_option_is_the_free_alternative() -> None:
    assert parse("choice", "sköldpadda", OPEN) == Accepted({"other": "sköldpadda"})
    assert isinstance(parse("choice", "sköldpadda", ANIMALS), Refused)


def test_text_that_is_near_an_option_is_asked_about_and_kept() -> None:
    assert parse("choice", "hundvalp", OPEN) == Unsure(("hund", {"other": "hundvalp"}))
    assert parse("choice", "hundar", OPEN) == Accepted("hund")


def test_alternatives_are_offered_in_the_language() -> None:
    assert TYPES["yes_no"].choices(field("yes_no"), asking("en")) == (
        Choice("yes", "Yes"),
        Choice("no", "No"),
    )
    offered = TYPES["choice"].choices(field("choice", OPEN), asking())
    assert offered[-1] == Choice("other", "Annat djur")


def test_an_option_is_found_in_either_language_and_by_its_other_words() -> None:
    for written in ("joint", "gemensam", "delad"):
        assert match_option(written, CUSTODY).options == (0,)


def test_a_word_that_turns_the_meaning_is_no_slip_of_the_keyboard() -> None:
    options = {"options": {"ogift": "Ogift", "skild": "Skild"}}
    assert not isinstance(parse("choice", "gift", options), Accepted)
    days = {"options": {"a": "2 dagar", "b": "10 veckor"}}
    assert not isinstance(parse("choice", "3 dagar", days), Accepted)
    assert not isinstance(parse("choice", "inte hund", ANIMALS), Accepted)


def test_labels_that_hold_the_word_och_stay_whole() -> None:
    options = {"options": {"hs": "Hund och sele", "hund": "Hund", "katt": "Katt"}}
    assert parse("choices", "hund och sele, katt", options) == Accepted(["hs", "katt"])


def test_the_order_is_kept_when_it_means_something() -> None:
    assert parse("choices", "häst, hund", {**ANIMALS, "ordered": True}) == Accepted(
        ["hast", "hund"]
    )
    assert parse("choices", "häst, hund", ANIMALS) == Accepted(["hund", "hast"])


def test_a_refusal_says_how_many() -> None:
    assert parse("choices", "hund", {**ANIMALS, "min": 2}) == Refused(
        "choices_too_few", {"min": 2, "count": 1}
    )
    assert parse("choices", "alla", {**ANIMALS, "max": 2}) == Refused(
        "choices_too_many", {"max": 2, "count": 3}
    )


def test_a_list_is_shown_as_people_write_it() -> None:
    value = ["hund", "katt", {"other": "fisk"}]
    assert show("choices", value, OPEN) == "Hund, Katt och Annat djur: fisk"
    assert show("choices", ["katt", "hund"], {**ANIMALS, "ordered": True}) == "1. Katt, 2. Hund"
    assert show("yes_no", False) == "Nej"


def test_a_definition_that_cannot_be_answered_is_complained_about() -> None:
    assert TYPES["choices"].check(field("choices", {**ANIMALS, "min": 4}))
    assert TYPES["choice"].check(field("choice", {"options": {"other": "Annat"}, "other": "Annat"}))
    assert TYPES["choice"].check(field("choice", OPEN)) == ()


@given(st.lists(st.sampled_from(["hund", "katt", "hast"]), min_size=1, unique=True))
def test_a_shown_list_reads_as_itself(values: list[str]) -> None:
    in_order = [each for each in ("hund", "katt", "hast") if each in values]
    assert parse("choices", show("choices", in_order, ANIMALS), ANIMALS) == Accepted(in_order)


@given(st.text(max_size=40))
def test_a_choice_is_one_of_the_options(written: str) -> None:
    outcome = parse("choice", written, ANIMALS)
    if isinstance(outcome, Accepted):
        assert outcome.value in ANIMALS["options"]
