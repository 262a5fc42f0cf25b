"""What the windows of a station share of keys, and the record of backups made of its server."""

from __future__ import annotations

from sqlalchemy import Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.tables.schema import Code, Key, Moment, Ref, Schema, Words


class StationKey(Schema):
    """The station's key on a server, wrapped as in `envelope` (JSON), and the public part backups are sealed to.

    One row, of the key 1; `number` grows with each change.
    """

    __tablename__ = "station_key"

    id: Mapped[Key]
    number: Mapped[int]
    key_id: Mapped[Code]
    public: Mapped[Words]
    envelope: Mapped[str] = mapped_column(Text)
    changed_at: Mapped[Moment]


class StationBackup(Schema):
    """A backup of the server that was made, or could not be, and a restore drill of one.

    `counter_number` is 0 where the server's own timer did it. `detail` is a sentence as JSON.
    """

    __tablename__ = "station_backup"
    __table_args__ = (Index("ix_station_backup_kind_at", "kind", "at"),)

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    kind: Mapped[Code]
    at: Mapped[Moment]
    counter_number: Mapped[int]
    host: Mapped[Words]
    file_name: Mapped[Words]
    size: Mapped[Ref]
    sha256: Mapped[Words]
    passed: Mapped[bool]
    detail: Mapped[str] = mapped_column(Text)
