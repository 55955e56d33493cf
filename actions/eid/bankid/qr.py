"""The animated QR code (developers.bankid.com, "QR code"; the sample code's BankIDService)."""

import hashlib
import hmac


def qr_text(token: str, secret: str, seconds: int) -> str:
    """What the code says `seconds` whole seconds after the order was started."""
    code = hmac.new(secret.encode("ascii"), str(seconds).encode("ascii"), hashlib.sha256)
    return f"bankid.{token}.{seconds}.{code.hexdigest()}"
