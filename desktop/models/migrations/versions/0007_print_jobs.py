"""What was sent to a printer, so that the queue can be asked after a restart too."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Bring the schema here."""
    op.create_table(
        "print_job",
        sa.Column("id", BIG, autoincrement=False, nullable=False),
        sa.Column("copy_id", BIG, nullable=True),
        sa.Column("serial", sa.String(length=40), nullable=False),
        sa.Column("printer", sa.String(length=400), nullable=False),
        sa.Column("job", sa.String(length=400), nullable=False),
        sa.Column("counter_number", sa.Integer(), nullable=False),
        sa.Column("staff_id", BIG, nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("taken_back_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["copy_id"], ["paper_copy.id"], name=op.f("fk_print_job_copy_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_print_job")),
    )
    op.create_index("ix_print_job_copy_id", "print_job", ["copy_id"], unique=False)
    op.create_index("ix_print_job_serial", "print_job", ["serial"], unique=False)


def downgrade() -> None:
    """Take the schema back."""
    op.drop_index("ix_print_job_serial", table_name="print_job")
    op.drop_index("ix_print_job_copy_id", table_name="print_job")
    op.drop_table("print_job")
