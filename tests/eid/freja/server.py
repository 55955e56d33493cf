"""A Freja server for tests: the REST API over mutual TLS, from the fact sheet.

It is strict where Freja is, or is said to be: the form of the body, unknown members, lengths, JSON
with escaped letters. A transaction that nobody approves expires; a second login of a person cancels
both. Tests play the person with `fetch`, `approve` and `end`; `misbehave` makes it answer with an
error, rubbish, or much too late.
"""

import base64
import binascii
import json
import secrets
import ssl
from collections.abc import Awaitable, Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from tests.eid import pki
from tests.eid.freja.signer import Json, Signer
from tests.eid.pki import name_of
from tests.eid.serving import serving

Answer = Callable[[], Response | Awaitable[Response]]

_LIFE = timedelta(minutes=2)
#: Of a signature that is bound by its QR code.
_LONGEST = timedelta(minutes=30)
_OPEN = ("STARTED", "DELIVERED_TO_MOBILE")
_PARAMETERS = {
    "/authentication/1.0/initAuthentication": "initAuthRequest",
    "/authentication/1.0/getOneResult": "getOneAuthResultRequest",
    "/authentication/1.0/cancel": "cancelAuthRequest",
    "/sign/1.0/initSignature": "initSignRequest",
    "/sign/1.0/getOneResult": "getOneSignResultRequest",
    "/sign/1.0/cancel": "cancelSignRequest",
}
_MEMBERS = {
    "userInfoType", "userInfo", "minRegistrationLevel", "attributesToReturn",
    "userConfirmationMethod", "originDeviceDetails", "useDynamicQrCode",
}  # fmt: skip
_TO_SIGN = {
    "title", "pushNotification", "expiry", "dataToSignType", "dataToSign", "signatureType",
}  # fmt: skip
_ATTRIBUTES = {"BASIC_USER_INFO", "SSN", "LOA_LEVEL", "REGISTRATION_LEVEL", "EMAIL_ADDRESS"}


@dataclass
class Transaction:
    ref: str
    operation: str
    request: Json
    started_at: datetime
    status: str = "STARTED"
    #: Who has it in the app, twelve digits.
    bound_to: str = ""
    result: Json | None = None
    asked: int = 0

    @property
    def reference(self) -> Json:
        return {"signRef" if self.operation == "sign" else "authRef": self.ref}


class FrejaServer:
    """The state, and the person's side."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self.signer = Signer()
        self.now = now
        self.transactions: dict[str, Transaction] = {}
        #: Every call: path and request.
        self.calls: list[tuple[str, Json]] = []
        self.url = ""
        self.folder = Path()
        #: Ends the server early.
        self.stop: Callable[[], None] = lambda: None
        self._answers: list[Answer] = []

    # ── What tests do ─────────────────────────────────────────────────────────────────────────

    @property
    def newest(self) -> Transaction:
        return list(self.transactions.values())[-1]

    def fetch(self, personnummer: str, transaction: Transaction | None = None) -> None:
        """A person's app reads the code. A login beside another login cancels both."""
        found = transaction or self.newest
        found.status, found.bound_to = "DELIVERED_TO_MOBILE", personnummer
        logins = [
            each
            for each in self.transactions.values()
            if each.operation == "auth" and each.bound_to == personnummer and each.status in _OPEN
        ]
        if len(logins) > 1:
            for each in logins:
                each.status = "CANCELED"

    def end(self, status: str, transaction: Transaction | None = None) -> None:
        (transaction or self.newest).status = status

    def approve(
        self, personnummer: str, name: str, transaction: Transaction | None = None
    ) -> Transaction:
        found = transaction or self.newest
        return self.answer(self.payload(found, personnummer, name), found)

    def answer(self, payload: Json, transaction: Transaction | None = None) -> Transaction:
        """Approved, with this payload signed as Freja signs."""
        return self.answer_with(self.signer.details(payload), transaction)

    def answer_with(self, details: str, transaction: Transaction | None = None) -> Transaction:
        found = transaction or self.newest
        found.status, found.result = "APPROVED", {"details": details}
        return found

    def payload(self, transaction: Transaction, personnummer: str, name: str) -> Json:
        """What Freja signs when this person approves now."""
        given, _, surname = name.partition(" ")
        payload: Json = {
            **transaction.reference,
            "status": "APPROVED",
            "userInfoType": transaction.request["userInfoType"],
            "userInfo": transaction.request["userInfo"],
            "minRegistrationLevel": transaction.request["minRegistrationLevel"],
            "timestamp": int(self.now().timestamp() * 1000),
            "requestedAttributes": {
                "basicUserInfo": {"name": given, "surname": surname},
                "ssn": {"country": "SE", "ssn": personnummer},
                "loaLevel": "LOA3",
                "registrationLevel": "PLUS",
            },
        }
        if transaction.operation == "sign":
            who = self.signer.person(personnummer, name)
            payload["signatureType"] = "EXTENDED"
            payload["signatureData"] = {
                "userSignature": self.signer.user_signature(
                    who, dict(transaction.request["dataToSign"])
                ),
                "certificateStatus": self.signer.status(who, at=self.now()),
            }
        return payload

    def misbehave(self, *answers: Answer) -> None:
        """The next calls get these answers."""
        self._answers += answers

    def settings(self) -> dict[str, str]:
        """The environment of a service that uses this server."""
        return {
            "ARENDEBOT_EID": "freja",
            "FREJA_URL": self.url,
            "FREJA_CLIENT_CERT": str(self.folder / "client.pem"),
            "FREJA_CLIENT_KEY": str(self.folder / "client.key"),
            "FREJA_CA": str(self.folder / "tls-ca.pem"),
            "FREJA_JWS_CERT": str(self.folder / "jws.pem"),
        }

    def settings_with_roots(self) -> dict[str, str]:
        """As `settings`, and people's own signatures are verified too."""
        return {**self.settings(), "FREJA_SIGNATURE_CA": str(self.folder / "people.pem")}

    # ── The API ───────────────────────────────────────────────────────────────────────────────

    async def serve(self, request: Request) -> Response:
        path = request.url.path
        body = _read(path, request.headers.get("content-type", ""), await request.body())
        self.calls.append((path, body or {}))
        if self._answers:
            given = self._answers.pop(0)()
            return given if isinstance(given, Response) else await given
        if body is None:
            return _error(400, 1010)
        if "/init" in path:
            return self._start("sign" if path.startswith("/sign/") else "auth", body)
        found = self.transactions.get(body.get("signRef") or body.get("authRef") or "")
        if found is None or body != found.reference:
            return _error(422, 1100)
        if path.endswith("/cancel"):
            found.status = "RP_CANCELED" if found.status in _OPEN else found.status
            return Response(status_code=204)
        return self._result(found)

    def _start(self, operation: str, body: Json) -> Response:
        problem = _problem(operation, body, self.now())
        if problem:
            return _error(422, problem)
        # Longer than 64 and with signs that an address must escape.
        ref = f"{operation}-{len(self.transactions)}-{secrets.token_urlsafe(48)}/+"
        transaction = Transaction(ref, operation, body, self.now())
        self.transactions[ref] = transaction
        return JSONResponse(transaction.reference)

    def _result(self, found: Transaction) -> Response:
        found.asked += 1
        if found.status in _OPEN and self.now() - found.started_at > _LIFE:
            found.status = "EXPIRED"
        return JSONResponse({**found.reference, "status": found.status, **(found.result or {})})


def _read(path: str, content_type: str, raw: bytes) -> Json | None:
    """The request, if it is sent as Freja's own client sends it."""
    name, _, value = raw.decode("ascii").partition("=")
    try:
        text = base64.b64decode(value, validate=True).decode()
        body = json.loads(text)
    except (binascii.Error, ValueError):
        return None
    is_fine = content_type == "application/json" and name == _PARAMETERS[path]
    return body if is_fine and "\\u" not in text and isinstance(body, dict) else None


def _problem(operation: str, body: Json, now: datetime) -> int:
    """The code with which Freja would refuse; 0 when it would not."""
    if set(body) - _MEMBERS - (_TO_SIGN if operation == "sign" else set()):
        return 1000
    if body.get("userInfoType") != "INFERRED":
        return 1001
    if body.get("userInfo") != "N/A":
        return 1002
    if body.get("minRegistrationLevel") not in ("BASIC", "EXTENDED", "PLUS"):
        return 1007
    asked = body.get("attributesToReturn") or [{}]
    if not {each.get("attribute") for each in asked} <= _ATTRIBUTES:
        return 3005 if operation == "sign" else 2002
    return _problem_to_sign(body, now) if operation == "sign" else 0


def _problem_to_sign(body: Json, now: datetime) -> int:
    if body.get("dataToSignType") != "EXTENDED_UTF8_TEXT":
        return 3000
    data = body.get("dataToSign", {})
    try:
        text = base64.b64decode(data["text"], validate=True).decode()
        base64.b64decode(data["binaryData"], validate=True)
    except (KeyError, ValueError):
        return 3001
    if not 1 <= len(text) <= 4096 or set(data) != {"text", "binaryData"}:
        return 3001
    if body.get("signatureType") != "EXTENDED":
        return 3002
    asked = timedelta(milliseconds=body.get("expiry", 1000 * (now + _LIFE).timestamp()))
    if not _LIFE <= asked - timedelta(seconds=now.timestamp()) <= _LONGEST:
        return 3003
    return 0 if 1 <= len(body.get("title", "x")) <= 128 else 3007


def _error(status: int, code: int) -> Response:
    return JSONResponse({"code": code, "message": "for developers"}, status)


def error(status: int, code: int | None = None, **headers: str) -> Answer:
    """An error of the API, or of something in front of it."""
    body = {"code": code, "message": "for developers"} if code is not None else {}
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda: JSONResponse(body, status, headers=named)


def rubbish(body: bytes = b"<html>busy</html>", status: int = 200) -> Answer:
    return lambda: Response(body, status, media_type="application/json")


@contextmanager
def freja_server(
    folder: Path, now: Callable[[], datetime] = lambda: datetime.now(UTC)
) -> Iterator[FrejaServer]:
    """Listening on a port of its own until the end; certificates are in `folder`."""
    state = FrejaServer(now)
    signer, state.folder = state.signer, folder
    tls = pki.authority(name_of(o="Freja eID Group AB", cn="Test TLS CA"))
    cert, key = pki.server(tls).write(folder, "server")
    pki.client(name_of(c="SE", o="Kramfors kommun", cn="kramfors"), tls).write(folder, "client")
    (folder / "tls-ca.pem").write_bytes(tls.pem)
    (folder / "jws.pem").write_bytes(signer.older.pem + signer.answers.pem)
    (folder / "people.pem").write_bytes(signer.root.pem)
    app = Starlette(routes=[Route(path, state.serve, methods=["POST"]) for path in _PARAMETERS])
    config = uvicorn.Config(
        app, host="127.0.0.1", port=0, log_config=None, lifespan="off", access_log=False,
        ssl_certfile=cert, ssl_keyfile=key, ssl_ca_certs=str(folder / "tls-ca.pem"),
        ssl_cert_reqs=ssl.CERT_REQUIRED, timeout_graceful_shutdown=1,
    )  # fmt: skip
    with ExitStack() as stack:
        port = stack.enter_context(serving(config))
        state.stop = stack.close
        state.url = f"https://127.0.0.1:{port}"
        yield state
