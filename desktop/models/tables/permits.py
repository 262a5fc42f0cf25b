"""Permits and what happened to them; blanks by serial. Permits are versions and are closed, never overwritten."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey, Index, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.tables.schema import (
    CODE,
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


class Permit(Schema):
    """One version of a permit.

    `permit_id` is the permit, `id` this version. While the version is the current one `current_id` equals
    `permit_id`; while it is current and in somebody's hands (valid or suspended) `holder_id` equals
    `person_id`. Both are unique and become NULL, which keeps one live version a permit and one live permit
    a person on any engine. `years_from` is the day since which the years count, `due_on` the last day for
    the next endorsement, `opens_on` the first; `valid_until` is for permits that end by themselves.
    """

    __tablename__ = "permit"
    __table_args__ = (
        UniqueConstraint("permit_id", "version"),
        UniqueConstraint("current_id"),
        UniqueConstraint("holder_id"),
        Index("ix_permit_permit_number", "permit_number"),
        Index("ix_permit_person_id", "person_id"),
        Index("ix_permit_case_id", "case_id"),
        Index("ix_permit_due", "current_state", "due_on"),
        Index("ix_permit_opens", "current_state", "opens_on"),
    )

    id: Mapped[Key]
    permit_id: Mapped[Ref]
    version: Mapped[int]
    known_from: Mapped[Moment]
    known_until: Mapped[OptionalMoment]
    current_id: Mapped[OptionalRef]
    holder_id: Mapped[OptionalRef]
    current_state: Mapped[str | None] = mapped_column(CODE)
    permit_number: Mapped[Code]
    person_id: Mapped[Ref]
    person_row: Mapped[Ref] = mapped_column(ForeignKey("person.id"))
    case_id: Mapped[Ref] = mapped_column(ForeignKey("case_file.id"))
    state: Mapped[Code]
    ground: Mapped[Code]
    division: Mapped[Code]
    address: Mapped[Words]
    serial: Mapped[Code]
    produced_on: Mapped[date]
    issued_on: Mapped[date]
    handed_over_on: Mapped[date | None]
    years_from: Mapped[date]
    endorsed_on: Mapped[date | None]
    opens_on: Mapped[date | None]
    due_on: Mapped[date | None]
    valid_until: Mapped[date | None]
    replaces_id: Mapped[OptionalRef]
    replaced_by: Mapped[OptionalRef]
    end_reason: Mapped[Words]
    policy: Mapped[Words]
    changed_by: Mapped[Ref]


class PermitStep(Schema):
    """What happened to a permit, when, by whom and in which case; only ever added to."""

    __tablename__ = "permit_step"
    __table_args__ = (
        UniqueConstraint("request_id", "permit_id", "event"),
        Index("ix_permit_step_permit_id", "permit_id"),
        Index("ix_permit_step_on_date", "on_date", "event"),
    )

    id: Mapped[Key]
    request_id: Mapped[RequestId]
    permit_id: Mapped[Ref]
    event: Mapped[Code]
    state: Mapped[Code]
    at: Mapped[Moment]
    on_date: Mapped[date]
    staff_id: Mapped[Ref]
    staff_name: Mapped[Words]
    counter_number: Mapped[int]
    case_id: Mapped[OptionalRef]
    note: Mapped[Words]
    facts: Mapped[str] = mapped_column(Text)


class Blank(Schema):
    """One numbered blank and where it is now. A serial is here once, for ever.

    `state` is `stock`, `counter`, `reserved`, `used`, `spoiled` or `returned`; `version` rises with each
    change, so that two counters that want the same one cannot both have it.
    """

    __tablename__ = "blank"
    __table_args__ = (
        UniqueConstraint("serial"),
        Index("ix_blank_place", "state", "counter_number", "serial"),
        Index("ix_blank_case_id", "case_id"),
        Index("ix_blank_batch_id", "batch_id"),
    )

    id: Mapped[Key]
    serial: Mapped[Code]
    batch_id: Mapped[Ref]
    state: Mapped[Code]
    version: Mapped[int]
    counter_number: Mapped[int | None]
    case_id: Mapped[OptionalRef]
    changed_at: Mapped[Moment]
    reason: Mapped[Words]


class BlankStep(Schema):
    """What happened to a run of blanks, `first` to `last` of a batch; only ever added to, so that any day balances."""

    __tablename__ = "blank_step"
    __table_args__ = (
        UniqueConstraint("request_id", "state", "first_serial"),
        Index("ix_blank_step_on_date", "on_date"),
        Index("ix_blank_step_batch_id", "batch_id"),
    )

    id: Mapped[Key]
    request_id: Mapped[RequestId]
    batch_id: Mapped[Ref]
    state: Mapped[Code]
    was: Mapped[Code]
    first_serial: Mapped[Code]
    last_serial: Mapped[Code]
    count: Mapped[int]
    counter_number: Mapped[int | None]
    case_id: Mapped[OptionalRef]
    at: Mapped[Moment]
    on_date: Mapped[date]
    staff_id: Mapped[Ref]
    staff_name: Mapped[Words]
    reason: Mapped[Words]
