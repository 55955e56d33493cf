"""To whom an SMS went, under which id of the gateway's, and which numbers want none."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("outbox", sa.Column("to_mac", sa.Text(), nullable=True))
    op.add_column("outbox", sa.Column("provider_id", sa.Text(), nullable=True))
    op.add_column("outbox", sa.Column("delivered_at", sa.BigInteger(), nullable=True))
    op.add_column(
        "outbox", sa.Column("uncertain", sa.Integer(), nullable=False, server_default="0")
    )
    op.create_index("ix_outbox_to_mac", "outbox", ["to_mac"])
    op.create_index("ix_outbox_provider_id", "outbox", ["provider_id"])
    op.create_index("ix_outbox_sent_at", "outbox", ["channel", "sent_at"])
    op.create_table(
        "sms_wishes",
        sa.Column("number_mac", sa.Text(), nullable=False),
        sa.Column("stopped_at", sa.BigInteger(), nullable=True),
        sa.Column("said_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("number_mac", name=op.f("pk_sms_wishes")),
    )


def downgrade() -> None:
    op.drop_table("sms_wishes")
    for index in ("ix_outbox_sent_at", "ix_outbox_provider_id", "ix_outbox_to_mac"):
        op.drop_index(index, "outbox")
    for column in ("uncertain", "delivered_at", "provider_id", "to_mac"):
        op.drop_column("outbox", column)
