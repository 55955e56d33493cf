"""What people are told when a transaction has a status, or Freja refuses, as the name of a text.

What is new to us is waited for (a status) or has failed (an error). No transaction outlives its
time, so nobody waits for ever.
"""

from actions.eid.port import Operation

#: No app has fetched the transaction yet: the QR code is shown, and the app can be opened.
WAITING = "STARTED"
#: Errors that say that a transaction has ended, or is known no more.
ENDED = frozenset({"1100", "http_404", "http_410"})
#: Freja's own troubles: nothing is known of the transaction now.
TROUBLES = frozenset({"0", "http_500", "http_503"})
#: The statuses in which a transaction has failed.
FAILED = {
    "REJECTED": "cancelled",
    # Also when the same person begins a second login: Freja cancels both.
    "CANCELED": "freja_canceled",
    "RP_CANCELED": "cancelled",
    "EXPIRED": "too_late",
}
_ERRORS = {
    "unreachable": "unreachable",
    "unreadable": "unreachable",
    "tooManyRequests": "busy",
    **dict.fromkeys(TROUBLES, "unreachable"),
    # The person has switched this service off in Freja.
    "1005": "freja_disabled",
    # An earlier login was rejected for security reasons.
    "2000": "high_risk",
}


def pending(status: str, operation: Operation) -> str:
    """Names `eid.hint.<…>`."""
    match status:
        case "STARTED":
            return "freja_start"
        case "DELIVERED_TO_MOBILE":
            return "freja_sign" if operation == "sign" else "freja_approve"
        case _:
            return "freja_ongoing"


def error(code: str) -> str:
    """Names `web.eid.<…>`."""
    return _ERRORS.get(code, "failed")
