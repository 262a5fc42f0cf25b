"""The key that a station's windows share, and the record of backups made of its server."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Bring the schema here."""
    op.create_table(
        "station_key",
        sa.Column("id", BIG, autoincrement=False, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("key_id", sa.String(length=40), nullable=False),
        sa.Column("public", sa.String(length=400), nullable=False),
        sa.Column("envelope", sa.Text(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_station_key")),
    )
    op.create_table(
        "station_backup",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("counter_number", sa.Integer(), nullable=False),
        sa.Column("host", sa.String(length=400), nullable=False),
        sa.Column("file_name", sa.String(length=400), nullable=False),
        sa.Column("size", BIG, nullable=False),
        sa.Column("sha256", sa.String(length=400), nullable=False),
        sa.Column("passed", sa.Boolean(), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_station_backup")),
    )
    op.create_index("ix_station_backup_kind_at", "station_backup", ["kind", "at"], unique=False)


def downgrade() -> None:
    """Take the schema back; the backups themselves are files elsewhere."""
    op.drop_index("ix_station_backup_kind_at", table_name="station_backup")
    op.drop_table("station_backup")
    op.drop_table("station_key")
