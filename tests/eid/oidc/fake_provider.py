"""An OpenID provider that does as the test says: all right, or wrong in one way.

Left alone it keeps to the Swedish profile and is strict with its client: exact redirect address,
PKCE, client authentication, one use of each code. `Conduct` says what it does wrong.
"""

import base64
import hashlib
import hmac
import json
import secrets
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from functools import cache
from typing import Any, Protocol
from urllib.parse import parse_qsl, unquote_plus, urlencode

import msgspec
from joserfc import jwt
from joserfc.jwk import ECKey, RSAKey
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from dialogs.conversation import Person
from tests.eid.bankid.bank import Bank

CLIENT_ID = "kramfors kommun+test"
#: With signs that HTTP Basic must have encoded.
SECRET = "s3cret: with/signs&more"
LOA3 = "http://id.elegnamnden.se/loa/1.0/loa3"
LOA2 = "http://id.elegnamnden.se/loa/1.0/loa2"
NUMBER = "https://id.oidc.se/claim/personalIdentityNumber"
COORDINATION = "https://id.oidc.se/claim/coordinationNumber"
USER_SIGNATURE = "https://id.oidc.se/claim/userSignature"
EVIDENCE = "https://id.oidc.se/claim/authnEvidence"
SIGN = "https://id.oidc.se/scope/sign"
SIGN_REQUEST = "https://id.oidc.se/param/signRequest"
SCOPES = [
    "openid",
    "https://id.oidc.se/scope/naturalPersonInfo",
    "https://id.oidc.se/scope/naturalPersonNumber",
]
CLAIMS = [NUMBER, COORDINATION, "name", "given_name", "family_name"]

Json = dict[str, Any]


class Clock(Protocol):
    now: datetime


@cache
def rsa_key(name: str) -> RSAKey:
    """One for each name and test process: making them is slow."""
    return RSAKey.generate_key(2048, {"kid": name, "use": "sig"})


@cache
def ec_key(name: str) -> ECKey:
    return ECKey.generate_key("P-256", {"kid": name, "use": "sig"})


def sign(
    claims: Mapping[str, Any], key: RSAKey | ECKey, algorithm: str, *, kid: str | None = None
) -> str:
    """`kid`: another name of the key than its own; "" for none."""
    named = str(key.kid) if kid is None else kid
    header = {"alg": algorithm, **({"kid": named} if named else {})}
    return jwt.encode(header, dict(claims), key, algorithms=[algorithm])


def unsigned(claims: Mapping[str, Any]) -> str:
    """Algorithm "none"."""
    parts = ({"alg": "none"}, dict(claims))
    return ".".join(encoded(json.dumps(part).encode()) for part in parts) + "."


def signed_with_the_public_key(claims: Mapping[str, Any]) -> str:
    """HS256, with the RSA key that everybody can see as the secret (algorithm confusion)."""
    header = {"alg": "HS256", "kid": "one"}
    signed = ".".join(encoded(json.dumps(part).encode()) for part in (header, dict(claims)))
    secret = rsa_key("one").as_pem(private=False)
    return f"{signed}.{encoded(hmac.digest(secret, signed.encode(), 'sha256'))}"


def encoded(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


class Conduct(msgspec.Struct, kw_only=True):
    """What it does otherwise than it should."""

    #: Of the discovery document; None takes a member away.
    metadata: Json = {}
    #: Of the query that the browser brings back; None takes a parameter away.
    answer: Json = {}
    #: Of the claims of the ID token, and of UserInfo.
    claims: Json = {}
    info: Json = {}
    #: Makes the compact ID token of its claims.
    sign: Callable[[Mapping[str, Any]], str] | None = None
    #: Makes the compact UserInfo; None: plain JSON.
    sign_info: Callable[[Mapping[str, Any]], str] | None = None
    #: The keys that it publishes.
    keys: list[Json] | None = None
    #: Answers instead of an endpoint, by its path.
    instead: dict[str, Callable[[], Awaitable[Response]]] = {}
    #: The person says no, in these words.
    error: str = ""
    #: Codes may be used again.
    reusable_codes: bool = False


class FakeProvider:
    def __init__(self, url: str, clock: Clock) -> None:
        self.issuer = url
        self.clock = clock
        self.person = Person(personnummer="199001012385", name="Anna Ek")
        self.level = LOA3
        #: Where the browser may be sent back to, to the letter.
        self.redirect_uri = "http://kommun.test/legitimering/oidc"
        #: Our public key, as it was registered.
        self.client_key: RSAKey | ECKey | None = None
        #: Who makes the signatures that it passes on; None: it is for logging in only.
        self.bank: Bank | None = None
        #: It takes requests directly (RFC 9126), and no others then.
        self.is_pushed_to = False
        self.conduct = Conduct()
        #: The one way to prove who it is that this client may use; "": any that is listed.
        self.takes_only = ""
        #: Of the answer of the token endpoint.
        self.tokens_left_out: set[str] = set()
        #: The parameters of every request to log in, and how often each path was asked for.
        self.requests: list[Json] = []
        self.calls: dict[str, int] = {}
        #: What our server sent back of the cookies that it was given.
        self.cookies: dict[str, str] = {}
        self._pushed: dict[str, Json] = {}
        self._codes: dict[str, Json] = {}
        self._tokens: dict[str, Json] = {}
        self.app = Starlette(
            routes=[
                self._route("/.well-known/openid-configuration", self._describe),
                self._route("/jwks", self._publish),
                self._route("/par", self._take, method="POST"),
                self._route("/authorize", self._authorize),
                self._route("/token", self._redeem, method="POST"),
                self._route("/userinfo", self._inform),
            ]
        )

    def _route(
        self,
        path: str,
        handle: Callable[[Request], Awaitable[Response]],
        *,
        method: str = "GET",
    ) -> Route:
        async def endpoint(request: Request) -> Response:
            self.calls[path] = self.calls.get(path, 0) + 1
            self.cookies |= request.cookies if path != "/authorize" else {}
            instead = self.conduct.instead.get(path)
            answer = await (instead() if instead is not None else handle(request))
            answer.set_cookie("session", "of-one-person")
            return answer

        return Route(path, endpoint, methods=[method])

    # ── Its own description ───────────────────────────────────────────────────────────────────

    def metadata(self) -> Json:
        signing: Json = {
            "scopes_supported": [*SCOPES, SIGN],
            "claims_supported": [*CLAIMS, USER_SIGNATURE, EVIDENCE],
            "request_object_signing_alg_values_supported": ["RS256", "ES256"],
        }
        pushing: Json = {
            "pushed_authorization_request_endpoint": f"{self.issuer}/par",
            "require_pushed_authorization_requests": True,
        }
        return {
            "issuer": self.issuer,
            "authorization_endpoint": f"{self.issuer}/authorize",
            "token_endpoint": f"{self.issuer}/token",
            "userinfo_endpoint": f"{self.issuer}/userinfo",
            "jwks_uri": f"{self.issuer}/jwks",
            "response_types_supported": ["code"],
            "subject_types_supported": ["public"],
            "scopes_supported": SCOPES,
            "claims_supported": CLAIMS,
            "acr_values_supported": [LOA2, LOA3],
            "id_token_signing_alg_values_supported": ["RS256", "PS256", "ES256"],
            "token_endpoint_auth_methods_supported": ["private_key_jwt", "client_secret_basic"],
            "token_endpoint_auth_signing_alg_values_supported": ["RS256", "ES256"],
            "code_challenge_methods_supported": ["S256"],
            "claims_parameter_supported": True,
            "request_parameter_supported": True,
            "authorization_response_iss_parameter_supported": True,
            "https://id.oidc.se/disco/userMessageSupported": True,
            **(signing if self.bank is not None else {}),
            **(pushing if self.is_pushed_to else {}),
        }

    async def _describe(self, request: Request) -> Response:
        return JSONResponse(_changed(self.metadata(), self.conduct.metadata))

    async def _publish(self, request: Request) -> Response:
        if self.conduct.keys is not None:
            return JSONResponse({"keys": self.conduct.keys})
        keys = [rsa_key("one").as_dict(private=False), ec_key("two").as_dict(private=False)]
        return JSONResponse({"keys": keys})

    # ── The person's pages: here the person has decided already ──────────────────────────────

    async def _take(self, request: Request) -> Response:
        form = dict(parse_qsl((await request.body()).decode()))
        if not self._is_client(request, form):
            return JSONResponse({"error": "invalid_client"}, 401)
        if "request" in form and {"scope", "response_type"} & set(form):
            return JSONResponse({"error": "invalid_request"}, 400)
        proof = ("client_assertion", "client_assertion_type", "client_secret")
        reference = f"urn:ietf:params:oauth:request_uri:{secrets.token_urlsafe(24)}"
        self._pushed[reference] = {name: value for name, value in form.items() if name not in proof}
        return JSONResponse({"request_uri": reference, "expires_in": 60}, 201)

    async def _authorize(self, request: Request) -> Response:
        query = dict(request.query_params)
        if self.is_pushed_to:
            assert set(query) == {"client_id", "request_uri"}
            pushed = self._pushed.pop(query["request_uri"])
            assert pushed["client_id"] == query["client_id"]
            query = pushed
        asked = self.read_request(query)
        self.requests.append(asked)
        if asked.get("client_id") != CLIENT_ID or asked.get("redirect_uri") != self.redirect_uri:
            return Response("unknown client or address", 400)
        answer = {"state": asked.get("state"), "iss": self.issuer}
        error = self.conduct.error or self.mistake(asked)
        if error:
            answer |= {"error": error, "error_description": "se loggen"}
        else:
            code = secrets.token_urlsafe(24)
            self._codes[code] = asked
            answer["code"] = code
        query = urlencode(_changed(answer, self.conduct.answer))
        return RedirectResponse(f"{asked['redirect_uri']}?{query}", 302)

    def read_request(self, query: Json) -> Json:
        """With JSON read, and what a signed request object says instead of the query."""
        if "request" in query:
            assert self.client_key is not None
            signed = jwt.decode(query["request"], self.client_key, ["RS256", "ES256"]).claims
            now = self.clock.now.timestamp()
            assert (signed["iss"], signed["aud"]) == (CLIENT_ID, self.issuer)
            assert signed["iat"] <= now < signed["exp"]
            assert all(signed[name] == query[name] for name in query if name != "request")
            return dict(signed)
        claims = json.loads(query["claims"]) if "claims" in query else {}
        return {**query, "claims": claims}

    def mistake(self, asked: Json) -> str:
        """What a provider of the Swedish profile refuses."""
        fine = (
            asked.get("response_type") == "code"
            and "openid" in asked.get("scope", "").split()
            and asked.get("code_challenge_method") == "S256"
            and len(asked.get("code_challenge", "")) == 43
            and len(asked.get("state", "")) >= 22
            and "login" in asked.get("prompt", "").split()
        )
        if not fine or (SIGN in asked["scope"].split()) != (SIGN_REQUEST in asked):
            return "invalid_request"
        if SIGN_REQUEST in asked and not {"login", "consent"} <= set(asked["prompt"].split()):
            return "invalid_request"
        wanted = asked["claims"].get("id_token", {})
        numbers = [each["value"] for each in wanted.values() if each and "value" in each]
        return "access_denied" if numbers not in ([], [self.person.personnummer]) else ""

    # ── Tokens ────────────────────────────────────────────────────────────────────────────────

    async def _redeem(self, request: Request) -> Response:
        form = dict(parse_qsl((await request.body()).decode()))
        if not self._is_client(request, form):
            return JSONResponse({"error": "invalid_client"}, 401)
        code = form.get("code", "")
        asked = self._codes.get(code)
        if not self.conduct.reusable_codes:
            self._codes.pop(code, None)
        challenge = encoded(hashlib.sha256(form.get("code_verifier", "").encode()).digest())
        if (
            form.get("grant_type") != "authorization_code"
            or asked is None
            or form.get("redirect_uri") != asked["redirect_uri"]
            or challenge != asked["code_challenge"]
        ):
            return JSONResponse({"error": "invalid_grant"}, 400)
        token = secrets.token_urlsafe(24)
        self._tokens[token] = asked
        claims = _changed(self.id_token(asked, token), self.conduct.claims)
        signed = (self.conduct.sign or _well_signed)(claims)
        tokens = {"access_token": token, "token_type": "Bearer", "id_token": signed}
        tokens["expires_in"] = 60
        return JSONResponse(_changed(tokens, dict.fromkeys(self.tokens_left_out)))

    def _is_client(self, request: Request, form: Mapping[str, str]) -> bool:
        described = _changed(self.metadata(), self.conduct.metadata)
        methods = described.get("token_endpoint_auth_methods_supported", ["client_secret_basic"])
        methods = [self.takes_only] if self.takes_only else methods
        if "client_assertion" in form:
            return "private_key_jwt" in methods and self._is_assertion(form)
        if "client_secret" in form:
            given = (form.get("client_id"), form["client_secret"])
            return "client_secret_post" in methods and given == (CLIENT_ID, SECRET)
        kind, _, pair = request.headers.get("authorization", "").partition(" ")
        client_id, _, secret = base64.b64decode(pair).decode().partition(":")
        given = (unquote_plus(client_id), unquote_plus(secret))
        return "client_secret_basic" in methods and (kind, given) == ("Basic", (CLIENT_ID, SECRET))

    def _is_assertion(self, form: Mapping[str, str]) -> bool:
        assert self.client_key is not None
        claims = jwt.decode(form["client_assertion"], self.client_key, ["RS256", "ES256"]).claims
        now = self.clock.now.timestamp()
        return (
            form["client_assertion_type"].endswith(":jwt-bearer")
            and claims["iss"] == claims["sub"] == CLIENT_ID
            and claims["aud"] == f"{self.issuer}/token"
            and claims["iat"] <= now <= claims["exp"]
        )

    def id_token(self, asked: Json, access_token: str) -> Json:
        now = int(self.clock.now.timestamp())
        half = hashlib.sha256(access_token.encode()).digest()[:16]
        signed = self.signature(asked[SIGN_REQUEST]) if SIGN_REQUEST in asked else {}
        return {
            "iss": self.issuer,
            "sub": "subject-of-anna",
            "aud": CLIENT_ID,
            "exp": now + 300,
            "iat": now,
            "auth_time": now,
            "nonce": asked["nonce"],
            "acr": self.level,
            "at_hash": encoded(half),
            NUMBER: self.person.personnummer,
            **signed,
        }

    def signature(self, request: Json) -> Json:
        """What the person's BankID makes of it, with BankID's answer about revocation."""
        assert self.bank is not None
        who = self.bank.person(self.person.personnummer, self.person.name)
        visible, hidden = request["sign_message"]["message"], request["tbs_data"]
        made = self.bank.sign(who, visible=visible, hidden=hidden)
        return {
            USER_SIGNATURE: made,
            EVIDENCE: self.bank.vouch(who, made, at=self.clock.now),
        }

    async def _inform(self, request: Request) -> Response:
        token = request.headers.get("authorization", "").removeprefix("Bearer ")
        if token not in self._tokens:
            return Response(status_code=401)
        given, _, family = self.person.name.partition(" ")
        claims = {
            "iss": self.issuer,
            "aud": CLIENT_ID,
            "sub": "subject-of-anna",
            "name": self.person.name,
            "given_name": given,
            "family_name": family,
            NUMBER: self.person.personnummer,
        }
        claims = _changed(claims, self.conduct.info)
        if self.conduct.sign_info is None:
            return JSONResponse(claims)
        return Response(self.conduct.sign_info(claims), media_type="application/jwt")


def _well_signed(claims: Mapping[str, Any]) -> str:
    return sign(claims, rsa_key("one"), "RS256")


def _changed(members: Json, changes: Mapping[str, Any]) -> Json:
    both = {**members, **changes}
    return {name: value for name, value in both.items() if value is not None}
