"""What is there once for ever is kept once a statement instead of once a row: many rows stored at once cost less."""

from __future__ import annotations

from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

ONCE: dict[str, tuple[str, ...]] = {"case_file": ("request_id", "case_number"), "paper": ("paper_number",)}
"""What each table has once for ever, beside its key."""

# runs inside the INSERT and looks for nothing: what it names it names in full, and `added` is what was stored
_KEEP = """
CREATE OR REPLACE FUNCTION keep_{whole}_once() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    INSERT INTO years.{whole}_once ({columns}) {stored};
    RETURN NULL;
END $$
"""


def upgrade() -> None:
    """Bring the schema here."""
    if op.get_context().dialect.name == "postgresql":
        for whole, once in ONCE.items():
            columns = ", ".join(("id", *once))
            _keep(
                whole,
                columns,
                f"SELECT {columns} FROM added",  # noqa: S608 # nosec B608 - names of ours
                "REFERENCING NEW TABLE AS added FOR EACH STATEMENT",
            )


def downgrade() -> None:
    """Take the schema back: row by row."""
    if op.get_context().dialect.name == "postgresql":
        for whole, once in ONCE.items():
            columns = ("id", *once)
            values = ", ".join(f"NEW.{column}" for column in columns)
            _keep(whole, ", ".join(columns), f"VALUES ({values})", "FOR EACH ROW")


def _keep(whole: str, columns: str, stored: str, when: str) -> None:
    op.execute(f"DROP TRIGGER {whole}_once ON {whole}")
    op.execute(_KEEP.format(whole=whole, columns=columns, stored=stored))
    op.execute(
        f"CREATE TRIGGER {whole}_once AFTER INSERT ON {whole} {when} EXECUTE FUNCTION keep_{whole}_once()"
    )
