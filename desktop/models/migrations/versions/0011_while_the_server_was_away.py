"""What windows did while the server was away: their outbox, the server's inbox, and what needs a look."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
CODE, WORDS, ID = sa.String(length=40), sa.String(length=400), sa.String(length=36)
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Bring the schema here."""
    op.create_table(
        "outbox_operation",
        sa.Column("sequence", BIG, autoincrement=False, nullable=False),
        sa.Column("op_id", ID, nullable=False),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("state", CODE, nullable=False),
        sa.Column("told_at", MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("sequence", name=op.f("pk_outbox_operation")),
        sa.UniqueConstraint("op_id", name=op.f("uq_outbox_operation_op_id")),
    )
    op.create_index("ix_outbox_operation_state", "outbox_operation", ["state", "sequence"], unique=False)
    op.create_table(
        "store_note",
        sa.Column("name", CODE, nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_store_note")),
    )
    op.create_table(
        "copied_person",
        sa.Column("person_id", BIG, autoincrement=False, nullable=False),
        sa.Column("as_of", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_copied_person")),
    )
    op.create_table(
        "op_inbox",
        sa.Column("op_id", ID, nullable=False),
        sa.Column("window_id", ID, nullable=False),
        sa.Column("sequence", BIG, nullable=False),
        sa.Column("counter_number", sa.Integer(), nullable=False),
        sa.Column("digest", WORDS, nullable=False),
        sa.Column("outcome", CODE, nullable=False),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.Column("taken_at", MOMENT, nullable=False),
        sa.Column("aliases", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("op_id", name=op.f("pk_op_inbox")),
        sa.UniqueConstraint("window_id", "sequence", name=op.f("uq_op_inbox_window_id_sequence")),
    )
    op.create_table(
        "op_conflict",
        sa.Column("id", BIG, autoincrement=False, nullable=False),
        sa.Column("op_id", ID, nullable=False),
        sa.Column("digest", WORDS, nullable=False),
        sa.Column("window_id", ID, nullable=False),
        sa.Column("sequence", BIG, nullable=False),
        sa.Column("counter_number", sa.Integer(), nullable=False),
        sa.Column("kind", CODE, nullable=False),
        sa.Column("state", CODE, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("subject", WORDS, nullable=False),
        sa.Column("action", WORDS, nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("operation", sa.LargeBinary(), nullable=False),
        sa.Column("staff_id", BIG, nullable=True),
        sa.Column("staff_name", WORDS, nullable=False),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.Column("taken_at", MOMENT, nullable=False),
        sa.Column("settled_at", MOMENT, nullable=True),
        sa.Column("settled_by", BIG, nullable=True),
        sa.Column("settled_name", WORDS, nullable=False),
        sa.Column("note", WORDS, nullable=False),
        sa.Column("request_id", ID, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_op_conflict")),
        sa.UniqueConstraint("op_id", "digest", name=op.f("uq_op_conflict_op_id_digest")),
        sa.UniqueConstraint("request_id", name=op.f("uq_op_conflict_request_id")),
    )
    op.create_index("ix_op_conflict_state", "op_conflict", ["state", "id"], unique=False)
    op.create_index("ix_op_conflict_subject", "op_conflict", ["subject", "state"], unique=False)
    op.create_table(
        "op_paper",
        sa.Column("id", BIG, autoincrement=False, nullable=False),
        sa.Column("conflict_id", BIG, nullable=False),
        sa.Column("paper_number", CODE, nullable=False),
        sa.Column("kind", CODE, nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("void_at", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(["conflict_id"], ["op_conflict.id"], name=op.f("fk_op_paper_conflict_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_op_paper")),
    )
    op.create_index("ix_op_paper_conflict_id", "op_paper", ["conflict_id"], unique=False)
    op.create_index("ix_op_paper_paper_number", "op_paper", ["paper_number"], unique=False)


def downgrade() -> None:
    """Take the schema back."""
    for table in ("op_paper", "op_conflict", "op_inbox", "copied_person", "store_note", "outbox_operation"):
        op.drop_table(table)
