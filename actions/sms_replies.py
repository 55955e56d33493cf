"""What an SMS to us does: it asks for help, stops and starts SMS to its number, or has a link resent.

    known number: HJÄLP → how it works · STOPP, START → noted · LÄNK → the link, to the number on record
                  anything else, "JA" and "SIGNERA" too → what to do instead
    any other number: one neutral answer a day; its STOPP counts too

Nothing is signed, declined, withdrawn or told by SMS, since senders can be forged (threat C7). An
answer holds the municipality and a telephone number, nothing else, and is one of the three SMS that
a number may get in a day: two machines that answer each other fall silent by that.
"""

import re
from datetime import datetime
from typing import Final

import msgspec
from sqlalchemy import Connection

from actions import inviting, outbox, sms_numbers
from actions.assembly import Assembly
from actions.errors import NotFoundError, RefusedError
from actions.notify.rendering import SMS_ANSWER
from dialogs.sms_words import SmsWish, read_sms

#: A Swedish mobile number. Nobody else is answered, unless we have written there before.
_SWEDISH_MOBILE: Final = re.compile(r"\+467[02369][0-9]{7}")
_UNKNOWN: Final = "unknown"
_NO_LINK: Final = "no_link"


class IncomingSms(msgspec.Struct, frozen=True):
    """An SMS as the gateway handed it over."""

    #: The gateway's own id.
    id: str
    #: E.164. Anybody can have forged it.
    sender: str
    text: str
    sent_at: datetime


def answer(assembly: Assembly, connection: Connection, sms: IncomingSms) -> None:
    """Does what the SMS wishes, and puts the answer into the outbox."""
    wished = read_sms(sms.text)
    if wished.wish in (SmsWish.STOP, SmsWish.START):
        sms_numbers.note_wish(
            assembly,
            connection,
            sms.sender,
            stopped=wished.wish is SmsWish.STOP,
            said_at=min(sms.sent_at, assembly.now()),
        )
    lately = sms_numbers.count_lately(assembly, connection, sms.sender)
    if not sms_numbers.was_written_to(assembly, connection, sms.sender):
        if lately == 0 and _SWEDISH_MOBILE.fullmatch(sms.sender):
            _say(assembly, connection, sms, _UNKNOWN, wished.language)
        return
    room = sms_numbers.MOST_TO_ONE - lately
    if room <= 0:
        return
    if wished.wish is SmsWish.LINK:
        if not _resend(assembly, connection, sms, most=room):
            _say(assembly, connection, sms, _NO_LINK, wished.language)
        return
    _say(assembly, connection, sms, wished.wish, wished.language)


def _resend(assembly: Assembly, connection: Connection, sms: IncomingSms, *, most: int) -> int:
    """Sends the links that the number waits for, at most so many; returns how many."""
    resent = 0
    for party_id in sms_numbers.asked_parties(assembly, connection, sms.sender):
        if resent >= most:
            break
        try:
            with connection.begin_nested():
                inviting.resend_by_sms(
                    assembly, connection, party_id, number=sms.sender, occasion=sms.id
                )
        except (RefusedError, NotFoundError):
            continue  # signed or over meanwhile, moved to another number, or reminded enough
        resent += 1
    return resent


def _say(
    assembly: Assembly, connection: Connection, sms: IncomingSms, what: str, language: str
) -> None:
    municipality = assembly.world().municipality
    outbox.put(
        connection,
        assembly.keyring,
        intent=f"{SMS_ANSWER}{sms.id}",
        channel=outbox.SMS,
        payload={
            "to": sms.sender,
            "kind": f"{SMS_ANSWER}{what}",
            "language": language,
            "params": {"municipality": municipality.name, "phone": municipality.phone},
            "asked": True,
        },
        now=assembly.now(),
    )
