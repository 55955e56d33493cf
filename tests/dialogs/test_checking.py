"""Checking: what cannot work is an error, what people may find hard is a warning."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from dialogs.checking import check_service
from dialogs.fields import FIELD_TYPES
from dialogs.problems import Problem, Severity
from dialogs.service import Service
from tests.definitions import (
    CONSENT,
    OPTIONS,
    UNITS,
    Document,
    a_field,
    a_service,
    services,
)


def check(*fields: Document, **overrides: Any) -> tuple[Problem, ...]:
    return check_service(a_service(*fields, **overrides), types=FIELD_TYPES, units=UNITS)


def when(condition: Any, *, field_id: str = "sist", kind: str = "yes_no") -> Document:
    return a_field(field_id, kind, when=condition)


YES_NO = a_field("ja")
NUMBER = a_field("antal", "integer", min=0, max=10)
AMOUNT = a_field("belopp", "money")
CHOICE = a_field("farg", "choice")
CHOICES = a_field("farger", "choices")
DATE = a_field("dag", "date")
TIME = a_field("tid", "time")
PERIOD = a_field("tiden", "period")
TEXT = a_field("text", "text")
BARN = a_field("barn", "group")
PARTY = a_field("part", "party")
FILES = a_field("bilder", "files")
STOP = a_field("stopp", "stop", when={"field": "ja", "is": True})


def rule(condition: Any) -> list[Document]:
    return [{"when": condition, "say": "Ändra."}]


#: name, fields, what is overridden, id of the field at fault (None: the service), part of the text
Case = tuple[str, list[Document], dict[str, Any], str | None, str]
ERRORS: list[Case] = [
    # References
    ("unknown field", [when({"field": "finns", "is": True})], {}, "sist", "no field 'finns'"),
    ("near miss", [YES_NO, when({"field": "jaa", "is": True})], {}, "sist", "'ja'"),
    ("forward", [when({"field": "ja", "is": True}, field_id="a"), YES_NO], {}, "a", "not answered"),
    ("itself", [when({"field": "sist", "is": True})], {}, "sist", "not answered yet"),
    (
        "forward in a rule",
        [a_field("a", refuse=rule({"field": "ja", "is": True})), YES_NO],
        {},
        "a",
        "not answered",
    ),
    ("forward in a limit", [a_field("a", "date", min={"field": "dag"}), DATE], {}, "a", "answered"),
    ("limit is no date", [TEXT, a_field("a", "date", min={"field": "text"})], {}, "a", "no date"),
    (
        "forward in a value",
        [a_field("a", "information", ask="{value}", value={"field": "dag"}), DATE],
        {},
        "a",
        "not answered",
    ),
    (
        "a row from outside",
        [BARN, when({"field": "barn.barnets_namn", "is": "Bo"})],
        {},
        "sist",
        "each row",
    ),
    (
        "own group",
        [a_field("g", "group", fields=[a_field("x", when={"count_of": "g", "at_least": 1})])],
        {},
        "g.x",
        "not answered yet",
    ),
    (
        "unknown part",
        [PERIOD, when({"field": "tiden.start", "answered": True})],
        {},
        "sist",
        "no part",
    ),
    ("part of a text", [TEXT, when({"field": "text.a", "answered": True})], {}, "sist", "no part"),
    (
        "other that is not offered",
        [CHOICE, when({"field": "farg.other", "answered": True})],
        {},
        "sist",
        "no part",
    ),
    # Comparisons
    ("no such option", [CHOICE, when({"field": "farg", "is": "rosa"})], {}, "sist", "no option"),
    (
        "no such option in a list",
        [CHOICE, when({"field": "farg", "in": ["rod", "rosa"]})],
        {},
        "sist",
        "no option 'rosa'",
    ),
    (
        "no such option ticked",
        [CHOICES, when({"field": "farger", "has": "rosa"})],
        {},
        "sist",
        "no option",
    ),
    ("yes for an option", [CHOICE, when({"field": "farg", "is": True})], {}, "sist", "quotes"),
    ("text for yes", [YES_NO, when({"field": "ja", "is": "yes"})], {}, "sist", "without quotes"),
    ("number for yes", [YES_NO, when({"field": "ja", "at_least": 1})], {}, "sist", "is: yes"),
    ("is on several", [CHOICES, when({"field": "farger", "is": "rod"})], {}, "sist", "has"),
    ("has on one", [CHOICE, when({"field": "farg", "has": "rod"})], {}, "sist", "is_not"),
    (
        "before on a number",
        [NUMBER, when({"field": "antal", "before": "2026-01-01"})],
        {},
        "sist",
        "at_least",
    ),
    (
        "at_least on a date",
        [DATE, when({"field": "dag", "at_least": 3})],
        {},
        "sist",
        "on_or_after",
    ),
    ("time for a date", [DATE, when({"field": "dag", "before": "08:00"})], {}, "sist", "2026-01"),
    (
        "date for a time",
        [TIME, when({"field": "tid", "before": "2026-01-01"})],
        {},
        "sist",
        "08:00",
    ),
    ("text for a number", [NUMBER, when({"field": "antal", "is": "tre"})], {}, "sist", "number"),
    (
        "contains on a number",
        [NUMBER, when({"field": "antal", "contains": "3"})],
        {},
        "sist",
        "numbers",
    ),
    (
        "compares a whole group",
        [BARN, when({"field": "barn", "answered": True})],
        {},
        "sist",
        "count_of",
    ),
    (
        "compares a whole period",
        [PERIOD, when({"field": "tiden", "is": "x"})],
        {},
        "sist",
        "period.from",
    ),
    ("age of a text", [TEXT, when({"age_of": "text", "at_least": 18})], {}, "sist", "age"),
    ("count of a text", [TEXT, when({"count_of": "text", "at_least": 1})], {}, "sist", "counted"),
    (
        "length of a number",
        [NUMBER, when({"length_of": "antal", "at_least": 1})],
        {},
        "sist",
        "text",
    ),
    ("sum of texts", [TEXT, when({"sum_of": ["text"], "at_least": 1})], {}, "sist", "number"),
    (
        "shifted text",
        [TEXT, when({"field": "text", "plus": "1 day", "before": "2026-01-01"})],
        {},
        "sist",
        "date",
    ),
    (
        "number against date",
        [NUMBER, DATE, when({"field": "antal", "is": {"field": "dag"}})],
        {},
        "sist",
        "a number with a date",
    ),
    (
        "two amounts",
        [AMOUNT, when({"field": "belopp", "is": {"field": "belopp"}})],
        {},
        "sist",
        "sum_of",
    ),
    (
        "looks at a stop",
        [YES_NO, STOP, when({"field": "stopp", "answered": True})],
        {},
        "sist",
        "never answered",
    ),
    # Reachability
    (
        "contradiction",
        [YES_NO, when([{"field": "ja", "is": True}, {"field": "ja", "is": False}])],
        {},
        "sist",
        "never be reached",
    ),
    (
        "contradiction of options",
        [
            CHOICE,
            when(
                {
                    "all": [
                        {"field": "farg", "is": "rod"},
                        {"not": {"field": "farg", "in": ["rod", "bla"]}},
                    ]
                }
            ),
        ],
        {},
        "sist",
        "never be reached",
    ),
    (
        "contradiction of numbers",
        [NUMBER, when([{"field": "antal", "more_than": 5}, {"field": "antal", "less_than": 5}])],
        {},
        "sist",
        "never be reached",
    ),
    (
        "above the limit",
        [NUMBER, when({"field": "antal", "more_than": 10})],
        {},
        "sist",
        "never be reached",
    ),
    (
        "only after a stop",
        [YES_NO, STOP, when({"field": "ja", "is": True})],
        {},
        "sist",
        "never be reached",
    ),
    (
        "only after a refusal",
        [
            a_field("ja", refuse=rule({"field": "ja", "is": False})),
            when({"field": "ja", "is": False}),
        ],
        {},
        "sist",
        "never be reached",
    ),
    (
        "through a question that is not asked",
        [
            YES_NO,
            a_field("mitt", when={"field": "ja", "is": True}),
            when([{"field": "ja", "is": False}, {"field": "mitt", "is": True}]),
        ],
        {},
        "sist",
        "never be reached",
    ),
    (
        "more than can be ticked",
        [a_field("farger", "choices", max=2), when({"count_of": "farger", "at_least": 3})],
        {},
        "sist",
        "never be reached",
    ),
    (
        "more than there are",
        [
            YES_NO,
            when(
                {
                    "how_many": [{"field": "ja", "is": True}, {"field": "ja", "is": False}],
                    "at_least": 2,
                }
            ),
        ],
        {},
        "sist",
        "never be reached",
    ),
    (
        "answered although required",
        [YES_NO, when({"field": "ja", "answered": False})],
        {},
        "sist",
        "never be reached",
    ),
    ("a stop without condition", [a_field("s", "stop")], {}, "s", "Add 'when'"),
    (
        "a stop for all",
        [YES_NO, a_field("s", "stop", when={"field": "ja", "in": [True, False]})],
        {},
        "s",
        "always holds",
    ),
    (
        "stops for all together",
        [YES_NO, STOP, a_field("s", "stop", when={"field": "ja", "is": False})],
        {},
        "s",
        "always holds",
    ),
    (
        "stops for every colour",
        [
            CHOICE,
            a_field("s", "stop", when={"field": "farg", "in": ["rod", "gron"]}),
            a_field("t", "stop", when={"field": "farg", "is": "bla"}),
        ],
        {},
        "t",
        "always holds",
    ),
    (
        "every answer is refused",
        [a_field("ja", refuse=rule({"field": "ja", "in": [True, False]}))],
        {},
        "ja",
        "is refused",
    ),
    # Limits
    ("min above max", [a_field("n", "integer", min=5, max=4)], {}, "n", "more than max"),
    (
        "dates crossed",
        [a_field("n", "date", min={"today": "+2 months"}, max={"today": "+1 month"})],
        {},
        "n",
        "above",
    ),
    ("a party too young", [{**PARTY, "min_age": 14}], {"sign": "all"}, "part", "at least 15"),
    (
        "ages crossed",
        [{**PARTY, "min_age": 40, "max_age": 18}],
        {"sign": "all"},
        "part",
        "more than max_age",
    ),
    ("lengths crossed", [a_field("n", "text", min_length=9, max_length=3)], {}, "n", "max_length"),
    # The service
    ("unknown unit", [], {"unit": "skolan"}, None, "'skola'"),
    ("signs without login", [], {"sign": "one", "login": False}, None, "login: yes"),
    ("anonymous login", [], {"anonymous": True}, None, "login: no"),
    ("no party", [], {"sign": "all"}, None, "type party"),
    *(
        (f"order, but {sign}", [], {"sign": sign, "signing_order": "sequence"}, None, "sign: all")
        for sign in ("none", "one")
    ),
    (
        "an age without login",
        [a_field("a")],
        {"login": False, "min_age": 18},
        "old_enough",
        "logged in",
    ),
    (
        "concerns nobody",
        [YES_NO],
        {"concerns": {"who": "child", "name": "barn"}},
        "concerns",
        "means no question",
    ),
    (
        "concerns a yes",
        [YES_NO],
        {"concerns": {"who": "child", "name": "ja"}},
        "concerns",
        "cannot be the name",
    ),
    (
        "concerns what is private",
        [a_field("namn", "name", visibility="private")],
        {"concerns": {"who": "person", "name": "namn"}},
        "concerns",
        "all who sign are told",
    ),
    ("party that does not sign", [PARTY], {"sign": "one"}, "part", "sign: all"),
    ("no consent", [], {"fields": [YES_NO]}, None, "type consent"),
    (
        "optional consent",
        [],
        {"fields": [YES_NO, {**CONSENT, "optional": True}]},
        "samtycke",
        "optional",
    ),
    ("late before_login", [YES_NO, a_field("s", before_login=True)], {}, "s", "Move it up"),
    ("before no login", [a_field("s", before_login=True)], {"login": False}, "s", "before_login"),
    (
        "before login in a group",
        [a_field("g", "group", fields=[a_field("x", before_login=True)])],
        {},
        "g.x",
        "group",
    ),
    ("unknown prefill", [a_field("n", "name", prefill="nam")], {}, "n", "'name'"),
    ("prefill of another type", [a_field("n", "name", prefill="phone")], {}, "n", "type phone"),
    (
        "prefill without login",
        [a_field("n", "name", prefill="name")],
        {"login": False},
        "n",
        "prefill",
    ),
    (
        "fact without login",
        [when({"fact": "person.age", "at_least": 18})],
        {"login": False},
        "sist",
        "logged in",
    ),
    # Texts
    (
        "value is not shown",
        [a_field("i", "information", value={"today": "1 day"})],
        {},
        "i",
        "{value}",
    ),
    ("placeholder of nothing", [a_field("i", "information", ask="Hej {namn}")], {}, "i", "{namn}"),
    ("value without value", [a_field("i", "information", ask="Den {value}")], {}, "i", "{value}"),
    ("open brace", [a_field("a", help="Hej {")], {}, "a", "{{"),
    ("placeholder in the title", [], {"title": "Hej {namn}"}, None, "{namn}"),
    (
        "rule on information",
        [YES_NO, a_field("i", "information", warn=rule({"field": "ja", "is": True}))],
        {},
        "i",
        "asks nothing",
    ),
]


def line_of(service: Service, path: str | None) -> int:
    if path is None:
        return 1
    if path == "concerns" and service.concerns is not None:
        return service.concerns.line
    fields = service.fields
    for name in path.split("."):
        field = next(each for each in fields if each.id == name)
        fields = field.fields
    return field.line


@pytest.mark.parametrize(
    ("fields", "overrides", "path", "word"),
    [pytest.param(*rest, id=name) for name, *rest in ERRORS],
)
def test_what_cannot_work_is_an_error_at_its_line(
    fields: list[Document], overrides: dict[str, Any], path: str | None, word: str
) -> None:
    service = a_service(*fields, **overrides)

    problems = check_service(service, types=FIELD_TYPES, units=UNITS)

    line = line_of(service, path)
    found = [
        str(each) for each in problems if each.severity is Severity.ERROR and each.line == line
    ]
    assert any(word in each for each in found), problems


WARNINGS: list[tuple[str, list[Document], str]] = [
    ("long question", [a_field("a", ask="Vad vill du? " * 30)], "300"),
    (
        "hard question",
        [
            a_field(
                "a",
                ask="Föreligger synnerliga omständigheter beträffande barnets vårdnadsförhållanden "
                "enligt bestämmelserna i föräldrabalken och socialtjänstlagen i förhållande "
                "till kommunen?",
            )
        ],
        "LIX",
    ),
    (
        "many options",
        [a_field("a", "choice", options={f"o{n}": f"Val {n}" for n in range(10)})],
        "10 options",
    ),
    ("no help for an identifier", [a_field("a", "personnummer")], "Add 'help'"),
    ("many questions", [a_field(f"f{n}") for n in range(21)], "questions, more than 20"),
    ("condition that always holds", [YES_NO, when({"field": "ja", "answered": True})], "always"),
    (
        "rule that never holds",
        [a_field("n", "integer", max=10, warn=rule({"field": "n", "more_than": 10}))],
        "never holds",
    ),
    (
        "a language that one text lacks",
        [
            a_field("a", ask={"sv": "Hej?", "en": "Hi?"}, help={"sv": "Ja.", "en": "Yes."}),
            a_field("b", "text", ask={"sv": "Vad?", "en": "What?"}, example="ABC"),
        ],
        "'en' is not offered",
    ),
    ("stop after the login", [a_field("ja", before_login=True), STOP, TEXT], "in vain"),
]


@pytest.mark.parametrize(
    ("fields", "word"), [pytest.param(*rest, id=name) for name, *rest in WARNINGS]
)
def test_what_people_may_find_hard_is_a_warning(fields: list[Document], word: str) -> None:
    problems = check(*fields)

    assert any(word in str(each) for each in problems), problems
    assert {each.severity for each in problems} == {Severity.WARNING}


def test_a_consent_in_the_middle_is_a_warning() -> None:
    (problem,) = check(fields=[CONSENT, YES_NO])

    assert problem.severity is Severity.WARNING
    assert "Move it to the end" in problem.remedy


SOUND: list[tuple[str, list[Document], dict[str, Any]]] = [
    (
        "other of a choice",
        [a_field("farg", "choice", other="Annan"), when({"field": "farg.other", "answered": True})],
        {},
    ),
    ("part of a party", [PARTY, when({"field": "part.phone", "answered": True})], {"sign": "all"}),
    ("in order", [PARTY], {"sign": "all", "signing_order": "sequence"}),
    ("party in a group", [a_field("agare", "group", fields=[PARTY])], {"sign": "all"}),
    (
        "sum of a group",
        [
            a_field("rader", "group", fields=[a_field("kr", "money")]),
            when({"sum_of": ["rader.kr"], "more_than": 100}),
        ],
        {},
    ),
    (
        "sibling and outer in a row",
        [
            YES_NO,
            a_field(
                "g",
                "group",
                fields=[
                    a_field("x"),
                    a_field("y", when=[{"field": "x", "is": True}, {"field": "ja", "is": True}]),
                ],
            ),
        ],
        {},
    ),
    (
        "own answer in a rule",
        [a_field("d", "date", warn=rule({"field": "d", "before": {"today": "+14 days"}}))],
        {},
    ),
    (
        "rows in a group's own rule",
        [a_field("g", "group", fields=[TEXT], warn=rule({"count_of": "g", "more_than": 2}))],
        {},
    ),
    ("fact after login", [when({"fact": "person.age", "at_least": 18})], {}),
    (
        "number against number",
        [
            NUMBER,
            a_field(
                "fler", "integer", refuse=rule({"field": "fler", "less_than": {"field": "antal"}})
            ),
        ],
        {},
    ),
    (
        "two choices compared",
        [CHOICE, a_field("ny", "choice", refuse=rule({"field": "ny", "is": {"field": "farg"}}))],
        {},
    ),
    ("several ticked", [CHOICES, when({"count_of": "farger", "at_least": 3})], {}),
    (
        "latest with one unknown",
        [
            a_field("ja", optional=True),
            a_field("dag", "date", when={"field": "ja", "is": True}),
            when({"latest": [{"field": "dag"}, {"today": ""}], "after": "2026-01-01"}),
        ],
        {},
    ),
    (
        "not answered because optional",
        [a_field("text", "text", optional=True), when({"field": "text", "answered": False})],
        {},
    ),
    (
        "not answered because not asked",
        [
            YES_NO,
            a_field("text", "text", when={"field": "ja", "is": True}),
            when({"field": "text", "answered": False}),
        ],
        {},
    ),
    (
        "value shown",
        [a_field("i", "information", ask="Tidigast {value}.", value={"today": "+2 months"})],
        {},
    ),
    ("customer service", [a_field("i", "information", ask="Ring {customer_service}.")], {}),
    (
        "protected identity first",
        [a_field("ja", before_login=True), {**STOP, "before_login": True}, TEXT],
        {},
    ),
    (
        "how many of several",
        [
            YES_NO,
            CHOICE,
            when(
                {
                    "how_many": [{"field": "ja", "is": True}, {"field": "farg", "is": "rod"}],
                    "at_least": 2,
                }
            ),
        ],
        {},
    ),
]


@pytest.mark.parametrize(
    ("fields", "overrides"), [pytest.param(*rest, id=name) for name, *rest in SOUND]
)
def test_what_works_is_left_alone(fields: list[Document], overrides: dict[str, Any]) -> None:
    assert check(*fields, **overrides) == ()


def test_many_deciding_questions_are_checked_without_trying_all_answers() -> None:
    fields = [a_field(f"f{n}", "choice") for n in range(15)]
    everything = [{"field": f"f{n}", "is": value} for n in range(15) for value in OPTIONS]

    problems = check(
        *fields, when({"any": everything}), when({"all": everything[::3]}, field_id="t")
    )

    assert [each for each in problems if each.severity is Severity.ERROR] == []


def test_problems_name_the_file() -> None:
    service = a_service(unit="borta")

    (plain,) = check_service(service, types=FIELD_TYPES, units=UNITS)
    (named,) = check_service(service, types=FIELD_TYPES, units=UNITS, source="annan.yaml")

    assert str(plain).startswith("provtjanst.yaml:1: There is no unit 'borta'. ")
    assert str(named).startswith("annan.yaml:1: ")


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(services())
def test_any_valid_definition_has_no_errors(service: Service) -> None:
    problems = check_service(service, types=FIELD_TYPES, units=UNITS)

    assert [each for each in problems if each.severity is Severity.ERROR] == []
