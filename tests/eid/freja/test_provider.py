"""Freja as a provider, against a server that speaks its protocol."""

import asyncio
import base64
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, quote

import pytest
from starlette.responses import StreamingResponse

from actions.eid import mutual_tls
from actions.eid.freja.provider import FrejaProvider
from actions.eid.port import (
    Caller,
    Complete,
    Failed,
    Operation,
    Pending,
    Progress,
    ProviderError,
)
from actions.worlds import read_texts
from config.eid_settings import read_eid
from config.reading import SettingsError
from tests.bot.browsing import ANNA, BO, Clock
from tests.eid.desk import HIDDEN, RETURN_URL, TEXT, ProviderDesk, assembly_of
from tests.eid.freja.server import Answer, FrejaServer, error, freja_server, rubbish
from tests.eid.freja.signer import Json

TEXTS = read_texts(Path(__file__).parents[3] / "config" / "texts")
CHROME_ON_IPHONE = "Mozilla/5.0 (iPhone) CriOS/130.0 Mobile/15E148 Safari/604.1"
_OPERATIONS: tuple[Operation, ...] = ("auth", "sign")


class Desk(ProviderDesk):
    """Freja in use, and its server."""

    def __init__(
        self, server: FrejaServer, clock: Clock, environment: dict[str, str] | None = None
    ) -> None:
        self.server = server
        given = {**server.settings(), **(environment or {})}
        settings = read_eid(given, production=False).freja
        assert settings is not None
        super().__init__(FrejaProvider(assembly_of(clock), settings), clock, every=3)

    def tend(self) -> None:
        self.run(self.provider.tend())


@pytest.fixture(scope="module")
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, clock: Clock) -> Iterator[FrejaServer]:
    with freja_server(tmp_path_factory.mktemp("freja"), clock) as running:
        yield running


@pytest.fixture
def desk(server: FrejaServer, clock: Clock) -> Iterator[Desk]:
    server.transactions.clear()
    server.calls.clear()
    desk = Desk(server, clock)
    yield desk
    desk.close()


def told(progress: Progress) -> str:
    assert isinstance(progress, Pending)
    return progress.hint


def completed(progress: Progress) -> Complete:
    assert isinstance(progress, Complete), progress
    return progress


# ── Login and signature ───────────────────────────────────────────────────────────────────────


def test_a_login_tells_who_it_is(desk: Desk) -> None:
    order = desk.start()
    assert told(desk.poll(order)) == "freja_start"
    desk.server.fetch(ANNA[0])
    assert told(desk.poll(order)) == "freja_approve"
    desk.server.approve(*ANNA)
    done = completed(desk.poll(order))
    assert (done.person.personnummer, done.person.name) == ANNA
    assert (done.evidence.operation, done.evidence.hidden_data) == ("auth", None)


def test_a_signature_keeps_what_proves_it(desk: Desk) -> None:
    order = desk.start("sign", personnummer=ANNA[0])
    desk.server.fetch(ANNA[0])
    assert told(desk.poll(order)) == "freja_sign"
    approved = desk.server.approve(*ANNA).result
    done = completed(desk.poll(order))
    assert approved is not None
    evidence = done.evidence
    assert (evidence.operation, evidence.hidden_data) == ("sign", HIDDEN)
    assert evidence.visible_text == TEXT
    assert evidence.details["jws"] == approved["details"]
    assert base64.b64decode(evidence.details["certificate"]) == desk.server.signer.answers.der
    assert evidence.details["person_key_verified"] is False
    assert (desk.clock.now - evidence.at).total_seconds() == 3


def test_what_is_asked_for_a_login(desk: Desk) -> None:
    """And nothing else: no number, no address, no browser."""
    desk.start(personnummer=ANNA[0])
    assert desk.server.calls == [
        (
            "/authentication/1.0/initAuthentication",
            {
                "userInfoType": "INFERRED",
                "userInfo": "N/A",
                "minRegistrationLevel": "PLUS",
                "attributesToReturn": [
                    {"attribute": "BASIC_USER_INFO"},
                    {"attribute": "SSN"},
                    {"attribute": "LOA_LEVEL"},
                    {"attribute": "REGISTRATION_LEVEL"},
                ],
            },
        )
    ]


def test_what_is_asked_for_a_signature(desk: Desk) -> None:
    desk.start("sign", personnummer=ANNA[0])
    path, body = desk.server.calls[-1]
    assert path == "/sign/1.0/initSignature"
    assert body["title"] == "Jag skriver under till Kramfors kommun"
    assert (body["dataToSignType"], body["signatureType"]) == ("EXTENDED_UTF8_TEXT", "EXTENDED")
    assert base64.b64decode(body["dataToSign"]["text"]).decode() == TEXT
    assert base64.b64decode(body["dataToSign"]["binaryData"]).decode() == HIDDEN
    assert "expiry" not in body


def test_a_signature_without_hidden_data_is_a_mistake_of_ours(desk: Desk) -> None:
    caller = Caller()
    with pytest.raises(ValueError, match="hidden data"):
        desk.run(desk.provider.start("sign", visible_text=TEXT, caller=caller, return_url=""))
    assert desk.server.calls == []


def test_the_name_is_written_as_one(desk: Desk) -> None:
    order = desk.start()
    payload = desk.server.payload(desk.server.newest, *ANNA)
    name = {"name": " Anna  Maria\u202e ", "surname": "Ek"}
    desk.server.answer(_with(payload, basicUserInfo=name))
    assert completed(desk.poll(order)).person.name == "Anna Maria Ek"


# ── Same device and other device ──────────────────────────────────────────────────────────────


def test_the_qr_code_is_shown_until_the_app_has_it(desk: Desk) -> None:
    order = desk.start()
    progress = desk.poll(order)
    assert isinstance(progress, Pending)
    link, _, query = progress.qr.partition("?")
    assert link == "frejaeid://bindUserToTransaction"
    assert parse_qs(query, strict_parsing=True) == {"transactionReference": [order.id]}
    desk.server.fetch(ANNA[0])
    progress = desk.poll(order)
    assert isinstance(progress, Pending)
    assert (progress.qr, progress.app_url) == ("", "")


@pytest.mark.parametrize(
    ("agent", "back"), [("", RETURN_URL), (CHROME_ON_IPHONE, "googlechromes://")]
)
def test_the_link_leads_to_the_app_and_back(desk: Desk, agent: str, back: str) -> None:
    order = desk.start(agent=agent)
    progress = desk.poll(order, device="this")
    assert isinstance(progress, Pending)
    query = parse_qs(progress.app_url.partition("?")[2], strict_parsing=True)
    assert query == {"transactionReference": [order.id], "originAppScheme": [back]}
    assert quote(order.id, safe="") in progress.app_url


@pytest.mark.parametrize(
    ("status", "operation", "text"),
    [
        ("STARTED", "auth", "freja_start"),
        ("STARTED", "sign", "freja_start"),
        ("DELIVERED_TO_MOBILE", "auth", "freja_approve"),
        ("DELIVERED_TO_MOBILE", "sign", "freja_sign"),
        ("SOMETHING_NEW", "sign", "freja_ongoing"),
    ],
)
def test_every_status_has_its_text(
    desk: Desk, status: str, operation: Operation, text: str
) -> None:
    order = desk.start(operation)
    desk.server.end(status)
    assert told(desk.poll(order)) == text
    assert TEXTS.has(f"eid.hint.{text}")


@pytest.mark.parametrize(
    ("status", "reason"),
    [
        ("REJECTED", "cancelled"),
        ("CANCELED", "freja_canceled"),
        ("RP_CANCELED", "cancelled"),
        ("EXPIRED", "too_late"),
    ],
)
def test_every_end_has_its_text_and_is_the_end(desk: Desk, status: str, reason: str) -> None:
    order = desk.start()
    desk.server.end(status)
    assert desk.poll(order) == Failed(reason)
    assert TEXTS.has(f"web.eid.{reason}")
    desk.server.approve(*ANNA)
    assert desk.poll(order) == Failed(reason)


# ── Time ──────────────────────────────────────────────────────────────────────────────────────


def test_a_transaction_that_nobody_approves_expires(desk: Desk) -> None:
    order = desk.start()
    desk.clock.forward(minutes=2)
    assert desk.poll(order) == Failed("too_late")


@pytest.mark.parametrize("operation", _OPERATIONS)
def test_a_code_that_nobody_reads_is_replaced_once(desk: Desk, operation: Operation) -> None:
    """Threat A3: a code that a swindler passes on is soon worth nothing."""
    first = desk.start(operation)
    for _ in range(9):
        progress = desk.poll(first)
        assert isinstance(progress, Pending)
        assert progress.renewed is None
    progress = desk.poll(first)
    assert isinstance(progress, Pending)
    second = progress.renewed
    assert second is not None
    assert second.id == desk.server.newest.ref != first.id
    assert desk.server.transactions[first.id].status == "RP_CANCELED"
    assert quote(second.id, safe="") in progress.qr
    assert desk.poll(first) == progress  # who looks a moment later is told the same
    assert desk.server.newest.request == desk.server.transactions[first.id].request
    desk.server.fetch(ANNA[0])
    assert told(desk.poll(second)) == ("freja_sign" if operation == "sign" else "freja_approve")
    desk.clock.forward(seconds=60)
    desk.server.approve(*ANNA)
    assert completed(desk.poll(second)).person.personnummer == ANNA[0]


def test_the_second_code_that_nobody_reads_is_the_last(desk: Desk) -> None:
    first = desk.start()
    desk.clock.forward(seconds=30)
    progress = desk.poll(first)
    assert isinstance(progress, Pending)
    assert progress.renewed is not None
    desk.clock.forward(seconds=30)
    assert desk.poll(progress.renewed) == Failed("too_late")
    assert [each.status for each in desk.server.transactions.values()] == ["RP_CANCELED"] * 2


def test_a_code_that_was_read_is_not_replaced(desk: Desk) -> None:
    order = desk.start()
    desk.server.fetch(ANNA[0])
    desk.clock.forward(seconds=90)
    progress = desk.poll(order)
    assert isinstance(progress, Pending)
    assert progress.renewed is None
    assert len(desk.server.transactions) == 1


def test_a_code_that_cannot_be_cancelled_stays(desk: Desk) -> None:
    """Else there would be two that work."""
    order = desk.start()
    desk.clock.forward(seconds=30)
    desk.server.misbehave(rubbish(b'{"status":"STARTED"}'), error(503))
    progress = desk.poll(order)
    assert isinstance(progress, Pending)
    assert progress.renewed is None
    assert len(desk.server.transactions) == 1


@pytest.mark.parametrize("operation", _OPERATIONS)
def test_a_code_that_nobody_reads_ends_though_nobody_looks(
    desk: Desk, operation: Operation
) -> None:
    """Threat A3: a page that was closed, or a copy of its code elsewhere, asks for nothing."""
    first = desk.start(operation)
    desk.clock.forward(seconds=10)
    desk.tend()
    desk.clock.forward(seconds=10)
    second = desk.start(operation)
    desk.clock.forward(seconds=7)
    desk.tend()
    assert desk.server.transactions[first.id].status == "STARTED"
    desk.clock.forward(seconds=1)
    desk.tend()
    assert desk.server.transactions[first.id].status == "RP_CANCELED"
    assert desk.server.transactions[second.id].status == "STARTED"
    assert desk.poll(first) == Failed("too_late")
    desk.clock.forward(seconds=17)
    desk.tend()
    assert desk.server.transactions[second.id].status == "RP_CANCELED"
    assert len(desk.server.transactions) == 2


def test_a_code_is_replaced_for_who_looks_now_and_then(desk: Desk) -> None:
    """A page without script may not look when the time is up."""
    first = desk.start()
    desk.clock.forward(seconds=20)
    assert desk.poll(first) == desk.poll(first)
    desk.clock.forward(seconds=2)
    desk.tend()
    assert desk.server.transactions[first.id].status == "RP_CANCELED"
    progress = desk.poll(first)
    assert isinstance(progress, Pending)
    assert progress.renewed is not None
    assert progress.renewed.id == desk.server.newest.ref
    desk.clock.forward(seconds=28)
    desk.tend()
    assert desk.server.newest.status == "RP_CANCELED"
    assert len(desk.server.transactions) == 2


def test_a_code_that_was_read_is_left_alone_though_nobody_looks(desk: Desk) -> None:
    order = desk.start()
    desk.server.fetch(ANNA[0])
    desk.clock.forward(seconds=29)
    desk.tend()
    desk.clock.forward(seconds=60)
    desk.tend()
    assert desk.server.newest.asked == 1
    desk.server.approve(*ANNA)
    assert completed(desk.poll(order)).person.personnummer == ANNA[0]


def test_a_code_that_cannot_be_ended_is_tried_again_until_it_has_ended_by_itself(
    desk: Desk,
) -> None:
    order = desk.start()
    desk.clock.forward(seconds=28)
    desk.server.misbehave(error(503))
    desk.tend()
    assert desk.server.transactions[order.id].status == "STARTED"
    desk.clock.forward(seconds=2)
    desk.tend()
    assert desk.server.transactions[order.id].status == "RP_CANCELED"
    calls = len(desk.server.calls)
    desk.clock.forward(minutes=4)
    desk.tend()
    assert len(desk.server.calls) == calls


def test_leaving_cancels_the_code_that_counts(desk: Desk) -> None:
    first = desk.start()
    desk.clock.forward(seconds=30)
    desk.poll(first)
    desk.run(desk.provider.cancel(first))
    assert {each.status for each in desk.server.transactions.values()} == {"RP_CANCELED"}


@pytest.mark.parametrize("status", ["STARTED", "DELIVERED_TO_MOBILE", "SOMETHING_NEW"])
def test_no_transaction_is_waited_for_for_ever(desk: Desk, status: str) -> None:
    order = desk.start()
    body = b'{"status":"%s"}' % status.encode()
    desk.server.misbehave(rubbish(body), rubbish(body))
    assert isinstance(desk.poll(order), Pending)
    desk.clock.forward(minutes=3)
    assert desk.poll(order) == Failed("too_late")


@pytest.mark.parametrize("answer", [error(422, 1100), error(404), error(410)])
def test_a_transaction_that_freja_forgot_is_over(desk: Desk, answer: Answer) -> None:
    order = desk.start()
    desk.server.misbehave(answer)
    assert desk.poll(order) == Failed("too_late")


def test_a_second_login_of_a_person_cancels_both(desk: Desk) -> None:
    """Threat A12: told as a warning, and not begun anew."""
    first, second = desk.start(), desk.start()
    one, other = desk.server.transactions.values()
    desk.server.fetch(ANNA[0], one)
    desk.server.fetch(ANNA[0], other)
    assert desk.poll(first) == desk.poll(second) == Failed("freja_canceled")
    assert len(desk.server.transactions) == 2


def test_two_signatures_of_a_person_are_open_at_once(desk: Desk) -> None:
    orders = [desk.start("sign"), desk.start("sign")]
    for transaction in desk.server.transactions.values():
        desk.server.fetch(ANNA[0], transaction)
        desk.server.approve(*ANNA, transaction)
    assert len({completed(desk.poll(order)).evidence.order_id for order in orders}) == 2


# ── Sharing, limits and errors ────────────────────────────────────────────────────────────────


def test_all_who_look_share_one_question_every_three_seconds(desk: Desk) -> None:
    order = desk.start()

    async def all_look() -> None:
        await asyncio.gather(*(desk.provider.poll(order) for _ in range(30)))

    for _ in range(6):
        desk.run(all_look())
        desk.clock.forward(seconds=1)
    assert desk.server.newest.asked == 2


def test_what_it_was_completed_with_is_told_to_all(desk: Desk) -> None:
    order = desk.start()
    desk.server.approve(*ANNA)
    done = completed(desk.poll(order))
    assert desk.poll(order) == done
    assert desk.server.newest.asked == 1


@pytest.mark.parametrize("operation", ["auth", "sign"])
def test_a_cancelled_order_is_cancelled_at_freja(
    desk: Desk, operation: Operation, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO", "actions.eid.freja")
    order = desk.start(operation)
    desk.run(desk.provider.cancel(order))
    assert desk.server.newest.status == "RP_CANCELED"
    assert desk.poll(order) == Failed("cancelled")
    calls = len(desk.server.calls)
    desk.run(desk.provider.cancel(order))
    assert len(desk.server.calls) == calls
    assert caplog.text == ""


def test_cancelling_never_raises_and_undoes_nothing(desk: Desk) -> None:
    order = desk.start()
    desk.server.misbehave(error(500))
    desk.run(desk.provider.cancel(order))
    done = desk.start()
    desk.server.approve(*ANNA)
    outcome = desk.poll(done)
    desk.run(desk.provider.cancel(done))
    assert desk.poll(done) == outcome == completed(outcome)


@pytest.mark.parametrize(
    ("status", "code", "reason"),
    [
        (422, 0, "unreachable"),
        *((422, code, "failed") for code in (1000, 1001, 1002, 1003, 1004, 1006, 1007, 1008)),
        *((400, code, "failed") for code in (1010, 1012, 1100, 1200, 2002, 2003)),
        *((422, code, "failed") for code in range(3000, 3008)),
        (422, 1005, "freja_disabled"),
        (422, 2000, "high_risk"),
        (422, 9999, "failed"),
        (400, None, "failed"),
        (401, None, "failed"),
        (404, None, "failed"),
        (410, None, "failed"),
        (429, None, "busy"),
        (500, None, "unreachable"),
        (503, None, "unreachable"),
        (302, None, "failed"),
    ],
)
def test_every_error_has_its_text_and_nothing_is_retried(
    server: FrejaServer, status: int, code: int | None, reason: str
) -> None:
    server.calls.clear()
    desk = Desk(server, Clock())
    server.misbehave(error(status, code))
    with pytest.raises(ProviderError) as refused:
        desk.start()
    assert refused.value.reason == reason
    assert TEXTS.has(f"web.eid.{reason}")
    assert len(server.calls) == 1
    desk.close()


@pytest.mark.parametrize("answer", [error(500), error(503), error(422, 0)])
def test_troubles_of_freja_decide_nothing(desk: Desk, answer: Answer) -> None:
    order = desk.start()
    desk.server.approve(*ANNA)
    desk.server.misbehave(answer)
    with pytest.raises(ProviderError, match="unreachable"):
        desk.poll(order)
    assert completed(desk.poll(order)).person.name == ANNA[1]


@pytest.mark.parametrize(("status", "code"), [(422, 1004), (401, None), (400, 1010)])
def test_a_refusal_decides(desk: Desk, status: int, code: int | None) -> None:
    order = desk.start()
    desk.server.misbehave(error(status, code))
    assert desk.poll(order) == Failed("failed")


@pytest.mark.parametrize(
    "answer",
    [
        rubbish(),
        rubbish(b""),
        rubbish(b"", 204),
        rubbish(b'{"authRef": 5}'),
        rubbish(b'{"authRef": ""}'),
        rubbish(b"\xff\xfe", 500),
        rubbish(b"[]"),
        rubbish(b'{"code": "1000"}', 422),
        rubbish(b'{"a":' + b"[" * 100_000),
        rubbish(b'{"a":' + b"[" * 100_000, 422),
        rubbish(b" " * 1_000_001),
    ],
)
def test_rubbish_is_no_answer(desk: Desk, answer: Answer) -> None:
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


def test_after_too_many_requests_freja_is_left_in_peace(server: FrejaServer) -> None:
    server.calls.clear()
    desk = Desk(server, Clock())
    server.misbehave(error(429, None, RateLimit_Reset="30"))
    for _ in range(5):
        with pytest.raises(ProviderError, match="busy"):
            desk.start()
        desk.clock.forward(seconds=5)
    assert len(server.calls) == 1
    desk.clock.forward(seconds=6)
    desk.start()
    desk.close()


@pytest.mark.parametrize("body", [(), (b" ",) * 100])
def test_an_answer_that_does_not_come_in_time_is_none(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, body: tuple[bytes, ...]
) -> None:
    """Also one that comes bit by bit, which no limit of a single read would stop."""
    order = desk.start()

    async def bit_by_bit() -> AsyncIterator[bytes]:
        for each in body or (b" ",):
            await asyncio.sleep(0.01 if body else 1)
            yield each
        yield b'{"status": "STARTED"}'

    monkeypatch.setattr(mutual_tls, "WHOLE", 0.05)
    desk.server.misbehave(lambda: StreamingResponse(bit_by_bit()))
    with pytest.raises(ProviderError, match="unreachable"):
        desk.poll(order)


def test_a_server_of_another_authority_is_not_spoken_to(server: FrejaServer, clock: Clock) -> None:
    desk = Desk(server, clock, {"FREJA_CA": str(server.folder / "people.pem")})
    with pytest.raises(ProviderError, match="unreachable"):
        desk.start()
    desk.close()


# ── The operator ──────────────────────────────────────────────────────────────────────────────


def test_the_doctor_is_told_until_when_the_certificates_are_valid(desk: Desk) -> None:
    assert desk.run(desk.provider.examine()) == "answers; certificates are valid until 2044-01-01"
    assert desk.server.transactions == {}


@pytest.mark.parametrize("answer", [error(401), error(422, 1008), error(404), error(503)])
def test_the_doctor_is_told_of_a_refusal(desk: Desk, answer: Answer) -> None:
    desk.server.misbehave(answer)
    with pytest.raises(ProviderError):
        desk.run(desk.provider.examine())


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("FREJA_CA", b"no certificate"),
        ("FREJA_CLIENT_CERT", b"no certificate"),
        ("FREJA_CLIENT_KEY", b"no key"),
        ("FREJA_JWS_CERT", b"no certificate"),
        ("FREJA_SIGNATURE_CA", b"no certificate"),
    ],
)
def test_a_file_that_is_none_is_named(
    server: FrejaServer, clock: Clock, tmp_path: Path, name: str, content: bytes
) -> None:
    (tmp_path / "wrong.pem").write_bytes(content)
    with pytest.raises(SettingsError, match=name):
        Desk(server, clock, {name: str(tmp_path / "wrong.pem")})


def limit_of(desk: Desk) -> int:
    return desk.run(desk.provider.longest_text())


def test_the_length_of_a_text_can_be_set(server: FrejaServer, clock: Clock) -> None:
    assert limit_of(Desk(server, clock)) == 4096
    assert limit_of(Desk(server, clock, {"FREJA_TEXT_BYTES": "2048"})) == 2048


# ── What does not count ───────────────────────────────────────────────────────────────────────


def test_a_login_is_no_signature(desk: Desk) -> None:
    """Threat A6: the completion of a login, given as the answer to a signature."""
    desk.start()
    login = desk.server.payload(desk.server.newest, *ANNA)
    order = desk.start("sign")
    desk.server.answer(login)
    assert desk.poll(order) == Failed("unverified")
    for claimed in ({"authRef": None}, {}):
        order = desk.start("sign")
        desk.server.answer({**login, "signRef": order.id, **claimed})
        assert desk.poll(order) == Failed("unverified")


def test_a_signature_is_no_login(desk: Desk) -> None:
    desk.start("sign")
    signature = desk.server.payload(desk.server.newest, *ANNA)
    order = desk.start()
    desk.server.answer({**signature, "authRef": order.id})
    assert desk.poll(order) == Failed("unverified")


def test_only_the_required_person_completes(desk: Desk) -> None:
    """Threat A8."""
    for operation in _OPERATIONS:
        order = desk.start(operation, personnummer=ANNA[0])
        desk.server.approve(*BO)
        assert desk.poll(order) == Failed("wrong_person")


def test_what_stands_beside_the_signed_answer_is_not_believed(desk: Desk) -> None:
    order = desk.start()
    approved = desk.server.approve(*ANNA)
    attributes = desk.server.payload(approved, *BO)["requestedAttributes"]
    approved.result = {**(approved.result or {}), "requestedAttributes": attributes}
    assert completed(desk.poll(order)).person.personnummer == ANNA[0]


@pytest.mark.parametrize("result", [{}, {"details": None}, {"details": ""}, {"details": "å.ä.ö"}])
def test_an_approval_that_is_not_signed_is_none(desk: Desk, result: Json) -> None:
    order = desk.start()
    approved = desk.server.approve(*ANNA)
    attributes = desk.server.payload(approved, *ANNA)["requestedAttributes"]
    approved.result = {"requestedAttributes": attributes, **result}
    assert desk.poll(order) == Failed("unverified")
    desk.server.approve(*ANNA)
    assert desk.poll(order) == Failed("unverified")


@pytest.mark.parametrize(
    ("attributes", "reason"),
    [
        ({"loaLevel": "LOA1"}, "weak_level"),
        ({"loaLevel": "LOA2"}, "weak_level"),
        ({"loaLevel": "LOA3_NR"}, "weak_level"),
        ({"loaLevel": "LOA4"}, "weak_level"),
        ({"loaLevel": None}, "weak_level"),
        ({"registrationLevel": "EXTENDED"}, "weak_level"),
        ({"registrationLevel": "BASIC"}, "weak_level"),
        ({"registrationLevel": None}, "weak_level"),
        ({"ssn": None}, "no_number"),
        ({"ssn": {"country": "NO", "ssn": "199001012385"}}, "no_number"),
        ({"ssn": {"country": "se", "ssn": "199001012385"}}, "no_number"),
        ({"ssn": {"country": "SE", "ssn": "9001012385"}}, "no_number"),
        ({"ssn": {"country": "SE", "ssn": "19900101-2385"}}, "no_number"),
        ({"ssn": {"country": "SE", "ssn": "١٩٩٠٠١٠١٢٣٨٥"}}, "no_number"),
        ({"ssn": {"country": "SE"}}, "no_number"),
        ({"ssn": {"country": "SE", "ssn": "199001012386"}}, "no_number"),
        ({"ssn": {"country": "SE", "ssn": "209001012386"}}, "no_number"),
        ({"ssn": "199001012385"}, "unverified"),
        ({"basicUserInfo": None}, "no_name"),
        ({"basicUserInfo": {"name": " ", "surname": None}}, "no_name"),
    ],
)
def test_who_is_not_known_well_enough_is_not_let_in(
    desk: Desk, attributes: Json, reason: str
) -> None:
    for operation in _OPERATIONS:
        order = desk.start(operation, personnummer=ANNA[0])
        payload = desk.server.payload(desk.server.newest, *ANNA)
        desk.server.answer(_with(payload, **attributes))
        assert desk.poll(order) == Failed(reason)
    assert TEXTS.has(f"web.eid.{reason}")


def test_a_municipality_may_let_in_who_does_not_live_in_sweden(
    server: FrejaServer, clock: Clock
) -> None:
    desk = Desk(server, clock, {"FREJA_LOA": "LOA3, LOA3_NR"})
    for level, is_let_in in (("LOA3_NR", True), ("LOA3", True), ("LOA2", False)):
        order = desk.start()
        payload = server.payload(server.newest, *ANNA)
        server.answer(_with(payload, loaLevel=level))
        assert isinstance(desk.poll(order), Complete) is is_let_in
    desk.close()


def _with(payload: Json, **attributes: Any) -> Json:
    """The payload with other attributes."""
    return {**payload, "requestedAttributes": {**payload["requestedAttributes"], **attributes}}
