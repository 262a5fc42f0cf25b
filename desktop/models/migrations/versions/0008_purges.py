"""Orders to delete personal data, and what became of each part of them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
CODE, WORDS = sa.String(length=40), sa.String(length=400)
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Bring the schema here."""
    op.create_table(
        "purge_order",
        sa.Column("id", BIG, autoincrement=False, nullable=False),
        sa.Column("request_id", sa.String(length=36), nullable=False),
        sa.Column("kind", CODE, nullable=False),
        sa.Column("subject", CODE, nullable=False),
        sa.Column("cutoff", sa.Date(), nullable=True),
        sa.Column("person_id", BIG, nullable=True),
        sa.Column("ground", CODE, nullable=False),
        sa.Column("state", CODE, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("parts", sa.Integer(), nullable=False),
        sa.Column("digest", WORDS, nullable=False),
        sa.Column("prepared_at", MOMENT, nullable=False),
        sa.Column("prepared_on", sa.Date(), nullable=False),
        sa.Column("prepared_by", BIG, nullable=False),
        sa.Column("prepared_name", WORDS, nullable=False),
        sa.Column("counter_number", sa.Integer(), nullable=False),
        sa.Column("decided_at", MOMENT, nullable=True),
        sa.Column("decided_by", BIG, nullable=True),
        sa.Column("decided_name", WORDS, nullable=False),
        sa.Column("decision_request_id", sa.String(length=36), nullable=True),
        sa.Column("note", WORDS, nullable=False),
        sa.Column("done_at", MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_purge_order")),
        sa.UniqueConstraint("request_id", name=op.f("uq_purge_order_request_id")),
    )
    op.create_index("ix_purge_order_state", "purge_order", ["state"], unique=False)
    op.create_index("ix_purge_order_person_id", "purge_order", ["person_id"], unique=False)
    op.create_table(
        "purge_part",
        sa.Column("id", BIG, autoincrement=False, nullable=False),
        sa.Column("order_id", BIG, nullable=False),
        sa.Column("subject", CODE, nullable=False),
        sa.Column("state", CODE, nullable=False),
        sa.Column("counts", sa.Text(), nullable=False),
        sa.Column("digest", WORDS, nullable=False),
        sa.Column("note", WORDS, nullable=False),
        sa.Column("done_at", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(["order_id"], ["purge_order.id"], name=op.f("fk_purge_part_order_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_purge_part")),
        sa.UniqueConstraint("order_id", "subject", name=op.f("uq_purge_part_order_id_subject")),
    )
    op.create_index("ix_purge_part_state", "purge_part", ["order_id", "state", "id"], unique=False)


def downgrade() -> None:
    """Take the schema back."""
    op.drop_index("ix_purge_part_state", table_name="purge_part")
    op.drop_table("purge_part")
    op.drop_index("ix_purge_order_person_id", table_name="purge_order")
    op.drop_index("ix_purge_order_state", table_name="purge_order")
    op.drop_table("purge_order")
