"""Signed heads of the trail: of one counter's chain, and of every counter's at the end of a day."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Index, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.tables.schema import Code, Key, Moment, Ref, Schema, Words


class TrailHead(Schema):
    """Where a counter's chain was when it had grown by ten thousand entries, signed by the station's key."""

    __tablename__ = "trail_head"
    __table_args__ = (UniqueConstraint("counter_number", "sequence"),)

    id: Mapped[Key]
    station: Mapped[Code]
    counter_number: Mapped[int]
    sequence: Mapped[int]
    hash: Mapped[Words]
    at: Mapped[Moment]
    key_id: Mapped[Code]
    signature: Mapped[Words]


class TrailDay(Schema):
    """Where every counter's chain was when a day was closed: `root` is over `heads`, and on the day's summary.

    `heads` is JSON, a list of counter, sequence and hash each; `close_id` is the row of `day_close`.
    """

    __tablename__ = "trail_day"
    __table_args__ = (Index("ix_trail_day_on_date", "on_date"),)

    id: Mapped[Key]
    station: Mapped[Code]
    on_date: Mapped[date]
    at: Mapped[Moment]
    close_id: Mapped[Ref]
    heads: Mapped[str] = mapped_column(Text)
    root: Mapped[Words]
    key_id: Mapped[Code]
    signature: Mapped[Words]
