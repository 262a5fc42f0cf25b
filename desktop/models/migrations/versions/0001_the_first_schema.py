"""The first schema: people, registrations, cases, papers, the desk and the trail."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Bring the schema here."""
    op.create_table(
        "accompanying_minor",
        sa.Column("id", BIG, autoincrement=False, nullable=False),
        sa.Column("registration_id", BIG, nullable=False),
        sa.Column("name", sa.String(length=400), nullable=False),
        sa.Column("sex", sa.String(length=40), nullable=False),
        sa.Column("birth_date", sa.Date(), nullable=True),
        sa.Column("id_number", sa.String(length=40), nullable=False),
        sa.Column("relation", sa.String(length=40), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_accompanying_minor")),
    )
    op.create_index(
        "ix_accompanying_minor_registration_id", "accompanying_minor", ["registration_id"], unique=False
    )

    op.create_table(
        "counter_sequence",
        sa.Column("counter_number", sa.Integer(), nullable=False),
        sa.Column("on_date", sa.Date(), nullable=False),
        sa.Column("series", sa.String(length=40), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("counter_number", "on_date", "series", name=op.f("pk_counter_sequence")),
    )
    op.create_table(
        "day_close",
        sa.Column("id", BIG, autoincrement=False, nullable=False),
        sa.Column("request_id", sa.String(length=36), nullable=False),
        sa.Column("on_date", sa.Date(), nullable=False),
        sa.Column("counter_number", sa.Integer(), nullable=False),
        sa.Column("staff_id", BIG, nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("remarks", sa.Text(), nullable=False),
        sa.Column("paper_id", BIG, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_day_close")),
        sa.UniqueConstraint("request_id", name=op.f("uq_day_close_request_id")),
    )
    op.create_index("ix_day_close_on_date", "day_close", ["on_date", "counter_number"], unique=False)

    op.create_table(
        "draft",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("staff_id", BIG, nullable=False),
        sa.Column("counter_number", sa.Integer(), nullable=False),
        sa.Column("form", sa.String(length=40), nullable=False),
        sa.Column("subject", sa.String(length=400), nullable=False),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_draft")),
    )
    op.create_index("ix_draft_staff_id", "draft", ["staff_id", "counter_number"], unique=False)

    op.create_table(
        "journal_entry",
        sa.Column("id", BIG, autoincrement=False, nullable=False),
        sa.Column("counter_number", sa.Integer(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("on_date", sa.Date(), nullable=False),
        sa.Column("local_time", sa.String(length=40), nullable=False),
        sa.Column("staff_id", BIG, nullable=False),
        sa.Column("staff_name", sa.String(length=400), nullable=False),
        sa.Column("action", sa.String(length=40), nullable=False),
        sa.Column("person_id", BIG, nullable=True),
        sa.Column("person_row", BIG, nullable=True),
        sa.Column("case_number", sa.String(length=40), nullable=False),
        sa.Column("paper_number", sa.String(length=40), nullable=False),
        sa.Column("matter", sa.String(length=400), nullable=False),
        sa.Column("detail", sa.String(length=400), nullable=False),
        sa.Column("previous_hash", sa.String(length=400), nullable=False),
        sa.Column("hash", sa.String(length=400), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_journal_entry")),
        sa.UniqueConstraint(
            "counter_number", "sequence", name=op.f("uq_journal_entry_counter_number_sequence")
        ),
    )
    op.create_index("ix_journal_entry_on_date", "journal_entry", ["on_date"], unique=False)

    op.create_table(
        "name_bigram",
        sa.Column("bigram", sa.String(length=40), nullable=False),
        sa.Column("person_id", BIG, autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("bigram", "person_id", name=op.f("pk_name_bigram")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_name_bigram_person_id", "name_bigram", ["person_id"], unique=False)

    op.create_table(
        "name_reading",
        sa.Column("reading", sa.String(length=400), nullable=False),
        sa.Column("person_id", BIG, autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("reading", "person_id", name=op.f("pk_name_reading")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_name_reading_person_id", "name_reading", ["person_id"], unique=False)

    op.create_table(
        "person",
        sa.Column("id", BIG, autoincrement=False, nullable=False),
        sa.Column("person_id", BIG, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("known_from", sa.DateTime(timezone=True), nullable=False),
        sa.Column("known_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("current_id", BIG, nullable=True),
        sa.Column("live_key", sa.String(length=40), nullable=True),
        sa.Column("id_kind", sa.String(length=40), nullable=False),
        sa.Column("id_number", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=400), nullable=False),
        sa.Column("former_name", sa.String(length=400), nullable=False),
        sa.Column("sex", sa.String(length=40), nullable=False),
        sa.Column("birth_date", sa.Date(), nullable=True),
        sa.Column("ethnicity", sa.String(length=40), nullable=False),
        sa.Column("hukou_division", sa.String(length=40), nullable=False),
        sa.Column("hukou_address", sa.String(length=400), nullable=False),
        sa.Column("phone", sa.String(length=40), nullable=False),
        sa.Column("education", sa.String(length=40), nullable=False),
        sa.Column("marital_status", sa.String(length=40), nullable=False),
        sa.Column("political_status", sa.String(length=40), nullable=False),
        sa.Column("employer", sa.String(length=400), nullable=False),
        sa.Column("changed_by", BIG, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
        sa.UniqueConstraint("current_id", name=op.f("uq_person_current_id")),
        sa.UniqueConstraint("live_key", name=op.f("uq_person_live_key")),
        sa.UniqueConstraint("person_id", "version", name=op.f("uq_person_person_id_version")),
    )
    op.create_index("ix_person_name", "person", ["name"], unique=False)
    op.create_index("ix_person_phone", "person", ["phone"], unique=False)

    op.create_table(
        "setting",
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_setting")),
    )
    op.create_table(
        "staff",
        sa.Column("id", BIG, autoincrement=False, nullable=False),
        sa.Column("sign_in_name", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=400), nullable=False),
        sa.Column("role", sa.String(length=40), nullable=False),
        sa.Column("password_hash", sa.String(length=400), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_staff")),
        sa.UniqueConstraint("sign_in_name", name=op.f("uq_staff_sign_in_name")),
    )
    op.create_table(
        "station",
        sa.Column("id", BIG, autoincrement=False, nullable=False),
        sa.Column("division", sa.String(length=40), nullable=False),
        sa.Column("station_code", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=400), nullable=False),
        sa.Column("address", sa.String(length=400), nullable=False),
        sa.Column("phone", sa.String(length=40), nullable=False),
        sa.Column("practice", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_station")),
    )
    op.create_table(
        "case_file",
        sa.Column("id", BIG, autoincrement=False, nullable=False),
        sa.Column("case_number", sa.String(length=40), nullable=False),
        sa.Column("request_id", sa.String(length=36), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("person_id", BIG, nullable=False),
        sa.Column("person_row", BIG, nullable=False),
        sa.Column("accepted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("accepted_on", sa.Date(), nullable=False),
        sa.Column("counter_number", sa.Integer(), nullable=False),
        sa.Column("staff_id", BIG, nullable=False),
        sa.Column("staff_name", sa.String(length=400), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("due_estimated", sa.Boolean(), nullable=False),
        sa.Column("policy", sa.String(length=400), nullable=False),
        sa.Column("summary", sa.String(length=400), nullable=False),
        sa.Column("facts", sa.Text(), nullable=False),
        sa.Column("resumes_case_id", BIG, nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["person_row"], ["person.id"], name=op.f("fk_case_file_person_row")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_case_file_staff_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_file")),
        sa.UniqueConstraint("case_number", name=op.f("uq_case_file_case_number")),
        sa.UniqueConstraint("request_id", name=op.f("uq_case_file_request_id")),
    )
    op.create_index("ix_case_file_accepted_on", "case_file", ["accepted_on", "counter_number"], unique=False)
    op.create_index("ix_case_file_person_id", "case_file", ["person_id"], unique=False)
    op.create_index("ix_case_file_resumes_case_id", "case_file", ["resumes_case_id"], unique=False)

    op.create_table(
        "attachment",
        sa.Column("id", BIG, autoincrement=False, nullable=False),
        sa.Column("case_id", BIG, nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("sha256", sa.String(length=400), nullable=False),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f("fk_attachment_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attachment")),
    )
    op.create_index("ix_attachment_case_id", "attachment", ["case_id"], unique=False)

    op.create_table(
        "case_step",
        sa.Column("id", BIG, autoincrement=False, nullable=False),
        sa.Column("case_id", BIG, nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("staff_id", BIG, nullable=False),
        sa.Column("note", sa.String(length=400), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f("fk_case_step_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_step")),
    )
    op.create_index("ix_case_step_case_id", "case_step", ["case_id"], unique=False)

    op.create_table(
        "paper",
        sa.Column("id", BIG, autoincrement=False, nullable=False),
        sa.Column("case_id", BIG, nullable=True),
        sa.Column("person_id", BIG, nullable=True),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("paper_number", sa.String(length=40), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("issued_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("issued_on", sa.Date(), nullable=False),
        sa.Column("counter_number", sa.Integer(), nullable=False),
        sa.Column("staff_id", BIG, nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f("fk_paper_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_paper")),
        sa.UniqueConstraint("paper_number", name=op.f("uq_paper_paper_number")),
    )
    op.create_index("ix_paper_case_id", "paper", ["case_id"], unique=False)
    op.create_index("ix_paper_issued_on", "paper", ["issued_on"], unique=False)
    op.create_index("ix_paper_person_id", "paper", ["person_id"], unique=False)

    op.create_table(
        "registration",
        sa.Column("id", BIG, autoincrement=False, nullable=False),
        sa.Column("registration_id", BIG, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("known_from", sa.DateTime(timezone=True), nullable=False),
        sa.Column("known_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("current_id", BIG, nullable=True),
        sa.Column("open_person_id", BIG, nullable=True),
        sa.Column("person_id", BIG, nullable=False),
        sa.Column("person_row", BIG, nullable=False),
        sa.Column("case_id", BIG, nullable=False),
        sa.Column("division", sa.String(length=40), nullable=False),
        sa.Column("street", sa.String(length=40), nullable=False),
        sa.Column("community", sa.String(length=40), nullable=False),
        sa.Column("road", sa.String(length=400), nullable=False),
        sa.Column("house_number", sa.String(length=400), nullable=False),
        sa.Column("building", sa.String(length=400), nullable=False),
        sa.Column("unit", sa.String(length=400), nullable=False),
        sa.Column("room", sa.String(length=400), nullable=False),
        sa.Column("address_remark", sa.String(length=400), nullable=False),
        sa.Column("written_address", sa.String(length=400), nullable=False),
        sa.Column("lodging", sa.String(length=40), nullable=False),
        sa.Column("reason", sa.String(length=40), nullable=False),
        sa.Column("landlord_name", sa.String(length=400), nullable=False),
        sa.Column("landlord_phone", sa.String(length=40), nullable=False),
        sa.Column("employer", sa.String(length=400), nullable=False),
        sa.Column("reported_by", sa.String(length=40), nullable=False),
        sa.Column("reporter_name", sa.String(length=400), nullable=False),
        sa.Column("reporter_phone", sa.String(length=40), nullable=False),
        sa.Column("remark", sa.String(length=400), nullable=False),
        sa.Column("arrived_on", sa.Date(), nullable=False),
        sa.Column("registered_on", sa.Date(), nullable=False),
        sa.Column("intended_until", sa.Date(), nullable=True),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("end_reason", sa.String(length=40), nullable=False),
        sa.Column("late_days", sa.Integer(), nullable=False),
        sa.Column("counter_number", sa.Integer(), nullable=False),
        sa.Column("changed_by", BIG, nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f("fk_registration_case_id")),
        sa.ForeignKeyConstraint(["person_row"], ["person.id"], name=op.f("fk_registration_person_row")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_registration")),
        sa.UniqueConstraint("current_id", name=op.f("uq_registration_current_id")),
        sa.UniqueConstraint("open_person_id", name=op.f("uq_registration_open_person_id")),
        sa.UniqueConstraint(
            "registration_id", "version", name=op.f("uq_registration_registration_id_version")
        ),
    )
    op.create_index("ix_registration_person_id", "registration", ["person_id"], unique=False)

    op.create_table(
        "paper_copy",
        sa.Column("id", BIG, autoincrement=False, nullable=False),
        sa.Column("paper_id", BIG, nullable=False),
        sa.Column("request_id", sa.String(length=36), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(length=400), nullable=False),
        sa.Column("outcome", sa.String(length=40), nullable=False),
        sa.Column("outcome_reason", sa.String(length=400), nullable=False),
        sa.Column("requested_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("requested_on", sa.Date(), nullable=False),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("staff_id", BIG, nullable=False),
        sa.Column("staff_name", sa.String(length=400), nullable=False),
        sa.Column("counter_number", sa.Integer(), nullable=False),
        sa.Column("printer", sa.String(length=400), nullable=False),
        sa.Column("pages", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(length=400), nullable=False),
        sa.Column("pdf", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(["paper_id"], ["paper.id"], name=op.f("fk_paper_copy_paper_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_paper_copy")),
        sa.UniqueConstraint("paper_id", "number", name=op.f("uq_paper_copy_paper_id_number")),
        sa.UniqueConstraint("request_id", name=op.f("uq_paper_copy_request_id")),
    )
    op.create_index("ix_paper_copy_requested_on", "paper_copy", ["requested_on"], unique=False)


def downgrade() -> None:
    """Take the schema back."""
    op.drop_index("ix_paper_copy_requested_on", table_name="paper_copy")

    op.drop_table("paper_copy")
    op.drop_index("ix_registration_person_id", table_name="registration")

    op.drop_table("registration")
    op.drop_index("ix_paper_person_id", table_name="paper")
    op.drop_index("ix_paper_issued_on", table_name="paper")
    op.drop_index("ix_paper_case_id", table_name="paper")

    op.drop_table("paper")
    op.drop_index("ix_case_step_case_id", table_name="case_step")

    op.drop_table("case_step")
    op.drop_index("ix_attachment_case_id", table_name="attachment")

    op.drop_table("attachment")
    op.drop_index("ix_case_file_resumes_case_id", table_name="case_file")
    op.drop_index("ix_case_file_person_id", table_name="case_file")
    op.drop_index("ix_case_file_accepted_on", table_name="case_file")

    op.drop_table("case_file")
    op.drop_table("station")
    op.drop_table("staff")
    op.drop_table("setting")
    op.drop_index("ix_person_phone", table_name="person")
    op.drop_index("ix_person_name", table_name="person")

    op.drop_table("person")
    op.drop_index("ix_name_reading_person_id", table_name="name_reading")

    op.drop_table("name_reading")
    op.drop_index("ix_name_bigram_person_id", table_name="name_bigram")

    op.drop_table("name_bigram")
    op.drop_index("ix_journal_entry_on_date", table_name="journal_entry")

    op.drop_table("journal_entry")
    op.drop_index("ix_draft_staff_id", table_name="draft")

    op.drop_table("draft")
    op.drop_index("ix_day_close_on_date", table_name="day_close")

    op.drop_table("day_close")
    op.drop_table("counter_sequence")
    op.drop_index("ix_accompanying_minor_registration_id", table_name="accompanying_minor")

    op.drop_table("accompanying_minor")
