"""Two acts on one filing at the same moment, and what comes of them (threats C5 and C6).

Each act has a connection of its own and waits at a barrier for the other. On SQLite the write lock
then makes them come one after another; on PostgreSQL the locked row does.
"""

import threading
from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any

import msgspec
from sqlalchemy import Connection, func, select

from actions import expiry, parties, signing
from actions.assembly import Assembly
from actions.errors import ArendebotError
from actions.store.tables import cases as case_rows
from actions.store.tables import outbox as outbox_rows
from dialogs.conversation import Draft, Person
from dialogs.statuses import SIGNING_STATUSES, Status
from tests.actions.filings import ANNA, BO, CIA, Office

Act = Callable[[], Any]


def at_once(*acts: Act) -> list[Any]:
    """Runs all at the same moment; the results in order, an error of ours as a result."""
    barrier = threading.Barrier(len(acts))
    results: list[Any] = [None] * len(acts)

    def run(index: int, act: Act) -> None:
        barrier.wait()
        results[index] = _result(act)

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for result in results:
        if isinstance(result, AssertionError):
            raise result
    return results


def one_by_one(*acts: Act) -> list[Any]:
    return [_result(act) for act in acts]


def _result(act: Act) -> Any:
    try:
        return act()
    except ArendebotError as error:
        return error
    except Exception as error:
        return AssertionError(repr(error))


# ── The six acts: everything is looked up before the barrier, only the act itself races ───────


def signs(office: Office, draft: Draft, person: Person) -> Act:
    party, revision_id = office.party(draft, person), office.revision_id(draft)
    signature = office.signature(draft, person)
    return lambda: office.act(
        signing.sign, party_id=party.id, revision_id=revision_id, signature=signature
    )


def declines(office: Office, draft: Draft, person: Person) -> Act:
    party, revision_id = office.party(draft, person), office.revision_id(draft)
    return lambda: office.act(
        signing.decline, party_id=party.id, revision_id=revision_id, person=person, reason=""
    )


def withdraws(office: Office, draft: Draft, _person: Person = ANNA) -> Act:
    return lambda: office.act(signing.withdraw, draft.id, person=ANNA)


def edits(office: Office, draft: Draft, _person: Person = ANNA) -> Act:
    return lambda: office.act(signing.reopen, draft)


def expires(office: Office, _draft: Draft, _person: Person = ANNA) -> Act:
    """The clock moves past the limit while the other act is on its way, and the sweep comes.

    It moves inside the sweep's transaction, so that either of the two may be first.
    """

    def sweep(assembly: Assembly, connection: Connection) -> None:
        office.clock.pass_(days=31)
        expiry.sweep(assembly, connection)

    return lambda: office.act(sweep)


ACTS: Mapping[str, Callable[[Office, Draft], Act]] = {
    "sign": lambda office, draft: signs(office, draft, BO),
    "sign too": lambda office, draft: signs(office, draft, CIA),
    "decline": lambda office, draft: declines(office, draft, CIA),
    "withdraw": withdraws,
    "expire": expires,
    "edit": edits,
}


# ── What comes of two of them ─────────────────────────────────────────────────────────────────


class Outcome(msgspec.Struct, frozen=True):
    """How the filing stands, who was told what, and what the two were answered."""

    status: Status
    states: tuple[str, ...]
    cases: int
    #: How many notices there are of each kind.
    told: tuple[tuple[str, int], ...]
    answers: tuple[str, ...]


def race(
    office: Office, first: str, second: str, *, run: Callable[..., list[Any]] = at_once
) -> Outcome:
    """The outcome of two acts on a filing that Bo and Cia have yet to sign."""
    draft = office.sent(BO, CIA)
    office.sign(draft, ANNA)
    revision_id = office.revision_id(draft)
    results = run(ACTS[first](office, draft), ACTS[second](office, draft))
    # A sweep leaves alone what somebody is acting on, and comes again.
    office.act(expiry.sweep)
    status = office.status(draft)
    with office.engine.connect() as connection:
        cases = connection.execute(
            select(func.count()).select_from(case_rows).where(case_rows.c.draft_id == draft.id)
        ).scalar_one()
        intents = connection.execute(
            select(outbox_rows.c.intent).where(outbox_rows.c.draft_id == draft.id)
        ).scalars()
        told = Counter(intent.partition(":")[0] for intent in intents)
    states = tuple(each.state for each in office.act(parties.of_revision, revision_id))
    if status in SIGNING_STATUSES:
        office.act(signing.withdraw, draft.id, person=ANNA)  # so that no later sweep meets it
    return Outcome(
        status=status,
        states=states,
        cases=cases,
        told=tuple(sorted(told.items())),
        answers=tuple(getattr(each, "reason", "done") for each in results),
    )


def serial_outcomes(office: Office, first: str, second: str) -> tuple[Outcome, Outcome]:
    """The only two outcomes that there may be: one after the other, either way."""
    there = race(office, first, second, run=one_by_one)
    back = race(office, second, first, run=one_by_one)
    return there, msgspec.structs.replace(back, answers=back.answers[::-1])
