"""The keys that papers are sealed with."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Bring the schema here."""
    op.create_table(
        "seal_key",
        sa.Column("id", BIG, autoincrement=False, nullable=False),
        sa.Column("request_id", sa.String(length=36), nullable=False),
        sa.Column("key_id", sa.String(length=40), nullable=False),
        sa.Column("algorithm", sa.String(length=40), nullable=False),
        sa.Column("public_key", sa.String(length=400), nullable=False),
        sa.Column("private_key", sa.String(length=400), nullable=False),
        sa.Column("box", sa.String(length=40), nullable=False),
        sa.Column("station", sa.String(length=40), nullable=False),
        sa.Column("station_name", sa.String(length=400), nullable=False),
        sa.Column("practice", sa.Boolean(), nullable=False),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.Column("retired_on", sa.Date(), nullable=True),
        sa.Column("revoked_on", sa.Date(), nullable=True),
        sa.Column("reason", sa.String(length=400), nullable=False),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("staff_id", BIG, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_seal_key")),
        sa.UniqueConstraint("key_id", name=op.f("uq_seal_key_key_id")),
    )
    op.create_index("ix_seal_key_request_id", "seal_key", ["request_id"], unique=False)


def downgrade() -> None:
    """Take the schema back."""
    op.drop_index("ix_seal_key_request_id", table_name="seal_key")
    op.drop_table("seal_key")
