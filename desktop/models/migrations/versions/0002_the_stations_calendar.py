"""The station's own days of the working-day calendar."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Bring the schema here."""
    op.create_table(
        "calendar_day",
        sa.Column("id", BIG, autoincrement=False, nullable=False),
        sa.Column("request_id", sa.String(length=36), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("known_from", sa.DateTime(timezone=True), nullable=False),
        sa.Column("known_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("current_day", sa.Date(), nullable=True),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("note", sa.String(length=400), nullable=False),
        sa.Column("staff_id", BIG, nullable=False),
        sa.Column("staff_name", sa.String(length=400), nullable=False),
        sa.Column("counter_number", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calendar_day")),
        sa.UniqueConstraint("current_day", name=op.f("uq_calendar_day_current_day")),
        sa.UniqueConstraint("day", "version", name=op.f("uq_calendar_day_day_version")),
    )
    op.create_index("ix_calendar_day_request_id", "calendar_day", ["request_id"], unique=False)


def downgrade() -> None:
    """Take the schema back."""
    op.drop_index("ix_calendar_day_request_id", table_name="calendar_day")
    op.drop_table("calendar_day")
