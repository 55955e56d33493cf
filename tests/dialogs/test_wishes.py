"""From a wish in the person's own words to a service that has begun (rows 7, 17, 18 and 20)."""

from collections.abc import Callable

import pytest

from tests.talking import Person

Begin = Callable[..., Person]
LAMP = "gatlyktan utanför Torggatan 2 är sönder"


def finish_or_leave(someone: Person) -> None:
    someone.say("avbryt")
    someone.tap_label("Spara utkastet")


def test_what_the_wish_already_said_is_shown_and_kept_when_agreed_to(person: Begin) -> None:
    someone = person()
    someone.say(LAMP)
    assert "Felanmälan gata, park och belysning" in someone.text
    someone.say("ja")
    # The introduction comes first, and nothing is kept before the person has seen it.
    assert "Det tar ungefär" in someone.text
    assert f"Beskrivning: {LAMP}" in someone.text
    assert "beskrivning" not in someone.answers
    someone.say("ja")
    assert someone.answers["beskrivning"] == LAMP
    assert someone.path not in (None, "beskrivning")


def test_a_tapped_offer_carries_the_wish_too(person: Begin) -> None:
    someone = person()
    someone.say(LAMP)
    someone.tap_label("Ja, börja")
    assert f"Beskrivning: {LAMP}" in someone.text


def test_what_is_not_agreed_to_is_asked(person: Begin) -> None:
    someone = person()
    someone.say(LAMP)
    someone.say("ja")
    someone.say("nej")
    assert "beskrivning" not in someone.answers
    assert someone.path == "typ"


@pytest.mark.parametrize("wish", ["jag vill lämna en synpunkt", "synpunkt", "lämna ett klagomål"])
def test_a_wish_that_only_names_the_service_answers_nothing(person: Begin, wish: str) -> None:
    someone = person()
    someone.say(wish)
    someone.say("ja")
    assert someone.draft is not None
    assert someone.path == "typ"


def test_of_several_needs_one_is_begun_and_the_others_are_offered_afterwards(person: Begin) -> None:
    someone = person()
    someone.say(f"vi ska gifta oss i sommar och {LAMP}")
    assert "Vilken ska vi börja med?" in someone.text
    labels = [choice.label for choice in someone.last.choices or ()]
    assert labels == ["Boka borgerlig vigsel", "Felanmälan gata, park och belysning"]
    someone.say("felanmälan")
    # Only what was said about this one is read for answers.
    assert f"Beskrivning: {LAMP}" in someone.text
    someone.say("ja")
    finish_or_leave(someone)
    assert "Du ville också göra det här: Boka borgerlig vigsel" in someone.text
    someone.say("ja")
    assert someone.draft is not None
    assert someone.draft.service == "vigsel"


def test_the_others_are_forgotten_when_they_are_not_wanted(person: Begin) -> None:
    someone = person()
    someone.say(f"vi ska gifta oss i sommar och {LAMP}")
    someone.say("2")
    finish_or_leave(someone)
    someone.say("nej")
    someone.say("hej då")
    assert "Du ville också" not in someone.text
    assert someone.conversation.wishes == {}


def test_one_of_three_suggestions_carries_the_wish(person: Begin) -> None:
    someone = person()
    someone.say("fritids")
    assert 2 <= len(someone.last.choices or ()) <= 4
    assert "Menar du något av det här?" in someone.text
    pending = someone.conversation.pending
    assert pending is not None
    assert pending.about == "fritids"


@pytest.mark.parametrize(
    ("wish", "whose"),
    [
        ("hur ansöker jag om föräldrapenning", "Försäkringskassan"),
        ("jag vill göra en flyttanmälan", "Skatteverket"),
        ("boka tid hos läkaren på vårdcentralen", "1177"),
        ("min cykel är stulen", "Polisen"),
        ("xyzzy plugh", "Jag förstår inte riktigt"),
    ],
)
def test_what_is_not_the_municipalitys_gets_a_way_out_to_a_human(
    person: Begin, wish: str, whose: str
) -> None:
    someone = person()
    someone.say(wish)
    assert whose in someone.text
    assert "0612-800 00" in someone.text
    assert "måndag till torsdag" in someone.text
    assert someone.draft is None


@pytest.mark.parametrize("question", ["vad kan du göra", "what can you do", "tjänster"])
def test_what_can_be_done_here_is_told_by_category(person: Begin, question: str) -> None:
    someone = person()
    someone.say(question)
    labels = [choice.label for message in someone.heard for choice in message.choices or ()]
    assert len(labels) >= 5
    someone.tap(next(c.value for m in someone.heard for c in m.choices or () if ":" in c.value))
    values = [choice.value for choice in someone.last.choices or ()]
    assert any(value.startswith("service:") for value in values)


@pytest.mark.parametrize(
    "question",
    [
        "vem ser min adress",
        "Vem kan se mitt personnummer?",
        "ser grannen min adress?",
        "vem läser det jag skriver här",
    ],
)
def test_who_sees_an_address_is_no_change_of_address(person: Begin, question: str) -> None:
    someone = person()
    someone.say(question)
    assert "Den enhet som tar emot ärendet läser det." in someone.text
    assert "Skatteverket" not in someone.text


def test_who_writes_in_another_language_is_answered_in_it(person: Begin) -> None:
    someone = person()
    someone.say("who can see my address?")
    assert "The unit that receives the case reads it." in someone.text
    assert someone.conversation.language == "en"
    someone.say("jag vill anmäla att en gatlykta är trasig")
    assert "Nu svarar jag på svenska." in someone.text
    assert "Felanmälan gata" in someone.text


@pytest.mark.parametrize("wish", ["bygglov", "report", "my pages", "jag vill report ett fault"])
def test_a_word_or_two_do_not_change_the_language(person: Begin, wish: str) -> None:
    someone = person()
    someone.say(wish)
    assert someone.conversation.language == "sv"


def test_a_change_of_address_is_still_skatteverkets(person: Begin) -> None:
    someone = person()
    someone.say("ändra min adress")
    assert "Skatteverket" in someone.text


@pytest.mark.parametrize("said", ["ja", "nej", "ok", "Okej.", "nej tack", "japp", "ja tack"])
def test_a_bare_yes_or_no_at_the_menu_is_asked_what_about(person: Begin, said: str) -> None:
    someone = person()
    someone.say(said)
    assert someone.text == "Vad vill du ha hjälp med?"
    assert someone.button("Visa alla e-tjänster")


@pytest.mark.parametrize(
    "said",
    [
        "varför?",
        "Varför måste jag logga in?",
        "men varför behöver ni det",
        "varför krävs bankid?",
        "vad ska ni ha det till?",
        "why do you need that?",
        "Why do I have to log in?",
    ],
)
def test_why_at_the_login_is_told_and_the_link_given_again(person: Begin, said: str) -> None:
    someone = person("skolbyte")
    someone.say("nej")
    assert someone.talk.needs_login
    someone.say(said)
    assert "ingen annan kan ansöka i ditt namn" in someone.text
    assert [link.purpose for link in someone.last.links or ()] == ["login"]


def test_why_about_something_else_is_not_about_the_login(person: Begin) -> None:
    someone = person("skolbyte")
    someone.say("nej")
    someone.say("varför är vattnet brunt?")
    assert "i ditt namn" not in someone.text


def test_abuse_alone_gets_a_dignified_reply_and_a_way_to_complain(person: Begin) -> None:
    someone = person()
    someone.say("ni är idioter hela bunten")
    assert "Vill du klaga?" in someone.text
    assert "förstår inte riktigt" not in someone.text


def test_a_yes_to_several_is_asked_which(person: Begin) -> None:
    someone = person()
    someone.say("Jag heter Kim Ek, mitt barn Lo Ek ska börja på Nylands skola för att vi flyttar")
    offered = someone.last.choices
    someone.say("ja")
    assert someone.last.choices == offered


@pytest.mark.parametrize(
    ("wish", "title"),
    [
        ("hej min unge mobbas asså vi måste byta skola NU", "Ansökan om byte av skola"),
        (
            "God dag, jag är 83 år och gatlampan utanför mitt hus på Kungsgatan 12 har slocknat. "
            "Kan Ni hjälpa mig?",
            "Felanmälan gata, park och belysning",
        ),
    ],
)
def test_wishes_of_the_conversations_that_were_held_by_hand(
    person: Begin, wish: str, title: str
) -> None:
    someone = person()
    someone.say(wish)
    assert title in someone.text
