"""Judges a loaded service as a whole: can it work, and will people manage it?

An error means that the service cannot be offered; a warning that somebody should look at it again.
`dialogs.loading` has already judged what can be seen at each place in the file.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

import msgspec

from dialogs.checking_paths import Map, Station, Types
from dialogs.checking_reach import Reach
from dialogs.checking_references import Finding, References
from dialogs.checking_service import Judgement, judge_service
from dialogs.checking_sorts import Sort
from dialogs.checking_texts import judge_texts
from dialogs.conditions import Earliest, Fact, FieldValue, Latest, Scope, Today, as_date
from dialogs.fields.base import LimitKind
from dialogs.problems import Problem, Severity, nearest
from dialogs.service import Field, Limit, Service

__all__ = ["PREFILLS", "Problem", "Severity", "check_service"]

#: Facts about the logged-in person that a question may suggest, and the types that they suit.
PREFILLS: Mapping[str, frozenset[str]] = {
    "name": frozenset({"name", "text"}),
    "personnummer": frozenset({"personnummer"}),
    "phone": frozenset({"phone"}),
    "email": frozenset({"email"}),
}
#: Any day will do to compare two distances from today.
_SOME_DAY = Scope({}, {}, date(2026, 1, 1))


def check_service(
    service: Service, *, types: Types, units: Collection[str], source: str | None = None
) -> tuple[Problem, ...]:
    """Every error and warning, in order of line.

    `units` are the ids of the units in the municipality's facts; `source` is the file's name,
    "<id>.yaml" when it is not given.
    """
    stations = Map(service, types)
    judgements = [
        *judge_service(service, stations, units=units),
        *judge_texts(service, stations),
        *_judge_fields(service, stations, types),
    ]
    references = list(_judge_references(stations))
    judgements += references
    if not references:
        judgements += _judge_reach(stations)
    return _problems(judgements, source=source or f"{service.id}.yaml")


def _problems(judgements: Iterable[Judgement], *, source: str) -> tuple[Problem, ...]:
    return tuple(
        Problem(source=source, line=line, what=what, remedy=remedy, severity=severity)
        for line, what, remedy, severity in sorted(judgements, key=lambda each: each.line)
    )


# ── Each field for itself ─────────────────────────────────────────────────────────────────────


def _judge_fields(service: Service, stations: Map, types: Types) -> Iterator[Judgement]:
    for station in stations.stations:
        if station.generated:
            continue
        field = station.field
        kind = types.get(field.type)
        if field.type == "stop" and field.when is None:
            yield Judgement(
                field.line,
                f"The stop '{station.path}' ends every path",
                "Add 'when' with the condition that makes it impossible to go on",
            )
        if kind is not None and not kind.asks and (field.refuse or field.warn):
            yield Judgement(
                field.line,
                f"'{station.path}' asks nothing that could be refused",
                "Put the rules at the question whose answer they judge",
            )
        yield from _prefill(service, field)
        yield from _facts(service, field)
        sentences = kind.check(field) if kind is not None else ()
        for sentence in sentences:
            yield _as_judgement(sentence, station)
        if not sentences:
            yield from _bounds(field)


def _as_judgement(sentence: str, station: Station) -> Judgement:
    """A type's own complaint: "role is missing: say who it is"."""
    what, _, remedy = sentence.rstrip(".").rpartition(": ")
    if " " not in what:
        # The colon stands after the name of a setting: all of it says what is wrong.
        what, remedy = sentence.rstrip("."), "See the type's settings in docs/services.md"
    return Judgement(
        station.field.line, f"'{station.path}': {what}", remedy[:1].upper() + remedy[1:]
    )


def _prefill(service: Service, field: Field) -> Iterator[Judgement]:
    if field.prefill is None:
        return
    if field.prefill not in PREFILLS:
        yield Judgement(
            field.line,
            f"Nothing is known about a person's '{field.prefill}'",
            nearest(field.prefill, tuple(PREFILLS), what="facts"),
        )
    elif field.type not in PREFILLS[field.prefill]:
        yield Judgement(
            field.line,
            f"'{field.prefill}' does not suit a field of type {field.type}",
            f"Use the type {min(PREFILLS[field.prefill])}, or remove 'prefill'",
        )
    if not service.login or field.before_login:
        yield Judgement(
            field.line,
            f"'{field.id}' is asked of somebody who has not logged in",
            "Remove 'prefill': nothing is known about the person yet",
        )


def _facts(service: Service, field: Field) -> Iterator[Judgement]:
    own = msgspec.structs.replace(field, fields=())
    names = sorted(set(_facts_in(own)))
    if names and (not service.login or field.before_login):
        yield Judgement(
            field.line,
            f"{names[0]} is not known at '{field.id}', since nobody has logged in",
            "Ask for it instead, or write 'login: yes' and remove 'before_login'",
        )


def _facts_in(value: Any) -> Iterator[str]:
    match value:
        case Fact(name=name):
            yield name
        case msgspec.Struct():
            for each in value.__struct_fields__:
                yield from _facts_in(getattr(value, each))
        case Mapping():
            for each in value.values():
                yield from _facts_in(each)
        case tuple():
            for each in value:
                yield from _facts_in(each)


def _bounds(field: Field) -> Iterator[Judgement]:
    """`min` above `max`, and likewise for every pair of settings that is named so."""
    for least, low in field.limits.items():
        most = "max" + least.removeprefix("min")
        if not least.startswith("min") or most not in field.limits:
            continue
        pair = _order(low), _order(field.limits[most])
        if None not in pair and type(pair[0]) is type(pair[1]) and pair[0] > pair[1]:
            yield Judgement(
                field.line,
                f"'{field.id}': {least} is above {most}",
                "Swap them, or change one",
            )


def _order(limit: Limit) -> Any:
    """Something to compare a limit by; None when only the answers can tell."""
    match limit:
        case bool():
            return None
        case int() | Decimal():
            return Decimal(limit)
        case Today():
            return as_date(limit.of(_SOME_DAY))
        case str():
            return limit
        case _:
            return None


# ── References ────────────────────────────────────────────────────────────────────────────────


def _judge_references(stations: Map) -> Iterator[Judgement]:
    for station in stations.stations:
        if station.generated:
            continue
        field = station.field
        before = References(stations, station, own=False)
        after = References(stations, station, own=True)
        findings: list[Finding] = []
        if field.when is not None:
            findings += before.condition(field.when)
        for rule in (*field.refuse, *field.warn):
            findings += after.condition(rule.when)
        if field.value is not None:
            findings += before.operand(field.value)
        for limit in field.limits.values():
            findings += _limit_findings(before, limit)
        for what, remedy in dict.fromkeys(findings):
            yield Judgement(field.line, what, remedy)


def _limit_findings(references: References, limit: Limit) -> Iterator[Finding]:
    if isinstance(limit, FieldValue | Today | Latest | Earliest):
        yield from references.operand(limit)
        if references.sort(limit) not in (Sort.DATE, Sort.ANY):
            yield "A limit looks at something that is no date", f"Write {LimitKind.DATE}"


# ── Reachability ──────────────────────────────────────────────────────────────────────────────


def _judge_reach(stations: Map) -> Iterator[Judgement]:
    reach = Reach(stations)
    reached = True
    for station in stations.stations:
        if station.generated:
            continue
        if station.field.when is not None:
            judgement = _judge_condition(reach, station)
            if judgement is not None:
                reached = reached and judgement.severity is Severity.WARNING
                yield judgement
                continue
        yield from _judge_rules(reach, station)
    if reached and not reach.sendable():
        last = [each for each in stations.stations if each.field.type == "stop"][-1]
        yield Judgement(
            last.field.line,
            "Every path ends at a stop: nothing can ever be sent",
            "Change a stop's 'when' so that some answers pass all of them",
        )


def _judge_condition(reach: Reach, station: Station) -> Judgement | None:
    outcomes = reach.outcomes(station)
    line, path = station.field.line, station.path
    if outcomes <= {False}:
        return Judgement(
            line,
            f"'{path}' can never be reached: its condition never holds",
            "Change 'when', or remove the field",
        )
    if outcomes != {True}:
        return None
    if station.field.type == "stop":
        return Judgement(
            line,
            f"The stop '{path}' ends every path: its condition always holds",
            "Change 'when' so that some answers pass",
        )
    return Judgement(
        line,
        f"The condition of '{path}' always holds",
        "Remove 'when', or change it",
        Severity.WARNING,
    )


def _judge_rules(reach: Reach, station: Station) -> Iterator[Judgement]:
    field = station.field
    for name, rules in (("refuse", field.refuse), ("warn", field.warn)):
        for rule in rules:
            if reach.outcomes(station, rule=rule.when) <= {False}:
                yield Judgement(
                    field.line,
                    f"A '{name}' of '{station.path}' never holds",
                    "Change its 'when', or remove it",
                    Severity.WARNING,
                )
    if field.refuse and not field.optional and not reach.answerable(station):
        yield Judgement(
            field.line,
            f"Every answer to '{station.path}' is refused",
            "Change the 'refuse' rules so that some answer is accepted",
        )
