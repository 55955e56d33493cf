"""What those met who wrote all services of the catalogue, and how the engine answers now."""

from collections.abc import Callable

import pytest

from tests.definitions import a_field
from tests.good_answers import finish, step
from tests.talking import ANNA, Person

Begin = Callable[..., Person]

SIGNING = {"login": True, "sign": "all"}
OTHER = {"other": "Något annat"}


def at(begin: Begin, *answers: str) -> Person:
    """Behind a place and a yes, at an optional file."""
    person = begin(
        a_field("plats", "location"), a_field("bild", "files", optional=True), a_field("sist")
    )
    for answer in answers:
        person.say(answer)
    return person


# ── What is said on the way ───────────────────────────────────────────────────────────────────


def test_what_a_party_is_about_is_said_before_its_first_question(begin: Begin) -> None:
    person = begin(a_field("den_andra", "party", ask="Nu om den andra ägaren."), **SIGNING)
    person.log_in()
    assert [each.text for each in person.heard][-2:] == [
        "Nu om den andra ägaren.",
        "Vad heter den andra sökanden?",
    ]
    person.say("Bo Ek")
    assert "Nu om den andra ägaren." not in person.text, "once"


def test_what_a_group_is_about_is_said_before_its_first_row(begin: Begin) -> None:
    person = begin(a_field("barn", "group", ask="Vilka barn gäller det?"))
    assert [each.text for each in person.heard][-2:] == [
        "Vilka barn gäller det?",
        "Barn 1. Vad heter barnet?",
    ]
    person.say("Kim Ek")
    person.say("ja")
    assert "Vilka barn gäller det?" not in person.text


def test_a_group_that_may_be_empty_asks_with_its_own_words(begin: Begin) -> None:
    person = begin(a_field("barn", "group", min=0, ask="Vill du lägga till ett barn?"))
    assert person.last.text.endswith("Vill du lägga till ett barn?")
    assert sum("lägga till ett barn?" in each.text for each in person.heard) == 1


def test_one_more_row_is_asked_for_and_summed_up_with_the_services_words(begin: Begin) -> None:
    person = begin(a_field("barn", "group"))
    person.say("Kim Ek")
    assert person.last.text.endswith("Vill du lägga till ett barn till?")
    person.say("nej")
    person.say("ja")
    assert "Vill du lägga till ett barn till? Nej" in person.text


def test_what_stands_before_the_login_is_said_before_it(begin: Begin) -> None:
    told = a_field("vet", "information", before_login=True, ask="Det kostar ingenting.")
    later = a_field("sedan", "information", ask="Det här kommer efteråt.")
    person = begin(a_field("forst", before_login=True), told, later, a_field("sist"), login=True)
    person.say("ja")
    assert "Det kostar ingenting." in person.text
    assert "Det här kommer efteråt." not in person.text
    person.log_in(ANNA)
    assert "Det kostar ingenting." not in person.text
    assert "Det här kommer efteråt." in person.text


def test_a_sum_of_money_has_no_decimals_when_it_is_whole(begin: Begin) -> None:
    total = {"sum_of": ["ett", "tva"]}
    person = begin(
        a_field("ett", "money"),
        a_field("tva", "money"),
        a_field("ihop", "information", value=total, ask="Ihop {value} kronor."),
    )
    person.say("55 000")
    person.say("500")
    assert "Ihop 55\xa0500 kronor." in person.text


def test_a_unit_is_told_in_the_persons_language(begin: Begin) -> None:
    hours = {"sv": "timmar", "en": "hours"}
    person = begin(a_field("tid", "integer", unit=hours))
    person.say("25 timmar")
    person.say("ja")
    assert "25\xa0timmar" in person.text


@pytest.mark.parametrize(("number", "kept"), [("20220314-2381", False), ("20100101-2382", True)])
def test_a_child_is_no_co_signer(begin: Begin, number: str, kept: bool) -> None:
    person = begin(a_field("den_andra", "party"), **SIGNING)
    person.log_in()
    person.say("Bo Ek")
    person.say(number)
    assert ("den_andra.personnummer" in person.answers) is kept


# ── What is no answer ─────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("written", ["nej inget sånt", "nej helst inte", "nej det har jag inte"])
def test_a_no_to_an_optional_file_does_not_change_the_place_before(
    begin: Begin, written: str
) -> None:
    person = at(begin, "Torggatan 2 i Kramfors", written)
    assert person.answers["plats"] == {"text": "Torggatan 2 i Kramfors"}
    assert "ändrat" not in person.text


def test_a_no_with_a_word_of_the_question_before_is_asked_about(begin: Begin) -> None:
    person = begin(a_field("val", "choice"), a_field("fler"), a_field("sist"))
    person.say("röd")
    person.say("nej, grön")
    assert person.answers == {"val": "rod"}
    assert "Grön" in person.text
    person.say("ja")
    assert person.answers["val"] == "gron"


def test_a_remark_after_a_yes_is_no_name(begin: Begin) -> None:
    person = begin(a_field("ihop"), a_field("namn", "name"), a_field("sist"))
    person.say("ja, vi söker ihop")
    assert "namn" not in person.answers
    assert "Vi Söker Ihop" not in person.text


def test_a_name_after_a_yes_is_one(begin: Begin) -> None:
    person = begin(a_field("ihop"), a_field("namn", "name"), a_field("sist"))
    person.say("ja, Kim Ek")
    person.say("ja")
    assert person.answers["namn"] == "Kim Ek"


def test_a_remark_is_no_free_alternative_further_on(begin: Begin) -> None:
    person = begin(a_field("ett"), a_field("vad", "choices", **OTHER), a_field("sist"))
    person.say("ja, i Bollstabruk")
    assert "vad" not in person.answers
    assert "Bollstabruk" not in person.text


@pytest.mark.parametrize(
    "written", ["varför frågar ni det?", "Varför måste jag svara på det?", "why do you need this?"]
)
@pytest.mark.parametrize("kind", ["long_text", "choice"])
def test_to_ask_why_is_no_answer(begin: Begin, kind: str, written: str) -> None:
    settings = OTHER if kind == "choice" else {}
    person = begin(a_field("skal", kind, why="Det avgör ärendet.", **settings), a_field("sist"))
    person.say(written)
    assert person.answers == {}
    assert "Det avgör ärendet." in person.text


def test_a_question_is_no_free_alternative(begin: Begin) -> None:
    field = a_field("vatska", "choice", help="Ofta är det vatten.", **OTHER)
    person = begin(field, a_field("sist"))
    person.say("vad brukar man ha?")
    assert person.answers == {}
    assert "Ofta är det vatten." in person.text


def test_the_name_of_the_free_alternative_is_no_wish_for_another_service(person: Begin) -> None:
    someone = person("fritidshem-ansokan")
    someone.say("nej")
    while someone.path != "skola":
        step(someone)
    someone.say("annan skola")
    assert "i stället" not in someone.text


@pytest.mark.parametrize(
    "written",
    [
        "och sedan börjar storebror där också",
        "hon går i tvåan",
        "i februari",
        "inga pengar",
        "nej bara då",
    ],
)
def test_what_is_about_the_same_things_is_no_wish_for_another_service(
    person: Begin, written: str
) -> None:
    someone = person("skolbyte")
    someone.say("nej")
    someone.log_in()
    someone.say(written)
    assert "i stället" not in someone.text


def test_a_danger_that_is_told_twice_still_shows_a_way_on(person: Begin) -> None:
    someone = person()
    assert "112" in someone.say("det brinner").text
    assert "112" in someone.say("det brinner").text
    assert someone.last.choices


def test_a_question_without_its_mark_is_helped_with(begin: Begin) -> None:
    person = begin(a_field("ritning", "files", help="En skiss räcker."), a_field("sist"))
    person.say("vad händer om jag inte har någon")
    assert "En skiss räcker." in person.text


def test_a_no_with_a_remark_does_not_become_the_free_alternative_of_the_question_before(
    begin: Begin,
) -> None:
    person = begin(a_field("amne", "choice", **OTHER), a_field("racker"), a_field("sist"))
    person.say("röd")
    person.say("nej, vi vill låna")
    assert person.answers["amne"] == "rod"


def test_how_many_questions_there_are_now_is_said_before_what_they_are_about(begin: Begin) -> None:
    group = a_field(
        "barn", "group", ask="Vilka barn gäller det?", when={"field": "har", "is": True}
    )
    person = begin(a_field("har"), group, a_field("sist"))
    person.say("ja")
    assert [each.text for each in person.heard] == [
        "Ditt svar gör att det blir 2 frågor till.\n\nVilka barn gäller det?",
        "Barn 1. Vad heter barnet?",
    ]


@pytest.mark.parametrize(("shared", "told"), [("ja", True), ("nej", False)])
def test_who_signs_alone_is_not_told_of_others(begin: Begin, shared: str, told: bool) -> None:
    others = a_field("den_andra", "party", when={"field": "delad", "is": True})
    phone = a_field("telefon", "phone")
    person = begin(a_field("delad"), others, phone, **SIGNING)
    person.log_in()
    person.say(shared)
    finish(person)
    assert ("visas inte för andra" in person.text) is told
    assert ("när alla har skrivit under" in person.text) is told


def test_a_period_may_come_in_two_messages(begin: Begin) -> None:
    person = begin(a_field("dagar", "period", min_days=30), a_field("sist"))
    person.say("från i morgon")
    person.say("20 maj 2027")
    assert person.answers["dagar"] == {"from": "2026-11-24", "to": "2027-05-20"}


def test_who_writes_nonsense_as_a_new_answer_gets_more_help_each_time(begin: Begin) -> None:
    person = begin(a_field("antal", "integer"), a_field("sist"))
    person.say("3")
    told = [person.say(f"ändra antal till {each}").text for each in ("hm", "мне", "??", "ojdå")]
    assert len(set(told)) == len(told)
    assert "människa" in told[-1]
    assert person.answers["antal"] == 3
