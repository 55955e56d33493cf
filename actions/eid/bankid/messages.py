"""Which of BankID's recommended user messages (RFA1–RFA23) fits, as the name of a text.

Codes that are new to us get RFA21 (pending) or RFA22 (failed), as BankID asks of relying parties.
"""

from actions.eid.port import Device

#: Hints of orders that no app has fetched yet: the QR code is shown, and the app can be started.
WAITING = frozenset({"outstandingTransaction", "noClient"})

_FAILED = {
    "expiredTransaction": "rfa8",
    "certificateErr": "rfa16",
    "userCancel": "rfa6",
    "cancelled": "rfa3",
    "notSupportedByUserApp": "old_app",
    "transactionRiskBlocked": "high_risk",
}
_ERRORS = {
    "alreadyInProgress": "rfa4",
    "cancelled": "rfa3",
    "requestTimeout": "rfa5",
    "internalError": "rfa5",
    "maintenance": "rfa5",
    "tooManyRequests": "busy",
    "unreachable": "unreachable",
    "unreadable": "unreachable",
    # Our own mistake, which is nobody's affair at BankID.
    "invalidParameters": "failed",
}


def pending(hint: str, *, mobile: bool) -> str:
    """Names `eid.hint.<…>`. `mobile`: this device is a phone or tablet."""
    match hint:
        case "outstandingTransaction" | "noClient":
            # Not RFA13 ("trying to start the app") on this device: the person presses the button.
            return "rfa1"
        case "started":
            return "rfa15b" if mobile else "rfa15a"
        case "userSign":
            return "rfa9"
        case "userMrtd":
            return "rfa23"
        case _:
            return "rfa21"


def failed(hint: str, device: Device) -> str:
    """Names `web.eid.<…>`."""
    if hint == "startFailed":
        return "rfa17a" if device == "this" else "rfa17b"
    return _FAILED.get(hint, "rfa22")


def error(code: str) -> str:
    """Names `web.eid.<…>`."""
    return _ERRORS.get(code, "rfa22")


def forgotten(code: str) -> str:
    """Names `web.eid.<…>`: BankID refused to tell of an order that it had begun."""
    # What it ended with was collected and got lost on the way, or nobody asked in time.
    return "lost" if code == "invalidParameters" else error(code)
