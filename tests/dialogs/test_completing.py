"""Completions as the engine gathers them; `tests/actions` shows what becomes of them."""

from collections.abc import Callable

import msgspec
import pytest

from dialogs.completing import LONGEST, MOST_FILES
from dialogs.conversation import Draft
from dialogs.effects import Complete
from dialogs.statuses import Status
from tests.talking import ANNA, Person

Begin = Callable[..., Person]
ASKED = "Vi behöver ett intyg."


def with_cases(person: Person, count: int = 1) -> Person:
    """Logged in, with so many received cases and one that waits for a completion."""
    for number in range(count):
        draft = Draft(
            id=f"case-{number}",
            reference=f"K-2345-000{number}",
            service="skolbyte",
            version="1",
            created_at=person.now,
            owner=ANNA.personnummer,
            status=Status.RECEIVED,
        )
        person.drafts[draft.id] = draft
    person.log_in()
    person.is_asked(ASKED)
    return person


def test_in_a_messaging_app_a_link_leads_to_a_chat_of_ours(person: Begin) -> None:
    anna = with_cases(person(channel="telegram"))
    for said in ("status", "komplettera"):
        anna.say(said)
        assert ASKED not in anna.text
        links = [link.url for message in anna.heard for link in message.links or ()]
        assert "/chat?draft=case-0" in links
        assert not any(
            choice.value.startswith("complete:")
            for message in anna.heard
            for choice in message.choices or ()
        )


def test_the_case_that_waits_is_meant_though_others_are_open(person: Begin) -> None:
    anna = with_cases(person(), 3)
    anna.say("komplettera")
    assert ASKED in anna.text


def test_which_case_is_asked_when_several_can_be_meant(person: Begin) -> None:
    anna = with_cases(person(), 3)
    for draft_id, draft in anna.drafts.items():
        anna.drafts[draft_id] = msgspec.structs.replace(draft, status=Status.IN_PROGRESS)
    anna.say("komplettera mitt ärende")
    assert "Vilket ärende" in anna.text
    anna.tap("complete:case-1")
    assert "K-2345-0001" in anna.text


def test_who_has_no_case_is_told_so(person: Begin) -> None:
    anna = person()
    anna.log_in()
    anna.say("komplettera")
    assert "inget ärende hos kommunen som kan kompletteras" in anna.text


def test_what_is_too_much_is_said_and_the_rest_is_kept(person: Begin) -> None:
    anna = with_cases(person())
    anna.say("komplettera")
    anna.say("a" * (LONGEST - 10))
    anna.say("b" * 20)
    assert "Det blir för långt" in anna.text
    anna.attach(*(f"{number}.pdf" for number in range(MOST_FILES + 2)))
    assert "10.pdf, 11.pdf" in anna.text
    anna.say("skicka")
    (sent,) = [effect for effect in anna.effects if isinstance(effect, Complete)]
    assert sent.text == "a" * (LONGEST - 10)
    assert len(sent.files) == MOST_FILES


def test_in_the_middle_of_a_form_the_form_goes_on_afterwards(person: Begin) -> None:
    anna = with_cases(person())
    anna.tap("service:synpunkt")
    anna.say("beröm")
    path = anna.path
    anna.tap("complete:case-0")
    anna.say("Här är det.")
    anna.say("skicka")
    assert "har kommit in" in anna.text
    assert anna.path == path
    assert anna.last.input is not None
    assert anna.last.input.field == path


@pytest.mark.parametrize("status", [Status.CLOSED, Status.WITHDRAWN, Status.DRAFT])
def test_an_old_button_of_a_case_that_is_not_open_says_so(person: Begin, status: Status) -> None:
    anna = with_cases(person())
    anna.drafts["case-0"] = msgspec.structs.replace(anna.drafts["case-0"], status=status)
    anna.tap("complete:case-0")
    assert "kan inte kompletteras längre" in anna.text
