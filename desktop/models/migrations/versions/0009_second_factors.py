"""Second factors of signing in: keys by their public part, telephones by their sealed secret."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Bring the schema here."""
    op.create_table(
        "second_factor",
        sa.Column("id", BIG, autoincrement=False, nullable=False),
        sa.Column("request_id", sa.String(length=36), nullable=False),
        sa.Column("staff_id", BIG, nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=400), nullable=False),
        sa.Column("public", sa.String(length=400), nullable=False),
        sa.Column("secret", sa.String(length=400), nullable=False),
        sa.Column("registered_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_step", BIG, nullable=False),
        sa.Column("last_used_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_by", BIG, nullable=True),
        sa.Column("reason", sa.String(length=400), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_second_factor")),
        sa.UniqueConstraint("request_id", name=op.f("uq_second_factor_request_id")),
        sa.UniqueConstraint("public", name=op.f("uq_second_factor_public")),
    )
    op.create_index("ix_second_factor_staff_id", "second_factor", ["staff_id", "id"], unique=False)


def downgrade() -> None:
    """Take the schema back."""
    op.drop_index("ix_second_factor_staff_id", table_name="second_factor")
    op.drop_table("second_factor")
