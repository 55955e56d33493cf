"""Sending SMS, and how long one is.

46elks's API (46elks.se/docs): `POST <base>/sms` with Basic auth and a form; the answer is JSON. We
ask it not to keep the text (`dontlog=message`) and to report delivery to an address that only it
knows, since its reports are not signed (threat D11).
"""

import asyncio
import re
import ssl
from functools import cache
from typing import Final, Protocol

import httpx
import msgspec

from actions.notify import Outcome, Refused, Sent, TryAgain

#: Seconds (threat D10).
CONNECT_WITHIN: Final = 3.0
ANSWER_WITHIN: Final = 10.0

_E164: Final = re.compile(r"\+[1-9][0-9]{6,14}")
#: A text as sender: 3–11 letters and digits, starting with a letter. Nobody can reply to it.
_TEXT_SENDER: Final = re.compile(r"[A-Za-z][A-Za-z0-9]{2,10}")


class SmsMessage(msgspec.Struct, frozen=True):
    #: E.164, e.g. "+46701740605".
    to: str
    text: str
    #: Our own id of it, which delivery reports repeat; "" when none is wanted.
    id: str = ""


class SmsSender(Protocol):
    """A way out for SMS. Called by the outbox in a thread; never raises for what can be expected."""

    def send(self, message: SmsMessage) -> Outcome: ...


# ── Length (GSM 03.38 and 23.040) ─────────────────────────────────────────────────────────────

_GSM7: Final = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
#: These take two places each.
_GSM7_DOUBLE: Final = frozenset("^{}\\[~]|€\f")


def count_parts(text: str) -> int:
    """How many SMS `text` becomes, which is what is paid for. One character outside GSM-7, e.g. a
    typographic quote or an emoji, makes the whole message UCS-2 with room for less than half."""
    if all(sign in _GSM7 or sign in _GSM7_DOUBLE for sign in text):
        widths = [2 if sign in _GSM7_DOUBLE else 1 for sign in text]
        return _parts(widths, alone=160, joined=153)
    widths = [2 if ord(sign) > 0xFFFF else 1 for sign in text]
    return _parts(widths, alone=70, joined=67)


def _parts(widths: list[int], *, alone: int, joined: int) -> int:
    """A character of two places is never cut in two by the end of a part."""
    if sum(widths) <= alone:
        return 1
    parts, room = 1, joined
    for width in widths:
        if width > room:
            parts, room = parts + 1, joined
        room -= width
    return parts


# ── 46elks ────────────────────────────────────────────────────────────────────────────────────

#: Faults of our account or address, not of the message: a person must mend them, then it can go.
_OURS_TO_MEND: Final = frozenset({401, 402, 403, 404, 405})


class ElksSender:
    """Sends through 46elks. Safe to use from any thread, but not from inside an event loop."""

    def __init__(
        self,
        *,
        url: str,
        username: str,
        password: str,
        sender: str,
        report_url: str | None = None,
        answer_within: float = ANSWER_WITHIN,
    ) -> None:
        """`url` is the API's base, e.g. "https://api.46elks.com/a1". `sender` is a text of 3–11
        letters and digits or an E.164 number. `report_url` must hold a secret; our own id of the
        message is added to it, so that a report is understood also when the answer was lost.

        Raises ValueError when the sender is neither.
        """
        if not (_TEXT_SENDER.fullmatch(sender) or _E164.fullmatch(sender)):
            raise ValueError(
                "the SMS sender must be 3–11 letters and digits beginning with a letter (no å, ä "
                "or ö), or a number like +46701740605"
            )
        self._url = url.rstrip("/") + "/sms"
        self._auth = httpx.BasicAuth(username, password)
        self._sender = sender
        self._report_url = report_url
        self._answer_within = answer_within

    def send(self, message: SmsMessage) -> Outcome:
        if not _E164.fullmatch(message.to):
            return Refused("not an E.164 number")
        form = {
            "from": self._sender,
            "to": message.to,
            "message": message.text,
            "dontlog": "message",
        }
        if self._report_url is not None:
            form["whendelivered"] = f"{self._report_url}?message={message.id}"
        try:
            # The event loop is here for its timeout, the only one that also ends an answer that
            # comes one byte at a time.
            response = asyncio.run(self._post(form))
        except (httpx.ConnectError, httpx.ConnectTimeout) as error:
            return TryAgain(f"46elks not reached: {type(error).__name__}")
        except (httpx.TransportError, httpx.DecodingError, TimeoutError) as error:
            return TryAgain(f"46elks did not answer: {type(error).__name__}", maybe_sent=True)
        return _outcome(response)

    async def _post(self, form: dict[str, str]) -> httpx.Response:
        limits = httpx.Timeout(self._answer_within, connect=CONNECT_WITHIN)
        async with (
            asyncio.timeout(self._answer_within),
            httpx.AsyncClient(auth=self._auth, timeout=limits, verify=_tls()) as client,
        ):
            return await client.post(self._url, data=form)


class _Answer(msgspec.Struct):
    id: str
    status: str = "created"


def _outcome(response: httpx.Response) -> Outcome:
    code = response.status_code
    if response.is_success:
        try:
            answer = msgspec.json.decode(response.content, type=_Answer)
        except (msgspec.DecodeError, UnicodeDecodeError):
            return TryAgain("46elks answered in a way that is not understood", maybe_sent=True)
        if answer.status == "failed":
            return Refused("46elks status failed")
        return Sent(answer.id)
    reason = f"46elks status {code}"
    if code in _OURS_TO_MEND or code in (429, 503) or response.is_redirect:
        return TryAgain(reason)
    if response.is_client_error:
        return Refused(reason)
    return TryAgain(reason, maybe_sent=True)


@cache
def _tls() -> ssl.SSLContext:
    """Made once: reading the certificate authorities takes tens of milliseconds."""
    return httpx.create_ssl_context()
