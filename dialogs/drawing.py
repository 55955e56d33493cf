"""A service seen without a channel: its flow as Swedish text or as a Mermaid flowchart."""

from collections.abc import Iterator

from dialogs.checking_paths import Map, Station, Types
from dialogs.conditions import Condition
from dialogs.drawing_words import Words
from dialogs.service import Field, Service, Signing, SigningOrder, Visibility
from dialogs.texts import SWEDISH

_SIGNING = {
    Signing.NONE: "ingen signerar",
    Signing.ONE: "den som skickar in signerar",
    Signing.ALL: "alla parter signerar",
}
#: Characters of a question in a chart.
_WIDTH = 60
_SHAPES = {"stop": ("[[", "]]"), "information": ("[/", "/]")}


def as_text(service: Service, types: Types) -> str:
    """The flow in reading order, one question a line, with what decides about it below."""
    login = "inloggning krävs" if service.login else "utan inloggning"
    lines = [
        f"{service.title.to(SWEDISH)} ({service.id}, version {service.version})",
        service.summary.to(SWEDISH),
        f"{login}, {_SIGNING[service.signing]}{_order(service)}, till {service.unit}, "
        f"ungefär {service.minutes} minuter, språk: {', '.join(service.languages)}",
        "",
    ]
    stations = Map(service, types)
    numbers: dict[str, str] = {}
    for station in stations.stations:
        parent = station.path.rpartition(".")[0]
        siblings = sum(1 for path in numbers if path.rpartition(".")[0] == parent)
        number = f"{numbers[parent]}.{siblings + 1}" if parent else str(siblings + 1)
        numbers[station.path] = number
        lines += _lines(stations, station, number)
    return "\n".join(lines) + "\n"


def _order(service: Service) -> str:
    return " en i taget" if service.signing_order is SigningOrder.SEQUENCE else ""


def _lines(stations: Map, station: Station, number: str) -> Iterator[str]:
    field = station.field
    indent = "   " * number.count(".")
    remarks = ", ".join(_remarks(field))
    ask = " ".join(field.ask.to(SWEDISH).split())
    yield f"{indent}{number}. {ask} [{station.path}: {remarks}]"
    inside = indent + "   "
    words = Words(stations, station)
    if field.when is not None and not station.generated:
        yield f"{inside}bara om {words.condition(field.when)}"
    if field.options:
        yield f"{inside}svar: {' | '.join(each.label.to(SWEDISH) for each in field.options)}"
    if field.value is not None:
        yield f"{inside}visar {words.operand(field.value)}"
    for verb, rules in (("nekas", field.refuse), ("varnar", field.warn)):
        for rule in rules:
            say = " ".join(rule.say.to(SWEDISH).split())
            yield f"{inside}{verb} om {words.condition(rule.when)}: {say}"


def _remarks(field: Field) -> Iterator[str]:
    yield field.type
    if field.optional:
        yield "frivillig"
    if field.before_login:
        yield "före inloggningen"
    if field.sensitive:
        yield "känslig"
    if field.visibility is Visibility.PRIVATE:
        yield "bara för den som svarar"
    if field.prefill:
        yield f"föreslår {field.prefill}"


# ── Mermaid ───────────────────────────────────────────────────────────────────────────────────


def as_mermaid(service: Service, types: Types) -> str:
    """A flowchart: conditions in words on the edges, stops as dead ends, groups as frames."""
    chart = _Chart(Map(service, types))
    chart.node("start", f"([{_quoted(service.title.to(SWEDISH))}])")
    chart.loose = [("start", "")]
    chart.fields(group=None)
    end = "Signera och skicka" if service.signing is not Signing.NONE else "Skicka"
    chart.node("slut", f"([{_quoted(end)}])")
    chart.join("slut")
    return "\n".join(["flowchart TD", *chart.lines]) + "\n"


class _Chart:
    """Draws from top to bottom. `loose` are the ends that lead to the next node, with labels."""

    def __init__(self, stations: Map) -> None:
        self._map = stations
        self.lines: list[str] = []
        self.loose: list[tuple[str, str]] = []
        self._depth = 1

    def node(self, name: str, shape: str) -> None:
        self.lines.append("  " * self._depth + name + shape)

    def join(self, name: str) -> None:
        """Leads all loose ends to a node."""
        for start, label in self.loose:
            edge = f"-->|{_quoted(label)}|" if label else "-->"
            self.node(start, f" {edge} {name}")
        self.loose = [(name, "")]

    def fields(self, group: str | None) -> None:
        """The questions of the service, or of one group's row."""
        previous: Condition | None = None
        around: list[tuple[str, str]] = []
        for station in self._map.stations:
            parent = station.path.rpartition(".")[0] or None
            if parent != group or station.generated:
                continue
            when = station.field.when
            if when != previous:
                # Neighbours with the same condition share one fork.
                self.loose += around
                around = self._fork(station, when) if when is not None else []
            previous = when
            self._station(station)
        self.loose += around

    def _fork(self, station: Station, when: Condition) -> list[tuple[str, str]]:
        """A fork before the station; returns the end that goes around."""
        name = f"om{station.order}"
        self.node(name, '{" "}')
        self.join(name)
        words = Words(self._map, station).condition(when)
        self.loose = [(name, f"om {words}")]
        return [(name, "annars")]

    def _station(self, station: Station) -> None:
        field = station.field
        name = f"f{station.order}"
        text = _quoted(_short(field.ask.to(SWEDISH)))
        left, right = _SHAPES.get(field.type, ("(", ")"))
        # Edges come before the frame: a node that is named inside a frame is drawn inside it.
        self.join(name)
        if field.type != "group":
            self.node(name, left + text + right)
        else:
            title = _quoted(_short(field.title(SWEDISH)))
            self.node("subgraph ", f"g{station.order}[{title}]")
            self._depth += 1
            self.node(name, left + text + right)
            self.fields(station.path)
            self._depth -= 1
            self.node("end", "")
        if field.type == "stop":
            self.loose = []


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _WIDTH else text[: _WIDTH - 1].rstrip() + "…"


def _quoted(text: str) -> str:
    """A Mermaid string: entities for what would end it or be read as Markdown or HTML."""
    for sign, code in (("#", "#35;"), ('"', "#quot;"), ("<", "#lt;"), (">", "#gt;"), ("`", "#96;")):
        text = text.replace(sign, code)
    return f'"{text}"'
