"""Clerks are auxiliaries, administrators are system administrators; rights that a station takes away."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
ROLES = {"clerk": "auxiliary", "administrator": "system_administrator"}
"""Roles of the programs before, and what they are called now."""
NEW = ("security_administrator", "audit_administrator")
AUDITOR_OF_SAMPLES = "zhaomin"

_STAFF = sa.table(
    "staff",
    sa.column("sign_in_name", sa.String),
    sa.column("role", sa.String),
    sa.column("version", sa.Integer),
)
_STATION = sa.table("station", sa.column("practice", sa.Boolean))


def upgrade() -> None:
    """Bring the schema here; the practice station's sample administrator is the one who exports the log."""
    connection = op.get_bind()
    if connection.execute(sa.select(_STATION.c.practice)).scalar():
        _call(AUDITOR_OF_SAMPLES, "administrator", "audit_administrator")
    for before, now in ROLES.items():
        _call(None, before, now)
    op.create_table(
        "withheld_right",
        sa.Column("role", sa.String(length=40), nullable=False),
        sa.Column("right_code", sa.String(length=40), nullable=False),
        sa.Column("request_id", sa.String(length=36), nullable=False),
        sa.Column("reason", sa.String(length=400), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("staff_id", BIG, nullable=False),
        sa.Column("staff_name", sa.String(length=400), nullable=False),
        sa.PrimaryKeyConstraint("role", "right_code", name=op.f("pk_withheld_right")),
    )


def downgrade() -> None:
    """Take the schema back; an older program knows one kind of administrator."""
    op.drop_table("withheld_right")
    for before, now in ROLES.items():
        _call(None, now, before)
    for role in NEW:
        _call(None, role, "administrator")


def _call(sign_in_name: str | None, before: str, now: str) -> None:
    changed = sa.update(_STAFF).where(_STAFF.c.role == before)
    if sign_in_name is not None:
        changed = changed.where(_STAFF.c.sign_in_name == sign_in_name)
    op.get_bind().execute(changed.values(role=now, version=_STAFF.c.version + 1))
