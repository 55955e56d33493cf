"""Voice messages: read back, confirmed, and then heard as if written; nothing is lost by speaking."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.events import Spoke, TakenOver
from dialogs.world import World
from tests.talking import Person


@pytest.fixture
def person(world: World) -> Person:
    person = Person(world, service="synpunkt", channel="telegram")
    person.tap("berom")
    person.say("skola")
    assert person.path == "text"
    return person


def speak(person: Person, text: str) -> None:
    person.happens(Spoke(text=text))


def test_what_was_heard_is_read_back_and_kept_once_confirmed(person: Person) -> None:
    speak(person, "Skolgården i Nyland är fin.")
    assert "Jag hörde: ”Skolgården i Nyland är fin.”. Stämmer det?" in person.text
    assert person.path == "text"
    assert person.kept == "🎤 Skolgården i Nyland är fin."
    person.tap_label("Ja, det stämmer")
    assert person.answers["text"] == "Skolgården i Nyland är fin."


def test_yes_may_be_written(person: Person) -> None:
    speak(person, "Skolgården i Nyland är fin.")
    person.say("ja")
    assert person.answers["text"] == "Skolgården i Nyland är fin."


@pytest.mark.parametrize("no", ["nej", "Nej."])
def test_no_lets_it_be_said_again(person: Person, no: str) -> None:
    speak(person, "Skolgårn i Ny land")
    person.say(no)
    assert "en gång till" in person.text
    speak(person, "Skolgården i Nyland är fin.")
    person.tap_label("Ja, det stämmer")
    assert person.answers["text"] == "Skolgården i Nyland är fin."


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("Den nya skolgården är fin.", "Den nya skolgården är fin."),
        ("nej, jag menade den nya skolgården", "den nya skolgården"),
        ("nej, den nya skolgården är fin", "den nya skolgården är fin"),
    ],
)
def test_it_may_be_written_instead(person: Person, written: str, kept: str) -> None:
    speak(person, "Skolgårn i Ny land")
    person.say(written)
    assert person.answers["text"] == kept


def test_a_spoken_word_that_always_works_works(person: Person) -> None:
    speak(person, "tillbaka")
    person.say("ja")
    assert person.path != "text"


def test_a_service_is_found_by_voice(world: World) -> None:
    person = Person(world, channel="telegram")
    speak(person, "mitt barn ska byta skola")
    person.say("ja")
    assert "Ansökan om byte av skola" in person.text


def test_what_was_pending_is_pending_again(world: World) -> None:
    person = Person(world, channel="telegram")
    person.say("mitt barn ska byta skola")
    pending = person.conversation.pending
    assert pending is not None
    speak(person, "ja tack")
    speak(person, "ja")
    person.tap_label("Nej, jag säger det igen")
    assert person.conversation.pending == pending
    speak(person, "ja")
    person.say("ja")
    assert "skyddade personuppgifter" in person.text


def test_gathered_files_are_not_lost_by_speaking(world: World) -> None:
    person = Person(world, service="felanmalan", channel="telegram")
    for text in ("skräp", "Torget i Kramfors", "Det ligger glas överallt."):
        person.say(text)
    person.attach("a.jpg")
    speak(person, "klar")
    person.say("ja")
    assert [each["name"] for each in person.answers["bild"]] == ["a.jpg"]


def test_danger_is_warned_of_before_anything_is_confirmed(person: Person) -> None:
    speak(person, "Hjälp, det brinner i huset!")
    assert "112" in person.heard[0].text
    assert "Stämmer det?" in person.last.text


@pytest.mark.parametrize(
    ("why", "told"),
    [
        ("none", "Jag kan inte lyssna på röstmeddelanden. Skriv gärna"),
        ("failed", "Felet är hos oss"),
        ("too_long", "högst fem minuter"),
        (None, "inga ord"),
    ],
)
def test_without_words_the_same_question_stands(person: Person, why: str, told: str) -> None:
    before = person.answers
    person.happens(Spoke(why=why))  # type: ignore[arg-type]  # one of the literals
    assert told in person.text
    assert "Skriv din synpunkt." in person.last.text
    assert person.answers == before
    person.say("Skolgården i Nyland är fin.")
    assert person.answers["text"] == "Skolgården i Nyland är fin."


def sensitive(world: World, channel: str) -> Person:
    person = Person(world, service="skolbyte", channel=channel)
    person.say("nej")
    person.tap("login_later")
    for text in ("Kim Ek", "20150314-2380", "Nylands skola", "Ullångers skola", "om två månader"):
        person.say(text)
    person.say("Barnet trivs inte")
    assert person.question is not None
    assert person.question.field.sensitive
    return person


def test_a_sensitive_answer_is_neither_echoed_nor_kept(world: World) -> None:
    person = sensitive(world, "telegram")
    path = person.path
    speak(person, "KANARIEFÅGEL")
    assert "KANARIE" not in person.text
    assert person.kept == "•••"
    assert any(link.purpose == "secure-answer" for link in person.last.links or ())
    assert path not in person.answers
    person.say("ja")
    assert "KANARIE" not in str(person.conversation)
    assert "KANARIE" not in str(person.draft)


def test_on_our_own_page_it_is_taken(world: World) -> None:
    person = sensitive(world, "web")
    path = person.path
    assert path is not None
    speak(person, "Det är bråk på rasterna.")
    person.say("ja")
    assert person.answers[path] == "Det är bråk på rasterna."


def test_who_has_taken_over_reads_it_at_once(person: Person) -> None:
    person.happens(TakenOver(officer="Karin"))
    speak(person, "Jag undrar om skolgården.")
    assert person.kept == "🎤 Jag undrar om skolgården."
    assert person.heard == ()
    assert person.conversation.pending is None


@pytest.mark.parametrize("text", ["", "nej det var fel"])
def test_what_was_not_understood_leaves_the_question_standing(person: Person, text: str) -> None:
    speak(person, text)
    if text:
        person.tap_label("Nej, jag säger det igen")
    assert person.last.input is not None
    assert person.last.input.field == "text"


@given(st.text(max_size=200), st.text(max_size=50))
def test_whatever_is_heard_and_answered_nothing_breaks(
    world: World, spoken: str, written: str
) -> None:
    person = Person(world, service="synpunkt", channel="telegram")
    speak(person, spoken)
    person.say(written)
    pending = person.conversation.pending
    assert pending is None or pending.kind != "spoken"
