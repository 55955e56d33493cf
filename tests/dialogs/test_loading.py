"""Every mistake in a definition is told with its line, and content alone makes the version."""

import re
from decimal import Decimal
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dialogs.age_limit import QUESTION, STOP
from dialogs.checking import check_service
from dialogs.conditions import (
    COMPARISONS,
    All,
    Answered,
    Compare,
    FieldValue,
    Literal,
    Not,
    Shift,
    SumOf,
    Today,
)
from dialogs.fields import FIELD_TYPES
from dialogs.loading import DefinitionErrors, Problem, load_service
from dialogs.loading_conditions import FACTS, OPERANDS
from dialogs.loading_fields import FIELD_KEYS
from dialogs.service import Service, Signing, SigningOrder, Visibility
from tests.definitions import (
    CONSENT,
    Document,
    a_field,
    a_service,
    documents,
    loaded,
    services,
    written,
)

HEAD = """\
id: prov
title: Prov
summary: Ett prov.
category: Prov
words: [prov]
login: no
sign: none
unit: kundtjanst
legal_basis: Kommunallagen
retention: Två år
minutes: 5
next_steps: Vi svarar.
fields:
"""
#: The line of a field's first key in a definition made by `with_field`.
FIRST = HEAD.count("\n") + 1


def load(text: str) -> Service:
    return load_service(text, source="prov.yaml", types=FIELD_TYPES)


def with_field(body: str, *, kind: str = "yes_no") -> str:
    """A definition with one field: id on FIRST, type and ask on the next, then `body`."""
    lines = "".join(f"    {line}\n" for line in body.splitlines())
    return f"{HEAD}  - id: fraga\n    type: {kind}\n    ask: Vad?\n{lines}"


def without(key: str) -> str:
    whole = HEAD + "  - {id: fraga, type: yes_no, ask: Vad}\n"
    return "".join(line for line in whole.splitlines(True) if not line.startswith(f"{key}:"))


def with_line(key: str, line: str) -> str:
    """A valid definition whose line for `key` is replaced."""
    whole = HEAD + "  - {id: fraga, type: yes_no, ask: Vad}\n"
    return "".join(
        f"{line}\n" if each.startswith(f"{key}:") else each for each in whole.splitlines(True)
    )


def problems_of(text: str) -> tuple[Problem, ...]:
    with pytest.raises(DefinitionErrors) as caught:
        load(text)
    return caught.value.problems


OWN = FIRST + 3
GROUP = "fields:\n  - {id: namn, type: name, ask: Vem}\n"

#: name, text, line, part of the problem or remedy
BROKEN: list[tuple[str, str, int, str]] = [
    # The file
    ("empty file", "", 1, "Start with id"),
    ("only a comment", "# hej\n", 1, "Start with id"),
    ("a list instead of keys", "- id: prov\n", 1, "key: value"),
    ("a plain text", "hej", 1, "key: value"),
    ("bad indentation", "id: prov\n title: x\n", 2, "indentation"),
    ("open quote", 'id: "prov\ntitle: x\n', 3, "quotes"),
    ("tab for indentation", "id: prov\nfields:\n\t- id: x\n", 3, "indentation"),
    ("two documents", "id: a\n---\nid: b\n", 2, "YAML"),
    ("an alias", "title: &x Hej\nsummary: *x\n", 2, "in full"),
    ("billion laughs", "a: &a [x]\nb: &b [*a, *a]\nc: [*b, *b]\n", 2, "in full"),
    ("too deep", "a: " + "[" * 100 + "]" * 100, 1, "flatter"),
    ("too long", "# " + "x" * 200_001, 1, "two"),
    ("a control character", "id: prov\x07\n", 1, "UTF-8"),
    ("a lone surrogate", "id: \ud800\n", 1, "UTF-8"),
    # The service
    ("no id", without("id"), 1, "id: …"),
    ("no title", without("title"), 1, "title: …"),
    ("no fields", "".join(HEAD.splitlines(True)[:-1]), 1, "fields: …"),
    ("no legal basis", without("legal_basis"), 1, "legal_basis"),
    ("unknown key", with_line("title", "titel: Prov"), 2, "Did you mean 'title'?"),
    ("duplicate key", with_line("title", "title: a\ntitle: b"), 3, "Keep one"),
    ("merge key", with_line("title", "<<: {title: x}"), 2, "no key '<<'"),
    ("id with capitals", with_line("id", "id: Prov"), 1, "a-z"),
    ("id with å", with_line("id", "id: försök"), 1, "a-z"),
    ("empty title", with_line("title", "title: ''"), 2, "Write the text"),
    ("title is a list", with_line("title", "title: [a]"), 2, "key: value"),
    ("no Swedish", with_line("title", "title: {en: Test}"), 2, "'sv'"),
    ("unknown language", with_line("title", "title: {sv: a, eng: b}"), 2, "two letters"),
    ("empty English", with_line("title", "title: {sv: a, en: ''}"), 2, "empty"),
    ("login in words", with_line("login", "login: ja"), 6, "yes or no"),
    ("quoted flag", with_line("login", "login: 'yes'"), 6, "without quotes"),
    ("unknown signing", with_line("sign", "sign: both"), 7, "every party"),
    ("unknown order", with_line("minutes", "minutes: 5\nsigning_order: queue"), 12, "sequence"),
    ("words not a list", with_line("words", "words: prov"), 5, "- item"),
    ("no words", with_line("words", "words: []"), 5, "at least one"),
    ("minutes in words", with_line("minutes", "minutes: fem"), 11, "digits"),
    ("no minutes", with_line("minutes", "minutes: 0"), 11, "1 or more"),
    ("half a minute", with_line("minutes", "minutes: 0.5"), 11, "digits"),
    ("a foreign tag", with_line("title", "title: !!python/name:os.system x"), 2, "plain text"),
    (
        "concerns a cat",
        with_line("minutes", "minutes: 5\nconcerns: {who: cat, name: fraga}"),
        12,
        "child, person or organisation",
    ),
    ("concerns without who", with_line("minutes", "minutes: 5\nconcerns: {name: a}"), 12, "'who'"),
    (
        "concerns without questions",
        with_line("minutes", "minutes: 5\nconcerns: {who: child}"),
        12,
        "name: or number:",
    ),
    ("an age in words", with_line("minutes", "minutes: 5\nmin_age: vuxen"), 12, "digits"),
    ("an age of nothing", with_line("minutes", "minutes: 5\nmin_age: 0"), 12, "1 or more"),
    ("an age without years", with_line("minutes", "minutes: 5\nmin_age: {say: Nej}"), 12, "years:"),
    ("an age with more", with_line("minutes", "minutes: 5\nmin_age: {year: 18}"), 12, "years"),
    ("concerns in a word", with_line("minutes", "minutes: 5\nconcerns: barn"), 12, "key: value"),
    # A field
    ("fields not a list", HEAD.replace("fields:", "fields: x"), 13, "list"),
    ("a field is a text", HEAD + "  - hej\n", FIRST, "key: value"),
    ("field without id", HEAD + "  - {type: yes_no, ask: Vad}\n", FIRST, "Add an id"),
    ("field without type", HEAD + "  - {id: a, ask: Vad}\n", FIRST, "Add a type"),
    ("field without question", HEAD + "  - {id: a, type: yes_no}\n", FIRST, "Add 'ask'"),
    ("unknown type", HEAD + "  - id: a\n    type: datum\n    ask: x\n", FIRST + 1, "'date'"),
    ("id with a dash", HEAD + "  - {id: a-b, type: yes_no, ask: x}\n", FIRST, "_"),
    (
        "same id twice",
        HEAD + "  - {id: a, type: yes_no, ask: x}\n  - {id: a, type: text, ask: y}\n",
        FIRST + 1,
        "of its own",
    ),
    ("misspelt key", with_field("lable: Hej"), OWN, "Did you mean 'label'?"),
    ("setting of another type", with_field("max_length: 3"), OWN, "no key 'max_length'"),
    ("optional in words", with_field("optional: kanske"), OWN, "yes or no"),
    ("unknown visibility", with_field("visibility: secret"), OWN, "private"),
    ("phone without visibility", with_field("", kind="phone"), FIRST, "visibility: private"),
    ("e-mail without visibility", with_field("", kind="email"), FIRST, "visibility: private"),
    ("address without visibility", with_field("", kind="address"), FIRST, "visibility: shared"),
    ("value on a question", with_field("value: {today: +1 day}"), OWN, "information"),
    # Options and groups
    ("choice without options", with_field("", kind="choice"), FIRST, "Add 'options'"),
    ("options on yes_no", with_field("options: {a: A, b: B}"), OWN, "choice"),
    ("empty options", with_field("options: {}", kind="choice"), OWN, "two alternatives"),
    ("options as texts", with_field("options: [a, b]", kind="choice"), OWN, "key: value"),
    ("option without label", with_field("options: [{value: a}]", kind="choice"), OWN, "label"),
    (
        "same option twice",
        with_field("options:\n  - {value: a, label: A}\n  - {value: a, label: B}", kind="choice"),
        OWN + 2,
        "Remove one",
    ),
    (
        "same option key twice",
        with_field("options:\n  a: A\n  a: B", kind="choice"),
        OWN + 2,
        "Keep one",
    ),
    ("same label twice", with_field("options: {a: Ja, b: ja}", kind="choice"), OWN, "its own"),
    ("option with a space", with_field("options: {a b: Ja}", kind="choice"), OWN, "a-z"),
    ("group without fields", with_field("row: Barn", kind="group"), FIRST, "Add 'fields'"),
    ("group with no fields", with_field("fields: []", kind="group"), OWN, "at least one"),
    ("fields on yes_no", with_field(GROUP), OWN, "group"),
    (
        "row's field named as its group",
        with_field("fields:\n  - {id: fraga, type: name, ask: Vem}", kind="group"),
        OWN + 1,
        "of its own",
    ),
    # Settings
    ("length in words", with_field("max_length: lång", kind="text"), OWN, "digits"),
    ("amount in words", with_field("max: mycket", kind="money"), OWN, "a number"),
    ("octal number", with_field("max: 0612", kind="integer"), OWN, "digits"),
    ("no date", with_field("min: 2026-02-30", kind="date"), OWN, "2026-01-31"),
    ("limit is a count", with_field("min: {count_of: a}", kind="date"), OWN, "date"),
    ("no time", with_field("min: 25:00", kind="time"), OWN, "08:00"),
    ("flag in words", with_field("mobile: 1\nvisibility: private", kind="phone"), OWN, "yes"),
    ("accept is a text", with_field("accept: pdf", kind="files"), OWN, "list"),
    (
        "other has no Swedish",
        with_field("options: {a: A, b: B}\nother: {en: Other}", kind="choice"),
        OWN + 1,
        "'sv'",
    ),
    # Rules and conditions
    (
        "rule without sentence",
        with_field("refuse:\n  - when: {field: fraga, is: yes}"),
        OWN + 1,
        "say",
    ),
    ("rule without condition", with_field("warn: [{say: Oj}]"), OWN, "condition"),
    ("rules not a list", with_field("warn: {say: Oj}"), OWN, "list"),
    (
        "rule with another key",
        with_field("warn: [{when: {field: fraga, is: yes}, text: Oj}]"),
        OWN,
        "say",
    ),
    ("condition is a text", with_field("when: fraga"), OWN, "key: value"),
    ("empty condition", with_field("when: {}"), OWN, "comparison"),
    ("nothing compared", with_field("when: {field: a}"), OWN, "Add a comparison"),
    ("compared in two ways", with_field("when: {field: a, is: 1, at_most: 2}"), OWN, "'all'"),
    ("misspelt comparison", with_field("when: {field: a, at_leats: 1}"), OWN, "'at_least'"),
    ("misspelt operand", with_field("when: {feild: a, is: 1}"), OWN, "'field'"),
    ("two operands", with_field("when: {field: a, age_of: b, is: 1}"), OWN, "Keep one"),
    ("no operand", with_field("when: {is: 1}"), OWN, "Add one of"),
    ("answered with age", with_field("when: {age_of: a, answered: yes}"), OWN, "answered: yes"),
    ("answered in words", with_field("when: {field: a, answered: kanske}"), OWN, "yes or no"),
    ("in with one value", with_field("when: {field: a, in: b}"), OWN, "list"),
    ("is with a list", with_field("when: {field: a, is: [b, c]}"), OWN, "'in'"),
    ("has with a list", with_field("when: {field: a, has: [b, c]}"), OWN, "has_any"),
    ("before no date", with_field("when: {field: a, before: snart}"), OWN, "2026-01-31"),
    ("all with a friend", with_field("when: {all: [{field: a, is: 1}], any: []}"), OWN, "any"),
    ("empty all", with_field("when: {all: []}"), OWN, "at least one"),
    ("empty list", with_field("when: []"), OWN, "at least one"),
    ("unknown fact", with_field("when: {fact: person.agee, at_least: 18}"), OWN, "person.age"),
    (
        "three dates between",
        with_field("when: {days_between: [{today: }, {today: }, {today: }], is: 1}"),
        OWN,
        "start",
    ),
    ("sum of no list", with_field("when: {sum_of: a, is: 1}"), OWN, "list"),
    ("shift without unit", with_field("when: {today: +2, after: {field: a}}"), OWN, "+2 months"),
    (
        "shift in Swedish",
        with_field("when: {field: a, after: {today: 2 månader}}"),
        OWN,
        "+2 months",
    ),
    ("shift too far", with_field("when: {field: a, after: {today: 900 years}}"), OWN, "200"),
    ("plus on age", with_field("when: {age_of: a, plus: 1 day, is: 1}"), OWN, "'field'"),
    ("path with capitals", with_field("when: {field: Barn, is: 1}"), OWN, "small letters"),
    (
        "deep mistake",
        with_field("when:\n  all:\n    - {field: a, is: 1}\n    - not: {field: a, iss: 1}"),
        OWN + 3,
        "'is'",
    ),
]


@pytest.mark.parametrize(
    ("text", "line", "word"),
    [pytest.param(*rest, id=name) for name, *rest in BROKEN],
)
def test_a_mistake_is_told_with_its_line_and_a_remedy(text: str, line: int, word: str) -> None:
    found = [str(problem) for problem in problems_of(text)]

    assert any(each.startswith(f"prov.yaml:{line}: ") and word in each for each in found), found


def test_all_mistakes_are_told_at_once_in_order_of_line() -> None:
    text = with_line("title", "titel: Prov").replace("minutes: 5", "minutes: fem")

    problems = problems_of(text)

    assert [problem.line for problem in problems] == [1, 2, 11]
    assert "'title'" in problems[0].what


@given(st.text(max_size=300))
def test_no_text_breaks_the_loader(text: str) -> None:
    with pytest.raises(DefinitionErrors):
        load(text)


@given(st.data())
def test_a_damaged_definition_loads_or_tells_why(data: st.DataObject) -> None:
    text = with_field("when: {all: [{field: a, is: yes}]}\nhelp: {sv: Hej, en: Hi}")
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 20)))
    damaged = text[:start] + data.draw(st.text(alphabet="{}[]:,-&*! \n'\"ax1", max_size=6))

    try:
        load(damaged + text[end:])
    except DefinitionErrors as error:
        assert error.problems


def test_texts_keep_their_languages_and_swedish_is_the_default() -> None:
    service = a_service(a_field("a", ask={"sv": "Vad?", "en": "What?"}), title="Prov")

    assert service.fields[0].ask.to("en") == "What?"
    assert service.title.to("en") == "Prov"
    assert service.languages == ("sv",)


def test_a_language_is_offered_when_every_text_has_it() -> None:
    def both(value: object) -> object:
        return {"sv": value, "en": value}

    texts = ("title", "summary", "legal_basis", "retention", "next_steps")
    ask = both("Vad?")
    fields = [
        a_field("a", "choice", ask=ask, options={"x": both("X"), "y": both("Y")}),
        a_field(
            "b",
            "integer",
            ask=ask,
            unit="m",
            warn=[{"when": {"field": "b", "at_least": 5}, "say": both("Oj")}],
        ),
        a_field("samtycke", "consent", ask=ask),
    ]
    whole: Document = {key: both("x") for key in texts} | {"fields": fields}

    assert a_service(**whole).languages == ("sv", "en")
    fields[0]["options"]["y"] = "Y"
    assert a_service(**whole).languages == ("sv",)


def test_parties_may_be_asked_one_at_a_time() -> None:
    party = a_field("part", "party")
    parallel = a_service(party, sign="all")
    sequence = a_service(party, sign="all", signing_order="sequence")

    assert sequence.signing_order is SigningOrder.SEQUENCE
    assert sequence.version != parallel.version


def test_an_age_limit_stands_right_after_the_login() -> None:
    early = a_field("skyddad", before_login=True)
    service = a_service(early, a_field("namn", "name"), min_age=18)

    assert [each.id for each in service.fields][:4] == ["skyddad", QUESTION, STOP, "namn"]
    assert "18" in service.fields[2].ask.to("sv")
    assert service.version != a_service(early, a_field("namn", "name")).version


def test_an_age_limit_may_be_told_in_ones_own_words() -> None:
    service = a_service(min_age={"years": 18, "say": "Man måste ha fyllt 18 år för att gifta sig."})

    assert service.fields[1].ask.to("sv") == "Man måste ha fyllt 18 år för att gifta sig."


def test_defaults_are_filled_in() -> None:
    service = load(without("nothing"))

    assert (service.signing_days, service.draft_days) == (30, 90)
    assert service.signing_order is SigningOrder.PARALLEL
    assert service.min_age is None
    assert service.signing is Signing.NONE
    assert not service.anonymous
    assert service.fields[0].visibility is Visibility.SHARED
    assert service.fields[0].line == FIRST
    assert service.source.startswith("id: prov")


def test_settings_have_the_type_of_their_kind() -> None:
    service = a_service(
        a_field("a", "money", min=0, max="12.50"),
        a_field("b", "time", min="8:00"),
        a_field("c", "date", min={"today": "+1 month"}, max="2030-01-01"),
        a_field("d", "files", accept=["pdf"], max_count=2),
        a_field("e", "integer", unit="meter"),
    )

    money, time, date, files, integer = (dict(field.limits) for field in service.fields[:5])
    assert money == {"min": Decimal(0), "max": Decimal("12.50")}
    assert time == {"min": "08:00"}
    assert date == {"min": Today(Shift(months=1)), "max": "2030-01-01"}
    assert files == {"accept": ("pdf",), "max_count": 2}
    assert integer == {"unit": "meter"}


@pytest.mark.parametrize(
    ("written_as", "meant"),
    [
        ("{field: a, is: yes}", Compare(FieldValue("a"), "is", Literal(True))),
        ("{field: a, is: 'yes'}", Compare(FieldValue("a"), "is", Literal("yes"))),
        ("{field: a, is: 12}", Compare(FieldValue("a"), "is", Literal(12))),
        ("{field: a, is: 1.5}", Compare(FieldValue("a"), "is", Literal(Decimal("1.5")))),
        ("{field: a, is: 14:30}", Compare(FieldValue("a"), "is", Literal("14:30"))),
        ("{field: a, in: [x, y]}", Compare(FieldValue("a"), "in", Literal(("x", "y")))),
        (
            "{field: p.to, plus: 1 year, before: {today: }}",
            Compare(FieldValue("p.to", Shift(months=12)), "before", Today()),
        ),
        (
            "{today: -3 weeks, on_or_after: {field: d}}",
            Compare(Today(Shift(days=-21)), "on_or_after", FieldValue("d")),
        ),
        ("{sum_of: [a, g.b], more_than: 5}", Compare(SumOf(("a", "g.b")), "more_than", Literal(5))),
        ("{field: a, answered: no}", Answered("a", expected=False)),
        ("{not: {field: a, answered: yes}}", Not(Answered("a", expected=True))),
        ("[{field: a, answered: yes}]", All((Answered("a", expected=True),))),
    ],
)
def test_conditions_mean_what_they_say(written_as: str, meant: object) -> None:
    assert load(with_field(f"when: {written_as}")).fields[0].when == meant


# ── The version ───────────────────────────────────────────────────────────────────────────────


def test_every_change_of_content_changes_the_version() -> None:
    variants = [
        a_service(a_field("a")),
        a_service(a_field("b")),
        a_service(a_field("a", optional=True)),
        a_service(a_field("a"), a_field("b")),
        a_service(a_field("b"), a_field("a")),
        a_service(a_field("a"), title="Annan"),
        a_service(a_field("a", "choice", options={"x": "X", "y": "Y"})),
        a_service(a_field("a", "choice", options={"y": "Y", "x": "X"})),
        a_service(a_field("a"), a_field("b", when={"count_of": "a", "at_least": 1})),
        a_service(a_field("a"), a_field("b", when={"length_of": "a", "at_least": 1})),
        a_service(a_field("a", "integer", max=5)),
        a_service(a_field("a", "integer", max=6)),
    ]

    assert len({service.version for service in variants}) == len(variants)
    assert all(len(service.version) == 16 for service in variants)


def test_a_default_that_is_written_out_does_not_change_the_version() -> None:
    plain = a_service(a_field("a"))

    written = a_service(a_field("a", optional=False), signing_days=30, signing_order="parallel")

    assert written.version == plain.version


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(documents())
def test_order_of_keys_space_and_comments_do_not_change_the_version(document: Document) -> None:
    service = loaded(document)
    other = "# En kommentar\n\n" + written(document, sort_keys=True).replace("\nid:", "\n\nid:")
    flow = yaml.dump(document, Dumper=yaml.SafeDumper, default_flow_style=None, width=10_000)

    # Options in the short form are ordered by the author; the strategy writes them as a list.
    assert load(other).version == service.version
    if "*id" not in flow:
        assert load(flow).version == service.version


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(services())
def test_any_valid_definition_loads_with_all_its_fields(service: Service) -> None:
    again = load(service.source)

    assert again == service
    assert service.fields[-1].type == "consent"


# ── The documentation ─────────────────────────────────────────────────────────────────────────

GUIDE = (Path(__file__).parents[2] / "docs" / "services.md").read_text(encoding="utf-8")


def test_the_guides_example_loads_and_checks_without_remarks() -> None:
    example = GUIDE.split("```yaml\n")[1].split("```")[0]

    service = load_service(example, source="bastu.yaml", types=FIELD_TYPES)

    assert check_service(service, types=FIELD_TYPES, units={"fritid"}) == ()


def test_the_guides_pattern_for_signatories_loads_and_checks_without_remarks() -> None:
    block = next(each for each in GUIDE.split("```yaml\n") if "firmatecknare" in each)
    pattern = yaml.safe_load(block.split("```")[0])
    fields = [*pattern.pop("fields"), CONSENT]

    service = a_service(**pattern, fields=fields)

    assert check_service(service, types=FIELD_TYPES, units={"kundtjanst"}) == ()


def test_the_guide_names_every_type_setting_and_word_of_the_language() -> None:
    settings_of_types = {key for kind in FIELD_TYPES.values() for key in kind.LIMITS}
    words = {*FIELD_TYPES, *settings_of_types, *COMPARISONS, *OPERANDS, *FACTS, *FIELD_KEYS}

    assert {word for word in words if not re.search(rf"\b{re.escape(word)}\b", GUIDE)} == set()
