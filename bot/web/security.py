"""What every page has in common against hostile sites, frames, caches and link previews.

- Headers: nothing is loaded from elsewhere, framed, cached or sent on as referrer (F1, F4, F9, C1).
- Forms: a hidden token that belongs to the session, compared in constant time, and a look at what
  the browser itself says about where the request comes from (F3).

A page with `Referrer-Policy: no-referrer` makes Chromium send `Origin: null` with its own forms, so
"null" alone proves nothing; `Sec-Fetch-Site`, which every current browser sends, then decides. A
browser without it still cannot bring our cookie from another site (SameSite=Lax), and without the
cookie the token does not fit.
"""

import hmac
from collections.abc import Mapping
from urllib.parse import urlsplit

from starlette.requests import Request

from actions.assembly import Assembly
from actions.store.sealing import new_token

FORM_TOKEN = "form_token"  # noqa: S105 the field's name, not a secret

_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
    )
)
#: Of every page.
PAGE_HEADERS: Mapping[str, str] = {
    "content-security-policy": _POLICY,
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "x-robots-tag": "noindex, nofollow",
    "x-frame-options": "DENY",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "geolocation=(self), camera=(), microphone=(), payment=()",
}
#: Of a file from a person: it is saved, never shown (threat G1).
FILE_HEADERS: Mapping[str, str] = {
    **PAGE_HEADERS,
    "content-security-policy": "default-src 'none'; sandbox; frame-ancestors 'none'",
}


def is_https(assembly: Assembly) -> bool:
    return assembly.public_url.startswith("https://")


def leaving_headers(assembly: Assembly) -> Mapping[str, str]:
    """Of a page with a form that leads to the pages of an e-ID, and from there anywhere: browsers
    hold the redirects that follow a form to `form-action` too."""
    anywhere = "https:" if is_https(assembly) else "https: http:"
    policy = _POLICY.replace("form-action 'self'", f"form-action 'self' {anywhere}")
    return {**PAGE_HEADERS, "content-security-policy": policy}


def cookie_name(assembly: Assembly) -> str:
    """Of the session. The prefix makes browsers demand Secure, Path=/ and our very host."""
    return "__Host-arendebot" if is_https(assembly) else "arendebot"


def device_cookie(assembly: Assembly) -> str:
    """Of the browser, for the e-ID provider (never of a login)."""
    return "__Host-arendebot-device" if is_https(assembly) else "arendebot-device"


def comes_from_us(request: Request, assembly: Assembly) -> bool:
    """Whether the browser says that one of our own pages sent the form, or says nothing."""
    site = request.headers.get("sec-fetch-site")
    if site is not None:
        return site in ("same-origin", "none")
    origin = request.headers.get("origin")
    if origin is None or origin == "null":
        return True
    return urlsplit(origin).netloc in (
        urlsplit(assembly.public_url).netloc,
        request.headers.get("host", ""),
    )


def token_of_cookie(assembly: Assembly, cookie: str) -> str:
    """The form token of a browser that has no session yet: nothing is stored for it."""
    return _signed(assembly, assembly.keyring.mac("form seed", cookie)[:24])


def new_form_token(assembly: Assembly) -> str:
    return _signed(assembly, new_token()[:24])


def was_ours(assembly: Assembly, token: str) -> bool:
    """The token was once given out, perhaps to another session: the page is old, not forged."""
    nonce, _, _ = token.partition(".")
    return same(_signed(assembly, nonce), token)


def same(one: str, other: str) -> bool:
    """In constant time."""
    return hmac.compare_digest(one.encode(), other.encode())


def _signed(assembly: Assembly, nonce: str) -> str:
    return f"{nonce}.{assembly.keyring.mac('form token', nonce)[:24]}"
