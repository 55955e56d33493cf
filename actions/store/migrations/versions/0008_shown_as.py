"""By which name a login page names the chat that asks for it."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("conversations", sa.Column("shown_as", sa.LargeBinary(), nullable=True))


def downgrade() -> None:
    op.drop_column("conversations", "shown_as")
