"""Signed slices of the trail: entries of all counters in the order of their keys, with what their columns come to."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
REFUSED = "the trail is never changed"
_SAME = " OR ".join(
    f"EXISTS (SELECT 1 FROM trail_slice AS old WHERE old.{name} = NEW.{name})"  # noqa: S608 # nosec B608 - names of ours
    for name in ("id", "last_key")
)


def upgrade() -> None:
    """Bring the schema here."""
    op.create_table(
        "trail_slice",
        sa.Column("id", BIG, autoincrement=False, nullable=False),
        sa.Column("station", sa.String(length=40), nullable=False),
        sa.Column("after_key", BIG, nullable=False),
        sa.Column("last_key", BIG, nullable=False),
        sa.Column("entries", sa.Integer(), nullable=False),
        sa.Column("chains", sa.Text(), nullable=False),
        sa.Column("digest", sa.String(length=400), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("key_id", sa.String(length=40), nullable=False),
        sa.Column("signature", sa.String(length=400), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_trail_slice")),
        sa.UniqueConstraint("last_key", name=op.f("uq_trail_slice_last_key")),
    )
    dialect = op.get_context().dialect.name
    if dialect == "sqlite":
        for what in ("update", "delete"):
            op.execute(
                f"CREATE TRIGGER trail_slice_no_{what} BEFORE {what.upper()} ON trail_slice "
                f"BEGIN SELECT RAISE(ABORT, '{REFUSED}'); END"
            )
        # an INSERT OR REPLACE asks no trigger of DELETE
        op.execute(
            f"CREATE TRIGGER trail_slice_no_insert BEFORE INSERT ON trail_slice WHEN {_SAME} "
            f"BEGIN SELECT RAISE(ABORT, '{REFUSED}'); END"
        )
    elif dialect == "postgresql":
        op.execute(
            "CREATE TRIGGER trail_slice_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON trail_slice "
            "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
        )


def downgrade() -> None:
    """Take the schema back: every check reads the trail as it did before."""
    op.drop_table("trail_slice")
