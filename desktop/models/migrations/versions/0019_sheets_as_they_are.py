"""Sheets and photos are stored as they are: a server that tries to compress them takes 1 ms for nothing."""

from __future__ import annotations

from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

COMPRESSED: dict[str, str] = {"paper_copy": "pdf", "attachment": "content"}
"""Columns of bytes that are compressed already."""


def upgrade() -> None:
    """Bring the schema here."""
    _store("EXTERNAL")


def downgrade() -> None:
    """Take the schema back."""
    _store("EXTENDED")


def _store(how: str) -> None:
    if op.get_context().dialect.name == "postgresql":
        for table, column in COMPRESSED.items():
            op.execute(f"ALTER TABLE {table} ALTER COLUMN {column} SET STORAGE {how}")
