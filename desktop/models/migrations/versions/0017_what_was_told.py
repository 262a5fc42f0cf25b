"""What the server made of operations stands beside them, a row for many: what was sealed is never written again.

And a window's keys that are others at the server are found without reading all that it ever sent.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)
_RUNS = """
INSERT INTO outbox_told (first_sequence, last_sequence, outcome, told_at)
SELECT min(sequence), max(sequence), state, told_at FROM (
    SELECT sequence, state, told_at, sequence - row_number() OVER (PARTITION BY state, told_at ORDER BY sequence) AS run
    FROM outbox_operation WHERE state <> 'waiting'
) AS told GROUP BY state, told_at, run
"""
_BACK = """
UPDATE outbox_operation SET
    state = (SELECT outcome FROM outbox_told WHERE sequence BETWEEN first_sequence AND last_sequence),
    told_at = (SELECT told_at FROM outbox_told WHERE sequence BETWEEN first_sequence AND last_sequence)
WHERE sequence <= (SELECT max(last_sequence) FROM outbox_told)
"""


def upgrade() -> None:
    """Bring the schema here."""
    op.create_table(
        "outbox_told",
        sa.Column("first_sequence", BIG, autoincrement=False, nullable=False),
        sa.Column("last_sequence", BIG, nullable=False),
        sa.Column("outcome", sa.String(length=40), nullable=False),
        sa.Column("told_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("first_sequence", name=op.f("pk_outbox_told")),
        sa.UniqueConstraint("last_sequence", name=op.f("uq_outbox_told_last_sequence")),
    )
    op.execute(_RUNS)
    op.drop_index("ix_outbox_operation_state", table_name="outbox_operation")
    op.drop_column("outbox_operation", "told_at")
    op.drop_column("outbox_operation", "state")
    with_them = sa.text("aliases <> ''")
    op.create_index(
        "ix_op_inbox_aliases", "op_inbox", ["window_id"], sqlite_where=with_them, postgresql_where=with_them
    )


def downgrade() -> None:
    """Take the schema back: what became of an operation in its own row."""
    op.drop_index("ix_op_inbox_aliases", table_name="op_inbox")
    op.add_column(
        "outbox_operation",
        sa.Column("state", sa.String(length=40), nullable=False, server_default="waiting"),
    )
    op.add_column("outbox_operation", sa.Column("told_at", MOMENT, nullable=True))
    op.execute(_BACK)
    op.create_index("ix_outbox_operation_state", "outbox_operation", ["state", "sequence"])
    op.drop_table("outbox_told")
