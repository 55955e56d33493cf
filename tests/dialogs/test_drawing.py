"""Drawing: the flow in Swedish words and as a chart that leads from start to end."""

import re

from hypothesis import HealthCheck, given, settings

from dialogs.drawing import as_mermaid, as_text
from dialogs.fields import FIELD_TYPES
from dialogs.service import Service
from tests.definitions import a_field, a_service, services

SERVICE = a_service(
    a_field("skyddad", ask="Är du skyddad?", before_login=True),
    a_field(
        "stopp", "stop", ask="Ring oss.", before_login=True, when={"field": "skyddad", "is": True}
    ),
    a_field("farg", "choice", label="Färg"),
    a_field(
        "varfor", "text", ask='Varför "röd" <b>?', when={"field": "farg", "in": ["rod", "bla"]}
    ),
    a_field(
        "dag",
        "date",
        label="Dag",
        warn=[{"when": {"field": "dag", "before": {"today": "+2 months"}}, "say": "Det är snart."}],
    ),
)


def test_the_text_tells_each_question_with_what_decides_about_it() -> None:
    text = as_text(SERVICE, FIELD_TYPES)

    assert "1. Är du skyddad? [skyddad: yes_no, före inloggningen]" in text
    assert "bara om ”Är du skyddad” är ja" in text
    assert "svar: Röd | Grön | Blå" in text
    assert "bara om ”Färg” är något av Röd, Blå" in text
    assert "varnar om ”Dag” är före dagens datum plus 2 månader: Det är snart." in text


def test_the_text_tells_in_which_order_people_sign() -> None:
    party = a_field("part", "party")
    in_order = a_service(party, sign="all", signing_order="sequence")

    assert "alla parter signerar en i taget, till" in as_text(in_order, FIELD_TYPES)
    assert "alla parter signerar, till" in as_text(a_service(party, sign="all"), FIELD_TYPES)


def test_the_chart_has_conditions_in_words_on_its_edges() -> None:
    chart = as_mermaid(SERVICE, FIELD_TYPES)

    assert chart.startswith("flowchart TD\n")
    assert '-->|"om ”Är du skyddad” är ja"| f1' in chart
    assert '-->|"annars"| f2' in chart
    assert "Varför #quot;röd#quot; #lt;b#gt;?" in chart


def test_a_stop_leads_nowhere() -> None:
    assert not re.search(r"^ *f1 ", as_mermaid(SERVICE, FIELD_TYPES), re.MULTILINE)


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(services())
def test_every_node_of_any_chart_is_reached_and_defined_once(service: Service) -> None:
    chart = as_mermaid(service, FIELD_TYPES)

    nodes = re.findall(r"^ *(f\d+|om\d+|slut)[(\[{]", chart, re.MULTILINE)
    targets = set(re.findall(r"(?:-->|\|) (f\d+|om\d+|slut)$", chart, re.MULTILINE))
    assert len(nodes) == len(set(nodes))
    assert set(nodes) == targets
    assert chart.count("subgraph ") == len(re.findall(r"^ *end$", chart, re.MULTILINE))
    assert as_text(service, FIELD_TYPES).count("samtycke: consent") == 1
