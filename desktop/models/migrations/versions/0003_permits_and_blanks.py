"""Permits, what happened to them, and blanks by serial; open cases by their due date; what a step stands on."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Bring the schema here."""
    op.create_table(
        "blank",
        sa.Column("id", BIG, autoincrement=False, nullable=False),
        sa.Column("serial", sa.String(length=40), nullable=False),
        sa.Column("batch_id", BIG, nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("counter_number", sa.Integer(), nullable=True),
        sa.Column("case_id", BIG, nullable=True),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reason", sa.String(length=400), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_blank")),
        sa.UniqueConstraint("serial", name=op.f("uq_blank_serial")),
    )
    op.create_index("ix_blank_batch_id", "blank", ["batch_id"], unique=False)
    op.create_index("ix_blank_case_id", "blank", ["case_id"], unique=False)
    op.create_index("ix_blank_place", "blank", ["state", "counter_number", "serial"], unique=False)
    op.create_table(
        "blank_step",
        sa.Column("id", BIG, autoincrement=False, nullable=False),
        sa.Column("request_id", sa.String(length=36), nullable=False),
        sa.Column("batch_id", BIG, nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("was", sa.String(length=40), nullable=False),
        sa.Column("first_serial", sa.String(length=40), nullable=False),
        sa.Column("last_serial", sa.String(length=40), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("counter_number", sa.Integer(), nullable=True),
        sa.Column("case_id", BIG, nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("on_date", sa.Date(), nullable=False),
        sa.Column("staff_id", BIG, nullable=False),
        sa.Column("staff_name", sa.String(length=400), nullable=False),
        sa.Column("reason", sa.String(length=400), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_blank_step")),
        sa.UniqueConstraint(
            "request_id", "state", "first_serial", name=op.f("uq_blank_step_request_id_state_first_serial")
        ),
    )
    op.create_index("ix_blank_step_batch_id", "blank_step", ["batch_id"], unique=False)
    op.create_index("ix_blank_step_on_date", "blank_step", ["on_date"], unique=False)
    op.create_table(
        "permit_step",
        sa.Column("id", BIG, autoincrement=False, nullable=False),
        sa.Column("request_id", sa.String(length=36), nullable=False),
        sa.Column("permit_id", BIG, nullable=False),
        sa.Column("event", sa.String(length=40), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("on_date", sa.Date(), nullable=False),
        sa.Column("staff_id", BIG, nullable=False),
        sa.Column("staff_name", sa.String(length=400), nullable=False),
        sa.Column("counter_number", sa.Integer(), nullable=False),
        sa.Column("case_id", BIG, nullable=True),
        sa.Column("note", sa.String(length=400), nullable=False),
        sa.Column("facts", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_permit_step")),
        sa.UniqueConstraint(
            "request_id", "permit_id", "event", name=op.f("uq_permit_step_request_id_permit_id_event")
        ),
    )
    op.create_index("ix_permit_step_on_date", "permit_step", ["on_date", "event"], unique=False)
    op.create_index("ix_permit_step_permit_id", "permit_step", ["permit_id"], unique=False)
    op.create_table(
        "permit",
        sa.Column("id", BIG, autoincrement=False, nullable=False),
        sa.Column("permit_id", BIG, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("known_from", sa.DateTime(timezone=True), nullable=False),
        sa.Column("known_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("current_id", BIG, nullable=True),
        sa.Column("holder_id", BIG, nullable=True),
        sa.Column("current_state", sa.String(length=40), nullable=True),
        sa.Column("permit_number", sa.String(length=40), nullable=False),
        sa.Column("person_id", BIG, nullable=False),
        sa.Column("person_row", BIG, nullable=False),
        sa.Column("case_id", BIG, nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("ground", sa.String(length=40), nullable=False),
        sa.Column("division", sa.String(length=40), nullable=False),
        sa.Column("address", sa.String(length=400), nullable=False),
        sa.Column("serial", sa.String(length=40), nullable=False),
        sa.Column("produced_on", sa.Date(), nullable=False),
        sa.Column("issued_on", sa.Date(), nullable=False),
        sa.Column("handed_over_on", sa.Date(), nullable=True),
        sa.Column("years_from", sa.Date(), nullable=False),
        sa.Column("endorsed_on", sa.Date(), nullable=True),
        sa.Column("opens_on", sa.Date(), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("valid_until", sa.Date(), nullable=True),
        sa.Column("replaces_id", BIG, nullable=True),
        sa.Column("replaced_by", BIG, nullable=True),
        sa.Column("end_reason", sa.String(length=400), nullable=False),
        sa.Column("policy", sa.String(length=400), nullable=False),
        sa.Column("changed_by", BIG, nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f("fk_permit_case_id")),
        sa.ForeignKeyConstraint(["person_row"], ["person.id"], name=op.f("fk_permit_person_row")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_permit")),
        sa.UniqueConstraint("current_id", name=op.f("uq_permit_current_id")),
        sa.UniqueConstraint("holder_id", name=op.f("uq_permit_holder_id")),
        sa.UniqueConstraint("permit_id", "version", name=op.f("uq_permit_permit_id_version")),
    )
    op.create_index("ix_permit_case_id", "permit", ["case_id"], unique=False)
    op.create_index("ix_permit_due", "permit", ["current_state", "due_on"], unique=False)
    op.create_index("ix_permit_opens", "permit", ["current_state", "opens_on"], unique=False)
    op.create_index("ix_permit_permit_number", "permit", ["permit_number"], unique=False)
    op.create_index("ix_permit_person_id", "permit", ["person_id"], unique=False)
    op.create_index(
        "ix_case_file_state", "case_file", ["state", "due_on", "id", "kind", "staff_name"], unique=False
    )
    op.add_column("case_step", sa.Column("request_id", sa.String(length=36), nullable=True))
    op.add_column("case_step", sa.Column("facts", sa.Text(), server_default="", nullable=False))


def downgrade() -> None:
    """Take the schema back."""
    op.drop_column("case_step", "facts")
    op.drop_column("case_step", "request_id")
    op.drop_index("ix_case_file_state", table_name="case_file")
    op.drop_index("ix_permit_person_id", table_name="permit")
    op.drop_index("ix_permit_permit_number", table_name="permit")
    op.drop_index("ix_permit_opens", table_name="permit")
    op.drop_index("ix_permit_due", table_name="permit")
    op.drop_index("ix_permit_case_id", table_name="permit")
    op.drop_table("permit")
    op.drop_index("ix_permit_step_permit_id", table_name="permit_step")
    op.drop_index("ix_permit_step_on_date", table_name="permit_step")
    op.drop_table("permit_step")
    op.drop_index("ix_blank_step_on_date", table_name="blank_step")
    op.drop_index("ix_blank_step_batch_id", table_name="blank_step")
    op.drop_table("blank_step")
    op.drop_index("ix_blank_place", table_name="blank")
    op.drop_index("ix_blank_case_id", table_name="blank")
    op.drop_index("ix_blank_batch_id", table_name="blank")
    op.drop_table("blank")
