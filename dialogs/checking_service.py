"""Rules about the service as a whole: login, signing, what comes first and what comes last."""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from dialogs.checking_paths import Map, Station
from dialogs.conditions import references
from dialogs.problems import Severity, nearest
from dialogs.service import Service, Signing, SigningOrder, Visibility

#: The top of the file: service-level rules have no line of their own.
_TOP = 1


class Judgement(NamedTuple):
    """A problem before it has the name of a file."""

    line: int
    what: str
    remedy: str
    severity: Severity = Severity.ERROR


def judge_service(
    service: Service, stations: Map, *, units: Collection[str]
) -> Iterator[Judgement]:
    yield from _receiving(service, units=units)
    if service.login and service.anonymous:
        yield Judgement(
            _TOP,
            "Who logs in is not anonymous",
            "Remove 'anonymous', or write 'login: no'",
        )
    yield from _parties(service, stations)
    yield from _concerned(service)
    yield from _consent(service)
    yield from _before_login(service, stations)


def _receiving(service: Service, *, units: Collection[str]) -> Iterator[Judgement]:
    """The unit, and whether signing is possible at all."""
    if service.unit not in units:
        yield Judgement(
            _TOP,
            f"There is no unit '{service.unit}'",
            nearest(service.unit, sorted(units), what="units in config/municipality.yaml"),
        )
    if not service.login and service.signing is not Signing.NONE:
        yield Judgement(
            _TOP,
            "Nobody can sign without logging in",
            "Write 'sign: none', or 'login: yes'",
        )


def _parties(service: Service, stations: Map) -> Iterator[Judgement]:
    parties = [station for station in stations.stations if station.field.type == "party"]
    if service.signing is Signing.ALL and not parties:
        yield Judgement(
            _TOP,
            "Everybody signs, but no question asks who else there is",
            "Add a field of type party, or write 'sign: one'",
        )
    if service.signing is not Signing.ALL:
        if service.signing_order is not SigningOrder.PARALLEL:
            yield Judgement(
                _TOP,
                "There is an order to sign in, but nobody besides the filer signs",
                "Remove 'signing_order', or write 'sign: all'",
            )
        for party in parties:
            yield Judgement(
                party.field.line,
                f"The party '{party.path}' is asked for but never signs",
                "Write 'sign: all', or ask for the name in a field of type name",
            )


#: The types of questions that can name somebody, and those that can number.
_NAMES = ("name", "text")
_NUMBERS = ("personnummer", "organisation_number")


def _concerned(service: Service) -> Iterator[Judgement]:
    concerns = service.concerns
    if concerns is None:
        return
    fields = {field.id: field for field in service.fields}
    for key, wanted, types in (
        ("name", concerns.name, _NAMES),
        ("number", concerns.number, _NUMBERS),
    ):
        field = fields.get(wanted)
        if not wanted:
            continue
        if field is None:
            yield Judgement(
                concerns.line,
                f"'{key}' of 'concerns' means no question: '{wanted}'",
                nearest(wanted, sorted(fields), what="fields outside groups"),
            )
        elif field.type not in types:
            yield Judgement(
                concerns.line,
                f"'{wanted}' of type {field.type} cannot be the {key} of whom it concerns",
                f"Choose a field of type {' or '.join(types)}",
            )
        elif field.visibility is Visibility.PRIVATE:
            yield Judgement(
                concerns.line,
                f"'{wanted}' is private, but all who sign are told whom it concerns",
                f"Remove 'visibility: private' of '{wanted}', or do not name it in 'concerns'",
            )


def _consent(service: Service) -> Iterator[Judgement]:
    consents = [field for field in service.fields if field.type == "consent"]
    for field in consents:
        if field.optional:
            yield Judgement(
                field.line, f"The consent '{field.id}' can be skipped", "Remove 'optional'"
            )
    if not consents:
        if service.login:
            yield Judgement(
                _TOP,
                "Nothing tells how personal data is handled",
                "End with a field of type consent",
            )
    elif service.fields[-1].type != "consent":
        yield Judgement(
            consents[-1].line,
            f"The consent '{consents[-1].id}' is not the last field",
            "Move it to the end, where the person knows what has been told",
            Severity.WARNING,
        )


def _before_login(service: Service, stations: Map) -> Iterator[Judgement]:
    """What is asked before the login comes first, and a stop that it leads to with it."""
    early = {field.id for field in service.fields if field.before_login}
    if early and not service.login:
        first = next(field for field in service.fields if field.before_login)
        yield Judgement(
            first.line,
            f"'{first.id}' is asked before a login that there is not",
            "Remove 'before_login', or write 'login: yes'",
        )
        return
    asked_after: str | None = None
    for station in stations.stations:
        field = station.field
        if field.before_login and station.path != field.id:
            yield Judgement(
                field.line,
                f"'{station.path}' stands in a group, but is asked before the login",
                "Set 'before_login' on the group, or move the question out of it",
            )
        elif field.before_login and asked_after is not None:
            yield Judgement(
                field.line,
                f"'{field.id}' is asked before the login, but '{asked_after}' stands before it",
                "Move it up, before the questions that need a login",
            )
        elif not field.before_login and field.type not in ("stop", "information"):
            asked_after = asked_after or station.path
        elif _late_stop(station, early):
            yield Judgement(
                field.line,
                f"The stop '{field.id}' is told only after the login",
                "Add 'before_login: yes', so that nobody logs in in vain",
                Severity.WARNING,
            )


def _late_stop(station: Station, early: set[str]) -> bool:
    field = station.field
    if field.type != "stop" or field.before_login or field.when is None:
        return False
    looked_at = references(field.when)
    return bool(looked_at) and looked_at <= early
