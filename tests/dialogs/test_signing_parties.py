"""The people who sign, as the filer is asked about them and told of them (threat C4)."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from dialogs.conversation import Board, PartySummary
from dialogs.effects import ExtendSigning
from dialogs.events import Signed, Undelivered
from dialogs.statuses import Status
from tests.definitions import a_field
from tests.good_answers import finish
from tests.talking import ANNA, START, Person

Begin = Callable[..., Person]

CHAIR = a_field("ordforande", "party", label="Ordförande", role="ordföranden")
TREASURER = a_field("kassor", "party", label="Kassör", role="kassören")
NUMBER = "850212-2388"


def begun(begin: Begin, **settings: Any) -> Person:
    someone = begin(CHAIR, TREASURER, sign="all", login=True, **settings)
    someone.log_in()
    return someone


def test_c4_the_same_person_twice_is_refused_and_the_question_to_change_is_named(
    begin: Begin,
) -> None:
    someone = begun(begin)
    for written in ("Bo Ek", NUMBER, "0701740605", "Eva Ek"):
        someone.say(written)
    assert someone.say(NUMBER).problem
    assert "”Ordföranden: personnummer”" in someone.text
    assert someone.path == "kassor.personnummer"
    someone.say("ändra ordförandens personnummer")
    someone.say("19990807-2391")
    assert someone.path == "kassor.personnummer"
    assert not someone.say(NUMBER).problem


def test_c4_ones_own_number_is_refused_so_that_nobody_is_asked_twice(begin: Begin) -> None:
    someone = begun(begin)
    someone.say("Bo Ek")
    assert someone.say(ANNA.personnummer).problem
    assert "Skriv numret till den andra personen" in someone.text
    assert someone.path == "ordforande.personnummer"
    assert not someone.say(NUMBER).problem


def test_that_one_signs_after_the_other_is_told_before_the_first_question(begin: Begin) -> None:
    in_order = begun(begin, signing_order="sequence")
    assert any("Ni skriver under en i taget" in each.text for each in in_order.transcript)
    assert not any("en i taget" in each.text for each in begun(begin).transcript)


def signed(**changes: Any) -> Signed:
    known: dict[str, Any] = {
        "draft_id": "d", "reference": "K-1", "service": "provtjanst", "signer": "kassören",
        "by_filer": False, "status": Status.AWAITING_PARTIES, "signed": 2, "signers": 3,
    }  # fmt: skip
    return Signed(**{**known, **changes})


def test_who_is_next_is_told_by_role(begin: Begin) -> None:
    someone = begun(begin)
    someone.happens(signed(by_filer=True, signed=1, asked=("ordföranden",), later=1))
    assert "en i taget" in someone.text
    assert "Näst på tur är ordföranden" in someone.text
    someone.happens(signed(asked=("kassören",)))
    assert "Kassören har skrivit under" in someone.text
    assert "Näst på tur är kassören" in someone.text
    someone.happens(signed(by_filer=True, signed=1, asked=("ordföranden", "kassören")))
    assert "De andra har fått en länk" in someone.text
    assert "Näst på tur" not in someone.text


@pytest.mark.parametrize("way", ["sms", "email"])
@pytest.mark.parametrize("channel", ["web", "telegram"])
def test_a_link_that_did_not_arrive_comes_with_its_remedy(
    begin: Begin, way: Any, channel: str
) -> None:
    someone = begun(begin, channel=channel)
    event = Undelivered(
        draft_id="d", reference="K-1", party_id="p", role="kassören", way=way, other_way_works=False
    )
    message = someone.happens(event)
    assert "kassören kom inte fram" in message.text
    remedies = [each.value for each in message.choices or ()] + [
        each.url for each in message.links or ()
    ]
    assert remedies == ["readdress:p" if channel == "web" else "/chat?draft=d"]


def test_more_time_is_only_offered_when_there_is_more(begin: Begin) -> None:
    someone = begun(begin)
    finish(someone)
    someone.tap("send")
    someone.signs(1, 3)
    party = PartySummary(id="p", role="kassören", name="Bo Ek", state="invited", is_filer=False)
    longer = START + timedelta(days=40)
    someone.board = Board(parties=(party,), until=START + timedelta(days=30))
    someone.say("vem har skrivit under?")
    assert not [each for each in someone.last.choices or () if each.value.startswith("extend:")]
    someone.board = Board(parties=(party,), until=START, extendable_until=longer)
    someone.say("vem har skrivit under?")
    someone.tap_label("Ge mer tid, till och med lördag 2 januari 2027")
    assert [type(each) for each in someone.effects] == [ExtendSigning]
