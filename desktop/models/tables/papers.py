"""Papers frozen with their case, every copy that was printed, byte for byte, and the jobs sent to printers."""

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


class PrintJob(Schema):
    """A copy, or the card of a blank, given to a queue; the newest one that was not taken back is the one that counts.

    `job` is the queue's own name for it, known to the print service of the counter that sent it.
    """

    __tablename__ = "print_job"
    __table_args__ = (Index("ix_print_job_copy_id", "copy_id"), Index("ix_print_job_serial", "serial"))

    id: Mapped[Key]
    copy_id: Mapped[int | None] = mapped_column(ForeignKey("paper_copy.id"))
    serial: Mapped[Code]
    printer: Mapped[Words]
    job: Mapped[Words]
    counter_number: Mapped[int]
    staff_id: Mapped[Ref]
    sent_at: Mapped[Moment]
    taken_back_at: Mapped[OptionalMoment]
