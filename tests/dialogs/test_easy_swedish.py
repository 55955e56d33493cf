"""Easy Swedish is a language of its own, and offered only where it is complete (row 40)."""

import pytest

from dialogs.lix import is_easy
from dialogs.loading_content import local_texts
from dialogs.texts import EASY_SWEDISH
from dialogs.world import World
from tests.definitions import a_field
from tests.dialogs.test_persona_findings import Begin
from tests.good_answers import finish


def easy_services(world: World) -> set[str]:
    return {each.id for each in world.services.values() if EASY_SWEDISH in each.languages}


def test_all_services_are_offered_in_easy_swedish(world: World) -> None:
    assert easy_services(world) == set(world.services)


def test_what_was_made_easy_is_easy(world: World) -> None:
    for service in world.services.values():
        for text in local_texts(service):
            easy = text.by_language.get(EASY_SWEDISH)
            assert easy is None or is_easy(easy), easy


@pytest.mark.parametrize(
    "word", ["lättläst", "på lätt svenska, tack", "skriv enklare", "easy swedish"]
)
def test_it_is_asked_for_in_the_middle_and_the_answers_are_kept(person: Begin, word: str) -> None:
    someone = person("synpunkt")
    someone.say("klagomål")
    before = someone.answers
    someone.say(word)
    assert someone.conversation.language == EASY_SWEDISH
    assert "lättläst" in someone.text
    assert someone.answers == before
    assert "Vad handlar det om?" in someone.text
    finish(someone)
    someone.say("skicka")
    assert "Nu har kommunen fått ditt ärende" in someone.text


def test_back_to_ordinary_swedish(person: Begin) -> None:
    someone = person("synpunkt")
    someone.say("lättläst")
    someone.say("på svenska")
    assert someone.conversation.language == "sv"


def test_a_service_that_is_not_easy_is_not_offered_so(begin: Begin) -> None:
    someone = begin(a_field("ett"), a_field("tva"))
    someone.say("lättläst")
    assert "finns inte på lättläst än" in someone.text
    assert someone.conversation.language == "sv"


def test_numbers_and_days_are_written_as_in_swedish(person: Begin) -> None:
    someone = person("synpunkt")
    someone.say("lättläst")
    for each in ("klagomål", "skola", "Maten var kall hela veckan."):
        someone.say(each)
    someone.say("i går")
    assert "söndag" in someone.text or "november" in someone.text
