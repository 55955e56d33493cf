"""What every e-ID provider must do, whatever stands behind it.

A provider's own test module makes a class of one of these and says how its person and its remote
party are driven:

    class TestBankid(PolledProviderContract):
        @asynccontextmanager
        async def driving(self, folder: Path) -> AsyncIterator[Driver]:
            ...

`ProviderContract` is for all. `RemoteProviderContract` is for those with a remote party, which can
be told "no" and can be down. `PolledProviderContract` is for those whose orders can be ended there.

Each test runs in one event loop. Every order passes through JSON before it is used again, as in the
session that holds it.
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from contextlib import AbstractAsyncContextManager
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol, cast

import msgspec
import pytest

from actions.assembly import Assembly
from actions.eid.port import (
    Caller,
    Complete,
    EidProvider,
    Failed,
    Operation,
    Order,
    Pending,
    Progress,
    ProviderError,
)
from actions.eid.signed_data import hidden_data
from actions.errors import RefusedError
from actions.store.sealing import Keyring
from bot.web.signing_pages import signature_of
from dialogs.conversation import Person
from dialogs.texts import Texts
from dialogs.world import World
from tests.bot.browsing import Clock

ANNA = Person(personnummer="199001012385", name="Anna Ek")
BO = Person(personnummer="198502122388", name="Bo Ek")
#: With å, ä, ö, and a line break, as real texts have.
LOGIN_TEXT = "Du loggar in hos Kramfors kommun."
SIGN_TEXT = "Du skriver under ”Ansökan om byte av skola” hos Kramfors kommun.\n\nBarnet\n  Kim Ek"
REFERENCE = "K-7Q2F-3MX9"
#: A revision's SHA-256 in hexadecimal.
HASH = "0f" * 32
HIDDEN = hidden_data(REFERENCE, HASH)
CALLER = Caller(address="192.0.2.7", user_agent="Mozilla/5.0 (X11; Linux)", device_id="d" * 32)
RETURN_URL = "http://127.0.0.1:8000/legitimering/app/" + "r" * 32
#: Longer than any provider wants between two questions about one order.
BETWEEN_POLLS = 3.0


class Driver(Protocol):
    """The person with the e-ID, and the remote party, of one provider under test."""

    @property
    def provider(self) -> EidProvider: ...
    @property
    def clock(self) -> Clock:
        """The one that the provider and its remote party go by."""

    @property
    def return_url(self) -> str:
        """What `start` is given."""

    async def approve(self, order: Order, person: Person) -> Mapping[str, str]:
        """This person does with the e-ID what the order asks for, or tries to.

        What the browser brings back from a provider that redirects; empty for any other.
        """


class RemoteDriver(Driver, Protocol):
    async def reject(self, order: Order) -> Mapping[str, str]:
        """The person says no in the e-ID app or at the provider's page."""

    async def stop(self) -> None:
        """From now on nobody answers at the remote party's address."""


def assembly(clock: Callable[[], datetime], mode: str = "demo") -> Assembly:
    """What a provider needs of it: the clock, the mode and the address."""
    return Assembly(
        keyring=Keyring(("k" * 40,)),
        world=cast("Any", None),
        now=clock,
        public_url="http://127.0.0.1:8000",
        mode=mode,
    )


Story = Callable[[Any, Any], Awaitable[None]]


def story(told: Story) -> Callable[..., None]:
    """A test of the contract: its driver is begun and ended around it."""

    def play(self: "ProviderContract", tmp_path: Path, world: World) -> None:
        self.texts = world.texts

        async def scene() -> None:
            async with self.driving(tmp_path) as driver:
                try:
                    await told(self, driver)
                finally:
                    await driver.provider.close()

        asyncio.run(scene())

    play.__name__ = getattr(told, "__name__", "story")
    play.__doc__ = told.__doc__
    return play


def stored(order: Order) -> Order:
    """As the session gives it back."""
    return msgspec.json.decode(msgspec.json.encode(order), type=Order)


async def begun(
    driver: Driver, operation: Operation = "auth", *, personnummer: str | None = None
) -> Order:
    is_signing = operation == "sign"
    order = await driver.provider.start(
        operation,
        visible_text=SIGN_TEXT if is_signing else LOGIN_TEXT,
        hidden_data=HIDDEN if is_signing else None,
        personnummer=personnummer,
        caller=CALLER,
        return_url=driver.return_url,
    )
    return stored(order)


async def outcome(driver: Driver, order: Order, query: Mapping[str, str]) -> Progress:
    """What the provider says after the person has answered."""
    if driver.provider.redirects:
        return await driver.provider.callback(order, query)
    driver.clock.forward(seconds=BETWEEN_POLLS)
    return await driver.provider.poll(order)


async def completed(driver: Driver, order: Order, person: Person = ANNA) -> Complete:
    done = await outcome(driver, order, await driver.approve(order, person))
    assert isinstance(done, Complete), done
    return done


class ProviderContract:
    """For every provider."""

    texts: Texts

    def driving(self, folder: Path) -> AbstractAsyncContextManager[Any]:
        """The provider under test with its remote party, if it has one, running."""
        raise NotImplementedError  # each provider's own class says how it is driven

    def has_text(self, key: str) -> bool:
        return all(self.texts.say(language, key, provider="X") != "" for language in ("sv", "en"))

    @story
    async def test_an_order_says_what_was_asked(self, driver: Driver) -> None:
        order = await begun(driver, personnummer=ANNA.personnummer)
        assert order.provider == driver.provider.name
        assert order.operation == "auth"
        assert order.visible_text == LOGIN_TEXT
        assert order.hidden_data is None
        assert order.personnummer == ANNA.personnummer
        assert order.started_at == driver.clock.now
        assert bool(order.redirect_url) == driver.provider.redirects

    @story
    async def test_two_orders_have_nothing_secret_in_common(self, driver: Driver) -> None:
        one, other = await begun(driver), await begun(driver)
        assert one.id != other.id
        assert len(one.id) >= 16

    @story
    async def test_an_order_is_pending_until_somebody_answers(self, driver: Driver) -> None:
        order = await begun(driver)
        for device in ("this", "other"):
            driver.clock.forward(seconds=BETWEEN_POLLS)
            progress = await driver.provider.poll(order, device=device)
            assert isinstance(progress, Pending)
            assert self.has_text(f"eid.hint.{progress.hint}")

    @story
    async def test_an_order_that_somebody_follows_is_tended_not_ended(self, driver: Driver) -> None:
        order = await begun(driver)
        for _ in range(5):
            driver.clock.forward(seconds=BETWEEN_POLLS)
            await driver.provider.tend()
            assert isinstance(await driver.provider.poll(order), Pending)

    @story
    async def test_an_approved_login_is_complete_with_person_and_evidence(
        self, driver: Driver
    ) -> None:
        order = await begun(driver)
        done = await completed(driver, order)
        assert done.person.personnummer == ANNA.personnummer
        assert done.person.name == ANNA.name
        evidence = done.evidence
        assert evidence.provider == driver.provider.name
        assert evidence.operation == "auth"
        assert evidence.order_id == order.id
        assert evidence.visible_text == LOGIN_TEXT
        assert evidence.hidden_data is None
        assert evidence.at.utcoffset() is not None
        assert evidence.details != {}

    @story
    async def test_a_completed_order_can_be_kept(self, driver: Driver) -> None:
        """In the session until the page acts, and with what it led to."""
        done = await completed(driver, await begun(driver))
        assert msgspec.json.decode(msgspec.json.encode(done), type=Complete) == done

    @story
    async def test_the_required_person_completes(self, driver: Driver) -> None:
        order = await begun(driver, personnummer=BO.personnummer)
        assert (await completed(driver, order, BO)).person.personnummer == BO.personnummer

    @story
    async def test_nobody_but_the_required_person_completes(self, driver: Driver) -> None:
        order = await begun(driver, personnummer=BO.personnummer)
        answer = await outcome(driver, order, await driver.approve(order, ANNA))
        assert isinstance(answer, Failed)
        assert self.has_text(f"web.eid.{answer.reason}")

    @story
    async def test_the_answer_to_one_order_does_not_complete_another(self, driver: Driver) -> None:
        mine, other = await begun(driver), await begun(driver)
        answer = await outcome(driver, other, await driver.approve(mine, ANNA))
        assert not isinstance(answer, Complete)

    @story
    async def test_a_signature_says_so_and_carries_what_was_signed(self, driver: Driver) -> None:
        """Threat A6."""
        if not driver.provider.can_sign:
            with pytest.raises(ProviderError) as refused:
                await begun(driver, "sign", personnummer=ANNA.personnummer)
            assert self.has_text(f"web.eid.{refused.value.reason}")
            return
        order = await begun(driver, "sign", personnummer=ANNA.personnummer)
        done = await completed(driver, order)
        evidence = done.evidence
        assert evidence.operation == "sign"
        assert evidence.visible_text == SIGN_TEXT
        assert evidence.hidden_data == HIDDEN
        signature = signature_of(done, REFERENCE)
        assert signature.hash == HASH
        assert signature.person.personnummer == ANNA.personnummer

    @story
    async def test_a_login_is_never_a_signature(self, driver: Driver) -> None:
        """Threat A6."""
        done = await completed(driver, await begun(driver))
        with pytest.raises(RefusedError, match="not_a_signature"):
            signature_of(done, REFERENCE)

    @story
    async def test_cancelling_never_raises(self, driver: Driver) -> None:
        order = await begun(driver)
        await driver.provider.cancel(order)
        await driver.provider.cancel(order)
        ended = await begun(driver)
        await completed(driver, ended)
        await driver.provider.cancel(ended)

    @story
    async def test_an_order_that_nobody_answers_fails_in_time(self, driver: Driver) -> None:
        order = await begun(driver)
        driver.clock.forward(minutes=16)
        progress = await driver.provider.poll(order)
        assert isinstance(progress, Failed)
        assert self.has_text(f"web.eid.{progress.reason}")

    @story
    async def test_doctor_is_told_something(self, driver: Driver) -> None:
        assert await driver.provider.examine()


class RemoteProviderContract(ProviderContract):
    """For those with a remote party. Its `driving` gives a RemoteDriver."""

    @story
    async def test_a_rejected_order_fails_and_says_why(self, driver: RemoteDriver) -> None:
        order = await begun(driver)
        answer = await outcome(driver, order, await driver.reject(order))
        assert isinstance(answer, Failed)
        assert self.has_text(f"web.eid.{answer.reason}")

    @story
    async def test_no_order_starts_while_nobody_answers(self, driver: RemoteDriver) -> None:
        await driver.stop()
        with pytest.raises(ProviderError) as refused:
            await begun(driver)
        assert self.has_text(f"web.eid.{refused.value.reason}")

    @story
    async def test_an_open_order_is_not_decided_while_nobody_answers(
        self, driver: RemoteDriver
    ) -> None:
        order = await begun(driver)
        query = await driver.approve(order, ANNA)
        await driver.stop()
        with pytest.raises(ProviderError) as refused:
            await outcome(driver, order, query)
        assert self.has_text(f"web.eid.{refused.value.reason}")
        await driver.provider.cancel(order)

    @story
    async def test_tending_never_raises(self, driver: RemoteDriver) -> None:
        await begun(driver)
        await driver.stop()
        driver.clock.forward(seconds=29)
        await driver.provider.tend()

    @story
    async def test_doctor_is_told_when_nobody_answers(self, driver: RemoteDriver) -> None:
        await driver.stop()
        with pytest.raises(ProviderError):
            await driver.provider.examine()


class PolledProviderContract(RemoteProviderContract):
    """For those whose orders live at the remote party."""

    @story
    async def test_a_cancelled_order_fails(self, driver: RemoteDriver) -> None:
        order = await begun(driver)
        await driver.provider.cancel(order)
        driver.clock.forward(seconds=BETWEEN_POLLS)
        progress = await driver.provider.poll(order)
        assert isinstance(progress, Failed)
        assert self.has_text(f"web.eid.{progress.reason}")
