"""Delivery reports of an SMS gateway: what became of an SMS that it had taken over.

A report never changes a case (threat D11). One that says "failed" makes the message one that was
given up, and the filer is told as if the gateway had refused it at once. Reports may come late,
several times and in any order; what arrived stays arrived.
"""

import logging
from typing import Literal

import msgspec
from sqlalchemy import Connection, select, update

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


def note(assembly: Assembly, connection: Connection, report: DeliveryReport) -> bool:
    """Notes what became of a message. False: none of ours has that id, and nothing is changed."""
    row = connection.execute(
        select(rows)
        .where(rows.c.channel == outbox.SMS, rows.c.provider_id == report.provider_id)
        .with_for_update()
    ).first()
    if row is None:
        return False
    its_row = update(rows).where(rows.c.id == row.id)
    if report.status == "delivered" and row.delivered_at is None:
        arrived = {"delivered_at": assembly.now(), "state": "sent", "problem": None}
        connection.execute(its_row.values(**arrived))
    elif report.status == "failed" and row.state == "sent" and row.delivered_at is None:
        connection.execute(its_row.values(state="dead", problem="the gateway reported: failed"))
        log.error("message %s to %s was not delivered", row.id, row.channel)
        message = outbox.as_leased(row, outbox.payload_of(assembly.keyring, row))
        tell_if_possible(assembly, connection, message)
    return True
