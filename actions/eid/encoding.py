"""How the providers' JSON carries bytes."""

import base64


def base64_of(data: bytes) -> str:
    """In the alphabet of RFC 4648 §4, padded, without line breaks."""
    return base64.b64encode(data).decode("ascii")
