"""Delivery reports of an SMS gateway: what became of an SMS that it had taken over.

A report never changes a case (threat D11). One that says "failed" makes the message one that was
given up, and the filer is told as if the gateway had refused it at once. Reports may come late,
several times and in any order; what arrived stays arrived.
"""

import logging
from typing import Any, Literal

import msgspec
from sqlalchemy import Connection, Row, select, update

from actions import outbox
from actions.assembly import Assembly
from actions.store.tables import outbox as rows
from actions.undelivered import tell_if_possible

log = logging.getLogger(__name__)


class DeliveryReport(msgspec.Struct, frozen=True):
    #: The gateway's id of the message.
    provider_id: str
    #: sent: on its way from the gateway to the phone.
    status: Literal["sent", "delivered", "failed"]
    #: Our own id of it.
    message_id: str = ""


def note(assembly: Assembly, connection: Connection, report: DeliveryReport) -> bool:
    """Notes what became of a message. False: none of ours has that id, and nothing is changed."""
    row = _find(connection, report)
    if row is None:
        return False
    its_row = update(rows).where(rows.c.id == row.id)
    if row.provider_id is None:
        if report.status != "failed":  # else it is tried again, as after any lost answer
            connection.execute(its_row.values(**_taken_over(assembly, row, report)))
    elif report.status == "failed" and row.state == "sent" and row.delivered_at is None:
        connection.execute(its_row.values(state="dead", problem="the gateway reported: failed"))
        log.error("message %s to %s was not delivered", row.id, row.channel)
        message = outbox.as_leased(row, outbox.payload_of(assembly.keyring, row))
        tell_if_possible(assembly, connection, message)
    if report.status == "delivered" and row.delivered_at is None:
        arrived = {"delivered_at": assembly.now(), "state": "sent", "problem": None}
        connection.execute(its_row.values(**arrived))
    return True


def _find(connection: Connection, report: DeliveryReport) -> Row[Any] | None:
    """By the gateway's id; by ours only if the gateway's was never heard, though it was tried."""
    is_sms = select(rows).where(rows.c.channel == outbox.SMS).with_for_update()
    named = is_sms.where(rows.c.provider_id == report.provider_id)
    unheard = is_sms.where(
        rows.c.id == report.message_id,
        rows.c.provider_id.is_(None),
        rows.c.state != "sent",
        (rows.c.uncertain > 0) | rows.c.leased_until.is_not(None),
    )
    return connection.execute(named).first() or connection.execute(unheard).first()


def _taken_over(assembly: Assembly, row: Row[Any], report: DeliveryReport) -> dict[str, Any]:
    """What is known now of a message whose answer was lost (threat D8): it need not go again.

    With a new fence: whoever still waits for the answer has nothing to record any more.
    """
    return {
        "provider_id": report.provider_id,
        "state": "sent",
        "sent_at": assembly.now(),
        "leased_until": None,
        "fence": row.fence + 1,
        "problem": None,
    }
