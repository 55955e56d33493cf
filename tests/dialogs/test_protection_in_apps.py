"""That somebody has protected data is not told in a third party's app (threats B5, B7, B11)."""

from collections.abc import Callable

import pytest

from dialogs.events import Said, Spoke
from dialogs.talk import needs_own_page, tells_of_protection
from dialogs.world import World
from tests.talking import Person

Begin = Callable[..., Person]


def labels(someone: Person) -> list[str]:
    return [choice.label for choice in someone.last.choices or ()]


def test_a_yes_is_no_button_there_but_the_way_to_our_own_page(person: Begin) -> None:
    someone = person("skolbyte", channel="telegram")
    assert "skyddade personuppgifter?" in someone.text
    assert labels(someone) == ["Nej"]
    assert [link.label for link in someone.last.links or ()] == ["Ja – svara på säker sida"]
    assert [link.purpose for link in someone.last.links or ()] == ["secure-answer"]
    someone.tap("no")
    assert someone.answers == {"skyddad": False}


@pytest.mark.parametrize("written", ["ja", "Ja, det har vi", "nja kanske ja", "1 ja"])
def test_a_yes_that_is_written_there_is_not_kept(person: Begin, written: str) -> None:
    someone = person("skolbyte", channel="telegram")
    someone.say(written)
    assert someone.answers == {}
    assert someone.kept == "•••" or "Skriv inget om dig själv här" in someone.text
    assert "Vi hjälper dig" not in someone.text


def test_a_button_of_before_is_not_kept_either(person: Begin) -> None:
    someone = person("skolbyte", channel="telegram")
    someone.tap("yes")
    assert (someone.answers, someone.kept) == ({}, "•••")
    assert labels(someone) == ["Nej"]


def test_a_spoken_yes_is_not_read_back(person: Begin) -> None:
    someone = person("skolbyte", channel="telegram")
    someone.happens(Spoke(text="ja det har jag"))
    assert someone.kept == "•••"
    assert "det har jag" not in someone.text


def test_a_no_that_becomes_a_yes_is_for_our_own_page_too(person: Begin) -> None:
    someone = person("skolbyte", channel="telegram")
    someone.tap("no")
    someone.say("nej jag menade ja")
    assert someone.answers == {"skyddad": False}
    someone.tap("change:skyddad")
    assert labels(someone) == ["Nej"]
    someone.say("ja")
    assert someone.answers == {"skyddad": False}


def test_after_the_page_the_app_hears_only_that_the_way_is_another(person: Begin) -> None:
    someone = person("skolbyte", channel="telegram")
    someone.happens(Said(choice="yes", secure=True))
    assert someone.answers == {"skyddad": True}
    assert "Här i appen kan vi inte gå vidare" in someone.text
    assert "skydd" not in someone.text
    assert "0612-800 00" in someone.text
    assert someone.kept == "•••"


def test_on_our_own_pages_it_is_asked_as_ever(person: Begin) -> None:
    for channel in ("web", "page", "terminal"):
        someone = person("skolbyte", channel=channel)
        assert labels(someone) == ["Ja", "Nej"]
        assert not someone.last.links


def test_every_service_that_asks_keeps_it_out_of_the_apps(world: World) -> None:
    asking = [
        (service, field)
        for service in world.services.values()
        for field in service.fields
        if tells_of_protection(service, field)
    ]
    assert {field.id for _, field in asking} == {"skyddad"}
    assert len(asking) == sum(
        any(field.id == "skyddad" for field in service.fields)
        for service in world.services.values()
    )
    for service, field in asking:
        for channel in ("telegram", "rasa"):
            assert needs_own_page(channel, service, field)
        assert not needs_own_page("web", service, field)
