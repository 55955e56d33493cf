"""SMS to and from an `Office`, as the gateway's worker and webhook would have them."""

from itertools import count
from typing import Any

from sqlalchemy import Connection, select

from actions import outbox, sms_numbers, sms_replies
from actions.assembly import Assembly
from actions.notify import Later, Refused
from actions.notify.rendering import rendered
from actions.outbox import Leased
from actions.sms_replies import IncomingSms
from actions.store.tables import outbox as rows
from actions.undelivered import tell_if_possible
from dialogs.conversation import Draft
from tests.actions.filings import ANNA, BO, TEXTS, Office

BOS = "+46701740600"
STRANGERS = "+46701740699"
_IDS = count(1)


def asked(office: Office, *others: Any, **answers: Any) -> tuple[str, Draft]:
    """Anna has signed in her chat, and the others (Bo) are asked by SMS."""
    chat = office.conversation()
    draft = office.sent(*(others or (BO,)), conversation_id=chat, **answers)
    office.sign(draft, ANNA)
    return chat, draft


def hear(office: Office, text: str, *, number: str = BOS, id: str = "", **changes: Any) -> None:
    """An SMS comes in and is handled."""
    sms = IncomingSms(
        id=id or f"in{next(_IDS)}", sender=number, text=text, sent_at=office.clock.now
    )
    values = {name: changes.get(name, getattr(sms, name)) for name in sms.__struct_fields__}
    office.act(sms_replies.answer, IncomingSms(**values))


def send_due(office: Office, *, most_a_day: int = 1000) -> list[str]:
    """The worker sends what is due; returns the texts of the SMS that went out."""

    def settle(assembly: Assembly, connection: Connection) -> list[str]:
        now, texts = assembly.now(), []
        for message in outbox.lease(connection, assembly.keyring, now=now, limit=99):
            found = None
            if message.channel == "sms":
                found = sms_numbers.why_not(assembly, connection, message, most_a_day=most_a_day)
            match found:
                case Refused(reason=reason):
                    outbox.record_dead(connection, message, problem=reason)
                    tell_if_possible(assembly, connection, message)
                case Later(reason=reason, after=after):
                    outbox.record_retry(connection, message, problem=reason, now=now, after=after)
                case _:
                    outbox.record_sent(connection, message, now=now, provider_id=f"s{message.id}")
                    if message.channel == "sms":
                        texts.append(text_of(message))
        return texts

    return office.act(settle)


def text_of(message: Leased) -> str:
    return rendered(message.payload, TEXTS).sms or ""


def answers(office: Office) -> list[str]:
    """Kinds of the answers in the outbox, oldest first."""
    with office.engine.connect() as connection:
        query = select(rows).where(rows.c.intent.startswith("sms.")).order_by(rows.c.created_at)
        found = connection.execute(query).all()
    return [outbox.payload_of(office.assembly.keyring, row)["kind"] for row in found]


def states(office: Office, kind: str) -> list[str]:
    """States of the notices of a kind, oldest first."""
    with office.engine.connect() as connection:
        query = select(rows).where(rows.c.intent.startswith(f"{kind}:"), rows.c.channel == "sms")
        found = connection.execute(query.order_by(rows.c.created_at)).all()
    return [row.state for row in found]
