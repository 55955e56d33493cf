"""What BankID is asked for: the body of `auth` and `sign`."""

from typing import Any
from urllib.parse import urlsplit

from actions.eid.encoding import base64_of
from actions.eid.port import Order


def request_of(order: Order, public_url: str) -> dict[str, Any]:
    """`public_url`: of this service."""
    details = order.details
    body: dict[str, Any] = {
        "endUserIp": details["address"],
        "userVisibleData": base64_of(order.visible_text.encode()),
        "returnRisk": True,
        "web": {
            "referringDomain": _domain(public_url),
            "userAgent": details["agent"] or "unknown",
            "deviceIdentifier": details["device"],
        },
    }
    if details["return"]:
        body["returnUrl"] = details["return"]
    if order.hidden_bytes is not None:
        body["userNonVisibleData"] = base64_of(order.hidden_bytes)
    if order.personnummer is not None:
        body["requirement"] = {"personalNumber": order.personnummer}
    return body


def _domain(url: str) -> str:
    """Without the port, and as the domain name system writes it."""
    name = urlsplit(url).hostname or ""
    try:
        return name.encode("idna").decode("ascii")
    except UnicodeError:
        return name
