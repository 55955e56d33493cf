"""BankID's relying-party API v6.0 over mutual TLS. Every answer is data from outside."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import httpx
import msgspec

from actions.eid.mutual_tls import ApiError, MutualTlsApi, decoded
from config.eid_settings import BankidSettings


class Started(msgspec.Struct, frozen=True, rename="camel"):
    """A started order."""

    order_ref: str
    auto_start_token: str
    qr_start_token: str
    qr_start_secret: str


class User(msgspec.Struct, frozen=True, rename="camel"):
    personal_number: str
    name: str | None = None


class DeviceSeen(msgspec.Struct, frozen=True, rename="camel"):
    ip_address: str | None = None


class Completion(msgspec.Struct, frozen=True, rename="camel"):
    """What the API says of a completed order. Only the signature in it is believed.

    It can be collected once, so what we could do without may be missing or null.
    """

    user: User
    #: base64 of the XML signature.
    signature: str
    #: base64 of the DER OCSP response.
    ocsp_response: str
    device: DeviceSeen | None = None
    bank_id_issue_date: str | None = None
    risk: str | None = None


class Collected(msgspec.Struct, frozen=True, rename="camel"):
    status: str
    hint_code: str | None = None
    completion_data: Completion | None = None


class _Refusal(msgspec.Struct, frozen=True, rename="camel"):
    error_code: str = ""
    details: str = ""


class BankidClient:
    """The methods that we use. All raise ApiError with BankID's errorCode."""

    def __init__(self, settings: BankidSettings, now: Callable[[], datetime]) -> None:
        self._api = MutualTlsApi(settings, "BANKID", now)

    async def start(self, operation: str, request: dict[str, Any]) -> Started:
        """`operation`: auth or sign."""
        return decoded(await self._post(operation, request), Started)

    async def collect(self, order_ref: str) -> Collected:
        return decoded(await self._post("collect", {"orderRef": order_ref}), Collected)

    async def cancel(self, order_ref: str) -> None:
        await self._post("cancel", {"orderRef": order_ref})

    @property
    def clock_ahead(self) -> timedelta | None:
        return self._api.clock.ahead

    async def close(self) -> None:
        await self._api.close()

    async def _post(self, path: str, body: dict[str, Any]) -> bytes:
        answer = await self._api.post(path, msgspec.json.encode(body))
        if answer.status_code == 200:
            return answer.content
        raise _refusal(answer)


_CODES = {408: "requestTimeout", 502: "unreachable", 503: "maintenance", 504: "unreachable"}


def _refusal(answer: httpx.Response) -> ApiError:
    """`details` is for developers and may repeat what we sent, so it is not kept.

    Without a code it was not BankID that answered, but something on the way.
    """
    try:
        code = decoded(answer.content, _Refusal).error_code
    except ApiError:
        code = ""
    if not code:
        code = _CODES.get(answer.status_code, "internalError")
    return ApiError(code, str(answer.status_code))
