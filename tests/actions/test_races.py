"""Two who act on the same filing at the same moment (threats C5 and C6).

Each pair starts at a barrier with a connection of its own. On SQLite the write lock makes them come
one after another; on PostgreSQL the locked row does.
"""

import threading
from collections.abc import Callable
from typing import Any

import pytest

from actions import expiry, signing
from actions.errors import ArendebotError
from actions.store.tables import cases as case_rows
from actions.store.tables import signatures
from dialogs.conversation import Draft
from dialogs.statuses import Status
from tests.actions.filings import ANNA, BO, CIA, Office

Act = Callable[[Office, Draft], Any]


def at_once(*acts: Callable[[], Any]) -> list[Any]:
    """Runs all at the same moment; the results in order, an error of ours as a result."""
    barrier = threading.Barrier(len(acts))
    results: list[Any] = [None] * len(acts)

    def run(index: int, act: Callable[[], Any]) -> None:
        barrier.wait()
        try:
            results[index] = act()
        except ArendebotError as error:
            results[index] = error
        except Exception as error:
            results[index] = AssertionError(repr(error))

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for result in results:
        if isinstance(result, AssertionError):
            raise result
    return results


def signs(office: Office, draft: Draft, person: Any) -> Callable[[], Any]:
    """Everything is looked up before the barrier: only the signing itself races."""
    party, revision_id = office.party(draft, person), office.revision_id(draft)
    signature = office.signature(draft, person)
    return lambda: office.act(
        signing.sign, party_id=party.id, revision_id=revision_id, signature=signature
    )


def declines(office: Office, draft: Draft, person: Any) -> Callable[[], Any]:
    party, revision_id = office.party(draft, person), office.revision_id(draft)
    return lambda: office.act(
        signing.decline, party_id=party.id, revision_id=revision_id, person=person, reason=""
    )


def withdraws(office: Office, draft: Draft, _person: Any) -> Callable[[], Any]:
    return lambda: office.act(signing.withdraw, draft.id, person=ANNA)


def edits(office: Office, draft: Draft, _person: Any) -> Callable[[], Any]:
    return lambda: office.act(signing.reopen, draft)


def expires(office: Office, draft: Draft, _person: Any) -> Callable[[], Any]:
    """The clock is past the limit for both; who signs is then too late as well."""
    return lambda: office.act(expiry.sweep)


def test_the_last_two_signatures_at_once_make_exactly_one_case(office: Office) -> None:
    for made in range(1, 51):
        chat = office.conversation()
        draft = office.sent(BO, CIA, conversation_id=chat)
        office.sign(draft, ANNA)
        results = at_once(signs(office, draft, BO), signs(office, draft, CIA))
        assert sorted(each.status for each in results) == [
            Status.AWAITING_PARTIES,
            Status.RECEIVED,
        ]
        assert office.status(draft) is Status.RECEIVED
        assert office.count(case_rows) == made
        assert office.deliveries(draft) == 3


def test_the_same_signature_twice_at_once_counts_once(office: Office) -> None:
    for made in range(1, 11):
        draft = office.sent()
        sign = signs(office, draft, ANNA)
        first, second = at_once(sign, sign)
        assert first.repeated is not second.repeated
        assert first.status is second.status is Status.RECEIVED
        assert office.count(signatures) == office.count(case_rows) == made


@pytest.mark.parametrize(
    ("rival", "ends"),
    [
        (declines, {Status.DECLINED}),
        (withdraws, {Status.WITHDRAWN}),
        (edits, {Status.DRAFT, Status.RECEIVED}),
    ],
)
def test_a_signature_and_its_rival_end_as_one_after_the_other(
    office: Office, rival: Callable[[Office, Draft, Any], Callable[[], Any]], ends: set[Status]
) -> None:
    for _ in range(15):
        # The last signature against the rival; who declines is the other party.
        draft = office.sent(BO, CIA) if rival is declines else office.sent(BO)
        office.sign(draft, ANNA)
        signed, other = at_once(signs(office, draft, BO), rival(office, draft, _rival_of(rival)))
        status = office.status(draft)
        assert status in ends
        assert (office.deliveries(draft) > 0) is (
            status is Status.RECEIVED or (rival is withdraws and not _is_error(signed))
        )
        if status is Status.RECEIVED:
            assert _is_error(other)
            assert other.reason == "received"


def test_a_signature_that_comes_with_the_end_of_time_is_too_late(office: Office) -> None:
    for _ in range(10):
        draft = office.sent(BO)
        office.sign(draft, ANNA)
        office.clock.pass_(days=31)
        signed, swept = at_once(signs(office, draft, BO), expires(office, draft, None))
        assert _is_error(signed)
        assert signed.reason == "expired"
        office.act(expiry.sweep)
        assert office.status(draft) is Status.EXPIRED
        assert office.deliveries(draft) == 0
        assert swept.completed == 0


def _rival_of(rival: Any) -> Any:
    return CIA if rival is declines else BO


def _is_error(result: Any) -> bool:
    return isinstance(result, ArendebotError)
