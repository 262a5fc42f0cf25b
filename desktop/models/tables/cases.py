"""Cases taken at a counter, their steps, and what was handed in with them."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey, Index, LargeBinary, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.tables.schema import (
    WORDS,
    Code,
    Key,
    Moment,
    OptionalMoment,
    OptionalRef,
    Ref,
    RequestId,
    Schema,
    Words,
)


class CaseFile(Schema):
    """One matter taken at a counter (办件). The same request twice meets `request_id` and makes one row."""

    __tablename__ = "case_file"
    __table_args__ = (
        UniqueConstraint("case_number"),
        UniqueConstraint("request_id"),
        Index("ix_case_file_person_id", "person_id"),
        Index("ix_case_file_accepted_on", "accepted_on", "counter_number"),
        Index("ix_case_file_resumes_case_id", "resumes_case_id"),
        Index("ix_case_file_state", "state", "due_on", "id", "kind", "staff_name"),
    )

    id: Mapped[Key]
    case_number: Mapped[Code]
    request_id: Mapped[RequestId]
    kind: Mapped[Code]
    state: Mapped[Code]
    version: Mapped[int]
    person_id: Mapped[Ref]
    person_row: Mapped[Ref] = mapped_column(ForeignKey("person.id"))
    accepted_at: Mapped[Moment]
    accepted_on: Mapped[date]
    counter_number: Mapped[int]
    staff_id: Mapped[Ref] = mapped_column(ForeignKey("staff.id"))
    staff_name: Mapped[Words]
    due_on: Mapped[date | None]
    due_estimated: Mapped[bool]
    policy: Mapped[Words]
    summary: Mapped[Words]
    facts: Mapped[str] = mapped_column(Text)  # JSON: findings, ground, materials, agent, remark
    resumes_case_id: Mapped[OptionalRef]
    closed_at: Mapped[OptionalMoment]


class CaseStep(Schema):
    """What happened to a case, when and by whom; only ever added to.

    `request_id` is that of the request that made the step, where it was one of a decision or of handing over.
    """

    __tablename__ = "case_step"
    __table_args__ = (Index("ix_case_step_case_id", "case_id"),)

    id: Mapped[Key]
    case_id: Mapped[Ref] = mapped_column(ForeignKey("case_file.id"))
    state: Mapped[Code]
    at: Mapped[Moment]
    staff_id: Mapped[Ref]
    note: Mapped[Words]
    request_id: Mapped[str | None] = mapped_column(String(36))
    facts: Mapped[str] = mapped_column(
        Text, server_default=""
    )  # JSON: findings, policy, who it was handed to


class Attachment(Schema):
    """A photo or scan handed in with a case."""

    __tablename__ = "attachment"
    __table_args__ = (Index("ix_attachment_case_id", "case_id"),)

    id: Mapped[Key]
    case_id: Mapped[Ref] = mapped_column(ForeignKey("case_file.id"))
    kind: Mapped[Code]
    content: Mapped[bytes] = mapped_column(LargeBinary)
    sha256: Mapped[str] = mapped_column(WORDS)
    added_at: Mapped[Moment]
