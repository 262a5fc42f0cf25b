"""Papers frozen with their case, and every copy that was printed, byte for byte."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey, Index, LargeBinary, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.tables.schema import (
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


class Paper(Schema):
    """A document frozen in the transaction of its case; drawing it always gives the same bytes."""

    __tablename__ = "paper"
    __table_args__ = (
        UniqueConstraint("paper_number"),
        Index("ix_paper_case_id", "case_id"),
        Index("ix_paper_person_id", "person_id"),
        Index("ix_paper_issued_on", "issued_on"),
    )

    id: Mapped[Key]
    case_id: Mapped[int | None] = mapped_column(ForeignKey("case_file.id"))
    person_id: Mapped[OptionalRef]
    kind: Mapped[Code]
    paper_number: Mapped[Code]
    document: Mapped[str] = mapped_column(Text)
    issued_at: Mapped[Moment]
    issued_on: Mapped[date]
    counter_number: Mapped[int]
    staff_id: Mapped[Ref]


class PaperCopy(Schema):
    """One printing of a paper: number 0 is the original, 1 and up are reprints with a reason."""

    __tablename__ = "paper_copy"
    __table_args__ = (
        UniqueConstraint("paper_id", "number"),
        UniqueConstraint("request_id"),
        Index("ix_paper_copy_requested_on", "requested_on"),
    )

    id: Mapped[Key]
    paper_id: Mapped[Ref] = mapped_column(ForeignKey("paper.id"))
    request_id: Mapped[RequestId]
    number: Mapped[int]
    reason: Mapped[Words]
    outcome: Mapped[Code]
    outcome_reason: Mapped[Words]
    requested_at: Mapped[Moment]
    requested_on: Mapped[date]
    settled_at: Mapped[OptionalMoment]
    staff_id: Mapped[Ref]
    staff_name: Mapped[Words]
    counter_number: Mapped[int]
    printer: Mapped[Words]
    pages: Mapped[int]
    sha256: Mapped[Words]
    pdf: Mapped[bytes | None] = mapped_column(LargeBinary)
