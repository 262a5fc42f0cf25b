"""Signed heads of the trail; nobody changes or deletes what the trail has."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
APPENDED = {
    "journal_entry": ("id", "counter_number, sequence"),
    "trail_head": ("id", "counter_number, sequence"),
    "trail_day": ("id",),
}
"""Tables that only grow, and what is unique in them."""
REFUSED = "the trail is never changed"


def upgrade() -> None:
    """Bring the schema here."""
    op.create_table(
        "trail_head",
        sa.Column("id", BIG, autoincrement=False, nullable=False),
        sa.Column("station", sa.String(length=40), nullable=False),
        sa.Column("counter_number", sa.Integer(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("hash", sa.String(length=400), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("key_id", sa.String(length=40), nullable=False),
        sa.Column("signature", sa.String(length=400), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_trail_head")),
        sa.UniqueConstraint("counter_number", "sequence", name=op.f("uq_trail_head_counter_number_sequence")),
    )
    op.create_table(
        "trail_day",
        sa.Column("id", BIG, autoincrement=False, nullable=False),
        sa.Column("station", sa.String(length=40), nullable=False),
        sa.Column("on_date", sa.Date(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("close_id", BIG, nullable=False),
        sa.Column("heads", sa.Text(), nullable=False),
        sa.Column("root", sa.String(length=400), nullable=False),
        sa.Column("key_id", sa.String(length=40), nullable=False),
        sa.Column("signature", sa.String(length=400), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_trail_day")),
    )
    op.create_index("ix_trail_day_on_date", "trail_day", ["on_date"], unique=False)
    if op.get_context().dialect.name == "sqlite":
        _refuse_on_sqlite()
    elif op.get_context().dialect.name == "postgresql":
        _refuse_on_postgresql()


def downgrade() -> None:
    """Take the schema back."""
    dialect = op.get_context().dialect.name
    if dialect == "sqlite":
        for what in ("update", "delete", "insert"):
            op.execute(f"DROP TRIGGER journal_entry_no_{what}")
    elif dialect == "postgresql":
        op.execute("DROP TRIGGER journal_entry_grows ON journal_entry")
    op.drop_index("ix_trail_day_on_date", table_name="trail_day")
    op.drop_table("trail_day")
    op.drop_table("trail_head")
    if dialect == "postgresql":
        op.execute("DROP FUNCTION refuse_change()")


def _refuse_on_sqlite() -> None:
    for table, unique in APPENDED.items():
        for what in ("update", "delete"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{what} BEFORE {what.upper()} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{REFUSED}'); END"
            )
        # INSERT OR REPLACE deletes the row that is in its way without any DELETE trigger
        for_same = " OR ".join(
            "EXISTS (SELECT 1 FROM {} AS old WHERE {})".format(  # noqa: S608 - names of ours
                table, " AND ".join(f"old.{name} = NEW.{name}" for name in names.split(", "))
            )
            for names in unique
        )
        op.execute(
            f"CREATE TRIGGER {table}_no_insert BEFORE INSERT ON {table} WHEN {for_same} "
            f"BEGIN SELECT RAISE(ABORT, '{REFUSED}'); END"
        )


def _refuse_on_postgresql() -> None:
    op.execute(
        "CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{REFUSED}'; END $$"
    )
    for table in APPENDED:
        op.execute(
            f"CREATE TRIGGER {table}_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
        )
