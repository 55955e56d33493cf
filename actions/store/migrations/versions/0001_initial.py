"""The first schema: conversations, drafts, signing, cases, and what goes in and out.

A migration is never changed once it is released; it repeats what the tables looked like then.
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

#: Whole microseconds since 1970 UTC.
_INSTANT = sa.BigInteger()


def upgrade() -> None:
    op.create_table(
        "audit",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("at", _INSTANT, nullable=False),
        sa.Column("act", sa.Text(), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("object", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_audit"),
    )
    op.create_index("ix_audit_object", "audit", ["object"])

    op.create_table(
        "conversations",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("account_mac", sa.Text()),
        sa.Column("account", sa.LargeBinary()),
        sa.Column("key", sa.LargeBinary(), nullable=False),
        sa.Column("state", sa.LargeBinary(), nullable=False),
        sa.Column("draft_id", sa.Text()),
        sa.Column("person_mac", sa.Text()),
        sa.Column("last_number", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", _INSTANT, nullable=False),
        sa.Column("seen_at", _INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_conversations"),
        sa.UniqueConstraint("channel", "account_mac", name="uq_conversations_channel_account_mac"),
    )
    op.create_index("ix_conversations_person_mac", "conversations", ["person_mac"])

    op.create_table(
        "drafts",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("reference", sa.Text(), nullable=False),
        sa.Column("service", sa.Text(), nullable=False),
        sa.Column("service_version", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("owner_mac", sa.Text()),
        sa.Column("conversation_id", sa.Text()),
        sa.Column("key", sa.LargeBinary(), nullable=False),
        sa.Column("state", sa.LargeBinary(), nullable=False),
        sa.Column("revision_id", sa.Text()),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", _INSTANT, nullable=False),
        sa.Column("changed_at", _INSTANT, nullable=False),
        sa.Column("expires_at", _INSTANT),
        sa.CheckConstraint(
            "status IN ('draft', 'awaiting_signature', 'awaiting_parties', 'received', 'in_progress', "
            "'awaiting_completion', 'closed', 'declined', 'expired', 'withdrawn')",
            name=op.f("ck_drafts_status"),
        ),
        sa.PrimaryKeyConstraint("id", name="pk_drafts"),
        sa.UniqueConstraint("reference", name="uq_drafts_reference"),
    )
    op.create_index("ix_drafts_expires_at", "drafts", ["expires_at"])
    op.create_index("ix_drafts_owner_mac", "drafts", ["owner_mac"])

    op.create_table(
        "files",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("conversation_id", sa.Text(), nullable=False),
        sa.Column("draft_id", sa.Text()),
        sa.Column("key", sa.LargeBinary(), nullable=False),
        sa.Column("details", sa.LargeBinary(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("created_at", _INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_files"),
    )
    op.create_index("ix_files_conversation_id", "files", ["conversation_id"])
    op.create_index("ix_files_draft_id", "files", ["draft_id"])

    op.create_table(
        "inbox",
        sa.Column("bot", sa.Text(), nullable=False),
        sa.Column("update_id", sa.BigInteger(), nullable=False),
        sa.Column("account_mac", sa.Text(), nullable=False),
        sa.Column("key", sa.LargeBinary(), nullable=False),
        sa.Column("payload", sa.LargeBinary(), nullable=False),
        sa.Column("received_at", _INSTANT, nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("handled_at", _INSTANT),
        sa.Column("quarantined_at", _INSTANT),
        sa.PrimaryKeyConstraint("bot", "update_id", name="pk_inbox"),
    )
    op.create_index("ix_inbox_handled_at", "inbox", ["handled_at"])

    op.create_table(
        "outbox",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("intent", sa.Text(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("key", sa.LargeBinary(), nullable=False),
        sa.Column("payload", sa.LargeBinary(), nullable=False),
        sa.Column("draft_id", sa.Text()),
        sa.Column("party_id", sa.Text()),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("due_at", _INSTANT, nullable=False),
        sa.Column("leased_until", _INSTANT),
        sa.Column("fence", sa.Integer(), nullable=False),
        sa.Column("created_at", _INSTANT, nullable=False),
        sa.Column("sent_at", _INSTANT),
        sa.Column("problem", sa.Text()),
        sa.CheckConstraint("state IN ('pending', 'sent', 'dead')", name=op.f("ck_outbox_state")),
        sa.PrimaryKeyConstraint("id", name="pk_outbox"),
        sa.UniqueConstraint("intent", name="uq_outbox_intent"),
    )
    op.create_index("ix_outbox_draft_id", "outbox", ["draft_id"])
    op.create_index("ix_outbox_due", "outbox", ["state", "due_at"])

    op.create_table(
        "service_versions",
        sa.Column("service", sa.Text(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("service", "version", name="pk_service_versions"),
    )

    op.create_table(
        "tickets",
        sa.Column("mac", sa.Text(), nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("conversation_id", sa.Text()),
        sa.Column("draft_id", sa.Text()),
        sa.Column("revision_id", sa.Text()),
        sa.Column("party_id", sa.Text()),
        sa.Column("key", sa.LargeBinary(), nullable=False),
        sa.Column("details", sa.LargeBinary(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("created_at", _INSTANT, nullable=False),
        sa.Column("expires_at", _INSTANT, nullable=False),
        sa.Column("used_at", _INSTANT),
        sa.PrimaryKeyConstraint("mac", name="pk_tickets"),
    )
    op.create_index("ix_tickets_conversation_id", "tickets", ["conversation_id"])
    op.create_index("ix_tickets_draft_id", "tickets", ["draft_id"])

    op.create_table(
        "web_sessions",
        sa.Column("mac", sa.Text(), nullable=False),
        sa.Column("key", sa.LargeBinary(), nullable=False),
        sa.Column("state", sa.LargeBinary(), nullable=False),
        sa.Column("created_at", _INSTANT, nullable=False),
        sa.Column("seen_at", _INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("mac", name="pk_web_sessions"),
    )

    op.create_table(
        "revisions",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("draft_id", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("private", sa.LargeBinary(), nullable=False),
        sa.Column("created_at", _INSTANT, nullable=False),
        sa.Column("voided_at", _INSTANT),
        sa.ForeignKeyConstraint(
            ["draft_id"], ["drafts.id"], name="fk_revisions_draft_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_revisions"),
        sa.UniqueConstraint("draft_id", "number", name="uq_revisions_draft_id_number"),
    )

    op.create_table(
        "turns",
        sa.Column("conversation_id", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("last_number", sa.Integer(), nullable=False),
        sa.Column("message_id", sa.Text()),
        sa.Column("digest", sa.Text()),
        sa.Column("messages", sa.LargeBinary(), nullable=False),
        sa.Column("at", _INSTANT, nullable=False),
        sa.ForeignKeyConstraint(
            ["conversation_id"],
            ["conversations.id"],
            name="fk_turns_conversation_id",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("conversation_id", "number", name="pk_turns"),
        sa.UniqueConstraint(
            "conversation_id", "message_id", name="uq_turns_conversation_id_message_id"
        ),
    )

    op.create_table(
        "cases",
        sa.Column("draft_id", sa.Text(), nullable=False),
        sa.Column("reference", sa.Text(), nullable=False),
        sa.Column("service", sa.Text(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("revision_id", sa.Text(), nullable=False),
        sa.Column("received_at", _INSTANT, nullable=False),
        sa.ForeignKeyConstraint(["draft_id"], ["drafts.id"], name="fk_cases_draft_id"),
        sa.ForeignKeyConstraint(["revision_id"], ["revisions.id"], name="fk_cases_revision_id"),
        sa.PrimaryKeyConstraint("draft_id", name="pk_cases"),
        sa.UniqueConstraint("reference", name="uq_cases_reference"),
    )
    op.create_index("ix_cases_unit", "cases", ["unit"])

    op.create_table(
        "parties",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("revision_id", sa.Text(), nullable=False),
        sa.Column("draft_id", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("person_mac", sa.Text(), nullable=False),
        sa.Column("details", sa.LargeBinary(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("invited_at", _INSTANT),
        sa.Column("acted_at", _INSTANT),
        sa.CheckConstraint("role IN ('filer', 'party')", name=op.f("ck_parties_role")),
        sa.CheckConstraint(
            "state IN ('waiting', 'invited', 'signed', 'declined')", name=op.f("ck_parties_state")
        ),
        sa.ForeignKeyConstraint(
            ["revision_id"], ["revisions.id"], name="fk_parties_revision_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_parties"),
        sa.UniqueConstraint("revision_id", "person_mac", name="uq_parties_revision_id_person_mac"),
    )
    op.create_index("ix_parties_draft_id", "parties", ["draft_id"])

    op.create_table(
        "signatures",
        sa.Column("party_id", sa.Text(), nullable=False),
        sa.Column("revision_id", sa.Text(), nullable=False),
        sa.Column("draft_id", sa.Text(), nullable=False),
        sa.Column("provider", sa.Text(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.Column("evidence", sa.LargeBinary(), nullable=False),
        sa.Column("signed_at", _INSTANT, nullable=False),
        sa.ForeignKeyConstraint(
            ["party_id"], ["parties.id"], name="fk_signatures_party_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["revision_id"], ["revisions.id"], name="fk_signatures_revision_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("party_id", name="pk_signatures"),
    )
    if op.get_context().dialect.name == "postgresql":
        # What is sealed does not compress, so nobody should try; and the rows that every turn
        # updates get room to be updated in place.
        for table, column in (("conversations", "state"), ("drafts", "state"), ("turns", "messages")):
            op.execute(f"ALTER TABLE {table} ALTER COLUMN {column} SET STORAGE EXTERNAL")
        for table in ("conversations", "drafts"):
            op.execute(f"ALTER TABLE {table} SET (fillfactor = 70)")


def downgrade() -> None:
    op.drop_table("signatures")
    op.drop_table("parties")
    op.drop_table("cases")
    op.drop_table("turns")
    op.drop_table("revisions")
    op.drop_table("web_sessions")
    op.drop_table("tickets")
    op.drop_table("service_versions")
    op.drop_table("outbox")
    op.drop_table("inbox")
    op.drop_table("files")
    op.drop_table("drafts")
    op.drop_table("conversations")
    op.drop_table("audit")
