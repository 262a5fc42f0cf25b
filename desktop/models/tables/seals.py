"""Keys that papers are sealed with: the station's own, and the public ones of other stations."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped

from desktop.models.tables.schema import Code, Key, Moment, OptionalRef, RequestId, Schema, Words


class SealKey(Schema):
    """One key, by its id. Never deleted: papers sealed with it are about for years.

    `private_key` is the private half as the box named in `box` sealed it, in hexadecimal; both are empty for
    another station's key. `retired_on` is the last day on which it sealed; of a revoked key nothing counts.
    """

    __tablename__ = "seal_key"
    __table_args__ = (UniqueConstraint("key_id"), Index("ix_seal_key_request_id", "request_id"))

    id: Mapped[Key]
    request_id: Mapped[RequestId]
    key_id: Mapped[Code]
    algorithm: Mapped[Code]
    public_key: Mapped[Words]
    private_key: Mapped[Words]
    box: Mapped[Code]
    station: Mapped[Code]
    station_name: Mapped[Words]
    practice: Mapped[bool]
    made_on: Mapped[date]
    retired_on: Mapped[date | None]
    revoked_on: Mapped[date | None]
    reason: Mapped[Words]
    added_at: Mapped[Moment]
    staff_id: Mapped[OptionalRef]
