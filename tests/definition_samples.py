"""What `tests.definitions.services` makes definitions of: texts, settings and conditions."""

from typing import Any

from hypothesis import strategies as st

Document = dict[str, Any]

SENTENCES = st.sampled_from(
    [
        "Vad gäller det?",
        "Vilken dag passar dig?",
        "Berätta: hur gick det till?",
        "Åäö – ”citat” & <taggar> # inte en kommentar",
        "Kontakta {customer_service} om du undrar.",
        "Två rader.\nDen andra raden.",
        "- punkt",
        "yes",
        "12:30",
    ]
)
SIMPLE = (
    "text",
    "long_text",
    "integer",
    "decimal",
    "money",
    "date",
    "time",
    "period",
    "yes_no",
    "choice",
    "choices",
    "name",
    "personnummer",
    "organisation_number",
    "phone",
    "email",
    "address",
    "property",
    "bank_account",
    "vehicle",
    "files",
    "location",
)
#: Settings that a field of the type may have; empty: none besides what it needs.
WITH_LIMITS: dict[str, list[Document]] = {
    "text": [{}, {"max_length": 80}],
    "long_text": [{}, {"min_length": 2, "max_length": 2000}],
    "integer": [{"min": 0, "max": 100}, {"min": 0, "max": 100, "unit": "meter"}],
    "decimal": [{"min": 0, "max": 100}, {"min": 0, "max": 100, "decimals": 2}],
    "money": [{"min": 0, "max": 100}],
    "date": [{}, {"min": {"today": "+1 day"}, "max": {"today": "+2 years"}}],
    "time": [{}, {"min": "08:00", "max": "17:00"}],
    "period": [{}, {"open_ended": True}, {"min": {"today": "0 days"}, "max_days": 60}],
    "choice": [{}, {"other": "Annat"}],
    "choices": [{}, {"min": 1, "max": 2}, {"ordered": True}, {"other": "Annat"}],
    "personnummer": [{}, {"coordination": False}, {"min_age": 18}],
    "organisation_number": [{}, {"sole_trader": True}],
    "phone": [{}, {"mobile": True}],
    "bank_account": [{}, {"giro": True}],
    "files": [{}, {"min_count": 1, "max_count": 3, "max_mb": 5, "accept": ["pdf", "jpg"]}],
}


def conditions_about(field: Document) -> list[Document]:
    path = field["id"]
    match field["type"]:
        case "yes_no":
            return [{"field": path, "is": True}, {"field": path, "is_not": True}]
        case "choice":
            return [
                {"field": path, "is": "rod"},
                {"field": path, "is_not": "gron"},
                {"field": path, "in": ["rod", "bla"]},
                {"field": path, "not_in": ["rod", "bla"]},
            ]
        case "choices":
            return [
                {"field": path, "has": "rod"},
                {"field": path, "has_any": ["rod", "bla"]},
                {"field": path, "lacks": "gron"},
                {"count_of": path, "at_least": 2},
            ]
        case "integer" | "decimal" | "money":
            return [
                {"field": path, "at_least": 20},
                {"field": path, "less_than": 20},
                {"field": path, "is": 30},
                {"sum_of": [path], "more_than": 10},
            ]
        case "date":
            return [
                {"field": path, "after": {"today": "+20 days"}},
                {"field": path, "on_or_before": {"field": path, "plus": "1 day"}},
                {"days_between": [{"today": "0 days"}, {"field": path}], "at_most": 40},
            ]
        case "period":
            return [{"field": f"{path}.from", "before": {"today": "+20 days"}}]
        case "time":
            return [{"field": path, "before": "12:00"}]
        case "personnummer":
            return [{"age_of": path, "at_least": 18}, {"age_of": path, "less_than": 65}]
        case "text" | "long_text":
            return [{"field": path, "contains": "a"}, {"length_of": path, "more_than": 5}]
        case "files" | "group":
            return [{"count_of": path, "at_least": 2}]
        case "party":
            return [{"field": f"{path}.phone", "answered": True}]
        case _ if field.get("optional"):
            return [{"field": path, "answered": True}, {"field": path, "answered": False}]
        case _:
            return []
