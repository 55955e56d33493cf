"""The senders of mail and SMS, one for each channel of the outbox."""

import asyncio
import hashlib
import logging
from datetime import date
from typing import Any

from actions.assembly import Assembly
from actions.notify import Outcome, Refused, Sent
from actions.notify.mail import MailSender, build_mail, is_receiver
from actions.notify.rendering import rendered
from actions.notify.sms import SmsMessage, SmsSender
from actions.outbox import Leased
from actions.sms_numbers import DAY_LIMIT, why_not
from actions.store.store import Store

log = logging.getLogger(__name__)


class MailDispatch:
    """Sends the outbox's mail."""

    def __init__(self, assembly: Assembly, sender: MailSender, *, mail_from: str) -> None:
        self._assembly = assembly
        self._sender = sender
        self._mail_from = mail_from

    async def __call__(self, message: Leased) -> Outcome:
        if not is_receiver(message.payload["to"]):
            return Refused("not a mail address")
        words = rendered(message.payload, self._assembly.world().texts)
        domain = self._mail_from.rpartition("@")[2].strip("> ") or "localhost"
        unique = hashlib.sha256(message.intent.encode()).hexdigest()[:32]
        mail = build_mail(
            sender=self._mail_from,
            to=message.payload["to"],
            subject=words.subject,
            text=words.text,
            language=message.payload["language"],
            message_id=f"<{unique}@{domain}>",
            now=self._assembly.now(),
        )
        return await asyncio.to_thread(self._sender.send, mail)


class SmsDispatch:
    """Sends the outbox's SMS, to who wants them and within the limits (`actions.sms_numbers`)."""

    def __init__(
        self, assembly: Assembly, store: Store[Any], sender: SmsSender, *, most_a_day: int
    ) -> None:
        self._assembly = assembly
        self._store = store
        self._sender = sender
        self._most_a_day = most_a_day
        #: When it was last said that the day's limit is reached: that is said once a day.
        self._alarmed_on: date | None = None

    async def __call__(self, message: Leased) -> Outcome:
        found = await self._store.read(
            lambda c: why_not(self._assembly, c, message, most_a_day=self._most_a_day)
        )
        if found is not None:
            self._alarm(found.reason)
            return found
        words = rendered(message.payload, self._assembly.world().texts)
        text = words.sms or words.subject
        sms = SmsMessage(to=message.payload["to"], text=text, id=message.id)
        return await asyncio.to_thread(self._sender.send, sms)

    def _alarm(self, reason: str) -> None:
        today = self._assembly.now().date()
        if reason == DAY_LIMIT and self._alarmed_on != today:
            self._alarmed_on = today
            log.error("SMS_DAILY_LIMIT: %d SMS in a day. The rest waits.", self._most_a_day)


async def keep_in_outbox(message: Leased) -> Outcome:
    """Demo mode: nothing leaves the house; /demo/outbox shows what would have."""
    return Sent()
