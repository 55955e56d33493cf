"""The demo e-ID keeps the port's promises."""

import asyncio
from datetime import timedelta
from typing import Any, cast

import pytest

from actions.assembly import Assembly
from actions.eid.demo import DemoProvider, InvalidDetailsError
from actions.eid.port import Complete, EidProvider, Failed, Order, Pending, ProviderError
from actions.store.sealing import Keyring
from tests.bot.browsing import ANNA, BO, Clock

HASH = b"0f" * 32


def assembly(clock: Clock, mode: str = "demo") -> Assembly:
    return Assembly(
        keyring=Keyring(("k" * 40,)),
        world=cast("Any", None),
        now=clock,
        public_url="http://127.0.0.1",
        mode=mode,
    )


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


def test_the_evidence_says_what_was_done_and_signed(provider: DemoProvider) -> None:
    order = start(provider, operation="sign", visible_text="Jag skriver under.", hidden_data=HASH)
    provider.approve(order, personnummer=ANNA[0], name=ANNA[1])
    done = asyncio.run(provider.poll(order))
    assert isinstance(done, Complete)
    evidence = done.evidence
    assert (evidence.provider, evidence.operation) == ("demo", "sign")
    assert evidence.visible_text == "Jag skriver under."
    assert evidence.hidden_data == HASH.decode()


def test_only_the_required_person_can_complete(provider: DemoProvider) -> None:
    order = start(provider, personnummer=BO[0])
    provider.approve(order, personnummer=ANNA[0], name=ANNA[1])
    assert asyncio.run(provider.poll(order)) == Failed("wrong_person")


def test_a_cancelled_approval_is_forgotten(provider: DemoProvider) -> None:
    order = start(provider)
    provider.approve(order, personnummer=ANNA[0], name=ANNA[1])
    asyncio.run(provider.cancel(order))
    assert isinstance(asyncio.run(provider.poll(order)), Pending)


def test_an_unanswered_order_fails_in_time(provider: DemoProvider, clock: Clock) -> None:
    order = start(provider)
    clock.now += timedelta(minutes=16)
    assert asyncio.run(provider.poll(order)) == Failed("too_late")


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
