"""Builders of service definitions for tests: one small valid one, and any valid one.

`a_service_yaml` states only what a test is about. `services` is a hypothesis strategy that uses
every field type, groups, parties, stops, rules and conditions that look at earlier fields; what it
makes loads and checks without errors.
"""

from collections.abc import Callable
from typing import Any

import yaml
from hypothesis import strategies as st

from dialogs.fields import FIELD_TYPES
from dialogs.loading import load_service
from dialogs.service import Service
from tests.definition_samples import SENTENCES, SIMPLE, WITH_LIMITS, conditions_about

Document = dict[str, Any]
Draw = Callable[[st.SearchStrategy[Any]], Any]

UNITS = ("kundtjanst", "skola")
CONSENT: Document = {"id": "samtycke", "type": "consent", "ask": "Har du läst om personuppgifter?"}
OPTIONS = {"rod": "Röd", "gron": "Grön", "bla": "Blå"}

#: What a type cannot do without.
_NEEDED: dict[str, Document] = {
    "choice": {"options": OPTIONS},
    "choices": {"options": OPTIONS},
    "phone": {"visibility": "private"},
    "email": {"visibility": "private"},
    "address": {"visibility": "shared"},
    "party": {"role": "den andra sökanden"},
    "group": {
        "min": 1,
        "max": 3,
        "row": "Barn",
        "add": "Vill du lägga till ett barn till?",
        "fields": [{"id": "barnets_namn", "type": "name", "ask": "Vad heter barnet?"}],
    },
}


def a_field(field_id: str, kind: str = "yes_no", /, **settings: Any) -> Document:
    """A field with what its type needs; a setting None leaves a key out."""
    field = {"id": field_id, "type": kind, "ask": f"Vad gäller {field_id}?"}
    return _without_none({**field, **_NEEDED.get(kind, {}), **settings})


def a_service_document(*fields: Document, **overrides: Any) -> Document:
    """A valid definition with `fields` before its consent; an override None leaves a key out."""
    document = {
        "id": "provtjanst",
        "title": "Prov",
        "summary": "Ett ärende för prov.",
        "category": "Prov",
        "words": ["prov"],
        "login": True,
        "sign": "none",
        "unit": "kundtjanst",
        "legal_basis": "Kommunallagen",
        "retention": "Två år",
        "minutes": 5,
        "next_steps": "Vi läser och svarar.",
        "fields": [*(fields or (a_field("fraga"),)), CONSENT],
    }
    return _without_none({**document, **overrides})


def a_service_yaml(*fields: Document, **overrides: Any) -> str:
    return written(a_service_document(*fields, **overrides))


def a_service(*fields: Document, **overrides: Any) -> Service:
    return loaded(a_service_document(*fields, **overrides))


def written(document: Document, *, sort_keys: bool = False) -> str:
    """The document as YAML, without aliases."""
    return yaml.dump(
        document, Dumper=_Plain, allow_unicode=True, sort_keys=sort_keys, default_flow_style=False
    )


def loaded(document: Document) -> Service:
    return load_service(written(document), source="prov.yaml", types=FIELD_TYPES)


class _Plain(yaml.SafeDumper):
    def ignore_aliases(self, data: Any) -> bool:
        return True


def _without_none(document: Document) -> Document:
    return {key: value for key, value in document.items() if value is not None}


# ── Any valid definition ──────────────────────────────────────────────────────────────────────


def services() -> st.SearchStrategy[Service]:
    """Any valid service, loaded with the real field types."""
    return documents().map(loaded)


@st.composite
def documents(draw: Draw, *, max_fields: int = 8) -> Document:
    """Any valid definition as data."""
    writer = _Writer(draw, bilingual=draw(st.booleans()), login=draw(st.booleans()))
    sign = draw(st.sampled_from(["none", "one", "all"])) if writer.login else "none"
    fields = writer.beginning()
    for _ in range(draw(st.integers(1, max_fields))):
        fields += writer.field(parties=sign == "all")
    if sign == "all" and not any(field["type"] == "party" for field in fields):
        fields.append(writer.party())
    fields.append({**CONSENT, "ask": writer.text()})
    in_order = sign == "all" and draw(st.booleans())
    texts = ("title", "summary", "legal_basis", "retention", "next_steps")
    document = {key: writer.text() for key in texts}
    if draw(st.booleans()):
        document["at_hand"] = [writer.text() for _ in range(draw(st.integers(1, 3)))]
    if in_order:
        document["signing_order"] = "sequence"
    if not writer.login:
        document["anonymous"] = draw(st.booleans())
    return a_service_document(
        **document, login=writer.login, sign=sign, unit=draw(st.sampled_from(UNITS)), fields=fields
    )


class _Writer:
    """Writes the fields of one definition and remembers what conditions may look at."""

    def __init__(self, draw: Draw, *, bilingual: bool, login: bool) -> None:
        self.draw = draw
        self.bilingual = bilingual
        self.login = login
        self._count = 0
        #: Earlier fields whose every answer still leads on.
        self._open: list[Document] = []

    def text(self) -> Any:
        swedish = self.draw(SENTENCES)
        return {"sv": swedish, "en": f"English: {swedish}"} if self.bilingual else swedish

    def words(self, text: str) -> Any:
        """A text that the type needs, in the service's languages."""
        return {"sv": text, "en": f"The {text}"} if self.bilingual else text

    def beginning(self) -> list[Document]:
        """Protected identity comes first, before the login."""
        if not self.draw(st.booleans()):
            return []
        early = {"before_login": True} if self.login else {}
        first = self._new("yes_no", **early)
        stop = self._new("stop", when={"field": first["id"], "is": True}, **early)
        return [first, stop]

    def field(self, *, parties: bool) -> list[Document]:
        kinds = [
            *SIMPLE,
            *SIMPLE,
            "group",
            "information",
            "stop",
            *(["party"] if parties else []),
        ]
        kind = self.draw(st.sampled_from(kinds))
        match kind:
            case "party":
                return [self.party()]
            case "group":
                return [self._group(parties=parties)]
            case "information":
                return [self._information()]
            case "stop":
                question = self._new("yes_no")
                when = {"field": question["id"], "is": self.draw(st.booleans())}
                return [question, self._new("stop", when=when)]
            case _:
                return [self._question(kind)]

    def party(self) -> Document:
        field = self._conditional(self._new("party", role=self.words("den andra parten")))
        self._open.append(field)
        return field

    def _new(self, kind: str, /, **settings: Any) -> Document:
        self._count += 1
        field = a_field(f"f{self._count}", kind, **settings)
        field["ask"] = self.text()
        if "options" in field:
            field["options"] = [
                {"value": value, "label": self.words(label), "words": [f"{label}t"]}
                for value, label in OPTIONS.items()
            ]
        return field

    def _question(self, kind: str) -> Document:
        settings = self.draw(st.sampled_from(WITH_LIMITS.get(kind, [{}])))
        field = self._conditional(self._new(kind, **settings))
        if "other" in field:
            field["other"] = self.words("Annat")
        for key in ("label", "help", "why", "example"):
            if self.draw(st.integers(0, 3)) == 0:
                field[key] = self.text()
        for flag in ("optional", "sensitive"):
            if self.draw(st.integers(0, 3)) == 0:
                field[flag] = True
        if kind == "integer" and self.draw(st.booleans()):
            rule = {"when": {"field": field["id"], "at_least": 95}, "say": self.text()}
            field[self.draw(st.sampled_from(["refuse", "warn"]))] = [rule]
        if conditions_about(field):
            self._open.append(field)
        return field

    def _group(self, *, parties: bool) -> Document:
        row, add = self.words("Barn"), self.words("Vill du lägga till ett barn till?")
        least = self.draw(st.integers(0, 1))
        field = self._conditional(self._new("group", min=least, max=3, row=row, add=add))
        outside = list(self._open)
        if "when" in field:
            self._open = []  # the row's own condition could be the opposite of the group's
        kinds = st.sampled_from([*SIMPLE, *(["party"] if parties else [])])
        drawn = self.draw(st.lists(kinds, min_size=1, max_size=3))
        field["fields"] = [
            self.party() if kind == "party" else self._question(kind) for kind in drawn
        ]
        if all("when" in each for each in field["fields"]):
            # A row without any question would be a row of nothing.
            field["fields"][0].pop("when")
        self._open = [*outside, field]
        return field

    def _information(self) -> Document:
        field = self._conditional(self._new("information"))
        if self.draw(st.booleans()):
            field["value"] = self.draw(
                st.sampled_from([{"today": "+2 months"}, {"latest": [{"today": "+1 week"}]}])
            )
            ask = field["ask"]
            field["ask"] = (
                {code: f"{text} {{value}}" for code, text in ask.items()}
                if isinstance(ask, dict)
                else f"{ask} {{value}}"
            )
        return field

    def _conditional(self, field: Document) -> Document:
        """Sometimes with a condition that some answers fulfil."""
        if self._open and self.draw(st.integers(0, 2)) == 0:
            field["when"] = self._condition()
        return field

    def _condition(self) -> Any:
        chosen = self.draw(st.lists(st.sampled_from(self._open), min_size=1, max_size=3))
        conditions = [self._about(field) for field in chosen]
        shape = self.draw(st.sampled_from(["one", "any", "not", "how_many", "all", "list"]))
        match shape:
            case "any":
                return {"any": conditions}
            case "not":
                return {"not": conditions[0]}
            case "how_many":
                return {"how_many": conditions, "at_least": 1}
            # Two conditions can contradict each other; one and its own repetition cannot.
            case "all":
                return {"all": [conditions[0], {"any": [conditions[0], *conditions[1:]]}]}
            case "list":
                return conditions[:1]
            case _:
                return conditions[0]

    def _about(self, field: Document) -> Document:
        """A condition that some answers to the field fulfil and some do not."""
        return dict(self.draw(st.sampled_from(conditions_about(field))))
