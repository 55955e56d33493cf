"""Who is calling: the browser's own address behind proxies, and which browser it is (threat A10)."""

import ipaddress
from collections.abc import Sequence
from urllib.parse import urlsplit

from starlette.requests import Request

from actions.eid.port import Caller
from bot.site import Site

#: Characters of a user agent that are passed on.
_MOST_AGENT = 256
#: Characters of a site's name that are shown.
_MOST_HOST = 80


def address_of(request: Request, trusted: Sequence[str]) -> str:
    """The address of the person's browser.

    `X-Forwarded-For` is read from the right, and only as far as the peers are `trusted` proxies:
    what stands left of the first stranger was written by the stranger.
    """
    peer = request.client.host if request.client else ""
    networks = [ipaddress.ip_network(each) for each in trusted]
    named = ",".join(request.headers.getlist("x-forwarded-for")).split(",")
    for each in reversed([name.strip() for name in named]):
        if not _is_in(peer, networks) or not _is_address(each):
            break
        peer = each
    return peer


def caller_of(site: Site, request: Request, *, device_id: str = "") -> Caller:
    return Caller(
        address=address_of(request, site.settings.trusted_proxies),
        user_agent=request.headers.get("user-agent", "")[:_MOST_AGENT],
        device_id=device_id,
    )


def embedding_site(site: Site, request: Request) -> str:
    """The host of the page that the widget is on, if it is one that may embed it; else ""."""
    origin = request.headers.get("origin", "")
    allowed = site.settings.allowed_origins
    if origin != site.assembly.public_url and "*" not in allowed and origin not in allowed:
        return ""
    try:
        return (urlsplit(origin).hostname or "")[:_MOST_HOST]
    except ValueError:
        return ""


def _is_in(address: str, networks: Sequence[ipaddress.IPv4Network | ipaddress.IPv6Network]) -> bool:
    return _is_address(address) and any(ipaddress.ip_address(address) in each for each in networks)


def _is_address(text: str) -> bool:
    try:
        ipaddress.ip_address(text)
    except ValueError:
        return False
    return True
