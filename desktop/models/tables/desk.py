"""The station, its staff, its counters' number series, drafts, settings and closed days."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Index, String, Text, UniqueConstraint
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


class Station(Schema):
    """The station (派出所) that this database serves; one row."""

    __tablename__ = "station"

    id: Mapped[Key]
    division: Mapped[Code]
    station_code: Mapped[Code]
    name: Mapped[Words]
    address: Mapped[Words]
    phone: Mapped[Code]
    practice: Mapped[bool]
    created_at: Mapped[Moment]


class Staff(Schema):
    """Somebody who signs in; `lookalike` is the sign-in name with letters that are easily mistaken made one."""

    __tablename__ = "staff"
    __table_args__ = (
        UniqueConstraint("sign_in_name"),
        Index("ix_staff_lookalike", "lookalike", unique=True),
        Index("ix_staff_request_id", "request_id", unique=True),
    )

    id: Mapped[Key]
    sign_in_name: Mapped[Code]
    name: Mapped[Words]
    role: Mapped[Code]
    password_hash: Mapped[Words]
    active: Mapped[bool]
    created_at: Mapped[Moment]
    request_id: Mapped[str | None] = mapped_column(String(36))
    lookalike: Mapped[Code]
    one_time: Mapped[bool]
    password_set_at: Mapped[OptionalMoment]
    version: Mapped[int]


class CounterSequence(Schema):
    """The last case number a counter gave on a day."""

    __tablename__ = "counter_sequence"

    counter_number: Mapped[int] = mapped_column(primary_key=True)
    on_date: Mapped[date] = mapped_column(primary_key=True)
    series: Mapped[str] = mapped_column(CODE, primary_key=True)
    last: Mapped[int]


class Draft(Schema):
    """A form being filled in, at most a second old: fields, focus and cursor as JSON."""

    __tablename__ = "draft"
    __table_args__ = (Index("ix_draft_staff_id", "staff_id", "counter_number"),)

    id: Mapped[str] = mapped_column(CODE, primary_key=True)
    staff_id: Mapped[Ref]
    counter_number: Mapped[int]
    form: Mapped[Code]
    subject: Mapped[Words]
    payload: Mapped[str] = mapped_column(Text)
    saved_at: Mapped[Moment]


class Setting(Schema):
    """A setting of this station by name."""

    __tablename__ = "setting"

    name: Mapped[str] = mapped_column(CODE, primary_key=True)
    value: Mapped[str] = mapped_column(Text)


class DayClose(Schema):
    """A day that a counter closed, with the explanations given for what did not balance."""

    __tablename__ = "day_close"
    __table_args__ = (
        UniqueConstraint("request_id"),
        Index("ix_day_close_on_date", "on_date", "counter_number"),
    )

    id: Mapped[Key]
    request_id: Mapped[RequestId]
    on_date: Mapped[date]
    counter_number: Mapped[int]
    staff_id: Mapped[Ref]
    closed_at: Mapped[Moment]
    remarks: Mapped[str] = mapped_column(Text)
    paper_id: Mapped[OptionalRef]
