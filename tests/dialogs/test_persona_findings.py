"""What people met when they tried the assistant, and how it answers now."""

from collections.abc import Callable

import pytest

from tests.talking import ANNA, Person

Begin = Callable[..., Person]
NUMBER = "198502122388"


def at_school_change(person: Begin, *answers: str) -> Person:
    someone = person("skolbyte")
    someone.say("nej")
    someone.log_in()
    for answer in answers:
        someone.say(answer)
    return someone


SCHOOL = ("Lo Ek", "20150314-2380", "1", "2", "om en månad", "flytt")


@pytest.mark.parametrize("written", ["nej", "Nej tack.", "vet inte", "det har jag inte"])
def test_a_no_to_an_optional_text_leaves_it_unanswered(person: Begin, written: str) -> None:
    someone = at_school_change(person, *SCHOOL)
    assert someone.path == "skal_text"
    someone.say(written)
    assert someone.answers["skal_text"] is None
    assert "hoppar jag över" in someone.text


def test_lacking_a_phone_skips_an_optional_number(person: Begin) -> None:
    someone = at_school_change(person, *SCHOOL, "nej", "1", "Bo Ek", NUMBER)
    assert someone.path == "vardnadshavare2.phone"
    someone.say("har ingen mobil")
    assert someone.path == "vardnadshavare2.email"


def test_a_refused_optional_answer_says_that_it_can_be_skipped(person: Begin) -> None:
    someone = at_school_change(person, *SCHOOL, "nej", "1", "Bo Ek", NUMBER)
    assert "hoppa över" in someone.say("banan").text


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("min fru heter eva nord", "Eva Nord"),
        ("My fiancée's name is Mary-Ann O'Brien", "Mary-Ann O'Brien"),
        ("Den andra ägaren heter Eva Nord", "Eva Nord"),
    ],
)
def test_only_the_name_is_kept_of_a_sentence(person: Begin, written: str, kept: str) -> None:
    assert at_school_change(person, written).answers["barn_namn"] == kept


def test_a_wish_to_change_is_no_name(person: Begin) -> None:
    someone = at_school_change(person, "ändra Eva Nord")
    assert "barn_namn" not in someone.answers
    assert "Vilket svar vill du ändra?" in someone.text


def test_a_misspelt_change_offers_only_what_it_may_be_about(person: Begin) -> None:
    someone = at_school_change(
        person, *SCHOOL, "nej", "1", "Bo Ek", NUMBER, "0701740605", "0701740606"
    )
    someone.say("ändra personummret")
    offered = [choice.value for choice in someone.last.choices or ()]
    assert offered == ["change:barn_personnummer", "change:vardnadshavare2.personnummer"]
    someone.say("2")
    assert someone.path == "vardnadshavare2.personnummer"


def test_a_party_is_named_once_in_the_summary(person: Begin) -> None:
    someone = at_school_change(person, *SCHOOL, "nej", "1", "Bo Ek")
    someone.say("ändra")
    assert someone.button("Den andra vårdnadshavaren: namn")


def test_ones_own_number_is_not_the_other_partys(person: Begin) -> None:
    someone = at_school_change(person, *SCHOOL, "nej", "1", "Bo Ek")
    assert someone.say(ANNA.personnummer).problem
    assert "ditt eget personnummer" in someone.text
    assert someone.path == "vardnadshavare2.personnummer"


def test_two_owners_do_not_share_a_number(person: Begin) -> None:
    someone = person("bygglov")
    someone.say("nej")
    someone.log_in()
    for written in ("Kramfors Babel 1:2", "1", "tak", "Vi byter taket på huset", "nej"):
        someone.say(written)
    someone.attach("plan.pdf")
    for written in ("klar", "2", "2", "Bo Ek", NUMBER, "0701740605", "ja", "Eva Ek"):
        someone.say(written)
    assert someone.path == "agare.1.person.personnummer"
    assert someone.say(NUMBER).problem
    assert "redan" in someone.text


@pytest.mark.parametrize("written", ["Vad menar ni med det?", "varför?", "Är det viktigt?"])
def test_a_question_about_a_question_is_explained(person: Begin, written: str) -> None:
    someone = person("skolbyte")
    someone.say(written)
    assert "Svaret läses av" in someone.text
    assert not any(message.problem for message in someone.heard)
    assert someone.path == "skyddad"


def test_yes_and_no_have_no_third_alternative(person: Begin) -> None:
    someone = person("skolbyte")
    someone.say("Nej, det har jag inte vad jag vet.")
    assert [choice.label for choice in someone.last.choices or ()] == ["Ja", "Nej"]
    someone.say("nej")
    assert someone.answers["skyddad"] is False


def test_not_yet_is_no(person: Begin) -> None:
    someone = person("skolbyte")
    someone.say("nej, inte än")
    assert someone.answers["skyddad"] is False


@pytest.mark.parametrize("written", ["logga in senare", "hoppa över", "inte nu", "Sedan."])
def test_logging_in_later_can_be_said_in_own_words(person: Begin, written: str) -> None:
    someone = person("skolbyte")
    someone.say("nej")
    someone.say(written)
    assert someone.path == "barn_namn"
    assert "Det går bra" in someone.text


@pytest.mark.parametrize("written", ["vet inte", "fortsätt"])
def test_words_that_ask_nothing_get_no_lecture(person: Begin, written: str) -> None:
    someone = person("skolbyte")
    someone.say("nej")
    someone.say(written)
    assert "dataskyddsombud" not in someone.text
    assert "Varje svar sparas" not in someone.text


def test_continue_after_save_returns_to_the_question(person: Begin) -> None:
    someone = at_school_change(person, "Lo Ek")
    someone.say("spara")
    assert not someone.say("fortsätt").problem
    assert "Vilket personnummer har barnet?" in someone.text


def test_no_to_cancelling_goes_on(person: Begin) -> None:
    someone = at_school_change(person)
    someone.say("avbryt")
    someone.say("nej")
    assert someone.path == "barn_namn"
    assert not any(message.problem for message in someone.heard)


@pytest.mark.parametrize("written", ["ja", "behåll"])
def test_cancelling_keeps_the_draft_and_says_what_can_be_done(person: Begin, written: str) -> None:
    someone = at_school_change(person, "Lo Ek")
    someone.say("avbryt")
    someone.say(written)
    assert someone.draft is None
    assert [draft.answers["barn_namn"].value for draft in someone.drafts.values()] == ["Lo Ek"]
    assert "Vad vill du göra?" in someone.text


@pytest.mark.parametrize("written", ["english please", "på engelska", "Engelska"])
def test_a_language_that_is_offered_is_the_answer(person: Begin, written: str) -> None:
    someone = person("vigsel", language="en")
    someone.say("no")
    someone.log_in()
    for said in ("Mary Hill", NUMBER, "skip", "mary@example.com", "No, not yet", "2027-02-13"):
        someone.say(said)
    for said in ("14:30", "skip", "1"):
        someone.say(said)
    assert someone.path == "sprak"
    someone.say(written)
    if someone.conversation.pending:
        someone.say("yes")
    assert someone.answers["sprak"] == "engelska"


@pytest.mark.parametrize("written", ["hej", "Tack så mycket!", "hejdå"])
def test_small_talk_is_answered_in_kind_and_nothing_is_lost(person: Begin, written: str) -> None:
    someone = at_school_change(person)
    someone.say(written)
    assert someone.path == "barn_namn"
    assert not any(message.problem for message in someone.heard)
    home = person()
    home.say(written)
    assert "förstår inte" not in home.text


def test_an_offer_stands_while_something_else_is_asked(person: Begin) -> None:
    someone = person()
    someone.say("jag vill ansöka om parkeringstillstånd")
    someone.say("Kostar det någonting?")
    assert "Det kostar inget" in someone.text
    someone.say("Ja tack, det vill jag gärna.")
    assert someone.draft is not None
    assert someone.draft.service == "parkeringstillstand"


def test_an_old_button_is_no_text(person: Begin) -> None:
    someone = at_school_change(person)
    someone.tap("yes")
    assert "barn_namn" not in someone.answers
    assert "tidigare fråga" in someone.text
    report = person("felanmalan")
    report.say("1")
    report.say("Utanför Torggatan 2")
    assert report.path == "stolpe"
    report.tap("belysning")
    assert report.path == "stolpe"


def test_a_question_that_is_kept_as_a_text_is_said_so(person: Begin) -> None:
    someone = person("felanmalan")
    someone.say("1")
    someone.say("Utanför Torggatan 2")
    someone.say("varför blinkar den?")
    assert "Var det en fråga till mig?" in someone.text


def test_a_file_is_removed_by_name_and_the_rest_is_enough(person: Begin) -> None:
    someone = person("felanmalan")
    for written in ("2", "Utanför Torggatan 2", "Ett stort hål i vägen"):
        someone.say(written)
    someone.attach("foto.jpg", "plan.png")
    someone.say("ta bort plan")
    someone.say("nej det var alla")
    assert [file["name"] for file in someone.answers["bild"]] == ["foto.jpg"]


def test_the_number_of_the_only_alternative_agrees(person: Begin) -> None:
    someone = person("felanmalan")
    for written in ("2", "Utanför Torggatan 2", "Ett stort hål i vägen", "nej", "nej", "1"):
        someone.say(written)
    assert someone.is_at_summary


def test_as_soon_as_possible_is_the_first_day_that_is_allowed(person: Begin) -> None:
    someone = at_school_change(person, "Lo Ek", "20150314-2380", "1", "2", "så fort som möjligt")
    assert someone.last.text == "Menade du tisdag 24 november 2026?"


def test_a_property_may_be_told_with_the_municipality_last(person: Begin) -> None:
    someone = person("bygglov")
    someone.say("nej")
    someone.log_in()
    someone.say("Babel 1:2 i Kramfors")
    assert someone.answers["fastighet"] == "Kramfors Babel 1:2"


def test_me_is_the_person_who_is_logged_in(person: Begin) -> None:
    someone = person("bygglov")
    someone.say("nej")
    someone.log_in()
    for written in ("Kramfors Babel 1:2", "1", "tak", "Vi byter taket på huset", "nej"):
        someone.say(written)
    someone.attach("plan.pdf")
    for written in ("klar", "vet ej", "1", "jag"):
        someone.say(written)
    assert someone.answers["faktura_namn"] == ANNA.name


def test_not_knowing_a_required_answer_tells_how_to_go_on(person: Begin) -> None:
    someone = at_school_change(person, "Lo Ek")
    someone.say("vet inte")
    assert "”hjälp”" in someone.text
    assert "”spara”" in someone.text


def test_an_example_is_given_once(person: Begin) -> None:
    someone = at_school_change(person, *SCHOOL, "nej", "2", "banan")
    someone.say("banan")
    assert someone.text.count("070-174 06 05") == 1


def test_the_opening_hours_are_a_sentence(person: Begin) -> None:
    someone = at_school_change(person)
    someone.say("människa")
    assert "Öppet måndag till torsdag 8–16.30 och fredag 8–15." in someone.text


@pytest.mark.parametrize("written", ["nej inte mer", "nej det räcker så", "inget att tillägga"])
def test_that_nothing_more_is_to_be_said_leaves_a_text_unanswered(
    person: Begin, written: str
) -> None:
    someone = at_school_change(person, *SCHOOL)
    someone.say(written)
    assert someone.answers["skal_text"] is None


def test_the_words_of_an_alternative_may_come_in_another_order(person: Begin) -> None:
    someone = at_school_change(person, *SCHOOL[:-1], "inte trivs")
    assert someone.answers["skal"] == "trivsel"


def test_a_yes_to_several_services_is_asked_which(person: Begin) -> None:
    someone = person(None)
    someone.say("det gäller förskolan")
    assert "Menar du något av det här?" in someone.text
    someone.say("ja")
    assert "Vilket av dem menar du?" in someone.text
