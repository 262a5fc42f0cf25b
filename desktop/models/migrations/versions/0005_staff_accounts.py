"""Accounts of staff: names that cannot be mistaken, one-time passwords, old passwords, wrong tries."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_STAFF = sa.table(
    "staff",
    sa.column("id", BIG),
    sa.column("sign_in_name", sa.String),
    sa.column("lookalike", sa.String),
    sa.column("password_set_at", sa.DateTime(timezone=True)),
    sa.column("created_at", sa.DateTime(timezone=True)),
)
_ALIKE = str.maketrans("01i", "oll")


def upgrade() -> None:
    """Bring the schema here; names stand in small letters from now on, the first of two that look alike first."""
    op.add_column("staff", sa.Column("request_id", sa.String(length=36), nullable=True))
    op.add_column("staff", sa.Column("lookalike", sa.String(length=40), server_default="", nullable=False))
    op.add_column("staff", sa.Column("one_time", sa.Boolean(), server_default=sa.false(), nullable=False))
    op.add_column("staff", sa.Column("password_set_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("staff", sa.Column("version", sa.Integer(), server_default="1", nullable=False))
    connection = op.get_bind()
    taken: set[str] = set()
    for row in connection.execute(sa.select(_STAFF.c.id, _STAFF.c.sign_in_name).order_by(_STAFF.c.id)).all():
        name = row.sign_in_name.lower()
        alike = name.translate(_ALIKE)
        mine = alike not in taken
        taken.add(alike)
        connection.execute(
            sa.update(_STAFF)
            .where(_STAFF.c.id == row.id)
            .values(
                sign_in_name=name if mine else row.sign_in_name,
                lookalike=alike if mine else f"~{row.id}",
                password_set_at=_STAFF.c.created_at,
            )
        )
    op.create_index("ix_staff_lookalike", "staff", ["lookalike"], unique=True)
    op.create_index("ix_staff_request_id", "staff", ["request_id"], unique=True)
    op.create_table(
        "old_password",
        sa.Column("id", BIG, autoincrement=False, nullable=False),
        sa.Column("staff_id", BIG, nullable=False),
        sa.Column("password_hash", sa.String(length=400), nullable=False),
        sa.Column("replaced_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_old_password")),
    )
    op.create_index("ix_old_password_staff_id", "old_password", ["staff_id", "id"], unique=False)
    op.create_table(
        "wrong_password",
        sa.Column("account", sa.String(length=40), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("last_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("account", name=op.f("pk_wrong_password")),
    )


def downgrade() -> None:
    """Take the schema back."""
    op.drop_table("wrong_password")
    op.drop_index("ix_old_password_staff_id", table_name="old_password")
    op.drop_table("old_password")
    op.drop_index("ix_staff_request_id", table_name="staff")
    op.drop_index("ix_staff_lookalike", table_name="staff")
    for name in ("version", "password_set_at", "one_time", "lookalike", "request_id"):
        op.drop_column("staff", name)
