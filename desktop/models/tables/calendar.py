"""The station's own days of the working-day calendar; rows are versions and are closed, never overwritten."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped

from desktop.models.tables.schema import (
    Code,
    Key,
    Moment,
    OptionalMoment,
    Ref,
    RequestId,
    Schema,
    Words,
)


class CalendarDay(Schema):
    """One version of what the station says of a day, over the shipped table.

    `kind` is `holiday` or `workday`, or "" where the shipped table holds again. While the version is the
    current one `current_day` equals `day`; it is unique and becomes NULL when it is closed, which keeps one
    live row a day on any engine.
    """

    __tablename__ = "calendar_day"
    __table_args__ = (
        UniqueConstraint("day", "version"),
        UniqueConstraint("current_day"),
        Index("ix_calendar_day_request_id", "request_id"),
    )

    id: Mapped[Key]
    request_id: Mapped[RequestId]
    day: Mapped[date]
    version: Mapped[int]
    known_from: Mapped[Moment]
    known_until: Mapped[OptionalMoment]
    current_day: Mapped[date | None]
    kind: Mapped[Code]
    note: Mapped[Words]
    staff_id: Mapped[Ref]
    staff_name: Mapped[Words]
    counter_number: Mapped[int]
