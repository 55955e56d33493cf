"""Who has started e-ID orders lately (threat A12)."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "eid_starts",
        sa.Column("number", sa.Integer(), nullable=False, autoincrement=True),
        sa.Column("address_mac", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_eid_starts")),
    )
    op.create_index("ix_eid_starts_address_mac", "eid_starts", ["address_mac"])


def downgrade() -> None:
    op.drop_table("eid_starts")
