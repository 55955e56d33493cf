"""Freja's REST API over mutual TLS. Every answer is data from outside.

A request is one parameter, `<name>=<base64 of JSON>`. It is sent as Freja's own client sends it
(github Freja-eID/frejaeidclient, HttpService): not percent-encoded, and called application/json.
"""

import base64
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any

import httpx
import msgspec

from actions.eid.mutual_tls import ApiError, MutualTlsApi, decoded
from actions.eid.port import Operation
from config.eid_settings import FrejaSettings


class Result(msgspec.Struct, frozen=True):
    """How a transaction stands. Only what is signed in `details` is believed."""

    status: str
    #: A compact JWS, when it is approved.
    details: str | None = None


class _Method(msgspec.Struct, frozen=True):
    path: str
    parameter: str


class _Methods(msgspec.Struct, frozen=True, kw_only=True):
    """Of one kind of transaction."""

    start: _Method
    result: _Method
    cancel: _Method
    #: The member that holds a transaction's reference.
    reference: str


_METHODS: Mapping[Operation, _Methods] = {
    "auth": _Methods(
        start=_Method("authentication/1.0/initAuthentication", "initAuthRequest"),
        result=_Method("authentication/1.0/getOneResult", "getOneAuthResultRequest"),
        cancel=_Method("authentication/1.0/cancel", "cancelAuthRequest"),
        reference="authRef",
    ),
    "sign": _Methods(
        start=_Method("sign/1.0/initSignature", "initSignRequest"),
        result=_Method("sign/1.0/getOneResult", "getOneSignResultRequest"),
        cancel=_Method("sign/1.0/cancel", "cancelSignRequest"),
        reference="signRef",
    ),
}


class _Refusal(msgspec.Struct, frozen=True):
    code: int | None = None


class FrejaClient:
    """The methods that we use. All raise ApiError with Freja's code, or "http_<status>"."""

    def __init__(self, settings: FrejaSettings, now: Callable[[], datetime]) -> None:
        self._api = MutualTlsApi(settings, "FREJA", now)

    async def start(self, operation: Operation, request: Mapping[str, Any]) -> str:
        """The reference of a new transaction."""
        methods = _METHODS[operation]
        answer = decoded(await self._post(methods.start, request), dict[str, Any])
        reference = answer.get(methods.reference)
        if not isinstance(reference, str) or not reference:
            raise ApiError("unreadable", "no reference")
        return reference

    async def result(self, operation: Operation, reference: str) -> Result:
        methods = _METHODS[operation]
        return decoded(await self._post(methods.result, {methods.reference: reference}), Result)

    async def cancel(self, operation: Operation, reference: str) -> None:
        methods = _METHODS[operation]
        await self._post(methods.cancel, {methods.reference: reference})

    @property
    def clock_ahead(self) -> timedelta | None:
        return self._api.clock.ahead

    async def close(self) -> None:
        await self._api.close()

    async def _post(self, method: _Method, request: Mapping[str, Any]) -> bytes:
        # msgspec writes å as å: Freja is said not to read "\u00e5".
        body = method.parameter.encode() + b"=" + base64.b64encode(msgspec.json.encode(request))
        answer = await self._api.post(method.path, body)
        if answer.status_code in (200, 204):
            return answer.content
        raise _refusal(answer)


def _refusal(answer: httpx.Response) -> ApiError:
    """`message` is for developers and may repeat what we sent, so it is not kept."""
    try:
        code = decoded(answer.content, _Refusal).code
    except ApiError:
        code = None
    status = str(answer.status_code)
    return ApiError(str(code), status) if code is not None else ApiError(f"http_{status}")
