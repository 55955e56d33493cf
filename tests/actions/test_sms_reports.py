"""Delivery reports (threat D11): of known messages only, once, and never changing a case."""

from collections.abc import Sequence

import pytest
from sqlalchemy import Connection, select

from actions import conversations, outbox, signing, sms_reports
from actions.assembly import Assembly
from actions.board import board_of
from actions.outbox import Leased
from actions.parties import change_address
from actions.sms_reports import DeliveryReport
from actions.store.tables import outbox as rows
from actions.undelivered import tell_if_possible
from dialogs.conversation import Draft
from dialogs.statuses import Status
from tests.actions.filings import ANNA, BO, CIA, Office
from tests.actions.sms_office import asked, hear, send_due, states
from tests.actions.test_sms_replies import snapshot


def ids_of(office: Office, intent: str) -> Sequence[str]:
    query = select(rows.c.provider_id).where(rows.c.intent.startswith(intent))
    with office.engine.connect() as connection:
        return connection.execute(query.order_by(rows.c.created_at)).scalars().all()


def report(office: Office, provider_id: str, *statuses: str) -> list[bool]:
    return [
        office.act(sms_reports.note, DeliveryReport(provider_id, status))  # type: ignore[arg-type]
        for status in statuses
    ]


def invited(office: Office, *others: object) -> tuple[str, Draft, str]:
    chat, draft = asked(office, *others)
    send_due(office)
    (provider_id,) = ids_of(office, f"invited:{office.party(draft, BO).id}:sms")
    return chat, draft, provider_id


def is_unreached(office: Office, draft: Draft) -> bool:
    board = office.act(board_of, draft.id, ANNA)
    return any(each.is_unreached for each in board.parties)


def test_a_failed_link_is_told_to_the_filer_at_once_and_once(office: Office) -> None:
    chat, draft, provider_id = invited(office)
    before = snapshot(office)
    assert report(office, provider_id, "sent", *["failed"] * 10) == [True] * 11
    assert office.told(chat).count("kom inte fram") == 1
    assert f"readdress:{office.party(draft, BO).id}" in str(_choices(office, chat))
    assert len(office.notices("undelivered")) == 1
    assert is_unreached(office, draft)
    assert snapshot(office) == before
    office.sign(draft, BO)
    assert office.status(draft) is Status.RECEIVED, "whoever has the link after all may sign"


def _choices(office: Office, chat: str) -> object:
    return office.act(conversations.messages_after, chat, 0)[-1].choices


def test_an_unknown_message_changes_nothing(office: Office) -> None:
    chat, draft, _ = invited(office)
    before, talk = snapshot(office), office.told(chat)
    for provider_id in ("", "s1", "outbox", "s" * 64, office.party(draft, BO).id):
        assert report(office, provider_id, "failed", "delivered") == [False, False]
    assert snapshot(office) == before
    assert office.told(chat) == talk
    assert states(office, "invited") == ["sent"]


def test_a_mail_is_nothing_that_a_gateway_reports(office: Office) -> None:
    only_mail = {"andra.phone": None, "andra.email": "bo@example.se"}
    asked(office, BO, **only_mail)
    send_due(office)
    (provider_id,) = ids_of(office, "invited:")
    assert report(office, provider_id, "failed") == [False]


@pytest.mark.parametrize("statuses", [["delivered", "failed"], ["failed", "delivered"]])
def test_what_arrived_stays_arrived_in_whatever_order_it_is_told(
    office: Office, statuses: list[str]
) -> None:
    _, draft, provider_id = invited(office)
    report(office, provider_id, *statuses, *statuses)
    assert not is_unreached(office, draft)
    assert states(office, "invited") == ["sent"]


@pytest.mark.parametrize("what", ["signed", "withdrawn", "deleted number"])
def test_a_late_report_of_what_no_longer_matters_is_told_to_nobody(
    office: Office, what: str
) -> None:
    chat, draft, provider_id = invited(office, BO, CIA)
    if what == "signed":
        office.sign(draft, BO)
    elif what == "withdrawn":
        office.act(signing.withdraw, draft.id, person=ANNA)
    else:
        office.act(_readdress, office.party(draft, BO).id)
    talk = office.told(chat)
    assert report(office, provider_id, "failed") == [True]
    assert "kom inte fram" not in office.told(chat)
    assert office.told(chat) == talk


def _readdress(assembly: Assembly, connection: Connection, party_id: str) -> None:
    change_address(assembly, connection, party_id, way="sms", to="+46701740677")


def test_an_answer_that_did_not_arrive_is_nobodys_business(office: Office) -> None:
    chat, _, _ = invited(office)
    hear(office, "hjälp")
    send_due(office)
    (provider_id,) = ids_of(office, "sms.")
    talk = office.told(chat)
    assert report(office, provider_id, "failed") == [True]
    assert office.told(chat) == talk
    assert office.notices("undelivered") == []


# ── An answer that was lost (threat D8) ───────────────────────────────────────────────────────


def leased(office: Office) -> Leased:
    """The invitation as a worker has it that is about to send it."""

    def take(assembly: Assembly, connection: Connection) -> list[Leased]:
        return outbox.lease(connection, assembly.keyring, now=assembly.now())

    return next(each for each in office.act(take) if each.channel == "sms")


def heard(office: Office, message: Leased, status: str, provider_id: str = "s9") -> bool:
    told = DeliveryReport(provider_id, status, message_id=message.id)  # type: ignore[arg-type]
    return office.act(sms_reports.note, told)


@pytest.mark.parametrize("status", ["sent", "delivered"])
def test_a_report_makes_good_an_answer_that_was_lost(office: Office, status: str) -> None:
    asked(office)
    message = leased(office)  # and the process ends right after sending
    assert heard(office, message, status)
    office.clock.pass_(hours=1)
    assert send_due(office) == []
    assert ids_of(office, "invited:") == ["s9"]
    assert states(office, "invited") == ["sent"]
    late = {"now": office.clock.now, "provider_id": "s9"}
    assert not office.act(lambda _, c: outbox.record_sent(c, message, **late)), "a slow worker"
    assert report(office, "s9", "failed") == [True]
    assert states(office, "invited") == ["dead" if status == "sent" else "sent"]


def test_a_message_that_was_never_tried_is_known_to_no_gateway(office: Office) -> None:
    asked(office)
    with office.engine.connect() as connection:
        message_id = connection.execute(select(rows.c.id).where(rows.c.channel == "sms")).scalar()
    unsent = DeliveryReport("s9", "delivered", message_id=str(message_id))
    assert not office.act(sms_reports.note, unsent)
    send_due(office)
    assert not office.act(sms_reports.note, unsent), "it has another id at the gateway"
    assert states(office, "invited") == ["sent"]


def test_nobody_gets_a_third_copy_and_the_filer_is_told(office: Office) -> None:
    """Whatever the gateway says: it takes the message and its answers are lost."""
    chat, _ = asked(office)
    copies = 0
    for _ in range(10):
        office.clock.pass_(hours=1)

        def lose(assembly: Assembly, connection: Connection) -> int:
            now, lost = assembly.now(), {"problem": "no answer", "maybe_sent": True}
            taken = outbox.lease(connection, assembly.keyring, now=now)
            for message in taken:
                if outbox.record_retry(connection, message, now=now, **lost):  # type: ignore[arg-type]
                    tell_if_possible(assembly, connection, message)
            return sum(message.channel == "sms" for message in taken)

        copies += office.act(lose)
    assert copies == 2
    assert office.told(chat).count("kom inte fram") == 1


def test_a_second_copy_waits_for_a_report(office: Office) -> None:
    asked(office)
    message, now = leased(office), office.clock.now
    office.act(lambda _, c: outbox.record_retry(c, message, problem="x", now=now, maybe_sent=True))
    office.clock.pass_(seconds=59)
    assert send_due(office) == []
    office.clock.pass_(seconds=2)
    assert len(send_due(office)) == 1
