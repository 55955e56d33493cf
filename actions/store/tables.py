"""The tables. What is personal is sealed (`actions.store.sealing`); the rest are ids and times.

Statuses live in one place only: `drafts.status`, also after receipt. A row in `cases` exists if and
only if the municipality has received the filing.
"""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)
from sqlalchemy.types import TypeDecorator

from dialogs.statuses import Status

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_label)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class Instant(TypeDecorator[datetime]):
    """An aware datetime, stored as whole microseconds since 1970 UTC in both databases."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        return None if value is None else to_micros(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        return None if value is None else from_micros(value)


def to_micros(moment: datetime) -> int:
    """Raises ValueError for a datetime without a time zone."""
    if moment.tzinfo is None:
        raise ValueError("a datetime without time zone cannot be stored")
    return round(moment.timestamp() * 1_000_000)


def from_micros(micros: int) -> datetime:
    return datetime.fromtimestamp(micros / 1_000_000, UTC)


def _one_of(column: str, values: Any) -> str:
    return f"{column} IN ({', '.join(repr(str(value)) for value in values)})"


conversations = Table(
    "conversations",
    metadata,
    Column("id", Text, primary_key=True),
    Column("channel", Text, nullable=False),
    #: MAC of the messaging account; identifies nobody, only finds the conversation again.
    Column("account_mac", Text),
    Column("account", LargeBinary),
    #: The account's name or the site, by which a login page names the chat (threat A1).
    Column("shown_as", LargeBinary),
    Column("key", LargeBinary, nullable=False),
    Column("state", LargeBinary, nullable=False),
    Column("draft_id", Text),
    #: MAC of the logged-in person's number, to push news to; empty when logged out.
    Column("person_mac", Text),
    #: Number of the newest message.
    Column("last_number", Integer, nullable=False, default=0),
    Column("version", Integer, nullable=False, default=0),
    Column("created_at", Instant, nullable=False),
    Column("seen_at", Instant, nullable=False),
    UniqueConstraint("channel", "account_mac"),
    Index("ix_conversations_person_mac", "person_mac"),
)

turns = Table(
    "turns",
    metadata,
    Column(
        "conversation_id",
        Text,
        ForeignKey("conversations.id", ondelete="CASCADE"),
        primary_key=True,
    ),
    #: Number of the turn's first message.
    Column("number", Integer, primary_key=True),
    Column("last_number", Integer, nullable=False),
    #: The sender's id of the message: the same id again has no second effect.
    Column("message_id", Text),
    #: Digest of what was sent under `message_id`.
    Column("digest", Text),
    Column("messages", LargeBinary, nullable=False),
    Column("at", Instant, nullable=False),
    UniqueConstraint("conversation_id", "message_id"),
)

drafts = Table(
    "drafts",
    metadata,
    Column("id", Text, primary_key=True),
    Column("reference", Text, nullable=False, unique=True),
    Column("service", Text, nullable=False),
    Column("service_version", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("owner_mac", Text),
    #: The conversation that it was last edited in.
    Column("conversation_id", Text),
    Column("key", LargeBinary, nullable=False),
    Column("state", LargeBinary, nullable=False),
    #: The frozen revision that is being signed or was received.
    Column("revision_id", Text),
    Column("version", Integer, nullable=False, default=0),
    Column("created_at", Instant, nullable=False),
    Column("changed_at", Instant, nullable=False),
    #: When an untouched draft is deleted, or when the time for signing is up.
    Column("expires_at", Instant),
    #: When its owner deleted it. It is unseen from then on, and deleted unless that is undone.
    Column("discarded_at", Instant),
    CheckConstraint(_one_of("status", Status), name="status"),
    Index("ix_drafts_owner_mac", "owner_mac"),
    Index("ix_drafts_expires_at", "expires_at"),
)

service_versions = Table(
    "service_versions",
    metadata,
    Column("service", Text, primary_key=True),
    Column("version", Text, primary_key=True),
    Column("source", Text, nullable=False),
)

revisions = Table(
    "revisions",
    metadata,
    Column("id", Text, primary_key=True),
    Column("draft_id", Text, ForeignKey("drafts.id", ondelete="CASCADE"), nullable=False),
    #: 1, 2, 3 … within the draft.
    Column("number", Integer, nullable=False),
    #: SHA-256 in hexadecimal of the canonical JSON: what everybody signs.
    Column("hash", Text, nullable=False),
    #: The canonical JSON, sealed with the draft's key.
    Column("content", LargeBinary, nullable=False),
    #: The filer's private answers, sealed; the content holds their salted digest.
    Column("private", LargeBinary, nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("voided_at", Instant),
    UniqueConstraint("draft_id", "number"),
)

parties = Table(
    "parties",
    metadata,
    Column("id", Text, primary_key=True),
    Column("revision_id", Text, ForeignKey("revisions.id", ondelete="CASCADE"), nullable=False),
    Column("draft_id", Text, nullable=False),
    Column("position", Integer, nullable=False),
    Column("role", Text, nullable=False),
    Column("person_mac", Text, nullable=False),
    #: Name, number, phone, e-mail and the reason of a refusal, sealed with the draft's key.
    Column("details", LargeBinary, nullable=False),
    Column("state", Text, nullable=False),
    Column("invited_at", Instant),
    Column("acted_at", Instant),
    UniqueConstraint("revision_id", "person_mac"),
    CheckConstraint(_one_of("role", ("filer", "party")), name="role"),
    CheckConstraint(_one_of("state", ("waiting", "invited", "signed", "declined")), name="state"),
    Index("ix_parties_draft_id", "draft_id"),
)

signatures = Table(
    "signatures",
    metadata,
    Column("party_id", Text, ForeignKey("parties.id", ondelete="CASCADE"), primary_key=True),
    Column("revision_id", Text, ForeignKey("revisions.id", ondelete="CASCADE"), nullable=False),
    Column("draft_id", Text, nullable=False),
    Column("provider", Text, nullable=False),
    #: The hash that was signed: equals the revision's.
    Column("hash", Text, nullable=False),
    Column("evidence", LargeBinary, nullable=False),
    Column("signed_at", Instant, nullable=False),
)

cases = Table(
    "cases",
    metadata,
    Column("draft_id", Text, ForeignKey("drafts.id"), primary_key=True),
    Column("reference", Text, nullable=False, unique=True),
    Column("service", Text, nullable=False),
    Column("unit", Text, nullable=False),
    Column("revision_id", Text, ForeignKey("revisions.id"), nullable=False),
    Column("received_at", Instant, nullable=False),
    Index("ix_cases_unit", "unit"),
)

tickets = Table(
    "tickets",
    metadata,
    Column("mac", Text, primary_key=True),
    #: login, sign, receipt, secure-answer, transcript
    Column("purpose", Text, nullable=False),
    Column("conversation_id", Text),
    Column("draft_id", Text),
    Column("revision_id", Text),
    Column("party_id", Text),
    #: Sealed details, e.g. who logged in and the code to give back; with `key`.
    Column("key", LargeBinary, nullable=False),
    Column("details", LargeBinary, nullable=False),
    #: Wrong codes so far.
    Column("tries", Integer, nullable=False, default=0),
    Column("created_at", Instant, nullable=False),
    Column("expires_at", Instant, nullable=False),
    Column("used_at", Instant),
    Index("ix_tickets_conversation_id", "conversation_id"),
    Index("ix_tickets_draft_id", "draft_id"),
)

web_sessions = Table(
    "web_sessions",
    metadata,
    Column("mac", Text, primary_key=True),
    Column("key", LargeBinary, nullable=False),
    #: Person, open e-ID order and form token, sealed.
    Column("state", LargeBinary, nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("seen_at", Instant, nullable=False),
)

eid_starts = Table(
    "eid_starts",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    #: MAC of the network address that started an e-ID order.
    Column("address_mac", Text, nullable=False),
    Column("at", Instant, nullable=False),
    Index("ix_eid_starts_address_mac", "address_mac"),
)

inbox = Table(
    "inbox",
    metadata,
    Column("bot", Text, primary_key=True),
    Column("update_id", BigInteger, primary_key=True),
    #: MAC of the account: one account's updates are handled in order.
    Column("account_mac", Text, nullable=False),
    Column("key", LargeBinary, nullable=False),
    Column("payload", LargeBinary, nullable=False),
    Column("received_at", Instant, nullable=False),
    Column("attempts", Integer, nullable=False, default=0),
    Column("handled_at", Instant),
    Column("quarantined_at", Instant),
    Index("ix_inbox_handled_at", "handled_at"),
)

outbox = Table(
    "outbox",
    metadata,
    Column("id", Text, primary_key=True),
    #: Idempotency key: the same intent is stored once.
    Column("intent", Text, nullable=False, unique=True),
    #: sms, email, telegram, webhook
    Column("channel", Text, nullable=False),
    Column("key", LargeBinary, nullable=False),
    Column("payload", LargeBinary, nullable=False),
    #: MAC of the number that an SMS goes to: how many it got, and what it was sent.
    Column("to_mac", Text),
    Column("draft_id", Text),
    Column("party_id", Text),
    Column("state", Text, nullable=False),
    Column("attempts", Integer, nullable=False, default=0),
    #: Attempts after which nobody knows whether the message went out (threat D8).
    Column("uncertain", Integer, nullable=False, server_default="0"),
    Column("due_at", Instant, nullable=False),
    Column("leased_until", Instant),
    #: Raised by each lease: a worker that lost its lease cannot record an outcome.
    Column("fence", Integer, nullable=False, default=0),
    Column("created_at", Instant, nullable=False),
    Column("sent_at", Instant),
    #: The gateway's own id of an SMS, which its delivery reports name.
    Column("provider_id", Text),
    #: When the gateway said that an SMS had arrived.
    Column("delivered_at", Instant),
    Column("problem", Text),
    CheckConstraint(_one_of("state", ("pending", "sent", "dead")), name="state"),
    Index("ix_outbox_due", "state", "due_at"),
    Index("ix_outbox_draft_id", "draft_id"),
    Index("ix_outbox_to_mac", "to_mac"),
    Index("ix_outbox_provider_id", "provider_id"),
    Index("ix_outbox_sent_at", "channel", "sent_at"),
)

sms_wishes = Table(
    "sms_wishes",
    metadata,
    #: MAC of the number that has said STOPP or START.
    Column("number_mac", Text, primary_key=True),
    #: Since when it wants no SMS; empty: it wants them again.
    Column("stopped_at", Instant),
    #: When it said so: an older word that comes late changes nothing.
    Column("said_at", Instant, nullable=False),
)

files = Table(
    "files",
    metadata,
    Column("id", Text, primary_key=True),
    Column("conversation_id", Text, nullable=False),
    Column("draft_id", Text),
    Column("key", LargeBinary, nullable=False),
    #: Name and media type, sealed.
    Column("details", LargeBinary, nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("created_at", Instant, nullable=False),
    Index("ix_files_conversation_id", "conversation_id"),
    Index("ix_files_draft_id", "draft_id"),
)

preferences = Table(
    "preferences",
    metadata,
    #: "person:" with the MAC of the number, or "conversation:" with its id.
    Column("owner", Text, primary_key=True),
    Column("key", LargeBinary, nullable=False),
    #: Whether reminders are wanted, and the way of news with its address, sealed.
    Column("details", LargeBinary, nullable=False),
    Column("changed_at", Instant, nullable=False),
)

reminders = Table(
    "reminders",
    metadata,
    Column("draft_id", Text, ForeignKey("drafts.id", ondelete="CASCADE"), primary_key=True),
    #: waiting-3, waiting-14 …, expiring
    Column("kind", Text, primary_key=True),
    #: Days without an answer that it was about; 0 for what is expiring.
    Column("days", Integer, nullable=False),
    Column("told_at", Instant, nullable=False),
)

help_requests = Table(
    "help_requests",
    metadata,
    Column("id", Text, primary_key=True),
    Column(
        "conversation_id",
        Text,
        ForeignKey("conversations.id", ondelete="CASCADE"),
        nullable=False,
    ),
    #: live: somebody waits in the conversation. message: it is answered when there is time.
    Column("kind", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("key", LargeBinary, nullable=False),
    #: The message, and the name of the officer who answers, sealed.
    Column("details", LargeBinary, nullable=False),
    Column("officer_mac", Text),
    Column("asked_at", Instant, nullable=False),
    #: When the officer took over or said something last.
    Column("spoke_at", Instant),
    Column("ended_at", Instant),
    CheckConstraint(_one_of("kind", ("live", "message")), name="kind"),
    CheckConstraint(_one_of("state", ("waiting", "taken", "done")), name="state"),
    Index("ix_help_requests_conversation_id", "conversation_id"),
    Index("ix_help_requests_state", "state"),
)

audit = Table(
    "audit",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("at", Instant, nullable=False),
    #: What was done, e.g. "login", "case.read".
    Column("act", Text, nullable=False),
    #: MAC of the person's number, or "system".
    Column("actor", Text, nullable=False),
    #: Id of what it was done to.
    Column("object", Text, nullable=False),
    Index("ix_audit_object", "object"),
)
