"""The webhook: Telegram hands updates over as it gets them, with the secret that we gave it.

The answer is the acknowledgement: 200 when the update is stored, 503 when it is not, so that
Telegram sends it again (threats D1, D2).
"""

import asyncio
import hmac
import logging
import re
from typing import Any, Final

import msgspec
from aiogram.methods import SetWebhook
from starlette.background import BackgroundTask
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from actions.errors import NotSavedError
from bot.bodies import limited_body
from bot.site import Site
from bot.telegram.client import ALLOWED_UPDATES, bot_of, close, insist
from bot.telegram.intake import Intake, intake_of
from bot.telegram.polling import offer_commands
from config.settings import SettingsError

log = logging.getLogger(__name__)

PATH: Final = "/telegram/webhook"
#: Bytes of one update.
BODY_LIMIT: Final = 2**20
#: Connections that Telegram may use at once.
_CONNECTIONS: Final = 40
_HEADER: Final = "x-telegram-bot-api-secret-token"
#: What Telegram takes as a secret.
_SECRET: Final = re.compile("[A-Za-z0-9_-]{1,256}")

_decode = msgspec.json.Decoder(dict[str, Any]).decode


def webhook_route(site: Site) -> Route:
    """The route that Telegram posts to. Raises SettingsError without a usable secret."""
    secret = _secret(site)
    intake = intake_of(site)

    async def receive(request: Request) -> Response:
        given = request.headers.get(_HEADER, "")
        if not hmac.compare_digest(given.encode(), secret.encode()):
            return Response(status_code=401)
        body = await limited_body(request, BODY_LIMIT)
        if body is None:
            return Response(status_code=413)
        try:
            update = _decode(body)
        except msgspec.MsgspecError:
            return Response(status_code=400)
        try:
            await intake.receive([update])
        except NotSavedError:
            return Response(status_code=503, headers={"retry-after": "5"})
        return Response(status_code=200, background=BackgroundTask(_handle, intake))

    return Route(PATH, receive, methods=["POST"])


async def run_webhook(site: Site) -> None:
    """Tells Telegram where to post, then handles what is left in the inbox, until cancelled."""
    method = SetWebhook(
        url=site.assembly.public_url + PATH,
        secret_token=_secret(site),
        allowed_updates=ALLOWED_UPDATES,
        max_connections=_CONNECTIONS,
        drop_pending_updates=False,
    )
    try:
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(intake_of(site).run())
            await insist(bot_of(site), method)
            await offer_commands(site)
    finally:
        await close(site)


def _secret(site: Site) -> str:
    """Without a secret anybody could speak for anybody, so there is no webhook then."""
    secret = site.settings.telegram_webhook_secret or ""
    if not _SECRET.fullmatch(secret):
        raise SettingsError(
            "TELEGRAM_WEBHOOK_SECRET: missing or unusable. Expected 1 to 256 characters of "
            "A-Z a-z 0-9 _ -, e.g. from `openssl rand -hex 32`."
        )
    return secret


async def _handle(intake: Intake) -> None:
    try:
        await intake.handle()
    except NotSavedError:
        log.warning("the database is away; Telegram's inbox waits")
