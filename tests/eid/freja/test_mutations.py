"""Thousands of changed answers, and none counts (threat A7)."""

import random
from collections.abc import Callable

import pytest

from actions.eid.evidence_error import EvidenceError
from actions.eid.freja.evidence import Expected
from tests.bot.browsing import ANNA, BO
from tests.eid.freja.answers import (
    LOGIN,
    ROOTS,
    SIGNATURE,
    SIGNER,
    a_login,
    a_signature,
    content,
    read,
)
from tests.eid.freja.signer import Json, base64_of, encoded, json_of, payload_of, x5t

SEED = 20261123


def _change_byte(text: str, dice: random.Random) -> str:
    at = dice.randrange(len(text))
    return text[:at] + chr(dice.randrange(32, 127)) + text[at + 1 :]


def _drop(text: str, dice: random.Random) -> str:
    at = dice.randrange(len(text))
    return text[:at] + text[at + dice.randint(1, 40) :]


def _repeat(text: str, dice: random.Random) -> str:
    at = dice.randrange(len(text))
    return text[:at] + text[at : at + dice.randint(1, 40)] + text[at:]


def _insert(text: str, dice: random.Random) -> str:
    at = dice.randrange(len(text))
    return text[:at] + dice.choice("=.+/-_ \n\0åA0") + text[at:]


def _flip_case(text: str, dice: random.Random) -> str:
    at = dice.randrange(len(text))
    return text[:at] + text[at].swapcase() + text[at + 1 :]


def _swap_parts(text: str, dice: random.Random) -> str:
    parts = text.split(".")
    dice.shuffle(parts)
    return ".".join(parts)


def _splice(text: str, dice: random.Random) -> str:
    """With parts of another answer that is valid."""
    other = SIGNER.details(a_login(authRef="another")) if dice.random() < 0.5 else _ANOTHER
    parts, others = text.split("."), other.split(".")
    return ".".join(dice.choice(pair) for pair in zip(parts, others, strict=True))


def _change_payload(text: str, dice: random.Random) -> str:
    """A changed member, without a new signature."""
    header, _, signature = text.split(".")
    payload = payload_of(text)
    name = dice.choice(list(payload))
    attributes = payload["requestedAttributes"]
    change = dice.choice(["drop", "number", "level", "time", "reference"])
    if change == "drop":
        del payload[name]
    elif change == "number":
        attributes["ssn"] = {"country": "SE", "ssn": BO[0]}
    elif change == "level":
        attributes["loaLevel"] = f"LOA{dice.randint(1, 4)}X"
    elif change == "time":
        payload["timestamp"] += dice.choice([-1, 1])
    else:
        payload[dice.choice(["authRef", "signRef"])] = "x"
    return ".".join([header, encoded(json_of(payload)), signature])


def _change_header(text: str, dice: random.Random) -> str:
    header: Json = {"x5t": x5t(SIGNER.answers), "alg": "RS256"}
    header[dice.choice(["alg", "x5t", "crit", "b64", "typ", "kid"])] = dice.choice(
        ["none", "HS256", "RS512", "PS256", "", x5t(SIGNER.older), True, None, ["b64"], 1]
    )
    return ".".join([encoded(json_of(header)), *text.split(".")[1:]])


_OF_TEXT: tuple[Callable[[str, random.Random], str], ...] = (
    _change_byte, _drop, _repeat, _insert, _flip_case,
)  # fmt: skip
_MUTATIONS = (*_OF_TEXT, _swap_parts, _splice, _change_payload, _change_header)
_ANOTHER = SIGNER.details(a_signature(signRef="another-signature"))


@pytest.mark.parametrize(
    ("expected", "payload", "roots"),
    [(LOGIN, a_login(), None), (SIGNATURE, a_signature(), ROOTS)],
)
def test_no_changed_answer_counts(
    expected: Expected, payload: Json, roots: tuple[bytes, ...] | None
) -> None:
    valid = SIGNER.details(payload)
    assert read(valid, expected, roots=roots).personnummer == ANNA[0]
    dice = random.Random(SEED)
    for _ in range(5000):
        details = valid
        while details == valid:
            details = dice.choice(_MUTATIONS)(valid, dice)
            for _ in range(dice.choice([0, 0, 0, 1, 2])):
                details = dice.choice(_OF_TEXT)(details, dice)
        with pytest.raises(EvidenceError):
            read(details, expected, roots=roots)


def test_no_changed_signature_of_a_person_counts() -> None:
    """Freja's own signature is made anew each time, as if it did not check what people sign."""
    valid = SIGNER.user_signature(SIGNER.person(*ANNA), content())
    dice = random.Random(SEED)
    for _ in range(600):
        signature = valid
        while signature == valid:
            signature = dice.choice(_OF_TEXT)(signature, dice)
        details = SIGNER.details(a_signature(signature))
        with pytest.raises(EvidenceError):
            read(details, SIGNATURE, roots=ROOTS)


def test_no_changed_certificate_of_a_person_counts() -> None:
    """Most are no certificate any more, some name another kind of key; none leads to the root."""
    anna = SIGNER.person(*ANNA)
    dice = random.Random(SEED)
    for _ in range(300):
        der = bytearray(anna.der)
        while bytes(der) == anna.der:
            der[dice.randrange(len(der))] = dice.randrange(256)
        chain = [base64_of(bytes(der)), base64_of(SIGNER.issuer.der)]
        signature = SIGNER.user_signature(anna, content(), x5c=chain)
        with pytest.raises(EvidenceError):
            read(SIGNER.details(a_signature(signature)), SIGNATURE, roots=ROOTS)
