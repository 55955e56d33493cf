"""Threat A4: whatever an OpenID provider does wrong, nobody is logged in, the person is told why and
how to go on, and the draft is as it was. The same provider, behaving, then logs them in."""

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest
from joserfc import jws
from starlette.responses import JSONResponse, RedirectResponse, Response

from tests.eid.oidc import fake_provider as fake
from tests.eid.oidc.fake_provider import LOA2, NUMBER, Conduct, FakeProvider, rsa_key
from tests.eid.oidc.pages import (
    Play,
    Town,
    answered,
    come_back,
    elsewhere,
    is_logged_in,
    log_in,
    stage,
)

#: Makes a provider misbehave.
Fault = Callable[[FakeProvider], Conduct]


def seconds(provider: FakeProvider) -> int:
    return int(provider.clock.now.timestamp())


def claims(**changes: Any) -> Fault:
    return lambda provider: Conduct(claims=changes)


def answer(**changes: Any) -> Fault:
    return lambda provider: Conduct(answer=changes)


def signing(sign: Callable[[Mapping[str, Any]], str]) -> Fault:
    return lambda provider: Conduct(sign=sign)


def instead(path: str, give: Callable[[], Response]) -> Fault:
    async def endpoint() -> Response:
        return give()

    return lambda provider: Conduct(instead={path: endpoint})


def info(sign: Callable[[Mapping[str, Any]], str] | None = None, **changes: Any) -> Fault:
    """The number comes only from UserInfo, and that is wrong."""
    return lambda provider: Conduct(claims={NUMBER: None}, info=changes, sign_info=sign)


def by(key: str, kid: str = "one") -> Callable[[Mapping[str, Any]], str]:
    return lambda content: fake.sign(content, rsa_key(key), "RS256", kid=kid)


def with_rs512(content: Mapping[str, Any]) -> str:
    """Right but for the algorithm; without a hash that would be of another length."""
    return fake.sign({**content, "at_hash": None}, rsa_key("one"), "RS512", kid="one")


def encryption_key(provider: FakeProvider) -> Conduct:
    key = rsa_key("one").as_dict(private=False)
    return Conduct(keys=[{**key, "use": "enc"}])


def told_twice(content: Mapping[str, Any]) -> str:
    """Right at its first place, somebody else at the second."""
    payload = f'{json.dumps(dict(content))[:-1]}, "{NUMBER}": "198502122388"}}'
    header = {"alg": "RS256", "kid": "one"}
    return jws.serialize_compact(header, payload, rsa_key("one"), algorithms=["RS256"])


FAULTS: dict[str, tuple[str, Fault]] = {
    # The ID token
    "another issuer": ("unverified", claims(iss="https://evil.example")),
    "another audience": ("unverified", claims(aud="somebody-else")),
    "an audience beside ours": ("unverified", claims(aud=[fake.CLIENT_ID, "somebody-else"])),
    "given to somebody else": ("unverified", claims(azp="somebody-else")),
    "another nonce": ("unverified", claims(nonce="n" * 43)),
    "no nonce": ("unverified", claims(nonce=None)),
    "expired": ("unverified", lambda p: Conduct(claims={"exp": seconds(p) - 61})),
    "issued in the future": ("unverified", lambda p: Conduct(claims={"iat": seconds(p) + 120})),
    "not valid yet": ("unverified", lambda p: Conduct(claims={"nbf": seconds(p) + 120})),
    "no issuer": ("unverified", claims(iss=None)),
    "no audience": ("unverified", claims(aud=None)),
    "no time of issue": ("unverified", claims(iat=None)),
    "an endless time": ("unverified", claims(exp=None)),
    "a time in words": ("unverified", claims(exp="tomorrow")),
    "no subject": ("unverified", claims(sub=None)),
    "a blank subject": ("unverified", claims(sub="", name="Anna Ek")),
    "another at_hash": ("unverified", claims(at_hash="A" * 22)),
    "an at_hash of another type": ("unverified", claims(at_hash=["A" * 22])),
    "an old login": ("unverified", lambda p: Conduct(claims={"auth_time": seconds(p) - 3600})),
    "a login in the future": (
        "unverified",
        lambda p: Conduct(claims={"auth_time": seconds(p) + 3600}),
    ),
    "no login, though it is announced": (
        "unverified",
        lambda p: Conduct(
            claims={"auth_time": None},
            metadata={"claims_supported": [*fake.CLAIMS, "auth_time"]},
        ),
    ),
    "a login in words": ("unverified", claims(auth_time="just now")),
    "a lower level": ("weak_level", claims(acr=LOA2)),
    "no level": ("weak_level", claims(acr=None)),
    # Its signature
    "no algorithm": ("unverified", signing(fake.unsigned)),
    "the public key as secret": ("unverified", signing(fake.signed_with_the_public_key)),
    "a key that is not published": ("unverified", signing(by("stranger", kid="stranger"))),
    "another key of the same name": ("unverified", signing(by("stranger"))),
    "an algorithm that was not announced": ("unverified", signing(with_rs512)),
    "a key for encryption": ("unverified", encryption_key),
    "a claim that is told twice": ("unverified", signing(told_twice)),
    "no JWT": ("unverified", signing(lambda content: "not.a.token")),
    # What the browser brings back
    "no state": ("other_order", answer(state=None)),
    "another state": ("other_order", answer(state="s" * 43)),
    "another issuer in the answer": ("unverified", answer(iss="https://evil.example")),
    "no issuer in the answer": ("unverified", answer(iss=None)),
    "no code": ("unverified", answer(code=None)),
    "a code of nobody": ("failed", answer(code="c" * 32)),
    "cancelled": ("cancelled", lambda p: Conduct(error="access_denied")),
    "no such level": ("weak_level", lambda p: Conduct(error="unmet_authentication_requirements")),
    "away for a while": ("unreachable", lambda p: Conduct(error="temporarily_unavailable")),
    "an error": ("failed", lambda p: Conduct(error="server_error")),
    # The person
    "no number": ("no_number", lambda p: Conduct(claims={NUMBER: None}, info={NUMBER: None})),
    "a wrong check digit": ("no_number", claims(**{NUMBER: "199001012384"})),
    "no such day": ("no_number", claims(**{NUMBER: "199013012385"})),
    "a number of ten digits": ("no_number", claims(**{NUMBER: "9001012385"})),
    "a number that is none": ("no_number", claims(**{NUMBER: True})),
    "a number among others": ("no_number", claims(**{NUMBER: ["199001012385"]})),
    "no name": (
        "no_name",
        lambda p: Conduct(info=dict.fromkeys(("name", "given_name", "family_name"))),
    ),
    "two numbers": ("unverified", lambda p: Conduct(info={NUMBER: "198502122388"})),
    "two kinds of number": ("unverified", claims(**{fake.COORDINATION: "199001612382"})),
    # UserInfo
    "UserInfo of somebody else": ("unverified", info(sub="somebody-else")),
    "UserInfo of nobody": ("unverified", info(sub=None)),
    "UserInfo signed by somebody else": ("unverified", info(by("stranger"))),
    "UserInfo signed by nobody": ("unverified", info(fake.unsigned)),
    "UserInfo of another issuer": ("unverified", info(by("one"), iss="https://evil.example")),
    "UserInfo for another client": ("unverified", info(by("one"), aud="somebody-else")),
    "no UserInfo": ("failed", instead("/userinfo", lambda: Response(status_code=403))),
    # The endpoints
    "the discovery document is another's": (
        "unverified",
        lambda p: Conduct(metadata={"issuer": "https://evil.example"}),
    ),
    "no discovery document": (
        "unreachable",
        instead("/.well-known/openid-configuration", lambda: Response(status_code=404)),
    ),
    "the keys are rubbish": ("unverified", instead("/jwks", lambda: Response("<html>"))),
    "the keys are elsewhere": (
        "unverified",
        instead("/jwks", lambda: RedirectResponse("http://127.0.0.1:1/jwks")),
    ),
    "the token endpoint breaks": ("unreachable", instead("/token", lambda: Response("", 500))),
    "the token endpoint talks rubbish": ("failed", instead("/token", lambda: Response("<html>"))),
    "the token endpoint leads elsewhere": (
        "failed",
        instead("/token", lambda: RedirectResponse("http://127.0.0.1:1/token")),
    ),
    "the discovery document has no end": (
        "failed",
        lambda p: Conduct(metadata={"padding": "x" * 600_000}),
    ),
    "the token endpoint nests without end": (
        "failed",
        instead("/token", lambda: Response(b'{"a":' + b"[" * 200_000)),
    ),
    "an ID token nests without end": (
        "unverified",
        signing(lambda content: fake.encoded(b"[" * 9_000) + ".e30.AA"),
    ),
    "no ID token": (
        "failed",
        instead("/token", lambda: JSONResponse({"access_token": "a", "token_type": "Bearer"})),
    ),
}


@pytest.fixture(scope="module")
def play(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Play]:
    with stage(tmp_path_factory.mktemp("town")) as running:
        yield running


async def refused_then_logged_in(town: Town, reason: str, conduct: Conduct) -> None:
    chat = await town.waiting_chat()
    before = await chat.read()
    browser, link = town.browser(chat), chat.link("login")
    town.remote.conduct = conduct
    await browser.visit(link)
    await browser.submit(provider="oidc")
    if browser.page.is_redirect:
        await come_back(browser, await answered(elsewhere(browser)))
    assert town.text(reason) in browser.text
    assert 'name="provider"' in browser.page.text, "no way on"
    assert await chat.read() == before
    await browser.visit("/mina-sidor")
    assert 'name="provider"' in browser.page.text, "logged in"
    town.remote.conduct = Conduct()
    await log_in(browser, link)
    heard = await chat.read()
    assert is_logged_in(heard)
    assert heard[-1]["draft"] == before[-1]["draft"]


@pytest.mark.parametrize("fault", FAULTS)
def test_what_is_wrong_is_refused_and_nothing_is_lost(play: Play, fault: str) -> None:
    reason, misbehave = FAULTS[fault]
    play(lambda town: refused_then_logged_in(town, reason, misbehave(town.remote)))


def test_a_provider_that_behaves_logs_in_at_once(play: Play) -> None:
    async def story(town: Town) -> None:
        chat = await town.waiting_chat()
        await log_in(town.browser(chat), chat.link("login"))
        assert is_logged_in(await chat.read())
        assert town.remote.calls["/token"] == 1

    play(story)
