"""What the random walker (`tests/walker.py`) found, each as the shortest talk that shows it."""

import msgspec
import pytest

from dialogs.events import AnsweredElsewhere, LoggedIn, Said
from dialogs.statuses import Status
from tests.dialogs.test_persona_findings import SCHOOL, Begin, at_school_change
from tests.good_answers import finish, step
from tests.talking import ANNA, Person, a_file


def labels(someone: Person) -> list[str]:
    return [choice.label for choice in someone.last.choices or ()]


# ── A yes is a yes to what is asked, not to what was asked before ─────────────────────────────


def test_a_login_in_between_ends_the_question_whether_to_delete_everything(person: Begin) -> None:
    someone = person("skolbyte")
    someone.say("nej")
    someone.say("radera mina uppgifter")
    someone.log_in()
    someone.say("ja")
    assert someone.draft is not None
    assert "borttagna" not in someone.text


def test_news_from_another_device_end_it_too(person: Begin) -> None:
    someone = at_school_change(person, "Lo Ek")
    someone.say("avbryt")
    assert someone.draft is not None
    someone.happens(AnsweredElsewhere(draft_id=someone.draft.id, path="barn_namn"))
    someone.say("20150314-2380")
    assert someone.answers["barn_personnummer"] == "201503142380"


# ── The plain words work everywhere ───────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("word", "reply"),
    [("avbryt", "Vill du avbryta?"), ("hjälp", "Varför jag frågar"), ("vad kostar det?", "avgift")],
)
def test_did_you_mean_does_not_deafen(person: Begin, word: str, reply: str) -> None:
    someone = person("skolbyte")
    someone.say("jaag tror ja")
    assert someone.conversation.pending is not None
    someone.say(word)
    assert reply in someone.text


@pytest.mark.parametrize("word", ["meny", "status", "mina ärenden"])
def test_a_digression_does_not_lead_past_the_login(person: Begin, word: str) -> None:
    someone = person("skolbyte")
    someone.say("nej")
    someone.say(word)
    assert "Logga in med e-legitimation" in someone.text
    assert "Vad heter barnet" not in someone.text


def test_cancelling_twice_is_a_yes_that_keeps_the_draft(person: Begin) -> None:
    someone = at_school_change(person, "Lo Ek")
    someone.say("avbryt")
    someone.say("avbryt")
    assert someone.draft is None
    assert "är sparat" in someone.text


@pytest.mark.parametrize("word", ["behåll", "Behåll svaret"])
def test_keeping_an_answer_in_words(person: Begin, word: str) -> None:
    someone = at_school_change(person, *SCHOOL)
    someone.say("ändra barnets namn")
    someone.say(word)
    assert someone.answers["barn_namn"] == "Lo Ek"
    assert someone.path == "skal_text"


# ── Buttons in words (row 8) ──────────────────────────────────────────────────────────────────


def test_a_label_is_as_good_as_its_button(person: Begin) -> None:
    someone = person("skolbyte")
    someone.say("ja")
    someone.say("Ändra mitt svar")
    assert someone.path == "skyddad"
    assert "skyddad" not in someone.answers


def test_the_menu_can_be_counted(person: Begin) -> None:
    someone = person()
    someone.say("3")
    assert "Du kan prata med en människa" in someone.text


def test_an_alternative_with_a_comma_in_it_is_one_answer(person: Begin) -> None:
    someone = person("felanmalan")
    someone.say("Gata, gångväg eller cykelväg")
    assert someone.answers["typ"] == "vag"


def test_an_old_label_is_only_a_text(person: Begin) -> None:
    someone = person("skolbyte")
    someone.say("ja")
    someone.tap_label("Ändra mitt svar")
    someone.say("Avsluta")
    # The button was in the message before; "avsluta" is a plain word too.
    assert "Vill du avbryta?" in someone.text


# ── Nobody is left without a way on ───────────────────────────────────────────────────────────


def test_going_back_from_a_stop_takes_back_what_led_there(person: Begin) -> None:
    someone = person("parkeringstillstand")
    someone.say("nej")
    someone.say("nej")
    # Changed afterwards, so that it is the newest answer.
    someone.say("ändra skyddade personuppgifter")
    someone.say("nej")
    someone.tap_label("Ändra mitt svar")
    assert someone.path == "folkbokford"


@pytest.mark.parametrize(
    "said", ["när har ni öppet?", "mina ärenden", "återta", "påminn mig inte", "besked via mejl"]
)
def test_each_reply_outside_a_form_shows_a_way_on(person: Begin, said: str) -> None:
    someone = person()
    someone.log_in()
    someone.say(said)
    assert someone.last.choices or someone.last.links


def test_what_is_said_at_the_end_of_a_path_is_not_passed_over(person: Begin) -> None:
    someone = person("skolbyte")
    someone.say("ja")
    before = someone.text
    someone.say("men vad ska jag göra nu då")
    assert someone.text != before
    assert "Här tar frågorna slut." in someone.text
    someone.say("när har ni öppet?")
    assert labels(someone) == ["Ta bort allt och avsluta", "Ändra mitt svar"]


def test_after_a_message_to_customer_service_the_talk_goes_on(person: Begin) -> None:
    someone = person()
    someone.say("människa")
    someone.tap_label("Lämna ett meddelande")
    assert someone.last.input is not None
    someone.say("Ring mig om bussen")
    assert labels(someone)


def test_a_withdrawn_case_does_not_stand_in_the_way(person: Begin) -> None:
    someone = person("forskola-uppsagning")
    for said in ("nej", "nej"):
        someone.say(said)
    finish(someone)
    someone.say("skicka")
    assert someone.draft is not None
    sent = someone.draft.id
    someone.say("återta")
    someone.say("ja")
    assert someone.drafts[sent].status is Status.WITHDRAWN
    someone.tap(f"draft:{sent}")
    assert "Återtaget" in someone.text
    someone.say("jag vill byta skola")
    assert "Ansökan om byte av skola" in someone.text


def test_a_case_that_waits_for_signatures_does_not_either(person: Begin) -> None:
    someone = person("forskola-uppsagning")
    for said in ("nej", "nej"):
        someone.say(said)
    finish(someone)
    someone.say("skicka")
    someone.say("jag vill lämna en synpunkt")
    assert "ändras inte" in someone.text
    someone.say("ja")
    assert someone.path == "typ"


# ── Nothing is lost or passed over ────────────────────────────────────────────────────────────


def test_files_are_kept_when_something_else_comes_before_done(person: Begin) -> None:
    someone = person("felanmalan")
    for said in ("gata", "Torggatan 2 i Kramfors", "Ett stort hål i gatan."):
        someone.say(said)
    someone.attach("foto.jpg")
    someone.say("ändra plats")
    someone.say("Torggatan 4 i Kramfors")
    assert "Ditt tidigare svar: foto.jpg" in someone.text
    someone.say("behåll")
    assert someone.answers["bild"][0]["name"] == "foto.jpg"


def test_a_text_among_files_is_not_passed_over(person: Begin) -> None:
    someone = person("felanmalan")
    for said in ("gata", "Torggatan 2 i Kramfors", "Ett stort hål i gatan."):
        someone.say(said)
    someone.attach("foto.jpg")
    someone.say("jaha okej då")
    assert "Det var ingen fil" in someone.text
    assert "foto.jpg" in someone.text


def test_photos_of_the_same_name_are_told_apart_and_the_same_photo_counts_once(
    person: Begin,
) -> None:
    someone = person("felanmalan")
    for said in ("gata", "Torggatan 2 i Kramfors", "Ett stort hål i gatan."):
        someone.say(said)
    first = a_file("bild.jpg")
    second = msgspec.structs.replace(first, file_id="another", sha256="0" * 64)
    someone.happens(Said(files=(first,)))
    someone.happens(Said(files=(first,)))
    someone.happens(Said(files=(second,)))
    assert labels(someone) == ["Klar", "Ta bort bild.jpg", "Ta bort bild.jpg (2)"]


def test_what_is_written_in_a_messenger_instead_of_on_the_page_is_not_kept_and_that_is_said(
    person: Begin,
) -> None:
    someone = person("autogiro", channel="telegram")
    for said in ("anmäl", "ja"):
        someone.say(said)
    someone.happens(LoggedIn(person=ANNA))
    while "säker sida" not in someone.text:
        finish_one(someone)
    someone.say("8327-9 123 456 789-7")
    assert "Jag har inte sparat det du skrev" in someone.text
    assert someone.kept == "•••"
    assert "8327" not in someone.text


def finish_one(someone: Person) -> None:
    assert step(someone)


def test_a_fault_is_not_taken_for_the_name_of_a_school(person: Begin) -> None:
    someone = at_school_change(person, "Lo Ek", "20150314-2380")
    someone.say("gatlyktan är trasig utanför Torggatan 2")
    assert "Felanmälan" in someone.text
    assert "nuvarande_skola" not in someone.answers
    someone.say("nej, det var mitt svar")
    assert "gatlyktan" in str(someone.answers["nuvarande_skola"])


def test_being_misunderstood_three_times_offers_a_human(person: Begin) -> None:
    someone = person("skolbyte")
    for _ in range(3):
        someone.say("jaag tror ja")
    assert "Prata med en människa" in labels(someone)


def with_three_drafts(person: Begin) -> Person:
    """Somebody who has begun the same service three times within a minute."""
    someone = person("skolbyte")
    someone.log_in()
    for _ in range(2):
        someone.say("nej")
        someone.tap("service:skolbyte")
        someone.tap("anew")
    someone.say("nej")
    return someone


def test_two_drafts_of_a_service_are_told_apart_when_they_are_offered_again(person: Begin) -> None:
    someone = with_three_drafts(person)
    someone.say("avbryt")
    someone.say("ja")
    offered = [label for label in labels(someone) if label.startswith("Fortsätt med")]
    assert len(offered) == len(set(offered)) == 2


def test_sending_changes_nothing_for_who_is_logged_out(person: Begin) -> None:
    someone = at_school_change(person, "Lo Ek")
    finish(someone)
    someone.wait(minutes=31)
    before = someone.draft
    someone.say("skicka")
    assert someone.draft == before
    assert "inte längre inloggad" in someone.text


def test_two_drafts_of_the_same_minute_are_told_apart_when_one_is_begun(person: Begin) -> None:
    someone = with_three_drafts(person)
    someone.say("Lo Ek")
    someone.tap("service:skolbyte")
    offered = [label for label in labels(someone) if label.startswith("Fortsätt med utkastet")]
    assert len(offered) == len(set(offered)) > 1


def test_of_two_files_with_one_name_that_of_the_question_at_hand_is_meant(person: Begin) -> None:
    someone = person("parkeringstillstand")
    for answer in ("nej", "ja"):
        someone.say(answer)
    someone.log_in()
    for answer in ("annan", "Kim Ek", "197001142384"):
        someone.say(answer)
    assert someone.path == "fullmakt"
    someone.attach("papper.pdf")
    someone.say("klar")
    while someone.path != "intyg":
        assert step(someone)
    someone.attach("papper.pdf", "foto.jpg")
    someone.say("ta bort papper.pdf")
    assert "1. foto.jpg" in someone.text
    assert "papper.pdf" not in someone.text
    assert [file["name"] for file in someone.answers["fullmakt"]] == ["papper.pdf"]
