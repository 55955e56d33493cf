"""A BankID server for tests: the relying-party API v6.0 over mutual TLS, from the fact sheet.

It is strict where BankID is: content type, unknown members, lengths; a completed order can be
collected once; an order that nobody picks up fails. Tests play the person with `approve` and the
app with `hint`; `misbehave` makes it answer with an error, rubbish, or not at all.
"""

import base64
import ipaddress
import json
import secrets
import ssl
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from tests.eid import pki
from tests.eid.bankid.bank import SERVER, Bank
from tests.eid.pki import name_of
from tests.eid.serving import serving

_MEMBERS = {
    "endUserIp", "userVisibleData", "userVisibleDataFormat", "userNonVisibleData", "returnUrl",
    "returnRisk", "requirement", "web",
}  # fmt: skip
#: An order that no app has fetched by then has failed.
_PICKED_UP_WITHIN = timedelta(seconds=30)
_REQUIREMENTS = {"personalNumber", "pinCode", "mrtd", "cardReader", "certificatePolicies", "risk"}


@dataclass
class BankidOrder:
    ref: str
    operation: str
    request: dict[str, Any]
    started_at: datetime
    status: str = "pending"
    hint: str = "outstandingTransaction"
    completion: dict[str, Any] | None = None
    collects: int = 0
    tokens: dict[str, str] = field(default_factory=dict)


class BankidServer:
    """The state, and the person's and the app's side."""

    def __init__(self, bank: Bank, now: Callable[[], datetime]) -> None:
        self.bank = bank
        self.now = now
        self.orders: dict[str, BankidOrder] = {}
        #: Every call: path and body.
        self.calls: list[tuple[str, dict[str, Any]]] = []
        #: The hidden data of every signature that was collected.
        self.signed_hidden: list[str] = []
        #: Every secret that was ever given with an order.
        self.given_tokens: set[str] = set()
        self.url = ""
        self.folder = Path()
        #: Ends the server early.
        self.stop: Callable[[], None] = lambda: None
        self._answers: list[Callable[[], Response]] = []

    # ── What tests do ─────────────────────────────────────────────────────────────────────────

    @property
    def newest(self) -> BankidOrder:
        return list(self.orders.values())[-1]

    def hint(self, hint: str, order: BankidOrder | None = None) -> None:
        """What the app does with the order."""
        (order or self.newest).hint = hint

    def fail(self, hint: str, order: BankidOrder | None = None) -> None:
        found = order or self.newest
        found.status, found.hint = "failed", hint

    def approve(
        self, personnummer: str, name: str, order: BankidOrder | None = None, **changes: Any
    ) -> BankidOrder:
        """The person does it in the app. An order for somebody else fails, as with BankID.

        `changes` replace members of the completion data.
        """
        found = order or self.newest
        required = found.request.get("requirement", {}).get("personalNumber")
        if required not in (None, personnummer):
            self.fail("userCancel", found)
            return found
        found.status, found.hint = "complete", ""
        found.completion = {**self.completion(found, personnummer, name), **changes}
        return found

    def completion(
        self, order: BankidOrder, personnummer: str, name: str, *, function: str = ""
    ) -> dict[str, Any]:
        who = self.bank.person(personnummer, name)
        signed = self.bank.sign(
            who,
            visible=order.request["userVisibleData"],
            hidden=order.request.get("userNonVisibleData"),
            function=function or {"auth": "Identification", "sign": "Signing"}[order.operation],
        )
        given, _, surname = name.partition(" ")
        return {
            "user": {
                "personalNumber": personnummer, "name": name, "givenName": given,
                "surname": surname,
            },
            "device": {"ipAddress": order.request["endUserIp"], "uhi": "fL2Z9KSYfRhSIsT8qEuX5agU"},
            "bankIdIssueDate": "2025-02-03+01:00",
            "signature": signed,
            "ocspResponse": self.bank.vouch(who, signed, at=self.now()),
            "risk": "low",
        }  # fmt: skip

    def misbehave(self, *answers: Callable[[], Response]) -> None:
        """The next calls get these answers."""
        self._answers += answers

    def settings(self) -> dict[str, str]:
        """The environment of a service that uses this server."""
        return {
            "ARENDEBOT_EID": "bankid",
            "BANKID_URL": self.url,
            "BANKID_CLIENT_CERT": str(self.folder / "client.pem"),
            "BANKID_CLIENT_KEY": str(self.folder / "client.key"),
            "BANKID_CA": str(self.folder / "tls-ca.pem"),
            "BANKID_SIGNATURE_CA": str(self.folder / "bankid-root.pem"),
        }

    # ── The API ───────────────────────────────────────────────────────────────────────────────

    async def start(self, request: Request) -> Response:
        body = await self._body(request)
        if isinstance(body, Response):
            return body
        operation = request.url.path.rpartition("/")[2]
        problem = _problem(operation, body)
        if problem:
            return error(400, "invalidParameters", problem)()
        tokens = {name: secrets.token_hex(16) for name in ("auto", "qr", "secret")}
        self.given_tokens |= set(tokens.values())
        order = BankidOrder(
            f"order-{len(self.orders)}-{secrets.token_hex(8)}",
            operation,
            body,
            tokens=tokens,
            started_at=self.now(),
        )
        self.orders[order.ref] = order
        return JSONResponse(
            {
                "orderRef": order.ref,
                "autoStartToken": tokens["auto"],
                "qrStartToken": tokens["qr"],
                "qrStartSecret": tokens["secret"],
            }
        )

    async def collect(self, request: Request) -> Response:
        body = await self._body(request)
        if isinstance(body, Response):
            return body
        order = self.orders.get(body.get("orderRef", ""))
        if order is None:
            return error(400, "invalidParameters", "No such order")()
        order.collects += 1
        waits = order.status == "pending" and order.hint in ("outstandingTransaction", "noClient")
        if waits and self.now() > order.started_at + _PICKED_UP_WITHIN:
            self.fail("startFailed", order)
        answer: dict[str, Any] = {"orderRef": order.ref, "status": order.status}
        if order.status != "complete":
            return JSONResponse({**answer, "hintCode": order.hint})
        del self.orders[order.ref]
        if order.operation == "sign":
            self.signed_hidden.append(order.request["userNonVisibleData"])
        return JSONResponse({**answer, "completionData": order.completion})

    async def cancel(self, request: Request) -> Response:
        body = await self._body(request)
        if isinstance(body, Response):
            return body
        order = self.orders.pop(body.get("orderRef", ""), None)
        return JSONResponse({}) if order else error(400, "invalidParameters", "No such order")()

    async def _body(self, request: Request) -> dict[str, Any] | Response:
        raw = await request.body()
        path = request.url.path.rpartition("/")[2]
        try:
            body = json.loads(raw)
        except ValueError:
            body = {}
        self.calls.append((path, body))
        if self._answers:
            return self._answers.pop(0)()
        if request.headers.get("content-type") != "application/json":
            return error(415, "unsupportedMediaType")()
        found: dict[str, Any] = body
        return found


def _problem(operation: str, body: dict[str, Any]) -> str:
    """Why BankID would refuse the request; "" when it would not."""
    if set(body) - _MEMBERS or set(body.get("requirement", {})) - _REQUIREMENTS:
        return "unknown member"
    try:
        ipaddress.ip_address(body.get("endUserIp", ""))
    except ValueError:
        return "endUserIp"
    visible = body.get("userVisibleData", "")
    if len(visible) > (1_500 if operation == "auth" else 40_000):
        return "userVisibleData is too long"
    if operation == "sign" and not visible:
        return "userVisibleData is missing"
    base64.b64decode(visible, validate=True).decode("utf-8")
    if len(body.get("userNonVisibleData", "")) > 1_500:
        return "userNonVisibleData is too long"
    if not 1 <= len(body.get("returnUrl", "x")) <= 512:
        return "returnUrl"
    web = body.get("web", {})
    if not (
        3 <= len(web.get("referringDomain", "abc")) <= 253
        and 1 <= len(web.get("userAgent", "a")) <= 256
        and 1 <= len(web.get("deviceIdentifier", "a")) <= 64
    ):
        return "web"
    return ""


def error(status: int, code: str, details: str = "", **headers: str) -> Callable[[], Response]:
    """An error of the API."""
    body = {"errorCode": code, "details": details}
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda: JSONResponse(body, status, headers=named)


def rubbish(body: bytes = b"<html>busy</html>", status: int = 200) -> Callable[[], Response]:
    return lambda: Response(body, status, media_type="application/json")


@contextmanager
def bankid_server(
    folder: Path, now: Callable[[], datetime] = lambda: datetime.now(UTC)
) -> Iterator[BankidServer]:
    """Listening on a port of its own until the end; certificates are in `folder`."""
    bank = Bank()
    tls = pki.authority(name_of(o="Finansiell Test", cn="Test BankID SSL Root CA v1 Test"))
    cert, key = pki.server(tls).write(folder, "server")
    pki.client(SERVER, bank.issuer).write(folder, "client")
    (folder / "tls-ca.pem").write_bytes(tls.pem)
    (folder / "bankid-root.pem").write_bytes(bank.root.pem)
    (folder / "clients.pem").write_bytes(bank.issuer.pem + bank.scheme.pem + bank.root.pem)
    state = BankidServer(bank, now)
    state.folder = folder
    app = Starlette(
        routes=[
            Route("/rp/v6.0/auth", state.start, methods=["POST"]),
            Route("/rp/v6.0/sign", state.start, methods=["POST"]),
            Route("/rp/v6.0/collect", state.collect, methods=["POST"]),
            Route("/rp/v6.0/cancel", state.cancel, methods=["POST"]),
        ]
    )
    config = uvicorn.Config(
        app, host="127.0.0.1", port=0, log_config=None, lifespan="off", access_log=False,
        ssl_certfile=cert, ssl_keyfile=key, ssl_ca_certs=str(folder / "clients.pem"),
        ssl_cert_reqs=ssl.CERT_REQUIRED,
    )  # fmt: skip
    with ExitStack() as stack:
        port = stack.enter_context(serving(config))
        state.url = f"https://127.0.0.1:{port}/rp/v6.0"
        state.stop = stack.close
        yield state
