"""Whom a filing is about, as the person who files it is told (row 37)."""

import pytest

from tests.dialogs.test_persona_findings import Begin, at_school_change
from tests.good_answers import finish


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
