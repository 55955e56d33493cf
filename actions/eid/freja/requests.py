"""What Freja is asked for: a login or a signature of whoever reads the code."""

from typing import Any

from actions.eid.encoding import base64_of
from actions.eid.port import Order

#: Characters of the heading over a text to sign. A guess.
_MOST_TITLE = 128
_ATTRIBUTES = ("BASIC_USER_INFO", "SSN", "LOA_LEVEL", "REGISTRATION_LEVEL")


def request_of(order: Order) -> dict[str, Any]:
    """The body that starts a transaction. Raises ValueError for a signature without hidden data."""
    request: dict[str, Any] = {
        "userInfoType": "INFERRED",
        "userInfo": "N/A",
        "minRegistrationLevel": "PLUS",
        "attributesToReturn": [{"attribute": each} for each in _ATTRIBUTES],
    }
    if order.operation == "sign":
        request |= _to_sign(order.visible_text, order.hidden_bytes)
    return request


def _to_sign(visible_text: str, hidden_data: bytes | None) -> dict[str, Any]:
    """No expiry is asked for: Freja's own is the shortest that it takes, two minutes by its clock.

    With a time by ours, a clock a second behind would have every signature refused.
    """
    if hidden_data is None:
        raise ValueError("a signature needs hidden data")
    return {
        "title": visible_text.partition("\n")[0].rstrip(":")[:_MOST_TITLE],
        "dataToSignType": "EXTENDED_UTF8_TEXT",
        "dataToSign": {
            "text": base64_of(visible_text.encode()),
            "binaryData": base64_of(hidden_data),
        },
        "signatureType": "EXTENDED",
    }
