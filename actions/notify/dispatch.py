"""The senders of mail and SMS, one for each channel of the outbox."""

import asyncio
import hashlib

from actions.assembly import Assembly
from actions.notify import Outcome, Refused, Sent
from actions.notify.mail import MailSender, build_mail, is_receiver
from actions.notify.rendering import rendered
from actions.notify.sms import SmsMessage, SmsSender
from actions.outbox import Leased


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
    """Sends the outbox's SMS."""

    def __init__(self, assembly: Assembly, sender: SmsSender) -> None:
        self._assembly = assembly
        self._sender = sender

    async def __call__(self, message: Leased) -> Outcome:
        words = rendered(message.payload, self._assembly.world().texts)
        text = words.sms or words.subject
        return await asyncio.to_thread(
            self._sender.send, SmsMessage(to=message.payload["to"], text=text)
        )


async def keep_in_outbox(message: Leased) -> Outcome:
    """Demo mode: nothing leaves the house; /demo/outbox shows what would have."""
    return Sent(provider_id="outbox")
