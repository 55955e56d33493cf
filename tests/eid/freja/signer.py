"""Freja's keys and those of its people, for tests: certificates and compact JWS."""

import base64
import hashlib
import hmac
import json
from collections.abc import Callable
from datetime import datetime
from functools import cached_property
from typing import Any

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, rsa

from tests.eid import pki
from tests.eid.pki import Identity, name_of

Json = dict[str, Any]


class Signer:
    """Freja's certificate for answers, an older one of it, and the authority of people's keys."""

    @cached_property
    def answers(self) -> Identity:
        return pki.authority(name_of(c="SE", o="Freja eID Group AB", cn="Test JWS signing 2"))

    @cached_property
    def older(self) -> Identity:
        return pki.authority(name_of(c="SE", o="Freja eID Group AB", cn="Test JWS signing 1"))

    @cached_property
    def root(self) -> Identity:
        return pki.authority(name_of(c="SE", o="Freja eID Group AB", cn="Test Root CA"))

    @cached_property
    def issuer(self) -> Identity:
        subject = name_of(c="SE", o="Freja eID Group AB", cn="Test Issuing CA")
        return pki.authority(subject, issuer=self.root)

    def person(self, personnummer: str, name: str) -> Identity:
        given, _, surname = name.partition(" ")
        return pki.person(personnummer, given, surname, self.issuer)

    @cached_property
    def responder(self) -> Identity:
        return pki.responder(self.issuer)

    def status(self, who: Identity, *, at: datetime, status: str = "good") -> str:
        """What the authority of people's keys answers about one of them."""
        der = pki.ocsp_answer(
            who.certificate, self.issuer, self.responder, at=at, nonce=b"n", status=status
        )
        return base64_of(der)

    def details(self, payload: Json, *, by: Identity | None = None, **header: Any) -> str:
        """What Freja signs of an approved transaction. `header` replaces members; None drops one."""
        who = by or self.answers
        return compact({"x5t": x5t(who), "alg": "RS256", **header}, payload, rs256(who.key))

    def user_signature(
        self, who: Identity, content: Json, *, key: rsa.RSAPrivateKey | None = None, **header: Any
    ) -> str:
        """What a person's key signs, with its certificates."""
        chain = [base64_of(each.der) for each in (who, self.issuer)]
        wanted = {"alg": "RS256", "kid": "user-key-1", "x5c": chain, **header}
        return compact(wanted, content, rs256(key or who.key))


def x5t(who: Identity) -> str:
    return encoded(hashlib.sha1(who.der).digest())


def compact(header: Json, payload: Json, sign: Callable[[bytes], bytes]) -> str:
    """Made by hand, so that anything can be wrong in it."""
    named = {name: value for name, value in header.items() if value is not None}
    parts = f"{encoded(json_of(named))}.{encoded(json_of(payload))}"
    return f"{parts}.{encoded(sign(parts.encode()))}"


def rs256(key: rsa.RSAPrivateKey) -> Callable[[bytes], bytes]:
    return lambda data: key.sign(data, padding.PKCS1v15(), hashes.SHA256())


def rs512(key: rsa.RSAPrivateKey) -> Callable[[bytes], bytes]:
    return lambda data: key.sign(data, padding.PKCS1v15(), hashes.SHA512())


def hs256(secret: bytes) -> Callable[[bytes], bytes]:
    return lambda data: hmac.digest(secret, data, "sha256")


def unsigned(_: bytes) -> bytes:
    return b""


def encoded(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def base64_of(data: bytes) -> str:
    return base64.b64encode(data).decode()


def payload_of(jws: str) -> Json:
    segment = jws.split(".")[1]
    found: Json = json.loads(base64.urlsafe_b64decode(segment + "=" * (-len(segment) % 4)))
    return found


def json_of(value: Json) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
