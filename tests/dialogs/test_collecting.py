"""Several files for one question: told what may be sent, gathered, reviewed, taken away."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.events import Said
from dialogs.fields.base import FileGiven
from dialogs.file_talk import Removal, asks_for_files, read_removal
from dialogs.world import World
from tests.talking import Person, a_file

#: Felanmälan: three pictures at most, optional.
TO_THE_PHOTOS = ("skräp", "Torget i Kramfors", "Det ligger glas överallt.")


@pytest.fixture
def person(world: World) -> Person:
    person = Person(world, service="felanmalan")
    for text in TO_THE_PHOTOS:
        person.say(text)
    assert person.path == "bild"
    return person


def names(person: Person) -> list[str]:
    return [each["name"] for each in person.answers["bild"]]


# ── Before the first file ─────────────────────────────────────────────────────────────────────


def test_kinds_size_and_number_are_told_with_the_question(person: Person) -> None:
    asked = person.last.text
    for told in ("upp till 3 filer", "JPG, PNG och HEIC", "högst 10 MB", "Bilder från mobilen"):
        assert told in asked


def test_they_are_told_in_english_too(world: World) -> None:
    person = Person(world, service="felanmalan", language="en")
    for text in ("litter", "The square in Kramfors", "There is glass everywhere."):
        person.say(text)
    assert "JPG, PNG and HEIC" in person.last.text
    assert "10 MB" in person.last.text


# ── Gathering ─────────────────────────────────────────────────────────────────────────────────


def test_files_are_listed_with_numbers_and_sizes(person: Person) -> None:
    person.attach("a.jpg", "b.jpg")
    assert "1. a.jpg (1 kB)\n2. b.jpg (1 kB)" in person.text
    labels = [choice.label for choice in person.last.choices or ()]
    assert labels == ["Klar", "Ta bort a.jpg", "Ta bort b.jpg"]


def test_the_last_that_fits_ends_the_gathering_and_all_are_told(person: Person) -> None:
    person.attach("a.jpg", "b.jpg")
    person.attach("c.png")
    assert "3. c.png" in person.text
    assert names(person) == ["a.jpg", "b.jpg", "c.png"]
    assert person.path != "bild"


def test_what_does_not_fit_is_told_and_the_rest_is_kept(person: Person) -> None:
    person.attach("a.jpg", "b.jpg")
    person.attach("c.png", "d.png")
    assert person.last.problem
    assert "d.png" in person.text
    assert "3. c.png" in person.text
    person.say("klar")
    assert names(person) == ["a.jpg", "b.jpg", "c.png"]


def test_a_file_of_another_kind_takes_no_good_one_with_it(person: Person) -> None:
    person.attach("a.jpg", "virus.exe")
    assert person.last.problem
    assert "virus.exe" in person.text
    assert "1. a.jpg" in person.text
    person.tap("done")
    assert names(person) == ["a.jpg"]


def test_the_same_file_again_is_kept_once(person: Person) -> None:
    person.attach("a.jpg")
    person.attach("a.jpg")
    assert "Samma fil" in person.text
    person.say("klar")
    assert names(person) == ["a.jpg"]


def test_a_turned_heic_fits_where_only_heic_is_named(person: Person) -> None:
    # What is sent as HEIC is kept as JPEG.
    person.attach("IMG_1.jpg")
    assert not person.last.problem


@pytest.mark.parametrize("said", ["klar", "hoppa över", "inga fler", "gå vidare"])
def test_leaving_the_question_keeps_what_was_sent(person: Person, said: str) -> None:
    person.attach("a.jpg")
    person.say(said)
    assert names(person) == ["a.jpg"]


def test_going_back_in_between_loses_no_file(person: Person) -> None:
    person.attach("a.jpg")
    person.say("tillbaka")
    assert person.path == "beskrivning"
    person.say("Det ligger mycket glas överallt.")
    assert person.path == "bild"
    assert "a.jpg" in person.last.text
    person.say("klar")
    assert names(person) == ["a.jpg"]


def test_a_needed_file_is_asked_for_until_it_comes(world: World) -> None:
    person = at_the_certificate(world)
    person.attach("intyg.pdf")
    person.say("ta bort 1")
    person.say("klar")
    assert person.last.problem
    person.attach("intyg.pdf")
    person.say("klar")
    assert [each["name"] for each in person.answers["intyg"]] == ["intyg.pdf"]


def test_a_file_where_none_is_asked_for_is_told_of(world: World) -> None:
    person = Person(world, service="felanmalan")
    person.attach("a.jpg")
    assert "a.jpg" in person.text
    assert "kan inte ta emot filer" in person.text


def test_one_file_too_many_is_told_how_to_get_in(person: Person) -> None:
    person.attach("a.jpg", "b.jpg", "c.jpg")
    asked = person.path
    person.attach("d.jpg")
    assert "d.jpg" in person.text
    assert "ändra Foto" in person.text
    assert person.path == asked


def test_words_beside_such_a_file_are_heard(world: World) -> None:
    person = Person(world, service="felanmalan")
    for text in TO_THE_PHOTOS[:-1]:
        person.say(text)
    person.happens(Said(text="Det ligger glas överallt.", files=(a_file("a.jpg"),)))
    assert "kan inte ta emot filer" in person.text
    assert person.answers["beskrivning"] == "Det ligger glas överallt."


# ── Reviewing and taking away ─────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "said",
    ["ta bort 2", "Ta bort fil 2", "ta bort bild nr 2", "ta bort b.jpg", "ta bort B", "radera 2",
     "ta bort den andra bilden", "ta bort sista filen", "remove 2", "ångra"],
)  # fmt: skip
def test_one_is_taken_away_by_talk(person: Person, said: str) -> None:
    person.attach("a.jpg", "b.jpg")
    person.say(said)
    assert "b.jpg" not in person.text
    person.say("klar")
    assert names(person) == ["a.jpg"]


def test_undo_brings_a_file_back_that_was_taken_away(person: Person) -> None:
    person.attach("a.jpg")
    person.attach("b.jpg")
    person.say("ta bort 1")
    person.say("ta bort 1")
    assert "inga filer kvar" in person.text
    person.say("ångra")
    person.say("ångra")
    assert "1. a.jpg (1 kB)\n2. b.jpg (1 kB)" in person.text
    person.say("ångra")
    assert "b.jpg" not in person.text
    person.say("klar")
    assert names(person) == ["a.jpg"]


def test_undo_brings_a_file_back_that_was_taken_away_while_changing(person: Person) -> None:
    person.attach("a.jpg", "b.jpg")
    person.say("klar")
    person.say("ändra foto")
    person.say("ta bort 1")
    person.say("ångra")
    person.say("klar")
    assert names(person) == ["a.jpg", "b.jpg"]


def test_undo_of_all_files_goes_on_to_the_answer_before(person: Person) -> None:
    before = dict(person.answers)
    person.attach("a.jpg")
    person.say("ångra")
    assert "inga filer kvar" in person.text
    person.say("ångra")
    assert len(person.answers) < len(before)


@pytest.mark.parametrize("said", ["ta bort 7", "ta bort bilden", "ta bort fil 0"])
def test_it_is_asked_which_when_that_is_not_certain(person: Person, said: str) -> None:
    person.attach("a.jpg", "b.jpg")
    person.say(said)
    assert "vilken fil du menar" in person.text
    person.tap_label("Ta bort a.jpg")
    person.say("klar")
    assert names(person) == ["b.jpg"]


def test_the_only_picture_needs_no_number(person: Person) -> None:
    person.attach("a.jpg")
    person.say("ta bort bilden")
    assert "inga filer kvar" in person.text
    person.say("hoppa över")
    assert person.answers["bild"] is None


@pytest.mark.parametrize("said", ["visa filer", "Visa mina bilder", "vilka filer har jag skickat?"])
def test_files_are_shown_wherever_one_is(person: Person, said: str) -> None:
    person.say(said)
    assert "inte fått några filer" in person.text
    person.attach("a.jpg", "b.jpg")
    person.say(said)
    assert "1. a.jpg (1 kB): Foto\n2. b.jpg (1 kB): Foto" in person.text
    person.say("klar")
    asked = person.path
    person.say(said)
    assert "2. b.jpg (1 kB): Foto" in person.text
    assert person.path == asked


def test_a_file_is_taken_out_of_an_answer_and_put_back(person: Person) -> None:
    person.attach("a.jpg", "b.jpg")
    person.say("klar")
    asked = person.path
    person.say("ta bort bild 1")
    assert "tagit bort a.jpg" in person.text
    assert names(person) == ["b.jpg"]
    assert person.path == asked
    person.say("ångra")
    assert names(person) == ["a.jpg", "b.jpg"]


def test_a_button_of_the_list_takes_away_too(person: Person) -> None:
    person.attach("a.jpg")
    person.say("klar")
    person.say("visa filer")
    person.tap_label("Ta bort a.jpg")
    assert person.answers["bild"] is None


def test_the_only_file_of_a_needed_answer_is_asked_for_again(world: World) -> None:
    person = at_the_certificate(world)
    path = person.path
    person.attach("intyg.pdf")
    person.say("klar")
    assert person.path != path
    person.say("ta bort intyg.pdf")
    assert person.path == path
    assert path not in person.answers


def test_changing_begins_with_what_was_sent(person: Person) -> None:
    person.attach("a.jpg", "b.jpg")
    person.say("klar")
    person.say("ändra foto")
    assert person.path == "bild"
    assert person.button("Ta bort a.jpg")
    person.attach("c.jpg")
    assert names(person) == ["a.jpg", "b.jpg", "c.jpg"]


@pytest.mark.parametrize("said", ["klar", "ta bort 1"])
def test_changing_nothing_or_taking_one_away_loses_no_other(person: Person, said: str) -> None:
    person.attach("a.jpg", "b.jpg")
    person.say("klar")
    person.say("ändra foto")
    person.say(said)
    person.say("klar")
    assert names(person)[-1] == "b.jpg"
    assert person.path != "bild"


def test_ta_bort_about_something_else_is_no_file(person: Person) -> None:
    person.attach("a.jpg")
    person.say("klar")
    person.say("ta bort mina uppgifter")
    assert names(person) == ["a.jpg"]
    assert "filer" not in person.text


def at_the_certificate(world: World) -> Person:
    """Vigsel, up to the certificate, which is needed."""
    person = Person(world, service="vigsel")
    person.say("nej")
    person.log_in()
    for text in ("Bo Ek", "850212-2388", "0701740607", "ja, vi har intyget", "2026-11-02"):
        person.say(text)
    assert person.path == "intyg"
    return person


# ── Reading ───────────────────────────────────────────────────────────────────────────────────

FILES = tuple(
    FileGiven(name, name, 1000, "", name) for name in ("Ritning A.pdf", "ritning b.pdf", "a.jpg")
)


@pytest.mark.parametrize(
    ("text", "bare", "place"),
    [
        ("ta bort 3", True, 2),
        ("ta bort fil 3", False, 2),
        ("ta bort ritning a", False, 0),
        ("Ta bort RITNING B.PDF!", False, 1),
        ("delete the last picture", False, 2),
        ("ta bort första bilden", False, 0),
    ],
)
def test_a_file_is_meant(text: str, bare: bool, place: int) -> None:
    assert read_removal(text, FILES, bare=bare) == Removal(place)


@pytest.mark.parametrize("text", ["ta bort fil 4", "ta bort filen", "ta bort den fjärde bilden"])
def test_some_file_is_meant(text: str) -> None:
    assert read_removal(text, FILES, bare=False) == Removal()


def test_how_several_names_begin_is_not_enough() -> None:
    assert read_removal("ta bort ritning", FILES, bare=True) == Removal()
    assert read_removal("ta bort ritning", FILES, bare=False) is None


@pytest.mark.parametrize(
    "text", ["ta bort 3", "ta bort mina uppgifter", "ta bort barnet", "bild 2"]
)
def test_no_file_is_meant(text: str) -> None:
    assert read_removal(text, FILES, bare=False) is None
    assert not asks_for_files(text)


@given(st.text(max_size=60), st.booleans())
def test_any_words_are_read_or_are_not_about_files(text: str, bare: bool) -> None:
    for said in (text, "ta bort " + text):
        removal = read_removal(said, FILES, bare=bare)
        assert removal is None or removal.place in (None, 0, 1, 2)
        assert asks_for_files(said) in (True, False)
