"""A draft that its owner deleted is kept for an hour, unseen, so that the deletion can be undone."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("drafts", sa.Column("discarded_at", sa.BigInteger()))


def downgrade() -> None:
    op.drop_column("drafts", "discarded_at")
