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


class TrailStretch(Schema):
    """Entries of a counter that were walked one by one, found whole, and signed as they are.

    `digest` is the SM3 of their lines as an exported file has them.
    """

    __tablename__ = "trail_stretch"
    __table_args__ = (UniqueConstraint("counter_number", "last"),)

    id: Mapped[Key]
    station: Mapped[Code]
    counter_number: Mapped[int]
    after: Mapped[int]
    after_hash: Mapped[Words]
    last: Mapped[int]
    last_hash: Mapped[Words]
    digest: Mapped[Words]
    at: Mapped[Moment]
    key_id: Mapped[Code]
    signature: Mapped[Words]


class TrailSlice(Schema):
    """Entries of all counters between two keys, in the order of their keys, walked and found whole, then signed.

    `chains` is JSON, a list of counter, first place, hash there, last place, hash there; `digest` the SHA-256 of
    their columns. What a counter's own database is checked by.
    """

    __tablename__ = "trail_slice"
    __table_args__ = (UniqueConstraint("last_key"),)

    id: Mapped[Key]
    station: Mapped[Code]
    after_key: Mapped[Ref]
    last_key: Mapped[Ref]
    entries: Mapped[int]
    chains: Mapped[str] = mapped_column(Text)
    digest: Mapped[Words]
    at: Mapped[Moment]
    key_id: Mapped[Code]
    signature: Mapped[Words]


class TrailArchive(Schema):
    """Where a counter's chain was cut: what is up to this signed head is in a file and no longer here.

    `file_sha256` is the file's digest in hex. Entries may be taken away below such a head and nowhere else.
    """

    __tablename__ = "trail_archive"
    __table_args__ = (UniqueConstraint("counter_number", "sequence"),)

    id: Mapped[Key]
    station: Mapped[Code]
    counter_number: Mapped[int]
    sequence: Mapped[int]
    hash: Mapped[Words]
    at: Mapped[Moment]
    key_id: Mapped[Code]
    signature: Mapped[Words]
    first_day: Mapped[date]
    last_day: Mapped[date]
    file_name: Mapped[Words]
    file_sha256: Mapped[Words]
    staff_id: Mapped[Ref]
