"""Signed stretches of the trail, cuts where it was archived, and what may be taken away below them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
APPENDED = {
    "trail_stretch": ("id", "counter_number, last"),
    "trail_archive": ("id", "counter_number, sequence"),
}
"""New tables that only grow, and what is unique in them."""
LOOKED_FOR = {
    f"ix_journal_entry_{'_'.join(columns)}": columns
    for columns in (
        ["on_date", "id"],
        ["person_id", "on_date", "id"],
        ["staff_id", "on_date", "id"],
        ["action", "on_date", "id"],
    )
}
REFUSED = "the trail is never changed"
LEAST_KEPT = "6 months"
_CUT = (
    "EXISTS (SELECT 1 FROM trail_archive AS cut "
    "WHERE cut.counter_number = OLD.counter_number AND cut.sequence >= OLD.sequence)"
)


def _signed(name: str, *columns: sa.schema.SchemaItem) -> None:
    op.create_table(
        name,
        sa.Column("id", BIG, autoincrement=False, nullable=False),
        sa.Column("station", sa.String(length=40), nullable=False),
        sa.Column("counter_number", sa.Integer(), nullable=False),
        *columns,
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("key_id", sa.String(length=40), nullable=False),
        sa.Column("signature", sa.String(length=400), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{name}")),
    )


def upgrade() -> None:
    """Bring the schema here."""
    _signed(
        "trail_stretch",
        sa.Column("after", sa.Integer(), nullable=False),
        sa.Column("after_hash", sa.String(length=400), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.Column("last_hash", sa.String(length=400), nullable=False),
        sa.Column("digest", sa.String(length=400), nullable=False),
        sa.UniqueConstraint("counter_number", "last", name=op.f("uq_trail_stretch_counter_number_last")),
    )
    _signed(
        "trail_archive",
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("hash", sa.String(length=400), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("file_name", sa.String(length=400), nullable=False),
        sa.Column("file_sha256", sa.String(length=400), nullable=False),
        sa.Column("staff_id", BIG, nullable=False),
        sa.UniqueConstraint(
            "counter_number", "sequence", name=op.f("uq_trail_archive_counter_number_sequence")
        ),
    )
    op.drop_index("ix_journal_entry_on_date", table_name="journal_entry")
    for name, columns in LOOKED_FOR.items():
        op.create_index(name, "journal_entry", columns, unique=False)
    dialect = op.get_context().dialect.name
    if dialect == "sqlite":
        _refuse_on_sqlite()
    elif dialect == "postgresql":
        _refuse_on_postgresql()


def downgrade() -> None:
    """Take the schema back; what was archived stays in its files."""
    dialect = op.get_context().dialect.name
    if dialect == "sqlite":
        op.execute("DROP TRIGGER journal_entry_no_delete")
    elif dialect == "postgresql":
        op.execute("DROP FUNCTION purge_trail(integer, integer, integer)")
        op.execute("DROP TRIGGER journal_entry_stays ON journal_entry")
        op.execute("DROP TRIGGER journal_entry_grows ON journal_entry")
    for name in LOOKED_FOR:
        op.drop_index(name, table_name="journal_entry")
    op.create_index("ix_journal_entry_on_date", "journal_entry", ["on_date"], unique=False)
    for name in reversed(APPENDED):
        op.drop_table(name)
    if dialect == "sqlite":
        op.execute(
            "CREATE TRIGGER journal_entry_no_delete BEFORE DELETE ON journal_entry "
            f"BEGIN SELECT RAISE(ABORT, '{REFUSED}'); END"
        )
    elif dialect == "postgresql":
        op.execute("DROP FUNCTION refuse_taking_away()")
        op.execute(
            "CREATE TRIGGER journal_entry_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON journal_entry "
            "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
        )


def _refuse_on_sqlite() -> None:
    for table, unique in APPENDED.items():
        for what in ("update", "delete"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{what} BEFORE {what.upper()} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{REFUSED}'); END"
            )
        for_same = " OR ".join(
            "EXISTS (SELECT 1 FROM {} AS old WHERE {})".format(  # noqa: S608 # nosec B608 - names of ours
                table, " AND ".join(f"old.{name} = NEW.{name}" for name in names.split(", "))
            )
            for names in unique
        )
        op.execute(
            f"CREATE TRIGGER {table}_no_insert BEFORE INSERT ON {table} WHEN {for_same} "
            f"BEGIN SELECT RAISE(ABORT, '{REFUSED}'); END"
        )
    op.execute("DROP TRIGGER journal_entry_no_delete")
    op.execute(
        "CREATE TRIGGER journal_entry_no_delete BEFORE DELETE ON journal_entry "
        f"WHEN NOT (OLD.on_date < date('now', '-{LEAST_KEPT}') AND {_CUT}) "
        f"BEGIN SELECT RAISE(ABORT, '{REFUSED}'); END"
    )


def _refuse_on_postgresql() -> None:
    for table in APPENDED:
        op.execute(
            f"CREATE TRIGGER {table}_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
        )
    op.execute(
        "CREATE FUNCTION refuse_taking_away() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS "
        f"$$ BEGIN IF OLD.on_date < current_date - interval '{LEAST_KEPT}' AND {_CUT} THEN RETURN OLD; END IF; "
        f"RAISE EXCEPTION '{REFUSED}'; END $$"
    )
    op.execute("DROP TRIGGER journal_entry_grows ON journal_entry")
    op.execute(
        "CREATE TRIGGER journal_entry_grows BEFORE UPDATE OR TRUNCATE ON journal_entry "
        "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
    )
    op.execute(
        "CREATE TRIGGER journal_entry_stays BEFORE DELETE ON journal_entry "
        "FOR EACH ROW EXECUTE FUNCTION refuse_taking_away()"
    )
    # the program's own role may not delete; this does it for it, and only what the trigger lets go
    op.execute(
        "CREATE FUNCTION purge_trail(of_counter integer, up_to integer, at_most integer) RETURNS integer "
        "LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS "
        "$$ DECLARE gone integer; BEGIN "
        "DELETE FROM journal_entry WHERE id IN (SELECT id FROM journal_entry "
        "WHERE counter_number = of_counter AND sequence <= up_to ORDER BY sequence LIMIT at_most); "
        "GET DIAGNOSTICS gone = ROW_COUNT; RETURN gone; END $$"
    )
    op.execute("REVOKE ALL ON FUNCTION purge_trail(integer, integer, integer) FROM PUBLIC")
