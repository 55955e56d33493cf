"""The demo e-ID's own rules; what it has in common with others is in tests/eid/contract.py."""

import asyncio
from typing import Any

import pytest

from actions.eid.demo import DemoProvider, InvalidDetailsError
from actions.eid.port import Complete, EidProvider, Failed, Order, Pending, ProviderError
from tests.bot.browsing import ANNA, BO, Clock
from tests.eid.contract import assembly


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def provider(clock: Clock) -> DemoProvider:
    return DemoProvider(assembly(clock))


def start(provider: EidProvider, **settings: Any) -> Order:
    given: dict[str, Any] = {"visible_text": "Jag loggar in.", **settings}
    return asyncio.run(provider.start(given.pop("operation", "auth"), **given))


def test_production_has_no_demo_e_id(clock: Clock) -> None:
    """Threat A9."""
    with pytest.raises(ProviderError):
        DemoProvider(assembly(clock, "production"))


def test_an_order_is_pending_until_it_is_approved_and_complete_once(provider: DemoProvider) -> None:
    order = start(provider)
    assert isinstance(asyncio.run(provider.poll(order)), Pending)
    provider.approve(order, personnummer="19900101-2385", name="  Anna   Ek ")
    done = asyncio.run(provider.poll(order))
    assert isinstance(done, Complete)
    assert (done.person.personnummer, done.person.name) == ANNA
    assert isinstance(asyncio.run(provider.poll(order)), Pending)


def test_only_the_required_person_can_complete(provider: DemoProvider) -> None:
    order = start(provider, personnummer=BO[0])
    provider.approve(order, personnummer=ANNA[0], name=ANNA[1])
    assert asyncio.run(provider.poll(order)) == Failed("wrong_person")


def test_a_cancelled_approval_is_forgotten(provider: DemoProvider) -> None:
    order = start(provider)
    provider.approve(order, personnummer=ANNA[0], name=ANNA[1])
    asyncio.run(provider.cancel(order))
    assert isinstance(asyncio.run(provider.poll(order)), Pending)


@pytest.mark.parametrize(
    ("number", "name", "reason"),
    [
        ("", "Anna Ek", "no_number"),
        ("19900101-2384", "Anna Ek", "bad_number"),
        ("19900101-2385 19850212-2388", "Anna Ek", "several_numbers"),
        ("19900101-2385", " \u202e\n", "no_name"),
        ("19900101-2385", "A" * 121, "long_name"),
    ],
)
def test_what_no_e_id_could_say_is_refused(
    provider: DemoProvider, number: str, name: str, reason: str
) -> None:
    with pytest.raises(InvalidDetailsError) as refused:
        provider.approve(start(provider), personnummer=number, name=name)
    assert refused.value.reason == reason
