"""The closed language of conditions, as a definition writes it."""

from datetime import date
from typing import Any

import pytest

from dialogs.conditions import Scope
from tests.definitions import a_field, a_service

TODAY = date(2026, 11, 23)
ANSWERS: dict[str, Any] = {
    "ja": True,
    "tal": 20,
    "penningar": "20.50",
    "farg": "rod",
    "farger": ["rod", "gron"],
    "dag": "2026-12-04",
    "tid": "14:30",
    "ord": "En lång mening",
    "fodd": "201503142380",
    "tid_att": {"from": "2026-12-01", "to": None},
}
_FIELDS = (
    a_field("ja"),
    a_field("tal", "integer"),
    a_field("penningar", "money"),
    a_field("farg", "choice"),
    a_field("farger", "choices"),
    a_field("dag", "date"),
    a_field("tid", "time"),
    a_field("ord", "text"),
    a_field("fodd", "personnummer"),
    a_field("tid_att", "period", open_ended=True),
    a_field("saknas", "text", optional=True),
)


def holds(condition: Any, **answers: Any) -> bool:
    service = a_service(*_FIELDS, a_field("sist", when=condition))
    field = next(each for each in service.fields if each.id == "sist")
    assert field.when is not None
    facts = {"person.age": 36, "person.name": "Anna Ek"}
    return field.when.holds(Scope({**ANSWERS, **answers}, facts, TODAY))


@pytest.mark.parametrize(
    "condition",
    [
        {"field": "ja", "is": True},
        {"field": "ja", "is_not": False},
        {"field": "tal", "at_least": 20},
        {"field": "tal", "at_most": 20},
        {"field": "tal", "more_than": 19},
        {"field": "tal", "less_than": 21},
        {"field": "penningar", "more_than": 20},
        {"field": "farg", "in": ["rod", "bla"]},
        {"field": "farg", "not_in": ["gron", "bla"]},
        {"field": "farger", "has": "gron"},
        {"field": "farger", "has_any": ["bla", "rod"]},
        {"field": "farger", "lacks": "bla"},
        {"field": "ord", "contains": "lång"},
        {"field": "dag", "after": {"today": "+10 days"}},
        {"field": "dag", "on_or_before": {"today": "+11 days"}},
        {"field": "dag", "before": {"field": "dag", "plus": "1 day"}},
        {"field": "tid", "before": "15:00"},
        {"field": "tid_att.from", "on_or_after": "2026-12-01"},
        {"field": "ord", "answered": True},
        {"field": "saknas", "answered": False},
        {"age_of": "fodd", "is": 11},
        {"count_of": "farger", "is": 2},
        {"length_of": "ord", "more_than": 10},
        {"days_between": [{"today": "0 days"}, {"field": "dag"}], "is": 11},
        {"today": "+11 days", "is": {"field": "dag"}},
        {"fact": "person.age", "at_least": 18},
        {"how_many": [{"field": "ja", "is": True}, {"field": "tal", "is": 1}], "is": 1},
        {"latest": [{"field": "dag"}, "2026-12-01"], "is": "2026-12-04"},
        {"earliest": [{"field": "dag"}, "2026-12-01"], "is": "2026-12-01"},
        {"all": [{"field": "ja", "is": True}, {"field": "tal", "is": 20}]},
        {"any": [{"field": "ja", "is": False}, {"field": "tal", "is": 20}]},
        {"not": {"field": "ja", "is": False}},
        [{"field": "ja", "is": True}, {"field": "tal", "is": 20}],
    ],
    ids=str,
)
def test_holds_and_its_opposite_does_not(condition: Any) -> None:
    assert holds(condition)
    opposite = {"all": condition} if isinstance(condition, list) else condition
    assert not holds({"not": opposite})


@pytest.mark.parametrize(
    "comparison",
    [{"is": "x"}, {"in": ["x"]}, {"contains": "x"}],
    ids=str,
)
def test_missing_answer_fulfils_no_comparison(comparison: Any) -> None:
    assert not holds({"field": "saknas", **comparison})


def test_months_end_on_a_day_that_exists() -> None:
    condition = {"field": "dag", "before": {"field": "dag", "plus": "1 month"}}
    assert holds(condition, dag="2028-01-31")
    assert holds({"field": "dag", "is": {"today": "+2 months"}}, dag="2027-01-23")
