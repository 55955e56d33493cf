"""The walk through a definition: position is derived from the answers, never stored."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from dialogs.conversation import Answer
from dialogs.journey import Walk, walk
from dialogs.service import Service
from tests.definitions import a_field, a_service, services

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


def walked(service: Service, answers: Mapping[str, Any]) -> Walk:
    kept = {path: Answer(value=value, at=NOW) for path, value in answers.items()}
    return walk(service, kept, facts={}, today=TODAY)


def paths(found: Walk) -> list[str]:
    return [question.path for question in found.questions]


def next_of(found: Walk) -> str | None:
    return found.next.path if found.next else None


def test_next_is_the_first_without_an_answer() -> None:
    service = a_service(a_field("en"), a_field("två_", "text") | {"id": "tva"})
    assert next_of(walked(service, {})) == "en"
    assert next_of(walked(service, {"tva": "x"})) == "en"
    assert next_of(walked(service, {"en": True})) == "tva"
    assert next_of(walked(service, {"en": True, "tva": "x", "samtycke": True})) is None


def test_skipped_question_is_answered_without_a_value() -> None:
    service = a_service(a_field("fraga", "text", optional=True))
    found = walked(service, {"fraga": None})
    assert next_of(found) == "samtycke"
    assert "fraga" not in found.values
    assert found.answered == 1


def test_answer_that_does_not_apply_is_not_in_the_walk() -> None:
    service = a_service(a_field("har"), a_field("vad", "text", when={"field": "har", "is": True}))
    hidden = walked(service, {"har": False, "vad": "en bil"})
    assert paths(hidden) == ["har", "samtycke"]
    assert "vad" not in hidden.values
    assert walked(service, {"har": True, "vad": "en bil"}).values["vad"] == "en bil"


def test_what_hangs_on_a_hidden_answer_is_hidden_too() -> None:
    service = a_service(
        a_field("a"),
        a_field("b", when={"field": "a", "is": True}),
        a_field("c", when={"field": "b", "is": True}),
    )
    assert paths(walked(service, {"a": False, "b": True, "c": True})) == ["a", "samtycke"]
    assert paths(walked(service, {"a": True, "b": True})) == ["a", "b", "c", "samtycke"]


def test_stop_ends_the_path_only_where_one_has_come() -> None:
    service = a_service(
        a_field("a"), a_field("slut", "stop", when={"field": "a", "is": True}), a_field("b")
    )
    stopped = walked(service, {"a": True})
    assert stopped.stop is not None
    assert stopped.next is None
    assert "b" not in paths(stopped)
    assert walked(service, {"a": False}).stop is None


def test_information_is_said_on_the_way_and_its_value_is_computed() -> None:
    service = a_service(
        a_field("a"),
        a_field("dag", "information", ask="Tidigast {value}.", value={"today": "+2 months"}),
        a_field("b"),
    )
    assert walked(service, {}).information == ()
    found = walked(service, {"a": True})
    assert [piece.path for piece in found.information] == ["dag"]
    assert found.values["dag"] == "2027-01-23"


def test_rows_of_a_group_come_one_by_one_within_their_limits() -> None:
    row = [a_field("namn", "name")]
    service = a_service(a_field("barn", "group", min=1, max=3, fields=row))
    assert paths(walked(service, {})) == ["barn.0.namn", "barn.+1", "samtycke"]
    one = {"barn.0.namn": "A B", "barn.+1": True}
    assert next_of(walked(service, one)) == "barn.1.namn"
    whole = {**one, "barn.1.namn": "C D", "barn.+2": True, "barn.2.namn": "E F"}
    assert next_of(walked(service, whole)) == "samtycke"
    fewer = walked(service, {**whole, "barn.+1": False})
    assert paths(fewer) == ["barn.0.namn", "barn.+1", "samtycke"]


def test_group_that_may_be_empty_asks_first() -> None:
    row = [a_field("namn", "name")]
    service = a_service(a_field("barn", "group", min=0, max=2, fields=row))
    assert next_of(walked(service, {})) == "barn.+0"
    assert next_of(walked(service, {"barn.+0": False})) == "samtycke"


def test_email_of_a_party_is_asked_when_there_is_no_phone() -> None:
    service = a_service(a_field("andra", "party"), sign="all")
    known = {"andra.name": "Bo Ek", "andra.personnummer": "198502122388"}
    assert next_of(walked(service, {**known, "andra.phone": "+46701740605"})) == "samtycke"
    assert next_of(walked(service, {**known, "andra.phone": None})) == "andra.email"


def test_question_is_titled_with_its_row() -> None:
    row = [a_field("namn", "name", label="Namn")]
    service = a_service(a_field("barn", "group", min=2, max=3, fields=row))
    titles = [question.title("sv") for question in walked(service, {}).questions[:2]]
    assert titles == ["Barn 1: Namn", "Barn 2: Namn"]


@given(services())
def test_walk_of_nothing_leads_to_the_first_question(service: Service) -> None:
    found = walked(service, {})
    assert found.answered == 0
    assert found.stop is not None or found.next == found.questions[0]


@given(services(), st.dictionaries(st.sampled_from(["f1", "f2", "f3.0.f4", "x"]), st.none()))
def test_answers_of_another_version_break_nothing(service: Service, answers: Any) -> None:
    found = walked(service, answers)
    assert found.answered <= len(found.questions)
    assert set(found.values) <= {q.path for q in found.questions} | {
        field.id for field in service.fields if field.type == "information"
    }
