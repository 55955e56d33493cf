"""While a human answers, only danger makes the assistant speak (rows 20-22)."""

from dialogs.events import HumanReplied, HumanSaid, TakenOver
from tests.dialogs.test_persona_findings import Begin, at_school_change
from tests.talking import START, Person


def taken(person: Begin) -> Person:
    someone = at_school_change(person, "Lo Ek")
    someone.happens(TakenOver(officer="Karin"))
    return someone


def test_danger_is_warned_of_and_the_draft_stays(person: Begin) -> None:
    someone = taken(person)
    someone.say("det brinner hemma hos mig")
    assert "112" in someone.text
    someone.say("20150314-2380")
    assert someone.heard == ()
    assert someone.path == "barn_personnummer"
    someone.say("avsluta samtalet")
    assert someone.last.input is not None
    assert someone.last.input.field == "barn_personnummer"


def test_a_word_that_would_be_a_command_is_for_the_human(person: Begin) -> None:
    someone = taken(person)
    before = someone.answers
    for words in ("hjälp", "ångra", "status", "nej", "tack"):
        someone.say(words)
        assert someone.heard == ()
    assert someone.answers == before


def test_files_are_refused_kindly(person: Begin) -> None:
    someone = taken(person)
    someone.attach("a.pdf")
    assert "kan inte ta emot filer här" in someone.text


def test_the_humans_words_are_the_humans(person: Begin) -> None:
    someone = taken(person)
    said = someone.happens(HumanSaid(officer="Karin", text="Hej!"))
    assert (said.sender, said.text) == ("officer", "Karin, kundtjänst: Hej!")


def test_an_answer_to_a_message_leaves_the_question_where_it_was(person: Begin) -> None:
    someone = at_school_change(person, "Lo Ek")
    replied = HumanReplied(officer="Karin", text="Ja.", about="Får man?", asked_at=START)
    assert someone.happens(replied).sender == "officer"
    someone.say("20150314-2380")
    assert someone.answers["barn_personnummer"] == "201503142380"


def test_in_a_messenger_nothing_sensitive_is_asked_for(person: Begin) -> None:
    someone = person("skolbyte", channel="telegram")
    someone.happens(TakenOver(officer="Karin"))
    assert "Skriv inget känsligt" in someone.text


def test_closed_customer_service_says_when_it_opens(person: Begin) -> None:
    someone = at_school_change(person, "Lo Ek")
    someone.wait(hours=20)
    someone.say("prata med en människa")
    assert "Kundtjänst öppnar" in someone.text
    assert "Prata med någon nu" not in [each.label for each in someone.last.choices or ()]
