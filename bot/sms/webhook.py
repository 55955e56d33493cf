"""What 46elks posts: SMS to our number, and delivery reports (46elks.se/docs, receive-sms and
sms-delivery-reports).

46elks signs nothing, so the address holds a secret, and the senders' addresses can be listed (threat
D11). A wrong secret and an unknown message get the same answer as an address that does not exist.
Anything but 2xx makes 46elks try again for hours; an answer with a text would be sent as an SMS,
which is the outbox's to do, so the answers are empty.
"""

import hmac
import ipaddress
import logging
import re
from collections.abc import Awaitable, Callable, Mapping
from datetime import UTC, datetime
from typing import Final
from urllib.parse import parse_qsl

import msgspec
from starlette.background import BackgroundTask
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from actions import sms_reports
from actions.errors import NotSavedError
from actions.sms_replies import IncomingSms
from actions.sms_reports import DeliveryReport
from bot.bodies import limited_body
from bot.site import Site
from bot.sms.intake import SmsIntake, intake_of
from bot.web.callers import address_of

log = logging.getLogger(__name__)

REPLY_PATH: Final = "/sms/46elks/{secret}/reply"
REPORT_PATH: Final = "/sms/46elks/{secret}/report"
#: Bytes of one post: a long SMS, percent-encoded, is some 20 000.
BODY_LIMIT: Final = 2**16
_MOST_FIELDS: Final = 50
_ID: Final = re.compile("[A-Za-z0-9_-]{1,64}")
_E164: Final = re.compile(r"\+[1-9][0-9]{6,14}")

#: What was posted, and what the address says besides.
_Handler = Callable[[Mapping[str, str], Mapping[str, str]], Awaitable[Response]]


def is_open(site: Site) -> bool:
    """Whether 46elks can post to us: there must be a secret that only it knows."""
    settings = site.settings.sms
    return settings.provider == "46elks" and settings.webhook_secret is not None


def report_url_of(site: Site) -> str | None:
    """Where 46elks is asked to report delivery; None: it cannot."""
    if not is_open(site):
        return None
    return site.assembly.public_url + REPORT_PATH.format(secret=site.settings.sms.webhook_secret)


def routes(site: Site) -> list[Route]:
    intake = intake_of(site)

    async def reply(form: Mapping[str, str], _query: Mapping[str, str]) -> Response:
        sms = _read_sms(site, form)
        if sms is None:
            return Response(status_code=400)
        if not _E164.fullmatch(sms.sender) or sms.sender == site.settings.sms.sender:
            return Response(status_code=204)  # a text as sender, or ourselves: nobody to answer
        await intake.receive(sms)
        return Response(status_code=204, background=BackgroundTask(_handle, intake))

    async def report(form: Mapping[str, str], query: Mapping[str, str]) -> Response:
        try:
            given = {"provider_id": form.get("id"), "status": form.get("status")}
            given["message_id"] = query.get("message", "")
            told = msgspec.convert(given, DeliveryReport)
        except msgspec.ValidationError:
            return Response(status_code=400)
        known = await site.write(lambda c: sms_reports.note(site.assembly, c, told))
        return Response(status_code=204 if known else 404)

    return [_route(site, REPLY_PATH, reply), _route(site, REPORT_PATH, report)]


def _route(site: Site, path: str, handler: _Handler) -> Route:
    secret = (site.settings.sms.webhook_secret or "").encode()

    async def receive(request: Request) -> Response:
        given = str(request.path_params["secret"]).encode()
        if not secret or not hmac.compare_digest(given, secret) or not _is_source(site, request):
            return Response(status_code=404)
        body = await limited_body(request, BODY_LIMIT)
        if body is None:
            return Response(status_code=413)
        try:
            fields = parse_qsl(body.decode(), keep_blank_values=True, max_num_fields=_MOST_FIELDS)
        except ValueError:  # no UTF-8 is one, too
            return Response(status_code=400)
        try:
            return await handler(dict(fields), request.query_params)
        except NotSavedError:
            return Response(status_code=503, headers={"retry-after": "5"})

    return Route(path, receive, methods=["POST"])


def _is_source(site: Site, request: Request) -> bool:
    """Whether the post comes from a listed address; any does while none is listed."""
    listed = site.settings.sms.sources
    if not listed:
        return True
    try:
        peer = ipaddress.ip_address(address_of(request, site.settings.trusted_proxies))
    except ValueError:
        return False
    return any(peer in ipaddress.ip_network(each) for each in listed)


def _read_sms(site: Site, form: Mapping[str, str]) -> IncomingSms | None:
    """None for what is no SMS."""
    sms_id, sender = form.get("id", ""), form.get("from", "")
    if not _ID.fullmatch(sms_id) or not sender or form.get("direction", "incoming") != "incoming":
        return None
    return IncomingSms(
        id=sms_id,
        sender=sender,
        text=form.get("message", ""),
        sent_at=_moment(form.get("created", "")) or site.assembly.now(),
    )


def _moment(written: str) -> datetime | None:
    """46elks writes UTC without saying so: "2026-11-30T12:00:00.123000"."""
    try:
        moment = datetime.fromisoformat(written)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


async def _handle(intake: SmsIntake) -> None:
    try:
        await intake.handle()
    except NotSavedError:
        log.warning("the database is away; the SMS inbox waits")
