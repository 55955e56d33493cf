"""What strangers wrote when they filled in whole forms, at the question where they wrote it."""

import pytest

from dialogs.world import World
from tests.good_answers import step
from tests.talking import Person


def at(world: World, service: str, path: str) -> Person:
    """Somebody who has answered all questions before `path`."""
    someone = Person(world, service=service)
    for _ in range(100):
        if someone.path == path:
            return someone
        if someone.path == "skyddad":
            someone.say("nej")
            continue
        assert step(someone), f"{path} is not asked: {someone.text}"
    raise AssertionError(f"{path} is never reached")


def test_an_answer_without_a_wish_is_no_wish_for_another_service(world: World) -> None:
    someone = at(world, "gravtillstand", "trafik")
    someone.say("fotgängare och några p-platser")
    assert someone.answers["trafik"] == ["gang", "parkering"]


def test_a_fault_that_is_told_in_the_middle_of_a_form_is_still_heard(world: World) -> None:
    someone = at(world, "gravtillstand", "trafik")
    someone.say("gatlyktan är trasig här")
    assert someone.conversation.pending is not None
    assert someone.conversation.pending.kind == "switch"


def test_who_says_that_it_is_they_who_pay_does_not_ask_what_it_costs(world: World) -> None:
    someone = at(world, "avfall-andring", "abonnent")
    someone.say("det är jag som betalar")
    assert someone.answers["abonnent"] == "jag"


def test_the_parts_of_an_answer_are_no_place(world: World) -> None:
    someone = at(world, "enskilt-avlopp", "spillvatten")
    someone.say("allt, både toa och dusch och sånt")
    assert "Plats för avloppet" not in someone.text
    assert "Nära vatten" not in someone.text


def test_a_place_in_a_list_is_still_found(world: World) -> None:
    someone = at(world, "enskilt-avlopp", "spillvatten")
    someone.say("allt, 1, vi bor där året om, bakom ladan")
    assert "bakom ladan" in someone.text


@pytest.mark.parametrize("written", ["inte bestämt än", "har inte bestämt", "vet inte än"])
def test_what_is_not_decided_leaves_an_optional_question_open(world: World, written: str) -> None:
    someone = at(world, "enskilt-avlopp", "entreprenor")
    someone.say(written)
    assert someone.answers["entreprenor"] is None


@pytest.mark.parametrize(
    ("written", "more"),
    [
        ("nej, bara en", False),
        ("det var alla", False),
        ("nej ingenting mer", False),
        ("ja, min kompanjon", True),
        ("ja jag har en bror till", True),
    ],
)
def test_whether_there_is_one_more_is_said_with_a_reason(
    world: World, written: str, more: bool
) -> None:
    someone = at(world, "serveringstillstand", "personer.+0")
    someone.say(written)
    assert someone.answers["personer.+0"] is more


def test_a_yes_with_the_next_answer_is_still_both(world: World) -> None:
    someone = at(world, "serveringstillstand", "personer.+0")
    someone.say("ja, Omar Haddad")
    assert "Omar Haddad" in someone.text
    someone.say("ja")
    assert someone.answers["personer.0.namn"] == "Omar Haddad"


def test_a_number_and_its_correction_are_one_answer(world: World) -> None:
    someone = at(world, "varmepump", "borrdjup")
    someone.say("180, nej 200 meter")
    assert someone.answers["borrdjup"] == 200
    assert "tomtgrans" not in someone.answers


def test_what_is_said_once_more_is_no_change_of_it(world: World) -> None:
    someone = at(world, "tobak-tillstand", "personer.+0")
    someone.say("nej bara jag")
    assert someone.answers["personer.+0"] is False


def test_a_dash_leaves_an_optional_question_open(world: World) -> None:
    someone = at(world, "enskilt-avlopp", "entreprenor")
    someone.say("-")
    assert someone.answers["entreprenor"] is None
