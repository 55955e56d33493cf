"""What proves a person's approval: only Freja's signature over this very transaction (A6–A8)."""

import base64
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec

from actions.eid.evidence_error import EvidenceError
from actions.eid.freja import jws
from actions.eid.freja.evidence import Verified
from tests.bot.browsing import ANNA, BO, START
from tests.eid import pki
from tests.eid.freja.answers import (
    HIDDEN,
    LOGIN,
    ROOTS,
    SIGNATURE,
    SIGNER,
    TEXT,
    a_login,
    a_signature,
    content,
    now_ms,
    read,
    refused,
)
from tests.eid.freja.signer import (
    Json,
    base64_of,
    compact,
    encoded,
    hs256,
    json_of,
    rs256,
    rs512,
    unsigned,
    x5t,
)
from tests.eid.pki import Identity, name_of

# ── Freja's signature ─────────────────────────────────────────────────────────────────────────


def test_a_login_says_who_when_and_by_whom() -> None:
    assert read(SIGNER.details(a_login())) == Verified(
        personnummer=ANNA[0],
        name=ANNA[1],
        loa="LOA3",
        registration_level="PLUS",
        at=START,
        certificate=SIGNER.answers.der,
    )


def test_each_configured_certificate_counts_while_they_are_exchanged() -> None:
    assert read(SIGNER.details(a_login(), by=SIGNER.older)).certificate == SIGNER.older.der


def test_a_header_that_names_no_certificate_is_tried_with_all() -> None:
    for each in (SIGNER.older, SIGNER.answers):
        verified = read(SIGNER.details(a_login(), by=each, x5t=None))
        assert verified.certificate == each.der
    assert "key" in refused(SIGNER.details(a_login(), by=SIGNER.root, x5t=None))


def _es256() -> Callable[[bytes], bytes]:
    key = ec.generate_private_key(ec.SECP256R1())
    return lambda data: key.sign(data, ec.ECDSA(hashes.SHA256()))


def _public_pem(who: Identity) -> bytes:
    certificate = jws.read_certificate(who.der)
    return certificate.key.as_pem(private=False)


def _jwk(who: Identity) -> Json:
    found: Json = dict(jws.read_certificate(who.der).key.as_dict(private=False))
    return found


def _chain(who: Identity) -> list[str]:
    return [base64_of(each.der) for each in (who, SIGNER.issuer)]


def forgeries() -> Iterator[tuple[str, str]]:
    """Answers that are not signed by Freja with RS256, all about another person."""
    payload = a_login()
    payload["requestedAttributes"]["ssn"]["ssn"] = BO[0]
    named = {"x5t": x5t(SIGNER.answers)}
    key = SIGNER.answers.key
    stranger = pki.authority(name_of(cn="Stranger"))
    chain = [base64.b64encode(stranger.der).decode()]
    yield "none", compact({**named, "alg": "none"}, payload, unsigned)
    yield "None", compact({**named, "alg": "None"}, payload, unsigned)
    yield "no algorithm", compact(named, payload, rs256(key))
    yield "an empty signature", compact({**named, "alg": "RS256"}, payload, unsigned)
    for secret in (
        SIGNER.answers.pem,
        SIGNER.answers.der,
        base64.b64encode(SIGNER.answers.der),
        _public_pem(SIGNER.answers),
        x5t(SIGNER.answers).encode(),
        b"",
    ):
        yield "HS256", compact({**named, "alg": "HS256"}, payload, hs256(secret))
    yield "RS512", compact({**named, "alg": "RS512"}, payload, rs512(key))
    yield "RS256 that says RS512", compact({**named, "alg": "RS512"}, payload, rs256(key))
    yield "RS512 that says RS256", compact({**named, "alg": "RS256"}, payload, rs512(key))
    yield "a list of algorithms", compact({**named, "alg": ["RS256"]}, payload, rs256(key))
    yield "ES256", compact({**named, "alg": "ES256"}, payload, _es256())
    yield "another's key", compact({**named, "alg": "RS256"}, payload, rs256(stranger.key))
    yield "another's certificate", SIGNER.details(payload, by=stranger)
    yield "its own certificate", SIGNER.details(payload, by=stranger, x5t=None, x5c=chain)
    yield "its own key", SIGNER.details(payload, by=stranger, x5t=None, jwk=_jwk(stranger))
    yield "a key elsewhere", SIGNER.details(payload, by=stranger, jku="https://x.example/jwks")
    yield "an older x5t", SIGNER.details(payload, x5t=x5t(SIGNER.older))
    yield "an x5t that is no text", SIGNER.details(payload, x5t=7)
    yield "an unknown criticality", SIGNER.details(payload, crit=["exp"], exp=1)
    valid = SIGNER.details(a_login()).split(".")
    yield "another's payload", ".".join([valid[0], encoded(json_of(payload)), valid[2]])
    yield "two payloads", ".".join([*valid[:2], encoded(json_of(payload)), valid[2]])
    yield "no payload", ".".join([valid[0], "", valid[2]])
    yield "no header", ".".join(["", *valid[1:]])
    yield "a text for a header", ".".join([encoded(b'"alg"'), *valid[1:]])
    yield "a list for a header", ".".join([encoded(b'["alg"]'), *valid[1:]])
    yield "a deep header", ".".join([encoded(b"[" * 9000), *valid[1:]])
    yield "padding", ".".join([*valid[:2], valid[2] + "=="])
    yield "nothing", ""
    yield "dots", ".."
    yield "no JWS", "APPROVED"
    yield "not ASCII", "å" + ".".join(valid)


@pytest.mark.parametrize(("how", "details"), list(forgeries()))
def test_what_freja_did_not_sign_proves_nothing(how: str, details: str) -> None:
    assert refused(details), how


@pytest.mark.parametrize(
    "changes",
    [
        {"authRef": "another-login"},
        {"authRef": None},
        {"authRef": None, "signRef": "the-login"},
        {"signRef": "the-login"},
        {"status": "REJECTED"},
        {"status": "approved"},
        {"status": None},
        {"timestamp": now_ms(minutes=2)},
        {"timestamp": now_ms(minutes=-2)},
        {"timestamp": now_ms() // 1000},
        {"timestamp": now_ms() * 1000},
        {"timestamp": 10**30},
        {"timestamp": -1},
        {"timestamp": None},
        {"timestamp": "2026-11-23T09:00:00Z"},
        {"requestedAttributes": None},
        {"requestedAttributes": [ANNA[0]]},
    ],
)
def test_what_freja_signed_of_something_else_proves_nothing(changes: Json) -> None:
    assert refused(SIGNER.details(a_login(**changes)))


def test_an_old_approval_proves_nothing() -> None:
    details = SIGNER.details(a_login())
    late = msgspec.structs.replace(LOGIN, at=START + timedelta(minutes=10))
    assert read(details, late).personnummer == ANNA[0]
    assert refused(details, msgspec.structs.replace(late, at=late.at + timedelta(seconds=1)))


def test_a_time_in_text_is_one_too() -> None:
    assert read(SIGNER.details(a_login(timestamp=str(now_ms())))).at == START


# ── The person's signature ────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("roots", [None, ROOTS])
def test_a_signature_is_over_the_text_and_the_hidden_data(roots: tuple[bytes, ...] | None) -> None:
    assert read(SIGNER.details(a_signature()), SIGNATURE, roots=roots).personnummer == ANNA[0]


def status_of(who: Identity, **how: Any) -> str:
    return SIGNER.status(who, **{"at": START, **how})


def with_status(status: str | None) -> str:
    signature = a_signature()
    signature["signatureData"]["certificateStatus"] = status
    return SIGNER.details(signature)


def test_the_answer_about_revocation_is_verified_where_the_roots_are_known() -> None:
    anna = SIGNER.person(*ANNA)
    assert read(with_status(status_of(anna)), SIGNATURE, roots=ROOTS).was_not_revoked
    assert not read(with_status(None), SIGNATURE, roots=ROOTS).was_not_revoked
    assert not read(with_status(status_of(anna)), SIGNATURE).was_not_revoked


@pytest.mark.parametrize(
    ("how", "status"),
    [
        ("revoked", status_of(SIGNER.person(*ANNA), status="revoked")),
        ("unknown", status_of(SIGNER.person(*ANNA), status="unknown")),
        ("another person's", status_of(SIGNER.person(*BO))),
        ("of an hour ago", status_of(SIGNER.person(*ANNA), at=START - timedelta(hours=1))),
        ("of a day later", status_of(SIGNER.person(*ANNA), at=START + timedelta(days=1))),
        ("no base64", "<ocsp>"),
        ("no OCSP", base64_of(b"an OCSP answer")),
        ("empty", ""),
        ("cut", status_of(SIGNER.person(*ANNA))[:-40]),
    ],
)
def test_a_signature_whose_answer_about_revocation_is_not_good_is_refused(
    how: str, status: str
) -> None:
    assert refused(with_status(status), SIGNATURE, roots=ROOTS), how
    assert read(with_status(status), SIGNATURE).personnummer == ANNA[0]  # not read without roots


def test_an_answer_by_somebody_who_may_not_answer_is_refused() -> None:
    stranger = pki.authority(name_of(c="SE", o="Någon annan", cn="CA"))
    anna = SIGNER.person(*ANNA)
    der = pki.ocsp_answer(
        anna.certificate, SIGNER.issuer, pki.responder(stranger), at=START, nonce=b"n"
    )
    assert refused(with_status(base64_of(der)), SIGNATURE, roots=ROOTS)


def test_the_text_may_stand_in_the_signature_as_it_is() -> None:
    """Freja's documentation shows base64; a text that is signed as such is the same text."""
    signed = {**content(), "text": TEXT.decode()}
    signature = SIGNER.user_signature(SIGNER.person(*ANNA), signed)
    assert read(SIGNER.details(a_signature(signature)), SIGNATURE).personnummer == ANNA[0]


@pytest.mark.parametrize(
    "signed",
    [
        content(text=TEXT + b"."),
        content(text=TEXT.replace(b"\n", b"\r\n")),
        content(text=b""),
        content(hidden=HIDDEN[:-1] + b"e"),
        content(hidden=HIDDEN + b"\n"),
        content(hidden=b""),
        content(hidden=None),
        {**content(), "binaryData": HIDDEN.decode()},
        {"binaryData": content()["binaryData"]},
        {"text": [content()["text"]], "binaryData": content()["binaryData"]},
        {},
    ],
)
@pytest.mark.parametrize("roots", [None, ROOTS])
def test_another_text_is_not_what_was_to_be_signed(
    signed: Json, roots: tuple[bytes, ...] | None
) -> None:
    signature = SIGNER.user_signature(SIGNER.person(*ANNA), signed)
    assert refused(SIGNER.details(a_signature(signature)), SIGNATURE, roots=roots)


@pytest.mark.parametrize(
    "changes",
    [
        {"signatureData": None},
        {"signatureData": {}},
        {"signatureData": {"userSignature": ""}},
        {"signatureData": {"userSignature": "a.b.c"}},
        {"signatureData": {"userSignature": None}},
        {"signatureType": "SIMPLE"},
        {"signRef": "another-signature"},
        {"signRef": None, "authRef": "the-signature"},
        {"authRef": "the-signature"},
    ],
)
def test_an_answer_without_a_signature_is_none(changes: Json) -> None:
    assert refused(SIGNER.details(a_signature(**changes)), SIGNATURE)


def test_a_login_never_stands_for_a_signature() -> None:
    """Threat A6."""
    login = {**a_login(), "signRef": "the-signature"}
    assert refused(SIGNER.details(login), SIGNATURE)
    del login["authRef"]
    assert refused(SIGNER.details(login), SIGNATURE)
    assert refused(SIGNER.details(a_login(authRef="the-signature")), SIGNATURE)


def people() -> Iterator[tuple[str, str]]:
    """Signatures over the right text that no person of Freja made."""
    anna = SIGNER.person(*ANNA)
    stranger_root = pki.authority(name_of(o="Stranger", cn="Root"))
    stranger = pki.person(ANNA[0], "Anna", "Ek", stranger_root)
    expired = pki.person(ANNA[0], "Anna", "Ek", SIGNER.issuer, until=START - timedelta(days=1))
    fine = SIGNER.user_signature(anna, content()).split(".")
    yield "another root", SIGNER.user_signature(stranger, content())
    yield "no certificate", SIGNER.user_signature(anna, content(), x5c=None)
    yield "no certificates", SIGNER.user_signature(anna, content(), x5c=[])
    yield "certificates that are none", SIGNER.user_signature(anna, content(), x5c=["AAAA"])
    yield "a certificate that is no text", SIGNER.user_signature(anna, content(), x5c=[1])
    yield "a text", SIGNER.user_signature(anna, content(), x5c="AAAA")
    yield "no issuer", SIGNER.user_signature(anna, content(), x5c=[base64_of(anna.der)])
    yield "an expired certificate", SIGNER.user_signature(expired, content())
    yield "another's key", SIGNER.user_signature(anna, content(), key=stranger_root.key)
    yield "another person", SIGNER.user_signature(SIGNER.person(*BO), content())
    yield "none", compact({"alg": "none", "x5c": _chain(anna)}, content(), unsigned)
    yield (
        "HS256",
        compact({"alg": "HS256", "x5c": _chain(anna)}, content(), hs256(_public_pem(anna))),
    )
    yield "no signature", ".".join([*fine[:2], ""])


@pytest.mark.parametrize(("how", "signature"), list(people()))
def test_with_their_roots_known_people_must_sign_themselves(how: str, signature: str) -> None:
    assert refused(SIGNER.details(a_signature(signature)), SIGNATURE, roots=ROOTS), how


def test_no_reason_names_a_person() -> None:
    for how, signature in people():
        try:
            read(SIGNER.details(a_signature(signature)), SIGNATURE, roots=ROOTS)
        except EvidenceError as error:
            said = str(error)
            assert not any(each in said for each in (*ANNA, *BO, "Anna", "Bo")), how


# ── The configured certificates ───────────────────────────────────────────────────────────────


def test_a_certificate_without_an_rsa_key_cannot_be_configured(tmp_path: Path) -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    name = name_of(cn="EC")
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(START - timedelta(days=1))
        .not_valid_after(START + timedelta(days=1))
        .sign(key, hashes.SHA256())
    )
    path = tmp_path / "ec.pem"
    path.write_bytes(Identity(certificate, SIGNER.answers.key).pem)
    with pytest.raises(ValueError, match="RSA"):
        jws.read_certificates(path)
    assert jws.read_certificate(Identity(certificate, SIGNER.answers.key).der)
