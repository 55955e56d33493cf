"""BankID as a provider, against a server that speaks its protocol."""

import asyncio
import base64
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from actions.eid.bankid.provider import BankidProvider
from actions.eid.bankid.requests import request_of
from actions.eid.port import (
    Complete,
    Failed,
    Pending,
    Progress,
    ProviderError,
)
from actions.worlds import read_texts
from config.eid_settings import read_eid
from tests.bot.browsing import ANNA, BO, Clock
from tests.eid.bankid.server import BankidServer, bankid_server, error, rubbish
from tests.eid.desk import HIDDEN, ProviderDesk, assembly_of

TEXTS = read_texts(Path(__file__).parents[3] / "config" / "texts")
PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) Version/18.1 Mobile/15E148 Safari"


class Desk(ProviderDesk):
    """BankID in use, and its server."""

    def __init__(self, server: BankidServer, clock: Clock) -> None:
        self.server = server
        settings = read_eid(server.settings(), production=False).bankid
        assert settings is not None
        super().__init__(BankidProvider(assembly_of(clock), settings), clock, every=2)


@pytest.fixture(scope="module")
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, clock: Clock) -> Iterator[BankidServer]:
    with bankid_server(tmp_path_factory.mktemp("bankid"), clock) as running:
        yield running


@pytest.fixture
def desk(server: BankidServer, clock: Clock) -> Iterator[Desk]:
    server.orders.clear()
    server.calls.clear()
    desk = Desk(server, clock)
    yield desk
    desk.close()


def told(progress: Progress) -> str:
    assert isinstance(progress, Pending)
    return progress.hint


# ── Login and signature ───────────────────────────────────────────────────────────────────────


def test_a_login_tells_who_it_is(desk: Desk) -> None:
    order = desk.start()
    assert told(desk.poll(order)) == "rfa1"
    desk.server.hint("userSign")
    assert told(desk.poll(order)) == "rfa9"
    desk.server.approve(*ANNA)
    done = desk.poll(order)
    assert isinstance(done, Complete)
    assert (done.person.personnummer, done.person.name) == ANNA
    assert done.evidence.operation == "auth"


def test_a_signature_keeps_what_proves_it(desk: Desk) -> None:
    order = desk.start("sign", personnummer=ANNA[0])
    signed = desk.server.approve(*ANNA).completion
    done = desk.poll(order)
    assert isinstance(done, Complete)
    assert signed is not None
    evidence = done.evidence
    assert (evidence.operation, evidence.hidden_data) == ("sign", HIDDEN)
    assert evidence.details["signature"] == signed["signature"]
    assert evidence.details["ocsp_response"] == signed["ocspResponse"]
    assert evidence.at == desk.server.now().replace(microsecond=0) - timedelta(seconds=2)


def test_what_is_asked_of_bankid(desk: Desk) -> None:
    desk.start("sign", personnummer=ANNA[0])
    path, body = desk.server.calls[-1]
    assert path == "sign"
    assert body["endUserIp"] == "192.0.2.7"
    assert base64.b64decode(body["userVisibleData"]).decode() == (
        "Jag skriver under till Kramfors kommun:\nByte av skola. Åäö ”citat”."
    )
    assert base64.b64decode(body["userNonVisibleData"]).decode() == HIDDEN
    assert body["returnUrl"] == "https://e.kramfors.se/legitimering/app/nonce"
    assert body["returnRisk"] is True
    assert body["requirement"] == {"personalNumber": ANNA[0]}
    assert body["web"]["referringDomain"] == "e.kramfors.se"


@pytest.mark.parametrize(
    ("url", "domain"),
    [
        ("https://e.kramfors.se", "e.kramfors.se"),
        ("https://e.kramfors.se:8443/arende", "e.kramfors.se"),
        ("https://ärende.kramfors.se", "xn--rende-fra.kramfors.se"),
    ],
)
def test_the_domain_is_told_without_port_and_in_ascii(desk: Desk, url: str, domain: str) -> None:
    assert request_of(desk.start(), url)["web"]["referringDomain"] == domain


@pytest.mark.parametrize("value", [None, "missing"])
def test_what_can_be_done_without_may_be_missing_or_null(desk: Desk, value: str | None) -> None:
    """An answer that cannot be read is lost, since it is given once."""
    order = desk.start()
    completion = desk.server.approve(*ANNA).completion
    assert completion is not None
    for name in ("device", "bankIdIssueDate", "risk"):
        completion[name] = None
        if value == "missing":
            del completion[name]
    completion["user"] = {"personalNumber": ANNA[0], "name": None, "new": {}}
    done = desk.poll(order)
    assert isinstance(done, Complete)
    assert (done.person.personnummer, done.person.name) == ANNA
    assert done.evidence.details["risk"] == ""


def test_the_name_is_as_the_certificate_says(desk: Desk) -> None:
    order = desk.start()
    signed = desk.server.newest
    user = {**desk.server.completion(signed, *ANNA)["user"], "name": "Bo Ek"}
    desk.server.approve(*ANNA, user=user)
    done = desk.poll(order)
    assert isinstance(done, Complete)
    assert done.person.name == "Anna Ek"


# ── Same device and other device ──────────────────────────────────────────────────────────────


def test_the_qr_code_changes_each_second_and_is_gone_when_the_app_has_it(desk: Desk) -> None:
    order = desk.start()
    codes = set()
    for second in range(5):
        progress = desk.run(desk.provider.poll(order))
        assert isinstance(progress, Pending)
        assert progress.qr.split(".")[:3] == [
            "bankid",
            desk.server.newest.tokens["qr"],
            str(second),
        ]
        codes.add(progress.qr)
        desk.clock.forward(seconds=1)
    assert len(codes) == 5
    desk.server.hint("userSign")
    progress = desk.poll(order)
    assert isinstance(progress, Pending)
    assert (progress.qr, progress.app_url) == ("", "")


@pytest.mark.parametrize(
    ("agent", "address"),
    [("", "bankid:///?autostarttoken="), (PHONE, "https://app.bankid.com/?autostarttoken=")],
)
def test_the_app_is_started_as_the_device_can(desk: Desk, agent: str, address: str) -> None:
    progress = desk.poll(desk.start(agent=agent), device="this")
    assert isinstance(progress, Pending)
    assert progress.app_url.startswith(address + desk.server.newest.tokens["auto"])
    assert progress.hint == "rfa1"


def test_chrome_on_an_iphone_is_brought_to_the_front(desk: Desk) -> None:
    desk.start(agent="Mozilla/5.0 (iPhone) CriOS/130.0 Mobile/15E148 Safari/604.1")
    assert desk.server.calls[-1][1]["returnUrl"] == "googlechromes://"


@pytest.mark.parametrize(
    ("hint", "device", "agent", "text"),
    [
        ("outstandingTransaction", "other", "", "rfa1"),
        ("noClient", "this", "", "rfa1"),
        ("started", "this", "", "rfa15a"),
        ("started", "other", PHONE, "rfa15b"),
        ("userMrtd", "other", "", "rfa23"),
        ("userSign", "this", "", "rfa9"),
        ("somethingNew", "other", "", "rfa21"),
    ],
)
def test_every_hint_has_its_text(desk: Desk, hint: str, device: Any, agent: str, text: str) -> None:
    order = desk.start(agent=agent)
    desk.server.hint(hint)
    assert told(desk.poll(order, device=device)) == text
    assert TEXTS.has(f"eid.hint.{text}")


@pytest.mark.parametrize(
    ("hint", "device", "reason"),
    [
        ("expiredTransaction", "other", "rfa8"),
        ("certificateErr", "other", "rfa16"),
        ("userCancel", "other", "rfa6"),
        ("cancelled", "other", "rfa3"),
        ("notSupportedByUserApp", "this", "old_app"),
        ("transactionRiskBlocked", "other", "high_risk"),
        ("userDeclinedCall", "other", "rfa22"),
        ("somethingNew", "other", "rfa22"),
    ],
)
def test_every_failure_has_its_text(desk: Desk, hint: str, device: Any, reason: str) -> None:
    order = desk.start()
    desk.server.fail(hint)
    assert desk.poll(order, device=device) == Failed(reason)
    assert TEXTS.has(f"web.eid.{reason}")


@pytest.mark.parametrize(("device", "reason"), [("this", "rfa17a"), ("other", "rfa17b")])
def test_an_order_that_nobody_picks_up_is_begun_anew_once(
    desk: Desk, device: Any, reason: str
) -> None:
    first = desk.start()
    desk.server.fail("startFailed")
    progress = desk.poll(first, device=device)
    assert isinstance(progress, Pending)
    assert progress.renewed is not None
    second = progress.renewed
    assert second.id == desk.server.newest.ref != first.id
    again = desk.poll(first, device=device)
    assert isinstance(again, Pending)
    assert again.renewed == second
    assert [path for path, _ in desk.server.calls].count("auth") == 2
    desk.server.fail("startFailed")
    assert desk.poll(second, device=device) == Failed(reason)
    assert [path for path, _ in desk.server.calls].count("auth") == 2


# ── Sharing, limits and errors ────────────────────────────────────────────────────────────────


def test_all_who_look_share_one_question_every_two_seconds(desk: Desk) -> None:
    order = desk.start()

    async def all_look() -> None:
        await asyncio.gather(*(desk.provider.poll(order) for _ in range(30)))

    for _ in range(4):
        desk.run(all_look())
        desk.clock.forward(seconds=1)
    assert desk.server.newest.collects == 2


def test_the_answer_is_collected_once_and_told_to_all(desk: Desk) -> None:
    order = desk.start()
    desk.server.approve(*ANNA)
    done = desk.poll(order)
    assert isinstance(done, Complete)
    assert desk.poll(order) == done
    assert [path for path, _ in desk.server.calls].count("collect") == 1


def test_an_answer_that_was_lost_on_the_way_is_told(desk: Desk) -> None:
    """It is given once, and the app has said that all is done."""
    order = desk.start()
    desk.server.approve(*ANNA)
    del desk.server.orders[order.id]  # as a collected one
    assert desk.poll(order) == Failed("lost")
    assert TEXTS.has("web.eid.lost")


def test_a_cancelled_order_is_cancelled_at_bankid(desk: Desk) -> None:
    order = desk.start()
    desk.run(desk.provider.cancel(order))
    assert desk.server.calls[-1] == ("cancel", {"orderRef": order.id})
    assert desk.poll(order) == Failed("cancelled")
    desk.run(desk.provider.cancel(order))


@pytest.mark.parametrize(
    ("status", "code", "reason"),
    [
        (400, "alreadyInProgress", "rfa4"),
        (400, "invalidParameters", "failed"),
        (401, "unauthorized", "rfa22"),
        (403, "unauthorized", "rfa22"),
        (404, "notFound", "rfa22"),
        (408, "requestTimeout", "rfa5"),
        (415, "unsupportedMediaType", "rfa22"),
        (429, "tooManyRequests", "busy"),
        (500, "internalError", "rfa5"),
        (503, "maintenance", "rfa5"),
        (400, "somethingNew", "rfa22"),
    ],
)
def test_every_error_has_its_text_and_nothing_is_retried(
    desk: Desk, status: int, code: str, reason: str
) -> None:
    desk.server.misbehave(error(status, code))
    with pytest.raises(ProviderError) as refused:
        desk.start()
    assert refused.value.reason == reason
    assert TEXTS.has(f"web.eid.{reason}")
    assert len(desk.server.calls) == 1


@pytest.mark.parametrize(
    "answer",
    [
        rubbish(),
        rubbish(b""),
        rubbish(b'{"orderRef": 5}'),
        rubbish(b"\xff\xfe", 500),
        rubbish(b"[]"),
        rubbish(b'{"a":' + b"[" * 100_000),
        rubbish(b'{"a":' + b"[" * 100_000, 400),
    ],
)
def test_rubbish_is_no_answer(desk: Desk, answer: Callable[[], Any]) -> None:
    desk.server.misbehave(answer)
    with pytest.raises(ProviderError):
        desk.start()
    order = desk.start()
    desk.server.misbehave(answer)
    outcome: Any = None
    try:
        outcome = desk.poll(order)
    except ProviderError:
        outcome = "later"
    assert not isinstance(outcome, Complete)


def test_after_too_many_requests_bankid_is_left_in_peace(desk: Desk) -> None:
    desk.server.misbehave(error(429, "tooManyRequests", RateLimit_Reset="30"))
    for _ in range(5):
        with pytest.raises(ProviderError, match="busy"):
            desk.start()
        desk.clock.forward(seconds=5)
    assert len(desk.server.calls) == 1
    desk.clock.forward(seconds=6)
    desk.start()


def test_maintenance_is_waited_out_a_few_times(desk: Desk) -> None:
    order = desk.start()
    desk.server.misbehave(*[error(503, "maintenance")] * 4)
    assert [told(desk.poll(order)) for _ in range(3)] == ["rfa1"] * 3
    assert desk.poll(order) == Failed("rfa5")


@pytest.mark.parametrize("code", ["internalError", "requestTimeout", "unauthorized", "new"])
def test_an_order_that_is_given_up_is_cancelled(desk: Desk, code: str) -> None:
    """Nobody should sign in vain, and a new order for the same person would be refused."""
    order = desk.start("sign", personnummer=ANNA[0])
    desk.server.misbehave(error(500, code))
    assert isinstance(desk.poll(order), Failed)
    assert desk.server.calls[-1] == ("cancel", {"orderRef": order.id})
    assert order.id not in desk.server.orders


def trusting(server: BankidServer, clock: Clock, ca: str) -> Desk:
    """A desk for which BANKID_CA is another file of the server's folder."""
    settings = read_eid(
        {**server.settings(), "BANKID_CA": str(server.folder / ca)}, production=False
    ).bankid
    assert settings is not None
    desk = Desk(server, clock)
    desk.provider = BankidProvider(assembly_of(clock), settings)
    return desk


def test_a_server_of_another_authority_is_not_spoken_to(server: BankidServer, clock: Clock) -> None:
    desk = trusting(server, clock, "bankid-root.pem")
    with pytest.raises(ProviderError, match="unreachable"):
        desk.start()
    with pytest.raises(ProviderError, match="certificate: unable to get local issuer certificate"):
        desk.run(desk.provider.examine())
    desk.close()


def test_the_servers_own_certificate_may_be_the_one_that_is_trusted(
    server: BankidServer, clock: Clock
) -> None:
    desk = trusting(server, clock, "server.pem")
    desk.start()
    desk.close()


def test_the_doctor_is_told_until_when_the_certificates_are_valid(desk: Desk) -> None:
    assert desk.run(desk.provider.examine()) == "answers; certificates are valid until 2044-01-01"


# ── What does not count ───────────────────────────────────────────────────────────────────────


def test_a_login_is_no_signature(desk: Desk) -> None:
    """Threat A6: the completion of a login, given as the answer to a signature."""
    order = desk.start("sign")
    held = desk.server.newest
    login = desk.server.completion(held, *ANNA, function="Identification")
    desk.server.approve(*ANNA, **login)
    assert desk.poll(order) == Failed("unverified")


def test_only_the_required_person_completes(desk: Desk) -> None:
    """Threat A8, with a server that does not heed the requirement."""
    order = desk.start("sign", personnummer=ANNA[0])
    held = desk.server.newest
    held.status, held.completion = "complete", desk.server.completion(held, *BO)
    assert desk.poll(order) == Failed("wrong_person")


def test_the_named_person_must_be_the_certificates(desk: Desk) -> None:
    order = desk.start()
    user = {"personalNumber": BO[0], "name": BO[1]}
    desk.server.approve(*ANNA, user=user)
    assert desk.poll(order) == Failed("unverified")


@pytest.mark.parametrize("risk", ["high", "HIGH"])
def test_a_high_risk_is_refused(desk: Desk, risk: str) -> None:
    """Threat A3."""
    order = desk.start()
    desk.server.approve(*ANNA, risk=risk)
    assert desk.poll(order) == Failed("high_risk")


def test_a_moderate_risk_is_recorded(desk: Desk) -> None:
    order = desk.start()
    desk.server.approve(*ANNA, risk="moderate")
    done = desk.poll(order)
    assert isinstance(done, Complete)
    assert done.evidence.details["risk"] == "moderate"
