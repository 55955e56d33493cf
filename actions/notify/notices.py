"""What is written in mail and SMS: pure functions from a kind of notice to its sentences.

A message may reach the wrong person or be copied by a swindler (threats B9, C1, D13). So a citizen's
notice holds the municipality, the reference, the link and perhaps a day, and nothing else: no name,
no service, no answer, no text that anybody typed. That is kept by the signature: there is nowhere to
put them.
"""

from datetime import date
from enum import StrEnum

import msgspec
from babel.dates import format_date

from dialogs.texts import Texts, base_of


class NoticeKind(StrEnum):
    """What has happened, to a citizen. The value is the middle of the texts' keys."""

    INVITED = "invited"
    REMINDED = "reminded"
    RECEIVED = "received"
    STATUS_CHANGED = "status_changed"
    PARTY_SIGNED = "party_signed"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"
    #: The filing was changed: earlier signatures are void and there is a new version to sign.
    CHANGED = "changed"
    #: The filer is changing it: the link of before no longer works.
    REOPENED = "reopened"
    #: A draft that nobody goes on with, and one that is soon deleted.
    DRAFT_WAITING = "draft_waiting"
    DRAFT_EXPIRING = "draft_expiring"
    #: There is more time to sign: the new last day.
    EXTENDED = "extended"
    #: A link that the filer had sent to somebody who is to sign did not arrive.
    UNDELIVERED = "undelivered"


class Notice(msgspec.Struct, frozen=True, kw_only=True):
    #: Subject of the mail.
    subject: str
    #: Plain text of the mail.
    text: str
    #: None when this is never sent by SMS.
    sms: str | None = None


def notice(
    kind: NoticeKind,
    language: str,
    texts: Texts,
    *,
    municipality: str,
    reference: str,
    link: str,
    until: date | None = None,
) -> Notice:
    """The notice to a citizen. The link is an opaque ticket that opens nothing without e-ID.

    `until`: the new last day, of EXTENDED.
    """
    day = "" if until is None else format_date(until, "d MMMM", locale=base_of(language))

    def say(part: str) -> str:
        key = f"notice.{kind}.{part}"
        return texts.say(
            language, key, municipality=municipality, reference=reference, link=link, day=day
        ).strip()

    footer = texts.say(language, "notice.footer", municipality=municipality).strip()
    return Notice(subject=say("subject"), text=f"{say('body')}\n\n{footer}\n", sms=say("sms"))
