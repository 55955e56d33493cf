"""Whom a filing is about, as the person who files it is told (row 37)."""

import pytest

from dialogs import conversation as state
from tests.dialogs.test_persona_findings import Begin, at_school_change
from tests.good_answers import finish
from tests.talking import ANNA, BO


@pytest.mark.parametrize(("channel", "is_named"), [("web", True), ("telegram", False)])
def test_a_third_person_is_named_in_our_own_channels_only(
    person: Begin, channel: str, *, is_named: bool
) -> None:
    someone = person("skolbyte", channel=channel)
    someone.say("nej")
    someone.log_in()
    someone.say("Lo Ek")
    someone.say("mina ärenden")
    assert ("(Lo Ek)" in someone.text) is is_named


def test_the_summary_and_the_confirmation_say_whom_it_is_about(person: Begin) -> None:
    someone = at_school_change(person, "Lo Ek", "20150314-2380")
    finish(someone)
    told = "Ärendet gäller barnet Lo Ek, 20150314-2380."
    assert told in someone.text
    someone.tap("send")
    someone.signs(2, 2)
    assert told in someone.text


@pytest.mark.parametrize(("who", "is_own"), [(ANNA, True), (BO, False)])
def test_a_parked_draft_is_told_to_its_owner_only(
    person: Begin, who: state.Person, *, is_own: bool
) -> None:
    someone = at_school_change(person, "Lo Ek")
    someone.tap("service:felanmalan")
    someone.tap("gata")
    someone.log_in(who)
    someone.say("avbryt")
    someone.say("ja")
    labels = " ".join(choice.label for choice in someone.last.choices or ())
    assert ("Fortsätt med Ansökan om byte av skola" in labels) is is_own
    assert ("Lo Ek" in labels) is is_own


def test_whom_it_is_about_is_not_told_when_the_login_is_over(person: Begin) -> None:
    someone = at_school_change(person, "Lo Ek", "20150314-2380")
    finish(someone)
    someone.tap("send")
    someone.wait(days=3)
    someone.signs(2, 2)
    assert "Inkommet!" in someone.text
    assert "Lo Ek" not in someone.text
