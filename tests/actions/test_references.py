"""References: not to be guessed, easy to read aloud, and a slip of the pen is noticed."""

from hypothesis import assume, given
from hypothesis import strategies as st

from actions.references import ALPHABET, check_character, new_reference, normalise

characters = st.text(st.sampled_from(ALPHABET), min_size=7, max_size=7)


def reference(random: str) -> str:
    whole = random + check_character(random)
    return f"K-{whole[:4]}-{whole[4:]}"


def test_new_references_differ_and_are_well_formed() -> None:
    made = {new_reference() for _ in range(2000)}
    assert len(made) == 2000
    assert all(normalise(each) == each for each in made)


def test_alphabet_has_no_characters_that_look_alike() -> None:
    assert not set(ALPHABET) & set("01OILU")
    assert len(set(ALPHABET)) == len(ALPHABET) == 30


@given(characters)
def test_reference_is_known_however_it_is_written(random: str) -> None:
    whole = reference(random)
    for written in (
        whole,
        whole.lower(),
        whole.replace("-", ""),
        whole.replace("-", " "),
        whole[2:],
    ):
        assert normalise(written) == whole
    assert normalise("") is None


@given(characters, st.integers(0, 7), st.sampled_from(ALPHABET))
def test_every_single_wrong_character_is_noticed(random: str, place: int, wrong: str) -> None:
    whole = random + check_character(random)
    assume(whole[place] != wrong)
    assert normalise(whole[:place] + wrong + whole[place + 1 :]) is None


@given(st.text(max_size=40))
def test_no_text_breaks_it(text: str) -> None:
    found = normalise(text)
    assert found is None or normalise(found) == found
