"""Valid answers of Freja, what was asked for in them, and what they must prove."""

from datetime import timedelta
from typing import Any

import pytest

from actions.eid.evidence_error import EvidenceError
from actions.eid.freja import jws
from actions.eid.freja.evidence import Expected, Verified, verify
from tests.bot.browsing import ANNA, START
from tests.eid.freja.signer import Json, Signer, base64_of

TEXT = "Jag skriver under till Kramfors kommun:\nByte av skola. Åäö ”citat”.".encode()
HIDDEN = b"arendebot-revision 1 K-YZY9-HW33 sha256:" + b"0f" * 32
SIGNER = Signer()
CERTIFICATES = tuple(jws.read_certificate(each.der) for each in (SIGNER.older, SIGNER.answers))
ROOTS = (SIGNER.root.der,)


def now_ms(**later: float) -> int:
    return int((START + timedelta(**later)).timestamp() * 1000)


def a_login(**changes: Any) -> Json:
    return {
        "authRef": "the-login",
        "status": "APPROVED",
        "userInfoType": "INFERRED",
        "userInfo": "N/A",
        "minRegistrationLevel": "PLUS",
        "timestamp": now_ms(),
        "requestedAttributes": {
            "basicUserInfo": {"name": "Anna", "surname": "Ek"},
            "ssn": {"country": "SE", "ssn": ANNA[0]},
            "loaLevel": "LOA3",
            "registrationLevel": "PLUS",
        },
        **changes,
    }


def content(text: bytes = TEXT, hidden: bytes | None = HIDDEN) -> Json:
    signed = {
        "text": base64_of(text),
        "binaryData": base64_of(hidden) if hidden is not None else None,
    }
    return {name: value for name, value in signed.items() if value is not None}


def a_signature(user_signature: str | None = None, **changes: Any) -> Json:
    signature = user_signature or SIGNER.user_signature(SIGNER.person(*ANNA), content())
    login = a_login()
    del login["authRef"]
    return {
        "signRef": "the-signature",
        **login,
        "signatureType": "EXTENDED",
        "signatureData": {
            "userSignature": signature,
            "certificateStatus": SIGNER.status(SIGNER.person(*ANNA), at=START),
        },
        **changes,
    }


LOGIN = Expected(
    operation="auth", reference="the-login", visible=b"", hidden=None, started_at=START, at=START
)
SIGNATURE = Expected(
    operation="sign",
    reference="the-signature",
    visible=TEXT,
    hidden=HIDDEN,
    started_at=START,
    at=START,
)


def read(
    details: str,
    expected: Expected = LOGIN,
    *,
    certificates: tuple[jws.Certificate, ...] = CERTIFICATES,
    roots: tuple[bytes, ...] | None = None,
) -> Verified:
    return verify(details, expected=expected, certificates=certificates, roots=roots)


def refused(details: str, expected: Expected = LOGIN, **how: Any) -> str:
    with pytest.raises(EvidenceError) as error:
        read(details, expected, **how)
    return str(error.value)
